import Gazetteer
import Records

/// Countries by their names, adjectives, peoples and capitals in both languages, without marks: what the image of names is
/// made of.
struct CountryWords {
  private(set) var meanings: [String: NamesTable.Meaning] = [:]
  /// How many words the longest name or adjective has.
  private(set) var longest = 1
  /// The country that a name was first added for.
  private var first: [String: String] = [:]

  init(_ gazetteer: Gazetteer) {
    for country in gazetteer.countries {
      let code = country.code
      for name in country.englishNames { add(Folding.fold(name), code, english: true) }
      for name in country.spanishNames { add(Folding.fold(name), code, english: false) }
      for demonym in country.englishDemonyms {
        let adjective = Folding.fold(demonym)
        for form in [adjective, adjective + "s"] { add(form, code, \.demonym) }
      }
      for demonym in country.spanishDemonyms {
        let adjective = Folding.fold(demonym)
        for form in [adjective] + CountryWords.forms(adjective) { add(form, code, \.demonym) }
      }
      for capital in country.englishCapitals + country.spanishCapitals {
        add(Folding.fold(capital), code, \.capital)
      }
    }
    for (name, code) in CountryWords.more where first[name] == nil {
      add(name, code, english: true)
    }
  }

  /// Short forms that questions have and articles seldom do.
  private static let more = [
    "usa": "US", "us": "US", "u s": "US", "u s a": "US", "the us": "US", "america": "US",
    "eeuu": "US", "ee uu": "US", "eua": "US", "uk": "GB", "u k": "GB", "britain": "GB", "uae": "AE",
    "eau": "AE", "drc": "CD", "eu": "EU", "ue": "EU", "inglaterra": "GB", "england": "GB",
    "holland": "NL", "holanda": "NL", "burma": "MM", "birmania": "MM",
  ]

  /// Adds a folded name in one language; where it means another country in the other, both are kept ("EU").
  private mutating func add(_ name: String, _ code: String, english isEnglish: Bool) {
    if let other = first[name] {
      guard other != code else { return }
      meanings[name]?.english = isEnglish ? code : other
      meanings[name]?.spanish = isEnglish ? other : code
      return
    }
    first[name] = code
    add(name, code, \.english)
    add(name, code, \.spanish)
  }

  /// Adds a word that has no such meaning yet.
  private mutating func add(
    _ word: String, _ code: String, _ meaning: WritableKeyPath<NamesTable.Meaning, String?>
  ) {
    guard meanings[word]?[keyPath: meaning] == nil else { return }
    meanings[word, default: .init()][keyPath: meaning] = code
    longest = max(longest, word.utf8.count { $0 == UInt8(ascii: " ") } + 1)
  }

  /// Feminine and plural of a Spanish adjective in the masculine singular, folded.
  private static func forms(_ folded: String) -> [String] {
    switch folded.utf8.last {
    case UInt8(ascii: "o"):
      let stem = folded.dropLast()
      return ["\(stem)a", "\(stem)os", "\(stem)as"]
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      return [folded + "s", folded + "es"]
    default: return [folded + "a", folded + "es", folded + "as"]
    }
  }
}

import Gazetteer
import Records

/// Countries by their names, adjectives, peoples and capitals in both languages, without marks.
struct CountryNames: Sendable {
  static let shared = CountryNames(Gazetteer.names)

  private var names: [String: String] = [:]
  private var demonyms: [String: String] = [:]
  private var capitals: [String: String] = [:]
  /// Names that mean one country in English and another in Spanish ("EU").
  private var homonyms: [String: [QuestionLanguage: String]] = [:]
  private var language = QuestionLanguage.english
  private let gazetteer: Gazetteer
  /// How many words the longest name or adjective has.
  private(set) var longest = 1

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    names.reserveCapacity(2 * gazetteer.countries.count)
    demonyms.reserveCapacity(8 * gazetteer.countries.count)
    capitals.reserveCapacity(2 * gazetteer.countries.count)
    for country in gazetteer.countries {
      let code = country.code
      for name in country.englishNames { add(Folding.fold(name), code, in: .english) }
      for name in country.spanishNames { add(Folding.fold(name), code, in: .spanish) }
      for demonym in country.englishDemonyms {
        let adjective = Folding.fold(demonym)
        CountryNames.add(adjective, code, &demonyms, &longest)
        CountryNames.add(adjective + "s", code, &demonyms, &longest)
      }
      for demonym in country.spanishDemonyms {
        let adjective = Folding.fold(demonym)
        CountryNames.add(adjective, code, &demonyms, &longest)
        for form in CountryNames.forms(adjective) {
          CountryNames.add(form, code, &demonyms, &longest)
        }
      }
      for capital in country.englishCapitals + country.spanishCapitals {
        CountryNames.add(Folding.fold(capital), code, &capitals, &longest)
      }
    }
    for (name, code) in CountryNames.more where names[name] == nil { names[name] = code }
  }

  /// Short forms that questions have and articles seldom do.
  private static let more = [
    "usa": "US", "us": "US", "u s": "US", "u s a": "US", "the us": "US", "america": "US",
    "eeuu": "US", "ee uu": "US", "eua": "US", "uk": "GB", "u k": "GB", "britain": "GB", "uae": "AE",
    "eau": "AE", "drc": "CD", "eu": "EU", "ue": "EU", "inglaterra": "GB", "england": "GB",
    "holland": "NL", "holanda": "NL", "burma": "MM", "birmania": "MM",
  ]

  /// Adds a folded name in one language; where it means another country in the other, both are kept.
  private mutating func add(_ name: String, _ code: String, in language: QuestionLanguage) {
    if let other = names[name], other != code {
      let first: QuestionLanguage = language == .english ? .spanish : .english
      homonyms[name] = [first: other, language: code]
    }
    CountryNames.add(name, code, &names, &longest)
  }

  /// Adds a folded word to a table that does not have it; `longest` is how many words the longest one has.
  private static func add(
    _ word: String, _ code: String, _ table: inout [String: String], _ longest: inout Int
  ) {
    guard table[word] == nil else { return }
    table[word] = code
    let blanks = word.utf8.reduce(0) { $1 == UInt8(ascii: " ") ? $0 + 1 : $0 }
    longest = max(longest, blanks + 1)
  }

  /// The folded names, each once.
  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map { Folding.fold($0) }.filter { seen.insert($0).inserted }
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

  /// The names as a question in a language means them.
  func speaking(_ language: QuestionLanguage) -> CountryNames {
    var copy = self
    copy.language = language
    return copy
  }

  /// The code of a country's name.
  func named(_ folded: String) -> String? { homonyms[folded]?[language] ?? names[folded] }
  /// The code of an adjective or a people.
  func demonym(_ folded: String) -> String? { demonyms[folded] }
  /// The code of the country of a capital.
  func capital(_ folded: String) -> String? { capitals[folded] }
  /// All names of a country, folded.
  func names(of code: String) -> [String] {
    gazetteer.country(code: code).map { unique($0.englishNames + $0.spanishNames) } ?? []
  }
  /// All names of its capitals, folded.
  func capitals(of code: String) -> [String] {
    gazetteer.country(code: code).map { unique($0.englishCapitals + $0.spanishCapitals) } ?? []
  }
  /// The usual name in a language; the code where it is not known.
  func name(of code: String, in language: QuestionLanguage) -> String {
    guard let country = gazetteer.country(code: code) else { return code }
    return (language == .english ? country.englishNames : country.spanishNames).first ?? code
  }

  /// The country that the words name at their beginning (or end), by name or adjective, and how many words that takes.
  func match(_ words: [String], atEnd: Bool = false) -> (code: String, count: Int, isName: Bool)? {
    for count in stride(from: min(longest, words.count), through: 1, by: -1) {
      let part = (atEnd ? words.suffix(count) : words.prefix(count)).joined(separator: " ")
      if let code = named(part) { return (code, count, true) }
      if let code = demonyms[part] { return (code, count, false) }
    }
    return nil
  }
}

import Gazetteer
import Records

/// Countries by their names, adjectives, peoples and capitals in both languages, without marks.
struct CountryNames: Sendable {
  static let shared = CountryNames(Gazetteer.shared)

  private var names: [String: String] = [:]
  private var demonyms: [String: String] = [:]
  private var capitals: [String: String] = [:]
  private var namesOf: [String: [String]] = [:]
  private var capitalsOf: [String: [String]] = [:]
  /// Names that mean one country in English and another in Spanish ("EU").
  private var homonyms: [String: [QuestionLanguage: String]] = [:]
  private var language = QuestionLanguage.english
  private var display: [String: (english: String, spanish: String)] = [:]
  /// How many words the longest name or adjective has.
  private(set) var longest = 1

  init(_ gazetteer: Gazetteer) {
    for country in gazetteer.countries {
      let code = country.code
      for name in country.englishNames { add(name, code, to: \.names, in: .english) }
      for name in country.spanishNames { add(name, code, to: \.names, in: .spanish) }
      var adjectives = country.englishDemonyms + country.spanishDemonyms
      adjectives += country.englishDemonyms.map { $0 + "s" }
      for demonym in country.spanishDemonyms { adjectives += CountryNames.forms(demonym) }
      for adjective in adjectives { add(adjective, code, to: \.demonyms) }
      for capital in country.englishCapitals + country.spanishCapitals {
        add(capital, code, to: \.capitals)
      }
      namesOf[code] = unique(country.englishNames + country.spanishNames)
      capitalsOf[code] = unique(country.englishCapitals + country.spanishCapitals)
      display[code] = (country.englishNames.first ?? code, country.spanishNames.first ?? code)
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

  private mutating func add(
    _ name: String, _ code: String, to table: WritableKeyPath<CountryNames, [String: String]>,
    in language: QuestionLanguage? = nil
  ) {
    let folded = Folding.fold(name)
    if let other = self[keyPath: table][folded], other != code, let language {
      let first: QuestionLanguage = language == .english ? .spanish : .english
      homonyms[folded] = [first: other, language: code]
    }
    if self[keyPath: table][folded] == nil { self[keyPath: table][folded] = code }
    longest = max(longest, folded.split(separator: " ").count)
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map(Folding.fold).filter { seen.insert($0).inserted }
  }

  /// Feminine and plural of a Spanish adjective in the masculine singular.
  private static func forms(_ adjective: String) -> [String] {
    let folded = Folding.fold(adjective)
    if folded.hasSuffix("o") {
      let stem = folded.dropLast()
      return ["\(stem)a", "\(stem)os", "\(stem)as"]
    }
    if folded.last.map({ "aeiu".contains($0) }) == true {
      return ["\(folded)s", "\(folded)es"]
    }
    return ["\(folded)a", "\(folded)es", "\(folded)as"]
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
  func names(of code: String) -> [String] { namesOf[code] ?? [] }
  /// All names of its capitals, folded.
  func capitals(of code: String) -> [String] { capitalsOf[code] ?? [] }
  /// The usual name in a language; the code where it is not known.
  func name(of code: String, in language: QuestionLanguage) -> String {
    guard let names = display[code] else { return code }
    return language == .english ? names.english : names.spanish
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

import Records

/// Countries by their names, adjectives, peoples and capitals in both languages, without marks.
struct CountryNames: Sendable {
  static let shared = CountryNames(.standard)

  private let table: NamesTable
  private var language = QuestionLanguage.english

  init(_ table: NamesTable) { self.table = table }

  /// The names as a question in a language means them.
  func speaking(_ language: QuestionLanguage) -> CountryNames {
    var copy = self
    copy.language = language
    return copy
  }

  /// True if names are meant as an English question has them.
  var isEnglish: Bool { language == .english }
  /// The code of a country's name.
  func named(_ folded: String) -> String? { table.meaning(folded).flatMap(name) }
  /// The code of an adjective or a people.
  func demonym(_ folded: String) -> String? { table.meaning(folded)?.demonym }
  /// The code of the country of a capital.
  func capital(_ folded: String) -> String? { table.meaning(folded)?.capital }
  /// All names of a country, folded.
  func names(of code: String) -> [String] { folded(code, .englishNames, .spanishNames) }
  /// All names of its capitals, folded.
  func capitals(of code: String) -> [String] { folded(code, .englishCapitals, .spanishCapitals) }
  /// The usual name in a language; the code where it is not known.
  func name(of code: String, in language: QuestionLanguage) -> String {
    table.names(of: code, language == .english ? .englishNames : .spanishNames)?.first ?? code
  }

  private func name(_ meaning: NamesTable.Meaning) -> String? {
    language == .english ? meaning.english : meaning.spanish
  }

  /// The names of two lists, each once.
  private func folded(_ code: String, _ lists: NamesImage.List...) -> [String] {
    var seen: Set<String> = []
    return lists.flatMap { table.names(of: code, $0) ?? [] }.map { Folding.fold($0) }.filter {
      seen.insert($0).inserted
    }
  }

  /// The country that the words name at their beginning (or end), by name or adjective, and how many words that takes.
  func match(_ words: [String], atEnd: Bool = false) -> (code: String, count: Int, isName: Bool)? {
    for count in stride(from: min(table.longest, words.count), through: 1, by: -1) {
      let part = (atEnd ? words.suffix(count) : words.prefix(count)).joined(separator: " ")
      guard let meaning = table.meaning(part) else { continue }
      if let code = name(meaning) { return (code, count, true) }
      if let code = meaning.demonym { return (code, count, false) }
    }
    return nil
  }
}

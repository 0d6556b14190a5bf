import CResources

/// Words that keep a full stop, and what the stop may mean.
struct Abbreviations: Sendable {
  /// What a stop after the word says about the end of a sentence.
  enum Kind: UInt8, Sendable {
    /// Stands before a name; no sentence ends there.
    case title
    /// Stands before a figure; a stop before anything else is a full stop.
    case number
    /// A month or a weekday; a sentence may end there.
    case month
    /// A sentence may end there.
    case plain
    /// A sentence ends there before a capital.
    case last
  }

  private struct Entry {
    var kind: Kind
    var needsCapital: Bool
  }

  private var english: [UInt64: Entry] = [:]
  private var spanish: [UInt64: Entry] = [:]
  /// What is wrong with the list.
  private(set) var problems: [String]

  static let shared = Abbreviations(
    WordTable(
      chancery_language_abbreviations, chancery_language_abbreviations_length,
      name: "abbreviations.tsv", columns: 3))

  /// Abbreviations from a list.
  init(_ table: WordTable) {
    problems = table.problems
    let kinds: [Substring: Kind] = [
      "title": .title, "number": .number, "month": .month, "plain": .plain, "last": .last,
    ]
    for row in table.rows {
      guard let kind = kinds[row.fields[0]] else {
        problems.append("abbreviations.tsv:\(row.line): no such class: \(row.fields[0])")
        continue
      }
      let language = row.fields[1]
      guard language == "en" || language == "es" || language == "*" else {
        problems.append("abbreviations.tsv:\(row.line): no such language: \(language)")
        continue
      }
      for word in row.fields[2].split(separator: " ") {
        guard let first = word.unicodeScalars.first else { continue }
        let entry = Entry(
          kind: kind, needsCapital: Characters.classify(first.value) == .upper)
        if language != "es" { add(entry, WordHash.of(word), to: &english) }
        if language != "en" { add(entry, WordHash.of(word), to: &spanish) }
      }
    }
  }

  /// An entry in small letters, which fits any case, goes before one with a capital.
  private func add(_ entry: Entry, _ key: UInt64, to table: inout [UInt64: Entry]) {
    if let old = table[key], !old.needsCapital { return }
    table[key] = entry
  }

  /// What kind of abbreviation a word (without its stop) is; nil if it is none.
  func kind(_ text: CodePoints, _ range: Range<Int>, _ language: LanguageCode?) -> Kind? {
    guard range.count <= 8 else { return nil }
    let table = language == .spanish ? spanish : english
    guard let entry = table[text.foldedHash(range)] else { return nil }
    if entry.needsCapital, text.classify(range.lowerBound) != .upper { return nil }
    return entry.kind
  }
}

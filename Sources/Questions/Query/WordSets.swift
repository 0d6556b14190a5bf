import CResources

/// Small sets of words, read from `words.tsv`.
struct WordSets: Sendable {
  private let sets: [String: Set<String>]
  private let phrases: [String: [[String]]]

  /// The sets that are compiled into the program.
  static let standard: WordSets? = try? WordSets(
    text: Resources.text(chancery_questions_words, chancery_questions_words_length),
    file: "questions/words.tsv")

  /// Reads a file; throws `DataFileError` with the line.
  init(text: String, file: String) throws(DataFileError) {
    var sets: [String: Set<String>] = [:]
    var phrases: [String: [[String]]] = [:]
    for (number, fields) in Resources.rows(text) {
      guard fields.count == 2 else {
        throw DataFileError(file: file, line: number, message: "wanted: set, words")
      }
      for phrase in Resources.parts(fields[1], by: "|") {
        let words = Resources.parts(phrase, by: " ")
        if words.count == 1 { sets[fields[0], default: []].insert(words[0]) }
        phrases[fields[0], default: []].append(words)
      }
    }
    self.sets = sets
    self.phrases = phrases.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// True if a set has the word.
  func contains(_ set: String, _ word: String) -> Bool { sets[set]?.contains(word) ?? false }

  /// How many words a phrase of the set takes at the beginning of `words`; 0 if none stands there.
  func prefix(_ set: String, _ words: ArraySlice<String>) -> Int {
    for phrase in phrases[set] ?? [] where words.starts(with: phrase) { return phrase.count }
    return 0
  }

  /// The phrases of a set, the longest first.
  func phrases(of set: String) -> [[String]] { phrases[set] ?? [] }

  /// The words without those of the set; all of them where none would be left.
  func without(_ set: String, _ words: [String]) -> [String] {
    let kept = words.filter { !contains(set, $0) }
    return kept.isEmpty ? words : kept
  }
}

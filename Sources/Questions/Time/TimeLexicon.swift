import CResources

/// The words of time, read from `time.tsv`.
struct TimeLexicon: Sendable {
  /// What a word of time does; the file tells each.
  enum Class: String, Sendable {
    case month, weekday, ordinal, count, unit, day, last, this, next, lead
    case `in`, since, after, before, until, between, from, to, and, on, ago
    case sinceAgo = "since_ago"
    case soFar = "so_far"
    case of, article
  }

  private struct Phrase {
    let rest: [String]
    let kind: Class
    let value: Int
  }
  private let byFirst: [String: [Phrase]]

  /// The lexicon that is compiled into the program.
  static let standard: TimeLexicon? = try? TimeLexicon(
    text: Resources.text(chancery_questions_time, chancery_questions_time_length),
    file: "questions/time.tsv")

  /// Reads a file; throws `DataFileError` with the line.
  init(text: String, file: String) throws(DataFileError) {
    var byFirst: [String: [Phrase]] = [:]
    for (number, fields) in Resources.rows(text) {
      guard fields.count == 3, let kind = Class(rawValue: fields[0]), let value = Int(fields[1])
      else {
        throw DataFileError(
          file: file, line: number, message: "wanted: class, whole number, words")
      }
      for alternative in Resources.parts(fields[2], by: "|") {
        let words = Resources.parts(alternative, by: " ")
        guard let first = words.first else { continue }
        byFirst[first, default: []].append(
          Phrase(rest: Array(words.dropFirst()), kind: kind, value: value))
      }
    }
    self.byFirst = byFirst
  }

  /// The longest phrase of a class at a place: its value and where it ends.
  func match(_ kind: Class, _ words: [Word], _ start: Int) -> (value: Int, end: Int)? {
    guard start < words.count, let phrases = byFirst[words[start].folded] else { return nil }
    var best: (value: Int, end: Int)?
    for phrase in phrases where phrase.kind == kind {
      let end = start + 1 + phrase.rest.count
      guard end <= words.count, end > best?.end ?? 0,
        zip(phrase.rest, words[(start + 1)...]).allSatisfy({ $0 == $1.folded })
      else { continue }
      best = (phrase.value, end)
    }
    return best
  }

  /// Where a phrase of a class ends, or `start` where there is none.
  func skip(_ kind: Class, _ words: [Word], _ start: Int) -> Int {
    match(kind, words, start)?.end ?? start
  }
}

import CResources

/// Words that mean the same, read from a table: on each line the word that stands for the others, then these. A word on
/// several lines may mean the one or the other.
struct Synonyms: Sendable {
  /// A line of the table that cannot be used.
  struct Mistake: Equatable {
    var line: Int
    var message: String
  }

  private var words: [String: [String]] = [:]
  /// What is wrong in the table; nothing in the built-in ones, which the tests check.
  private(set) var mistakes: [Mistake] = []

  /// Reads a table: tab-separated folded words; lines that begin with `#` are comments.
  /// With `ambiguous`, a word may stand on several lines.
  init(_ table: String, ambiguous: Bool = false) {
    var number = 0
    for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let first = fields.first, fields.count > 1, !fields.contains("") else {
        mistakes.append(Mistake(line: number, message: "at least two words with tabs between"))
        continue
      }
      for word in fields {
        let others = words[word] ?? []
        guard !others.contains(first) else {
          mistakes.append(Mistake(line: number, message: "\(word) stands there twice"))
          continue
        }
        if let other = others.first, !ambiguous {
          mistakes.append(Mistake(line: number, message: "\(word) stands for \(other) already"))
        }
        words[word] = others + [first]
      }
    }
  }

  /// The word that stands for this one; nil where the table does not have it.
  subscript(word: String) -> String? { words[word]?.first }

  /// The words that this one may stand for; the word itself where the table does not have it.
  func meanings(of word: String) -> [String] { words[word] ?? [word] }

  /// True if two words may mean the same, false if both stand in the table and cannot; nil where it does not have them.
  func agree(_ left: String, _ right: String) -> Bool? {
    guard let left = words[left], let right = words[right] else { return nil }
    return left.contains(where: right.contains)
  }

  /// Given names.
  static let givenNames = Synonyms(
    text(chancery_nicknames, chancery_nicknames_length), ambiguous: true)
  /// Names of monarchs and popes.
  static let regnalNames = Synonyms(text(chancery_regnal, chancery_regnal_length))
  /// Words of titles.
  static let titleWords = Synonyms(text(chancery_title_words, chancery_title_words_length))

  private static func text(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}

import CResources

/// Words that mean the same, read from a table: on each line the word that stands for the others, then these.
struct Synonyms: Sendable {
  /// A line of the table that cannot be used.
  struct Mistake: Equatable {
    var line: Int
    var message: String
  }

  private var words: [String: String] = [:]
  /// What is wrong in the table; nothing in the built-in ones, which the tests check.
  private(set) var mistakes: [Mistake] = []

  /// Reads a table: tab-separated folded words; lines that begin with `#` are comments.
  init(_ table: String) {
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
        if let other = words[word], other != first {
          mistakes.append(Mistake(line: number, message: "\(word) stands for \(other) already"))
        }
        words[word] = first
      }
    }
  }

  /// The word that stands for this one; nil where the table does not have it.
  subscript(word: String) -> String? { words[word] }

  /// Given names.
  static let givenNames = Synonyms(text(chancery_nicknames, chancery_nicknames_length))
  /// Words of titles.
  static let titleWords = Synonyms(text(chancery_title_words, chancery_title_words_length))

  private static func text(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}

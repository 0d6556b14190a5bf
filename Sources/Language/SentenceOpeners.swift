import CResources

/// Words that often open a sentence and seldom continue one: the languages' frequent small words, with a capital.
struct SentenceOpeners: Sendable {
  private let hashes: Set<UInt64>

  static let shared = SentenceOpeners(
    WordTable(
      chancery_language_languages, chancery_language_languages_length, name: "languages.tsv",
      columns: 2))

  /// The openers in a list of words by language.
  init(_ table: WordTable) {
    var hashes: Set<UInt64> = []
    for row in table.rows where row.fields[0] == "en" || row.fields[0] == "es" {
      for word in row.fields[1].split(separator: " ") where word != "of" && word != "de" {
        hashes.insert(WordHash.of(word))
      }
    }
    self.hashes = hashes
  }

  /// True if the word that begins here is one of them and has a capital.
  func contains(_ text: CodePoints, _ range: Range<Int>) -> Bool {
    text.classify(range.lowerBound) == .upper && hashes.contains(text.foldedHash(range))
  }
}

import Records
import SQLite

extension KnowledgeBase {
  /// By what a text is known: its SHA-256 in 64 lower-case hex digits.
  public static func digest(of text: String) -> String { SHA256.hex(text) }

  /// True if an article is there as it is: with this text and these particulars, read by this program. Importing it
  /// again would change nothing. `digest` is that of its text.
  public func has(_ article: Article, digest: String) throws -> Bool {
    let found: Bool? = try statements.first(
      """
      SELECT a.record_id IS ? AND a.title IS ? AND a.author IS ? AND a.outlet IS ? AND a.url IS ?
        AND a.published IS ? AND (?7 IS NULL OR a.language IS ?7) AND r.origin = 'extracted'
      FROM articles AS a JOIN records AS r ON r.article = a.id WHERE a.sha256 = ?8
      """,
      [
        .text(article.id), Value(article.title), Value(article.author), Value(article.outlet),
        Value(article.url), Value(article.published?.description), Value(article.language),
        .text(digest),
      ]
    ) { $0.int64(0) != 0 }
    return found ?? false
  }
}

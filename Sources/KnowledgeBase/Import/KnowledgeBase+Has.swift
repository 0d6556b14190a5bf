import Records
import SQLite

extension KnowledgeBase {
  /// True if an article is there as it is: with this text and these particulars, read by this program. Importing it
  /// again would change nothing.
  public func has(_ article: Article) throws -> Bool {
    let found: Bool? = try statements.first(
      """
      SELECT a.record_id IS ? AND a.title IS ? AND a.author IS ? AND a.outlet IS ? AND a.url IS ?
        AND a.published IS ? AND (?7 IS NULL OR a.language IS ?7) AND r.origin = 'extracted'
      FROM articles AS a JOIN records AS r ON r.article = a.id WHERE a.sha256 = ?8
      """,
      [
        .text(article.id), Value(article.title), Value(article.author), Value(article.outlet),
        Value(article.url), Value(article.published?.description), Value(article.language),
        .text(SHA256.hex(article.text)),
      ]
    ) { $0.int64(0) != 0 }
    return found ?? false
  }
}

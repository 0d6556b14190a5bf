import Records
import SQLite

/// Which of several texts from one address holds: the one with the latest date of publication; of one date, the one
/// that was imported last. The others are kept and say nothing any more: `superseded_by`.
struct ArticleVersions {
  let statements: StatementCache

  /// What has to change so that the texts from an article's address are in order.
  struct Change {
    /// The article that holds.
    var current: Int64
    /// Articles that held until now.
    var superseded: [Int64] = []
    /// Articles that hold from now on, though they did not.
    var restored: [Int64] = []
  }

  /// True if a later version stands in the article's place.
  func isSuperseded(_ article: Int64) throws -> Bool {
    try statements.first(
      "SELECT superseded_by IS NOT NULL FROM articles WHERE id = ?", [.integer(article)]
    ) { $0.int64(0) != 0 } ?? false
  }

  /// The change that an article brings; nil where its address has one text only.
  func change(_ article: Int64) throws -> Change? {
    let url = try statements.first("SELECT url FROM articles WHERE id = ?", [.integer(article)]) {
      $0.text(0)
    }
    guard let url = url ?? nil, Self.isOfOneArticle(url) else { return nil }
    let rows = try statements.map(
      """
      SELECT id, superseded_by IS NOT NULL FROM articles WHERE url = ? AND text IS NOT NULL
      ORDER BY coalesce(published_earliest, ''), id
      """, [.text(url)]
    ) { (id: $0.int64(0), isSuperseded: $0.int64(1) != 0) }
    guard rows.count > 1, let last = rows.last else { return nil }
    var change = Change(current: last.id)
    change.superseded = rows.dropLast().filter { !$0.isSuperseded }.map(\.id)
    change.restored = last.isSuperseded ? [last.id] : []
    return change
  }

  /// Writes who is superseded by whom.
  func write(_ change: Change, of article: Int64) throws {
    try statements.run(
      """
      UPDATE articles SET superseded_by = nullif(?1, id)
      WHERE url = (SELECT url FROM articles WHERE id = ?2) AND text IS NOT NULL
        AND superseded_by IS NOT nullif(?1, id)
      """, [.integer(change.current), .integer(article)])
  }

  /// False for the front page of a site, which scrapers give for want of better.
  static func isOfOneArticle(_ url: String) -> Bool {
    // scheme, nothing, host, and what there is behind the host
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[1].isEmpty else { return !url.isEmpty }
    return parts.dropFirst(3).contains { !$0.isEmpty } || url.contains("?")
  }
}

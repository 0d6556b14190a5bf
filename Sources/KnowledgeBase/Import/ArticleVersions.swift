import Records
import SQLite

/// Which of several texts from one address holds: the one with the latest date of publication; of one date the longest,
/// since articles grow as they are brought up to date; of one length the first by stable id. The order of imports plays
/// no part. The others are kept and say nothing any more: `superseded_by`.
struct ArticleVersions {
  let statements: StatementCache

  /// The version that holds stands last.
  static let order = "coalesce(published_earliest, ''), length(text), key DESC"

  /// What has to change so that the texts from an address are in order.
  struct Change {
    /// Each article with the one that stands in its place.
    var successors: [(article: Int64, successor: Int64?)] = []
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

  /// What has to change so that an article and the texts from its address are in order; nil if nothing has to.
  func change(_ article: Int64, url: String?) throws -> Change? {
    if let url, Self.isOfOneArticle(url) { return try change(url: url) }
    // It may have come from another address before.
    guard try isSuperseded(article) else { return nil }
    return Change(successors: [(article, nil)], restored: [article])
  }

  /// What has to change so that the texts from an address are in order; nil if nothing has to.
  func change(url: String) throws -> Change? {
    guard Self.isOfOneArticle(url) else { return nil }
    let rows = try statements.map(
      """
      SELECT id, superseded_by FROM articles WHERE url = ? AND text IS NOT NULL ORDER BY \(ArticleVersions.order)
      """, [.text(url)]
    ) { (id: $0.int64(0), successor: $0.isNull(1) ? nil : $0.int64(1)) }
    guard let last = rows.last else { return nil }
    func successor(_ id: Int64) -> Int64? { id == last.id ? nil : last.id }
    guard rows.contains(where: { $0.successor != successor($0.id) }) else { return nil }
    var change = Change()
    change.successors = rows.map { ($0.id, successor($0.id)) }
    change.superseded = rows.filter { $0.successor == nil && successor($0.id) != nil }.map(\.id)
    change.restored = rows.filter { $0.successor != nil && successor($0.id) == nil }.map(\.id)
    return change
  }

  /// Writes who is superseded by whom.
  func write(_ change: Change) throws {
    for (id, successor) in change.successors {
      try statements.run(
        "UPDATE articles SET superseded_by = ?2 WHERE id = ?1 AND superseded_by IS NOT ?2",
        [.integer(id), Value(successor)])
    }
  }

  /// False for the front page of a site, which scrapers give for want of better.
  static func isOfOneArticle(_ url: String) -> Bool {
    // scheme, nothing, host, and what there is behind the host
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[1].isEmpty else { return !url.isEmpty }
    return parts.dropFirst(3).contains { !$0.isEmpty } || url.contains("?")
  }
}

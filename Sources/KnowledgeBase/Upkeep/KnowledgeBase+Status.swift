import SQLite

/// What a base holds, in numbers.
public struct BaseStatus: Sendable, Equatable {
  /// Tables and how many rows each has, in a fixed order.
  public var counts: [(name: String, count: Int64)] = []
  /// First and last day of publication, and of meetings; nil where there is none.
  public var published: (first: String, last: String)?
  public var met: (first: String, last: String)?
  /// Pairs of entities, and of meetings, that may be one.
  public var doubtfulPairs: Int64 = 0
  /// Fields on which reports contradict each other.
  public var contradictions: Int64 = 0
  /// Corrections in force.
  public var corrections: Int64 = 0
  /// When something was imported last, ISO 8601 in UTC, and what: new, replaced and known articles.
  public var lastImport: (at: String, new: Int64, updated: Int64, known: Int64)?

  /// Compares all but the names of the counts.
  public static func == (left: BaseStatus, right: BaseStatus) -> Bool {
    left.counts.map(\.count) == right.counts.map(\.count)
      && left.doubtfulPairs == right.doubtfulPairs
      && left.contradictions == right.contradictions && left.corrections == right.corrections
      && left.lastImport?.at == right.lastImport?.at
  }
}

extension KnowledgeBase {
  /// Counts what the base holds.
  public func status() throws -> BaseStatus {
    var status = BaseStatus()
    for (name, sql) in [
      ("articles", "SELECT count(*) FROM articles"),
      ("people", "SELECT count(*) FROM entities WHERE kind = 'person'"),
      ("governments", "SELECT count(*) FROM entities WHERE kind = 'government'"),
      ("organizations", "SELECT count(*) FROM entities WHERE kind = 'organization'"),
      ("delegations", "SELECT count(*) FROM entities WHERE kind = 'delegation'"),
      ("meetings", "SELECT count(*) FROM meetings"),
      ("agreements", "SELECT count(*) FROM agreements"),
      ("statements", "SELECT count(*) FROM statements"),
      ("pieces of evidence", "SELECT count(*) FROM evidence"),
    ] {
      status.counts.append((name, try integer(sql)))
    }
    status.published = try period(
      "SELECT min(published_earliest), max(published_latest) FROM articles")
    status.met = try period("SELECT min(earliest), max(latest) FROM meetings")
    status.doubtfulPairs = try integer(
      """
      SELECT (SELECT count(*) FROM (SELECT DISTINCT entity, other_entity FROM doubtful_pairs)) + (
        SELECT count(DISTINCT a.meeting || '-' || b.meeting) FROM meeting_doubts AS d
        JOIN meeting_reports AS a ON a.id = d.a JOIN meeting_reports AS b ON b.id = d.b WHERE a.meeting <> b.meeting)
      """)
    status.contradictions = try integer(
      "SELECT count(*) FROM (SELECT DISTINCT meeting, agreement, field FROM contradictions)")
    status.corrections = try integer("SELECT count(*) FROM corrections WHERE undone_at IS NULL")
    status.lastImport = try statements.first(
      "SELECT imported_at, new, updated, known FROM imports ORDER BY id DESC LIMIT 1", []
    ) { ($0.text(0) ?? "", $0.int64(1), $0.int64(2), $0.int64(3)) }
    return status
  }

  private func period(_ sql: String) throws -> (first: String, last: String)? {
    try statements.first(sql, []) { row in
      row.text(0).flatMap { first in row.text(1).map { (first, $0) } }
    } ?? nil
  }
}

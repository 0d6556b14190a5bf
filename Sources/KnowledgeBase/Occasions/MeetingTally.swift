import SQLite

/// Keeps `pair_meetings` and `country_meetings` in step with the meetings while articles are loaded: how many were held
/// by each two who took part, and by each country.
///
/// A meeting is taken back as it stands when it is changed first, and counted as it stands at the end of the transaction.
final class MeetingTally {
  private let statements: StatementCache
  /// False while a file of an older version is brought forward, which has no tallies yet.
  private let isKept: Bool
  /// Meetings that are to be counted at the end.
  private var counted: Set<Int64> = []
  /// Meetings that were taken back.
  private var taken: Set<Int64> = []

  init(_ statements: StatementCache) throws {
    self.statements = statements
    isKept =
      try statements.first(
        "SELECT 1 FROM sqlite_schema WHERE name = 'pair_meetings'", [], { _ in true }) ?? false
  }

  /// A meeting is new.
  func inserted(_ meeting: Int64) { counted.insert(meeting) }

  /// The status of a meeting or those who take part are about to change.
  func changing(_ meeting: Int64) throws {
    try removing(meeting)
    counted.insert(meeting)
  }

  /// All meetings of an entity are about to change: it goes, or is of another country.
  func changing(allOf entity: Int64) throws {
    let meetings = try statements.map(
      "SELECT meeting FROM participants WHERE entity = ?", [.integer(entity)]
    ) { $0.int64(0) }
    for meeting in meetings { try changing(meeting) }
  }

  /// A meeting is about to be deleted.
  func removing(_ meeting: Int64) throws {
    // What came with this load is not counted yet.
    guard counted.remove(meeting) == nil, taken.insert(meeting).inserted, isKept else { return }
    for table in Table.allCases {
      try statements.run(
        """
        UPDATE \(table.rawValue) SET meetings = meetings - 1
        WHERE (\(table.key)) IN (SELECT \(table.key) FROM (\(table.rows(in: "= ?1"))))
        """, [.integer(meeting)])
      try statements.run(
        """
        DELETE FROM \(table.rawValue) WHERE meetings = 0
          AND (\(table.key)) IN (SELECT \(table.key) FROM (\(table.rows(in: "= ?1"))))
        """, [.integer(meeting)])
    }
  }

  /// Counts what was added and changed; at the end of the transaction.
  func flush() throws {
    var rest = counted.sorted()[...]
    counted = []
    taken = []
    guard isKept else { return }
    while let first = rest.popFirst() {
      var last = first
      while rest.first == last + 1, let next = rest.popFirst() { last = next }
      for table in Table.allCases {
        try statements.run(
          """
          INSERT INTO \(table.rawValue) (\(table.key), meetings)
          \(table.rows(in: "BETWEEN ?1 AND ?2"))
          ON CONFLICT DO UPDATE SET meetings = meetings + excluded.meetings
          """, [.integer(first), .integer(last)])
      }
    }
  }

  /// Counts all meetings anew.
  func recount() throws {
    counted = []
    taken = []
    guard isKept else { return }
    for table in Table.allCases {
      try statements.run("DELETE FROM \(table.rawValue)", [])
      try statements.run(
        "INSERT INTO \(table.rawValue) (\(table.key), meetings) \(table.rows(in: "IS NOT NULL"))",
        [])
    }
  }

  /// What is wrong in the tallies of a base, a line each.
  static func mistakes(_ database: Database) throws -> [String] {
    try Table.allCases.flatMap { table in
      try database.map(
        """
        SELECT * FROM (SELECT \(table.key), meetings FROM \(table.rawValue)
          EXCEPT SELECT * FROM (\(table.rows(in: "IS NOT NULL"))))
        UNION ALL SELECT * FROM (SELECT * FROM (\(table.rows(in: "IS NOT NULL")))
          EXCEPT SELECT \(table.key), meetings FROM \(table.rawValue))
        """
      ) { row in
        let values = row.values().map { "\($0)" }
        return "\(table.rawValue) (\(values.dropLast().joined(separator: ", ")))"
      }
    }
  }

  private enum Table: String, CaseIterable {
    case pairs = "pair_meetings"
    case countries = "country_meetings"

    /// The columns that a row is told apart by.
    var key: String { self == .pairs ? "a, b" : "country" }

    /// The rows of the meetings whose id fulfils a condition: the key, and how many of the meetings count for it.
    func rows(in condition: String) -> String {
      switch self {
      case .pairs:
        """
        SELECT p.entity AS a, q.entity AS b, count(*) AS meetings FROM meetings AS m
        CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity <> 'attendee'
        CROSS JOIN participants AS q ON q.meeting = m.id AND q.capacity <> 'attendee' AND q.entity > p.entity
        WHERE m.id \(condition) AND m.status = 'held' GROUP BY p.entity, q.entity
        """
      case .countries:
        """
        SELECT coalesce(p.country, e.country) AS country, count(DISTINCT m.id) AS meetings FROM meetings AS m
        CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity <> 'attendee'
        CROSS JOIN entities AS e ON e.id = p.entity
        WHERE m.id \(condition) AND m.status = 'held' AND coalesce(p.country, e.country) IS NOT NULL
        GROUP BY coalesce(p.country, e.country)
        """
      }
    }
  }
}

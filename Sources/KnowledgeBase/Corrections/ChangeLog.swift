import SQLite

/// Rows that a change of the base wrote, and which entities, meetings and agreements look different for it.
final class ChangeLog {
  private var rows: [String: Set<Int64>] = [:]
  private var entities: Set<Int64> = []
  private var meetings: Set<Int64> = []
  private var agreements: Set<Int64> = []

  /// Notes a row, as `Database.observing` tells of it.
  func note(_ table: String, _ id: Int64) { rows[table, default: []].insert(id) }

  /// Finds out to what the rows belong in the state that the base is in: to be called before the change is taken back, and
  /// again after it.
  func look(_ database: Database) throws {
    entities.formUnion(rows["entities"] ?? [])
    meetings.formUnion(rows["meetings"] ?? [])
    agreements.formUnion(rows["agreements"] ?? [])
    func find(_ column: String, _ table: String, by key: String = "id", _ ids: Set<Int64>) throws
      -> [Int64]
    {
      ids.isEmpty
        ? []
        : try database.map(
          "SELECT DISTINCT \(column) FROM \(table) WHERE \(key) IN (SELECT value FROM json_each(?)) AND \(column) IS NOT NULL",
          [ChangeLog.list(ids)]
        ) { $0.int64(0) }
    }
    entities.formUnion(try find("entity", "names", rows["names"] ?? []))
    for table in ["participants", "topics", "evidence"] {
      meetings.formUnion(try find("meeting", table, rows[table] ?? []))
    }
    for table in ["parties", "evidence"] {
      agreements.formUnion(try find("agreement", table, rows[table] ?? []))
    }
    // Meetings and agreements are told by the names of their parties.
    meetings.formUnion(try find("meeting", "participants", by: "entity", entities))
    agreements.formUnion(try find("agreement", "parties", by: "entity", entities))
  }

  /// What these look like in the state that the base is in.
  func contents(_ database: Database) throws -> Contents {
    try Contents(
      database,
      [
        "entity": ChangeLog.list(entities), "meeting": ChangeLog.list(meetings),
        "agreement": ChangeLog.list(agreements),
      ])
  }

  private static func list(_ ids: Set<Int64>) -> Value {
    .text("[" + ids.sorted().map(String.init).joined(separator: ",") + "]")
  }
}

import SQLite

/// Keeps the full-text indexes in step with their tables while articles are loaded.
///
/// The schema's triggers do the same, row by row, for everybody else who writes; inside of a load they are off. A row
/// that a trigger indexes makes FTS5 write out all that it holds in memory, since such a statement opens a savepoint
/// (`fts5SavepointMethod` in SQLite's fts5_main.c): a load that waits until its end writes each index once.
final class FullTextQueue {
  /// A table with a full-text index.
  enum Table: String, CaseIterable {
    case articles, statements, meetings, topics, agreements, names
    case agreementReports = "agreement_reports"

    /// The name of the index.
    var index: String { self == .agreementReports ? "agreement_titles_fts" : rawValue + "_fts" }

    /// The columns that it indexes.
    var columns: [String] {
      switch self {
      case .articles: ["title", "text"]
      case .statements: ["text"]
      case .meetings: ["place"]
      case .topics: ["topic"]
      case .agreements, .agreementReports: ["title"]
      case .names: ["folded"]
      }
    }
  }

  private struct Changes {
    /// Rows to be indexed as they stand at the end.
    var added: Set<Int64> = []
    /// What the index has of rows that are changed or no more.
    var removed: [Int64: [Value]] = [:]
  }

  private let statements: StatementCache
  private var tables: [Table: Changes] = [:]

  init(_ statements: StatementCache) { self.statements = statements }

  /// A row was inserted.
  func inserted(_ table: Table, _ id: Int64) {
    tables[table, default: Changes()].added.insert(id)
  }

  /// A row is about to be changed in its indexed columns; it has to be there still.
  func changing(_ table: Table, _ id: Int64) throws {
    try removing(table, id)
    inserted(table, id)
  }

  /// A row is about to be deleted.
  func removing(_ table: Table, _ id: Int64) throws {
    // What came with this load is not in the index yet.
    if tables[table]?.added.remove(id) != nil { return }
    guard tables[table]?.removed[id] == nil else { return }
    let columns = table.columns.joined(separator: ", ")
    let old = try statements.first(
      "SELECT \(columns) FROM \(table.rawValue) WHERE id = ?", [.integer(id)]
    ) { $0.values() }
    tables[table, default: Changes()].removed[id] = old
  }

  /// All rows of a table that a condition with one parameter selects are about to be deleted.
  func removing(_ table: Table, where condition: StaticString, _ value: Int64) throws {
    let ids = try statements.map(
      "SELECT id FROM \(table.rawValue) WHERE \(condition)", [.integer(value)]
    ) { $0.int64(0) }
    for id in ids { try removing(table, id) }
  }

  /// Writes the indexes; at the end of the transaction, when nothing else is written any more.
  func flush() throws {
    for table in Table.allCases {
      guard let changes = tables.removeValue(forKey: table) else { continue }
      try flush(table, changes)
    }
  }

  private func flush(_ table: Table, _ changes: Changes) throws {
    let columns = table.columns.joined(separator: ", ")
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    // In the order of row ids, so that FTS5 can keep them in memory until the end.
    for id in changes.removed.keys.sorted() {
      try statements.run(
        "INSERT INTO \(table.index) (\(table.index), rowid, \(columns)) VALUES ('delete', ?, \(marks))",
        [.integer(id)] + (changes.removed[id] ?? []))
    }
    var rest = changes.added.sorted()[...]
    while let first = rest.popFirst() {
      var last = first
      while rest.first == last + 1, let next = rest.popFirst() { last = next }
      try statements.run(
        """
        INSERT INTO \(table.index) (rowid, \(columns))
        SELECT id, \(columns) FROM \(table.rawValue) WHERE id BETWEEN ? AND ?
        """, [.integer(first), .integer(last)])
    }
  }
}

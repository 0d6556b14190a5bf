import SQLite

/// Prepared statements by their SQL, for statements that run over and over.
final class StatementCache {
  private let database: Database
  private var prepared: [String: Statement] = [:]

  init(_ database: Database) { self.database = database }

  /// The statement of `sql`, prepared once, without rows under way.
  subscript(sql: String) -> Statement {
    get throws {
      if let statement = prepared[sql] {
        statement.reset()
        return statement
      }
      let statement = try database.prepare(sql)
      prepared[sql] = statement
      return statement
    }
  }

  /// Runs a statement to its end.
  func run(_ sql: String, _ values: [Value]) throws { try self[sql].run(values) }

  /// Runs an INSERT and gives the new row's id.
  func insert(_ sql: String, _ values: [Value]) throws -> Int64 {
    try self[sql].run(values)
    return database.lastInsertRowID
  }

  /// All rows of a query, each transformed by `body`, which must not run the same statement.
  func map<T>(_ sql: String, _ values: [Value], _ body: (Statement) throws -> T) throws -> [T] {
    let statement = try self[sql]
    try statement.bind(values)
    var out: [T] = []
    while try statement.step() { out.append(try body(statement)) }
    return out
  }

  /// The first row of a query, transformed; nil where there is none.
  func first<T>(_ sql: String, _ values: [Value], _ body: (Statement) throws -> T) throws -> T? {
    let statement = try self[sql]
    try statement.bind(values)
    guard try statement.step() else { return nil }
    let result = try body(statement)
    statement.reset()
    return result
  }

  /// Lets go of all statements.
  func removeAll() { prepared.removeAll() }
}

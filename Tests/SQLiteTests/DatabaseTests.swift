import SQLite
import Testing

@Suite struct DatabaseTests {
  @Test func valuesComeBackAsTheyWent() throws {
    let database = try Database(path: ":memory:")
    try database.execute("CREATE TABLE t (a, b, c, d, e, f)")
    let values: [Value] = [.null, 7, 2.5, "niño\u{0}北京", .blob([0, 255]), .blob([])]
    try database.execute("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", values)
    #expect(try database.map("SELECT * FROM t") { $0.values() } == [values])
    try database.execute("DELETE FROM t")
    try database.execute("INSERT INTO t (a) VALUES (?)", [""])
    #expect(try database.scalar("SELECT a FROM t") == "")
  }

  @Test func errorsCarryCodeMessageAndSQL() throws {
    let database = try Database(path: ":memory:")
    try database.execute("CREATE TABLE t (a UNIQUE)")
    try database.execute("INSERT INTO t VALUES (1)")
    let error = #expect(throws: SQLiteError.self) {
      try database.execute("INSERT INTO t VALUES (1)")
    }
    #expect(error?.extendedCode == 2067)
    #expect(error?.message.contains("UNIQUE") == true)
    #expect(error?.sql == "INSERT INTO t VALUES (1)")
  }

  @Test func noRowIsNotNull() throws {
    let database = try Database(path: ":memory:")
    #expect(try database.scalar("SELECT 1 WHERE 0") == Value?.none)
    #expect(try database.scalar("SELECT NULL") == Value.null)
  }

  @Test func oneStatementMeansOne() throws {
    let database = try Database(path: ":memory:")
    #expect(throws: SQLiteError.self) { try database.prepare("SELECT 1; SELECT 2") }
    #expect(throws: SQLiteError.self) { try database.prepare(" -- nothing\n") }
    _ = try database.prepare("SELECT 1; -- the end")
  }

  @Test func aStatementKeepsItsDatabaseOpen() throws {
    func make() throws -> Statement { try Database(path: ":memory:").prepare("SELECT 1") }
    let statement = try make()
    #expect(try statement.step())
    #expect(statement.value(0) == 1)
  }

  @Test func transactionsRollBackAndSavepointsNest() throws {
    struct Stop: Error {}
    let database = try Database(path: ":memory:")
    try database.execute("CREATE TABLE t (a)")
    try database.transaction {
      try database.execute("INSERT INTO t VALUES (1)")
      try? database.transaction {
        try database.execute("INSERT INTO t VALUES (2)")
        throw Stop()
      }
    }
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (3)")
        throw Stop()
      }
    }
    #expect(try database.map("SELECT a FROM t") { $0.int64(0) } == [1])
    #expect(database.isAutocommit)
  }

  @Test func namesBindWithAndWithoutSign() throws {
    let database = try Database(path: ":memory:")
    let statement = try database.prepare("SELECT :a, $b")
    try statement.bind(["a": 1, "$b": "x"])
    #expect(try statement.step())
    #expect(statement.values() == [1, "x"])
    #expect(throws: SQLiteError.self) { try statement.bind(["c": 1]) }
  }
}

import CSQLite

/// One connection to an SQLite database. Not thread-safe: a connection belongs to one thread at a time.
public final class Database {
  /// How a database file is opened.
  public enum Mode: Sendable {
    /// The file must exist and is not written.
    case readOnly
    /// The file must exist.
    case readWrite
    /// The file is made where there is none.
    case create
  }

  /// The path it was opened with; `:memory:` for one in memory.
  public let path: String
  let handle: OpaquePointer
  var authorizer: AuthorizerBox?
  var progress: ProgressBox?

  /// Opens a file. Foreign keys are on, double-quoted strings are off, extended codes are reported.
  ///
  /// `busyTimeout` is how long a statement waits for another's lock, in milliseconds. Throws `SQLiteError`
  /// (`SQLITE_CANTOPEN`). That the file is no database shows at the first read (`SQLITE_NOTADB`).
  ///
  /// `vfs` names a file system that was registered with SQLite; nil is the usual one.
  public init(path: String, mode: Mode = .create, busyTimeout: Int = 5_000, vfs: String? = nil)
    throws
  {
    let flags: Int32 =
      switch mode {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs)
    guard code == SQLITE_OK, let opened else {
      let message = String(cString: opened.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
      sqlite3_close(opened)
      throw SQLiteError(extendedCode: code, message: "\(message): \(path)")
    }
    self.path = path
    handle = opened
    sqlite3_busy_timeout(opened, Int32(clamping: busyTimeout))
    try configure(SQLITE_DBCONFIG_DQS_DML, false)
    try configure(SQLITE_DBCONFIG_DQS_DDL, false)
    try configure(SQLITE_DBCONFIG_ENABLE_FKEY, true)
  }

  deinit { sqlite3_close(handle) }

  /// Sets one of the `SQLITE_DBCONFIG_` switches that are on or off.
  public func configure(_ option: Int32, _ on: Bool) throws {
    let code = chancery_db_config(handle, option, on ? 1 : 0, nil)
    guard code == SQLITE_OK else { throw error(sql: nil) }
  }

  /// Prepares the first statement of `sql`. Throws if there is none, or if more follows it.
  public func prepare(_ sql: String) throws -> Statement {
    var rest = sql[...]
    guard let statement = try prepareNext(&rest) else {
      throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "no SQL statement", sql: sql)
    }
    guard try prepareNext(&rest) == nil else {
      throw SQLiteError(
        extendedCode: SQLITE_MISUSE, message: "more than one SQL statement", sql: sql)
    }
    return statement
  }

  /// Prepares the first statement of `sql` and leaves in it what follows; nil when only blanks and comments are left.
  public func prepareNext(_ sql: inout Substring) throws -> Statement? {
    while !sql.isEmpty {
      var text = String(sql)
      var prepared: OpaquePointer?
      var used = 0
      let code = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          var tail: UnsafePointer<CChar>?
          let code = sqlite3_prepare_v3(
            handle, characters.baseAddress, Int32(clamping: characters.count), 0, &prepared, &tail)
          if let tail, let start = characters.baseAddress { used = tail - start }
          return code
        }
      }
      guard code == SQLITE_OK else { throw error(sql: text) }
      let next = sql.utf8.index(sql.startIndex, offsetBy: used, limitedBy: sql.endIndex)
      sql = sql[(next ?? sql.endIndex)...]
      if let prepared { return Statement(database: self, handle: prepared) }
      if used == 0 { break }
    }
    return nil
  }

  /// Runs every statement of a script, leaving rows unread.
  public func execute(script: String) throws {
    var rest = script[...]
    while let statement = try prepareNext(&rest) { try statement.run() }
  }

  /// Runs one statement with positional parameters.
  public func execute(_ sql: String, _ values: [Value] = []) throws {
    try prepare(sql).run(values)
  }

  /// Runs one query and gives each row to `body`.
  public func query(_ sql: String, _ values: [Value] = [], _ body: (Statement) throws -> Void)
    throws
  {
    let statement = try prepare(sql)
    try statement.bind(values)
    while try statement.step() { try body(statement) }
  }

  /// All rows of a query, each transformed by `body`.
  public func map<T>(_ sql: String, _ values: [Value] = [], _ body: (Statement) throws -> T) throws
    -> [T]
  {
    var out: [T] = []
    try query(sql, values) { out.append(try body($0)) }
    return out
  }

  /// The first column of the first row, or nil where there is no row.
  public func scalar(_ sql: String, _ values: [Value] = []) throws -> Value? {
    let statement = try prepare(sql)
    try statement.bind(values)
    // Not `: nil`, which would be `Value.null`, as a value may be written so.
    guard try statement.step() else { return Value?.none }
    return statement.value(0)
  }

  /// The row id of the last insert on this connection.
  public var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(handle) }
  /// How many rows the last INSERT, UPDATE or DELETE changed.
  public var changes: Int { Int(sqlite3_changes64(handle)) }
  /// True outside a transaction.
  public var isAutocommit: Bool { sqlite3_get_autocommit(handle) != 0 }

  func error(sql: String?) -> SQLiteError {
    SQLiteError(
      extendedCode: sqlite3_extended_errcode(handle),
      message: String(cString: sqlite3_errmsg(handle)), sql: sql)
  }
}

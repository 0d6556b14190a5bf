import CSQLite

/// A prepared statement: bind, step, read columns, reset.
///
/// It keeps its database open for as long as it lives, so it cannot outlive it. Not thread-safe, as its
/// connection is not. Parameters are numbered from 1, columns from 0, as in SQLite.
public final class Statement {
  /// The connection that the statement was prepared on.
  public let database: Database
  let handle: OpaquePointer

  init(database: Database, handle: OpaquePointer) {
    self.database = database
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// The SQL text, without what followed it in the string it was prepared from.
  public var sql: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }
  /// True if the statement by itself does not write to the database (`sqlite3_stmt_readonly`).
  public var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }
  /// How many parameters it has: the largest parameter index.
  public var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }
  /// How many columns a row has; 0 for a statement that gives none.
  public var columnCount: Int { Int(sqlite3_column_count(handle)) }
  /// The names of the columns, in order.
  public var columnNames: [String] { (0..<columnCount).map(columnName) }

  /// The name of a column, in `0..<columnCount`.
  public func columnName(_ index: Int) -> String {
    sqlite3_column_name(handle, Int32(index)).map { String(cString: $0) } ?? ""
  }

  /// The name of a parameter in `1...parameterCount` with its sign (`:name`), or nil if it is `?`.
  public func parameterName(_ index: Int) -> String? {
    sqlite3_bind_parameter_name(handle, Int32(index)).map { String(cString: $0) }
  }

  /// The index of a parameter by its name with the sign (`:name`, `@name`, `$name`), or nil.
  public func parameterIndex(_ name: String) -> Int? {
    let index = sqlite3_bind_parameter_index(handle, name)
    return index == 0 ? nil : Int(index)
  }

  // MARK: Binding

  /// Binds one parameter, in `1...parameterCount`. Throws `SQLITE_RANGE` for another index.
  public func bind(_ value: Value, at index: Int) throws {
    let index = Int32(clamping: index)
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, index)
    case .integer(let number): code = sqlite3_bind_int64(handle, index, number)
    case .real(let number): code = sqlite3_bind_double(handle, index, number)
    case .text(var text):
      code = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          // An empty buffer may have no address; SQLite would take that for NULL.
          guard let start = $0.baseAddress else { return chancery_bind_text(handle, index, "", 0) }
          return chancery_bind_text(handle, index, start, UInt64($0.count))
        }
      }
    case .blob(let bytes):
      code = bytes.withUnsafeBytes {
        chancery_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
      }
    }
    guard code == SQLITE_OK else { throw database.error(sql: sql) }
  }

  /// Binds the parameters 1, 2, 3 … in order; those without a value stay as they were.
  public func bind(_ values: [Value]) throws {
    for (offset, value) in values.enumerated() { try bind(value, at: offset + 1) }
  }

  /// Binds by name; a name may come with or without its sign. Throws `SQLITE_RANGE` for an unknown name.
  public func bind(_ values: [String: Value]) throws {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let spellings =
        ":@$".contains(name.first ?? " ") ? [name] : [":" + name, "@" + name, "$" + name]
      guard let index = spellings.lazy.compactMap({ self.parameterIndex($0) }).first else {
        throw SQLiteError(
          extendedCode: SQLITE_RANGE, message: "no parameter named \(name)", sql: sql)
      }
      try bind(value, at: index)
    }
  }

  /// Sets every parameter to NULL again.
  public func clearBindings() { sqlite3_clear_bindings(handle) }

  // MARK: Running

  /// Goes to the next row. Returns false when there is none; the statement is then ready to run again.
  public func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let failure = database.error(sql: sql)
      sqlite3_reset(handle)
      throw failure
    }
  }

  /// Runs to the end, leaving rows unread, and is ready to run again.
  public func run(_ values: [Value] = []) throws {
    reset()
    try bind(values)
    while try step() {}
  }

  /// Leaves the current row; bindings stay.
  public func reset() { sqlite3_reset(handle) }

  // MARK: Columns of the current row

  /// The value of a column of the current row, in `0..<columnCount`.
  public func value(_ column: Int) -> Value {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(int64(column))
    case SQLITE_FLOAT: .real(double(column))
    case SQLITE_TEXT: .text(text(column) ?? "")
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }

  /// All values of the current row.
  public func values() -> [Value] { (0..<columnCount).map(value) }
  /// True if the column is NULL.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }
  /// The column as a 64-bit integer; 0 for NULL.
  public func int64(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
  /// The column as an integer, or nil for NULL.
  public func int(_ column: Int) -> Int? { isNull(column) ? nil : Int(int64(column)) }
  /// The column as a floating-point number; 0 for NULL.
  public func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// The column as text, or nil for NULL. Invalid UTF-8 is repaired with U+FFFD.
  public func text(_ column: Int) -> String? {
    withText(column) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// The bytes of a text column, without a copy, valid inside `body`; nil for NULL.
  public func withText<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> T) rethrows
    -> T
  {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return try body(nil) }
    let length = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeBufferPointer(start: start, count: length))
  }

  /// The column as bytes; empty for NULL.
  public func blob(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let length = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: length))
  }
}

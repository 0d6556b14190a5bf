import CSQLite

/// One column of the current row, as SQLite holds it, without a copy.
///
/// The bytes of `text` and `blob` belong to the statement: they are valid until it steps, is reset, or the same
/// column is read in another type. It is for writers that pass the bytes on at once; all others use `Value`.
public enum Cell {
  case null
  case integer(Int64)
  case real(Double)
  /// UTF-8 as stored, which SQLite does not check; it may hold NUL.
  case text(UnsafeBufferPointer<UInt8>)
  case blob(UnsafeBufferPointer<UInt8>)
}

extension Statement {
  /// The column of the current row, in `0..<columnCount`, without a copy; see `Cell` for how long it is valid.
  public func cell(_ column: Int) -> Cell {
    let column = Int32(truncatingIfNeeded: column)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(handle, column)
      let length = Int(sqlite3_column_bytes(handle, column))
      return .text(UnsafeBufferPointer(start: start, count: start == nil ? 0 : length))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
      let length = Int(sqlite3_column_bytes(handle, column))
      return .blob(UnsafeBufferPointer(start: start, count: start == nil ? 0 : length))
    default: return .null
    }
  }
}

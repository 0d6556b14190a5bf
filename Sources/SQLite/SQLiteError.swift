import CSQLite

/// What SQLite reported: the extended result code, its message, and the SQL that was being run.
public struct SQLiteError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The extended result code (https://www.sqlite.org/rescode.html), as in `SQLITE_CONSTRAINT_UNIQUE`.
  public let extendedCode: Int32
  /// SQLite's message in English, as `sqlite3_errmsg` gave it.
  public let message: String
  /// The statement that failed, if one was at hand.
  public let sql: String?

  /// Makes an error from its parts; `extendedCode` is an extended result code.
  public init(extendedCode: Int32, message: String, sql: String? = nil) {
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }

  /// The primary result code: the low 8 bits of the extended code, as in `SQLITE_BUSY`.
  public var code: Int32 { extendedCode & 0xff }

  /// One line: the message, the code, and the beginning of the SQL.
  public var description: String {
    var text = "SQLite: \(message) (code \(extendedCode))"
    if let sql {
      let line = sql.prefix(200).split(whereSeparator: \.isNewline).joined(separator: " ")
      text += " in: \(line)"
    }
    return text
  }

  /// True if another connection holds a lock that outlasted the busy timeout.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
  /// True if the file is no SQLite database, or is damaged.
  public var isDamaged: Bool { code == SQLITE_NOTADB || code == SQLITE_CORRUPT }
  /// True if the query was interrupted, by `interrupt()` or by a progress handler.
  public var isInterrupt: Bool { code == SQLITE_INTERRUPT }
}

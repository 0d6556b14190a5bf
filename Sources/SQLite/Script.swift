import CSQLite

/// SQL of one or more statements, prepared one by one without copying what follows.
public struct Script {
  /// The text as bytes, with a NUL at its end.
  private let bytes: [UInt8]
  private var offset = 0
  /// How many lines there are before an offset, as last counted.
  private var counted = (offset: 0, line: 1)
  /// The line that the last prepared statement began on, or the last error was at; from 1.
  public private(set) var line = 1

  /// A script of these bytes. Throws `SQLITE_MISUSE` if they are no UTF-8 or hold a NUL, at which SQLite would stop.
  public init(_ bytes: [UInt8]) throws {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "the SQL is not UTF-8")
    }
    guard !bytes.contains(0) else {
      throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "the SQL holds a NUL character")
    }
    self.bytes = bytes + [0]
  }

  /// Prepares the next statement; nil when only blanks and comments are left.
  ///
  /// Throws `SQLiteError`; `line` then tells where.
  public mutating func next(on database: Database) throws -> Statement? {
    while bytes[offset] != 0 {
      skipBlanks()
      let start = offset
      line = lineNumber(at: start)
      var prepared: OpaquePointer?
      let (code, used) = bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters -> (Int32, Int) in
          guard let base = characters.baseAddress else { return (SQLITE_MISUSE, 0) }
          var tail: UnsafePointer<CChar>?
          let code = sqlite3_prepare_v3(database.handle, base + start, -1, 0, &prepared, &tail)
          return (code, tail.map { $0 - base - start } ?? 0)
        }
      }
      offset = start + used
      guard code == SQLITE_OK else {
        let within = Int(sqlite3_error_offset(database.handle))
        if within > 0 { line = lineNumber(at: min(start + within, bytes.count - 1)) }
        let text = String(decoding: bytes[start..<min(start + 500, bytes.count - 1)], as: UTF8.self)
        throw database.error(sql: text)
      }
      if let prepared { return Statement(database: database, handle: prepared) }
      if used == 0 { return nil }
    }
    return nil
  }

  private mutating func skipBlanks() {
    while [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[offset]) { offset += 1 }
  }

  /// The line of an offset, counted on from the statement before.
  private mutating func lineNumber(at end: Int) -> Int {
    let (from, line) = end >= counted.offset ? counted : (0, 1)
    let lines = bytes[from..<end].reduce(line) { $0 + ($1 == 0x0A ? 1 : 0) }
    counted = (end, lines)
    return lines
  }
}

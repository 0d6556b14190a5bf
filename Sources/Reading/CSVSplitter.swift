/// Cuts comma-separated values (RFC 4180, also with semicolons or tabs) into records.
struct CSVSplitter {
  /// The fields of one record, as bytes, and the line it begins on.
  struct Record {
    var line: Int
    var fields: [[UInt8]]
  }

  private var window: ByteWindow
  private let path: String
  private let limit: Int
  private var delimiter: UInt8?
  private var ended = false

  init(_ source: any ByteSource, path: String, limit: Int) {
    window = ByteWindow(source)
    self.path = path
    self.limit = limit
  }

  /// The next record that is not an empty line; nil at the end. Throws `Refusal`.
  mutating func next() throws -> Record? {
    if delimiter == nil { delimiter = try findDelimiter() }
    while !ended {
      let line = window.line
      let fields = try record(line: line)
      if let fields, fields.count > 1 || fields[0].isEmpty == false {
        return Record(line: line, fields: fields)
      }
    }
    return nil
  }

  private mutating func record(line: Int) throws -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var offset = 0
    var inQuotes = false
    var wasQuoted = false
    while let byte = try window.byte(at: offset) {
      offset += 1
      if offset > limit {
        ended = true
        throw Refusal(
          source: path, line: line,
          reason: "a record of more than \(limit >> 20) MiB: is a closing quotation mark missing? "
            + "What follows was not read")
      }
      if inQuotes {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if try window.byte(at: offset) == UInt8(ascii: "\"") {
          field.append(byte)
          offset += 1
        } else {
          inQuotes = false
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty, !wasQuoted {
        inQuotes = true
        wasQuoted = true
      } else if byte == delimiter {
        fields.append(field)
        field = []
        wasQuoted = false
      } else if byte == 0x0A {
        if field.last == 0x0D { field.removeLast() }
        window.consume(offset)
        return fields + [field]
      } else {
        field.append(byte)
      }
    }
    ended = true
    window.consume(window.count)
    if inQuotes {
      throw Refusal(source: path, line: line, reason: "a quoted field without end")
    }
    if field.last == 0x0D { field.removeLast() }
    return fields.isEmpty && field.isEmpty ? nil : fields + [field]
  }

  /// Of comma, semicolon and tab the one that the first line holds most of.
  private mutating func findDelimiter() throws -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var offset = 0
    while let byte = try window.byte(at: offset), byte != 0x0A, offset < 1 << 16 {
      counts[byte, default: 0] += 1
      offset += 1
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
  }
}

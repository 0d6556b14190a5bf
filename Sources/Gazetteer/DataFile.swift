/// A line of a data file that cannot be read.
public struct DataError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file's name, such as `countries.tsv`.
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// What is wrong, and what is expected instead.
  public var message: String

  /// `countries.tsv:12: …`.
  public var description: String { "\(file):\(line): \(message)" }
}

/// A table of tab-separated fields; lines that begin with `#` are comments. Alternatives in a field are separated by `|`.
struct DataFile {
  /// One line of the table.
  struct Row {
    let line: Int
    let fields: [String]

    /// The alternatives in a field; none if the field is not there.
    func alternatives(_ field: Int) -> [String] {
      guard field < fields.count else { return [] }
      return fields[field].utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
    }
  }

  let name: String
  private(set) var rows: [Row] = []
  private(set) var errors: [DataError] = []

  /// Reads a table whose lines must have `columns` fields.
  init(name: String, text: String, columns: Int) {
    self.name = name
    var line = 0
    // By bytes: a program that starts for one question reads these files, and characters cost ten times as much.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for content in lines {
      line += 1
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      let fields = content.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard fields.count == columns else {
        report(
          line, "\(fields.count) fields, where \(columns) are expected (separate them by tabs)")
        continue
      }
      if let empty = fields.firstIndex(where: \.isEmpty) {
        report(line, "field \(empty + 1) is empty (write - for nothing)")
        continue
      }
      if fields.contains(where: DataFile.hasGap) {
        report(line, "an alternative is empty (look for || or a | at an end)")
        continue
      }
      rows.append(Row(line: line, fields: fields))
    }
  }

  /// True if an alternative of the field is empty.
  private static func hasGap(_ field: String) -> Bool {
    var previous = UInt8(ascii: "|")
    for byte in field.utf8 {
      if byte == UInt8(ascii: "|"), previous == byte { return true }
      previous = byte
    }
    return previous == UInt8(ascii: "|")
  }

  /// Notes that a line cannot be used.
  mutating func report(_ line: Int, _ message: String) {
    errors.append(DataError(file: name, line: line, message: message))
  }
}

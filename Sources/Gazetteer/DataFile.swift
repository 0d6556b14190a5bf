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
///
/// It is read by bytes, and a field becomes a string only where it is asked for: a program that starts for one question
/// reads these files.
struct DataFile {
  /// One line of the table.
  struct Row {
    let line: Int
    private let content: ArraySlice<UInt8>

    init(line: Int, content: ArraySlice<UInt8>) {
      self.line = line
      self.content = content
    }

    /// A field; it must be there.
    func field(_ number: Int) -> String { String(decoding: bytes(number), as: UTF8.self) }

    /// The alternatives in a field; none if the field is not there.
    func alternatives(_ number: Int) -> [String] {
      let field = bytes(number)
      var found: [String] = []
      var start = field.startIndex
      while start < field.endIndex {
        let end = field[start...].firstIndex(of: UInt8(ascii: "|")) ?? field.endIndex
        found.append(String(decoding: field[start..<end], as: UTF8.self))
        start = end + 1
      }
      return found
    }

    private func bytes(_ number: Int) -> ArraySlice<UInt8> {
      var start = content.startIndex
      for _ in 0..<number {
        guard let tab = content[start...].firstIndex(of: UInt8(ascii: "\t")) else { return [] }
        start = tab + 1
      }
      let end = content[start...].firstIndex(of: UInt8(ascii: "\t")) ?? content.endIndex
      return content[start..<end]
    }
  }

  let name: String
  private(set) var rows: [Row] = []
  private(set) var errors: [DataError] = []

  /// Reads a table whose lines must have `columns` fields.
  init(name: String, text: String, columns: Int) {
    self.name = name
    let bytes = Array(text.utf8)
    var line = 0
    var start = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if start < end, bytes[start] != UInt8(ascii: "#") {
        read(line, bytes[start..<end], columns)
      }
      start = end + 1
    }
  }

  /// Takes a line as a row, or notes what is wrong with it.
  private mutating func read(_ line: Int, _ content: ArraySlice<UInt8>, _ columns: Int) {
    var fields = 1
    var empty: Int?
    var hasGap = false
    // A tab before the first field, so that fields and alternatives all begin behind a sign.
    var previous = UInt8(ascii: "\t")
    func sees(_ byte: UInt8) {
      let ends = byte == UInt8(ascii: "\t")
      if ends, previous == byte { empty = empty ?? fields }
      if ends || byte == UInt8(ascii: "|"), previous == UInt8(ascii: "|") { hasGap = true }
      if byte == UInt8(ascii: "|"), previous == UInt8(ascii: "\t") { hasGap = true }
      previous = byte
    }
    for byte in content {
      sees(byte)
      if byte == UInt8(ascii: "\t") { fields += 1 }
    }
    sees(UInt8(ascii: "\t"))
    if fields != columns {
      report(line, "\(fields) fields, where \(columns) are expected (separate them by tabs)")
    } else if let empty {
      report(line, "field \(empty) is empty (write - for nothing)")
    } else if hasGap {
      report(line, "an alternative is empty (look for || or a | at an end)")
    } else {
      rows.append(Row(line: line, content: content))
    }
  }

  /// Notes that a line cannot be used.
  mutating func report(_ line: Int, _ message: String) {
    errors.append(DataError(file: name, line: line, message: message))
  }
}

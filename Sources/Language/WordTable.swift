import CResources

/// A table of words compiled into the program: lines of fields separated by tabs, `#` begins a comment line.
struct WordTable {
  /// The fields of each line, and its number from 1.
  private(set) var rows: [(line: Int, fields: [Substring])] = []
  /// What is wrong with it, each with its line number; the tests see to it that it is empty.
  private(set) var problems: [String] = []

  /// Reads embedded bytes; every line must have `columns` fields.
  init(_ bytes: UnsafePointer<UInt8>, _ length: Int, name: String, columns: Int) {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    self.init(text: text, name: name, columns: columns)
  }

  /// Reads a text; every line must have `columns` fields.
  init(text: String, name: String, columns: Int) {
    var number = 0
    let (newline, tab, mark) = (UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "#"))
    for line in text.utf8.split(separator: newline, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == mark { continue }
      let fields = line.split(separator: tab, omittingEmptySubsequences: false).map {
        Substring($0)
      }
      if fields.count != columns {
        problems.append("\(name):\(number): \(fields.count) fields, expected \(columns)")
      } else {
        rows.append((number, fields))
      }
    }
  }

  /// Notes that a line cannot be understood.
  mutating func complain(_ name: String, _ line: Int, _ what: String) {
    problems.append("\(name):\(line): \(what)")
  }
}

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
    fileprivate let content: Content
    /// Where the first field begins in `Content.starts`; one more follows for the end of the last field.
    fileprivate let first: Int

    /// A field; it must be there.
    func field(_ number: Int) -> String {
      content.withField(first + number) { String(decoding: $0, as: UTF8.self) }
    }

    /// True if a field is this text.
    func has(_ number: Int, _ text: StaticString) -> Bool {
      content.withField(first + number) { field in
        text.withUTF8Buffer { $0.elementsEqual(field) }
      }
    }

    /// The alternatives in a field.
    func alternatives(_ number: Int) -> [String] {
      var found: [String] = []
      forEachAlternative(number) { found.append(String(decoding: $0, as: UTF8.self)) }
      return found
    }

    /// Calls `body` with the UTF-8 of each alternative in a field.
    func forEachAlternative(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
      content.withField(first + number) { field in
        var start = 0
        for end in 0...field.count where end == field.count || field[end] == UInt8(ascii: "|") {
          body(UnsafeBufferPointer(rebasing: field[start..<end]))
          start = end + 1
        }
      }
    }
  }

  /// The bytes of a table and where its fields begin.
  fileprivate final class Content {
    let bytes: [UInt8]
    var starts: [Int] = []

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Calls `body` with the bytes between a start and the sign before the next.
    func withField<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
      bytes.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[starts[index]..<starts[index + 1] - 1]))
      }
    }
  }

  let name: String
  private(set) var rows: [Row] = []
  private(set) var errors: [DataError] = []
  private let content: Content

  /// Reads a table whose lines must have `columns` fields.
  init(name: String, text: String, columns: Int) {
    self.name = name
    content = Content(text)
    let content = content
    content.bytes.withUnsafeBufferPointer { bytes in
      var line = 0
      var start = 0
      while start < bytes.count {
        line += 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if start < end, bytes[start] != UInt8(ascii: "#") {
          read(line, UnsafeBufferPointer(rebasing: bytes[start..<end]), at: start, columns)
        }
        start = end + 1
      }
    }
  }

  /// Takes a line as a row, or notes what is wrong with it.
  private mutating func read(
    _ line: Int, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ columns: Int
  ) {
    let first = content.starts.count
    content.starts.append(offset)
    var empty: Int?
    var hasGap = false
    // A tab before the first field and behind the last, so that fields and alternatives all stand between signs.
    var previous = UInt8(ascii: "\t")
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\t")
      if byte == UInt8(ascii: "\t") {
        if previous == byte { empty = empty ?? content.starts.count - first }
        if previous == UInt8(ascii: "|") { hasGap = true }
        content.starts.append(offset + index + 1)
      } else if byte == UInt8(ascii: "|"), previous == byte || previous == UInt8(ascii: "\t") {
        hasGap = true
      }
      previous = byte
    }
    let fields = content.starts.count - first - 1
    if fields != columns {
      report(line, "\(fields) fields, where \(columns) are expected (separate them by tabs)")
    } else if let empty {
      report(line, "field \(empty) is empty (write - for nothing)")
    } else if hasGap {
      report(line, "an alternative is empty (look for || or a | at an end)")
    } else {
      rows.append(Row(line: line, content: content, first: first))
    }
  }

  /// Notes that a line cannot be used.
  mutating func report(_ line: Int, _ message: String) {
    errors.append(DataError(file: name, line: line, message: message))
  }
}

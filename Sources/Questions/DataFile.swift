/// What is wrong with a data file of the question grammar, and where.
struct DataFileError: Error, Equatable, CustomStringConvertible {
  let file: String
  /// From 1.
  let line: Int
  let message: String
  var description: String { "\(file):\(line): \(message)" }
}

/// Reading of the files that are compiled into the program.
enum Resources {
  /// An embedded file as text; the bytes are UTF-8.
  static func text(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  /// The rows of a tab-separated text with their line numbers (from 1), without comments (`#`) and blank lines.
  static func rows(_ text: String) -> [(Int, [String])] {
    var text = text
    return text.withUTF8 { bytes in
      var rows: [(Int, [String])] = []
      var line = 0
      forEach(bytes, by: UInt8(ascii: "\n")) { content in
        line += 1
        guard let first = content.first, first != UInt8(ascii: "#") else { return }
        var fields: [String] = []
        forEach(content, by: UInt8(ascii: "\t")) {
          fields.append(String(decoding: $0, as: UTF8.self))
        }
        rows.append((line, fields))
      }
      return rows
    }
  }

  /// The parts of a text between separators, without empty ones; by bytes, for characters cost ten times as much.
  static func parts(_ text: String, by separator: Unicode.Scalar) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var parts: [String] = []
      forEach(bytes, by: UInt8(ascii: separator)) {
        if !$0.isEmpty { parts.append(String(decoding: $0, as: UTF8.self)) }
      }
      return parts
    }
  }

  /// Calls `body` with what stands between separators.
  private static func forEach(
    _ bytes: UnsafeBufferPointer<UInt8>, by separator: UInt8,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == separator {
      body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      start = end + 1
    }
  }
}

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
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { offset, line in
      guard !line.isEmpty, line.first != UInt8(ascii: "#") else { return nil }
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      return (offset + 1, fields.map { String(Substring($0)) })
    }
  }

  /// The parts of a text between separators, without empty ones; by bytes, for characters cost ten times as much.
  static func parts(_ text: String, by separator: Unicode.Scalar) -> [String] {
    text.utf8.split(separator: UInt8(ascii: separator)).map { String(Substring($0)) }
  }
}

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
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      offset, line in
      guard !line.isEmpty, line.first != "#" else { return nil }
      return (
        offset + 1, line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      )
    }
  }
}

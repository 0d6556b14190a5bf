/// Cuts a stream of bytes into lines, holding no more of it than one line and one piece.
struct LineReader {
  /// One line without its end, or the word that it was too long to be held.
  enum Line: Equatable {
    case bytes(ArraySlice<UInt8>)
    case tooLong
  }

  private var window: ByteWindow
  private let limit: Int
  /// The number of the line last returned, counted from 1.
  private(set) var number = 0

  /// Lines of `source`; those of more than `limit` bytes are passed over with a word.
  init(_ source: any ByteSource, limit: Int) {
    window = ByteWindow(source)
    self.limit = limit
  }

  /// The next line, without `\n` or `\r\n`; nil at the end.
  mutating func next() throws -> Line? {
    var searched = 0
    var tooLong = false
    while true {
      if let end = window.firstOffset(of: 0x0A, from: searched) {
        return line(of: end, and: 1, tooLong: tooLong)
      }
      if window.count > limit {
        tooLong = true
        window.consume(window.count)
      }
      searched = window.count
      guard try window.more() else {
        guard tooLong || window.count > 0 else { return nil }
        return line(of: window.count, and: 0, tooLong: tooLong)
      }
    }
  }

  private mutating func line(of count: Int, and end: Int, tooLong: Bool) -> Line {
    number += 1
    let bytes = window.prefix(count)
    window.consume(count + end)
    if tooLong || count > limit { return .tooLong }
    return .bytes(bytes.last == 0x0D ? bytes.dropLast() : bytes)
  }
}

/// Cuts a stream of bytes into lines, holding no more of it than one line and one piece.
struct LineReader {
  /// One line without its end, or the word that it was too long to be held.
  enum Line {
    case bytes(ArraySlice<UInt8>)
    case tooLong
  }

  private let source: any ByteSource
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var atEnd = false
  /// The number of the line last returned, counted from 1.
  private(set) var number = 0

  /// Lines of `source`; those of more than `limit` bytes are skipped with a word.
  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The next line, without `\n` or `\r\n`; nil at the end.
  mutating func next() throws -> Line? {
    var searched = position
    var tooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        number += 1
        defer { position = end + 1 }
        return tooLong || end - position > limit ? .tooLong : .bytes(trimmed(position..<end))
      }
      if buffer.count - position > limit {
        tooLong = true
        position = buffer.count
      }
      guard !atEnd else {
        guard tooLong || position < buffer.count else { return nil }
        number += 1
        defer { position = buffer.count }
        return tooLong ? .tooLong : .bytes(trimmed(position..<buffer.count))
      }
      searched = buffer.count - position
      try refill()
    }
  }

  private func trimmed(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let line = buffer[range]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private mutating func refill() throws {
    buffer.removeSubrange(0..<position)
    position = 0
    let held = buffer.count
    let source = source
    let piece = 1 << 18
    buffer.append(contentsOf: repeatElement(0, count: piece))
    let count = try buffer.withUnsafeMutableBytes {
      try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[held...]))
    }
    buffer.removeLast(piece - count)
    atEnd = count == 0
  }
}

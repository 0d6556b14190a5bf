import Glibc

/// The part of a stream that is held: what was read and is not consumed yet.
struct ByteWindow {
  private let source: any ByteSource
  /// What is held; the first `start` bytes are consumed.
  private(set) var bytes: [UInt8] = []
  /// Where the unconsumed bytes begin.
  private(set) var start = 0
  /// The line on which the first unconsumed byte stands, counted from 1.
  private(set) var line = 1
  private var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  /// How many bytes are held and not consumed.
  var count: Int { bytes.count - start }

  /// The byte `offset` behind the first unconsumed one, reading on where it must; nil at the end of the stream.
  mutating func byte(at offset: Int) throws -> UInt8? {
    while start + offset >= bytes.count {
      guard try more() else { return nil }
    }
    return bytes[start + offset]
  }

  /// Where `byte` stands for the first time at or behind `offset` of the unconsumed bytes held; nil if nowhere.
  func firstOffset(of byte: UInt8, from offset: Int) -> Int? {
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, offset < count,
        let found = memchr(base + start + offset, Int32(byte), count - offset)
      else { return nil }
      return UnsafeRawPointer(found) - base - start
    }
  }

  /// The first unconsumed bytes.
  func prefix(_ count: Int) -> ArraySlice<UInt8> { bytes[start..<start + count] }

  /// Consumes bytes, counting lines.
  mutating func consume(_ count: Int) {
    var offset = 0
    while let newline = firstOffset(of: 0x0A, from: offset), newline < count {
      line += 1
      offset = newline + 1
    }
    start += count
  }

  /// Reads a piece more; false at the end of the stream.
  mutating func more() throws -> Bool {
    guard !isAtEnd else { return false }
    bytes.removeSubrange(0..<start)
    start = 0
    let source = source
    // A source that fails is at its end: asked again it would fail again, and a reader that goes on would never end.
    isAtEnd = true
    let piece = try [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, filled in
      filled = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes += piece
    isAtEnd = piece.isEmpty
    return !isAtEnd
  }
}

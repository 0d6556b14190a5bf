/// A word as numbers by which lists of words are asked for it before its letters are looked at: hashes (FNV-1a) of its bytes
/// without case, in which letters beyond ASCII and full stops do not count.
package struct WordCode: Sendable, Hashable {
  /// Of all letters.
  package let word: UInt32
  /// Of the first five.
  package let stem: UInt32

  /// How many letters make a stem.
  private static let stemLength = 5

  /// The code of a word.
  package init(_ word: String) { self = word.withBytes { WordCode(bytes: $0) } }

  /// The code of a word.
  package init(_ word: Substring) { self.init(bytes: word.utf8) }

  @inline(__always)
  private init(bytes: some Sequence<UInt8>) {
    var hash: UInt32 = 2_166_136_261
    var stem: UInt32 = 0
    var count = 0
    for byte in bytes where byte < 0x80 && byte != UInt8(ascii: ".") {
      hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619
      count += 1
      if count == WordCode.stemLength { stem = hash }
    }
    word = hash
    self.stem = count < WordCode.stemLength ? hash : stem
  }
}

extension String {
  /// Calls `body` with the bytes of the string where they lie.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

/// A quick test whether a word may be one of a set: a Bloom filter of one hash over letters without case, in which letters
/// beyond ASCII and full stops do not count. It may say yes wrongly, never no.
struct WordFilter: Sendable {
  /// How many letters count, from the first.
  private let length: Int
  private var bits = [UInt64](repeating: 0, count: 128)

  /// A filter that looks at the first `length` letters only.
  init(prefix length: Int = .max) { self.length = length }

  /// Adds a word, or the beginning of one.
  mutating func insert(_ word: some StringProtocol) {
    let hash = hash(word.utf8)
    bits[hash >> 6] |= 1 << (hash & 63)
  }

  /// True if the word may have been added.
  func mayContain(_ word: some StringProtocol) -> Bool {
    let hash = hash(word.utf8)
    return bits[hash >> 6] & (1 << (hash & 63)) != 0
  }

  /// A word as the filters know it that look at all letters, so that several can be asked.
  struct Code: Sendable {
    fileprivate let value: UInt16
  }

  /// The code of a word.
  static func code(_ word: String) -> Code {
    Code(value: UInt16(hash(word.utf8, length: .max)))
  }

  /// True if the word of a code may have been added; for filters that look at all letters only.
  func mayContain(_ code: Code) -> Bool {
    bits[Int(code.value) >> 6] & (1 << UInt64(code.value & 63)) != 0
  }

  private func hash(_ bytes: some Sequence<UInt8>) -> Int {
    WordFilter.hash(bytes, length: length)
  }

  private static func hash(_ bytes: some Sequence<UInt8>, length: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    var count = 0
    for byte in bytes where byte < 0x80 && byte != UInt8(ascii: ".") {
      hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619
      count += 1
      if count == length { break }
    }
    return Int((hash ^ (hash >> 13)) & 8191)
  }
}

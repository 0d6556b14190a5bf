/// 64 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), by which reports are filed. They are kept in files: the
/// same input gives the same number for good.
enum KeyHash {
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  /// The number of some numbers.
  static func hash(_ values: Int64...) -> Int64 {
    var state = start
    for value in values {
      let value = UInt64(bitPattern: value)
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        state = (state ^ (value >> shift & 0xff)) &* prime
      }
    }
    return Int64(bitPattern: state)
  }

  /// The state after some bytes more.
  static func bytes(_ bytes: some Sequence<UInt8>, _ before: UInt64? = nil) -> UInt64 {
    var state = before ?? start
    for byte in bytes { state = (state ^ UInt64(byte)) &* prime }
    return state
  }

  /// The number of a text, from 1.
  static func hash(_ text: String) -> Int64 {
    var state = start
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* prime }
    return Int64(state >> 2) + 1
  }
}

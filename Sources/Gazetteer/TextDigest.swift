/// FNV-1a (Fowler, Noll, Vo) over words of eight bytes instead of bytes: tells texts apart, no defence against malice.
public struct TextDigest: Sendable {
  public private(set) var value: UInt64

  /// Begins with a number, such as the length of the text.
  public init(seed: UInt64 = 0) { value = 0xcbf2_9ce4_8422_2325 ^ seed }

  public mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01b3 }

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    for byte in bytes[index...] { add(UInt64(byte)) }
  }
}

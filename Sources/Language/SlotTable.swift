/// An open-addressing table of 32-bit keys and values, used where it lies. Empty slots take one bit.
///
/// Layout: number of slots (a power of two), a number for the user of the table, number of filled slots, 0; a bit per slot
/// (64 a word); the number of filled slots before each word; then key and value of the filled slots in order. A key is
/// looked for from its home on, one slot after the other, up to an empty one.
package struct SlotTable: @unchecked Sendable {
  // Constant data of the program, hence unchecked Sendable.
  let bits: UnsafePointer<UInt64>
  let ranks: UnsafePointer<UInt32>
  let pairs: UnsafePointer<UInt32>
  let mask: Int
  let filled: Int
  /// What the user of the table has noted in it.
  package let tag: Int
  /// What follows the table.
  package let end: UnsafeRawPointer

  /// A table over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= 16 else { return nil }
    let count = Int(base.load(as: UInt32.self))
    tag = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    filled = Int(base.load(fromByteOffset: 8, as: UInt32.self))
    let words = (count + 63) / 64
    guard count > 0, section.count >= 16 + words * 12 + filled * 8 else { return nil }
    mask = count - 1
    bits = (base + 16).assumingMemoryBound(to: UInt64.self)
    ranks = (base + 16 + words * 8).assumingMemoryBound(to: UInt32.self)
    pairs = (base + 16 + words * 12).assumingMemoryBound(to: UInt32.self)
    end = base + 16 + words * 12 + filled * 8
  }

  /// The value of a key; nil if it has none.
  @inline(__always)
  package func value(_ key: UInt32, home: Int) -> UInt32? {
    var slot = home & mask
    while true {
      let word = bits[slot &>> 6]
      let bit = UInt64(1) &<< UInt64(slot & 63)
      if word & bit == 0 { return nil }
      let pair = pairs + (Int(ranks[slot &>> 6]) &+ (word & (bit &- 1)).nonzeroBitCount) &* 2
      if pair[0] == key { return pair[1] }
      slot = (slot &+ 1) & mask
    }
  }
}

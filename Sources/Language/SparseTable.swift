/// Weights of hashed features, used where they lie: for each feature a short list of classes and weights.
///
/// Layout: number of slots (a power of two), number of classes; per slot the high half of the hash and where its row
/// begins (24 bits) and how many entries it has (8 bits); then entries of a class and a weight.
package struct SparseTable: @unchecked Sendable {
  private let slots: UnsafePointer<UInt32>
  private let entries: UnsafePointer<UInt8>
  private let mask: Int
  package let classes: Int

  /// A table over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= 16 else { return nil }
    let count = Int(base.load(as: UInt32.self))
    classes = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    mask = count - 1
    slots = (base + 8).assumingMemoryBound(to: UInt32.self)
    entries = (base + 8 + count * 8).assumingMemoryBound(to: UInt8.self)
  }

  /// Adds the weights of a feature to the scores.
  @inline(__always)
  package func add(_ feature: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    let key = UInt32(truncatingIfNeeded: feature >> 32) | 1
    var slot = Int(truncatingIfNeeded: feature) >> 1 & mask
    while true {
      let found = slots[slot &* 2]
      if found == 0 { return }
      if found == key {
        let place = slots[slot &* 2 &+ 1]
        var entry = entries + Int(place >> 8) &* 2
        for _ in 0..<(place & 0xFF) {
          scores[Int(entry[0])] &+= Int32(Int8(bitPattern: entry[1]))
          entry += 2
        }
        return
      }
      slot = (slot &+ 1) & mask
    }
  }
}

/// A map from hashes to small numbers, used where it lies: number of slots, then key and value per slot.
package struct HashMap: @unchecked Sendable {
  private let slots: UnsafePointer<UInt32>
  private let mask: Int

  /// A map over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= 16 else { return nil }
    mask = Int(base.load(as: UInt32.self)) - 1
    slots = (base + 8).assumingMemoryBound(to: UInt32.self)
  }

  /// The value of a key; nil if it has none.
  @inline(__always)
  package func value(_ key: UInt32) -> UInt32? {
    let key = key | 1
    var slot = Int(key &* 0x9E37_79B1 >> 7) & mask
    while true {
      let found = slots[slot &* 2]
      if found == key { return slots[slot &* 2 &+ 1] }
      if found == 0 { return nil }
      slot = (slot &+ 1) & mask
    }
  }
}

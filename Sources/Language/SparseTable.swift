/// Weights of hashed features, used where they lie: for each feature a short list of classes and weights.
///
/// Layout: a `SlotTable` whose values tell where the row of a feature begins (24 bits) and how many entries it has
/// (8 bits); then entries of a class and a weight, a byte each.
package struct SparseTable: @unchecked Sendable {
  private let slots: SlotTable
  private let entries: UnsafePointer<UInt8>
  package let classes: Int

  /// A table over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let slots = SlotTable(section) else { return nil }
    self.slots = slots
    classes = slots.tag
    entries = slots.end.assumingMemoryBound(to: UInt8.self)
  }

  /// Adds the weights of a feature to the scores.
  @inline(__always)
  package func add(_ feature: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    let key = UInt32(truncatingIfNeeded: feature >> 32) | 1
    guard let place = slots.value(key, home: Int(truncatingIfNeeded: feature) >> 1) else { return }
    var entry = entries + Int(place >> 8) &* 2
    for _ in 0..<(place & 0xFF) {
      scores[Int(entry[0])] &+= Int32(Int8(bitPattern: entry[1]))
      entry += 2
    }
  }
}

/// A map from hashes to small numbers, used where it lies.
package struct HashMap: @unchecked Sendable {
  private let slots: SlotTable

  /// A map over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let slots = SlotTable(section) else { return nil }
    self.slots = slots
  }

  /// The value of a key; nil if it has none.
  @inline(__always)
  package func value(_ key: UInt32) -> UInt32? {
    slots.value(key | 1, home: Self.home(key | 1))
  }

  /// Where a key is first looked for.
  @inline(__always)
  package static func home(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 7) }
}

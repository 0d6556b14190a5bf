/// Weights of hashed features for up to four classes, used where they lie: a `SlotTable` whose values are a byte per class.
package struct DenseTable: @unchecked Sendable {
  private let slots: SlotTable

  /// A table over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let slots = SlotTable(section) else { return nil }
    self.slots = slots
  }

  /// The weights of a feature; zeros if it is unknown.
  @inline(__always)
  package func weights(_ feature: UInt64) -> SIMD4<Int32> {
    let key = UInt32(truncatingIfNeeded: feature >> 32) | 1
    guard let packed = slots.value(key, home: Int(truncatingIfNeeded: feature) >> 1) else {
      return SIMD4<Int32>()
    }
    return SIMD4<Int32>(truncatingIfNeeded: unsafeBitCast(packed, to: SIMD4<Int8>.self))
  }
}

import CKernels

/// Weights of hashed features: for each feature a short list of classes and weights.
///
/// Layout: a `SlotTable` whose values tell where the row of a feature begins (24 bits) and how many entries it has
/// (8 bits); then entries of a class and a weight, a byte each. Where there are few classes the rows are written out when the
/// table is opened, with a weight for every class, so that they are added without looking at their lengths.
package struct SparseTable: @unchecked Sendable {
  // Constant data of the program and rows that are written once, hence unchecked Sendable.
  private let rows: chancery_rows
  private let dense: DenseRows?
  package let classes: Int

  /// A table over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let slots = SlotTable(section), let base = section.baseAddress else { return nil }
    classes = slots.tag
    var rows = chancery_rows(
      bits: slots.bits, ranks: slots.ranks, pairs: slots.pairs,
      entries: slots.end.assumingMemoryBound(to: UInt8.self),
      end: (base + section.count / 4 * 4).assumingMemoryBound(to: UInt32.self), dense: nil,
      classes: UInt32(slots.tag), mask: UInt32(slots.mask))
    dense = classes <= Int(CHANCERY_DENSE_ROW) ? DenseRows(rows, count: slots.filled) : nil
    rows.dense = dense?.rows
    self.rows = rows
  }

  /// Adds the features' weights to the sums of the classes.
  @inline(__always)
  package func add(
    _ features: UnsafeMutableBufferPointer<UInt64>, _ count: Int,
    _ sums: UnsafeMutablePointer<Int32>
  ) {
    withUnsafePointer(to: rows) { chancery_add_rows($0, features.baseAddress, count, sums) }
  }

  /// The class with the highest sum, the first of equals.
  @inline(__always)
  package static func best(_ sums: UnsafeMutablePointer<Int32>, of classes: Int) -> Int {
    var best = 0
    for index in 1..<max(classes, 1) where sums[index] > sums[best] { best = index }
    return best
  }
}

/// The rows of a table, a weight for every class.
private final class DenseRows: @unchecked Sendable {
  // Written by the initializer only, hence unchecked Sendable.
  let rows: UnsafePointer<Int8>
  private let memory: UnsafeMutableRawPointer

  init(_ table: chancery_rows, count: Int) {
    let size = max(1, count) * Int(CHANCERY_DENSE_ROW)
    memory = .allocate(byteCount: size, alignment: 64)
    let rows = memory.bindMemory(to: Int8.self, capacity: size)
    withUnsafePointer(to: table) { chancery_fill_dense($0, count, rows) }
    self.rows = UnsafePointer(rows)
  }

  deinit { memory.deallocate() }
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

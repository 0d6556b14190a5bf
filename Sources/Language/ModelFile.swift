/// A model as bytes that are used where they lie: sections of tables, found by their names.
///
/// Layout, little-endian: "CHLM", version, number of sections; per section its name (4 bytes), offset, length; then the
/// sections, each at a multiple of 8.
package struct ModelFile: @unchecked Sendable {
  // The bytes are constant data of the program (or kept alive by the trainer), hence unchecked Sendable.
  private let bytes: UnsafeRawBufferPointer
  package static let version: UInt32 = 2

  /// A model over bytes that outlive it, at an address that is a multiple of 8; nil if they are no such model.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 12, bytes.load(as: UInt32.self) == Self.name("CHLM"),
      bytes.load(fromByteOffset: 4, as: UInt32.self) == Self.version
    else { return nil }
    self.bytes = bytes
  }

  /// The bytes of a section; empty if it is missing.
  package func section(_ name: String) -> UnsafeRawBufferPointer {
    let wanted = Self.name(name)
    let count = Int(bytes.load(fromByteOffset: 8, as: UInt32.self))
    for index in 0..<count {
      let entry = 12 + index * 12
      guard entry + 12 <= bytes.count else { break }
      guard bytes.load(fromByteOffset: entry, as: UInt32.self) == wanted else { continue }
      let offset = Int(bytes.load(fromByteOffset: entry + 4, as: UInt32.self))
      let length = Int(bytes.load(fromByteOffset: entry + 8, as: UInt32.self))
      guard offset + length <= bytes.count else { break }
      return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }
    return Self.none
  }

  /// A section that is missing.
  package static var none: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }

  /// The first four letters of a name as a number.
  package static func name(_ text: String) -> UInt32 {
    text.utf8.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

import FoundationEssentials
import Language

/// Puts a model together.
struct ModelWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    sections.removeAll { $0.name == name }
    sections.append((name, bytes))
  }

  /// Features with weights, as `SparseTable` reads them. Weights are scaled so that all but the largest fit in a byte;
  /// entries below `smallest` steps are left out. Returns the scale.
  @discardableResult
  mutating func add(
    _ name: String, _ rows: [(feature: UInt64, weights: [Float])], classes: Int,
    smallest: Int = 1
  ) -> Float {
    let magnitudes = rows.flatMap { $0.weights.lazy.map(abs).filter { $0 > 1e-3 } }.sorted()
    let reference =
      magnitudes.isEmpty
      ? 1 : magnitudes[min(magnitudes.count - 1, magnitudes.count * 9995 / 10000)]
    let scale = 127 / max(reference, 1e-3)
    var entries: [UInt8] = []
    var filled: [(UInt64, UInt32)] = []
    for (feature, weights) in rows {
      var row: [UInt8] = []
      for (index, weight) in weights.enumerated() {
        let value = max(-127, min(127, Int((weight * scale).rounded())))
        if abs(value) >= smallest {
          row.append(UInt8(index))
          row.append(UInt8(bitPattern: Int8(value)))
        }
      }
      if row.isEmpty { continue }
      filled.append((feature, UInt32(entries.count / 2) << 8 | UInt32(row.count / 2)))
      entries += row
    }
    precondition(entries.count / 2 < 1 << 24, "\(name): too many entries")
    var slots = 1024
    while slots * 3 < filled.count * 4 { slots *= 2 }
    var table = [UInt32](repeating: 0, count: slots * 2)
    for (feature, place) in filled {
      let key = UInt32(truncatingIfNeeded: feature >> 32) | 1
      var slot = Int(truncatingIfNeeded: feature) >> 1 & (slots - 1)
      while table[slot * 2] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot * 2] = key
      table[slot * 2 + 1] = place
    }
    add(name, Self.bytes([UInt32(slots), UInt32(classes)] + table) + entries)
    log(
      "  \(name): \(filled.count) features, \(entries.count / 2) weights, \(sections.last?.bytes.count ?? 0) bytes"
    )
    return scale
  }

  /// Features with weights for up to four classes, as `DenseTable` reads them.
  mutating func addDense(_ name: String, _ rows: [(feature: UInt64, weights: [Float])]) {
    let magnitudes = rows.flatMap { $0.weights.lazy.map(abs).filter { $0 > 1e-3 } }.sorted()
    let reference =
      magnitudes.isEmpty
      ? 1 : magnitudes[min(magnitudes.count - 1, magnitudes.count * 9995 / 10000)]
    let scale = 127 / max(reference, 1e-3)
    var filled: [(UInt64, UInt32)] = []
    for (feature, weights) in rows {
      var packed: UInt32 = 0
      for (index, weight) in weights.enumerated() {
        let value = max(-127, min(127, Int((weight * scale).rounded())))
        packed |= UInt32(UInt8(bitPattern: Int8(value))) << UInt32(index * 8)
      }
      if packed != 0 { filled.append((feature, packed)) }
    }
    var slots = 1024
    while slots * 9 < filled.count * 10 { slots *= 2 }
    var table = [UInt32](repeating: 0, count: slots * 2)
    for (feature, packed) in filled {
      let key = UInt32(truncatingIfNeeded: feature >> 32) | 1
      var slot = Int(truncatingIfNeeded: feature) >> 1 & (slots - 1)
      while table[slot * 2] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot * 2] = key
      table[slot * 2 + 1] = packed
    }
    add(name, Self.bytes([UInt32(slots), 0] + table))
    log("  \(name): \(filled.count) features, \(sections.last?.bytes.count ?? 0) bytes")
  }

  /// A map as `HashMap` reads it.
  mutating func add(_ name: String, map: [(key: UInt32, value: UInt32)]) {
    var slots = 16
    while slots * 3 < map.count * 4 { slots *= 2 }
    var table = [UInt32](repeating: 0, count: slots * 2)
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      let key = key | 1
      var slot = Int(key &* 0x9E37_79B1 >> 7) & (slots - 1)
      while table[slot * 2] != 0, table[slot * 2] != key { slot = (slot + 1) & (slots - 1) }
      table[slot * 2] = key
      table[slot * 2 + 1] = value
    }
    add(name, Self.bytes([UInt32(slots), 0] + table))
  }

  static func bytes(_ words: [UInt32]) -> [UInt8] {
    words.withUnsafeBytes { Array($0) }
  }

  /// The whole file.
  var file: [UInt8] {
    var head: [UInt32] = [ModelFile.name("CHLM"), ModelFile.version, UInt32(sections.count)]
    var offset = (12 + sections.count * 12 + 15) / 16 * 16
    var body: [UInt8] = []
    let start = offset
    for (name, bytes) in sections {
      head += [ModelFile.name(name), UInt32(offset), UInt32(bytes.count)]
      body += bytes
      while body.count % 16 != 0 { body.append(0) }
      offset = start + body.count
    }
    var file = Self.bytes(head)
    while file.count < start { file.append(0) }
    return file + body
  }
}

/// Keeps the bytes of a model at a fixed place, so that it can be used as the program uses the embedded one.
struct LoadedModel {
  let file: ModelFile

  /// The bytes stay until the program ends; a training loads a handful of them.
  init(_ bytes: [UInt8]) throws {
    let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    storage.copyBytes(from: bytes)
    guard let file = ModelFile(UnsafeRawBufferPointer(storage)) else {
      throw Complaint("not a model")
    }
    self.file = file
  }
}

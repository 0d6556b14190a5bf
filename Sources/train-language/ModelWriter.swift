import FoundationEssentials
import Language

/// Puts a model together.
struct ModelWriter {
  private(set) var sections: [(name: String, bytes: [UInt8])] = []

  /// An empty model.
  init() {}

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
    let table = Self.slots(
      filled.map {
        (UInt32(truncatingIfNeeded: $0 >> 32) | 1, Int(truncatingIfNeeded: $0) >> 1, $1)
      },
      tag: UInt32(classes), least: 1024, fullness: (3, 4))
    add(name, Self.bytes(table) + entries)
    log(
      "  \(name): \(filled.count) features, \(entries.count / 2) weights, \(sections.last?.bytes.count ?? 0) bytes"
    )
    return scale
  }

  /// A map as `HashMap` reads it.
  mutating func add(_ name: String, map: [(key: UInt32, value: UInt32)]) {
    let items = map.sorted { $0.key < $1.key }
      .map { ($0.key | 1, HashMap.home($0.key | 1), $0.value) }
    add(name, Self.bytes(Self.slots(items, tag: 0, least: 64, fullness: (3, 4))))
  }

  /// A table as `SlotTable` reads it, with at least so many slots and at most so full.
  private static func slots(
    _ items: [(key: UInt32, home: Int, value: UInt32)], tag: UInt32, least: Int,
    fullness: (part: Int, whole: Int)
  ) -> [UInt32] {
    var count = least
    while count * fullness.part < items.count * fullness.whole { count *= 2 }
    var keys = [UInt32](repeating: 0, count: count)
    var values = keys
    for (key, home, value) in items {
      var slot = home & (count - 1)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (count - 1) }
      keys[slot] = key
      values[slot] = value
    }
    var bits = [UInt32](repeating: 0, count: count / 32)
    var ranks: [UInt32] = []
    var pairs: [UInt32] = []
    for slot in 0..<count {
      if slot % 64 == 0 { ranks.append(UInt32(pairs.count / 2)) }
      guard keys[slot] != 0 else { continue }
      bits[slot / 32] |= 1 << UInt32(slot % 32)
      pairs += [keys[slot], values[slot]]
    }
    return [UInt32(count), tag, UInt32(pairs.count / 2), 0] + bits + ranks + pairs
  }

  /// Rows as `NeuralTable` reads them: the scale, the number of rows, a byte per number.
  static func quantized(_ values: [Float], width: Int) -> [UInt8] {
    let magnitudes = values.map(abs).sorted()
    let limit = magnitudes.isEmpty ? 1 : max(magnitudes[magnitudes.count * 9999 / 10000], 1e-6)
    let scale = limit / 127
    return bytes([scale.bitPattern, UInt32(values.count / width)])
      + values.map {
        UInt8(bitPattern: Int8(max(-127, min(127, ($0 / scale).rounded()))))
      }
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

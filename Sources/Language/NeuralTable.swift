/// Rows of bytes by key: what the network is given for a word, a tag, an ending. Row 0 is for all that is unknown.
package struct NeuralTable: @unchecked Sendable {
  private let map: HashMap
  private let rows: UnsafePointer<Int8>
  private let scale: Float
  private let width: Int

  /// The table of a model under a name of three letters; nil if it is missing.
  package init?(_ model: ModelFile, _ name: String, width: Int) {
    let section = model.section("E" + name)
    guard let map = HashMap(model.section("M" + name)), let base = section.baseAddress,
      section.count >= 8 + width
    else { return nil }
    self.map = map
    self.width = width
    scale = base.load(as: Float.self)
    rows = (base + 8).assumingMemoryBound(to: Int8.self)
  }

  /// Writes the row of a key.
  @inline(__always)
  package func copy(_ key: UInt32, to out: UnsafeMutablePointer<Float>) {
    let row = rows + Int(map.value(key) ?? 0) * width
    for index in 0..<width { out[index] = Float(row[index]) * scale }
  }
}

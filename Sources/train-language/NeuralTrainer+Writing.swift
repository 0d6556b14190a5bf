import CKernels
import Language

extension NeuralTrainer {
  /// Puts the network into a model.
  func write(into writer: inout ModelWriter) {
    writer.add("NSHP", ModelWriter.bytes(shape.section))
    let rest = UnsafeRawBufferPointer(
      start: dense.values + shape.matrices, count: (dense.count - shape.matrices) * 4)
    writer.add("NDEN", Array(rest))
    var integers = [Int16](repeating: 0, count: shape.matrices)
    var scales: [UInt32] = []
    for (start, inner, columns) in [
      (shape.layer1, shape.input, shape.gates), (shape.layer2, shape.output, shape.gates),
      (shape.places, shape.output, shape.hidden * NeuralShape.places),
    ] {
      integers.withUnsafeMutableBufferPointer { room in
        guard let base = room.baseAddress else { return }
        scales.append(
          chancery_pack(dense.values + start, base + start, inner, columns).bitPattern)
      }
    }
    writer.add(
      "NMAT", ModelWriter.bytes(scales + [0]) + integers.withUnsafeBytes { Array($0) })
    for (name, table) in [
      ("WRD", words), ("FIN", fines), ("SUF", suffixes), ("LOO", looks), ("CLU", clusters),
      ("ORI", origins),
    ] {
      writer.add("M" + name, map: table.rows.map { ($0.key, UInt32($0.value)) })
      writer.add(
        "E" + name,
        ModelWriter.quantized(
          Array(UnsafeBufferPointer(start: table.parameters.values, count: table.parameters.count)),
          width: table.width))
    }
    writer.add("MVEC", map: vectors.rows.map { ($0.key, UInt32($0.value)) })
    writer.add("EVEC", ModelWriter.quantized(vectors.values, width: vectors.width))
  }
}

/// Rows by word that are not learnt with the parser, from the neighbours of the words in plain text; row 0 is zero.
struct WordVectors {
  var rows: [UInt32: Int] = [:]
  var values: [Float] = []
  var width: Int

  func copy(_ key: UInt32, to out: UnsafeMutablePointer<Float>) {
    let row = rows[key] ?? 0
    for index in 0..<width { out[index] = values[row * width + index] }
  }
}

import CKernels

/// Reads the words of a sentence in both directions.
package enum NeuralEncoder {
  /// One layer: gates (count × gates) are filled with what the weights make of the input, then replaced by the values of
  /// candidate, forget and output gate; cells and output (count × 2 units) are filled in.
  package static func run(
    input: UnsafePointer<Float>, width: Int, weights: UnsafePointer<Float>,
    bias: UnsafePointer<Float>, count: Int, units: Int, gates: UnsafeMutablePointer<Float>,
    cells: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    chancery_multiply(input, weights, bias, gates, count, width, units * 6)
    recur(count: count, units: units, gates: gates, cells: cells, output: output)
  }

  /// The part of a layer that goes from word to word, in both directions, from gates that the input has filled.
  package static func recur(
    count: Int, units: Int, gates: UnsafeMutablePointer<Float>,
    cells: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    chancery_recur(gates, units * 6, cells, output, count, units, 0)
    chancery_recur(gates + units * 3, units * 6, cells + units, output + units, count, units, 1)
  }
}

/// The small numbers that the network is told of a configuration beside its words.
package enum NeuralExtras {
  /// How many words are told one by one where they are children.
  package static let commonWords = 60

  /// Fills in `NeuralShape.extras` values, each below `NeuralShape.extraValues`.
  @inline(__always)
  package static func fill(
    _ state: ParserState, _ input: ParserInput, into out: UnsafeMutablePointer<Int>
  ) {
    let top = state.top(0)
    let below = state.top(1)
    let next = state.next
    @inline(__always) func label(_ index: Int32) -> Int {
      index < 0 ? 1 : Int(state.labels[Int(index)]) + 2
    }
    out[0] = top < 0 ? 0 : label(state.left1[top])
    out[1] = top < 0 ? 0 : label(state.right1[top])
    out[2] = top < 0 ? 0 : label(state.left2[top])
    out[3] = top < 0 ? 0 : label(state.right2[top])
    out[4] = below < 0 ? 0 : label(state.left1[below])
    out[5] = below < 0 ? 0 : label(state.right1[below])
    out[6] = below < 0 ? 0 : label(state.right2[below])
    out[7] = label(state.left1[next])
    out[8] = label(state.left2[next])
    out[9] = top < 0 ? 0 : 1 + Int(ParserInput.distance(top, next))
    out[10] = below < 0 ? 0 : 1 + Int(ParserInput.distance(below, top))
    out[11] = Int(input.tagOfChild(top < 0 ? -1 : state.right1[top]))
    out[12] = Int(input.tagOfChild(below < 0 ? -1 : state.right1[below]))
    out[14] = input.commonChild(top < 0 ? -1 : state.left1[top])
    out[15] = input.commonChild(top < 0 ? -1 : state.right1[top])
    out[16] = input.commonChild(below < 0 ? -1 : state.right1[below])
    out[17] = input.commonChild(state.left1[next])
    out[13] = min(state.stack.count, 5) * 8 + Int(input.domain) * 2 + (next == state.count ? 1 : 0)
  }
}

extension ParserInput {
  @inline(__always)
  fileprivate func tagOfChild(_ index: Int32) -> UInt32 { index < 0 ? 0 : words[Int(index)].tag }

  @inline(__always)
  fileprivate func commonChild(_ index: Int32) -> Int {
    index < 0 ? 0 : 1 + Int(words[Int(index)].common)
  }
}

/// Reads the words of a sentence in both directions.
package enum NeuralEncoder {
  /// One layer: gates (count × gates) are filled with what the weights make of the input, then replaced by the values of
  /// candidate, forget and output gate; cells and output (count × 2 units) are filled in.
  package static func run(
    input: UnsafePointer<Float>, width: Int, weights: UnsafePointer<Float>,
    bias: UnsafePointer<Float>, count: Int, units: Int, gates: UnsafeMutablePointer<Float>,
    cells: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    let columns = units * 6
    for row in 0..<count { (gates + row * columns).update(from: bias, count: columns) }
    NeuralKernels.multiply(
      input, weights, into: gates, rows: count, inner: width, columns: columns, adding: true)
    for direction in 0..<2 {
      for step in 0..<count {
        let row = direction == 0 ? step : count - 1 - step
        let before = direction == 0 ? row - 1 : row + 1
        let gate = gates + row * columns + direction * units * 3
        let cell = cells + row * units * 2 + direction * units
        let out = output + row * units * 2 + direction * units
        var unit = 0
        while unit < units {
          let candidate = NeuralKernels.tanh(NeuralKernels.load(gate, unit))
          let forget = NeuralKernels.sigmoid(NeuralKernels.load(gate, units + unit))
          let open = NeuralKernels.sigmoid(NeuralKernels.load(gate, units * 2 + unit))
          var state = candidate - forget * candidate
          if step > 0 {
            let old = NeuralKernels.load(cells + before * units * 2 + direction * units, unit)
            state += forget * old
          }
          NeuralKernels.store(candidate, gate, unit)
          NeuralKernels.store(forget, gate, units + unit)
          NeuralKernels.store(open, gate, units * 2 + unit)
          NeuralKernels.store(state, cell, unit)
          NeuralKernels.store(open * state, out, unit)
          unit += 8
        }
      }
    }
  }
}

/// The small numbers that the network is told of a configuration beside its words.
package enum NeuralExtras {
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
    out[13] = min(state.stack.count, 5) * 8 + Int(input.domain) * 2 + (next == state.count ? 1 : 0)
  }
}

extension ParserInput {
  @inline(__always)
  fileprivate func tagOfChild(_ index: Int32) -> UInt32 { index < 0 ? 0 : words[Int(index)].tag }
}

import CKernels
import Glibc
import Language

extension NeuralTrainer {
  /// Parses the sentence, and notes for every configuration how its scores should change.
  func decide(
    _ example: Example, _ encoded: UnsafePointer<Float>, _ toEncoded: UnsafeMutablePointer<Float>,
    _ explore: Bool
  ) {
    let gold = example.gold
    let oracle = Oracle(gold)
    var state = ParserState(count: gold.count)
    let size = shape.hidden
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size * 2 + shape.relationColumns + 8) {
      room in
      guard let hidden = room.baseAddress else { return }
      let toHidden = hidden + size
      let relations = toHidden + size
      while !state.isFinished {
        if state.stack.isEmpty {
          state.apply(ParserState.shift, label: 0)
          continue
        }
        NeuralConfiguration.hidden(state, example.input, encoded, dense.values, shape, into: hidden)
        toHidden.update(repeating: 0, count: size)
        let transition =
          Parser.only(state) ?? choose(state, oracle, hidden, toHidden, relations, explore)
        var label: UInt8 = 0
        if transition != ParserState.shift {
          let (head, dependent) = state.arc(transition)
          label = Relation.root.rawValue
          if head != gold.count {
            let right =
              gold[dependent].head == head ? Int(gold[dependent].relation.rawValue) : -1
            label = name(transition, right, hidden, toHidden, relations)
          }
        }
        back(state, example.input, hidden, toHidden, toEncoded)
        state.apply(transition, label: label)
      }
    }
  }

  private func choose(
    _ state: ParserState, _ oracle: Oracle, _ hidden: UnsafePointer<Float>,
    _ toHidden: UnsafeMutablePointer<Float>, _ scores: UnsafeMutablePointer<Float>,
    _ explore: Bool
  ) -> Int {
    NeuralConfiguration.transitions(hidden, dense.values, shape, into: scores)
    let costs = oracle.costs(state)
    let all = [costs.0, costs.1, state.allows(ParserState.right) ? costs.2 : .max]
    let least = all.min() ?? 0
    var highest = -Float.infinity
    for one in 0..<3 where state.allows(one) { highest = max(highest, scores[one]) }
    var chances = [Float](repeating: 0, count: 3)
    var total: Float = 0
    for one in 0..<3 where state.allows(one) {
      chances[one] = exp(scores[one] - highest)
      total += chances[one]
    }
    var good: Float = 1e-8
    var guess = -1
    var right = -1
    for one in 0..<3 where state.allows(one) {
      chances[one] /= total
      if guess < 0 || scores[one] > scores[guess] { guess = one }
      if all[one] == least {
        good += chances[one]
        if right < 0 || scores[one] > scores[right] { right = one }
      }
    }
    loss -= Double(Glibc.log(good))
    var gradient = SIMD8<Float>()
    for one in 0..<3 where state.allows(one) {
      gradient[one] = chances[one] - (all[one] == least ? chances[one] / good : 0)
    }
    let weights = dense.values + shape.transitions
    let change = dense.gradients + shape.transitions
    for index in 0..<shape.hidden {
      toHidden[index] += (NeuralKernels.load(weights, index * 8) * gradient).sum()
      NeuralKernels.store(
        NeuralKernels.load(change, index * 8) + gradient * hidden[index], change, index * 8)
    }
    let bias = dense.gradients + shape.transitionBias
    NeuralKernels.store(NeuralKernels.load(bias, 0) + gradient, bias, 0)
    guard explore else { return right }
    // Now and then a wrong turn that the scores make likely, so that the way back is learnt.
    return generator.next() % 10 == 0 ? right : guess
  }

  private func name(
    _ transition: Int, _ right: Int, _ hidden: UnsafePointer<Float>,
    _ toHidden: UnsafeMutablePointer<Float>, _ scores: UnsafeMutablePointer<Float>
  ) -> UInt8 {
    NeuralConfiguration.relations(hidden, transition, dense.values, shape, into: scores)
    var best = 1
    for index in 2..<shape.relations where scores[index] > scores[best] { best = index }
    guard right > 0 else { return UInt8(best) }
    let highest = scores[best]
    var total: Float = 0
    let columns = shape.relationColumns
    for index in 0..<columns {
      scores[index] = index > 0 && index < shape.relations ? exp(scores[index] - highest) : 0
      total += scores[index]
    }
    loss -= Double(Glibc.log(max(scores[right] / total, 1e-8)))
    for index in 0..<columns { scores[index] /= total }
    scores[right] -= 1
    let side = transition == ParserState.left ? 0 : 1
    let start = shape.relationWeights + side * shape.hidden * columns
    for index in 0..<shape.hidden where hidden[index] > 0 {
      var sum = SIMD8<Float>()
      let weights = dense.values + start + index * columns
      let change = dense.gradients + start + index * columns
      var column = 0
      while column < columns {
        let gradient = NeuralKernels.load(scores, column)
        sum += NeuralKernels.load(weights, column) * gradient
        NeuralKernels.store(
          NeuralKernels.load(change, column) + gradient * hidden[index], change, column)
        column += 8
      }
      toHidden[index] += sum.sum()
    }
    chancery_add(scores, 1, dense.gradients + shape.relationBias + side * columns, columns)
    return UInt8(best)
  }

  private func back(
    _ state: ParserState, _ input: ParserInput, _ hidden: UnsafePointer<Float>,
    _ toHidden: UnsafeMutablePointer<Float>, _ toEncoded: UnsafeMutablePointer<Float>
  ) {
    let size = shape.hidden
    for index in 0..<size where hidden[index] <= 0 { toHidden[index] = 0 }
    let gradients = dense.gradients
    chancery_add(toHidden, 1, gradients + shape.hiddenBias, size)
    for place in 0..<NeuralShape.places {
      let word = NeuralConfiguration.word(state, place)
      let target =
        word < 0
        ? gradients + shape.missing + place * size
        : toEncoded + (word * NeuralShape.places + place) * size
      chancery_add(toHidden, 1, target, size)
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: NeuralShape.extras) { extras in
      guard let values = extras.baseAddress else { return }
      NeuralExtras.fill(state, input, into: values)
      for extra in 0..<NeuralShape.extras {
        let row = extra * NeuralShape.extraValues + values[extra]
        chancery_add(toHidden, 1, gradients + shape.extras + row * size, size)
      }
    }
  }
}

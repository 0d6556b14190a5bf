import Glibc
import Language

/// Trains the parser's network with a dynamic oracle (Goldberg and Nivre 2013; Kiperwasser and Goldberg 2016).
final class NeuralTrainer {
  typealias Example = (input: ParserInput, gold: [Token])

  private let shape: NeuralShape
  private let dense: Parameters
  private let words: LearntTable
  private let fines: LearntTable
  private let suffixes: LearntTable
  private let vectors: WordVectors
  private var generator: SeededGenerator
  private let turned: UnsafeMutablePointer<Float>
  private var updates = 0
  private var loss = 0.0
  var dropout: Float = 0.25
  var batch = 8
  var rate: Float = 0.002

  init(_ examples: [Example], vectors: WordVectors, shape: NeuralShape, seed: UInt64) {
    self.shape = shape
    self.vectors = vectors
    generator = SeededGenerator(seed: seed)
    var lowers: [UInt32: Int] = [:]
    var fine: [UInt32: Int] = [:]
    var endings: [UInt32: Int] = [:]
    for example in examples {
      for word in example.input.words.dropLast(2) {
        lowers[word.lower, default: 0] += 1
        fine[word.fine, default: 0] += 1
        endings[word.suffix, default: 0] += 1
      }
    }
    words = LearntTable(lowers, minimum: 2, width: shape.word, &generator)
    fines = LearntTable(fine, minimum: 3, width: shape.fine, &generator)
    suffixes = LearntTable(endings, minimum: 5, width: shape.suffix, &generator)
    dense = Parameters(count: shape.count, width: shape.count)
    turned = .allocate(
      capacity: (shape.input + shape.output) * shape.gates
        + shape.output * shape.hidden * NeuralShape.places)
    randomize()
    turn()
  }

  deinit { turned.deallocate() }

  private func randomize() {
    func matrix(_ start: Int, _ inner: Int, _ columns: Int, fan: Int) {
      let limit = (6 / Float(inner + fan)).squareRoot()
      dense.randomize(start..<start + inner * columns, limit: limit, &generator)
    }
    matrix(shape.layer1, shape.input, shape.gates, fan: shape.units)
    matrix(shape.layer2, shape.output, shape.gates, fan: shape.units)
    let columns = shape.hidden * NeuralShape.places
    matrix(shape.places, shape.output, columns, fan: shape.hidden)
    dense.randomize(shape.missing..<shape.extras, limit: 0.1, &generator)
    dense.randomize(shape.extras..<shape.hiddenBias, limit: 0.1, &generator)
    matrix(shape.transitions, shape.hidden, 8, fan: 3)
    matrix(shape.relationWeights, shape.hidden * 2, shape.relationColumns, fan: 50)
  }

  private var turned2: UnsafeMutablePointer<Float> { turned + shape.input * shape.gates }
  private var turned3: UnsafeMutablePointer<Float> { turned2 + shape.output * shape.gates }

  private func turn() {
    NeuralGradients.transpose(
      dense.values + shape.layer1, into: turned, rows: shape.input, columns: shape.gates)
    NeuralGradients.transpose(
      dense.values + shape.layer2, into: turned2, rows: shape.output, columns: shape.gates)
    NeuralGradients.transpose(
      dense.values + shape.places, into: turned3, rows: shape.output,
      columns: shape.hidden * NeuralShape.places)
  }

  /// One pass over all examples. The rate falls linearly over the whole training.
  func epoch(_ number: Int, of epochs: Int, _ examples: [Example]) {
    var order = Array(examples.indices)
    order.shuffle(using: &generator)
    loss = 0
    var inBatch = 0
    for (position, index) in order.enumerated() {
      learn(examples[index], explore: number > 1)
      inBatch += 1
      if inBatch == batch || position == order.count - 1 {
        let done = (Float(number - 1) + Float(position) / Float(order.count)) / Float(epochs)
        step(rate * max(1 - done, 0.01))
        inBatch = 0
      }
    }
    log("  network, epoch \(number): loss \(Int(loss / Double(examples.count) * 1000)) / 1000")
  }

  private func step(_ rate: Float) {
    updates += 1
    let correction1 = 1 / (1 - pow(Float(0.9), Float(updates)))
    let correction2 = 1 / (1 - pow(Float(0.995), Float(updates)))
    dense.use(0)
    for parameters in [dense, words.parameters, fines.parameters, suffixes.parameters] {
      parameters.step(rate: rate, correction1: correction1, correction2: correction2)
    }
    turn()
  }

  private func mask(_ pointer: UnsafeMutablePointer<Float>, _ count: Int) {
    let keep = 1 / (1 - dropout)
    let limit = UInt32(dropout * 65536)
    var index = 0
    while index < count {
      var bits = generator.next()
      for _ in 0..<min(4, count - index) {
        pointer[index] = UInt32(bits & 0xFFFF) < limit ? 0 : keep
        bits >>= 16
        index += 1
      }
    }
  }

  private func learn(_ example: Example, explore: Bool) {
    let count = example.gold.count
    let columns = shape.hidden * NeuralShape.places
    let sizes = [
      shape.input, shape.gates, shape.output, shape.output, shape.gates, shape.output,
      shape.output, columns, columns, shape.output, shape.output, shape.output, shape.output,
      shape.input, shape.input,
    ]
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count * sizes.reduce(0, +)) { room in
      guard var free = room.baseAddress else { return }
      let parts = sizes.map { size -> UnsafeMutablePointer<Float> in
        defer { free += count * size }
        return free
      }
      let (given, gates1, cells1, first) = (parts[0], parts[1], parts[2], parts[3])
      let (gates2, cells2, second, encoded) = (parts[4], parts[5], parts[6], parts[7])
      let (toEncoded, toSecond, toFirst) = (parts[8], parts[9], parts[10])
      let (mask1, mask2, toGiven, mask0) = (parts[11], parts[12], parts[13], parts[14])
      let rows = self.give(example.input, count, given)
      mask(mask0, count * shape.input)
      mask(mask1, count * shape.output)
      mask(mask2, count * shape.output)
      for index in 0..<count * shape.input { given[index] *= mask0[index] }
      let values = UnsafePointer(dense.values)
      NeuralEncoder.run(
        input: given, width: shape.input, weights: values + shape.layer1,
        bias: values + shape.bias1, count: count, units: shape.units, gates: gates1,
        cells: cells1, output: first)
      for index in 0..<count * shape.output { first[index] *= mask1[index] }
      NeuralEncoder.run(
        input: first, width: shape.output, weights: values + shape.layer2,
        bias: values + shape.bias2, count: count, units: shape.units, gates: gates2,
        cells: cells2, output: second)
      for index in 0..<count * shape.output { second[index] *= mask2[index] }
      NeuralKernels.multiply(
        second, values + shape.places, into: encoded, rows: count, inner: shape.output,
        columns: columns)
      toEncoded.update(repeating: 0, count: count * columns)
      decide(example, encoded, toEncoded, explore)
      // Backwards.
      let gradients = dense.gradients
      NeuralGradients.accumulate(
        second, toEncoded, into: gradients + shape.places, rows: count, inner: shape.output,
        columns: columns)
      NeuralKernels.multiply(
        toEncoded, turned3, into: toSecond, rows: count, inner: columns, columns: shape.output)
      for index in 0..<count * shape.output { toSecond[index] *= mask2[index] }
      NeuralGradients.layer(
        gates: gates2, cells: cells2, gradient: toSecond, count: count, units: shape.units)
      NeuralGradients.accumulate(
        first, gates2, into: gradients + shape.layer2, rows: count, inner: shape.output,
        columns: shape.gates)
      for row in 0..<count {
        NeuralKernels.add(
          gates2 + row * shape.gates, times: 1, to: gradients + shape.bias2, count: shape.gates)
      }
      NeuralKernels.multiply(
        gates2, turned2, into: toFirst, rows: count, inner: shape.gates, columns: shape.output)
      for index in 0..<count * shape.output { toFirst[index] *= mask1[index] }
      NeuralGradients.layer(
        gates: gates1, cells: cells1, gradient: toFirst, count: count, units: shape.units)
      NeuralGradients.accumulate(
        given, gates1, into: gradients + shape.layer1, rows: count, inner: shape.input,
        columns: shape.gates)
      for row in 0..<count {
        NeuralKernels.add(
          gates1 + row * shape.gates, times: 1, to: gradients + shape.bias1, count: shape.gates)
      }
      NeuralKernels.multiply(
        gates1, turned, into: toGiven, rows: count, inner: shape.gates, columns: shape.input)
      for index in 0..<count * shape.input { toGiven[index] *= mask0[index] }
      take(rows, toGiven)
    }
  }

  /// Fills in what the network is given; returns the rows of each word's tables. Words are hidden now and then, rare ones
  /// more often, so that unknown ones are learnt too.
  private func give(
    _ input: ParserInput, _ count: Int, _ out: UnsafeMutablePointer<Float>
  ) -> [(word: Int, fine: Int, suffix: Int)] {
    (0..<count).map { index in
      let word = input.words[index]
      var own = words.row(word.lower)
      var isHidden = false
      if own > 0 {
        let chance = 0.25 / (0.25 + Float(words.counts[own]))
        if Float(generator.next() >> 40) / Float(1 << 24) < chance { own = 0 }
      }
      // Some words have no vector in new texts.
      isHidden = own == 0 && generator.next() % 4 == 0
      let row = out + index * shape.input
      let fine = fines.row(word.fine)
      let suffix = suffixes.row(word.suffix)
      row.update(from: words.parameters.values + own * shape.word, count: shape.word)
      vectors.copy(isHidden ? 0 : word.lower, to: row + shape.word)
      (row + shape.word + shape.vector).update(
        from: fines.parameters.values + fine * shape.fine, count: shape.fine)
      (row + shape.word + shape.vector + shape.fine).update(
        from: suffixes.parameters.values + suffix * shape.suffix, count: shape.suffix)
      return (own, fine, suffix)
    }
  }

  private func take(
    _ rows: [(word: Int, fine: Int, suffix: Int)], _ gradient: UnsafePointer<Float>
  ) {
    for (index, row) in rows.enumerated() {
      let start = gradient + index * shape.input
      for (table, number, offset) in [
        (words, row.word, 0), (fines, row.fine, shape.word + shape.vector),
        (suffixes, row.suffix, shape.word + shape.vector + shape.fine),
      ] {
        table.parameters.use(number)
        NeuralKernels.add(
          start + offset, times: 1, to: table.parameters.gradients + number * table.width,
          count: table.width)
      }
    }
  }

  /// Parses the sentence, and notes for every configuration how its scores should change.
  private func decide(
    _ example: Example, _ encoded: UnsafePointer<Float>, _ toEncoded: UnsafeMutablePointer<Float>,
    _ explore: Bool
  ) {
    let gold = example.gold
    let oracle = Oracle(gold)
    var state = ParserState(count: gold.count)
    let size = shape.hidden
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size * 2 + shape.relationColumns) {
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
        let transition = Parser.only(state) ?? choose(state, oracle, hidden, toHidden, explore)
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
    _ toHidden: UnsafeMutablePointer<Float>, _ explore: Bool
  ) -> Int {
    let scores = NeuralConfiguration.transitions(hidden, dense.values, shape)
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
    NeuralKernels.add(
      scores, times: 1, to: dense.gradients + shape.relationBias + side * columns, count: columns)
    return UInt8(best)
  }

  private func back(
    _ state: ParserState, _ input: ParserInput, _ hidden: UnsafePointer<Float>,
    _ toHidden: UnsafeMutablePointer<Float>, _ toEncoded: UnsafeMutablePointer<Float>
  ) {
    let size = shape.hidden
    for index in 0..<size where hidden[index] <= 0 { toHidden[index] = 0 }
    let gradients = dense.gradients
    NeuralKernels.add(toHidden, times: 1, to: gradients + shape.hiddenBias, count: size)
    for place in 0..<NeuralShape.places {
      let word = NeuralConfiguration.word(state, place)
      let target =
        word < 0
        ? gradients + shape.missing + place * size
        : toEncoded + (word * NeuralShape.places + place) * size
      NeuralKernels.add(toHidden, times: 1, to: target, count: size)
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: NeuralShape.extras) { extras in
      guard let values = extras.baseAddress else { return }
      NeuralExtras.fill(state, input, into: values)
      for extra in 0..<NeuralShape.extras {
        let row = extra * NeuralShape.extraValues + values[extra]
        NeuralKernels.add(
          toHidden, times: 1, to: gradients + shape.extras + row * size, count: size)
      }
    }
  }

  /// Puts the network into a model.
  func write(into writer: inout ModelWriter) {
    writer.add("NSHP", ModelWriter.bytes(shape.section))
    writer.add(
      "NDEN", Array(UnsafeRawBufferPointer(start: dense.values, count: dense.count * 4)))
    for (name, table) in [("WRD", words), ("FIN", fines), ("SUF", suffixes)] {
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

import Glibc
import Language

/// Trains the parser's network with a dynamic oracle (Goldberg and Nivre 2013; Kiperwasser and Goldberg 2016).
final class NeuralTrainer {
  typealias Example = (input: ParserInput, gold: [Token])

  let shape: NeuralShape
  let dense: Parameters
  let words: LearntTable
  let fines: LearntTable
  let suffixes: LearntTable
  let looks: LearntTable
  let clusters: LearntTable
  let origins: LearntTable
  let vectors: WordVectors
  var generator: SeededGenerator
  private let turned: UnsafeMutablePointer<Float>
  private var updates = 0
  var loss = 0.0
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
    var forms: [UInt32: Int] = [:]
    var groups: [UInt32: Int] = [:]
    var sources: [UInt32: Int] = [:]
    for example in examples {
      sources[example.input.originKey, default: 0] += 1
      for word in example.input.words.dropLast(2) {
        lowers[word.lower, default: 0] += 1
        fine[word.fineKey, default: 0] += 1
        endings[word.suffix, default: 0] += 1
        forms[word.shape, default: 0] += 1
        groups[word.clusterKey, default: 0] += 1
      }
    }
    words = LearntTable(lowers, minimum: 2, width: shape.word, &generator)
    fines = LearntTable(fine, minimum: 3, width: shape.fine, &generator)
    suffixes = LearntTable(endings, minimum: 5, width: shape.suffix, &generator)
    looks = LearntTable(forms, minimum: 5, width: shape.look, &generator)
    clusters = LearntTable(groups, minimum: 2, width: shape.cluster, &generator)
    origins = LearntTable(sources, minimum: 1, width: shape.origin, &generator)
    dense = Parameters(count: shape.count, width: shape.count)
    turned = .allocate(
      capacity: (shape.input + shape.output) * shape.gates
        + shape.output * (shape.hidden * NeuralShape.places + NeuralShape.tagColumns))
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
    matrix(shape.tags, shape.output, NeuralShape.tagColumns, fan: 17)
    matrix(shape.transitions, shape.hidden, 8, fan: 3)
    matrix(shape.relationWeights, shape.hidden * 2, shape.relationColumns, fan: 50)
  }

  var turned1: UnsafeMutablePointer<Float> { turned }
  var turned2: UnsafeMutablePointer<Float> { turned + shape.input * shape.gates }
  var turned3: UnsafeMutablePointer<Float> { turned2 + shape.output * shape.gates }
  var turned4: UnsafeMutablePointer<Float> {
    turned3 + shape.output * shape.hidden * NeuralShape.places
  }

  private func turn() {
    NeuralGradients.transpose(
      dense.values + shape.layer1, into: turned, rows: shape.input, columns: shape.gates)
    NeuralGradients.transpose(
      dense.values + shape.layer2, into: turned2, rows: shape.output, columns: shape.gates)
    NeuralGradients.transpose(
      dense.values + shape.places, into: turned3, rows: shape.output,
      columns: shape.hidden * NeuralShape.places)
    NeuralGradients.transpose(
      dense.values + shape.tags, into: turned4, rows: shape.output, columns: NeuralShape.tagColumns)
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
    for parameters in [dense]
      + [words, fines, suffixes, looks, clusters, origins].map(\.parameters)
    {
      parameters.step(rate: rate, correction1: correction1, correction2: correction2)
    }
    turn()
  }

  func mask(_ pointer: UnsafeMutablePointer<Float>, _ count: Int) {
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
}

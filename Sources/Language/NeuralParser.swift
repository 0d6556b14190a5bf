import CKernels

/// Tells parts of speech, and scores transitions and relations, with the network of a model.
package struct NeuralParser: @unchecked Sendable {
  package let shape: NeuralShape
  // Constant data of the program, hence unchecked Sendable.
  /// The parameters behind the large matrices, counted from the first of all.
  private let dense: UnsafePointer<Float>
  /// The large matrices, and what a step of each stands for.
  private let integers: UnsafePointer<Int16>
  private let scales: UnsafePointer<Float>
  private let words: NeuralTable
  private let vectors: NeuralTable
  private let fines: NeuralTable
  private let suffixes: NeuralTable
  private let looks: NeuralTable
  private let clusters: NeuralTable
  private let origins: NeuralTable

  /// The parser of a model; nil if the model lacks a table.
  package init?(_ model: ModelFile) {
    let section = model.section("NDEN")
    let matrices = model.section("NMAT")
    guard let base = section.baseAddress, let large = matrices.baseAddress,
      let shape = NeuralShape(model.section("NSHP")),
      section.count == (shape.count - shape.matrices) * 4,
      matrices.count == 16 + shape.matrices * 2,
      let words = NeuralTable(model, "WRD", width: shape.word),
      let vectors = NeuralTable(model, "VEC", width: shape.vector),
      let fines = NeuralTable(model, "FIN", width: shape.fine),
      let suffixes = NeuralTable(model, "SUF", width: shape.suffix),
      let looks = NeuralTable(model, "LOO", width: shape.look),
      let clusters = NeuralTable(model, "CLU", width: shape.cluster),
      let origins = NeuralTable(model, "ORI", width: shape.origin)
    else { return nil }
    dense = base.assumingMemoryBound(to: Float.self) - shape.matrices
    scales = large.assumingMemoryBound(to: Float.self)
    integers = (large + 16).assumingMemoryBound(to: Int16.self)
    self.shape = shape
    self.words = words
    self.vectors = vectors
    self.fines = fines
    self.suffixes = suffixes
    self.looks = looks
    self.clusters = clusters
    self.origins = origins
  }

  /// What the network has made of a sentence.
  package struct Encoded {
    /// What each word adds to the hidden layer at each place.
    package let places: UnsafePointer<Float>
    /// The scores of the parts of speech of each word.
    package let tags: UnsafePointer<Float>
    /// Room for the hidden layer and the scores of transitions and relations behind it.
    package let hidden: UnsafeMutablePointer<Float>
  }

  /// Calls a body with what the network makes of a sentence.
  package func withEncoded<Result>(_ input: ParserInput, _ body: (Encoded) -> Result) -> Result? {
    let count = input.words.count - 2
    let places = NeuralShape.places * shape.hidden
    let perWord = shape.input + shape.gates + shape.output * 3 + places + NeuralShape.tagColumns
    let more = shape.hidden + 8 + shape.relationColumns + count * max(shape.input, shape.output)
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: count * perWord + more) { room in
      room.baseAddress.map { body(encode(input, count, $0)) }
    }
  }

  private func encode(
    _ input: ParserInput, _ count: Int, _ room: UnsafeMutablePointer<Float>
  ) -> Encoded {
    let given = room
    let gates = given + count * shape.input
    let cells = gates + count * shape.gates
    let first = cells + count * shape.output
    let second = first + count * shape.output
    let places = second + count * shape.output
    let tags = places + count * NeuralShape.places * shape.hidden
    let hidden = tags + count * NeuralShape.tagColumns
    let rounded = UnsafeMutableRawPointer(hidden + shape.hidden + 8 + shape.relationColumns)
      .assumingMemoryBound(to: Int16.self)
    for index in 0..<count {
      let word = input.words[index]
      var row = given + index * shape.input
      words.copy(word.lower, to: row)
      row += shape.word
      vectors.copy(word.lower, to: row)
      row += shape.vector
      fines.copy(word.fineKey, to: row)
      row += shape.fine
      suffixes.copy(word.suffix, to: row)
      row += shape.suffix
      looks.copy(word.shape, to: row)
      row += shape.look
      clusters.copy(word.clusterKey, to: row)
      row += shape.cluster
      origins.copy(input.originKey, to: row)
    }
    func product(
      _ input: UnsafePointer<Float>, _ width: Int, _ matrix: Int, _ number: Int,
      _ bias: UnsafePointer<Float>?, _ output: UnsafeMutablePointer<Float>, _ columns: Int
    ) {
      chancery_quantize(input, NeuralShape.steps, rounded, count * width)
      chancery_multiply_integers(
        rounded, integers + matrix, scales[number] / NeuralShape.steps, bias, output, count, width,
        columns)
    }
    product(given, shape.input, shape.layer1, 0, dense + shape.bias1, gates, shape.gates)
    NeuralEncoder.recur(
      count: count, units: shape.units, gates: gates, cells: cells, output: first)
    chancery_multiply(
      first, dense + shape.tags, dense + shape.tagBias, tags, count, shape.output,
      NeuralShape.tagColumns)
    product(first, shape.output, shape.layer2, 1, dense + shape.bias2, gates, shape.gates)
    NeuralEncoder.recur(
      count: count, units: shape.units, gates: gates, cells: cells, output: second)
    chancery_add(first, 1, second, count * shape.output)
    product(
      second, shape.output, shape.places, 2, nil, places, NeuralShape.places * shape.hidden)
    return Encoded(places: places, tags: tags, hidden: hidden)
  }

  /// The part of speech with the highest score.
  package func tag(_ encoded: Encoded, _ word: Int) -> UInt8 {
    let scores = encoded.tags + word * NeuralShape.tagColumns
    var best = 0
    for index in 1..<UPOS.allCases.count where scores[index] > scores[best] { best = index }
    return UInt8(best)
  }

  /// Fills in the hidden layer of a configuration.
  @inline(__always)
  package func hidden(_ state: ParserState, _ input: ParserInput, _ encoded: Encoded) {
    NeuralConfiguration.hidden(state, input, encoded.places, dense, shape, into: encoded.hidden)
  }

  /// The scores of shift, left and right.
  @inline(__always)
  package func transitions(_ encoded: Encoded) -> UnsafePointer<Float> {
    let scores = encoded.hidden + shape.hidden
    NeuralConfiguration.transitions(encoded.hidden, dense, shape, into: scores)
    return UnsafePointer(scores)
  }

  /// The scores of the relations of an arc.
  @inline(__always)
  package func relations(_ encoded: Encoded, _ transition: Int) -> UnsafePointer<Float> {
    let scores = encoded.hidden + shape.hidden + 8
    NeuralConfiguration.relations(encoded.hidden, transition, dense, shape, into: scores)
    return UnsafePointer(scores)
  }
}

/// What the network makes of one configuration.
package enum NeuralConfiguration {
  /// Fills in the hidden layer.
  @inline(__always)
  package static func hidden(
    _ state: ParserState, _ input: ParserInput, _ places: UnsafePointer<Float>,
    _ dense: UnsafePointer<Float>, _ shape: NeuralShape, into hidden: UnsafeMutablePointer<Float>
  ) {
    let size = shape.hidden
    let count = 1 + NeuralShape.places + NeuralShape.extras
    withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: count) { rows in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: NeuralShape.extras) { extras in
        guard let values = extras.baseAddress else { return }
        rows[0] = dense + shape.hiddenBias
        for place in 0..<NeuralShape.places {
          let word = word(state, place)
          rows[1 + place] =
            word < 0
            ? dense + shape.missing + place * size
            : places + (word * NeuralShape.places + place) * size
        }
        NeuralExtras.fill(state, input, into: values)
        let table = dense + shape.extras
        for extra in 0..<NeuralShape.extras {
          rows[1 + NeuralShape.places + extra] =
            table + (extra * NeuralShape.extraValues + values[extra]) * size
        }
        chancery_rectified_sum(rows.baseAddress, count, size, hidden)
      }
    }
  }

  /// The word at a place of the configuration; -1 if there is none.
  @inline(__always)
  package static func word(_ state: ParserState, _ place: Int) -> Int {
    switch place {
    case 0: state.top(2)
    case 1: state.top(1)
    case 2: state.top(0)
    default: state.next < state.count ? state.next : -1
    }
  }

  /// Fills in the scores of shift, left and right, and five numbers more.
  @inline(__always)
  package static func transitions(
    _ hidden: UnsafePointer<Float>, _ dense: UnsafePointer<Float>, _ shape: NeuralShape,
    into scores: UnsafeMutablePointer<Float>
  ) {
    chancery_multiply(
      hidden, dense + shape.transitions, dense + shape.transitionBias, scores, 1, shape.hidden, 8)
  }

  /// Fills in the scores of the relations of an arc.
  @inline(__always)
  package static func relations(
    _ hidden: UnsafePointer<Float>, _ transition: Int, _ dense: UnsafePointer<Float>,
    _ shape: NeuralShape, into scores: UnsafeMutablePointer<Float>
  ) {
    let columns = shape.relationColumns
    let side = transition == ParserState.left ? 0 : 1
    chancery_multiply(
      hidden, dense + shape.relationWeights + side * shape.hidden * columns,
      dense + shape.relationBias + side * columns, scores, 1, shape.hidden, columns)
  }
}

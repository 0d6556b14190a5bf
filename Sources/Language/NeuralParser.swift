/// Scores transitions and relations with the network of a model.
package struct NeuralParser: @unchecked Sendable {
  package let shape: NeuralShape
  // Constant data of the program, hence unchecked Sendable.
  private let dense: UnsafePointer<Float>
  private let words: NeuralTable
  private let vectors: NeuralTable
  private let fines: NeuralTable
  private let suffixes: NeuralTable

  /// The parser of a model; nil if the model lacks a table.
  package init?(_ model: ModelFile) {
    let section = model.section("NDEN")
    guard let base = section.baseAddress, let shape = NeuralShape(model.section("NSHP")),
      section.count == shape.count * 4,
      let words = NeuralTable(model, "WRD", width: shape.word),
      let vectors = NeuralTable(model, "VEC", width: shape.vector),
      let fines = NeuralTable(model, "FIN", width: shape.fine),
      let suffixes = NeuralTable(model, "SUF", width: shape.suffix)
    else { return nil }
    dense = base.assumingMemoryBound(to: Float.self)
    self.shape = shape
    self.words = words
    self.vectors = vectors
    self.fines = fines
    self.suffixes = suffixes
  }

  /// Calls a body with what each word adds to the hidden layer at each place, and with room for the hidden layer and the
  /// scores of relations after it.
  package func withEncoded<Result>(
    _ input: ParserInput,
    _ body: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Result
  ) -> Result? {
    let count = input.words.count - 2
    let places = NeuralShape.places * shape.hidden
    let perWord = shape.input + shape.gates + shape.output * 4 + places
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: count * perWord + 8) { room in
      withUnsafeTemporaryAllocation(
        of: Float.self, capacity: shape.hidden + shape.relationColumns
      ) { small in
        guard let base = room.baseAddress, let hidden = small.baseAddress else { return nil }
        return body(encode(input, count, base), hidden)
      }
    }
  }

  /// What each word adds to the hidden layer at each place; lies in the room given.
  private func encode(
    _ input: ParserInput, _ count: Int, _ room: UnsafeMutablePointer<Float>
  ) -> UnsafeMutablePointer<Float> {
    let given = room
    let gates = given + count * shape.input
    let cells = gates + count * shape.gates
    let first = cells + count * shape.output
    let second = first + count * shape.output
    let places = second + count * shape.output
    for index in 0..<count {
      let word = input.words[index]
      let row = given + index * shape.input
      words.copy(word.lower, to: row)
      vectors.copy(word.lower, to: row + shape.word)
      fines.copy(word.fine, to: row + shape.word + shape.vector)
      suffixes.copy(word.suffix, to: row + shape.word + shape.vector + shape.fine)
    }
    NeuralEncoder.run(
      input: given, width: shape.input, weights: dense + shape.layer1, bias: dense + shape.bias1,
      count: count, units: shape.units, gates: gates, cells: cells, output: first)
    NeuralEncoder.run(
      input: first, width: shape.output, weights: dense + shape.layer2, bias: dense + shape.bias2,
      count: count, units: shape.units, gates: gates, cells: cells, output: second)
    NeuralKernels.multiply(
      second, dense + shape.places, into: places, rows: count, inner: shape.output,
      columns: NeuralShape.places * shape.hidden)
    return places
  }

  /// Fills in the hidden layer of a configuration.
  @inline(__always)
  package func hidden(
    _ state: ParserState, _ input: ParserInput, _ encoded: UnsafePointer<Float>,
    into hidden: UnsafeMutablePointer<Float>
  ) {
    NeuralConfiguration.hidden(state, input, encoded, dense, shape, into: hidden)
  }

  /// The scores of shift, left and right.
  @inline(__always)
  package func transitions(_ hidden: UnsafePointer<Float>) -> SIMD8<Float> {
    NeuralConfiguration.transitions(hidden, dense, shape)
  }

  /// Fills in the scores of the relations of an arc, behind the hidden layer; returns where they are.
  @inline(__always)
  package func relations(
    _ hidden: UnsafeMutablePointer<Float>, _ transition: Int
  ) -> UnsafePointer<Float> {
    let scores = hidden + shape.hidden
    NeuralConfiguration.relations(hidden, transition, dense, shape, into: scores)
    return UnsafePointer(scores)
  }
}

/// What the network makes of one configuration.
package enum NeuralConfiguration {
  /// Fills in the hidden layer.
  @inline(__always)
  package static func hidden(
    _ state: ParserState, _ input: ParserInput, _ encoded: UnsafePointer<Float>,
    _ dense: UnsafePointer<Float>, _ shape: NeuralShape, into hidden: UnsafeMutablePointer<Float>
  ) {
    let size = shape.hidden
    hidden.update(from: dense + shape.hiddenBias, count: size)
    for place in 0..<NeuralShape.places {
      let word = word(state, place)
      let source =
        word < 0
        ? dense + shape.missing + place * size
        : encoded + (word * NeuralShape.places + place) * size
      NeuralKernels.add(source, times: 1, to: hidden, count: size)
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: NeuralShape.extras) { extras in
      guard let values = extras.baseAddress else { return }
      NeuralExtras.fill(state, input, into: values)
      for extra in 0..<NeuralShape.extras {
        let row = extra * NeuralShape.extraValues + values[extra]
        NeuralKernels.add(dense + shape.extras + row * size, times: 1, to: hidden, count: size)
      }
    }
    for index in 0..<size where hidden[index] < 0 { hidden[index] = 0 }
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

  /// The scores of shift, left and right.
  @inline(__always)
  package static func transitions(
    _ hidden: UnsafePointer<Float>, _ dense: UnsafePointer<Float>, _ shape: NeuralShape
  ) -> SIMD8<Float> {
    var sum = NeuralKernels.load(dense, shape.transitionBias)
    for index in 0..<shape.hidden {
      sum += NeuralKernels.load(dense, shape.transitions + index * 8) * hidden[index]
    }
    return sum
  }

  /// Fills in the scores of the relations of an arc.
  @inline(__always)
  package static func relations(
    _ hidden: UnsafePointer<Float>, _ transition: Int, _ dense: UnsafePointer<Float>,
    _ shape: NeuralShape, into scores: UnsafeMutablePointer<Float>
  ) {
    let columns = shape.relationColumns
    let side = transition == ParserState.left ? 0 : 1
    scores.update(from: dense + shape.relationBias + side * columns, count: columns)
    NeuralKernels.multiply(
      hidden, dense + shape.relationWeights + side * shape.hidden * columns, into: scores, rows: 1,
      inner: shape.hidden, columns: columns, adding: true)
  }
}

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

extension NeuralShape {
  /// From a section of a model; nil if it is missing or of another shape of program.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard section.count == 28 else { return nil }
    func value(_ index: Int) -> Int {
      Int(section.load(fromByteOffset: index * 4, as: UInt32.self))
    }
    word = value(0)
    vector = value(1)
    fine = value(2)
    suffix = value(3)
    units = value(4)
    hidden = value(5)
    relations = value(6)
    guard relations == Relation.allCases.count else { return nil }
  }

  /// As a section of a model.
  package var section: [UInt32] {
    [word, vector, fine, suffix, units, hidden, relations].map { UInt32($0) }
  }
}

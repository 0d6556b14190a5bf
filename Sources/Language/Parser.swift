/// Builds trees from left to right, taking the best transition each time and naming each arc as it is made, by the scores
/// of a network that has read the whole sentence.
package struct Parser: Sendable {
  private let network: NeuralParser

  /// The parser of a model; nil if the model has none.
  package init?(_ model: ModelFile) {
    guard let network = NeuralParser(model) else { return nil }
    self.network = network
  }

  /// The tree of a sentence, and its parts of speech, told with more context than the tagger has.
  package func parse(_ input: ParserInput) -> (tree: ParserState, tags: [UInt8])? {
    network.withEncoded(input) { encoded in
      let count = input.words.count - 2
      return (run(input, encoded), (0..<count).map { network.tag(encoded, $0) })
    }
  }

  private func run(_ input: ParserInput, _ encoded: NeuralParser.Encoded) -> ParserState {
    var state = ParserState(count: input.words.count - 2)
    while !state.isFinished {
      let only = Self.only(state)
      if only == ParserState.shift {
        state.apply(ParserState.shift, label: 0)
        continue
      }
      network.hidden(state, input, encoded)
      let transition = only ?? best(network.transitions(encoded), state)
      guard transition != ParserState.shift else {
        state.apply(ParserState.shift, label: 0)
        continue
      }
      let isRoot = state.arc(transition).head == state.count
      let label = isRoot ? Relation.root.rawValue : relation(network.relations(encoded, transition))
      state.apply(transition, label: label)
    }
    return state
  }

  /// The transition where there is no choice.
  package static func only(_ state: ParserState) -> Int? {
    if state.stack.isEmpty { return ParserState.shift }
    if state.next == state.count {
      return state.stack.count == 1 ? ParserState.left : ParserState.right
    }
    return nil
  }

  private func best(_ scores: UnsafePointer<Float>, _ state: ParserState) -> Int {
    var best = ParserState.shift
    if scores[ParserState.left] > scores[best] { best = ParserState.left }
    if state.stack.count > 1, scores[ParserState.right] > scores[best] {
      best = ParserState.right
    }
    return best
  }

  private func relation(_ scores: UnsafePointer<Float>) -> UInt8 {
    // Only one word is the root, whose number is 0.
    var best = 1
    for index in 2..<network.shape.relations where scores[index] > scores[best] { best = index }
    return UInt8(best)
  }
}

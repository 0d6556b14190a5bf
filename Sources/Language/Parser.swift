/// Builds trees from left to right, taking the best transition each time and naming each arc as it is made.
///
/// Transitions and relations are scored by a perceptron over hashed features and, where the model has one, by a network
/// that reads the whole sentence; the scores are added.
package struct Parser: Sendable {
  private let transitions: DenseTable
  private let relations: SparseTable
  private let network: NeuralParser?
  /// What one step of the perceptron's weights counts beside the network's scores.
  private let share: Float
  private let relationShare: Float

  /// The parser of a model; nil if the model lacks a table.
  package init?(_ model: ModelFile) {
    guard let transitions = DenseTable(model.section("TRAN")),
      let relations = SparseTable(model.section("RELA"))
    else { return nil }
    self.transitions = transitions
    self.relations = relations
    let mix = model.section("NMIX")
    network = mix.count == 8 ? NeuralParser(model) : nil
    share = mix.count == 8 ? mix.load(as: Float.self) : 1
    relationShare = mix.count == 8 ? mix.load(fromByteOffset: 4, as: Float.self) : 1
  }

  /// The final configuration of a sentence.
  package func parse(_ input: ParserInput) -> ParserState {
    if let network {
      let state = network.withEncoded(input) { encoded, hidden in
        run(input, Context(network: network, encoded: encoded, hidden: hidden))
      }
      if let state { return state }
    }
    return run(input, nil)
  }

  /// What the network has made of the sentence.
  private struct Context {
    let network: NeuralParser
    let encoded: UnsafePointer<Float>
    let hidden: UnsafeMutablePointer<Float>
  }

  private func run(_ input: ParserInput, _ context: Context?) -> ParserState {
    var state = ParserState(count: input.words.count - 2)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ParserFeatures.count) { features in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
        guard let out = features.baseAddress, let sums = scores.baseAddress else { return }
        while !state.isFinished {
          let only = Self.only(state)
          if only == ParserState.shift {
            state.apply(ParserState.shift, label: 0)
            continue
          }
          if let context {
            context.network.hidden(state, input, context.encoded, into: context.hidden)
          }
          let transition = only ?? best(state, input, context, out)
          guard transition != ParserState.shift else {
            state.apply(transition, label: 0)
            continue
          }
          let (head, dependent) = state.arc(transition)
          let label =
            head == state.count
            ? Relation.root.rawValue
            : relation(state, input, head, dependent, transition, context, out, sums)
          state.apply(transition, label: label)
        }
      }
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

  private func best(
    _ state: ParserState, _ input: ParserInput, _ context: Context?,
    _ features: UnsafeMutablePointer<UInt64>
  ) -> Int {
    if let context, let sure = sure(context.network.transitions(context.hidden), state) {
      return sure
    }
    let count = ParserFeatures.fill(state, input, into: features)
    var sums = SIMD4<Int32>()
    for index in 0..<count { sums &+= transitions.weights(features[index]) }
    var scores = SIMD4<Float>(sums) * share
    if let context { scores += context.network.transitions(context.hidden).lowHalf }
    var best = ParserState.shift
    if scores[ParserState.left] > scores[best] { best = ParserState.left }
    if state.stack.count > 1, scores[ParserState.right] > scores[best] {
      best = ParserState.right
    }
    return best
  }

  /// The transition that the network prefers by more than the perceptron usually has to say; nil if there is none.
  private func sure(_ scores: SIMD8<Float>, _ state: ParserState) -> Int? {
    let allowed = state.stack.count > 1 ? 3 : 2
    for one in 0..<allowed {
      var leads = true
      for other in 0..<allowed where other != one {
        leads = leads && scores[one] > scores[other] + share * Self.decisive
      }
      if leads { return one }
    }
    return nil
  }

  /// By so many steps of its weights the perceptron seldom prefers one transition.
  private static let decisive: Float = 1500

  private func relation(
    _ state: ParserState, _ input: ParserInput, _ head: Int, _ dependent: Int, _ transition: Int,
    _ context: Context?, _ features: UnsafeMutablePointer<UInt64>,
    _ sums: UnsafeMutablePointer<Int32>
  ) -> UInt8 {
    let count = ParserFeatures.fillRelation(
      state, input, head: head, dependent: dependent, into: features)
    let classes = relations.classes
    sums.update(repeating: 0, count: classes)
    for index in 0..<count { relations.add(features[index], to: sums) }
    let other = context.map { $0.network.relations($0.hidden, transition) }
    // Only one word is the root, whose number is 0.
    var best = 1
    var highest = -Float.infinity
    for index in 1..<max(classes, 2) {
      var score = Float(sums[index]) * relationShare
      if let other { score += other[index] }
      if score > highest {
        highest = score
        best = index
      }
    }
    return UInt8(best)
  }
}

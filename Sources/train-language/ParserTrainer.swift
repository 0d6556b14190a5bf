import Language

/// Trains the parser with a dynamic oracle (Goldberg and Nivre 2013): it follows its own choices, and learns from every
/// configuration which transitions lose the fewest arcs.
struct ParserTrainer {
  var epochs = 12
  var seed: UInt64
  var minimumUpdates = 2
  /// From this epoch on it follows its own choices, this often in 100.
  var exploreFrom = 2
  var explorePercent: UInt64 = 90

  /// How many parsers are trained, of which the model is the mean.
  var runs = 1

  func train(_ examples: [(input: ParserInput, gold: [Token])], into writer: inout ModelWriter) {
    let all = (0..<runs).map { train(examples, seed: seed + UInt64($0)) }
    writer.addDense("TRAN", mean(all.map(\.transitions)))
    writer.add("RELA", mean(all.map(\.relations)), classes: Relation.allCases.count)
  }

  private func train(
    _ examples: [(input: ParserInput, gold: [Token])], seed: UInt64
  ) -> (transitions: WeightRows, relations: WeightRows) {
    let transitions = Perceptron(classes: 3)
    let relations = Perceptron(classes: Relation.allCases.count)
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    var features = [UInt64](repeating: 0, count: ParserFeatures.count)
    var scores = [Float](repeating: 0, count: 3)
    var labelScores = [Float](repeating: 0, count: relations.classes)
    for epoch in 1...epochs {
      order.shuffle(using: &generator)
      var arcs = 0
      var heads = 0
      for index in order {
        let (input, gold) = examples[index]
        let oracle = Oracle(gold)
        var state = ParserState(count: gold.count)
        while !state.isFinished {
          var transition = Parser.only(state) ?? -1
          if transition < 0 {
            let count = features.withUnsafeMutableBufferPointer { out in
              out.baseAddress.map { ParserFeatures.fill(state, input, into: $0) } ?? 0
            }
            features.withUnsafeBufferPointer { all in
              let used = UnsafeBufferPointer(rebasing: all[..<count])
              transitions.score(used, &scores)
              var guess = -1
              var right = -1
              let costs = oracle.costs(state)
              let least = min(
                costs.0, min(costs.1, state.allows(ParserState.right) ? costs.2 : .max))
              for (one, cost) in [costs.0, costs.1, costs.2].enumerated() where state.allows(one) {
                if guess < 0 || scores[one] > scores[guess] { guess = one }
                if cost == least, right < 0 || scores[one] > scores[right] { right = one }
              }
              if guess != right { transitions.update(used, right: right, wrong: guess) }
              let follow = epoch >= exploreFrom && generator.next() % 100 < explorePercent
              transition = follow ? guess : right
            }
          }
          if transition == ParserState.shift {
            state.apply(transition, label: 0)
            continue
          }
          let (head, dependent) = state.arc(transition)
          var label = Relation.root.rawValue
          if head != gold.count {
            let count = features.withUnsafeMutableBufferPointer { out in
              out.baseAddress.map {
                ParserFeatures.fillRelation(
                  state, input, head: head, dependent: dependent, into: $0)
              } ?? 0
            }
            features.withUnsafeBufferPointer { all in
              let used = UnsafeBufferPointer(rebasing: all[..<count])
              relations.score(used, &labelScores)
              labelScores[0] = -.infinity
              let guess = TaggerTrainer.best(labelScores)
              if gold[dependent].head == head {
                let right = Int(gold[dependent].relation.rawValue)
                if guess != right { relations.update(used, right: right, wrong: guess) }
              }
              label = UInt8(guess)
            }
          }
          arcs += 1
          if oracle.heads[dependent] == Int32(head) { heads += 1 }
          state.apply(transition, label: label)
        }
        transitions.time += 1
        relations.time += 1
      }
      log("  parser, epoch \(epoch): \(percent(heads, arcs)) of heads on the way")
    }
    return (
      transitions.averaged(minimumUpdates: minimumUpdates),
      relations.averaged(minimumUpdates: minimumUpdates)
    )
  }
}

/// How many arcs of the right tree each transition makes unreachable.
struct Oracle {
  /// The root is the number of words.
  let heads: [Int32]
  private let dependents: [[Int32]]

  init(_ gold: [Token]) {
    heads = gold.map { $0.head < 0 ? Int32(gold.count) : Int32($0.head) }
    var dependents = [[Int32]](repeating: [], count: gold.count + 1)
    for (index, head) in heads.enumerated() { dependents[Int(head)].append(Int32(index)) }
    self.dependents = dependents
  }

  /// The costs of shift, left and right.
  func costs(_ state: ParserState) -> (Int, Int, Int) {
    let next = Int32(state.next)
    var shift = 0
    if state.next < state.count {
      // The next word loses its head and its dependents on the stack, but for a head on top of it.
      for (place, item) in state.stack.enumerated() {
        if heads[Int(item)] == next { shift += 1 }
        if heads[Int(next)] == item, place < state.stack.count - 1 { shift += 1 }
      }
    } else {
      shift = .max
    }
    guard let last = state.stack.last else { return (shift, .max, .max) }
    let top = Int(last)
    var later = 0
    for dependent in dependents[top] where dependent >= next { later += 1 }
    let head = heads[top]
    let below = Int32(state.top(1))
    var left = later
    if head > next || (below >= 0 && head == below) { left += 1 }
    var right = later
    if head >= next { right += 1 }
    return (shift, left, right)
  }
}

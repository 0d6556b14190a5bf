import Language

/// How many arcs of the right tree each transition makes unreachable (Goldberg and Nivre 2013).
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

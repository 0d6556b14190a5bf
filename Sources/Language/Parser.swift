/// Builds trees from left to right, taking the best transition each time and naming each arc as it is made.
package struct Parser: Sendable {
  private let transitions: DenseTable
  private let relations: SparseTable

  /// The parser of a model; nil if the model lacks a table.
  package init?(_ model: ModelFile) {
    guard let transitions = DenseTable(model.section("TRAN")),
      let relations = SparseTable(model.section("RELA"))
    else { return nil }
    self.transitions = transitions
    self.relations = relations
  }

  /// The final configuration of a sentence.
  package func parse(_ input: ParserInput) -> ParserState {
    var state = ParserState(count: input.words.count - 2)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ParserFeatures.count) { features in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
        guard let out = features.baseAddress, let sums = scores.baseAddress else { return }
        while !state.isFinished {
          let transition = Self.only(state) ?? best(state, input, out)
          guard transition != ParserState.shift else {
            state.apply(transition, label: 0)
            continue
          }
          let (head, dependent) = state.arc(transition)
          let label =
            head == state.count
            ? Relation.root.rawValue : relation(state, input, head, dependent, out, sums)
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
    _ state: ParserState, _ input: ParserInput, _ features: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let count = ParserFeatures.fill(state, input, into: features)
    var sums = SIMD4<Int32>()
    for index in 0..<count { sums &+= transitions.weights(features[index]) }
    var best = ParserState.shift
    if sums[ParserState.left] > sums[best] { best = ParserState.left }
    if state.stack.count > 1, sums[ParserState.right] > sums[best] { best = ParserState.right }
    return best
  }

  private func relation(
    _ state: ParserState, _ input: ParserInput, _ head: Int, _ dependent: Int,
    _ features: UnsafeMutablePointer<UInt64>, _ sums: UnsafeMutablePointer<Int32>
  ) -> UInt8 {
    let count = ParserFeatures.fillRelation(
      state, input, head: head, dependent: dependent, into: features)
    let classes = relations.classes
    sums.update(repeating: 0, count: classes)
    for index in 0..<count { relations.add(features[index], to: sums) }
    // Only one word is the root.
    var best = 1
    for index in 1..<max(classes, 2) where sums[index] > sums[best] { best = index }
    return UInt8(best)
  }
}

/// Weights of hashed features for up to four classes, used where they lie: per slot the high half of the hash and a byte
/// per class.
package struct DenseTable: @unchecked Sendable {
  private let slots: UnsafePointer<UInt32>
  private let mask: Int

  /// A table over a section of a model; nil if the section is missing.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= 16 else { return nil }
    mask = Int(base.load(as: UInt32.self)) - 1
    slots = (base + 8).assumingMemoryBound(to: UInt32.self)
  }

  /// The weights of a feature; zeros if it is unknown.
  @inline(__always)
  package func weights(_ feature: UInt64) -> SIMD4<Int32> {
    let key = UInt32(truncatingIfNeeded: feature >> 32) | 1
    var slot = Int(truncatingIfNeeded: feature) >> 1 & mask
    while true {
      let found = slots[slot &* 2]
      if found == key {
        let packed = slots[slot &* 2 &+ 1]
        return SIMD4<Int32>(truncatingIfNeeded: unsafeBitCast(packed, to: SIMD4<Int8>.self))
      }
      if found == 0 { return SIMD4<Int32>() }
      slot = (slot &+ 1) & mask
    }
  }
}

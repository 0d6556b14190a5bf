/// What the parser sees of the words of a sentence.
package struct ParserInput {
  package struct Word {
    package var lower: UInt32 = 0
    /// The part of speech, and finer: with the form of a verb and the like.
    package var tag: UInt32 = 0
    package var fine: UInt32 = 0
    package var cluster: UInt32 = 0
    package var fineCluster: UInt32 = 0
    package var suffix: UInt32 = 0
  }

  /// One per word, then the root, then no word.
  package var words: [Word]
  /// Commas, and verbs, before each word; one more at the end.
  package var commas: [UInt16]
  package var verbs: [UInt16]
  /// As in `WordAttributes`.
  package var domain: UInt32 = 0

  /// What is seen of tagged words.
  package init(_ attributes: [WordAttributes], _ tags: [UInt8], _ features: [Morphology]) {
    domain = attributes.first?.domain ?? 0
    words = []
    words.reserveCapacity(attributes.count + 2)
    commas = [0]
    verbs = [0]
    commas.reserveCapacity(attributes.count + 1)
    verbs.reserveCapacity(attributes.count + 1)
    var comma: UInt16 = 0
    var verb: UInt16 = 0
    for (index, attribute) in attributes.enumerated() {
      let tag = UInt32(tags[index]) + 1
      let kept = features[index].intersection(Self.visible)
      words.append(
        Word(
          lower: attribute.lower, tag: tag, fine: tag | kept.rawValue << 5,
          cluster: attribute.cluster, fineCluster: attribute.fineCluster,
          suffix: attribute.suffix3))
      if tags[index] == UPOS.punct.rawValue { comma &+= 1 }
      if tags[index] == UPOS.verb.rawValue || tags[index] == UPOS.aux.rawValue { verb &+= 1 }
      commas.append(comma)
      verbs.append(verb)
    }
    words.append(Word(lower: 1, tag: 30, fine: 30, cluster: 0, fineCluster: 0, suffix: 1))
    words.append(Word())
  }

  private static let visible: Morphology = [
    .finite, .infinitive, .participle, .gerund, .passive, .plural, .singular, .past, .possessive,
  ]

  /// The word at an index; the empty one for -1.
  @inline(__always)
  package func word(_ index: Int) -> Word { words[index < 0 ? words.count - 1 : index] }

  /// How far two places are apart, in steps that grow.
  @inline(__always)
  static func distance(_ from: Int, _ to: Int) -> UInt32 {
    let length = to - from
    switch length {
    case ..<5: return UInt32(truncatingIfNeeded: max(length, 0))
    case ..<7: return 5
    case ..<11: return 6
    default: return 7
    }
  }
}

/// The features of transitions and of relations.
package enum ParserFeatures {
  package static let count = 128

  /// Fills in the features of a configuration; returns how many there are.
  package static func fill(
    _ state: ParserState, _ input: ParserInput, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let top = state.top(0)
    let below = state.top(1)
    let third = state.top(2)
    let next = state.ahead(0)
    let s0 = input.word(top)
    let s1 = input.word(below)
    let s2 = input.word(third)
    let b0 = input.word(next)
    let b1 = input.word(state.ahead(1))
    let b2 = input.word(state.ahead(2))
    @inline(__always) func child(_ list: [Int32], _ index: Int) -> Int {
      index < 0 ? -1 : Int(list[index])
    }
    @inline(__always) func label(_ index: Int) -> UInt32 {
      index < 0 ? 0 : UInt32(state.labels[index]) + 1
    }
    let s0l = child(state.left1, top)
    let s0r = child(state.right1, top)
    let s0l2 = child(state.left2, top)
    let s0r2 = child(state.right2, top)
    let s1l = child(state.left1, below)
    let s1r = child(state.right1, below)
    let s1r2 = child(state.right2, below)
    let b0l = child(state.left1, next)
    let b0l2 = child(state.left2, next)
    let s0lw = input.word(s0l)
    let s0rw = input.word(s0r)
    let s1lw = input.word(s1l)
    let s1rw = input.word(s1r)
    let b0lw = input.word(b0l)
    let valency0 = top < 0 ? 0 : UInt32(state.leftCount[top]) << 3 | UInt32(state.rightCount[top])
    let valency1 =
      below < 0 ? 0 : UInt32(state.leftCount[below]) << 3 | UInt32(state.rightCount[below])
    let valencyNext = next < 0 ? 0 : UInt32(state.leftCount[next])
    let distance0 = top < 0 ? 9 : ParserInput.distance(top, next)
    let distance1 = below < 0 ? 9 : ParserInput.distance(below, top)
    var between: UInt32 = 0
    var between1: UInt32 = 0
    if top >= 0, next > top {
      between = UInt32(min(input.commas[next] - input.commas[top + 1], 3))
      between |= UInt32(min(input.verbs[next] - input.verbs[top + 1], 3)) << 2
    }
    if below >= 0, top > below {
      between1 = UInt32(min(input.commas[top] - input.commas[below + 1], 3))
      between1 |= UInt32(min(input.verbs[top] - input.verbs[below + 1], 3)) << 2
    }
    let tags = s1.tag << 5 | s0.tag
    var count = 0
    @inline(__always) func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      out[count] = FeatureHash.mix(UInt32(truncatingIfNeeded: count &+ 201), a, b, c)
      count &+= 1
    }
    // Single words.
    put(s0.lower, s0.tag)
    put(s0.lower)
    put(s0.fine)
    put(s0.cluster, s0.tag)
    put(s0.fineCluster, b0.tag)
    put(s1.lower, s1.tag)
    put(s1.lower)
    put(s1.fine)
    put(s1.cluster, s1.tag)
    put(b0.lower, b0.tag)
    put(b0.lower)
    put(b0.fine)
    put(b0.cluster, b0.tag)
    put(b1.lower, b1.tag)
    put(b1.fine)
    put(b1.cluster)
    put(b2.lower)
    put(b2.fine)
    put(s2.fine)
    put(s2.lower)
    put(s0.suffix, b0.tag)
    // Two words.
    put(s0.lower, b0.lower)
    put(s0.lower, b0.fine)
    put(s0.fine, b0.lower)
    put(s0.fine, b0.fine)
    put(s0.cluster, b0.cluster, s0.tag << 5 | b0.tag)
    put(s0.lower, b0.cluster)
    put(s0.cluster, b0.lower)
    put(s0.fineCluster, b0.fineCluster)
    put(s1.lower, s0.lower)
    put(s1.lower, s0.fine)
    put(s1.fine, s0.lower)
    put(s1.fine, s0.fine)
    put(s1.cluster, s0.cluster, tags)
    put(s1.fineCluster, s0.fineCluster)
    put(s1.lower, s0.cluster)
    put(s1.cluster, s0.lower)
    put(s1.fine, b0.fine)
    put(s1.lower, b0.tag)
    put(s1.tag, b0.lower)
    put(s1.lower, b0.lower)
    put(b0.fine, b1.fine)
    put(b0.lower, b1.tag)
    put(b0.tag, b1.lower)
    put(b0.lower, b1.lower)
    // Three words.
    put(s0.fine, b0.fine, b1.tag)
    put(s0.lower, b0.tag, b1.tag)
    put(s0.tag, b0.lower, b1.tag)
    put(s0.tag, b0.tag, b1.lower)
    put(s1.tag, s0.fine, b0.fine)
    put(s1.fine, s0.tag, b0.tag)
    put(s1.lower, s0.tag, b0.tag)
    put(tags, s0.lower, b0.tag)
    put(tags, b0.lower)
    put(s2.tag, tags, b0.tag)
    put(s2.tag, tags)
    put(tags, b0.tag, b1.tag)
    put(b0.tag, b1.tag, b2.tag)
    put(s0.tag << 5 | b0.tag, b1.tag, b2.tag)
    put(s1.cluster, s0.cluster, b0.cluster)
    put(s0.cluster, b0.cluster, b1.cluster)
    put(s1.lower, s0.lower, b0.tag)
    put(s1.tag, s0.lower, b0.lower)
    // Children.
    put(s0.tag, s0lw.tag, b0.tag)
    put(s0.tag, s0rw.tag, b0.tag)
    put(s1.tag, s0lw.tag, s0.tag)
    put(s1.tag, s0rw.tag, s0.tag)
    put(s1.tag, s1rw.tag, s0.tag)
    put(s1.tag, s1lw.tag, s0.tag)
    put(s0.tag, b0lw.tag, b0.tag)
    put(s0rw.lower, s0.tag, b0.tag)
    put(s0lw.lower, s0.tag, b0.tag)
    put(s1rw.lower, tags)
    put(b0lw.lower, s0.tag, b0.tag)
    put(s0lw.lower, tags)
    put(s0rw.lower, tags)
    put(label(s0l), s0.lower)
    put(label(s0r), s0.lower)
    put(label(s1l), s1.lower)
    put(label(s1r), s1.lower)
    put(label(b0l), b0.lower)
    put(label(s0l), label(s0l2), s0.fine)
    put(label(s0r), label(s0r2), s0.fine)
    put(label(s1r), label(s1r2), s1.fine)
    put(label(b0l), label(b0l2), b0.fine)
    put(label(s0l), s0.tag, b0.tag)
    put(label(s0r), s0.tag, b0.tag)
    put(label(s1r), tags, b0.tag)
    put(label(s1l), tags)
    put(label(s0l), tags)
    put(label(s0r) << 8 | label(s1r), tags)
    put(label(s0l) << 8 | label(s0r), tags, b0.tag)
    put(label(s0l) << 8 | label(b0l), s0.tag, b0.tag)
    // Distance, valency, what is between.
    put(distance0, s0.lower)
    put(distance0, b0.lower)
    put(distance0, s0.tag, b0.tag)
    put(distance1, s0.lower)
    put(distance1, s1.lower)
    put(distance1, tags)
    put(valency0, s0.lower)
    put(valency0, s0.fine)
    put(valency1, s1.lower)
    put(valency1, s1.fine)
    put(valencyNext, b0.lower)
    put(valencyNext, b0.fine)
    put(valency0, s0.tag, b0.tag)
    put(valency1, tags)
    put(between, s0.tag, b0.tag)
    put(between1, tags)
    put(between1, s1.lower)
    put(between, s0.lower)
    put(between << 4 | between1, tags, b0.tag)
    put(s0.lower, b0.tag, input.domain)
    put(s1.lower, s0.tag, input.domain)
    put(s0.tag, b0.lower, input.domain)
    put(tags, b0.tag, input.domain)
    return count
  }

  /// Fills in the features of the relation of an arc that is about to be made; returns how many there are.
  package static func fillRelation(
    _ state: ParserState, _ input: ParserInput, head: Int, dependent: Int,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let h = input.word(head)
    let d = input.word(dependent)
    @inline(__always) func child(_ list: [Int32], _ index: Int) -> Int {
      index < 0 ? -1 : Int(list[index])
    }
    @inline(__always) func label(_ index: Int) -> UInt32 {
      index < 0 ? 0 : UInt32(state.labels[index]) + 1
    }
    let dl = child(state.left1, dependent)
    let dl2 = child(state.left2, dependent)
    let dr = child(state.right1, dependent)
    let hl = child(state.left1, head)
    let hl2 = child(state.left2, head)
    let hr = child(state.right1, head)
    let hr2 = child(state.right2, head)
    let dlw = input.word(dl)
    let drw = input.word(dr)
    let before = input.word(dependent - 1)
    let after = input.word(dependent + 1)
    let beforeHead = input.word(head == 0 ? -1 : head - 1)
    let side: UInt32 = head < dependent ? 1 : 0
    let distance =
      side << 3
      | ParserInput.distance(min(head, dependent), max(head, dependent))
    let tags = h.tag << 6 | d.tag << 1 | side
    var between: UInt32 = 0
    let low = min(head, dependent)
    let high = max(head, dependent)
    between = UInt32(min(input.commas[high] - input.commas[low + 1], 3))
    between |= UInt32(min(input.verbs[high] - input.verbs[low + 1], 3)) << 2
    let third = input.word(side == 1 ? state.ahead(0) : state.top(1))
    var count = 0
    @inline(__always) func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      out[count] = FeatureHash.mix(UInt32(truncatingIfNeeded: count &+ 401), a, b, c)
      count &+= 1
    }
    put(tags)
    put(tags, h.fine, d.fine)
    put(tags, h.lower)
    put(tags, d.lower)
    put(tags, h.lower, d.lower)
    put(tags, h.lower, d.fine)
    put(tags, d.lower, h.fine)
    put(d.lower, side)
    put(h.lower, side)
    put(tags, d.cluster)
    put(tags, h.cluster)
    put(tags, h.cluster, d.cluster)
    put(tags, h.lower, d.cluster)
    put(tags, d.lower, h.cluster)
    put(tags, d.fineCluster)
    put(tags, h.fineCluster)
    put(tags, distance)
    put(tags, distance, between)
    put(d.lower, distance)
    put(tags, dlw.tag, drw.tag)
    put(tags, dlw.lower)
    put(tags, drw.lower)
    put(tags, dlw.lower, h.lower)
    put(tags, dlw.lower, d.lower)
    put(tags, label(dl), label(dr))
    put(tags, label(dl), label(dl2))
    put(d.fine, label(dl), h.tag)
    put(tags, label(hl), label(hr))
    put(h.lower, label(hr), tags)
    put(h.lower, label(hl), tags)
    put(label(hl), label(hl2), tags)
    put(label(hr), label(hr2), tags)
    put(label(hl), label(hr), d.lower)
    put(tags, before.tag, after.tag)
    put(tags, before.lower)
    put(tags, after.lower)
    put(tags, beforeHead.tag)
    put(tags, beforeHead.lower)
    put(tags, third.tag)
    put(tags, third.lower)
    put(tags, d.suffix)
    put(tags, d.suffix, h.lower)
    put(tags, between, d.fine)
    let valency = UInt32(state.leftCount[head]) << 3 | UInt32(state.rightCount[head])
    put(tags, valency, h.fine)
    put(h.fine, d.fine, label(dl) << 8 | label(hr))
    put(tags, d.lower, input.domain)
    put(tags, h.lower, input.domain)
    put(tags, h.fine, d.fine &* 4 &+ input.domain)
    return count
  }
}

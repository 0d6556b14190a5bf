/// What the parser sees of the words of a sentence.
package struct ParserInput {
  package struct Word {
    package var lower: UInt32 = 0
    /// The part of speech, and finer: with the form of a verb and the like.
    package var tag: UInt32 = 0
    package var fine: UInt32 = 0
    /// The finer part of speech as a key of a `HashMap`, which does not see the lowest bit.
    package var fineKey: UInt32 { fine << 1 }
    package var suffix: UInt32 = 0
    package var shape: UInt32 = 0
    package var cluster: UInt32 = 0
    /// The cluster as a key of a `HashMap`.
    package var clusterKey: UInt32 { cluster << 1 }
    /// As in `WordAttributes`.
    package var common: UInt32 = 0
  }

  /// One per word, then the root, then no word.
  package var words: [Word]
  /// As in `WordAttributes`.
  package var domain: UInt32 = 0
  /// The same as a key of a `HashMap`.
  package var originKey: UInt32 { domain << 1 }

  /// What is seen of tagged words.
  package init(_ attributes: [WordAttributes], _ tags: [UInt8], _ features: [Morphology]) {
    domain = attributes.first?.domain ?? 0
    words = []
    words.reserveCapacity(attributes.count + 2)
    for (index, attribute) in attributes.enumerated() {
      let tag = UInt32(tags[index]) + 1
      let kept = features[index].intersection(Self.visible)
      words.append(
        Word(
          lower: attribute.lower, tag: tag, fine: tag | kept.rawValue << 5,
          suffix: attribute.suffix3, shape: attribute.shape,
          cluster: attribute.fineCluster, common: attribute.common))
    }
    words.append(Word(lower: 1, tag: 30, fine: 30, suffix: 1))
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

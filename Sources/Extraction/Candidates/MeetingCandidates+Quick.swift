import Gazetteer
import Language
import Records

/// What can be told of an anchor without tagging or parsing its sentence: most anchors are ruled out by it.
extension MeetingCandidates {
  /// What the numbers are, in order.
  static let quickFeatures = [
    "class", "verb", "spanish", "determiner", "lexeme", "mentions", "persons", "before", "after",
    "next", "rule", "rules", "head", "length", "question", "quoted", "earlier", "previous",
    "capital", "current", "governments",
  ]

  /// The numbers of an anchor, one for each of `quickFeatures`.
  func quick(_ anchor: MeetingAnchor) -> [Int32] {
    let scan = context.scan
    let reading = context.reading
    let mentions = reading.mentions(in: scan.index).map { reading.analysis.mentions[$0] }
    let people = mentions.filter { mention in
      mention.entities.contains { context.entities[$0].kind == .person }
    }
    let before = mentions.last { $0.tokens.upperBound <= anchor.tokens.lowerBound }
    let after = mentions.first { $0.tokens.lowerBound >= anchor.tokens.upperBound }
    var out: [Int32] = []
    out.reserveCapacity(Self.quickFeatures.count)
    func add(_ value: Int) { out.append(Int32(clamping: value)) }
    func add(_ value: Bool) { out.append(value ? 1 : 0) }
    add(anchor.kind.rawValue)
    add(anchor.isVerb)
    add(scan.isSpanish)
    add(determiner(anchor))
    add(lexeme(anchor))
    add(mentions.count)
    add(people.count)
    add(before.map { anchor.tokens.lowerBound - $0.tokens.upperBound } ?? 99)
    add(after.map { $0.tokens.lowerBound - anchor.tokens.upperBound } ?? 99)
    add(word(anchor.tokens.upperBound))
    add(frames.filter { $0.trigger.overlaps(anchor.tokens) }.count)
    add(frames.count)
    add(anchor.head)
    add(scan.count)
    add(scan.tokens.last?.form == "?")
    add(!(0..<anchor.head).filter { scan.shapes[$0].contains(.quote) }.count.isMultiple(of: 2))
    add(mentions.contains { !earlier.isDisjoint(with: $0.entities) })
    add(word(anchor.tokens.lowerBound - 1))
    add(scan.isCapital(anchor.tokens.lowerBound))
    add(current.count)
    add(mentions.count - people.count)
    return out
  }

  /// The class of a word beside the anchor: a preposition, or a word that tells how things stand; 0 for any other.
  private func word(_ token: Int) -> Int {
    let scan = context.scan
    guard token >= 0, token < scan.count else { return -1 }
    for (code, words) in CandidateWords.prepositions.enumerated() where scan.isOne(token, of: words)
    {
      return code + 1
    }
    if scan.isOne(token, of: ModalWords.plans) { return 30 }
    if scan.isOne(token, of: ModalWords.negations) { return 31 }
    if scan.isOne(token, of: ModalWords.wishes) { return 32 }
    if scan.shapes[token].contains(.punctuation) { return 33 }
    return scan.isCapital(token) ? 34 : 0
  }
}

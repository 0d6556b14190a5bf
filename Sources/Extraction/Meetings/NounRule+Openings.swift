import Language

/// English nouns of meeting whose parties stand where no other rule looks: "fresh from talks with B", "During a call to B", "granted
/// an audience to B".
extension NounRule {
  /// "the meeting, which ...": a relative clause between two tokens.
  func hasRelative(_ from: Int, _ to: Int) -> Bool {
    (from..<to).contains { context.scan.isOne($0, of: Words.relative) }
  }

  /// The parties of such a noun.
  func opened(_ token: Int, _ end: Int) -> [Int]? {
    guard !context.scan.isSpanish else { return nil }
    return freshFrom(token, end) ?? called(token, end) ?? grantedTo(token, end)
  }

  /// "A, fresh from talks with B, said", "Fresh from talks with B, A flew home".
  private func freshFrom(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard
      let from = scan.span(token - 4, token).last(where: {
        scan.isSign($0, "from") && scan.isOne($0 - 1, of: OpeningWords.fresh)
      }),
      let with = context.arguments.with(after: end, words: ArgumentWords.withWords, limit: 12)
    else { return nil }
    let before = context.arguments.chains.last {
      $0.tokens.upperBound <= from - 1 && from - 1 - $0.tokens.upperBound <= 1
    }
    return pair(
      before ?? context.arguments.followingSubject(after: with.chain.tokens.upperBound), with.chain)
  }

  /// "During a call to B, A urged restraint", "A said in a call to B".
  private func called(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isOne(end - 1, of: NounWords.calls), scan.isSign(end, "to"),
      let opener = scan.span(token - 4, token).last(where: {
        scan.isOne($0, of: OpeningWords.during)
      }), let chain = context.arguments.chain(at: end + 1)
    else { return nil }
    return pair(
      context.arguments.followingSubject(after: chain.tokens.upperBound)
        ?? context.arguments.subject(of: opener), chain)
  }

  /// "The king granted an audience to B", "gave a dinner to B".
  private func grantedTo(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSign(end, "to"),
      let verb = scan.span(token - 4, token).last(where: {
        scan.isOne($0, of: NounWords.offering) || scan.isOne($0, of: OpeningWords.grants)
      }), !scan.isOne(verb - 1, of: ReceiveWords.passives),
      let chain = context.arguments.chain(at: end + 1)
    else { return nil }
    return pair(context.arguments.subject(of: verb), chain)
  }

  /// Two lists of which none is in the other, the second of persons.
  private func pair(_ first: Chain?, _ second: Chain) -> [Int]? {
    let left = context.parties(first?.entities ?? [])
    let right = context.parties(second.entities)
    guard !left.isEmpty, !context.arguments.isOwner(second),
      second.entities.allSatisfy({ context.entities[$0].kind == .person }),
      context.areSides(left, right), Set(left).isDisjoint(with: right)
    else { return nil }
    return left + right
  }
}

enum OpeningWords {
  static let fresh = Words.set("fresh straight")
  static let inCall = Words.set("in on during")
  static let during = Words.set("during in on after following")
  static let grants = Words.set("grants grant")
}

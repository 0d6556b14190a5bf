import Gazetteer
import Language
import Records

/// Parties of a Spanish noun of meeting that stand away from it: behind who allowed it, or in the words that open the sentence.
extension NounRule {
  /// "la reunión que permitieron las autoridades rusas de A con B": behind who let it happen, between whom it was.
  func permitted(_ end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(end, of: Words.relative),
      scan.shapes[min(end + 1, scan.count - 1)].contains(.lower),
      let found = context.arguments.with(after: end + 1, words: ArgumentWords.withWords, limit: 26),
      let owner = context.arguments.chains.last(where: {
        $0.tokens.upperBound <= found.at && found.at - $0.tokens.upperBound <= 1
          && isOf($0, scan)
      })
    else { return nil }
    let left = context.parties(owner.entities).filter { context.entities[$0].kind == .person }
    let right = context.parties(found.chain.entities)
    guard context.areSides(left, right) else { return nil }
    return left + right.filter { !left.contains($0) }
  }

  private func isOf(_ chain: Chain, _ scan: Scan) -> Bool {
    var before = chain.tokens.lowerBound - 1
    while before >= 0, scan.isDeterminer(before) { before -= 1 }
    return scan.isOne(before, of: Words.of)
  }

  /// "Luego de la intervención del presidente A, está prevista una reunión con B": of whom the words before the clause speak.
  func opener(before verb: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish,
      scan.span(0, 5).contains(where: { scan.isOne($0, of: NounWords.engagedIn) })
    else { return nil }
    return context.arguments.chains.last {
      $0.tokens.upperBound < verb && verb - $0.tokens.upperBound <= 8 && isOf($0, scan)
        && $0.entities.count == 1
        && $0.entities.allSatisfy { context.entities[$0].kind == .person }
    }?.entities
  }

  /// "está previsto que haya un encuentro": the verb of being there is told of what is arranged, or hoped for.
  func existence(before token: Int) -> Modality.Answer? {
    let scan = context.scan
    guard scan.isSpanish,
      let verb = scan.span(token - 4, token).last(where: { scan.isOne($0, of: NounWords.mayBe) })
    else { return nil }
    for at in scan.span(verb - 14, verb).reversed() {
      if scan.isOne(at, of: ModalWords.negations) || scan.isOne(at, of: ModalWords.wishes)
        || scan.isOne(at, of: ModalWords.hopes)
      {
        return .refused("a wish or a possibility: \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: ModalWords.plans) { return .planned }
    }
    return .refused("only possible")
  }
}

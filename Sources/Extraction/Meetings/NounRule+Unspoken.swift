import Gazetteer
import Language

/// Whom a Spanish noun of meeting has for parties that its clause does not name: "le concedió una audiencia", "El encuentro que iba
/// a mantener con B".
extension NounRule {
  /// "El rey le concedió una audiencia": who grants it, and whom the pronoun means.
  func granted(_ support: Int?) -> [Int]? {
    let scan = context.scan
    let arguments = context.arguments
    guard scan.isSpanish, let support, scan.isOne(support, of: NounWords.granting),
      let whom = arguments.clitic(of: support)
    else { return nil }
    let subject = arguments.subjectBehind(support + 1) ?? arguments.subject(of: support)
    // "Allí le concedió una audiencia el rey": the subject behind its object
    let behind = arguments.chains.first {
      $0.tokens.lowerBound > support && !arguments.isGoverned($0)
        && $0.entities.allSatisfy { context.entities[$0].kind == .person }
    }
    let left = context.parties((subject ?? behind)?.entities ?? [])
    guard !left.isEmpty, Set(left).isDisjoint(with: whom) else { return nil }
    return left + context.parties(whom)
  }

  /// "la cumbre bilateral"
  func isBilateral(_ end: Int) -> Bool {
    context.scan.isOne(end, of: NounWords.alsoAdjectives)
  }

  /// "El encuentro que iba a mantener allí con B hubo de anularse": of whoever was spoken of.
  func relativeOfLast(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    let arguments = context.arguments
    guard scan.isSpanish, token < 6, scan.isSign(end, "que"),
      scan.span(end + 1, end + 4).contains(where: { scan.isOne($0, of: NounWords.having) }),
      let found = arguments.with(after: end + 1, words: ArgumentWords.withWords, limit: 10),
      !arguments.chains.contains(where: {
        $0.tokens.lowerBound > end && $0.tokens.upperBound <= found.at
          && $0.entities.contains { context.entities[$0].kind == .person }
      }), let last = arguments.lastSubject(before: context.sentence)
    else { return nil }
    let right = context.parties(found.chain.entities).filter { !last.contains($0) }
    return right.isEmpty ? nil : last + right
  }
}

import Gazetteer
import Language
import Records

/// How far the parties of a noun of meeting reach, and what stands between.
extension NounRule {
  /// True if nothing between the noun and its "with" begins another clause.
  func isReached(_ from: Int, _ to: Int) -> Bool {
    let scan = context.scan
    guard from < to else { return true }
    // "a meeting that lasted two hours with B"
    let isTimed =
      !scan.isSpanish && scan.isOne(from, of: Words.relative) && scan.isSign(from + 1, "lasted")
    for at in (isTimed ? from + 2 : from)..<to {
      if scan.isOne(at, of: NounWords.barriers) { return false }
      if isGerundClause(at), at + 1 < to { return false }
      // "en la declaración de su cumbre, se solidarizó con": another clause begins.
      if scan.isSpanish, scan.isSign(at, ","), at + 1 < to, scan.shapes[at + 1].contains(.lower),
        !scan.isOne(at + 1, of: PlaceWords.locatives),
        !scan.isDeterminer(at + 1), !scan.isOne(at + 1, of: ArgumentWords.withWords)
      {
        return false
      }
      if isInfinitive(at) { return false }
      if !scan.isSpanish, at > from, scan.isOne(at - 1, of: Words.and),
        scan.tokens[at].form.hasSuffix("ed")
      {
        return false
      }
      if scan.has(.verb, at: at), !scan.isCapital(at), !scan.has(.noun, at: at),
        let match = scan.match(.verb, at: at),
        Gazetteer.shared.verbs[Int(match.index)].frame != .hold
      {
        return false
      }
    }
    return true
  }

  /// "una entrevista estar dispuesto a formar ...": another verb takes what follows.
  func isInfinitive(_ at: Int) -> Bool {
    let scan = context.scan
    let form = scan.tokens[at].form
    // "canciller" is no verb.
    guard form.utf8.count > (scan.isSpanish ? 4 : 2), scan.shapes[at].contains(.lower),
      !scan.has(.office, at: at)
    else { return false }
    if scan.isSpanish {
      return form.hasSuffix("ar") || form.hasSuffix("er") && form != "primer" && form != "tercer"
        || form.hasSuffix("ando") || form.hasSuffix("iendo")
    }
    return scan.isSign(at - 1, "to")
  }

  /// "el encuentro de Maduro con X".
  func ofOwner(_ from: Int, _ to: Int) -> [Int]? {
    guard from < to else { return nil }
    for at in from..<to where context.scan.isOne(at, of: Words.of) {
      // "un encuentro en un hotel de Doha con B", "al margen de la cumbre del G7 con B": of a house, of an occasion.
      if context.scan.span(from, at).contains(where: {
        context.scan.isOne($0, of: PlaceWords.framing)
      }) {
        return nil
      }
      if let chain = context.arguments.chain(at: at + 1), chain.tokens.upperBound <= to {
        // "la cumbre de Vilnius" is where it was.
        let isSeat = chain.mentions.allSatisfy { context.reading.phrases[$0]?.isSeat == true }
        if isSeat, context.scan.has(.event, at: from - 1) { return nil }
        return context.parties(chain.entities)
      }
    }
    return nil
  }

  /// "during talks with", "ahead of a meeting with", "arrived for negotiations with".
  func isEngaged(_ token: Int) -> Bool {
    let scan = context.scan
    for at in max(0, token - 5)..<token where scan.isOne(at, of: NounWords.engaged) { return true }
    return false
  }
}

import Gazetteer
import Language

/// Occasions that are held and whose guests are told by a participle: "hosted an event convening B and C".
extension NounRule {
  /// "A hosted an event convening 30 engineers", "A held a forum on ports, gathering mayors from nine towns": the host and the guests.
  func hostGathering(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard !scan.isSpanish,
      let at = ([token] + scan.span(end, end + 8)).first(where: { PhraseFinder.gathers($0, scan) }),
      at == token || !scan.span(end, at).contains(where: { scan.has(.verb, at: $0) }),
      let verb = scan.span(at - 14, at - 1).last(where: { isHolding($0) }),
      let subject = context.arguments.subject(of: verb),
      let guests = context.arguments.chain(at: at + 1)
    else { return nil }
    let left = context.parties(subject.entities)
    let right = context.parties(guests.entities)
    guard context.areSides(left, right), Set(left).isDisjoint(with: right) else { return nil }
    return left + right
  }

  /// "A will attend the Reef Leaders' Summit in Suva with B and C, hosted by D": who is named, and not whose summit it is.
  func attendedWith(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard !scan.isSpanish,
      let verb = scan.span(token - 8, token).last(where: {
        scan.isOne($0, of: GatheredWords.attending)
      }),
      let subject = context.arguments.subject(of: verb),
      let company = context.arguments.with(
        after: end, words: ArgumentWords.withWords, limit: 12)
    else { return nil }
    var ids = subject.entities + company.chain.entities
    let behind = company.chain.tokens.upperBound
    if let host = scan.span(behind, behind + 4).first(where: { scan.isSign($0, "hosted") }),
      scan.isSign(host + 1, "by"), let chain = context.arguments.chain(at: host + 2)
    {
      ids += chain.entities
    }
    guard ids.allSatisfy({ context.entities[$0].kind == .person }),
      Set(subject.entities).isDisjoint(with: company.chain.entities)
    else { return nil }
    return ids.uniqued()
  }

  private func isHolding(_ at: Int) -> Bool {
    guard let match = context.scan.match(.verb, at: at), context.scan.shapes[at].contains(.lower)
    else { return false }
    return Gazetteer.shared.verbs[Int(match.index)].frame == .hold
      || context.scan.tokens[at].form.hasPrefix("host")
  }
}

extension PhraseFinder {
  /// "an event | convening", "a forum on ports, | gathering": a participle behind an occasion.
  static func gathers(_ at: Int, _ scan: Scan) -> Bool {
    guard scan.isOne(at, of: GatheredWords.participles) else { return false }
    let isSetOff = scan.isSign(at - 1, ",")
    return scan.span(isSetOff ? at - 9 : at - 1, at).contains {
      scan.has(.noun, at: $0) || scan.has(.event, at: $0)
        || scan.isOne($0, of: GatheredWords.occasions)
    }
  }
}

enum GatheredWords {
  static let participles = Words.set("convening gathering")
  static let occasions = Words.set("event events workshop seminar symposium convening")
  static let attending = Words.set("attend attends attended attending join joins joined")
  static let including = Words.set("included featured involved")
}

import Gazetteer
import Language

/// Who holds a meeting that a noun tells, where no subject stands at it.
extension NounRule {
  /// "A met C in Riyadh before flying on to Amman for talks with B": whoever is the subject of the main clause.
  func controller(of token: Int) -> Chain? {
    let scan = context.scan
    guard !scan.isSpanish,
      let gerund = scan.span(token - 10, token).last(where: {
        scan.shapes[$0].contains(.lower) && scan.tokens[$0].form.hasSuffix("ing")
          && scan.isOne($0 - 1, of: NounWords.sequences)
      }), !scan.span(gerund, token).contains(where: { scan.isSign($0, ",") }),
      let first = context.arguments.chains.first(where: { $0.tokens.upperBound < gerund }),
      !context.arguments.isGoverned(first), !context.arguments.isOwner(first),
      first.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return nil }
    return first
  }

  /// "A met B ahead of talks with C": whoever met B.
  func actor(before token: Int) -> Chain? {
    let scan = context.scan
    guard
      let lead = scan.span(token - 5, token).last(where: {
        scan.isOne($0, of: JointWords.sequences)
      }),
      context.clause(of: token)?.lowerBound == lead,
      let verb = scan.span(0, lead).last(where: { at in
        scan.match(.verb, at: at).map {
          [.meet, .talk, .receive, .hold].contains(Gazetteer.shared.verbs[Int($0.index)].frame)
        } == true && !scan.isCapital(at) && !scan.isDeterminer(at - 1)
      }), let subject = context.arguments.subject(of: verb), subject.tokens.upperBound <= verb,
      subject.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return nil }
    return subject
  }

  /// "La visita estuvo precedida de una llamada con B", "The trip followed a call with B": of whoever travelled.
  func isPreceded(_ token: Int) -> Bool {
    let scan = context.scan
    return scan.span(token - 5, token).contains { at in
      scan.isOne(at, of: NounWords.preceding)
        && scan.span(at - 5, at).contains { scan.isOne($0, of: CalledOffWords.journeys) }
    }
  }

  /// "The meeting with B, which A had planned for Friday, ..."; behind "took place" and what calls it off, whoever was spoken of.
  func holder(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    let arguments = context.arguments
    if scan.isSign(end, ","), scan.isOne(end + 1, of: NounWords.relatives),
      let chain = arguments.chain(at: end + 2),
      scan.span(chain.tokens.upperBound, chain.tokens.upperBound + 4).contains(where: {
        scan.isOne($0, of: ModalWords.plans) || scan.has(.verb, at: $0)
      })
    {
      let holders = context.parties(chain.entities)
      if !holders.isEmpty { return holders }
    }
    if isPreceded(token) { return arguments.lastSubject(before: context.sentence) }
    guard
      scan.isOne(end, of: ReferenceWords.tookPlace)
        || isSubject(token) && CalledOff(context: context).isCalledOff(nounEndingAt: end)
    else { return nil }
    return arguments.lastSubject(before: context.sentence)
  }
}

import Gazetteer
import Language
import Records

/// Sentences that name those who took part in the meeting told before: "Participants included A and B", "He was briefed by A".
extension AttendanceRule {
  /// "met B in Oslo, with C present", "with C and D also in attendance", "C sat in on the meeting".
  func withPresent(_ token: Int) -> Finding? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    if scan.isSign(token, "sat"), scan.isSign(token + 1, "in"), scan.isSign(token + 2, "on") {
      guard let subject = context.arguments.subject(of: token) else { return nil }
      return Finding(attendees: persons(subject), trigger: token..<(token + 3))
    }
    guard scan.isSign(token, "present") || scan.isSign(token, "attendance") else { return nil }
    var at = token
    while scan.isSign(at - 1, "in") || scan.isOne(at - 1, of: AttendanceWords.also) { at -= 1 }
    guard let last = context.arguments.chains.last(where: { $0.tokens.upperBound == at }),
      scan.isOne(last.tokens.lowerBound - 1, of: ArgumentWords.withWords)
    else { return nil }
    return Finding(attendees: persons(last), trigger: at..<(token + 1))
  }

  /// "Also attending were A and B", "Taking part in the talks were A and B", "Joining the call was A", "Accompanying the king were
  /// several officials, including A and B", "The session saw attendance from A and B".
  func inverted(_ token: Int) -> Finding? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    if scan.isSign(token, "attendance") {
      if scan.isOne(token + 1, of: AttendanceWords.sources),
        scan.span(token - 3, token).contains(where: { scan.isOne($0, of: AttendanceWords.sees) }),
        let chain = context.arguments.chain(at: token + 2, slack: 1)
      {
        return Finding(attendees: persons(all(from: chain)), trigger: token..<(token + 2))
      }
    }
    guard
      scan.isOne(token, of: AttendanceWords.attending)
        || scan.isSign(token, "part") && scan.isOne(token - 1, of: AttendanceWords.taking),
      let verb = scan.span(token + 1, token + 16).first(where: {
        scan.isOne($0, of: AttendanceWords.was)
      }),
      !(0..<verb).contains(where: { scan.isSign($0, ".") || scan.isOne($0, of: Words.relative) })
    else { return nil }
    let names =
      scan.span(verb + 1, verb + 8).first { scan.isSign($0, "including") }.map { $0 + 1 }
      ?? verb + 1
    guard let chain = context.arguments.chain(at: names, slack: 1) else { return nil }
    return Finding(attendees: persons(all(from: chain)), trigger: token..<(verb + 1))
  }

  /// "Participants in the call included A, B and C", "Entre los participantes estuvieron A y B".
  /// And what stands before the verb, of which they are.
  func participants() -> (ids: [Int], head: Range<Int>)? {
    let scan = context.scan
    guard
      let head = (0..<min(6, scan.count)).first(where: {
        scan.isOne($0, of: AttendanceWords.participants)
      }) ?? thoseOfThem(),
      let verb = scan.span(head + 1, head + 9).first(where: {
        scan.isOne($0, of: AttendanceWords.comprising)
      }),
      let chain = context.arguments.chains.first(where: { $0.tokens.lowerBound > verb }),
      chain.tokens.lowerBound - verb <= 4, !scan.isSign(scan.count - 1, ":")
    else { return nil }
    let ids = persons(all(from: chain)).filter { context.entities[$0].kind == .person }
    return ids.isEmpty ? nil : (ids, 0..<verb)
  }

  /// "The convening included port workers and representatives from shipowners", "In discussion with experts from B, A said": who
  /// else was there, of the meeting told before.
  func inclusions() -> Chain? {
    let scan = context.scan
    guard !scan.isSpanish, scan.count > 5 else { return nil }
    if scan.isSign(0, "In"),
      let noun = scan.span(1, 3).first(where: { scan.has(.noun, at: $0) }),
      scan.isSign(noun + 1, "with")
    {
      return context.arguments.chain(at: noun + 2)
    }
    guard let verb = scan.span(2, 7).first(where: { scan.isOne($0, of: GatheredWords.including) }),
      scan.has(.noun, at: verb - 1),
      scan.isOne(0, of: ReferenceWords.definite) || scan.isDeterminer(0) || scan.isPossessive(1)
    else { return nil }
    return context.arguments.chain(at: verb + 1).map(all)
  }

  /// "Joining the president on the call were A, B and C": those who join whoever held it.
  func joining() -> (ids: [Int], head: Range<Int>)? {
    let scan = context.scan
    guard !scan.isSpanish, scan.isOne(0, of: AttendanceWords.attending),
      let verb = scan.span(1, 12).first(where: { scan.isOne($0, of: AttendanceWords.was) }),
      let chain = context.arguments.chain(at: verb + 1, slack: 1)
    else { return nil }
    let ids = persons(all(from: chain)).filter { context.entities[$0].kind == .person }
    return ids.count < 2 ? nil : (ids, 0..<0)
  }

  /// "Officials from the Ministry | taking part in the meeting included A and B", "Kenyan representatives who attended were A and B".
  private func thoseOfThem() -> Int? {
    let scan = context.scan
    // "Participating officials included A and B"
    if scan.isOne(0, of: AttendanceWords.attending), scan.has(.group, at: 1) { return 1 }
    return scan.span(1, 18).first { at in
      (scan.isOne(at, of: AttendanceWords.attending)
        || scan.isOne(at, of: AttendanceWords.takesPart)
        || scan.isSign(at, "part") && scan.isOne(at - 1, of: AttendanceWords.taking))
        && scan.span(0, at).contains { scan.has(.group, at: $0) || scan.has(.people, at: $0) }
        && !scan.span(0, at - 1).contains { scan.isSign($0, ",") || scan.has(.verb, at: $0) }
    }
  }

  /// "He was briefed by A, B and C": who told somebody something at the meeting told before.
  func briefers() -> (told: [Int], ids: [Int], trigger: Range<Int>)? {
    let scan = context.scan
    guard !scan.isSpanish,
      let token = scan.span(1, 12).first(where: { scan.isOne($0, of: AttendanceWords.briefed) }),
      scan.isOne(token + 1, of: ArgumentWords.byWords),
      scan.span(token - 3, token).contains(where: { scan.isOne($0, of: ReceiveWords.passives) }),
      let subject = context.arguments.subject(of: token), subject.tokens.upperBound <= token,
      let chain = context.arguments.chain(at: token + 2, slack: 1)
    else { return nil }
    let ids = persons(all(from: chain)).filter { context.entities[$0].kind == .person }
    return ids.isEmpty ? nil : (subject.entities, ids, token..<(token + 2))
  }

  /// "A, Chief Adviser to the | Ports Council and Member of the Board; B": a body that an office in such a list is of.
  func isOfRole(_ chain: Chain) -> Bool {
    let scan = context.scan
    return !scan.isSpanish
      && chain.mentions.allSatisfy { mention in
        context.reading.phrases[mention].map { $0.kind != .person } ?? true
      }
      && scan.span(chain.tokens.upperBound, chain.tokens.upperBound + 12).contains {
        scan.isSign($0, ";")
      }
  }

  /// In a list that semicolons divide an office that is not recognized is passed over.
  func isLongList(_ from: Int, _ to: Int) -> Bool {
    let scan = context.scan
    guard to - from <= (scan.isSpanish ? 14 : 20) else { return false }
    return (from..<to).contains { scan.isSign($0, ";") }
      && !(from..<to).contains { scan.has(.verb, at: $0) || scan.isOne($0, of: Words.relative) }
  }
}

import Gazetteer
import Language
import Records

/// Who was there besides: "The meeting was attended by A, B and C", "accompanied by A", "con la presencia de A",
/// "mediated by A".
struct AttendanceRule {
  let context: MeetingContext

  /// What a sentence tells of those present.
  struct Finding {
    var attendees: [Int] = []
    var mediators: [Int] = []
    /// True if they only stand for sides that were told of before without names.
    var isInPlace = false
    /// The words that say so.
    var trigger: Range<Int>
  }

  /// Looks for words of attendance, and the list of mentions that belongs to them.
  func read() -> [Finding] {
    let scan = context.scan
    var out: [Finding] = []
    for token in 0..<scan.count where scan.isOne(token, of: AttendanceWords.all) {
      let told =
        passive(token) ?? withPresent(token) ?? presence(token) ?? inverted(token)
        ?? among(token)
      let finding =
        told ?? headed(token) ?? participation(token) ?? company(token) ?? mediation(token)
      if let finding = finding ?? members(token) ?? hosting(token) ?? accompanying(token)
        ?? beside(token) ?? coming(token)
      {
        out.append(finding)
      }
    }
    for token in 0..<scan.count where scan.isOne(token, of: AttendanceWords.was) {
      if let finding = being(token) { out.append(finding) }
    }
    return out
  }

  /// True for "with him", which may tell who was at a meeting.
  static func isCompany(_ at: Int, _ scan: Scan) -> Bool {
    scan.isOne(at, of: AttendanceWords.whom) && scan.isSign(at - 1, "with")
  }

  /// "attended by", "accompanied by", "attended on the Kuwaiti side by", "acompañado por/de".
  private func passive(_ token: Int) -> Finding? {
    let scan = context.scan
    guard scan.isOne(token, of: AttendanceWords.passives) else { return nil }
    var agent = token + 1
    if !scan.isSpanish,
      let side = scan.span(agent, agent + 5).first(where: { scan.isSign($0, "side") })
    {
      agent = side + 1
    }
    guard scan.isOne(agent, of: AttendanceWords.agents),
      let chain = context.arguments.chain(at: agent + 1, slack: 3)
    else { return nil }
    return Finding(attendees: persons(all(from: chain)), trigger: token..<(agent + 1))
  }

  /// "Also present were A and B", "estuvieron presentes A y B", "in the presence of A".
  private func presence(_ token: Int) -> Finding? {
    let scan = context.scan
    guard scan.isOne(token, of: AttendanceWords.presences) else { return nil }
    if scan.isOne(token, of: AttendanceWords.participation) {
      guard scan.isOne(token + 1, of: Words.of),
        scan.span(token - 3, token).contains(where: { scan.isOne($0, of: ArgumentWords.withWords) })
      else { return nil }
    }
    for at in (token + 1)..<max(token + 1, min(scan.count, token + 6)) {
      if let chain = context.arguments.chains.first(where: { $0.tokens.lowerBound == at }) {
        return Finding(attendees: persons(all(from: chain)), trigger: token..<(token + 1))
      }
    }
    // "A and B, among others, were present at the meeting"
    let isTold =
      scan.isSpanish
      || scan.isOne(token - 1, of: AttendanceWords.was) && scan.isSign(token, "present")
        && scan.span(token + 1, token + 5).contains { scan.has(.noun, at: $0) }
      || scan.isSign(token, "present")
        && (scan.isOne(token - 1, of: AttendanceWords.also)
          && scan.isOne(token - 2, of: AttendanceWords.was)
          || scan.isOne(token - 1, of: AttendanceWords.was) && scan.isSign(token + 1, "."))
    if isTold, let subject = context.arguments.subject(of: token) {
      return Finding(attendees: persons(subject), trigger: token..<(token + 1))
    }
    return nil
  }

  /// "A, B and C were among those attending", "A was one of the participants".
  private func among(_ token: Int) -> Finding? {
    let scan = context.scan
    guard !scan.isSpanish, scan.isOne(token, of: AttendanceWords.those),
      let among = scan.span(token - 4, token).last(where: { scan.isSign($0, "among") }),
      scan.isOne(among - 1, of: AttendanceWords.was)
        || scan.isOne(among - 2, of: AttendanceWords.was),
      let subject = context.arguments.subject(of: among - 1)
    else { return nil }
    return Finding(attendees: persons(subject), trigger: among..<(token + 1))
  }

  /// "The delegations were headed by A and B": both sides of the meeting told before.
  private func headed(_ token: Int) -> Finding? {
    let scan = context.scan
    guard !scan.isSpanish, scan.isOne(token, of: DelegationWords.leads),
      scan.isOne(token + 1, of: AttendanceWords.agents),
      let sides = scan.span(token - 5, token).last(where: {
        scan.isOne($0, of: AttendanceWords.delegations)
      }), (sides..<token).contains(where: { scan.isOne($0, of: AttendanceWords.was) }),
      let chain = context.arguments.chain(at: token + 2, slack: 1), chain.entities.count > 1
    else { return nil }
    return Finding(attendees: persons(chain), trigger: token..<(token + 2))
  }

  /// "A and B also attended", "participaron A y B", "The United States will also participate".
  private func participation(_ token: Int) -> Finding? {
    let scan = context.scan
    guard
      scan.isOne(token, of: AttendanceWords.takesPart)
        || scan.isSign(token, "joined") && isTold(token)
        || scan.isOne(token, of: AttendanceWords.stays) && isAtMeeting(token)
        || scan.isSign(token, "part") && scan.isOne(token - 1, of: AttendanceWords.taking)
    else { return nil }
    if isOfOther(token) { return nil }
    if scan.isSpanish,
      let chain = context.arguments.chain(at: behindSide(token + 1) ?? token + 1, slack: 4),
      !context.arguments.isGoverned(chain)
    {
      return Finding(
        attendees: context.parties(all(from: chain).entities), trigger: token..<(token + 1))
    }
    let isAlso = (max(0, token - 4)..<min(scan.count, token + 2)).contains {
      scan.isOne($0, of: AttendanceWords.also)
    }
    guard isAlso || isTold(token), let subject = context.arguments.subject(of: token) else {
      return nil
    }
    return Finding(attendees: context.parties(subject.entities), trigger: token..<(token + 1))
  }

  /// "urgió a celebrar la conferencia de Ginebra, en la cual participarán A y B": of an occasion to come, behind a meeting that is
  /// over or what is only called for.
  private func isOfOther(_ token: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, context.modality.isFuture(token),
      scan.span(token - 3, token).contains(where: { scan.isOne($0, of: Words.relative) }),
      let noun = scan.span(token - 16, token).last(where: {
        scan.has(.event, at: $0) || scan.has(.noun, at: $0)
      })
    else { return false }
    return context.last?.status == .held
      || scan.span(noun - 8, noun).contains {
        scan.isOne($0, of: NounWords.callsFor) || scan.isOne($0, of: ModalWords.wishes)
      }
  }

  /// "A, B and C attended.", "A joined the meeting": the meeting that was told before.
  private func isTold(_ token: Int) -> Bool {
    let scan = context.scan
    // "A and B are expected to attend.", "C will take part in the talks"
    let isToCome =
      scan.isSign(token - 1, "to") && scan.isOne(token - 2, of: ModalWords.plans)
      || scan.isSign(token - 1, "will")
      || scan.isSign(token, "part") && scan.isSign(token - 2, "will")
    let isPart = scan.isSign(token, "part") && scan.isSign(token - 1, "took")
    guard !scan.isSpanish, isToCome || isPart || scan.tokens[token].form.hasSuffix("ed")
    else { return false }
    if isPart || isToCome, scan.isSign(token + 1, "in") {
      let noun = scan.isOne(token + 3, of: AttendanceWords.wider) ? token + 4 : token + 3
      return scan.isOne(token + 2, of: ReferenceWords.definite) && scan.has(.noun, at: noun)
        && (noun + 1 >= scan.count || scan.shapes[noun + 1].contains(.punctuation))
    }
    if token + 2 >= scan.count, scan.isSign(token + 1, ".") { return true }
    // "attended as an observer", "joined the call later"
    if scan.isOne(token + 1, of: AttendanceWords.manners) { return true }
    // "attended the meeting", "attended the meeting and the banquet", "attended the talks at the ministry"
    return scan.isOne(token + 1, of: ReferenceWords.definite) && scan.has(.noun, at: token + 2)
      && (token + 3 >= scan.count || scan.shapes[token + 3].contains(.punctuation)
        || scan.isOne(token + 3, of: AttendanceWords.manners)
        || scan.isOne(token + 3, of: Words.and)
          && scan.isOne(token + 4, of: ReferenceWords.definite))
  }

  /// "A was also at the meeting", "The finance minister, B, was with him.": who was there, by a verb of being.
  private func being(_ token: Int) -> Finding? {
    let scan = context.scan
    guard !scan.isSpanish, scan.isOne(token, of: AttendanceWords.was) else { return nil }
    let at = scan.isOne(token + 1, of: AttendanceWords.also) ? token + 2 : token + 1
    let isThere =
      scan.isOne(at, of: AttendanceWords.within)
      && (scan.isOne(at + 1, of: ReferenceWords.definite) && scan.has(.noun, at: at + 2)
        || scan.isSign(at + 1, "attendance"))
      || scan.isSign(at, "with") && scan.isOne(at + 1, of: AttendanceWords.whom)
    guard isThere, let subject = context.arguments.subject(of: token),
      subject.tokens.upperBound >= token - 1
    else { return nil }
    return Finding(attendees: persons(subject), trigger: token..<(at + 1))
  }

  /// "A and B accompanied the president": whoever comes with a person.
  private func accompanying(_ token: Int) -> Finding? {
    let scan = context.scan
    guard !scan.isSpanish, scan.isSign(token, "accompanied"),
      !scan.isOne(token + 1, of: AttendanceWords.agents),
      let object = context.arguments.chain(at: token + 1),
      object.entities.allSatisfy({ context.entities[$0].kind == .person }),
      let subject = context.arguments.subject(of: token), subject.tokens.upperBound <= token
    else { return nil }
    return Finding(attendees: persons(subject), trigger: token..<(token + 1))
  }

  /// "The members of the delegation are A, B and C", "Members of his team included A": who came along.
  private func members(_ token: Int) -> Finding? {
    let scan = context.scan
    let isOwn =
      scan.isOne(token, of: AttendanceWords.companies)
      && (scan.isDeterminer(token - 1) || scan.isOne(token - 1, of: Words.possessives))
    guard !scan.isSpanish,
      isOwn
        || scan.isOne(token, of: AttendanceWords.memberships)
          && scan.isOne(token + 1, of: Words.of),
      let group = isOwn
        ? token
        : scan.span(token + 2, token + 6).first(where: {
          scan.isOne($0, of: DelegationWords.groups)
        }),
      let verb = scan.span(group + 1, group + 3).first(where: {
        scan.isOne($0, of: AttendanceWords.comprising)
      }),
      let chain = context.arguments.chain(at: verb + 1, slack: 1)
    else { return nil }
    return Finding(attendees: persons(all(from: chain)), trigger: token..<(verb + 1))
  }

  /// "Brazil's foreign minister, A, hosted the talks": whoever holds the talks told before and is none of their sides.
  private func hosting(_ token: Int) -> Finding? {
    let scan = context.scan
    guard !scan.isSpanish,
      scan.isOne(token, of: AttendanceWords.hosting)
        || scan.isOne(token, of: AttendanceWords.toHost) && scan.isSign(token - 1, "will"),
      scan.isSign(token + 1, "the"), scan.has(.noun, at: token + 2),
      token + 3 >= scan.count || scan.shapes[token + 3].contains(.punctuation),
      let subject = context.arguments.subject(of: token)
    else { return nil }
    return Finding(mediators: context.parties(subject.entities), trigger: token..<(token + 3))
  }

  /// "En la audiencia estuvieron A y B", "por la parte mexicana intervinieron A y B", "en la que estuvo A".
  private func isAtMeeting(_ token: Int) -> Bool {
    let scan = context.scan
    return (max(0, token - 9)..<token).contains {
      scan.has(.noun, at: $0) || scan.isOne($0, of: AttendanceWords.sides)
        || scan.isSign($0, "que") && scan.isDeterminer($0 - 1)
    } || isSide(token)
  }

  /// "Por Estados Unidos acudieron A y B": a country behind "por" at the head of the sentence.
  private func isSide(_ token: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(0, of: ArgumentWords.byWords),
      let chain = context.arguments.chain(at: 1)
    else { return false }
    return context.arguments.isPlace(chain) && token - chain.tokens.upperBound <= 1
  }

  /// True for a frame that only tells who was at a meeting told before: "En la audiencia estuvieron A y B".
  /// - Parameter known: who took part in that meeting.
  func isOnlyPresence(_ frame: MeetingFrame, _ findings: [Finding], of known: [Int]) -> Bool {
    let scan = context.scan
    guard !frame.isEvent, scan.has(.noun, at: frame.trigger.lowerBound) else { return false }
    var at = frame.trigger.lowerBound - 1
    while at >= 0,
      scan.isOne(at, of: MeetWords.adjectives) || scan.isOne(at, of: AttendanceWords.wider)
    { at -= 1 }
    guard scan.isOne(at, of: ReferenceWords.definite) || scan.isOne(at, of: Words.of) else {
      return false
    }
    let present = Set(findings.filter { !$0.isInPlace }.flatMap { $0.attendees + $0.mediators })
    let others = Set(frame.principals).subtracting(present)
    return others.count < frame.principals.count && others.isSubset(of: known)
  }

  /// "mediated by Norway", "con la mediación de Noruega", "hosted by", "with Norway as mediator".
  private func mediation(_ token: Int) -> Finding? {
    let scan = context.scan
    guard scan.isOne(token, of: AttendanceWords.mediations) else { return nil }
    let form = scan.tokens[token].form.lowercased()
    // "a transition under the auspices of the United Nations" is no meeting.
    if form.hasPrefix("auspic"),
      !scan.span(token - 16, token).contains(where: { at in
        scan.has(.noun, at: at)
          || scan.match(.verb, at: at).map {
            [.meet, .talk].contains(Gazetteer.shared.verbs[Int($0.index)].frame)
          } == true
      })
    {
      return nil
    }
    if scan.isOne(token + 1, of: AttendanceWords.agents),
      let chain = context.arguments.chain(at: token + 2, slack: 2)
    {
      // "Con la mediación de C, los presidentes A y B acordaron": the subject begins behind the comma.
      let first = chain.mentions.first.map { context.reading.analysis.mentions[$0] }
      let isOpening =
        scan.isSpanish && token < 4 && scan.isOne(0, of: ArgumentWords.withWords)
        && first.map { scan.isSign($0.tokens.upperBound, ",") } == true
      let ids = isOpening ? first?.entities ?? [] : chain.entities
      return Finding(mediators: context.parties(ids), trigger: token..<(token + 2))
    }
    // "with France mediating"
    if !scan.isSpanish, form.hasSuffix("ing"),
      let chain = context.arguments.chains.last(where: { $0.tokens.upperBound == token }),
      scan.span(chain.tokens.lowerBound - 2, chain.tokens.lowerBound).contains(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
      })
    {
      return Finding(mediators: context.parties(chain.entities), trigger: token..<(token + 1))
    }
    // "with the island's prime minister acting as an interlocutor"
    if !context.scan.isSpanish, scan.isDeterminer(token - 1), scan.isSign(token - 2, "as"),
      scan.isSign(token - 3, "acting"),
      let chain = context.arguments.chains.last(where: {
        $0.tokens.upperBound == token - 3
          || $0.tokens.upperBound == token - 4 && context.scan.isSign(token - 4, ",")
      })
    {
      return Finding(mediators: context.parties(chain.entities), trigger: token..<(token + 1))
    }
    guard scan.isOne(token - 1, of: AttendanceWords.asWords) else { return nil }
    // "con el alto representante B como anfitrión", "with B as mediator"
    if let host = context.arguments.chains.last(where: {
      $0.tokens.upperBound == token - 1
        || $0.tokens.upperBound == token - 2 && scan.isSign(token - 2, ",")
    }),
      scan.span(host.tokens.lowerBound - 2, host.tokens.lowerBound).contains(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
      })
    {
      return Finding(mediators: context.parties(host.entities), trigger: token..<(token + 1))
    }
    guard form.hasPrefix("media") || form.hasPrefix("garante") || form.hasPrefix("facilita"),
      let subject = context.arguments.subject(of: token - 1)
    else { return nil }
    return Finding(mediators: context.parties(subject.entities), trigger: token..<(token + 1))
  }

  /// The chain, and those after it that commas and offices set apart in a long list.
  func all(from chain: Chain) -> Chain {
    var out = chain
    var last = chain.tokens.upperBound
    for next in context.arguments.chains where next.tokens.lowerBound >= last {
      let isList = (last..<next.tokens.lowerBound).allSatisfy {
        context.scan.isSign($0, ",") || context.scan.isSign($0, ";")
          || context.scan.isOne($0, of: Words.and)
          || context.scan.isFiller($0)
      }
      // "A, secretario provincial de Lima; el subjefe del Departamento de Pesca, B": what an office is of that no list knows.
      if !isList, context.scan.isSpanish, context.arguments.isGoverned(next),
        !next.entities.contains(where: { context.entities[$0].kind == .person })
      {
        continue
      }
      guard isList || isLongList(last, next.tokens.lowerBound) else {
        if isOfRole(next) { continue }
        break
      }
      out.entities += next.entities.filter { !out.entities.contains($0) }
      last = next.tokens.upperBound
    }
    return out
  }

  func persons(_ chain: Chain) -> [Int] {
    context.parties(chain.entities)
  }
}

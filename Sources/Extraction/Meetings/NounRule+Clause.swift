import Gazetteer
import Language
import Records

/// Whom a noun of meeting is between, by the verb of its clause: who holds it, who gathers whom, who is brought together.
extension NounRule {
  /// The verb that the noun is the object of: "held ... talks", "sostuvo una reunión".
  func supportVerb(_ token: Int) -> Int? {
    let scan = context.scan
    var at = token - 1
    let lower = max(0, nameStart(token) - (scan.isSpanish ? 13 : 9))
    while at >= lower {
      if let match = scan.match(.verb, at: at),
        !scan.isCapital(at) || at == 0 || scan.isOne(at, of: NounWords.firstPerson)
      {
        let frame = Gazetteer.shared.verbs[Int(match.index)].frame
        // "the schedule of meetings" is a noun.
        if !scan.isSpanish, frame == .hold, scan.isDeterminer(at - 1), !isAdjective(at) {
          return nil
        }
        // "a planned meeting", "the postponed talks": an adjective.
        if frame == .hold, Int(match.end) == at + 1, isAdjective(at) {
          at -= 1
          continue
        }
        if frame == .hold || frame == .join { return at }
        if frame == .receive, scan.tokens[at].form.hasPrefix("host") { return at }
        if frame != .meet, !scan.has(.noun, at: at) { return nil }
      }
      if scan.shapes[at].contains(.punctuation), !scan.shapes[at].contains(.glue),
        !scan.shapes[at].contains(.quote), !scan.isSign(at, ",")
      {
        return nil
      }
      if scan.isOne(at, of: NounWords.supportBarriers) { return nil }
      at -= 1
    }
    return nil
  }

  func isAdjective(_ at: Int) -> Bool {
    let scan = context.scan
    return !scan.isSpanish && scan.tokens[at].form.hasSuffix("ed")
      && (scan.isDeterminer(at - 1) || scan.isPossessive(at - 1)
        || scan.isOne(at - 1, of: Words.possessives)
        || scan.isOne(at - 1, of: Resolver.prepositions))
  }

  func plural(_ verb: Int) -> [Int]? {
    guard let subject = context.arguments.subject(of: verb) else {
      return nil
    }
    let ids = context.parties(subject.entities)
    // Who convenes or leads a meeting together need not meet each other: two countries must be told.
    if !context.scan.isSpanish, context.scan.isOne(verb, of: NounWords.hosting) {
      return Set(ids.compactMap { context.entities[$0].country }).count > 1 ? ids : nil
    }
    if travelTogether(subject, to: verb) { return nil }
    return context.areOfTwoSides(ids) ? ids : nil
  }

  /// "A y B viajaron a Lima para mantener reuniones": they meet others there, unless each is of a country or holds one office of several.
  func travelTogether(_ subject: Chain, to verb: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, subject.mentions.count > 1,
      MeetRule(context: context).isInfinitive(verb),
      scan.span(verb - 14, verb - 1).contains(where: {
        scan.isOne($0, of: PlaceWords.travels) || scan.isOne($0, of: JourneyWords.going)
      }),
      subject.entities.contains(where: { context.entities[$0].country == nil })
    else { return false }
    let offices = subject.mentions.map { context.reading.phrases[$0]?.offices.first?.head }
    return Set(offices).count > 1
  }

  /// "the meeting that A held with B", "la reunión que mantuvieron los cancilleres A y B", "talks held by A and B".
  func relative(_ end: Int) -> [Int]? {
    let scan = context.scan
    guard let verb = relativeVerb(end), verb > end || scan.isSpanish else { return nil }
    // "la cumbre de la Celac, donde mantuvo un encuentro con B": that encounter is another one.
    if scan.isSpanish,
      (end..<max(end, verb)).contains(where: { scan.isOne($0, of: PlaceWords.where) })
    {
      return nil
    }
    let hasRelative = (end..<verb).contains { scan.isOne($0, of: Words.relative) }
    guard
      hasRelative || scan.isOne(verb + 1, of: ArgumentWords.byWords)
        || scan.isOne(verb + 1, of: ArgumentWords.betweenWords)
    else { return nil }
    var ids: [Int] = []
    // "la cumbre de Vilna, que terminó el viernes": the town stands before the relative.
    let start = (end..<verb).first { scan.isOne($0, of: Words.relative) } ?? end
    if let subject = context.arguments.chains.first(where: {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= verb
    }) {
      ids = subject.entities
    }
    if let chain = context.arguments.chains.first(where: {
      $0.tokens.lowerBound > verb
        && ($0.tokens.lowerBound - verb <= 8 || isBehindInsertions(verb + 1, $0.tokens.lowerBound))
    }),
      !context.arguments.isGoverned(chain) || scan.isOne(verb + 1, of: ArgumentWords.byWords)
    {
      ids += chain.entities
    }
    if let with = context.arguments.with(after: verb, words: ArgumentWords.withWords, limit: 16),
      // "la cumbre, que terminó el viernes, para firmar un pacto con B"
      !scan.isSpanish || isReached(verb + 1, with.at)
    {
      // "canceló la reunión que iba a mantener con B": the subject of the sentence was to.
      if scan.isSpanish, ids.isEmpty {
        let outer =
          context.arguments.subject(of: end - 1)?.entities
          ?? context.arguments.lastSubject(before: context.sentence) ?? []
        ids = outer.filter { context.entities[$0].kind == .person }
      }
      ids += with.chain.entities
    }
    // "felicitó a A y B por la reunión que celebraron": those told together before it.
    if scan.isSpanish, ids.isEmpty, hasRelative, verb == end + 1, context.arguments.isPlural(verb) {
      if let both = context.arguments.chains.last(where: {
        $0.tokens.upperBound < end && $0.entities.count > 1
      }) {
        ids = both.entities.filter { context.entities[$0].kind == .person }
      } else if let both = addressed(before: end, verb) {
        ids = both
      }
    }
    var out: [Int] = []
    for id in ids where !out.contains(id) { out.append(id) }
    return out.count > 1 ? out : nil
  }

  /// The verb of holding behind a noun, names passed over: "the talks that A and B held".
  func relativeVerb(_ end: Int) -> Int? {
    let scan = context.scan
    var at = end
    // "las negociaciones que el gobierno de A y las FARC sostuvieron": Spanish may put a long subject between.
    var limit = end + (scan.isSpanish && scan.isOne(end, of: Words.relative) ? 18 : 7)
    while at < min(scan.count, limit) {
      // The names between do not count.
      if !scan.isSpanish,
        let chain = context.arguments.chains.first(where: { $0.tokens.lowerBound == at }),
        chain.tokens.count > 1
      {
        limit += chain.tokens.count - 1
        at = chain.tokens.upperBound
        continue
      }
      if let match = scan.match(.verb, at: at),
        Gazetteer.shared.verbs[Int(match.index)].frame == .hold
      {
        return at
      }
      if scan.isSign(at, ".") || scan.isSign(at, ";") { return nil }
      // "the Executive Meeting of the Roundtable on Climate Risks convened by B": neither do those of the meeting.
      if !scan.isSpanish, limit < end + 16,
        scan.isCapital(at)
          || scan.isCapital(at + 1) && scan.isOne(at, of: OfficeWords.englishLinks)
      {
        limit += 1
      }
      at += 1
    }
    return nil
  }

  /// "que celebraron en Quito, en marzo de 2010, los cancilleres A y B": only places and dates stand between.
  private func isBehindInsertions(_ from: Int, _ to: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, to - from <= 16, scan.isOne(from, of: PlaceWords.locatives),
      scan.isSign(to - 1, ",") || scan.isDeterminer(to - 1)
    else { return false }
    return !(from..<to).contains {
      scan.has(.verb, at: $0) || scan.isOne($0, of: Words.relative) || scan.isSign($0, ";")
    }
  }

  /// "A is traveling to Lima for a meeting convened by B", "A was given an audience by B": who is told behind "by", and the
  /// subject that goes there or is received.
  func convened(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    let verb = relativeVerb(end)
    let given = scan.span(token - 4, token).first {
      scan.isOne($0, of: NounWords.granted) && scan.isOne($0 - 1, of: ReceiveWords.passives)
    }
    let goes = scan.span(token - 16, token).contains {
      scan.isOne($0, of: NounWords.underWay) || scan.isOne($0, of: PlaceWords.travels)
        || scan.isOne($0, of: NounWords.goingTo) || isMeeting($0)
    }
    guard given != nil || verb != nil && goes,
      let by = context.arguments.with(
        after: given == nil ? verb ?? end : end, words: ArgumentWords.byWords, limit: 4),
      let subject = context.arguments.subject(of: given ?? token)
    else { return nil }
    let hosts = context.parties(by.chain.entities)
    let guests = context.parties(subject.entities).filter { context.entities[$0].kind == .person }
    guard !guests.isEmpty, !hosts.isEmpty else { return nil }
    // "a meeting of the African Union convened by B"
    let body =
      scan.isOne(end, of: Words.of)
      ? context.arguments.chain(at: end + 1).map { context.parties($0.entities) } ?? [] : []
    return guests + (body + hosts).filter { !guests.contains($0) }
  }

  /// "A spoke with allies in a summit hosted by B": a verb of meeting before the noun.
  private func isMeeting(_ at: Int) -> Bool {
    guard let match = context.scan.match(.verb, at: at), !context.scan.isCapital(at) else {
      return false
    }
    let frame = Gazetteer.shared.verbs[Int(match.index)].frame
    return frame == .meet || frame == .talk
  }

  /// "The talks in Doha brought together A and B", "talks involving A and B".
  func broughtTogether(_ end: Int) -> [Int]? {
    let scan = context.scan
    for at in scan.span(end, end + 8) where scan.isOne(at, of: NounWords.gathering) {
      let next = scan.isSign(at + 1, "together") ? at + 2 : at + 1
      guard let chain = context.arguments.chain(at: next), chain.entities.count > 1 else {
        return nil
      }
      return chain.entities
    }
    return nil
  }

  /// "Representatives of A and B will return to Rome for another round of talks": who goes there together.
  func gone(_ token: Int) -> [Int]? {
    let scan = context.scan
    guard !scan.isSpanish,
      let purpose = scan.span(token - 6, token).last(where: { scan.isSign($0, "for") }),
      scan.span(purpose + 1, token).allSatisfy({
        scan.shapes[$0].contains(.lower) || scan.shapes[$0].contains(.glue)
      }),
      let verb = scan.span(purpose - 10, purpose).last(where: {
        scan.isOne($0, of: PlaceWords.travels) || scan.isOne($0, of: NounWords.arriving)
      }), let subject = context.arguments.subject(of: verb)
    else { return nil }
    return sides(subject)
  }

  /// "the presidents A and B, during their meeting": the nearest list before "their".
  func possessors(_ token: Int) -> [Int]? {
    let scan = context.scan
    guard
      let own = (max(0, token - 3)..<token).last(where: {
        scan.isOne($0, of: ArgumentWords.possessives)
      })
    else { return nil }
    guard
      let chain = context.arguments.chains.last(where: {
        $0.tokens.upperBound <= own && own - $0.tokens.upperBound <= 4
      }),
      chain.entities.count > 1
    else { return nil }
    let ids = context.parties(chain.entities)
    return context.areOfTwoSides(ids) ? ids : nil
  }

  /// "a summit at which the presidents A, B and C ...", "una cumbre, en la cual participarán A, B y C": the list after the
  /// relative, and the verb to come before it.
  func gathered(_ end: Int) -> (parties: [Int], verb: Int?)? {
    let scan = context.scan
    for at in scan.span(end, end + 14) where scan.isOne(at, of: Words.relative) {
      let verb = scan.isOne(at + 1, of: AttendanceWords.takesPart) ? at + 1 : nil
      if let chain = context.arguments.chains.first(where: {
        $0.tokens.lowerBound > at && $0.tokens.lowerBound - at <= (verb == nil ? 3 : 5)
      }), chain.mentions.count > 1 {
        return (chain.entities, verb.flatMap { context.modality.isFuture($0) ? $0 : nil })
      }
    }
    return nil
  }

  /// A summit: who attends it, and whose it is or who called it together.
  func guests(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    var ids: [Int] = []
    if let support = supportVerb(token), let subject = context.arguments.subject(of: support) {
      ids = subject.entities
    }
    guard !ids.isEmpty else { return nil }
    for chain in context.arguments.chains
    where chain.tokens.lowerBound >= end && chain.tokens.lowerBound <= end + 8 {
      let before = chain.tokens.lowerBound - 1
      if scan.isOne(before, of: Words.of) || scan.isOne(before - 1, of: Words.of)
        || scan.isOne(before, of: ArgumentWords.byWords)
      {
        ids += chain.entities.filter {
          context.entities[$0].kind != .government || chain.entities.count > 1
        }
      }
    }
    if let chain = context.arguments.chains.last(where: {
      $0.tokens.upperBound <= token && token - $0.tokens.upperBound <= 2
    }) {
      ids += chain.entities.filter { context.entities[$0].kind == .organization }
    }
    var out: [Int] = []
    for id in ids where !out.contains(id) { out.append(id) }
    return out.count > 1 ? out : nil
  }

  /// "ronda de negociaciones encabezada por los cancilleres A y B": who leads the talks of as many countries stands for them.
  func leaders(of parties: [Int], after end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish, parties.allSatisfy({ context.entities[$0].kind != .person }) else {
      return nil
    }
    // "el diálogo, que encabezaron A y B"
    if let that = scan.span(end, end + 8).first(where: { scan.isSign($0, "que") }),
      scan.isOne(that + 1, of: NounWords.chairing),
      let chain = context.arguments.chain(at: that + 2)
    {
      let persons = context.parties(chain.entities).filter { context.entities[$0].kind == .person }
      if persons.count == parties.count { return persons }
    }
    guard
      let lead = scan.span(end, end + 9).first(where: {
        scan.isOne($0, of: DelegationWords.leads) && scan.isOne($0 + 1, of: ArgumentWords.byWords)
      }),
      !(end..<lead).contains(where: { scan.isOne($0, of: DelegationWords.groups) }),
      let chain = context.arguments.chain(at: lead + 2)
    else { return nil }
    let persons = context.parties(chain.entities).filter { context.entities[$0].kind == .person }
    return persons.count == parties.count ? persons : nil
  }

  /// "La cumbre comenzó en Riad con la presencia de los presidentes de A y B": a list of two sides behind it.
  func present(_ end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish else { return nil }
    for at in scan.span(end, end + 16) {
      if scan.isSign(at, ";") || scan.isOne(at, of: Words.relative) { return nil }
      guard scan.isOne(at, of: NounWords.presence), scan.isOne(at + 1, of: Words.of),
        scan.span(at - 2, at).contains(where: { scan.isOne($0, of: ArgumentWords.withWords) }),
        let chain = context.arguments.chain(at: at + 2)
      else { continue }
      return sides(chain)
    }
    return nil
  }

  /// The verb of "Her agenda includes a meeting", "La visita culminará con una reunión".
  func agendaVerb(_ token: Int) -> Int? {
    let scan = context.scan
    let verbs = scan.isSpanish ? NounWords.including : NounWords.englishIncluding
    return scan.span(token - 7, token).last { verb in
      scan.isOne(verb, of: verbs) && agendaNoun(before: verb) != nil
    }
  }

  /// "Su agenda" directly before a verb, or with its owner between: "La agenda de la canciller B contempla".
  private func agendaNoun(before verb: Int) -> Int? {
    let scan = context.scan
    return scan.span(verb - 14, verb).last { noun in
      guard scan.isOne(noun, of: NounWords.agendas) else { return false }
      let last = scan.isSpanish && scan.isSign(verb - 1, ",") ? verb - 1 : verb
      return verb - noun <= 4
        || scan.isOne(noun + 1, of: Words.of)
          && context.arguments.chain(at: noun + 2)?.tokens.upperBound == last
    }
  }

  /// "Her agenda includes a meeting with B", "The visit will culminate in talks with B": the persons whose days are told.
  func agenda(_ token: Int) -> [Int]? {
    guard let verb = agendaVerb(token), let noun = agendaNoun(before: verb) else { return nil }
    var owner = context.arguments.owner(of: noun) ?? []
    if owner.isEmpty, context.scan.isOne(noun + 1, of: Words.of),
      let chain = context.arguments.chain(at: noun + 2)
    {
      owner = chain.entities
    }
    let ids =
      owner.isEmpty ? context.arguments.lastSubject(before: context.sentence) ?? [] : owner
    let persons = context.parties(ids).filter { context.entities[$0].kind == .person }
    return persons.isEmpty ? nil : persons
  }
}

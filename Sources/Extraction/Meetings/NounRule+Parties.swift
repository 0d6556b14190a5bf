import Gazetteer
import Language
import Records

/// Whom a noun of meeting is between: behind "between" and "with", in compounds, by who calls, hosts or visits.
extension NounRule {
  func between(_ end: Int) -> [Int]? {
    let scan = context.scan
    var at = end
    // "talks in Vienna between A and B": places, dates and adjectives may stand between.
    while at < min(scan.count, end + 26) {
      if at > end + 14, !hasRelative(end, at) { return nil }
      // "This meeting goes on with what was agreed at the summit between A and B": the nearer noun has them.
      if at > end, scan.has(.noun, at: at), !scan.isOne(at - 1, of: Words.and), !scan.isSpanish {
        return nil
      }
      // "La cita se dio tras cancelarse la reunión entre A y B", "una reunión para tratar la tensión entre A y B"
      if scan.isSpanish, at > end,
        scan.has(.noun, at: at) && scan.isDeterminer(at - 1) && !scan.isOne(at - 2, of: Words.of)
          || scan.isSign(at - 1, "para") && MeetRule(context: context).isInfinitive(at)
            && !scan.isSign(at + 1, "se")
      {
        return nil
      }
      // "la cumbre recalcó el estado de las relaciones entre A y B"
      if at > end, scan.isOne(at, of: ArgumentWords.betweenWords),
        scan.isOne(at - 1, of: NounWords.ties)
      {
        return nil
      }
      if scan.isOne(at, of: ArgumentWords.betweenWords),
        let chain = context.arguments.chain(at: at + 1) ?? apposed(at + 1)
      {
        if isHeldElsewhere(chain, end, at) { return nil }
        return chain.entities.count > 1 ? chain.entities : nil
      }
      if scan.isOne(at, of: ArgumentWords.withWords) { return nil }
      if scan.isOne(at, of: Words.of), at <= end + 1,
        let chain = context.arguments.chain(at: at + 1), chain.entities.count > 1,
        !scan.isSpanish || chain.mentions.count > 1
      {
        // "meetings of the House Caucus and the Senate": bodies that sit on their own.
        let areBodies = chain.entities.allSatisfy { context.entities[$0].kind == .organization }
        return areBodies ? nil : chain.entities
      }
      if scan.isSign(at, ";") || scan.isSign(at, ".") || scan.isSign(at, ":") { return nil }
      at += 1
    }
    return nil
  }

  /// "between the two countries' ministers, A and B": the names behind a description that nobody can be told by.
  func apposed(_ start: Int) -> Chain? {
    let scan = context.scan
    guard !scan.isSpanish,
      let chain = context.arguments.chains.first(where: {
        $0.tokens.lowerBound > start && $0.entities.count > 1
      }),
      chain.tokens.lowerBound - start <= 9,
      scan.isSign(chain.tokens.lowerBound - 1, ",")
        || scan.isPossessive(chain.tokens.lowerBound - 1)
    else { return nil }
    let isDescription = (start..<max(start, chain.tokens.lowerBound - 1)).allSatisfy {
      scan.shapes[$0].contains(.lower) || scan.isPossessive($0) || scan.shapes[$0].contains(.glue)
    }
    return isDescription ? chain : nil
  }

  /// "a breakfast as a sign of the partnership between A and B": another noun takes the parties.
  func isHeldElsewhere(_ chain: Chain, _ end: Int, _ preposition: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, preposition > end, scan.shapes[preposition - 1].contains(.lower) else {
      return false
    }
    let tokens = context.tree.tokens
    guard preposition < tokens.count, chain.tokens.upperBound <= tokens.count else { return false }
    for token in chain.tokens where !chain.tokens.contains(tokens[token].head) {
      let head = tokens[token].head
      // "A call took place between A and B"
      if scan.isSign(head, "place"), scan.tokens[max(0, head - 1)].form.hasPrefix("t") {
        return false
      }
      return head >= end && head < preposition && tokens[head].upos == .noun
        && !scan.has(.noun, at: head)
    }
    return false
  }

  /// "talks with B" and whoever has them: the owner, the subject of "held", the subject of the clause.
  func withParties(_ token: Int, _ end: Int, _ noun: MeetingNoun, _ support: Int?) -> [Int]? {
    let scan = context.scan
    let arguments = context.arguments
    let words =
      noun.form.hasPrefix("courtesy")
      ? NounWords.courtesy
      : noun.form.hasPrefix("visita de")
        ? NounWords.visiting
        : noun.form.hasPrefix("debate") ? NounWords.against : ArgumentWords.withWords
    // "made a call to B", "placed his first call to B"
    let maker =
      !scan.isSpanish && scan.isOne(end - 1, of: NounWords.calls) && scan.isSign(end, "to")
      ? scan.span(token - 5, token).last { scan.isOne($0, of: NounWords.making) } : nil
    if let maker, let called = arguments.chain(at: end + 1), !arguments.isOwner(called),
      called.entities.allSatisfy({ context.entities[$0].kind == .person }),
      let subject = arguments.subject(of: maker)
    {
      let left = context.parties(subject.entities)
      return context.areSides(left, called.entities) ? left + context.parties(called.entities) : nil
    }
    let isOffered = support.map { scan.isOne($0, of: NounWords.offering) } ?? false
    guard
      let found =
        arguments.with(after: end, words: words, limit: 16)
        ?? (isOffered
          ? arguments.with(after: end, words: ArgumentWords.objectMarkers, limit: 8) : nil)
          ?? guestsOfHonour(token, end, support),
      isReached(end, found.at),
      // "was in Oslo to attend the dialogue along with B": who comes along is of the same side.
      !(!scan.isSpanish && scan.isOne(found.at - 1, of: NounWords.along)
        && scan.span(token - 6, token).contains { scan.isOne($0, of: AttendanceWords.takesPart) })
    else { return nil }
    // "held a debate on relations with Turkey"
    if !scan.isSpanish, scan.isOne(found.at - 1, of: NounWords.bonds),
      arguments.isPlace(found.chain)
    {
      return nil
    }
    let right = context.parties(arguments.listed(found.chain).entities)
    guard !right.isEmpty, !arguments.isOwner(found.chain) else { return nil }
    if let accompanied = accompanied(token) {
      return accompanied + right.filter { !accompanied.contains($0) }
    }
    if let owner = arguments.owner(of: token) {
      if !owner.isEmpty { return owner + right.filter { !owner.contains($0) } }
      // "A held his first Downing Street meeting with B": the seat stands between.
      let subject =
        personSubject(token) ?? support.flatMap(personSubject)
        ?? arguments.followingSubject(
          after: found.chain.tokens.upperBound)?.entities
        ?? arguments.lastSubject(before: context.sentence)
      if let subject { return subject + right.filter { !subject.contains($0) } }
      return nil
    }
    // "Acudirá al Vaticano el presidente A. Será el primer cara a cara con B": who was told of before.
    if scan.isSpanish, support == nil, token < 6, scan.isOne(0, of: NounWords.beingFirst),
      let last = arguments.lastSubject(before: context.sentence)
    {
      return last + right.filter { !last.contains($0) }
    }
    // "The meeting with Zarif took place": whoever was spoken of.
    if support == nil,
      isPreceded(token) || token < 5 && scan.isOne(end, of: ArgumentWords.withWords),
      let holder = holder(token, found.chain.tokens.upperBound)
    {
      return holder + right.filter { !holder.contains($0) }
    }
    if let of = ofOwner(end, found.at) {
      // "A convened a meeting of EU leaders with B and C"
      let host =
        support.flatMap { scan.isOne($0, of: NounWords.hosting) ? arguments.subject(of: $0) : nil }
      let hosts = context.parties(host?.entities ?? []).filter { !of.contains($0) }
      return hosts + of + right.filter { !of.contains($0) && !hosts.contains($0) }
    }
    let verb = support ?? token
    if let visitor = visitor(verb) { return visitor + right.filter { !visitor.contains($0) } }
    if let speaker = firstPerson(support) {
      return speaker + right.filter { !speaker.contains($0) }
    }
    if let guests = agenda(token) { return guests + right.filter { !guests.contains($0) } }
    var subject =
      controller(of: token) ?? (support == nil ? actor(before: token) : nil)
      ?? arguments.subject(of: verb)
    if subject == nil || isPlaceOrSpeaker(subject) {
      // "After a meeting with B, A said"; but in "A meeting with B was cancelled, A said" the meeting is the subject.
      if scan.isSpanish || ToldRule(context: context).isGoverned(token) {
        subject = arguments.followingSubject(after: found.chain.tokens.upperBound) ?? subject
      }
    }
    if subject == nil, isArranged(token), let opener = opener(before: verb) {
      return opener + right.filter { !opener.contains($0) }
    }
    if subject == nil, scan.isSpanish, let last = arguments.lastSubject(before: context.sentence),
      support.map({ !arguments.hasUnknownSubject(before: $0) }) ?? isArranged(token)
    {
      return last + right.filter { !last.contains($0) }
    }
    guard let subject else { return nil }
    if support == nil, !isEngaged(token), !isValued(token, found.chain.tokens.upperBound) {
      return nil
    }
    // "apoyo para la negociación con el FMI" is no talk yet.
    if support == nil, scan.isSpanish, noun.strength == .weak,
      !(max(0, token - 4)..<token).contains(where: { scan.isOne($0, of: NounWords.engagedIn) }),
      !(max(0, token - 14)..<token).contains(where: { scan.isOne($0, of: PlaceWords.travels) })
    {
      return nil
    }
    let left = context.parties(subject.entities)
    guard !left.isEmpty, context.areSides(left, right) else { return nil }
    return left + right.filter { !left.contains($0) }
  }

  /// "hosted a dinner for B", "held a banquet in honour of B".
  private func guestsOfHonour(_ token: Int, _ end: Int, _ support: Int?) -> (
    chain: Chain, at: Int
  )? {
    let scan = context.scan
    guard support != nil, scan.isOne(end - 1, of: NounWords.meals) else { return nil }
    if scan.isSpanish {
      guard scan.isOne(end, of: PlaceWords.inside), scan.isOne(end + 1, of: NounWords.honours)
      else {
        return nil
      }
      return context.arguments.with(after: end + 2, words: NounWords.ofOrTo, limit: 2)
    }
    if scan.isSign(end, "in"), scan.isOne(end + 1, of: NounWords.honours) {
      return context.arguments.with(after: end + 2, words: Words.of, limit: 2)
    }
    return context.arguments.with(after: end, words: NounWords.forWords, limit: 2)
  }

  /// "A recibió una llamada de B", "atendió la llamada telefónica del presidente B".
  func caller(_ token: Int, _ end: Int, _ noun: MeetingNoun) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish, noun.mode == .phone, scan.isOne(end, of: Words.of),
      let verb = (max(0, token - 8)..<token).last(where: {
        scan.isOne($0, of: NounWords.answering)
      }),
      let chain = context.arguments.chain(at: end + 1)
    else { return nil }
    let left = context.parties(
      context.arguments.subject(of: verb)?.entities
        ?? context.arguments.lastSubject(before: context.sentence) ?? [])
    let right = context.parties(chain.entities).filter { context.entities[$0].kind == .person }
    guard context.areSides(left, right) else { return nil }
    return left + right.filter { !left.contains($0) }
  }

  /// "X, con quien sostuvo un encuentro": who stands before the relative, and the subject of the sentence.
  func companions(_ support: Int) -> [Int]? {
    guard case .companion(let chain) = context.arguments.relative(of: support) else { return nil }
    let subject =
      context.arguments.subjectBehind(support + 1)
      ?? context.arguments.chains.last {
        $0.tokens.upperBound <= chain.tokens.lowerBound && !context.arguments.isGoverned($0)
          && !context.arguments.isOwner($0)
      }
    let left = context.parties(
      subject?.entities ?? context.arguments.lastSubject(before: context.sentence) ?? [])
    let right = context.parties(chain.entities)
    guard context.areSides(left, right) else { return nil }
    return left + right.filter { !left.contains($0) }
  }

  /// "En la videoconferencia participaron": a meeting known by its article, and a verb of taking part behind it.
  func isAttendance(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token - 1, of: ReferenceWords.definite) else { return false }
    return (end..<max(end, min(scan.count, end + 3))).contains {
      scan.isOne($0, of: AttendanceWords.takesPart)
    }
  }

  /// The members of a list that are on two sides at least.
  func sides(_ chain: Chain) -> [Int]? {
    let ids = context.parties(chain.entities)
    return context.areOfTwoSides(ids) ? ids : nil
  }

  /// "A y B firmaron un acuerdo tras una reunión en Bogotá", "Al término de su encuentro, A y B ...": a meeting that is
  /// nobody else's, and two persons who are the subject together.
  func joint(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish, !scan.isOne(end, of: Words.of) || isDuration(end + 1) else { return nil }
    var before = token - 1
    while before >= 0, scan.isOne(before, of: NounWords.meetingAdjectives) { before -= 1 }
    // "tras más de una hora de conversación"
    let isAfterHours =
      scan.isOne(before, of: Words.of)
      && scan.span(before - 2, before).contains { scan.isOne($0, of: NounWords.durations) }
      && scan.span(before - 7, before).contains { scan.isOne($0, of: NounWords.engagedIn) }
    guard isAfterHours || scan.isOne(before, of: NounWords.ownDeterminers),
      isAfterHours || scan.isOne(before - 1, of: NounWords.engagedIn)
        || before == 1 && scan.isOne(0, of: ArgumentWords.withWords)
        || scan.isOne(before - 1, of: Words.of) && scan.isOne(before - 2, of: NounWords.engagedIn)
    else { return nil }
    let persons = context.arguments.chains.filter { chain in
      chain.mentions.count > 1 && !context.arguments.isGoverned(chain)
        && chain.entities.allSatisfy {
          context.entities[$0].kind == .person
            // "El Gobierno y la oposición firmaron un memorando tras tres días de conversaciones"
            || isAfterHours && context.entities[$0].kind != .delegation
        }
    }
    guard persons.count == 1, let chain = persons.first else { return nil }
    return sides(chain)
  }

  /// "una reunión de dos horas", "de casi veinte minutos".
  func isDuration(_ start: Int) -> Bool {
    context.scan.span(start, start + 5).contains {
      context.scan.isOne($0, of: NounWords.durations)
    }
  }

  func isPlaceOrSpeaker(_ chain: Chain?) -> Bool { chain == nil }

  /// "La visita del primer ministro X incluyó un encuentro con Y": X meets Y.
  func visitor(_ verb: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish,
      let visit = (max(0, verb - 30)..<verb).last(where: {
        scan.isOne($0, of: NounWords.visits)
      }),
      let chain = context.arguments.chains.first(where: {
        $0.tokens.lowerBound > visit && $0.tokens.upperBound <= verb
      }),
      chain.tokens.lowerBound - visit <= 4,
      chain.entities.allSatisfy({ context.entities[$0].kind == .person }),
      scan.isOne(verb, of: NounWords.including)
    else { return nil }
    return context.parties(chain.entities)
  }

  /// The person before "his meeting with": no country owns one so.
  func personSubject(_ token: Int) -> [Int]? {
    guard let chain = context.arguments.subject(of: token),
      chain.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return nil }
    // "A briefed B on his summit with C": who tells it was there.
    if let verb = context.scan.span(chain.tokens.lowerBound - 3, chain.tokens.lowerBound).last(
      where: {
        context.scan.isOne($0, of: NounWords.informing)
      }), let teller = context.arguments.subject(of: verb),
      teller.entities.allSatisfy({ context.entities[$0].kind == .person })
    {
      return teller.entities
    }
    return chain.entities
  }

  /// "dijo que la reunión con B fue cordial", "calificó de productivo el encuentro con B": it took place.
  private func isValued(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token - 1, of: ReferenceWords.definite) else { return false }
    return scan.isOne(scan.isSign(end, ",") ? end + 1 : end, of: NounWords.turningOut)
      || scan.span(token - 6, token).contains { scan.isOne($0, of: NounWords.valuing) }
  }
}

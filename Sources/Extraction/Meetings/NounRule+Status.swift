import Gazetteer
import Language
import Records

/// Whether what a noun of meeting tells took place, is to come, was called off, or is only wished for.
extension NounRule {
  /// "called off", "broke off", "pulled out of".
  func isCallingOff(_ verb: Int) -> Bool {
    guard let match = context.scan.match(.verb, at: verb) else { return false }
    let form = Gazetteer.shared.verbs[Int(match.index)].form
    if form.hasPrefix("se cay") || form.hasPrefix("se frustr") { return true }
    return form.hasSuffix(" off") || form.hasPrefix("scrap") || form.hasPrefix("fell")
      || form.hasPrefix("fall")
  }

  /// "talks that were due on Monday were cancelled", "has been postponed": said of the noun in the passive.
  func isCalledOff(_ end: Int) -> Bool {
    let scan = context.scan
    for at in scan.span(end, end + 22) {
      if scan.isSign(at, ";") || scan.shapes[at].contains(.quote) { return false }
      // "went well and a press conference was cancelled"
      if scan.isOne(at, of: Words.and), isOfOther(at + 1) { return false }
      guard scan.isOne(at, of: ModalWords.cancels) || isCallingOff(at), !scan.isCapital(at) else {
        continue
      }
      if scan.isSign(at, "fell") || scan.isSign(at, "fallen") { return true }
      if (max(end, at - 3)..<at).contains(where: { scan.isOne($0, of: ReceiveWords.passives) }) {
        return !CalledOff(context: context).tookPlace(after: at)
      }
    }
    return false
  }

  /// "a press conference", "una rueda de prensa" behind "and": another subject.
  private func isOfOther(_ start: Int) -> Bool {
    let scan = context.scan
    return (scan.isDeterminer(start) || scan.isOne(start, of: NounWords.indefinite))
      && !scan.isOne(start, of: Words.relative) && !scan.isSign(start, "that")
      && scan.span(start + 1, start + 3).allSatisfy { scan.shapes[$0].contains(.lower) }
  }

  /// "talks between A and B should continue", "a meeting with B would be useful": the modal that the noun is subject of.
  func wish(behind end: Int) -> String? {
    let scan = context.scan
    var last = end
    for chain in context.arguments.chains
    where chain.tokens.lowerBound >= end && chain.tokens.lowerBound - last <= 4 {
      last = chain.tokens.upperBound
    }
    return scan.isOne(last, of: NounWords.modals) ? scan.tokens[last].form : nil
  }

  /// "readiness to engage in dialogue", "demand that the regime enter into talks", "looks forward to further talks".
  func longing(before token: Int, isHeld: Bool) -> String? {
    let scan = context.scan
    for at in max(0, token - 9)..<token
    where scan.isOne(at, of: NounWords.longings)
      || !isHeld && scan.isOne(at, of: NounWords.looseLongings)
    {
      return scan.tokens[at].form
    }
    let form = scan.tokens[token].form.lowercased()
    guard ModalWords.englishBase.contains(form), !form.hasSuffix("s"), !form.hasSuffix("ing") else {
      return nil
    }
    for at in 0..<token where scan.isOne(at, of: NounWords.demands) { return scan.tokens[at].form }
    return nil
  }

  /// "is due in Moscow for talks", "set to fly to Oslo for a meeting".
  func isDue(_ at: Int, before token: Int) -> Bool {
    let scan = context.scan
    guard scan.isOne(at, of: NounWords.due),
      scan.isOne(at - 1, of: NounWords.be) || scan.isOne(at - 2, of: NounWords.be)
    else { return false }
    return !(at..<token).contains { scan.isSign($0, ";") || scan.shapes[$0].contains(.quote) }
  }

  /// "the dialogue process between A and B", "el proceso de diálogo": no occasion, unless it is to be taken up on a day.
  private func isUndatedProcess(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    guard
      scan.isSpanish
        ? scan.span(token - 3, token).contains(where: {
          scan.isOne($0, of: NounWords.processes) && scan.isOne($0 + 1, of: Words.of)
        })
        : scan.span(end, end + 3).contains(where: { scan.isOne($0, of: NounWords.processes) })
    else { return false }
    return !context.reading.analysis.dates(in: context.sentence).contains {
      $0.tokens.lowerBound > token
    }
  }

  func modality(_ token: Int, _ end: Int, _ support: Int?) -> Modality.Answer {
    let scan = context.scan
    let occasion = circumstance(token)
    for at in max(0, token - 5, occasion)..<token {
      if scan.isOne(at, of: NounWords.possible) {
        return .refused("only talked of: \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: ModalWords.refusals) || scan.isSign(at, "ruled") {
        return .refused("refused: \"\(scan.tokens[at].form)\"")
      }
      // "aplazó sin fecha su reunión"
      if scan.isSign(at, "sin"), scan.isOne(at + 1, of: NounWords.dateWords) { continue }
      if scan.isOne(at, of: NounWords.lacking) {
        return .refused("negated by \"\(scan.tokens[at].form)\"")
      }
    }
    // "the door to talks with B is open", "la puerta de las negociaciones sigue abierta"
    // but "closed-door talks", "conversaciones a puerta cerrada" are some.
    if scan.span(token - 8, token).contains(where: {
      scan.isOne($0, of: NounWords.doors) && scan.isOne($0 + 1, of: Resolver.prepositions)
    }) {
      return .refused("only possible")
    }
    // "some of the tensest meetings between A and B": many, of no day.
    if scan.span(token - 7, token - 1).contains(where: {
      scan.isOne($0, of: NounWords.some) && scan.isOne($0 + 1, of: Words.of)
        && scan.isOne($0 + 2, of: ReferenceWords.definite)
    }) {
      return .refused("a series of no day")
    }
    let between = context.arguments.between(after: end, words: ArgumentWords.betweenWords)
    let past = scan.isSpanish ? between?.chain.tokens.upperBound ?? end : end
    if isSubject(token), CalledOff(context: context).isCalledOff(nounEndingAt: past) {
      return .cancelled
    }
    // "skipped a meeting with B"
    if !scan.isSpanish,
      scan.span(token - 4, token).contains(where: { scan.isOne($0, of: NounWords.skipping) })
    {
      return .cancelled
    }
    if !scan.isSpanish, isMoved(end) || isPutOff(token, end) { return .planned }
    if let answer = governed(token) { return answer }
    if isImagined(token, end) { return .refused("only thought of") }
    if let word = sought(token) { return .refused("only sought: \"\(word)\"") }
    if isUndatedProcess(token, end) { return .refused("a process of no day") }
    // "hopes that a meeting with B will take place soon"
    if !scan.isSpanish, isSubject(token),
      let hope = scan.span(token - 7, token).first(where: { scan.isOne($0, of: NounWords.hopes) })
    {
      return .refused("only wished for: \"\(scan.tokens[hope].form)\"")
    }
    if let word = unscheduled(end) { return .refused("no day is set: \"\(word)\"") }
    if context.modality.isAfterward(token) { return .held }
    if isWithdrawn(token) { return .cancelled }
    if scan.isSpanish ? scan.isOne(end, of: NounWords.heldBehind) : isHeldBehind(end) {
      return .held
    }
    // "tiene en agenda para este viernes una reunión"
    if scan.isSpanish,
      scan.span(token - 9, token).contains(where: {
        scan.isSign($0, "agenda") && (scan.isSign($0 - 1, "en") || scan.isSign($0 - 2, "en"))
      })
    {
      return .planned
    }
    if let answer = existence(before: token) { return answer }
    // "acordaron mantener abierto el diálogo"
    if scan.isSpanish,
      scan.span(token - 4, token).contains(where: { scan.isOne($0, of: NounWords.keptOpen) })
    {
      return .refused("a general intention")
    }
    // "se vio obligado a cancelar la reunión que iba a mantener con B"
    if scan.isSpanish,
      (max(0, token - 4)..<token).contains(where: { scan.isOne($0, of: NounWords.callingOff) })
    {
      return .cancelled
    }
    if let reason = standing(token, end, support) { return .refused(reason) }
    // "to establish a forum", "working towards a meeting".
    if !scan.isSpanish,
      let at = (max(0, token - 5)..<token).first(where: {
        scan.isOne($0, of: NounWords.founding)
      }), context.scan.has(.event, at: token) || scan.tokens[at].form.hasPrefix("toward")
    {
      return .refused("only to be: \"\(scan.tokens[at].form)\"")
    }
    // "is ready for talks with B", "remain open to dialogue"
    if !scan.isSpanish,
      let at = scan.span(token - 5, token - 1).first(where: {
        scan.isOne($0, of: NounWords.open) && scan.isOne($0 + 1, of: NounWords.openPrepositions)
      }), support == nil || support == at
    {
      return .refused("only wished for: \"\(scan.tokens[at].form)\"")
    }
    if !scan.isSpanish, occasion == 0,
      let word = longing(before: support ?? token, isHeld: support != nil)
    {
      return .refused("only wished for: \"\(word)\"")
    }
    if scan.isSpanish, support == nil, let verb = infinitive(before: token) {
      return .refused("only to be: \"\(verb)\"")
    }
    if let support {
      let form = scan.tokens[support].form.lowercased()
      if scan.isOne(support, of: ModalWords.cancels) || isCallingOff(support) {
        return putOff(by: support) != nil ? .planned : .cancelled
      }
      if form.hasPrefix("schedul") || form.hasPrefix("plan") || form.hasPrefix("arrang")
        || form.hasPrefix("program") || form.hasPrefix("prev")
      {
        return .planned
      }
      // "resolved to continue discussions": no occasion, unless there is a day for it.
      if !scan.isSpanish, scan.isOne(support, of: NounWords.beginnings),
        scan.isSign(support - 1, "to"),
        !context.reading.analysis.dates(in: context.sentence).contains(where: {
          $0.tokens.lowerBound > support || !scan.isOne(support, of: NounWords.startings)
        })
      {
        return .refused("a general intention")
      }
      let subject = context.arguments.subject(of: support)
      if isAskedFor(support, subject) { return .refused("only asked for") }
      let answer = context.verdict(of: support, subject)
      if answer != .open { return answer }
    }
    let behind = between?.chain.tokens
    if isCalledOff(end) || behind.map({ isCalledOff($0.upperBound) }) == true {
      return .cancelled
    }
    if isAnnounced(end) { return .planned }
    if let word = wish(behind: end) { return .refused("only wished for: \"\(word)\"") }
    // What is said of it behind: "will take place", "was cancelled".
    // "As agreed at the summit on Friday, the force will continue": another subject takes what is said.
    let other = isGoverned(token) ? clauseEnd(end) : nil
    let parties = max(end, behind?.upperBound ?? end)
    for at in scan.span(end, min(parties + 22, other ?? scan.count)) {
      if scan.isOne(at, of: NounWords.will),
        scan.isOne(at + 1, of: NounWords.occur) || scan.isOne(at + 2, of: NounWords.occur)
      {
        return .planned
      }
      if scan.isSign(at, ";") { break }
      if scan.isOne(at, of: Words.and), isOfOther(at + 1) { break }
      if scan.isOne(at, of: ModalWords.cancels), !scan.isCapital(at) {
        return CalledOff(context: context).tookPlace(after: at) ? .held : .cancelled
      }
      // "has been fixed for October 10", "was pencilled in for Monday"
      if !scan.isSpanish, scan.isOne(at, of: NounWords.fixed), scan.isOne(at - 1, of: NounWords.be),
        scan.isSign(at + 1, "for") || scan.isSign(at + 2, "for")
      {
        return .planned
      }
      if scan.isOne(at, of: NounWords.toCome)
        || context.modality.isFuture(at) && scan.isOne(at, of: NounWords.takePlace)
      {
        return .planned
      }
    }
    // "is traveling to Rome on June 1-2, 2024, for a meeting of A and B"
    for at in max(0, token - 18)..<token
    where scan.isOne(at, of: NounWords.underWay) && scan.isOne(at - 1, of: NounWords.presentBe) {
      return .planned
    }
    // "está confirmado un encuentro con B"
    if scan.isSpanish ? isArranged(token) : isPrepared(token) { return .planned }
    // "Her agenda includes a meeting with B"
    if let verb = agendaVerb(token), !scan.isOne(verb, of: NounWords.included) { return .planned }
    for at in max(0, nameStart(token) - 10)..<token {
      if scan.isOne(at, of: NounWords.upcoming) || isDue(at, before: token) { return .planned }
      if scan.isOne(at, of: ModalWords.cancels) { return .cancelled }
      if context.modality.isFuture(at) { return .planned }
      if at + 1 < token, scan.isOne(at, of: NounWords.will) { return .planned }
    }
    // "Germany would welcome a meeting between A and B"
    if let at = scan.span(token - 4, token).first(where: { scan.isSign($0, "welcome") }),
      scan.span(at - 3, at).contains(where: { scan.isOne($0, of: NounWords.modals) })
    {
      return .refused("only wished for: \"welcome\"")
    }
    for at in max(0, token - 12, occasion)..<token
    where scan.isOne(at, of: NounWords.callsFor) && (at == 0 || !scan.isCapital(at))
      // "held what she called frank talks"
      && !scan.isSign(at - 2, "what")
    {
      return .refused("only called for: \"\(scan.tokens[at].form)\"")
    }
    return .open
  }

  /// "a meeting between A and B was not yet on the schedule", "una cumbre que C se ofrece a acoger sigue sin fecha".
  private func unscheduled(_ end: Int) -> String? {
    let scan = context.scan
    for at in scan.span(end, end + 34) {
      if scan.isSign(at, ";") { return nil }
      if scan.isSpanish, scan.isSign(at, "sin"),
        scan.isOne(at + 1, of: NounWords.dateWords) || scan.isOne(at + 2, of: NounWords.dateWords),
        scan.isOne(at - 1, of: NounWords.remaining)
      {
        return scan.tokens[at].form
      }
      guard scan.isOne(at, of: ModalWords.negations),
        scan.isOne(at - 1, of: NounWords.be) || scan.isOne(at - 1, of: ModalWords.pastBeings)
          || scan.isSpanish || scan.isSign(at - 1, "has"),
        scan.isSpanish || scan.isOne(at + 1, of: NounWords.yet),
        let word = scan.span(at + 1, at + 8).first(where: {
          scan.isOne($0, of: NounWords.scheduling)
        })
      else { continue }
      return scan.tokens[word].form
    }
    return nil
  }

  /// "pulled out of a meeting", "Fue cancelada la reunión prevista": called off before the noun.
  private func isWithdrawn(_ token: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish else {
      return scan.span(token - 6, token).contains { at in
        scan.isOne(at, of: NounWords.withdrawing) && scan.isOne(at + 1, of: NounWords.outOf)
      }
    }
    // "no acudirá a la reunión que tenía prevista con B"
    let isSet = scan.span(token + 1, token + 5).contains {
      scan.isOne($0, of: NounWords.arranged) || scan.isSign($0, "tenía") || scan.isSign($0, "iba")
    }
    if isSet,
      scan.span(token - 5, token).contains(where: {
        scan.isOne($0, of: NounWords.going) && scan.isSign($0 - 1, "no")
      })
    {
      return true
    }
    return scan.span(token - 3, token).contains { at in
      scan.isOne(at, of: ModalWords.cancels) && scan.tokens[at].form.hasSuffix("a")
        && scan.isOne(at - 1, of: ReceiveWords.passives)
    }
  }

  /// "está confirmado un encuentro", "tiene prevista una reunión".
  func isArranged(_ token: Int) -> Bool {
    let scan = context.scan
    return (max(1, token - 4)..<max(1, token)).contains {
      scan.isOne($0, of: NounWords.arranged) && scan.isOne($0 - 1, of: NounWords.standing)
    }
  }

  /// True for a noun that opens its sentence or clause: only its article and adjectives stand before it.
  func isSubject(_ token: Int) -> Bool {
    let scan = context.scan
    for at in scan.span(token - 4, token).reversed() {
      if scan.isDeterminer(at) || scan.isOne(at, of: ArgumentWords.possessives)
        || scan.isOne(at, of: NounWords.indefinite)
      {
        return at == 0 || scan.shapes[at - 1].contains(.punctuation)
          || scan.isOne(at - 1, of: Words.and) || scan.isOne(at - 1, of: NounWords.clauses)
      }
      guard scan.shapes[at].contains(.lower) || scan.shapes[at].contains(.glue) else {
        return false
      }
    }
    return token == 0
  }

  /// True if a preposition stands before the noun, past its adjectives and owners.
  private func isGoverned(_ token: Int) -> Bool {
    let scan = context.scan
    for at in scan.span(token - 7, token).reversed() {
      if scan.isOne(at, of: Resolver.prepositions) { return true }
      if scan.shapes[at].contains(.punctuation), !scan.shapes[at].contains(.glue) { return false }
      if scan.has(.verb, at: at) { return false }
    }
    return false
  }

  /// The comma behind a noun that no relative clause follows.
  private func clauseEnd(_ end: Int) -> Int? {
    let scan = context.scan
    for at in scan.span(end, end + 22) {
      if scan.isOne(at, of: Words.relative) { return nil }
      if scan.isSign(at, ","), !scan.isOne(at + 1, of: Words.relative),
        at + 1 < scan.count, !scan.shapes[at + 1].contains(.digit)
      {
        return at
      }
    }
    return nil
  }

  /// "profundizar el diálogo", "promover un encuentro": what somebody is to do about talks, which are none yet.
  func infinitive(before token: Int) -> String? {
    let scan = context.scan
    for at in (max(0, token - 4)..<token).reversed() {
      if scan.isOne(at, of: NounWords.promoting) { return scan.tokens[at].form }
      guard scan.isDeterminer(at) || scan.isOne(at, of: NounWords.meetingAdjectives) else {
        return nil
      }
    }
    return nil
  }
}

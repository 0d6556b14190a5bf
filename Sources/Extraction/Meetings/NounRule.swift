import Gazetteer
import Language
import Records

/// "held talks with B", "a meeting between A and B", "A's meeting with B", "the encounter that A had with B",
/// "U.S.-ASEAN summit": a noun of meeting with parties tied to it.
struct NounRule {
  let context: MeetingContext

  /// What a noun of meeting gives: frames, or true if it only points back to a meeting told before.
  func read(_ match: Scan.Match, _ noun: MeetingNoun, refuse: (String) -> Void) -> [MeetingFrame] {
    let token = Int(match.start)
    let end = Int(match.end)
    if isElsewhere(token, noun) { return [] }
    let support = supportVerb(token)
    // "on the margins of the summit in Kazan with A": another meeting than the summit.
    if noun.strength == .event || isAside(token), isOnSidelines(token), between(end) == nil {
      return []
    }
    var parties =
      (noun.strength == .event ? attendedWith(token, end) : nil) ?? between(end) ?? compound(token)
      .map { represented($0, token) } ?? []
    var rule = "NounRule"
    if parties.count < 2, let allowed = permitted(end) { parties = allowed }
    if parties.count < 2 {
      parties = withParties(token, end, noun, support) ?? []
    }
    if parties.count < 2, let support,
      let company = context.arguments.whomCompany(support, isDirect: false),
      let subject = context.arguments.subject(of: support),
      context.areSides(subject.entities, company.entities)
    {
      parties = subject.entities + company.entities.filter { !subject.entities.contains($0) }
    }
    if parties.count < 2, let support, !context.scan.isOne(support, of: NounWords.mediating),
      let subject = plural(support)
    {
      parties = subject
    }
    if parties.count < 2, context.scan.isSpanish, let support,
      let tied = companions(support) ?? context.arguments.subjectBehind(end).flatMap(sides)
    {
      parties = tied
    }
    if parties.count < 2, let support, let both = together(support, end) { parties = both }
    if parties.count < 2, let granted = granted(support) { parties = granted }
    if parties.count < 2, let own = relativeOfLast(token, end) { parties = own }
    if parties.count < 2, let caller = caller(token, end, noun) ?? opened(token, end) {
      parties = caller
    }
    var holding = support
    if parties.count < 2, let convened = convened(token, end) { parties = convened }
    if parties.count < 2, let relative = relative(end) {
      parties = relative
      // "the meeting that A will hold"; a participle ("convened by B") tells no time.
      if !context.scan.isSpanish, holding == nil, let verb = relativeVerb(end),
        (end..<verb).contains(where: { context.scan.isOne($0, of: Words.relative) })
      {
        holding = verb
      }
    }
    if parties.count < 2, let both = paired(end) { parties = both }
    if parties.count < 2, let both = hostGathering(token, end) ?? broughtTogether(end) {
      parties = both
    }
    if parties.count < 2, support == nil, let both = gone(token) { parties = both }
    if parties.count < 2, noun.strength == .strong || context.scan.isSpanish,
      let owners = possessors(token)
    {
      parties = owners
    }
    if parties.count < 2, noun.strength == .strong || isBilateral(end),
      let both = joint(token, end)
    {
      parties = both
    }
    if parties.count < 2, noun.strength != .event, let both = theirs(token, end) { parties = both }
    if parties.count < 2, noun.strength != .event, let both = theirTalks(token, end) {
      parties = both
    }
    if parties.count < 2, noun.strength == .event, let guests = gathered(end) {
      parties = guests.parties
      holding = holding ?? guests.verb
    }
    if parties.count < 2, noun.strength == .event, let guests = guests(token, end) {
      parties = guests
      rule = "NounRule.event"
    }
    if parties.count < 2, let present = present(end) { parties = present }
    parties = context.parties(parties)
    if parties.count < 2, support == nil, noun.strength != .event {
      parties = ToldRule(context: context).parties(
        of: match.range, isStrong: noun.strength == .strong)
      rule = "ToldRule"
    }
    if parties.count < 2, context.scan.isSpanish, let support,
      let subject = context.arguments.subject(of: support), travelTogether(subject, to: support)
    {
      refuse(MeetRule.fellowTravellers)
    }
    guard parties.count > 1, !isOnlyRanked(end, parties) else { return [] }
    parties = leaders(of: parties, after: end) ?? parties
    let verdict = modality(token, end, holding)
    if case .refused(let reason) = verdict {
      refuse(reason)
      return []
    }
    var frame = MeetingFrame(
      rule: rule, sentence: context.sentence, trigger: match.range, principals: parties)
    frame.isEvent = noun.strength == .event
    frame.isByReference =
      !context.scan.isSpanish && context.scan.isSign(token - 1, "the")
      && !context.scan.isOne(end, of: ArgumentWords.withWords)
      && !context.scan.isOne(end, of: ArgumentWords.betweenWords)
    // "A will mediate talks between B and C".
    if let support, !context.scan.isSpanish,
      context.scan.isOne(support, of: NounWords.mediating)
        || context.scan.tokens[support].form.hasPrefix("host"),
      let subject = context.arguments.subject(of: support)
    {
      frame.mediators = context.parties(subject.entities).filter { !parties.contains($0) }
    }
    if frame.mediators.isEmpty { frame.mediators = host(of: token, besides: parties) }
    frame.isStatusSure = verdict != .open
    frame.isAttendance = isAttendance(token, end)
    frame.mode = context.mode(around: token, default: noun.mode)
    frame.dateIsWeak = support == nil && context.arguments.owner(of: token) != nil
    FrameDater(context: context).date(&frame, verdict)
    if frame.status == .planned, let day = relativeDay(end) {
      FrameDater(context: context).set(day, of: &frame)
    }
    if verdict == .open, isToLead(end, frame) { frame.status = .planned }
    if let day = putOff(by: support) { FrameDater(context: context).set(day, of: &frame) }
    if isTopic(token) {
      frame.forgetDate()
      frame.isBackground = true
      frame.setPlace(topicPlace(), isSure: true)
    }
    if isOfYears(end) { frame.isBackground = true }
    partUpcoming(&frame)
    if support == nil { partOngoing(&frame) }
    forgetDayOfOthers(&frame, token)
    return split(frame, noun, token, end) + further(frame, end)
  }

  /// "held meetings with A and with B", "talks in Cairo with A and in Amman with B": further companies of the same hosts.
  private func further(_ frame: MeetingFrame, _ end: Int) -> [MeetingFrame] {
    guard !context.scan.isSpanish, !frame.isEvent,
      let first = context.arguments.with(after: end, words: ArgumentWords.withWords, limit: 12)
    else { return [] }
    let hosts = frame.principals.filter { !first.chain.entities.contains($0) }
    var out: [MeetingFrame] = []
    if let other = OtherPlace(behind: first.chain, context),
      let frame = other.frame(like: frame, hosts: hosts)
    {
      return [frame]
    }
    var from = first.chain.tokens.upperBound
    while !hosts.isEmpty, hosts.count < frame.principals.count,
      let next = context.arguments.further(after: from),
      let chain = context.arguments.chain(at: next + 1)
    {
      let guests = context.parties(chain.entities).filter { !hosts.contains($0) }
      var other = frame
      other.principals = hosts + guests
      MeetRule(context: context).redate(&other, from, next, chain)
      if !guests.isEmpty { out.append(other) }
      from = chain.tokens.upperBound
    }
    return out
  }

  /// "met yesterday in Bucharest and discussed the resumption of negotiations between A and B": what others talk about has neither
  /// their day nor their place.
  private func isTopic(_ token: Int) -> Bool {
    let scan = context.scan
    let head =
      scan.span(token - 5, token).last {
        scan.isOne($0, of: NounWords.courses) && scan.isOne($0 + 1, of: Words.of)
      }
      // "discussed the ongoing peace talks between A and B", "hablaron de las negociaciones en curso entre A y B"
      ?? (isOngoing(token) ? token : nil)
    guard let head else { return false }
    return scan.span(head - 24, head).contains { at in
      scan.match(.verb, at: at).map {
        Gazetteer.shared.verbs[Int($0.index)].frame == .discuss
      } == true
    }
  }

  /// "the resumption of the negotiation process in Mexico": where the article says that such talks are, here or further on.
  private func topicPlace() -> String? {
    let reading = context.reading
    for sentence in context.sentence..<min(reading.scans.count, context.sentence + 12) {
      let scan = reading.scans[sentence]
      for head in scan.span(0, scan.count)
      where scan.isOne(head, of: NounWords.courses) && scan.isOne(head + 1, of: Words.of) {
        guard
          let at = scan.span(head + 2, head + 7).last(where: {
            scan.isOne($0, of: PlaceWords.inAt)
          }), scan.span(head + 2, at).contains(where: { scan.has(.noun, at: $0) }),
          let place = reading.analysis.places(in: sentence).first(where: {
            $0.tokens.lowerBound == at + 1
          })
        else { continue }
        return place.name
      }
    }
    return nil
  }

  /// "meetings with A and B" are several.
  func split(_ frame: MeetingFrame, _ noun: MeetingNoun, _ token: Int, _ end: Int)
    -> [MeetingFrame]
  {
    guard
      context.scan.isOne(token, of: NounWords.severals)
        || context.scan.isOne(end - 1, of: NounWords.severals)
        || context.scan.span(token - 2, token).contains(where: {
          context.scan.isSign($0, "separate")
        }),
      let found = context.arguments.with(after: end, words: ArgumentWords.withWords, limit: 12),
      found.chain.mentions.count > 1
    else { return [frame] }
    let guests = context.parties(found.chain.entities).filter(frame.principals.contains)
    let hosts = frame.principals.filter { !guests.contains($0) }
    guard guests.count > 1, hosts.count == 1 else { return [frame] }
    return guests.map { guest in
      var one = frame
      one.principals = hosts + [guest]
      return one
    }
  }

  /// "through constructive and open dialogue", "mediante el diálogo": how something is to be done, with nobody told behind it.
  private func isMeans(_ token: Int) -> Bool {
    let scan = context.scan
    if let next = context.arguments.chains.first(where: { $0.tokens.lowerBound > token }),
      next.tokens.lowerBound - token <= 3
    {
      return false
    }
    return scan.span(token - 5, token).contains { scan.isOne($0, of: NounWords.means) }
  }

  /// "held calls with B": right behind a verb of holding.
  private func isHeld(_ token: Int) -> Bool {
    context.scan.isOne(token + 1, of: ArgumentWords.withWords)
      && context.scan.match(.verb, at: token - 1).map {
        Gazetteer.shared.verbs[Int($0.index)].frame == .hold
      } == true
  }

  /// "the May 2 | call with B", "their May 2, 2024 | call": a day right before it, behind an article or an owner.
  private func isOfDay(_ token: Int) -> Bool {
    context.reading.analysis.dates(in: context.sentence).contains {
      $0.tokens.upperBound == token
        && (context.scan.isDeterminer($0.tokens.lowerBound - 1)
          || context.scan.isOne($0.tokens.lowerBound - 1, of: Words.possessives)
          || context.scan.isPossessive($0.tokens.lowerBound - 1))
    }
  }

  /// "a lengthy call": one adjective behind an article.
  private func isDescribed(_ token: Int) -> Bool {
    let scan = context.scan
    // "a "very good" call"
    if scan.span(token - 1, token).contains(where: { scan.shapes[$0].contains(.quote) }),
      let open = scan.span(token - 6, token - 1).last(where: { scan.shapes[$0].contains(.quote) })
    {
      return scan.isDeterminer(open - 1)
    }
    return scan.isDeterminer(token - 2) && scan.shapes[token - 1].contains(.lower)
      && Annotator().commonClass(scan.tokens[token - 1].form, isSpanish: false) != .noun
  }

  /// "press conference", "in an interview with EFE", "call for talks", "a round of applause".
  func isElsewhere(_ token: Int, _ noun: MeetingNoun) -> Bool {
    let scan = context.scan
    // "un encuentro bilateral", "una reunión cara a cara" are one.
    if scan.isSpanish, scan.isOne(token, of: NounWords.alsoAdjectives),
      !scan.isDeterminer(token - 1), !scan.isOne(token - 1, of: SequelWords.others)
    {
      return true
    }
    // "el intercambio entre ambos países rebasó", "informó de sus contactos con B": trade, dealings.
    if scan.isSpanish, noun.form == "intercambio" || noun.form == "contactos",
      !scan.span(token - 4, token).contains(where: { scan.has(.verb, at: $0) }),
      noun.form == "contactos"
        ? scan.isOne(token - 1, of: Words.possessives)
        : !scan.isOne(token + 1, of: Words.of) || scan.isCapital(token + 2)
    {
      return true
    }
    // "señaló en diálogo con La Radio": said to a reporter.
    if scan.isSpanish, scan.isOne(token, of: NounWords.saidIn), scan.isSign(token - 1, "en") {
      return true
    }
    // "abrió audiencias públicas": a court hears.
    if scan.isSpanish, noun.form.hasPrefix("audiencia"),
      scan.isOne(token + 1, of: NounWords.ofCourts)
        || (0..<scan.count).contains(where: { scan.isOne($0, of: NounWords.courts) })
    {
      return true
    }
    // "estar en contacto con", "ponerse en contacto con".
    if scan.isSpanish, noun.form.hasPrefix("contacto"), noun.mode == nil,
      scan.isOne(token - 1, of: PlaceWords.locatives)
    {
      return true
    }
    // "welcomed NATO's work to strengthen its dialogue with partners": none of its own.
    if !scan.isSpanish, noun.strength == .weak,
      let at = scan.span(token - 3, token).first(where: {
        scan.isOne($0, of: NounWords.strengthening)
      }), scan.isSign(at - 1, "to") || scan.tokens[at].form.hasSuffix("ing")
    {
      return true
    }
    if MeetRule(context: context).meetsThing(token) { return true }
    // "challenges the industry has faced meeting the demand": a verb.
    if !scan.isSpanish, scan.isSign(token, "meeting"), scan.isDeterminer(token + 1),
      !scan.isDeterminer(token - 1), scan.isOne(token - 1, of: NounWords.facing)
    {
      return true
    }
    // "In discussion with experts": nothing that took place.
    if !scan.isSpanish, noun.strength == .weak,
      scan.isSign(token - 1, "in") || scan.isSign(token - 1, "In"),
      !noun.form.hasSuffix("s")
    {
      return true
    }
    // "deepen cooperation through open dialogue": a means.
    if noun.strength == .weak, isMeans(token) { return true }
    // "Commission on Presidential Debates"
    if !scan.isSpanish, token > 0, scan.isCapital(token), scan.isOne(token, of: NounWords.debates) {
      return true
    }
    if scan.isOne(token - 1, of: NounWords.press) || scan.isOne(token + 1, of: NounWords.pressAfter)
    {
      return true
    }
    // "espiar llamadas telefónicas", "intercepted phone calls"
    if scan.span(token - 3, token).contains(where: { scan.isOne($0, of: NounWords.spying) }) {
      return true
    }
    if scan.isOne(token, of: NounWords.interviews) {
      for at in scan.span(token, token + 9) where scan.isOne(at, of: NounWords.media) {
        return true
      }
    }
    // "on call", "calls for": a verb or another noun.
    if scan.isOne(token, of: NounWords.calls) {
      // "the Call to Action"
      if !scan.isSpanish, token > 0, scan.isCapital(token), scan.isSign(token + 1, "to") {
        return true
      }
      // "held calls with B", "made calls on Sunday with B"
      if !scan.isSpanish, scan.isSign(token, "calls"),
        scan.span(token + 1, token + 6).contains(where: {
          scan.isOne($0, of: ArgumentWords.withWords)
        }),
        scan.match(.verb, at: token - 1).map({
          Gazetteer.shared.verbs[Int($0.index)].frame == .hold
        }) == true || scan.isOne(token - 1, of: NounWords.making)
      {
        return false
      }
      // "As follow-up to the May 2 call between A and B"
      if !scan.isSpanish, isOfDay(token) { return false }
      // "a call on Monday"
      let isDated = context.reading.analysis.dates(in: context.sentence).contains {
        $0.tokens.lowerBound == token + 1 || $0.tokens.lowerBound == token + 2
      }
      if !isDated, scan.isOne(token + 1, of: NounWords.callPrepositions) { return true }
      // "joined the calls by officials"
      if !scan.isSpanish, scan.isSign(token, "calls"), scan.isSign(token + 1, "by") { return true }
      if scan.isSpanish {
        // "la llamada guerra fría", "una primera llamada": an article and one adjective may stand before a call.
        return scan.has(.organization, at: token + 1)
          || !(max(0, token - 2)..<token).contains {
            scan.isDeterminer($0) || scan.isOne($0, of: Words.possessives)
              || scan.has(.verb, at: $0)
          }
      }
      if !scan.isDeterminer(token - 1), !scan.isPossessive(token - 1),
        !scan.isOne(token - 1, of: MeetWords.adjectives),
        !scan.isOne(token - 1, of: Words.possessives), !isDescribed(token), !isHeld(token)
      {
        return true
      }
    }
    return false
  }
}

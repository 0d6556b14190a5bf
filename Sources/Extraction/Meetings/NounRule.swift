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
    var parties = between(end) ?? compound(token) ?? []
    var rule = "NounRule"
    if parties.count < 2 {
      parties = withParties(token, end, noun, support) ?? []
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
    if parties.count < 2, let caller = caller(token, end, noun) { parties = caller }
    if parties.count < 2, let relative = relative(end) ?? broughtTogether(end) {
      parties = relative
    }
    if parties.count < 2, noun.strength == .strong || context.scan.isSpanish,
      let owners = possessors(token)
    {
      parties = owners
    }
    if parties.count < 2, noun.strength == .strong, let both = joint(token, end) { parties = both }
    if parties.count < 2, noun.strength == .event, let guests = gathered(end) { parties = guests }
    if parties.count < 2, noun.strength == .event, let guests = guests(token, end) {
      parties = guests
      rule = "NounRule.event"
    }
    parties = context.parties(parties)
    if parties.count < 2, support == nil, noun.strength != .event {
      parties = ToldRule(context: context).parties(
        of: match.range, isStrong: noun.strength == .strong)
      rule = "ToldRule"
    }
    guard parties.count > 1 else { return [] }
    let verdict = modality(token, end, support)
    if case .refused(let reason) = verdict {
      refuse(reason)
      return []
    }
    var frame = MeetingFrame(
      rule: rule, sentence: context.sentence, trigger: match.range, principals: parties)
    frame.isEvent = noun.strength == .event
    // "A will mediate talks between B and C".
    if let support, !context.scan.isSpanish, context.scan.isOne(support, of: NounWords.mediating),
      let subject = context.arguments.subject(of: support)
    {
      frame.mediators = context.parties(subject.entities).filter { !parties.contains($0) }
    }
    frame.isStatusSure = verdict != .open
    frame.isAttendance = isAttendance(token, end)
    frame.mode = context.mode(around: token, default: noun.mode)
    frame.dateIsWeak = support == nil && context.arguments.owner(of: token) != nil
    FrameDater(context: context).date(&frame, verdict)
    return split(frame, noun, token, end)
  }

  /// "meetings with A and B" are several.
  private func split(_ frame: MeetingFrame, _ noun: MeetingNoun, _ token: Int, _ end: Int)
    -> [MeetingFrame]
  {
    guard
      context.scan.isOne(token, of: NounWords.severals)
        || context.scan.isOne(end - 1, of: NounWords.severals),
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

  /// "press conference", "in an interview with EFE", "call for talks", "a round of applause".
  private func isElsewhere(_ token: Int, _ noun: MeetingNoun) -> Bool {
    let scan = context.scan
    // "un encuentro bilateral", "una reunión cara a cara" are one.
    if scan.isSpanish, scan.isOne(token, of: NounWords.alsoAdjectives),
      !scan.isDeterminer(token - 1)
    {
      return true
    }
    // "estar en contacto con", "ponerse en contacto con".
    if scan.isSpanish, noun.form.hasPrefix("contacto"), noun.mode == nil,
      scan.isOne(token - 1, of: PlaceWords.locatives)
    {
      return true
    }
    if scan.isOne(token - 1, of: NounWords.press) || scan.isOne(token + 1, of: NounWords.pressAfter)
    {
      return true
    }
    if scan.isOne(token, of: NounWords.interviews) {
      for at in token..<min(scan.count, token + 9) where scan.isOne(at, of: NounWords.media) {
        return true
      }
    }
    // "on call", "calls for": a verb or another noun.
    if scan.isOne(token, of: NounWords.calls) {
      // "the Call to Action"
      if !scan.isSpanish, token > 0, scan.isCapital(token), scan.isSign(token + 1, "to") {
        return true
      }
      if scan.isOne(token + 1, of: NounWords.callPrepositions) { return true }
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
        !scan.isOne(token - 1, of: Words.possessives)
      {
        return true
      }
    }
    return false
  }

  // MARK: Parties

  private func between(_ end: Int) -> [Int]? {
    let scan = context.scan
    var at = end
    // "talks in Vienna between A and B": places, dates and adjectives may stand between.
    while at < min(scan.count, end + 26) {
      if at > end + 14, !hasRelative(end, at) { return nil }
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
  private func apposed(_ start: Int) -> Chain? {
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
  private func isHeldElsewhere(_ chain: Chain, _ end: Int, _ preposition: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, preposition > end, scan.shapes[preposition - 1].contains(.lower) else {
      return false
    }
    let tokens = context.tree.tokens
    guard preposition < tokens.count, chain.tokens.upperBound <= tokens.count else { return false }
    for token in chain.tokens where !chain.tokens.contains(tokens[token].head) {
      let head = tokens[token].head
      return head >= end && head < preposition && tokens[head].upos == .noun
        && !scan.has(.noun, at: head)
    }
    return false
  }

  private func hasRelative(_ from: Int, _ to: Int) -> Bool {
    (from..<to).contains { context.scan.isOne($0, of: Words.relative) }
  }

  /// "U.S.-ASEAN summit", "the Trump-Kim meeting".
  private func compound(_ token: Int) -> [Int]? {
    let scan = context.scan
    var at = token - 1
    while at >= 0,
      scan.has(.portfolio, at: at) || scan.isOne(at, of: MeetWords.adjectives)
        || scan.isCapital(at) && scan.has(.event, at: at) || scan.has(.noun, at: at)
        || scan.isSign(at, "High") || scan.isSign(at, "Level") || scan.isSign(at, "Strategic")
    {
      at -= 1
    }
    guard at >= 2 else { return nil }
    var found: [Int] = []
    for chain in context.arguments.chains.reversed() where chain.tokens.upperBound <= at + 1 {
      guard
        chain.tokens.upperBound == at + 1
          || (at < scan.count && chain.tokens.upperBound == at
            && (scan.shapes[at].contains(.glue) || scan.isSign(at, "–") || scan.isSign(at, "-")))
      else { break }
      found.insert(contentsOf: chain.entities, at: 0)
      at = chain.tokens.lowerBound - 1
    }
    return found.count > 1 ? found : nil
  }

  /// "talks with B" and whoever has them: the owner, the subject of "held", the subject of the clause.
  private func withParties(_ token: Int, _ end: Int, _ noun: MeetingNoun, _ support: Int?) -> [Int]?
  {
    let scan = context.scan
    let arguments = context.arguments
    let words =
      noun.form.hasPrefix("courtesy") ? NounWords.courtesy : ArgumentWords.withWords
    let isOffered = support.map { scan.isOne($0, of: NounWords.offering) } ?? false
    guard
      let found =
        arguments.with(after: end, words: words, limit: 16)
        ?? (isOffered
          ? arguments.with(after: end, words: ArgumentWords.objectMarkers, limit: 8) : nil),
      isReached(end, found.at)
    else { return nil }
    let right = context.parties(found.chain.entities)
    guard !right.isEmpty, !arguments.isOwner(found.chain) else { return nil }
    if let owner = arguments.owner(of: token) {
      if !owner.isEmpty { return owner + right.filter { !owner.contains($0) } }
      let subject =
        personSubject(token) ?? arguments.followingSubject(
          after: found.chain.tokens.upperBound)?.entities
        ?? arguments.lastSubject(before: context.sentence)
      if let subject { return subject + right.filter { !subject.contains($0) } }
      return nil
    }
    // "The meeting with Zarif took place": whoever was spoken of.
    if support == nil, scan.isOne(end, of: ArgumentWords.withWords), token < 5,
      scan.isOne(found.chain.tokens.upperBound, of: ReferenceWords.tookPlace),
      let last = arguments.lastSubject(before: context.sentence)
    {
      return last + right.filter { !last.contains($0) }
    }
    if let of = ofOwner(end, found.at) { return of + right.filter { !of.contains($0) } }
    let verb = support ?? token
    if let visitor = visitor(verb) { return visitor + right.filter { !visitor.contains($0) } }
    var subject = arguments.subject(of: verb)
    if subject == nil || isPlaceOrSpeaker(subject) {
      // "After a meeting with B, A said"; but in "A meeting with B was cancelled, A said" the meeting is the subject.
      if scan.isSpanish || ToldRule(context: context).isGoverned(token) {
        subject = arguments.followingSubject(after: found.chain.tokens.upperBound) ?? subject
      }
    }
    if subject == nil, scan.isSpanish, let last = arguments.lastSubject(before: context.sentence),
      support != nil
    {
      return last + right.filter { !last.contains($0) }
    }
    guard let subject else { return nil }
    if support == nil, !isEngaged(token) { return nil }
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

  /// "A recibió una llamada de B", "atendió la llamada telefónica del presidente B".
  private func caller(_ token: Int, _ end: Int, _ noun: MeetingNoun) -> [Int]? {
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
  private func companions(_ support: Int) -> [Int]? {
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
  private func isAttendance(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token - 1, of: ReferenceWords.definite) else { return false }
    return (end..<max(end, min(scan.count, end + 3))).contains {
      scan.isOne($0, of: AttendanceWords.takesPart)
    }
  }

  /// The members of a list that are on two sides at least.
  private func sides(_ chain: Chain) -> [Int]? {
    let ids = context.parties(chain.entities)
    return Set(ids.map(context.side)).count > 1 ? ids : nil
  }

  /// "A y B firmaron un acuerdo tras una reunión en Bogotá", "Al término de su encuentro, A y B ...": a meeting that is
  /// nobody else's, and two persons who are the subject together.
  private func joint(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish, !scan.isOne(end, of: Words.of) else { return nil }
    var before = token - 1
    while before >= 0, scan.isOne(before, of: NounWords.meetingAdjectives) { before -= 1 }
    guard scan.isOne(before, of: NounWords.ownDeterminers),
      scan.isOne(before - 1, of: NounWords.engagedIn)
        || scan.isOne(before - 1, of: Words.of) && scan.isOne(before - 2, of: NounWords.engagedIn)
    else { return nil }
    let persons = context.arguments.chains.filter { chain in
      chain.mentions.count > 1 && !context.arguments.isGoverned(chain)
        && chain.entities.allSatisfy { context.entities[$0].kind == .person }
    }
    guard persons.count == 1, let chain = persons.first else { return nil }
    return sides(chain)
  }

  private func isPlaceOrSpeaker(_ chain: Chain?) -> Bool { chain == nil }

  /// "La visita del primer ministro X incluyó un encuentro con Y": X meets Y.
  private func visitor(_ verb: Int) -> [Int]? {
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
  private func personSubject(_ token: Int) -> [Int]? {
    guard let chain = context.arguments.subject(of: token),
      chain.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return nil }
    return chain.entities
  }

  /// True if nothing between the noun and its "with" begins another clause.
  private func isReached(_ from: Int, _ to: Int) -> Bool {
    let scan = context.scan
    guard from < to else { return true }
    for at in from..<to {
      if scan.isOne(at, of: NounWords.barriers) { return false }
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
  private func isInfinitive(_ at: Int) -> Bool {
    let scan = context.scan
    let form = scan.tokens[at].form
    guard form.utf8.count > (scan.isSpanish ? 4 : 2), scan.shapes[at].contains(.lower) else {
      return false
    }
    if scan.isSpanish {
      return form.hasSuffix("ar") || form.hasSuffix("er") && form != "primer" && form != "tercer"
        || form.hasSuffix("ando") || form.hasSuffix("iendo")
    }
    return scan.isSign(at - 1, "to")
  }

  /// "el encuentro de Maduro con X".
  private func ofOwner(_ from: Int, _ to: Int) -> [Int]? {
    guard from < to else { return nil }
    for at in from..<to where context.scan.isOne(at, of: Words.of) {
      if let chain = context.arguments.chain(at: at + 1), chain.tokens.upperBound <= to {
        return context.parties(chain.entities)
      }
    }
    return nil
  }

  /// "during talks with", "ahead of a meeting with", "arrived for negotiations with".
  private func isEngaged(_ token: Int) -> Bool {
    let scan = context.scan
    for at in max(0, token - 5)..<token where scan.isOne(at, of: NounWords.engaged) { return true }
    return false
  }

  /// The verb that the noun is the object of: "held ... talks", "sostuvo una reunión".
  private func supportVerb(_ token: Int) -> Int? {
    let scan = context.scan
    var at = token - 1
    let lower = max(0, token - (scan.isSpanish ? 13 : 9))
    while at >= lower {
      if let match = scan.match(.verb, at: at), !scan.isCapital(at) || at == 0 {
        let frame = Gazetteer.shared.verbs[Int(match.index)].frame
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

  private func isAdjective(_ at: Int) -> Bool {
    let scan = context.scan
    return !scan.isSpanish && scan.tokens[at].form.hasSuffix("ed")
      && (scan.isDeterminer(at - 1) || scan.isPossessive(at - 1)
        || scan.isOne(at - 1, of: Words.possessives)
        || scan.isOne(at - 1, of: Resolver.prepositions))
  }

  private func plural(_ verb: Int) -> [Int]? {
    guard let subject = context.arguments.subject(of: verb) else {
      return nil
    }
    let ids = context.parties(subject.entities)
    // Who convenes or leads a meeting together need not meet each other: two countries must be told.
    if !context.scan.isSpanish, context.scan.isOne(verb, of: NounWords.hosting) {
      return Set(ids.compactMap { context.entities[$0].country }).count > 1 ? ids : nil
    }
    let sides = Set(ids.map(context.side))
    return sides.count > 1 ? ids : nil
  }

  /// "the meeting that A held with B", "la reunión que mantuvieron los cancilleres A y B", "talks held by A and B".
  private func relative(_ end: Int) -> [Int]? {
    let scan = context.scan
    var at = end
    var verb: Int?
    while at < min(scan.count, end + 7) {
      if let match = scan.match(.verb, at: at),
        Gazetteer.shared.verbs[Int(match.index)].frame == .hold
      {
        verb = at
      }
      if verb != nil { break }
      if scan.isSign(at, ".") || scan.isSign(at, ";") { return nil }
      at += 1
    }
    guard let verb, verb > end || scan.isSpanish else { return nil }
    let hasRelative = (end..<verb).contains { scan.isOne($0, of: Words.relative) }
    guard
      hasRelative || scan.isOne(verb + 1, of: ArgumentWords.byWords)
        || scan.isOne(verb + 1, of: ArgumentWords.betweenWords)
    else { return nil }
    var ids: [Int] = []
    if let subject = context.arguments.chains.first(where: {
      $0.tokens.lowerBound >= end && $0.tokens.upperBound <= verb
    }) {
      ids = subject.entities
    }
    if let chain = context.arguments.chains.first(where: {
      $0.tokens.lowerBound > verb && $0.tokens.lowerBound - verb <= 8
    }),
      !context.arguments.isGoverned(chain) || scan.isOne(verb + 1, of: ArgumentWords.byWords)
    {
      ids += chain.entities
    }
    if let with = context.arguments.with(after: verb, words: ArgumentWords.withWords, limit: 16) {
      ids += with.chain.entities
    }
    var out: [Int] = []
    for id in ids where !out.contains(id) { out.append(id) }
    return out.count > 1 ? out : nil
  }

  /// "The talks in Doha brought together A and B", "talks involving A and B".
  private func broughtTogether(_ end: Int) -> [Int]? {
    let scan = context.scan
    for at in end..<min(scan.count, end + 8) where scan.isOne(at, of: NounWords.gathering) {
      let next = scan.isSign(at + 1, "together") ? at + 2 : at + 1
      guard let chain = context.arguments.chain(at: next), chain.entities.count > 1 else {
        return nil
      }
      return chain.entities
    }
    return nil
  }

  /// "the presidents A and B, during their meeting": the nearest list before "their".
  private func possessors(_ token: Int) -> [Int]? {
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
    return Set(ids.map(context.side)).count > 1 ? ids : nil
  }

  /// "a summit at which the presidents A, B and C ...": the list after the relative.
  private func gathered(_ end: Int) -> [Int]? {
    let scan = context.scan
    for at in end..<min(scan.count, end + 14) where scan.isOne(at, of: Words.relative) {
      if let chain = context.arguments.chains.first(where: {
        $0.tokens.lowerBound > at && $0.tokens.lowerBound - at <= 3
      }), chain.mentions.count > 1 {
        return chain.entities
      }
    }
    return nil
  }

  /// A summit: who attends it, and whose it is or who called it together.
  private func guests(_ token: Int, _ end: Int) -> [Int]? {
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

  // MARK: Status

  /// "called off", "broke off", "pulled out of".
  private func isCallingOff(_ verb: Int) -> Bool {
    guard let match = context.scan.match(.verb, at: verb) else { return false }
    let form = Gazetteer.shared.verbs[Int(match.index)].form
    return form.hasSuffix(" off") || form.hasPrefix("scrap") || form.hasPrefix("fell")
      || form.hasPrefix("fall")
  }

  /// "talks that were due on Monday were cancelled", "has been postponed": said of the noun in the passive.
  private func isCalledOff(_ end: Int) -> Bool {
    let scan = context.scan
    for at in end..<min(scan.count, end + 22) {
      if scan.isSign(at, ";") || scan.shapes[at].contains(.quote) { return false }
      guard scan.isOne(at, of: ModalWords.cancels) || isCallingOff(at), !scan.isCapital(at) else {
        continue
      }
      if scan.isSign(at, "fell") || scan.isSign(at, "fallen") { return true }
      if (max(end, at - 3)..<at).contains(where: { scan.isOne($0, of: ReceiveWords.passives) }) {
        return true
      }
    }
    return false
  }

  /// "talks between A and B should continue", "a meeting with B would be useful": the modal that the noun is subject of.
  private func wish(behind end: Int) -> String? {
    let scan = context.scan
    var last = end
    for chain in context.arguments.chains
    where chain.tokens.lowerBound >= end && chain.tokens.lowerBound - last <= 4 {
      last = chain.tokens.upperBound
    }
    return scan.isOne(last, of: NounWords.modals) ? scan.tokens[last].form : nil
  }

  /// "readiness to engage in dialogue", "demand that the regime enter into talks", "looks forward to further talks".
  private func longing(before token: Int, isHeld: Bool) -> String? {
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
  private func isDue(_ at: Int, before token: Int) -> Bool {
    let scan = context.scan
    guard scan.isOne(at, of: NounWords.due),
      scan.isOne(at - 1, of: NounWords.be) || scan.isOne(at - 2, of: NounWords.be)
    else { return false }
    return !(at..<token).contains { scan.isSign($0, ";") || scan.shapes[$0].contains(.quote) }
  }

  private func modality(_ token: Int, _ end: Int, _ support: Int?) -> Modality.Answer {
    let scan = context.scan
    for at in max(0, token - 5)..<token {
      if scan.isOne(at, of: NounWords.possible) {
        return .refused("only talked of: \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: ModalWords.refusals) || scan.isSign(at, "ruled") {
        return .refused("refused: \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: NounWords.lacking) {
        return .refused("negated by \"\(scan.tokens[at].form)\"")
      }
    }
    // "to establish a forum", "working towards a meeting".
    if !scan.isSpanish,
      let at = (max(0, token - 5)..<token).first(where: {
        scan.isOne($0, of: NounWords.founding)
      }), context.scan.has(.event, at: token) || scan.tokens[at].form.hasPrefix("toward")
    {
      return .refused("only to be: \"\(scan.tokens[at].form)\"")
    }
    if !scan.isSpanish, let word = longing(before: support ?? token, isHeld: support != nil) {
      return .refused("only wished for: \"\(word)\"")
    }
    if scan.isSpanish, support == nil, let verb = infinitive(before: token) {
      return .refused("only to be: \"\(verb)\"")
    }
    if let support {
      let form = scan.tokens[support].form.lowercased()
      if scan.isOne(support, of: ModalWords.cancels) || isCallingOff(support) {
        return .cancelled
      }
      if form.hasPrefix("schedul") || form.hasPrefix("plan") || form.hasPrefix("arrang")
        || form.hasPrefix("program")
      {
        return .planned
      }
      // "resolved to continue discussions": no occasion, unless there is a day for it.
      if !scan.isSpanish, form == "continue" || form == "resume", scan.isSign(support - 1, "to"),
        context.reading.analysis.dates(in: context.sentence).isEmpty
      {
        return .refused("a general intention")
      }
      let subject = context.arguments.subject(of: support)
      let answer = context.modality.verb(support, from: subject?.tokens.upperBound ?? 0)
      if answer != .open { return answer }
    }
    if isCalledOff(end) { return .cancelled }
    if let word = wish(behind: end) { return .refused("only wished for: \"\(word)\"") }
    // What is said of it behind: "will take place", "was cancelled".
    for at in end..<min(scan.count, end + 22) {
      if scan.isOne(at, of: NounWords.will),
        scan.isOne(at + 1, of: NounWords.occur) || scan.isOne(at + 2, of: NounWords.occur)
      {
        return .planned
      }
      if scan.isSign(at, ";") { break }
      if scan.isOne(at, of: ModalWords.cancels), !scan.isCapital(at) { return .cancelled }
      if scan.isOne(at, of: NounWords.toCome)
        || context.modality.isFuture(at) && scan.isOne(at, of: NounWords.takePlace)
      {
        return .planned
      }
    }
    for at in max(0, token - 10)..<token {
      if scan.isOne(at, of: NounWords.upcoming) || isDue(at, before: token) { return .planned }
      if scan.isOne(at, of: ModalWords.cancels) { return .cancelled }
      if context.modality.isFuture(at) { return .planned }
      if at + 1 < token, scan.isOne(at, of: NounWords.will) { return .planned }
    }
    for at in max(0, token - 12)..<token where scan.isOne(at, of: NounWords.callsFor) {
      return .refused("only called for: \"\(scan.tokens[at].form)\"")
    }
    return .open
  }
}

extension NounRule {
  /// "profundizar el diálogo", "promover un encuentro": what somebody is to do about talks, which are none yet.
  fileprivate func infinitive(before token: Int) -> String? {
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

enum NounWords {
  static let promoting = Words.set(
    "relanzar relance relanzamiento profundizar fortalecer promover impulsar favorecer facilitar propiciar buscar lograr alcanzar pedir solicitar exigir proponer permitir fomentar estrechar ampliar intensificar retomar reanudar restablecer iniciar abrir mantener continuar solicitado solicitada solicitó pidió pidieron busca buscan buscaba promovió impulsa promueve propicia solicitan"
  )
  static let meetingAdjectives = Words.set(
    "breve larga extensa primera segunda tercera nueva última reciente histórica privada informal importante productiva primer segundo tercer nuevo último largo extenso histórico"
  )
  static let offering = Words.set(
    "ofrecer ofreció ofrecieron ofrecerá concedió concedieron concederá conceder otorgó")
  static let answering = Words.set(
    "recibió recibieron atendió contestó respondió recibido atendido")
  static let alsoAdjectives = Words.set("bilateral trilateral cara plenaria")
  static let visits = Words.set("visita gira viaje estancia estadía agenda")
  static let including = Words.set(
    "incluye incluyó incluirá contempla contempló contemplará prevé comprende comprendió incluyen")
  static let ownDeterminers = Words.set("una un su la esta este el")
  static let engagedIn = Words.set("tras durante en después término luego fin final")
  static let severals = Words.set(
    "meetings reuniones encuentros calls llamadas entrevistas conversations")
  static let mediating = Words.set(
    "mediate mediates mediated mediating broker brokered facilitate facilitated organize organized auspiciar auspició convocar convocó"
  )
  static let press = Words.set(
    "press news rueda conferencia town board editorial shareholders cabinet prensa")
  static let pressAfter = Words.set("room rooms hall center")
  static let interviews = Words.set(
    "interview entrevista conversation conversación charla exchange contacto diálogo")
  static let media = Words.set(
    "wikinews lawyers television televisión radio newspaper diario periódico channel cadena agencia agency magazine revista tv journalists periodistas reporters cnn bbc efe afp reuters ap fox nbc abc cbs telesur times post jornada noticias news prensa medios semanario tv televisora emisora rotativo periodista reporteros corresponsal"
  )
  static let calls = Words.set("call calls llamada")
  static let callPrepositions = Words.set("for on upon out into off")
  static let barriers = Words.set(
    "said dijo that who afirmó señaló told added announced anunció porque because")
  static let engaged = Words.set(
    "during in after following before ahead for at durante en tras para after previo antes después held un una a series of ronda round"
  )
  static let supportBarriers = Words.set("that who which que said dijo because but pero")
  static let possible = Words.set(
    "possible potential eventual posible propuesta proposed hypothetical hipotética request solicitud invitation invitación offer oferta proposal probable petición posibilidad possibility"
  )
  static let lacking = Words.set(
    "no without sin ninguna ningún any neither skeptical wary escéptico")
  static let occur = Words.set("take held begin start resume continue occur convene happen")
  static let toCome = Words.set(
    "scheduled planned programada programado prevista previsto slated due")
  static let takePlace = Words.set(
    "será serán realizará celebrará tendrá llevará comenzará iniciará reanudará efectuará continuarán continuará reanudarán comenzarán celebrarán realizarán"
  )
  static let upcoming = Words.set(
    "upcoming forthcoming planned scheduled próxima próximo próximas próximos next future futura futuro programada prevista"
  )
  static let longings = Words.set(
    "readiness willingness openness desire intention hinted hints floated mooted prospect prospects speculation rumours rumors possibility"
  )
  static let looseLongings = Words.set(
    "forward idea continued further encouraged encourages supports backed")
  static let demands = Words.set(
    "demand demands demanded demanding urge urged urges insist insisted insists recommend recommended"
  )
  static let hosting = Words.set(
    "convened convene convenes hosted host hosts led lead leads chaired chair chairs attended attend attends organized organize joined opened launched"
  )
  static let founding = Words.set(
    "establish established establishing create created creating launch launched launching toward towards pursue"
  )
  static let gathering = Words.set("brought bring brings gathered gathers involving involved")
  static let modals = Words.set("should could would might may must can cannot")
  static let due = Words.set("due expected set scheduled heading bound")
  static let courtesy = Words.set("on to with")
  static let be = Words.set("is are was were be been")
  static let will = Words.set("will ll shall")
  static let callsFor = Words.set(
    "urged called propose proposed proposes demand demanded wants want seek seeking hopes hope pidió propuso exigió llamó solicitó pide exhortó could may might should podría debería must refused rejected rechazó"
  )
}

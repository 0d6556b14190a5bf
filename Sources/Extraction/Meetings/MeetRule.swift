import Gazetteer
import Language
import Records

/// "A met (with) B", "A and B met", "se reunió A con B", "A spoke by phone with B", "A discussed X with B".
struct MeetRule {
  let context: MeetingContext

  /// The frames of a verb; refusals go to `refuse`.
  func read(_ match: Scan.Match, _ verb: MeetingVerb, refuse: (String) -> Void) -> [MeetingFrame] {
    let scan = context.scan
    let arguments = context.arguments
    let token = Int(match.start)
    let after = Int(match.end)
    if isNoun(token) { return [] }
    if scan.isSpanish, !isSpanishMeeting(token, verb) { return [] }
    var subject = arguments.subject(of: token)
    var object: Chain?
    var next = after
    switch verb.frame {
    case .meet:
      object = direct(after, token)
      if object == nil, let found = arguments.with(after: after, words: ArgumentWords.withWords) {
        object = found.chain
        next = found.at
      }
    case .talk:
      let words = scan.isSpanish ? ArgumentWords.withWords : ArgumentWords.toWords
      if let found = arguments.with(after: after, words: words, limit: 16),
        !isNounBetween(after, found.at), !scan.isSign(found.at, "to") || found.at <= after + 2
      {
        object = found.chain
        next = found.at
      }
    default:
      if let found = arguments.with(after: after, words: ArgumentWords.withWords, limit: 30) {
        object = found.chain
        next = found.at
      }
    }
    // "X, con quien se reunió": the counterpart stands before.
    if scan.isSpanish, case .companion(let chain) = arguments.relative(of: token) {
      if object == nil { object = chain }
      if let own = subject,
        own.entities == chain.entities
          || own.tokens.contains(chain.tokens.lowerBound)
      {
        subject = arguments.chains.last {
          $0.tokens.upperBound <= chain.tokens.lowerBound && !arguments.isGoverned($0)
            && !arguments.isOwner($0)
        }
      }
    }
    // Spanish puts the subject behind the verb: "Se reunieron el secretario A y B".
    if scan.isSpanish, let chain = arguments.subjectBehind(after),
      chain.tokens.lowerBound < next || object == nil
    {
      if subject == nil || chain.entities.count > 1 || object != nil { subject = chain }
    }
    if let found = subject, let obj = object, Set(found.entities) == Set(obj.entities) {
      subject = nil
    }
    if subject == nil { subject = implied(token, after: object?.tokens.upperBound ?? after) }
    if verb.frame != .meet, object != nil, isAdjective(token) { return [] }
    var verdict = context.modality.verb(
      token, from: subject.map { $0.tokens.upperBound <= token ? $0.tokens.upperBound : 0 } ?? 0)
    if case .refused(let reason) = verdict {
      if object != nil || (subject?.entities.count ?? 0) > 1 { refuse(reason) }
      return []
    }
    if scan.isSpanish, verb.frame == .meet, object == nil, let guests = assembled(token, after) {
      return [frame(verb, match, guests, verdict)]
    }
    if verdict == .planned, isCalledOffLater(after) { verdict = .cancelled }
    if verdict == .planned, verb.frame != .meet, isGeneral(token) {
      refuse("a general intention")
      return []
    }
    if let subject, isUrged(subject, token) {
      refuse("only asked for")
      return []
    }
    if context.isSports,
      !(object?.entities ?? []).contains(where: { context.entities[$0].kind == .person })
    {
      refuse("a match")
      return []
    }
    if scan.isSpanish, verdict == .open, let word = loneInfinitive(token) {
      if object != nil { refuse("only to be: \"\(word)\"") }
      return []
    }
    let left = context.parties(subject?.entities ?? impliedPersons(token) ?? [])
    if let object {
      let right = context.parties(object.entities)
      guard !right.isEmpty, !object.tokens.contains(where: { scan.isOne($0, of: NounWords.media) })
      else {
        refuse("the counterpart is nobody that can be named")
        return []
      }
      guard !left.isEmpty else {
        refuse("nobody to meet \(context.entities[right[0]].name ?? "them") with")
        return []
      }
      if isOwned(object) { return [] }
      if verb.frame == .talk || verb.frame == .discuss, !isTalkable(object, verb.frame) {
        refuse("talking to this is no meeting")
        return []
      }
      // "Se reunieron A y B, y después ambos con C".
      if let subject, subject.tokens.lowerBound >= after, left.count > 1,
        (subject.tokens.upperBound..<max(subject.tokens.upperBound, object.tokens.lowerBound))
          .contains(where: { scan.isOne($0, of: ArgumentWords.sequence) })
      {
        return [
          frame(verb, match, left, verdict),
          frame(verb, match, left + right.filter { !left.contains($0) }, verdict),
        ]
      }
      // "spoke separately with B and C".
      if left.count == 1, right.count > 1, !scan.isSpanish, isSeparate(token, object) {
        return right.filter { !left.contains($0) }.map { frame(verb, match, left + [$0], verdict) }
      }
      var out = [frame(verb, match, left + right.filter { !left.contains($0) }, verdict)]
      if let again = again(object, left, verb, match, verdict) { out.append(again) }
      // "... and later with C": another meeting of the same host.
      var end = object.tokens.upperBound
      while let next = arguments.further(after: end), let chain = arguments.chain(at: next + 1) {
        let others = context.parties(chain.entities)
        let isBoth = (end..<next).contains { scan.isOne($0, of: MeetWords.both) }
        let hosts = isBoth ? left + right : left
        out.append(frame(verb, match, hosts + others.filter { !hosts.contains($0) }, verdict))
        end = chain.tokens.upperBound
      }
      return out.filter { $0.principals.count > 1 }
    }
    if left.count > 1, hasUnnamedCounterpart(after) {
      refuse("the counterpart is nobody that can be named")
      return []
    }
    if verb.frame != .discuss || arePersons(left) && isNamed(subject), left.count > 1,
      isReciprocal(subject, verb),
      verb.frame != .talk || token - (subject?.tokens.upperBound ?? 0) <= 8
    {
      // "negotiated an exchange"
      if verb.form.hasPrefix("negot"), scan.isDeterminer(after) { return [] }
      // "the point where Kenya, Somalia and Ethiopia meet"
      if verdict == .open, !scan.isSpanish, isPlaceOf(subject, token) {
        refuse("a border")
        return []
      }
      return [frame(verb, match, left, verdict)]
    }
    // "A y su homólogo B abordaron la situación".
    if scan.isSpanish, verb.frame == .discuss, left.count > 1, arguments.isPlural(token),
      let subject, isTogether(subject)
    {
      var frame = frame(verb, match, left, verdict)
      frame.isDiscussion = true
      return [frame]
    }
    if verb.frame == .meet, left.count == 1 { refuse("the counterpart is not told") }
    return []
  }

  /// "ruled out talks with B": the noun takes the company.
  private func isNounBetween(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return false }
    return (from..<to).contains { context.scan.has(.noun, at: $0) }
  }

  /// "a negotiated agreement with B".
  private func isAdjective(_ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, token + 1 < scan.count, scan.shapes[token + 1].contains(.lower),
      !scan.isOne(token + 1, of: Resolver.prepositions)
    else { return false }
    let tokens = context.tree.tokens
    return token < tokens.count && tokens[token].relation == .amod
  }

  /// "where he was to meet B, has been called off".
  private func isCalledOffLater(_ after: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish else { return false }
    for at in after..<scan.count
    where scan.isOne(at, of: ModalWords.cancels)
      || scan.isSign(at, "called") && scan.isSign(at + 1, "off")
    {
      if (max(after, at - 3)..<at).contains(where: { scan.isOne($0, of: ReceiveWords.passives) }) {
        return true
      }
    }
    return false
  }

  /// "will continue to consult": no occasion.
  private func isGeneral(_ token: Int) -> Bool {
    (max(0, token - 4)..<token).contains { context.scan.isOne($0, of: MeetWords.continuing) }
  }

  /// "met B on Tuesday and C on Wednesday": the second day is the second company's.
  private func again(
    _ object: Chain, _ left: [Int], _ verb: MeetingVerb, _ match: Scan.Match,
    _ verdict: Modality.Answer
  ) -> MeetingFrame? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    let all = Array(context.reading.analysis.dates(in: context.sentence))
    guard
      let first = all.first(where: {
        $0.tokens.lowerBound >= object.tokens.upperBound
          && $0.tokens.lowerBound - object.tokens.upperBound <= 1
      }), scan.isOne(first.tokens.upperBound, of: Words.and),
      let chain = context.arguments.chain(at: first.tokens.upperBound + 1),
      let second = all.first(where: {
        $0.tokens.lowerBound >= chain.tokens.upperBound
          && $0.tokens.lowerBound - chain.tokens.upperBound <= 1
      }), let date = second.date
    else { return nil }
    let right = context.parties(chain.entities).filter { !left.contains($0) }
    guard !right.isEmpty else { return nil }
    var frame = frame(verb, match, left + right, verdict)
    frame.date = date
    frame.dateBasis = second.basis
    frame.dateSource = .clause
    return frame
  }

  private func isSeparate(_ token: Int, _ object: Chain) -> Bool {
    (max(0, token - 2)..<min(context.scan.count, object.tokens.lowerBound)).contains {
      context.scan.isOne($0, of: MeetWords.separately)
    }
  }

  private func arePersons(_ ids: [Int]) -> Bool {
    !context.scan.isSpanish
      && ids.allSatisfy { id in
        context.entities[id].kind == .person || isDelegation(id)
      } && ids.contains { context.entities[$0].role != nil }
      && Set(ids.compactMap { context.entities[$0].country }).count > 1
  }

  private func isDelegation(_ id: Int) -> Bool {
    context.reading.mentions(in: context.sentence).contains { index in
      context.reading.analysis.mentions[index].entities.contains(id)
        && context.reading.phrases[index]?.kind == .group
    }
  }

  /// True if the parties are named here: "they also discussed" goes on about a meeting told before.
  private func isNamed(_ subject: Chain?) -> Bool {
    subject?.mentions.allSatisfy { context.reading.analysis.mentions[$0].form == .name } == true
  }

  private func isPlaceOf(_ subject: Chain?, _ token: Int) -> Bool {
    guard let subject else { return false }
    return context.scan.isOne(subject.tokens.lowerBound - 1, of: MeetWords.places)
      && subject.entities.allSatisfy { context.entities[$0].kind == .government }
  }

  /// "met Lavrov", "met today Lavrov", "meeting bilaterally with".
  private func direct(_ after: Int, _ token: Int) -> Chain? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    var at = after
    while at < min(scan.count, after + 5),
      !context.arguments.chains.contains(where: { $0.tokens.lowerBound == at })
    {
      guard scan.isOne(at, of: MeetWords.adverbs) || scan.isDeterminer(at) else {
        return nil
      }
      at += 1
    }
    return context.arguments.chains.first { $0.tokens.lowerBound == at }
  }

  private func isOwned(_ chain: Chain) -> Bool {
    // "met China's demands": what is met is owned by the party.
    context.arguments.isOwner(chain)
  }

  /// True for whom a verb talks to: "discussed trade with Iran" may be a policy, "discussed trade with Zarif" is talk.
  private func isTalkable(_ chain: Chain, _ frame: MeetingVerb.Frame) -> Bool {
    if frame == .discuss { return chain.entities.contains { context.entities[$0].kind == .person } }
    return true
  }

  /// "A and B spoke": only where both can be each other's party.
  private func isReciprocal(_ subject: Chain?, _ verb: MeetingVerb) -> Bool {
    guard let subject else { return false }
    let ids = context.parties(subject.entities)
    let countries = Set(ids.map(context.side))
    return countries.count > 1
      && (verb.frame == .meet || verb.frame == .discuss || verb.form.hasPrefix("sp")
        || verb.form.hasPrefix("ta")
        || verb.form.hasPrefix("co") || verb.form.hasPrefix("dial") || verb.form.hasPrefix("neg")
        || verb.form.hasPrefix("hab") || verb.form.hasPrefix("plat")
        || verb.form.hasPrefix("deb") || verb.form.hasPrefix("char")
        || verb.form.hasPrefix("depart") || verb.form.hasPrefix("intercam"))
  }

  /// Two persons or more, of two countries: what they discuss they discuss with each other.
  private func isTogether(_ subject: Chain) -> Bool {
    let persons = context.parties(subject.entities).filter { context.entities[$0].kind == .person }
    return persons.count == subject.entities.count && Set(persons.map(context.side)).count > 1
      && persons.allSatisfy {
        context.entities[$0].role != nil || context.entities[$0].country != nil
      }
  }

  /// "urged A to meet B", "instó a A a reunirse con B": A has not met anybody.
  private func isUrged(_ subject: Chain, _ token: Int) -> Bool {
    let scan = context.scan
    guard subject.tokens.upperBound < token, token - subject.tokens.upperBound <= 2,
      scan.isSpanish
        ? scan.isOne(subject.tokens.upperBound, of: PlaceWords.to)
        : scan.isSign(subject.tokens.upperBound, "to")
    else { return false }
    let from = subject.tokens.lowerBound
    return (max(0, from - 3)..<from).contains {
      scan.isOne($0, of: ModalWords.wishes) || scan.isOne($0, of: NounWords.callsFor)
    }
  }

  /// "met with a group of farmers": somebody else is met, whom no rule can name.
  private func hasUnnamedCounterpart(_ after: Int) -> Bool {
    let scan = context.scan
    for at in after..<min(scan.count, after + 10) {
      if scan.shapes[at].contains(.punctuation), !scan.shapes[at].contains(.glue) { return false }
      if scan.isOne(at, of: ArgumentWords.withWords) { return true }
    }
    return false
  }

  /// "la cumbre que reunirá en Toluca a los presidentes A, B y C": who is brought together.
  private func assembled(_ token: Int, _ after: Int) -> [Int]? {
    let scan = context.scan
    guard !hasReflexive(token), scan.tokens[token].form.lowercased().hasPrefix("re") else {
      return nil
    }
    for at in after..<max(after, min(scan.count, after + 9)) {
      if scan.shapes[at].contains(.punctuation) { return nil }
      guard scan.isOne(at, of: ArgumentWords.objectMarkers),
        let chain = context.arguments.chain(at: at + 1)
      else { continue }
      let ids = context.parties(chain.entities)
      return Set(ids.map(context.side)).count > 1 ? ids : nil
    }
    return nil
  }

  /// True if "con" and a mention follow in the same breath.
  private func hasCompanion(_ token: Int, limit: Int) -> Bool {
    let scan = context.scan
    for at in (token + 1)..<max(token + 1, min(scan.count, token + 1 + limit)) {
      if scan.shapes[at].contains(.punctuation) { return false }
      if scan.isOne(at, of: ArgumentWords.withWords) {
        return context.arguments.chain(at: at + 1, slack: 1) != nil
      }
    }
    return false
  }

  /// "se vieron obligados", "se vio afectado".
  private func isParticiple(_ at: Int) -> Bool {
    guard at < context.scan.count else { return false }
    let form = context.scan.tokens[at].form
    return ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"].contains(
      where: form.hasSuffix)
  }

  private func hasReflexive(_ token: Int) -> Bool {
    let scan = context.scan
    for at in [token - 2, token - 1, token + 1] where at >= 0 && at < scan.count {
      if ["se", "nos"].contains(scan.tokens[at].form.lowercased()) { return true }
    }
    return false
  }

  private func isSpanishMeeting(_ token: Int, _ verb: MeetingVerb) -> Bool {
    let scan = context.scan
    let form = scan.tokens[token].form.lowercased()
    // "consultó la operación con la familia" is advice.
    if form.hasPrefix("consult") { return hasCompanion(token, limit: 2) }
    if form.hasPrefix("intercambi") || form.hasPrefix("comunic") {
      // "intercambió mensajes", "comunicó la decisión" are no talks.
      return (form.hasPrefix("i") || hasReflexive(token)) && hasCompanion(token, limit: 4)
        || verb.frame == .discuss
    }
    guard verb.frame == .meet else { return true }
    if hasReflexive(token) {
      // "se encuentra en Cuba" is where someone is.
      if form.hasPrefix("encuentr") || form.hasPrefix("encontrab") {
        return scan.isOne(token + 1, of: ArgumentWords.withWords)
      }
      if form.hasPrefix("encontr") {
        return hasCompanion(token, limit: 8)
          || form.hasSuffix("aron") && !isParticiple(token + 1)
      }
      if form.hasPrefix("v") {
        return hasCompanion(token, limit: 8)
          || form == "vieron" && !isParticiple(token + 1) && !isParticiple(token + 2)
      }
      return true
    }
    if form.hasPrefix("v") || form.hasPrefix("encerr") { return false }
    if form.hasPrefix("reun"), assembled(token, token + 1) != nil { return true }
    if form.hasPrefix("alm") || form.hasPrefix("cen") || form.hasPrefix("desayun") { return true }
    if form.hasPrefix("com") { return hasCompanion(token, limit: 6) }
    return form.hasPrefix("reunid") || form.hasSuffix("se")
  }

  /// "the meeting", "a call": the verb's form used as a noun is left to the rule of nouns.
  private func isNoun(_ token: Int) -> Bool {
    let scan = context.scan
    guard scan.has(.noun, at: token) else { return false }
    if scan.isSpanish {
      return scan.isDeterminer(token - 1)
        || scan.isOne(token - 1, of: Words.possessives) || scan.isOne(token - 1, of: Words.of)
    }
    let form = scan.tokens[token].form.lowercased()
    if form == "meeting" {
      return
        !(scan.isOne(token + 1, of: ArgumentWords.withWords)
        || context.arguments.chain(at: token + 1) != nil)
        || scan.isDeterminer(token - 1) || scan.isPossessive(token - 1)
        || scan.has(.portfolio, at: token - 1)
        || scan.isOne(token - 1, of: MeetWords.adjectives)
        || scan.isOne(token - 1, of: Words.possessives)
    }
    return scan.isDeterminer(token - 1) || scan.isPossessive(token - 1)
      || scan.isOne(token - 1, of: MeetWords.adjectives)
      || scan.isOne(token - 1, of: Words.possessives)
      || scan.isOne(token - 1, of: MeetWords.nounPrepositions)
  }

  /// The subject of "after meeting with X, Y said", or of a clause without one.
  private func implied(_ token: Int, after end: Int) -> Chain? {
    let form = context.scan.tokens[token].form.lowercased()
    let isNonFinite =
      form.hasSuffix("ing") || form == "meet" || form.hasSuffix("ar") || form.hasSuffix("ir")
      || form.hasSuffix("er") || form.hasSuffix("ndo") || form.hasSuffix("ido")
      || form.hasSuffix("se")
    return isNonFinite ? context.arguments.followingSubject(after: end) : nil
  }

  /// "margen para negociar con", "permite dialogar con": an infinitive that nothing before it makes a fact or a plan.
  private func loneInfinitive(_ token: Int) -> String? {
    let scan = context.scan
    guard isInfinitive(token) else { return nil }
    if scan.isOne(token - 1, of: MeetWords.accomplished) { return nil }
    for at in max(0, token - 24)..<token {
      if scan.isOne(at, of: PlaceWords.travels) || scan.isOne(at, of: MeetWords.approaches) {
        return nil
      }
    }
    return scan.tokens[token].form
  }

  private func isInfinitive(_ token: Int) -> Bool {
    var form = context.scan.tokens[token].form.lowercased()
    if form.hasSuffix("se"), form.utf8.count > 5 { form.removeLast(2) }
    return form.hasSuffix("ar") || form.hasSuffix("er") || form.hasSuffix("ir")
  }

  /// An unspoken Spanish subject.
  private func impliedPersons(_ token: Int) -> [Int]? {
    guard context.scan.isSpanish, !isInfinitive(token) || token < 6 else { return nil }
    return context.arguments.lastSubject(before: context.sentence)
  }

  private func frame(
    _ verb: MeetingVerb, _ match: Scan.Match, _ principals: [Int], _ verdict: Modality.Answer
  ) -> MeetingFrame {
    var frame = MeetingFrame(
      rule: "MeetRule", sentence: context.sentence, trigger: match.range, principals: principals)
    frame.isTalk = verb.frame == .talk
    frame.dateIsWeak = verb.frame == .discuss
    // "have met four times": a series, which the day of the article does not date.
    let end = Int(match.end)
    let isSeries = (end..<min(context.scan.count, end + 12)).contains {
      context.scan.isOne($0, of: MeetWords.times)
    }
    frame.mode = context.mode(around: Int(match.start), default: verb.mode)
    frame.isStatusSure = verdict != .open
    FrameDater(context: context).date(&frame, verdict)
    if isSeries { frame.isBackground = true }
    if context.scan.isSpanish, frame.date != nil, isInRelativeClause(frame.trigger.lowerBound) {
      // "contó hoy su encuentro con X, con quien habló": today is when it was told.
      frame.dateIsWeak = !context.reading.analysis.dates(in: context.sentence).contains {
        $0.tokens.lowerBound > frame.trigger.lowerBound
      }
    }
    return frame
  }

  private func isInRelativeClause(_ token: Int) -> Bool {
    if case .none = context.arguments.relative(of: token) { return false }
    return true
  }
}

enum MeetWords {
  static let accomplished = Words.set("tras al de")
  static let approaches = Words.set(
    "llega llegó llegaron llegado arribó arribaron vino vinieron acudió acudieron salió partió regresó volvió aterrizó visita visitó convocó convocado citó aprovechó aprovechará"
  )
  /// Prepositions that make a noun of "talks" and "calls".
  static let nounPrepositions = Words.set(
    "into in of for after during before at on with by from no")
  static let times = Words.set("times repeatedly")
  static let both = Words.set("both ambos")
  static let continuing = Words.set("continue continuing keep remain")
  static let separately = Words.set("separately individually")
  static let places = Words.set("where borders")
  static let adverbs = Words.set(
    "today yesterday privately separately bilaterally briefly virtually earlier again first monday tuesday wednesday thursday friday saturday sunday this week morning afternoon evening on in person personally face directly recently last night later individually once also late"
  )
  static let adjectives = Words.set(
    "bilateral trilateral private first second recent brief historic planned upcoming next last joint regular formal informal virtual phone telephone separate productive ministerial high-level key annual"
  )
}

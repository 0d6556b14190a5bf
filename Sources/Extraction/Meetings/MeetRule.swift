import Gazetteer
import Language
import Records

/// "A met (with) B", "A and B met", "se reunió A con B", "A spoke by phone with B", "A discussed X with B".
struct MeetRule {
  /// Why nothing is read of "A and B met with the audience"; the model is silent there too.
  static let unnamedCounterpart = "the counterpart is nobody that can be named"

  /// Why nothing is read of "A and B agreed for their teams to meet"; the model is silent there too.
  static let othersForThem = "others are to meet for them"
  /// Why nothing is read of "A y B viajaron a Lima para mantener reuniones".
  static let fellowTravellers = "those who travel together meet others"

  let context: MeetingContext

  /// The frames of a verb; refusals go to `refuse`.
  func read(_ match: Scan.Match, _ verb: MeetingVerb, refuse: (String) -> Void) -> [MeetingFrame] {
    let scan = context.scan
    let arguments = context.arguments
    let token = Int(match.start)
    let after = Int(match.end)
    if meetsThing(token) {
      refuse(MeetRule.unnamedCounterpart)
      return []
    }
    if scan.isSpanish, verb.form.hasPrefix("lo h"), !goesOn(token) {
      refuse(MeetRule.unnamedCounterpart)
      return []
    }
    if isNoun(token) || isSpokenOf(token, after, verb) || isWhatFor(token) { return [] }
    if scan.isSpanish, !isSpanishMeeting(token, verb) { return [] }
    if verb.form.hasPrefix("spen"), !isTimeSpent(after) { return [] }
    var subject = arguments.subject(of: token)
    let discussers = verb.frame == .discuss ? discussers(token, after) : nil
    if let discussers { subject = discussers }
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
        !isNounBetween(after, found.at), !scan.isSign(found.at, "to") || found.at <= after + 2,
        !isOfOtherClause(after, found.at)
      {
        object = found.chain
        next = found.at
      } else if !scan.isSpanish, verb.form.hasPrefix("consult") {
        // "consulted B"
        object = direct(after, token)
      }
    default:
      if let found = arguments.with(after: after, words: ArgumentWords.withWords, limit: 30),
        !isOfOtherClause(after, found.at)
      {
        object = found.chain
        next = found.at
      }
    }
    object = object.map(arguments.listed)
    if object == nil { object = arguments.whomCompany(token, isDirect: verb.frame == .meet) }
    if scan.isSpanish, object == nil, verb.frame != .discuss, let chain = fronted(token) {
      object = chain
      // "Con B se reunió ayer A": the subject stands behind.
      next = scan.count
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
    if let subject, object == nil, isPurpose(of: subject, token) { return [] }
    if scan.isSpanish,
      scan.isOne(token, of: MeetWords.firstPerson)
        || scan.isOne(token - 1, of: MeetWords.ownHaves)
        || scan.isOne(token - 2, of: MeetWords.ownHaves),
      let own = speaker(token)
    {
      subject = own
    }
    if subject == nil { subject = implied(token, after: object?.tokens.upperBound ?? after) }
    // "La visita de A a Lima, donde se reunió con B"
    if subject == nil, scan.isSpanish, scan.span(token - 4, token).contains(where: isWhere) {
      subject = ReceiveRule(context: context).visitor(before: token, isGuest: false)
    }
    if verb.frame != .meet, object != nil, isAdjective(token) { return [] }
    var verdict =
      context.isAwaited(token)
      ? .planned
      : context.verdict(of: verb.form.hasPrefix("lo h") ? token + 1 : token, subject)
    if case .refused(let reason) = verdict {
      if object != nil || (subject?.entities.count ?? 0) > 1 { refuse(reason) }
      return []
    }
    if scan.isSpanish, verb.frame == .meet, object == nil, let guests = assembled(token, after) {
      var frame = frame(verb, match, guests, verdict)
      frame.mediators = context.hosts(subject, of: guests)
      return [frame]
    }
    if verdict == .open, isUnderWay(token) { verdict = .planned }
    if scan.isSpanish, verdict == .open, scan.isSign(token - 1, "a"),
      scan.isOne(token - 2, of: MeetWords.again)
    {
      // "volvieron a reunirse"
      verdict = context.modality.verb(
        token - 2,
        from: subject.map { $0.tokens.upperBound < token ? $0.tokens.upperBound : 0 } ?? 0)
      if case .refused(let reason) = verdict {
        refuse(reason)
        return []
      }
      if verdict == .open { verdict = .held }
    }
    if verdict == .planned, isCalledOffLater(after) { verdict = .cancelled }
    if verdict == .planned, verb.frame != .meet, isGeneral(token) {
      refuse("a general intention")
      return []
    }
    if verdict == .planned || verdict == .open, isLaidDown(token, verb) {
      refuse("a general intention")
      return []
    }
    if scan.isOne(after, of: MeetWords.habits) || isFrequent(after) {
      refuse("a habit")
      return []
    }
    if let object, isTally(token, object) {
      refuse("a tally of no day")
      return []
    }
    if let subject, isUrged(subject, token) || isAppealed(subject, token) {
      refuse("only asked for")
      return []
    }
    if isOfTeams(token) {
      refuse(MeetRule.othersForThem)
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
    let implied = subject == nil ? impliedPersons(token) : nil
    let left = context.parties(subject?.entities ?? implied ?? [])
    if left.count == 1 {
      if let tour = Destination(context: context).tour(of: left, after: after) {
        var frame = frame(verb, match, left + context.parties(tour.hosts), verdict)
        tour.complete(&frame)
        return [frame]
      }
    }
    if let object {
      let right = counterparts(object)
      guard !right.isEmpty, !isCrowd(object), !isOfMedia(object) else {
        refuse(MeetRule.unnamedCounterpart)
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
      // "A and B met separately with C".
      if left.count > 1, right.count == 1, !scan.isSpanish, isSeparate(token, object) {
        return left.filter { !right.contains($0) }.map { frame(verb, match, [$0] + right, verdict) }
      }
      var out = [frame(verb, match, left + right.filter { !left.contains($0) }, verdict)]
      if let again = again(object, left, verb, match, verdict) { out.append(again) }
      // "... and later with C": another meeting of the same host.
      var end = object.tokens.upperBound
      while let next = arguments.further(after: end), let chain = arguments.company(at: next + 1) {
        let others = context.parties(chain.entities)
        let isBoth = (end..<next).contains { scan.isOne($0, of: MeetWords.both) }
        let hosts = isBoth ? left + right : left
        var frame = frame(verb, match, hosts + others.filter { !hosts.contains($0) }, verdict)
        redate(&frame, end, next, chain)
        out.append(frame)
        end = chain.tokens.upperBound
      }
      return out.filter { $0.principals.count > 1 }
    }
    // "A and B spoke to the press"
    let isAddress =
      !scan.isSpanish && verb.frame == .talk
      && (scan.isSign(after, "to") || scan.isSign(after + 1, "to"))
    if discussers == nil && hasUnnamedCounterpart(after) || isAddress
      || verb.frame == .meet && hasPlainObject(after)
    {
      refuse(MeetRule.unnamedCounterpart)
      return []
    }
    if verb.frame != .discuss || (arePersons(left) || areOnPhone(left, token)) && isNamed(subject),
      left.count > 1,
      isReciprocal(subject, verb)
        || (verb.frame == .meet
          // "En febrero volvieron a hablar por teléfono."
          || verb.frame == .talk && context.mode(around: token, default: nil) == .phone)
          && context.areSides(implied ?? [], implied ?? []),
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

  func frame(
    _ verb: MeetingVerb, _ match: Scan.Match, _ principals: [Int], _ verdict: Modality.Answer
  ) -> MeetingFrame {
    var frame = MeetingFrame(
      rule: "MeetRule", sentence: context.sentence, trigger: match.range, principals: principals)
    frame.isTalk = verb.frame == .talk
    frame.dateIsWeak = verb.frame == .discuss
    // "have met four times": a series, which the day of the article does not date.
    let end = Int(match.end)
    let isSeries = (context.scan.span(end, end + 12)).contains {
      context.scan.isOne($0, of: MeetWords.times)
        // "negocian en secreto desde hace semanas"
        || context.scan.isSign($0, "desde") && context.scan.isSign($0 + 1, "hace")
    }
    frame.mode = context.mode(around: Int(match.start), default: verb.mode)
    if frame.isTalk || verb.frame == .discuss, frame.mode == nil, isCall(end) {
      frame.mode = .phone
    }
    if frame.isTalk, frame.mode == nil {
      frame.mode = Companies(context: context).mode(opening: Int(match.start))
    }
    if verb.frame == .discuss, frame.mode == nil { frame.mode = context.occasionMode(after: end) }
    frame.isStatusSure = verdict != .open
    FrameDater(context: context).date(&frame, verdict)
    if isSeries {
      frame.isBackground = true
      if !context.scan.isSpanish, frame.dateSource == .paragraph {
        frame.forgetDate()
      }
    }
    if context.scan.isSpanish, frame.date != nil, isInRelativeClause(frame.trigger.lowerBound) {
      // "contó hoy su encuentro con X, con quien habló": today is when it was told.
      frame.dateIsWeak = !context.reading.analysis.dates(in: context.sentence).contains {
        $0.tokens.lowerBound > frame.trigger.lowerBound
      }
    }
    return frame
  }

  /// "spoke with B in his first call with a foreign leader".
  func isCall(_ end: Int) -> Bool {
    let scan = context.scan
    return !scan.isSpanish
      && scan.span(end, end + 14).contains { at in
        scan.isSign(at, "call") && scan.has(.noun, at: at) && !scan.isSign(at + 1, "for")
          && scan.span(at - 4, at).contains {
            scan.isOne($0, of: OpeningWords.inCall)
              && (scan.isDeterminer($0 + 1) || scan.isOne($0 + 1, of: Words.possessives))
          }
      }
  }

  func isInRelativeClause(_ token: Int) -> Bool {
    if case .none = context.arguments.relative(of: token) { return false }
    return true
  }
}

enum MeetWords {
  static let each = Words.set("each")
  static let have = Words.set("has have")
  /// How verbs begin whose guests are received for something.
  static let receptions = ["host", "welcom", "receiv", "conven", "invit"]
  static let apart = Words.set("separate individual")
  static let openings = Words.set("in during on")
  /// How often or how long somebody met.
  static let measures = Words.set("times hours days weeks months years minutes always sometimes")
  /// "They speak little", "The ministers meet regularly".
  static let habits = Words.set(
    """
    often rarely seldom regularly frequently little daily weekly monthly annually yearly every quarterly biannually \
    biennially periodically routinely trimestralmente semanalmente mensualmente anualmente regularmente periódicamente \
    habitualmente frecuentemente cada
    """)
  /// What may stand between company that is told first and its verb.
  static let fronting = Words.set("se también además ya había ha habían han solo sólo antes")
  /// "y el miércoles lo hará con C": the verb that stands for the first.
  static let doing = Words.set("lo hará hizo haría hicieron harán hace")
  static let frequency = Words.set("frecuencia regularidad asiduidad")
  static let refusals = Words.set(
    "oposición rechazo resistencia negativa reticencia reticencias hostilidad")
  static let firstPerson = Words.set(
    "reuní entrevisté hablé conversé dialogué almorcé cené vi vimos reunimos entrevistamos hablamos conversamos dialogamos"
  )
  /// "He conversado con B", "me he reunido".
  static let ownHaves = Words.set("he hemos")
  static let saying = Words.set(
    "dijo afirmó señaló aseguró escribió declaró indicó explicó relató comentó añadió agregó contó publicó informó"
  )
  static let willDo = Words.set("hará harán haría")
  /// Words of "al día siguiente", "por la tarde", "horas más tarde".
  static let afterwards = Words.set(
    "a al el la día siguiente mismo por tarde noche mañana horas minutos más")
  /// "verá al primer ministro B": a visit, without "se".
  static let willSee = Words.set("verá verán")
  /// What a meeting ends or goes on with, when that is nobody.
  static let outcomes = Words.set("no little hopes hope both neither few tensions time only")
  static let durations = Words.set("hour hours minutes")
  /// "volver a reunirse": what was done once more.
  static let again = Words.set(
    "volver volvió volvieron vuelve vuelven volverá volverán volverían vuelto volvían")
  static let accomplished = Words.set(
    "tras al de pudo pudieron logró lograron consiguió consiguieron")
  static let approaches = Words.set(
    "llega llegó llegaron llegado arribó arribaron vino vinieron acudió acudieron salió partió regresó volvió aterrizó visita visitó convocó convocado citó aprovechó aprovechará"
  )
  /// Prepositions that make a noun of "talks" and "calls".
  static let nounPrepositions = Words.set(
    "into in of for after during before at on with by from no")
  static let times = Words.set("times repeatedly")
  static let purpose = Words.set("para a")
  static let journeys = Words.set("viaja viajan vuela vuelan va van acude acuden")
  static let directions = Words.set("a al hacia este hoy mañana")
  static let both = Words.set("both ambos")
  static let severalAgain = Words.set("volverán volvieron vuelven volverían Volverán Volvieron")
  static let deputies = Words.set(
    "teams negotiators ministers deputies experts envoys diplomats advisers advisors staffs aides")
  static let assemblies = Words.set("congress parliament assembly knesset bundestag senate")
  static let continuing = Words.set("continue continuing keep remain")
  static let helps = Words.set(
    "mediation facilitation help assistance support participation presence mediación facilitación ayuda apoyo participación presencia"
  )
  static let separately = Words.set("separately individually")
  static let places = Words.set("where borders")
  static let adverbs = Words.set(
    "today yesterday privately separately bilaterally briefly virtually earlier again first monday tuesday wednesday thursday friday saturday sunday this week morning afternoon evening on in person personally face directly recently last night later individually once also late"
  )
  static let adjectives = Words.set(
    "bilateral trilateral private first second recent brief historic planned upcoming next last joint regular formal informal virtual phone telephone separate productive ministerial high-level key annual"
  )
}

import Gazetteer
import Language
import Records

/// "A received B at the palace", "A was received by B", "A recibió a B", "A telephoned B": one party acts on another.
struct ReceiveRule {
  let context: MeetingContext

  /// The frames of a verb of receiving or calling.
  func read(_ match: Scan.Match, _ verb: MeetingVerb, refuse: (String) -> Void) -> [MeetingFrame] {
    let scan = context.scan
    let arguments = context.arguments
    let token = Int(match.start)
    let after = Int(match.end)
    if scan.has(.noun, at: token),
      scan.isDeterminer(token - 1) || scan.isPossessive(token - 1)
    {
      return []
    }
    if SummonRule.isCallingIn(token, scan) || isOccasion(verb, token) { return [] }
    // "briefed B by phone": without a telephone it may be anything.
    if verb.form.hasPrefix("brief"), context.mode(around: token, default: nil) == nil { return [] }
    var subject = arguments.subject(of: token)
    if subject == nil
      || subject?.entities.allSatisfy({ context.entities[$0].kind != .person }) == true,
      let visitor = visitor(before: token)
    {
      subject = visitor
    }
    if let frame = called(match, subject) { return [frame] }
    var object: Chain?
    // "his guest B, whom he had welcomed at the ministry": who was received stands before the verb.
    var whom: Chain?
    if scan.isSpanish, case .object(let chain) = arguments.relative(of: token), !isPassive(token) {
      object = chain
      if subject?.entities == chain.entities { subject = nil }
    }
    let meant = object == nil && !isPassive(token) ? arguments.clitic(of: token) : nil
    if let meant {
      let chain = arguments.subjectBehind(after) ?? subject
      guard let chain, Set(chain.entities).isDisjoint(with: meant) else { return [] }
      return received(match, verb, chain, meant, refuse)
    }
    if isPassive(token) {
      guard let by = arguments.with(after: after, words: ArgumentWords.byWords, limit: 18) else {
        // "A y su esposa fueron recibidos por los emperadores": not by each other.
        if scan.isSpanish, (subject?.entities.count ?? 0) > 1 {
          refuse(MeetRule.unnamedCounterpart)
        }
        return []
      }
      object = by.chain
    } else {
      whom = arguments.whomCompany(token, isDirect: true)
      object = object ?? whom ?? credentials(token) ?? directObject(after)
    }
    guard let object, !arguments.isOwner(object) else { return [] }
    let pastMembers = pastMembers(object)
    let right = context.parties(object.entities).filter {
      isGuest($0, verb) || isGroup(object) || pastMembers > object.tokens.upperBound
    }
    guard !right.isEmpty else { return [] }
    // "a movie called Argo"
    if verb.frame == .call, !scan.isSpanish, verb.form.hasPrefix("call"), isNaming(token, object) {
      return []
    }
    if !scan.isSpanish, verb.form.hasPrefix("visit"), !isVisit(token, object) { return [] }
    // "received 300 refugees"; whoever convenes students talks to them.
    if !scan.isSpanish,
      !verb.form.hasPrefix("conven")
        && object.tokens.contains(where: { scan.isOne($0, of: ReceiveWords.sheltered) })
        || verb.form.hasPrefix("welcom")
          && scan.isOne(object.tokens.upperBound - 1, of: CoordinationWords.governments)
    {
      return []
    }
    guard
      verb.frame == .receive && isPassive(token)
        && !scan.isPossessive(object.tokens.upperBound)
        || isAct(verb, after: whom == nil ? pastMembers : after, token)
    else {
      refuse("\"\(verb.form)\" is no \(verb.frame == .call ? "call" : "reception") here")
      return []
    }
    if scan.isSpanish, let chain = arguments.chain(at: after), !arguments.isGoverned(chain),
      chain.tokens.lowerBound < object.tokens.lowerBound
    {
      subject = chain
    }
    // "Speaking in Suva after receiving B, A said"
    if !scan.isSpanish, subject == nil, scan.tokens[token].form.hasSuffix("ing"),
      scan.isOne(token - 1, of: ReceiveWords.circumstances)
    {
      subject = arguments.followingSubject(after: object.tokens.upperBound)
    }
    // "Al recibir al canciller B, el presidente A dijo", "Tras ser recibido por B, A dijo"
    let head = scan.isSign(token - 1, "ser") ? token - 1 : token
    if scan.isSpanish, subject == nil, MeetRule(context: context).isInfinitive(head),
      scan.isOne(head - 1, of: ReceiveWords.openings) || scan.isSign(head - 1, "l")
    {
      subject = arguments.followingSubject(after: object.tokens.upperBound)
    }
    let left = context.parties(
      subject?.entities
        ?? (scan.isSpanish && !arguments.hasUnknownSubject(before: token)
          ? arguments.lastSubject(before: context.sentence) : nil) ?? [])
    // "México recibió a refugiados": a country that takes people in meets nobody.
    if scan.isSpanish, right.allSatisfy({ context.entities[$0].kind == .delegation }),
      !left.contains(where: { context.entities[$0].kind == .person })
    {
      return []
    }
    guard !left.isEmpty, context.areSides(left, right) else {
      refuse("nobody is told who \(verb.frame == .call ? "called" : "received")")
      return []
    }
    let verdict =
      context.isAwaited(token) || isToBeReceived(token)
      ? .planned : context.modality.verb(token, from: subject?.tokens.upperBound ?? 0)
    if case .refused(let reason) = verdict {
      refuse(reason)
      return []
    }
    var frame = MeetingFrame(
      rule: "ReceiveRule", sentence: context.sentence, trigger: match.range,
      principals: left + right.filter { !left.contains($0) })
    guard frame.principals.count > 1 else { return [] }
    frame.mode = context.mode(around: token, default: verb.mode)
    FrameDater(context: context).date(&frame, verdict)
    if isTally(token, right, frame) {
      refuse("a series")
      return []
    }
    // Who telephones two talks to each of them.
    if verb.frame == .call, left.count == 1, right.count > 1 {
      return right.filter { !left.contains($0) }.map { other in
        var one = frame
        one.principals = left + [other]
        return one
      }
    }
    if isPassive(token) { return [frame] + furtherHosts(frame, object, right) }
    guard let next = nextGuests(after: object.tokens.upperBound) else { return [frame] }
    var second = frame
    second.principals = left + next.ids.filter { !left.contains($0) }
    if let day = next.day { second.setDay(day) }
    return [frame, second]
  }

  /// "tiene previsto viajar a Rabat y ser recibido por B": an infinitive of what is planned.
  private func isToBeReceived(_ token: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, scan.isSign(token - 1, "ser") else { return false }
    let before = scan.span(token - 20, token).reversed()
    let end = before.first { scan.isSign($0, ";") || scan.isOne($0, of: Words.relative) } ?? -1
    return before.contains { $0 > end && scan.isOne($0, of: ModalWords.plans) }
  }

  /// "A received a telephone call from B".
  private func called(_ match: Scan.Match, _ subject: Chain?) -> MeetingFrame? {
    let scan = context.scan
    let token = Int(match.start)
    guard !scan.isSpanish, let subject, subject.tokens.upperBound <= token, !isPassive(token),
      credentials(token) == nil,
      let at = scan.span(token + 1, token + 5).first(where: { scan.has(.noun, at: $0) }),
      let noun = scan.match(.noun, at: at),
      let mode = context.mode(ofNoun: noun),
      mode != .inPerson || scan.isOne(Int(noun.start), of: ReceiveWords.courtesy),
      let from = context.arguments.with(
        after: Int(noun.end), words: ReceiveWords.callers, limit: 8)
    else { return nil }
    let left = context.parties(subject.entities)
    let right = context.parties(from.chain.entities)
    guard context.areSides(left, right), Set(left).isDisjoint(with: right) else { return nil }
    let verdict = context.modality.verb(token, from: subject.tokens.upperBound)
    if case .refused = verdict { return nil }
    var frame = MeetingFrame(
      rule: "ReceiveRule", sentence: context.sentence, trigger: token..<Int(noun.end),
      principals: left + right)
    frame.mode = mode
    FrameDater(context: context).date(&frame, verdict)
    return frame
  }

  /// "A was met at the airport by B": persons only, for crowds and protests meet those who arrive too.
  func welcomed(_ match: Scan.Match, _ verb: MeetingVerb) -> [MeetingFrame] {
    guard isPassive(Int(match.start)),
      let by = context.arguments.with(
        after: Int(match.end), words: ArgumentWords.byWords, limit: 12),
      by.chain.entities.contains(where: { context.entities[$0].kind == .person })
    else { return [] }
    return read(match, verb) { _ in }
  }

  /// "donde lo recibió el presidente X", "A le telefoneó": whom a pronoun means was received or called.
  private func received(
    _ match: Scan.Match, _ verb: MeetingVerb, _ subject: Chain, _ guests: [Int],
    _ refuse: (String) -> Void
  ) -> [MeetingFrame] {
    let token = Int(match.start)
    let scan = context.scan
    guard verb.frame == .receive || verb.form.hasPrefix("telef") || verb.form.hasPrefix("llam")
    else { return [] }
    // "lo llamó a dialogar", "lo llamó mentiroso" are no calls; "lo acogió" may be a roof.
    if verb.form.hasPrefix("llam") {
      guard scan.span(token, token + 6).contains(where: { scan.isOne($0, of: ModeWords.phone) })
      else { return [] }
    }
    let left = context.parties(subject.entities).filter { context.entities[$0].kind == .person }
    let right = context.parties(guests)
    guard context.areSides(left, right), Set(left).isDisjoint(with: right) else { return [] }
    let verdict = context.verdict(of: token, subject)
    if case .refused(let reason) = verdict {
      refuse(reason)
      return []
    }
    var frame = MeetingFrame(
      rule: "ReceiveRule", sentence: context.sentence, trigger: match.range,
      principals: left + right)
    frame.mode = context.mode(around: token, default: verb.mode)
    FrameDater(context: context).date(&frame, verdict)
    // "los recibió por separado"
    guard right.count > 1, scan.isSign(token + 1, "por"), scan.isSign(token + 2, "separado") else {
      return [frame]
    }
    return right.map { guest in
      var one = frame
      one.principals = left + [guest]
      return one
    }
  }

  func isPassive(_ token: Int) -> Bool {
    let scan = context.scan
    // "had been due to receive B", "will be hosting B" are active.
    if !scan.isSpanish,
      scan.isSign(token - 1, "to") || scan.tokens[token].form.hasSuffix("ing")
    {
      return false
    }
    for at in max(0, token - 3)..<token where scan.isOne(at, of: ReceiveWords.passives) {
      return true
    }
    return false
  }

  /// A guest is a person or a delegation; a country is called, but not received.
  private func isGuest(_ id: Int, _ verb: MeetingVerb) -> Bool {
    let kind = context.entities[id].kind
    if kind == .person || kind == .delegation { return true }
    // "recibió a senadores de Estados Unidos", "una delegación china": Spanish marks who is received.
    return context.scan.isSpanish && verb.frame == .receive && !verb.form.hasPrefix("visit")
  }

  /// "received a delegation of Burkinabe lawmakers", "hosted leaders from Zambia and Tanzania".
  private func isGroup(_ chain: Chain) -> Bool {
    chain.mentions.contains { context.reading.phrases[$0]?.kind == .group }
  }

  /// "a movie called Argo": a participle behind its noun, or somebody of whom nothing is told.
  private func isNaming(_ token: Int, _ object: Chain) -> Bool {
    let tokens = context.tree.tokens
    if token < tokens.count, tokens[token].relation == .acl || tokens[token].relation == .aclRelcl,
      token > 0, tokens[token - 1].upos == .noun
    {
      return true
    }
    let hasOffice = object.mentions.contains {
      context.reading.phrases[$0]?.offices.isEmpty == false
    }
    return !hasOffice
      && object.entities.allSatisfy {
        context.entities[$0].role == nil && context.entities[$0].gender == nil
      }
  }

  /// "called Putin a killer", "welcomed Lavrov's words", "received Kerry's letter" are no meetings.
  private func isAct(_ verb: MeetingVerb, after end: Int, _ token: Int) -> Bool {
    let scan = context.scan
    guard end <= scan.count else { return true }
    if scan.isPossessive(end) { return false }
    let base = verb.form
    if isAppeal(base, end) { return false }
    if base.hasPrefix("llam") {
      // "llamó a" is "called on" as often as "telephoned".
      return (scan.span(token, end + 4)).contains { scan.isOne($0, of: ModeWords.phone) }
        || isCallOfDay(token, end) || isCallToPeer(token, end)
    }
    // "acogerá el lunes en la Casa Blanca al primer ministro B": a guest who has an office, at a place.
    if base.hasPrefix("acog") {
      let hasPlace = context.reading.analysis.places(in: context.sentence).contains {
        abs($0.tokens.lowerBound - token) <= 8
          && (scan.isOne($0.tokens.lowerBound - 1, of: PlaceWords.inAt)
            || scan.isOne($0.tokens.lowerBound - 2, of: PlaceWords.inAt))
      }
      if hasPlace { return true }
    }
    // "called on the minister at his hotel", but "called on the minister to resign"; "will see Harris this afternoon".
    if base.hasSuffix(" on") || base.hasPrefix("see") || base == "saw"
      || !scan.isSpanish && base.hasPrefix("visit")
    {
      return end >= scan.count
        || scan.shapes[end].contains(.punctuation) && !scan.shapes[end].contains(.quote)
        || scan.isOne(end, of: ReceiveWords.afterVisit)
        || !scan.isSpanish
          && context.reading.analysis.dates(in: context.sentence).contains {
            ($0.tokens.lowerBound - 1...$0.tokens.lowerBound).contains(end)
          }
    }
    if base.hasPrefix("call") || base.hasPrefix("llam") {
      return end >= scan.count
        || scan.shapes[end].contains(.punctuation) && !scan.shapes[end].contains(.quote)
        || scan.isOne(end, of: ReceiveWords.afterCall)
    }
    if base.hasPrefix("welcom") || base.hasPrefix("greet") || base.hasPrefix("receiv")
      || base.hasPrefix("host")
      || base.hasPrefix("conven")
      || base.hasPrefix("acog") || base.hasPrefix("atend")
    {
      return end >= scan.count
        || scan.shapes[end].contains(.punctuation) && !scan.shapes[end].contains(.quote)
        || scan.isOne(end, of: ReceiveWords.afterReceive)
    }
    return true
  }
}

extension ReceiveRule {
  /// "llamó a su homólogo de Honduras, B, para exigirle": a peer is not called upon.
  private func isCallToPeer(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    return scan.span(token + 1, token + 5).contains { scan.isOne($0, of: ReceiveWords.peers) }
      && !scan.span(end, end + 3).contains {
        scan.isOne($0, of: ArgumentWords.objectMarkers) || scan.isOne($0, of: Words.relative)
      }
  }

  /// "llamó el lunes a Putin y después a Zelenski": a day right at the verb or at whom it calls, and nothing that he is called on to do.
  private func isCallOfDay(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    let isDated = context.reading.analysis.dates(in: context.sentence).contains {
      $0.tokens.lowerBound > token && $0.tokens.lowerBound <= token + 2
        || $0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 1
    }
    guard isDated else { return false }
    return !scan.span(end, end + 6).contains { at in
      scan.isOne(at, of: Words.relative)
        || scan.isOne(at, of: ArgumentWords.objectMarkers)
          && MeetRule(context: context).isInfinitive(at + 1)
    }
  }
}

enum ReceiveWords {
  static let perfects = Words.set("has have")
  /// Who is of a body.
  static let members = Words.set("allies partners members")
  static let afterwards = Words.set("posteriormente después luego tarde continuación")
  static let circumstances = Words.set("after before by while when upon on")
  static let passives = Words.set("was were been being be fue fueron sido ser será serán siendo")
  static let peers = Words.set("homólogo homóloga colega par")
  static let courtesy = Words.set("courtesy")
  static let accrediting = Words.set("acredita acreditan acreditaban acreditando")
  static let credentials = Words.set("credentials credence credenciales")
  static let handers = Words.set("of from by")
  static let callers = Words.set("from")
  /// Whom a country takes in without a meeting.
  static let sheltered = Words.set(
    "refugees refugee migrants migrant displaced evacuees exiles tourists visitors students pilgrims"
  )
  static let openings = Words.set("tras al el de")
  static let besides = Words.set("junto frente gracias debido")
  static let insertions = Words.set(
    "junto acompañado acompañada este esta hoy ayer durante por lunes martes miércoles jueves viernes sábado domingo"
  )
  static let afterCall = Words.set(
    "to on and today yesterday this in after by monday tuesday wednesday thursday friday saturday sunday earlier last from late para este esta el ayer hoy y en"
  )
  static let afterVisit = Words.set(
    "at in on today yesterday this during after monday tuesday wednesday thursday friday saturday sunday earlier last here separately and briefly privately"
  )
  static let afterReceive = Words.set(
    "to at in on across from for and but amid amidst ahead before alongside together tonight tomorrow next late early following despite shortly privately separately where mientras tras antes ante today yesterday this after during as with monday tuesday wednesday thursday friday saturday sunday earlier last here para en este esta el ayer hoy y durante con quien who"
  )
}

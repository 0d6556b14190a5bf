import Gazetteer
import Language
import Records

/// "The India-Nepal Joint Commission met in Kathmandu", "La Comisión Binacional Uruguay-Brasil se reunirá el martes": a body of
/// two countries does not sit on its own, its members talk for their governments.
struct CommissionRule {
  let context: MeetingContext

  /// A session of a body: its verb, and the governments whose body it is (fewer than two if no words tell them).
  struct Session {
    var verb: Range<Int>
    var sides: [Int]
    /// True if the words tell that it is a body of two sides, whoever they are.
    var isOfTwo = false
    /// True for "the sixth meeting of the Commission", where `verb` is that noun.
    var isNoun = false
  }

  /// True for a sentence that may tell of a session.
  static func isIn(_ scan: Scan) -> Bool {
    (0..<scan.count).contains { scan.isOne($0, of: CommissionWords.bodies) }
  }

  /// True for a sentence that has a body and a verb of sitting.
  static func tellsSession(_ scan: Scan) -> Bool {
    isIn(scan)
      && (0..<scan.count).contains {
        scan.isOne($0, of: CommissionWords.meets) || scan.isOne($0, of: CommissionWords.toMeet)
      }
  }

  /// The sessions that a sentence tells of.
  func sessions() -> [Session] {
    let scan = context.scan
    return (0..<scan.count).compactMap { head in
      guard isBody(head) else { return nil }
      if let noun = sitting(of: head) {
        return Session(
          verb: noun, sides: sides(from: start(of: head), to: min(scan.count, head + 8), head),
          isNoun: true)
      }
      if let verb = verb(after: head) {
        return Session(
          verb: verb, sides: sides(from: start(of: head), to: verb.lowerBound, head),
          isOfTwo: isDefinite(head) && (isJoint(head) || isOfTwo(head)))
      }
      guard scan.isSpanish, scan.isDeterminer(head - 1), let verb = verb(before: head - 1) else {
        return nil
      }
      return Session(verb: verb, sides: sides(from: head, to: min(scan.count, head + 12), head))
    }
  }

  /// The meeting of a session; nil if it is of one country, or is not told as a fact or a plan.
  func frame(_ session: Session) -> MeetingFrame? {
    guard session.sides.count > 1 else { return nil }
    let verb = session.verb.lowerBound
    let verdict =
      session.isNoun
      ? NounRule(context: context).modality(verb, session.verb.upperBound, nil)
      : context.modality.verb(verb, from: 0)
    if case .refused = verdict { return nil }
    return frame(session, verdict, heads(of: session) ?? session.sides)
  }

  /// "The working group will meet in Arica": a body of no country that is told, behind a sentence that tells of two.
  func frame(ofNoCountry session: Session, for sides: [Int]) -> MeetingFrame? {
    let verdict = context.modality.verb(session.verb.lowerBound, from: 0)
    if case .refused = verdict { return nil }
    return frame(session, verdict, sides)
  }

  private func frame(
    _ session: Session, _ verdict: Modality.Answer, _ principals: [Int]
  ) -> MeetingFrame {
    let verb = session.verb.lowerBound
    var frame = MeetingFrame(
      rule: "CommissionRule", sentence: context.sentence, trigger: session.verb,
      principals: principals)
    frame.isStatusSure = verdict != .open
    frame.mode = context.mode(around: verb, default: nil)
    FrameDater(context: context).date(&frame, verdict)
    if frame.status == .planned, CalledOff(context: context).isOfBody(behind: verb) {
      frame.status = .cancelled
    }
    return frame
  }

  /// "the sixth meeting of the Mexico-Belize Commission", "la octava reunión de la Comisión": the noun before a body.
  private func sitting(of head: Int) -> Range<Int>? {
    let scan = context.scan
    var at = start(of: head) - 1
    while at > 0, scan.isDeterminer(at) { at -= 1 }
    guard at > 0, scan.isOne(at, of: Words.of),
      scan.isOne(at - 1, of: CommissionWords.meetings)
    else { return nil }
    return at - 1..<at
  }

  /// "Commission", "task force", "grupo de trabajo".
  private func isBody(_ at: Int) -> Bool {
    let scan = context.scan
    guard scan.isOne(at, of: CommissionWords.bodies) else { return false }
    if scan.isSign(at, "force") || scan.isSign(at, "Force") {
      return scan.isOne(at - 1, of: CommissionWords.tasks)
    }
    if scan.isSign(at, "group") || scan.isSign(at, "Group") {
      return scan.isOne(at - 1, of: CommissionWords.works)
    }
    return !scan.isOne(at, of: CommissionWords.groups)
      || scan.isOne(at + 2, of: CommissionWords.works)
  }

  /// Where the name of a body begins: words with capitals, hyphens and adjectives before its noun.
  private func start(of head: Int) -> Int {
    let scan = context.scan
    var at = head
    while at > 0,
      scan.isCapital(at - 1) || scan.shapes[at - 1].contains(.glue)
        || scan.isOne(at - 1, of: CommissionWords.adjectives) || scan.isPossessive(at - 1)
        || scan.isOne(at - 1, of: Words.and)
    {
      at -= 1
    }
    return at
  }

  /// "met", "will meet", "held its second session", "se reunirá", "celebró su décima reunión".
  private func verb(after head: Int) -> Range<Int>? {
    let scan = context.scan
    for at in scan.span(head + 1, head + 14) {
      // ", que debía sesionar hoy, fue cancelada"
      if scan.isSign(at, ","), scan.isSign(at + 1, "que"),
        let verb = scan.span(at + 2, at + 7).first(where: {
          scan.isOne($0, of: CommissionWords.toMeet)
        }),
        scan.span(at + 2, verb).contains(where: { scan.isOne($0, of: NounWords.having) })
      {
        return verb..<(verb + 1)
      }
      if scan.isSign(at, ",") || scan.isSign(at, ";") || scan.isOne(at, of: Words.relative) {
        return nil
      }
      if scan.isOne(at, of: CommissionWords.meets), !scan.isDeterminer(at - 1) {
        return at..<(at + 1)
      }
      if scan.isOne(at, of: CommissionWords.holds) {
        return scan.span(at + 1, at + 6).first { scan.isOne($0, of: CommissionWords.meetings) }
          .map { at..<($0 + 1) }
      }
      if scan.has(.verb, at: at), !scan.isCapital(at), !scan.has(.noun, at: at) { return nil }
    }
    return nil
  }

  /// "se reunirá el mes próximo la Comisión": the subject behind a Spanish verb.
  private func verb(before article: Int) -> Range<Int>? {
    let scan = context.scan
    for at in scan.span(article - 6, article).reversed() {
      if scan.shapes[at].contains(.punctuation) || scan.isOne(at, of: ArgumentWords.withWords) {
        return nil
      }
      if scan.isOne(at, of: CommissionWords.meets) { return at..<(at + 1) }
    }
    return nil
  }

  /// The countries that the name tells, or that of the two ministers who call for it.
  private func sides(from start: Int, to end: Int, _ head: Int) -> [Int] {
    let scan = context.scan
    var codes: [String] = []
    for at in scan.span(start, end) {
      guard
        let match = scan.match(.country, at: at) ?? scan.match(.demonym, at: at)
          ?? scan.match(.combining, at: at).flatMap({ scan.isSign(at + 1, "-") ? $0 : nil })
      else { continue }
      let code = context.code(match)
      if !codes.contains(code) { codes.append(code) }
    }
    if codes.isEmpty, scan.isSpanish, isOfTwo(head),
      let chain = context.arguments.subject(of: head)
    {
      codes = context.parties(chain.entities).compactMap { context.entities[$0].country }
      if Set(codes).count != 2 || codes.count != 2 { codes = [] }
    }
    guard codes.count > 1 else { return [] }
    let found = codes.compactMap { code in
      context.governments(of: code).first
        // That of the EU is a body.
        ?? context.entities.firstIndex {
          code == "EU" && $0.country == code && $0.kind == .organization
        }
    }
    return found.count == codes.count ? found : []
  }

  /// "The joint committee", "el grupo de trabajo"
  private func isJoint(_ head: Int) -> Bool {
    let scan = context.scan
    return scan.span(start(of: head) - 1, head).contains {
      scan.isOne($0, of: CommissionWords.adjectives) || scan.isOne($0, of: CommissionWords.works)
    } || scan.isOne(head + 2, of: CommissionWords.works)
  }

  private func isDefinite(_ head: Int) -> Bool {
    let scan = context.scan
    return scan.span(start(of: head) - 2, head).contains {
      scan.isOne($0, of: ReferenceWords.definite)
    }
  }

  /// "la Comisión de Desarrollo Fronterizo", "la comisión mixta": what two neighbours have.
  private func isOfTwo(_ head: Int) -> Bool {
    context.scan.span(head + 1, head + 6).contains {
      context.scan.isOne($0, of: CommissionWords.adjectives)
    }
  }

  /// "convened by co-chairs A and B", "encabezada por los cancilleres A y B": as many persons as sides stand for them.
  private func heads(of session: Session) -> [Int]? {
    let scan = context.scan
    let end = session.verb.upperBound
    for at in scan.span(end, end + 24) where scan.isOne(at, of: CommissionWords.led) {
      let next = scan.isOne(at + 1, of: ArgumentWords.byWords) ? at + 2 : at + 1
      guard scan.isOne(next - 1, of: ArgumentWords.byWords) || scan.isSign(next, "of"),
        let chain = context.arguments.chains.first(where: {
          $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 4
        })
      else { continue }
      let persons = context.parties(chain.entities).filter {
        context.entities[$0].kind == .person
      }
      guard persons.count == session.sides.count else { return nil }
      return persons + leaders(behind: chain).filter { !persons.contains($0) }
    }
    return nil
  }

  /// "convened by A and B, and under the leadership of C and D": further heads behind a list.
  private func leaders(behind chain: Chain) -> [Int] {
    let scan = context.scan
    let end = chain.tokens.upperBound
    guard !scan.isSpanish,
      let noun = scan.span(end, end + 22).first(where: {
        scan.isSign($0, "leadership") && scan.isSign($0 + 1, "of")
      }), let others = context.arguments.chain(at: noun + 2)
    else { return [] }
    return context.parties(others.entities).filter { context.entities[$0].kind == .person }
  }
}

enum CommissionWords {
  static let bodies = Words.set(
    "commission committee council force group comisión comité consejo grupo")
  static let groups = Words.set("group force grupo")
  static let tasks = Words.set("task")
  static let works = Words.set("working trabajo")
  static let adjectives = Words.set(
    """
    joint bilateral binational mixed permanent high-level economic consultative intergovernmental border boundary \
    mixta mixto conjunta conjunto binacional bilateral fronteriza fronterizo fronterizos vecindad intergubernamental límites
    """)
  static let meets = Words.set(
    "met meets meet convened convenes reunió reunirá reúne reunieron sesionó sesionará sesiona sesionaron"
  )
  static let toMeet = Words.set("sesionar reunir reunirse")
  static let holds = Words.set(
    "held holds hold celebró celebrará celebra realizó realizará realiza mantuvo sostuvo efectuó")
  static let meetings = Words.set(
    "meeting session round reunión sesión ronda encuentro sesiones reuniones")
  static let led = Words.set(
    """
    convened chaired co-chaired cochaired headed led chairmanship presidida presidido encabezada encabezado copresidida \
    copresidido liderada liderado dirigida
    """)
}

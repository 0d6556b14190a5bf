import Gazetteer
import Language
import Records

/// "A and B signed a memorandum in Bern", "El convenio fue suscrito por A y B": persons of two sides who sign together meet.
/// Governments and bodies that sign do not: nobody is said to have sat together.
struct SigningRule {
  let context: MeetingContext

  /// True for a sentence that may tell of a signing.
  static func isIn(_ scan: Scan) -> Bool {
    (0..<scan.count).contains { scan.isOne($0, of: SigningWords.verbs) }
  }

  /// The signings of a sentence, but for those by persons whom `found` has meeting already.
  func read(beside found: [MeetingFrame]) -> [MeetingFrame] {
    var out: [MeetingFrame] = []
    for verb in 0..<context.scan.count {
      guard isSigning(verb), let frame = frame(verb),
        (found + out).allSatisfy({
          Set($0.principals).isDisjoint(with: frame.principals) || $0.status != frame.status
        })
      else { continue }
      out.append(frame)
    }
    return out
  }

  private func frame(_ verb: Int) -> MeetingFrame? {
    guard let range = document(verb) else { return nil }
    let ids = signatories(verb).filter { context.entities[$0].kind == .person }
    guard context.areOfTwoSides(ids) else { return nil }
    let subject = context.arguments.subject(of: verb)
    let verdict = context.verdict(of: verb, subject)
    if case .refused = verdict { return nil }
    guard verdict != .cancelled, verdict != .open || context.scan.isSpanish else { return nil }
    var frame = MeetingFrame(
      rule: "SigningRule", sentence: context.sentence, trigger: verb..<(verb + 1), principals: ids)
    frame.mode = context.mode(around: verb, default: nil) ?? .inPerson
    frame.isStatusSure = true
    FrameDater(context: context).date(&frame, verdict)
    // Signed from afar, or long ago by others: nothing tells when or where they sat together.
    guard frame.date != nil || frame.place != nil, !range.isEmpty else { return nil }
    return frame
  }

  private func isSigning(_ at: Int) -> Bool {
    context.scan.isOne(at, of: SigningWords.verbs) && !context.scan.isCapital(at)
      && (!context.scan.isDeterminer(at - 1)
        || context.scan.isSpanish && context.scan.isOne(at - 1, of: UnspokenWords.clitics))
  }

  /// What is signed: a document behind the verb, or before a passive or a pronoun.
  private func document(_ verb: Int) -> Range<Int>? {
    let scan = context.scan
    let behind = scan.span(verb + 1, verb + 26).first {
      scan.isOne($0, of: SigningWords.documents)
    }
    if let behind {
      let isBroken = (verb..<behind).contains {
        scan.isSign($0, ";") || scan.isOne($0, of: Words.relative) || scan.isSign($0, "that")
      }
      if !isBroken { return behind..<(behind + 1) }
    }
    // "lo firmarán": what was told before
    if scan.isOne(verb - 1, of: UnspokenWords.clitics) { return (verb - 1)..<verb }
    guard isPassive(verb) else { return nil }
    return scan.span(verb - 22, verb).last { scan.isOne($0, of: SigningWords.documents) }.map {
      $0..<($0 + 1)
    }
  }

  private func isPassive(_ verb: Int) -> Bool {
    let scan = context.scan
    return scan.isOne(verb + 1, of: ArgumentWords.byWords)
      || scan.span(verb - 3, verb).contains { scan.isOne($0, of: ReceiveWords.passives) }
  }

  private func signatories(_ verb: Int) -> [Int] {
    let arguments = context.arguments
    if isPassive(verb) {
      guard let by = arguments.with(after: verb + 1, words: ArgumentWords.byWords, limit: 14),
        // "signed by representatives of the two sides": by others.
        by.chain.tokens.lowerBound <= by.at + 1
          || context.scan.span(by.at + 1, by.chain.tokens.lowerBound).allSatisfy({
            context.scan.isFiller($0) || context.scan.isDeterminer($0)
          })
      else { return [] }
      return context.parties(by.chain.entities)
    }
    let scan = context.scan
    let behind = scan.isSpanish ? arguments.subjectBehind(verb + 1) : nil
    var ids = context.parties((behind ?? arguments.subject(of: verb))?.entities ?? [])
    if ids.isEmpty, scan.isSpanish, !arguments.hasUnknownSubject(before: verb) {
      ids = context.parties(
        (arguments.isPlural(verb)
          ? arguments.lastSubjects(before: context.sentence)
            ?? arguments.lastPair(before: context.sentence)
          : arguments.lastSubject(before: context.sentence)) ?? [])
    }
    if ids.count == 1,
      let with = arguments.with(after: verb + 1, words: ArgumentWords.withWords, limit: 26)
    {
      ids += context.parties(with.chain.entities).filter { !ids.contains($0) }
    }
    return ids
  }
}

enum SigningWords {
  static let verbs = Words.set(
    """
    sign signed signing signs initialled initialed inked firmar firmó firmaron firman firmará firmarán firmado firmada \
    firmados firmadas suscribir suscribió suscribieron suscriben suscribirán suscribirá suscrito suscrita suscritos \
    suscritas rubricar rubricó rubricaron rubricarán rubricado rubricada
    """)
  static let documents = Words.set(
    """
    agreement agreements accord accords treaty treaties pact pacts memorandum memoranda memorandums deal deals protocol \
    protocols convention declaration communique communiqué contract contracts document documents truce ceasefire roadmap \
    statement mou charter letter instruments acuerdo acuerdos tratado tratados pacto pactos memorando memorandos \
    memorándum memorandum convenio convenios protocolo protocolos declaración declaraciones comunicado contrato contratos \
    documento documentos carta acta actas tregua armisticio hoja instrumentos
    """)
}

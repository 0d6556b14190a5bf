import Gazetteer
import Language
import Records

/// "A informará por teléfono de su viaje a B", "A felicitó por videoconferencia a B", "explicarle en persona a B": the verb is
/// no verb of meeting, but how it is done tells that they talk.
struct TellingRule {
  let context: MeetingContext

  /// The meetings of a Spanish sentence that are told so.
  func read(refuse: (Range<Int>, String) -> Void) -> [MeetingFrame] {
    let scan = context.scan
    guard scan.isSpanish else { return [] }
    var out: [MeetingFrame] = []
    for at in 0..<scan.count where scan.isOne(at, of: TellingWords.means) {
      guard scan.isOne(at - 1, of: TellingWords.prepositions) || at > 0 && isAdverb(at),
        let verb = verb(before: at), let frame = frame(verb, at, refuse)
      else { continue }
      out.append(frame)
    }
    return out
  }

  /// True for a sentence that may have such a meeting.
  static func isIn(_ scan: Scan) -> Bool {
    scan.isSpanish && (0..<scan.count).contains { scan.isOne($0, of: TellingWords.means) }
  }

  private func isAdverb(_ at: Int) -> Bool { context.scan.tokens[at].form.hasSuffix("mente") }

  /// The verb of telling before the means; none behind a verb of meeting, which has its own rule.
  private func verb(before means: Int) -> Int? {
    let scan = context.scan
    for at in (max(0, means - 8)..<means).reversed() {
      if scan.isSign(at, ";") || scan.isOne(at, of: Words.relative) { return nil }
      if scan.isOne(at, of: TellingWords.verbs) { return at }
      if scan.has(.verb, at: at) || scan.has(.noun, at: at) { return nil }
    }
    return nil
  }

  private func frame(_ verb: Int, _ means: Int, _ refuse: (Range<Int>, String) -> Void)
    -> MeetingFrame?
  {
    let scan = context.scan
    let arguments = context.arguments
    guard let object = told(verb, means) else { return nil }
    let subject = arguments.subject(of: verb)
    let left = context.parties(
      subject?.entities
        ?? (arguments.hasUnknownSubject(before: verb)
          ? nil : arguments.lastSubject(before: context.sentence)) ?? []
    ).filter { context.entities[$0].kind == .person }
    let right = context.parties(object.entities)
    guard context.areSides(left, right), Set(left).isDisjoint(with: right) else { return nil }
    let verdict = context.modality.verb(verb, from: subject?.tokens.upperBound ?? 0)
    let range = verb..<(means + 1)
    if case .refused(let reason) = verdict {
      refuse(range, reason)
      return nil
    }
    var frame = MeetingFrame(
      rule: "TellingRule", sentence: context.sentence, trigger: range, principals: left + right)
    frame.mode = scan.isSign(means, "persona") ? .inPerson : mode(means)
    FrameDater(context: context).date(&frame, verdict)
    return frame
  }

  private func mode(_ means: Int) -> MeetingRecord.Mode {
    context.scan.isOne(means, of: ModeWords.video) ? .video : .phone
  }

  /// Whom the verb tells: behind "a", a person who is not of the press, in the same clause.
  private func told(_ verb: Int, _ means: Int) -> Chain? {
    let scan = context.scan
    for at in scan.span(verb + 1, means + 12) {
      if scan.isSign(at, ";") || scan.isOne(at, of: Words.relative) { return nil }
      guard scan.isOne(at, of: ArgumentWords.objectMarkers),
        let chain = context.arguments.chain(at: at + 1)
      else { continue }
      let isFine = chain.entities.allSatisfy {
        context.entities[$0].kind == .person || context.entities[$0].kind == .organization
      }
      return isFine && !chain.tokens.contains { scan.isOne($0, of: NounWords.media) }
        ? chain : nil
    }
    return nil
  }
}

/// Words of telling somebody something, and of how.
enum TellingWords {
  static let prepositions = Words.set("por vía en")
  static let means = Words.set(
    "teléfono telefónica telefónicamente videoconferencia videollamada persona personalmente")
  static let verbs = Words.set(
    "informar informó informará informarle informarles informa informado explicar explicó explicará explicarle explicado felicitó felicitará felicitar felicitado felicitarlo agradeció agradecerá agradecer agradecerle transmitió transmitirá transmitir transmitirle trasladó trasladará trasladar trasladarle expresó expresará expresar expresarle reiteró reiterará advirtió advertirle aseguró garantizó prometió planteó planteará plantear plantearle solicitó exigió pidió adelantó notificó notificará"
  )
}

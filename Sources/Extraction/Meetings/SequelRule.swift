import Gazetteer
import Language
import Records

/// "The talks will resume on Monday in Vienna", "La próxima ronda se celebrará en junio", "The previous round took place in
/// Rome": another occasion of those whose meeting was told just before, which the sentence names by itself.
struct SequelRule {
  let context: MeetingContext

  /// The frame of another meeting of the parties of `known`; nil if the sentence tells of none that has a day of its own.
  func read(after known: MeetingFrame) -> MeetingFrame? {
    for token in 0..<context.scan.count {
      guard let noun = noun(token), !isTold(noun.lowerBound), let verdict = verdict(noun) else {
        continue
      }
      var frame = MeetingFrame(
        rule: "SequelRule", sentence: context.sentence, trigger: noun,
        principals: parties(noun, after: known))
      frame.mediators = known.mediators.filter { !frame.principals.contains($0) }
      frame.isStatusSure = verdict != .open
      frame.mode = context.mode(around: noun.lowerBound, default: nil)
      FrameDater(context: context).date(&frame, verdict)
      if let date = frame.date, frame.dateSource == .clause || frame.dateSource == .sentence,
        date.description != known.date?.description
      {
        return frame
      }
      // "The next will be in Bishkek": a place of its own, and nothing else of when.
      if !context.scan.isSpanish, verdict == .planned, known.status == .held, frame.placeIsOwn,
        let place = frame.place, place != known.place,
        frame.date == nil
          || frame.dateSource == .paragraph
      {
        frame.forgetDate()
        return frame
      }
    }
    return nil
  }

  /// "It will be their first meeting since", "Será la segunda reunión": the one that was told before.
  private func isTold(_ noun: Int) -> Bool {
    let scan = context.scan
    guard noun < 12 else { return false }
    return scan.isSpanish
      ? scan.isOne(0, of: NounWords.beingFirst)
        || scan.isOne(0, of: SequelWords.these)
          && scan.span(1, noun).contains { scan.isOne($0, of: NounWords.beingFirst) }
      : scan.isOne(0, of: SequelWords.these)
        && scan.span(1, 4).contains { scan.isOne($0, of: NounWords.be) }
  }

  /// True for "The next will be in Bishkek", "The last took place in May", which have no word of meeting.
  static func isIn(_ scan: Scan) -> Bool {
    !scan.isSpanish && scan.count > 3 && scan.isDeterminer(0)
      && scan.isOne(1, of: SequelWords.others)
      && (scan.isOne(2, of: SequelWords.done) || scan.isOne(2, of: SequelWords.ahead)
        || scan.isSign(2, "is"))
  }

  /// "round of ceasefire talks": true if what stands at a token is what a noun before it is a round of.
  static func isRound(_ noun: Range<Int>, of token: Int, _ scan: Scan) -> Bool {
    let end = noun.upperBound
    return scan.isOne(end - 1, of: SequelWords.anyRounds) && scan.isOne(end, of: Words.of)
      && token - end <= 5
      && !(end..<token).contains { scan.shapes[$0].contains(.punctuation) }
  }

  /// A noun of meeting that begins at a token and has no parties of its own; "round" is one if it is said to be another.
  func noun(_ token: Int) -> Range<Int>? {
    let scan = context.scan
    if let match = scan.match(.noun, at: token) {
      let entry = Gazetteer.shared.nouns[Int(match.index)]
      let end = Int(match.end)
      guard !NounRule(context: context).isElsewhere(token, entry),
        !scan.isOne(end, of: SequelWords.company) || institution(match.range) != nil,
        !scan.isPossessive(token - 1),
        // "the second Summit for Democracy" is an occasion with a name, not theirs.
        scan.isSpanish || !scan.isCapital(token) || token == 0
      else { return nil }
      return match.range
    }
    if scan.isOne(token, of: SequelWords.rounds),
      isAnother(token, token + 1) || scan.isOne(token + 1, of: NounWords.arranged)
    {
      return token..<(token + 1)
    }
    // "La anterior tuvo lugar en Roma": the noun is not said again.
    return token > 0 && token < 4 && scan.isDeterminer(token - 1)
      && scan.isOne(token, of: SequelWords.others)
      && (scan.isOne(token + 1, of: SequelWords.done)
        || scan.isOne(token + 1, of: SequelWords.ahead)
        || scan.isSign(token + 1, "is") && scan.isOne(token + 2, of: SequelWords.ahead)
        || scan.isOne(token + 1, of: RelativeWords.small))
      ? token..<(token + 1) : nil
  }

  /// Whether the words say of the noun that it is to come or that it took place; nil if it may be the meeting told before.
  private func verdict(_ noun: Range<Int>) -> Modality.Answer? {
    let (start, end) = (noun.lowerBound, noun.upperBound)
    let scan = context.scan
    // "La ronda prevista para el 8 de agosto nunca se realizó", "The round set for August 8 was called off"
    if isDefinite(start),
      scan.isOne(end, of: NounWords.arranged) || scan.isOne(end, of: ReferenceWords.set),
      CalledOff(context: context).isCalledOff(nounEndingAt: end)
    {
      return .cancelled
    }
    let another = isAnother(start, end) || scan.isOne(start, of: SequelWords.others)
    let resumed = isDefinite(start) && isResumed(end)
    guard another || resumed else { return nil }
    if case .refused = NounRule(context: context).modality(start, end, nil) { return nil }
    // "A second meeting planned for March was postponed"
    if NounRule(context: context).isCalledOff(end) { return .cancelled }
    for at in scan.span(end, end + 14) {
      if scan.isOne(at, of: SequelWords.ahead) || context.modality.isFuture(at) { return .planned }
      if scan.isOne(at, of: SequelWords.done) { return .held }
    }
    return resumed ? .planned : nil
  }

  /// "the next round", "una nueva ronda", "las conversaciones anteriores".
  private func isAnother(_ start: Int, _ end: Int) -> Bool {
    let scan = context.scan
    return scan.span(start - 3, start).contains { scan.isOne($0, of: SequelWords.others) }
      || scan.isOne(end, of: SequelWords.othersBehind)
  }

  private func isDefinite(_ start: Int) -> Bool {
    let scan = context.scan
    return scan.span(start - 3, start).contains { scan.isDeterminer($0) }
  }

  /// "will resume", "are to continue", "se reanudarán".
  private func isResumed(_ end: Int) -> Bool {
    let scan = context.scan
    return scan.span(end, end + 8).contains { scan.isOne($0, of: SequelWords.resuming) }
  }
}

enum SequelWords {
  static let rounds = Words.set("round ronda edition edición")
  /// What goes on whoever comes.
  static let sessions = Words.set(
    """
    round rounds session sessions edition consultations dialogue summit ronda rondas sesión sesiones edición consultas diálogo \
    cumbre
    """)
  static let chaired = Words.set(
    """
    chaired co-chaired led headed attended presidida presidido copresidida copresidido encabezada encabezado liderada
    """)
  static let these = Words.set("it this that esta este ésta éste")
  static let whose = Words.set("whose cuya cuyo")
  static let anyRounds = Words.set("round rounds ronda rondas series serie")
  static let others = Words.set(
    """
    next another similar second third fourth fifth sixth seventh eighth follow-up previous last earlier first prior subsequent final \
    upcoming próxima próximo siguiente nueva nuevo otra otro segunda segundo tercera tercer cuarta cuarto quinta quinto \
    anterior primera primer última último
    """)
  static let othersBehind = Words.set(
    "anterior anteriores siguiente siguientes previa previas previo")
  /// Verbs of talks that go on another day.
  static let resuming = Words.set(
    """
    resume resumes resumed continue continues reconvene reconvenes restart restarts continuarán continuará reanudarán \
    reanudará proseguirán proseguirá retomarán retomará seguirán reiniciarán
    """)
  static let company = Words.set("with con between entre of")
  static let ahead = Words.set(
    """
    will scheduled planned expected due set slated programada programado programadas prevista previsto previstas \
    previstos
    """)
  static let done = OccurrenceWords.past.union(
    Words.set("was were took held ended concluded had fue fueron concluyó terminó había"))
}

import Gazetteer
import Language
import Records

/// "had planned to see B, but that meeting has been cancelled", "canceló la visita que haría para entrevistarse con B": a
/// meeting that other words of the sentence, or the next one, call off.
struct CalledOff {
  let context: MeetingContext
  private var scan: Scan { context.scan }

  /// "previsto para este jueves, se pospuso para el 25 de enero": the new day of what is put off, behind the words of a frame.
  func newDay(of frame: MeetingFrame) -> DateMention? {
    guard frame.sentence == context.sentence, frame.status != .held else { return nil }
    let start = frame.trigger.upperBound
    if NounRule(context: context).isPutOff(frame.trigger.lowerBound, start) {
      return day(until: start)
    }
    for at in start..<max(start, scan.count) {
      if scan.isSign(at, ";") || scan.shapes[at].contains(.quote) { return nil }
      // "prevista inicialmente para el martes, se celebrará finalmente el jueves"
      let isFinally =
        scan.isOne(at, of: CalledOffWords.finally)
        && scan.span(start, at).contains { scan.isOne($0, of: CalledOffWords.originally) }
      if isFinally {
        return context.reading.analysis.dates(in: context.sentence).first {
          $0.date != nil && $0.tokens.lowerBound > at && $0.tokens.lowerBound - at <= 4
        }
      }
      guard isEnd(at, from: start) || isMoving(at) else { continue }
      return context.reading.analysis.dates(in: context.sentence).first {
        $0.date != nil && $0.tokens.lowerBound > at && $0.tokens.lowerBound - at <= 5
          && (at..<$0.tokens.lowerBound).contains {
            scan.isOne($0, of: CalledOffWords.until) || isMoving(at) && scan.isSign($0, "for")
              // "fue aplazada al viernes"
              || scan.isSpanish && scan.isOne($0, of: ArgumentWords.objectMarkers)
          }
      }
    }
    return nil
  }

  /// "put off a meeting with B until May 20": the day behind "until" or "to".
  func day(until start: Int) -> DateMention? {
    context.reading.analysis.dates(in: context.sentence).first { mention in
      let at = mention.tokens.lowerBound
      return mention.date != nil && at > start && at - start <= 24
        && scan.span(at - 2, at).contains { scan.isOne($0, of: CalledOffWords.until) }
    }
  }

  /// "A meeting that A was to hold with B has been suspended", "La reunión que A debía celebrar con B no se llevó a cabo": said of
  /// the noun that is the sentence's subject and ends at a token.
  func isCalledOff(nounEndingAt end: Int) -> Bool {
    guard let off = self.end(from: end), off - end <= 40 else { return false }
    // "The talks with B went on and a press conference was cancelled": of another noun.
    return !(end..<off).contains { at in
      scan.isOne(at, of: CalledOffWords.contrasts)
        || scan.isOne(at, of: Words.and) && scan.isDeterminer(at + 1)
        || at < off - 1 && scan.has(.noun, at: at) && isDefinite(at)
    }
  }

  /// "La comisión, que debía sesionar hoy, fue cancelada": said of the body behind the clause that tells its session.
  func isOfBody(behind verb: Int) -> Bool { end(from: verb + 1) != nil }

  /// True if the sentence calls off what a frame tells.
  func isCalledOff(_ frame: MeetingFrame) -> Bool {
    guard frame.status != .cancelled, frame.sentence == context.sentence else { return false }
    return isLater(frame) || isBefore(frame)
  }

  /// "That meeting did not take place", "El encuentro fue suspendido": a sentence that calls off the meeting told before it.
  var isOfLast: Bool {
    guard
      let noun = (0..<min(5, scan.count)).first(where: {
        scan.has(.noun, at: $0) || scan.isOne($0, of: CalledOffWords.journeys)
      }), isDefinite(noun)
    else { return false }
    return end(from: noun + 1) != nil
  }

  /// Behind the meeting: what is called off is a meeting or a journey that an article points back to.
  private func isLater(_ frame: MeetingFrame) -> Bool {
    guard let end = end(from: frame.trigger.upperBound) else { return false }
    let range = frame.trigger.upperBound..<end
    // "conversó con B, tenía previsto reunirse con C, pero el encuentro se canceló": the last one is meant.
    guard !range.contains(where: isMeetingVerb) else { return false }
    if isOnJourney(frame) { return true }
    // "tenía previsto viajar para verse con B, ha suspendido el viaje"
    if scan.isOne(end - 1, of: CalledOffWords.perfect) { return true }
    if isActive(end) { return frame.status == .planned }
    // "..., que fue cancelado": right behind a relative.
    if range.suffix(4).contains(where: { scan.isOne($0, of: CalledOffWords.relatives) }),
      range.filter({ scan.isOne($0, of: Words.relative) }).count < 2
    {
      return frame.status == .planned
        || (frame.trigger.lowerBound..<end).contains { scan.isOne($0, of: ModalWords.plans) }
    }
    return range.contains { at in
      (scan.has(.noun, at: at) || scan.isOne(at, of: CalledOffWords.journeys)) && isDefinite(at)
        && end - at <= 8
    }
  }

  /// "La visita de A, en la que iba a reunirse con B, quedó sin efecto", "A's trip to Rome, where she was to meet B, has been
  /// cancelled": the sentence is about the journey.
  private func isOnJourney(_ frame: MeetingFrame) -> Bool {
    guard frame.status != .held,
      let journey = scan.span(0, 14).first(where: {
        scan.isOne($0, of: CalledOffWords.travels)
      }), journey < frame.trigger.lowerBound,
      scan.span(journey + 1, frame.trigger.lowerBound).contains(where: {
        scan.isSign($0, ",") && scan.span($0 + 1, $0 + 6).contains(where: isRelative)
      })
    else { return false }
    return !scan.span(0, journey).contains { scan.has(.verb, at: $0) }
  }

  private func isRelative(_ at: Int) -> Bool {
    scan.isOne(at, of: PlaceWords.where) || scan.isOne(at, of: Words.relative)
      || scan.isOne(at, of: CalledOffWords.whens)
  }

  /// "La visita que iba a realizar este miércoles, donde ... , ha quedado suspendida": the day of the journey.
  func dayOfJourney(_ frame: MeetingFrame) -> DateMention? {
    guard isOnJourney(frame), let end = end(from: frame.trigger.upperBound) else { return nil }
    return context.reading.analysis.dates(in: context.sentence).first {
      $0.date != nil && $0.tokens.upperBound <= end
    }
  }

  private func isMeetingVerb(_ at: Int) -> Bool {
    guard let match = scan.match(.verb, at: at), !scan.isCapital(at), !scan.has(.noun, at: at)
    else { return false }
    let frame = Gazetteer.shared.verbs[Int(match.index)].frame
    return frame == .meet || frame == .talk || frame == .receive
  }

  /// Before it: "canceló la visita que haría ... para entrevistarse con B".
  private func isBefore(_ frame: MeetingFrame) -> Bool {
    for at in 0..<max(0, frame.trigger.lowerBound - 1)
    where scan.isOne(at, of: CalledOffWords.finite) && !scan.isCapital(at) {
      let isOwn = scan.span(at + 1, at + 5).contains {
        scan.isOne($0, of: CalledOffWords.journeys)
      }
      guard isOwn else { continue }
      if (max(0, at - 2)..<at).contains(where: { scan.isOne($0, of: ModalWords.negations) }) {
        return false
      }
      return !(at..<frame.trigger.lowerBound).contains {
        scan.isSign($0, ";") || scan.shapes[$0].contains(.quote)
      }
    }
    return false
  }

  private func isDefinite(_ noun: Int) -> Bool {
    var at = noun - 1
    while at >= 0, at > noun - 4, scan.isOne(at, of: MeetWords.adjectives) { at -= 1 }
    return scan.isOne(at, of: CalledOffWords.definite)
  }

  /// The word that calls something off, if no new day follows it: "fue cancelada", "did not take place", "was put off".
  private func end(from start: Int) -> Int? {
    for at in start..<max(start, scan.count) {
      if scan.isSign(at, ";") || scan.shapes[at].contains(.quote) { return nil }
      guard isEnd(at, from: start) else { continue }
      if tookPlace(after: at) { return nil }
      let isMoved = context.reading.analysis.dates(in: context.sentence).contains {
        $0.tokens.lowerBound > at && $0.tokens.lowerBound - at <= 12
          && (at..<$0.tokens.lowerBound).contains { scan.isOne($0, of: CalledOffWords.until) }
          // "fue aplazada al viernes"
          || scan.isSpanish && $0.tokens.lowerBound > at && $0.tokens.lowerBound - at <= 3
            && scan.isOne(at + 1, of: ArgumentWords.objectMarkers)
      }
      return isMoved ? nil : at
    }
    return nil
  }

  /// "which was postponed from Friday, took place on Tuesday", "aplazada la semana pasada, se celebró hoy".
  func tookPlace(after start: Int) -> Bool {
    scan.span(start + 1, start + 12).contains { at in
      scan.isSign(at, "took") && scan.isSign(at + 1, "place")
        || scan.isSpanish && scan.isOne(at, of: CalledOffWords.occurring)
          && scan.isSign(at - 1, "se") && !scan.isOne(at - 2, of: ModalWords.negations)
    }
  }

  /// "were pushed back to", "was brought forward to", "has been rescheduled for": another day follows.
  func isMoving(_ at: Int) -> Bool {
    guard !scan.isSpanish,
      scan.isOne(at + 1, of: CalledOffWords.until) || scan.isSign(at + 1, "for")
    else { return false }
    if scan.isSign(at, "rescheduled") { return true }
    return scan.isOne(at, of: CalledOffWords.backOrForward)
      && scan.isOne(at - 1, of: CalledOffWords.pushed)
      && scan.span(at - 5, at - 1).contains { scan.isOne($0, of: CalledOffWords.passives) }
  }

  /// "was due to travel for talks with B, but later put off the trip", "cancelled his visit": what was planned is given up.
  private func isActive(_ at: Int) -> Bool {
    guard !scan.isSpanish,
      scan.isOne(at, of: CalledOffWords.finite)
        || scan.isSign(at, "off") && scan.isOne(at - 1, of: CalledOffWords.off)
    else { return false }
    return scan.span(at + 1, at + 3).contains {
      scan.isOne($0, of: CalledOffWords.journeys) && isDefinite($0)
    }
  }

  private func isEnd(_ at: Int, from start: Int) -> Bool {
    let before = max(start, at - 3)..<at
    // "ha suspendido el viaje", "has cancelled the trip"
    if scan.isOne(at, of: CalledOffWords.participles),
      scan.isOne(at - 1, of: CalledOffWords.perfect),
      scan.span(at + 1, at + 4).contains(where: {
        scan.isOne($0, of: CalledOffWords.journeys) && isDefinite($0)
      })
    {
      return true
    }
    if isActive(at) { return true }
    if scan.isOne(at, of: CalledOffWords.participles)
      || scan.isSign(at, "off") && scan.isOne(at - 1, of: CalledOffWords.off)
    {
      return before.contains { scan.isOne($0, of: CalledOffWords.passives) }
    }
    // "were put on hold"
    if !scan.isSpanish, scan.isSign(at, "hold"), scan.isSign(at - 1, "on"),
      scan.isSign(at - 2, "put") || scan.isSign(at - 2, "placed")
    {
      return scan.span(at - 5, at - 2).contains { scan.isOne($0, of: CalledOffWords.passives) }
    }
    // "That tête-à-tête fell through"
    if !scan.isSpanish, scan.isSign(at, "through"), scan.isOne(at - 1, of: CalledOffWords.fell) {
      return true
    }
    // "hubo de anularse", "tuvo que suspenderse"
    if scan.isOne(at, of: NounWords.callingOff) || scan.isSign(at, "anular") {
      return scan.isSign(at + 1, "se")
        && scan.span(at - 3, at).contains { scan.isOne($0, of: CalledOffWords.hadTo) }
    }
    if scan.isOne(at, of: CalledOffWords.reflexives) {
      return scan.isSign(at - 1, "se") && !(at - 3..<at).contains { scan.isSign($0, "no") }
    }
    if scan.isOne(at, of: CalledOffWords.occurring)
      || scan.isSpanish && scan.isSign(at - 1, "se")
        && scan.isOne(at, of: CalledOffWords.willOccur)
      // "no tendrá lugar"
      || scan.isSign(at, "tendrá") && scan.isSign(at + 1, "lugar")
    {
      return (max(start, at - 4)..<at).contains { scan.isOne($0, of: CalledOffWords.negations) }
    }
    return scan.isOne(at, of: CalledOffWords.effect)
      && before.contains { scan.isOne($0, of: ModalWords.negations) }
      && before.contains { scan.isOne($0, of: CalledOffWords.remained) }
  }
}

enum CalledOffWords {
  static let perfect = Words.set("ha han has have had había")
  static let hadTo = Words.set("hubo tuvo debió")
  static let finally = Words.set("finalmente instead now eventually")
  static let originally = Words.set("inicialmente originalmente originally initially")
  static let definite = Words.set(
    "the that this el la ese esa este esta dicho dicha aquel aquella his her their su")
  static let contrasts = Words.set("but while although pero mientras aunque sino")
  static let journeys = Words.set(
    "visit trip tour journey stop desplazamiento visita viaje gira escala encuentro reunión cita meeting"
  )
  static let travels = Words.set("visit trip tour journey visita viaje gira")
  static let whens = Words.set("when")
  static let relatives = Words.set("que which cual but pero")
  static let finite = Words.set(
    "cancelled canceled postponed scrapped suspended dropped canceló cancelaron suspendió suspendieron aplazó aplazaron pospuso pospusieron postergó postergaron anuló anularon"
  )
  static let passives = Words.set(
    "was were been be being is fue fueron sido ser será quedó quedaron ha han"
  )
  static let participles = Words.set(
    "cancelled canceled postponed scrapped suspended dropped shelved deferred abandoned axed cancelado cancelada suspendido suspendida aplazado aplazada pospuesto pospuesta postergado postergada anulado anulada canceladas suspendidas"
  )
  static let backOrForward = Words.set("back forward")
  static let pushed = Words.set("pushed moved brought put")
  static let off = Words.set("called put")
  static let fell = Words.set("fell fallen falls")
  static let reflexives = Words.set(
    "canceló suspendió aplazó postergó pospuso anuló cayó frustró cancelaron suspendieron")
  static let occurring = Words.set(
    "take happen held materialize materialise go occur llevó llevaron realizó celebró concretó efectuó produjo realizarse celebrarse concretarse"
  )
  static let willOccur = Words.set(
    "celebrará realizará llevará concretará efectuará producirá dará")
  static let negations = Words.set("not n't nt never no nunca")
  static let effect = Words.set("efecto fecha")
  static let remained = Words.set("quedó quedaron")
  static let until = Words.set("to until hasta para")
}

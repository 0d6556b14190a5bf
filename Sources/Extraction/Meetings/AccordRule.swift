import Gazetteer
import Language
import Records

/// "A and B agreed in Amman on Monday to set up a committee", "A y B acordaron el martes en Arica la creación de un comité": two
/// persons of two sides who come to terms at a place sit together there.
struct AccordRule {
  let context: MeetingContext

  /// True for a sentence that may tell of one.
  static func isIn(_ scan: Scan) -> Bool {
    (0..<scan.count).contains { scan.isOne($0, of: AccordWords.verbs) }
  }

  /// The frames of a sentence, but for those by persons whom `found` has meeting already.
  func read(beside found: [MeetingFrame]) -> [MeetingFrame] {
    let scan = context.scan
    return (0..<scan.count).compactMap { verb in
      guard scan.isOne(verb, of: AccordWords.verbs), !scan.isCapital(verb),
        let place = place(behind: verb), let subject = context.arguments.subject(of: verb)
      else { return nil }
      let ids = context.parties(subject.entities).filter { context.entities[$0].kind == .person }
      guard context.areOfTwoSides(ids),
        found.allSatisfy({ Set($0.principals).isDisjoint(with: ids) })
      else { return nil }
      let verdict = context.verdict(of: verb, subject)
      guard verdict == .held else { return nil }
      var frame = MeetingFrame(
        rule: "AccordRule", sentence: context.sentence, trigger: verb..<(verb + 1), principals: ids)
      frame.mode = .inPerson
      frame.isStatusSure = true
      FrameDater(context: context).date(&frame, verdict)
      frame.place = place
      frame.placeIsOwn = true
      return frame
    }
  }

  /// The place behind "in" or "at", with nothing but a day between it and the verb.
  private func place(behind verb: Int) -> String? {
    let scan = context.scan
    let dates = context.reading.analysis.dates(in: context.sentence)
    return context.reading.analysis.places(in: context.sentence).first { place in
      let start = place.tokens.lowerBound
      guard start > verb, start - verb <= 8 else { return false }
      var hasIn = false
      let isPlain = scan.span(verb + 1, start).allSatisfy { at in
        if scan.isOne(at, of: PlaceWords.inAt) { hasIn = true }
        return scan.isOne(at, of: PlaceWords.inAt) || scan.isDeterminer(at)
          || scan.isOne(at, of: AccordWords.small) || dates.contains { $0.tokens.contains(at) }
      }
      return isPlain && hasIn
    }?.name
  }
}

enum AccordWords {
  static let verbs = Words.set("agreed acordaron pactaron convinieron")
  static let small = Words.set("on late early this el este pasado ayer hoy")
}

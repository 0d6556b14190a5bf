import Gazetteer
import Language
import Records

/// "The ministry handed a note of protest to Ambassador B", "she was handed a note by B", "El canciller entregó una nota de
/// protesta al embajador B": whoever hands something over has the other before him.
struct HandingRule {
  let context: MeetingContext

  /// True for a sentence that may tell of one.
  static func isIn(_ scan: Scan) -> Bool {
    (0..<scan.count).contains { scan.isOne($0, of: HandingWords.verbs) }
      && (0..<scan.count).contains { scan.isOne($0, of: HandingWords.papers) }
  }

  /// The frames of a sentence, but for those by persons whom `found` has meeting already.
  func read(beside found: [MeetingFrame]) -> [MeetingFrame] {
    return (0..<context.scan.count).compactMap { verb in
      guard context.scan.isOne(verb, of: HandingWords.verbs), let frame = frame(verb),
        found.allSatisfy({ Set($0.principals).isDisjoint(with: frame.principals) })
      else { return nil }
      return frame
    }
  }

  private func frame(_ verb: Int) -> MeetingFrame? {
    let scan = context.scan
    let arguments = context.arguments
    guard
      let paper = scan.span(verb + 1, verb + 14).first(where: {
        scan.isOne($0, of: HandingWords.papers)
      }), !(verb..<paper).contains(where: { scan.shapes[$0].contains(.punctuation) })
    else { return nil }
    let subject = arguments.subject(of: verb)
    var left = context.parties(
      subject?.entities ?? (scan.isSpanish ? arguments.lastSubject(before: context.sentence) : nil)
        ?? [])
    let right: [Int]
    if scan.isOne(verb - 1, of: ReceiveWords.passives) {
      right = context.parties(
        arguments.with(after: paper, words: ArgumentWords.byWords, limit: 8)?.chain.entities ?? [])
    } else {
      let words = scan.isSpanish ? HandingWords.whom : HandingWords.to
      // "le entregó a B en su despacho una carta"
      let before =
        scan.isSpanish
        ? arguments.with(after: verb + 1, words: words, limit: max(1, paper - verb))?.chain : nil
      let behind = before ?? arguments.with(after: paper, words: words, limit: 10)?.chain
      // "handed the ambassador a note"
      let direct = scan.isSpanish ? nil : arguments.chain(at: verb + 1)
      right = context.parties(
        (direct.flatMap { $0.tokens.upperBound <= paper ? $0 : nil } ?? behind)?.entities ?? [])
    }
    left = left.filter { context.entities[$0].kind != .delegation }
    guard right.contains(where: { context.entities[$0].kind == .person }),
      context.areSides(left, right), Set(left.map(context.side)) != Set(right.map(context.side))
    else { return nil }
    let verdict = context.verdict(of: verb, subject)
    if case .refused = verdict { return nil }
    var frame = MeetingFrame(
      rule: "HandingRule", sentence: context.sentence, trigger: verb..<(verb + 1),
      principals: left + right)
    frame.mode = context.mode(around: verb, default: nil) ?? .inPerson
    FrameDater(context: context).date(&frame, verdict)
    return frame
  }
}

enum HandingWords {
  static let verbs = Words.set(
    "handed hands hand presented delivered entregó entregaron entregará entregado entrega presentó presentaron presentará presenta"
  )
  static let papers = Words.set(
    "note demarche démarche protest letter message nota credentials credenciales mensaje carta misiva copias"
  )
  static let to = Words.set("to")
  static let whom = ArgumentWords.objectMarkers.union(Words.set("ante"))
}

import Gazetteer
import Language
import Records

/// "A and B have not met since last September", "A y B no se veían desde marzo de 2022": that they did not meet since a day says
/// that they did on it.
struct SinceRule {
  let context: MeetingContext

  /// The meetings that a sentence tells so.
  func read() -> [MeetingFrame] {
    let scan = context.scan
    var out: [MeetingFrame] = []
    for since in 0..<scan.count where scan.isOne(since, of: SinceWords.since) {
      guard let verb = verb(before: since), let frame = frame(verb, since) else { continue }
      out.append(frame)
    }
    return out
  }

  /// True for a sentence that may tell of one.
  static func isIn(_ scan: Scan) -> Bool {
    (0..<scan.count).contains {
      scan.isOne($0, of: SinceWords.since) && !scan.isCapital($0)
        && scan.span($0 - 7, $0).contains { scan.isOne($0, of: SinceWords.meeting) }
    }
  }

  /// The negated verb of meeting whose "since" stands at a token.
  private func verb(before since: Int) -> Int? {
    let scan = context.scan
    guard
      let verb = scan.span(since - 7, since).last(where: { scan.isOne($0, of: SinceWords.meeting) }
      ),
      !scan.span(verb, since).contains(where: { scan.isSign($0, ",") || scan.isSign($0, ";") }),
      scan.span(verb - 4, verb).contains(where: { scan.isOne($0, of: ModalWords.negations) })
    else { return nil }
    return verb
  }

  /// "since the violence erupted in December": the day is of something else.
  private func isOfOther(_ words: Range<Int>) -> Bool {
    words.contains { at in
      guard context.scan.shapes[at].contains(.lower), !context.scan.has(.noun, at: at),
        !context.scan.isOne(at, of: SinceWords.meeting)
      else { return false }
      let form = context.scan.tokens[at].form
      return SinceWords.pastEndings.contains(where: form.hasSuffix)
        || Annotator().commonClass(form, isSpanish: context.scan.isSpanish) == .verb
    }
  }

  private func frame(_ verb: Int, _ since: Int) -> MeetingFrame? {
    let scan = context.scan
    let arguments = context.arguments
    guard
      let day = context.reading.analysis.dates(in: context.sentence).first(where: {
        $0.date != nil && $0.tokens.lowerBound > since && $0.tokens.lowerBound - since <= 14
      }), !isOfOther(since + 1..<day.tokens.lowerBound)
    else { return nil }
    var ids = context.parties(
      (arguments.subject(of: verb)
        ?? (scan.isSpanish ? arguments.subjectBehind(verb + 1) : nil))?.entities ?? [])
    if ids.count < 2,
      let with = arguments.with(
        after: verb + 1, words: ArgumentWords.withWords, limit: max(1, since - verb))
    {
      ids += context.parties(with.chain.entities).filter { !ids.contains($0) }
    }
    if ids.isEmpty, scan.isSpanish, arguments.isPlural(verb),
      !arguments.hasOwnSubject(before: verb)
    {
      ids =
        context.last.flatMap { $0.principals.count == 2 ? $0.principals : nil }
        ?? arguments.lastPair(before: context.sentence) ?? []
    }
    guard context.areOfTwoSides(ids) else { return nil }
    var frame = MeetingFrame(
      rule: "SinceRule", sentence: context.sentence, trigger: verb..<(verb + 1), principals: ids)
    frame.isStatusSure = true
    frame.isBackground = true
    frame.mode = context.mode(around: verb, default: nil)
    frame.setDay(day)
    frame.setPlace(
      MeetingPlace(context: context).inSentence(context.sentence, near: since), isSure: true)
    return frame
  }
}

enum SinceWords {
  static let since = Words.set("since desde")
  static let pastEndings = ["ed", "ó", "aron", "ieron"]
  static let meeting = Words.set(
    """
    met meet spoken spoke talked negotiated seen veían vieron visto ven reunían reunieron reunido hablaban hablaron hablado \
    conversaban conversado encontraban encontraron encontrado
    """)
}

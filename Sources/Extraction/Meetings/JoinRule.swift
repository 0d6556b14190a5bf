import Gazetteer
import Language
import Records

/// "A joined B for talks in Geneva", "A and B were joined for dinner by C": whoever joins others for a meeting.
struct JoinRule {
  static let name = "JoinRule"
  let context: MeetingContext

  /// The frame of a verb of joining; nil if it joins nobody for talks or a meal.
  func read(_ match: Scan.Match, refuse: (String) -> Void) -> [MeetingFrame] {
    let scan = context.scan
    let arguments = context.arguments
    let token = Int(match.start)
    guard !scan.isSpanish, scan.tokens[token].form.lowercased().hasPrefix("join"),
      let purpose = scan.span(token + 1, token + 30).first(where: { at in
        scan.isOne(at, of: JoinWords.purposes)
          && scan.span(at + 1, at + 4).contains {
            scan.has(.noun, at: $0) || scan.isOne($0, of: NounWords.meals)
          }
      })
    else { return [] }
    // "was joined by B for talks in Rome with C": with whom they talked is told.
    let company = scan.span(purpose + 2, purpose + 10).lazy.compactMap { at in
      scan.isOne(at, of: ArgumentWords.withWords) ? arguments.chain(at: at + 1) : nil
    }.first
    if company != nil, scan.isSign(purpose, "for") { return [] }
    let subject = arguments.subject(of: token)
    let object: Chain?
    if scan.isOne(token - 1, of: ReceiveWords.passives) {
      object = arguments.with(after: token + 1, words: ArgumentWords.byWords, limit: 12)?.chain
    } else {
      object = arguments.chain(at: token + 1)
      guard let object, object.tokens.upperBound <= purpose else { return [] }
    }
    guard let subject, let object, !arguments.isOwner(object) else { return [] }
    let left = context.parties(subject.entities)
    let right = context.parties(object.entities).filter { !left.contains($0) }
    guard context.areSides(left, right),
      right.contains(where: { context.entities[$0].kind == .person })
    else { return [] }
    let verdict = context.modality.verb(token, from: subject.tokens.upperBound)
    if case .refused(let reason) = verdict {
      refuse(reason)
      return []
    }
    var frame = MeetingFrame(
      rule: JoinRule.name, sentence: context.sentence, trigger: match.range,
      principals: left + right)
    // "A joined B during an event with C": all three.
    frame.principals += context.parties(company?.entities ?? []).filter {
      !frame.principals.contains($0)
    }
    frame.mode = context.mode(around: token, default: nil)
    FrameDater(context: context).date(&frame, verdict)
    return [frame]
  }
}

enum JoinWords {
  static let purposes = Words.set("for during")
}

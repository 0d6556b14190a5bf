import Gazetteer
import Language
import Records

/// "A and B co-chaired the U.S.-Türkiye Strategic Mechanism": whatever the occasion is called, two who lead it together meet.
struct CochairRule {
  let context: MeetingContext

  /// True for a verb of leading together.
  static func isMeant(_ verb: MeetingVerb) -> Bool { verb.form.hasPrefix("co-chair") }

  /// The frame of the verb: its subject, if that is persons of two sides, or one and "with" another.
  func read(_ match: Scan.Match, refuse: (String) -> Void) -> [MeetingFrame] {
    let token = Int(match.start)
    let scan = context.scan
    if let by = chairs(match) { return frames(match, by, nil, refuse) }
    // "the co-chairs of the task force" are persons.
    guard let last = scan.tokens[match.range].last?.form.lowercased(), !scan.isCapital(token),
      last.hasSuffix("ed") || !last.hasSuffix("s") && scan.isOne(token - 1, of: NounWords.toOrWill),
      let subject = context.arguments.subject(of: token), subject.tokens.upperBound <= token
    else { return [] }
    var ids = context.parties(subject.entities)
    if ids.count == 1,
      let with = context.arguments.with(
        after: Int(match.end), words: ArgumentWords.withWords, limit: 20)
    {
      ids += context.parties(with.chain.entities).filter { !ids.contains($0) }
    }
    guard ids.allSatisfy({ context.entities[$0].kind == .person }),
      Set(ids.compactMap { context.entities[$0].country }).count > 1
        || context.areOfTwoSides(ids),
      !scan.isOne(Int(match.end), of: ArgumentWords.byWords)
    else { return [] }
    return frames(match, ids, subject, refuse)
  }

  /// "A and B co-chaired the Peru-Kenya Consultations": what they led is no meeting besides theirs.
  static func leaveOccasions(_ found: inout [MeetingFrame]) {
    for led in found where led.rule == "CochairRule" {
      found.removeAll {
        $0.rule == "NounRule" && (0..<10).contains($0.trigger.lowerBound - led.trigger.upperBound)
      }
    }
  }

  /// "the session, to be co-chaired by A and B": those behind "by", if they are several persons.
  private func chairs(_ match: Scan.Match) -> [Int]? {
    guard !context.scan.isSpanish,
      let by = context.arguments.with(
        after: Int(match.end), words: ArgumentWords.byWords, limit: 3)
    else { return nil }
    if isStanding(Int(match.start)) { return nil }
    let ids = context.parties(by.chain.entities)
    return ids.count > 1 && ids.allSatisfy { context.entities[$0].kind == .person } ? ids : nil
  }

  /// "the Advisory Council, co-chaired by A and B, will draft the rules", "The task force is co-chaired by A and B": who leads a body
  /// that stands, where nothing tells that it sat.
  private func isStanding(_ token: Int) -> Bool {
    let scan = context.scan
    var at = token - 1
    let isPresent = scan.isOne(at, of: NounWords.presentBe)
    if isPresent || scan.isSign(at, ",") { at -= 1 }
    let isBody = scan.span(at - 8, at + 1).reversed().prefix {
      !scan.shapes[$0].contains(.punctuation) || scan.shapes[$0].contains(.glue)
        || scan.isCapital($0 + 1) || scan.isCapital($0 + 2)
    }.contains { scan.isOne($0, of: CochairWords.bodies) }
    guard isBody else { return false }
    let hasSat = (0..<scan.count).contains { other in
      other != token && (!scan.isCapital(other) || other == 0)
        && (scan.has(.noun, at: other)
          || scan.match(.verb, at: other).map {
            Gazetteer.shared.verbs[Int($0.index)].frame == .meet
          } == true || scan.isOne(other, of: CochairWords.sat))
    }
    return !hasSat
  }

  private func frames(
    _ match: Scan.Match, _ ids: [Int], _ subject: Chain?, _ refuse: (String) -> Void
  ) -> [MeetingFrame] {
    let token = Int(match.start)
    let verdict = context.modality.verb(token, from: subject?.tokens.upperBound ?? 0)
    if case .refused(let reason) = verdict {
      refuse(reason)
      return []
    }
    var frame = MeetingFrame(
      rule: "CochairRule", sentence: context.sentence, trigger: match.range, principals: ids)
    frame.mode = context.mode(around: token, default: nil)
    FrameDater(context: context).date(&frame, verdict)
    return [frame]
  }
}

enum CochairWords {
  static let bodies = Words.set(
    "council force taskforce committee commission board panel coalition caucus group alliance initiative"
  )
  static let sat = Words.set("convened held reconvened sat opened concluded")
}

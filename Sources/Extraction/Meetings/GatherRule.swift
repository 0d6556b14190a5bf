import Gazetteer
import Language
import Records

/// "A brought together B and C", "A will bring together the leaders of B and C": who gathers the sides of a meeting mediates it.
struct GatherRule {
  let context: MeetingContext
  private var scan: Scan { context.scan }

  /// The frame of a verb of bringing: its objects, if they are of two sides.
  func read(_ match: Scan.Match, refuse: (String) -> Void) -> [MeetingFrame] {
    let token = Int(match.start)
    guard !scan.isCapital(token) || token == 0, !scan.isOne(token - 1, of: ReceiveWords.passives)
    else { return [] }
    guard let chain = context.arguments.chain(at: Int(match.end)), !context.arguments.isOwner(chain)
    else { return [] }
    let parties = context.parties(chain.entities)
    guard context.areOfTwoSides(parties) else { return [] }
    let subject = context.arguments.subject(of: token)
    let verdict = context.modality.verb(token, from: subject?.tokens.upperBound ?? 0)
    if case .refused(let reason) = verdict {
      refuse(reason)
      return []
    }
    var frame = MeetingFrame(
      rule: "GatherRule", sentence: context.sentence, trigger: match.range, principals: parties)
    frame.mediators = context.hosts(subject, of: parties)
    frame.mode = context.mode(around: token, default: nil)
    FrameDater(context: context).date(&frame, verdict)
    return [frame]
  }
}

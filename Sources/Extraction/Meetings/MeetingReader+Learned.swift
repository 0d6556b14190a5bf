import Gazetteer
import Language

/// What the model reads beside the rules, less those of whom other words of the sentence tell another meeting.
extension MeetingReader {
  /// "welcomed A and B to the palace for the U.S.-EU Summit": the guests are named, so that the governments of the summit's name are
  /// no second meeting.
  func withoutNamesakes(_ found: [MeetingFrame]) -> [MeetingFrame] {
    guard found.count > 1 else { return found }
    let entities = reading.analysis.entities
    return found.filter { frame in
      guard frame.isEvent, frame.principals.allSatisfy({ entities[$0].kind != .person }) else {
        return true
      }
      let scan = reading.scans[frame.sentence]
      let isPurpose = scan.span(frame.trigger.lowerBound - 8, frame.trigger.lowerBound).contains {
        scan.isSign($0, "for") && scan.isDeterminer($0 + 1)
      }
      return !isPurpose
        || !found.contains { other in
          other.rule == "ReceiveRule" && other.trigger.upperBound <= frame.trigger.lowerBound
            && other.principals.allSatisfy { entities[$0].kind == .person }
        }
    }
  }

  /// "A and B convened a meeting of the Task Force on Roads": those who lead a body of their own country sit in it, and nobody else
  /// is told. A body of two countries is another matter.
  func isOwnSitting(_ frame: MeetingFrame) -> Bool {
    let entities = reading.analysis.entities
    let scan = reading.scans[frame.sentence]
    guard !scan.isSpanish, frame.principals.allSatisfy({ entities[$0].kind == .person }),
      Set(frame.principals.compactMap { entities[$0].country }).count < 2,
      let verb = scan.span(frame.trigger.lowerBound - 8, frame.trigger.upperBound).last(where: {
        scan.isOne($0, of: SittingWords.convening)
      }),
      let noun = scan.span(verb + 1, verb + 6).first(where: { scan.has(.noun, at: $0) }),
      scan.isOne(noun + 1, of: Words.of), scan.isDeterminer(noun + 2), scan.isCapital(noun + 3)
    else { return false }
    var end = noun + 3
    while end < noun + 14,
      scan.isCapital(end) || scan.isOne(end, of: Words.of) || scan.isOne(end, of: Words.and)
        || scan.isOne(end, of: AgencyWords.within)
        || end < scan.count && scan.shapes[end].contains(.glue)
    { end += 1 }
    let name = (noun + 3)..<end
    return name.contains { scan.isOne($0, of: TeamWords.bodies) }
      && name.filter { scan.match(.country, at: $0) != nil }.count < 2
      && !name.contains { scan.shapes[$0].contains(.glue) }
      // Whoever else the sentence names is met there.
      && !scan.span(end, scan.count).contains { scan.isOne($0, of: ArgumentWords.withWords) }
  }

  /// "A extended an invitation to B to take part in the conference. The opening session will be in Oslo": whoever only invites takes no
  /// part; nil if nobody is left.
  private func withoutInviters(_ frame: MeetingFrame) -> MeetingFrame? {
    let own = reading.mentions(in: frame.sentence).flatMap {
      reading.analysis.mentions[$0].entities
    }
    let inviters = frame.principals.filter { id in
      !own.contains(id)
        && (max(0, frame.sentence - 2)..<frame.sentence).contains { sentence in
          let scan = reading.scans[sentence]
          return reading.mentions(in: sentence).contains { index in
            let mention = reading.analysis.mentions[index]
            let end = mention.tokens.upperBound
            return mention.entities.contains(id)
              && scan.span(end, end + 5).contains { scan.isOne($0, of: InvitationWords.all) }
          }
        }
    }
    guard !inviters.isEmpty else { return frame }
    var frame = frame
    frame.principals.removeAll(where: inviters.contains)
    return frame.principals.count > 1 ? frame : nil
  }

  /// "After talks between A and B, the leaders C and D tried again, but a conversation on Sunday failed": A, whom the words before
  /// the comma tell of only, is none of those who conversed.
  func apart(_ read: [MeetingFrame], from found: [MeetingFrame]) -> [MeetingFrame] {
    let learned = read.compactMap(withoutInviters).filter { !isOwnSitting($0) }
    guard !learned.isEmpty, !found.isEmpty else { return learned }
    return learned.map { frame in
      guard
        let other = found.first(where: {
          $0.trigger.upperBound < frame.trigger.lowerBound && $0.trigger.lowerBound < 8
        })
      else { return frame }
      let scan = reading.scans[frame.sentence]
      guard scan.isOne(0, of: SittingWords.openings) else { return frame }
      let mentions = reading.mentions(in: frame.sentence).map { reading.analysis.mentions[$0] }
      let end = mentions.filter { mention in
        mention.entities.contains(where: other.principals.contains)
      }.map(\.tokens.upperBound).max()
      guard let end, end <= frame.trigger.lowerBound,
        let comma = scan.span(end, end + 10).first(where: { scan.isSign($0, ",") })
      else { return frame }
      let rest = frame.principals.filter { id in
        !other.principals.contains(id)
          || mentions.contains { $0.entities.contains(id) && $0.tokens.lowerBound > comma }
      }
      var frame = frame
      if rest.count > 1 { frame.principals = rest }
      return frame
    }
  }
}

enum InvitationWords {
  static let all = Words.set(
    "invitation invitations invited invites invitación invitaciones invitó invita")
}

enum SittingWords {
  /// What fronts a meeting that went before.
  static let openings = Words.set("after following before tras después luego antes")
  static let convening = Words.set("convened convene convenes convening chaired led held")
}

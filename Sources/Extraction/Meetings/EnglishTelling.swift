import Language
import Records

/// "A told B over the phone that ...", "A warned B by video link against ...": as `TellingRule` in English, where the verb is none of
/// meeting and only how it is done tells that they talk.
struct EnglishTelling {
  let context: MeetingContext

  /// True for a sentence that may have such a meeting.
  static func isIn(_ scan: Scan) -> Bool { (0..<scan.count).contains { isMeans($0, scan) } }

  /// "over the phone", "by telephone", "via video link": the word that carries it.
  private static func isMeans(_ at: Int, _ scan: Scan) -> Bool {
    guard scan.isOne(at, of: EnglishTellingWords.means) else { return false }
    // "told B in person"
    if scan.isSign(at, "person") { return scan.isSign(at - 1, "in") }
    return scan.isOne(at - 1, of: EnglishTellingWords.prepositions)
      || scan.isSign(at - 1, "the") && scan.isOne(at - 2, of: EnglishTellingWords.prepositions)
  }

  /// The meetings that are told so, beside those that other rules found.
  func read(beside found: [MeetingFrame], refuse: (Range<Int>, String) -> Void) -> [MeetingFrame] {
    let scan = context.scan
    guard found.isEmpty,
      let means = scan.span(0, scan.count).first(where: { Self.isMeans($0, scan) }),
      let verb = scan.span(means - 16, means).last(where: {
        scan.isOne($0, of: ToldWords.telling) && !scan.isCapital($0)
      }),
      let object = context.arguments.chain(at: verb + 1),
      object.tokens.lowerBound == verb + 1
        || scan.span(verb + 1, object.tokens.lowerBound).allSatisfy(scan.isFiller),
      !context.arguments.isOwner(object), object.tokens.upperBound < means,
      means - object.tokens.upperBound <= 6,
      !scan.span(object.tokens.upperBound, means).contains(where: {
        scan.has(.verb, at: $0) || scan.shapes[$0].contains(.quote) || scan.isSign($0, "to")
          || scan.isSign($0, "that")
      }),
      let subject = context.arguments.subject(of: verb)
    else { return [] }
    let left = persons(subject)
    let right = persons(object)
    guard context.areSides(left, right), Set(left).isDisjoint(with: right),
      left.count == subject.entities.count, right.count == object.entities.count
    else { return [] }
    let range = verb..<(means + 1)
    let verdict = context.verdict(of: verb, subject)
    if case .refused(let reason) = verdict {
      refuse(range, reason)
      return []
    }
    var frame = MeetingFrame(
      rule: "TellingRule", sentence: context.sentence, trigger: range, principals: left + right)
    frame.mode =
      scan.isSign(means, "person")
      ? .inPerson : scan.isOne(means, of: ModeWords.video) ? .video : .phone
    FrameDater(context: context).date(&frame, verdict)
    return [frame]
  }

  private func persons(_ chain: Chain) -> [Int] {
    guard !chain.tokens.contains(where: { context.scan.isOne($0, of: NounWords.media) }) else {
      return []
    }
    return context.parties(chain.entities).filter { context.entities[$0].kind == .person }
  }
}

enum EnglishTellingWords {
  static let means = Words.set("phone telephone video videoconference videolink person")
  static let prepositions = Words.set("by over via on")
}

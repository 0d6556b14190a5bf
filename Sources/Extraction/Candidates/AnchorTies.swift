import Gazetteer
import Language

/// Who stands where in the clause of an anchor, as the other rules see it: features of the learned model.
struct AnchorTies {
  /// The subject of that verb.
  var subject: Set<Int> = []
  /// Behind "with", or "between".
  var companions: Set<Int> = []
  /// The subject that follows an infinitive or a gerund.
  var following: Set<Int> = []
  /// The subject of the sentence before.
  var unspoken: Set<Int> = []

  init(_ anchor: MeetingAnchor, _ context: MeetingContext) {
    let arguments = context.arguments
    let end = anchor.tokens.upperBound
    // The verb that the anchor is, or that a noun hangs on.
    let support =
      anchor.isVerb
      ? anchor.head : NounRule(context: context).supportVerb(anchor.tokens.lowerBound)
    subject = Set(arguments.subject(of: support ?? anchor.head)?.entities ?? [])
    let between = arguments.between(after: end, words: ArgumentWords.betweenWords)?.chain
    let found = between ?? arguments.with(after: end, words: ArgumentWords.withWords)?.chain
    companions = Set(found?.entities ?? [])
    following = Set(arguments.followingSubject(after: end)?.entities ?? [])
    unspoken = Set(arguments.lastSubject(before: context.sentence) ?? [])
  }
}

/// What the article has told of meetings so far.
struct ToldMeetings {
  /// In which sentence each entity was a principal last, and in how many meetings.
  private(set) var last: [Int: (sentence: Int, count: Int)] = [:]

  init() {}

  init(_ frames: [MeetingFrame]) {
    for frame in frames {
      for id in frame.principals {
        let known = last[id] ?? (frame.sentence, 0)
        last[id] = (max(known.sentence, frame.sentence), known.count + 1)
      }
    }
  }
}

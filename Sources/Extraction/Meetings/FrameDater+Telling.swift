import Language

/// Days of the telling: "A met B, the ministry said on Friday".
extension FrameDater {
  /// "A and B met for talks, a news agency reported on Thursday", "went well, her spokesman told reporters on Tuesday": the day that
  /// follows a verb of saying is that of the meeting only if no other is told.
  func isOfTelling(_ frame: MeetingFrame) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, let date = frame.date, frame.dateSource != .paragraph else {
      return false
    }
    let days = context.reading.analysis.dates(in: frame.sentence).filter { $0.date == date }
    return !days.isEmpty
      && days.allSatisfy { day in
        guard day.tokens.lowerBound > frame.trigger.upperBound else { return false }
        return scan.span(day.tokens.lowerBound - 6, day.tokens.lowerBound).contains { at in
          at > frame.trigger.upperBound && scan.isOne(at, of: TellingDayWords.verbs)
            && scan.span(at + 1, day.tokens.lowerBound).allSatisfy {
              scan.isOne($0, of: TellingDayWords.ways)
            }
        }
      }
  }
}

enum TellingDayWords {
  static let verbs = Words.set("said reported announced told confirmed stated tweeted wrote added")
  /// What may stand between the verb and the day: to whom, and by what.
  static let ways = Words.set(
    "on in at a an the reporters journalists statement tweet post briefing news press conference release x twitter late early"
  )
}

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

  /// "recently met", "se reunió recientemente", "se vieron hace poco": of no day that anybody can tell.
  func isVague(_ trigger: Range<Int>) -> Bool {
    let scan = context.scan
    // "told of his recent visit to Oslo, during which he met B"
    if !scan.isSpanish,
      let visit = scan.span(trigger.lowerBound - 16, trigger.lowerBound).last(where: {
        scan.isSign($0, "recent") && scan.isOne($0 + 1, of: CalledOffWords.journeys)
      }),
      scan.span(visit, trigger.lowerBound).contains(where: {
        scan.isSign($0, "which") || scan.isSign($0, "where") || scan.isSign($0, "when")
      })
    {
      return true
    }
    return scan.span(trigger.lowerBound - 3, trigger.upperBound + 3).contains {
      scan.isOne($0, of: DaterWords.vague)
        || scan.isSign($0, "hace") && scan.isSign($0 + 1, "poco")
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

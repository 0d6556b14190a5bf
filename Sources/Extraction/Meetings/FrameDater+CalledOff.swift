import Language
import Records

/// The day of what is called off.
extension FrameDater {
  /// "La cita, prevista para el 18 de enero, fue anulada", "the talks on Friday were called off": what is called off may be ahead or
  /// over; of a day told without its week or year, the nearest to the article's date.
  func takeNearest(_ frame: inout MeetingFrame) {
    guard frame.status == .cancelled, let date = frame.date, date.earliest == date.latest,
      let published = context.reading.analysis.article.published,
      published.earliest == published.latest,
      // "A skipped a meeting with B on Monday" is over.
      !context.scan.span(frame.trigger.lowerBound - 8, frame.trigger.lowerBound).contains(where: {
        context.scan.isOne($0, of: NounWords.skipping)
      })
    else { return }
    func distance(_ day: EDTF) -> Int { abs(day.earliest.number - published.earliest.number) }
    if frame.dateBasis == .relative, isWeekday(date), distance(date) <= 7 {
      let others = [-7, 7].map { EDTF(date.earliest.adding(days: $0)) }
      // As far on both sides is never: seven is odd.
      frame.date = ([date] + others).min { distance($0) < distance($1) }
    } else if hasNoYear(date) {
      let others = [-1, 1].compactMap { date.shifted(years: $0) }
      frame.date = ([date] + others).min { distance($0) < distance($1) }
    }
  }

  /// "18 de enero", "January 18": a day of a month told without its year.
  private func hasNoYear(_ date: EDTF) -> Bool {
    context.reading.analysis.dates(in: context.sentence).contains { mention in
      mention.date == date && mention.tokens.contains { context.scan.shapes[$0].contains(.digit) }
        && !mention.tokens.contains {
          context.scan.tokens[$0].form.utf8.count == 4
            && context.scan.shapes[$0].contains(.digit)
        }
    }
  }
}

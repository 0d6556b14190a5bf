import Language
import Records

/// The day of what is called off.
extension FrameDater {
  /// "La cita, prevista para el 18 de enero, fue anulada", "the talks on Friday were called off": what is called off may be ahead or
  /// over; of a day told without its week or year, the nearest to the article's date.
  func takeNearest(_ frame: inout MeetingFrame) {
    guard frame.status == .cancelled, let date = frame.date,
      let published = context.reading.analysis.article.published,
      published.earliest == published.latest,
      // "A skipped a meeting with B on Monday" is over.
      !context.scan.span(frame.trigger.lowerBound - 8, frame.trigger.lowerBound).contains(where: {
        context.scan.isOne($0, of: NounWords.skipping)
      })
    else { return }
    func distance(_ day: EDTF) -> Int { abs(day.earliest.number - published.earliest.number) }
    let isDay = date.earliest == date.latest
    if isDay, frame.dateBasis == .relative, isWeekday(date), distance(date) <= 7 {
      let others = [-7, 7].map { EDTF(date.earliest.adding(days: $0)) }
      // As far on both sides is never: seven is odd.
      frame.date = ([date] + others).min { distance($0) < distance($1) }
    } else if hasNoYear(date) {
      let others = [-1, 1].compactMap { date.shifted(years: $0) }
      frame.date = ([date] + others).min { distance($0) < distance($1) }
    }
  }

  /// "18 de enero", "January 18", "April": a day or a month told without its year, whichever year was taken for it.
  private func hasNoYear(_ date: EDTF) -> Bool {
    let scan = context.scan
    return context.reading.analysis.dates(in: context.sentence).contains { mention in
      guard let told = mention.date,
        (told.earliest == told.latest) == (date.earliest == date.latest),
        told.earliest.civil.month == date.earliest.civil.month,
        told.earliest.civil.day == date.earliest.civil.day,
        told.latest.civil.month == date.latest.civil.month
      else { return false }
      let isMonth = mention.tokens.count == 1 && isBareMonth(told)
      return isMonth
        || mention.tokens.contains { scan.shapes[$0].contains(.digit) }
          && !mention.tokens.contains {
            scan.tokens[$0].form.utf8.count == 4 && scan.shapes[$0].contains(.digit)
          }
    }
  }
}

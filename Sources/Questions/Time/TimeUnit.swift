import Records

/// A unit of the calendar, numbered as in `time.tsv`.
enum TimeUnit: Int {
  case day = 1
  case week, month, quarter, half, year, decade

  /// The unit that lies `offset` units from the one that a day is in.
  func span(of today: Day, offset: Int) -> TimeSpan? {
    guard abs(offset) < 10_000 else { return nil }
    let now = today.civil
    switch self {
    case .day:
      let day = today.adding(days: offset)
      return TimeSpan(day, day)
    case .week:
      let monday = today.adding(days: 1 - today.weekday + 7 * offset)
      return TimeSpan(monday, monday.adding(days: 6))
    case .month, .quarter, .half, .year, .decade:
      let months = self.months
      let firstYear = self == .decade ? now.year - now.year % 10 : now.year
      let inYear = self == .decade ? 0 : (now.month - 1) / months * months
      let start = firstYear * 12 + inYear + offset * months
      return TimeSpan(TimeUnit.firstDay(start), TimeUnit.firstDay(start + months)?.adding(days: -1))
    }
  }

  /// The last `count` units up to today.
  func window(before today: Day, count: Int) -> TimeSpan? {
    guard (1..<10_000).contains(count) else { return nil }
    switch self {
    case .day: return TimeSpan(today.adding(days: -count), today)
    case .week: return TimeSpan(today.adding(days: -7 * count), today)
    default:
      let now = today.civil
      let month = now.year * 12 + now.month - 1 - months * count
      guard month >= 12 else { return nil }
      let day = min(now.day, Day.length(ofMonth: month % 12 + 1, year: month / 12))
      return TimeSpan(Day(year: month / 12, month: month % 12 + 1, day: day), today)
    }
  }

  private var months: Int {
    switch self {
    case .quarter: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .day, .week, .month: 1
    }
  }

  /// The first day of a month counted from year 0.
  private static func firstDay(_ month: Int) -> Day? {
    month >= 12 ? Day(year: month / 12, month: month % 12 + 1, day: 1) : nil
  }
}

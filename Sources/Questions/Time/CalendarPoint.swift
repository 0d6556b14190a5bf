import Records

/// A date as it is said, maybe without its year: `6 July`, `March 2016`, `the first half of 2016`, `last year`.
struct CalendarPoint: Equatable {
  /// What the date divides the year (or the month) into.
  enum Part: Equatable {
    case whole
    /// 1...4
    case quarter(Int)
    /// 1...2
    case half(Int)
  }

  var year: Int?
  var month: Int?
  var day: Int?
  var part = Part.whole
  /// Known days, for what is counted from today.
  var fixed: TimeSpan?

  /// The point with year and month of another where it has none of its own ("March [2016] and June 2016").
  func completed(by other: CalendarPoint) -> CalendarPoint {
    guard fixed == nil, other.fixed == nil else { return self }
    var point = self
    if point.year == nil { point.year = other.year }
    if point.month == nil, point.day != nil { point.month = other.month }
    return point
  }

  /// The days that it spans, or nil where the year is missing or there is no such date.
  var span: TimeSpan? {
    if let fixed { return fixed }
    guard let year else { return nil }
    var firstMonth = month ?? 1
    var lastMonth = month ?? 12
    switch (part, month) {
    case (.quarter(let number), nil): (firstMonth, lastMonth) = (number * 3 - 2, number * 3)
    case (.half(let number), nil): (firstMonth, lastMonth) = (number * 6 - 5, number * 6)
    case (.half(let number), .some(let month)):
      let days = (1...12).contains(month) ? Day.length(ofMonth: month, year: year) : 0
      guard let first = Day(year: year, month: month, day: number == 1 ? 1 : 16),
        let last = Day(year: year, month: month, day: number == 1 ? 15 : days)
      else { return nil }
      return TimeSpan(first, last)
    case (.quarter, .some), (.whole, _): break
    }
    if let day {
      guard let month, let day = Day(year: year, month: month, day: day) else { return nil }
      return TimeSpan(day, day)
    }
    guard (1...12).contains(lastMonth) else { return nil }
    let lastDay = Day.length(ofMonth: lastMonth, year: year)
    guard let first = Day(year: year, month: firstMonth, day: 1),
      let last = Day(year: year, month: lastMonth, day: lastDay)
    else { return nil }
    return TimeSpan(first, last)
  }
}

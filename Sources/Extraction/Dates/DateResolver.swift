import Records

/// Tells what date an expression means, from the anchor, the date mentioned before, and the tense.
struct DateResolver {
  typealias Calendar = DateExpression.Calendar
  typealias Unit = DateExpression.Unit

  /// A date and how it is known.
  struct Answer: Equatable {
    var date: EDTF
    var basis: DateBasis
  }

  var anchor: DateAnchor?
  /// The date mentioned last before; nil if there is none or it is not known.
  var previous: EDTF?
  /// True if the date mentioned last before is not known: then what counts from it is not known either.
  var previousIsOpen = false
  /// The last date mentioned with its year, for months and days without one in an article without a date.
  var reference: EDTF?
  /// A date that stands before in the same sentence.
  var earlierInSentence: EDTF?
  var tense: Tense = .unknown

  /// The date, or nil if it cannot be told.
  func resolve(_ expression: DateExpression) -> Answer? {
    switch expression {
    case .calendar(let calendar): resolve(calendar)
    case .deictic(let days): fromDay { EDTF($0.adding(days: days)) }
    case .period(let unit, let offset):
      fromDay { period(unit, offset, $0) } ?? coarsePeriod(unit, offset)
    case .distance(let unit, let count): fromDay { DateResolver.move($0, unit, count) }
    case .ahead(let unit, let count):
      tense == .future ? fromDay { DateResolver.move($0, unit, count) } : nil
    case .span(let unit, let count): fromDay { span(unit, count, $0) }
    case .shift(let unit, let count): shift(unit, count)
    case .complement(let unit, let count): complement(unit, count)
    case .vague: fromDay { EDTF(year: $0.civil.year, month: $0.civil.month)?.approximate }
    case .months(let months, let calendar): resolve(months, calendar)
    case .decade(let year):
      EDTF("\(pad(year))/\(pad(year + 9))").map { Answer(date: $0, basis: .stated) }
    case .approximate(let inner):
      resolve(inner).map {
        Answer(
          date: $0.date.description.contains("/") ? $0.date : $0.date.approximate, basis: $0.basis)
      }
    case .tensed(let tense, let inner): with(tense).resolve(inner)
    case .weekday(let weekday, let week):
      fromDay { EDTF($0.adding(days: weekday - $0.weekday + 7 * week)) }
    case .interval(let first, let second): interval(first, second)
    }
  }

  private func with(_ tense: Tense) -> DateResolver {
    var copy = self
    copy.tense = tense
    return copy
  }

  private func fromDay(_ make: (Day) -> EDTF?) -> Answer? {
    guard let anchor, let day = anchor.day, let date = make(day) else { return nil }
    return Answer(date: date, basis: anchor.basis)
  }

  // MARK: - Calendar

  private func resolve(_ calendar: Calendar) -> Answer? {
    if let year = calendar.year {
      guard let month = calendar.month else {
        return EDTF(year: year).map { Answer(date: $0, basis: .stated) }
      }
      return date(year, month, calendar.day).map { Answer(date: $0, basis: .stated) }
    }
    if let offset = calendar.yearOffset {
      guard let anchor, let month = calendar.month else { return nil }
      return date(anchor.date.earliest.civil.year + offset, month, calendar.day)
        .map { Answer(date: $0, basis: anchor.basis) }
    }
    if let month = calendar.month { return withoutYear(month, calendar) }
    guard let weekday = calendar.weekday else {
      guard let number = calendar.day else { return nil }
      return fromDay { nearest(dayOfMonth: number, $0, calendar.direction) }
    }
    if let number = calendar.day { return fromDay { nearest(weekday, dayOfMonth: number, $0) } }
    return fromDay { EDTF(DateResolver.day(weekday, $0, calendar.direction, tense)) }
  }

  private func date(_ year: Int, _ month: Int, _ day: Int?) -> EDTF? {
    guard let day else { return EDTF(year: year, month: month) }
    return Day(year: year, month: month, day: day).map { EDTF($0) }
  }

  /// The nearest day of a weekday: not after the anchor, or in the future tense not before it; "last" and "next" are
  /// never the anchor itself.
  static func day(
    _ weekday: Int, _ anchor: Day, _ direction: DateExpression.Direction, _ tense: Tense
  ) -> Day {
    let back = (anchor.weekday - weekday + 7) % 7
    let forward = (weekday - anchor.weekday + 7) % 7
    switch direction {
    case .last: return anchor.adding(days: back == 0 ? -7 : -back)
    case .next: return anchor.adding(days: forward == 0 ? 7 : forward)
    case .this, .nearest: return anchor.adding(days: tense == .future ? forward : -back)
    }
  }

  private func nearest(_ weekday: Int, dayOfMonth: Int, _ anchor: Day) -> EDTF? {
    let offsets = (0...45).flatMap { tense == .future ? [$0, -$0] : [-$0, $0] }
    for offset in offsets {
      let day = anchor.adding(days: offset)
      if day.weekday == weekday, day.civil.day == dayOfMonth { return EDTF(day) }
    }
    return nil
  }

  /// The nearest day of a number: up to the anchor, or from it on if it is to come.
  private func nearest(
    dayOfMonth: Int, _ anchor: Day, _ direction: DateExpression.Direction
  ) -> EDTF? {
    let isAhead = direction == .next || direction != .last && tense == .future
    for offset in 0...62 {
      let day = anchor.adding(days: isAhead ? offset : -offset)
      if day.civil.day == dayOfMonth { return EDTF(day) }
    }
    return nil
  }

  /// A month or a day of a month whose year the expression leaves out.
  private func withoutYear(_ month: Int, _ calendar: Calendar) -> Answer? {
    let base: EDTF
    let basis: DateBasis
    if let anchor {
      base = anchor.date
      basis = anchor.basis
    } else if let reference {
      base = reference
      basis = .inferred
    } else {
      return nil
    }
    let year = base.earliest.civil.year
    if base.latest.number - base.earliest.number > 200, base.latest.civil.year == year {
      // Only the year is known.
      return calendar.direction == .nearest
        ? date(year, month, calendar.day).map { Answer(date: $0, basis: basis) } : nil
    }
    let candidates = (year - 1...year + 1).compactMap { date($0, month, calendar.day) }
    let fitting = candidates.filter {
      fits($0, base, calendar.direction, isDay: calendar.day != nil)
    }
    var pool = fitting.isEmpty ? candidates : fitting
    if let weekday = calendar.weekday, calendar.day != nil {
      let matching = candidates.filter { $0.earliest.weekday == weekday }
      if !matching.isEmpty { pool = matching }
    }
    let best = pool.min { distance($0, base) < distance($1, base) }
    return best.map { Answer(date: $0, basis: basis) }
  }

  private func fits(_ date: EDTF, _ base: EDTF, _ direction: DateExpression.Direction, isDay: Bool)
    -> Bool
  {
    switch direction {
    case .last: return isDay ? date.latest <= base.latest : date.latest < base.earliest
    case .next: return isDay ? date.earliest >= base.earliest : date.earliest > base.latest
    case .this, .nearest: break
    }
    // Where the article's own date is not known, what is past there is not known either.
    switch anchor.map(\.isOwn) ?? false ? tense : .unknown {
    // A few days of grace: a text may be dated before what it tells, and a plan may be told again afterwards.
    case .past: return date.earliest.number <= base.latest.number + 3
    case .future: return date.latest.number >= base.earliest.number - 45
    case .unknown:
      return isDay || date.earliest <= base.latest || date.earliest.number - base.latest.number < 92
    }
  }

  private func distance(_ left: EDTF, _ right: EDTF) -> Int {
    if left.earliest > right.latest { return left.earliest.number - right.latest.number }
    if right.earliest > left.latest { return right.earliest.number - left.latest.number }
    return 0
  }

  // MARK: - Periods

  private func period(_ unit: Unit, _ offset: Int, _ anchor: Day) -> EDTF? {
    let (year, month, _) = anchor.civil
    let monday = anchor.adding(days: 1 - anchor.weekday + 7 * offset)
    switch unit {
    case .hour: return nil
    case .day: return EDTF(anchor.adding(days: offset))
    case .week:
      guard offset == 0, tense != .unknown else { return EDTF(monday, monday.adding(days: 6)) }
      return tense == .past ? EDTF(monday, anchor) : EDTF(anchor, monday.adding(days: 6))
    case .weekend:
      var saturday = monday.adding(days: 5)
      if offset == 0, tense != .future, saturday > anchor { saturday = saturday.adding(days: -7) }
      return EDTF(saturday, saturday.adding(days: 1))
    case .fortnight: return nil
    case .month: return DateResolver.month(year, month + offset)
    case .quarter: return quarters(year, (month - 1) / 3 + offset, 3)
    case .half: return quarters(year, (month - 1) / 6 + offset, 6)
    case .year: return EDTF(year: year + offset)
    case .decade:
      let first = (year / 10 + offset) * 10
      return EDTF("\(pad(first))/\(pad(first + 9))")
    }
  }

  /// A month or year counted from an anchor that is no day.
  private func coarsePeriod(_ unit: Unit, _ offset: Int) -> Answer? {
    guard let anchor, anchor.day == nil else { return nil }
    let first = anchor.date.earliest.civil
    let last = anchor.date.latest.civil
    if unit == .year, first.year == last.year {
      return EDTF(year: first.year + offset).map { Answer(date: $0, basis: anchor.basis) }
    }
    if unit == .month, first.year == last.year, first.month == last.month {
      return DateResolver.month(first.year, first.month + offset).map {
        Answer(date: $0, basis: anchor.basis)
      }
    }
    return nil
  }

  private func quarters(_ year: Int, _ index: Int, _ length: Int) -> EDTF? {
    let start = year * 12 + index * length
    return DateResolver.months(start, start + length - 1)
  }

  private func span(_ unit: Unit, _ count: Int, _ anchor: Day) -> EDTF? {
    let (year, month, _) = anchor.civil
    switch unit {
    case .hour, .half: return nil
    case .weekend, .day, .week, .fortnight:
      let days = unit == .weekend ? 7 * count : unit.rawValue * count
      return days < 0
        ? EDTF(anchor.adding(days: days), anchor) : EDTF(anchor, anchor.adding(days: days))
    case .month, .quarter:
      let here = year * 12 + month - 1
      let there = here + count * (unit == .quarter ? 3 : 1)
      return DateResolver.months(min(here, there), max(here, there))
    case .year, .decade:
      let there = year + count * (unit == .decade ? 10 : 1)
      return EDTF("\(pad(min(year, there)))/\(pad(max(year, there)))")
    }
  }

  private func resolve(_ months: ClosedRange<Int>, _ calendar: Calendar) -> Answer? {
    if let year = calendar.year {
      return DateResolver.months(
        year * 12 + months.lowerBound - 1, year * 12 + months.upperBound - 1
      )
      .map { Answer(date: $0, basis: .stated) }
    }
    guard let anchor else { return nil }
    let year = anchor.date.earliest.civil.year + (calendar.yearOffset ?? 0)
    return DateResolver.months(year * 12 + months.lowerBound - 1, year * 12 + months.upperBound - 1)
      .map { Answer(date: $0, basis: anchor.basis) }
  }

  // MARK: - Counting from a date mentioned before

  private func shift(_ unit: Unit, _ count: Int) -> Answer? {
    if let earlierInSentence { return moved(earlierInSentence, unit, count) }
    if previousIsOpen { return nil }
    if let previous, let answer = moved(previous, unit, count) { return answer }
    return anchor.flatMap { moved($0.date, unit, count) }
  }

  private func complement(_ unit: Unit, _ count: Int) -> Answer? {
    if let earlierInSentence { return moved(earlierInSentence, unit, count) }
    if let anchor { return moved(anchor.date, unit, count) }
    return previousIsOpen ? nil : previous.flatMap { moved($0, unit, count) }
  }

  private func moved(_ date: EDTF, _ unit: Unit, _ count: Int) -> Answer? {
    let isDay = date.latest.number - date.earliest.number <= 6
    switch unit {
    case .hour, .day, .week, .fortnight, .weekend:
      guard isDay else { return nil }
      let base = count > 0 ? date.latest : date.earliest
      return DateResolver.move(base, unit, count).map {
        Answer(date: date.isApproximate ? $0.approximate : $0, basis: .inferred)
      }
    default:
      guard
        isDay || date.earliest.civil.month == date.latest.civil.month || unit == .year
          || unit == .decade
      else {
        return nil
      }
      return DateResolver.move(date.earliest, unit, count).map {
        Answer(date: $0, basis: .inferred)
      }
    }
  }

  /// The date a number of units away: exact for days, approximate for what is longer.
  static func move(_ day: Day, _ unit: Unit, _ count: Int) -> EDTF? {
    let (year, month, _) = day.civil
    switch unit {
    case .hour: return EDTF(day).approximate
    case .day: return abs(count) <= 366_000 ? EDTF(day.adding(days: count)) : nil
    case .week, .fortnight:
      return abs(count) <= 5000 ? EDTF(day.adding(days: unit.rawValue * count)).approximate : nil
    case .month: return DateResolver.month(year, month + count)?.approximate
    case .year: return EDTF(year: year + count)?.approximate
    case .decade: return EDTF(year: year + 10 * count)?.approximate
    case .weekend, .quarter, .half: return nil
    }
  }

  // MARK: - Intervals

  private func interval(_ first: DateExpression, _ second: DateExpression) -> Answer? {
    guard let end = resolve(second), var start = resolve(first) else { return nil }
    if start.date.earliest > end.date.earliest {
      guard case .calendar(let calendar) = first, calendar.year == nil else { return nil }
      if calendar.weekday != nil, calendar.month == nil {
        start.date = EDTF(start.date.earliest.adding(days: -7))
      } else if calendar.month != nil {
        let civil = start.date.earliest.civil
        guard let earlier = date(civil.year - 1, civil.month, calendar.day) else { return nil }
        start.date = earlier
      } else {
        return nil
      }
    }
    guard let date = DateResolver.join(start.date, end.date) else { return nil }
    return Answer(date: date, basis: end.basis == .stated ? start.basis : end.basis)
  }

  /// From one date to another, in the precision of both.
  static func join(_ first: EDTF, _ last: EDTF) -> EDTF? {
    let start = first.description.split(separator: "/").first ?? ""
    let end = last.description.split(separator: "/").last ?? ""
    return start == end ? first : EDTF("\(start)/\(end)")
  }

  /// One interval of two dates if the one begins where the other ends: two days on end, two months on end.
  static func joinConsecutive(_ first: EDTF, _ second: EDTF) -> EDTF? {
    guard first.latest.adding(days: 1) == second.earliest else { return nil }
    return join(first, second)
  }

  // MARK: - Months

  /// A month of a year, where the month may be before 1 or after 12.
  static func month(_ year: Int, _ month: Int) -> EDTF? {
    let index = year * 12 + month - 1
    return EDTF(year: index / 12, month: index % 12 + 1)
  }

  /// From one month to another, counted from year 0.
  static func months(_ first: Int, _ last: Int) -> EDTF? {
    guard let start = month(first / 12, first % 12 + 1), let end = month(last / 12, last % 12 + 1)
    else { return nil }
    return start == end ? start : EDTF("\(start)/\(end)")
  }
}

/// A year in four digits.
private func pad(_ year: Int) -> String {
  let text = String(year)
  return String(repeating: "0", count: max(0, 4 - text.count)) + text
}

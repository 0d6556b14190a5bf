import Language

/// Intervals and pairs: "October 16-18", "del 3 al 5 de mayo", "from Monday to Friday", "today and tomorrow".
extension DateGrammar {
  private enum Connection { case interval, pair }

  /// The connection at an atom, and the index behind it.
  private func connection(at index: Int) -> (Connection, Int)? {
    guard let atom = atom(index) else { return nil }
    if atom.text == "-" || atom.text == "–" || atom.text == "/" && atom.isGlued {
      return (.interval, index + 1)
    }
    if atom.isA(.to) {
      // "al" is cut in two, "a" and "el".
      return (.interval, isA(.the, index + 1) ? index + 2 : index + 1)
    }
    if atom.isA(.and) || atom.text == "&" {
      return (.pair, isA(.the, index + 1) ? index + 2 : index + 1)
    }
    return nil
  }

  private func isBetween(_ index: Int) -> Bool {
    isA(.between, index - 1) || isA(.the, index - 1) && isA(.between, index - 2)
  }

  /// An expression with what is joined to it.
  func joined(_ first: Match) -> Match {
    guard case .calendar(let calendar) = first.expression else { return joinedDeictic(first) }
    guard let (found, next) = connection(at: first.range.upperBound) else { return first }
    let kind = isBetween(first.range.lowerBound) ? .interval : found
    // "October 16-18, 2023": only the day follows.
    if calendar.month != nil, calendar.day != nil, calendar.year == nil, let day = dayNumber(next),
      value(.month, next + 1) == nil, !(isA(.of, next + 1) && value(.month, next + 2) != nil),
      numericFollows(next) == false
    {
      var second = calendar
      second.day = day
      second.weekday = nil
      var end = next + 1
      var year = end
      if isText(",", year) { year += 1 }
      if isA(.of, year) { year += 1 }
      if let number = yearNumber(year) {
        second.year = number
        end = year + 1
      }
      return join(first, calendar, second, kind, secondStart: next, end: end)
    }
    if calendar.year != nil, calendar.month == nil, let year = yearNumber(next), kind == .interval {
      return Match(
        first.range.lowerBound..<(next + 1),
        .interval(first.expression, .calendar(Calendar(year: year))))
    }
    guard let second = single(at: next), case .calendar(let other) = second.expression,
      calendar.namesDay == other.namesDay, (calendar.month != nil) == (other.month != nil)
    else { return first }
    return join(first, calendar, other, kind, secondStart: next, end: second.range.upperBound)
  }

  private func numericFollows(_ index: Int) -> Bool {
    guard let next = atom(index + 1) else { return false }
    return next.isGlued && (next.text == ":" || next.text == "/" || next.text == "%")
  }

  private func joinedDeictic(_ first: Match) -> Match {
    guard case .deictic = first.expression,
      let (kind, next) = connection(at: first.range.upperBound),
      let second = single(at: next)
    else { return first }
    switch second.expression {
    case .deictic: break
    case .calendar(let other) where other.weekday != nil || other.day != nil: break
    default: return first
    }
    return combine(
      first.range, first.expression, second.expression, kind, next..<second.range.upperBound)
  }

  private func join(
    _ first: Match, _ calendar: Calendar, _ other: Calendar, _ kind: Connection, secondStart: Int,
    end: Int
  ) -> Match {
    var calendar = calendar
    var other = other
    if calendar.year == nil, let year = other.year {
      let isEarlierYear = (calendar.month ?? 0) > (other.month ?? 13)
      calendar.year = isEarlierYear ? year - 1 : year
    } else if other.year == nil, let year = calendar.year {
      other.year = (calendar.month ?? 0) > (other.month ?? 13) ? year + 1 : year
    }
    return combine(first.range, .calendar(calendar), .calendar(other), kind, secondStart..<end)
  }

  private func combine(
    _ range: Range<Int>, _ first: DateExpression, _ second: DateExpression, _ kind: Connection,
    _ secondRange: Range<Int>
  ) -> Match {
    if kind == .interval {
      return Match(range.lowerBound..<secondRange.upperBound, .interval(first, second))
    }
    var match = Match(range, first)
    match.second = second
    match.secondRange = secondRange
    return match
  }

  /// "16-18 October 2023", "16 and 17 October", "3 al 5 de mayo", "20, 21 y 22 de noviembre", "3 y el 5 de mayo".
  func partialInterval(at index: Int) -> Match? {
    guard let first = dayNumber(index),
      atom(index)?.digits ?? 0 > 0 || atom(index)?.text == "primero"
    else { return nil }
    var position = index + 1
    var last = first
    var count = 1
    while isText(",", position), let day = dayNumber(position + 1), day == last + 1 {
      last = day
      count += 1
      position += 2
    }
    guard let (found, next) = connection(at: position), let day = dayNumber(next) else {
      return nil
    }
    if isText(",", position - 1) { return nil }
    var kind = isBetween(index) ? .interval : found
    guard let end = dayAndMonth(at: next), case .calendar(let other) = end.expression,
      other.day == day,
      other.month != nil
    else { return nil }
    var start = other
    start.day = first
    if kind == .pair, count > 1 {
      guard day == last + 1 else { return nil }
      kind = .interval
    }
    if kind == .interval, day < first { return nil }
    return combine(
      index..<position, .calendar(start), .calendar(other), kind, next..<end.range.upperBound)
  }
}

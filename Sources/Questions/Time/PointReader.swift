import Records

/// Reads dates as they are said, without the words that relate them ("since", "before").
struct PointReader {
  let words: [Word]
  let lexicon: TimeLexicon
  let today: Day
  /// True where `6/7/2016` is the sixth of July.
  let dayFirst: Bool

  /// A date that begins at a word, and where it ends; the longest reading.
  func read(at start: Int) -> (point: CalendarPoint, end: Int)? {
    let begins = [lexicon.skip(.lead, words, start), lexicon.skip(.article, words, start), start]
    let readings = begins.filter { $0 < words.count }.flatMap { begin in
      [
        digits(at: begin), dayMonth(at: begin), monthFirst(at: begin), yearPart(at: begin),
        relativeDay(at: begin), relativeUnit(at: begin), ago(at: begin), year(at: begin),
        soFar(at: begin),
      ]
    }
    // Of readings of one length the one that needs no year: "last quarter" is the one before this.
    return readings.compactMap { $0 }.max {
      ($0.end, $0.point.span == nil ? 0 : 1) < ($1.end, $1.point.span == nil ? 0 : 1)
    }
  }

  private func word(_ index: Int) -> String? { index < words.count ? words[index].folded : nil }

  func yearNumber(at index: Int) -> Int? {
    guard index < words.count, let number = words[index].number, (1000...2999).contains(number)
    else { return nil }
    return number
  }

  private func year(at start: Int) -> (point: CalendarPoint, end: Int)? {
    if let year = yearNumber(at: start) { return (CalendarPoint(year: year), start + 1) }
    // "the 1990s"
    guard let text = word(start), text.utf8.count == 5, text.hasSuffix("0s"),
      let year = Int(text.dropLast()), let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year + 9, month: 12, day: 31)
    else { return nil }
    return (CalendarPoint(fixed: TimeSpan(first, last)), start + 1)
  }

  /// `2016-07-06`, `2016-07`, `6/7/2016`.
  private func digits(at start: Int) -> (point: CalendarPoint, end: Int)? {
    guard let text = word(start) else { return nil }
    let parts = text.split { "-/.".contains($0) }.compactMap { Int($0) }
    switch parts.count {
    case 2 where text.utf8.count == 7:
      return (CalendarPoint(year: parts[0], month: parts[1]), start + 1)
    case 3 where parts[0] > 31:
      return (CalendarPoint(year: parts[0], month: parts[1], day: parts[2]), start + 1)
    case 3 where parts[2] > 31:
      let (day, month) =
        parts[0] > 12 || dayFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
      // Month and day could be either way round in English: not read.
      guard dayFirst || parts[0] > 12 || parts[1] > 12 || parts[0] == parts[1] else { return nil }
      return (CalendarPoint(year: parts[2], month: month, day: day), start + 1)
    default: return nil
    }
  }

  private func dayNumber(at index: Int) -> Int? {
    guard let text = word(index) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day) else {
      return text == "primero" || text == "first" ? 1 : nil
    }
    return ["", "st", "nd", "rd", "th", "o", "º", "ro", "er"].contains(text.dropFirst(digits.count))
      ? day : nil
  }

  /// The year behind a day or month, with what stands between ("of", ",").
  private func yearBehind(_ index: Int) -> (year: Int?, end: Int) {
    let one = ["of", "de", "del"].contains(word(index)) ? index + 1 : index
    for begin in [
      lexicon.skip(.of, words, index), word(index) == "," ? index + 1 : index, one, index,
    ] {
      if let year = yearNumber(at: begin) { return (year, begin + 1) }
      if begin < words.count, let relative = relativeUnit(at: begin, unit: 6),
        let first = relative.point.fixed?.first
      {
        return (first.civil.year, relative.end)
      }
    }
    return (nil, index)
  }

  /// `6 July 2016`, `5 de septiembre de 2013`; also a day alone, for "between 5 and 9 November".
  private func dayMonth(at start: Int) -> (point: CalendarPoint, end: Int)? {
    guard let day = dayNumber(at: start) else { return dayInWords(at: start) }
    let afterOf = lexicon.skip(.of, words, start + 1)
    guard let month = lexicon.match(.month, words, afterOf) else {
      return words[start].isNumber || word(start) != "first" && word(start) != "primero"
        ? (CalendarPoint(day: day), start + 1) : nil
    }
    let (year, end) = yearBehind(month.end)
    return (CalendarPoint(year: year, month: month.value, day: day), end)
  }

  /// `el tres de marzo de 2021`, `the third of March 2021`.
  private func dayInWords(at start: Int) -> (point: CalendarPoint, end: Int)? {
    guard
      let day = lexicon.match(.count, words, start) ?? lexicon.match(.ordinal, words, start),
      ["of", "de"].contains(word(day.end)), word(start) != "last", (1...31).contains(day.value),
      let month = lexicon.match(.month, words, day.end + 1)
    else { return nil }
    let (year, end) = yearBehind(month.end)
    return (CalendarPoint(year: year, month: month.value, day: day.value), end)
  }

  /// `July 6, 2016`, `July 2016`, `julio de 2016`, `last July`, `julio pasado`.
  private func monthFirst(at start: Int) -> (point: CalendarPoint, end: Int)? {
    if let relative = relativeMonth(at: start) { return relative }
    guard let month = lexicon.match(.month, words, start) else { return nil }
    let isShort = PointReader.shortMonths.contains(words[start].folded)
    let dayIndex = word(month.end) == "the" ? month.end + 1 : month.end
    if let day = dayNumber(at: dayIndex) {
      let (year, end) = yearBehind(dayIndex + 1)
      return (CalendarPoint(year: year, month: month.value, day: day), end)
    }
    let (year, end) = yearBehind(month.end)
    if year == nil, isShort { return nil }
    return (CalendarPoint(year: year, month: month.value), end)
  }

  /// Short names of months that are words of their own ("mar" is the sea): dates only with a day or a year.
  private static let shortMonths: Set<String> = ["mar", "ago", "set"]

  private func relativeMonth(at start: Int) -> (point: CalendarPoint, end: Int)? {
    var direction: Int?
    var index = start
    for kind in [TimeLexicon.Class.last, .this, .next] {
      if let found = lexicon.match(kind, words, start) {
        (direction, index) = (found.value, found.end)
      }
    }
    if word(index) == "mes" || word(index) == "month" {
      index = lexicon.skip(.of, words, index + 1)
    }
    guard let month = lexicon.match(.month, words, index) else { return nil }
    var end = month.end
    if direction == nil {
      guard let behind = lexicon.match(.last, words, end) ?? lexicon.match(.next, words, end)
      else { return nil }
      // "March last year" is no "last March".
      guard lexicon.match(.unit, words, behind.end) == nil else { return nil }
      (direction, end) = (behind.value, behind.end)
    }
    let now = today.civil
    let year: Int
    switch direction {
    case -1: year = month.value < now.month ? now.year : now.year - 1
    case 1: year = month.value > now.month ? now.year : now.year + 1
    default: year = now.year
    }
    guard yearNumber(at: end) == nil else { return nil }
    return (CalendarPoint(year: year, month: month.value), end)
  }

  /// `the first half of 2016`, `Q1 2016`, `primer semestre de 2016`, `the first half of June 2016`.
  private func yearPart(at start: Int) -> (point: CalendarPoint, end: Int)? {
    var part: CalendarPoint.Part?
    var index = start
    if let text = word(start), text.utf8.count == 2, let number = Int(text.dropFirst()) {
      switch text.first {
      case "q" where (1...4).contains(number), "t" where (1...4).contains(number):
        part = .quarter(number)
      case "h" where (1...2).contains(number), "s" where (1...2).contains(number):
        part = .half(number)
      default: break
      }
      index = start + 1
    } else if let ordinal = lexicon.match(.ordinal, words, start),
      let unit = lexicon.match(.unit, words, ordinal.end)
    {
      if unit.value == 4 { part = .quarter(ordinal.value) }
      if unit.value == 5, ordinal.value != 3 { part = .half(min(ordinal.value, 2)) }
      index = unit.end
    }
    guard let part else { return nil }
    if case .half = part {
      let month = lexicon.match(.month, words, lexicon.skip(.of, words, index))
      if let month {
        let (year, end) = yearBehind(month.end)
        return (CalendarPoint(year: year, month: month.value, part: part), end)
      }
    }
    let (year, end) = yearBehind(index)
    return (CalendarPoint(year: year, part: part), end)
  }

  private func relativeDay(at start: Int) -> (point: CalendarPoint, end: Int)? {
    if let found = lexicon.match(.day, words, start) {
      let day = today.adding(days: found.value)
      return (CalendarPoint(fixed: TimeSpan(day, day)), found.end)
    }
    // "last Monday", "el lunes pasado"
    var index = start
    let before = lexicon.match(.last, words, start)
    if let before { index = before.end }
    guard let weekday = lexicon.match(.weekday, words, index) else { return nil }
    let behind = before == nil ? lexicon.match(.last, words, weekday.end) : nil
    guard before != nil || behind != nil else { return nil }
    var back = (today.weekday - weekday.value + 7) % 7
    if back == 0 { back = 7 }
    let day = today.adding(days: -back)
    return (CalendarPoint(fixed: TimeSpan(day, day)), behind?.end ?? weekday.end)
  }

  /// `last year`, `this month`, `el año pasado`, `la próxima semana`.
  private func relativeUnit(at start: Int, unit wanted: Int? = nil) -> (
    point: CalendarPoint, end: Int
  )? {
    var index = lexicon.skip(.article, words, start)
    var direction: Int?
    for kind in [TimeLexicon.Class.last, .this, .next] {
      if let found = lexicon.match(kind, words, index) {
        (direction, index) = (found.value, found.end)
        break
      }
    }
    guard let unit = lexicon.match(.unit, words, index), wanted ?? unit.value == unit.value else {
      return nil
    }
    var end = unit.end
    if direction == nil {
      for kind in [TimeLexicon.Class.last, .next] {
        if let found = lexicon.match(kind, words, end) {
          (direction, end) = (found.value, found.end)
          break
        }
      }
    }
    guard let direction,
      let span = TimeUnit(rawValue: unit.value)?.span(of: today, offset: direction)
    else { return nil }
    return (CalendarPoint(fixed: span), end)
  }

  /// `so far this year`, `en lo que va de año`: from the beginning of the unit to today.
  private func soFar(at start: Int) -> (point: CalendarPoint, end: Int)? {
    guard let opening = lexicon.match(.soFar, words, start),
      let unit = lexicon.match(.unit, words, lexicon.skip(.this, words, opening.end)),
      let span = TimeUnit(rawValue: unit.value)?.span(of: today, offset: 0)
    else { return nil }
    return (CalendarPoint(fixed: TimeSpan(span.first, today)), unit.end)
  }

  /// `two years ago`, `hace tres meses`.
  private func ago(at start: Int) -> (point: CalendarPoint, end: Int)? {
    var index = start
    let before = lexicon.match(.sinceAgo, words, start)
    if let before { index = before.end }
    guard let (number, afterNumber) = count(at: index),
      let unit = lexicon.match(.unit, words, afterNumber)
    else { return nil }
    let behind = before == nil ? lexicon.match(.ago, words, unit.end) : nil
    guard before != nil || behind != nil,
      let span = TimeUnit(rawValue: unit.value)?.span(of: today, offset: -number)
    else { return nil }
    return (CalendarPoint(fixed: span), behind?.end ?? unit.end)
  }

  /// A number in digits or words.
  func count(at index: Int) -> (number: Int, end: Int)? {
    if index < words.count, let number = words[index].number, number < 1000 {
      return (number, index + 1)
    }
    return lexicon.match(.count, words, index).map { ($0.value, $0.end) }
  }
}

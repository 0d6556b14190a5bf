import Language

/// Dates of the calendar: numeric, day and month in both orders, months, years, weekdays.
extension DateGrammar {
  typealias Calendar = DateExpression.Calendar

  /// A calendar date that begins at an atom.
  func calendar(at index: Int) -> Match? {
    if let match = numeric(at: index) { return match }
    if let match = weekday(at: index) { return match }
    return dayAndMonth(at: index) ?? dayAlone(at: index) ?? monthAlone(at: index)
      ?? yearAlone(at: index)
  }

  // MARK: - Digits only

  /// "2023-10-16", "2023/10/16", "16/10/2023", "16.10.2023".
  private func numeric(at index: Int) -> Match? {
    guard let a = atom(index), let sign = atom(index + 1), let b = atom(index + 2),
      let sign2 = atom(index + 3), let c = atom(index + 4), sign.isGlued, b.isGlued, sign2.isGlued,
      c.isGlued, sign.text == sign2.text, ["-", "/", "."].contains(sign.text),
      let x = a.number, let y = b.number, let z = c.number, b.digits <= 2,
      !(atom(index - 1).map { a.isGlued && ($0.digits > 0 || "-/.".contains($0.text)) } ?? false)
    else { return nil }
    if let next = atom(index + 5), next.isGlued, next.digits > 0 || next.text == sign.text {
      return nil
    }
    let range = index..<(index + 5)
    if a.digits == 4, c.digits <= 2 {
      return calendarMatch(range, year: x, month: y, day: z)
    }
    guard a.digits <= 2, c.digits == 4 else { return nil }
    if language == .spanish || x > 12 {
      return calendarMatch(range, year: z, month: y, day: x)
    }
    // In English both orders are in use: only where one of them is no date, or both are the same, can it be told.
    if y > 12 || x == y { return calendarMatch(range, year: z, month: x, day: y) }
    return nil
  }

  private func calendarMatch(_ range: Range<Int>, year: Int, month: Int, day: Int) -> Match? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return Match(range, .calendar(Calendar(year: year, month: month, day: day)))
  }

  // MARK: - Days of the week

  /// "Monday", "last Monday", "Monday, October 16, 2023", "lunes 16 de octubre", "el jueves pasado".
  private func weekday(at index: Int) -> Match? {
    var position = index
    var direction = direction(at: &position)
    if position == index || !isA(.weekday, position) && !isA(.weekdayShort, position) {
      position = index
      direction = .nearest
    }
    guard isA(.weekday, position) || isA(.weekdayShort, position), let atom = atom(position) else {
      return nil
    }
    guard let number = atom.value(.weekday) ?? atom.value(.weekdayShort) else { return nil }
    let isShort = !atom.isA(.weekday)
    if language == .english, !atom.isCapitalized { return nil }
    if isPartOfName(position, position + 1) { return nil }
    var end = position + 1
    if isShort, isText(".", end) { end += 1 }
    end = dayPart(end)
    if language == .spanish {
      if isA(.last, end), !isText("ultimo", end) {
        direction = .last
        end += 1
      } else if isA(.next, end) {
        direction = .next
        end += 1
      }
    }
    // "Wednesday of last week", "el lunes de la próxima semana", "Monday next week"
    if direction == .nearest, let week = relative(at: isA(.of, end) ? end + 1 : end),
      case .period(.week, let offset) = week.expression
    {
      return Match(index..<week.range.upperBound, .weekday(number, week: offset))
    }
    // The date may follow: "Monday, October 16", "lunes 16 de octubre", "Monday (October 16)".
    var after = end
    if isText(",", after) || isText("(", after) { after += 1 }
    if isA(.the, after) { after += 1 }
    if let date = dayAndMonth(at: after) ?? numeric(at: after),
      case .calendar(var calendar) = date.expression, calendar.day != nil
    {
      calendar.weekday = number
      calendar.direction = direction == .nearest ? calendar.direction : direction
      var close = date.range.upperBound
      if isText("(", end), isText(")", close) { close += 1 }
      return Match(index..<close, .calendar(calendar))
    }
    // "lunes 16", without a month.
    if language == .spanish, let day = dayNumber(end), atom.isGlued == false,
      !isA(.unit, end + 1), !(self.atom(end + 1)?.isGlued ?? false && isText(":", end + 1)),
      !isA(.to, end + 1) || isA(.of, end + 1)
    {
      return Match(
        index..<(end + 1),
        .calendar(Calendar(day: day, weekday: number, direction: direction)))
    }
    if isShort { return nil }
    return Match(index..<end, .calendar(Calendar(weekday: number, direction: direction)))
  }

  /// The index behind "morning", "night", "por la noche", "de la tarde".
  func dayPart(_ index: Int) -> Int {
    if isA(.dayPart, index) { return index + 1 }
    if language == .spanish, isText("por", index) || isText("en", index), isA(.the, index + 1),
      isA(.dayPart, index + 2)
    {
      return index + 3
    }
    if language == .spanish, isText("a", index),
      isText("mediodia", index + 1)
        || isText("medianoche", index + 1)
    {
      return index + 2
    }
    return index
  }

  /// Reads "last", "this", "next", "el próximo", and puts `index` behind it.
  private func direction(at index: inout Int) -> DateExpression.Direction {
    let start = index
    var position = index
    if language == .english, isText("this", position),
      isA(.last, position + 1) || isA(.next, position + 1)
    {
      position += 1
    }
    if language == .spanish, isA(.this, position),
      isA(.last, position + 1) || isA(.next, position + 1)
    {
      position += 1
    }
    if isA(.last, position) {
      index = position + 1
      return .last
    }
    if isA(.next, position) {
      index = position + 1
      return .next
    }
    if isA(.this, position) {
      index = position + 1
      return .this
    }
    index = start
    return .nearest
  }

  /// True if a weekday or month is part of a name: "Sunday Times", "Black Friday", "avenida 5 de Mayo".
  func isPartOfName(_ start: Int, _ end: Int) -> Bool {
    if let before = atom(start - 1), before.isA(.nameBefore),
      before.isCapitalized || language == .spanish
    {
      return true
    }
    if let after = atom(end), after.isA(.nameAfter), after.isCapitalized { return true }
    return false
  }

  // MARK: - Day and month

  /// "16 October 2023", "October 16, 2023", "the 16th of October", "16 de octubre de 2023", "el pasado 16 de octubre".
  func dayAndMonth(at index: Int) -> Match? {
    var position = index
    let direction = direction(at: &position)
    if direction == .this, language == .english { return nil }
    if language == .spanish, isText("dia", position), dayNumber(position + 1) != nil {
      position += 1
    }
    if let day = dayNumber(position) {
      var next = position + 1
      if isA(.of, next) { next += 1 }
      if language == .spanish, isText("mes", next), isA(.of, next + 1) { next += 2 }
      guard let month = month(next, short: true), isMonthWord(next) else { return nil }
      if isPartOfName(position, next + 1) { return nil }
      if language == .spanish, atom(next)?.isCapitalized == true,
        atom(position - 1)?.isCapitalized == true,
        position >= 2
      {
        return nil
      }
      return finish(
        index, next + 1,
        Calendar(month: month, day: day, direction: direction == .this ? .nearest : direction))
    }
    guard language == .english || atom(position)?.isA(.month) == true,
      let month = month(position, short: true), isMonthWord(position)
    else { return nil }
    var next = position + 1
    if isText(".", next) { next += 1 }
    if isA(.the, next), atom(next + 1)?.isOrdinal == true { next += 1 }
    guard let day = dayNumber(next), atom(next)?.isA(.cardinal) != true else { return nil }
    // "May 10:30", "May 10 000", "May 10 percent"
    if let after = atom(next + 1), after.isGlued, after.text == ":" || after.text == "%" {
      return nil
    }
    if isPartOfName(position, next + 1) { return nil }
    return finish(index, next + 1, Calendar(month: month, day: day, direction: direction))
  }

  /// "el pasado día 15", "el próximo día 3", "el día 8": the month is left out.
  private func dayAlone(at index: Int) -> Match? {
    guard language == .spanish else { return nil }
    var position = isA(.the, index) ? index + 1 : index
    let direction = direction(at: &position)
    // "se reunirá el 21 en Varsovia con B"
    if position == index, isText("el", index - 1), let day = dayNumber(index),
      atom(index + 1).map({ ["en", "con"].contains($0.text) && !$0.isGlued }) == true
    {
      return Match(index..<(index + 1), .calendar(Calendar(day: day, direction: .nearest)))
    }
    guard isText("dia", position), let day = dayNumber(position + 1), !isA(.unit, position + 2),
      isA(.the, index - 1) || position > index
    else { return nil }
    if let next = atom(position + 2), next.isGlued, next.text == ":" || next.text == "%" {
      return nil
    }
    return Match(
      index..<(position + 2),
      .calendar(Calendar(day: day, direction: direction == .this ? .nearest : direction)))
  }

  /// English months are capitalized ("may" and "march" are verbs); short names are followed by a number anyway.
  private func isMonthWord(_ index: Int) -> Bool {
    language == .spanish || atom(index)?.isCapitalized == true
  }

  /// Adds the year, if one follows, and what replaces it: "of last year", "de este año", "pasado".
  private func finish(_ start: Int, _ end: Int, _ calendar: Calendar) -> Match {
    var calendar = calendar
    var end = end
    if isText(".", end), let next = atom(end + 1), next.digits > 0 { end += 1 }
    var next = end
    if isText(",", next) { next += 1 }
    if language == .spanish || isA(.of, next) {
      while isA(.of, next) || isA(.the, next) || isText("ano", next) { next += 1 }
    }
    if isA(.in, next), language == .english, yearNumber(next + 1) != nil, calendar.day == nil {
      next += 1
    }
    if let year = yearNumber(next), !isCounted(next + 1) {
      calendar.year = year
      return Match(start..<(next + 1), .calendar(calendar))
    }
    if let (offset, stop) = yearPhrase(end) {
      calendar.yearOffset = offset
      return Match(start..<stop, .calendar(calendar))
    }
    if language == .spanish {
      if isA(.last, end), !isText("ultimo", end) {
        calendar.direction = .last
        end += 1
      } else if isA(.next, end), !isText("siguiente", end) {
        calendar.direction = .next
        end += 1
      }
    }
    return Match(start..<end, .calendar(calendar))
  }

  /// "Of last year", "last year", "del año pasado", "de este año", "del presente año".
  private func yearPhrase(_ index: Int) -> (offset: Int, end: Int)? {
    var position = index
    while isA(.of, position) || isA(.the, position) { position += 1 }
    let isYear = { (i: Int) in self.value(.unit, i) == DateExpression.Unit.year.rawValue }
    if let offset = yearDirection(position), isYear(position + 1) { return (offset, position + 2) }
    if language == .spanish, isYear(position), let offset = yearDirection(position + 1) {
      return (offset, position + 2)
    }
    return nil
  }

  private func yearDirection(_ index: Int) -> Int? {
    if isText("last", index) || isText("pasado", index) { return -1 }
    if isA(.this, index) { return 0 }
    if isText("next", index) || isText("proximo", index) || isText("entrante", index) { return 1 }
    return nil
  }

  // MARK: - Month or year alone

  /// "October 2023", "in October", "last May", "octubre de 2023", "en mayo", "mayo pasado".
  private func monthAlone(at index: Int) -> Match? {
    var position = index
    let direction = direction(at: &position)
    if language == .spanish, isText("mes", position), isA(.of, position + 1) { position += 2 }
    guard let month = value(.month, position) ?? value(.monthShort, position), isMonthWord(position)
    else { return nil }
    let isShort = value(.month, position) == nil
    if isPartOfName(position, position + 1) { return nil }
    var match = finish(
      index, position + 1,
      Calendar(month: month, direction: direction == .this ? .nearest : direction))
    guard case .calendar(let calendar) = match.expression else { return nil }
    if calendar.year != nil { return match }
    if calendar.yearOffset != nil, !isShort { return match }
    if isShort { return nil }
    if language == .spanish, atom(position)?.isCapitalized == true { return nil }
    if direction != .nearest || calendar.direction != .nearest { return match }
    // "mid-April", "the end of April", "as recently as March"
    let hasCue =
      isA(.monthCue, position - 1) || isA(.early, position - 1)
      || (isText("-", position - 1) || isA(.of, position - 1)) && isA(.early, position - 2)
      || isText("as", position - 1) && isText("as", position - 3)
      || (isA(.monthCueWeak, position - 1) && isUnambiguousMonth(position))
      || isScheduled(position)
    let opensInterval =
      (isA(.from, position - 1) || isA(.between, position - 1) || isA(.of, position - 1))
      && (isA(.to, position + 1) || isA(.and, position + 1)) && isA(.month, position + 2)
    // "The February agreement": a month before a noun.
    if language == .english, isA(.the, position - 1), isUnambiguousMonth(position),
      let next = atom(position + 1), !next.isCapitalized, next.digits == 0, next.text.utf8.count > 2
    {
      return match
    }
    if opensInterval { return match }
    guard hasCue, dayNumber(position + 1) == nil else { return nil }
    if language == .english, !isUnambiguousMonth(position), let next = atom(position + 1),
      next.isCapitalized, !next.isGlued
    {
      return nil
    }
    // "May's speech" is of a person, "June's summit" of a month.
    if isText("may", position), let next = atom(position + 1), next.isGlued,
      next.text == "'" || next.text == "’"
    {
      return nil
    }
    match.range = index..<match.range.upperBound
    return match
  }

  /// "planned for March", "set for June": no person is meant there.
  private func isScheduled(_ month: Int) -> Bool {
    language == .english && isText("for", month - 1)
      && ["planned", "scheduled", "set", "slated", "due", "expected"].contains {
        isText($0, month - 2)
      }
  }

  /// False for the months that are also first names, surnames or verbs.
  private func isUnambiguousMonth(_ index: Int) -> Bool {
    guard let text = atom(index)?.text else { return false }
    return !["may", "march", "august", "april", "june", "julio", "abril"].contains(text)
  }

  /// "In 2015", "since 1994", "(2014)", "the 2015 deal".
  private func yearAlone(at index: Int) -> Match? {
    guard let year = yearNumber(index), (1700...2099).contains(year), let before = atom(index - 1),
      !isCounted(index + 1)
    else { return nil }
    if before.isA(.planBefore) || isA(.planBefore, index - 2) && before.text == "of" { return nil }
    if let next = atom(index + 1) {
      if next.isA(.planAfter), next.isCapitalized { return nil }
      if next.isGlued, ["/", ",", "%", "°"].contains(next.text), (atom(index + 2)?.digits ?? 0) > 0
      {
        return nil
      }
    }
    let range = index..<(index + 1)
    let expression = DateExpression.calendar(Calendar(year: year))
    if before.isA(.yearCue) {
      // "the number of 2015", "a 2015": only the months and the years are counted "of" something.
      return Match(range, expression)
    }
    if before.text == "(", [")", ",", "-", "–"].contains(atom(index + 1)?.text ?? "") {
      return Match(range, expression)
    }
    // "the 2015 deal", "Iran's 2015 deal": a noun follows.
    if language == .english, let next = atom(index + 1), !next.isGlued, next.digits == 0,
      before.isA(.the) || before.text == "s" || before.text == "'s" || before.text == "’s"
        || before.text == "a",
      !next.isA(.and), next.text.utf8.count > 2
    {
      return Match(range, expression)
    }
    if before.isA(.and) || before.text == ",", yearNumber(index - 2) != nil,
      isA(.yearCue, index - 3)
        || atom(index - 3)?.text == "," || isA(.and, index - 3)
    {
      return Match(range, expression)
    }
    return nil
  }

  private func isCounted(_ index: Int) -> Bool {
    guard let atom = atom(index) else { return false }
    return atom.isA(.counted) || atom.text == "%"
  }
}

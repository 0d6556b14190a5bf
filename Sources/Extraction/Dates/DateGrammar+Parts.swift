import Language

/// Approximate dates and parts of years: "early May", "a mediados de 2015", "the first quarter of 2023", "the 1990s".
extension DateGrammar {
  /// A part of a year or an approximate date that begins at an atom.
  func vagueOrPart(at index: Int) -> Match? {
    approximate(at: index) ?? season(at: index) ?? part(at: index) ?? decade(at: index)
  }

  /// "Early October", "mid-2015", "the end of last year", "a principios de mayo", "late Monday", "around 2015".
  private func approximate(at index: Int) -> Match? {
    var position = index
    if isA(.the, position) { position += 1 }
    let isAbout = language == .english && isA(.about, position) && position == index
    guard isA(.early, position) || isAbout || isEarlierOrLater(position) else { return nil }
    let isRelative = isEarlierOrLater(position)
    position += 1
    if isText("-", position) { position += 1 }
    if !isAbout, isText("in", position), isRelative { position += 1 }
    if language == .spanish, !isA(.of, position) { return nil }
    if isA(.of, position) { position += 1 }
    if isA(.of, position) { position += 1 }
    // "a finales de año", "later in the year", "the end of the month"
    var unitIndex = position
    if isA(.the, unitIndex) { unitIndex += 1 }
    let hasArticleOrSpanish = unitIndex > position || language == .spanish
    if hasArticleOrSpanish, isSingular(unitIndex), let unit = unit(unitIndex),
      unit == .month || unit == .year || unit == .week,
      !isA(.last, unitIndex + 1), !isA(.next, unitIndex + 1), yearNumber(unitIndex + 1) == nil,
      !isA(.of, unitIndex + 1)
    {
      return Match(index..<(unitIndex + 1), .approximate(.period(unit, offset: 0)))
    }
    guard let inner = inner(position) else { return nil }
    let range = index..<inner.range.upperBound
    switch inner.expression {
    case .calendar(let calendar) where calendar.weekday != nil || calendar.day != nil && !isAbout:
      return Match(range, inner.expression)
    case .deictic: return Match(range, inner.expression)
    case .period(_, _) where isRelative:
      let first = atom(isA(.the, index) ? index + 1 : index)?.text
      return Match(range, .tensed(first == "later" ? .future : .past, inner.expression))
    case .calendar, .period, .decade, .months: return Match(range, .approximate(inner.expression))
    default: return nil
    }
  }

  private func isEarlierOrLater(_ index: Int) -> Bool {
    language == .english && (isText("earlier", index) || isText("later", index))
  }

  private func inner(_ index: Int) -> Match? {
    if let year = yearNumber(index) {
      if isA(.counted, index + 1) { return nil }
      return Match(index..<(index + 1), .calendar(Calendar(year: year)))
    }
    let start =
      isA(.the, index) && calendar(at: index) == nil && relative(at: index) == nil
      ? index + 1 : index
    return calendar(at: start) ?? relative(at: start) ?? decade(at: start)
  }

  /// "The summer of 2015", "spring 2020", "el verano de 2013".
  private func season(at index: Int) -> Match? {
    guard isA(.season, index) else { return nil }
    var position = index + 1
    while isA(.of, position) || isA(.the, position) || isText("ano", position) { position += 1 }
    guard let year = yearNumber(position) else { return nil }
    return Match(index..<(position + 1), .approximate(.calendar(Calendar(year: year))))
  }

  /// "The first quarter of 2023", "Q3 2022", "primer semestre de este año", "the second half of last year".
  private func part(at index: Int) -> Match? {
    var position = index
    let months: ClosedRange<Int>
    if isText("q", position), let number = atom(position + 1)?.number, (1...4).contains(number),
      atom(position + 1)?.isGlued == true
    {
      months = (number * 3 - 2)...(number * 3)
      position += 2
    } else if let number = value(.ordinal, position), let unit = unit(position + 1) {
      if unit == .quarter, (1...4).contains(number) {
        months = (number * 3 - 2)...(number * 3)
      } else if unit == .half, (1...2).contains(number) {
        months = (number * 6 - 5)...(number * 6)
      } else {
        return nil
      }
      position += 2
    } else {
      return nil
    }
    var next = position
    var isOfYear = false
    while isA(.of, next) || isA(.the, next) || isText("ano", next) || isText("year", next) {
      if isText("ano", next) || isText("year", next) { isOfYear = true }
      next += 1
    }
    if let year = yearNumber(next) {
      return Match(index..<(next + 1), .months(months, Calendar(year: year)))
    }
    // "the second half of the year", "el segundo semestre del año"
    if isOfYear { return Match(index..<next, .months(months, Calendar(yearOffset: 0))) }
    let start = isA(.of, position) ? position + 1 : position
    if let match = relative(at: start), case .period(.year, let offset) = match.expression {
      return Match(index..<match.range.upperBound, .months(months, Calendar(yearOffset: offset)))
    }
    return nil
  }

  /// "The 1990s", "los años 90", "los años noventa", "la década de 1990", "la década de los ochenta".
  private func decade(at index: Int) -> Match? {
    if let atom = atom(index), atom.digits == 4, let year = atom.number, year % 10 == 0,
      isText("s", index + 1),
      self.atom(index + 1)?.isGlued == true
    {
      return Match(index..<(index + 2), .decade(year))
    }
    var position = index
    if isA(.decade, position) {
      position += 1
      guard isA(.of, position) else { return nil }
      while isA(.of, position) || isA(.the, position) || isText("anos", position) { position += 1 }
    } else if isText("anos", position), language == .spanish {
      position += 1
    } else {
      return nil
    }
    if let year = yearNumber(position), year % 10 == 0, isA(.decade, index) {
      let end = isText("s", position + 1) ? position + 2 : position + 1
      return Match(index..<end, .decade(year))
    }
    let short = atom(position)?.digits == 2 ? atom(position)?.number : value(.decadeWord, position)
    guard let short, short % 10 == 0, short >= 20 else { return nil }
    return Match(index..<(position + 1), .decade(1900 + short))
  }
}

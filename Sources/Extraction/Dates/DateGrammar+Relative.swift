import Language

/// Expressions that count from the article's date or from a date mentioned before.
extension DateGrammar {
  typealias Unit = DateExpression.Unit

  /// A relative expression that begins at an atom.
  func relative(at index: Int) -> Match? {
    if let match = deictic(at: index) { return match }
    return language == .english
      ? englishPeriod(at: index) ?? englishDistance(at: index)
      : spanishPeriod(at: index) ?? spanishDistance(at: index)
  }

  // MARK: - Today and its neighbours

  private func deictic(at index: Int) -> Match? {
    guard atoms.indices.contains(index) else { return nil }
    if let days = value(.lastNight, index) {
      return Match(index..<(index + 1), .deictic(days: days))
    }
    if let match = neighbour(at: index) { return match }
    // "this morning", "last night", "esta tarde"
    if isA(.dayPart, index + 1) {
      if isA(.this, index) { return Match(index..<(index + 2), .deictic(days: 0)) }
      if isText("last", index), isText("night", index + 1) {
        return Match(index..<(index + 2), .deictic(days: -1))
      }
    }
    guard let days = value(.deictic, index), !isText("vispera", index) else { return nil }
    if language == .spanish, isText("manana", index) {
      // "por la mañana", "de la mañana", "esta mañana" are parts of a day; "pasado mañana" is two days on.
      if isText("pasado", index - 1) { return Match(index..<(index + 1), .deictic(days: 2)) }
      if isA(.the, index - 1) || isA(.this, index - 1) || isText("una", index - 1) { return nil }
    }
    var end = dayPart(index + 1)
    // "hoy miércoles", "ayer, martes"
    let named = isText(",", end) ? end + 1 : end
    if isA(.weekday, named), language == .spanish || isText(",", named + 1) {
      end = dayPart(named + 1)
    }
    return Match(index..<end, .deictic(days: days))
  }

  /// "The day before yesterday", "the day after tomorrow", "antes de ayer", "pasado mañana".
  private func neighbour(at index: Int) -> Match? {
    let start = isA(.the, index) ? index + 1 : index
    if isText("day", start), isText("before", start + 1), isText("yesterday", start + 2) {
      return Match(index..<(start + 3), .deictic(days: -2))
    }
    if isText("day", start), isText("after", start + 1), isText("tomorrow", start + 2) {
      return Match(index..<(start + 3), .deictic(days: 2))
    }
    if language == .spanish, isText("antes", index), isText("de", index + 1),
      isText("ayer", index + 2)
    {
      return Match(index..<(index + 3), .deictic(days: -2))
    }
    if language == .spanish, isText("pasado", index), isText("manana", index + 1) {
      return Match(index..<(index + 2), .deictic(days: 2))
    }
    return nil
  }

  // MARK: - English

  /// "Last week", "this month", "the following day", "over the past two weeks", "the weekend".
  private func englishPeriod(at index: Int) -> Match? {
    let hasArticle = isA(.the, index)
    var position = hasArticle ? index + 1 : index
    if isText("this", position), isA(.last, position + 1) || isA(.next, position + 1) {
      position += 1
    }
    if hasArticle, unit(position) == .weekend {
      return Match(index..<(position + 1), .period(.weekend, offset: 0))
    }
    if hasArticle || isText("that", position), isA(.same, hasArticle ? position : position + 1),
      unit(hasArticle ? position + 1 : position + 2) == .day
    {
      return Match(index..<(hasArticle ? position + 2 : position + 3), .shift(.day, count: 0))
    }
    guard
      isA(.last, position) || isA(.next, position) || hasArticle && isA(.following, position)
        || unit(position + 1) != nil,
      let word = atom(position)
    else { return nil }
    if let unit = unit(position + 1), isSingular(position + 1), unit != .hour {
      let range = index..<(position + 2)
      if hasArticle, word.isA(.following), word.text == "following" || unit == .day {
        return Match(range, .shift(unit, count: 1))
      }
      if word.text == "following" { return Match(range, .shift(unit, count: 1)) }
      if word.isA(.previously), unit != .hour { return Match(range, .shift(unit, count: -1)) }
      if word.isA(.last) {
        return Match(
          range,
          hasArticle
            ? .span(unit, count: -1) : unit == .day ? .deictic(days: -1) : .period(unit, offset: -1)
        )
      }
      if word.isA(.this), word.text != "current" || hasArticle {
        return Match(range, .period(unit, offset: 0))
      }
      if word.isA(.next) {
        return Match(range, hasArticle ? .span(unit, count: 1) : .period(unit, offset: 1))
      }
      return nil
    }
    if hasArticle, word.isA(.following), isA(.dayPart, position + 1) {
      return Match(index..<(position + 2), .shift(.day, count: 1))
    }
    if hasArticle, word.isA(.previously), isA(.dayPart, position + 1) {
      return Match(index..<(position + 2), .shift(.day, count: -1))
    }
    // "the past two weeks", "the coming days"
    guard word.isA(.last) || word.isA(.next) else { return nil }
    let sign = word.isA(.last) ? -1 : 1
    if let (number, end) = count(position + 1), let unit = unit(end), unit != .hour,
      !atomIsOne(position + 1)
    {
      return Match(index..<(end + 1), .span(unit, count: sign * number))
    }
    if let unit = unit(position + 1) ?? (isA(.vague, position + 1) ? self.unit(position + 2) : nil),
      unit == .day || unit == .week
    {
      return Match(index..<(isA(.vague, position + 1) ? position + 3 : position + 2), .vague)
    }
    return nil
  }

  private func atomIsOne(_ index: Int) -> Bool { isText("a", index) || isText("an", index) }

  func isSingular(_ index: Int) -> Bool {
    !(atom(index)?.text.hasSuffix("s") ?? true) || isText("mes", index)
  }

  /// "Two weeks ago", "four days later", "a day earlier", "a month after the talks", "in three days".
  private func englishDistance(at index: Int) -> Match? {
    // "the day before", "the day after the summit"
    if isA(.the, index),
      unit(index + 1) == .day || unit(index + 1) == .week || unit(index + 1) == .year,
      isSingular(index + 1), isA(.after, index + 2) || isText("before", index + 2),
      let unit = unit(index + 1)
    {
      // "The day before she had met B"
      if index == 0, isText("had", index + 4),
        ["he", "she", "they", "it"].contains(where: { isText($0, index + 3) })
      {
        return Match(index..<(index + 3), .shift(unit, count: isA(.after, index + 2) ? 1 : -1))
      }
      return ending(index..<(index + 3), unit, 1)
    }
    if isA(.vague, index) || isText("a", index) && isText("few", index + 1) {
      let at = isText("a", index) ? index + 2 : index + 1
      guard let unit = unit(at), unit == .day || unit == .week || unit == .hour else { return nil }
      if isA(.ago, at + 1) || isText("recent", index) {
        return Match(index..<(isA(.ago, at + 1) ? at + 2 : at + 1), .vague)
      }
      return nil
    }
    guard let (number, unitIndex) = count(index), let unit = unit(unitIndex) else { return nil }
    let end = unitIndex + 1
    if isA(.ago, end) { return Match(index..<(end + 1), .distance(unit, count: -number)) }
    if isText("from", end), isText("now", end + 1) {
      return Match(index..<(end + 2), .distance(unit, count: number))
    }
    if isA(.in, index - 1), isText("in", index - 1), unit != .hour, number < 400 {
      // "in three days' time"; "in three days" alone is a duration but for what is to come.
      let apostrophe = isText("'", end) || isText("’", end) ? end + 1 : end
      if isText("time", apostrophe) {
        return Match(index..<(apostrophe + 1), .distance(unit, count: number))
      }
      return isAhead(index, end, unit) ? Match(index..<end, .ahead(unit, count: number)) : nil
    }
    return ending(index..<(end + 1), unit, number)
  }

  /// "Later", "earlier", "after …", "before …" behind a number of units; the range ends behind that word.
  private func ending(_ range: Range<Int>, _ unit: Unit, _ number: Int) -> Match? {
    let word = range.upperBound - 1
    if isA(.later, word) { return Match(range, .shift(unit, count: number)) }
    // "Three days before that, he met B": counted from the day told last, as "three days earlier" is.
    let isOpen = hasComplement(range.upperBound) && !isText("that", range.upperBound)
    if isText("before", word) || isText("prior", word) {
      return Match(range, isOpen ? .complement(unit, count: number) : .shift(unit, count: -number))
    }
    if isA(.earlier, word) { return Match(range, .shift(unit, count: -number)) }
    if isText("after", word) || isText("following", word) {
      return Match(range, isOpen ? .complement(unit, count: -number) : .shift(unit, count: number))
    }
    return nil
  }

  /// True if something follows that "after" or "before" may take.
  private func hasComplement(_ index: Int) -> Bool {
    guard let next = atom(index) else { return false }
    return next.digits > 0 || next.text.unicodeScalars.first?.properties.isAlphabetic ?? false
  }

  // MARK: - Spanish

  /// "La semana pasada", "el próximo mes", "este año", "al día siguiente", "los últimos dos meses", "el fin de semana".
  private func spanishPeriod(at index: Int) -> Match? {
    let start = isA(.the, index) ? index + 1 : index
    // "la víspera" is yesterday in a paper; "la víspera de la cumbre" counts from it.
    if isText("vispera", start) {
      let range = index..<(start + 1)
      return Match(range, isA(.of, start + 1) ? .shift(.day, count: -1) : .deictic(days: -1))
    }
    // Adjective first: "próxima semana", "pasado fin de semana", "este mes", "mismo día".
    if let word = atom(start) {
      if word.isA(.this), isA(.same, start + 1), !isText("ese", start), unit(start + 2) == .day {
        return Match(index..<(start + 3), .deictic(days: 0))
      }
      if isText("ese", start) || isText("aquel", start), isA(.same, start + 1),
        unit(start + 2) == .day
      {
        return Match(index..<(start + 3), .shift(.day, count: 0))
      }
      if word.isA(.same), unit(start + 1) == .day {
        return Match(index..<(start + 2), .shift(.day, count: 0))
      }
      if let (unit, end) = spanishUnit(start + 1), isSingularSpanish(start + 1),
        !(unit == .month && isA(.of, end) && isA(.month, end + 1))
      {
        let range = index..<end
        if word.text == "siguiente" { return Match(range, .shift(unit, count: 1)) }
        if word.text == "anterior" { return Match(range, .shift(unit, count: -1)) }
        if word.isA(.this) { return Match(range, .period(unit, offset: 0)) }
        if word.isA(.next) { return Match(range, .period(unit, offset: 1)) }
        if word.isA(.last) {
          return Match(
            range, word.text.hasPrefix("ultim") ? .span(unit, count: -1) : .period(unit, offset: -1)
          )
        }
      }
      if word.isA(.last) || word.isA(.next) {
        let sign = word.isA(.last) ? -1 : 1
        if let (number, end) = count(start + 1), let unit = unit(end), unit != .hour {
          return Match(index..<(end + 1), .span(unit, count: sign * number))
        }
        if let unit = unit(start + 1), unit == .day || unit == .week {
          return Match(index..<(start + 2), .vague)
        }
      }
      if let (number, end) = count(start), isA(.last, end) || isA(.next, end),
        let unit = unit(end + 1), unit != .hour
      {
        return Match(index..<(end + 2), .span(unit, count: isA(.last, end) ? -number : number))
      }
    }
    guard let (unit, end) = spanishUnit(start) else { return nil }
    if isText("que", end), isText("viene", end + 1) {
      return Match(index..<(end + 2), .period(unit, offset: 1))
    }
    guard isSingularSpanish(start) else {
      if unit == .day || unit == .week, isText("recientes", end) {
        return Match(index..<(end + 1), .vague)
      }
      return nil
    }
    if isA(.following, end) { return Match(index..<(end + 1), .shift(unit, count: 1)) }
    if isA(.previously, end) { return Match(index..<(end + 1), .shift(unit, count: -1)) }
    if isText("pasado", end) || isText("pasada", end) {
      return Match(index..<(end + 1), .period(unit, offset: -1))
    }
    if isA(.next, end) { return Match(index..<(end + 1), .period(unit, offset: 1)) }
    if isText("en", end), isText("curso", end + 1) {
      return Match(index..<(end + 2), .period(unit, offset: 0))
    }
    if unit == .weekend, isA(.the, index) {
      return Match(index..<end, .period(.weekend, offset: 0))
    }
    return nil
  }

  /// A unit, "fin de semana" included.
  private func spanishUnit(_ index: Int) -> (Unit, Int)? {
    if isText("fin", index), isA(.of, index + 1), isText("semana", index + 2) {
      return (.weekend, index + 3)
    }
    guard let unit = unit(index), unit != .hour else { return nil }
    return (unit, index + 1)
  }

  private func isSingularSpanish(_ index: Int) -> Bool {
    guard let text = atom(index)?.text else { return false }
    return text == "mes" || !text.hasSuffix("s")
  }

  /// "Hace tres días", "dos semanas atrás", "dentro de un mes", "cuatro días después", "un mes después de la cumbre".
  private func spanishDistance(at index: Int) -> Match? {
    if isA(.hace, index) {
      var position = index + 1
      while isA(.about, position) && !isA(.vague, position) || isText("mas", position)
        || isText("de", position)
      {
        position += 1
      }
      if let (number, end) = count(position), let unit = unit(end) {
        return Match(index..<(end + 1), .distance(unit, count: -number))
      }
      if isA(.vague, position), let unit = unit(position + 1),
        unit == .day || unit == .week || unit == .hour
      {
        return Match(index..<(position + 2), .vague)
      }
      return nil
    }
    if isA(.dentro, index), isA(.of, index + 1), let (number, end) = count(index + 2),
      let unit = unit(end)
    {
      return Match(index..<(end + 1), .distance(unit, count: number))
    }
    guard let (number, unitIndex) = count(index), let unit = unit(unitIndex) else { return nil }
    let end = unitIndex + 1
    if isA(.ago, end) { return Match(index..<(end + 1), .distance(unit, count: -number)) }
    if isText("mas", end), isText("tarde", end + 1) {
      return Match(index..<(end + 2), .shift(unit, count: number))
    }
    if isText("despues", end) || isText("antes", end) {
      let sign = isText("despues", end) ? 1 : -1
      return isText("de", end + 1) || isText("que", end + 1)
        ? Match(index..<(end + 2), .complement(unit, count: -sign * number))
        : Match(index..<(end + 1), .shift(unit, count: sign * number))
    }
    // "la cumbre que en un mes reunirá a los presidentes"
    if isText("en", index - 1), number < 400, isAhead(index, end, unit) {
      return Match(index..<end, .ahead(unit, count: number))
    }
    return nil
  }

  /// "in two weeks", "en un mes"; not "in two days of talks", "the first summit in five years".
  private func isAhead(_ index: Int, _ end: Int, _ unit: Unit) -> Bool {
    guard unit != .hour, unit != .year, !isA(.of, end) else { return false }
    return !(index - 8..<index).contains { before in
      ["first", "primer", "primera", "only", "second", "segundo", "segunda", "last"].contains {
        isText($0, before)
      }
    }
  }
}

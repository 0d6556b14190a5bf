import Language

/// Finds date expressions among the atoms of one sentence. It knows forms, not dates: what a form means is told
/// by `DateResolver`.
struct DateGrammar {
  /// A piece of a sentence that is a date expression.
  struct Match: Equatable {
    /// Indices of atoms.
    var range: Range<Int>
    var expression: DateExpression
    /// A second expression joined by "and", which may be one interval with the first.
    var second: DateExpression?
    /// Indices of the atoms of the second.
    var secondRange: Range<Int>?

    init(_ range: Range<Int>, _ expression: DateExpression) {
      self.range = range
      self.expression = expression
    }
  }

  let atoms: [DateAtom]
  let language: LanguageCode

  /// All expressions, from left to right; they do not overlap.
  func matches() -> [Match] {
    var out: [Match] = []
    let named = DateGrammar.named
    var index = 0
    while index < atoms.count {
      // Nothing begins with a word that is in no class and is none of those that the rules name.
      if atoms[index].isPlain, !named.mayContain(atoms[index].code) {
        index += 1
        continue
      }
      if let match = match(at: index) {
        out.append(match)
        index = max(index + 1, (match.secondRange ?? match.range).upperBound)
      } else {
        index += 1
      }
    }
    return out
  }

  /// The words with which expressions begin that the rules know by themselves, not by a class.
  private static let named: WordFilter = {
    var filter = WordFilter()
    for word in [
      "a", "antes", "day", "dia", "earlier", "en", "last", "later", "may", "mes", "next", "pasado",
      "por", "primero", "proximo", "q", "the", "this", "ultimo",
    ] { filter.insert(word) }
    return filter
  }()

  /// The longest expression that begins at an atom.
  private func match(at index: Int) -> Match? {
    guard let first = single(at: index) else { return partialInterval(at: index) }
    if let partial = partialInterval(at: index), partial.range.upperBound > first.range.upperBound {
      return partial
    }
    return joined(first)
  }

  /// One expression without a connection to another.
  func single(at index: Int) -> Match? {
    let candidates = [calendar(at: index), relative(at: index), vagueOrPart(at: index)]
    var best: Match?
    for case .some(let candidate) in candidates
    where candidate.range.upperBound > (best?.range.upperBound ?? 0) {
      best = candidate
    }
    return best
  }

  // MARK: - Reading atoms

  func atom(_ index: Int) -> DateAtom? { index >= 0 && index < atoms.count ? atoms[index] : nil }

  // These look at the atoms where they lie; `atom` makes a copy, with the counting of references that it costs.

  private func has(_ index: Int) -> Bool { index >= 0 && index < atoms.count }

  func isA(_ kind: DateWords.Class, _ index: Int) -> Bool {
    has(index) && atoms[index].isA(kind)
  }

  func value(_ kind: DateWords.Class, _ index: Int) -> Int? {
    isA(kind, index) ? atoms[index].value(kind) : nil
  }

  func isText(_ text: String, _ index: Int) -> Bool { has(index) && atoms[index].text == text }

  /// The index behind atoms of a class, as many as there are.
  func skip(_ kind: DateWords.Class, _ index: Int) -> Int {
    var index = index
    while isA(kind, index) { index += 1 }
    return index
  }

  /// A day of the month in digits, "16" or "16th", or "1º"; in Spanish also "primero".
  func dayNumber(_ index: Int) -> Int? {
    guard has(index) else { return nil }
    if let number = atoms[index].number {
      if atoms[index].digits <= 2, (1...31).contains(number) { return number }
    } else if language == .spanish, atoms[index].text == "primero" {
      return 1
    }
    return nil
  }

  /// A year in four digits.
  func yearNumber(_ index: Int) -> Int? {
    guard has(index), atoms[index].digits == 4, let number = atoms[index].number,
      (1500...2150).contains(number)
    else { return nil }
    // "2015's" and "2015-16" are years; "1990s" is a decade, "2,015" was never one number.
    if isText("s", index + 1), atoms[index + 1].isGlued { return nil }
    return number
  }

  /// A count before a unit: digits, a word, or "a".
  func count(_ index: Int) -> (value: Int, end: Int)? {
    guard has(index) else { return nil }
    if let number = atoms[index].number, atoms[index].digits <= 3, !atoms[index].isOrdinal {
      return (number, index + 1)
    }
    if let number = value(.cardinal, index) {
      // "a couple of weeks", "un par de semanas"
      if number == 1, isText("couple", index + 1) || isText("par", index + 1) {
        return (2, isA(.of, index + 2) ? index + 3 : index + 2)
      }
      return (number, index + 1)
    }
    return nil
  }

  /// A unit of time longer than an hour.
  func unit(_ index: Int) -> DateExpression.Unit? {
    guard let value = value(.unit, index), let unit = DateExpression.Unit(rawValue: value) else {
      return nil
    }
    return unit
  }

  /// The number of a month by name, short names included where a day or a year stands by.
  func month(_ index: Int, short: Bool) -> Int? {
    if let month = value(.month, index) { return month }
    return short ? value(.monthShort, index) : nil
  }
}

import Gazetteer
import Language

/// Peoples that stand for their governments.
extension PhraseFinder {
  /// "negociaciones entre israelíes y palestinos", "talks between Russians and Ukrainians": two peoples that talk; the end of the
  /// one at a token, or nil.
  mutating func peoples(_ start: Int) -> Int? {
    let isFirst = scan.isOne(start - 1, of: Words.between)
    guard isFirst || scan.isOne(start - 1, of: Words.and), let match = people(named: start) else {
      return nil
    }
    let end = Int(match.end)
    if isFirst {
      guard scan.isOne(end, of: Words.and), people(named: end + 1) != nil else { return nil }
    } else {
      guard let last = phrases.last, last.kind == .group, last.range.upperBound == start - 1,
        people(named: last.range.lowerBound) != nil
      else { return nil }
    }
    guard isBetween(start) else { return nil }
    var phrase = NounPhrase(kind: .group, range: start..<end, head: end - 1)
    phrase.country = Int(match.index)
    phrase.isPlural = true
    add(phrase)
    return end
  }

  /// The noun of a people in the plural, behind its article or none, that no other noun follows.
  private func people(named start: Int) -> Scan.Match? {
    let at = scan.isDeterminer(start) ? start + 1 : start
    guard let match = scan.match(.demonym, at: at), match.end - match.start == 1,
      scan.isCapital(at) != scan.isSpanish
    else { return nil }
    let form = scan.tokens[at].form
    guard form.hasSuffix("s"), !form.hasSuffix("és"), !form.hasSuffix("ss"), !form.hasSuffix("."),
      !scan.isCapital(at + 1) || scan.has(.stop, at: at + 1),
      at + 1 >= scan.count || !scan.shapes[at + 1].contains(.glue)
    else { return nil }
    return match
  }
}

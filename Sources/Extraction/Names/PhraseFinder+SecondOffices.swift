import Gazetteer
import Language

/// Further offices of one person, before the name: "el vicepresidente y ministro de Economía, X".
extension PhraseFinder {
  /// "el vicepresidente y | ministro de Economía, X", "the vice president and | minister of trade, X,": an office that goes on with
  /// the article of the first one, whose holder is named behind it.
  func secondOffice(_ start: Int, of first: OfficePhrase) -> OfficePhrase? {
    guard !scan.isDeterminer(start), !scan.isOne(start, of: Words.possessives),
      let second = offices.office(at: start, owned: first.hasDeterminer), !second.isPlural,
      scan.isCapital(first.head) == scan.isCapital(second.head), isNamed(second)
    else { return nil }
    if !first.hasDeterminer || first.isQualified || second.isQualified { return second }
    // "el presidente y vicepresidente, X e Y"
    guard scan.isSpanish,
      let name = nameAfter(second.range.upperBound, comma: false)
        ?? nameAfter(second.range.upperBound, comma: true)
    else { return nil }
    return scan.isOne(name.range.upperBound, of: Words.and)
      && scan.isCapital(name.range.upperBound + 1) ? nil : second
  }

  /// "Deputy Prime Minister – Minister of Foreign Affairs X": how some ministries write two offices.
  func isDash(_ at: Int) -> Bool {
    !scan.isSpanish && (scan.isSign(at, "–") || scan.isSign(at, "-")) && scan.isCapital(at + 1)
      && !scan.shapes[at].contains(.glue)
  }

  /// True if the name of the holder follows a second office; in English behind a comma only if one closes it.
  private func isNamed(_ office: OfficePhrase) -> Bool {
    let end = office.range.upperBound
    if nameAfter(end, comma: false) != nil { return true }
    if scan.isSpanish { return nameAfter(end, comma: true) != nil }
    guard let name = nameAfter(end, comma: true) else { return false }
    return name.words > 1 && closes(name.range.upperBound)
  }

  /// Capitalized offices of the same person in a list that a name ends; where the list ends.
  func furtherOffices(_ phrase: inout NounPhrase, _ start: Int) -> Int? {
    var at = start
    var found: [OfficePhrase] = []
    while at < scan.count, found.count < 4 {
      var next = at
      if scan.isSign(next, ",") { next += 1 }
      let isLast = scan.isOne(next, of: Words.and)
      if isLast { next += 1 }
      guard next > at, scan.isCapital(next), let office = offices.office(at: next),
        !office.isPlural, !office.hasDeterminer, scan.isCapital(office.head)
      else { return nil }
      found.append(office)
      at = office.range.upperBound
      if isLast {
        phrase.offices += found
        if phrase.country == nil { phrase.country = found.lazy.compactMap(\.country).first }
        return at
      }
    }
    return nil
  }
}

import Gazetteer
import Language

/// One person who holds two offices or more: "Deputy Prime Minister and Foreign Minister X".
extension PhraseFinder {
  /// "The President and Vice President met": the article of the first office is that of the second too.
  func sharingArticle(_ office: OfficePhrase) -> OfficePhrase {
    guard !scan.isSpanish, !office.hasDeterminer, scan.isCapital(office.head),
      scan.isOne(office.range.lowerBound - 1, of: Words.and), let last = phrases.last,
      last.kind == .office, !last.isPlural, last.range.upperBound == office.range.lowerBound - 1,
      let first = last.offices.first, first.hasDeterminer, last.country == nil, last.body == nil,
      [.state, .government, .monarch].contains(first.kind),
      [.state, .government, .foreign, .monarch].contains(office.kind),
      nameAfter(office.range.upperBound, comma: false) == nil
    else { return office }
    var shared = office
    shared.hasDeterminer = true
    return shared
  }

  /// "el vicepresidente y | ministro de Economía, X", "the vice president and | minister of trade, X,": an office that goes on with
  /// the article of the first one, whose holder is named behind it.
  func secondOffice(_ start: Int, of first: OfficePhrase) -> OfficePhrase? {
    guard !scan.isDeterminer(start), !scan.isOne(start, of: Words.possessives),
      let second = offices.office(at: start, owned: first.hasDeterminer), !second.isPlural,
      scan.isCapital(first.head) == scan.isCapital(second.head)
    else { return nil }
    if isDeputyToo(first, second) { return second }
    guard isNamed(second) else { return nil }
    if !first.hasDeterminer || first.isQualified || second.isQualified { return second }
    // "el presidente y vicepresidente, X e Y"
    guard scan.isSpanish,
      let name = nameAfter(second.range.upperBound, comma: false)
        ?? nameAfter(second.range.upperBound, comma: true)
    else { return nil }
    return scan.isOne(name.range.upperBound, of: Words.and)
      && scan.isCapital(name.range.upperBound + 1) ? nil : second
  }

  /// "Deputy Prime Minister – Minister of Foreign Affairs X", "Deputy Prime Minister/Foreign Minister X", "DPM/FM X": how some
  /// ministries write two offices.
  func isDash(_ at: Int) -> Bool {
    guard !scan.isSpanish, scan.isCapital(at + 1) else { return false }
    return scan.isSign(at, "/")
      || (scan.isSign(at, "–") || scan.isSign(at, "-")) && !scan.shapes[at].contains(.glue)
  }

  /// "The Deputy Prime Minister and Foreign Minister was received by B": a deputy who has a ministry is one person.
  func isDeputyToo(_ first: OfficePhrase, _ second: OfficePhrase) -> Bool {
    !scan.isSpanish && first.kind == .government && first.hasDeterminer
      && first.core.contains { scan.isOne($0, of: TwoOfficesWords.deputies) }
      && [.foreign, .minister, .secretary].contains(second.kind)
  }

  /// ", Senator X", ", Ambassador X": a rank that stands before the name of who holds another office.
  func isRank(_ match: Scan.Match) -> Bool {
    let office = Gazetteer.shared.offices[Int(match.index)]
    return match.end - match.start == 1 && !office.isPlural
      && (office.kind == .legislator || office.kind == .ambassador)
  }

  /// "Omani Foreign Minister, Sheikh X on Monday", "Turkish Foreign Minister, Professor X in": a rank behind the comma begins no
  /// other subject.
  func isRanked(_ name: Range<Int>) -> Bool {
    !scan.isSign(name.lowerBound - 1, ",")
  }

  /// True if the name of the holder follows a second office; in English behind a comma only if one closes it.
  func isNamed(_ office: OfficePhrase) -> Bool {
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

enum TwoOfficesWords {
  static let deputies = Words.set("deputy vice dpm")
}

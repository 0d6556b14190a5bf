import Gazetteer
import Language
import Records

/// The words for offices, as records show them.
extension EntityTable {
  /// The office in full, as the article gives it, with the country where that stands apart from it.
  func role(_ office: OfficePhrase, _ phrase: NounPhrase, _ scan: Scan) -> String {
    var start = office.range.lowerBound
    while start < office.head,
      scan.isDeterminer(start) || scan.isOne(start, of: Words.possessives)
        || scan.isPossessive(start)
    {
      start += 1
    }
    var text: String
    if let owner = (start..<office.range.upperBound).first(where: scan.isPossessive) {
      // "Cuba's Vice Foreign Minister".
      text = scan.surface(start..<owner) + " " + scan.surface((owner + 1)..<office.range.upperBound)
    } else {
      text = scan.surface(start..<office.range.upperBound)
    }
    // "el presidente de Chile, A, y el de Brasil, B": the office was said of the other.
    let isElided = phrase.country != nil && !phrase.range.overlaps(office.range)
    if office.isPlural || isElided {
      let gazetteer = Gazetteer.shared
      let core = scan.surface(office.core)
      text = OfficeNames.singular(core, isSpanish: isSpanish)
      if let country = phrase.country {
        text += OfficeNames.ofCountry(gazetteer.countries[country], isSpanish: isSpanish)
      }
    }
    return text
  }

  /// "the first visit by an Israeli premier", "la primera visita de un presidente": whoever holds such an office, nobody that was
  /// there.
  func isAnyone(_ phrase: NounPhrase, _ scan: Scan) -> Bool {
    let before = phrase.range.lowerBound - 1
    guard phrase.isIndefinite, before > 0 else { return false }
    return scan.isSpanish
      ? scan.isOne(before, of: Words.of) && scan.isOne(before - 1, of: OfficeNames.journeys)
      : scan.isSign(before, "by") && scan.isOne(before - 1, of: OfficeNames.journeys)
  }
}

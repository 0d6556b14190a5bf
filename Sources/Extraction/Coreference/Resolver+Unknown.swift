import Gazetteer
import Language
import Records

/// Names that no list knows and that the article has not told before: who or what they are.
extension Resolver {
  /// A person, or an organization, whose name no list knows and who is spoken of for the first time; nil if the article
  /// gives no sign that it is anyone.
  mutating func unknown(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    // "Germany's Merkel" is told apart as by a title.
    let isTitled =
      !phrase.offices.isEmpty || phrase.gender != .either
      || phrase.country != nil && scan.isPossessive(phrase.range.lowerBound - 1)
    if isTitled { return table.newPerson(phrase, scan, isWeak: false) }
    if let head = headOnTheDay(phrase, scan) { return head }
    let start = phrase.range.lowerBound
    // A lone capital in quotation marks, or before a noun, may be any word.
    guard start == 0 || !scan.shapes[start - 1].contains(.quote), !isPlace(phrase, scan),
      !isAdjective(phrase, scan)
    else { return nil }
    // "the Quint": no article stands before a lone name.
    let isThing =
      !scan.isSpanish && phrase.nameWords == 1 && start > 0 && scan.isSign(start - 1, "the")
      && !scan.has(.given, at: start)
    switch evidence.verdict(phrase, scan) {
    case .person where isThing: return nil
    case .person: return table.newPerson(phrase, scan, isWeak: true)
    case .organization: return table.organization(phrase, scan)
    case .nothing: return nil
    }
  }

  /// A lone capital behind "in" is a town that no list knows.
  func isPlace(_ phrase: NounPhrase, _ scan: Scan) -> Bool {
    phrase.nameWords == 1
      && scan.isOne(phrase.range.lowerBound - 1, of: OrganizationWords.locatives)
  }

  /// "Transatlantic leaders": a lone capital before a word for people is their adjective.
  func isAdjective(_ phrase: NounPhrase, _ scan: Scan) -> Bool {
    let next = phrase.range.upperBound
    return phrase.nameWords == 1 && !scan.isSpanish && next < scan.count
      && scan.shapes[next].contains(.lower)
      && (scan.has(.group, at: next) || scan.match(.office, at: next) != nil)
  }
}

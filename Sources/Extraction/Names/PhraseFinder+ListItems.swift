import Gazetteer
import Language

/// Items of lists that are a name and nothing else.
extension PhraseFinder {
  /// "- Wetland Trust - Geese Unlimited - Society for Marsh Birds": capitals that fill an item behind a dash or a bullet name a body,
  /// whatever they are; the end of the item, or nil.
  mutating func listItem(_ start: Int) -> Int? {
    guard isItemMark(start - 1), scan.isCapital(start),
      scan.match(.honorific, at: start) == nil,
      // "- Rep. Ana Gill"
      !scan.span(start, start + 3).contains(where: { scan.has(.given, at: $0) })
    else { return nil }
    var at = start
    var capitals = 0
    while at < scan.count, !isItemMark(at) {
      if scan.isCapital(at) {
        guard scan.match(.office, at: at) == nil else { return nil }
        capitals += 1
      } else {
        guard at > start,
          scan.isOne(at, of: Words.of) || scan.isOne(at, of: Words.and)
            || scan.isOne(at, of: AgencyWords.links) || scan.isDeterminer(at)
            || scan.isOne(at, of: ListItemWords.joiners) || scan.isPossessive(at)
            || scan.isSign(at, "&")
            || scan.shapes[at].contains(.glue)
        else { return nil }
      }
      at += 1
    }
    // A list has several items, in one line or in lines of their own.
    guard capitals > 1, at - start <= 12, start == 1 || at < scan.count || isItemMark(0),
      at > start, scan.isCapital(at - 1)
    else { return nil }
    var phrase = NounPhrase(kind: .organization, range: start..<at, head: at - 1)
    phrase.name = start..<at
    add(phrase)
    return at
  }

  private func isItemMark(_ at: Int) -> Bool {
    at >= 0 && at < scan.count && scan.shapes[at].contains(.punctuation)
      && ["-", "–", "•", "·"].contains(scan.tokens[at].form)
      && !scan.shapes[at].contains(.glue) && scan.tokens[at].spaceAfter
  }
}

enum ListItemWords {
  static let joiners = Words.set("in on to del para")
}

import Gazetteer
import Language

/// What stands before a phrase, as numbers that the learned model reads.
extension Scan {
  /// The determiner of the phrase that begins at a token, among the four tokens before it: 4 a possessive form, 3 a possessive,
  /// 2 indefinite, 1 definite, 0 none; a sign ends the search if asked for.
  func determiner(before token: Int, untilSign: Bool) -> Int {
    for at in stride(from: token - 1, through: max(0, token - 4), by: -1) {
      if isPossessive(at) { return 4 }
      if isOne(at, of: Words.possessives) { return 3 }
      if isOne(at, of: Words.indefinite) || !isSpanish && isOne(at, of: Words.englishArticles) {
        return 2
      }
      if isDeterminer(at) { return 1 }
      if untilSign, shapes[at].contains(.punctuation) { return 0 }
    }
    return 0
  }

  /// The preposition before a phrase, past articles and the like, by its place in the list from 1 on; 20 for a comma, 0 for
  /// neither, -1 where the sentence begins.
  func preposition(before token: Int, among prepositions: [WordSet]) -> Int {
    var at = token - 1
    while at >= 0, isFiller(at) { at -= 1 }
    guard at >= 0, at < count else { return -1 }
    if let code = prepositions.firstIndex(where: { isOne(at, of: $0) }) { return code + 1 }
    return isSign(at, ",") ? 20 : 0
  }
}

extension Range<Int> {
  /// What lies between two ranges; empty where they meet or overlap.
  func gap(to other: Range<Int>) -> Range<Int> {
    if upperBound <= other.lowerBound { return upperBound..<other.lowerBound }
    if other.upperBound <= lowerBound { return other.upperBound..<lowerBound }
    return lowerBound..<lowerBound
  }
}

import Gazetteer
import Language

/// What an office is of in words that no list has, where commas part them from the name of the holder.
extension OfficeParser {
  /// "the deputy head of Sudan's | ruling council, X,", "the head | of the governing board of the bank, X,", "el jefe | del órgano
  /// electoral de la provincia, X,": anything without a verb that leads to a full name between commas; behind a name ("X, the deputy
  /// head of Sudan's ruling council,") to the next comma.
  func apposedComplement(_ phrase: inout OfficePhrase, _ start: inout Int, isRole: Bool) {
    guard phrase.hasDeterminer || isRole && scan.isCapital(phrase.head), !phrase.isPlural,
      !phrase.isIndefinite || !scan.isSpanish,
      !isApposed(start), !isNamed(start)
    else { return }
    // "jefe de la misión | investigadora sobre el uso de armas, X"
    let isAdjective =
      scan.isSpanish && start < scan.count && scan.shapes[start].contains(.lower)
      && scan.isOne(start + 1, of: ApposedWords.openers) && isInside(start)
    let opener = isAdjective ? start + 1 : start
    guard scan.isPossessive(opener) || scan.isOne(opener, of: ApposedWords.openers) else { return }
    var country: Int?
    var at = opener + 1
    while at < scan.count, at <= start + 14 {
      if scan.isSign(at, ",") || isRole && scan.isSign(at, ".") {
        guard at > start + 1, isRole || isApposed(at), !scan.isOne(at - 1, of: ApposedWords.links)
        else { return }
        phrase.isQualified = true
        phrase.country = phrase.country ?? country
        start = at
        return
      }
      guard scan.isPossessive(at) || isInside(at) else { return }
      if scan.isCapital(at), country == nil, phrase.body == nil, isOwning(at),
        let match = scan.match(.country, at: at) ?? scan.match(.demonym, at: at)
      {
        country = Int(match.index)
      }
      at += 1
    }
  }

  /// "the commission of Kenya", "the Kenyan commission": not "la misión en Siria", "the mission to Chad".
  private func isOwning(_ at: Int) -> Bool {
    var before = at - 1
    while scan.isDeterminer(before) { before -= 1 }
    return !scan.isOne(before, of: Resolver.prepositions) || scan.isOne(before, of: Words.of)
  }

  /// True for a word that may stand in the name or the description of a body: no verb, no office, no person's name.
  private func isInside(_ at: Int) -> Bool {
    if scan.isOne(at, of: ApposedWords.links) || scan.isDeterminer(at) { return true }
    if scan.shapes[at].contains(.punctuation) { return scan.shapes[at].contains(.glue) }
    // "la misión investigadora": an adjective behind its noun.
    let isAdjective =
      scan.isSpanish && scan.shapes[at].contains(.lower) && scan.shapes[at - 1].contains(.lower)
      && !scan.isDeterminer(at - 1) && !scan.isOne(at - 1, of: ApposedWords.links)
    guard scan.keys[at] != 0, isAdjective || scan.match(.office, at: at) == nil,
      !scan.isOne(at, of: Words.relative),
      // "la embajadora en nuestro país, X"
      !scan.isOne(at, of: Words.possessives)
        || scan.isOne(at + 1, of: OrganizationWords.countryWords)
    else { return false }
    if scan.isCapital(at) { return !scan.has(.given, at: at) || !isNamed(at) }
    let form = scan.tokens[at].form
    if scan.has(.verb, at: at), !scan.has(.portfolio, at: at) { return false }
    switch Annotator().commonClass(form, isSpanish: scan.isSpanish) {
    case .verb, .aux, .pron, .sconj: return false
    default: return true
    }
  }
}

enum ApposedWords {
  static let openers = Words.set("of for in at on to from de del para en ante sobre contra")
  static let links = Words.set("of for in and on de del la el los las y e en para")
}

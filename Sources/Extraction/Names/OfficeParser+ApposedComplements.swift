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
      !isApposed(start), !isNamed(start),
      scan.isPossessive(start) || scan.isOne(start, of: ApposedWords.openers)
    else { return }
    var country: Int?
    var at = start + 1
    while at < scan.count, at <= start + 10 {
      if scan.isSign(at, ",") || isRole && scan.isSign(at, ".") {
        guard at > start + 1, isRole || isApposed(at), !scan.isOne(at - 1, of: ApposedWords.links)
        else { return }
        phrase.isQualified = true
        phrase.country = phrase.country ?? country
        start = at
        return
      }
      guard scan.isPossessive(at) || isInside(at) else { return }
      if scan.isCapital(at), country == nil,
        let match = scan.match(.country, at: at) ?? scan.match(.demonym, at: at)
      {
        country = Int(match.index)
      }
      at += 1
    }
  }

  /// True for a word that may stand in the name or the description of a body: no verb, no office, no person's name.
  private func isInside(_ at: Int) -> Bool {
    if scan.isOne(at, of: ApposedWords.links) || scan.isDeterminer(at) { return true }
    if scan.shapes[at].contains(.punctuation) { return scan.shapes[at].contains(.glue) }
    guard scan.keys[at] != 0, scan.match(.office, at: at) == nil,
      !scan.isOne(at, of: Words.relative), !scan.isOne(at, of: Words.possessives)
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
  static let openers = Words.set("of for in at on to from de del para en ante")
  static let links = Words.set("of for in and on de del la el los las y e en para")
}

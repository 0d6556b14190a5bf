import Gazetteer
import Language

/// Words behind a Spanish office that no list has.
extension OfficeParser {
  /// "el congresista republicano A", "la diputada laborista B", "gobernador regional de Cusco", "el consejero comisionado de
  /// paz, C": one or two plain words that the name of the holder, a country or what the office is of follows; their end.
  func plainWords(_ start: Int, _ phrase: OfficePhrase) -> Int? {
    guard phrase.hasDeterminer, !phrase.isPlural,
      start == phrase.range.lowerBound || start > phrase.head
    else { return nil }
    var at = start
    while at < start + 2, isPlain(at) { at += 1 }
    guard at > start, at < scan.count else { return nil }
    if isNamed(at) { return scan.isCapital(at) ? at : nil }
    if let match = scan.match(.demonym, at: at), !scan.isCapital(at) {
      return isNamed(Int(match.end)) || isApposed(Int(match.end)) ? at : nil
    }
    if isApposed(at) { return at }
    guard scan.isOne(at, of: Words.of) else { return nil }
    let next = scan.isDeterminer(at + 1) ? at + 2 : at + 1
    // "gobernador regional de Cusco, X"
    if scan.isCapital(next) {
      let isPlace = scan.matches(at: next).contains {
        $0.kind == .country || $0.kind == .city || $0.kind == .capital || $0.kind == .body
      }
      return isPlace ? at : nil
    }
    // "consejero comisionado de paz, X"
    return isPlain(next) && isApposed(next + 1) ? next + 1 : nil
  }

  /// True for a lower-case word that may be an adjective or a noun: no verb, no word of another class, in no list.
  func isPlain(_ at: Int) -> Bool {
    guard at < scan.count, scan.shapes[at].contains(.lower), scan.keys[at] != 0,
      !scan.shapes[at].contains(.punctuation)
    else { return false }
    let form = scan.tokens[at].form
    guard form.utf8.count > 3, !form.hasSuffix("mente"), !form.hasSuffix("ó"),
      !form.hasSuffix("rá"), !form.hasSuffix("aron"), !form.hasSuffix("ieron")
    else { return false }
    for match in scan.matches(at: at) {
      switch match.kind {
      case .portfolio, .topic, .topicEnd, .organization, .office: continue
      default: return false
      }
    }
    switch Annotator().commonClass(form, isSpanish: true) {
    case .adj, .noun, nil: return true
    default: return false
    }
  }

  /// True for ", Name Surname" that a comma or the end closes.
  func isApposed(_ at: Int) -> Bool {
    guard scan.isSign(at, ","), isNamed(at + 1), let name = names.name(at: at + 1) else {
      return false
    }
    let end = name.range.upperBound
    return end >= scan.count || scan.shapes[end].contains(.punctuation)
      || scan.isOne(end, of: Words.and)
  }
}

import Gazetteer
import Language

extension PhraseFinder {
  /// "the fourth U.S.-India 2+2 Ministerial Dialogue", "the Australia – U.S. Ministerial Consultations": each of the countries or
  /// bodies that hyphens tie before an occasion with capitals; the end of the last, or nil.
  mutating func bilateral(_ start: Int) -> Int? {
    guard !scan.isSpanish else { return nil }
    let opening = scan.isDeterminer(start) ? start + 1 : start
    guard let first = state(at: opening), isHyphen(Int(first.end)) else { return nil }
    var found = [first]
    while let last = found.last, isHyphen(Int(last.end)), let next = state(at: Int(last.end) + 1) {
      found.append(next)
    }
    guard found.count > 1, let last = found.last, isOccasion(Int(last.end)) else { return nil }
    for match in found {
      var phrase = NounPhrase(kind: .country, range: match.range, head: Int(match.end) - 1)
      if match.kind == .body {
        phrase.kind = .body
        phrase.body = Int(match.index)
        if let code = Gazetteer.shared.bodies[Int(match.index)].country {
          phrase.country = Gazetteer.shared.index(ofCountry: code)
        }
      } else {
        phrase.country = Int(match.index)
      }
      add(phrase)
    }
    return Int(last.end)
  }

  /// "la cumbre hispano-francesa", "the Franco-German summit": each of the two countries that an adjective tells beside a noun of
  /// meeting or a commission; the end of the last, or nil.
  mutating func hyphenated(_ start: Int) -> Int? {
    guard let first = scan.match(.combining, at: start), isHyphen(Int(first.end)),
      let second = scan.match(.demonym, at: Int(first.end) + 1),
      scan.isSpanish ? isBehindOccasion(start) : isOccasion(Int(second.end))
    else { return nil }
    for match in [first, second] {
      var phrase = NounPhrase(kind: .country, range: match.range, head: Int(match.end) - 1)
      phrase.country = Int(match.index)
      // The adjective is no name of the country.
      phrase.isSeat = true
      add(phrase)
    }
    return Int(second.end)
  }

  private func isBehindOccasion(_ start: Int) -> Bool {
    scan.span(start - 6, start).contains {
      scan.has(.noun, at: $0) || scan.isOne($0, of: CommissionWords.bodies)
    }
  }

  /// A country or a body at a token; "U.S." is an adjective as well.
  private func state(at token: Int) -> Scan.Match? {
    guard token < scan.count, scan.isCapital(token) else { return nil }
    return scan.match(.country, at: token) ?? scan.match(.body, at: token)
  }

  private func isHyphen(_ at: Int) -> Bool {
    scan.isSign(at, "-") || scan.isSign(at, "–") || scan.isSign(at, "/")
  }

  /// True if words with capitals or numbers lead to a noun of meeting ("Strategic Dialogue", "2+2 Ministerial Dialogue",
  /// "summit").
  private func isOccasion(_ start: Int) -> Bool {
    var at = start
    while at < scan.count, at < start + 8 {
      if scan.has(.noun, at: at) {
        let end = scan.match(.noun, at: at).map { Int($0.end) } ?? at + 1
        if !scan.isCapital(end) { return true }
      }
      // "the Uruguay-Brazil Binational Commission"
      if scan.isCapital(at), scan.isOne(at, of: CommissionWords.bodies) { return true }
      let isPart =
        scan.isCapital(at) || scan.shapes[at].contains(.digit) || scan.shapes[at].contains(.glue)
        || scan.isPossessive(at) || scan.isSign(at, "+") || scan.isOne(at, of: Words.and)
        || scan.isOne(at, of: MeetWords.adjectives)
      // "the India-Kenya Business Forum" is none of the countries.
      guard isPart, !scan.isSign(at, "Business") else { return false }
      at += 1
    }
    return false
  }
}

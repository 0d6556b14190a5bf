import Gazetteer
import Language

/// Offices of several countries behind the names of those who hold them.
extension PhraseFinder {
  /// "A and B, the foreign ministers of X and Y, respectively, met", "A y B, cancilleres de X e Y, se reunieron": those named
  /// before hold one each, in their order; the end of what tells it, or nil.
  mutating func holdersInTurn(_ at: Int) -> Int? {
    guard scan.isSign(at - 1, ","), phrases.last?.range.upperBound == at - 1,
      phrases.last?.kind == .person,
      let office = offices.office(at: at, isRole: true) ?? offices.office(at: at),
      office.isPlural, isHeldByEach(office) || office.kind == .leader, office.kind != .counterpart
    else { return nil }
    let (countries, start) = countries(of: office)
    let first = phrases.count - countries.count
    guard countries.count > 1, first >= 0 else { return nil }
    var end = start
    let word = scan.isSign(end, ",") ? end + 1 : end
    if scan.isOne(word, of: InTurnWords.respectively) { end = word + 1 }
    guard closes(end) else { return nil }
    for index in first..<phrases.count {
      let person = phrases[index]
      guard person.kind == .person, !person.offices.isEmpty || person.nameWords > 1 else {
        return nil
      }
      guard index > first else { continue }
      let last = phrases[index - 1].range.upperBound
      let isList = (last..<max(last, person.range.lowerBound)).allSatisfy {
        scan.isSign($0, ",") || scan.isOne($0, of: Words.and)
      }
      guard isList, last < person.range.lowerBound else { return nil }
    }
    for (number, country) in countries.enumerated() {
      let index = first + number
      if phrases[index].offices.isEmpty { phrases[index].offices = [office] }
      if phrases[index].country == nil { phrases[index].country = country.index }
    }
    let last = phrases.count - 1
    phrases[last].range = phrases[last].range.lowerBound..<end
    return end
  }

  /// "the ministers of France and Spain, A and B": one name for each country, in their order.
  mutating func namesInTurn(
    _ countries: [Int], _ office: OfficePhrase, _ start: Int, from lower: Int
  ) -> Int? {
    guard scan.isSign(start, ",") || opensNames(start) else { return nil }
    var at = scan.isSign(start, ",") || scan.isCapital(start) ? start : start + 1
    var found: [NounPhrase] = []
    for country in countries {
      while at < scan.count, scan.isSign(at, ",") || scan.isOne(at, of: Words.and) { at += 1 }
      guard let name = nameAfter(at, comma: false) else { return nil }
      var phrase = NounPhrase(
        kind: .person, range: (found.isEmpty ? lower : at)..<name.range.upperBound,
        head: name.range.upperBound - 1)
      phrase.name = name.range
      phrase.nameWords = name.words
      phrase.gender = name.gender
      phrase.country = country
      if office.kind != .counterpart { phrase.offices = [office] }
      found.append(phrase)
      at = name.range.upperBound
    }
    guard
      closes(at) || scan.isOne(at, of: Words.of) || scan.isCapital(start)
        // "los presidentes de X e Y, A y B se reunieron"
        || scan.isSpanish && (scan.has(.verb, at: at) || scan.isOne(at, of: RelativeWords.small))
    else { return nil }
    return finishList(found, at)
  }

  /// "the prime ministers of A and B - X and Y -", "A and B foreign ministers X and Y": a dash, a bracket, or nothing.
  private func opensNames(_ at: Int) -> Bool {
    guard !scan.isSpanish, at < scan.count else { return false }
    if scan.isCapital(at) { return nameAfter(at, comma: false).map { $0.words > 1 } ?? false }
    return ["-", "–", "—", "("].contains(scan.tokens[at].form) && scan.isCapital(at + 1)
  }
}

extension PhraseFinder {
  /// "the leaders of the House and Senate Armed Services Committees": several bodies are no holder's name.
  func endsInBodies(_ name: Range<Int>) -> Bool {
    guard !scan.isSpanish, let last = name.last, scan.tokens[last].form.hasSuffix("s") else {
      return false
    }
    return scan.isOne(last, of: InTurnWords.bodies)
  }
}

enum InTurnWords {
  static let bodies = Words.set(
    """
    committees chambers councils commissions unions parties ministries agencies boards bureaus departments institutes \
    associations federations houses caucuses delegations offices courts banks universities
    """)
  static let respectively = Words.set("respectively respectivamente")
}

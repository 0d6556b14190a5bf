import Gazetteer
import Language

/// People who are told by several bodies that they are of.
extension PhraseFinder {
  /// "senior officials from the Coast Guard, the Department of Trade, and the Dairy Board": each of the bodies is a party, and no
  /// office or person begins among their words; the end of the list, or nil where there are not two.
  mutating func officialsOfBodies(_ start: Int) -> Int? {
    guard let group = groupOfBodies(start) else { return nil }
    var bodies: [Range<Int>] = []
    var at = group + 2
    while bodies.count < 20 {
      if scan.isDeterminer(at) { at += 1 }
      guard let end = bodyEnd(at) else { break }
      bodies.append(at..<end)
      at = pastLetters(end)
      let isComma = scan.isSign(at, ",")
      let isAnd = scan.isOne(isComma ? at + 1 : at, of: Words.and)
      guard isComma || isAnd else { break }
      at += (isComma ? 1 : 0) + (isAnd ? 1 : 0)
    }
    // "officials from the U.S. Coast Guard and the Dairy Board" are their government.
    guard bodies.count > 1, country(in: bodies[0]) == nil, let last = bodies.last,
      !scan.isPossessive(last.upperBound)
    else {
      return nil
    }
    for (index, body) in bodies.enumerated() {
      let article = scan.isDeterminer(body.lowerBound - 1) ? 1 : 0
      let first = index == 0 ? start : body.lowerBound - article
      var phrase = NounPhrase(
        kind: .organization, range: first..<pastLetters(body.upperBound),
        head: body.upperBound - 1)
      phrase.name = body
      phrase.country = country(in: body)
      if scan.isSign(body.upperBound, "("), pastLetters(body.upperBound) > body.upperBound {
        phrase.acronym = body.upperBound + 1
      }
      add(phrase)
    }
    return pastLetters(last.upperBound)
  }

  /// "senior officials | from", "White House officials | from", "experts | from": the noun of people before the bodies that they
  /// are of, adjectives and the palace that they serve before it; nil for anything else.
  private func groupOfBodies(_ start: Int) -> Int? {
    // Most words are none of these.
    guard !scan.isSpanish,
      scan.shapes[start].contains(.lower) || start == 0 || scan.has(.seat, at: start)
    else { return nil }
    guard
      scan.has(.group, at: start) || scan.has(.modifier, at: start) || scan.has(.seat, at: start)
        || scan.isOne(start, of: AgencyWords.openers)
    else { return nil }
    var at = start
    while at < start + 6, at + 1 < scan.count {
      if isOfBodies(at) {
        return scan.isOne(at + 1, of: AgencyWords.fromOrOf) ? at : nil
      }
      if let seat = scan.match(.seat, at: at), scan.isCapital(at) {
        at = Int(seat.end)
      } else if scan.has(.modifier, at: at), scan.shapes[at].contains(.lower) || at == 0 {
        at += 1
      } else if scan.isOne(at, of: OrganizationWords.privates), scan.shapes[at].contains(.lower) {
        // "labor leaders"
        at += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func isOfBodies(_ at: Int) -> Bool {
    // "White House Officials from"
    guard
      scan.shapes[at].contains(.lower) || at == 0
        || scan.isOne(at, of: EnglishPeopleWords.anyone)
          && (scan.has(.seat, at: at - 2) || scan.has(.seat, at: at - 1))
    else { return false }
    return (scan.has(.group, at: at) || scan.isOne(at, of: EnglishPeopleWords.anyone))
      && scan.tokens[at].form.hasSuffix("s") || scan.isOne(at, of: AgencyWords.staff)
  }

  /// The end of capitals, with "of" and "for" among them, that have a word of bodies in them; nil for any others.
  private func bodyEnd(_ start: Int) -> Int? {
    var at = start
    while at < scan.count, at < start + 10 {
      if scan.isCapital(at), !scan.has(.given, at: at) || at > start,
        // "the Teachers Federation"
        scan.match(.office, at: at) == nil || scan.isOne(at, of: AgencyWords.fields)
          || scan.tokens[at].form.hasSuffix("s") && scan.isCapital(at + 1)
      {
        at += 1
      } else if at > start, scan.isOne(at, of: AgencyWords.within) {
        let next = scan.isDeterminer(at + 1) ? at + 2 : at + 1
        guard scan.isCapital(next) else { break }
        at = next
      } else if at > start, scan.isOne(at, of: Words.and), scan.isCapital(at + 1),
        scan.has(.portfolio, at: at - 1), scan.has(.portfolio, at: at + 1)
      {
        // "the Department of Health and Human Services"
        at += 1
      } else {
        break
      }
    }
    // "officials from the SBA", "leaders from the Dockers (DU)": letters are the name of a body.
    if pastLetters(at) > at, at > start { return at }
    if at == start + 1, scan.shapes[start].contains(.allCapitals),
      (3...7).contains(scan.tokens[start].form.utf8.count), !scan.has(.country, at: start),
      at >= scan.count || !scan.shapes[at].contains(.glue)
    {
      return at
    }
    guard at > start + 1,
      (start..<at).contains(where: {
        scan.has(.organization, at: $0) || scan.isOne($0, of: AgencyWords.ends)
          || scan.isOne($0, of: AgencyWords.corps)
      })
    else { return nil }
    return at
  }
}

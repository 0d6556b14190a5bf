import Gazetteer
import Language

/// People who are told by several bodies that they are of.
extension PhraseFinder {
  /// "senior officials from the Coast Guard, the Department of Trade, and the Dairy Board": each of the bodies is a party, and no
  /// office or person begins among their words; the end of the list, or nil where there are not two.
  mutating func officialsOfBodies(_ start: Int) -> Int? {
    guard !scan.isSpanish, scan.shapes[start].contains(.lower),
      // Most words are none of these.
      scan.has(.group, at: start) || scan.has(.modifier, at: start)
        || scan.isOne(start, of: EnglishPeopleWords.anyone),
      let group = scan.span(start, start + 3).first(where: {
        scan.has(.group, at: $0) || scan.isOne($0, of: EnglishPeopleWords.anyone)
      }),
      scan.isOne(group + 1, of: AgencyWords.fromOrOf), scan.tokens[group].form.hasSuffix("s"),
      scan.span(start, group).allSatisfy({
        scan.has(.modifier, at: $0) && scan.shapes[$0].contains(.lower)
      })
    else { return nil }
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
      var phrase = NounPhrase(
        kind: .organization, range: (index == 0 ? start : body.lowerBound)..<body.upperBound,
        head: body.upperBound - 1)
      phrase.name = body
      phrase.country = country(in: body)
      add(phrase)
    }
    return last.upperBound
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
    guard at > start + 1,
      (start..<at).contains(where: {
        scan.has(.organization, at: $0) || scan.isOne($0, of: AgencyWords.ends)
          || scan.isOne($0, of: AgencyWords.corps)
      })
    else { return nil }
    return at
  }
}

import Language
import Records

/// Where a second company begins: "met A on Tuesday and, later, with B".
extension ClauseArguments {
  /// Past "on Tuesday", which tells of one company only.
  private func pastDay(_ start: Int) -> Int {
    var at = start
    if !scan.isSpanish, scan.isOne(at, of: ArgumentWords.onWords) { at += 1 }
    let dates = reading.analysis.dates(in: scan.index)
    // "con A, el 6 de mayo, y al día siguiente con B"
    if scan.isSpanish, scan.isSign(start, ",") {
      at = scan.isDeterminer(start + 1) ? start + 2 : start + 1
      let date = dates.first { $0.tokens.lowerBound == at || $0.tokens.lowerBound == start + 1 }
      guard let end = date?.tokens.upperBound else { return start }
      let and = scan.isSign(end, ",") ? end + 1 : end
      return scan.isOne(and, of: Words.and) ? and : start
    }
    guard
      let date = dates.first(where: { $0.tokens.lowerBound == at || $0.tokens.lowerBound == start })
    else { return start }
    return date.tokens.upperBound
  }

  /// Past "en la isla de Coiba" or ", en Lima,", where "and" follows.
  private func pastPlace(_ end: Int) -> Int {
    guard scan.isSpanish else {
      // "met A in Rome on Monday and then B"
      guard scan.isOne(end, of: PlaceWords.inAt),
        let place = reading.analysis.places(in: scan.index).last(where: {
          $0.tokens.lowerBound > end && $0.tokens.lowerBound - end <= 2
        })
      else { return end }
      let past = pastDay(place.tokens.upperBound)
      return thenMet(past) == nil && !isWithNext(past) ? end : past
    }
    let start = scan.isSign(end, ",") ? end + 1 : end
    guard scan.isOne(start, of: PlaceWords.inAt) else { return end }
    for at in scan.span(start + 1, start + 8) {
      if scan.isOne(at, of: Words.and) { return at }
      if scan.isSign(at, ","), scan.isOne(at + 1, of: Words.and) { return at + 1 }
      // "con A en Varsovia, con B en París"
      if scan.isSign(at, ","), scan.isOne(at + 1, of: ArgumentWords.withWords) { return at }
      guard scan.keys[at] != 0, !scan.has(.verb, at: at), !scan.isOne(at, of: Words.relative) else {
        return end
      }
    }
    return end
  }

  /// "and with B", ", and then with B".
  private func isWithNext(_ start: Int) -> Bool {
    let and = scan.isSign(start, ",") ? start + 1 : start
    return scan.isOne(and, of: Words.and)
      && (scan.isOne(and + 1, of: ArgumentWords.withWords)
        || scan.isOne(and + 1, of: ThenWords.then)
          && scan.isOne(and + 2, of: ArgumentWords.withWords))
  }

  /// "met A in Rome on Monday and then | B in Paris on Tuesday": a second object, of which no verb follows.
  private func thenMet(_ start: Int) -> Int? {
    let then = scan.isOne(start + 1, of: Words.and) ? start + 2 : start + 1
    guard !scan.isSpanish, scan.isOne(then, of: ThenWords.then), let next = chain(at: then + 1),
      next.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person }), !isOwner(next)
    else { return nil }
    let end = next.tokens.upperBound
    return end >= scan.count || scan.isSign(end, ".") || scan.isOne(end, of: PlaceWords.inAt)
      || scan.isOne(end, of: ArgumentWords.onWords)
      || reading.analysis.dates(in: scan.index).contains { $0.tokens.lowerBound == end }
      ? then : nil
  }

  /// "y el miércoles con B": the words of a day with its article.
  private func isOfDay(_ at: Int) -> Bool {
    reading.analysis.dates(in: scan.index).contains {
      $0.tokens.contains(at) || scan.isDeterminer(at) && $0.tokens.contains(at + 1)
    }
  }

  /// "y el martes en Roma con B": the words of a place with its preposition.
  private func isOfPlace(_ at: Int) -> Bool {
    reading.analysis.places(in: scan.index).contains {
      $0.tokens.contains(at)
        || scan.isOne(at, of: PlaceWords.inside)
          && ($0.tokens.contains(at + 1) || scan.isDeterminer(at + 1) && $0.tokens.contains(at + 2))
        || scan.isDeterminer(at) && $0.tokens.contains(at + 1)
    }
  }

  /// "y unas horas más tarde, en Oslo, | al ministro B": the "a" of who is received next, with only words of when and where before it.
  func objectMarker(behind and: Int) -> Int? {
    scan.span(and + 2, and + 5).first { scan.isOne($0, of: ArgumentWords.objectMarkers) }
      ?? scan.span(and + 5, and + 12).first { to in
        scan.isOne(to, of: ArgumentWords.objectMarkers)
          && scan.span(and + 1, to).allSatisfy { at in
            scan.isSign(at, ",") || isOfDay(at) || isOfPlace(at) || scan.isDeterminer(at)
              || scan.isOne(at, of: ArgumentWords.sequence)
              || scan.isOne(at, of: MeetWords.afterwards)
          }
      }
  }

  /// "with A, and in Tripoli with B", "con A; en París, con B; y en Berlín, con C": the "with" behind another place.
  private func elsewhere(after end: Int) -> Int? {
    var at = end
    while at < end + 2,
      scan.isSign(at, ",") || scan.isSign(at, ";") || scan.isOne(at, of: Words.and)
    {
      at += 1
    }
    if at > end, scan.isOne(at, of: Words.and) { at += 1 }
    // "met A in Warsaw; in Paris, B; and in Berlin, C"
    if !scan.isSpanish, at > end, scan.isSign(end, ";"), scan.isOne(at, of: PlaceWords.inside),
      scan.isCapital(at + 1),
      let comma = scan.span(at + 2, at + 5).first(where: { scan.isSign($0, ",") }),
      (at + 1..<comma).allSatisfy(scan.isCapital), chain(at: comma + 1) != nil
    {
      return comma
    }
    guard at > end, scan.isOne(at, of: PlaceWords.inside), scan.isCapital(at + 1),
      let with = scan.span(at + 2, at + 6).first(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
      }), (at + 1..<with).allSatisfy({ scan.isCapital($0) || scan.isSign($0, ",") })
    else { return nil }
    return with
  }

  /// Where a second company begins after a list: "met A and later with B"; the token of its preposition.
  func further(after end: Int) -> Int? {
    if let with = elsewhere(after: end) { return with }
    let start = pastDay(pastPlace(pastDay(end)))
    guard
      scan.isOne(start, of: Words.and) || scan.isSign(start, ",")
        // "con A; después, con B"
        || scan.isSpanish && scan.isSign(start, ";")
          && scan.isOne(start + 1, of: ArgumentWords.sequence)
    else {
      return nil
    }
    if let then = thenMet(start) { return then }
    var at = start + 1
    while at < min(scan.count, start + (scan.isSpanish ? 14 : 10)) {
      if scan.isOne(at, of: ArgumentWords.withWords) { return at }
      // "met A and, separately, B".
      if scan.isOne(at, of: MeetWords.separately), scan.isSign(at + 1, ","),
        chain(at: at + 2) != nil
      {
        return at + 1
      }
      guard
        scan.isOne(at, of: ArgumentWords.sequence) || scan.isOne(at, of: Words.and)
          || scan.isSign(at, ",")
          || scan.isSpanish
            && (isOfDay(at) || isOfPlace(at) || scan.isOne(at, of: MeetWords.doing)
              || scan.isOne(at, of: MeetWords.afterwards))
      else { return nil }
      at += 1
    }
    return nil
  }
}

enum ThenWords {
  static let then = Words.set("then later afterwards afterward subsequently")
}

import Gazetteer
import Language

/// People who are told by teams, committees or companies that capitals name.
extension PhraseFinder {
  /// "members of the Harbor Agency flood response teams", "the co-chairs of the Senate and Assembly Working Groups on Water",
  /// "the heads of three banks—A, B and C"; the end, or nil.
  mutating func teams(_ start: Int) -> Int? {
    guard start < lastTeam else { return nil }
    if scan.isSpanish { return namedMembers(start) }
    // Most words are none of these.
    guard scan.shapes[start].contains(.lower) || start == 0 || scan.has(.office, at: start) else {
      return nil
    }
    return membersOfTeams(start) ?? chairsOfBodies(start) ?? namedMembers(start)
  }

  /// "Members of the Interior Ministry flood and landslide response teams": the teams are the party.
  private mutating func membersOfTeams(_ start: Int) -> Int? {
    var at = start
    while at < start + 3, scan.isDeterminer(at) || scan.has(.modifier, at: at) { at += 1 }
    guard scan.isOne(at, of: TeamWords.members), scan.isOne(at + 1, of: AgencyWords.fromOrOf),
      let last = scan.span(at + 3, at + 16).first(where: {
        scan.isOne($0, of: TeamWords.teams) && scan.shapes[$0].contains(.lower)
      })
    else { return nil }
    var first = at + 2
    while scan.isDeterminer(first) { first += 1 }
    // "members of the Israeli and Lebanese negotiating teams" are their governments.
    var isNamed = false
    var next = first
    while next < last {
      if let party = party(next) {
        guard party.kind == .seat else { return nil }
        isNamed = true
        next = Int(party.end)
        continue
      }
      guard
        scan.shapes[next].contains(.glue) || scan.shapes[next].contains(.digit)
          || scan.keys[next] != 0
            && !scan.isOne(next, of: Resolver.prepositions) && !scan.isDeterminer(next)
            && (scan.match(.verb, at: next) == nil || scan.isCapital(next))
      else { return nil }
      if scan.isCapital(next) {
        guard scan.match(.office, at: next) == nil else { return nil }
        isNamed = true
      }
      next += 1
    }
    // "Yesterday, members of"
    let opens = start < 6 && scan.isSign(start - 1, ",")
    guard isNamed,
      isMetInEnglish(start) || mayBeSubject(start) || opens || isListedSubject(start)
    else { return nil }
    return party(named: first..<(last + 1), in: start..<(last + 1))
  }

  /// "the Co-Chairs of the House and Senate Task Forces for Safe Roads": whoever leads bodies that capitals name, as somebody who is met.
  private mutating func chairsOfBodies(_ start: Int) -> Int? {
    let office = scan.isDeterminer(start) ? start + 1 : start
    guard let match = scan.match(.office, at: office) ?? chairs(office),
      scan.isOne(Int(match.end), of: Words.of),
      scan.span(office, Int(match.end)).contains(where: { scan.isOne($0, of: TeamWords.chairs) })
    else { return nil }
    var at = Int(match.end) + 1
    while scan.isDeterminer(at) { at += 1 }
    let first = at
    var body: Int?
    while at < scan.count, at < first + 16 {
      if scan.shapes[at].contains(.glue) {
        at += 1
      } else if scan.isCapital(at), scan.match(.country, at: at) == nil, !scan.has(.given, at: at) {
        if scan.isOne(at, of: TeamWords.bodies) { body = at }
        at += 1
      } else if at > first,
        scan.isOne(at, of: Words.and) || scan.isOne(at, of: Words.of)
          || body != nil
            && scan.isOne(at, of: AgencyWords.within),
        scan.isCapital(scan.isDeterminer(at + 1) ? at + 2 : at + 1)
      {
        at += scan.isDeterminer(at + 1) ? 2 : 1
      } else {
        break
      }
    }
    // "the chairs of the Water Committee, A and B": they are named.
    let isNamedBehind =
      (scan.isSign(at, ",") || scan.isSign(at, "(") || scan.isSign(at, ":"))
      && (scan.isCapital(at + 1) || scan.has(.honorific, at: at + 1))
      || scan.isCapital(at) && scan.has(.given, at: at)
    guard body != nil, at > first + 1, !isNamedBehind, isMetInEnglish(start) else { return nil }
    return party(named: office..<at, in: start..<at)
  }

  /// "Co-Chairs" as three tokens.
  private func chairs(_ at: Int) -> Scan.Match? {
    let end = at + 2 < scan.count && scan.shapes[at + 1].contains(.glue) ? at + 2 : at
    guard scan.isOne(end, of: TeamWords.chairs) else { return nil }
    return Scan.Match(
      start: Int32(at), end: Int32(end + 1), kind: .office, index: 0)
  }

  private mutating func party(named name: Range<Int>, in range: Range<Int>) -> Int {
    var phrase = NounPhrase(kind: .people, range: range, head: name.upperBound - 1)
    phrase.name = name
    phrase.isPlural = true
    add(phrase)
    return range.upperBound
  }

  /// "Members of A teams and members of B teams": the second of two subjects.
  private func isListedSubject(_ start: Int) -> Bool {
    guard let end = memberBefore(start), let last = phrases.last, last.range.upperBound == end
    else { return false }
    return last.range.lowerBound <= 3
  }

  // MARK: Names behind a noun of several

  /// "the heads of three banks—A, B and C", "four unions (A, B, C and D)", "directivos de tres empresas: A y B": the bodies that are
  /// named are those who meet; the end of their list.
  private mutating func namedMembers(_ start: Int) -> Int? {
    guard scan.shapes[start].contains(.lower) || start == 0,
      let noun = scan.span(start, start + 9).first(where: {
        scan.isOne($0, of: TeamWords.severals) && scan.shapes[$0].contains(.lower)
      }),
      let open = scan.span(noun + 1, noun + 4).first(where: { isOpening($0) }),
      scan.isCapital(open + 1),
      scan.span(start, open).allSatisfy({
        scan.keys[$0] != 0 && !scan.isCapital($0) || $0 == 0 || scan.shapes[$0].contains(.glue)
          || scan.shapes[$0].contains(.digit) || scan.isOne($0, of: PeopleListWords.letters)
      }), !scan.span(start, open).contains(where: { scan.has(.verb, at: $0) }),
      scan.isSpanish
        ? isMetAloneInSpanish(start) || mayBeSubject(start)
        : isMetAlone(start) || mayBeSubject(start)
    else { return nil }
    var at = open + 1
    var found: [NounPhrase] = []
    var isClosed = false
    while scan.isCapital(at), found.count < 20 {
      let first = at
      while at < first + 8,
        scan.isCapital(at) || scan.isOne(at, of: Words.of) && scan.isCapital(at + 1)
          || scan.isSign(at, "&")
      { at += 1 }
      // "three ministers: Anna Birch and Tom Reed" are persons.
      guard !scan.has(.given, at: first) || at == first + 1 else { return nil }
      var phrase = NounPhrase(kind: .organization, range: first..<at, head: at - 1)
      phrase.name = first..<at
      found.append(phrase)
      if isClosed { break }
      if scan.isSign(at, ",") { at += 1 }
      if scan.isOne(at, of: Words.and) {
        isClosed = true
        at += 1
      }
    }
    guard found.count > 1, isClosed, let last = found.last,
      last.range.upperBound >= scan.count
        || scan.shapes[last.range.upperBound].contains(.punctuation)
        || scan.isSign(open, ":")
    else { return nil }
    found[0].range = start..<found[0].range.upperBound
    for phrase in found { add(phrase) }
    return last.range.upperBound
  }

  /// "on Equal Pay Day", "during Harvest Week": a day that bears a name is nobody; where it ends.
  func commemoration(_ start: Int) -> Int? {
    guard
      scan.isOne(start - 1, of: TeamWords.beforeDays)
        || scan.isDeterminer(start - 1) && scan.isOne(start - 2, of: TeamWords.beforeDays)
    else { return nil }
    var at = start
    while at < start + 7, scan.isCapital(at) || at < scan.count && scan.shapes[at].contains(.glue) {
      if at > start, scan.isOne(at, of: TeamWords.days), !scan.isCapital(at + 1) { return at + 1 }
      at += 1
    }
    return nil
  }

  private func isOpening(_ at: Int) -> Bool {
    at < scan.count && ["—", "–", "-", ":", "("].contains(scan.tokens[at].form)
  }
}

enum TeamWords {
  /// People of teams.
  static let members = Words.set("members representatives officials experts staff leaders")
  static let beforeDays = Words.set("on during for")
  static let days = Words.set("day week month")
  static let teams = Words.set("teams units squads crews brigades committees divisions")
  static let chairs = Words.set("chairs co-chairs cochairs vice-chairs chairmen chairpersons")
  /// Bodies that somebody chairs.
  static let bodies = Words.set(
    """
    forces force committee committees subcommittee subcommittees caucus caucuses group groups commission commissions \
    council councils panel panels board boards
    """)
  /// What several of may be named behind it.
  static let severals = Words.set(
    """
    companies firms banks unions manufacturers automakers airlines universities associations organizations groups parties \
    federations utilities retailers carriers suppliers foundations carmakers shipyards developers agencies institutes \
    empresas firmas bancos sindicatos fabricantes aerolíneas universidades asociaciones organizaciones partidos \
    federaciones centrales gremios fundaciones compañías constructoras farmacéuticas petroleras mineras
    """)
  static let all = teams.union(bodies).union(severals)
}

import Gazetteer
import Language

/// Countries, bodies and organizations, by the lexicon and by what their names are like.
extension PhraseFinder {
  /// A country, a capital, a palace or a body by itself; its end.
  mutating func lexical(_ start: Int) -> Int? {
    var at = start
    // "El Salvador", "The Hague" begin with an article of their own.
    if scan.isDeterminer(at), at + 1 < scan.count, longestParty(at) == nil || !scan.isCapital(at) {
      at += 1
    }
    guard scan.isCapital(at), let match = longestParty(at) else { return nil }
    // "el aeropuerto Mariscal Sucre": who a town is named after
    if scan.isSpanish, match.kind == .capital, scan.isCapital(at - 1), scan.has(.office, at: at - 1)
    {
      return Int(match.end)
    }
    // "East Palestine", "New Mexico City": another place.
    if !scan.isSpanish, match.kind == .country || match.kind == .capital,
      scan.isOne(at - 1, of: OrganizationWords.directions), scan.isCapital(at - 1)
    {
      return Int(match.end)
    }
    // "the Barbados Chamber of Commerce": a body whose name begins with its country, behind an article.
    if !scan.isSpanish, at > start,
      match.kind == .country || match.kind == .capital
        || match.kind == .demonym
          && (scan.isOne(Int(match.end), of: OrganizationWords.chambers)
            || scan.isAgencyAhead(Int(match.end))),
      scan.isCapital(Int(match.end)), let end = organization(at)
    {
      peopleOfOrganization()
      return end
    }
    // "Rey de España", "Universidad de Chile": the name goes on; a given name that is a country too is left to names.
    if match.end - match.start == 1, names.name(at: at) != nil { return nil }
    var phrase = NounPhrase(kind: .country, range: start..<Int(match.end), head: Int(match.end) - 1)
    switch match.kind {
    case .body:
      phrase.kind = .body
      phrase.body = Int(match.index)
      if let code = Gazetteer.shared.bodies[Int(match.index)].country {
        phrase.country = Gazetteer.shared.index(ofCountry: code)
      }
    case .demonym:
      // Only peoples: "the Palestinians", "the Russians".
      guard !scan.isSpanish, at > start, scan.tokens[Int(match.end) - 1].form.hasSuffix("s"),
        match.end - match.start == 1,
        !scan.isCapital(Int(match.end)), !["Swiss", "U.S.", "US"].contains(scan.tokens[at].form)
      else { return Int(match.end) }
      phrase.kind = .group
      phrase.country = Int(match.index)
      phrase.isPlural = true
    case .capital
    where !scan.isSpanish && match.end - match.start == 1 && isNamePart(Int(match.end)):
      // "the Bucharest Nine", "the Vienna Convention".
      return Int(match.end)
    case .city:
      // "Bali, Indonesia" is one place.
      return countryAfter(Int(match.end), match.index) ?? Int(match.end)
    default:
      phrase.country = Int(match.index)
      phrase.isSeat = match.kind != .country
    }
    var end = Int(match.end)
    // "Google Inc."
    if phrase.kind == .body, scan.isOne(end, of: OrganizationWords.incorporated),
      scan.isCapital(end)
    {
      end += 1
    }
    if match.kind == .capital, let country = countryAfter(end, match.index) { end = country }
    // "the African Union (AU)"
    if scan.isSign(end, "("), end + 2 < scan.count, scan.isSign(end + 2, ")"),
      scan.isCapital(end + 1)
    {
      end += 3
    }
    // "the OPEC nation", "a NATO ally": one of its countries, and not the body.
    if phrase.kind == .body, !scan.isSpanish, scan.isOne(end, of: OrganizationWords.members),
      scan.shapes[end].contains(.lower)
    {
      return end + 1
    }
    phrase.range = start..<end
    phrase.isOwner = scan.isPossessive(end)
    // "in Cuba" is a place, nobody who acts.
    if !scan.isOne(start - 1, of: OrganizationWords.locatives) {
      add(phrase)
    }
    return phrase.isOwner ? end + 1 : end
  }

  /// Letters that no list knows ("YPFB"), between words that are none; their end.
  mutating func acronym(_ at: Int) -> Int? {
    guard scan.shapes[at].contains(.allCapitals), (2...7).contains(scan.tokens[at].form.utf8.count),
      scan.matches(at: at).isEmpty, at == 0 || !scan.shapes[at - 1].contains(.allCapitals),
      at == 0 || !scan.shapes[at - 1].contains(.glue), !scan.isCapital(at + 1),
      at + 1 >= scan.count || scan.shapes[at + 1].isDisjoint(with: [.glue, .digit]),
      !scan.tokens[at].form.contains(where: \.isNumber)
    else { return nil }
    var phrase = NounPhrase(kind: .organization, range: at..<(at + 1), head: at)
    phrase.name = at..<(at + 1)
    phrase.isAcronym = true
    phrase.isOwner = scan.isPossessive(at + 1)
    if !scan.isOne(at - 1, of: OrganizationWords.locatives) { add(phrase) }
    return phrase.isOwner ? at + 2 : at + 1
  }

  /// The end of the country's name after a city and a comma.
  func countryAfter(_ end: Int, _ country: Int32) -> Int? {
    guard scan.isSign(end, ",") else { return nil }
    let next = scan.isDeterminer(end + 1) ? end + 2 : end + 1
    guard let match = scan.match(.country, at: next), match.index == country, scan.isCapital(next)
    else { return nil }
    return Int(match.end)
  }

  func longestParty(_ at: Int) -> Scan.Match? {
    var best: Scan.Match?
    for match in scan.matches(at: at) {
      switch match.kind {
      case .country, .body, .seat, .capital, .demonym, .city:
        if best == nil || match.end > best?.end ?? 0
          || (match.end == best?.end && rank(match.kind) > rank(best?.kind))
        {
          best = match
        }
      default: continue
      }
    }
    // A country's name that is also its adjective ("U.S.") is the country only where no noun follows.
    if let best, best.kind == .country, !scan.isSpanish, scan.has(.demonym, at: at),
      isNounAhead(Int(best.end))
    {
      return Scan.Match(start: best.start, end: best.end, kind: .demonym, index: best.index)
    }
    return best
  }

  /// A capital that belongs to the name before it: no verb, no office, no other name.
  func isNamePart(_ at: Int) -> Bool {
    scan.isCapital(at) && !scan.has(.stop, at: at) && scan.match(.office, at: at) == nil
      && !scan.has(.given, at: at) && names.name(at: at)?.words == 1
  }

  func isNounAhead(_ at: Int) -> Bool {
    guard at < scan.count else { return false }
    return scan.shapes[at].contains(.glue) || scan.isCapital(at) && !scan.has(.stop, at: at)
  }

  func rank(_ kind: Entry.Kind?) -> Int {
    switch kind {
    case .country: 5
    case .body: 4
    case .seat: 3
    case .capital: 2
    case .demonym: 1
    default: 0
    }
  }

  /// The first country that some words name.
  func country(in range: Range<Int>) -> Int? {
    for token in range where scan.isCapital(token) {
      if let match = scan.match(.country, at: token) ?? scan.match(.demonym, at: token) {
        return Int(match.index)
      }
    }
    return nil
  }

  /// A run of capitals with a word such as "Council" or "Partido" in it; its end.
  mutating func organization(_ start: Int) -> Int? {
    guard scan.isCapital(start),
      !scan.has(.stop, at: start) || scan.has(.portfolio, at: start)
        // "U.S." is spelled as a pronoun is.
        || !scan.isSpanish && scan.has(.demonym, at: start)
          && scan.isOne(start + 1, of: OrganizationWords.chambers)
        || scan.isSpanish && scan.has(.organization, at: start)
    else { return nil }
    if let end = severalBodies(start) { return end }
    var at = start
    var end = start
    var keyword: Int?
    var words = 0
    // "the House of Representatives of Australia": a body's name of several words.
    let whole = scan.match(.organization, at: start).flatMap { $0.end - $0.start > 1 ? $0 : nil }
    if let whole {
      at = Int(whole.end)
      end = at
      words = at - start
      keyword = start
    }
    while at < scan.count, at < start + 16 {
      if scan.shapes[at].contains(.glue) {
        at += 1
        continue
      }
      if scan.isCapital(at) {
        if scan.match(.office, at: at) != nil, !scan.isSpanish { break }
        // "at the Embassy Ms A": somebody's name begins.
        if at > start, !scan.isSpanish, scan.isOne(at, of: Words.addresses) { break }
        if scan.has(.organization, at: at) { keyword = at }
        words += 1
        at += 1
        end = at
        continue
      }
      guard words > 0,
        scan.isOne(at, of: Words.of) || scan.isSign(at, "&") || scan.isOne(at, of: Words.and)
          || scan.isOne(at, of: OrganizationWords.joiners)
      else { break }
      var next = at + 1
      while scan.isDeterminer(next) { next += 1 }
      guard scan.isCapital(next), !scan.has(.given, at: next), !scan.has(.office, at: next),
        !scan.isOne(at, of: OrganizationWords.joiners) || !scan.has(.stop, at: next)
      else {
        break
      }
      if scan.isOne(at, of: Words.and),
        !scan.has(.portfolio, at: next) || !scan.has(.portfolio, at: at - 1),
        !isNameEnd(next, start)
      {
        break
      }
      if keyword == nil { break }
      // "la Cumbre de la Comunidad de Estados Latinoamericanos": the body is a name of its own.
      if scan.isSpanish, let body = scan.match(.body, at: next), body.end - body.start > 2 { break }
      at = next
    }
    guard let keyword, words > 1 || end - start > 1 else { return nil }
    // "Park Jin": a keyword at the beginning of an English name is none.
    if !scan.isSpanish, keyword == start, whole == nil, names.name(at: start) != nil { return nil }
    if scan.isSpanish, keyword != start, !scan.has(.demonym, at: start),
      names.name(at: start).map({ $0.words > 1 }) == true
    {
      return nil
    }
    // "Department of Foreign Affairs and Trade Secretary Jan Adams": the office is of what was read.
    if !scan.isSpanish, scan.isCapital(end), var office = offices.office(at: end),
      !office.isPlural, !office.hasDeterminer,
      names.name(at: office.range.upperBound) != nil
    {
      office.range = start..<office.range.upperBound
      office.isQualified = true
      if office.country == nil { office.country = country(in: start..<end) }
      return person(with: office)
    }
    // A longer lexicon phrase is surer.
    if let known = party(start), Int(known.end) >= end { return nil }
    var phrase = NounPhrase(kind: .organization, range: start..<end, head: keyword)
    phrase.name = start..<end
    phrase.country = country(in: start..<end)
    if scan.isSign(end, "("), end + 2 < scan.count, scan.isSign(end + 2, ")"),
      scan.isCapital(end + 1)
    {
      phrase.acronym = end + 1
      end += 3
      phrase.range = start..<end
    }
    // "el Servicio Federal de Migración (SFM, por sus siglas en ruso)"
    if phrase.acronym == nil, scan.isSign(end, "("), scan.isSign(end + 2, ","),
      scan.isCapital(end + 1), scan.shapes[end + 1].contains(.allCapitals)
    {
      phrase.acronym = end + 1
    }
    phrase.isOwner = scan.isPossessive(end)
    // "the Ministerial Meeting" is an occasion, no party.
    // "el Acuerdo de Asociación Transpacífico" is a paper.
    let isPaper =
      scan.isSpanish
      && (scan.isOne(keyword, of: OrganizationWords.papers)
        || scan.isOne(start, of: OrganizationWords.papers))
    let isOccasion =
      isPaper
      || (start..<end).contains {
        scan.has(.noun, at: $0) && !scan.isOne($0, of: OrganizationWords.boards)
          || scan.has(.event, at: $0) && $0 == keyword
            && !scan.isOne($0, of: OrganizationWords.boards)
          || scan.isOne($0, of: OrganizationWords.instruments) && $0 == keyword
      }
    if !isOccasion, !scan.isOne(start - 1, of: OrganizationWords.locatives),
      !scan.isDeterminer(start - 1) || !scan.isOne(start - 2, of: OrganizationWords.locatives)
    {
      add(phrase)
    }
    return phrase.isOwner ? end + 1 : end
  }
}

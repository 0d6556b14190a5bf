import Gazetteer
import Language

extension PhraseFinder {
  /// "Cuban officials", "U.S. and Cuban officials", "el gobierno de Colombia", "members of the Venezuelan delegation".
  func group(_ start: Int) -> [NounPhrase]? {
    var at = start
    var isIndefinite = false
    if scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives) {
      isIndefinite =
        scan.isOne(at, of: Words.indefinite)
        || (!scan.isSpanish && scan.isOne(at, of: Words.englishArticles))
      at += 1
    }
    return scan.isSpanish
      ? spanishGroup(start, at, isIndefinite) : englishGroup(start, at, isIndefinite)
  }

  private func englishGroup(_ start: Int, _ first: Int, _ isIndefinite: Bool) -> [NounPhrase]? {
    var at = first
    var parties: [(Scan.Match, Int)] = []
    var lastParty = -1
    for _ in 0..<8 {
      guard at < scan.count else { return nil }
      if let group = scan.match(.group, at: at), !isFollowedByOffice(Int(group.end)) {
        return close(group, start, parties, isIndefinite)
      }
      if let party = party(at) {
        parties.append((party, at))
        at = Int(party.end)
        lastParty = at
        if scan.isPossessive(at) { at += 1 }
        continue
      }
      // "a four-member delegation", "a high-level team".
      if lastParty < 0 || lastParty == at, at + 2 < scan.count, scan.shapes[at].contains(.lower),
        scan.shapes[at + 1].contains(.glue), scan.isOne(at + 2, of: OrganizationWords.sizes)
      {
        at += 3
        continue
      }
      if scan.isOne(at, of: OrganizationWords.sized) {
        at += 1
        continue
      }
      if scan.has(.modifier, at: at) || scan.isSign(at, "-") || scan.has(.portfolio, at: at) {
        if let match = scan.match(.modifier, at: at) ?? scan.match(.portfolio, at: at) {
          // "foreign ministry" is a group word of its own; a capitalized ministry is an organization.
          if scan.match(.office, at: at) != nil, scan.match(.modifier, at: at) == nil { return nil }
          at = Int(match.end)
        } else {
          at += 1
        }
        continue
      }
      if scan.isOne(at, of: Words.and) || scan.isSign(at, ","), lastParty == at, !parties.isEmpty,
        party(at + 1) != nil
      {
        at += 1
        continue
      }
      // "the U.S. interagency delegation": one adjective that the lexicon does not know.
      if lastParty == at, scan.shapes[at].contains(.lower), scan.matches(at: at).isEmpty,
        scan.has(.group, at: at + 1)
      {
        at += 1
        continue
      }
      return nil
    }
    return nil
  }

  private func isFollowedByOffice(_ at: Int) -> Bool {
    // "government commissioner", "opposition leader", "party chief".
    var at = at
    while at < scan.count, scan.isCapital(at),
      scan.has(.portfolio, at: at) || scan.has(.organization, at: at)
    { at += 1 }
    guard at < scan.count else { return false }
    return scan.match(.office, at: at) != nil && !scan.isPossessive(at)
  }

  private func close(
    _ group: Scan.Match, _ start: Int, _ parties: [(Scan.Match, Int)], _ isIndefinite: Bool
  ) -> [NounPhrase]? {
    var owners = parties.map(\.0)
    var end = Int(group.end)
    if owners.isEmpty {
      // "officials of Cuba", "a delegation from the U.S. Congress".
      guard
        scan.isOne(end, of: Words.of)
          || (!scan.isSpanish && end < scan.count
            && ["from", "for"].contains(scan.tokens[end].form))
      else { return bare(group, start) }
      var next = pastGroup(end + 1)
      var list: [Scan.Match] = []
      while let owner = party(next) {
        list.append(owner)
        end = Int(owner.end)
        // "a delegation of Burkinabe lawmakers"
        if !scan.isSpanish, let people = scan.match(.group, at: end), scan.has(.demonym, at: next) {
          end = Int(people.end)
        }
        guard group.kind == .group, scan.isOne(end, of: Words.and) || scan.isSign(end, ",") else {
          break
        }
        if !isPluralGroup(group) { break }
        next = end + 1
        while party(next) == nil,
          scan.isOne(next, of: Words.and) || scan.isOne(next, of: Words.of)
            || scan.isDeterminer(next)
        { next += 1 }
        next = pastGroup(next)
      }
      // "la delegación del gobierno": the government's, whose ever it is.
      if list.isEmpty, scan.isSpanish, !scan.isOne(start, of: Words.possessives),
        let inner = ownGovernment(end + 1)
      {
        var phrase = NounPhrase(kind: .group, range: start..<(inner + 1), head: inner)
        phrase.isPlural = isPluralGroup(group)
        return [phrase]
      }
      // "officials of that country", "funcionarios de ese país".
      if list.isEmpty, scan.isOne(end, of: Words.of) || !scan.isSpanish,
        scan.isDeterminer(end + 1),
        !scan.isSpanish || scan.isOne(end + 1, of: OrganizationWords.demonstratives),
        scan.isOne(end + 2, of: OrganizationWords.countryWords), isPluralGroup(group)
      {
        var phrase = NounPhrase(kind: .group, range: start..<(end + 3), head: Int(group.end) - 1)
        phrase.isPlural = true
        phrase.meansLastCountry = true
        return [phrase]
      }
      // "the government of President X" is left to the person.
      guard !list.isEmpty else { return bare(group, start) }
      owners = list
    }
    var out: [NounPhrase] = []
    for (n, owner) in owners.enumerated() {
      let isLast = n == owners.count - 1
      let lower = n == 0 ? start : Int(owner.start)
      let upper = isLast ? end : (parties.isEmpty ? Int(owner.end) : Int(owner.end))
      var phrase = NounPhrase(
        kind: .group, range: min(lower, upper - 1)..<upper,
        head: isLast ? Int(group.end) - 1 : Int(owner.end) - 1)
      switch owner.kind {
      case .body:
        phrase.body = Int(owner.index)
      default: phrase.country = Int(owner.index)
      }
      phrase.isPlural = isPluralGroup(group)
      phrase.isIndefinite = isIndefinite
      out.append(phrase)
    }
    if let last = out.indices.last {
      out[last].isOwner = scan.isPossessive(end)
      if parties.isEmpty, out.count > 1 { out[last].head = out[last].range.upperBound - 1 }
    }
    return out
  }

  /// Past determiners, and in Spanish past "(el) gobierno de (la)" inside "representantes del gobierno de Colombia".
  private func pastGroup(_ start: Int) -> Int {
    var at = start
    while scan.isDeterminer(at) { at += 1 }
    guard scan.isSpanish else { return at }
    if let inner = scan.match(.group, at: at) {
      var next = Int(inner.end)
      if scan.match(.demonym, at: next) != nil, !scan.isCapital(next) { return next }
      if scan.isOne(next, of: Words.of) {
        next += 1
        while scan.isDeterminer(next) { next += 1 }
        if party(next) != nil { return next }
      }
    }
    return at
  }

  /// The token of "gobierno" in "la delegación del gobierno", if nobody's name follows it.
  private func ownGovernment(_ start: Int) -> Int? {
    var at = start
    while scan.isDeterminer(at) { at += 1 }
    guard at < scan.count, scan.tokens[at].form.lowercased() == "gobierno",
      !scan.isOne(at + 1, of: Words.of), !scan.has(.demonym, at: at + 1)
    else { return nil }
    return at
  }

  /// "Gobierno y oposición de Venezuela": two groups of one country.
  private func pairedGroups(_ start: Int, _ first: Scan.Match) -> [NounPhrase]? {
    let and = Int(first.end)
    guard scan.isOne(and, of: Words.and) else { return nil }
    let next = scan.isDeterminer(and + 1) ? and + 2 : and + 1
    guard let second = scan.match(.group, at: next) else { return nil }
    var at = Int(second.end)
    var owner: Scan.Match?
    if let match = scan.match(.demonym, at: at), !scan.isCapital(at) {
      owner = match
    } else if scan.isOne(at, of: Words.of) {
      at += 1
      while scan.isDeterminer(at) { at += 1 }
      if let match = scan.match(.country, at: at), scan.isCapital(at) { owner = match }
    }
    guard let owner else { return nil }
    var one = NounPhrase(kind: .group, range: start..<and, head: Int(first.start))
    one.country = Int(owner.index)
    var other = NounPhrase(
      kind: .group, range: next..<Int(owner.end), head: Int(second.start))
    other.country = Int(owner.index)
    return [one, other]
  }

  /// "the government", "the opposition", "las autoridades": whose is for the rest of the article to tell.
  private func bare(_ group: Scan.Match, _ start: Int) -> [NounPhrase]? {
    let word = scan.tokens[Int(group.start)].form.lowercased()
    guard start < Int(group.start), group.end - group.start == 1 else { return nil }
    switch word {
    case "officials", "representatives", "funcionarios", "autoridades":
      guard Int(group.start) > start,
        ["government", "gobierno", "administration"].contains(
          scan.tokens[Int(group.start) - 1].form.lowercased())
      else { return nil }
      fallthrough
    case "government", "gobierno", "opposition", "oposición", "regime", "régimen", "administration":
      var phrase = NounPhrase(kind: .group, range: start..<Int(group.end), head: Int(group.start))
      phrase.isOwner = scan.isPossessive(Int(group.end))
      return [phrase]
    default: return nil
    }
  }

  private func isPluralGroup(_ group: Scan.Match) -> Bool {
    let form = scan.tokens[Int(group.end) - 1].form.lowercased()
    return form.hasSuffix("s") && form != "s"
  }

  /// A country, an adjective or a body that a group may belong to.
  func party(_ at: Int) -> Scan.Match? {
    var best: Scan.Match?
    for match in scan.matches(at: at) {
      switch match.kind {
      case .country, .body, .seat, .capital:
        guard scan.isCapital(at) else { continue }
      case .demonym:
        guard scan.isCapital(at) || scan.isSpanish else { continue }
      default: continue
      }
      if best == nil || match.end > best?.end ?? 0
        || (match.end == best?.end && best?.kind == .capital)
      {
        best = match
      }
    }
    return best
  }

  private func spanishGroup(_ start: Int, _ first: Int, _ isIndefinite: Bool) -> [NounPhrase]? {
    var at = first
    while scan.has(.modifier, at: at)
      || (at < scan.count
        && ["altos", "altas", "máximas", "diversos", "diversas", "principales"].contains(
          scan.tokens[at].form))
    {
      at += 1
    }
    guard let group = scan.match(.group, at: at),
      at > start || scan.isCapital(at) || isPluralGroup(group)
    else { return nil }
    if let pair = pairedGroups(start, group) { return pair }
    var next = Int(group.end)
    var parties: [(Scan.Match, Int)] = []
    // "funcionarios cubanos", "el gobierno colombiano", "los gobiernos argentino y brasileño".
    while let match = scan.match(.demonym, at: next), !scan.isCapital(next) {
      parties.append((match, next))
      next = Int(match.end)
      guard scan.isOne(next, of: Words.and), scan.has(.demonym, at: next + 1), isPluralGroup(group)
      else { break }
      next += 1
    }
    if parties.isEmpty {
      // "parte" and "equipo" alone are too common.
      return close(group, start, [], isIndefinite)
    }
    var out: [NounPhrase] = []
    for (n, party) in parties.enumerated() {
      var phrase = NounPhrase(
        kind: .group, range: (n == 0 ? start : party.1)..<Int(party.0.end),
        head: n == 0 ? at : party.1)
      phrase.country = Int(party.0.index)
      phrase.isPlural = isPluralGroup(group)
      phrase.isIndefinite = isIndefinite
      out.append(phrase)
    }
    return out
  }

  // MARK: Countries, bodies, organizations

  /// A country, a capital, a palace or a body by itself; its end.
  mutating func lexical(_ start: Int) -> Int? {
    var at = start
    // "El Salvador", "The Hague" begin with an article of their own.
    if scan.isDeterminer(at), at + 1 < scan.count, longestParty(at) == nil || !scan.isCapital(at) {
      at += 1
    }
    guard scan.isCapital(at), let match = longestParty(at) else { return nil }
    // "East Palestine", "New Mexico City": another place.
    if !scan.isSpanish, match.kind == .country || match.kind == .capital,
      scan.isOne(at - 1, of: OrganizationWords.directions), scan.isCapital(at - 1)
    {
      return Int(match.end)
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
    if match.kind == .capital, let country = countryAfter(end, match.index) { end = country }
    // "the African Union (AU)"
    if scan.isSign(end, "("), end + 2 < scan.count, scan.isSign(end + 2, ")"),
      scan.isCapital(end + 1)
    {
      end += 3
    }
    phrase.range = start..<end
    phrase.isOwner = scan.isPossessive(end)
    // "in Cuba" is a place, nobody who acts.
    if !scan.isOne(start - 1, of: OrganizationWords.locatives) {
      add(phrase)
    }
    return phrase.isOwner ? end + 1 : end
  }

  /// The end of the country's name after a city and a comma.
  private func countryAfter(_ end: Int, _ country: Int32) -> Int? {
    guard scan.isSign(end, ",") else { return nil }
    let next = scan.isDeterminer(end + 1) ? end + 2 : end + 1
    guard let match = scan.match(.country, at: next), match.index == country, scan.isCapital(next)
    else { return nil }
    return Int(match.end)
  }

  private func longestParty(_ at: Int) -> Scan.Match? {
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
  private func isNamePart(_ at: Int) -> Bool {
    scan.isCapital(at) && !scan.has(.stop, at: at) && scan.match(.office, at: at) == nil
      && !scan.has(.given, at: at) && names.name(at: at)?.words == 1
  }

  private func isNounAhead(_ at: Int) -> Bool {
    guard at < scan.count else { return false }
    return scan.shapes[at].contains(.glue) || scan.isCapital(at) && !scan.has(.stop, at: at)
  }

  private func rank(_ kind: Entry.Kind?) -> Int {
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
  private func country(in range: Range<Int>) -> Int? {
    for token in range where scan.isCapital(token) {
      if let match = scan.match(.country, at: token) ?? scan.match(.demonym, at: token) {
        return Int(match.index)
      }
    }
    return nil
  }

  /// A run of capitals with a word such as "Council" or "Partido" in it; its end.
  mutating func organization(_ start: Int) -> Int? {
    guard scan.isCapital(start), !scan.has(.stop, at: start) || scan.has(.portfolio, at: start)
    else { return nil }
    var at = start
    var end = start
    var keyword: Int?
    var words = 0
    while at < scan.count, at < start + 16 {
      if scan.shapes[at].contains(.glue) {
        at += 1
        continue
      }
      if scan.isCapital(at) {
        if scan.match(.office, at: at) != nil, !scan.isSpanish { break }
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
      guard scan.isCapital(next), !scan.has(.given, at: next), !scan.has(.office, at: next) else {
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
    if !scan.isSpanish, keyword == start, names.name(at: start) != nil { return nil }
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
      end += 3
      phrase.range = start..<end
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

extension PhraseFinder {
  /// "la Junta de Supervisión de Privacidad y Libertades Civiles": what "y" ties belongs to the name that "de" has begun.
  fileprivate func isNameEnd(_ next: Int, _ start: Int) -> Bool {
    guard scan.isSpanish, (start..<next).contains(where: { scan.isOne($0, of: Words.of) }),
      !scan.isDeterminer(next - 1)
    else { return false }
    return scan.matches(at: next).allSatisfy {
      $0.kind == .portfolio || $0.kind == .organization
    }
  }
}

enum OrganizationWords {
  static let papers = Words.set(
    "acuerdo acuerdos tratado convenio convención plan ley pacto protocolo programa proyecto premio copa carta constitución resolución declaración campeonato torneo orden guerra revolución día semana operación"
  )
  /// Words that name a body as often as a meeting.
  static let boards = Words.set("junta mesa foro")
  /// Words that tie the parts of an organization's name.
  static let joiners = Words.set("for para")
  /// What is signed or passed; nobody who meets.
  static let instruments = Words.set(
    "accord accords treaty agreement act pact plan convention protocol charter deal constitution resolution declaration bill amendment award acuerdo acuerdos tratado ley pacto convenio protocolo carta resolución declaración premio"
  )
  /// "four-member", "high-level".
  static let sizes = Words.set("member man person strong level ranking")
  static let sized = Words.set(
    "four-member three-member two-member five-member six-member seven-member eight-member nine-member ten-member 10-member 12-member high-level high-ranking cross-party bipartisan parliamentary"
  )
  static let directions = Words.set("east west north south new")
  static let countryWords = Words.set("country nation país nación")
  /// "ese país" is the one spoken of last; "el país" is the paper's own.
  static let demonstratives = Words.set("ese esa este esta aquel aquella dicho dicha esos aquellos")
  /// Prepositions after which a country is a place.
  static let locatives = Words.set("in into across throughout within en desde hacia near around at")
}

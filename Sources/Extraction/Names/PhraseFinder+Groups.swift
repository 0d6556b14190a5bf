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

  func englishGroup(_ start: Int, _ first: Int, _ isIndefinite: Bool) -> [NounPhrase]? {
    var at = first
    var parties: [(Scan.Match, Int)] = []
    var lastParty = -1
    for _ in 0..<8 {
      guard at < scan.count else { return nil }
      // "senior administration officials"
      if let group = scan.match(.group, at: at),
        scan.isOne(at, of: OrganizationWords.administration),
        let people = scan.match(.group, at: Int(group.end)), isPluralGroup(people)
      {
        return close(people, start, parties, isIndefinite)
      }
      if let group = scan.match(.group, at: at), !isFollowedByOffice(Int(group.end)) {
        return close(group, start, parties, isIndefinite).map(withOpposition)
      }
      // "Lebanese civil society leaders" speak for no government.
      if scan.isOne(at, of: OrganizationWords.privates) { return nil }
      if let party = party(at) {
        // "African American leaders" are no government's.
        if scan.isSign(at, "American"), scan.isCapital(at - 1), at > first { return nil }
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

  /// "Syria's government and opposition": two groups of one country.
  private func withOpposition(_ found: [NounPhrase]) -> [NounPhrase] {
    guard found.count == 1, let first = found.first, let country = first.country,
      scan.isOne(first.range.upperBound, of: Words.and),
      let second = scan.match(.group, at: first.range.upperBound + 1),
      scan.isOne(Int(second.start), of: OrganizationWords.opponents),
      party(Int(second.end) + 1) == nil
    else { return found }
    var phrase = NounPhrase(kind: .group, range: second.range, head: Int(second.end) - 1)
    phrase.country = country
    return [first, phrase]
  }

  private func isGovernment(_ at: Int) -> Bool {
    scan.isOne(at, of: OrganizationWords.governments)
  }

  func isFollowedByOffice(_ at: Int) -> Bool {
    // "government commissioner", "opposition leader", "party chief".
    var at = at
    while at < scan.count, scan.isCapital(at),
      scan.has(.portfolio, at: at) || scan.has(.organization, at: at)
    { at += 1 }
    guard at < scan.count else { return false }
    return scan.match(.office, at: at) != nil && !scan.isPossessive(at)
  }

  func close(
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
        // "officials from Kenya's Dairy Board": the agency is meant.
        if scan.isAgencyAhead(behind: owner) { return nil }
        list.append(owner)
        end = Int(owner.end)
        // "officials from Kenya's Foreign Ministry"
        if let ministry = ownMinistry(end) { end = ministry }
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
      // "representatives of the Congolese government and the M23"
      let own =
        parties.isEmpty && !scan.isSpanish
        ? scan.match(.group, at: Int(owner.end)).map { Int($0.end) } : nil
      let upper = isLast ? end : own ?? Int(owner.end)
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
  func pastGroup(_ start: Int) -> Int {
    var at = start
    // "el Gobierno de El Salvador": the article of the country's own name.
    while scan.isDeterminer(at), !scan.isCapital(at) || party(at) == nil { at += 1 }
    guard scan.isSpanish else { return at }
    // "una delegación de alto nivel del Gobierno de Japón"
    if scan.isSign(at, "alto"), scan.isSign(at + 1, "nivel"), scan.isOne(at + 2, of: Words.of) {
      at += 3
      while scan.isDeterminer(at) { at += 1 }
    }
    if let inner = scan.match(.group, at: at) {
      var next = Int(inner.end)
      if scan.match(.demonym, at: next) != nil, !scan.isCapital(next) { return next }
      if scan.isOne(next, of: Words.of) {
        next += 1
        while scan.isDeterminer(next), !scan.isCapital(next) || party(next) == nil { next += 1 }
        if party(next) != nil { return next }
      }
    }
    return at
  }

  /// The token of "gobierno" in "la delegación del gobierno", if nobody's name follows it.
  func ownGovernment(_ start: Int) -> Int? {
    var at = start
    while scan.isDeterminer(at) { at += 1 }
    guard at < scan.count, scan.tokens[at].form.lowercased() == "gobierno",
      !scan.isOne(at + 1, of: Words.of), !scan.has(.demonym, at: at + 1)
    else { return nil }
    return at
  }

  /// "Gobierno y oposición de Venezuela": two groups of one country.
  func pairedGroups(_ start: Int, _ first: Scan.Match) -> [NounPhrase]? {
    let and = Int(first.end)
    guard scan.isOne(and, of: Words.and) else { return nil }
    var next = and + 1
    while scan.isDeterminer(next) || scan.isOne(next, of: Words.of) { next += 1 }
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
  func bare(_ group: Scan.Match, _ start: Int) -> [NounPhrase]? {
    let word = scan.tokens[Int(group.start)].form.lowercased()
    guard start < Int(group.start), group.end - group.start == 1 else { return nil }
    switch word {
    case "officials", "representatives", "funcionarios", "autoridades":
      guard Int(group.start) > start, isGovernment(Int(group.start) - 1) else { return nil }
      fallthrough
    case "government", "gobierno", "opposition", "oposición", "regime", "régimen", "administration":
      var phrase = NounPhrase(kind: .group, range: start..<Int(group.end), head: Int(group.start))
      phrase.isOwner = scan.isPossessive(Int(group.end))
      return [phrase]
    default: return nil
    }
  }

  func isPluralGroup(_ group: Scan.Match) -> Bool {
    let form = scan.tokens[Int(group.end) - 1].form.lowercased()
    return form.hasSuffix("s") && form != "s"
  }

  /// A country, an adjective or a body that a group may belong to.
  func party(_ at: Int) -> Scan.Match? {
    var best: Scan.Match?
    for match in scan.matches(at: at) {
      switch match.kind {
      case .country, .body, .seat, .capital:
        // "autoridades de Santiago de Cuba": a longer name.
        guard scan.isCapital(at),
          !scan.matches(at: at).contains(where: { $0.kind == .city && $0.end > match.end })
        else { continue }
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

  /// "el Ministerio de Exteriores ruso", "el Ministerio de Defensa de Chile": the government of that country.
  private func ministry(_ start: Int, _ group: Scan.Match) -> NounPhrase? {
    let end = Int(group.end)
    guard ["ministerio", "secretaría"].contains(scan.tokens[Int(group.start)].form.lowercased()),
      scan.isOne(end, of: Words.of)
    else { return nil }
    var field = end + 1
    while scan.isDeterminer(field) { field += 1 }
    let run = offices.portfolioRun(field)
    guard run > field else { return nil }
    let place =
      scan.isOne(run, of: Words.of) ? (scan.isDeterminer(run + 1) ? run + 2 : run + 1) : run
    guard
      let owner = place == run
        ? (scan.isCapital(run) ? nil : scan.match(.demonym, at: run))
        : (scan.isCapital(place) ? scan.match(.country, at: place) : nil)
    else { return nil }
    var phrase = NounPhrase(kind: .group, range: start..<Int(owner.end), head: Int(group.start))
    phrase.country = Int(owner.index)
    return phrase
  }

  func spanishGroup(_ start: Int, _ first: Int, _ isIndefinite: Bool) -> [NounPhrase]? {
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
    if let ministry = ministry(start, group) { return [ministry] }
    // "Delegados del régimen y de la oposición de Siria"
    if scan.isOne(Int(group.end), of: Words.of), isPluralGroup(group) {
      var inner = Int(group.end) + 1
      while scan.isDeterminer(inner) { inner += 1 }
      if let own = scan.match(.group, at: inner), let pair = pairedGroups(start, own) {
        return pair
      }
    }
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
}

extension PhraseFinder {
  /// "la Junta de Supervisión de Privacidad y Libertades Civiles": what "y" ties belongs to the name that "de" has begun.
  func isNameEnd(_ next: Int, _ start: Int) -> Bool {
    guard scan.isSpanish, (start..<next).contains(where: { scan.isOne($0, of: Words.of) }),
      !scan.isDeterminer(next - 1)
    else { return false }
    return scan.matches(at: next).allSatisfy {
      $0.kind == .portfolio || $0.kind == .organization
    }
  }
}

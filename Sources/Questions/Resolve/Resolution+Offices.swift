import Records
import SQLite

/// Offices and roles that stand for those who hold them.
extension Resolution {
  /// "the African Union Commission chairperson": what no name and no office of the lexicon is may be a role as it is
  /// reported. Nil where no role has all of the words.
  mutating func role(
    _ phrase: PartyPhrase, _ name: String, in table: OfficeResolver.Table
  ) throws -> Found? {
    let words = name.split(separator: " ").map(String.init).filter { !sets.contains("stop", $0) }
    let found = try offices.roles(withWords: words, in: table)
    guard !found.isEmpty else { return nil }
    let parties = found.map {
      ResolvedParty.office(country: $0.country, roles: $0.roles, unnamed: [])
    }
    if found.count == 1 { return .party(parties[0]) }
    return .ambiguous(phrase.written, choices(parties, phrase))
  }

  mutating func office(_ phrase: PartyPhrase, in table: OfficeResolver.Table) throws
    -> Found
  {
    if phrase.offices == ["leader"] {
      guard let leader = try leader(phrase, in: table) else {
        return try role(phrase, Folding.fold(phrase.written), in: table)
          ?? .refused("\"\(phrase.written)\" is not understood; name the office")
      }
      return try office(leader, in: table)
    }
    let asked = Set(phrase.offices)
    if !phrase.body.isEmpty { return try office(of: phrase, asked, in: table) }
    if let country = phrase.country {
      let party = try holder(asked, country: country, portfolio: phrase.portfolio, in: table)
      if case .office(_, let roles, let unnamed, let more) = party, roles.isEmpty, unnamed.isEmpty,
        more.isEmpty
      {
        if let found = try role(phrase, Folding.fold(phrase.written), in: table) { return found }
        if let named = try named(phrase) { return .party(named) }
        notes.append("no record has a holder of the office \"\(phrase.written)\"")
        return .party(.unknown)
      }
      return .party(party)
    }
    let holders = try holders(asked, in: table)
    switch holders.count {
    case 0:
      notes.append("no record has a holder of the office \"\(phrase.written)\"")
      return .party(.unknown)
    case 1: return .party(holders[0])
    default: return .ambiguous(phrase.written, choices(holders, phrase))
    }
  }

  /// "The head of NATO", "the Turkish leader": with the one office of those who lead that the base knows there; nil where it
  /// knows none, or several of a country.
  private func leader(_ phrase: PartyPhrase, in table: OfficeResolver.Table) throws -> PartyPhrase?
  {
    let ranks =
      phrase.body.isEmpty
      ? ["president", "prime minister", "chancellor", "king", "emir"]
      : ["secretary-general", "chairperson", "president"]
    let known = try ranks.filter { rank in
      if !phrase.body.isEmpty {
        return try !offices.roles([rank], body: phrase.body, in: table).isEmpty
      }
      guard let country = phrase.country else { return false }
      return try !offices.roles([rank], country: country, in: table).isEmpty
    }
    guard let first = known.first, known.count == 1 || !phrase.body.isEmpty else { return nil }
    var leader = phrase
    leader.offices = [first]
    return leader
  }

  private func choices(_ holders: [ResolvedParty], _ phrase: PartyPhrase) -> [Answer.Choice] {
    holders.prefix(12).compactMap { party in
      guard case .office(let country, let roles, _, _) = party else { return nil }
      let name = country.map { CountryNames.shared.name(of: $0, in: query.language) }
      return Answer.Choice(
        name: roles.first ?? phrase.written, country: name ?? country, role: nil, meetings: 0,
        statements: 0)
    }
  }

  /// Those whom articles name by nothing but these words ("G7 foreign ministers").
  private func named(_ phrase: PartyPhrase) throws -> ResolvedParty? {
    let folded = Folding.fold(phrase.written)
    let bare = ["the ", "el ", "la ", "los ", "las "].first(where: folded.hasPrefix)
    let name = String(folded.dropFirst(bare?.count ?? 0))
    guard names.isWhole(name), case .entities(let found) = try names.resolve(name) else {
      return nil
    }
    let exact = found.filter(\.isExact).map(\.entity)
    return exact.isEmpty ? nil : .entities(exact)
  }

  /// An office of a body: whoever is reported in it, of whatever country.
  private mutating func office(
    of phrase: PartyPhrase, _ asked: Set<String>, in table: OfficeResolver.Table
  ) throws -> Found {
    let found = try offices.roles(asked, body: phrase.body, in: table)
    let named = try named(phrase)
    if found.isEmpty, named == nil {
      notes.append("no record has a holder of the office \"\(phrase.written)\"")
      return .party(.unknown)
    }
    return .parties(
      found.map { .office(country: $0, roles: $1, unnamed: []) } + (named.map { [$0] } ?? []))
  }

  /// "Kerry … his Russian counterpart": who has an office that the other one named in the question has; where none of that
  /// country is known in one, anybody who takes part for it.
  func counterpart(_ phrase: PartyPhrase, in table: OfficeResolver.Table) throws -> Found {
    guard let country = phrase.country else { return .party(.unknown) }
    let named = (query.parties.all + query.others.all).joined().filter { !$0.isCounterpart }
    var asked = Set(named.flatMap(\.offices))
    if asked.isEmpty, let name = named.first?.name,
      case .entities(let candidates) = try names.resolve(name)
    {
      for (role, country) in try Choices(database: database).roles(of: candidates) {
        asked.formUnion(offices.keys(role: role, country: country))
      }
    }
    guard !asked.isEmpty, try !offices.roles(asked, country: country, in: table).isEmpty else {
      return .party(.country(country))
    }
    return .party(try holder(asked, country: country, portfolio: [], in: table))
  }

  private func holder(
    _ asked: Set<String>, country: String, portfolio: [String], in table: OfficeResolver.Table
  ) throws -> ResolvedParty {
    let roles = try offices.roles(asked, country: country, in: table)
    if !portfolio.isEmpty {
      let fitting = roles.filter { role in
        portfolio.allSatisfy(Set(Words.folded(role)).contains)
      }
      return .office(country: country, roles: fitting, unnamed: [])
    }
    return .office(
      country: country, roles: roles, unnamed: try offices.unnamed(asked, country: country),
      meetingRoles: table == .speakers
        ? try offices.roles(asked, country: country, in: .participants) : [])
  }

  /// The holders of an office in every country that has one.
  func holders(_ asked: Set<String>, in table: OfficeResolver.Table) throws
    -> [ResolvedParty]
  {
    try offices.countries(in: table).compactMap { country in
      let roles = try offices.roles(asked, country: country, in: table)
      return roles.isEmpty ? nil : .office(country: country, roles: roles, unnamed: [])
    }
  }
}

import Records
import SQLite

/// Finds in the base what a query names: people, offices, agreements, words.
struct Resolution {
  enum Outcome {
    case resolved(SQLWriter)
    case refused(String)
    case ambiguous(String, [Answer.Choice])
  }

  private enum Found {
    case party(ResolvedParty)
    /// Any of several stands for the one that is asked for.
    case parties([ResolvedParty])
    case refused(String)
    case ambiguous(String, [Answer.Choice])
  }

  let query: Query
  let names: NameResolver
  let offices: OfficeResolver
  let database: Database
  let sets: WordSets
  private(set) var notes: [String] = []

  init(
    query: Query, names: NameResolver, offices: OfficeResolver, database: Database, sets: WordSets
  ) {
    self.query = query
    self.names = names
    self.offices = offices
    self.database = database
    self.sets = sets
  }

  /// All that the query names, or why that cannot be told.
  mutating func run() throws -> Outcome {
    for place in query.places where !isKnown(place: place) {
      if query.uncertainPlaces.contains(place) {
        return .refused("\"\(place)\" is not understood; if it is a place, write it with a capital")
      }
      if let part = knownPart(of: place) {
        return .refused("\"\(place)\" is not understood; the place \"\(part)\" is known")
      }
      notes.append("no record has the place \"\(place)\"")
    }
    let table: OfficeResolver.Table =
      query.kind.rawValue.hasPrefix("agr-")
      ? .parties : query.kind.rawValue.hasPrefix("say-") ? .speakers : .participants
    var lists: [[[ResolvedParty]]] = []
    for (list, table) in [
      (query.parties, table), (query.others, table == .speakers ? .participants : table),
      (query.besides, table),
    ] {
      var groups: [[ResolvedParty]] = []
      for alternatives in list.all {
        var group: [ResolvedParty] = []
        for phrase in alternatives {
          switch try find(phrase, in: table) {
          case .party(let party): group.append(party)
          case .parties(let parties): group += parties
          case .refused(let reason): return .refused(reason)
          case .ambiguous(let name, let choices): return .ambiguous(name, choices)
          }
        }
        groups.append(group)
      }
      lists.append(groups)
    }
    if table == .participants { lists[0] = rarestFirst(lists[0]) }
    var writer = SQLWriter(
      query: query, parties: lists[0], others: lists[1], besides: lists[2], sets: sets)
    if let office = query.attributes["office"] {
      writer.holders = try holders([office], in: table)
    }
    if let title = query.title {
      let found = TitleFinder(database: database, sets: sets, query: query).find(title)
      // "the agreement on migration": the topic says which.
      if found == nil, query.topics.isEmpty {
        return .refused("\"\(title)\" names no agreement in particular")
      }
      writer.title = found
    }
    if let content = query.content {
      writer.content = WordsFinder(database: database, sets: sets).find(content)
    }
    return .resolved(writer)
  }

  /// True if the gazetteer or any record has the place.
  private func isKnown(place: String) -> Bool {
    let match = Places.standard.match(place)
    if match.country != nil || !match.region.isEmpty || Places.standard.isCity(place) {
      return true
    }
    if match.names.contains(where: names.isKnownPlace) { return true }
    let found = try? match.names.contains { name in
      try database.scalar(
        "SELECT 1 FROM agreements WHERE place LIKE ? LIMIT 1", [.text("%\(name)%")]) != nil
    }
    return found ?? false
  }

  /// A city or country at the beginning or end of a place that nobody knows as a whole ("Moscow airport").
  private func knownPart(of place: String) -> String? {
    let words = place.split(separator: " ").map(String.init)
    return (1..<max(words.count, 1)).lazy.flatMap { count in
      [words.prefix(count), words.suffix(count)].map { $0.joined(separator: " ") }
    }.first { Places.standard.isCity($0) || CountryNames.shared.named($0) != nil }
  }

  private mutating func find(_ phrase: PartyPhrase, in table: OfficeResolver.Table) throws -> Found
  {
    guard let name = phrase.name else {
      if !phrase.offices.isEmpty { return try office(phrase, in: table) }
      return .party(phrase.country.map(ResolvedParty.country) ?? .unknown)
    }
    let found = try names.resolve(name)
    if let whole = phrase.whole, !found.hasPerson {
      // "the chair of the African Union | Commission": a title belongs to a person, not to a body.
      return try role(phrase, whole, in: table) ?? .refused("\"\(whole)\" is not understood")
    }
    switch found {
    case .entities(let candidates):
      return .party(.entities(candidates.map(\.entity)))
    case .several(let all):
      let groups = try present(all, in: table)
      let fitting = try fit(groups, phrase)
      if fitting.count == 1 { return .party(.entities(fitting[0].map(\.entity))) }
      return .ambiguous(phrase.written, try Choices(database: database).describe(groups))
    case .unknown:
      if let variant = names.variant(of: name),
        case .entities(let found) = try names.resolve(variant)
      {
        notes.append("\"\(phrase.written)\" is taken for the spelling \"\(variant)\"")
        return .party(.entities(found.map(\.entity)))
      }
      return try role(phrase, name, in: table) ?? unknown(phrase, name)
    }
  }

  /// "the African Union Commission chairperson": what no name and no office of the lexicon is may be a role as it is
  /// reported. Nil where no role has all of the words.
  private mutating func role(
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

  /// Of several who have the name, those who are told of at all where the question looks: a name that only ever spoke
  /// is not asked for among those who met. All, if that leaves nobody.
  private mutating func present(_ groups: [[Candidate]], in table: OfficeResolver.Table) throws
    -> [[Candidate]]
  {
    let kept = try groups.filter { group in
      try group.contains { candidate in
        try database.scalar(
          "SELECT 1 FROM \(table.rawValue) WHERE entity = ? LIMIT 1", [.integer(candidate.entity)])
          != nil
      }
    }
    guard kept.count == 1, kept.count < groups.count else { return groups }
    let others = groups.filter { !kept.contains($0) }.compactMap { $0.first?.name }
    notes.append(
      "taken for \(kept[0].first?.name ?? ""), of whom alone this is told; also in the base: "
        + others.joined(separator: ", "))
    return kept
  }

  /// Those groups that hold the office or are of the country that stands before the name.
  private func fit(_ groups: [[Candidate]], _ phrase: PartyPhrase) throws -> [[Candidate]] {
    guard phrase.country != nil || !phrase.offices.isEmpty else { return groups }
    return try groups.filter { group in
      if let country = phrase.country, !group.contains(where: { $0.country == country }) {
        return false
      }
      guard !phrase.offices.isEmpty else { return true }
      return try Choices(database: database).roles(of: group).contains { role, country in
        Offices.match(
          role: offices.keys(role: role, country: country), asked: Set(phrase.offices))
      }
    }
  }

  private mutating func unknown(_ phrase: PartyPhrase, _ name: String) throws -> Found {
    if let code = CountryNames.shared.capital(name) { return .party(.country(code)) }
    if let word = phrase.doubtful.first {
      return .refused("\"\(word)\" is not understood in \"\(phrase.written)\"")
    }
    let words = name.split(separator: " ").map(String.init)
    // "maduro secretly": a name and a word that is in no name are not a name.
    if words.count > 1 {
      for count in stride(from: words.count - 1, through: 1, by: -1) {
        let head = words.prefix(count).joined(separator: " ")
        let rest = words.dropFirst(count)
        guard names.isKnown(head), !rest.contains(where: names.isKnown) else { continue }
        if let full = try longer(phrase, head: head, count: count) { return .party(full) }
        return .refused(
          "\"\(rest.joined(separator: " "))\" is not understood; the base knows \"\(head)\"")
      }
    }
    // "sec whitaker": in a question without capitals nothing tells a first name from another word.
    if words.count > 1, phrase.written == phrase.written.lowercased() {
      for count in 1..<words.count {
        let tail = words.suffix(count).joined(separator: " ")
        let rest = words.dropLast(count)
        guard names.isKnown(tail), !rest.contains(where: names.isKnown) else { continue }
        return .refused(
          "\"\(rest.joined(separator: " "))\" is not understood; the base knows \"\(tail)\"")
      }
    }
    if words.count > 6 { return .refused("\"\(phrase.written)\" is not understood") }
    let near = NearestNames(database: database).names(like: name)
    notes.append(
      "no record has the name \"\(phrase.written)\""
        + (near.isEmpty ? "" : "; near it are: " + near.joined(separator: ", ")))
    return .party(.unknown)
  }

  /// "Nicolás Maduro Moros": a whole known name with a second surname in capitals.
  private func longer(_ phrase: PartyPhrase, head: String, count: Int) throws -> ResolvedParty? {
    let written = phrase.written.split(separator: " ")
    guard count > 1, written.count > count,
      written.allSatisfy({ $0.unicodeScalars.first?.properties.isUppercase == true }),
      case .entities(let candidates) = try names.resolve(head)
    else { return nil }
    return .entities(candidates.map(\.entity))
  }

  // MARK: Offices

  private mutating func office(_ phrase: PartyPhrase, in table: OfficeResolver.Table) throws
    -> Found
  {
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
  private func holders(_ asked: Set<String>, in table: OfficeResolver.Table) throws
    -> [ResolvedParty]
  {
    try offices.countries(in: table).compactMap { country in
      let roles = try offices.roles(asked, country: country, in: table)
      return roles.isEmpty ? nil : .office(country: country, roles: roles, unnamed: [])
    }
  }
}

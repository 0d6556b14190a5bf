import Records
import SQLite

/// Finds in the base what a query names: people, offices, agreements, words.
struct Resolution {
  enum Outcome {
    case resolved(SQLWriter)
    case refused(String)
    case ambiguous(String, [Answer.Choice])
  }

  enum Found {
    case party(ResolvedParty)
    /// Any of several stands for the one that is asked for.
    case parties([ResolvedParty])
    case refused(String)
    case ambiguous(String, [Answer.Choice])
  }

  var query: Query
  let names: NameResolver
  let offices: OfficeResolver
  let database: Database
  let sets: WordSets
  var notes: [String] = []

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
      if sets.phrases(of: "occasion").contains(place.split(separator: " ").map(String.init))
        || CountryNames.shared.demonym(place) != nil
      {
        return .refused("\"\(place)\" is not understood as a place")
      }
      if let part = knownPart(of: place) {
        return .refused("\"\(place)\" is not understood; the place \"\(part)\" is known")
      }
      notes.append("no record has the place \"\(place)\"")
    }
    let table: OfficeResolver.Table =
      query.kind.rawValue.hasPrefix("agr-")
      ? .parties : query.kind.rawValue.hasPrefix("say-") ? .speakers : .participants
    if query.topicIsUncertain, let topic = query.topics.first(where: { !isKnown(topic: $0) }) {
      return .refused("\"\(topic)\" is not understood; if it is a topic, ask \"about\" it")
    }
    if let subject = takeSubject() { return .refused("\"\(subject)\" is not understood") }
    query.looseWords = Set(query.topics.filter(isLoose))
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
    for capacity in query.capacities {
      if let reason = try hold(capacity, &lists, in: table) { return .refused(reason) }
    }
    // A host is known by the place in the question.
    if table == .participants, query.host == nil { lists[0] = rarestFirst(lists[0]) }
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
      // "was the presidential debate cancelled": what no title has may be no agreement at all.
      if query.kind == .agreementDid, query.parties.isEmpty, let found,
        !FullText.hasMatch(database, "agreement_titles_fts", found),
        !title.split(separator: " ").contains(where: { sets.contains("agreement", String($0)) })
      {
        return .refused("\"\(title)\" is no agreement that the base knows")
      }
      writer.title = found
    }
    if let content = query.content {
      let found = WordsFinder(database: database, sets: sets).find(content)
      let isShort = content.split(separator: " ").count < 4
      // "did X warn Y": one word is no passage, but likelier whom it was said to.
      if query.contentIsFree, !content.contains(" ") {
        return .refused("\"\(content)\" is no passage; put what was said in quotation marks")
      }
      if query.contentIsFree, isShort, !FullText.hasMatch(database, "statements_fts", found) {
        return .refused("\"\(content)\" is in no statement; put what was said in quotation marks")
      }
      writer.content = found
    }
    return .resolved(writer)
  }

  private mutating func find(_ phrase: PartyPhrase, in table: OfficeResolver.Table) throws -> Found
  {
    guard let name = phrase.name else {
      if !phrase.offices.isEmpty { return try office(phrase, in: table) }
      if phrase.isCounterpart { return try counterpart(phrase, in: table) }
      return .party(phrase.country.map(ResolvedParty.country) ?? .unknown)
    }
    let found = try names.resolve(name)
    if let whole = phrase.whole, !found.hasPerson {
      // "the chair of the African Union | Commission": a title belongs to a person, not to a body.
      return try role(phrase, whole, in: table) ?? .refused("\"\(whole)\" is not understood")
    }
    switch found {
    case .entities(let candidates):
      // "Washington", where it is a name of the government, is the country as "the United States" is.
      if table != .speakers, let code = CountryNames.shared.capital(name),
        candidates.allSatisfy({ $0.kind == "government" && $0.country == code })
      {
        return .party(.country(code))
      }
      return .party(.entities(candidates.map(\.entity)))
    case .several(let all):
      let groups = try present(named(all), in: table)
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
      if let role = try role(phrase, name, in: table) { return role }
      let alike = try names.alike(name)
      if alike.count > 1 {
        return .ambiguous(phrase.written, try Choices(database: database).describe(alike))
      }
      if let found = alike.first, let one = found.first {
        notes.append("\"\(phrase.written)\" is taken for the spelling \"\(one.name)\"")
        return .party(.entities(found.map(\.entity)))
      }
      return try unknown(phrase, name)
    }
  }

  /// Those who are called so: "spokesman for Tatar" and "people close to Massa" are not. All, if that leaves nobody.
  private func named(_ groups: [[Candidate]]) -> [[Candidate]] {
    let kept = groups.filter { group in group.contains { !isDescribed($0) } }
    return kept.isEmpty ? groups : kept
  }

  /// True if a person's name has a word that begins in lower case and is none of those that names have ("de", "bin").
  private func isDescribed(_ candidate: Candidate) -> Bool {
    candidate.kind == "person"
      && candidate.name.split(separator: " ").contains { word in
        word.unicodeScalars.first?.properties.isLowercase == true
          && !sets.contains("particle", Folding.fold(word))
      }
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
}

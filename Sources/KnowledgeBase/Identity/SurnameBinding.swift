import SQLite

/// Finds whom a surname alone means: the only person of the base whom it fits, by country and office; else nobody.
struct SurnameBinding {
  /// Identities that are one, and the entity they belong to: nil for one of their own.
  struct Binding {
    var parties: [Party]
    var entity: Int64?
    /// Pairs of identities that may be one.
    var doubts: [(Int64, Int64)] = []
    /// Entities of persons with full names: not to be used for a surname that means nobody.
    var occupied: Set<Int64> = []
  }

  let groups: EntityGroups

  /// What becomes of each identity that is this word alone.
  func bindings(of word: String, _ rulings: Rulings) throws -> [Binding] {
    let partials = try groups.bearers("p:" + word).compactMap(groups.load)
      .filter { rulings.partners[$0.key] == nil }
    guard !partials.isEmpty else { return [] }
    let surnames = try bearers("s:\(word):", "s:\(word);")
    let given = try bearers("g:\(word):", "g:\(word);")
    let occupied = Set(((surnames ?? []) + (given ?? [])).map(\.entity))
      .union(try shared(partials))
    var out: [Binding] = []
    var free: [Party] = []
    for party in partials.sorted(by: { $0.key < $1.key }) {
      // Nobody can be told among too many.
      guard let surnames, let given else {
        free.append(party)
        continue
      }
      let bySurname = fits(party, surnames)
      let fitting =
        bySurname.isEmpty
        ? fits(party, given.filter { $0.country != nil && $0.country == party.country }) : bySurname
      let entities = narrowed(party, fitting)
      if entities.count == 1, let entity = entities.first {
        out.append(Binding(parties: [party], entity: entity))
      } else if entities.isEmpty {
        free.append(party)
      } else {
        let doubts = fitting.prefix(8).map { (party.id, $0.id) }
        out.append(Binding(parties: [party], entity: nil, doubts: doubts, occupied: occupied))
      }
    }
    return out + own(free, occupied)
  }

  /// The entities of the parties in which others stand as well: they were bound there, and may not be any more.
  private func shared(_ parties: [Party]) throws -> Set<Int64> {
    let ids = Set(parties.map(\.id))
    return try Set(parties.map(\.entity)).filter { entity in
      try groups.statements.map("SELECT id FROM identities WHERE entity = ?", [.integer(entity)]) {
        $0.int64(0)
      }.contains { !ids.contains($0) }
    }
  }

  private func bearers(_ low: String, _ high: String) throws -> [Party]? {
    try groups.bearers(from: low, to: high)?.compactMap(groups.load)
  }

  /// Those whose person may be meant: none of the person's identities has another country.
  private func fits(_ party: Party, _ bearers: [Party]) -> [Party] {
    Dictionary(grouping: bearers, by: \.entity).values
      .filter { $0.allSatisfy { Person.compatible(party.country, $0.country) } }
      .flatMap { $0 }.sorted { $0.key < $1.key }
  }

  /// The entities that fit best: by country if that tells them apart, then by office.
  private func narrowed(_ party: Party, _ fitting: [Party]) -> Set<Int64> {
    var entities = Set(fitting.map(\.entity))
    if let country = party.country, entities.count > 1 {
      let same = Set(fitting.filter { $0.country == country }.map(\.entity))
      if !same.isEmpty { entities = same }
    }
    if entities.count > 1, let roles = party.person?.roles, !roles.isEmpty {
      let same = Set(
        fitting.filter { $0.person.map { !$0.roles.isDisjoint(with: roles) } ?? false }.map(
          \.entity)
      ).intersection(entities)
      if same.count == 1 { entities = same }
    }
    return entities
  }

  /// Surnames that mean nobody with a full name are one person where countries agree, as far as that is plain: those of
  /// one country always, so that countries are compared, not the many identities of a frequent name.
  private func own(_ parties: [Party], _ occupied: Set<Int64>) -> [Binding] {
    let byCountry = Dictionary(grouping: parties) { $0.country ?? "" }
    let countries = byCountry.keys.sorted()
    let clustering = Clustering(keys: countries) { first, second in
      let pair = [first, second].map { countries[$0].isEmpty ? nil : countries[$0] }
      return Person.compatible(pair[0], pair[1]) ? .match(1) : .conflict
    }
    return clustering.groups.map { group in
      Binding(
        parties: group.flatMap { byCountry[countries[$0]] ?? [] }, entity: nil, occupied: occupied)
    }
  }
}

import SQLite

/// Sorts identities into entities: those that a batch touched, with all that they may be one with.
final class EntityGroups {
  let statements: StatementCache
  let identities: IdentityStore
  private let fullText: FullTextQueue
  private let tally: MeetingTally
  /// Identities that belong to another entity than before.
  private(set) var moved: Set<Int64> = []
  /// Entities that may have lost all their identities.
  private var left: Set<Int64> = []
  /// Entities whose members changed.
  private var changed: Set<Int64> = []
  /// Identities as they are compared; their entities are kept up to date.
  var parties: [Int64: Party] = [:]
  /// Identities as they were before the batch.
  private var former: [Party] = []
  /// Whom identities match, as it is once all of the batch are filed.
  var matches: [Int64: [Match]] = [:]
  /// Identities of which nothing changed that decides about a match; found once in a batch.
  var idle: [Int64: PersonName]?
  /// Sets of offices by how they are written: there are few.
  let roles = Memo { IdentityStore.roles($0) }
  /// Whether the base has persons with a suffix; nil before it was asked.
  var anySuffixed: Bool?
  let doubts: EntityDoubts
  private lazy var keys = EntityKeys(statements, tally)

  /// Why two that match may be kept apart.
  static let rivalled = "another one fits as well"

  /// More bearers of one surname than this are too many to tell whom the surname alone means.
  static let limit = 64

  init(
    _ statements: StatementCache, _ identities: IdentityStore, _ fullText: FullTextQueue,
    _ tally: MeetingTally
  ) {
    self.tally = tally
    self.statements = statements
    self.identities = identities
    self.fullText = fullText
    doubts = EntityDoubts(statements, isNew: { [identities] in identities.made.contains($0) })
  }

  /// Brings the entities of all touched identities up to date.
  func settle(_ touched: Set<Int64>, gone: [Int64], _ rulings: Rulings) throws {
    var words: Set<String> = []
    var touched = touched
    let gone = Set(gone)
    for party in try formerParties() {
      // What it was compared with is compared anew without it.
      if let name = party.person?.name { words.formUnion(name.words) }
      touched.formUnion(try closure(party, rulings).map(\.id))
      guard gone.contains(party.id) else { continue }
      left.insert(party.entity)
      changed.insert(party.entity)
    }
    let idle = try unmoved().filter { !touched.contains($0.key) && !gone.contains($0.key) }
    touched.formUnion(identities.formerRoles.keys)
    touched.subtract(gone)
    touched.subtract(idle.keys)
    try identities.delete(gone.sorted())
    for id in gone { parties[id] = nil }
    let fresh = try touched.sorted().compactMap(load)
    try register(fresh)
    func name(_ name: PersonName) {
      words.formUnion(name.words.lazy.filter { $0.utf8.count > 1 })
    }
    var seen: Set<Int64> = []
    for party in fresh where !seen.contains(party.id) {
      let around: [Party]
      if let near = try regroupNear(party, rulings) {
        around = near
        seen.insert(party.id)
      } else {
        around = try closure(party, rulings)
        seen.formUnion(around.map(\.id))
        try regroup(around, rulings)
      }
      for party in around { party.person.map { name($0.name) } }
    }
    for other in idle.values { name(other) }
    let surnames = SurnameBinding(groups: self)
    for word in words.sorted() {
      let bindings = try surnames.bindings(of: word, rulings)
      for binding in bindings { try apply(binding) }
      let free = bindings.filter { $0.entity == nil }
      if let occupied = free.first?.occupied {
        try place(free.map(\.parties), excluding: occupied)
      }
    }
    try doubts.write()
    for entity in left.sorted() {
      let isEmpty = try statements.first(
        "SELECT NOT EXISTS (SELECT 1 FROM identities WHERE entity = ?)", [.integer(entity)]
      ) { $0.int64(0) == 1 }
      guard isEmpty == true else { continue }
      try fullText.removing(.names, where: "entity = ?", entity)
      try tally.changing(allOf: entity)
      try statements.run("DELETE FROM entities WHERE id = ?", [.integer(entity)])
    }
    for entity in changed.sorted() { try keys.describe(entity) }
    identities.renamed.formUnion(changed)
  }

  /// Keeps what identities look like before the batch's counts are written: those that go, and those whose names change.
  func keepFormer(_ ids: [Int64]) throws {
    former = try ids.compactMap(load)
    parties = [:]
  }

  /// All identities that go or changed, as they were.
  private func formerParties() throws -> [Party] {
    let known = Set(former.map(\.id)).union(try unmoved().keys).union(identities.made)
    var out = former
    for (id, before) in identities.formerRoles.sorted(by: { $0.key < $1.key })
    where !known.contains(id) {
      guard var party = try load(id) else { continue }
      party.person?.roles = before.roles
      out.append(party)
    }
    return out
  }

  // MARK: Grouping

  private func regroup(_ all: [Party], _ rulings: Rulings) throws {
    let parties = all.filter { !$0.isPartial || rulings.partners[$0.key] != nil }
    guard !parties.isEmpty else { return }
    var index: [String: Int] = [:]
    for (position, party) in parties.enumerated() { index[party.key] = position }
    func pairs(_ list: [(String, String)]) -> [(Int, Int)] {
      list.compactMap { pair in
        index[pair.0].flatMap { first in index[pair.1].map { (first, $0) } }
      }
    }
    let clustering = Clustering(
      keys: parties.map(\.key), forced: pairs(rulings.merged), apart: pairs(rulings.apart)
    ) { parties[$0].relation(to: parties[$1]) }
    for party in parties { try doubts.forget(party.id) }
    for doubt in clustering.doubts {
      doubts.add(parties[doubt.first].id, parties[doubt.second].id, Self.rivalled)
    }
    for bridge in parties where bridge.person?.isBridge == true {
      let near = parties.filter {
        if case .match = bridge.relation(to: $0) { return $0.id != bridge.id }
        return false
      }
      doubtNamesakes(among: near) { first, second in
        rulings.partners[first.key]?.contains(second.key) == true
      }
    }
    try place(clustering.groups.map { group in group.map { parties[$0] } })
  }

  /// Notes those of one name and two countries that go with one and the same third.
  func doubtNamesakes(
    among near: [Party], unless decided: (Party, Party) -> Bool = { _, _ in false }
  ) {
    for namesakes in Dictionary(grouping: near, by: { $0.person?.name.slug ?? "" }).values {
      for (position, first) in namesakes.enumerated() {
        for second in namesakes.dropFirst(position + 1)
        where first.conflicts(with: second) && !decided(first, second) {
          doubts.add(first.id, second.id, "one name, two countries")
        }
      }
    }
  }

  /// Gives each group the entity that most of its articles had, or a new one.
  func place(_ groups: [[Party]], excluding occupied: Set<Int64> = []) throws {
    var claims: [(articles: Int, entity: Int64, group: Int)] = []
    for (position, group) in groups.enumerated() {
      for (entity, members) in Dictionary(grouping: group, by: \.entity)
      where !occupied.contains(entity) {
        claims.append((members.reduce(0) { $0 + $1.articles }, entity, position))
      }
    }
    claims.sort { ($1.articles, $0.entity, $0.group) < ($0.articles, $1.entity, $1.group) }
    var entities: [Int: Int64] = [:]
    var taken: Set<Int64> = []
    for claim in claims where entities[claim.group] == nil && !taken.contains(claim.entity) {
      entities[claim.group] = claim.entity
      taken.insert(claim.entity)
    }
    left.formUnion(claims.map(\.entity))
    for (position, group) in groups.enumerated() {
      let entity =
        try entities[position]
        ?? identities.makeEntity(
          key: temporaryKey(), kind: group[0].kind, country: group[0].country)
      for party in group { try move(party, to: entity) }
    }
  }

  /// Writes the stable ids; after all of them were set free.
  func writeKeys() throws { try keys.write() }

  private func apply(_ binding: SurnameBinding.Binding) throws {
    for party in binding.parties { try doubts.forget(party.id) }
    for (party, other) in binding.doubts {
      doubts.add(party, other, "a surname that several bear")
    }
    guard let entity = binding.entity else { return }
    for party in binding.parties { try move(party, to: entity) }
  }

  private func move(_ party: Party, to entity: Int64) throws {
    // What was read before may have been moved since.
    let now = parties[party.id]?.entity ?? party.entity
    guard now != entity else { return }
    left.insert(now)
    changed.formUnion([now, entity])
    try statements.run(
      "UPDATE identities SET entity = ? WHERE id = ?", [.integer(entity), .integer(party.id)])
    try statements.run(
      "UPDATE speakers SET entity = ? WHERE identity = ?", [.integer(entity), .integer(party.id)])
    identities.move(party.key, to: entity)
    parties[party.id]?.entity = entity
    moved.insert(party.id)
  }

  private var temporaryKeys = 0

  /// A key that no entity has, until the stable ids are written.
  private func temporaryKey() -> String {
    temporaryKeys += 1
    return "~\(temporaryKeys)"
  }
}

import SQLite

extension EntityGroups {
  /// An identity as it is compared; nil if it is no more.
  func load(_ id: Int64) throws -> Party? {
    if let known = parties[id] { return known }
    guard
      let row = try statements.first(
        "SELECT key, kind, country, roles, entity, articles FROM identities WHERE id = ?",
        [.integer(id)],
        {
          (
            key: $0.text(0) ?? "", kind: $0.text(1) ?? "", country: $0.text(2), roles: $0.text(3),
            entity: $0.int64(4), articles: $0.int(5) ?? 0
          )
        })
    else { return nil }
    var names: [String] = []
    if row.kind == "organization" {
      names = try statements.map(
        "SELECT name FROM spellings WHERE identity = ?", [.integer(id)]
      ) { $0.text(0) ?? "" }
    }
    let party = Party(
      id: id, key: row.key, kind: row.kind, country: row.country,
      roles: roles[row.roles ?? ""], entity: row.entity, articles: row.articles,
      names: names)
    parties[id] = party
    return party
  }

  /// Files identities under the keys by which others find them; in the order of the keys, as the table stands.
  func register(_ parties: some Sequence<Party>) throws {
    let keys = parties.flatMap { party in Set(party.registered).map { ($0, party.id) } }
    for (key, id) in keys.sorted(by: <) {
      try statements.run(
        "INSERT OR IGNORE INTO identity_keys (key, identity) VALUES (?, ?)",
        [.text(key), .integer(id)])
    }
  }

  /// All that some chain of matches, or of decisions by people, joins to one, and those that are one with them now.
  func closure(_ start: Party, _ rulings: Rulings) throws -> [Party] {
    var known = [start.id: start]
    var queue = [start]
    while let here = queue.popLast() {
      var near: Set<Int64> = []
      for search in Set(here.searched) { near.formUnion(try bearers(search)) }
      // A surname alone is bound afterwards, unless people say what it is.
      if here.isPartial, rulings.partners[here.key] == nil { near = [] }
      var certain: Set<Int64> = []
      for key in rulings.partners[here.key] ?? [] {
        if let partner = try identities.find(key) { certain.insert(partner.id) }
      }
      if !here.isPartial {
        certain.formUnion(try members(of: here.entity))
      }
      for id in near.union(certain).sorted() where known[id] == nil {
        guard let there = try load(id) else { continue }
        if there.isPartial, rulings.partners[there.key] == nil { continue }
        if case .match = here.relation(to: there) {} else if !certain.contains(id) { continue }
        known[id] = there
        queue.append(there)
      }
    }
    return known.values.sorted { $0.key < $1.key }
  }

  /// The identities of an entity.
  func members(of entity: Int64) throws -> [Int64] {
    try statements.map("SELECT id FROM identities WHERE entity = ?", [.integer(entity)]) {
      $0.int64(0)
    }
  }

  /// The identities that are found under a key.
  func bearers(_ key: String) throws -> [Int64] {
    try statements.map(
      "SELECT identity FROM identity_keys WHERE key = ?", [.text(key)]
    ) { $0.int64(0) }
  }

  func bearers(_ search: Party.Search) throws -> [Int64] {
    switch search {
    case .exactly(let key): return try bearers(key)
    case .all(let key):
      return try statements.map(
        "SELECT identity FROM identity_keys WHERE key >= ?1 || ':' AND key < ?1 || ';'",
        [.text(key)]
      ) { $0.int64(0) }
    }
  }

  /// True if the base has persons with a suffix.
  func hasSuffixed() throws -> Bool {
    if let known = anySuffixed { return known }
    let found = try statements.first(
      "SELECT EXISTS (SELECT 1 FROM identity_keys WHERE key >= ?1 || ':' AND key < ?1 || ';')",
      [.text(Person.suffixedKeys)]
    ) { $0.int64(0) == 1 }
    anySuffixed = found
    return found ?? false
  }

  /// Files all identities again.
  func registerAll() throws {
    try statements.run("DELETE FROM identity_keys", [])
    let ids = try statements.map("SELECT id FROM identities ORDER BY id", []) { $0.int64(0) }
    for start in stride(from: 0, to: ids.count, by: 10_000) {
      try register(ids[start..<min(start + 10_000, ids.count)].compactMap(load))
      parties = [:]
    }
  }

  /// The identities that are found under a range of keys; nil if they are more than the limit.
  func bearers(from low: String, to high: String) throws -> [Int64]? {
    let found = try statements.map(
      "SELECT DISTINCT identity FROM identity_keys WHERE key >= ? AND key < ? LIMIT \(Self.limit + 1)",
      [.text(low), .text(high)]
    ) { $0.int64(0) }
    return found.count > Self.limit ? nil : found
  }
}

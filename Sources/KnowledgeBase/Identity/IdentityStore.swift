import SQLite

/// The identities of the base: looked up, made, counted; and which of them a batch has touched.
final class IdentityStore {
  /// What is kept of an identity in memory while a batch is loaded.
  struct Row {
    var id: Int64
    var key: String
    var kind: String
    var country: String?
    var roles: Set<String>
    var entity: Int64
  }

  private let statements: StatementCache
  private var cache: [String: Row] = [:]
  private var counts: [Int64: Int] = [:]
  /// Offices that are to be written with the counts.
  private var newRoles: [Int64: Set<String>] = [:]
  private var spellings: [Spelling: Int] = [:]
  private var offices: [Spelling: Int] = [:]
  /// Identities that are new, or of which something else than their offices may be new.
  var touched: Set<Int64> = []
  /// Identities that are new.
  private(set) var made: Set<Int64> = []
  /// Entities whose names may have changed.
  var renamed: Set<Int64> = []
  /// The stable id and the offices of identities that were reported in others before the batch.
  private(set) var formerRoles: [Int64: (key: String, roles: Set<String>)] = [:]
  /// Where new persons with a suffix, "Jr." or a numeral, look for others.
  private(set) var madeSuffixed: Set<String> = []
  /// True while all articles are added again: then every identity counts as touched.
  var isCountingAnew = false

  private struct Spelling: Hashable, Comparable {
    var identity: Int64
    var name: String

    static func < (left: Spelling, right: Spelling) -> Bool {
      left.identity == right.identity
        ? left.name < right.name : left.identity < right.identity
    }
  }

  init(_ statements: StatementCache) { self.statements = statements }

  /// Forgets what is kept in memory; for after a rollback.
  func reset() {
    cache = [:]
    counts = [:]
    newRoles = [:]
    spellings = [:]
    offices = [:]
    touched = []
    made = []
    renamed = []
    formerRoles = [:]
    madeSuffixed = []
  }

  /// Forgets what the batch touched, once all is brought up to date.
  func finish() {
    touched = []
    made = []
    renamed = []
    formerRoles = [:]
    madeSuffixed = []
  }

  /// The identity with a key, or nil.
  func find(_ key: String) throws -> Row? {
    if let row = cache[key] { return row }
    let row = try statements.first(
      "SELECT id, kind, country, roles, entity FROM identities WHERE key = ?", [.text(key)]
    ) {
      Row(
        id: $0.int64(0), key: key, kind: $0.text(1) ?? "", country: $0.text(2),
        roles: IdentityStore.roles($0.text(3)), entity: $0.int64(4))
    }
    guard var row else { return nil }
    if let roles = newRoles[row.id] { row.roles = roles }
    if cache.count > 200_000 { cache.removeAll() }
    cache[key] = row
    return row
  }

  /// The identity of a seed, made if it is new; one more article tells of it.
  func resolve(_ seed: IdentitySeed) throws -> Row {
    var row = try find(seed.key) ?? make(seed)
    if !seed.roles.isSubset(of: row.roles) {
      formerRoles[row.id] = formerRoles[row.id] ?? (row.key, row.roles)
      row.roles.formUnion(seed.roles)
      newRoles[row.id] = row.roles
    }
    if isCountingAnew { touched.insert(row.id) }
    cache[seed.key] = row
    count(row, seed, 1)
    return row
  }

  private func make(_ seed: IdentitySeed) throws -> Row {
    let entity = try makeEntity(key: seed.key, kind: seed.kind, country: seed.country)
    let id = try statements.insert(
      "INSERT INTO identities (key, kind, country, roles, articles, entity) VALUES (?, ?, ?, ?, 0, ?)",
      [
        .text(seed.key), .text(seed.kind), Value(seed.country),
        .text(IdentityStore.text(seed.roles)),
        .integer(entity),
      ])
    touched.insert(id)
    made.insert(id)
    if seed.kind == "person" { noteSuffix(of: seed.key) }
    return Row(
      id: id, key: seed.key, kind: seed.kind, country: seed.country, roles: seed.roles,
      entity: entity)
  }

  private func noteSuffix(of key: String) {
    let slug = Party.body(of: key)
    guard PersonName.hasSuffix(slug: slug) else { return }
    let person = Person(name: PersonName(slug: slug), country: nil, roles: [])
    if person.name.suffix != nil { madeSuffixed.formUnion(person.searchKeys) }
  }

  /// A new entity; its name follows when names are written.
  func makeEntity(key: String, kind: String, country: String?) throws -> Int64 {
    let entity = try statements.insert(
      "INSERT INTO entities (key, kind, name, country) VALUES (?, ?, ?, ?)",
      [.text(key), .text(kind), .text(key), Value(country)])
    renamed.insert(entity)
    return entity
  }

  /// One article less tells of an identity, under these names.
  func release(_ seed: IdentitySeed) throws {
    guard let row = try find(seed.key) else { return }
    count(row, seed, -1)
  }

  private func count(_ row: Row, _ seed: IdentitySeed, _ change: Int) {
    counts[row.id, default: 0] += change
    for name in seed.names {
      spellings[Spelling(identity: row.id, name: name), default: 0] += change
    }
    for role in seed.roles { offices[Spelling(identity: row.id, name: role), default: 0] += change }
    renamed.insert(row.entity)
  }

  /// Notes that an identity belongs to another entity now.
  func move(_ key: String, to entity: Int64) { cache[key]?.entity = entity }

  /// Organizations that a name with something in brackets is told of, or was: they may have another short form now.
  var reworded: Set<Int64> {
    Set(spellings.filter { $0.value != 0 && $0.key.name.contains("(") }.map(\.key.identity))
  }

  /// Identities of which no article tells any more, once the counts are written.
  func released() throws -> [Int64] {
    var out: [Int64] = []
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count <= 0 {
      // With 0 the batch itself may have brought it and taken it back.
      let articles = try statements.first(
        "SELECT articles FROM identities WHERE id = ?", [.integer(id)]
      ) { $0.int(0) ?? 0 }
      if let articles, articles + count <= 0 { out.append(id) }
    }
    return out
  }

  /// Sets all counts to nothing: every article is added again then.
  func startCounting() throws {
    reset()
    isCountingAnew = true
    try statements.run("DELETE FROM spellings", [])
    try statements.run("DELETE FROM identity_roles", [])
    try statements.run("UPDATE identities SET articles = 0, roles = ''", [])
  }

  /// Takes those that no article told of since `startCounting` for released.
  func endCounting() throws {
    isCountingAnew = false
    for id in try statements.map(
      "SELECT id FROM identities WHERE articles = 0", [], { $0.int64(0) }
    ) {
      counts[id, default: 0] += 0
    }
  }

  /// Deletes identities.
  func delete(_ ids: [Int64]) throws {
    for id in ids {
      let row = try statements.first(
        "SELECT key, entity FROM identities WHERE id = ?", [.integer(id)]
      ) { ($0.text(0) ?? "", $0.int64(1)) }
      guard let row else { continue }
      cache[row.0] = nil
      touched.remove(id)
      try statements.run("DELETE FROM identities WHERE id = ?", [.integer(id)])
      renamed.insert(row.1)
    }
  }

  /// Writes the counts of the batch, and new offices; in the order in which the tables stand, so that each page is asked for
  /// once.
  func writeCounts() throws {
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) {
      if let roles = newRoles[id] {
        try statements.run(
          "UPDATE identities SET articles = articles + ?, roles = ? WHERE id = ?",
          [Value(count), .text(IdentityStore.text(roles)), .integer(id)])
      } else if count != 0 {
        try statements.run(
          "UPDATE identities SET articles = articles + ? WHERE id = ?",
          [Value(count), .integer(id)])
      }
    }
    newRoles = [:]
    for (spelling, count) in spellings.sorted(by: { $0.key < $1.key }) where count != 0 {
      try write("spellings", "name", spelling, count)
    }
    var fewer: Set<Int64> = []
    for (office, count) in offices.sorted(by: { $0.key < $1.key }) {
      if count != 0 { try write("identity_roles", "role", office, count) }
      // With 0 the batch may have told of the office first and taken it back.
      if count <= 0 { fewer.insert(office.identity) }
    }
    for id in fewer.sorted() { try forgetRoles(id) }
    counts = [:]
    spellings = [:]
    offices = [:]
  }

  private func write(_ table: String, _ column: String, _ spelling: Spelling, _ count: Int) throws {
    try statements.run(
      """
      INSERT INTO \(table) (identity, \(column), articles) VALUES (?1, ?2, ?3)
      ON CONFLICT (identity, \(column)) DO UPDATE SET articles = articles + ?3
      """, [.integer(spelling.identity), .text(spelling.name), Value(count)])
    if count < 0 {
      try statements.run(
        "DELETE FROM \(table) WHERE identity = ? AND \(column) = ? AND articles <= 0",
        [.integer(spelling.identity), .text(spelling.name)])
    }
  }

  /// Writes the roles that are left after some were taken back.
  private func forgetRoles(_ id: Int64) throws {
    let roles = Set(
      try statements.map("SELECT role FROM identity_roles WHERE identity = ?", [.integer(id)]) {
        $0.text(0) ?? ""
      })
    let old = try statements.first(
      "SELECT key, roles FROM identities WHERE id = ?", [.integer(id)]
    ) { ($0.text(0) ?? "", IdentityStore.roles($0.text(1))) }
    guard let old, old.1 != roles else { return }
    formerRoles[id] = formerRoles[id] ?? (old.0, old.1)
    try statements.run(
      "UPDATE identities SET roles = ? WHERE id = ?",
      [.text(IdentityStore.text(roles)), .integer(id)])
    cache[old.0]?.roles = roles
  }

  static func roles(_ text: String?) -> Set<String> {
    guard let text, !text.isEmpty else { return [] }
    return Set(text.split(separator: ",").map(String.init))
  }

  static func text(_ roles: Set<String>) -> String { roles.sorted().joined(separator: ",") }
}

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
  private var spellings: [Spelling: Int] = [:]
  /// Identities that are new, or of which something new was told.
  var touched: Set<Int64> = []
  /// Entities whose names may have changed.
  var renamed: Set<Int64> = []

  private struct Spelling: Hashable {
    var identity: Int64
    var name: String
  }

  init(_ statements: StatementCache) { self.statements = statements }

  /// Forgets what is kept in memory; for after a rollback.
  func reset() {
    cache = [:]
    counts = [:]
    spellings = [:]
    touched = []
    renamed = []
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
    if let row {
      if cache.count > 200_000 { cache.removeAll() }
      cache[key] = row
    }
    return row
  }

  /// The identity of a seed, made if it is new; one more article tells of it.
  func resolve(_ seed: IdentitySeed) throws -> Row {
    var row = try find(seed.key) ?? make(seed)
    if !seed.roles.isSubset(of: row.roles) {
      row.roles.formUnion(seed.roles)
      try statements.run(
        "UPDATE identities SET roles = ? WHERE id = ?",
        [.text(IdentityStore.text(row.roles)), .integer(row.id)])
      touched.insert(row.id)
    }
    cache[seed.key] = row
    counts[row.id, default: 0] += 1
    for name in seed.names { spellings[Spelling(identity: row.id, name: name), default: 0] += 1 }
    renamed.insert(row.entity)
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
    return Row(
      id: id, key: seed.key, kind: seed.kind, country: seed.country, roles: seed.roles,
      entity: entity)
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
    counts[row.id, default: 0] -= 1
    for name in seed.names { spellings[Spelling(identity: row.id, name: name), default: 0] -= 1 }
    renamed.insert(row.entity)
  }

  /// Notes that an identity belongs to another entity now.
  func move(_ key: String, to entity: Int64) { cache[key]?.entity = entity }

  /// Lets go of an identity that is no more.
  func drop(_ key: String) { cache[key] = nil }

  /// Writes the counts of the batch.
  func writeCounts() throws {
    for (id, count) in counts where count != 0 {
      try statements.run(
        "UPDATE identities SET articles = articles + ? WHERE id = ?", [Value(count), .integer(id)])
    }
    for (spelling, count) in spellings where count != 0 {
      try statements.run(
        """
        INSERT INTO spellings (identity, name, articles) VALUES (?1, ?2, ?3)
        ON CONFLICT (identity, name) DO UPDATE SET articles = articles + ?3
        """, [.integer(spelling.identity), .text(spelling.name), Value(count)])
      if count < 0 {
        try statements.run(
          "DELETE FROM spellings WHERE identity = ? AND name = ? AND articles <= 0",
          [.integer(spelling.identity), .text(spelling.name)])
      }
    }
    counts = [:]
    spellings = [:]
  }

  static func roles(_ text: String?) -> Set<String> {
    Set((text ?? "").split(separator: ",").map(String.init))
  }

  static func text(_ roles: Set<String>) -> String { roles.sorted().joined(separator: ",") }
}

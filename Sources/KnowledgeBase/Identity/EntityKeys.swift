import SQLite

/// Writes of which kind and country entities are, and their stable ids: all that follows from their identities but names.
final class EntityKeys {
  private let statements: StatementCache
  private let tally: MeetingTally

  init(_ statements: StatementCache, _ tally: MeetingTally) {
    self.statements = statements
    self.tally = tally
  }

  /// Writes kind, country and stable id of an entity from those of its identities.
  func describe(_ entity: Int64) throws {
    let members = try statements.map(
      "SELECT key, kind, country FROM identities WHERE entity = ?", [.integer(entity)]
    ) { (key: $0.text(0) ?? "", kind: $0.text(1) ?? "", country: $0.text(2)) }
    // The key of one of its identities: one with a country, and with more than a surname, if there is one.
    let best = members.min { left, right in
      let (a, b) = (EntityKeys.rank(left.key), EntityKeys.rank(right.key))
      return a == b ? left.key < right.key : a < b
    }
    guard let best else { return }
    let key = best.key
    // A member of the European Union says more than the Union.
    let countries = Set(members.compactMap(\.country))
    let country = countries.subtracting(["EU"]).min() ?? countries.min()
    let former = try statements.first(
      "SELECT key, country FROM entities WHERE id = ?", [.integer(entity)]
    ) { (key: $0.text(0) ?? "", country: $0.text(1)) }
    // Where a meeting's report tells no country, that of the entity counts.
    if let former, former.country != country { try tally.changing(allOf: entity) }
    try statements.run(
      "UPDATE entities SET kind = ?1, country = ?2 WHERE id = ?3 AND (kind <> ?1 OR country IS NOT ?2)",
      [.text(best.kind), Value(country), .integer(entity)])
    if let former, former.key != key {
      pendingKeys.append(Change(entity: entity, former: former.key, key: key))
    }
  }

  private struct Change {
    var entity: Int64
    var former: String
    var key: String
  }
  private var pendingKeys: [Change] = []

  /// Writes the stable ids; those that others are to have are set free first.
  func write() throws {
    let wanted = Set(pendingKeys.map(\.key))
    for change in pendingKeys where wanted.contains(change.former) {
      try statements.run(
        "UPDATE entities SET key = '-' || id WHERE id = ?", [.integer(change.entity)])
    }
    for change in pendingKeys {
      try statements.run(
        "UPDATE entities SET key = ? WHERE id = ?", [.text(change.key), .integer(change.entity)])
    }
    pendingKeys = []
  }

  private static func rank(_ key: String) -> Int {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return 3 }
    return (parts[2] == "-" ? 1 : 0) + (parts.count > 3 ? 2 : 0)
  }
}

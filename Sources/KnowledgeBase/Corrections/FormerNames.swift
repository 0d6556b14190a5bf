import SQLite

/// What the identities were called of which corrections speak, so that the corrections find them again when a program that
/// reads names otherwise gives them other stable ids.
struct FormerNames {
  private struct Former {
    var kind: String
    var country: String?
    var names: Set<String>
  }

  private let statements: StatementCache
  private var former: [String: Former] = [:]

  /// Notes the names; before anything is derived anew.
  init(_ statements: StatementCache) throws {
    self.statements = statements
    for correction in try FormerNames.corrections(statements) {
      for key in FormerNames.keys(correction) where former[key] == nil {
        let row = try statements.first(
          "SELECT id, kind, country FROM identities WHERE key = ?", [.text(key)]
        ) { (id: $0.int64(0), kind: $0.text(1) ?? "", country: $0.text(2)) }
        guard let row else { continue }
        let names = try statements.map(
          "SELECT name FROM spellings WHERE identity = ?", [.integer(row.id)]
        ) { $0.text(0) ?? "" }
        former[key] = Former(kind: row.kind, country: row.country, names: Set(names))
      }
    }
  }

  /// Writes the new stable ids into the corrections; after all articles were added again.
  func follow() throws {
    var renamed: [String: String] = [:]
    for (key, former) in former {
      guard let successor = try successor(of: key, former) else { continue }
      renamed[key] = successor
    }
    guard !renamed.isEmpty else { return }
    for correction in try FormerNames.corrections(statements)
    where FormerNames.keys(correction).contains(where: { renamed[$0] != nil }) {
      var correction = correction
      var anchor = Anchor(correction)
      func now(_ key: String) -> String { renamed[key] ?? key }
      anchor.subject = Set(anchor.subject.map(now)).sorted()
      anchor.object = Set(anchor.object.map(now)).sorted()
      correction.subject = now(correction.subject)
      if correction.action != .set { correction.object = correction.object.map(now) }
      correction.anchor = anchor.json
      try statements.run(
        "UPDATE corrections SET subject = ?, object = ?, anchor = ? WHERE id = ?",
        [
          .text(correction.subject), Value(correction.object), Value(correction.anchor),
          .integer(correction.id),
        ])
    }
  }

  /// The identity that has most of the names now; nil if the former one is still told of, or none has any of them.
  private func successor(of key: String, _ former: Former) throws -> String? {
    let isThere = try statements.first(
      "SELECT 1 FROM identities WHERE key = ? AND articles > 0", [.text(key)]
    ) { _ in true }
    guard isThere == nil else { return nil }
    var shared: [String: Int] = [:]
    for name in former.names {
      for found in try statements.map(
        """
        SELECT i.key FROM spellings AS s JOIN identities AS i ON i.id = s.identity
        WHERE s.name = ? AND i.kind = ? AND i.country IS ? AND i.articles > 0
        """, [.text(name), .text(former.kind), Value(former.country)], { $0.text(0) ?? "" })
      {
        shared[found, default: 0] += 1
      }
    }
    return shared.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func corrections(_ statements: StatementCache) throws -> [Correction] {
    try statements.map(
      """
      SELECT id, action, subject, object, value, anchor, reason, made_at, undone_at FROM corrections ORDER BY id
      """, []
    ) { Correction($0) }
  }

  /// The stable ids of identities that a correction names.
  private static func keys(_ correction: Correction) -> [String] {
    guard Decisions.sort(correction.subject) == "entity" else { return [] }
    let anchor = Anchor(correction)
    return [correction.subject] + anchor.subject
      + (correction.action == .set
        ? [] : (correction.object.map { [$0] } ?? []) + anchor.object)
  }
}

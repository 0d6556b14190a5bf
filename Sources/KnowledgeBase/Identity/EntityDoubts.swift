import SQLite

/// Pairs of identities that may be one, and why they are kept apart, as a batch leaves them.
///
/// They are found over and over while identities are grouped: only what is different at the end is written, in the order in
/// which the table stands.
final class EntityDoubts {
  private struct Pair: Hashable, Comparable {
    var first: Int64
    var second: Int64

    init(_ first: Int64, _ second: Int64) {
      (self.first, self.second) = (min(first, second), max(first, second))
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  private let statements: StatementCache
  private let isNew: (Int64) -> Bool
  /// What the table has of the identities that were asked for.
  private var before: [Pair: String] = [:]
  /// Reasons as they are now; nil for a pair that is in doubt no more.
  private var now: [Pair: String?] = [:]
  /// The pairs of `now` in which an identity stands.
  private var pairs: [Int64: Set<Pair>] = [:]
  /// Identities whose rows were read.
  private var read: Set<Int64> = []

  /// `isNew` tells which identities cannot stand in the table yet.
  init(_ statements: StatementCache, isNew: @escaping (Int64) -> Bool) {
    self.statements = statements
    self.isNew = isNew
  }

  /// Forgets all doubts about an identity.
  func forget(_ identity: Int64) throws {
    if read.insert(identity).inserted, !isNew(identity) {
      let rows = try statements.map(
        "SELECT a, b, reason FROM doubts WHERE a = ?1 UNION ALL SELECT a, b, reason FROM doubts WHERE b = ?1",
        [.integer(identity)]
      ) { (Pair($0.int64(0), $0.int64(1)), $0.text(2) ?? "") }
      for (pair, reason) in rows {
        before[pair] = reason
        note(pair, nil)
      }
    }
    for pair in pairs[identity] ?? [] { now[pair] = .some(nil) }
  }

  /// Notes a doubt; one that is noted already keeps its reason.
  func add(_ first: Int64, _ second: Int64, _ reason: String) {
    let pair = Pair(first, second)
    if case .some(.some) = now[pair] { return }
    note(pair, reason)
  }

  private func note(_ pair: Pair, _ reason: String?) {
    now[pair] = .some(reason)
    pairs[pair.first, default: []].insert(pair)
    pairs[pair.second, default: []].insert(pair)
  }

  /// Brings the table up to date.
  func write() throws {
    for (pair, reason) in now.sorted(by: { $0.key < $1.key }) where before[pair] != reason {
      if before[pair] != nil {
        try statements.run(
          "DELETE FROM doubts WHERE a = ? AND b = ?", [.integer(pair.first), .integer(pair.second)])
      }
      guard let reason else { continue }
      // Of a pair that nobody forgot it was not asked whether it is there; then it keeps its reason.
      try statements.run(
        "INSERT OR IGNORE INTO doubts (a, b, reason) VALUES (?, ?, ?)",
        [.integer(pair.first), .integer(pair.second), .text(reason)])
    }
    (before, now, pairs, read) = ([:], [:], [:], [])
  }
}

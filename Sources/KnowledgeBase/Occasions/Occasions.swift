import SQLite

/// The reports of one sort, and the rows that are derived from them.
final class Occasions<M: OccasionMatching> {
  typealias T = M.T
  let store: ReportStore<T>
  let matching: M
  private let fullText: FullTextQueue
  private let tally: MeetingTally
  /// Reports that are new, or of which a party became someone else.
  private var touched: Set<Int64> = []
  /// Reports of which only the count changed.
  private var recounted: Set<Int64> = []
  /// Rows that lost a report.
  var stale: Set<Int64> = []
  /// Reports that were there and have a row again: their evidence is to be written anew.
  var restored: Set<Int64> = []
  /// Reports as they are compared, while rows are brought up to date.
  var nodes: [Int64: Node] = [:]

  /// A report that is prepared for comparison.
  struct Node {
    var report: Report<T>
    var item: M.Item
  }

  init(
    _ statements: StatementCache, _ fullText: FullTextQueue, _ tally: MeetingTally, _ matching: M
  ) {
    self.tally = tally
    store = ReportStore(statements, fullText)
    self.fullText = fullText
    self.matching = matching
  }

  var statements: StatementCache { store.statements }

  /// Forgets which reports the batch made and restored.
  func finish() {
    restored = []
    store.finish()
  }

  // MARK: Articles

  /// Notes that an article says this at a position of its record; gives the report's row id.
  func add(_ terms: T, article: Int64, position: Int, identities: IdentityStore) throws -> Int64 {
    let id = try store.add(terms, article: article, position: position, identities: identities)
    if store.made.contains(id) || identities.isCountingAnew { touched.insert(id) }
    return id
  }

  /// Takes back what an article says.
  func remove(article: Int64) throws { try store.remove(article: article) }

  /// Touches the reports that name one of the identities.
  func touch(identities: some Sequence<Int64>) throws {
    for identity in identities { touched.formUnion(try store.naming(identity)) }
  }

  /// Touches a report, and those that stand in one row with it.
  func touch(key: String) throws {
    guard let id = try store.find(key) else { return }
    touched.insert(id)
    guard let row = try occasion(of: id) else { return }
    touched.formUnion(try store.members(of: row))
  }

  /// Touches reports.
  func touch(reports: ArraySlice<Int64>) { touched.formUnion(reports) }

  /// Forgets under which numbers reports are filed; all of them have to be touched then.
  func clearKeys() throws { try statements.run("DELETE FROM \(T.table)_keys", []) }

  /// Forgets which articles make which reports, and where reports are filed: all articles are added again then.
  func startCounting() throws {
    try clearKeys()
    try store.startCounting()
  }

  /// Takes back the reports that no article made since.
  func endCounting() throws { try store.endCounting() }

  // MARK: Rows

  /// The row of a report; nil for one that was rejected.
  func occasion(of report: Int64) throws -> Int64? { try store.occasion(of: report) }

  /// Writes how many articles say so, and drops reports that none says any more.
  func shed(_ identities: IdentityStore) throws {
    let (left, gone) = try store.writeCounts()
    recounted.formUnion(left)
    for id in gone {
      guard let report = try store.load(id, identities) else { continue }
      // What it was compared with has to be grouped anew without it.
      for node in try closure(id, identities, Rulings()) where node.report.id != id {
        touched.insert(node.report.id)
      }
      if let occasion = report.occasion { stale.insert(occasion) }
      try store.delete(id, key: report.key)
      recounted.remove(id)
      touched.remove(id)
    }
    nodes = [:]
  }

  /// Brings the rows of all touched reports up to date.
  func settle(_ identities: IdentityStore, _ rulings: Rulings) throws {
    try shed(identities)
    let fresh = touched.sorted()
    try store.register(
      fresh.compactMap { id in
        try node(id, identities).map { (id, matching.registered($0.item)) }
      })
    var seen: Set<Int64> = []
    for id in fresh where !seen.contains(id) {
      let nodes = try closure(id, identities, rulings)
      seen.formUnion(nodes.map(\.report.id))
      if !nodes.isEmpty { try regroup(nodes, rulings) }
    }
    for id in recounted.subtracting(seen).sorted() { try rewrite(id, identities, rulings) }
    for row in stale.sorted() { try deleteIfEmpty(row) }
    touched = []
    recounted = []
    stale = []
    nodes = [:]
  }

  private func deleteIfEmpty(_ row: Int64) throws {
    guard try store.members(of: row).isEmpty else { return }
    if T.table == "meeting" {
      try tally.removing(row)
      try fullText.removing(.meetings, row)
      try fullText.removing(.topics, where: "meeting = ?", row)
    } else {
      try fullText.removing(.agreements, row)
    }
    try statements.run("DELETE FROM \(T.table)s WHERE id = ?", [.integer(row)])
  }

  /// Writes the row of a report again after its count changed; without others in it nothing hangs on the count.
  private func rewrite(_ id: Int64, _ identities: IdentityStore, _ rulings: Rulings) throws {
    guard let row = try occasion(of: id) else { return }
    let members = try store.members(of: row)
    guard members.count > 1 else { return }
    let reports = try members.compactMap { try store.load($0, identities) }
      .sorted { $0.key < $1.key }
    _ = try matching.write(reports, row: row, set: rulings.values(for: reports.map(\.key)))
  }
}

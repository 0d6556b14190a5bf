import SQLite

/// The rows of reports of one sort, and what is kept of them in memory while a batch is loaded.
final class ReportStore<T: Terms> {
  let statements: StatementCache
  private let fullText: FullTextQueue
  private var ids: [String: Int64] = [:]
  private var reports: [Int64: Report<T>] = [:]
  private var counts: [Int64: Int] = [:]
  /// Which identities new reports name, until it is written.
  private var naming: [(identity: Int64, report: Int64)] = []
  /// Reports that the batch made.
  private(set) var made: Set<Int64> = []

  init(_ statements: StatementCache, _ fullText: FullTextQueue) {
    self.statements = statements
    self.fullText = fullText
  }

  /// Forgets what is kept of the batch.
  func finish() {
    reports = [:]
    made = []
  }

  // MARK: Articles

  /// Notes that an article says this at a position of its record; gives the report's row id.
  func add(_ terms: T, article: Int64, position: Int, identities: IdentityStore) throws -> Int64 {
    let json = terms.json
    let key = T.key(json)
    let id: Int64
    if let known = try find(key) {
      id = known
      counts[id, default: 0] += 1
    } else {
      id = try make(terms, key, json, identities)
    }
    try statements.run(
      "INSERT INTO \(T.table)_report_articles (article, position, report) VALUES (?, ?, ?)",
      [.integer(article), Value(position), .integer(id)])
    return id
  }

  /// Takes back what an article says.
  func remove(article: Int64) throws {
    let reports = try statements.map(
      "SELECT report FROM \(T.table)_report_articles WHERE article = ?", [.integer(article)]
    ) { $0.int64(0) }
    for report in reports { counts[report, default: 0] -= 1 }
    try statements.run(
      "DELETE FROM \(T.table)_report_articles WHERE article = ?", [.integer(article)])
  }

  /// Sets all counts to nothing: every article is added again then.
  func startCounting() throws {
    try statements.run("DELETE FROM \(T.table)_report_articles", [])
    try statements.run("UPDATE \(T.table)_reports SET articles = 0", [])
  }

  /// Takes reports that no article made since `startCounting` for taken back.
  func endCounting() throws {
    for id in try statements.map(
      "SELECT id FROM \(T.table)_reports WHERE articles = 0", [], { $0.int64(0) })
    {
      counts[id, default: 0] += 0
    }
  }

  /// The row id of a stable id.
  func find(_ key: String) throws -> Int64? {
    if let id = ids[key] { return id }
    let id = try statements.first(
      "SELECT id FROM \(T.table)_reports WHERE key = ?", [.text(key)]
    ) { $0.int64(0) }
    if let id { remember(key, id) }
    return id
  }

  private func remember(_ key: String, _ id: Int64) {
    if ids.count > 100_000 { ids.removeAll() }
    ids[key] = id
  }

  private func make(_ terms: T, _ key: String, _ json: String, _ identities: IdentityStore) throws
    -> Int64
  {
    let id = try statements.insert(
      "INSERT INTO \(T.table)_reports (key, terms, articles\(T.extraColumn.map { ", \($0)" } ?? ""))"
        + " VALUES (?, ?, 1\(T.extraColumn == nil ? "" : ", ?"))",
      [.text(key), .text(json)] + terms.extraValues)
    if T.extraColumn != nil { fullText.inserted(.agreementReports, id) }
    var seen: Set<Int64> = []
    for party in terms.parties {
      guard let row = try identities.find(party.identity), seen.insert(row.id).inserted else {
        continue
      }
      naming.append((row.id, id))
    }
    remember(key, id)
    reports[id] = Report(
      id: id, key: key, terms: terms, articles: 1, occasion: nil, entities: [])
    made.insert(id)
    return id
  }

  // MARK: Reading

  /// A report, with the entities that its identities belong to now.
  func load(_ id: Int64, _ identities: IdentityStore) throws -> Report<T>? {
    guard var report = try reports[id] ?? read(id) else { return nil }
    report.entities = try report.terms.parties.map {
      try identities.find($0.identity)?.entity ?? 0
    }
    reports[id] = report
    return report
  }

  private func read(_ id: Int64) throws -> Report<T>? {
    let row = try statements.first(
      "SELECT key, terms, articles, \(T.table) FROM \(T.table)_reports WHERE id = ?",
      [.integer(id)]
    ) {
      (
        key: $0.text(0) ?? "", terms: T(json: $0.text(1) ?? ""), articles: $0.int(2) ?? 0,
        occasion: $0.isNull(3) ? nil : $0.int64(3)
      )
    }
    guard let row, let terms = row.terms else { return nil }
    return Report(
      id: id, key: row.key, terms: terms, articles: row.articles, occasion: row.occasion,
      entities: [])
  }

  /// The row that a report belongs to; nil for one that was rejected.
  func occasion(of id: Int64) throws -> Int64? {
    if let known = reports[id] { return known.occasion }
    return try statements.first(
      "SELECT \(T.table) FROM \(T.table)_reports WHERE id = ?", [.integer(id)]
    ) { $0.isNull(0) ? nil : $0.int64(0) } ?? nil
  }

  /// The reports of a row.
  func members(of occasion: Int64) throws -> [Int64] {
    try statements.map(
      "SELECT id FROM \(T.table)_reports WHERE \(T.table) = ?", [.integer(occasion)]
    ) { $0.int64(0) }
  }

  /// The reports that name an identity.
  func naming(_ identity: Int64) throws -> [Int64] {
    try statements.map(
      "SELECT report FROM \(T.table)_report_identities WHERE identity = ?", [.integer(identity)]
    ) { $0.int64(0) }
  }

  /// True if some article makes both reports.
  func sharesArticle(_ first: Int64, _ second: Int64) throws -> Bool {
    try statements.first(
      """
      SELECT 1 FROM \(T.table)_report_articles AS a JOIN \(T.table)_report_articles AS b ON b.article = a.article
      WHERE a.report = ? AND b.report = ? LIMIT 1
      """, [.integer(first), .integer(second)]
    ) { _ in true } ?? false
  }

  // MARK: Writing

  /// Writes how many articles say what, and gives the reports that more or fewer say than before the batch: those that
  /// some say, and those that none says any more.
  func writeCounts() throws -> (left: [Int64], gone: [Int64]) {
    var left: [Int64] = []
    var gone: [Int64] = []
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) {
      reports[id]?.articles += count
      try statements.run(
        "UPDATE \(T.table)_reports SET articles = articles + ? WHERE id = ?",
        [Value(count), .integer(id)])
      let articles = try statements.first(
        "SELECT articles FROM \(T.table)_reports WHERE id = ?", [.integer(id)]
      ) { $0.int(0) ?? 0 }
      if let articles, articles <= 0 { gone.append(id) } else { left.append(id) }
    }
    counts = [:]
    // In the order in which the table stands.
    for (identity, report) in naming.sorted(by: <) {
      try statements.run(
        "INSERT INTO \(T.table)_report_identities (identity, report) VALUES (?, ?)",
        [.integer(identity), .integer(report)])
    }
    naming = []
    return (left, gone)
  }

  /// Gives a report to a row, or to none.
  func assign(_ id: Int64, _ occasion: Int64?) throws {
    try statements.run(
      "UPDATE \(T.table)_reports SET \(T.table) = ? WHERE id = ?", [Value(occasion), .integer(id)])
    reports[id]?.occasion = occasion
  }

  /// Deletes a report.
  func delete(_ id: Int64, key: String) throws {
    if T.extraColumn != nil { try fullText.removing(.agreementReports, id) }
    try statements.run("DELETE FROM \(T.table)_reports WHERE id = ?", [.integer(id)])
    ids[key] = nil
    reports[id] = nil
    made.remove(id)
  }

  // MARK: Where to look

  /// Files reports under their numbers; in the order of the numbers, as the table stands.
  func register(_ reports: [(id: Int64, keys: [Int64])]) throws {
    for (id, _) in reports where !made.contains(id) {
      try statements.run("DELETE FROM \(T.table)_keys WHERE report = ?", [.integer(id)])
    }
    let rows = reports.flatMap { id, keys in Set(keys).map { ($0, id) } }
    for (key, id) in rows.sorted(by: <) {
      try statements.run(
        "INSERT INTO \(T.table)_keys (key, report) VALUES (?, ?)", [.integer(key), .integer(id)])
    }
  }

  /// The reports that are filed under some of these numbers.
  func registered(within keys: ClosedRange<Int64>) throws -> [Int64] {
    try statements.map(
      "SELECT report FROM \(T.table)_keys WHERE key BETWEEN ? AND ?",
      [.integer(keys.lowerBound), .integer(keys.upperBound)]
    ) { $0.int64(0) }
  }
}

import Records
import SQLite

/// A report with what is needed to compare it: the entities that its identities stand for.
struct Report<T: Terms> {
  var id: Int64
  /// The stable id.
  var key: String
  var terms: T
  /// How many articles say so.
  var articles: Int
  /// The row of the meeting or agreement; nil where there is none yet, or where it was rejected.
  var occasion: Int64?
  /// Row ids of entities, for each of the terms' parties.
  var entities: [Int64]
}

/// How reports of one sort are compared, and how their row is written.
protocol OccasionMatching {
  associatedtype T: Terms
  /// A report prepared for comparison.
  associatedtype Item

  func prepare(_ report: Report<T>) -> Item
  /// Numbers under which others find the report.
  func registered(_ item: Item) -> [Int64]
  /// Numbers under which reports that may match are found.
  func searched(_ item: Item) -> [Int64]
  /// Symmetric.
  func relation(_ left: Item, _ right: Item) -> Clustering.Relation
  /// Writes the row and what hangs on it, in place of what stands there; gives the row's id.
  func write(_ reports: [Report<T>], row: Int64?, set: [String: String?]) throws -> Int64
}

/// The reports of one sort, and the rows that are derived from them.
final class Occasions<M: OccasionMatching> {
  typealias T = M.T
  private let statements: StatementCache
  private let matching: M
  private var ids: [String: Int64] = [:]
  private var counts: [Int64: Int] = [:]
  /// Reports that are new, or of which a party became someone else.
  var touched: Set<Int64> = []
  /// Rows that lost a report.
  private var stale: Set<Int64> = []

  init(_ statements: StatementCache, _ matching: M) {
    self.statements = statements
    self.matching = matching
  }

  func reset() {
    ids = [:]
    counts = [:]
    touched = []
    stale = []
    finish()
  }

  // MARK: Articles

  /// Notes that an article says this at a position of its record; gives the report's row id.
  func add(_ terms: T, article: Int64, position: Int, identities: IdentityStore) throws -> Int64 {
    let key = terms.key
    let id = try find(key) ?? make(terms, key, identities)
    ids[key] = id
    counts[id, default: 0] += 1
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

  private func find(_ key: String) throws -> Int64? {
    if let id = ids[key] { return id }
    if ids.count > 200_000 { ids.removeAll() }
    return try statements.first(
      "SELECT id FROM \(T.table)_reports WHERE key = ?", [.text(key)]
    ) { $0.int64(0) }
  }

  private func make(_ terms: T, _ key: String, _ identities: IdentityStore) throws -> Int64 {
    let id = try statements.insert(
      "INSERT INTO \(T.table)_reports (key, terms, articles) VALUES (?, ?, 0)",
      [.text(key), .text(terms.json)])
    for identity in Set(terms.parties.map(\.identity)).sorted() {
      guard let row = try identities.find(identity) else { continue }
      try statements.run(
        "INSERT INTO \(T.table)_report_identities (identity, report) VALUES (?, ?)",
        [.integer(row.id), .integer(id)])
    }
    touched.insert(id)
    made.insert(id)
    return id
  }

  /// Touches the reports that name one of the identities.
  func touch(identities: some Sequence<Int64>) throws {
    for identity in identities {
      touched.formUnion(
        try statements.map(
          "SELECT report FROM \(T.table)_report_identities WHERE identity = ?",
          [.integer(identity)]
        ) { $0.int64(0) })
    }
  }

  /// Touches a report, and those that stand in one row with it.
  func touch(key: String) throws {
    guard let id = try find(key) else { return }
    touched.insert(id)
    guard let row = try occasion(of: id) else { return }
    touched.formUnion(
      try statements.map(
        "SELECT id FROM \(T.table)_reports WHERE \(T.table) = ?", [.integer(row)]
      ) { $0.int64(0) })
  }

  // MARK: Rows

  /// Writes the counts, and brings the rows of all touched reports up to date.
  func settle(_ identities: IdentityStore, _ rulings: Rulings) throws {
    try shed(identities)
    let recounted = recounted
    self.recounted = []
    let fresh = touched
    for id in fresh.sorted() { try register(id, identities) }
    var seen: Set<Int64> = []
    for id in fresh.sorted() where !seen.contains(id) {
      let nodes = try closure(id, identities, rulings)
      seen.formUnion(nodes.map(\.report.id))
      if !nodes.isEmpty { try regroup(nodes, rulings) }
    }
    for id in recounted.subtracting(seen).sorted() { try rewrite(id, identities, rulings) }
    for row in stale.sorted() {
      try statements.run(
        "DELETE FROM \(T.table)s WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM \(T.table)_reports WHERE \(T.table) = ?1)",
        [.integer(row)])
    }
    touched = []
    stale = []
  }

  /// The row of each report; nil for one that was rejected.
  func occasion(of report: Int64) throws -> Int64? {
    try statements.first(
      "SELECT \(T.table) FROM \(T.table)_reports WHERE id = ?", [.integer(report)]
    ) { $0.isNull(0) ? nil : $0.int64(0) } ?? nil
  }

  /// Reports of which only the count changed.
  private var recounted: Set<Int64> = []

  /// Writes how many articles say so, and drops reports that none says any more.
  func shed(_ identities: IdentityStore) throws {
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count != 0 {
      try statements.run(
        "UPDATE \(T.table)_reports SET articles = articles + ? WHERE id = ?",
        [Value(count), .integer(id)])
      guard !touched.contains(id) else { continue }
      recounted.insert(id)
    }
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count < 0 {
      guard let row = try load(id, identities), row.articles <= 0 else { continue }
      // What it was compared with has to be grouped anew without it.
      for item in try closure(id, identities, Rulings()) where item.report.id != id {
        touched.insert(item.report.id)
      }
      if let occasion = row.occasion { stale.insert(occasion) }
      try statements.run("DELETE FROM \(T.table)_reports WHERE id = ?", [.integer(id)])
      ids[row.key] = nil
      recounted.remove(id)
      touched.remove(id)
    }
    counts = [:]
  }

  private func load(_ id: Int64, _ identities: IdentityStore) throws -> Report<T>? {
    guard
      let row = try statements.first(
        "SELECT key, terms, articles, \(T.table) FROM \(T.table)_reports WHERE id = ?",
        [.integer(id)],
        {
          (
            key: $0.text(0) ?? "", terms: T(json: $0.text(1) ?? ""), articles: $0.int(2) ?? 0,
            occasion: $0.isNull(3) ? nil : $0.int64(3)
          )
        }), let terms = row.terms
    else { return nil }
    return Report(
      id: id, key: row.key, terms: terms, articles: row.articles, occasion: row.occasion,
      entities: try terms.parties.map { try identities.find($0.identity)?.entity ?? 0 })
  }

  private func register(_ id: Int64, _ identities: IdentityStore) throws {
    guard let report = try load(id, identities) else { return }
    try statements.run("DELETE FROM \(T.table)_keys WHERE report = ?", [.integer(id)])
    for key in Set(matching.registered(matching.prepare(report))) {
      try statements.run(
        "INSERT INTO \(T.table)_keys (key, report) VALUES (?, ?)", [.integer(key), .integer(id)])
    }
  }

  private struct Node {
    var report: Report<T>
    var item: M.Item
  }

  /// All reports that some chain of matches, or of decisions by people, joins to those given, and those that stand in
  /// one row with them.
  private func closure(_ start: Int64, _ identities: IdentityStore, _ rulings: Rulings) throws
    -> [Node]
  {
    var nodes: [Int64: Node] = [:]
    func node(_ id: Int64) throws -> Node? {
      if let known = nodes[id] { return known }
      guard let report = try load(id, identities) else { return nil }
      return Node(report: report, item: matching.prepare(report))
    }
    guard let first = try node(start) else { return [] }
    nodes[start] = first
    var queue = [start]
    while let id = queue.popLast() {
      guard let here = nodes[id] else { continue }
      var near: Set<Int64> = []
      for key in Set(matching.searched(here.item)) {
        near.formUnion(
          try statements.map(
            "SELECT report FROM \(T.table)_keys WHERE key = ?", [.integer(key)]
          ) { $0.int64(0) })
      }
      var certain: Set<Int64> = []
      if let occasion = here.report.occasion {
        certain.formUnion(
          try statements.map(
            "SELECT id FROM \(T.table)_reports WHERE \(T.table) = ?", [.integer(occasion)]
          ) { $0.int64(0) })
      }
      for key in rulings.partners[here.report.key] ?? [] {
        if let partner = try find(key) { certain.insert(partner) }
      }
      for other in near.union(certain).sorted() where nodes[other] == nil {
        guard let there = try node(other) else { continue }
        if case .match = matching.relation(here.item, there.item) {
        } else if !certain.contains(other) {
          continue
        }
        nodes[other] = there
        queue.append(other)
      }
    }
    return nodes.values.sorted { $0.report.key < $1.report.key }
  }

  private func regroup(_ nodes: [Node], _ rulings: Rulings) throws {
    let keys = nodes.map(\.report.key)
    var index: [String: Int] = [:]
    for (position, key) in keys.enumerated() { index[key] = position }
    let forced = rulings.merged.compactMap { pair in
      index[pair.0].flatMap { first in index[pair.1].map { (first, $0) } }
    }
    let apart = rulings.apart.compactMap { pair in
      index[pair.0].flatMap { first in index[pair.1].map { (first, $0) } }
    }
    var relations: [Clustering.Doubt: Clustering.Relation] = [:]
    for first in nodes.indices {
      for second in nodes.indices where second > first {
        var relation = matching.relation(nodes[first].item, nodes[second].item)
        if case .match = relation,
          try sharesArticle(nodes[first].report.id, nodes[second].report.id)
        {
          // One article told them apart.
          relation = .conflict
        }
        relations[Clustering.Doubt(first: first, second: second)] = relation
      }
    }
    let clustering = Clustering(keys: keys, forced: forced, apart: apart) { first, second in
      relations[Clustering.Doubt(first: min(first, second), second: max(first, second))]
        ?? .unrelated
    }
    try write(clustering.groups.map { group in group.map { nodes[$0].report } }, rulings)
    if T.table == "meeting" {
      for node in nodes {
        try statements.run(
          "DELETE FROM meeting_doubts WHERE a = ?1 OR b = ?1", [.integer(node.report.id)])
      }
      for doubt in clustering.doubts {
        let (a, b) = (nodes[doubt.first].report.id, nodes[doubt.second].report.id)
        try statements.run(
          "INSERT INTO meeting_doubts (a, b, reason) VALUES (?, ?, ?)",
          [.integer(min(a, b)), .integer(max(a, b)), "may be one; another report fits as well"])
      }
    }
  }

  private func sharesArticle(_ first: Int64, _ second: Int64) throws -> Bool {
    try statements.first(
      """
      SELECT 1 FROM \(T.table)_report_articles AS a JOIN \(T.table)_report_articles AS b ON b.article = a.article
      WHERE a.report = ? AND b.report = ? LIMIT 1
      """, [.integer(first), .integer(second)]
    ) { _ in true } ?? false
  }

  /// Gives each group a row: one that most of its reports had, or a new one.
  private func write(_ groups: [[Report<T>]], _ rulings: Rulings) throws {
    var claims: [(count: Int, row: Int64, group: Int)] = []
    for (index, group) in groups.enumerated() {
      for (row, reports) in Dictionary(
        grouping: group.filter { $0.occasion != nil }, by: \.occasion)
      {
        if let row { claims.append((reports.count, row, index)) }
      }
    }
    claims.sort { ($1.count, $0.row, $0.group) < ($0.count, $1.row, $1.group) }
    var rows: [Int: Int64] = [:]
    var taken: Set<Int64> = []
    for claim in claims where rows[claim.group] == nil && !taken.contains(claim.row) {
      rows[claim.group] = claim.row
      taken.insert(claim.row)
    }
    stale.formUnion(Set(claims.map(\.row)).subtracting(taken))
    // Keys are unique: those of the rows at hand are set free before they are given anew.
    for row in taken {
      try statements.run(
        "UPDATE \(T.table)s SET key = '-' || id WHERE id = ?", [.integer(row)])
    }
    for row in stale {
      try statements.run(
        "UPDATE \(T.table)s SET key = '-' || id WHERE id = ?", [.integer(row)])
    }
    for (index, group) in groups.enumerated() {
      if group.contains(where: { rulings.rejected.contains($0.key) }) {
        if let row = rows[index] { stale.insert(row) }
        for report in group { try assign(report, nil) }
        continue
      }
      let row = try matching.write(
        group, row: rows[index], set: rulings.values(for: group.map(\.key)))
      for report in group { try assign(report, row) }
    }
  }

  private func assign(_ report: Report<T>, _ row: Int64?) throws {
    guard report.occasion != row else { return }
    try statements.run(
      "UPDATE \(T.table)_reports SET \(T.table) = ? WHERE id = ?",
      [Value(row), .integer(report.id)])
    guard report.occasion != nil else {
      if row != nil, !made.contains(report.id) { restored.insert(report.id) }
      return
    }
    if let row {
      try statements.run(
        """
        UPDATE evidence SET \(T.table) = ? WHERE \(T.table) = ? AND (article, position) IN
          (SELECT article, position FROM \(T.table)_report_articles WHERE report = ?)
        """, [.integer(row), Value(report.occasion), .integer(report.id)])
      guard T.table == "meeting" else { return }
      try statements.run(
        """
        UPDATE statements SET meeting = ? WHERE meeting = ? AND article IN
          (SELECT article FROM meeting_report_articles WHERE report = ?)
        """, [.integer(row), Value(report.occasion), .integer(report.id)])
    }
  }

  /// Reports that were there and have a row again: their evidence is to be written anew.
  private(set) var restored: Set<Int64> = []
  /// Reports that the batch made.
  private var made: Set<Int64> = []

  /// Forgets which reports the batch made and restored.
  func finish() {
    restored = []
    made = []
  }

  /// Writes the row of a report again after its count changed; without others in it nothing hangs on the count.
  private func rewrite(_ id: Int64, _ identities: IdentityStore, _ rulings: Rulings) throws {
    guard let row = try occasion(of: id) else { return }
    let members = try statements.map(
      "SELECT id FROM \(T.table)_reports WHERE \(T.table) = ? ORDER BY key", [.integer(row)]
    ) { $0.int64(0) }
    guard members.count > 1 else { return }
    let reports = try members.compactMap { try load($0, identities) }
    _ = try matching.write(reports, row: row, set: rulings.values(for: reports.map(\.key)))
  }
}

import SQLite

extension Occasions {
  /// A report as it is compared; nil if it is no more.
  func node(_ id: Int64, _ identities: IdentityStore) throws -> Node? {
    if let known = nodes[id] { return known }
    guard let report = try store.load(id, identities) else { return nil }
    let node = Node(report: report, item: matching.prepare(report))
    nodes[id] = node
    return node
  }

  /// All reports that some chain of matches, or of decisions by people, joins to one, and those that stand in one row
  /// with them.
  func closure(_ start: Int64, _ identities: IdentityStore, _ rulings: Rulings) throws -> [Node] {
    guard let first = try node(start, identities) else { return [] }
    var found = [start: first]
    var queue = [first]
    while let here = queue.popLast() {
      var near: Set<Int64> = []
      for key in Set(matching.searched(here.item)) {
        near.formUnion(try store.registered(within: key))
      }
      var certain: Set<Int64> = []
      if let occasion = here.report.occasion {
        certain.formUnion(try store.members(of: occasion))
      }
      for key in rulings.partners[here.report.key] ?? [] {
        if let partner = try store.find(key) { certain.insert(partner) }
      }
      near.formUnion(certain)
      for other in near where found[other] == nil {
        guard let there = try node(other, identities) else { continue }
        if case .match = matching.relation(here.item, there.item) {
        } else if !certain.contains(other) {
          continue
        }
        found[other] = there
        queue.append(there)
      }
    }
    return found.count == 1 ? [first] : found.values.sorted { $0.report.key < $1.report.key }
  }

  /// Sorts reports into groups, and gives each group its row.
  func regroup(_ nodes: [Node], _ rulings: Rulings) throws {
    let keys = nodes.map(\.report.key)
    var index: [String: Int] = [:]
    for (position, key) in keys.enumerated() { index[key] = position }
    func pairs(_ list: [(String, String)]) -> [(Int, Int)] {
      list.compactMap { pair in
        index[pair.0].flatMap { first in index[pair.1].map { (first, $0) } }
      }
    }
    let clustering = try Clustering(
      keys: keys, forced: pairs(rulings.merged), apart: pairs(rulings.apart)
    ) { first, second in
      let relation = matching.relation(nodes[first].item, nodes[second].item)
      // One article told them apart.
      if case .match = relation,
        try store.sharesArticle(nodes[first].report.id, nodes[second].report.id)
      {
        return .conflict
      }
      return relation
    }
    try write(clustering.groups.map { group in group.map { nodes[$0].report } }, rulings)
    if T.table == "meeting" { try writeDoubts(clustering.doubts, nodes.map(\.report.id)) }
  }

  private func writeDoubts(_ doubts: [Clustering.Doubt], _ reports: [Int64]) throws {
    for id in reports where !store.made.contains(id) {
      try statements.run("DELETE FROM meeting_doubts WHERE a = ?1 OR b = ?1", [.integer(id)])
    }
    for doubt in doubts {
      let (a, b) = (reports[doubt.first], reports[doubt.second])
      try statements.run(
        "INSERT INTO meeting_doubts (a, b, reason) VALUES (?, ?, ?)",
        [.integer(min(a, b)), .integer(max(a, b)), "may be one; another report fits as well"])
    }
  }

  /// Gives each group a row: one that most of its reports had, or a new one.
  private func write(_ groups: [[Report<T>]], _ rulings: Rulings) throws {
    let rows = try choose(groups)
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

  /// The row that each group takes over, by the group's index.
  private func choose(_ groups: [[Report<T>]]) throws -> [Int: Int64] {
    var claims: [(count: Int, row: Int64, group: Int)] = []
    for (index, group) in groups.enumerated() {
      for (row, reports) in Dictionary(grouping: group, by: \.occasion) {
        if let row { claims.append((reports.count, row, index)) }
      }
    }
    guard !claims.isEmpty else { return [:] }
    claims.sort { ($1.count, $0.row, $0.group) < ($0.count, $1.row, $1.group) }
    var rows: [Int: Int64] = [:]
    var taken: Set<Int64> = []
    for claim in claims where rows[claim.group] == nil && !taken.contains(claim.row) {
      rows[claim.group] = claim.row
      taken.insert(claim.row)
    }
    let claimed = Set(claims.map(\.row))
    stale.formUnion(claimed.subtracting(taken))
    // Keys are unique: where several rows are at hand they are set free before they are given anew.
    if claimed.count > 1 || groups.count > 1 {
      for row in claimed.sorted() {
        try statements.run(
          "UPDATE \(T.table)s SET key = '-' || id WHERE id = ?", [.integer(row)])
      }
    }
    return rows
  }

  private func assign(_ report: Report<T>, _ row: Int64?) throws {
    guard report.occasion != row else { return }
    try store.assign(report.id, row)
    nodes[report.id]?.report.occasion = row
    guard let former = report.occasion else {
      if row != nil, !store.made.contains(report.id) { restored.insert(report.id) }
      return
    }
    guard let row else { return }
    try statements.run(
      """
      UPDATE evidence SET \(T.table) = ? WHERE \(T.table) = ? AND (article, position) IN
        (SELECT article, position FROM \(T.table)_report_articles WHERE report = ?)
      """, [.integer(row), .integer(former), .integer(report.id)])
    guard T.table == "meeting" else { return }
    try statements.run(
      """
      UPDATE statements SET meeting = ? WHERE meeting = ? AND article IN
        (SELECT article FROM meeting_report_articles WHERE report = ?)
      """, [.integer(row), .integer(former), .integer(report.id)])
  }
}

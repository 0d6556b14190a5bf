import SQLite

/// What tells candidates of one name apart.
struct Choices {
  let database: Database

  /// One choice for each group, those with most meetings first.
  func describe(_ groups: [[Candidate]]) throws -> [Answer.Choice] {
    try groups.map { group in
      let fullest = group.max { $0.name.utf8.count < $1.name.utf8.count }
      return Answer.Choice(
        name: fullest?.name ?? "", country: group.lazy.compactMap(\.country).first,
        role: try roles(of: group).first?.role, meetings: try count("participants", group),
        statements: try count("speakers", group))
    }.sorted { ($1.meetings, $0.name) < ($0.meetings, $1.name) }
  }

  private func list(_ group: [Candidate]) -> String {
    group.map { String($0.entity) }.joined(separator: ", ")
  }

  private func count(_ table: String, _ group: [Candidate]) throws -> Int {
    guard
      case .integer(let count)? = try database.scalar(
        "SELECT count(*) FROM \(table) WHERE entity IN (\(list(group)))")
    else { return 0 }
    return Int(count)
  }

  /// The roles that a group was reported in with the country given there, the latest first.
  func roles(of group: [Candidate]) throws -> [(role: String, country: String?)] {
    try database.map(
      """
      SELECT role, country, max(day) FROM (
        SELECT p.role, p.country, m.latest AS day FROM participants AS p JOIN meetings AS m ON m.id = p.meeting
        WHERE p.entity IN (\(list(group))) AND p.role IS NOT NULL
        UNION ALL
        SELECT p.role, p.country, s.latest FROM speakers AS p JOIN statements AS s ON s.id = p.statement
        WHERE p.entity IN (\(list(group))) AND p.role IS NOT NULL
      ) GROUP BY role, country ORDER BY max(day) DESC, role
      """
    ) { ($0.text(0) ?? "", $0.text(1)) }
  }
}

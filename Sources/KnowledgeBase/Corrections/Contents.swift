import SQLite

/// What a base holds, in a form in which two states can be compared.
struct Contents {
  private var rows: [String: [String: String]] = [:]

  /// Reads entities, meetings and agreements with their parts, by stable id: all of them, or those of the row ids in
  /// `only`, JSON lists by sort.
  init(_ database: Database, _ only: [String: Value]? = nil) throws {
    for (name, sql, column) in Contents.queries {
      var lines: [String: String] = [:]
      let condition = only == nil ? "" : "WHERE \(column) IN (SELECT value FROM json_each(?))"
      let values = only.map { [$0[name] ?? .text("[]")] } ?? []
      try database.query(sql + condition, values) { lines[$0.text(0) ?? ""] = $0.text(1) ?? "" }
      rows[name] = lines
    }
  }

  /// What is different from an earlier state, a line each: `-` for what is no more, `+` for what is new.
  func changes(since before: Contents) -> [String] {
    var out: [String] = []
    for (name, _, _) in Contents.queries {
      let (old, new) = (before.rows[name] ?? [:], rows[name] ?? [:])
      for key in Set(old.keys).union(new.keys).sorted() where old[key] != new[key] {
        if let text = old[key] { out.append("- \(name) \(text)") }
        if let text = new[key] { out.append("+ \(name) \(text)") }
      }
    }
    return out
  }

  private static let queries: [(String, String, String)] = [
    (
      "entity",
      """
      SELECT key, name || ' (' || kind || coalesce(', ' || country, '') || '), named ' ||
        (SELECT group_concat(name, '; ') FROM (SELECT name FROM names WHERE entity = e.id ORDER BY name))
      FROM entities AS e
      """ + "\n", "e.id"
    ),
    (
      "meeting",
      """
      SELECT m.key, coalesce(d.date, 'undated') || ' ' || d.status || ' ' || d.mode || ': ' || coalesce(d.principals, '')
        || coalesce(', with ' || d.attendees, '') || coalesce(', ' || d.place, '') || ', articles: ' || d.articles
      FROM meeting_details AS d JOIN meetings AS m ON m.id = d.meeting
      """ + "\n", "m.id"
    ),
    (
      "agreement",
      """
      SELECT g.key, g.title || ', ' || g.kind || ', ' || g.status || coalesce(', ' || g.date, '')
        || coalesce(', ' || g.place, '') || coalesce(', ' || d.parties, '')
      FROM agreement_details AS d JOIN agreements AS g ON g.id = d.agreement
      """ + "\n", "g.id"
    ),
  ]
}

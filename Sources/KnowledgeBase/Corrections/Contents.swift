import SQLite

/// What a base holds, in a form in which two states can be compared.
struct Contents {
  private var rows: [String: [String: String]] = [:]

  /// Reads entities, meetings and agreements with their parts, by stable id.
  init(_ database: Database) throws {
    for (name, sql) in Contents.queries {
      var lines: [String: String] = [:]
      try database.query(sql) { lines[$0.text(0) ?? ""] = $0.text(1) ?? "" }
      rows[name] = lines
    }
  }

  /// What is different from an earlier state, a line each: `-` for what is no more, `+` for what is new.
  func changes(since before: Contents) -> [String] {
    var out: [String] = []
    for (name, _) in Contents.queries {
      let (old, new) = (before.rows[name] ?? [:], rows[name] ?? [:])
      for key in Set(old.keys).union(new.keys).sorted() where old[key] != new[key] {
        if let text = old[key] { out.append("- \(name) \(text)") }
        if let text = new[key] { out.append("+ \(name) \(text)") }
      }
    }
    return out
  }

  private static let queries: [(String, String)] = [
    (
      "entity",
      """
      SELECT key, name || ' (' || kind || coalesce(', ' || country, '') || '), named ' ||
        (SELECT group_concat(name, '; ') FROM (SELECT name FROM names WHERE entity = e.id ORDER BY name))
      FROM entities AS e
      """
    ),
    (
      "meeting",
      """
      SELECT m.key, coalesce(d.date, 'undated') || ' ' || d.status || ' ' || d.mode || ': ' || coalesce(d.principals, '')
        || coalesce(', with ' || d.attendees, '') || coalesce(', ' || d.place, '') || ', articles: ' || d.articles
      FROM meeting_details AS d JOIN meetings AS m ON m.id = d.meeting
      """
    ),
    (
      "agreement",
      """
      SELECT g.key, g.title || ', ' || g.kind || ', ' || g.status || coalesce(', ' || g.date, '')
        || coalesce(', ' || g.place, '') || coalesce(', ' || d.parties, '')
      FROM agreement_details AS d JOIN agreements AS g ON g.id = d.agreement
      """
    ),
  ]
}

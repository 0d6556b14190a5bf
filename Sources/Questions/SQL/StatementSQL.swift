import SQLite

extension SQLWriter {
  /// Questions of what was said.
  func statements() -> BoundSQL {
    var sql = BoundSQL()
    let tables =
      tables(parties, .speakers, key: "statement", prefix: "x", extra: nil, &sql)
      + tables(others, .participants, key: "meeting", prefix: "y", extra: nil, &sql)
    let conditions = statementConditions(&sql)
    let details = """
      s.kind, s.date, s.medium,
        (SELECT a.key FROM articles AS a WHERE a.id = s.article) AS article,
        (SELECT coalesce(a.title, a.source, a.record_id) FROM articles AS a WHERE a.id = s.article) AS source, s.text AS quote
      """
    let joined =
      "statements AS s JOIN speakers AS p ON p.statement = s.id JOIN entities AS e ON e.id = p.entity"
    let order = "\nORDER BY s.earliest IS NULL, s.earliest, s.article, s.start, s.id"
    switch query.kind {
    case .sayWho, .sayAboutWho, .saySpeakers:
      let isCountry = query.attributes["only"] == "country"
      let value = isCountry ? "coalesce(p.country, e.country)" : "e.name"
      sql.text =
        with(tables) + "SELECT \(value) AS value, p.role, p.country, \(details)\nFROM \(joined)"
        + whereClause(
          conditions + [
            only("e"), holding("p", &sql), ofCountry("p", "e", &sql),
            isCountry ? "\(value) IS NOT NULL" : nil,
          ])
        + order + ", e.name"
    case .sayWhen:
      sql.text =
        with(tables) + "SELECT \(grained("s.date")) AS value, \(details)\nFROM statements AS s"
        + whereClause(conditions + ["s.date IS NOT NULL"])
        + "\nGROUP BY 1\nORDER BY min(s.earliest), 1"
    case .sayCount:
      let counted =
        query.attributes["count"] == "speakers"
        ? "count(DISTINCT p.entity) AS value, min(s.id) AS id\nFROM \(joined)"
        : "count(*) AS value, min(s.id) AS id\nFROM statements AS s"
      let kinds = query.attributes["count"] == "speakers" ? only("e") : nil
      let countries =
        query.attributes["count"] == "speakers" ? ofCountry("p", "e", &sql) : nil
      sql.text = proven(
        tables, "SELECT \(counted)" + whereClause(conditions + [kinds, countries]), passage("c"))
    case .sayTop:
      let counted =
        "SELECT e.name AS value, count(DISTINCT s.id) AS statements, min(s.id) AS id FROM \(joined)"
        + whereClause(conditions + [only("e"), holding("p", &sql), ofCountry("p", "e", &sql)])
        + " GROUP BY e.id"
      sql.text = ranked(tables, counted, passage("ranked"), &sql)
    case .sayWhom:
      sql.text =
        with(tables)
        + "SELECT e.name AS value, q.role, q.country, \(details)\nFROM statements AS s JOIN participants AS q ON q.meeting = s.meeting JOIN entities AS e ON e.id = q.entity"
        + whereClause(
          conditions + [
            "q.entity NOT IN (SELECT entity FROM speakers WHERE statement = s.id)",
            "q.capacity <> 'attendee'",
          ]) + order
    default:
      let value = query.kind == .sayDid ? "'yes'" : "s.text"
      let speakers =
        "(SELECT group_concat(name, ', ') FROM (SELECT e.name FROM speakers AS p JOIN entities AS e ON e.id = p.entity WHERE p.statement = s.id ORDER BY e.name))"
      sql.text =
        with(tables)
        + "SELECT \(value) AS value, \(speakers) AS speakers, \(details)\nFROM statements AS s"
        + whereClause(conditions) + order
        + (query.kind == .sayDid ? "\nLIMIT 1" : "")
    }
    return sql
  }

  private func statementConditions(_ sql: inout BoundSQL) -> [String?] {
    var conditions = statementConditions(on: "s", &sql)
    guard let order = query.attributes["order"] else { return conditions }
    let within = statementConditions(on: "o", &sql).compactMap { $0 }.joined(separator: " AND ")
    let (column, end) = order == "first" ? ("earliest", "min") : ("latest", "max")
    conditions.append(
      "s.\(column) = (SELECT \(end)(o.\(column)) FROM statements AS o\(within.isEmpty ? "" : " WHERE \(within)"))"
    )
    return conditions
  }

  /// Said to someone: at a meeting with them; where the article does not tell the occasion, beside one of the two.
  private func addressed(_ row: String, _ others: String) -> String {
    let at = "\(row).meeting IN (SELECT meeting FROM \(others))"
    guard !parties.isEmpty else { return at }
    let beside =
      "SELECT v.article FROM evidence AS v JOIN participants AS q ON q.meeting = v.meeting "
      + "WHERE v.meeting IN (SELECT meeting FROM \(others)) AND q.entity IN (SELECT entity FROM x1)"
    return "(\(at) OR \(row).meeting IS NULL AND \(row).article IN (\(beside)))"
  }

  private func statementConditions(on row: String, _ sql: inout BoundSQL) -> [String?] {
    let constraints = constraints
    var conditions: [String?] = [
      together(parties.count, "x", key: "statement", row: row), constraints.time(row, &sql),
    ]
    conditions += others.indices.map { addressed(row, "y\($0 + 1)") }
    conditions += constraints.statementTopics(row, &sql)
    if let content {
      let words = sql.bind("words", .text(content))
      conditions.append(
        "\(row).id IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH \(words))")
    }
    conditions += constraints.places("m", &sql).map {
      "\(row).meeting IN (SELECT m.id FROM meetings AS m WHERE \($0))"
    }
    if let medium = query.attributes["medium"] {
      let names = sets.phrases(of: "medium " + medium).map { $0.joined(separator: " ") }
      let either = names.map { "\(row).medium LIKE \(sql.bind("medium", .text($0)))" }
      conditions.append("(" + either.joined(separator: " OR ") + ")")
    }
    return conditions
  }
}

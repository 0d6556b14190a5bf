import SQLite

extension SQLWriter {
  /// Questions of meetings, but for rankings.
  func meetings() -> BoundSQL {
    var sql = BoundSQL()
    let tables = meetingTables(&sql)
    let conditions = meetingConditions(&sql)
    var text: String
    switch query.kind {
    case .metWho, .metAttended: text = participants(tables, conditions, &sql)
    case .metWhen: text = dates(tables, conditions, &sql)
    case .metWhere: text = venues(tables, conditions, &sql)
    case .metCount where query.attributes["per"] != nil: text = countsPer(tables, conditions)
    case .metCount:
      text = proven(
        tables,
        "SELECT count(*) AS value, min(m.id) AS id FROM meetings AS m" + whereClause(conditions),
        evidence("meeting", "c"))
    case .metCountPeople: text = countPeople(tables, conditions, &sql)
    case .metTopics: text = topics(tables, conditions)
    default: text = list(tables, conditions, &sql)
    }
    if query.kind == .metDid { text += "\nLIMIT 1" }
    sql.text = text
    return sql
  }

  var present: String? {
    withAttendees || query.attributes["capacity"] == "any" || query.kind == .metAttended
      ? nil : "p.capacity <> 'attendee'"
  }

  func meetingTables(_ sql: inout BoundSQL) -> [String] {
    tables(
      parties, .participants, key: "meeting", prefix: "x", extra: present, together: true, &sql)
      + tables(besides, .participants, key: "meeting", prefix: "b", extra: nil, &sql)
  }

  /// What the question asks of a meeting `m`.
  func meetingConditions(_ sql: inout BoundSQL) -> [String?] {
    var conditions = conditions(on: "m", &sql)
    guard let order = query.attributes["order"], ![.metWho, .metAttended].contains(query.kind)
    else { return conditions }
    // "The last three": the order and the number of the rows tell which.
    if query.kind == .metList, query.count != nil { return conditions + ["m.date IS NOT NULL"] }
    // "First" and "last" go by the dated meetings that fit all else.
    let within = self.conditions(on: "o", &sql).compactMap { $0 }.joined(separator: " AND ")
    let (column, end) = order == "first" ? ("earliest", "min") : ("latest", "max")
    conditions.append(
      "m.\(column) = (SELECT \(end)(o.\(column)) FROM meetings AS o WHERE \(within))")
    return conditions
  }

  private func conditions(on row: String, _ sql: inout BoundSQL) -> [String?] {
    let constraints = constraints
    var conditions: [String?] = [
      together(parties.count, "x", key: "meeting", row: row), constraints.status(row),
      constraints.manner(row),
      constraints.time(row, &sql), hosted(row),
    ]
    conditions += constraints.places(row, &sql)
    conditions += constraints.meetingTopics(row, &sql)
    return conditions
  }

  private func details(_ sql: inout BoundSQL) -> String {
    let partly = constraints.partly("m", &sql).map { ", \($0) AS partly" } ?? ""
    return "m.date, m.place, m.status, m.mode\(partly),\n  " + evidence("meeting", "m")
  }

  /// Those whom the question names, and who are no answer to it.
  private func asked(_ row: String) -> [String] {
    leftOut(row, askedToo: query.kind == .metWho || query.attributes["else"] != nil)
  }

  /// Conditions that leave out of the rows those whom the question excepts and, `askedToo`, those whom it names.
  func leftOut(_ row: String, askedToo: Bool) -> [String] {
    var left: [String] = []
    if askedToo {
      left += parties.indices.map {
        "NOT EXISTS (SELECT 1 FROM x\($0 + 1) AS x WHERE x.meeting = \(row).meeting AND x.entity = \(row).entity)"
      }
    }
    left += besides.indices.map {
      "NOT EXISTS (SELECT 1 FROM b\($0 + 1) AS b WHERE b.meeting = \(row).meeting AND b.entity = \(row).entity)"
    }
    return left
  }

  private func participants(_ tables: [String], _ conditions: [String?], _ sql: inout BoundSQL)
    -> String
  {
    let capacity: String?
    switch query.attributes["role"] {
    case "mediator": capacity = "p.capacity = 'mediator'"
    case "accompany": capacity = "p.capacity = 'attendee'"
    default: capacity = query.kind == .metWho && !withAttendees ? "p.capacity <> 'attendee'" : nil
    }
    let isCountry = query.attributes["only"] == "country"
    let value = isCountry ? "coalesce(p.country, e.country)" : "e.name"
    let from =
      "FROM meetings AS m JOIN participants AS p ON p.meeting = m.id JOIN entities AS e ON e.id = p.entity"
    var conditions =
      conditions + asked("p") + [
        capacity, only("e"), holding("p", &sql), ofCountry("p", "e", &sql), hosted("m", asked: "p"),
        isCountry ? "\(value) IS NOT NULL" : nil,
      ]
    if let order = query.attributes["order"] {
      // The first of those who fit: "the first president that X met".
      let (column, end) = order == "first" ? ("earliest", "min") : ("latest", "max")
      conditions.append(
        "m.\(column) = (SELECT \(end)(m.\(column)) \(from)\(whereClause(conditions)))")
    }
    return with(tables)
      + "SELECT \(value) AS value, p.role, p.country, p.capacity, \(details(&sql))\n\(from)"
      + whereClause(conditions)
      + "\nORDER BY m.earliest IS NULL, m.earliest, m.latest, m.key, p.capacity = 'attendee', e.name"
  }

  /// One row for each date, or each year or month where that is asked.
  private func dates(_ tables: [String], _ conditions: [String?], _ sql: inout BoundSQL) -> String {
    let value: String
    var dated = "m.date IS NOT NULL"
    switch query.attributes["grain"] {
    case "year":
      value = "substr(m.earliest, 1, 4)"
      dated = "substr(m.earliest, 1, 4) = substr(m.latest, 1, 4)"
    case "month":
      value = "substr(m.earliest, 1, 7)"
      dated = "substr(m.earliest, 1, 7) = substr(m.latest, 1, 7)"
    default: value = "m.date"
    }
    return with(tables)
      + "SELECT \(value) AS value, m.place, m.status, m.mode, count(*) AS meetings,\n  \(evidence("meeting", "m"))\nFROM meetings AS m"
      + whereClause(conditions + [dated])
      + "\nGROUP BY 1\nORDER BY min(m.earliest), max(m.latest), 1"
  }

  private func venues(_ tables: [String], _ conditions: [String?], _ sql: inout BoundSQL) -> String
  {
    let value = query.attributes["grain"] == "country" ? "m.country" : "m.place"
    return with(tables)
      + "SELECT \(value) AS value, m.date, m.status, m.mode, count(*) AS meetings,\n  \(evidence("meeting", "m"))\nFROM meetings AS m"
      + whereClause(conditions + ["\(value) IS NOT NULL"])
      + "\nGROUP BY 1\nORDER BY min(m.earliest) IS NULL, min(m.earliest), 1"
  }

  private func countsPer(_ tables: [String], _ conditions: [String?]) -> String {
    let length = query.attributes["per"] == "month" ? 7 : 4
    let name = query.attributes["per"] ?? "year"
    let counting =
      "SELECT count(*) AS value, substr(m.earliest, 1, \(length)) AS \(name), min(m.id) AS id\nFROM meetings AS m"
      + whereClause(
        conditions + ["substr(m.earliest, 1, \(length)) = substr(m.latest, 1, \(length))"])
      + "\nGROUP BY 2"
    return proven(tables, counting, evidence("meeting", "c"), columns: "value, \(name)")
      + "\nORDER BY \(name)"
  }

  private func countPeople(_ tables: [String], _ conditions: [String?], _ sql: inout BoundSQL)
    -> String
  {
    let left = leftOut("p", askedToo: true)
    let counted =
      query.attributes["only"] == "country" ? "coalesce(p.country, e.country)" : "p.entity"
    let counting =
      "SELECT count(DISTINCT \(counted)) AS value, min(m.id) AS id\nFROM meetings AS m JOIN participants AS p ON p.meeting = m.id JOIN entities AS e ON e.id = p.entity"
      + whereClause(
        conditions + left + [
          withAttendees ? nil : "p.capacity <> 'attendee'", only("e"), holding("p", &sql),
          ofCountry("p", "e", &sql), hosted("m", asked: "p"),
        ])
    return proven(tables, counting, evidence("meeting", "c"))
  }

  private func topics(_ tables: [String], _ conditions: [String?]) -> String {
    with(tables)
      + "SELECT t.topic AS value, m.date, m.place, m.status, m.mode,\n  \(evidence("meeting", "m"))\nFROM meetings AS m JOIN topics AS t ON t.meeting = m.id"
      + whereClause(conditions) + "\nORDER BY m.earliest IS NULL, m.earliest, m.key, t.id"
  }

  private func list(_ tables: [String], _ conditions: [String?], _ sql: inout BoundSQL) -> String {
    let names = """
      (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM participants AS p JOIN entities AS e ON e.id = p.entity
        WHERE p.meeting = m.id AND p.capacity <> 'attendee' ORDER BY e.name))
      """
    let value =
      query.kind == .metDid
      ? "'yes'" : "coalesce(m.date || ': ', '') || \(names) || coalesce(' (' || m.place || ')', '')"
    let also = query.kind == .metDid ? ", \(names) AS participants" : ""
    let last = query.attributes["order"] == "last"
    let limit = query.count.map { "\nLIMIT \(sql.bind("n", .integer(Int64($0))))" } ?? ""
    return with(tables) + "SELECT \(value) AS value\(also), \(details(&sql))\nFROM meetings AS m"
      + whereClause(conditions)
      + "\nORDER BY m.earliest IS NULL, m.earliest\(last ? " DESC" : ""), m.latest, m.key" + limit
  }
}

import SQLite

extension SQLWriter {
  /// Questions of who, where and when the most: a ranking, of which ties at the last place are all shown.
  func rankings() -> BoundSQL {
    var sql = BoundSQL()
    let tables = meetingTables(&sql)
    let conditions = meetingConditions(&sql)
    let counted: String
    switch query.kind {
    case .metTopOf: counted = counterparts(conditions, &sql)
    case .metTopPairs: counted = pairs(conditions)
    case .metTopPlaces:
      let value = query.attributes["grain"] == "country" ? "m.country" : "m.place"
      counted =
        "SELECT \(value) AS value, count(*) AS meetings, min(m.id) AS id FROM meetings AS m"
        + whereClause(conditions + ["\(value) IS NOT NULL"]) + " GROUP BY 1"
    case .metTopYears:
      let length = query.attributes["grain"] == "month" ? 7 : 4
      counted =
        "SELECT substr(m.earliest, 1, \(length)) AS value, count(*) AS meetings, min(m.id) AS id FROM meetings AS m"
        + whereClause(
          conditions + ["substr(m.earliest, 1, \(length)) = substr(m.latest, 1, \(length))"])
        + " GROUP BY 1"
    default:
      counted =
        query.attributes["by"] == "people"
        ? meetersOfMost(conditions, &sql) : holdersOfMost(conditions, &sql)
    }
    sql.text = ranked(tables, counted, evidence("meeting", "ranked"), &sql)
    return sql
  }

  /// The rows of a ranking down to the place that is asked for; `proof` tells one of those that each row counts, by its `id`.
  func ranked(
    _ tables: [String], _ counted: String, _ proof: String, _ sql: inout BoundSQL
  ) -> String {
    let column =
      counted.contains(" AS people")
      ? "people"
      : counted.contains(" AS statements")
        ? "statements"
        : counted.contains(" AS agreements") ? "agreements" : "meetings"
    let places = sql.bind("n", .integer(Int64(query.count ?? 1)))
    return with(
      tables + [
        "counted AS (\n  \(counted)\n)",
        "ranked AS (SELECT *, rank() OVER (ORDER BY \(column) DESC) AS rank FROM counted)",
      ])
      + "SELECT value, \(column), rank,\n  \(proof)\nFROM ranked WHERE rank <= \(places)\nORDER BY rank, value"
  }

  private func present(_ row: String) -> String? {
    withAttendees ? nil : "\(row).capacity <> 'attendee'"
  }

  private func holdersOfMost(_ conditions: [String?], _ sql: inout BoundSQL) -> String {
    // Where nothing narrows the meetings, they are read in their own order and not in that of the people.
    let isWhole =
      parties.isEmpty && query.times.isEmpty && query.places.isEmpty && query.topics.isEmpty
    return counted(conditions, join: isWhole ? "CROSS JOIN" : "JOIN", &sql)
  }

  /// How many meetings each person had, or each country. No one has two rows of one meeting, so rows are counted.
  private func counted(_ conditions: [String?], join: String, _ sql: inout BoundSQL) -> String {
    let isCountry = query.attributes["only"] == "country"
    let kind = only("e")
    let country = ofCountry("p", "e", &sql)
    let needsEntity = isCountry || kind != nil || country != nil
    let from =
      "FROM meetings AS m \(join) participants AS p ON p.meeting = m.id"
      + (needsEntity ? " JOIN entities AS e ON e.id = p.entity" : "")
    let wanted = conditions + [present("p"), kind, holding("p", &sql), country]
    if isCountry {
      let value = "coalesce(p.country, e.country)"
      return "SELECT \(value) AS value, count(DISTINCT m.id) AS meetings, min(m.id) AS id \(from)"
        + whereClause(wanted + ["\(value) IS NOT NULL"]) + " GROUP BY 1"
    }
    return
      "SELECT (SELECT name FROM entities WHERE id = c.entity) AS value, c.meetings, c.id FROM (\n  "
      + "SELECT p.entity, count(*) AS meetings, min(m.id) AS id \(from)" + whereClause(wanted)
      + " GROUP BY +p.entity\n  ) AS c"
  }

  private func meetersOfMost(_ conditions: [String?], _ sql: inout BoundSQL) -> String {
    "SELECT e.name AS value, count(DISTINCT q.entity) AS people, min(m.id) AS id FROM meetings AS m JOIN participants AS p ON p.meeting = m.id "
      + "JOIN participants AS q ON q.meeting = m.id AND q.entity <> p.entity JOIN entities AS e ON e.id = p.entity"
      + whereClause(
        conditions + [present("p"), present("q"), holding("p", &sql), ofCountry("p", "e", &sql)])
      + " GROUP BY e.id"
  }

  private func counterparts(_ conditions: [String?], _ sql: inout BoundSQL) -> String {
    counted(conditions + leftOut("p", askedToo: true), join: "JOIN", &sql)
  }

  private func pairs(_ conditions: [String?]) -> String {
    let kinds = query.attributes["only"] == nil ? [] : [only("e"), only("f")]
    return
      "SELECT min(e.name, f.name) || ' – ' || max(e.name, f.name) AS value, count(DISTINCT m.id) AS meetings, min(m.id) AS id FROM meetings AS m "
      + "JOIN participants AS p ON p.meeting = m.id JOIN participants AS q ON q.meeting = m.id AND q.entity > p.entity "
      + "JOIN entities AS e ON e.id = p.entity JOIN entities AS f ON f.id = q.entity"
      + whereClause(conditions + [present("p"), present("q")] + kinds)
      + " GROUP BY p.entity, q.entity"
  }
}

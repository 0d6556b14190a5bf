import SQLite

extension SQLWriter {
  /// Questions of who, where and when the most: a ranking, of which ties at the last place are all shown.
  func rankings() -> BoundSQL {
    var sql = BoundSQL()
    let tables = meetingTables(&sql)
    let conditions = meetingConditions(&sql)
    if let tally = tally(conditions) {
      sql.text = ranked(
        tables, tally.counted, value: tally.value, evidence("meeting", "told"), told: tally.proof,
        &sql)
      return sql
    }
    let counted: String
    // Names are looked up for the rows that are told, and not for all that are counted.
    var value = "value"
    switch query.kind {
    case .metTopOf: (counted, value) = counterparts(conditions, &sql)
    case .metTopPairs: (counted, value) = pairs(conditions)
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
      if query.attributes["by"] == "people" {
        counted = meetersOfMost(conditions, &sql)
      } else {
        (counted, value) = self.counted(conditions, join: isWhole ? "CROSS JOIN" : "JOIN", &sql)
      }
    }
    sql.text = ranked(tables, counted, value: value, evidence("meeting", "ranked"), &sql)
    return sql
  }

  /// The rows of a ranking down to the place that is asked for; `proof` tells one of those that each row counts, by its `id`.
  /// `value` is what a row is called, by the columns of `ranked`. Where the rows have no `id`, `told` is what it is found by.
  func ranked(
    _ tables: [String], _ counted: String, value: String = "value", _ proof: String,
    told: String? = nil, _ sql: inout BoundSQL
  ) -> String {
    let column =
      counted.contains(" AS people")
      ? "people"
      : counted.contains(" AS statements")
        ? "statements"
        : counted.contains(" AS agreements") ? "agreements" : "meetings"
    let places = sql.bind("n", .integer(Int64(query.count ?? 1)))
    let rows = [
      "counted AS MATERIALIZED (\n  \(counted)\n)",
      // Only those are put in order who come into question.
      "ranked AS (\n  SELECT *, rank() OVER (ORDER BY \(column) DESC) AS rank FROM counted WHERE \(column) >=\n"
        + "  (SELECT min(\(column)) FROM (SELECT \(column) FROM counted ORDER BY 1 DESC LIMIT \(places)))\n)",
    ]
    let proven = told.map {
      [
        "told AS MATERIALIZED (\n  SELECT *, (\($0)) AS id FROM ranked WHERE rank <= \(places)\n)"
      ]
    }
    return with(tables + rows + (proven ?? []))
      + "SELECT \(value == "value" ? value : "\(value) AS value"), \(column), rank,\n  \(proof)\nFROM "
      + (told == nil ? "ranked WHERE rank <= \(places)" : "told") + "\nORDER BY rank, value"
  }

  /// A ranking that the base keeps: what it counts, what a row is called, and one of the meetings that it counts. Nil where
  /// the meetings have to be counted.
  private func tally(_ conditions: [String?]) -> (counted: String, value: String, proof: String)? {
    guard hasTallies, !withAttendees, conditions.compactMap({ $0 }) == ["m.status = 'held'"] else {
      return nil
    }
    switch query.kind {
    case .metTopPairs:
      let kinds = query.attributes["only"] == nil ? [] : [only("e"), only("f")]
      return (
        "SELECT t.a, t.b, t.meetings FROM pair_meetings AS t"
          + (kinds.isEmpty
            ? "" : " JOIN entities AS e ON e.id = t.a JOIN entities AS f ON f.id = t.b")
          + whereClause(kinds),
        "(SELECT min(e.name, f.name) || ' – ' || max(e.name, f.name) FROM entities AS e, entities AS f"
          + " WHERE e.id = told.a AND f.id = told.b)",
        """
        SELECT min(p.meeting) FROM participants AS p JOIN participants AS q ON q.meeting = p.meeting
            JOIN meetings AS m ON m.id = p.meeting
            WHERE p.entity = ranked.a AND q.entity = ranked.b AND m.status = 'held'
            AND p.capacity <> 'attendee' AND q.capacity <> 'attendee'
        """
      )
    case .metTop
    where query.attributes["only"] == "country" && query.attributes["by"] != "people"
      && query.attributes["office"] == nil && query.answerCountries.isEmpty:
      return (
        "SELECT country AS value, meetings FROM country_meetings", "value",
        """
        SELECT m.id FROM meetings AS m WHERE m.status = 'held' AND EXISTS
            (SELECT 1 FROM participants AS p JOIN entities AS e ON e.id = p.entity
            WHERE p.meeting = m.id AND p.capacity <> 'attendee' AND coalesce(p.country, e.country) = ranked.value)
            ORDER BY m.id LIMIT 1
        """
      )
    default: return nil
    }
  }

  private func present(_ row: String) -> String? {
    withAttendees ? nil : "\(row).capacity <> 'attendee'"
  }

  /// True where nothing narrows the meetings: they are read in their own order then, and not in that of the people.
  private var isWhole: Bool {
    parties.isEmpty && query.times.isEmpty && query.places.isEmpty && query.topics.isEmpty
  }

  /// How many meetings each person had, or each country. No one has two rows of one meeting, so rows are counted.
  private func counted(_ conditions: [String?], join: String, _ sql: inout BoundSQL) -> (
    sql: String, value: String
  ) {
    let isCountry = query.attributes["only"] == "country"
    let kind = only("e")
    let country = ofCountry("p", "e", &sql)
    let needsEntity = kind != nil || country != nil
    // Where all that were held count, it is quicker to leave out those that were not.
    let isAll = conditions.compactMap { $0 } == ["m.status = 'held'"]
    let meeting = isAll ? "p.meeting" : "m.id"
    let from =
      (isAll
        ? "FROM participants AS p"
        : "FROM meetings AS m \(join) participants AS p ON p.meeting = m.id")
      + (needsEntity ? " JOIN entities AS e ON e.id = p.entity" : "")
    let conditions =
      isAll
      ? ["p.meeting NOT IN (SELECT id FROM meetings WHERE status <> 'held')"] : conditions
    let wanted = conditions + [present("p"), kind, holding("p", &sql), country]
    if isCountry {
      // Few reports are silent about the country: the entity is asked only then.
      let value = "coalesce(p.country, (SELECT country FROM entities WHERE id = p.entity))"
      return (
        "SELECT \(value) AS value, count(DISTINCT \(meeting)) AS meetings, min(\(meeting)) AS id \(from)"
          + whereClause(wanted + ["\(value) IS NOT NULL"]) + " GROUP BY 1", "value"
      )
    }
    return (
      "SELECT p.entity, count(*) AS meetings, min(\(meeting)) AS id \(from)" + whereClause(wanted)
        + (isAll ? " GROUP BY p.entity" : " GROUP BY +p.entity"),
      "(SELECT name FROM entities WHERE id = ranked.entity)"
    )
  }

  private func meetersOfMost(_ conditions: [String?], _ sql: inout BoundSQL) -> String {
    "SELECT e.name AS value, count(DISTINCT q.entity) AS people, min(m.id) AS id FROM meetings AS m JOIN participants AS p ON p.meeting = m.id "
      + "JOIN participants AS q ON q.meeting = m.id AND q.entity <> p.entity JOIN entities AS e ON e.id = p.entity"
      + whereClause(
        conditions + [present("p"), present("q"), holding("p", &sql), ofCountry("p", "e", &sql)])
      + " GROUP BY e.id"
  }

  private func counterparts(_ conditions: [String?], _ sql: inout BoundSQL) -> (
    sql: String, value: String
  ) {
    counted(
      conditions + leftOut("p", askedToo: true) + [hosted("m", asked: "p")], join: "JOIN", &sql)
  }

  /// How many meetings each two had. Two are counted as one number: a group by two columns takes five times as long.
  private func pairs(_ conditions: [String?]) -> (sql: String, value: String) {
    let isNarrowed = query.attributes["only"] != nil
    let join = isWhole ? "CROSS JOIN" : "JOIN"
    let counted =
      "SELECT (p.entity << 32) + q.entity AS pair, count(*) AS meetings, min(m.id) AS id FROM meetings AS m "
      + "\(join) participants AS p ON p.meeting = m.id \(join) participants AS q ON q.meeting = m.id AND q.entity > p.entity"
      + (isNarrowed
        ? " JOIN entities AS e ON e.id = p.entity JOIN entities AS f ON f.id = q.entity" : "")
      + whereClause(
        conditions + [present("p"), present("q")] + (isNarrowed ? [only("e"), only("f")] : []))
      + " GROUP BY 1"
    return (
      counted,
      "(SELECT min(e.name, f.name) || ' – ' || max(e.name, f.name) FROM entities AS e, entities AS f"
        + " WHERE e.id = ranked.pair >> 32 AND f.id = ranked.pair & 0xFFFFFFFF)"
    )
  }
}

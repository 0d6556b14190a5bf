import SQLite

/// Someone of a question, as the base knows them.
enum ResolvedParty: Equatable {
  /// One person or body, maybe under several entities.
  case entities([Int64])
  /// The same where they are reported in one of the roles.
  case holder([Int64], roles: [String])
  /// A country: its government and whoever takes part for it.
  case country(String)
  /// Whoever holds one of the offices in the record: the roles as reported, and people written by their office.
  case office(country: String?, roles: [String], unnamed: [Int64], meetingRoles: [String] = [])
  /// The base does not have the name.
  case unknown
}

extension ResolvedParty {
  /// The rows of a table (`participants`, `parties`, `speakers`) that stand for the party, as SELECTs to be united.
  ///
  /// `key` is the column that tells of what the row is part; `extra` is a condition on the row `p`. A country is looked
  /// for among the rows of what the table `within` has, if it is given.
  func selects(
    _ table: OfficeResolver.Table, key: String, extra: String?, within: String? = nil,
    _ sql: inout BoundSQL
  ) -> [String] {
    let also = extra.map { " AND " + $0 } ?? ""
    let base = "SELECT p.\(key) AS \(key), p.entity AS entity FROM \(table.rawValue) AS p"
    switch self {
    case .unknown: return ["\(base) WHERE 0"]
    case .entities(let ids):
      let list = sql.bindAll("entity", ids.map(Value.integer))
      return ["\(base) WHERE p.entity IN \(list)\(also)"]
    case .holder(let ids, let roles):
      let list = sql.bindAll("entity", ids.map(Value.integer))
      let held = sql.bindAll("role", roles.map(Value.text))
      return ["\(base) WHERE p.entity IN \(list) AND p.role IN \(held)\(also)"]
    case .office(let country, let roles, let unnamed, let meetingRoles):
      var selects: [String] = []
      if !roles.isEmpty {
        let code = sql.bind("country", Value(country))
        let list = sql.bindAll("role", roles.map(Value.text))
        selects.append(
          "\(base) WHERE p.country \(country == nil ? "IS" : "=") \(code) AND p.role IN \(list)\(also)"
        )
      }
      if !unnamed.isEmpty {
        let list = sql.bindAll("entity", unnamed.map(Value.integer))
        selects.append("\(base) WHERE p.entity IN \(list)\(also)")
      }
      if table == .speakers, !meetingRoles.isEmpty {
        // Articles tell a speaker's office where they tell of the meeting, and only the name with the words.
        let code = sql.bind("country", Value(country))
        let list = sql.bindAll("role", meetingRoles.map(Value.text))
        selects.append(
          "SELECT p.statement AS statement, p.entity AS entity FROM participants AS q JOIN evidence AS v ON v.meeting = q.meeting "
            + "JOIN statements AS s ON s.article = v.article JOIN speakers AS p ON p.statement = s.id AND p.entity = q.entity "
            + "WHERE q.country \(country == nil ? "IS" : "=") \(code) AND q.role IN \(list)"
        )
      }
      return selects.isEmpty ? ["\(base) WHERE 0"] : selects
    case .country(let country):
      let code = sql.bind("country", .text(country))
      // Who is there for a government that takes part itself is there for themselves.
      // The Union is its bodies; a country's companies are not the country.
      let union = country == "EU" ? "e.kind = 'organization' OR " : ""
      let own =
        "(\(union)e.kind = 'government' OR e.kind <> 'organization' AND NOT EXISTS (SELECT 1 FROM \(table.rawValue) AS g "
        + "JOIN entities AS ge ON ge.id = g.entity WHERE g.\(key) = p.\(key) AND ge.kind = 'government' AND ge.country = \(code)))"
      if let within {
        // The signs keep the index of countries from being taken.
        return [
          "\(base) JOIN entities AS e ON e.id = p.entity WHERE p.\(key) IN (SELECT \(key) FROM \(within)) "
            + "AND (+p.country = \(code) OR +p.country IS NULL AND e.country = \(code)) AND \(own)\(also)"
        ]
      }
      return [
        "\(base) JOIN entities AS e ON e.id = p.entity WHERE p.country = \(code) AND \(own)\(also)",
        "\(base) JOIN entities AS e ON e.id = p.entity WHERE e.country = \(code) AND p.country IS NULL AND \(own)\(also)",
      ]
    }
  }
}

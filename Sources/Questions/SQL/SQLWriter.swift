import SQLite

/// Writes the SQL of a query whose names are resolved.
struct SQLWriter {
  let query: Query
  let parties: [[ResolvedParty]]
  let others: [[ResolvedParty]]
  let besides: [[ResolvedParty]]
  /// The full-text query for the title of an agreement.
  var title: String?
  /// The full-text query for the words of a statement.
  var content: String?
  /// Offices that the answers must hold, by country and roles.
  var holders: [ResolvedParty] = []
  /// Attendees count as those who met.
  var withAttendees = false
  /// The base keeps how many meetings each two and each country held; older ones do not.
  var hasTallies = false
  let sets: WordSets

  /// True if someone is asked for whom the base does not know at all: then nothing can be answered, not even "no".
  var asksForUnknown: Bool {
    (parties + others).contains { !$0.isEmpty && $0.allSatisfy { $0 == .unknown } }
  }

  var constraints: Constraints { Constraints(query: query, sets: sets) }

  /// The query in SQL.
  func write() -> BoundSQL {
    switch query.kind {
    case .metWho, .metAttended, .metWhen, .metWhere, .metDid, .metCount, .metCountPeople, .metList,
      .metTopics:
      meetings()
    case .metTop, .metTopOf, .metTopPairs, .metTopPlaces, .metTopYears: rankings()
    case .agreementList, .agreementWhen, .agreementWhere, .agreementParties, .agreementSigners,
      .agreementPartners, .agreementDid, .agreementCount, .agreementTop, .agreementTopPartners:
      agreements()
    case .sayWhat, .sayWho, .sayAboutWho, .saySpeakers, .sayWhen, .sayDid, .sayCount, .sayTop,
      .sayWhom:
      statements()
    }
  }

  // MARK: Parts of all

  /// Each party as a common table expression `x1`, `x2`, …
  ///
  /// With `together` only what all are part of is asked for: a country is then looked for among those who are there with
  /// the first, for a base has a hundred thousand rows of some countries.
  func tables(
    _ groups: [[ResolvedParty]], _ table: OfficeResolver.Table, key: String, prefix: String,
    extra: String?, together: Bool = false, _ sql: inout BoundSQL
  ) -> [String] {
    groups.enumerated().map { index, alternatives in
      let within = together && index > 0 ? "\(prefix)1" : nil
      let selects = alternatives.flatMap {
        $0.selects(table, key: key, extra: extra, within: within, &sql)
      }
      return "\(prefix)\(index + 1) AS (\n  " + selects.joined(separator: "\n  UNION ") + "\n)"
    }
  }

  /// Rows of which all groups are part, each by someone else.
  func together(_ count: Int, _ prefix: String, key: String, row: String) -> String? {
    guard count > 0 else { return nil }
    if count == 1 { return "\(row).id IN (SELECT \(key) FROM \(prefix)1)" }
    var text = "\(row).id IN (SELECT \(prefix)1.\(key) FROM \(prefix)1"
    for index in 2...count {
      text += " JOIN \(prefix)\(index) ON \(prefix)\(index).\(key) = \(prefix)1.\(key)"
      for before in 1..<index {
        text += " AND \(prefix)\(index).entity <> \(prefix)\(before).entity"
      }
    }
    return text + ")"
  }

  /// The piece of evidence that is shown first, and the article it stands in.
  func evidence(_ column: String, _ row: String) -> String {
    let first =
      "FROM evidence AS v JOIN articles AS a ON a.id = v.article WHERE v.\(column) = \(row).id ORDER BY v.article, v.start, v.id LIMIT 1"
    return """
      (SELECT a.key \(first)) AS article,
        (SELECT coalesce(a.title, a.source, a.record_id) \(first)) AS source,
        (SELECT v.quote \(first)) AS quote
      """
  }

  /// What one statement says and the article it stands in, as `evidence` tells of meetings and agreements.
  func passage(_ row: String) -> String {
    let from = "FROM statements AS s JOIN articles AS a ON a.id = s.article WHERE s.id = \(row).id"
    return """
      (SELECT a.key \(from)) AS article,
        (SELECT coalesce(a.title, a.source, a.record_id) \(from)) AS source,
        (SELECT s.text \(from)) AS quote
      """
  }

  /// Numbers with one of the rows that they count as their evidence: `counting` selects `value` and the row's `id`.
  func proven(_ tables: [String], _ counting: String, _ proof: String, columns: String = "value")
    -> String
  {
    with(tables) + "SELECT \(columns),\n  \(proof)\nFROM (\n\(counting)\n) AS c"
  }

  func with(_ tables: [String]) -> String {
    tables.isEmpty ? "" : "WITH " + tables.joined(separator: ",\n") + "\n"
  }

  func whereClause(_ conditions: [String?]) -> String {
    let given = conditions.compactMap { $0 }
    return given.isEmpty ? "" : "\nWHERE " + given.joined(separator: "\n  AND ")
  }

  /// Which kinds of participant are asked for.
  func only(_ entity: String) -> String? {
    switch query.attributes["only"] {
    // Delegations are people as well, but nobody knows how many.
    case "person":
      query.kind == .metWho
        ? "\(entity).kind IN ('person', 'delegation')" : "\(entity).kind = 'person'"
    case "government": "\(entity).kind = 'government'"
    case "organization": "\(entity).kind IN ('organization', 'delegation')"
    default: nil
    }
  }

  /// Those whose country is asked for, as reported or, where the report is silent, as known.
  func ofCountry(_ row: String, _ entity: String, _ sql: inout BoundSQL) -> String? {
    guard !query.answerCountries.isEmpty else { return nil }
    let codes = query.answerCountries.flatMap { Regions.standard.codes(of: $0) ?? [$0] }
    let list = sql.bindAll("country", codes.map(Value.text))
    return "coalesce(\(row).country, \(entity).country) IN \(list)"
  }

  /// The participants' rows of those who hold an office that is asked for.
  func holding(_ row: String, _ sql: inout BoundSQL) -> String? {
    guard query.attributes["office"] != nil else { return nil }
    var either: [String] = []
    for holder in holders {
      if case .office(let country, let roles, let unnamed, _) = holder {
        if !roles.isEmpty {
          let code = sql.bind("country", Value(country))
          either.append(
            "\(row).country IS \(code) AND \(row).role IN \(sql.bindAll("role", roles.map(Value.text)))"
          )
        }
        if !unnamed.isEmpty {
          either.append("\(row).entity IN \(sql.bindAll("entity", unnamed.map(Value.integer)))")
        }
      }
    }
    return either.isEmpty ? "0" : "(" + either.joined(separator: " OR ") + ")"
  }
}

import SQLite

extension SQLWriter {
  /// Questions of agreements.
  func agreements() -> BoundSQL {
    var sql = BoundSQL()
    let tables = tables(parties + others, .parties, key: "agreement", prefix: "x", extra: nil, &sql)
    let conditions = agreementConditions(&sql)
    switch query.kind {
    case .agreementWhen:
      let value =
        query.attributes["astatus"] == "signed"
        ? "CASE g.status WHEN 'ended' THEN \(signedDate) ELSE g.date END" : "g.date"
      sql.text = agreementColumn(grained(value), tables, conditions)
    case .agreementWhere: sql.text = agreementColumn("g.place", tables, conditions)
    case .agreementParties, .agreementSigners, .agreementPartners:
      sql.text = signers(tables, conditions, &sql)
    case .agreementCount where query.attributes["per"] != nil:
      let counting =
        "SELECT count(*) AS value, substr(g.earliest, 1, 4) AS year, min(g.id) AS id\nFROM agreements AS g"
        + whereClause(conditions + ["substr(g.earliest, 1, 4) = substr(g.latest, 1, 4)"])
        + "\nGROUP BY 2"
      sql.text =
        proven(tables, counting, evidence("agreement", "c"), columns: "value, year")
        + "\nORDER BY year"
    case .agreementCount:
      sql.text = proven(
        tables,
        "SELECT count(*) AS value, min(g.id) AS id\nFROM agreements AS g"
          + whereClause(conditions), evidence("agreement", "c"))
    case .agreementTop, .agreementTopPartners:
      let counted =
        "SELECT e.name AS value, count(DISTINCT g.id) AS agreements, min(g.id) AS id FROM agreements AS g JOIN parties AS p ON p.agreement = g.id JOIN entities AS e ON e.id = p.entity"
        + whereClause(
          conditions + withoutAsked() + [only("e"), holding("p", &sql), ofCountry("p", "e", &sql)])
        + " GROUP BY e.id"
      sql.text = ranked(tables, counted, evidence("agreement", "ranked"), &sql)
    default: sql.text = agreementList(tables, conditions, &sql)
    }
    return sql
  }

  private func agreementConditions(_ sql: inout BoundSQL) -> [String?] {
    var conditions = agreementConditions(on: "g", &sql)
    guard let order = query.attributes["order"] else { return conditions }
    let within = agreementConditions(on: "o", &sql).compactMap { $0 }.joined(separator: " AND ")
    let (column, end) = order == "first" ? ("earliest", "min") : ("latest", "max")
    conditions.append(
      "g.\(column) = (SELECT \(end)(o.\(column)) FROM agreements AS o\(within.isEmpty ? "" : " WHERE \(within)"))"
    )
    return conditions
  }

  private func agreementConditions(on row: String, _ sql: inout BoundSQL) -> [String?] {
    let constraints = constraints
    var conditions: [String?] = [
      together(parties.count + others.count, "x", key: "agreement", row: row)
    ]
    conditions += constraints.agreementPlaces(row, &sql)
    conditions += constraints.agreementTopics(row, &sql)
    if let title {
      let words = sql.bind("title", .text(title))
      conditions.append(Constraints.agreement(row, titled: words))
    }
    if query.attributes["astatus"] == "signed" {
      conditions.append(signed(row, &sql))
    } else {
      conditions.append(constraints.time(row, &sql))
      if let status = query.attributes["astatus"] {
        conditions.append("\(row).status = \(sql.bind("status", .text(status)))")
      }
    }
    if let kind = query.attributes["akind"] {
      conditions.append("\(row).kind = \(sql.bind("kind", .text(kind)))")
    }
    return conditions
  }

  /// Signed in the time asked for. What a later report tells to be in force or ended was signed where an earlier report
  /// says so; of an agreement that is named, being in force is enough.
  private func signed(_ row: String, _ sql: inout BoundSQL) -> String {
    let isNamed = title != nil || !query.topics.isEmpty
    let now = [
      isNamed ? "\(row).status IN ('signed', 'in_force')" : "\(row).status = 'signed'",
      constraints.time(row, &sql),
    ].compactMap { $0 }.joined(separator: " AND ")
    let once = [
      "r.agreement = \(row).id", "r.terms ->> '$.status' = 'signed'", constraints.reportTime(&sql),
    ].compactMap { $0 }.joined(separator: " AND ")
    return "(\(now) OR \(row).status IN ('in_force', 'ended') AND EXISTS "
      + "(SELECT 1 FROM agreement_reports AS r WHERE \(once)))"
  }

  /// As far as the question asks: "in what year".
  func grained(_ date: String) -> String {
    switch query.attributes["grain"] {
    case "year": "substr(\(date), 1, 4)"
    case "month": "substr(\(date), 1, 7)"
    default: date
    }
  }

  /// The date of the report that tells of the signing.
  private var signedDate: String {
    "(SELECT r.terms ->> '$.date' FROM agreement_reports AS r WHERE r.agreement = g.id AND r.terms ->> '$.status' = 'signed' "
      + "ORDER BY r.articles DESC, r.key LIMIT 1)"
  }

  private func agreementColumn(_ value: String, _ tables: [String], _ conditions: [String?])
    -> String
  {
    with(tables)
      + "SELECT \(value) AS value, g.title, g.status, g.date, g.place,\n  \(evidence("agreement", "g"))\nFROM agreements AS g"
      + whereClause(conditions + ["\(value) IS NOT NULL"])
      + "\nGROUP BY 1\nORDER BY min(g.earliest), 1"
  }

  private func withoutAsked() -> [String] {
    let named =
      query.kind == .agreementPartners || query.kind == .agreementTopPartners
      || query.attributes["else"] != nil
    guard named else { return [] }
    return (parties + others).indices.map {
      "NOT EXISTS (SELECT 1 FROM x\($0 + 1) AS x WHERE x.agreement = p.agreement AND x.entity = p.entity)"
    }
  }

  /// The parties; a signatory is told where no party is named, and beside the parties in the row.
  private func signers(_ tables: [String], _ conditions: [String?], _ sql: inout BoundSQL) -> String
  {
    let isCountry = query.attributes["only"] == "country"
    let value = isCountry ? "coalesce(p.country, e.country)" : "e.name"
    let parties =
      "(p.capacity = 'party' OR NOT EXISTS (SELECT 1 FROM parties AS o WHERE o.agreement = g.id AND o.capacity = 'party'))"
    let kind = query.attributes["only"] == "person" ? "e.kind = 'person'" : only("e")
    let capacity = query.attributes["only"] == "person" ? nil : parties
    return with(tables)
      + """
      SELECT \(value) AS value, p.capacity, p.role, p.country, g.title, g.status, g.date, g.place,
        (SELECT group_concat(n.name, ', ') FROM parties AS s JOIN entities AS n ON n.id = s.entity WHERE s.agreement = g.id AND s.capacity = 'signatory') AS signatories,
        \(evidence("agreement", "g"))
      FROM agreements AS g JOIN parties AS p ON p.agreement = g.id JOIN entities AS e ON e.id = p.entity
      """
      + whereClause(
        conditions + withoutAsked() + [
          capacity, kind, holding("p", &sql), ofCountry("p", "e", &sql),
          isCountry ? "\(value) IS NOT NULL" : nil,
        ])
      + "\nORDER BY g.earliest IS NULL, g.earliest, g.key, e.name"
  }

  private func agreementList(_ tables: [String], _ conditions: [String?], _ sql: inout BoundSQL)
    -> String
  {
    let partly = constraints.partly("g", &sql).map { ", \($0) AS partly" } ?? ""
    let value = query.kind == .agreementDid ? "'yes'" : "g.title"
    let title = query.kind == .agreementDid ? " g.title," : ""
    let limit = query.kind == .agreementDid ? "\nLIMIT 1" : ""
    return with(tables)
      + """
      SELECT \(value) AS value,\(title) g.kind, g.status, g.date, g.place\(partly),
        (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM parties AS p JOIN entities AS e ON e.id = p.entity
          WHERE p.agreement = g.id AND p.capacity = 'party' ORDER BY e.name)) AS parties,
        \(evidence("agreement", "g"))
      FROM agreements AS g
      """ + whereClause(conditions) + "\nORDER BY g.earliest IS NULL, g.earliest, g.latest, g.key"
      + limit
  }
}

import Records
import SQLite

/// Unites the reports of one meeting in one row.
struct MeetingWriter {
  let common: OccasionWriter
  private var statements: StatementCache { common.statements }

  init(_ common: OccasionWriter) { self.common = common }

  /// Writes the row, its participants and its topics; gives its id. `set` holds what people decided.
  func write(_ reports: [Report<MeetingTerms>], row: Int64?, set: [String: String?]) throws -> Int64
  {
    let dated = common.date(reports.map { ($0.terms.date, $0.terms.dateBasis, $0.articles) })
    let places = common.place(reports.map { ($0.terms.place, $0.articles) })
    let statuses = Set(reports.map(\.terms.status))
    var status = ["cancelled", "held", "planned"].first(where: statuses.contains) ?? "held"
    var mode = reports.first?.terms.mode ?? "in_person"
    var date = dated.date
    var basis = dated.basis
    var place = places.best
    if case .some(.some(let value)) = set["status"] { status = value }
    if case .some(.some(let value)) = set["mode"] { mode = value }
    if let value = set["date"] { (date, basis) = (value.flatMap { EDTF($0) }, nil) }
    if let value = set["place"] { place = value.map { PlaceName($0, common.gazetteer) } }
    let key = reports.map(\.key).min() ?? ""
    let values: [Value] = [
      .text(key), .text(status), .text(mode), Value(date?.description),
      Value(date?.earliest.description), Value(date?.latest.description), Value(basis),
      Value(place?.text), Value(place?.country),
    ]
    let id: Int64
    if let row {
      id = row
      try statements.run(
        """
        UPDATE meetings SET key = ?, status = ?, mode = ?, date = ?, earliest = ?, latest = ?, date_basis = ?,
          place = ?, country = ? WHERE id = ?
        """, values + [.integer(row)])
      for table in ["participants", "topics", "contradictions"] {
        try statements.run("DELETE FROM \(table) WHERE meeting = ?", [.integer(row)])
      }
    } else {
      id = try statements.insert(
        """
        INSERT INTO meetings (key, status, mode, date, earliest, latest, date_basis, place, country)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, values)
    }
    for party in common.parties(reports, capacities: [["principal", "mediator", "attendee"]]) {
      try statements.run(
        "INSERT INTO participants (meeting, entity, capacity, role, country) VALUES (?, ?, ?, ?, ?)",
        [
          .integer(id), .integer(party.entity), .text(party.capacity), Value(party.role),
          Value(party.country),
        ])
    }
    for topic in Set(reports.flatMap(\.terms.topics)).sorted() {
      try statements.run(
        "INSERT INTO topics (meeting, topic) VALUES (?, ?)", [.integer(id), .text(topic)])
    }
    if set["date"] == nil {
      try common.contradictions(
        table: "meeting", row: id, field: "date", values: dated.contradictions,
        chosen: date?.description)
    }
    if set["place"] == nil {
      try common.contradictions(
        table: "meeting", row: id, field: "place", values: places.contradictions,
        chosen: place?.text)
    }
    return id
  }
}

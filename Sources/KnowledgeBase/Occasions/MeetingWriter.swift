import Records
import SQLite

/// Unites the reports of one meeting in one row.
struct MeetingWriter {
  let common: OccasionWriter

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
    if let value = set["place"] { place = value.map { common.places[$0] } }
    let key = reports.map(\.key).min() ?? ""
    let id = try common.write(
      .meetings, row: row,
      [
        "key": .text(key), "status": .text(status), "mode": .text(mode),
        "date": Value(date?.description), "earliest": Value(date?.earliest.description),
        "latest": Value(date?.latest.description), "date_basis": Value(basis),
        "place": Value(place?.text), "country": Value(place?.country),
      ], indexed: "place")
    let isNew = row == nil
    try common.write(
      common.parties(reports, capacities: [["principal", "mediator", "attendee"]]),
      to: "participants", owner: "meeting", id, isNew: isNew)
    try common.write(
      "topics", owner: "meeting", id, isNew: isNew, columns: ["topic"],
      Set(reports.flatMap(\.terms.topics)).sorted().map { [.text($0)] }, index: .topics)
    var clashes: [(String, [String: Int], String?)] = []
    if set["date"] == nil { clashes.append(("date", dated.contradictions, date?.description)) }
    if set["place"] == nil { clashes.append(("place", places.contradictions, place?.text)) }
    try common.contradictions(owner: "meeting", id, isNew: isNew, clashes)
    return id
  }
}

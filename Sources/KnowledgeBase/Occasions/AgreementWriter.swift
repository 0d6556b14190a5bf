import Records
import SQLite

/// Unites the reports of one agreement in one row.
struct AgreementWriter {
  let common: OccasionWriter

  init(_ common: OccasionWriter) { self.common = common }

  /// Writes the row and its parties; gives its id. `set` holds what people decided.
  func write(_ reports: [Report<AgreementTerms>], row: Int64?, set: [String: String?]) throws
    -> Int64
  {
    var titles = Choice<String>()
    var kinds = Choice<String>()
    var statuses = Choice<String>()
    var counts = Choice<Int>()
    for report in reports {
      titles.add(report.terms.title, report.articles)
      kinds.add(report.terms.kind, report.articles)
      statuses.add(report.terms.status, report.articles)
      counts.add(report.terms.count, report.articles)
    }
    // How far it has come is what the furthest report says.
    var status =
      statuses.best(rank: { AgreementWriter.stages.firstIndex(of: $0) ?? 0 }, text: { $0 })
      ?? "signed"
    var title = titles.best { $0 } ?? ""
    var kind = kinds.best { $0 } ?? "other"
    // A date belongs to a status: only reports of the status chosen tell it, if any of them does.
    let sameStatus = reports.filter { $0.terms.status == status && $0.terms.date != nil }
    let dating = sameStatus.isEmpty ? reports : sameStatus
    let dated = common.date(dating.map { ($0.terms.date, $0.terms.dateBasis, $0.articles) })
    let places = common.place(reports.map { ($0.terms.place, $0.articles) })
    var date = dated.date
    var basis = dated.basis
    var place = places.best
    if case .some(.some(let value)) = set["status"] { status = value }
    if case .some(.some(let value)) = set["kind"] { kind = value }
    if case .some(.some(let value)) = set["title"] { title = value }
    if let value = set["date"] { (date, basis) = (value.flatMap { EDTF($0) }, nil) }
    if let value = set["place"] { place = value.map { common.places[$0] } }
    var count = counts.best { String($0) }
    if let value = set["count"] { count = value.flatMap { Int($0) } }
    let id = try common.write(
      .agreements, row: row,
      [
        "key": .text(reports.map(\.key).min() ?? ""), "title": .text(title), "kind": .text(kind),
        "status": .text(status), "count": Value(count), "date": Value(date?.description),
        "earliest": Value(date?.earliest.description), "latest": Value(date?.latest.description),
        "date_basis": Value(basis), "place": Value(place?.text), "country": Value(place?.country),
      ], indexed: "title")
    let isNew = row == nil
    try common.write(
      common.parties(reports, capacities: [["party"], ["signatory"]]),
      to: "parties", owner: "agreement", id, isNew: isNew)
    var clashes: [(String, [String: Int], String?)] = []
    if set["date"] == nil { clashes.append(("date", dated.contradictions, date?.description)) }
    if set["place"] == nil { clashes.append(("place", places.contradictions, place?.text)) }
    if set["kind"] == nil, kinds.counts.count > 1 { clashes.append(("kind", kinds.counts, kind)) }
    try common.contradictions(owner: "agreement", id, isNew: isNew, clashes)
    return id
  }

  /// How far an agreement has come.
  private static let stages = ["proposed", "signed", "in_force", "ended"]
}

import Records
import SQLite

/// What an article says of an agreement.
struct AgreementTerms: Terms {
  static let table = "agreement"
  static let letter = "g"
  static let extraColumn: String? = "title"

  var title: String
  var kind: String
  var status: String
  var count: Int?
  var date: String?
  var dateBasis: String?
  var place: String?
  var parties: [TermParty]

  /// The terms of an agreement in a record; `identities` are those of its parties, then of its signatories.
  init(_ agreement: AgreementRecord, identities: some Sequence<String>) {
    title = agreement.title
    kind = agreement.kind.rawValue
    status = agreement.status.rawValue
    count = agreement.count
    date = agreement.date
    dateBasis = agreement.date == nil ? nil : agreement.dateBasis?.rawValue
    place = agreement.place.flatMap { $0.isEmpty ? nil : $0 }
    let all =
      agreement.parties.map { ($0, "party") }
      + (agreement.signatories ?? []).map { ($0, "signatory") }
    parties = TermParty.sorted(
      zip(all, identities).map { party, identity in
        TermParty(
          identity: identity, capacity: party.1, role: party.0.role, country: party.0.country)
      })
  }

  var extraValues: [Value] { [.text(title)] }

  var json: String {
    var out = JSONWriter()
    out.object {
      $0.member("title", title)
      $0.member("kind", kind)
      $0.member("status", status)
      $0.member("count", count)
      $0.member("date", date)
      $0.member("date_basis", dateBasis)
      $0.member("place", place)
      $0.list("parties", parties) { party, out in party.write(to: &out) }
    }
    return out.text
  }

  init?(json: String) {
    guard let value = try? JSONValue(parsing: Array(json.utf8)), let title = value.string("title"),
      let kind = value.string("kind"), let status = value.string("status")
    else { return nil }
    self.title = title
    self.kind = kind
    self.status = status
    count = value.integer("count")
    date = value.string("date")
    dateBasis = value.string("date_basis")
    place = value.string("place")
    parties = value.items("parties").compactMap(TermParty.init)
  }
}

import Records

/// What an article says of a meeting.
struct MeetingTerms: Terms {
  static let table = "meeting"
  static let letter = "m"

  var status: String
  var mode: String
  var date: String?
  var dateBasis: String?
  var place: String?
  var topics: [String]
  var parties: [TermParty]
  /// When the article was published, where the meeting has no date of its own: what is told is then near that day.
  var published: String?

  /// The terms of a meeting in a record; `identities` are those of its participants, in order.
  init(_ meeting: MeetingRecord, identities: some Sequence<String>, published: String?) {
    status = meeting.status.rawValue
    mode = meeting.mode.rawValue
    date = meeting.date
    dateBasis = meeting.date == nil ? nil : meeting.dateBasis?.rawValue
    place = meeting.place.flatMap { $0.isEmpty ? nil : $0 }
    topics = Array(Set(meeting.topics ?? [])).sorted()
    parties = TermParty.sorted(
      zip(meeting.participants, identities).map { party, identity in
        TermParty(
          identity: identity, capacity: (party.capacity ?? .principal).rawValue, role: party.role,
          country: party.country)
      })
    self.published = meeting.date == nil ? published : nil
  }

  var json: String {
    var out = JSONWriter()
    out.object {
      $0.member("status", status)
      $0.member("mode", mode)
      $0.member("date", date)
      $0.member("date_basis", dateBasis)
      $0.member("published", published)
      $0.member("place", place)
      $0.strings("topics", topics)
      $0.list("parties", parties) { party, out in party.write(to: &out) }
    }
    return out.text
  }

  init?(json: String) {
    guard let value = try? JSONValue(parsing: Array(json.utf8)),
      let status = value.string("status"), let mode = value.string("mode")
    else { return nil }
    self.status = status
    self.mode = mode
    date = value.string("date")
    dateBasis = value.string("date_basis")
    published = value.string("published")
    place = value.string("place")
    topics = value["topics"]?.strings ?? []
    parties = value.items("parties").compactMap(TermParty.init)
  }
}

import Records
import Testing

@testable import KnowledgeBase

/// Which reports tell of one meeting.
struct OccasionTests {
  private static func parties(_ text: String) -> [PartyRecord] {
    text.split(separator: "|").map { part in
      let fields = part.split(separator: "/").map(String.init)
      let isBody = fields[2] == "-"
      let kind: PartyKind =
        isBody ? (fields[0].contains("opposition") ? .organization : .government) : .person
      return PartyRecord(
        name: fields[0], kind: kind, role: isBody ? nil : fields[2], country: fields[1],
        capacity: .principal)
    }
  }

  private static func item(
    _ id: String, _ fields: ArraySlice<String>, published: String, language: String
  )
    -> LoadItem
  {
    let fields = Array(fields)
    return story(
      id, "The talks of \(id).",
      MeetingRecord(
        mode: MeetingRecord.Mode(rawValue: fields[1]) ?? .inPerson,
        date: fields[0].isEmpty ? nil : fields[0], place: fields[2].isEmpty ? nil : fields[2],
        participants: parties(fields[3]), evidence: []), published: published, language: language)
  }

  @Test(arguments: try cases("occasions.tsv"))
  func pairsOfReports(_ row: [String]) throws {
    try #require(row.count == 9)
    let first = row[1].isEmpty ? row[5] : row[1]
    let published = row[1].isEmpty && row[0] == "0" ? "2024-03-09" : String(first.prefix(10))
    let day = try #require(EDTF(published)?.latest)
    let base = try makeBase()
    _ = try base.load(
      [
        OccasionTests.item("english", row[1..<5], published: day.description, language: "en"),
        OccasionTests.item(
          "spanish", row[5..<9], published: day.adding(days: 1).description, language: "es"),
      ], origin: .imported)
    let meetings = try base.integer("SELECT count(*) FROM meetings")
    #expect(meetings == (row[0] == "1" ? 1 : 2))
    #expect(try base.integer("SELECT count(*) FROM evidence") == 2)
    if row[0] == "1" {
      #expect(
        try base.integer("SELECT count(DISTINCT article) FROM evidence GROUP BY meeting") == 2)
    }
  }

  @Test func detailsUnite() throws {
    let base = try makeBase()
    let (a, b) = (person("Ana Ruiz", "ES", "Foreign Minister"), person("Otto Weiss", "AT"))
    _ = try base.load(
      [
        story(
          "one", "They met in the palace.",
          meeting(a, b, date: "2023-10", place: "Hofburg Palace, Vienna")),
        story("two", "Se reunieron el lunes.", meeting(a, b, date: "2023-10-16", place: "Austria")),
      ], origin: .imported)
    let rows = try base.database.map("SELECT date, place, country FROM meetings") { $0.values() }
    #expect(rows == [[.text("2023-10-16"), .text("Hofburg Palace, Vienna"), .text("AT")]])
    #expect(try base.integer("SELECT count(*) FROM contradictions") == 0)
  }

  @Test func contradictionsStayVisible() throws {
    let base = try makeBase()
    let (a, b) = (person("Ana Ruiz", "ES"), person("Otto Weiss", "AT"))
    _ = try base.load(
      [
        story("one", "They met in Vienna.", meeting(a, b, place: "Vienna")),
        story("two", "They met in Prague.", meeting(a, b, place: "Prague")),
        story("three", "Again: Vienna.", meeting(a, b, place: "Vienna")),
      ], origin: .imported)
    let rows = try base.database.map(
      "SELECT field, value, articles, chosen FROM contradictions ORDER BY value"
    ) { $0.values() }
    #expect(rows == [["place", "Prague", 1, 0], ["place", "Vienna", 2, 1]])
    #expect(try base.integer("SELECT count(*) FROM evidence WHERE meeting = 1") == 3)
  }

  @Test func aVagueReportThatFitsTwoJoinsNeither() throws {
    let base = try makeBase()
    let (a, b) = (person("Ana Ruiz", "ES"), person("Otto Weiss", "AT"))
    _ = try base.load(
      [
        story("one", "On the second.", meeting(a, b, date: "2023-10-02")),
        story("two", "On the ninth.", meeting(a, b, date: "2023-10-09")),
        story("three", "In October.", meeting(a, b, date: "2023-10")),
      ], origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM meetings") == 3)
    #expect(try base.integer("SELECT count(*) FROM meeting_doubts") == 2)
  }

  @Test func oneArticleThatTellsTwoMeansTwo() throws {
    let base = try makeBase()
    let (a, b) = (person("Ana Ruiz", "ES"), person("Otto Weiss", "AT"))
    _ = try base.load(
      [
        story(
          "one", "They talked in the morning and again at night.", meeting(a, b, place: "Vienna"),
          meeting(a, b, place: "Austria"))
      ], origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM meetings") == 2)
  }

  @Test func agreementsAcrossLanguages() throws {
    let base = try makeBase()
    let parties = [
      PartyRecord(name: "Chile", kind: .government, country: "CL"),
      PartyRecord(name: "Peru", kind: .government, country: "PE"),
    ]
    func signed(_ id: String, _ title: String, _ date: String, _ language: String) -> LoadItem {
      story(
        id, "They signed the \(title) (\(id)).", language: language,
        agreements: [
          AgreementRecord(
            title: title, kind: .agreement, status: .signed, date: date, parties: parties,
            evidence: [title])
        ])
    }
    _ = try base.load(
      [
        signed(
          "one", "Second Partial Agreement for the Protection of Fisheries", "2023-10-16", "en"),
        signed("two", "Segundo Acuerdo Parcial para la Protección de la Pesca", "2023-10-16", "es"),
        signed("three", "First Partial Agreement on Customs", "2023-10-16", "en"),
        signed(
          "four", "Second Partial Agreement for the Protection of Fisheries", "2021-01-05", "en"),
      ], origin: .imported)
    #expect(
      try base.database.map("SELECT count(*) FROM evidence GROUP BY agreement ORDER BY 1") {
        $0.int64(0)
      } == [1, 1, 2])
  }

  @Test func anArticleTwiceInABatchIsEvidenceOnce() throws {
    let ana = person("Ana Ruiz", "ES")
    let first = story("one", "They met.", meeting(ana, person("John Hale", "US")))
    let second = story("one", "They met.", meeting(ana, person("Tom Berg", "SE")))
    let base = try makeBase()
    _ = try base.load([first, second], origin: .imported)
    #expect(try base.integer("SELECT count(*) FROM evidence") == 1)
    #expect(try base.integer("SELECT count(*) FROM names WHERE name = 'John Hale'") == 0)
    #expect(try base.check().damage == [])
  }

  /// Of two texts from one address with one date the longer one holds, whichever came first, also within a batch.
  @Test func versionsOfOneDay() throws {
    func version(_ text: String, _ other: String) -> LoadItem {
      var item = story("one", text, meeting(person("Ana Ruiz", "ES"), person(other, "US")))
      item.article?.url = "https://paper.example/2023/10/17/talks"
      return item
    }
    let items = [
      version("They met today.", "John Hale"),
      version("They met today, and again in the evening.", "Tom Berg"),
      version("They met.", "Paul Marsh"),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]] {
      for size in 1...3 {
        let base = try makeBase()
        var rest = order.map { items[$0] }[...]
        while !rest.isEmpty {
          _ = try base.load(Array(rest.prefix(size)), origin: .extracted)
          rest = rest.dropFirst(size)
        }
        let met = try base.database.map("SELECT met FROM who_met WHERE person = 'Ana Ruiz'") {
          $0.text(0) ?? ""
        }
        #expect(met == ["Tom Berg"], "\(order), \(size) at a time")
        #expect(try base.integer("SELECT count(*) FROM evidence") == 1)
        #expect(try base.check().damage == [])
        // Without it the next longest stands in its place.
        _ = try base.forget(
          try base.find(.article, items[1].digest.map { "a" + $0.prefix(12) } ?? ""))
        #expect(
          try base.database.map("SELECT met FROM who_met WHERE person = 'Ana Ruiz'") {
            $0.text(0) ?? ""
          } == ["John Hale"])
      }
    }
  }
}

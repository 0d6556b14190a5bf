import FoundationEssentials
import Records
import Testing

@testable import KnowledgeBase

/// Whatever the order and the batches, the content is the same.
struct OrderTests {
  /// Loads items in batches of random sizes in a random order, 20 times, and compares what is exported.
  private func compare(_ items: [LoadItem], rounds: UInt64) throws {
    let base = try makeBase()
    _ = try base.load(items, origin: .imported)
    let expected = try exported(base)
    let wanted = try OrderTests.summary(base)
    for round in 1...rounds {
      var generator = SeededGenerator(state: round)
      var rest = items.shuffled(using: &generator)[...]
      let base = try makeBase()
      while !rest.isEmpty {
        let count = Int.random(in: 1...max(1, min(rest.count, 12)), using: &generator)
        _ = try base.load(Array(rest.prefix(count)), origin: .imported)
        rest = rest.dropFirst(count)
      }
      let lines = try exported(base)
      #expect(lines == expected, "order \(round)")
      if lines != expected {
        for (a, b) in zip(lines, expected) where a != b {
          print("order \(round):\n\(a.prefix(3000))\n\(b.prefix(3000))")
          break
        }
        break
      }
      #expect(try OrderTests.summary(base) == wanted)
    }
  }

  /// What SQL sees, without row ids.
  static func summary(_ base: KnowledgeBase) throws -> [String] {
    var out: [String] = []
    for sql in [
      "SELECT key, kind, name, country FROM entities",
      "SELECT e.key, n.name, n.folded, n.articles FROM names AS n JOIN entities AS e ON e.id = n.entity",
      "SELECT key, status, mode, date, date_basis, place, country FROM meetings",
      """
      SELECT m.key, e.key, p.capacity, p.role, p.country FROM participants AS p
      JOIN meetings AS m ON m.id = p.meeting JOIN entities AS e ON e.id = p.entity
      """,
      """
      SELECT min(a.key, b.key), max(a.key, b.key), c.meetings FROM pair_meetings AS c
      JOIN entities AS a ON a.id = c.a JOIN entities AS b ON b.id = c.b
      """,
      "SELECT country, meetings FROM country_meetings",
      "SELECT m.key, t.topic FROM topics AS t JOIN meetings AS m ON m.id = t.meeting",
      "SELECT key, title, kind, status, count, date, place FROM agreements",
      """
      SELECT g.key, e.key, p.capacity, p.role FROM parties AS p
      JOIN agreements AS g ON g.id = p.agreement JOIN entities AS e ON e.id = p.entity
      """,
      """
      SELECT a.key, coalesce(m.key, g.key), v.quote, v.start, v.length FROM evidence AS v
      JOIN articles AS a ON a.id = v.article LEFT JOIN meetings AS m ON m.id = v.meeting
      LEFT JOIN agreements AS g ON g.id = v.agreement
      """,
      """
      SELECT s.key, s.text, s.start, m.key FROM statements AS s LEFT JOIN meetings AS m ON m.id = s.meeting
      """,
      """
      SELECT s.key, e.key FROM speakers AS p JOIN statements AS s ON s.id = p.statement
      JOIN entities AS e ON e.id = p.entity
      """,
      "SELECT coalesce(m.key, g.key), c.field, c.value, c.articles, c.chosen FROM contradictions AS c "
        + "LEFT JOIN meetings AS m ON m.id = c.meeting LEFT JOIN agreements AS g ON g.id = c.agreement",
      "SELECT a.key, b.key, d.reason FROM doubts AS d JOIN identities AS a ON a.id = min(d.a, d.b) "
        + "JOIN identities AS b ON b.id = max(d.a, d.b)",
    ] {
      out += try base.database.map(sql) { row in
        var values = row.values().map { "\($0)" }
        if sql.contains("doubts") { values = values.sorted() }
        return values.joined(separator: "|")
      }.sorted()
    }
    return out
  }

  @Test func madeUpNewsInAnyOrder() throws {
    var items: [LoadItem] = []
    var generator = SeededGenerator(state: 7)
    let people = [
      person("Ana Ruiz", "ES", "Foreign Minister"), person("Ana Ruiz Calvo", "ES"),
      person("Ruiz", "ES"),
      person("Ana Ruiz"), person("Ana Ruiz", "CL", "senator"), person("Ruiz"),
      person("Tomás Ruiz", "ES"),
      person("John Hale", "US", "Secretary of State"), person("J. Hale", "US"), person("Hale"),
      person("Jack Hale", "US"), person("John R. Hale"), person("John T. Hale", "US"),
      PartyRecord(name: "Spain", kind: .government, country: "ES"),
      PartyRecord(name: "gobierno de España", kind: .government, country: "ES"),
      PartyRecord(name: "Foreign Minister of Spain", kind: .person, country: "ES"),
      PartyRecord(name: "Union of Ports (UoP)", kind: .organization),
      PartyRecord(name: "UoP", kind: .organization, country: "ES"),
    ]
    let places = ["Madrid", "Toledo", "Lisbon", "Moncloa Palace, Madrid", nil]
    let dates = ["2023-10-16", "2023-10-17", "2023-10", "2023", nil, "2023-10-15/2023-10-17"]
    for number in 0..<60 {
      var chosen = people.shuffled(using: &generator).prefix(
        Int.random(in: 2...4, using: &generator))
      chosen =
        chosen.map { party in
          var party = party
          party.capacity = Bool.random(using: &generator) ? .principal : .attendee
          return party
        }[...]
      chosen[chosen.startIndex].capacity = .principal
      let text = "Story \(number): they talked. And more of that kind."
      items.append(
        LoadItem(
          article: Article(
            id: "made-\(number)", text: text,
            published: EDTF("2023-10-\(10 + number % 15)"), language: number % 2 == 0 ? "en" : "es"),
          record: ArticleRecord(
            id: "made-\(number)", published: "2023-10-\(10 + number % 15)",
            meetings: [
              MeetingRecord(
                status: [.held, .held, .planned, .cancelled].randomElement(using: &generator)
                  ?? .held,
                mode: number % 7 == 0 ? .phone : .inPerson,
                date: dates.randomElement(using: &generator) ?? nil,
                place: places.randomElement(using: &generator) ?? nil,
                participants: Array(chosen), topics: ["ports"], evidence: ["they talked"])
            ],
            agreements: number % 3 == 0
              ? [
                AgreementRecord(
                  title: ["Ports Agreement", "Agreement on Ports", "Lisbon Treaty on Ports"]
                    .randomElement(
                      using: &generator) ?? "Ports Agreement", kind: .agreement,
                  status: number % 2 == 0 ? .signed : .proposed,
                  date: dates.randomElement(using: &generator) ?? nil,
                  parties: Array(chosen.prefix(2)), evidence: ["And more"])
              ] : [],
            statements: [
              StatementRecord(
                kind: .indirect, speakers: Array(chosen.prefix(1)), text: "they talked")
            ])))
    }
    try compare(items, rounds: 20)
  }

  @Test func developmentGoldInAnyOrder() throws {
    let shared = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/dev").path()
    guard FileManager.default.fileExists(atPath: shared + "/gold.jsonl") else {
      print("skipped: \(shared) is not there")
      return
    }
    var texts: [String: String] = [:]
    for line in try String(contentsOf: URL(filePath: shared + "/articles.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    {
      let value = try JSONValue(parsing: Array(line.utf8))
      if let id = value.string("id"), let text = value.string("text") { texts[id] = text }
    }
    let items = try String(contentsOf: URL(filePath: shared + "/gold.jsonl"), encoding: .utf8)
      .split(separator: "\n").map { line in
        let record = try ArticleRecord(json: Array(line.utf8))
        return LoadItem(
          article: texts[record.id].map { Article(id: record.id, text: $0) }, record: record)
      }
    #expect(items.count > 40)
    try compare(items, rounds: 20)
  }
}

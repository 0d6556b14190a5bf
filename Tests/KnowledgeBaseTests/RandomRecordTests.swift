import FoundationEssentials
import Records
import Testing

@testable import KnowledgeBase

/// Small sets of records made at random, out of few names that may be one or several, few days, few places: whatever the
/// order and the batches, and with articles that are withdrawn again, the content is the same.
struct RandomRecordTests {
  private struct Maker {
    var generator: SeededGenerator

    mutating func pick<T>(_ list: [T]) -> T {
      list[Int.random(in: 0..<list.count, using: &generator)]
    }

    mutating func chance(_ percent: Int) -> Bool {
      Int.random(in: 0..<100, using: &generator) < percent
    }

    static let names = [
      "Ana Ruiz", "Ana Ruiz Calvo", "Ana María Ruiz", "A. Ruiz", "Ruiz", "Calvo", "Anita Ruiz",
      "Ana Calvo",
      "Ruiz Ana", "Tomás Ruiz", "Ana R. Calvo", "Maria Ruiz", "Ben Hale", "Benjamin Hale", "Hale",
      "Jack Hale", "John Hale", "Jacob Hale", "John R. Hale", "John T. Hale", "John Hale Jr.",
      "J. Hale",
      "Felipe VI", "Philip VI", "Felipe", "Francisco", "Francis", "Ana", "Sergey Ruiz",
      "Serguei Ruiz",
    ]
    static let bodies = [
      "Union of Ports (UoP)", "Union of Ports", "UoP", "Organization of American States", "OEA",
      "League of Bays (LB)", "LB", "UoP (Union of Ports)", "Unión de Puertos (UoP)",
    ]
    static let roles = [
      "Foreign Minister", "canciller", "President", "king", "Pope", "senator",
      "former Foreign Minister",
      "Secretary General",
    ]

    mutating func party() -> PartyRecord {
      var party = PartyRecord(name: "", kind: .person)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0:
        party.name = pick(["Spain", "gobierno de España", "Madrid", "Chile", "Junta de Andalucía"])
        party.kind = .government
      case 1, 2:
        party.name = pick(Self.bodies)
        party.kind = .organization
      case 3:
        party.name = pick(["Foreign Minister of Spain", "canciller de España", "officials"])
      case 4:
        party.name = pick(["Spanish delegation", "delegación española"])
        party.kind = .delegation
      default: party.name = pick(Self.names)
      }
      party.country = pick([nil, nil, "ES", "ES", "ES", "CL", "US", "EU", "VA"])
      if party.kind == .person, chance(50) { party.role = pick(Self.roles) }
      party.capacity = chance(70) ? .principal : chance(70) ? .attendee : .mediator
      if party.kind == .person, chance(10) { party.also = [pick(Self.names)] }
      return party
    }

    mutating func parties() -> [PartyRecord] {
      (0..<(chance(10) ? 10 : Int.random(in: 1...4, using: &generator))).map { _ in party() }
    }

    mutating func date() -> String? {
      pick([
        "2023-10-16", "2023-10-16", "2023-10-17", "2023-10", "2023", nil, nil,
        "2023-10-15/2023-10-17",
        "2023-10-16~", "1969-12-31",
      ])
    }

    mutating func item(_ number: Int) -> LoadItem {
      let text = "Story \(number): “They talked at length”, it said. And they signed something."
      let published = chance(90) ? "2023-10-\(14 + number % 8)" : nil
      var out = LoadItem(
        article: Article(
          id: "made-\(number)", text: text, published: published.flatMap { EDTF($0) },
          language: "en"),
        record: ArticleRecord(
          id: "made-\(number)", published: published,
          meetings: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            MeetingRecord(
              status: pick([.held, .held, .planned, .cancelled]),
              mode: chance(80) ? .inPerson : .phone,
              date: date(),
              place: pick(["Madrid", "Toledo", "Lisbon", "Moncloa Palace, Madrid", nil]),
              participants: parties(), topics: chance(30) ? ["ports"] : nil,
              evidence: ["They talked"])
          },
          agreements: (0..<(chance(40) ? 1 : 0)).map { _ in
            AgreementRecord(
              title: pick([
                "Ports Agreement", "Agreement on Ports", "Acuerdo de Puertos",
                "Lisbon Treaty on Ports",
                "Treaty",
              ]), kind: pick([.agreement, .treaty]), status: pick([.signed, .proposed, .ended]),
              date: date(), parties: parties(), evidence: ["they signed"])
          },
          statements: (0..<(chance(50) ? 1 : 0)).map { _ in
            StatementRecord(kind: .direct, speakers: [party()], text: "They talked at length")
          }))
      if chance(20) { out.article?.url = "https://paper.example/2023/10/\(number % 3)/talks" }
      return out
    }
  }

  /// Content and doubts, a line each.
  private func content(_ base: KnowledgeBase) throws -> [String] {
    try exported(base) + OrderTests.summary(base)
  }

  /// How many sets: 150 in the usual run, `CHANCERY_RECORD_SETS` by hand.
  private static let sets =
    ProcessInfo.processInfo.environment["CHANCERY_RECORD_SETS"].flatMap(Int.init) ?? 150

  @Test func anyOrderAnyBatchesAnyWithdrawals() throws {
    let first = ProcessInfo.processInfo.environment["CHANCERY_RECORD_SEED"].flatMap(Int.init) ?? 1
    for seed in first..<(first + Self.sets) {
      var maker = Maker(generator: SeededGenerator(state: UInt64(seed)))
      let items = (0..<Int.random(in: 2...9, using: &maker.generator)).map { maker.item($0) }
      let base = try makeBase()
      _ = try base.load(items, origin: .imported)
      let expected = try content(base)
      for way in 0..<2 {
        let other = try makeBase()
        var rest = items.shuffled(using: &maker.generator)[...]
        // Articles that are forgotten again, and some that are loaded twice.
        let guest = maker.item(20 + way)
        if way == 1 { _ = try other.load([guest], origin: .imported) }
        while !rest.isEmpty {
          let count = Int.random(in: 1...rest.count, using: &maker.generator)
          _ = try other.load(Array(rest.prefix(count)), origin: .imported)
          rest = rest.dropFirst(count)
        }
        if way == 1 {
          _ = try other.load([maker.pick(items)], origin: .imported)
          _ = try other.forget(try other.find(.article, guest.record.id))
        }
        let found = try content(other)
        if found != expected {
          Issue.record("set \(seed), way \(way)")
          for line in Set(found).symmetricDifference(expected).sorted() {
            print((found.contains(line) ? "found " : "wanted ") + line)
          }
          return
        }
        #expect(try other.check().damage == [], "set \(seed)")
      }
      // All anew, and into another base.
      _ = try base.rebuild { _ in [] }
      #expect(try content(base) == expected, "set \(seed), rebuilt")
      let copy = try makeBase()
      _ = try copy.load(
        try exported(base).map {
          LoadItem(article: nil, record: try ArticleRecord(json: Array($0.utf8)))
        }, origin: .imported)
      #expect(try content(copy) == expected, "set \(seed), exported and imported")
    }
  }

  /// A decision on rows of the base chosen at random; nil where it makes no sense.
  private func decision(_ base: KnowledgeBase, _ maker: inout Maker) throws -> Decision? {
    func ids(_ table: String) throws -> [Int64] {
      try base.database.map("SELECT id FROM \(table) ORDER BY key") { $0.int64(0) }
    }
    let entities = try ids("entities")
    let meetings = try ids("meetings")
    let articles = try ids("articles")
    switch Int.random(in: 0..<8, using: &maker.generator) {
    case 0, 1: return .merge(.entity, maker.pick(entities), maker.pick(entities))
    case 2: return .keepApart(.entity, maker.pick(entities), maker.pick(entities))
    case 3: return .rename(maker.pick(entities), "Somebody Else")
    case 4: return meetings.isEmpty ? nil : .reject(.meeting, maker.pick(meetings))
    case 5:
      return meetings.isEmpty
        ? nil : .set(.meeting, maker.pick(meetings), field: "date", value: "2023-10-18")
    case 6:
      return meetings.count < 2 ? nil : .merge(.meeting, maker.pick(meetings), maker.pick(meetings))
    default: return .splitArticles(.entity, maker.pick(entities), [maker.pick(articles)])
    }
  }

  @Test func correctionsOutliveAllOfIt() throws {
    let first = ProcessInfo.processInfo.environment["CHANCERY_RECORD_SEED"].flatMap(Int.init) ?? 1
    // With 9094 people say who a surname alone is.
    for seed in Array(first..<(first + Self.sets / 3)) + [9094] {
      var maker = Maker(generator: SeededGenerator(state: UInt64(seed) &* 7919))
      let items = (0..<Int.random(in: 3...7, using: &maker.generator)).map { maker.item($0) }
      let base = try makeBase()
      _ = try base.load(items, origin: .imported)
      guard try base.integer("SELECT count(*) FROM entities") > 1 else { continue }
      var numbers: [Int64] = []
      var made: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &maker.generator) {
        guard let decision = try decision(base, &maker) else { continue }
        let before = try content(base)
        guard let trial = try? base.decide(decision, reason: nil, dryRun: true) else { continue }
        #expect(
          try content(base) == before, "set \(seed), \(decision): a dry run changed something")
        let outcome = try base.decide(decision, reason: nil)
        #expect(trial.changes == outcome.changes, "set \(seed), \(decision)")
        numbers += outcome.corrections
        #expect(try MeetingTally.mistakes(base.database) == [], "set \(seed), \(decision)")
        made.append("\(decision)")
      }
      let expected = try content(base)
      func compare(_ other: KnowledgeBase, _ what: String) throws -> Bool {
        let found = try content(other)
        if found == expected { return true }
        Issue.record("set \(seed), \(what): \(made)")
        for line in Set(found).symmetricDifference(expected).sorted() {
          print((found.contains(line) ? "found " : "wanted ") + line)
        }
        return false
      }
      _ = try base.rebuild { _ in [] }
      guard try compare(base, "rebuilt") else { return }
      let gone = maker.pick(items)
      _ = try base.forget(try base.find(.article, gone.record.id))
      _ = try base.load([gone], origin: .imported)
      guard try compare(base, "an article forgotten and imported again") else { return }
      #expect(try MeetingTally.mistakes(base.database) == [], "set \(seed), forgotten")
      for number in numbers.reversed() { _ = try base.undo(number) }
      for number in numbers { _ = try base.undo(number, redo: true) }
      guard try compare(base, "undone and done again") else { return }
      #expect(try MeetingTally.mistakes(base.database) == [], "set \(seed), undone")
      for early in [false, true] {
        let other = try makeBase()
        if early { _ = try other.load(corrections: try base.corrections()) }
        for item in items.shuffled(using: &maker.generator) {
          _ = try other.load([item], origin: .imported)
        }
        if !early { _ = try other.load(corrections: try base.corrections()) }
        guard try compare(other, early ? "corrections first" : "corrections last") else { return }
        #expect(try other.check().damage == [], "set \(seed)")
      }
    }
  }
}

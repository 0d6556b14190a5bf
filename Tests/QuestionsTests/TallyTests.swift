import FoundationEssentials
import KnowledgeBase
import Records
import Testing

@testable import Questions

/// Rankings of all pairs and countries are read from what the base keeps, and tell the same as a count of all meetings.
@Suite struct TallyTests {
  private static let questions = [
    "which pairs met most often", "which two leaders met most often",
    "top 50 pairs that met most often",
    "which countries met most often", "top 40 countries by meetings",
    "which country held the most meetings",
    "¿qué países se reunieron más veces?",
  ]

  private func world() throws -> KnowledgeBase {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../ChanceryTests/Cases/world.ndjson")
    let base = try KnowledgeBase(path: ":memory:", mode: .create)
    let items = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      LoadItem(article: nil, record: try ArticleRecord(json: Array(line.utf8)))
    }
    _ = try base.load(items, origin: .imported)
    return base
  }

  @Test func talliesTellWhatACountTells() throws {
    let base = try world()
    let today = try #require(Day(iso: "2023-12-01"))
    func answers() throws -> [Answer] {
      let asker = try Asker(base.database)
      return try TallyTests.questions.map { try asker.ask($0, today: today) }
    }
    let kept = try answers()
    try base.database.execute("DROP TABLE pair_meetings")
    let counted = try answers()
    for (kept, counted) in zip(kept, counted) {
      #expect(kept.status == .answered, "\(kept.question): \(kept.notes)")
      #expect(
        kept.sql?.text.contains("_meetings AS") ?? false
          || kept.sql?.text.contains("country_meetings") ?? false)
      #expect(counted.sql?.text.contains("_meetings") == false)
      #expect(kept.rows == counted.rows, "\(kept.question)")
    }
  }

  /// Whoever only attended is in no tally: with them, and where anything narrows the meetings, it is counted.
  @Test(arguments: [
    "which pairs met most often in 2019", "which countries met most often by phone",
  ])
  func whatIsNarrowedIsCounted(_ question: String) throws {
    let base = try world()
    let today = try #require(Day(iso: "2023-12-01"))
    let asker = try Asker(base.database)
    let answer = try asker.ask(question, today: today)
    #expect(answer.sql?.text.contains("_meetings") == false, "\(answer.notes)")
    let attended = try asker.ask("which pairs met most often", today: today, withAttendees: true)
    #expect(attended.sql?.text.contains("_meetings") == false)
  }
}

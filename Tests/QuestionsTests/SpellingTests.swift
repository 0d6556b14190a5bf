import KnowledgeBase
import Records
import Testing

@testable import Questions

/// Names as another language or another hand writes them: taken with a word where they can only be one, else not.
@Suite struct SpellingTests {
  private static let known = [
    "Vladimir Putin", "Volodymyr Zelenskyy", "Mohammed bin Salman", "Abdel Fattah el-Sisi",
    "Aleksandr Lukashenko", "Hossein Amir-Abdollahian", "Xi Jinping", "Sergey Lavrov",
    "Yevgeny Prigozhin", "Mohammed Dahlan",
  ]

  private static let spellings: [(asked: String, known: String?)] = [
    ("Vladímir Putin", "Vladimir Putin"), ("Putín", "Vladimir Putin"),
    ("Zelenski", "Volodymyr Zelenskyy"), ("Zelensky", "Volodymyr Zelenskyy"),
    ("Vladimir Zelensky", "Volodymyr Zelenskyy"), ("Volodímir Zelenski", "Volodymyr Zelenskyy"),
    ("Mohamed bin Salmán", "Mohammed bin Salman"), ("Muhammad bin Salman", "Mohammed bin Salman"),
    ("al-Sisi", "Abdel Fattah el-Sisi"), ("Abdelfatah al Sisi", "Abdel Fattah el-Sisi"),
    ("Alexander Lukashenko", "Aleksandr Lukashenko"), ("Jinping", "Xi Jinping"),
    ("Hosein Amir Abdolahian", "Hossein Amir-Abdollahian"), ("Serguéi Lavrov", "Sergey Lavrov"),
    ("Eugene Prigozhin", "Yevgeny Prigozhin"),
    // Others, as far as the words tell.
    ("Ivan Putin", nil), ("Vladimir Lavrov", nil), ("Chi Jinping", nil), ("Mohammed Salem", nil),
    ("Lukashenka", nil),
  ]

  @Test func namesInOtherSpellings() throws {
    let base = try KnowledgeBase(path: ":memory:", mode: .create)
    let meetings = SpellingTests.known.enumerated().map { number, name in
      MeetingRecord(
        status: .held, mode: .inPerson, date: "2022-03-\(10 + number)", place: "Geneva",
        participants: [
          PartyRecord(name: name, kind: .person, capacity: .principal),
          PartyRecord(name: "Guest \(name)", kind: .person, capacity: .attendee),
        ], evidence: ["They met"])
    }
    let record = ArticleRecord(id: "a", published: "2022-04-01", meetings: meetings)
    _ = try base.load([LoadItem(article: nil, record: record)], origin: .imported)
    let asker = try Asker(base.database)
    let today = try #require(Day(iso: "2023-12-01"))
    for (asked, known) in SpellingTests.spellings {
      let answer = try asker.ask("when did \(asked) meet", today: today)
      let day = SpellingTests.known.firstIndex { $0 == known }.map { "2022-03-\(10 + $0)" }
      #expect(
        answer.rows.map { $0[0] } == day.map { [.text($0)] } ?? [], "\(asked): \(answer.notes)")
    }
  }
}

import Extraction
import Records
import Testing

/// The sentences of `Cases/meetings-*.tsv`, each with the meetings that it tells of.
@Suite struct MeetingCasesTests {
  static let englishLines = (try? CaseLine.read("meetings-en.tsv", columns: 2)) ?? []
  static let spanishLines = (try? CaseLine.read("meetings-es.tsv", columns: 2)) ?? []

  @Test func theFilesAreThere() {
    #expect(Self.englishLines.count > 70)
    #expect(Self.spanishLines.count > 50)
  }

  @Test(arguments: englishLines) func english(_ line: CaseLine) { check(line, "en") }

  @Test(arguments: spanishLines) func spanish(_ line: CaseLine) { check(line, "es") }

  static let detailLines = (try? CaseLine.read("meeting-details-en.tsv", columns: 3)) ?? []

  /// Where it was, and what was talked about.
  @Test(arguments: detailLines) func details(_ line: CaseLine) {
    let article = Article(
      id: line.testDescription, text: line.fields[0].replacing("¶", with: "\n\n"),
      published: EDTF("2024-03-15"), language: "en")
    let found = Extractor().extract(article).meetings
    #expect(found.count == 1, "\(line.testDescription)")
    if line.fields[1] != "?" {
      #expect(found.first?.place ?? "-" == line.fields[1], "\(line.testDescription)")
    }
    if line.fields[2] != "?" {
      let topics = found.first?.topics?.joined(separator: " | ") ?? "-"
      #expect(topics == line.fields[2], "\(line.testDescription)")
    }
  }

  private func check(_ line: CaseLine, _ language: String) {
    let article = Article(
      id: line.testDescription, text: line.fields[0].replacing("¶", with: "\n\n"),
      published: EDTF("2024-03-15"),
      language: language)
    let found = Extractor().extract(article).meetings.map(Self.written)
    let wanted = line.fields[1] == "-" ? [] : Self.split(line.fields[1], " | ")
    let fits =
      found.count == wanted.count
      && wanted.allSatisfy { want in found.contains { Self.fits($0, want) } }
    #expect(fits, "\(line.testDescription): found \(found)")
  }

  /// A record as the case files write it, participants in alphabetical order.
  private static func written(_ meeting: MeetingRecord) -> String {
    let who = meeting.participants.map { party in
      switch party.capacity {
      case .attendee: party.name + "*"
      case .mediator: party.name + "^"
      default: party.name
      }
    }
    let place = meeting.place.map { " @\($0)" } ?? ""
    return "\(meeting.status.rawValue) \(meeting.mode.rawValue) \(meeting.date ?? "0")\(place): "
      + who.sorted().joined(separator: " + ")
  }

  /// The place counts only where the case tells one ("held in_person 2024-03-12 @Lima: A + B").
  private static func fits(_ found: String, _ wanted: String) -> Bool {
    let (a, b) = (split(found, ": "), split(wanted, ": "))
    guard a.count == 2, b.count == 2 else { return false }
    let (told, asked) = (split(a[0], " @"), split(b[0], " @"))
    guard let first = told.first, let second = asked.first,
      asked.count < 2 || told.count == 2 && told[1] == asked[1]
    else { return false }
    let (head, want) = (split(first, " "), split(second, " "))
    guard head.count == 3, want.count == 3, head[0] == want[0], head[1] == want[1] else {
      return false
    }
    return (want[2] == "?" || want[2] == head[2])
      && a[1] == split(b[1], " + ").sorted().joined(separator: " + ")
  }

  private static func split(_ text: String, _ separator: String) -> [String] {
    text.split(separator: separator).map(String.init)
  }
}

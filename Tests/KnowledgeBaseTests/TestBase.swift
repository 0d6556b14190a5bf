import FoundationEssentials
import Records

@testable import KnowledgeBase

/// A knowledge base in memory, and what tests load into it.
func makeBase() throws -> KnowledgeBase { try KnowledgeBase(path: ":memory:", mode: .create) }

/// All lines of an export.
func exported(_ base: KnowledgeBase) throws -> [String] {
  var lines: [String] = []
  try base.export { lines.append($0) }
  return lines
}

/// The path of a file beside the tests.
func casesPath(_ name: String, file: String = #filePath) -> String {
  URL(filePath: file).deletingLastPathComponent().appending(path: "Cases/\(name)").path()
}

/// The rows of a table of cases: tab-separated fields; lines that begin with # are comments.
func cases(_ name: String) throws -> [[String]] {
  let text = try String(contentsOf: URL(filePath: casesPath(name)), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}

/// The records of a file of cases, with their texts, as an import reads them.
func recordItems(_ name: String) throws -> [LoadItem] {
  try String(contentsOf: URL(filePath: casesPath(name)), encoding: .utf8)
    .split(separator: "\n").map { line in
      LoadItem(article: nil, record: try ArticleRecord(json: Array(line.utf8)))
    }
}

/// A generator of random numbers that always begins alike (SplitMix64, http://prng.di.unimi.it/splitmix64.c).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A person as a participant.
func person(
  _ name: String, _ country: String? = nil, _ role: String? = nil,
  _ capacity: Capacity? = .principal
) -> PartyRecord {
  PartyRecord(name: name, kind: .person, role: role, country: country, capacity: capacity)
}

/// An article that tells of one meeting in one sentence, which is its text.
func story(
  _ id: String, _ text: String, _ meetings: MeetingRecord..., published: String? = "2023-10-17",
  language: String = "en", statements: [StatementRecord] = [], agreements: [AgreementRecord] = []
) -> LoadItem {
  let meetings = meetings.map { meeting in
    var meeting = meeting
    if meeting.evidence.isEmpty { meeting.evidence = [text] }
    return meeting
  }
  return LoadItem(
    article: Article(
      id: id, text: text + "\n", published: published.flatMap { EDTF($0) }, language: language),
    record: ArticleRecord(
      id: id, language: language, published: published, meetings: meetings, agreements: agreements,
      statements: statements))
}

/// A meeting of persons.
func meeting(
  _ parties: PartyRecord..., date: String? = "2023-10-16", place: String? = nil,
  mode: MeetingRecord.Mode = .inPerson, status: MeetingRecord.Status = .held
) -> MeetingRecord {
  MeetingRecord(
    status: status, mode: mode, date: date, place: place, participants: parties, evidence: [])
}

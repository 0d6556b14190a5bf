import Foundation
import Testing

/// Hundreds of questions by people who never saw the grammar, over three dozen invented records of many countries.
@Suite struct WorldTests {
  private struct Reply: Decodable {
    struct Row: Decodable {
      let value: Cell
    }
    enum Cell: Decodable {
      case text(String)
      case number(Int)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        }
      }
    }
    let status: String
    let answers: [Row]
    let candidates: [Candidate]?
    struct Candidate: Decodable {
      let name: String
    }
  }

  @Test func answersWhatThePeopleAskAndRefusesTheRest() throws {
    let scratch = try Scratch()
    let path = scratch.file("chancery.db").path
    let loaded = try Program.run([
      "import", "--db", path, "--records", Fixture.url("world.ndjson").path,
    ])
    try #require(loaded.status == 0, "\(loaded.errors)")
    let cases = try Fixture.lines("world.tsv")
    #expect(cases.count >= 600)
    let result = try Program.run(
      ["ask", "--db", path, "--format", "json", "--today", "2024-06-15", "-"],
      input: Data(cases.map { $0[1] + "\n" }.joined().utf8))
    let replies = result.text.split(separator: "\n")
    try #require(replies.count == cases.count)
    for (line, reply) in zip(cases, replies) {
      let reply = try JSONDecoder().decode(Reply.self, from: Data(reply.utf8))
      #expect(reply.status == line[2], "\(line[1])")
      var seen: Set<String> = []
      let values = reply.answers.map(\.value.text).filter { seen.insert($0).inserted }
      #expect(values.joined(separator: "|") == line[3], "\(line[1])")
      if reply.status == "ambiguous" { #expect((reply.candidates ?? []).count > 1, "\(line[1])") }
    }
  }
}

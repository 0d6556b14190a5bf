import Foundation
import Testing

/// `chancery ask` on a base of two invented records.
@Suite struct AskTests {
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
    let sql: String?
  }

  private func base(_ scratch: Scratch) throws -> String {
    let path = scratch.file("chancery.db").path
    let result = try Program.run([
      "import", "--db", path, "--records", Fixture.url("ask.ndjson").path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    return path
  }

  @Test func answers() throws {
    let scratch = try Scratch()
    let path = try base(scratch)
    for line in try Fixture.lines("ask.tsv") {
      let result = try Program.run([
        "ask", "--db", path, "--format", "json", "--today", "2023-12-01", line[0],
      ])
      #expect(result.status == Int32(line[1]), "\(line[0]): \(result.errors)")
      let reply = try JSONDecoder().decode(Reply.self, from: result.output)
      #expect(reply.status == line[2], "\(line[0])")
      #expect(reply.answers.map(\.value.text).joined(separator: "|") == line[3], "\(line[0])")
    }
  }

  @Test func saysNobodyPlainly() throws {
    let scratch = try Scratch()
    let path = try base(scratch)
    let result = try Program.run(["ask", "--db", path, "who met Lind in 2022"])
    #expect(result.status == 0)
    #expect(result.text == "Nobody, as far as the base knows.\n")
  }

  @Test func attendeesOnlyWhenAsked() throws {
    let scratch = try Scratch()
    let path = try base(scratch)
    let without = try Program.run(["ask", "--db", path, "who met Lind"])
    let with = try Program.run(["ask", "--db", path, "--attendees", "who met Lind"])
    #expect(!without.text.contains("Rosa Prieto"))
    #expect(with.text.contains("Rosa Prieto"))
  }

  @Test func shownSQLRunsInTheShell() throws {
    let scratch = try Scratch()
    let path = try base(scratch)
    let shown = try Program.run(["ask", "--db", path, "--sql", "who met Lind in 2023"])
    let run = try Program.shell("sqlite3 \"$1\"", ["-", path], input: shown.output)
    #expect(run.text.hasPrefix("Ana Prado|"), "\(run.errors)")
  }

  @Test func asksForAQuestion() throws {
    let scratch = try Scratch()
    let path = try base(scratch)
    #expect(try Program.run(["ask", "--db", path]).status == 64)
    #expect(try Program.run(["ask", "--db", path, "--today", "soon", "who met Lind"]).status == 64)
    let lines = try Program.run(
      ["ask", "--db", path, "-"], input: Data("who met Lind\nwhy\n".utf8))
    #expect(lines.status == 3)
    #expect(lines.text.contains("Ana Prado"))
  }

  /// Every row carries article and quote, numbers and rankings too; --evidence prints all that is counted.
  @Test func numbersCarryTheirEvidence() throws {
    let scratch = try Scratch()
    let path = try base(scratch)
    for question in [
      "how many meetings did Ana Prado have", "who held the most meetings",
      "how many agreements did Uruguay sign", "how many statements did Ana Prado make",
    ] {
      let result = try Program.run(["ask", "--db", path, "--format", "ndjson", question])
      #expect(result.text.contains("\"article\":\"a"), "\(question)")
      #expect(!result.text.contains("\"quote\":null"), "\(question)")
    }
    let shown = try Program.run([
      "ask", "--db", path, "--evidence", "how many meetings did Ana Prado have",
    ])
    #expect(shown.text.contains("Prado met Lind in Geneva on Monday"))
    let plain = try Program.run(["ask", "--db", path, "how many meetings did Ana Prado have"])
    #expect(plain.text == "value\n─────\n    1\n")
  }
}

import Foundation
import Testing

/// What only shows on a terminal: `script` (bsdutils) makes one.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
struct TerminalTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = try Fixture.database(scratch)
  }

  /// Runs `chancery` on a terminal of so many columns.
  private func onTerminal(
    columns: Int, _ arguments: String, _ variables: [String: String] = [:]
  ) throws -> String {
    let line = "stty cols \(columns) rows 24; exec \(Program.path) \(arguments)"
    let result = try Program.shell(
      "exec script -qec \"$0\" /dev/null", [line],
      variables: ["TERM": "xterm", "PAGER": "cat", "NO_COLOR": "", "CHANCERY_DB": path].merging(
        variables
      ) { $1 })
    return result.text.replacing("\r\n", with: "\n")
  }

  @Test func tablesFitAndHeadersAreBold() throws {
    let text = try onTerminal(
      columns: 60, "sql 'SELECT person, met, quote FROM who_met ORDER BY 1, 2'")
    #expect(text.contains("\u{1B}[1m"))
    let plain = text.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    for line in plain.split(separator: "\n") { #expect(line.count <= 60, "\(line)") }
    #expect(plain.contains("Norlandic"))
  }

  @Test func colourIsOffWhenNotWanted() throws {
    for variables in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let text = try onTerminal(columns: 80, "sql 'SELECT 1 AS a'", variables)
      #expect(text.contains("a\n─\n1\n") && !text.contains("\u{1B}"), "\(text.debugDescription)")
    }
    let piped = try Program.run(["sql", "SELECT 1 AS a"], variables: ["CHANCERY_DB": path])
    #expect(piped.text == "a\n─\n1\n")
  }

  @Test func noEscapeSequenceReachesTheTerminal() throws {
    for format in ["table", "csv", "tsv", "json", "ndjson", "line", "markdown", "html"] {
      let text = try onTerminal(
        columns: 80,
        "sql --format \(format) \"SELECT char(27) || '[31mred' || char(155) || '2J' AS a\"",
        ["NO_COLOR": "1"])
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{9B}"))
      #expect(text.contains("[31mred"), "\(format)")
    }
  }

  @Test func whatArticlesHoldCommandsNoTerminal() throws {
    let text = "Ana Sol met \u{1B}[31mBo Rask\u{202E} in Oslo. \u{1B}]0;x\u{7}Both were glad."
    let article = scratch.file("article\u{1B}[5m.txt")
    try text.write(to: article, atomically: true, encoding: .utf8)
    try Data().write(to: scratch.file("empty\u{1B}[5m.txt"))
    let paths = "'\(article.path)' '\(scratch.file("empty\u{1B}[5m.txt").path)'"
    for command in ["parse", "explain", "extract", "extract --articles", "import"] {
      let text = try onTerminal(columns: 80, "\(command) \(paths)", ["NO_COLOR": "1"])
        .replacing("\r\u{1B}[K", with: "")
      #expect(
        !text.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) }, "\(command)"
      )
      #expect(text.contains("an empty file"), "\(command)")
    }
  }

  @Test func interruptedBeforeTheFirstRowNoPagerIsLeft() throws {
    let endless =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
    let line = """
      exec timeout --foreground -k 10 -s INT 2 "$0" sql "\(endless)"
      """
    let result = try Program.shell(
      "exec script -qec \"$0\" /dev/null",
      [line.replacing("\"$0\"", with: Program.path) + "; echo \"ended with $?\""],
      variables: ["TERM": "xterm", "PAGER": "less", "CHANCERY_DB": path])
    #expect(result.text.contains("interrupted"), "\(result.text)")
  }

  @Test func outputIsPagedOnlyOnATerminal() throws {
    let pager = scratch.file("pager")
    try Data("#!/bin/sh\necho PAGED; cat\n".utf8).write(to: pager)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: pager.path)
    let variables = ["PAGER": pager.path, "CHANCERY_DB": path]
    #expect(try onTerminal(columns: 80, "sql 'SELECT 1 AS a'", variables).hasPrefix("PAGED"))
    #expect(
      try !onTerminal(columns: 80, "sql --no-pager 'SELECT 1 AS a'", variables).contains("PAGED"))
    #expect(try !Program.run(["sql", "SELECT 1"], variables: variables).text.contains("PAGED"))
  }
}

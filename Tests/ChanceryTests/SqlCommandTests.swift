import Foundation
import Testing

@Suite struct SqlCommandTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = try Fixture.database(scratch)
  }

  private func sql(_ arguments: [String], input: String = "") throws -> Program.Result {
    try Program.run(["sql", "--db", path] + arguments, input: Data(input.utf8))
  }

  @Test func viewsAndFullTextAnswer() throws {
    let met = try sql([
      "--format", "csv", "SELECT met FROM who_met WHERE person = 'Olav Berg' ORDER BY 1",
    ])
    #expect(met.text == "met\r\nAna Núñez\r\nAna Núñez\r\n")
    #expect(met.status == 0 && met.errors == "")
    let words = try sql([
      "--format", "ndjson", "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'nunez'",
    ])
    #expect(words.text == "{\"rowid\":1}\n{\"rowid\":2}\n{\"rowid\":3}\n")
  }

  @Test(arguments: [
    ("7", "integer"), ("007", "text"), ("2.5", "real"), ("'7'", "text"), ("NULL", "null"),
    ("null", "text"), ("", "text"), ("1e5", "text"), ("-3", "integer"), ("a=b", "text"),
  ])
  func parametersHaveTypes(_ value: String, _ type: String) throws {
    let result = try sql([
      "--format", "tsv", "--no-header", "-p", "x=\(value)", "SELECT typeof(:x)",
    ])
    #expect(result.text == "\(type)\n")
  }

  @Test func parametersAreCheckedBeforeAnythingRuns() throws {
    let missing = try sql(["SELECT 1; SELECT :x"])
    #expect(missing.status == 1 && missing.text == "" && missing.errors.contains("-p x=VALUE"))
    let unknown = try sql(["-p", "y=1", "SELECT 1"])
    #expect(unknown.status == 1 && unknown.errors.contains("no parameter y"))
    #expect(try sql(["-p", "y", "SELECT 1"]).status == 64)
    #expect(try sql(["-p", "y=1", "-p", ":y=2", "SELECT :y"]).status == 64)
    #expect(try sql(["--format", "csv", "-p", "1=a", "SELECT ?"]).text == "?\r\na\r\n")
  }

  @Test func aScriptComesFromStandardInput() throws {
    let script = "-- two results\nSELECT 1 AS a;\n\nSELECT 2 AS b; -- end\n"
    #expect(try sql(["--format", "csv"], input: script).text == "a\r\n1\r\nb\r\n2\r\n")
    #expect(try sql(["--format", "csv", "-"], input: script).text == "a\r\n1\r\nb\r\n2\r\n")
  }

  @Test func errorsTellTheLine() throws {
    let result = try sql([], input: "SELECT 1;\nSELECT title,\n  FROM articles;\n")
    #expect(result.status == 1)
    #expect(result.text == "")
    #expect(result.errors == "chancery: SQL: line 3: near \"FROM\": syntax error\n")
    #expect(try sql(["SELECT 'a\u{1}' || X'41"]).status == 1)
    let nul = try Program.run(["sql", "--db", path], input: Data("SELECT 1\0; DELETE".utf8))
    #expect(nul.status == 1 && nul.errors.contains("NUL"))
    let bytes = try Program.run(["sql", "--db", path], input: Data([0x53, 0xFF]))
    #expect(bytes.status == 1 && bytes.errors.contains("UTF-8"))
  }

  @Test func theRowLimitSaysSoAndKeepsWhatItHas() throws {
    let query = "SELECT id FROM meetings ORDER BY id"
    let cut = try sql(["--format", "json", "--limit", "2", query])
    #expect(cut.status == 5 && cut.text == "[{\"id\":1},\n{\"id\":2}]\n")
    #expect(cut.errors == "chancery: stopped after 2 rows; --limit N allows more\n")
    #expect(try sql(["--limit", "4", query]).status == 0)
    #expect(try sql(["--limit", "-1", query]).status == 64)
  }

  @Test func noRowsAreNoFailure() throws {
    let result = try sql(["--format", "json", "SELECT id FROM meetings WHERE id = 99"])
    #expect(result.status == 0 && result.text == "[]\n")
  }

  @Test func otherFilesAreRefused() throws {
    let text = scratch.file("notes.txt")
    try Data(String(repeating: "not a database ", count: 100).utf8).write(to: text)
    let notes = try Program.run(["sql", "--db", text.path, "SELECT 1"])
    #expect(notes.status == 4 && notes.errors.contains("notes.txt"))
    let empty = scratch.file("empty.db")
    try Data().write(to: empty)
    #expect(try Program.run(["sql", "--db", empty.path, "SELECT 1"]).status == 4)
    let missing = try Program.run(["sql", "--db", scratch.file("missing.db").path, "SELECT 1"])
    #expect(missing.status != 0 && missing.errors.contains("chancery import"))
    #expect(!FileManager.default.fileExists(atPath: scratch.file("missing.db").path))
  }

  @Test func damageIsTold() throws {
    let damaged = scratch.file("damaged.db")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in stride(from: 4_200, to: bytes.count, by: 7) { bytes[index] ^= 0xA5 }
    try bytes.write(to: damaged)
    for command in [
      ["sql", "SELECT * FROM who_met"], ["query", "timeline"], ["search", "bridge"],
    ] {
      let result = try Program.run(command + ["--db", damaged.path])
      #expect(result.status == 4, "\(command): \(result.errors)")
    }
  }

  @Test func theDatabaseComesFromTheEnvironmentOrTheFolder() throws {
    let query = ["sql", "--format", "csv", "--no-header", "SELECT count(*) FROM meetings"]
    #expect(try Program.run(query, variables: ["CHANCERY_DB": path]).text == "4\r\n")
    #expect(try Program.run(query, folder: scratch.folder).text == "4\r\n")
  }

  @Test func aReaderThatLeavesEndsItQuietly() throws {
    let result = try Program.shell(
      "\"$0\" \"$@\" | head -n 1; echo ${PIPESTATUS[0]}",
      [
        Program.path, "sql", "--db", path, "--format", "csv", "--no-header",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
      ])
    #expect(result.text == "1\r\n141\n" && result.errors == "")
  }

  @Test func aFullDiskIsAnError() throws {
    let result = try Program.shell(
      "\"$0\" \"$@\" > /dev/full", [Program.path, "sql", "--db", path, "SELECT 1"])
    #expect(result.status == 1 && result.errors.contains("No space left"))
  }

  @Test(arguments: [
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "SELECT instr(zeroblob(30000000), zeroblob(15000000) || x'01')",
  ])
  func controlCInterrupts(_ query: String) throws {
    let result = try Program.shell(
      """
      "$0" "$@" & pid=$!
      for i in $(seq 100); do
        [ "$(awk '{print $14}' /proc/$pid/stat)" -gt 20 ] && break; sleep 0.05
      done
      kill -INT $pid; wait $pid; echo $?
      """, [Program.path, "sql", "--db", path, query])
    #expect(result.text == "130\n")
  }
}

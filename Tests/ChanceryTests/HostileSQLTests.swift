import Foundation
import SQLite
import Testing

@Suite struct HostileSQLTests {
  /// Views that a hostile file may bring along.
  private static let views = """
    CREATE VIEW hostile_extension AS SELECT load_extension('/tmp/x.so') AS x;
    CREATE VIEW hostile_tokenizer AS SELECT fts3_tokenizer('simple') AS title;
    CREATE VIEW hostile_pragma AS SELECT * FROM pragma_optimize;
    CREATE VIEW hostile_bomb AS
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n;
    CREATE VIEW hostile_writer AS SELECT 1 AS a;
    CREATE TRIGGER hostile_trigger INSTEAD OF INSERT ON hostile_writer BEGIN DELETE FROM articles; END;
    """

  @Test func nothingChangesAByte() throws {
    let scratch = try Scratch()
    let path = try Fixture.database(scratch, more: Self.views)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    let cases = try Fixture.lines("hostile.tsv")
    #expect(cases.count >= 60)
    for line in cases {
      try #require(line.count == 3, "\(line)")
      let sql = Data(Self.expanded(line[2]).utf8)
      let started = Date()
      // The address space is bounded, so that a bomb that goes off is seen and hurts nobody.
      func run(_ seconds: String) throws -> Program.Result {
        try Program.shell(
          "ulimit -v 1500000; exec \"$0\" \"$@\"",
          [Program.path, "sql", "--db", path, "--timeout", seconds, "--format", "ndjson"],
          input: sql)
      }
      var result = try run("0.3")
      // On a busy machine what is refused in no time may take longer.
      if result.status == 5, line[0] != "5" { result = try run("5") }
      #expect(result.status == Int32(line[0]), "\(line[2].prefix(200)): \(result.errors)")
      let said = result.status == 0 ? result.text : result.errors
      #expect(said.contains(line[1]), "\(line[2].prefix(200)): \(said)")
      if result.status != 0 {
        #expect(result.errors.hasPrefix("chancery: ") && result.errors.utf8.count < 600)
      }
      #expect(Date().timeIntervalSince(started) < 10, "\(line[2].prefix(200))")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == names)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/chancery-hostile.db"))
  }

  /// Replaces each `{NUMBER*TEXT}` by the text so many times.
  private static func expanded(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let star = rest[open...].firstIndex(of: "*"),
      let count = Int(rest[rest.index(after: open)..<star]),
      let close = rest[star...].firstIndex(of: "}")
    {
      out += rest[..<open]
      out += String(repeating: String(rest[rest.index(after: star)..<close]), count: count)
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}

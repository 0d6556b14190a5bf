import Foundation
import Output
import SQLite
import Testing

@Suite struct FormatTests {
  @Test func csvIsRFC4180() throws {
    let text = try written(
      .csv, ["a", "b,c"],
      [["x", "y\"z"], ["1,2", "l1\nl2"], [nil, ""], [7, 2.5], [.blob([0, 255]), "ñ"]])
    #expect(
      text
        == "a,\"b,c\"\r\nx,\"y\"\"z\"\r\n\"1,2\",\"l1\nl2\"\r\n,\"\"\r\n7,2.5\r\nX'00FF',ñ\r\n")
  }

  @Test func aRowOfOneNullIsNoEmptyLine() throws {
    #expect(try written(.csv, ["a"], [[nil], [""]]) == "a\r\n\"\"\r\n\"\"\r\n")
  }

  @Test func formulasAreGuardedOnlyIfAskedFor() throws {
    let rows: [[Value]] = [["=1+1"], ["@x"], ["-2"], [-2], ["a=b"], ["+\"q\""]]
    #expect(
      try written(.csv, ["a"], rows) == "a\r\n=1+1\r\n@x\r\n-2\r\n-2\r\na=b\r\n\"+\"\"q\"\"\"\r\n")
    let guarded = try written(.csv, ["a"], rows) { $0.guardsFormulas = true }
    #expect(guarded == "a\r\n'=1+1\r\n'@x\r\n'-2\r\n-2\r\na=b\r\n\"'+\"\"q\"\"\"\r\n")
  }

  @Test func tsvEscapesWhatWouldBreakIt() throws {
    let text = try written(.tsv, ["a", "b"], [["x\ty", "l1\nl2\r\\"], [nil, 3]])
    #expect(text == "a\tb\nx\\ty\tl1\\nl2\\r\\\\\n\t3\n")
  }

  @Test func headersCanBeLeftOut() throws {
    for format in [OutputFormat.csv, .tsv, .table] {
      let text = try written(format, ["name"], [["v"]]) { $0.header = false }
      #expect(!text.contains("name") && text.contains("v"))
    }
  }

  @Test func jsonReadsBack() throws {
    let rows: [[Value]] = [
      ["quote \" back \\ line\n tab\t nul\u{0} esc\u{1B} c1\u{9B} del\u{7F} 北京", 1, 2.5, nil],
      ["", -9_223_372_036_854_775_808, 1e300, .blob([1, 2, 3, 4])],
    ]
    let text = try written(.json, ["a", "b", "c", "d"], rows)
    #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let objects = try #require(read as? [[String: Any]])
    #expect(objects.count == 2)
    #expect(
      objects[0]["a"] as? String
        == "quote \" back \\ line\n tab\t nul\u{0} esc\u{1B} c1\u{9B} del\u{7F} 北京")
    #expect(objects[0]["d"] is NSNull)
    #expect((objects[1]["b"] as? NSNumber)?.int64Value == Int64.min)
    let blob = try #require(objects[1]["d"] as? [String: Any])
    #expect(blob["encoded"] as? String == "AQIDBA==")
  }

  @Test func jsonKeepsColumnsOfOneName() throws {
    let text = try written(.ndjson, ["a", "a", "a_2", "a"], [[1, 2, 3, 4]])
    #expect(text == "{\"a\":1,\"a_3\":2,\"a_2\":3,\"a_4\":4}\n")
  }

  @Test func noRowsIsAnEmptyArray() throws {
    #expect(try written(.json, ["a"], []) == "[]\n")
    #expect(try written(.ndjson, ["a"], []) == "")
    #expect(try written(.csv, ["a"], []) == "a\r\n")
  }

  @Test func markdownStaysATable() throws {
    let text = try written(.markdown, ["person_role"], [["a|b\nc <b> *x* _y_ \\"]])
    #expect(text == "| person_role |\n| --- |\n| a\\|b<br>c &lt;b> \\*x\\* \\_y\\_ \\\\ |\n")
  }

  @Test func htmlIsEscaped() throws {
    let text = try written(.html, ["<h>"], [["<script>\"&'\u{1B}\n"]])
    #expect(text.hasPrefix("<!DOCTYPE html>"))
    #expect(text.contains("<th>&lt;h&gt;</th>"))
    #expect(text.contains("<td>&lt;script&gt;&quot;&amp;'␛<br></td>"))
    #expect(text.hasSuffix("</html>\n"))
  }

  @Test func lineAlignsNamesAndLines() throws {
    let text = try written(.line, ["a", "long"], [["x", "1\n2"], [nil, 3]])
    #expect(text == "   a = x\nlong = 1\n       2\n\n   a = \nlong = 3\n")
  }

  @Test func invalidUTF8IsRepairedEverywhere() throws {
    let database = try Database(path: ":memory:")
    for format in OutputFormat.allCases {
      let sink = ByteSink()
      let writer = RowWriter(format, to: sink)
      let statement = try database.prepare("SELECT CAST(x'6162ff2c63' AS TEXT) AS t")
      try writer.begin(columns: statement.columnNames)
      while try statement.step() { try writer.write(statement) }
      try writer.end()
      try writer.finish()
      #expect(UTF8Check.isValid(sink.bytes), "\(format)")
      #expect(sink.text.contains("ab\u{FFFD}"), "\(format)")
    }
  }

  @Test func manyRowsStream() throws {
    let database = try Database(path: ":memory:")
    let statement = try database.prepare(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        + "SELECT i, 'x' || i FROM n")
    for format in OutputFormat.allCases {
      let sink = ByteSink()
      let writer = RowWriter(format, to: sink)
      try writer.begin(columns: ["i", "x"])
      while try statement.step() { try writer.write(statement) }
      try writer.end()
      try writer.finish()
      #expect(writer.rows == 20_000)
      #expect(sink.text.contains("x20000"), "\(format)")
    }
  }

  @Test func aClosedReaderIsToldApart() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let old = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, old) }
    let sink = ByteSink(descriptor: ends[1])
    sink.append("text")
    #expect(throws: OutputError.closed) { try sink.flush() }
    close(ends[1])
    let closed = ByteSink(descriptor: ends[1])
    closed.append("text")
    #expect(throws: OutputError.failed("Bad file descriptor")) { try closed.flush() }
  }
}

enum UTF8Check {
  static func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}

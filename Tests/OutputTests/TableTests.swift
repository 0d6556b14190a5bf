import Output
import SQLite
import Testing

@Suite struct TableTests {
  @Test(arguments: try cases("widths.tsv"))
  func widths(_ line: [String]) throws {
    let columns = try #require(Int(line[1]))
    #expect(DisplayWidth.of(line[0]) == columns, "\(line[0])")
  }

  @Test func columnsAlign() throws {
    let text = try written(
      .table, ["name", "n"],
      [["北京", 1], ["nin\u{303}o", 22], ["👨\u{200D}👩\u{200D}👧", 3], [nil, nil]])
    #expect(
      text == """
        name   n
        ────  ──
        北京   1
        nin\u{303}o  22
        👨\u{200D}👩\u{200D}👧     3


        """)
  }

  @Test func controlsAreShownNotSent() throws {
    let text = try written(
      .table, ["a\u{1B}[31m"], [["\u{1B}]0;title\u{7} \u{9B}2J \u{202E}abc"]])
    #expect(
      !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    #expect(text.contains("␛]0;title␇ \u{FFFD}2J \u{FFFD}abc"))
  }

  @Test func noLineIsWiderThanTheTerminal() throws {
    var random = SeededRandom(seed: 7)
    let pieces = ["a", "word ", "北", "é", "👍🏽", "\n", "longlonglonglonglong", " ", "\t", "\u{301}"]
    for _ in 0..<300 {
      let columns = Int.random(in: 1...9, using: &random)
      let width = Int.random(in: 20...120, using: &random)
      let rows: [[Value]] = (0..<4).map { _ in
        (0..<columns).map { _ in
          let count = Int.random(in: 0...60, using: &random)
          return .text((0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
        }
      }
      let names = (0..<columns).map { "column\($0)" }
      let text = try written(.table, names, rows) { $0.width = width }
      guard text.contains("─") else { continue }
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "width \(width): \(line)")
      }
    }
  }

  @Test func longCellsWrapThenEndInAnEllipsis() throws {
    let text = try written(.table, ["quote"], [["one two three four five six seven eight nine"]]) {
      $0.width = 12
      $0.linesPerCell = 3
    }
    #expect(
      text == """
        quote
        ────────────
        one two
        three four
        five six…

        """)
  }

  @Test func tooNarrowATerminalGetsLines() throws {
    let names = (0..<8).map { "column\($0)" }
    let text = try written(.table, names, [(0..<8).map { .text("value number \($0)") }]) {
      $0.width = 30
    }
    #expect(text.hasPrefix("column0 = value number 0\n"))
  }

  @Test func nothingIsCutWithoutAWidth() throws {
    let long = String(repeating: "word ", count: 500)
    #expect(try written(.table, ["a", "b"], [[.text(long), "end"]]).contains(long + "  end"))
  }

  @Test func headersAreBoldOnlyWhenAskedFor() throws {
    #expect(
      try written(.table, ["a"], [["x"]]) { $0.colour = true }.hasPrefix("\u{1B}[1ma\u{1B}[0m"))
    #expect(try !written(.table, ["a"], [["x"]]).contains("\u{1B}"))
  }
}

/// A small seeded generator (SplitMix64), the same on every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

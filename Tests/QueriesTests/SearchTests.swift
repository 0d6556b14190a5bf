import Foundation
import Queries
import SQLite
import Testing

@Suite struct SearchTests {
  private func database(file: String = #filePath) throws -> Database {
    let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    let database = try Database(path: ":memory:")
    for path in ["../schema.sql", "ChanceryTests/Cases/fixture.sql"] {
      try database.execute(
        script: try String(contentsOf: tests.appending(path: path), encoding: .utf8))
    }
    return database
  }

  private func found(
    _ typed: String, in database: Database, _ change: (inout TextSearch) -> Void = { _ in }
  ) throws -> [String] {
    guard let expression = FullTextQuery(typed).expression else { return [] }
    var search = TextSearch(expression: expression)
    change(&search)
    let statement = try database.prepare(search.sql)
    try statement.bind(search.values)
    var ids: [String] = []
    while try statement.step() { ids.append(statement.text(6) ?? "") }
    return ids.sorted()
  }

  @Test(arguments: [
    ("a b", "\"a\" AND \"b\""), ("\"a b\" c*", "\"a b\" AND \"c*\" *"), ("  ", nil),
    ("!!! ***", nil),
    ("a -b -\"c d\"", "(\"a\") NOT (\"b\" OR \"c d\")"), ("-a", nil), ("“a b”", "\"a b\""),
    ("a\"b", "\"a\" AND \"b\""), ("AND OR NOT", "\"AND\" AND \"OR\" AND \"NOT\""),
    ("title:a", "\"title:a\""), ("e-mail", "\"e-mail\""), ("(a", "\"(a\""),
  ])
  func typedTextBecomesAnExpression(_ typed: String, _ expression: String?) {
    #expect(FullTextQuery(typed).expression == expression)
  }

  @Test func wordsPhrasesAndPrefixesAreFound() throws {
    let database = try database()
    #expect(try found("bridge", in: database) == ["a000000000001", "s1"])
    #expect(try found("BRÍDGE", in: database) == ["a000000000001", "s1"])
    #expect(try found("bridge accord", in: database) == ["a000000000001"])
    #expect(try found("\"accord bridge\"", in: database).isEmpty)
    #expect(try found("\"bridge accord\"", in: database) == ["a000000000001"])
    #expect(try found("brid*", in: database) == ["a000000000001", "s1"])
    #expect(try found("brid", in: database).isEmpty)
    #expect(try found("núñez -puente", in: database) == ["a000000000001", "a000000000003", "s3"])
    #expect(try found("\"lima foreign\"*", in: database) == ["a000000000001"])
  }

  @Test func searchesNarrow() throws {
    let database = try database()
    #expect(try found("bridge", in: database) { $0.scope = .articles } == ["a000000000001"])
    #expect(try found("bridge", in: database) { $0.scope = .statements } == ["s1"])
    #expect(try found("nunez", in: database) { $0.since = "2023-06" } == ["a000000000002"])
    #expect(try found("nunez", in: database) { $0.until = "2023-05" } == ["a000000000001"])
    #expect(
      try found("nunez", in: database) { $0.person = FullTextQuery.phrase("Li Wei") }
        == ["a000000000003", "s3"])
    #expect(try found("nunez", in: database) { $0.limit = 1 }.count == 1)
  }

  @Test func noTextIsASyntaxError() throws {
    let database = try database()
    let pieces = [
      "\"", "'", "*", "(", ")", "^", ":", "-", "+", "{", "}", ",", "NEAR(", "AND ", "OR ", "NOT ",
      " ", "a", "bridge", "é", "北京", "\u{301}", "\u{0}", "\u{1F468}\u{200D}", ".", "/", "\\", "%",
      "“", "»", "\n", "title", "rank", "½", "\u{E000}", "\u{10FFFF}", "ß", "İ",
    ]
    var random = SeededRandom(seed: 11)
    var expressions = 0
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...8, using: &random)
      let typed = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      if FullTextQuery(typed).expression != nil { expressions += 1 }
      #expect(throws: Never.self, "\(typed.debugDescription)") {
        try found(typed, in: database) { search in
          search.person = FullTextQuery.phrase(typed)
        }
      }
    }
    #expect(expressions > 1_000)
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

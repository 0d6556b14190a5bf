import Queries
import SQLite
import Testing

@Suite struct QueryFileTests {
  @Test func aFileIsRead() throws {
    let text = """
      -- title: Calls of a year
      -- description: Calls, newest
      --   first.
      --
      -- param: year date = '2023' -- which year
      -- param: limit integer = 5 -- how many
      -- param: who name -- whose
      -- column: n: how many calls
      -- scans: meetings, topics

      SELECT ':no' AS x, "a:b" /* :no */ -- :no
      FROM meetings WHERE date LIKE :year || '%' AND place = :who LIMIT :limit
      ;

      """
    let query = try CannedQuery(name: "calls", file: "calls.sql", text: text)
    #expect(query.title == "Calls of a year")
    #expect(query.description == "Calls, newest first.")
    #expect(query.parameters.map(\.name) == ["year", "limit", "who"])
    #expect(query.parameters.map(\.defaultValue) == ["2023", 5, nil])
    #expect(query.parameters.map(\.help) == ["which year", "how many", "whose"])
    #expect(query.columns.first?.description == "how many calls")
    #expect(query.scans == ["meetings", "topics"])
    #expect(query.headerLines == 10)
    #expect(query.sql.hasPrefix("SELECT ':no'") && query.sql.hasSuffix(";"))
    #expect(query.text == text)
  }

  @Test func aFileMayHaveNoHeader() throws {
    let query = try CannedQuery(name: "one", file: "one.sql", text: "SELECT 1")
    #expect(query.title == "" && query.parameters.isEmpty && query.sql == "SELECT 1")
  }

  @Test(arguments: [
    ("-- titel: x\nSELECT 1", 1, "unknown key titel"),
    ("-- title: x\n-- just a remark\nSELECT 1", 2, "-- key: value"),
    ("-- title:\nSELECT 1", 1, "title is empty"),
    ("-- title: x\n", 2, "no SQL"),
    ("", 1, "no SQL"),
    ("-- param: year\nSELECT :year", 1, "a parameter is"),
    ("-- param: year date\nSELECT :year", 1, "a parameter is"),
    ("-- title: x\n-- param: year datum -- which\nSELECT :year", 2, "datum is no type"),
    ("-- param: Year date -- which\nSELECT :Year", 1, "lower-case"),
    ("-- param: n integer = five -- x\nSELECT :n", 1, "five is no default"),
    ("-- param: n integer -- x\n-- param: n integer -- x\nSELECT :n", 2, "declared twice"),
    ("-- param: n integer -- x\nSELECT 1", 1, "does not use :n"),
    ("-- title: x\n\nSELECT 1,\n  :m", 4, ":m is not declared"),
    ("SELECT 'a\nb',\n ?", 3, "parameters are written :name"),
    ("SELECT @x", 1, "parameters are written :name"),
    ("-- column: n\nSELECT 1 AS n", 1, "a column is"),
  ])
  func errorsTellTheLine(_ text: String, _ line: Int, _ message: String) throws {
    let error = #expect(throws: QueryFileError.self) {
      try CannedQuery(name: "x", file: "x.sql", text: text)
    }
    #expect(error?.line == line)
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("date", "2023", true), ("date", "2024-02-29", true), ("date", "2023-02-29", false),
    ("date", "2023-13", false), ("date", "23", false), ("date", "yesterday", false),
    ("date", "", false), ("integer", "12", true), ("integer", "-3", true),
    ("integer", "1.5", false), ("real", "1.5", true), ("real", "nan", false),
    ("country", "mx", true), ("country", "Mexico", true), ("country", "México", true),
    ("country", "Atlantis", false), ("country", "", false), ("name", "O'Neill", true),
    ("name", "", false), ("text", "", true),
  ])
  func valuesHaveTypes(_ type: String, _ text: String, _ isGood: Bool) throws {
    let query = try CannedQuery(
      name: "x", file: "x.sql", text: "-- param: v \(type) -- x\nSELECT :v")
    #expect(((try? query.values(["v": text])) != nil) == isGood)
  }

  @Test func missingAndUnknownValuesAreNamed() throws {
    let query = try CannedQuery(
      name: "x", file: "x.sql",
      text: "-- param: v date -- x\n-- param: w date = '' -- y\nSELECT :v, :w")
    #expect(try query.values(["v": "2023"]) == ["v": "2023", "w": ""])
    #expect(try query.values(["v": "2023", "w": ""]) == ["v": "2023", "w": ""])
    let missing = #expect(throws: ParameterError.self) { try query.values([:]) }
    #expect(missing?.description.contains("-p v=VALUE") == true)
    let unknown = #expect(throws: ParameterError.self) { try query.values(["z": "1"]) }
    #expect(unknown?.description.contains("it has: v, w") == true)
  }
}

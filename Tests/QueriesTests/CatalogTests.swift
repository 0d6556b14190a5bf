import Foundation
import Queries
import SQLite
import Testing

@Suite struct CatalogTests {
  let catalog = QueryCatalog()

  /// A database with the schema and the invented rows of the command's tests.
  private func database(file: String = #filePath) throws -> Database {
    let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    let database = try Database(path: ":memory:")
    for path in ["../schema.sql", "ChanceryTests/Cases/fixture.sql"] {
      try database.execute(
        script: try String(contentsOf: tests.appending(path: path), encoding: .utf8))
    }
    return database
  }

  /// A value for every parameter that has no default, which finds something in the fixture.
  private static let examples: [String: String] = [
    "person": "nunez", "country": "PE", "other": "NO", "place": "lima", "topic": "bridge",
    "words": "bridge", "article": "a000000000001", "party": "Peru",
  ]

  private func values(of query: CannedQuery) throws -> [String: Value] {
    var given: [String: String] = [:]
    for parameter in query.parameters where parameter.defaultValue == nil {
      given[parameter.name] = Self.examples[parameter.name]
      if parameter.name == "other", parameter.type == .name { given["other"] = "Norway" }
    }
    return try query.values(given)
  }

  private func rows(_ query: CannedQuery, _ values: [String: Value], _ database: Database) throws
    -> [[Value]]
  {
    let statement = try database.prepare(query.sql)
    try statement.bind(values)
    var rows: [[Value]] = []
    while try statement.step() { rows.append(statement.values()) }
    return rows
  }

  @Test func thereAreEnoughAndAllAreDescribed() throws {
    #expect(catalog.errors.isEmpty, "\(catalog.errors)")
    #expect(catalog.queries.count >= 20)
    #expect(Set(catalog.queries.map(\.name)).count == catalog.queries.count)
    for query in catalog.queries {
      #expect(!query.title.isEmpty && !query.description.isEmpty, "\(query.name)")
      #expect(query.parameters.allSatisfy { !$0.help.isEmpty }, "\(query.name)")
    }
  }

  @Test func eachRunsAndFindsSomething() throws {
    let database = try database()
    for query in catalog.queries where query.name != "doubtful-pairs" {
      let statement = try database.prepare(query.sql)
      #expect(statement.isReadOnly)
      for column in query.columns {
        #expect(statement.columnNames.contains(column.name), "\(query.name) has no \(column.name)")
      }
      let found = try rows(query, try values(of: query), database)
      #expect((query.name == "articles-without-finds") == found.isEmpty, "\(query.name)")
    }
  }

  @Test func eachReadsByIndex() throws {
    let database = try database()
    let tables = Set(
      try database.map("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) ?? "" })
    for query in catalog.queries {
      let aliases = try Self.aliases(
        in: query.sql + Self.views(in: query.sql, database), tables: tables)
      let plan = try database.prepare("EXPLAIN QUERY PLAN " + query.sql)
      try plan.bind(try values(of: query))
      var scanned: Set<String> = []
      while try plan.step() {
        let detail = plan.text(3) ?? ""
        guard detail.hasPrefix("SCAN "), !detail.contains("VIRTUAL TABLE INDEX 0:M") else {
          continue
        }
        let words = detail.split(separator: " ")
        // Reading all of an index in order, up to LIMIT, is told apart by the header too.
        if let names = aliases[String(words[1])] { scanned.formUnion(names) }
      }
      #expect(scanned == Set(query.scans), "\(query.name)")
    }
  }

  /// Every table that a name may stand for in the SQL: itself, and those it is an alias of.
  private static func aliases(in sql: String, tables: Set<String>) throws -> [String: Set<String>] {
    var aliases: [String: Set<String>] = [:]
    for table in tables { aliases[table] = [table] }
    let words = sql.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    for index in words.indices.dropLast(2)
    where tables.contains(words[index]) && words[index + 1].uppercased() == "AS" {
      aliases[words[index + 2], default: []].insert(words[index])
    }
    return aliases
  }

  /// The SQL of the views that a query names.
  private static func views(in sql: String, _ database: Database) throws -> String {
    try database.map("SELECT name, sql FROM sqlite_schema WHERE type = 'view'") {
      sql.contains($0.text(0) ?? "?") ? $0.text(1) ?? "" : ""
    }.joined(separator: "\n")
  }

  @Test func emptyTextsMeanTheDefaults() throws {
    // Datasette knows no defaults: what is not filled in comes as an empty text.
    let database = try database()
    for query in catalog.queries {
      let standard = try values(of: query)
      var empty = standard
      for parameter in query.parameters where parameter.defaultValue != nil {
        empty[parameter.name] = ""
      }
      #expect(try rows(query, standard, database) == rows(query, empty, database), "\(query.name)")
    }
  }

  @Test func noTextIsAnErrorOfSyntax() throws {
    let database = try database()
    let texts = [
      "\"", "'", "O'Neill", "\"Blue Party\"", "a AND", "NOT", "*", "^x", "x:y", "(", "-",
      "NEAR(a b)",
      "", " ", "%", "é\u{301}", "北京", "a\u{1F}b", "{a}", "\\", ";", "--", "a OR b) --",
    ]
    for query in catalog.queries {
      for text in texts {
        var values = try values(of: query)
        for parameter in query.parameters { values[parameter.name] = .text(text) }
        #expect(throws: Never.self, "\(query.name): \(text)") {
          try rows(query, values, database)
        }
      }
    }
  }

  @Test func periodsAreInclusive() throws {
    let database = try database()
    let query = try #require(catalog.query(named: "who-met-whom"))
    func count(_ since: String, _ until: String) throws -> Int {
      try rows(query, query.values(["since": since, "until": until]), database).count
    }
    #expect(try count("", "") == 3)
    #expect(try count("2023", "2023") == 3)
    #expect(try count("2023-05-04", "2023-05-04") == 1)
    #expect(try count("2023-05", "2023-05") == 1)
    #expect(try count("2023-06-15", "2023-06-15") == 1, "a month overlaps its days")
    #expect(try count("2024", "") == 0)
    #expect(try count("", "2022-12-31") == 0)
  }

  @Test func foldersAddAndReplace() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("-- title: Mine\nSELECT 1".utf8).write(to: folder.appending(path: "mine.sql"))
    try Data("-- title: Other\nSELECT 2".utf8).write(to: folder.appending(path: "calendar.sql"))
    try Data("-- oops\nSELECT 2".utf8).write(to: folder.appending(path: "bad.sql"))
    try Data([0x53, 0xFF]).write(to: folder.appending(path: "bytes.sql"))
    try Data("note".utf8).write(to: folder.appending(path: "readme.txt"))
    let own = QueryCatalog(folders: [folder.path, folder.path + "-missing"])
    #expect(own.queries.count == catalog.queries.count + 1)
    #expect(own.query(named: "mine")?.title == "Mine")
    #expect(own.query(named: "calendar")?.title == "Other")
    #expect(own.errors.count == 3)
    #expect(own.error(named: "bad")?.description == "\(folder.path)/bad.sql:1: " + badLine)
    #expect(own.error(named: "bytes")?.message == "the file is not UTF-8")
  }

  private let badLine =
    "a header line is `-- key: value`, or goes on after three blanks; "
    + "keys: title, description, param, column, scans"
}

import FoundationEssentials
import Records
import SQLite
import Testing

@testable import KnowledgeBase

/// Which files are taken, and what they look like at rest.
struct FileTests {
  /// A path in a folder of its own, which is removed afterwards.
  private func withPath(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chancery-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "base.db").path())
  }

  private let item = story(
    "a", "Ana Ruiz met Otto Weiss.", meeting(person("Ana Ruiz", "ES"), person("Otto Weiss", "AT")))

  @Test func oneFileAtRest() throws {
    try withPath { path in
      let base = try KnowledgeBase(path: path, mode: .create)
      _ = try base.load([item], origin: .imported)
      let folder = URL(filePath: path).deletingLastPathComponent().path()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["base.db"])
      #expect(try base.database.scalar("PRAGMA journal_mode") == .text("delete"))
      let again = try KnowledgeBase(path: path, mode: .readOnly)
      #expect(try again.integer("SELECT count(*) FROM meetings") == 1)
      #expect(throws: SQLiteError.self) { try again.load([item], origin: .extracted) }
    }
  }

  @Test func whatIsNoBaseIsRefused() throws {
    try withPath { path in
      #expect(throws: KnowledgeBaseError.missing(path: path)) {
        try KnowledgeBase(path: path, mode: .readWrite)
      }
      try Data("Not a database, but a letter of some length to somebody.".utf8).write(
        to: URL(filePath: path))
      #expect(throws: KnowledgeBaseError.notChancery(path: path)) {
        try KnowledgeBase(path: path, mode: .create)
      }
      try FileManager.default.removeItem(atPath: path)
      let other = try Database(path: path, mode: .create)
      try other.execute("CREATE TABLE recipes (name TEXT)")
      #expect(throws: KnowledgeBaseError.notChancery(path: path)) {
        try KnowledgeBase(path: path, mode: .create)
      }
      #expect(try other.scalar("SELECT count(*) FROM sqlite_schema") == 1)
    }
  }

  @Test func aNewerFileIsRefused() throws {
    try withPath { path in
      _ = try KnowledgeBase(path: path, mode: .create)
      let version = Schema.version + 1
      try Database(path: path).execute("PRAGMA user_version = \(version)")
      for mode in [KnowledgeBase.Mode.create, .readWrite, .readOnly] {
        let error = #expect(throws: KnowledgeBaseError.self) {
          try KnowledgeBase(path: path, mode: mode)
        }
        #expect(error == .newer(path: path, version: version))
        #expect(error?.concernsFile == true)
      }
    }
  }

  @Test func aDamagedFileIsFound() throws {
    try withPath { path in
      _ = try KnowledgeBase(path: path, mode: .create).load([item], origin: .imported)
      let base = try KnowledgeBase(path: path)
      #expect(try base.check().damage.isEmpty)
      try base.database.execute("UPDATE evidence SET start = start + 1")
      #expect(try base.check().damage.contains { $0.hasPrefix("evidence: ") })
      try base.database.execute("UPDATE evidence SET start = start - 1")
      try base.database.execute("UPDATE pair_meetings SET meetings = 2")
      try base.database.execute("DELETE FROM country_meetings WHERE country = 'ES'")
      #expect(
        try base.check().damage.filter { $0.hasPrefix("tallies: ") }.count == 3,
        "a pair that is counted wrong and as it should be, and a country")
      _ = try base.rebuild { _ in [] }
      #expect(try base.check().damage == [])
      try base.database.execute("UPDATE meeting_reports SET articles = 7")
      try base.database.execute("PRAGMA foreign_keys = OFF")
      try base.database.execute("UPDATE participants SET entity = 999 WHERE id = 1")
      let damage = try base.check().damage
      #expect(damage.contains { $0.hasPrefix("counts: ") })
      #expect(damage.contains { $0.hasPrefix("foreign keys: ") })
    }
  }

  /// Files of every published version are brought forward; `Cases/version-1.sql` is what version 1 looked like.
  @Test(arguments: 1...Schema.version)
  func publishedVersions(_ version: Int64) throws {
    try withPath { path in
      let script = try String(
        contentsOf: URL(filePath: casesPath("version-\(version).sql")), encoding: .utf8)
      let old = try Database(path: path, mode: .create)
      try old.transaction { try old.execute(script: script) }
      #expect(try old.scalar("PRAGMA user_version") == .integer(version))
      let base = try KnowledgeBase(path: path)
      #expect(try base.integer("PRAGMA user_version") == Schema.version)
      func shape(_ database: Database) throws -> [String] {
        try database.map(
          "SELECT m.name || '.' || p.name || ' ' || p.type FROM sqlite_schema AS m, pragma_table_info(m.name) AS p WHERE m.type IN ('table', 'view') AND m.name NOT LIKE '%_fts_%' ORDER BY 1"
        ) { $0.text(0) ?? "" }
      }
      #expect(try shape(base.database) == shape(makeBase().database))
      _ = try base.load([item], origin: .imported)
      #expect(try base.check().damage.isEmpty)
    }
  }

  /// What programs of older versions made of thirteen records, with corrections, is brought forward with all its content:
  /// as if this program had made it.
  @Test(arguments: 1..<Schema.version)
  func publishedContent(_ version: Int64) throws {
    try withPath { path in
      let old = try Database(path: path, mode: .create)
      for name in ["version-\(version).sql", "version-\(version)-data.sql"] {
        let script = try String(contentsOf: URL(filePath: casesPath(name)), encoding: .utf8)
        try old.transaction {
          try old.execute("PRAGMA defer_foreign_keys = ON")
          try old.execute(script: script)
        }
      }
      // It can be read without being changed.
      let reader = try KnowledgeBase(path: path, mode: .readOnly)
      #expect(try reader.integer("SELECT count(*) FROM who_met") > 10)
      #expect(try reader.status().counts.first?.count == 13)
      #expect(try reader.integer("PRAGMA user_version") == version)
      let base = try KnowledgeBase(path: path)
      #expect(try base.check().damage == [])
      let items = try recordItems("versions.jsonl")
      let summary = try base.load(items, origin: .imported)
      #expect(summary.known == items.count)
      #expect(try base.check().damage == [])
      func value(_ sql: String) throws -> String? { try base.database.scalar(sql).map { "\($0)" } }
      let named = try base.database.map("SELECT name FROM entities ORDER BY name") {
        $0.text(0) ?? ""
      }
      for name in ["Benjamin J. Rhodes", "Felipe VI de Borbón"] {
        #expect(named.contains(name), "\(named)")
      }
      #expect(named.count { $0.hasSuffix("Rojas") } == 1)
      #expect(
        try base.integer("SELECT count(*) FROM meetings WHERE place = 'Rome' AND mode = 'phone'")
          == 1)
      #expect(try base.integer("SELECT count(*) FROM corrections WHERE undone_at IS NULL") == 4)

      let fresh = try makeBase()
      _ = try fresh.load(items, origin: .imported)
      _ = try fresh.load(corrections: try base.corrections())
      let (lines, wanted) = (try exported(base), try exported(fresh))
      #expect(lines == wanted)
      for (a, b) in zip(lines, wanted) where a != b { print("\(a)\n\(b)") }
    }
  }

  @Test func digests() {
    #expect(SHA256.hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hex(String(repeating: "a", count: 100_000))
        == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
  }

  @Test func tablesHaveNoMistakes() {
    #expect(Synonyms.givenNames.mistakes == [])
    #expect(Synonyms.titleWords.mistakes == [])
    #expect(Synonyms.regnalNames.mistakes == [])
    #expect(Synonyms("a\tb\nc\tb", ambiguous: true).agree("a", "b") == true)
    #expect(Synonyms("a\tb\nc\tb", ambiguous: true).agree("a", "c") == false)
    #expect(Synonyms("a\tb\ta").mistakes.map(\.line) == [1])
    #expect(Synonyms("a\n# b\nc\td\n\nx\td").mistakes.map(\.line) == [1, 5])
  }

  @Test func wordsAreFoundInTheText() {
    var locator = TextLocator("He said: “It’s a\n  good day.” He left. He said: “It’s a good day.”")
    #expect(locator.find("He left.") == .init(start: 30, length: 8, words: "He left."))
    #expect(locator.find("\"It's a good day.\"")?.words == "“It’s a\n  good day.”")
    #expect(locator.find("It’s a good day.", from: 20)?.start == 49)
    #expect(
      locator.find("  It's a   good") == .init(start: 10, length: 13, words: "It’s a\n  good"))
    #expect(locator.find("It was a bad day") == nil)
    #expect(locator.find("") == nil)
    #expect(locator.span(start: 0, end: 2)?.words == "He")
    #expect(locator.span(start: 60, end: 99) == nil)
  }
}

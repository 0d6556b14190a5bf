import CFailingVFS
import Foundation
import KnowledgeBase
import Records
import SQLite
import Testing

/// The n-th write fails, for n = 1, 2, 3 … until an import passes: the file stays whole, and the import can be
/// completed. All n are tried with CHANCERY_TORTURE=1, a part of them without.
@Suite(.serialized) struct FailingWriteTests {
  static let items: [[LoadItem]] = [[1, 2, 3], [4, 5]].map { numbers in numbers.map(item) }

  static func item(_ number: Int) -> LoadItem {
    let quote = "Minister Ana Sol met Minister Bo Rask in Oslo on day \(number)"
    let words = "the sea \(number) is wide enough for both of us"
    let text = "\(quote). Sol said: \"\(words)\"."
    let people = [
      PartyRecord(name: "Ana Sol", kind: .person, country: "ES", capacity: .principal),
      PartyRecord(name: "Bo Rask", kind: .person, country: "NO", capacity: .principal),
    ]
    let record = ArticleRecord(
      id: "n\(number)", published: "2023-10-1\(number)",
      meetings: [
        MeetingRecord(
          date: "2023-10-1\(number)", place: "Oslo", participants: people, evidence: [quote])
      ],
      statements: [StatementRecord(kind: .direct, speakers: [people[0]], text: words)])
    return LoadItem(article: Article(id: "n\(number)", text: text), record: record)
  }

  @Test(arguments: [FAILING_VFS_FULL, FAILING_VFS_IOERR, FAILING_VFS_SHORT, FAILING_VFS_CRASH])
  func theFileStaysWhole(manner: Int) throws {
    #expect(failing_vfs_register() == 0)
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "chancery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String) -> String { folder.appending(path: name).path }
    try Self.importAll(file("undisturbed.db"), vfs: nil)
    let expected = try Content.of(file("undisturbed.db"))
    let all = ProcessInfo.processInfo.environment["CHANCERY_TORTURE"] != nil
    var failures = 0
    var n = 1
    while true {
      let path = file("\(n).db")
      failing_vfs_arm(n, Int32(manner))
      do {
        try Self.importAll(path, vfs: "failing")
        failing_vfs_arm(0, 0)
        break
      } catch {
        failing_vfs_arm(0, 0)
        failures += 1
      }
      try Self.importAll(path, vfs: nil)
      #expect(try Content.problems(path) == [], "write \(n), manner \(manner)")
      #expect(try Content.of(path) == expected, "write \(n), manner \(manner)")
      for ending in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + ending) }
      n += all ? 1 : 1 + n / 3
      try #require(n < 100_000)
    }
    #expect(failures > 3)
    if all {
      print("torture: failing write, manner \(manner): \(failures) writes failed, one by one")
    }
  }

  private static func importAll(_ path: String, vfs: String?) throws {
    let base = try KnowledgeBase(path: path, mode: .create, vfs: vfs)
    for batch in items { _ = try base.load(batch, origin: .extracted) }
  }
}

/// What a base holds, without the row ids, which tell only in which order it came.
enum Content {
  static func of(_ path: String) throws -> [String] {
    let database = try Database(path: path, mode: .readOnly)
    return try queries.flatMap { sql in
      let statement = try database.prepare(sql)
      var rows: [String] = []
      while try statement.step() { rows.append("\(statement.values())") }
      return rows.sorted()
    }
  }

  /// What is wrong with a file: integrity, foreign keys, evidence that is not in its article.
  static func problems(_ path: String) throws -> [String] {
    let database = try Database(path: path)
    var found: [String] = []
    for sql in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] + evidence {
      let statement = try database.prepare(sql)
      while try statement.step() {
        let row = "\(statement.values())"
        if !row.contains("\"ok\"") { found.append("\(sql): \(row)") }
      }
    }
    return found
  }

  private static let queries = [
    "SELECT key, sha256, record_id, title, published, text FROM articles",
    "SELECT key, kind, name, country FROM entities",
    "SELECT key, status, mode, date, place FROM meetings",
    "SELECT m.key, e.key, p.capacity, p.role FROM participants AS p JOIN meetings AS m ON m.id = p.meeting "
      + "JOIN entities AS e ON e.id = p.entity",
    "SELECT key, text, start, length FROM statements",
    "SELECT a.key, m.key, e.quote, e.start, e.length FROM evidence AS e JOIN articles AS a ON a.id = e.article "
      + "LEFT JOIN meetings AS m ON m.id = e.meeting",
  ]

  private static let evidence = ["evidence AS e", "statements AS e"].map { table in
    let words = table.hasPrefix("evidence") ? "quote" : "text"
    return "SELECT e.id FROM \(table) JOIN articles AS a ON a.id = e.article "
      + "WHERE e.start IS NOT NULL AND substr(a.text, e.start + 1, e.length) <> e.\(words)"
  }
}

import CSQLite
import SQLite

/// What a check found.
public struct CheckReport: Sendable, Equatable {
  /// What must not be: the file is damaged, or not what its articles say.
  public var damage: [String] = []
  /// What was checked and found right, a word each.
  public var passed: [String] = []
  /// Pairs that may be one and were kept apart, and reports that contradict each other.
  public var doubts: [String] = []
}

extension KnowledgeBase {
  /// Checks the file: by SQLite's own means, then what the tables must agree on, then the words against the texts.
  public func check() throws -> CheckReport {
    var report = CheckReport()
    func test(_ name: String, _ body: () throws -> [String]) {
      do {
        let found = try body()
        if found.isEmpty { report.passed.append(name) }
        report.damage += found.prefix(20).map { "\(name): \($0)" }
        if found.count > 20 { report.damage.append("\(name): \(found.count - 20) more") }
      } catch {
        report.damage.append("\(name): \(error)")
      }
    }
    test("integrity") {
      try database.map("PRAGMA integrity_check") { $0.text(0) ?? "" }.filter { $0 != "ok" }
    }
    test("foreign keys") {
      try database.map("PRAGMA foreign_key_check") {
        "row \($0.text(1) ?? "?") of \($0.text(0) ?? "?") points at nothing in \($0.text(2) ?? "?")"
      }
    }
    let indexes = try database.map(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name"
    ) { $0.text(0) ?? "" }
    for index in indexes {
      test("index \(index)") {
        do {
          try database.execute(
            "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
        } catch let error as SQLiteError where error.code == SQLITE_READONLY {
          return []
        }
        return []
      }
    }
    test("texts") {
      var wrong: [String] = []
      try database.query("SELECT id, sha256, text FROM articles WHERE text IS NOT NULL") { row in
        let digest = row.withText(2) { bytes in bytes.map { SHA256.hex($0) } ?? "" }
        if digest != row.text(1) {
          wrong.append("article \(row.int64(0)) is not the text that was imported")
        }
      }
      return wrong
    }
    for (name, sql) in KnowledgeBase.tests {
      test(name) { try database.map(sql) { $0.text(0) ?? "" } }
    }
    test("tellers") { try wrongCounts() }
    if try hasTallies { test("tallies") { try MeetingTally.mistakes(database) } }
    for (_, sql) in KnowledgeBase.doubts {
      report.doubts += try database.map(sql) { $0.text(0) ?? "" }
    }
    return report
  }

  /// False in a file of an older version that is open for reading only.
  private var hasTallies: Bool {
    get throws {
      try integer("SELECT count(*) FROM sqlite_schema WHERE name = 'pair_meetings'") == 1
    }
  }

  /// Identities that count more or fewer articles than there are that tell of them, and reports of none. Nothing where another program derived
  /// them: that is done anew before the next write.
  private func wrongCounts() throws -> [String] {
    let hasDigest = try integer("SELECT count(*) FROM sqlite_schema WHERE name = 'knowledge'") == 1
    guard try hasDigest && Knowledge.isCurrent(statements) else { return [] }
    let loader = try Loader(statements, .shared)
    var counts: [String: Int] = [:]
    let articles = try database.map("SELECT id FROM articles WHERE superseded_by IS NULL") {
      $0.int64(0)
    }
    for article in articles {
      guard let stored = try StoredArticle(article, statements) else { continue }
      let keys = Set(loader.reader(stored.key).identities(of: stored.record).map(\.key))
      for key in keys { counts[key, default: 0] += 1 }
    }
    var wrong = try database.map(
      """
      SELECT 'report ' || key || ' is in no article' FROM meeting_reports WHERE articles <= 0
      UNION ALL SELECT 'report ' || key || ' is in no article' FROM agreement_reports WHERE articles <= 0
      """
    ) { $0.text(0) ?? "" }
    try database.query("SELECT key, articles FROM identities ORDER BY key") { row in
      let (key, count) = (row.text(0) ?? "", row.int(1) ?? 0)
      let told = counts.removeValue(forKey: key) ?? 0
      if told != count {
        wrong.append("identity \(key) counts \(count) articles, \(told) tell of it")
      }
    }
    return wrong + counts.keys.sorted().map { "identity \($0) is missing" }
  }

  /// Queries that give a line for what must not be.
  private static let tests: [(String, String)] = [
    (
      "evidence",
      """
      SELECT 'evidence ' || e.id || ' does not stand at ' || e.start || ' in article ' || e.article
      FROM evidence AS e JOIN articles AS a ON a.id = e.article
      WHERE a.text IS NOT NULL AND e.start IS NOT NULL AND substr(a.text, e.start + 1, e.length) <> e.quote
      """
    ),
    (
      "statements",
      """
      SELECT 'statement ' || s.id || ' does not stand at ' || s.start || ' in article ' || s.article
      FROM statements AS s JOIN articles AS a ON a.id = s.article
      WHERE a.text IS NOT NULL AND s.start IS NOT NULL AND substr(a.text, s.start + 1, s.length) <> s.text
      """
    ),
    (
      "orphans",
      """
      SELECT 'entity ' || id || ' (' || name || ') has no identity' FROM entities
      WHERE id NOT IN (SELECT entity FROM identities)
      UNION ALL SELECT 'identity ' || key || ' is in no article' FROM identities WHERE articles <= 0
      UNION ALL SELECT 'meeting ' || id || ' has no report' FROM meetings
      WHERE id NOT IN (SELECT meeting FROM meeting_reports WHERE meeting IS NOT NULL)
      UNION ALL SELECT 'agreement ' || id || ' has no report' FROM agreements
      WHERE id NOT IN (SELECT agreement FROM agreement_reports WHERE agreement IS NOT NULL)
      UNION ALL SELECT 'article ' || id || ' has no record' FROM articles WHERE id NOT IN (SELECT article FROM records)
      """
    ),
    (
      "counts",
      """
      SELECT 'report ' || key || ' counts ' || articles || ' articles' FROM meeting_reports AS r
      WHERE articles <> (SELECT count(*) FROM meeting_report_articles WHERE report = r.id)
      UNION ALL SELECT 'report ' || key || ' counts ' || articles || ' articles' FROM agreement_reports AS r
      WHERE articles <> (SELECT count(*) FROM agreement_report_articles WHERE report = r.id)
      """
    ),
    (
      "dates",
      """
      SELECT 'meeting ' || id || ' has an odd date' FROM meetings
      WHERE (date IS NULL) <> (earliest IS NULL) OR earliest > latest OR date(earliest) IS NOT earliest
      UNION ALL SELECT 'agreement ' || id || ' has an odd date' FROM agreements
      WHERE (date IS NULL) <> (earliest IS NULL) OR earliest > latest OR date(earliest) IS NOT earliest
      """
    ),
  ]

  /// Queries that give a line for what is open.
  private static let doubts: [(String, String)] = [
    (
      "entities",
      """
      SELECT DISTINCT entity || ' ' || name || ' may be ' || other_entity || ' ' || other || ': ' || reason
      FROM doubtful_pairs ORDER BY 1
      """
    ),
    (
      "meetings",
      """
      SELECT DISTINCT 'meeting ' || a.meeting || ' may be meeting ' || b.meeting || ': ' || d.reason
      FROM meeting_doubts AS d JOIN meeting_reports AS a ON a.id = d.a JOIN meeting_reports AS b ON b.id = d.b
      WHERE a.meeting <> b.meeting ORDER BY 1
      """
    ),
    (
      "contradictions",
      """
      SELECT CASE WHEN meeting IS NULL THEN 'agreement ' || agreement ELSE 'meeting ' || meeting END || ': ' || field
        || ' is ' || group_concat(value || ' (' || articles || ')', ' or ')
      FROM (SELECT * FROM contradictions ORDER BY chosen DESC, articles DESC, value)
      GROUP BY meeting, agreement, field ORDER BY 1
      """
    ),
    (
      "waiting",
      """
      SELECT 'correction ' || id || ' (' || action || ') waits: nothing goes by ' || subject FROM corrections AS c
      WHERE undone_at IS NULL AND NOT EXISTS (SELECT 1 FROM identities WHERE key = c.subject)
        AND NOT EXISTS (SELECT 1 FROM meeting_reports WHERE key = c.subject)
        AND NOT EXISTS (SELECT 1 FROM agreement_reports WHERE key = c.subject)
      """
    ),
  ]
}

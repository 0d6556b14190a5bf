import Records
import SQLite

/// What people may name on the command line.
public enum Subject: String, Sendable, CaseIterable {
  case entity, meeting, agreement, article

  /// The name of its table.
  var table: String { self == .entity ? "entities" : rawValue + "s" }
}

extension KnowledgeBase {
  /// Of those that a name fits, so many are told.
  private static let choices = 12

  /// The row id of what goes by a row id, a stable id or a name: for entities any name, or words of one; for agreements
  /// words of the title; for articles also the id that the input gave; for meetings words of the names of those who took
  /// part, of the place, and the date. With `kind`, only entities of that kind go by a name.
  ///
  /// Throws `KnowledgeBaseError`: `notFound`, `ambiguous`.
  public func find(_ subject: Subject, _ name: String, kind: String? = nil) throws -> Int64 {
    let what = kind ?? subject.rawValue
    if let id = Int64(name) {
      guard
        try database.scalar("SELECT 1 FROM \(subject.table) WHERE id = ?", [.integer(id)]) != nil
      else { throw KnowledgeBaseError.notFound(what: what, name: name) }
      return id
    }
    if let id = try byKey(subject, name) { return id }
    let folded = Folding.fold(name)
    let words = folded.split(separator: " ").map { "\"\($0)\"" }.joined(separator: " ")
    var found: [Int64] = []
    switch subject {
    case .entity:
      found = try entities("SELECT entity FROM names WHERE folded = ?1", folded, kind)
      // A surname that means nobody whose full name is known may mean any of those who bear it.
      if !words.isEmpty, try found.isEmpty || found.contains(where: { try isSurname($0, folded) }) {
        let exact = found
        found += try entities(
          "SELECT n.entity FROM names_fts AS f JOIN names AS n ON n.id = f.rowid WHERE names_fts MATCH ?1",
          words, kind
        ).filter { !exact.contains($0) }
      }
    case .agreement where !words.isEmpty:
      found = try ids(
        "SELECT rowid FROM agreements_fts WHERE agreements_fts MATCH ? LIMIT 20", words)
    case .article:
      found = try ids(
        "SELECT id FROM articles WHERE record_id = ?1 OR url = ?1 OR source = ?1", name)
      if found.isEmpty, !words.isEmpty {
        found = try ids(
          "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'title : (' || ? || ')' LIMIT 20",
          words)
      }
    case .meeting: found = try meetings(name)
    case .agreement: break
    }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      let near = try NearNames(database).names(like: folded, subject, kind: kind)
      throw KnowledgeBaseError.notFound(what: what, name: name, near: near)
    }
    var choices = try found.prefix(Self.choices).map { try label(subject, $0) }
    if found.count > Self.choices { choices.append("and others") }
    throw KnowledgeBaseError.ambiguous(name: name, choices: choices)
  }

  /// The entities that a query gives, of one kind if that is told.
  private func entities(_ sql: String, _ text: String, _ kind: String?) throws -> [Int64] {
    try database.map(
      "SELECT DISTINCT id FROM entities WHERE id IN (\(sql)) AND (?2 IS NULL OR kind = ?2) LIMIT 20",
      [.text(text), Value(kind)]
    ) { $0.int64(0) }
  }

  /// True for a person who is known by a name of one word alone, and by this one.
  private func isSurname(_ entity: Int64, _ folded: String) throws -> Bool {
    guard !folded.contains(" ") else { return false }
    let name = try database.scalar(
      "SELECT name FROM entities WHERE id = ? AND kind = 'person'", [.integer(entity)])
    guard case .text(let name)? = name else { return false }
    return Folding.fold(name) == folded
  }

  /// The meetings that all words fit: a name of somebody who took part, the place, or the date.
  private func meetings(_ name: String) throws -> [Int64] {
    var conditions: [String] = []
    var values: [Value] = []
    for word in name.split(whereSeparator: \.isWhitespace) {
      if let date = EDTF(String(word)) {
        conditions.append("SELECT id FROM meetings WHERE earliest <= ? AND latest >= ?")
        values += [.text(date.latest.description), .text(date.earliest.description)]
        continue
      }
      for part in Folding.fold(String(word)).split(separator: " ") {
        conditions.append(
          """
          SELECT * FROM (SELECT p.meeting FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
            JOIN participants AS p ON p.entity = n.entity WHERE names_fts MATCH ?
            UNION SELECT rowid FROM meetings_fts WHERE meetings_fts MATCH ?)
          """)
        values += [.text("\"\(part)\""), .text("\"\(part)\"")]
      }
    }
    guard !conditions.isEmpty else { return [] }
    return try database.map(
      conditions.joined(separator: "\nINTERSECT ") + "\nLIMIT 20", values
    ) { $0.int64(0) }
  }

  private func byKey(_ subject: Subject, _ key: String) throws -> Int64? {
    if let id = try ids("SELECT id FROM \(subject.table) WHERE key = ?", key).first { return id }
    switch subject {
    case .entity: return try ids("SELECT entity FROM identities WHERE key = ?", key).first
    case .meeting, .agreement:
      let name = subject.rawValue
      return try ids(
        "SELECT \(name) FROM \(name)_reports WHERE key = ? AND \(name) IS NOT NULL", key
      ).first
    case .article: return nil
    }
  }

  private func ids(_ sql: String, _ text: String) throws -> [Int64] {
    try database.map(sql, [.text(text)]) { $0.int64(0) }
  }

  /// A row in a few words: `12 Nicolás Maduro (person, VE, President)`.
  func label(_ subject: Subject, _ id: Int64) throws -> String {
    let sql: String
    switch subject {
    case .entity:
      // With the office that was reported last: people of one name differ by it.
      sql = """
        SELECT name || ' (' || kind || coalesce(', ' || country, '') || coalesce(', ' || (
          SELECT role FROM (\(KnowledgeBase.rolesOfOne)) ORDER BY latest DESC, reports DESC, role LIMIT 1), '') || ')'
        FROM entities WHERE id = ?1
        """
    case .meeting:
      sql =
        "SELECT coalesce(date, 'undated') || ' ' || coalesce(principals, '') || coalesce(', ' || place, '') FROM meeting_details WHERE meeting = ?"
    case .agreement: sql = "SELECT title || coalesce(', ' || date, '') FROM agreements WHERE id = ?"
    case .article: sql = "SELECT coalesce(title, record_id, source, key) FROM articles WHERE id = ?"
    }
    guard case .text(let text)? = try database.scalar(sql, [.integer(id)]) else { return "\(id)" }
    return "\(id) \(text)"
  }
}

import Records
import SQLite

/// What people may name on the command line.
public enum Subject: String, Sendable, CaseIterable {
  case entity, meeting, agreement, article

  /// The name of its table.
  var table: String { self == .entity ? "entities" : rawValue + "s" }
}

extension KnowledgeBase {
  /// The row id of what goes by a row id, a stable id or a name: for entities any name, or words of one; for agreements
  /// words of the title; for articles also the id that the input gave.
  ///
  /// Throws `KnowledgeBaseError`: `notFound`, `ambiguous`.
  public func find(_ subject: Subject, _ name: String) throws -> Int64 {
    if let id = Int64(name) {
      guard
        try database.scalar("SELECT 1 FROM \(subject.table) WHERE id = ?", [.integer(id)]) != nil
      else { throw KnowledgeBaseError.notFound(what: subject.rawValue, name: name) }
      return id
    }
    if let id = try byKey(subject, name) { return id }
    let folded = Folding.fold(name)
    let words = folded.split(separator: " ").map { "\"\($0)\"" }.joined(separator: " ")
    let found: [Int64]
    switch subject {
    case .entity:
      let exact = try ids("SELECT DISTINCT entity FROM names WHERE folded = ?", folded)
      found =
        exact.isEmpty && !words.isEmpty
        ? try ids(
          "SELECT DISTINCT n.entity FROM names_fts AS f JOIN names AS n ON n.id = f.rowid WHERE names_fts MATCH ? LIMIT 20",
          words) : exact
    case .agreement:
      found =
        words.isEmpty
        ? []
        : try ids(
          "SELECT rowid FROM agreements_fts WHERE agreements_fts MATCH ? LIMIT 20", words)
    case .article:
      let given = try ids(
        "SELECT id FROM articles WHERE record_id = ?1 OR url = ?1 OR source = ?1", name)
      found =
        given.isEmpty && !words.isEmpty
        ? try ids(
          "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'title : (' || ? || ')' LIMIT 20",
          words)
        : given
    case .meeting: found = []
    }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      throw KnowledgeBaseError.notFound(what: subject.rawValue, name: name)
    }
    throw KnowledgeBaseError.ambiguous(
      name: name, choices: try found.prefix(12).map { try label(subject, $0) })
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

  /// A row in a few words: `12 Nicolás Maduro (person, VE)`.
  func label(_ subject: Subject, _ id: Int64) throws -> String {
    let sql: String
    switch subject {
    case .entity:
      sql =
        "SELECT name || ' (' || kind || coalesce(', ' || country, '') || ')' FROM entities WHERE id = ?"
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

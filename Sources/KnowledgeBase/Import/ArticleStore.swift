import Records
import SQLite

/// The rows of articles and their records.
struct ArticleStore {
  /// An article's row.
  struct Row {
    var id: Int64
    var key: String
    /// True if it was not there before.
    var isNew = false
    /// True if what hangs on it has to be made anew.
    var isChanged = false
    /// For a new article: its record as it was stored.
    var record: ArticleRecord?
    /// Its address now, and the one it had before, where that was another.
    var url: String?
    var formerURL: String?
  }

  let statements: StatementCache
  let fullText: FullTextQueue

  /// Writes an article and its record, or finds that they are there. `withdraw` is called with the row's id before
  /// a record is replaced.
  func put(_ item: LoadItem, origin: RecordOrigin, withdraw: (Int64) throws -> Void) throws -> Row {
    var record = item.record
    let text = item.article?.text
    let sha = item.digest
    let present = try find(sha: sha, recordID: record.id)
    let particulars = ArticleStore.particulars(item)
    // An article without a language or a date takes them from the record, and the record from the article.
    (record.language, record.published, record.title) = (
      particulars[1], particulars[2], particulars[3]
    )
    (record.author, record.outlet, record.url) = (particulars[4], particulars[5], particulars[6])
    (record.text, record.source, record.origin) = (nil, nil, nil)
    let json = record.json
    if let present {
      return try update(present, item, sha, particulars, origin, json, withdraw)
    }
    let key = sha.map { "a" + $0.prefix(12) } ?? "a" + SHA256.hex("id:" + record.id).prefix(12)
    let date = particulars[2].flatMap { EDTF($0) }
    let id = try statements.insert(
      """
      INSERT INTO articles (record_id, language, published, title, author, outlet, url, key, sha256, source,
        published_earliest, published_latest, published_basis, text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      particulars.map { Value($0) } + [
        .text(key), Value(sha), Value(item.article?.source), Value(date?.earliest.description),
        Value(date?.latest.description), Value(date == nil ? nil : "stated"), Value(text),
      ])
    fullText.inserted(.articles, id)
    try statements.run(
      "INSERT INTO records (article, origin, record) VALUES (?, ?, ?)",
      [.integer(id), .text(origin.rawValue), .text(json)])
    return Row(
      id: id, key: key, isNew: true, isChanged: true, record: record, url: particulars[6])
  }

  private struct Present {
    var id: Int64
    var key: String
    var hasText: Bool
    var origin: String
    var record: String
    var particulars: [String?]
  }

  /// The row of a text; without a text, the row of the record's id if there is only one.
  private func find(sha: String?, recordID: String) throws -> Present? {
    let columns = """
      SELECT a.id, a.key, a.sha256, r.origin, r.record, a.record_id, a.language, a.published, a.title, a.author,
        a.outlet, a.url FROM articles AS a LEFT JOIN records AS r ON r.article = a.id
      """
    func read(_ row: Statement) -> Present {
      Present(
        id: row.int64(0), key: row.text(1) ?? "", hasText: !row.isNull(2),
        origin: row.text(3) ?? "",
        record: row.text(4) ?? "", particulars: (5..<12).map { row.text($0) })
    }
    if let sha {
      if let row = try statements.first(columns + " WHERE a.sha256 = ?", [.text(sha)], read) {
        return row
      }
      // The record came first, without its text.
      return try statements.first(
        columns + " WHERE a.record_id = ? AND a.sha256 IS NULL", [.text(recordID)], read)
    }
    let rows = try statements.map(
      columns + " WHERE a.record_id = ? LIMIT 2", [.text(recordID)], read)
    return rows.count == 1 ? rows[0] : nil
  }

  private func update(
    _ present: Present, _ item: LoadItem, _ sha: String?, _ particulars: [String?],
    _ origin: RecordOrigin, _ json: String, _ withdraw: (Int64) throws -> Void
  ) throws -> Row {
    let row = Row(id: present.id, key: present.key)
    let bringsText = sha != nil && !present.hasText
    if present.record == json && !bringsText { return row }
    if !bringsText {
      if present.origin == "imported", origin == .extracted { return row }
      // The same text from two sources: the fuller particulars hold, then the lesser in order, whichever came first.
      if present.origin == origin.rawValue, origin == .extracted,
        !ArticleStore.precedes(particulars, present.particulars)
      {
        return row
      }
    }
    let isOlder =
      bringsText && present.origin == "imported" && origin == .extracted && !present.record.isEmpty
    let key = bringsText ? sha.map { "a" + $0.prefix(12) } ?? present.key : present.key
    let merged = isOlder ? zip(present.particulars, particulars).map { $0 ?? $1 } : particulars
    let date = merged[2].flatMap { EDTF($0) }
    try withdraw(present.id)
    try fullText.changing(.articles, present.id)
    try statements.run(
      """
      UPDATE articles SET record_id = ?, language = ?, published = ?, title = ?, author = ?, outlet = ?, url = ?,
        key = ?, published_earliest = ?, published_latest = ?, published_basis = ? WHERE id = ?
      """,
      merged.map { Value($0) } + [
        .text(key), Value(date?.earliest.description), Value(date?.latest.description),
        Value(date == nil ? nil : "stated"), .integer(present.id),
      ])
    if bringsText {
      try statements.run(
        "UPDATE articles SET sha256 = ?, source = ?, text = ? WHERE id = ?",
        [Value(sha), Value(item.article?.source), Value(item.article?.text), .integer(present.id)])
    }
    if !isOlder {
      try statements.run(
        "INSERT OR REPLACE INTO records (article, origin, record) VALUES (?, ?, ?)",
        [.integer(present.id), .text(origin.rawValue), .text(json)])
    }
    let former = present.particulars[6]
    return Row(
      id: present.id, key: key, isChanged: true, url: merged[6],
      formerURL: former == merged[6] ? nil : former)
  }

  /// id, language, date, title, author, outlet and url, from the article, else from the record.
  private static func particulars(_ item: LoadItem) -> [String?] {
    let (article, record) = (item.article, item.record)
    return [
      record.id, article?.language ?? record.language,
      article?.published?.description ?? record.published,
      article?.title ?? record.title, article?.author ?? record.author,
      article?.outlet ?? record.outlet,
      article?.url ?? record.url,
    ]
  }

  private static func precedes(_ left: [String?], _ right: [String?]) -> Bool {
    let (a, b) = (left.dropFirst().count { $0 != nil }, right.dropFirst().count { $0 != nil })
    if a != b { return a > b }
    // The earliest date first, then what is left in order.
    let (x, y) = (
      [left[2] ?? "~"] + left.map { $0 ?? "~" }, [right[2] ?? "~"] + right.map { $0 ?? "~" }
    )
    return x.lexicographicallyPrecedes(y)
  }
}

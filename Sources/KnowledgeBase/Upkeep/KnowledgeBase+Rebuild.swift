import Extraction
import Records
import SQLite

/// What a rebuild did.
public struct RebuildSummary: Sendable, Equatable {
  /// Articles that were read again.
  public var extracted = 0
  /// Articles whose records were made elsewhere and kept.
  public var kept = 0
  /// Articles whose record is another now.
  public var changed = 0
  /// What is different now, a line each: `-` for what is no more, `+` for what is new.
  public var changes: [String] = []
}

extension KnowledgeBase {
  /// Reads every stored article again, replays the corrections, and tells what changed; in one transaction.
  ///
  /// Records that were made elsewhere are kept, unless `all` is true; those without a text are kept in any case.
  /// `extract` reads articles: `Extractor().extract`, or something that does so on several threads.
  public func rebuild(
    all: Bool = false, extract: ([Article]) throws -> [ArticleRecord]
  ) throws -> RebuildSummary {
    try withLoader(deriving: false) { loader in
      let before = try Contents(database)
      var summary = RebuildSummary()
      try loader.deriveAnew { batch in
        let rows = try batch.compactMap { try record(of: $0) }
        let again = rows.filter {
          $0.hasText && (all || $0.origin == RecordOrigin.extracted.rawValue)
        }
        let records = try extract(try again.map { try article($0.id) })
        for (row, record) in zip(again, records) {
          summary.extracted += 1
          let json = record.json
          if row.json != json { summary.changed += 1 }
          try statements.run(
            "UPDATE records SET origin = 'extracted', record = ? WHERE article = ?",
            [.text(json), .integer(row.id)])
        }
        summary.kept += rows.count - again.count
      }
      summary.changes = try Contents(database).changes(since: before)
      return summary
    }
  }

  private struct StoredRecord {
    var id: Int64
    var origin: String
    var hasText: Bool
    var json: String
  }

  private func record(of article: Int64) throws -> StoredRecord? {
    try statements.first(
      """
      SELECT a.id, r.origin, a.text IS NOT NULL, r.record
      FROM articles AS a JOIN records AS r ON r.article = a.id WHERE a.id = ?
      """, [.integer(article)]
    ) {
      StoredRecord(
        id: $0.int64(0), origin: $0.text(1) ?? "", hasText: $0.int64(2) == 1,
        json: $0.text(3) ?? "")
    }
  }

  /// A stored article as it came in.
  func article(_ id: Int64) throws -> Article {
    let row = try statements.first(
      """
      SELECT record_id, text, published, title, language, url, outlet, author, source, key FROM articles WHERE id = ?
      """, [.integer(id)]
    ) { row in (0..<10).map { row.text($0) } }
    guard let row, let text = row[1] else {
      throw KnowledgeBaseError.notFound(what: "text of article", name: String(id))
    }
    return Article(
      id: row[0] ?? row[9] ?? "", text: text, published: row[2].flatMap { EDTF($0) }, title: row[3],
      language: row[4], url: row[5], outlet: row[6], author: row[7], source: row[8])
  }

  /// Removes an article with all that only it supports. Gives what is different then, a line each.
  public func forget(_ article: Int64, dryRun: Bool = false) throws -> [String] {
    try comparing(dryRun: dryRun) { loader in
      try loader.withdraw(article)
      try loader.delete(article)
      try loader.settle()
    }.1
  }
}

import Gazetteer
import Records
import SQLite

/// What an export holds beside the records.
public struct ExportOptions: Sendable {
  /// The texts of the articles, in the records.
  public var texts = true
  /// What people decided, behind the records.
  public var corrections = true

  /// All of it, unless told otherwise.
  public init() {}
}

extension KnowledgeBase {
  /// Gives the content of the base line by line, as NDJSON that `load` takes again: a record for each article, in the
  /// order of their ids, with the stable ids of the entities, meetings and agreements that it was taken to tell of;
  /// then the corrections. Two bases with the same content give the same bytes.
  public func export(_ options: ExportOptions = ExportOptions(), _ line: (String) throws -> Void)
    throws
  {
    let loader = try Loader(statements, .shared)
    let entities = try keys(
      "SELECT i.key, e.key FROM identities AS i JOIN entities AS e ON e.id = i.entity")
    let repeated = Set(
      try database.map("SELECT record_id FROM articles GROUP BY record_id HAVING count(*) > 1") {
        $0.text(0) ?? ""
      })
    // The ids come first, so that no query is under way while lines are written.
    let articles = try database.map("SELECT id FROM articles ORDER BY record_id, key") {
      $0.int64(0)
    }
    let splits = try Decisions(statements).splits
    for article in articles {
      guard case (let key, var record, let row)? = try exported(article, loader) else { continue }
      if repeated.contains(record.id) { record.id += "-" + key }
      let reader = IdentityReader(names: loader.names, article: key, splits: splits)
      var rest = reader.identities(of: record).map { entities[$0.key] }[...]
      func name(_ parties: inout [PartyRecord]) {
        for index in parties.indices { parties[index].entity = rest.popFirst() ?? nil }
      }
      let meetings = try occasions("meeting", article)
      for index in record.meetings.indices {
        name(&record.meetings[index].participants)
        record.meetings[index].key = meetings[index]
      }
      let agreements = try occasions("agreement", article)
      for index in record.agreements.indices {
        name(&record.agreements[index].parties)
        if record.agreements[index].signatories != nil {
          var signatories = record.agreements[index].signatories ?? []
          name(&signatories)
          record.agreements[index].signatories = signatories
        }
        record.agreements[index].key = agreements[index]
      }
      for index in record.statements.indices { name(&record.statements[index].speakers) }
      record.origin = row.origin == RecordOrigin.extracted.rawValue ? row.origin : nil
      record.source = row.source
      record.text = options.texts ? row.text : nil
      try line(record.json)
    }
    if options.corrections {
      for correction in try corrections() { try line(correction.json) }
    }
  }

  /// Gives the articles whose texts are at hand, with the ids that `export` gives their records.
  public func exportArticles(_ take: (Article) throws -> Void) throws {
    var options = ExportOptions()
    options.corrections = false
    try export(options) { text in
      let record = try ArticleRecord(json: Array(text.utf8))
      guard let body = record.text else { return }
      try take(
        Article(
          id: record.id, text: body, published: record.published.flatMap { EDTF($0) },
          title: record.title, language: record.language, url: record.url, outlet: record.outlet,
          author: record.author, source: record.source))
    }
  }

  private func exported(_ article: Int64, _ loader: Loader) throws -> (
    key: String, record: ArticleRecord, row: (origin: String, source: String?, text: String?)
  )? {
    let row = try statements.first(
      """
      SELECT a.key, a.source, a.text, r.origin, r.record, a.record_id FROM articles AS a
      JOIN records AS r ON r.article = a.id WHERE a.id = ?
      """, [.integer(article)]
    ) {
      ($0.text(0) ?? "", $0.text(1), $0.text(2), $0.text(3) ?? "", $0.text(4) ?? "", $0.text(5))
    }
    guard let row else { return nil }
    var record = try ArticleRecord(json: Array(row.4.utf8))
    record.id = row.5 ?? record.id
    return (row.0, record, (row.3, row.1, row.2))
  }

  private func keys(_ sql: String) throws -> [String: String] {
    var out: [String: String] = [:]
    try database.query(sql) { out[$0.text(0) ?? ""] = $0.text(1) }
    return out
  }

  /// The stable ids of what an article's meetings or agreements were taken for, by position.
  private func occasions(_ table: String, _ article: Int64) throws -> [Int: String] {
    var out: [Int: String] = [:]
    let rows = try statements.map(
      """
      SELECT a.position, o.key FROM \(table)_report_articles AS a
      JOIN \(table)_reports AS r ON r.id = a.report JOIN \(table)s AS o ON o.id = r.\(table) WHERE a.article = ?
      """, [.integer(article)]
    ) { ($0.int(0) ?? 0, $0.text(1)) }
    for (position, key) in rows { out[position] = key }
    return out
  }
}

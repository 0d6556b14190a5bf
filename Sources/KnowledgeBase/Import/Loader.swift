import Gazetteer
import Records
import SQLite

/// Loads records: articles, identities, reports and statements as they come, then what is derived from them.
///
/// It works inside a transaction of the caller's; after a rollback a new one has to be made.
final class Loader {
  private let statements: StatementCache
  private let gazetteer: Gazetteer
  private let articles: ArticleStore
  private let stories: Stories
  private let versions: ArticleVersions
  let identities: IdentityStore
  let meetings: Occasions<MeetingMatching>
  let agreements: Occasions<AgreementMatching>
  private var decisions = Decisions()
  private var pending: [Pending] = []
  private var links: [Link] = []

  /// Evidence that waits for the row it belongs to.
  private struct Pending {
    var article: Int64
    var table: String
    var position: Int
    var report: Int64
    var quotes: [(words: String, span: TextLocator.Span?)]
  }

  /// A statement, and the meetings whose words it stands among.
  private struct Link {
    var statement: Int64
    var span: TextLocator.Span
    var article: Int64
    var speakers: Set<Int64>
    var participants: [Int: Set<Int64>]
  }

  init(_ statements: StatementCache, _ gazetteer: Gazetteer) {
    self.statements = statements
    self.gazetteer = gazetteer
    articles = ArticleStore(statements: statements)
    stories = Stories(statements: statements)
    versions = ArticleVersions(statements: statements)
    identities = IdentityStore(statements)
    let common = OccasionWriter(statements: statements, gazetteer: gazetteer)
    meetings = Occasions(
      statements, MeetingMatching(writer: MeetingWriter(common), gazetteer: gazetteer))
    agreements = Occasions(
      statements, AgreementMatching(writer: AgreementWriter(common), gazetteer: gazetteer))
  }

  /// Loads a batch and brings all that it touches up to date.
  func load(_ items: [LoadItem], origin: RecordOrigin) throws -> LoadSummary {
    decisions = try Decisions(statements)
    var summary = LoadSummary()
    for item in items {
      // An export tells of each record where it comes from.
      let origin = item.record.origin.flatMap(RecordOrigin.init) ?? origin
      let row = try articles.put(item, origin: origin) { try withdraw($0) }
      guard row.isChanged else {
        summary.known += 1
        continue
      }
      if row.isNew { summary.new += 1 } else { summary.updated += 1 }
      if let sketch = item.sketch { try stories.add(row.id, sketch) }
      try supersede(by: row.id, &summary)
      if let record = row.record, try !versions.isSuperseded(row.id) {
        try add(row.id, (row.key, item.article?.text, record), summary: &summary)
      } else {
        try add(row.id, summary: &summary)
      }
    }
    try settle()
    return summary
  }

  /// Puts the versions of an article in order; what the article itself says is yet to be added.
  private func supersede(by article: Int64, _ summary: inout LoadSummary) throws {
    guard let change = try versions.change(article) else { return }
    for old in change.superseded where old != article {
      try withdraw(old)
      summary.superseded += 1
    }
    if change.superseded.contains(article) { summary.superseded += 1 }
    try versions.write(change, of: article)
    for id in change.restored where id != article { try add(id, summary: &summary) }
  }

  // MARK: One article

  /// Takes back all that an article says; its row and its record stay. One that was superseded says nothing.
  func withdraw(_ article: Int64) throws {
    guard try !versions.isSuperseded(article) else { return }
    guard let stored = try stored(article) else { return }
    for seed in Set(reader(stored.key).identities(of: stored.record).map(\.key)).sorted() {
      if let whole = reader(stored.key).identities(of: stored.record).first(where: {
        $0.key == seed
      }) {
        try identities.release(whole)
      }
    }
    try meetings.remove(article: article)
    try agreements.remove(article: article)
    try statements.run("DELETE FROM statements WHERE article = ?", [.integer(article)])
    try statements.run("DELETE FROM evidence WHERE article = ?", [.integer(article)])
  }

  /// Adds what an article's record says, unless a later version stands in its place.
  func add(_ article: Int64, summary: inout LoadSummary) throws {
    guard try !versions.isSuperseded(article) else { return }
    guard let stored = try stored(article) else { return }
    try add(article, stored, summary: &summary)
  }

  private func add(
    _ article: Int64, _ stored: (key: String, text: String?, record: ArticleRecord),
    summary: inout LoadSummary
  ) throws {
    let record = stored.record
    let seeds = reader(stored.key).identities(of: record)
    var rows: [String: IdentityStore.Row] = [:]
    for seed in seeds where rows[seed.key] == nil { rows[seed.key] = try identities.resolve(seed) }
    var rest = seeds[...]
    func next(_ count: Int) -> [String] {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).map(\.key)
    }
    var locator = stored.text.map { TextLocator($0) }
    var participants: [Int: Set<Int64>] = [:]
    for (position, meeting) in record.meetings.enumerated() {
      let names = next(meeting.participants.count)
      participants[position] = Set(names.compactMap { rows[$0]?.id })
      let report = try meetings.add(
        MeetingTerms(meeting, identities: names, published: record.published), article: article,
        position: position, identities: identities)
      waitFor(article, "meeting", position, report, meeting.evidence, &locator, &summary)
      summary.meetings += 1
    }
    for (position, agreement) in record.agreements.enumerated() {
      let names = next(agreement.parties.count + (agreement.signatories?.count ?? 0))
      let report = try agreements.add(
        AgreementTerms(agreement, identities: names), article: article, position: position,
        identities: identities)
      waitFor(article, "agreement", position, report, agreement.evidence, &locator, &summary)
      summary.agreements += 1
    }
    var ends: [String: Int] = [:]
    for (position, statement) in record.statements.enumerated() {
      let speakers = next(statement.speakers.count).compactMap { rows[$0] }
      let span = locate(statement, &locator, &ends)
      if span == nil, locator != nil { summary.unlocated += 1 }
      let id = try write(
        statement, position, span, article: article, key: stored.key, record, speakers)
      summary.statements += 1
      guard let span, !participants.isEmpty, !speakers.isEmpty else { continue }
      links.append(
        Link(
          statement: id, span: span, article: article, speakers: Set(speakers.map(\.id)),
          participants: participants))
    }
  }

  private func waitFor(
    _ article: Int64, _ table: String, _ position: Int, _ report: Int64, _ evidence: [String],
    _ locator: inout TextLocator?, _ summary: inout LoadSummary
  ) {
    let quotes = evidence.filter { !$0.isEmpty }.map { ($0, locator?.find($0)) }
    if locator != nil { summary.unlocated += quotes.count { $0.1 == nil } }
    pending.append(
      Pending(article: article, table: table, position: position, report: report, quotes: quotes))
  }

  /// By its offsets where they give its words, else by its words.
  private func locate(
    _ statement: StatementRecord, _ locator: inout TextLocator?, _ ends: inout [String: Int]
  ) -> TextLocator.Span? {
    if let start = statement.start, let end = statement.end,
      let span = locator?.span(start: start, end: end), span.words == statement.text
    {
      return span
    }
    let span = locator?.find(statement.text, from: statement.start ?? ends[statement.text] ?? 0)
    if let span { ends[statement.text] = span.start + span.length }
    return span
  }

  private func write(
    _ statement: StatementRecord, _ position: Int, _ span: TextLocator.Span?, article: Int64,
    key: String, _ record: ArticleRecord, _ speakers: [IdentityStore.Row]
  ) throws -> Int64 {
    let date = statement.date.flatMap { EDTF($0) }
    let id = try statements.insert(
      """
      INSERT INTO statements (key, article, kind, text, language, start, length, medium, date, earliest, latest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text("s" + key.dropFirst() + ".\(position)"), .integer(article),
        .text(statement.kind.rawValue), .text(span?.words ?? statement.text),
        Value(record.language),
        Value(span?.start), Value(span?.length), Value(statement.medium), Value(date?.description),
        Value(date?.earliest.description), Value(date?.latest.description),
      ])
    var seen: Set<Int64> = []
    for (party, row) in zip(statement.speakers, speakers) where seen.insert(row.id).inserted {
      try statements.run(
        "INSERT INTO speakers (statement, entity, identity, role, country) VALUES (?, ?, ?, ?, ?)",
        [
          .integer(id), .integer(row.entity), .integer(row.id), Value(party.role),
          Value(party.country ?? row.country),
        ])
    }
    return id
  }

  private func stored(_ article: Int64) throws -> (
    key: String, text: String?, record: ArticleRecord
  )? {
    let row = try statements.first(
      "SELECT a.key, a.text, r.record FROM articles AS a JOIN records AS r ON r.article = a.id WHERE a.id = ?",
      [.integer(article)]
    ) { ($0.text(0) ?? "", $0.text(1), $0.text(2) ?? "") }
    guard let row else { return nil }
    return (row.0, row.1, try ArticleRecord(json: Array(row.2.utf8)))
  }

  private func reader(_ key: String) -> IdentityReader {
    IdentityReader(gazetteer: gazetteer, article: key, splits: decisions.splits)
  }

  // MARK: Corrections

  /// Reads the corrections again, and touches all that the one has to do with.
  func replay(_ correction: Correction) throws {
    decisions = try Decisions(statements)
    let anchor = Anchor(correction)
    for key in anchor.subject + anchor.object {
      switch Decisions.sort(key) {
      case "meeting": try meetings.touch(key: key)
      case "agreement": try agreements.touch(key: key)
      default:
        guard let row = try identities.find(key) else { continue }
        identities.renamed.insert(row.entity)
        identities.touched.formUnion(
          try statements.map(
            "SELECT id FROM identities WHERE entity = ?", [.integer(row.entity)]
          ) { $0.int64(0) })
      }
    }
  }

  /// Reads the corrections again, before articles are added with them.
  func readDecisions() throws { decisions = try Decisions(statements) }

  // MARK: All together

  /// Brings entities, meetings, agreements, names, evidence and links up to date with what was added and withdrawn.
  func settle() throws {
    // Reports that no article makes any more go first, while it is known with what they were compared.
    try meetings.shed(identities)
    try agreements.shed(identities)
    let gone = try identities.released()
    try identities.writeCounts()
    // What corrections speak of may only now be there.
    decisions = try Decisions(statements)
    let groups = EntityGroups(statements, identities)
    try groups.settle(identities.touched, gone: gone, decisions.entities)
    try groups.writeKeys()
    try meetings.touch(identities: groups.moved.sorted())
    try agreements.touch(identities: groups.moved.sorted())
    var names = EntityNames(statements: statements, gazetteer: gazetteer)
    for (key, values) in decisions.entities.given {
      guard let row = try identities.find(key), let name = values.last?.value else { continue }
      names.given[row.entity] = name
      identities.renamed.insert(row.entity)
    }
    try meetings.settle(identities, decisions.meetings)
    try agreements.settle(identities, decisions.agreements)
    for entity in identities.renamed.sorted() { try names.write(entity) }
    identities.renamed = []
    identities.touched = []
    try writeEvidence()
    try writeLinks()
  }

  private func writeEvidence() throws {
    let restored = (meetings.restored, agreements.restored)
    for item in pending {
      if item.table == "meeting"
        ? restored.0.contains(item.report) : restored.1.contains(item.report)
      {
        continue
      }
      let row =
        try item.table == "meeting"
        ? meetings.occasion(of: item.report) : agreements.occasion(of: item.report)
      guard let row else { continue }
      try insert(item.quotes, item.table, row, article: item.article, position: item.position)
    }
    pending = []
    for report in restored.0.sorted() {
      try restore(report, "meeting", meetings.occasion(of: report))
    }
    for report in restored.1.sorted() {
      try restore(report, "agreement", agreements.occasion(of: report))
    }
    meetings.finish()
    agreements.finish()
  }

  private func insert(
    _ quotes: [(words: String, span: TextLocator.Span?)], _ table: String, _ row: Int64,
    article: Int64, position: Int
  ) throws {
    for quote in quotes {
      try statements.run(
        "INSERT INTO evidence (article, \(table), position, quote, start, length) VALUES (?, ?, ?, ?, ?, ?)",
        [
          .integer(article), .integer(row), Value(position),
          .text(quote.span?.words ?? quote.words),
          Value(quote.span?.start), Value(quote.span?.length),
        ])
    }
  }

  /// Writes the evidence of a report again, from the records of its articles.
  private func restore(_ report: Int64, _ table: String, _ row: Int64?) throws {
    let places = try statements.map(
      "SELECT article, position FROM \(table)_report_articles WHERE report = ?", [.integer(report)]
    ) { ($0.int64(0), $0.int(1) ?? 0) }
    for (article, position) in places {
      try statements.run(
        "DELETE FROM evidence WHERE article = ? AND position = ? AND \(table) IS NOT NULL",
        [.integer(article), Value(position)])
      guard let row, let stored = try stored(article) else { continue }
      var locator = stored.text.map { TextLocator($0) }
      let evidence =
        table == "meeting"
        ? stored.record.meetings[position].evidence : stored.record.agreements[position].evidence
      let quotes = evidence.filter { !$0.isEmpty }.map { ($0, locator?.find($0)) }
      try insert(quotes, table, row, article: article, position: position)
    }
  }

  /// A statement whose words stand among those that tell of one meeting, said by those who took part, belongs to it.
  private func writeLinks() throws {
    for link in links {
      let rows = try statements.map(
        """
        SELECT DISTINCT meeting, position FROM evidence
        WHERE article = ? AND meeting IS NOT NULL AND start <= ? AND start + length >= ?
        """,
        [.integer(link.article), Value(link.span.start), Value(link.span.start + link.span.length)]
      ) { ($0.int64(0), $0.int(1) ?? 0) }
      let fitting = rows.filter { link.speakers.isSubset(of: link.participants[$0.1] ?? []) }
      guard fitting.count == 1 else { continue }
      try statements.run(
        "UPDATE statements SET meeting = ? WHERE id = ?",
        [.integer(fitting[0].0), .integer(link.statement)])
    }
    links = []
  }
}

import Records
import SQLite

/// An article as it is kept: its stable id, its text and what it says.
struct StoredArticle {
  var key: String
  /// Nil where only the record came.
  var text: String?
  var record: ArticleRecord
}

extension StoredArticle {
  /// Reads an article; nil if there is none, or none with a record.
  init?(_ article: Int64, _ statements: StatementCache) throws {
    let row = try statements.first(
      "SELECT a.key, a.text, r.record FROM articles AS a JOIN records AS r ON r.article = a.id WHERE a.id = ?",
      [.integer(article)]
    ) { ($0.text(0) ?? "", $0.text(1), $0.text(2) ?? "") }
    guard let row else { return nil }
    self.init(key: row.0, text: row.1, record: try ArticleRecord(json: Array(row.2.utf8)))
  }
}

extension Loader {
  /// Who made a statement, until it is written.
  struct Speaker {
    var statement: Int64
    var identity: Int64
    var key: String
    var role: String?
    var country: String?
  }

  /// Adds what a record says.
  func add(_ article: Int64, _ stored: StoredArticle, summary: inout LoadSummary) throws {
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
      summary.unlocated += evidence.wait(
        .meeting, report, article, position, meeting.evidence, &locator)
      summary.meetings += 1
    }
    for (position, agreement) in record.agreements.enumerated() {
      let names = next(agreement.parties.count + (agreement.signatories?.count ?? 0))
      let report = try agreements.add(
        AgreementTerms(agreement, identities: names), article: article, position: position,
        identities: identities)
      summary.unlocated += evidence.wait(
        .agreement, report, article, position, agreement.evidence, &locator)
      summary.agreements += 1
    }
    var ends: [String: Int] = [:]
    var links: [EvidenceWriter.Link] = []
    for (position, statement) in record.statements.enumerated() {
      let speakers = next(statement.speakers.count).compactMap { rows[$0] }
      let span = locate(statement, &locator, &ends)
      if span == nil, locator != nil { summary.unlocated += 1 }
      let id = try write(
        statement, position, span, article: article, key: stored.key, record, speakers)
      summary.statements += 1
      guard let span, !participants.isEmpty, !speakers.isEmpty else { continue }
      links.append(
        EvidenceWriter.Link(statement: id, span: span, speakers: Set(speakers.map(\.id))))
    }
    if !links.isEmpty { evidence.link(links, article, participants) }
  }

  func reader(_ key: String) -> IdentityReader {
    IdentityReader(names: names, article: key, splits: decisions.splits)
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
    fullText.inserted(.statements, id)
    var seen: Set<Int64> = []
    for (party, row) in zip(statement.speakers, speakers) where seen.insert(row.id).inserted {
      self.speakers[article, default: []].append(
        Speaker(
          statement: id, identity: row.id, key: row.key, role: party.role,
          country: party.country ?? row.country))
    }
    return id
  }

  /// Writes the speakers of the batch, now that it is known who they are; those of one identity together, so that each page
  /// of what is filed by it is asked for once.
  func writeSpeakers() throws {
    let all = speakers.values.joined()
    for speaker in all.sorted(by: {
      ($0.identity, $0.statement) < ($1.identity, $1.statement)
    }) {
      guard let row = try identities.find(speaker.key) else { continue }
      try statements.run(
        "INSERT INTO speakers (statement, entity, identity, role, country) VALUES (?, ?, ?, ?, ?)",
        [
          .integer(speaker.statement), .integer(row.entity), .integer(row.id),
          Value(speaker.role), Value(speaker.country),
        ])
    }
    speakers = [:]
  }
}

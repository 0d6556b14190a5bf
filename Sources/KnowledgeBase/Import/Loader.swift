import Gazetteer
import Records
import SQLite

/// Loads records: articles, identities, reports and statements as they come, then what is derived from them.
///
/// It works inside a transaction of the caller's; after a rollback a new one has to be made.
final class Loader {
  let statements: StatementCache
  let gazetteer: Gazetteer
  let fullText: FullTextQueue
  let tally: MeetingTally
  let names: NameMemo
  private let articles: ArticleStore
  private let stories: Stories
  private let versions: ArticleVersions
  let identities: IdentityStore
  let meetings: Occasions<MeetingMatching>
  let agreements: Occasions<AgreementMatching>
  let evidence: EvidenceWriter
  /// Those of the batch, by article.
  var speakers: [Int64: [Speaker]] = [:]
  var decisions: Decisions

  /// Reads the corrections of the base, too.
  init(_ statements: StatementCache, _ gazetteer: Gazetteer) throws {
    decisions = try Decisions(statements)
    self.statements = statements
    self.gazetteer = gazetteer
    fullText = FullTextQueue(statements)
    tally = try MeetingTally(statements)
    names = NameMemo(gazetteer)
    articles = ArticleStore(statements: statements, fullText: fullText)
    stories = Stories(statements: statements)
    versions = ArticleVersions(statements: statements)
    identities = IdentityStore(statements)
    let common = OccasionWriter(
      statements: statements, gazetteer: gazetteer, fullText: fullText, tally: tally)
    meetings = Occasions(
      statements, fullText, tally, MeetingMatching(writer: MeetingWriter(common)))
    agreements = Occasions(
      statements, fullText, tally,
      AgreementMatching(AgreementWriter(common)))
    evidence = EvidenceWriter(statements)
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
      if let change = try versions.change(row.id, url: row.url) {
        try order(change, except: row.id, &summary)
      }
      if let former = row.formerURL, let change = try versions.change(url: former) {
        try order(change, except: row.id, &summary)
      }
      if let record = row.record, try !versions.isSuperseded(row.id) {
        let stored = StoredArticle(key: row.key, text: item.article?.text, record: record)
        try add(row.id, stored, summary: &summary)
      } else {
        try add(row.id, summary: &summary)
      }
    }
    try settle()
    return summary
  }

  /// Puts the versions of an article in order; what that article itself says is added by the caller.
  private func order(
    _ change: ArticleVersions.Change, except article: Int64, _ summary: inout LoadSummary
  ) throws {
    for old in change.superseded where old != article { try withdraw(old) }
    summary.superseded += change.superseded.count
    try versions.write(change)
    for id in change.restored where id != article { try add(id, summary: &summary) }
  }

  /// Takes back all that an article says; its row and its record stay. One that was superseded says nothing.
  func withdraw(_ article: Int64) throws {
    guard try !versions.isSuperseded(article), let stored = try StoredArticle(article, statements)
    else { return }
    var seen: Set<String> = []
    for seed in reader(stored.key).identities(of: stored.record)
    where seen.insert(seed.key).inserted {
      try identities.release(seed)
    }
    try withdrawRows(article)
  }

  /// Takes back the rows that hang on an article; whom it tells of is not counted back.
  func withdrawRows(_ article: Int64) throws {
    try meetings.remove(article: article)
    try agreements.remove(article: article)
    evidence.drop(article)
    speakers[article] = nil
    try fullText.removing(.statements, where: "article = ?", article)
    try statements.run("DELETE FROM statements WHERE article = ?", [.integer(article)])
    try statements.run("DELETE FROM evidence WHERE article = ?", [.integer(article)])
  }

  /// Adds what an article's record says, unless a later version stands in its place.
  func add(_ article: Int64, summary: inout LoadSummary) throws {
    guard try !versions.isSuperseded(article), let stored = try StoredArticle(article, statements)
    else { return }
    try add(article, stored, summary: &summary)
  }

  /// Removes an article's row; what it said is withdrawn already. The version before it stands in its place then, and
  /// its near copies are linked anew.
  func delete(_ article: Int64) throws {
    let url = try statements.first("SELECT url FROM articles WHERE id = ?", [.integer(article)]) {
      $0.text(0)
    }
    if let url = url ?? nil {
      try statements.run("UPDATE articles SET url = NULL WHERE id = ?", [.integer(article)])
      var ignored = LoadSummary()
      if let change = try versions.change(url: url) {
        try order(change, except: article, &ignored)
      }
    }
    let copies = try stories.others(of: article)
    try fullText.removing(.articles, article)
    try statements.run("DELETE FROM articles WHERE id = ?", [.integer(article)])
    try stories.relink(copies)
  }

  // MARK: Corrections

  /// Reads the corrections again, and touches all that the one has to do with.
  func replay(_ correction: Correction) throws {
    decisions = try Decisions(statements)
    let anchor = Anchor(correction)
    try touch(anchor.subject + anchor.object)
  }

  /// Reads the corrections again, and touches all that any of them has to do with.
  func replayAll() throws {
    decisions = try Decisions(statements)
    for rulings in [decisions.entities, decisions.meetings, decisions.agreements] {
      try touch(rulings.subjects.sorted())
    }
  }

  private func touch(_ keys: [String]) throws {
    for key in keys {
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

  /// Files all identities and reports under their keys again, and finds out again which reports tell of the same.
  func fileAnew() throws {
    try EntityGroups(statements, identities, fullText, tally).registerAll()
    try meetings.clearKeys()
    try agreements.clearKeys()
    for (table, touch) in [
      ("meeting_reports", meetings.touch(reports:)),
      ("agreement_reports", agreements.touch(reports:)),
    ] {
      let ids = try statements.map("SELECT id FROM \(table) ORDER BY id", []) { $0.int64(0) }
      for start in stride(from: 0, to: ids.count, by: 2_000) {
        touch(ids[start..<min(start + 2_000, ids.count)])
        try settle()
      }
    }
  }

  // MARK: All together

  /// Brings entities, meetings, agreements, names, evidence and links up to date with what was added and withdrawn.
  func settle() throws {
    // Reports that no article makes any more go first, while it is known with what they were compared.
    try meetings.shed(identities)
    try agreements.shed(identities)
    let gone = try identities.released()
    let groups = EntityGroups(statements, identities, fullText, tally)
    let reworded = identities.reworded
    try groups.keepFormer(gone + reworded.sorted())
    try identities.writeCounts()
    identities.touched.formUnion(reworded.subtracting(gone))
    // What corrections speak of may only now be there, or be gone.
    let before = decisions
    decisions = try Decisions(statements)
    for (now, then) in [
      (decisions.entities, before.entities), (decisions.meetings, before.meetings),
      (decisions.agreements, before.agreements),
    ] {
      try touch(now.changes(since: then))
    }
    try groups.settle(identities.touched, gone: gone, decisions.entities)
    try groups.writeKeys()
    try writeSpeakers()
    try meetings.touch(identities: groups.moved.sorted())
    try agreements.touch(identities: groups.moved.sorted())
    var names = EntityNames(statements: statements, gazetteer: gazetteer, fullText: fullText)
    for (key, values) in decisions.entities.given {
      guard let row = try identities.find(key), let name = values.last?.value else { continue }
      names.given[row.entity] = name
      identities.renamed.insert(row.entity)
    }
    try meetings.settle(identities, decisions.meetings)
    try agreements.settle(identities, decisions.agreements)
    for entity in identities.renamed.sorted() { try names.write(entity) }
    identities.finish()
    try evidence.write(meetings, agreements)
    try tally.flush()
    try fullText.flush()
  }
}

import Records
import SQLite

/// Writes the evidence of meetings and agreements once it is known to which rows their reports belong, and finds the
/// meetings that statements belong to.
final class EvidenceWriter {
  /// Of what something is evidence: the name of the column.
  enum Sort: String {
    case meeting, agreement
  }

  /// A statement as far as it tells to which meeting it belongs.
  struct Link {
    var statement: Int64
    var span: TextLocator.Span
    /// Row ids of identities.
    var speakers: Set<Int64>
  }

  /// A piece of evidence of a meeting.
  private struct Place {
    var meeting: Int64
    /// Of the meeting in the record.
    var position: Int
    var span: Range<Int>
  }

  /// Evidence that waits for the row it belongs to.
  private struct Pending {
    var article: Int64
    var sort: Sort
    var position: Int
    var report: Int64
    var quotes: [(words: String, span: TextLocator.Span?)]
  }

  private let statements: StatementCache
  private var pending: [Pending] = []
  /// By article: statements, and who took part in which of its meetings.
  private var links: [Int64: (statements: [Link], participants: [Int: Set<Int64>])] = [:]

  init(_ statements: StatementCache) { self.statements = statements }

  /// Keeps the evidence of a report until `write`; gives how many pieces do not stand in the article's text.
  func wait(
    _ sort: Sort, _ report: Int64, _ article: Int64, _ position: Int, _ evidence: [String],
    _ locator: inout TextLocator?
  ) -> Int {
    let quotes = evidence.filter { !$0.isEmpty }.map { ($0, locator?.find($0)) }
    pending.append(
      Pending(article: article, sort: sort, position: position, report: report, quotes: quotes))
    return locator == nil ? 0 : quotes.count { $0.1 == nil }
  }

  /// Keeps the statements of an article until `write`, which links each to its meeting; `participants` are row ids of
  /// identities, by the meeting's position.
  func link(_ statements: [Link], _ article: Int64, _ participants: [Int: Set<Int64>]) {
    links[article] = (statements, participants)
  }

  /// Forgets what waits of an article.
  func drop(_ article: Int64) {
    pending.removeAll { $0.article == article }
    links[article] = nil
  }

  /// Writes what waited, now that every report has its row; and the links.
  func write(_ meetings: Occasions<MeetingMatching>, _ agreements: Occasions<AgreementMatching>)
    throws
  {
    var places: [Int64: [Place]] = [:]
    for item in pending {
      switch item.sort {
      case .meeting where meetings.restored.contains(item.report): continue
      case .agreement where agreements.restored.contains(item.report): continue
      case .meeting, .agreement: break
      }
      let row =
        try item.sort == .meeting
        ? meetings.occasion(of: item.report) : agreements.occasion(of: item.report)
      guard let row else { continue }
      try insert(item.quotes, item.sort, row, article: item.article, position: item.position)
      guard item.sort == .meeting, links[item.article] != nil else { continue }
      places[item.article, default: []] += item.quotes.compactMap { quote in
        quote.span.map {
          Place(
            meeting: row, position: item.position, span: $0.start..<$0.start + $0.length)
        }
      }
    }
    pending = []
    for (article, found) in places.sorted(by: { $0.key < $1.key }) {
      guard let (statements, participants) = links[article] else { continue }
      try write(statements, participants, found)
    }
    links = [:]
    var relinked: Set<Int64> = []
    for report in meetings.restored.sorted() {
      relinked.formUnion(try restore(report, .meeting, meetings.occasion(of: report)))
    }
    for article in relinked.sorted() { try relink(article) }
    for report in agreements.restored.sorted() {
      _ = try restore(report, .agreement, agreements.occasion(of: report))
    }
    meetings.finish()
    agreements.finish()
  }

  private func insert(
    _ quotes: [(words: String, span: TextLocator.Span?)], _ sort: Sort, _ row: Int64,
    article: Int64, position: Int
  ) throws {
    for quote in quotes {
      try statements.run(
        "INSERT INTO evidence (article, \(sort.rawValue), position, quote, start, length) VALUES (?, ?, ?, ?, ?, ?)",
        [
          .integer(article), .integer(row), Value(position),
          .text(quote.span?.words ?? quote.words),
          Value(quote.span?.start), Value(quote.span?.length),
        ])
    }
  }

  /// Writes the evidence of a report again, from the records of its articles; gives these.
  private func restore(_ report: Int64, _ sort: Sort, _ row: Int64?) throws -> [Int64] {
    let places = try statements.map(
      "SELECT article, position FROM \(sort.rawValue)_report_articles WHERE report = ?",
      [.integer(report)]
    ) { ($0.int64(0), $0.int(1) ?? 0) }
    for (article, position) in places {
      try statements.run(
        "DELETE FROM evidence WHERE article = ? AND position = ? AND \(sort.rawValue) IS NOT NULL",
        [.integer(article), Value(position)])
      guard let row, let stored = try StoredArticle(article, statements) else { continue }
      let record = stored.record
      guard
        position < (sort == .meeting ? record.meetings.count : record.agreements.count)
      else { continue }
      var locator = stored.text.map { TextLocator($0) }
      let evidence =
        sort == .meeting
        ? record.meetings[position].evidence : record.agreements[position].evidence
      let quotes = evidence.filter { !$0.isEmpty }.map { ($0, locator?.find($0)) }
      try insert(quotes, sort, row, article: article, position: position)
    }
    return places.map(\.0)
  }

  /// A statement whose words stand among those that tell of one meeting, said by those who took part, belongs to it.
  private func write(_ links: [Link], _ participants: [Int: Set<Int64>], _ places: [Place]) throws {
    for link in links {
      let span = link.span.start..<link.span.start + link.span.length
      let meetings = Set(
        places.filter { place in
          place.span.lowerBound <= span.lowerBound && place.span.upperBound >= span.upperBound
            && link.speakers.isSubset(of: participants[place.position] ?? [])
        }.map(\.meeting))
      guard meetings.count == 1, let meeting = meetings.first else { continue }
      try statements.run(
        "UPDATE statements SET meeting = ? WHERE id = ?",
        [.integer(meeting), .integer(link.statement)])
    }
  }

  /// Links the statements of an article that is in the base to their meetings.
  private func relink(_ article: Int64) throws {
    var links: [Int64: Link] = [:]
    let rows = try statements.map(
      """
      SELECT s.id, s.start, s.length, p.identity FROM statements AS s JOIN speakers AS p ON p.statement = s.id
      WHERE s.article = ? AND s.start IS NOT NULL AND s.meeting IS NULL
      """, [.integer(article)]
    ) { ($0.int64(0), $0.int(1) ?? 0, $0.int(2) ?? 0, $0.int64(3)) }
    for (id, start, length, speaker) in rows {
      let span = TextLocator.Span(start: start, length: length, words: "")
      links[id, default: Link(statement: id, span: span, speakers: [])].speakers.insert(speaker)
    }
    var participants: [Int: Set<Int64>] = [:]
    let parties = try statements.map(
      """
      SELECT a.position, i.identity FROM meeting_report_articles AS a
      JOIN meeting_report_identities AS i ON i.report = a.report WHERE a.article = ?
      """, [.integer(article)]
    ) { ($0.int(0) ?? 0, $0.int64(1)) }
    for (position, identity) in parties { participants[position, default: []].insert(identity) }
    let places = try statements.map(
      """
      SELECT meeting, position, start, length FROM evidence
      WHERE article = ? AND meeting IS NOT NULL AND start IS NOT NULL
      """, [.integer(article)]
    ) { row in
      let start = row.int(2) ?? 0
      return Place(
        meeting: row.int64(0), position: row.int(1) ?? 0,
        span: start..<max(start, start &+ (row.int(3) ?? 0)))
    }
    try write(links.values.sorted { $0.statement < $1.statement }, participants, places)
  }
}

import SQLite

/// A search of articles and statements: words, and what narrows it down.
public struct TextSearch: Sendable {
  /// Which texts are searched.
  public enum Scope: String, Sendable, CaseIterable {
    case all, articles, statements
  }

  /// The FTS5 expression.
  public let expression: String
  public var scope = Scope.all
  /// An FTS5 phrase for a name: only what this person said, and articles that tell of a meeting, an agreement or a
  /// statement of theirs.
  public var person: String?
  /// The first year, month or day; empty for none.
  public var since = ""
  /// The last year, month or day; empty for none.
  public var until = ""
  /// How many rows at most.
  public var limit = 20

  /// A search for an FTS5 expression.
  public init(expression: String) { self.expression = expression }

  /// The query. Its rows, the best first: what, date, who, title, words (a snippet), source, id, score.
  public var sql: String {
    var parts: [String] = []
    if scope != .statements { parts.append("SELECT * FROM (\n\(articles)\n)") }
    if scope != .articles { parts.append("SELECT * FROM (\n\(statements)\n)") }
    let with = person == nil ? "" : "WITH \(Self.who)\n"
    return with + parts.joined(separator: "\nUNION ALL\n") + "\nORDER BY score DESC LIMIT :limit"
  }

  /// The values of its parameters.
  public var values: [String: Value] {
    var values: [String: Value] = [
      "expression": .text(expression), "limit": .integer(Int64(limit)),
    ]
    if let person { values["person"] = .text(person) }
    if !since.isEmpty { values["since"] = .text(since) }
    if !until.isEmpty { values["until"] = .text(until) }
    return values
  }

  private static let who = """
    who AS MATERIALIZED (
      SELECT DISTINCT n.entity FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
      WHERE names_fts MATCH :person
    ), theirs AS MATERIALIZED (
      SELECT e.article FROM who JOIN participants AS p ON p.entity = who.entity JOIN evidence AS e ON e.meeting = p.meeting
      UNION
      SELECT e.article FROM who JOIN parties AS p ON p.entity = who.entity JOIN evidence AS e ON e.agreement = p.agreement
      UNION
      SELECT s.article FROM who JOIN speakers AS p ON p.entity = who.entity JOIN statements AS s ON s.id = p.statement
    )
    """

  /// A hit in the title counts five times one in the text.
  private var articles: String {
    """
    SELECT 'article' AS what, a.published AS date, a.outlet AS who, a.title,
      snippet(articles_fts, -1, '[', ']', '…', 24) AS words, coalesce(a.url, a.source) AS source, a.key AS id,
      round(-f.rank, 3) AS score
    FROM articles_fts AS f JOIN articles AS a ON a.id = f.rowid
    WHERE articles_fts MATCH :expression AND f.rank MATCH 'bm25(5.0, 1.0)' AND a.superseded_by IS NULL
    """
      + narrowed("a.published_earliest", "a.published_latest")
      + (person == nil ? "" : "\n  AND a.id IN (SELECT article FROM theirs)")
      + "\nORDER BY f.rank LIMIT :limit"
  }

  private var statements: String {
    """
    SELECT 'statement' AS what, coalesce(s.date, a.published) AS date,
      (SELECT speakers FROM statement_details WHERE statement = s.id) AS who, a.title,
      snippet(statements_fts, 0, '[', ']', '…', 24) AS words, coalesce(a.url, a.source) AS source,
      coalesce(s.key, a.key) AS id, round(-f.rank, 3) AS score
    FROM statements_fts AS f JOIN statements AS s ON s.id = f.rowid JOIN articles AS a ON a.id = s.article
    WHERE statements_fts MATCH :expression AND a.superseded_by IS NULL
    """
      + narrowed(
        "coalesce(s.earliest, a.published_earliest)", "coalesce(s.latest, a.published_latest)")
      + (person == nil
        ? ""
        : "\n  AND s.id IN (SELECT p.statement FROM who JOIN speakers AS p ON p.entity = who.entity)")
      + "\nORDER BY f.rank LIMIT :limit"
  }

  /// What has no date is left out where a period is asked for.
  private func narrowed(_ earliest: String, _ latest: String) -> String {
    (since.isEmpty ? "" : "\n  AND \(latest) >= :since")
      + (until.isEmpty ? "" : "\n  AND \(earliest) <= :until || '-99'")
  }
}

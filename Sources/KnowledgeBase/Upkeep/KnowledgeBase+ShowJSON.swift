import SQLite

extension KnowledgeBase {
  /// All that the base knows of one thing, as one line of JSON; what is not known is null, what there is none of an empty list.
  public func showJSON(_ subject: Subject, _ id: Int64) throws -> String {
    let sql =
      switch subject {
      case .entity: Self.entityJSON
      case .meeting: Self.meetingJSON
      case .agreement: Self.agreementJSON
      case .article: Self.articleJSON
      }
    guard case .text(let text)? = try database.scalar(sql, [.integer(id)]) else {
      throw KnowledgeBaseError.notFound(what: subject.rawValue, name: String(id))
    }
    return text
  }

  /// A list of objects; `members` are the columns of the query `rows`, in its order.
  private static func list(_ members: [String], _ rows: String) -> String {
    let pairs = members.map { "'\($0)', \($0)" }.joined(separator: ", ")
    return "json((SELECT json_group_array(json_object(\(pairs))) FROM (\(rows))))"
  }

  private static func evidence(_ column: String) -> String {
    list(
      ["article", "outlet", "published", "start", "length", "quote"],
      """
      SELECT e.article, a.outlet, a.published, e.start, e.length, e.quote FROM evidence AS e
      JOIN articles AS a ON a.id = e.article WHERE e.\(column) = ?1 ORDER BY a.published_earliest, a.key, e.start
      """)
  }

  private static func contradictions(_ column: String) -> String {
    list(
      ["field", "value", "articles", "chosen"],
      "SELECT field, value, articles, chosen FROM contradictions WHERE \(column) = ?1 ORDER BY field, chosen DESC, value"
    )
  }

  private static func parties(_ table: String, _ column: String) -> String {
    list(
      ["entity", "key", "name", "capacity", "role", "country"],
      """
      SELECT e.id AS entity, e.key, e.name, p.capacity, p.role, p.country FROM \(table) AS p
      JOIN entities AS e ON e.id = p.entity WHERE p.\(column) = ?1
      ORDER BY p.capacity = 'attendee', p.capacity, e.name
      """)
  }

  private static let entityJSON = """
    SELECT json_object('entity', id, 'key', key, 'kind', kind, 'name', name, 'country', country,
      'names', \(list(["name", "articles"], "SELECT name, articles FROM names WHERE entity = ?1 ORDER BY articles DESC, name")),
      'roles', \(list(["role", "country", "earliest", "latest", "reports"], "SELECT role, country, earliest, latest, reports FROM (\(rolesOfOne)) ORDER BY earliest, role")),
      'identities', \(list(["key", "articles"], "SELECT key, articles FROM identities WHERE entity = ?1 ORDER BY key")),
      'meetings', \(list(
        ["meeting", "date", "status", "mode", "principals", "place", "capacity"],
        """
        SELECT d.meeting, d.date, d.status, d.mode, d.principals, d.place, p.capacity FROM participants AS p
        JOIN meeting_details AS d ON d.meeting = p.meeting WHERE p.entity = ?1
        ORDER BY d.earliest IS NULL, d.earliest, d.meeting
        """)),
      'agreements', \(list(
        ["agreement", "date", "title", "status"],
        """
        SELECT DISTINCT d.agreement, d.date, d.title, d.status FROM parties AS p
        JOIN agreement_details AS d ON d.agreement = p.agreement WHERE p.entity = ?1
        ORDER BY d.earliest IS NULL, d.earliest, d.agreement
        """)),
      'statements', \(list(
        ["statement", "date", "article", "kind", "text"],
        """
        SELECT s.id AS statement, s.date, s.article, s.kind, s.text FROM speakers AS p JOIN statements AS s ON s.id = p.statement
        WHERE p.entity = ?1 ORDER BY s.earliest IS NULL, s.earliest, s.id
        """)),
      'may_also_be', \(list(
        ["entity", "name", "reason"],
        """
        SELECT entity, name, reason FROM (\(doubtsOfOne)) ORDER BY name, entity
        """)))
    FROM entities WHERE id = ?1
    """

  private static let meetingJSON = """
    SELECT json_object('meeting', id, 'key', key, 'status', status, 'mode', mode, 'date', date, 'earliest', earliest,
      'latest', latest, 'date_basis', date_basis, 'place', place, 'country', country,
      'participants', \(parties("participants", "meeting")),
      'topics', json((SELECT json_group_array(topic) FROM (SELECT topic FROM topics WHERE meeting = ?1 ORDER BY topic))),
      'contradictions', \(contradictions("meeting")),
      'evidence', \(evidence("meeting")),
      'statements', \(list(["statement", "article", "kind", "text"], "SELECT id AS statement, article, kind, text FROM statements WHERE meeting = ?1 ORDER BY id")))
    FROM meetings WHERE id = ?1
    """

  private static let agreementJSON = """
    SELECT json_object('agreement', id, 'key', key, 'title', title, 'kind', kind, 'status', status, 'count', count,
      'date', date, 'earliest', earliest, 'latest', latest, 'date_basis', date_basis, 'place', place, 'country', country,
      'parties', \(parties("parties", "agreement")),
      'contradictions', \(contradictions("agreement")),
      'evidence', \(evidence("agreement")))
    FROM agreements WHERE id = ?1
    """

  private static let articleJSON = """
    SELECT json_object('article', id, 'key', key, 'id', record_id, 'title', title, 'published', published,
      'outlet', outlet, 'author', author, 'language', language, 'url', url, 'source', source,
      'superseded_by', superseded_by, 'same_story_as', same_story_as,
      'meetings', \(list(
        ["meeting", "date", "status", "mode", "principals", "place"],
        """
        SELECT meeting, date, status, mode, principals, place FROM meeting_details
        WHERE meeting IN (SELECT meeting FROM evidence WHERE article = ?1)
        ORDER BY earliest IS NULL, earliest, meeting
        """)),
      'agreements', \(list(
        ["agreement", "date", "title", "status"],
        """
        SELECT agreement, date, title, status FROM agreement_details
        WHERE agreement IN (SELECT agreement FROM evidence WHERE article = ?1) ORDER BY agreement
        """)),
      'statements', \(list(["statement", "speakers", "kind", "text"], "SELECT statement, speakers, kind, text FROM statement_details WHERE article = ?1 ORDER BY statement")))
    FROM articles WHERE id = ?1
    """
}

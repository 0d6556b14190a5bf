import SQLite

extension KnowledgeBase {
  /// All that the base knows of one thing, as lines of text.
  public func show(_ subject: Subject, _ id: Int64) throws -> [String] {
    switch subject {
    case .entity: try showEntity(id)
    case .meeting: try showMeeting(id)
    case .agreement: try showAgreement(id)
    case .article: try showArticle(id)
    }
  }

  private func showEntity(_ id: Int64) throws -> [String] {
    var out = try lines(
      "SELECT name || ' (' || kind || coalesce(', ' || country, '') || '), entity ' || id || ', ' || key FROM entities WHERE id = ?",
      id)
    try section(
      "names",
      "SELECT name || ' (' || articles || ')' FROM names WHERE entity = ? ORDER BY articles DESC, name",
      id, &out)
    try section(
      "roles",
      """
      SELECT role || coalesce(', ' || country, '') || CASE WHEN earliest IS NULL THEN '' WHEN earliest = latest
        THEN ', ' || earliest ELSE ', ' || earliest || ' to ' || latest END
      FROM (\(KnowledgeBase.rolesOfOne)) ORDER BY earliest, role
      """, id, &out)
    try section(
      "identities",
      "SELECT key || ' (' || articles || ')' FROM identities WHERE entity = ? ORDER BY key", id,
      &out)
    try section(
      "meetings",
      """
      SELECT d.meeting || ' ' || coalesce(d.date, 'undated') || ' ' || d.status || ': ' || coalesce(d.principals, '')
        || coalesce(', ' || d.place, '') || CASE p.capacity WHEN 'principal' THEN '' ELSE ' (' || p.capacity || ')' END
      FROM participants AS p JOIN meeting_details AS d ON d.meeting = p.meeting
      WHERE p.entity = ? ORDER BY d.earliest IS NULL, d.earliest, d.meeting
      """, id, &out)
    try section(
      "agreements",
      """
      SELECT DISTINCT d.agreement || ' ' || coalesce(d.date, 'undated') || ' ' || d.title || ' (' || d.status || ')'
      FROM parties AS p JOIN agreement_details AS d ON d.agreement = p.agreement
      WHERE p.entity = ? ORDER BY d.earliest IS NULL, d.earliest, d.agreement
      """, id, &out)
    try section(
      "statements",
      """
      SELECT s.id || ' ' || coalesce(s.date, 'undated') || ' article ' || s.article || ': ' || s.text
      FROM speakers AS p JOIN statements AS s ON s.id = p.statement WHERE p.entity = ? ORDER BY s.earliest IS NULL, s.earliest, s.id
      """, id, &out)
    try section(
      "may also be",
      """
      SELECT entity || ' ' || name || ': ' || reason FROM (\(KnowledgeBase.doubtsOfOne))
      """, id, &out)
    return out
  }

  /// What the view `roles` has of the entity `?1`. Asked through the view, all who ever had an office would be read.
  static let rolesOfOne = """
    SELECT role, country, min(earliest) AS earliest, max(latest) AS latest, count(*) AS reports FROM (
      SELECT p.role, p.country, m.earliest, m.latest
      FROM participants AS p JOIN meetings AS m ON m.id = p.meeting WHERE p.entity = ?1
      UNION ALL
      SELECT p.role, p.country, g.earliest, g.latest
      FROM parties AS p JOIN agreements AS g ON g.id = p.agreement WHERE p.entity = ?1
      UNION ALL
      SELECT p.role, p.country, coalesce(s.earliest, a.published_earliest), coalesce(s.latest, a.published_latest)
      FROM speakers AS p JOIN statements AS s ON s.id = p.statement JOIN articles AS a ON a.id = s.article
      WHERE p.entity = ?1
    )
    WHERE role IS NOT NULL GROUP BY role, country
    """

  /// What the view `doubtful_pairs` has of the entity `?1`.
  static let doubtsOfOne = [("a", "b"), ("b", "a")].map { own, other in
    """
    SELECT e.id AS entity, e.name, d.reason FROM identities AS i JOIN doubts AS d ON d.\(own) = i.id
    JOIN identities AS o ON o.id = d.\(other) JOIN entities AS e ON e.id = o.entity
    WHERE i.entity = ?1 AND o.entity <> ?1
    """
  }.joined(separator: "\nUNION ")

  private func showMeeting(_ id: Int64) throws -> [String] {
    var out = try lines(
      """
      SELECT 'meeting ' || id || ', ' || key || ': ' || status || ', ' || mode || ', ' || coalesce(date, 'undated')
        || coalesce(' (' || date_basis || ')', '') || coalesce(', ' || place, '') || coalesce(' (' || country || ')', '')
      FROM meetings WHERE id = ?
      """, id)
    try section(
      "participants",
      """
      SELECT p.capacity || ': ' || e.name || coalesce(', ' || p.role, '') || coalesce(' (' || p.country || ')', '')
        || ', entity ' || e.id
      FROM participants AS p JOIN entities AS e ON e.id = p.entity WHERE p.meeting = ?
      ORDER BY p.capacity = 'attendee', p.capacity, e.name
      """, id, &out)
    try section("topics", "SELECT topic FROM topics WHERE meeting = ? ORDER BY topic", id, &out)
    try contradictions("meeting", id, &out)
    try evidence("meeting", id, &out)
    try section(
      "statements", "SELECT id || ' ' || text FROM statements WHERE meeting = ? ORDER BY id", id,
      &out)
    return out
  }

  private func showAgreement(_ id: Int64) throws -> [String] {
    var out = try lines(
      """
      SELECT 'agreement ' || id || ', ' || key || ': ' || title || ', ' || kind || ', ' || status
        || coalesce(', ' || count || ' in number', '') || ', ' || coalesce(date, 'undated') || coalesce(', ' || place, '')
      FROM agreements WHERE id = ?
      """, id)
    try section(
      "parties",
      """
      SELECT p.capacity || ': ' || e.name || coalesce(', ' || p.role, '') || coalesce(' (' || p.country || ')', '')
        || ', entity ' || e.id
      FROM parties AS p JOIN entities AS e ON e.id = p.entity WHERE p.agreement = ? ORDER BY p.capacity, e.name
      """, id, &out)
    try contradictions("agreement", id, &out)
    try evidence("agreement", id, &out)
    return out
  }

  private func showArticle(_ id: Int64) throws -> [String] {
    var out = try lines(
      """
      SELECT 'article ' || id || ', ' || key || coalesce(': ' || title, '') FROM articles WHERE id = ?1
      UNION ALL SELECT '  ' || coalesce('id ' || record_id || ', ', '') || coalesce(published, 'undated')
        || coalesce(', ' || outlet, '') || coalesce(', ' || author, '') || coalesce(', ' || language, '')
        || coalesce(', ' || url, '') || coalesce(', from ' || source, '') FROM articles WHERE id = ?1
      """, id)
    try section(
      "versions",
      """
      SELECT 'superseded by article ' || superseded_by FROM articles WHERE id = ?1 AND superseded_by IS NOT NULL
      UNION ALL SELECT 'near copy of article ' || same_story_as FROM articles WHERE id = ?1 AND same_story_as IS NOT NULL
      """, id, &out)
    try section(
      "meetings",
      """
      SELECT d.meeting || ' ' || coalesce(d.date, 'undated') || ' ' || d.status || ': ' || coalesce(d.principals, '')
        || coalesce(', ' || d.place, '')
      FROM meeting_details AS d WHERE d.meeting IN (SELECT meeting FROM evidence WHERE article = ?)
      ORDER BY d.earliest IS NULL, d.earliest, d.meeting
      """, id, &out)
    try section(
      "agreements",
      """
      SELECT d.agreement || ' ' || coalesce(d.date, 'undated') || ' ' || d.title FROM agreement_details AS d
      WHERE d.agreement IN (SELECT agreement FROM evidence WHERE article = ?) ORDER BY d.agreement
      """, id, &out)
    try section(
      "statements",
      """
      SELECT statement || ' ' || coalesce(speakers, '?') || ': ' || text FROM statement_details WHERE article = ?
      ORDER BY statement
      """, id, &out)
    return out
  }

  private func evidence(_ table: String, _ id: Int64, _ out: inout [String]) throws {
    try section(
      "evidence",
      """
      SELECT 'article ' || a.id || coalesce(', ' || a.outlet, '') || coalesce(', ' || a.published, '')
        || coalesce(' at ' || e.start, '') || ': ' || e.quote
      FROM evidence AS e JOIN articles AS a ON a.id = e.article WHERE e.\(table) = ?
      ORDER BY a.published_earliest, a.key, e.start
      """, id, &out)
  }

  private func contradictions(_ table: String, _ id: Int64, _ out: inout [String]) throws {
    try section(
      "contradictions",
      """
      SELECT field || ': ' || value || ', articles: ' || articles || CASE chosen WHEN 1 THEN ' (taken)' ELSE '' END
      FROM contradictions WHERE \(table) = ? ORDER BY field, chosen DESC, value
      """, id, &out)
  }

  private func section(_ title: String, _ sql: String, _ id: Int64, _ out: inout [String]) throws {
    let found = try lines(sql, id)
    if found.isEmpty { return }
    out.append(title)
    out += found.map { "  " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
  }

  private func lines(_ sql: String, _ id: Int64) throws -> [String] {
    try database.map(sql, [.integer(id)]) { $0.text(0) ?? "" }
  }
}

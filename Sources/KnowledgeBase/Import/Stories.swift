import Records
import SQLite

/// Which articles tell the same story in nearly the same words, as papers do that print one wire report.
///
/// Near copies are linked to one of them, the earliest: `same_story_as`. Who is linked to whom does not depend on the
/// order of imports: the relation is symmetric, the stories are its connected components.
struct Stories {
  let statements: StatementCache

  /// Files an article under its sketch and links it to its near copies. Call it once for every text.
  func add(_ article: Int64, _ sketch: StorySketch) throws {
    guard !sketch.hashes.isEmpty else { return }
    let copies = try copies(sketch)
    try statements.run(
      "INSERT OR REPLACE INTO sketches (article, sketch) VALUES (?, ?)",
      [.integer(article), .blob(sketch.bytes)])
    for key in sketch.keys {
      try statements.run(
        "INSERT OR IGNORE INTO story_keys (key, article) VALUES (?, ?)",
        [.integer(key), .integer(article)])
    }
    guard !copies.isEmpty else { return }
    try link(article, copies)
  }

  /// The other articles of the story that an article belongs to.
  func others(of article: Int64) throws -> [Int64] {
    try story(of: article).filter { $0 != article }.sorted()
  }

  /// Finds out anew which of these articles, that were one story, tell the same.
  func relink(_ articles: [Int64]) throws {
    for article in articles {
      try statements.run(
        "UPDATE articles SET same_story_as = NULL WHERE id = ?", [.integer(article)])
    }
    for article in articles {
      let bytes = try statements.first(
        "SELECT sketch FROM sketches WHERE article = ?", [.integer(article)]
      ) { $0.blob(0) }
      guard let bytes else { continue }
      let copies = try copies(StorySketch(bytes: bytes)).filter { $0 != article }
      if !copies.isEmpty { try link(article, copies) }
    }
  }

  private func link(_ article: Int64, _ copies: [Int64]) throws {
    var members: Set<Int64> = [article]
    for copy in copies { members.formUnion(try story(of: copy)) }
    try link(members)
  }

  private func copies(_ sketch: StorySketch) throws -> [Int64] {
    try candidates(sketch).filter { sketch.resembles($0.sketch) }.map(\.article)
  }

  private func candidates(_ sketch: StorySketch) throws -> [(article: Int64, sketch: StorySketch)] {
    var found: [Int64: StorySketch] = [:]
    for key in sketch.keys {
      let rows = try statements.map(
        "SELECT k.article, s.sketch FROM story_keys AS k JOIN sketches AS s ON s.article = k.article WHERE k.key = ?",
        [.integer(key)]
      ) { ($0.int64(0), $0.blob(1)) }
      for (article, bytes) in rows where found[article] == nil {
        found[article] = StorySketch(bytes: bytes)
      }
    }
    return found.map { ($0.key, $0.value) }
  }

  /// All articles of the story that an article belongs to, itself among them.
  private func story(of article: Int64) throws -> [Int64] {
    try statements.map(
      """
      SELECT id FROM articles
      WHERE id = (SELECT coalesce(same_story_as, id) FROM articles WHERE id = ?1)
        OR same_story_as = (SELECT coalesce(same_story_as, id) FROM articles WHERE id = ?1)
      """, [.integer(article)]
    ) { $0.int64(0) }
  }

  /// Links the articles of a story to the earliest of them; of one day, to the first by key.
  private func link(_ members: Set<Int64>) throws {
    var order: [(day: String, key: String, id: Int64)] = []
    for id in members {
      let row = try statements.first(
        "SELECT coalesce(published_earliest, '9999'), key FROM articles WHERE id = ?",
        [.integer(id)]
      ) { (day: $0.text(0) ?? "", key: $0.text(1) ?? "", id: id) }
      if let row { order.append(row) }
    }
    order.sort { ($0.day, $0.key) < ($1.day, $1.key) }
    guard let first = order.first else { return }
    for row in order {
      try statements.run(
        "UPDATE articles SET same_story_as = ?1 WHERE id = ?2 AND same_story_as IS NOT ?1",
        [row.id == first.id ? .null : .integer(first.id), .integer(row.id)])
    }
  }
}

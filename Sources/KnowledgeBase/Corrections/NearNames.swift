import Records
import SQLite

/// Names that are written nearly like one that nobody goes by.
struct NearNames {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The nearest names first, five at most: of entities those with the most articles among equals.
  func names(like folded: String, _ subject: Subject, kind: String?) throws -> [String] {
    let asked = folded.split(separator: " ").map { Array($0.utf8) }
    guard !asked.isEmpty, asked.count < 12 else { return [] }
    let sql: String
    switch subject {
    case .entity:
      sql = """
        SELECT n.folded, e.name, n.articles FROM names AS n JOIN entities AS e ON e.id = n.entity
        WHERE ?1 IS NULL OR e.kind = ?1
        """
    case .agreement: sql = "SELECT title, title, 0 FROM agreements WHERE ?1 IS NULL"
    case .article:
      sql =
        "SELECT record_id, record_id, 0 FROM articles WHERE ?1 IS NULL AND record_id IS NOT NULL"
    case .meeting: return []
    }
    var found: [String: (distance: Int, articles: Int)] = [:]
    try database.query(sql, [Value(kind)]) { row in
      var text = row.text(0) ?? ""
      if subject != .entity { text = Folding.fold(text) }
      guard let distance = Self.distance(asked, text) else { return }
      let name = row.text(1) ?? ""
      let articles = row.int(2) ?? 0
      if let known = found[name], (known.distance, -known.articles) <= (distance, -articles) {
        return
      }
      found[name] = (distance, articles)
    }
    return found.sorted {
      ($0.value.distance, -$0.value.articles, $0.key)
        < ($1.value.distance, -$1.value.articles, $1.key)
    }.prefix(5).map(\.key)
  }

  /// How many letters the words that were asked for are away from words of a name, each from the nearest; nil if one is too
  /// far from all.
  private static func distance(_ asked: [[UInt8]], _ name: String) -> Int? {
    let words = name.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) }
    var sum = 0
    for word in asked {
      var best: Int?
      for other in words {
        let limit = max(1, max(word.count, other.count) / 3)
        let distance = EditDistance.alignment(word, other, limit: best.map { $0 - 1 } ?? limit)
        if let distance { best = distance }
        if best == 0 { break }
      }
      guard let best else { return nil }
      sum += best
    }
    return sum
  }
}

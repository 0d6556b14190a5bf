import Questions
import SQLite

/// Every piece of evidence of an answer's meetings and agreements, for people.
struct EvidenceLines {
  let database: Database

  /// One block for each article that an answer names: where it is from, and the words.
  func lines(_ answer: Answer) throws -> [String] {
    guard let article = answer.columns.firstIndex(of: "article"),
      let quote = answer.columns.firstIndex(of: "quote")
    else { return [] }
    var seen: Set<String> = []
    var lines: [String] = []
    for row in answer.rows {
      guard case .text(let key) = row[article], case .text(let words) = row[quote],
        seen.insert(key + words).inserted
      else { continue }
      lines.append("")
      lines += try describe(key)
      lines += try pieces(key, words).map { "  \($0)" }
    }
    return lines
  }

  private func describe(_ key: String) throws -> [String] {
    try database.map(
      "SELECT key, title, outlet, published, coalesce(url, source) FROM articles WHERE key = ?",
      [.text(key)]
    ) { row in
      (0..<5).compactMap { row.text($0) }.joined(separator: " · ")
    }
  }

  /// The quote that was shown and what else the article says of the same meeting or agreement.
  private func pieces(_ key: String, _ quote: String) throws -> [String] {
    let found = try database.map(
      """
      SELECT DISTINCT v.quote, v.start, v.length FROM evidence AS v JOIN articles AS a ON a.id = v.article
      JOIN evidence AS w ON w.article = v.article AND w.meeting IS v.meeting AND w.agreement IS v.agreement
      WHERE a.key = ?1 AND w.quote = ?2 ORDER BY v.start, v.id
      """, [.text(key), .text(quote)]
    ) { row in
      "“\(row.text(0) ?? "")”"
        + (row.int(1).map { " (at \($0), \(row.int(2) ?? 0) code points)" } ?? "")
    }
    return found.isEmpty ? ["“\(quote)”"] : found
  }
}

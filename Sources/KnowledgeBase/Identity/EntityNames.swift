import Gazetteer
import Records
import SQLite

/// Writes the names of entities, and the one that stands for each.
struct EntityNames {
  /// A name and how many articles use it.
  struct Usage {
    var name: String
    var articles: Int
  }

  let statements: StatementCache
  let gazetteer: Gazetteer
  let fullText: FullTextQueue
  /// 1 for a person's name of more than one word, else 0.
  private let sorts = Memo { (name: String) in PersonName(name).map { $0.isPartial ? 0 : 1 } ?? 0 }
  /// Names that people gave, by the entity's row id.
  var given: [Int64: String] = [:]

  /// Brings the rows of an entity's names up to date with the spellings of its identities. Nothing happens to an
  /// entity without identities.
  func write(_ entity: Int64) throws {
    let usages = try statements.map(
      """
      SELECT s.name, sum(s.articles) FROM identities AS i JOIN spellings AS s ON s.identity = i.id
      WHERE i.entity = ? GROUP BY s.name
      """, [.integer(entity)]
    ) { Usage(name: $0.text(0) ?? "", articles: $0.int(1) ?? 0) }
    var wanted: [String: Int] = [:]
    for usage in usages { wanted[usage.name] = usage.articles }
    if let name = given[entity] { wanted[name, default: 0] += 0 }
    let present = try statements.map(
      "SELECT id, name, articles FROM names WHERE entity = ?", [.integer(entity)]
    ) { (id: $0.int64(0), name: $0.text(1) ?? "", articles: $0.int(2) ?? 0) }
    for row in present {
      if let articles = wanted.removeValue(forKey: row.name) {
        guard articles != row.articles else { continue }
        try statements.run(
          "UPDATE names SET articles = ? WHERE id = ?", [Value(articles), .integer(row.id)])
      } else {
        try fullText.removing(.names, row.id)
        try statements.run("DELETE FROM names WHERE id = ?", [.integer(row.id)])
      }
    }
    for (name, articles) in wanted.sorted(by: { $0.key < $1.key }) {
      let id = try statements.insert(
        "INSERT INTO names (entity, name, folded, articles) VALUES (?, ?, ?, ?)",
        [.integer(entity), .text(name), .text(Folding.fold(name)), Value(articles)])
      fullText.inserted(.names, id)
    }
    guard
      let row = try statements.first(
        "SELECT kind, country, name FROM entities WHERE id = ?", [.integer(entity)],
        { (kind: $0.text(0) ?? "", country: $0.text(1), name: $0.text(2) ?? "") })
    else { return }
    guard let name = given[entity] ?? best(usages, kind: row.kind, country: row.country),
      name != row.name
    else { return }
    try statements.run(
      "UPDATE entities SET name = ? WHERE id = ?", [.text(name), .integer(entity)])
  }

  /// The name that most articles use, among those of the best sort: for a person those with more than one word, for a
  /// government the names of its country. Among equals the longer one, then the one with more marks, then by letters.
  func best(_ usages: [Usage], kind: String, country: String?) -> String? {
    guard usages.count > 1 else { return usages.first?.name }
    return usages.map { ($0.name, rank($0, kind, country)) }.max { left, right in
      left.1 == right.1 ? left.0 > right.0 : left.1.lexicographicallyPrecedes(right.1)
    }?.0
  }

  private func rank(_ usage: Usage, _ kind: String, _ country: String?) -> [Int] {
    let sort: Int
    switch kind {
    case "person":
      sort = sorts[usage.name]
    case "government":
      let names =
        country.flatMap { gazetteer.country(code: $0) }
        .map { $0.englishNames + $0.spanishNames } ?? []
      let folded = Folding.fold(usage.name)
      sort = names.contains { Folding.fold($0) == folded } ? 1 : 0
    default: sort = 0
    }
    let marks = usage.name.unicodeScalars.count { $0.value > 0x7F }
    return [sort, usage.articles, usage.name.unicodeScalars.count, marks]
  }
}

import Records
import SQLite

/// The roles of a base by country, read by jumping through the index rather than over all rows.
final class OfficeResolver {
  /// Where roles are reported.
  enum Table: String { case participants, parties, speakers }

  private let database: Database
  private let offices: Offices
  private let sets: WordSets
  private var cache: [String: [String]] = [:]
  private var roleWords: [String: Set<String>] = [:]

  init(database: Database, offices: Offices, sets: WordSets) {
    self.database = database
    self.offices = offices
    self.sets = sets
  }

  /// The roles of a country that name one of the offices, as they are reported.
  func roles(_ asked: Set<String>, country: String?, in table: Table) throws -> [String] {
    try roles(of: country, in: table).filter {
      Offices.match(role: offices.keys(role: $0, country: country), asked: asked)
    }
  }

  /// The roles that name one of the offices and, beside it, the body; of any country.
  func roles(_ asked: Set<String>, body: [String], in table: Table) throws -> [(String?, [String])]
  {
    try countries(in: table).compactMap { country in
      let found = try roles(asked, country: country, in: table).filter { role in
        let words = " " + Folding.fold(role) + " "
        return body.contains { words.contains(" \($0) ") }
      }
      return found.isEmpty ? nil : (country, found)
    }
  }

  /// The roles that have all of the words, by country; a word may also be the country's name or adjective, but not all.
  func roles(withWords asked: [String], in table: Table) throws -> [(
    country: String?, roles: [String]
  )] {
    guard !asked.isEmpty else { return [] }
    let same = Expansions(sets, of: "role")
    func plain(_ words: [String]) -> [String] { words.flatMap { same.long($0) ?? [$0] } }
    func words(of role: String) -> Set<String> {
      if let known = roleWords[role] { return known }
      let found = Set(plain(Folding.fold(role).split(separator: " ").map(String.init)))
      roleWords[role] = found
      return found
    }
    let asked = plain(asked)
    return try countries(in: table).compactMap { country in
      let own = asked.filter { word in
        country != nil
          && (CountryNames.shared.named(word) == country
            || CountryNames.shared.demonym(word) == country)
      }
      let found = try roles(of: country, in: table).filter { role in
        let words = words(of: role)
        return asked.allSatisfy { words.contains($0) || own.contains($0) }
          && asked.contains { words.contains($0) && !own.contains($0) }
      }
      return found.isEmpty ? nil : (country, found)
    }
  }

  /// True if one role of participants or speakers has all of the words; a country's may stand for it.
  func isRole(_ folded: String) -> Bool {
    let words = folded.split(separator: " ").map(String.init).filter { !sets.contains("stop", $0) }
    return [Table.participants, .speakers].contains { table in
      (try? roles(withWords: words, in: table))?.isEmpty == false
    }
  }

  /// True if a word is the name of an office, in the singular or the plural.
  func isOffice(_ word: String) -> Bool {
    offices.prefix([word]) != nil || ["country", "countries", "pais", "paises"].contains(word)
  }

  /// The roles in which someone is reported, with the country that is told beside each.
  func roles(of entities: [Int64], in table: Table) throws -> [(role: String, country: String?)] {
    try database.map(
      """
      SELECT DISTINCT role, country FROM \(table.rawValue)
      WHERE role IS NOT NULL AND entity IN (\(entities.map(String.init).joined(separator: ", "))) ORDER BY role
      """
    ) { ($0.text(0) ?? "", $0.text(1)) }
  }

  /// The offices that a role names.
  func keys(role: String, country: String?) -> Set<String> {
    offices.keys(role: role, country: country)
  }

  /// The countries of which roles are reported; nil stands for none given.
  func countries(in table: Table) throws -> [String?] {
    let codes = try database.map(
      """
      WITH RECURSIVE c(code) AS (
        SELECT min(country) FROM \(table.rawValue)
        UNION ALL SELECT (SELECT min(country) FROM \(table.rawValue) WHERE country > code) FROM c WHERE code IS NOT NULL
      ) SELECT code FROM c WHERE code IS NOT NULL
      """
    ) { $0.text(0) }
    return codes + [nil]
  }

  private func roles(of country: String?, in table: Table) throws -> [String] {
    let key = "\(table.rawValue) \(country ?? "")"
    if let cached = cache[key] { return cached }
    let roles = try database.map(
      """
      WITH RECURSIVE r(role) AS (
        SELECT min(role) FROM \(table.rawValue) WHERE country IS ?1
        UNION ALL SELECT (SELECT min(role) FROM \(table.rawValue) WHERE country IS ?1 AND role > r.role)
        FROM r WHERE r.role IS NOT NULL
      ) SELECT role FROM r WHERE role IS NOT NULL
      """, [Value(country)]
    ) { $0.text(0) ?? "" }
    cache[key] = roles
    return roles
  }

  /// Persons without a name that are written by such an office ("Foreign Minister of Britain").
  func unnamed(_ asked: Set<String>, country: String) throws -> [Int64] {
    let forms = asked.flatMap { offices.forms(of: $0) }.map { FullText.all($0) }
    guard !forms.isEmpty else { return [] }
    return try database.map(
      """
      SELECT DISTINCT e.id, n.name FROM names_fts AS f JOIN names AS n ON n.id = f.rowid JOIN entities AS e ON e.id = n.entity
      WHERE names_fts MATCH ? AND e.country = ? AND e.kind = 'person' ORDER BY e.id
      """, [.text(forms.map { "(\($0))" }.joined(separator: " OR ")), .text(country)]
    ) { ($0.int64(0), $0.text(1) ?? "") }
    .filter { Offices.match(role: offices.keys(role: $0.1, country: country), asked: asked) }.map(
      \.0)
  }
}

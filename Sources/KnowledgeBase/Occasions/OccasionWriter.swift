import Gazetteer
import Records
import SQLite

/// What the rows of meetings and agreements have in common: date, place, parties, contradictions.
struct OccasionWriter {
  let statements: StatementCache
  let gazetteer: Gazetteer
  let fullText: FullTextQueue
  let tally: MeetingTally
  /// Places by their words: articles name the same few over and over.
  let places: Memo<String, PlaceName>

  init(
    statements: StatementCache, gazetteer: Gazetteer, fullText: FullTextQueue, tally: MeetingTally
  ) {
    self.tally = tally
    self.statements = statements
    self.gazetteer = gazetteer
    self.fullText = fullText
    places = Memo { PlaceName($0, gazetteer) }
  }

  /// A date as it is chosen from several, and whether the others leave room for it.
  struct Dated {
    var date: EDTF?
    var basis: String?
    /// Values with counts, where some exclude others.
    var contradictions: [String: Int] = [:]
  }

  /// The most precise of the dates; that of most articles among equals.
  func date(_ dates: [(text: String?, basis: String?, articles: Int)]) -> Dated {
    var choice = Choice<String>()
    for date in dates { choice.add(date.text, date.articles) }
    let spans = choice.counts.keys.compactMap { EDTF($0) }
    let best = choice.best(
      rank: { text in EDTF(text).map { $0.earliest.number - $0.latest.number } ?? Int.min },
      text: { $0 })
    guard let best, let date = EDTF(best) else { return Dated() }
    let bases = Set(dates.filter { $0.text == best }.compactMap(\.basis))
    let basis = ["stated", "relative", "inferred"].first(where: bases.contains)
    let clash = spans.contains { $0.earliest > date.earliest || $0.latest < date.latest }
    return Dated(date: date, basis: basis, contradictions: clash ? choice.counts : [:])
  }

  /// The most specific of the places, and all of them where some exclude others.
  func place(_ places: [(text: String?, articles: Int)]) -> (
    best: PlaceName?, contradictions: [String: Int]
  ) {
    var choice = Choice<String>()
    for place in places { choice.add(place.text, place.articles) }
    if choice.counts.count < 2 {
      return (choice.counts.keys.first.map { self.places[$0] }, [:])
    }
    let known = choice.counts.keys.map { self.places[$0] }
    let clash = known.contains { left in known.contains { left.contradicts($0) } }
    // Where places exclude each other, the most articles decide, not the most precise.
    let best = choice.best(
      rank: { clash ? 0 : self.places[$0].precision }, text: { $0 })
    return (best.map { self.places[$0] }, clash ? choice.counts : [:])
  }

  /// Writes the row of an occasion, and gives its id: in place of the one that stands there, or a new one. `indexed` is the
  /// column of `values` that has a full-text index.
  func write(
    _ table: FullTextQueue.Table, row: Int64?, _ values: KeyValuePairs<String, Value>,
    indexed: String
  ) throws -> Int64 {
    let columns = values.map(\.key)
    guard let row else {
      let id = try statements.insert(
        "INSERT INTO \(table.rawValue) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))",
        values.map(\.value))
      fullText.inserted(table, id)
      if table == .meetings { tally.inserted(id) }
      return id
    }
    let old = try statements.first(
      "SELECT \(columns.joined(separator: ", ")) FROM \(table.rawValue) WHERE id = ?",
      [.integer(row)]
    ) { $0.values() }
    guard old != values.map(\.value) else { return row }
    if let place = columns.firstIndex(of: indexed), old?[place] != values[place].value {
      try fullText.changing(table, row)
    }
    if table == .meetings, let status = columns.firstIndex(of: "status"),
      old?[status] != values[status].value
    {
      try tally.changing(row)
    }
    try statements.run(
      "UPDATE \(table.rawValue) SET \(columns.map { $0 + " = ?" }.joined(separator: ", ")) WHERE id = ?",
      values.map(\.value) + [.integer(row)])
    return row
  }

  /// Writes the rows that hang on an occasion, in place of those that stand there, where they are not the same. `owner` is
  /// the column that names the occasion; the rows are without it.
  func write(
    _ table: String, owner: String, _ id: Int64, isNew: Bool, columns: [String], _ rows: [[Value]],
    index: FullTextQueue.Table? = nil
  ) throws {
    let list = columns.joined(separator: ", ")
    if !isNew {
      let old = try statements.map(
        "SELECT \(list) FROM \(table) WHERE \(owner) = ? ORDER BY id", [.integer(id)]
      ) { $0.values() }
      if old == rows { return }
      if let index {
        let ids = try statements.map(
          "SELECT id FROM \(table) WHERE \(owner) = ?", [.integer(id)]
        ) { $0.int64(0) }
        for id in ids { try fullText.removing(index, id) }
      }
      try statements.run("DELETE FROM \(table) WHERE \(owner) = ?", [.integer(id)])
    }
    for row in rows {
      let number = try statements.insert(
        "INSERT INTO \(table) (\(owner), \(list)) VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))",
        [.integer(id)] + row)
      if let index { fullText.inserted(index, number) }
    }
  }

  /// Writes who took part in an occasion, where it is not what stands there: rows that stay are left alone, and such of which
  /// only the entity became another one are changed in place. `owner` is the column that names the occasion.
  func write(
    _ parties: [Party], to table: String, owner: String, _ id: Int64, isNew: Bool
  ) throws {
    let columns = ["entity", "capacity", "role", "country"]
    let list = columns.joined(separator: ", ")
    var wanted = parties.map(\.values)
    if !isNew {
      var former = try statements.map(
        "SELECT id, \(list) FROM \(table) WHERE \(owner) = ?", [.integer(id)]
      ) { (id: $0.int64(0), values: Array($0.values().dropFirst())) }
      former.removeAll { row in
        guard let same = wanted.firstIndex(of: row.values) else { return false }
        wanted.remove(at: same)
        return true
      }
      if table == "participants", !(former.isEmpty && wanted.isEmpty) { try tally.changing(id) }
      // Those that go first: an entity stands there once.
      var changed: [(id: Int64, entity: Value)] = []
      for row in former {
        let others = Set(former.filter { $0.id != row.id }.map { $0.values[0] })
        if let next = wanted.firstIndex(where: {
          $0.dropFirst().elementsEqual(row.values.dropFirst()) && !others.contains($0[0])
        }) {
          changed.append((row.id, wanted.remove(at: next)[0]))
        } else {
          try statements.run("DELETE FROM \(table) WHERE id = ?", [.integer(row.id)])
        }
      }
      for row in changed {
        try statements.run(
          "UPDATE \(table) SET entity = ? WHERE id = ?", [row.entity, .integer(row.id)])
      }
    }
    for row in wanted {
      try statements.run(
        "INSERT INTO \(table) (\(owner), \(list)) VALUES (?, ?, ?, ?, ?)", [.integer(id)] + row)
    }
  }

  /// Writes the rows of `contradictions`: each field with its values, how many articles give each, and the one chosen.
  func contradictions(
    owner: String, _ id: Int64, isNew: Bool, _ fields: [(String, [String: Int], String?)]
  ) throws {
    let rows = fields.flatMap { field, values, chosen in
      values.sorted { $0.key < $1.key }.map { value, articles -> [Value] in
        [.text(field), .text(value), Value(articles), .integer(value == chosen ? 1 : 0)]
      }
    }
    try write(
      "contradictions", owner: owner, id, isNew: isNew,
      columns: ["field", "value", "articles", "chosen"], rows)
  }

  /// A party of an occasion: the entity with the role and the country that most articles report.
  struct Party {
    var entity: Int64
    var capacity: String
    var role: String?
    var country: String?

    var values: [Value] { [.integer(entity), .text(capacity), Value(role), Value(country)] }
  }

  /// The parties that the reports name; each entity once in each class of `capacities`, in the highest capacity.
  func parties<T: Terms>(_ reports: [Report<T>], capacities: [[String]]) -> [Party] {
    var out: [Party] = []
    for group in capacities {
      var entities: [Int64: (capacity: Int, roles: Choice<String>, countries: Choice<String>)] = [:]
      for report in reports {
        for (party, entity) in zip(report.terms.parties, report.entities) {
          guard let rank = group.firstIndex(of: party.capacity) else { continue }
          var known = entities[entity] ?? (rank, Choice(), Choice())
          known.capacity = min(known.capacity, rank)
          known.roles.add(party.role, report.articles)
          known.countries.add(
            party.country ?? OccasionWriter.country(ofIdentity: party.identity), report.articles)
          entities[entity] = known
        }
      }
      for (entity, known) in entities.sorted(by: { $0.key < $1.key }) {
        out.append(
          Party(
            entity: entity, capacity: group[known.capacity], role: known.roles.best { $0 },
            country: known.countries.best { $0 }))
      }
    }
    return out
  }

  /// The country in an identity's key.
  static func country(ofIdentity key: String) -> String? {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 2 && parts[2].utf8.count == 2 ? String(parts[2]) : nil
  }
}

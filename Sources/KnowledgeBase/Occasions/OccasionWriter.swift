import Gazetteer
import Records
import SQLite

/// What the rows of meetings and agreements have in common: date, place, parties, contradictions.
struct OccasionWriter {
  let statements: StatementCache
  let gazetteer: Gazetteer

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
    let known = choice.counts.keys.map { PlaceName($0, gazetteer) }
    let clash = known.contains { left in known.contains { left.contradicts($0) } }
    // Where places exclude each other, the most articles decide, not the most precise.
    let best = choice.best(
      rank: { clash ? 0 : PlaceName($0, gazetteer).precision }, text: { $0 })
    return (best.map { PlaceName($0, gazetteer) }, clash ? choice.counts : [:])
  }

  /// Writes the rows of `contradictions` for a field.
  func contradictions(
    table: String, row: Int64, field: String, values: [String: Int], chosen: String?
  ) throws {
    for (value, articles) in values.sorted(by: { $0.key < $1.key }) {
      try statements.run(
        "INSERT INTO contradictions (\(table), field, value, articles, chosen) VALUES (?, ?, ?, ?, ?)",
        [
          .integer(row), .text(field), .text(value), Value(articles),
          .integer(value == chosen ? 1 : 0),
        ])
    }
  }

  /// A party of an occasion: the entity with the role and the country that most articles report.
  struct Party {
    var entity: Int64
    var capacity: String
    var role: String?
    var country: String?
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

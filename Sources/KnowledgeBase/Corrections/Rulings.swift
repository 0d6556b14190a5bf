/// What people decided about occasions of one sort, or about entities, by stable id.
struct Rulings {
  /// Pairs that are one.
  var merged: [(String, String)] = []
  /// Pairs that are not.
  var apart: [(String, String)] = []
  /// Those that are to be left out.
  var rejected: Set<String> = []
  /// Fields with the values that people gave; nil for none.
  var given: [String: [(field: String, value: String?)]] = [:]

  /// With whom each is joined by a decision, one way or the other.
  private(set) var partners: [String: Set<String>] = [:]

  /// All of which something was decided.
  var subjects: Set<String> { rejected.union(given.keys).union(partners.keys) }

  /// Finds the partners; after the pairs are complete.
  mutating func connect() {
    partners = [:]
    for (first, second) in merged + apart {
      partners[first, default: []].insert(second)
      partners[second, default: []].insert(first)
    }
  }

  /// The values given to any of the keys, in the order in which they were given: the last one holds.
  func values(for keys: [String]) -> [String: String?] {
    var out: [String: String?] = [:]
    for key in keys {
      for (field, value) in given[key] ?? [] { out[field] = .some(value) }
    }
    return out
  }
}

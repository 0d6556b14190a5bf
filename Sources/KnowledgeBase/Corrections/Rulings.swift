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

  /// All that was decided, a line each with the keys that it concerns.
  private var lines: [String: [String]] {
    var out: [String: [String]] = [:]
    for (first, second) in merged { out["\(first) is \(second)"] = [first, second] }
    for (first, second) in apart { out["\(first) is not \(second)"] = [first, second] }
    for key in rejected { out["not \(key)"] = [key] }
    for (key, values) in given {
      for (position, value) in values.enumerated() {
        out["\(key) \(position) \(value.field) \(value.value ?? "-")"] = [key]
      }
    }
    return out
  }

  /// The keys of which something else is decided than before.
  func changes(since before: Rulings) -> [String] {
    let (old, new) = (before.lines, lines)
    guard old.keys != new.keys else { return [] }
    var keys: Set<String> = []
    for (line, concerned) in old where new[line] == nil { keys.formUnion(concerned) }
    for (line, concerned) in new where old[line] == nil { keys.formUnion(concerned) }
    return keys.sorted()
  }

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

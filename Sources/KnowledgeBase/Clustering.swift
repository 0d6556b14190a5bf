/// Sorts things into groups of which each is one and the same, by what is known of pairs.
///
/// The result is a function of the set: neither the order of the things nor that of the pairs plays a part.
struct Clustering {
  /// What is known of a pair. The relation must be symmetric.
  enum Relation: Equatable {
    /// Nothing speaks for them being the same.
    case unrelated
    /// They cannot be the same.
    case conflict
    /// They may well be the same; a higher number means on better grounds.
    case match(Int)
  }

  /// Two things that match, and were kept apart since one of them matches something else as well, which conflicts.
  struct Doubt: Hashable {
    var first: Int
    var second: Int
  }

  /// Groups of indices, each sorted, sorted by their first.
  private(set) var groups: [[Int]] = []
  private(set) var doubts: [Doubt] = []

  /// Groups `count` things.
  ///
  /// A match of two holds unless one of them matches, on grounds as good, a third that conflicts with the other:
  /// then it cannot be told which it is, and doubt keeps apart. Groups are the connected components of the matches
  /// that hold, without any pair in conflict; `forced` pairs are together in any case, `apart` pairs in none.
  /// `keys` are unique and order what would otherwise depend on the indices.
  init(
    keys: [String], forced: [(Int, Int)] = [], apart: [(Int, Int)] = [],
    relation: (Int, Int) throws -> Relation
  ) rethrows {
    let count = keys.count
    var relations = [[Relation]](
      repeating: [Relation](repeating: .unrelated, count: count), count: count)
    for first in 0..<count {
      for second in first + 1..<max(count, first + 1) {
        let value = try relation(first, second)
        relations[first][second] = value
        relations[second][first] = value
      }
    }
    var prevented = Set<Doubt>()
    for (first, second) in apart {
      relations[first][second] = .conflict
      relations[second][first] = .conflict
      prevented.insert(Doubt(first: min(first, second), second: max(first, second)))
    }
    var edges: [Edge] = []
    for first in 0..<count {
      for second in first + 1..<max(count, first + 1) {
        guard case .match(let strength) = relations[first][second] else { continue }
        let isHeld =
          Self.holds(first, second, strength, relations)
          && Self.holds(second, first, strength, relations)
        edges.append(Edge(first: first, second: second, strength: strength, isHeld: isHeld))
      }
    }
    self.init(keys: keys, edges: edges, forced: forced) { relations[$0][$1] == .conflict }
    doubts.removeAll { prevented.contains($0) }
  }

  /// A match of two, and whether it holds.
  struct Edge {
    var first: Int
    var second: Int
    var strength: Int
    var isHeld: Bool
  }

  /// Groups things of which all matches are known, and whether they hold.
  init(
    keys: [String], edges: [Edge], forced: [(Int, Int)] = [], conflict: (Int, Int) -> Bool
  ) {
    var parent = Array(keys.indices)
    var members = parent.map { [$0] }
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    func join(_ first: Int, _ second: Int) {
      let (a, b) = (root(first), root(second))
      guard a != b else { return }
      parent[b] = a
      members[a] += members[b]
      members[b] = []
    }
    for (first, second) in forced { join(first, second) }
    let ordered = edges.map { edge in
      keys[edge.first] < keys[edge.second]
        ? edge
        : Edge(
          first: edge.second, second: edge.first, strength: edge.strength, isHeld: edge.isHeld)
    }.sorted {
      ($1.strength, keys[$0.first], keys[$0.second])
        < ($0.strength, keys[$1.first], keys[$1.second])
    }
    for edge in ordered {
      let (a, b) = (root(edge.first), root(edge.second))
      if a == b { continue }
      if edge.isHeld,
        !members[a].contains(where: { left in members[b].contains { conflict(left, $0) } })
      {
        join(a, b)
      } else {
        doubts.append(
          Doubt(first: min(edge.first, edge.second), second: max(edge.first, edge.second)))
      }
    }
    groups = members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    doubts.removeAll { root($0.first) == root($0.second) }
  }

  /// True if nothing that `hub` matches at least as well conflicts with `other`.
  private static func holds(
    _ hub: Int, _ other: Int, _ strength: Int, _ relations: [[Relation]]
  ) -> Bool {
    for third in relations.indices where third != other {
      if case .match(let rival) = relations[hub][third], rival >= strength,
        relations[third][other] == .conflict
      {
        return false
      }
    }
    return true
  }
}

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
  /// For each thing a number that it shares with those to which a chain of matches, or of what is known otherwise, leads.
  private(set) var chains: [Int] = []

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
    if count == 1 {
      groups = [[0]]
      chains = [0]
      return
    }
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
    chains = Self.chains(relations, forced + apart)
    var parent = Array(0..<count)
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

    var edges: [(strength: Int, first: Int, second: Int)] = []
    for first in 0..<count {
      for second in first + 1..<max(count, first + 1) {
        guard case .match(let strength) = relations[first][second] else { continue }
        edges.append(
          keys[first] < keys[second] ? (strength, first, second) : (strength, second, first))
      }
    }
    edges.sort {
      ($1.strength, keys[$0.first], keys[$0.second]) < (
        $0.strength, keys[$1.first], keys[$1.second]
      )
    }
    for edge in edges {
      let held =
        Self.holds(edge.first, edge.second, edge.strength, relations)
        && Self.holds(edge.second, edge.first, edge.strength, relations)
      let (a, b) = (root(edge.first), root(edge.second))
      if a == b { continue }
      let clash = members[a].contains { left in
        members[b].contains { relations[left][$0] == .conflict }
      }
      if held && !clash {
        join(a, b)
      } else {
        doubts.append(
          Doubt(first: min(edge.first, edge.second), second: max(edge.first, edge.second)))
      }
    }
    groups = members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    doubts.removeAll { root($0.first) == root($0.second) || prevented.contains($0) }
  }

  private static func chains(_ relations: [[Relation]], _ known: [(Int, Int)]) -> [Int] {
    var chains = [Int?](repeating: nil, count: relations.count)
    for start in relations.indices where chains[start] == nil {
      var queue = [start]
      chains[start] = start
      while let here = queue.popLast() {
        var near = relations.indices.filter {
          if case .match = relations[here][$0] { return true }
          return false
        }
        near += known.compactMap { $0.0 == here ? $0.1 : $0.1 == here ? $0.0 : nil }
        for there in near where chains[there] == nil {
          chains[there] = start
          queue.append(there)
        }
      }
    }
    return chains.map { $0 ?? 0 }
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

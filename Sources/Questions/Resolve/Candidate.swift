import Records

/// An entity that a name in a question may mean.
struct Candidate: Equatable {
  let entity: Int64
  let kind: String
  let name: String
  let country: String?
  /// The words of the name that fits, and of the entity's usual name.
  var spellings: [[String]]
  /// True if the name is the asked one as a whole.
  var isExact: Bool

  /// True if two candidates are the same person under two spellings, as far as names and country tell.
  func isSame(as other: Candidate) -> Bool {
    if entity == other.entity { return true }
    guard kind == other.kind || kind != "person" && other.kind != "person" else { return false }
    guard country == other.country || country == nil || other.country == nil else { return false }
    if kind != "person" { return true }
    return spellings.contains { mine in other.spellings.contains { Candidate.agree(mine, $0) } }
  }

  /// True if two names of persons may be one: the words of one stand in the other, or differ by initials and spelling.
  static func agree(_ left: [String], _ right: [String]) -> Bool {
    guard left.count > 1, right.count > 1 else {
      return left.count == 1 && right.last == left.first
        || right.count == 1 && left.last == right.first
    }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    var used: Set<Int> = []
    for word in short {
      guard let match = long.indices.first(where: { !used.contains($0) && similar(word, long[$0]) })
      else { return false }
      used.insert(match)
    }
    return true
  }

  private static func similar(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if left.utf8.count == 1 || right.utf8.count == 1 { return left.first == right.first }
    guard left.first == right.first else { return false }
    let shorter = min(left.utf8.count, right.utf8.count)
    guard shorter >= 5 else { return false }
    return Spelling.distance(left, right, limit: shorter >= 6 ? 2 : 1) != nil
  }
}

/// How far two words are apart.
enum Spelling {
  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); nil above the limit.
  static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    EditDistance.alignment(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: limit)
  }
}

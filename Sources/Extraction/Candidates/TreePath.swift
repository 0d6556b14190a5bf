import Language

/// How one word of a tree stands to another, by their lowest common ancestor.
struct TreePath {
  /// Steps from the first word up to the common ancestor; -1 if there is none.
  var up = -1
  /// Steps from the common ancestor down to the second word; -1 if there is none.
  var down = -1
  /// The relation by which the first word's side hangs on the common ancestor; nil if the word is the ancestor itself.
  var first: Relation?
  /// The relation by which the second word's side hangs on the common ancestor; nil if the word is the ancestor itself.
  var second: Relation?
  /// The common ancestor.
  var top = -1

  private static let limit = 12

  init(from a: Int, to b: Int, in tokens: [Token]) {
    guard tokens.indices.contains(a), tokens.indices.contains(b) else { return }
    var line: [Int] = [a]
    while let last = line.last, tokens.indices.contains(tokens[last].head),
      line.count < Self.limit
    {
      line.append(tokens[last].head)
    }
    var at = b
    var below: Int?
    for steps in 0..<Self.limit {
      if let found = line.firstIndex(of: at) {
        up = found
        down = steps
        top = at
        if found > 0 { first = tokens[line[found - 1]].relation }
        if let below { second = tokens[below].relation }
        return
      }
      guard tokens.indices.contains(tokens[at].head) else { return }
      below = at
      at = tokens[at].head
    }
  }
}

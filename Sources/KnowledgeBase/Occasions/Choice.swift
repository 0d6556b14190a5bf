/// Values that reports give for a field, with how many articles give each.
struct Choice<Value: Hashable> {
  private(set) var counts: [Value: Int] = [:]

  mutating func add(_ value: Value?, _ count: Int) {
    if let value { counts[value, default: 0] += count }
  }

  /// The best value by `rank`, the one that most articles give among equals; what is left is decided by `text`.
  func best(rank: (Value) -> Int = { _ in 0 }, text: (Value) -> String) -> Value? {
    if counts.count < 2 { return counts.keys.first }
    return counts.max { left, right in
      let (a, b) = ((rank(left.key), left.value), (rank(right.key), right.value))
      if a != b { return a < b }
      let (x, y) = (text(left.key), text(right.key))
      return x.unicodeScalars.count == y.unicodeScalars.count
        ? x > y : x.unicodeScalars.count < y.unicodeScalars.count
    }?.key
  }
}

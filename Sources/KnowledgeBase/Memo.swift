/// What was worked out for a key, kept for when it comes again. Not thread-safe.
final class Memo<Key: Hashable, Value> {
  private var values: [Key: Value] = [:]
  private let limit: Int
  private let make: (Key) -> Value

  /// `limit` is how many values are kept; beyond it all are let go.
  init(limit: Int = 20_000, _ make: @escaping (Key) -> Value) {
    self.limit = limit
    self.make = make
  }

  subscript(key: Key) -> Value {
    if let value = values[key] { return value }
    let value = make(key)
    if values.count >= limit { values.removeAll(keepingCapacity: true) }
    values[key] = value
    return value
  }
}

import Language

/// A multiclass averaged perceptron over hashed features; features enter when they are first updated.
final class Perceptron {
  let classes: Int
  private var keys: [UInt64] = [UInt64](repeating: 0, count: 1 << 16)
  private var rows: [Int32] = [Int32](repeating: 0, count: 1 << 16)
  private(set) var count = 0
  private var weights: [Float] = []
  private var sums: [Float] = []
  private var updates: [UInt16] = []
  /// How many sentences were seen.
  var time: Float = 1

  init(classes: Int) { self.classes = classes }

  /// The row of a feature; -1 if it has none.
  @inline(__always)
  private func row(_ feature: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: feature >> 3) & mask
    while true {
      let key = keys[slot]
      if key == feature { return Int(rows[slot]) }
      if key == 0 { return -1 }
      slot = (slot + 1) & mask
    }
  }

  private func insert(_ feature: UInt64) -> Int {
    let found = row(feature)
    if found >= 0 { return found }
    if count * 2 > keys.count { grow() }
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: feature >> 3) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = feature
    rows[slot] = Int32(count)
    count += 1
    weights.append(contentsOf: repeatElement(0, count: classes))
    sums.append(contentsOf: repeatElement(0, count: classes))
    updates.append(0)
    return count - 1
  }

  private func grow() {
    let oldKeys = keys
    let oldRows = rows
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    rows = [Int32](repeating: 0, count: oldKeys.count * 4)
    let mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: key >> 3) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      rows[slot] = oldRows[index]
    }
  }

  /// Sets the scores of all classes.
  func score(_ features: UnsafeBufferPointer<UInt64>, _ scores: inout [Float]) {
    scores.withUnsafeMutableBufferPointer { scores in
      for index in 0..<classes { scores[index] = 0 }
      weights.withUnsafeBufferPointer { weights in
        for feature in features {
          let row = row(feature)
          if row < 0 { continue }
          let base = row * classes
          for index in 0..<classes { scores[index] += weights[base + index] }
        }
      }
    }
  }

  /// Moves weight from the class guessed to the right one.
  func update(_ features: UnsafeBufferPointer<UInt64>, right: Int, wrong: Int, by step: Float = 1) {
    for feature in features {
      let row = insert(feature)
      let base = row * classes
      weights[base + right] += step
      weights[base + wrong] -= step
      sums[base + right] += step * time
      sums[base + wrong] -= step * time
      if updates[row] < .max { updates[row] += 1 }
    }
  }

  /// The averaged weights of features that were updated often enough.
  func averaged(minimumUpdates: Int) -> [(feature: UInt64, weights: [Float])] {
    var result: [(UInt64, [Float])] = []
    for (slot, key) in keys.enumerated() where key != 0 {
      let row = Int(rows[slot])
      if Int(updates[row]) < minimumUpdates { continue }
      let base = row * classes
      let own = (0..<classes).map { weights[base + $0] - sums[base + $0] / time }
      if own.contains(where: { abs($0) > 1e-3 }) { result.append((key, own)) }
    }
    return result
  }
}

/// Weights of hashed features, by class.
typealias WeightRows = [(feature: UInt64, weights: [Float])]

/// The mean of the weights of several perceptrons that saw the sentences in different orders.
func mean(_ runs: [WeightRows]) -> WeightRows {
  guard runs.count > 1 else { return runs.first ?? [] }
  var sums: [UInt64: [Float]] = [:]
  for (feature, weights) in runs.joined() {
    if let old = sums[feature] {
      sums[feature] = zip(old, weights).map { $0 + $1 }
    } else {
      sums[feature] = weights
    }
  }
  return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map { $0 / Float(runs.count) }) }
}

import CKernels
import Language

/// Numbers that are learnt, with their gradients and the averages of Adam (Kingma and Ba 2015).
final class Parameters {
  let count: Int
  /// Rows of this width are updated only when they were used.
  let width: Int
  let values: UnsafeMutablePointer<Float>
  let gradients: UnsafeMutablePointer<Float>
  private let first: UnsafeMutablePointer<Float>
  private let second: UnsafeMutablePointer<Float>
  private var used: [Int] = []
  private var isUsed: [Bool]

  /// All zero; `width` is that of a row, or the count for numbers that are always used.
  init(count: Int, width: Int) {
    self.count = count
    self.width = width
    func zeros() -> UnsafeMutablePointer<Float> {
      let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
      pointer.initialize(repeating: 0, count: count)
      return pointer
    }
    values = zeros()
    gradients = zeros()
    first = zeros()
    second = zeros()
    isUsed = [Bool](repeating: false, count: count / width)
  }

  deinit {
    for pointer in [values, gradients, first, second] { pointer.deallocate() }
  }

  /// Draws values evenly from -limit to limit.
  func randomize(_ range: Range<Int>, limit: Float, _ generator: inout SeededGenerator) {
    for index in range {
      values[index] = (Float(generator.next() >> 40) / Float(1 << 23) - 1) * limit
    }
  }

  /// Notes that a row has gradients.
  func use(_ row: Int) {
    if !isUsed[row] {
      isUsed[row] = true
      used.append(row)
    }
  }

  /// Moves the used rows against their gradients, and clears these.
  func step(rate: Float, correction1: Float, correction2: Float) {
    for row in used {
      isUsed[row] = false
      let start = row * width
      chancery_adam(
        values + start, gradients + start, first + start, second + start, width, rate, correction1,
        correction2)
    }
    used.removeAll(keepingCapacity: true)
  }
}

/// Rows by key that are learnt; row 0 is for all unknown keys.
final class LearntTable {
  let parameters: Parameters
  let width: Int
  private(set) var rows: [UInt32: Int] = [:]
  private(set) var counts: [Int] = [0]

  /// A row for each key that occurs often enough.
  init(_ keys: [UInt32: Int], minimum: Int, width: Int, _ generator: inout SeededGenerator) {
    self.width = width
    for (key, count) in keys.sorted(by: { $0.key < $1.key }) where count >= minimum {
      rows[key] = counts.count
      counts.append(count)
    }
    parameters = Parameters(count: counts.count * width, width: width)
    parameters.randomize(0..<parameters.count, limit: 0.3, &generator)
  }

  func row(_ key: UInt32) -> Int { rows[key] ?? 0 }
}

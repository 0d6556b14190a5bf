import Language

/// The backward steps of the network's arithmetic.
enum NeuralGradients {
  /// The transposed matrix.
  static func transpose(
    _ matrix: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    for row in 0..<rows {
      for column in 0..<columns { out[column * rows + row] = matrix[row * columns + column] }
    }
  }

  /// One layer backwards: from the gradient of its output to that of its gates before their functions, which takes the
  /// place of the gates' values.
  static func layer(
    gates: UnsafeMutablePointer<Float>, cells: UnsafePointer<Float>,
    gradient: UnsafePointer<Float>, count: Int, units: Int
  ) {
    let columns = units * 6
    withUnsafeTemporaryAllocation(of: Float.self, capacity: units) { room in
      guard let carried = room.baseAddress else { return }
      for direction in 0..<2 {
        carried.update(repeating: 0, count: units)
        for step in stride(from: count - 1, through: 0, by: -1) {
          let row = direction == 0 ? step : count - 1 - step
          let before = direction == 0 ? row - 1 : row + 1
          let gate = gates + row * columns + direction * units * 3
          let cell = cells + row * units * 2 + direction * units
          let given = gradient + row * units * 2 + direction * units
          for unit in 0..<units {
            let candidate = gate[unit]
            let forget = gate[units + unit]
            let open = gate[2 * units + unit]
            let old = step > 0 ? cells[before * units * 2 + direction * units + unit] : 0
            let toOpen = given[unit] * cell[unit]
            let toCell = given[unit] * open + carried[unit]
            carried[unit] = toCell * forget
            gate[unit] = toCell * (1 - forget) * (1 - candidate * candidate)
            gate[units + unit] = toCell * (old - candidate) * forget * (1 - forget)
            gate[2 * units + unit] = toOpen * open * (1 - open)
          }
        }
      }
    }
  }
}

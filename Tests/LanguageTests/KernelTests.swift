import CKernels
import Testing

/// The fast arithmetic gives what the plain one gives, to the bit: sums run in the order of the inner index.
@Suite struct KernelTests {
  private static let sizes = [(1, 8, 8), (3, 16, 24), (4, 40, 16), (7, 24, 64), (13, 10, 72)]

  private func numbers(_ count: Int, _ seed: UInt64) -> [Float] {
    var generator = Seeded(state: seed)
    return (0..<count).map { _ in Float(generator.next() >> 40) / Float(1 << 22) - 2 }
  }

  @Test(arguments: sizes)
  func products(_ rows: Int, _ inner: Int, _ columns: Int) {
    let input = numbers(rows * inner, 1)
    let weights = numbers(inner * columns, 2)
    let start = numbers(columns, 3)
    var output = [Float](repeating: 0, count: rows * columns)
    chancery_multiply(input, weights, start, &output, rows, inner, columns)
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = start[column]
        for index in 0..<inner {
          sum += weights[index * columns + column] * input[row * inner + index]
        }
        #expect(output[row * columns + column] == sum)
      }
    }
  }

  @Test(arguments: sizes)
  func productsOfIntegers(_ rows: Int, _ inner: Int, _ columns: Int) {
    let input = numbers(rows * inner, 4)
    let weights = numbers(inner * columns, 5)
    var steps = [Int16](repeating: 0, count: rows * inner + 8)
    chancery_quantize(
      input + [Float](repeating: 0, count: 8), 512, &steps, (rows * inner + 7) / 8 * 8)
    var packed = [Int16](repeating: 0, count: inner * columns)
    let step = chancery_pack(weights, &packed, inner, columns) / 512
    var output = [Float](repeating: 0, count: rows * columns)
    chancery_multiply_integers(steps, packed, step, nil, &output, rows, inner, columns)
    for row in 0..<rows {
      for column in 0..<columns {
        var whole: Int32 = 0
        var exact: Float = 0
        for index in 0..<inner {
          let weight = packed[(index / 2 * columns + column) * 2 + index % 2]
          whole += Int32(steps[row * inner + index]) * Int32(weight)
          exact += weights[index * columns + column] * input[row * inner + index]
        }
        let result = output[row * columns + column]
        #expect(result == Float(whole) * step)
        #expect(abs(result - exact) < 0.05)
      }
    }
  }

  @Test(arguments: sizes)
  func gradients(_ rows: Int, _ inner: Int, _ columns: Int) {
    let input = numbers(rows * inner, 6)
    let gradient = numbers(rows * columns, 7)
    var weights = numbers(inner * columns, 8)
    let before = weights
    chancery_accumulate(input, gradient, &weights, rows, inner, columns)
    for index in 0..<inner {
      for column in 0..<columns {
        var sum = before[index * columns + column]
        for row in 0..<rows { sum += gradient[row * columns + column] * input[row * inner + index] }
        #expect(weights[index * columns + column] == sum)
      }
    }
  }

  @Test func numbersOutOfRangeAreCut() {
    let input: [Float] = [0, 1, -1, 3.99, 100, -100, .infinity, -.infinity]
    var output = [Int16](repeating: 9, count: 8)
    chancery_quantize(input, 512, &output, 8)
    #expect(output == [0, 512, -512, 2043, 2047, -2047, 2047, -2047])
  }
}

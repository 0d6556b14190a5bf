/// Arithmetic of the parser's network. Sums run in a fixed order with no fused steps, so that every machine gets the same
/// trees.
package enum NeuralKernels {
  /// output (rows × columns) = input (rows × inner) · weights (inner × columns), or added to what output holds.
  /// Columns are a multiple of 8.
  package static func multiply(
    _ input: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    into output: UnsafeMutablePointer<Float>, rows: Int, inner: Int, columns: Int,
    adding: Bool = false
  ) {
    let weights = UnsafeRawPointer(weights)
    let output = UnsafeMutableRawPointer(output)
    var row = 0
    while row < rows {
      // Four rows at a time share what is read of the weights.
      let full = row + 4 <= rows
      let one = input + row * inner
      let two = full ? one + inner : one
      let three = full ? one + 2 * inner : one
      let four = full ? one + 3 * inner : one
      var column = 0
      while column < columns {
        var sum1 = SIMD8<Float>()
        var sum2 = SIMD8<Float>()
        var sum3 = SIMD8<Float>()
        var sum4 = SIMD8<Float>()
        let place = (row * columns + column) * 4
        if adding {
          sum1 = output.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
          if full {
            sum2 = output.loadUnaligned(fromByteOffset: place + columns * 4, as: SIMD8<Float>.self)
            sum3 = output.loadUnaligned(fromByteOffset: place + columns * 8, as: SIMD8<Float>.self)
            sum4 = output.loadUnaligned(fromByteOffset: place + columns * 12, as: SIMD8<Float>.self)
          }
        }
        var weight = weights + column * 4
        if full {
          for index in 0..<inner {
            let shared = weight.loadUnaligned(as: SIMD8<Float>.self)
            sum1 += shared * one[index]
            sum2 += shared * two[index]
            sum3 += shared * three[index]
            sum4 += shared * four[index]
            weight += columns * 4
          }
          output.storeBytes(of: sum1, toByteOffset: place, as: SIMD8<Float>.self)
          output.storeBytes(of: sum2, toByteOffset: place + columns * 4, as: SIMD8<Float>.self)
          output.storeBytes(of: sum3, toByteOffset: place + columns * 8, as: SIMD8<Float>.self)
          output.storeBytes(of: sum4, toByteOffset: place + columns * 12, as: SIMD8<Float>.self)
        } else {
          for index in 0..<inner {
            sum1 += weight.loadUnaligned(as: SIMD8<Float>.self) * one[index]
            weight += columns * 4
          }
          output.storeBytes(of: sum1, toByteOffset: place, as: SIMD8<Float>.self)
        }
        column += 8
      }
      row += full ? 4 : 1
    }
  }

  /// The hyperbolic tangent to about 1e-4 (a rational function within ±4.97, ±1 beyond), eight at a time.
  @inline(__always)
  package static func tanh(_ x: SIMD8<Float>) -> SIMD8<Float> {
    let limit = SIMD8<Float>(repeating: 4.97)
    let value = x.clamped(lowerBound: -limit, upperBound: limit)
    let square = value * value
    let over = value * (square * (square * (square + 378) + 17325) + 135135)
    let under = square * (square * (square * 28 + 3150) + 62370) + 135135
    let ratio = over / under
    return ratio.clamped(
      lowerBound: SIMD8<Float>(repeating: -1), upperBound: SIMD8<Float>(repeating: 1))
  }

  /// The logistic function.
  @inline(__always)
  package static func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> {
    tanh(x * 0.5) * 0.5 + 0.5
  }

  @inline(__always)
  package static func load(_ pointer: UnsafePointer<Float>, _ index: Int) -> SIMD8<Float> {
    UnsafeRawPointer(pointer + index).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  package static func store(
    _ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>, _ index: Int
  ) {
    UnsafeMutableRawPointer(pointer + index).storeBytes(of: value, as: SIMD8<Float>.self)
  }

  /// target += source * factor; the count is a multiple of 8.
  @inline(__always)
  package static func add(
    _ source: UnsafePointer<Float>, times factor: Float, to target: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    var index = 0
    while index < count {
      store(load(target, index) + load(source, index) * factor, target, index)
      index += 8
    }
  }
}

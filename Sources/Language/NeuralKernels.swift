/// Eight numbers at a time.
package enum NeuralKernels {
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
}

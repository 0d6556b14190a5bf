/// Mixes what a feature is made of into one number.
package enum FeatureHash {
  /// A feature of a template and up to three values. Never 0, which marks an empty slot.
  @inline(__always)
  package static func mix(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0)
    -> UInt64
  {
    var hash = (UInt64(a) &+ 0x1_0000_0001) &* 0x9E37_79B9_7F4A_7C15
    hash ^= (UInt64(b) &+ UInt64(template) << 33) &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash << 29 | hash >> 35) &* 0x1656_67B1_9E37_79F9
    hash ^= UInt64(c) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 29
    return hash | 1
  }
}

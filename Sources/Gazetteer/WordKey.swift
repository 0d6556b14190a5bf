import Records

/// A word without case, marks and points, as a number: 64-bit FNV-1a of its folded bytes. Two words of the lexicon do not
/// share a number, which the tests check.
public typealias WordKey = UInt64

/// How words are cut and folded for the lexicon.
public enum WordKeys {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x100_0000_01b3

  /// The keys of a word: one, or several where hyphens, slashes or blanks divide it, or none where it holds no letter and no
  /// digit. Points and apostrophes do not divide (`U.S.` is `us`).
  public static func append(_ word: some StringProtocol, to keys: inout [WordKey]) {
    var key = seed
    var isEmpty = true
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 97...122, 48...57:
        key = (key ^ UInt64(scalar.value)) &* prime
        isEmpty = false
      case 65...90:
        key = (key ^ UInt64(scalar.value + 32)) &* prime
        isEmpty = false
      case 0x27, 0x2E, 0x2019, 0x2BC, 0x60, 0x300...0x36F: continue
      case 0xC0..<0x250:
        for byte in folded[Int(scalar.value) - 0xC0] {
          key = (key ^ UInt64(byte)) &* prime
          isEmpty = false
        }
      case 0..<0xC0, 0x2000..<0x2070:
        if !isEmpty { keys.append(key) }
        key = seed
        isEmpty = true
      default:
        key = (key ^ UInt64(scalar.value)) &* prime
        isEmpty = false
      }
    }
    if !isEmpty { keys.append(key) }
  }

  /// The keys of a phrase.
  public static func keys(_ phrase: String) -> [WordKey] {
    var keys: [WordKey] = []
    append(phrase, to: &keys)
    return keys
  }

  /// The key of a phrase as a whole.
  static func combine(_ state: UInt64, _ key: WordKey) -> UInt64 {
    (state ^ key) &* 0x9e37_79b9_7f4a_7c15 &+ (state >> 29)
  }

  private static let folded: [[UInt8]] = (UInt32(0xC0)..<0x250).map {
    Unicode.Scalar($0).map { Array(Folding.fold(String($0)).utf8) } ?? []
  }
}

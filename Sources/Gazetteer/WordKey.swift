import Records

/// A word without case, marks and points, as a number: 64-bit FNV-1a of its folded bytes. Two words of the lexicon do not
/// share a number, which the tests check.
public typealias WordKey = UInt64

/// How words are cut and folded for the lexicon.
public enum WordKeys {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x100_0000_01b3

  /// Calls `body` with the keys of a word, given as UTF-8: one, or several where hyphens, slashes or blanks divide it, or none
  /// where it holds no letter and no digit. Points and apostrophes do not divide (`U.S.` is `us`).
  static func forEach(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (WordKey) -> Void) {
    var key = seed
    var isEmpty = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        switch byte {
        case 97...122, 48...57:
          key = (key ^ UInt64(byte)) &* prime
          isEmpty = false
        case 65...90:
          key = (key ^ UInt64(byte + 32)) &* prime
          isEmpty = false
        case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "`"): continue
        default:
          if !isEmpty { body(key) }
          key = seed
          isEmpty = true
        }
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var scalar = UInt32(byte) & (0x7F >> UInt32(length))
      for next in bytes[(index + 1)..<min(index + length, bytes.count)] {
        scalar = scalar << 6 | UInt32(next & 0x3F)
      }
      index += length
      switch scalar {
      case 0x2019, 0x2BC, 0x300...0x36F: continue
      case 0xC0..<0x250:
        var plain = Folding.latin(scalar)
        while plain != 0 {
          key = (key ^ UInt64(plain & 0xFF)) &* prime
          isEmpty = false
          plain >>= 8
        }
      case 0..<0xC0, 0x2000..<0x2070:
        if !isEmpty { body(key) }
        key = seed
        isEmpty = true
      default:
        key = (key ^ UInt64(scalar)) &* prime
        isEmpty = false
      }
    }
    if !isEmpty { body(key) }
  }

  /// Appends the keys of a word.
  public static func append(_ word: String, to keys: inout [WordKey]) {
    var word = word
    word.withUTF8 { bytes in forEach(bytes) { keys.append($0) } }
  }

  /// Appends the keys of a word.
  public static func append(_ word: Substring, to keys: inout [WordKey]) {
    var word = word
    word.withUTF8 { bytes in forEach(bytes) { keys.append($0) } }
  }

  /// The keys of a phrase.
  public static func keys(_ phrase: String) -> [WordKey] {
    var keys: [WordKey] = []
    append(phrase, to: &keys)
    return keys
  }

  /// The key of a phrase, by its words; 0 where it has none.
  public static func phrase(_ phrase: String) -> UInt64 {
    var phrase = phrase
    var hash: UInt64 = 0
    phrase.withUTF8 { bytes in forEach(bytes) { hash = combine(hash, $0) | 1 } }
    return hash
  }

  /// The key of a phrase as a whole.
  static func combine(_ state: UInt64, _ key: WordKey) -> UInt64 {
    (state ^ key) &* 0x9e37_79b9_7f4a_7c15 &+ (state >> 29)
  }
}

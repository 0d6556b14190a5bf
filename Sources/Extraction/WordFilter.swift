import Language

/// A quick test whether a word may be one of a set, by its code (`WordCode`). It may say yes wrongly, to words that differ in
/// letters beyond ASCII or full stops only, never no.
struct WordFilter: Sendable {
  /// A bit for each word, by its code: it answers for most words.
  private var bits = [UInt64](repeating: 0, count: 128)
  private var codes: Set<UInt32> = []

  /// Adds a word.
  mutating func insert(_ word: String) { insert(WordCode(word).word) }

  /// Adds the first five letters of a word, or fewer if it has no more.
  mutating func insert(stem word: String) { insert(WordCode(word).stem) }

  private mutating func insert(_ code: UInt32) {
    bits[WordFilter.slot(code) >> 6] |= 1 << UInt64(code & 63)
    codes.insert(code)
  }

  /// True if the word of a code may have been added.
  @inline(__always)
  func mayContain(_ code: WordCode) -> Bool { contains(code.word) }

  /// True if a word that begins like that of a code may have been added.
  @inline(__always)
  func mayContain(stem code: WordCode) -> Bool { contains(code.stem) }

  @inline(__always)
  private func contains(_ code: UInt32) -> Bool {
    bits[WordFilter.slot(code) >> 6] >> UInt64(code & 63) & 1 != 0 && codes.contains(code)
  }

  @inline(__always)
  private static func slot(_ code: UInt32) -> Int { Int(code & 8191) }
}

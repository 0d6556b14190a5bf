import Language

/// A quick test whether a word may be one of a set, by its code (`WordCode`). It may say yes wrongly, to words that differ in
/// letters beyond ASCII or full stops only, never no.
struct WordFilter: Sendable {
  /// A bit for each word, by its code: it answers for most words.
  private var bits = [UInt64](repeating: 0, count: 128)
  private var codes: Set<UInt32> = []

  /// No words.
  init() {}

  /// The words of a list.
  init(_ words: some Sequence<String>) {
    for word in words { insert(word) }
  }

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

/// A quick test whether a word begins like one of a set, by its first letters.
struct WordOpenings: Sendable {
  private let length: Int
  /// A bit for each row of so many small letters of ASCII.
  private var bits: [UInt64]
  private var others: Set<String> = []
  /// True if a word was shorter than an opening, which any may begin like.
  private var mayBeAny = false

  /// Openings of so many bytes, at most three.
  init(length: Int) {
    self.length = length
    bits = Array(repeating: 0, count: 1 << max(0, 5 * length - 6))
  }

  /// Adds the opening of a word.
  mutating func insert(_ word: String) {
    if word.utf8.count < length {
      mayBeAny = true
    } else if let place = place(word) {
      bits[place >> 6] |= 1 << UInt64(place & 63)
    } else {
      others.insert(String(decoding: word.utf8.prefix(length), as: UTF8.self))
    }
  }

  /// True if a word that was added begins like this one.
  func mayOpen(_ word: String) -> Bool {
    if mayBeAny { return true }
    if let place = place(word) { return bits[place >> 6] >> UInt64(place & 63) & 1 != 0 }
    return !others.isEmpty
      && others.contains(String(decoding: word.utf8.prefix(length), as: UTF8.self))
  }

  /// The number of an opening that is all small letters of ASCII.
  @inline(__always)
  private func place(_ word: String) -> Int? {
    var place = 0
    var count = 0
    for byte in word.utf8 {
      guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else { return nil }
      place = place << 5 | Int(byte & 0x1F)
      count += 1
      if count == length { return place }
    }
    return nil
  }
}

import Gazetteer

/// A closed set of words by their keys, made once for the life of the program.
///
/// Rules ask for dozens of sets at every word, nearly always in vain: one number that is no part of any memory answers most.
struct WordSet: @unchecked Sendable {
  // The slots are written before anyone sees them, and never again; hence unchecked Sendable.
  private let slots: UnsafePointer<WordKey>
  private let mask: Int
  /// A bit for each key, by six of its own bits.
  private let signature: UInt64

  /// The words of a text; the memory is never given back.
  init(_ words: String) { self.init(keys: WordKeys.keys(words)) }

  private init(keys: [WordKey]) {
    var size = 4
    while size < keys.count * 4 { size *= 2 }
    let slots = UnsafeMutablePointer<WordKey>.allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    var signature: UInt64 = 0
    for key in keys where key != 0 {
      signature |= WordSet.bit(key)
      var at = WordSet.home(key) & (size - 1)
      while slots[at] != 0, slots[at] != key { at = (at + 1) & (size - 1) }
      slots[at] = key
    }
    self.slots = UnsafePointer(slots)
    self.signature = signature
    mask = size - 1
  }

  /// True if the set has the word of a key.
  @inline(__always)
  func contains(_ key: WordKey) -> Bool {
    guard signature & WordSet.bit(key) != 0 else { return false }
    var at = WordSet.home(key) & mask
    while slots[at] != 0 {
      if slots[at] == key { return true }
      at = (at + 1) & mask
    }
    return false
  }

  /// The words of both sets.
  func union(_ other: WordSet) -> WordSet { WordSet(keys: members + other.members) }

  private var members: [WordKey] { (0...mask).map { slots[$0] }.filter { $0 != 0 } }

  private static func bit(_ key: WordKey) -> UInt64 { 1 << (key >> 40 & 63) }
  private static func home(_ key: WordKey) -> Int { Int(truncatingIfNeeded: key >> 16) }
}

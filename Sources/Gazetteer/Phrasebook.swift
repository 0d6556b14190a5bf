/// The phrases of one language, found by their words.
public struct Phrasebook: Sendable {
  /// Keys of phrases and of their beginnings, by open addressing; 0 is free.
  private var slots: [UInt64]
  /// For each slot: the first of its entries in `chains`, -1 for a beginning only.
  private var values: [Int32]
  /// A bit for each key, so that most words are told from all phrases without a look at the slots.
  private var filter = [UInt64](repeating: 0, count: 2048)
  private(set) var count = 0
  private var chains: [(entry: Entry, next: Int32)] = []

  /// A book with room for a number of keys, a power of two; filled by a third it grows.
  init(room: Int) {
    slots = Array(repeating: 0, count: room)
    values = Array(repeating: -1, count: room)
  }

  /// What a lookup of the next word gives.
  public struct State: Sendable {
    var hash: UInt64 = 0
    /// The entries of the phrase so far, through `Phrasebook.entries`; -1 for none.
    public var entries: Int32 = -1
    /// The state before the first word.
    public init() {}
  }

  /// The state after one more word; nil if no phrase goes on with it.
  public func advance(_ state: State, _ key: WordKey) -> State? {
    let hash = WordKeys.combine(state.hash, key) | 1
    guard let slot = find(hash) else { return nil }
    var next = State()
    next.hash = hash
    next.entries = values[slot]
    return next
  }

  /// Calls `body` with each entry of a phrase.
  public func forEach(_ entries: Int32, _ body: (Entry) -> Void) {
    var at = entries
    while at >= 0 {
      body(chains[Int(at)].entry)
      at = chains[Int(at)].next
    }
  }

  /// The entries of a phrase; empty if it is not in the lexicon.
  public func entries(of phrase: String) -> [Entry] {
    var state = State()
    for key in WordKeys.keys(phrase) {
      guard let next = advance(state, key) else { return [] }
      state = next
    }
    var out: [Entry] = []
    forEach(state.entries) { out.append($0) }
    return out
  }

  /// Calls `body` with the key of each phrase (`WordKeys.phrase`) and its entries, in the order of the keys.
  public func forEachPhrase(_ body: (UInt64, [Entry]) -> Void) {
    let phrases = zip(slots, values).filter { $0.0 != 0 && $0.1 >= 0 }.sorted { $0.0 < $1.0 }
    for (key, first) in phrases {
      var found: [Entry] = []
      forEach(first) { found.append($0) }
      body(key, found)
    }
  }

  /// True if the lexicon has the phrase, given as UTF-8.
  func has(_ phrase: UnsafeBufferPointer<UInt8>) -> Bool {
    var state: State? = State()
    WordKeys.forEach(phrase) { key in state = state.flatMap { advance($0, key) } }
    return state.map { $0.entries >= 0 } ?? false
  }

  /// True if the lexicon has the phrase.
  func has(_ phrase: String) -> Bool {
    var phrase = phrase
    return phrase.withUTF8 { has($0) }
  }

  /// Adds a phrase as it stands.
  mutating func add(_ phrase: String, _ entry: Entry) {
    var phrase = phrase
    phrase.withUTF8 { add($0, entry) }
  }

  /// Adds a phrase as it stands, given as UTF-8.
  mutating func add(_ phrase: UnsafeBufferPointer<UInt8>, _ entry: Entry) {
    var hash: UInt64 = 0
    var slot = -1
    WordKeys.forEach(phrase) { key in
      hash = WordKeys.combine(hash, key) | 1
      slot = insert(hash)
    }
    guard slot >= 0 else { return }
    var at = values[slot]
    while at >= 0 {
      if chains[Int(at)].entry == entry { return }
      at = chains[Int(at)].next
    }
    chains.append((entry, values[slot]))
    values[slot] = Int32(chains.count - 1)
  }

  /// Adds an English phrase; "People's" is two words for the tokenizer.
  mutating func add(english phrase: UnsafeBufferPointer<UInt8>, _ entry: Entry) {
    add(phrase, entry)
    guard phrase.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else { return }
    let text = String(decoding: phrase, as: UTF8.self)
    for mark in ["'s ", "’s "] where text.contains(mark) {
      add(text.replacing(mark, with: " s "), entry)
    }
  }

  /// Adds an English phrase; "People's" is two words for the tokenizer.
  mutating func add(english phrase: String, _ entry: Entry) {
    var phrase = phrase
    phrase.withUTF8 { add(english: $0, entry) }
  }

  /// Adds a Spanish phrase, in which "del" and "al" are two words, as the tokenizer has them.
  mutating func add(spanish phrase: UnsafeBufferPointer<UInt8>, _ entry: Entry) {
    guard Phrasebook.hasContraction(phrase) else { return add(phrase, entry) }
    let words = phrase.split(separator: UInt8(ascii: " ")).map { word -> String in
      switch String(decoding: word, as: UTF8.self) {
      case "del": "de el"
      case "al": "a el"
      case let word: word
      }
    }
    add(words.joined(separator: " "), entry)
  }

  /// Adds a Spanish phrase, in which "del" and "al" are two words, as the tokenizer has them.
  mutating func add(spanish phrase: String, _ entry: Entry) {
    var phrase = phrase
    phrase.withUTF8 { add(spanish: $0, entry) }
  }

  /// True if one of several words is "del" or "al".
  private static func hasContraction(_ phrase: UnsafeBufferPointer<UInt8>) -> Bool {
    let blank = UInt8(ascii: " ")
    var hasBlank = false
    var hasWord = false
    for index in phrase.indices {
      if phrase[index] == blank { hasBlank = true }
      guard phrase[index] == UInt8(ascii: "l"), index > 0,
        index + 1 == phrase.count || phrase[index + 1] == blank
      else { continue }
      let start =
        phrase[index - 1] == UInt8(ascii: "a")
        ? index - 1
        : index > 1 && phrase[index - 1] == UInt8(ascii: "e")
          && phrase[index - 2] == UInt8(ascii: "d") ? index - 2 : -1
      if start == 0 || start > 0 && phrase[start - 1] == blank { hasWord = true }
    }
    return hasBlank && hasWord
  }

  private func find(_ hash: UInt64) -> Int? {
    guard filter[Int(truncatingIfNeeded: hash >> 53)] >> (hash >> 47 & 63) & 1 != 0 else {
      return nil
    }
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[at] != 0 {
      if slots[at] == hash { return at }
      at = (at + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ hash: UInt64) -> Int {
    if let slot = find(hash) { return slot }
    if count * 3 >= slots.count { grow() }
    count += 1
    filter[Int(truncatingIfNeeded: hash >> 53)] |= 1 << (hash >> 47 & 63)
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[at] != 0 { at = (at + 1) & mask }
    slots[at] = hash
    return at
  }

  private mutating func grow() {
    let old = zip(slots, values).filter { $0.0 != 0 }
    slots = Array(repeating: 0, count: slots.count * 2)
    values = Array(repeating: -1, count: slots.count)
    let mask = slots.count - 1
    for (hash, value) in old {
      var at = Int(truncatingIfNeeded: hash >> 20) & mask
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = hash
      values[at] = value
    }
  }
}

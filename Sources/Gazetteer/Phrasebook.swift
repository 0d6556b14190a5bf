/// The phrases of one language, found by their words.
public struct Phrasebook: Sendable {
  /// Keys of phrases and of their beginnings, by open addressing; 0 is free.
  private var slots: [UInt64]
  /// For each slot: the first of its entries in `chains`, -1 for a beginning only.
  private var values: [Int32]
  /// A bit for each key, so that most words are told from all phrases without a look at the slots.
  private var filter = [UInt64](repeating: 0, count: 2048)
  private var count = 0
  private var chains: [(entry: Entry, next: Int32)] = []

  init() {
    // As large as the compiled-in lexicon needs: growing four times cost more than the rest.
    slots = Array(repeating: 0, count: 1 << 15)
    values = Array(repeating: -1, count: 1 << 15)
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

  /// True if the phrase has an entry of the kind.
  func has(_ phrase: String, _ kind: Entry.Kind) -> Bool {
    entries(of: phrase).contains { $0.kind == kind }
  }

  mutating func add(_ phrase: String, _ entry: Entry) {
    var phrase = phrase
    phrase.withUTF8 { add($0, entry) }
  }

  /// Adds a phrase as it stands, given as UTF-8.
  private mutating func add(_ phrase: UnsafeBufferPointer<UInt8>, _ entry: Entry) {
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
  mutating func add(english phrase: String, _ entry: Entry) {
    add(phrase, entry)
    guard phrase.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else { return }
    for mark in ["'s ", "’s "] where phrase.contains(mark) {
      add(phrase.replacing(mark, with: " s "), entry)
    }
  }

  /// Adds a Spanish phrase, in which "del" and "al" are two words, as the tokenizer has them.
  mutating func add(spanish phrase: String, _ entry: Entry) {
    guard Phrasebook.hasContraction(phrase) else { return add(phrase, entry) }
    let words = phrase.utf8.split(separator: UInt8(ascii: " ")).map { word -> String in
      let word = Substring(word)
      switch word {
      case "del": return "de el"
      case "al": return "a el"
      default: return String(word)
      }
    }
    add(words.joined(separator: " "), entry)
  }

  /// True if one of several words is "del" or "al".
  private static func hasContraction(_ phrase: String) -> Bool {
    guard phrase.utf8.contains(UInt8(ascii: " ")) else { return false }
    // The last bytes, with a blank at either end of the phrase.
    var window = UInt64(UInt8(ascii: " "))
    func ends() -> Bool {
      window & 0xFF_FFFF_FFFF == 0x20_6465_6C20 || window & 0xFFFF_FFFF == 0x2061_6C20
    }
    for byte in phrase.utf8 {
      window = window << 8 | UInt64(byte)
      if ends() { return true }
    }
    window = window << 8 | UInt64(UInt8(ascii: " "))
    return ends()
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

import Gazetteer
import Language

/// What the lexicon says about one sentence: its phrases, and the shape of each word.
final class Scan: @unchecked Sendable {
  // Written by the initializer only, hence unchecked Sendable; a class, since every rule holds it.

  /// A phrase of the lexicon.
  struct Match: Sendable {
    var start: Int32
    var end: Int32
    var kind: Entry.Kind
    var index: Int32
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// How a word is written.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8
    static let capital = Shape(rawValue: 1)
    static let allCapitals = Shape(rawValue: 2)
    static let lower = Shape(rawValue: 4)
    static let digit = Shape(rawValue: 8)
    static let punctuation = Shape(rawValue: 16)
    /// A hyphen with no blank on either side.
    static let glue = Shape(rawValue: 32)
    /// A quotation mark of any kind.
    static let quote = Shape(rawValue: 64)
    /// An apostrophe, alone or with an s, as the English possessive has it.
    static let possessive = Shape(rawValue: 128)
  }

  /// A set of kinds of phrases, a bit for each.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }

    @inline(__always)
    init(_ kind: Entry.Kind) { rawValue = 1 << UInt32(kind.rawValue) }

    static let stop = Kinds(.stop)
    static let verb = Kinds(.verb)
    static let noun = Kinds(.noun)
    static let topic = Kinds(.topic)
    static let topicEnd = Kinds(.topicEnd)
    static let event = Kinds(.event)
  }

  /// Index of the sentence in the document.
  let index: Int
  let tokens: [Token]
  let isSpanish: Bool
  /// One for each token; 0 for punctuation.
  private(set) var keys: [WordKey] = []
  /// For each token whether its key is all of it.
  private var isWhole: [Bool] = []
  private(set) var shapes: [Shape] = []
  private(set) var matches: [Match] = []
  /// Where the matches of each token begin in `matches`; one more than there are tokens.
  private var offsets: [Int32] = []
  /// For each token the kinds of phrases that begin at it.
  private var kinds: [Kinds] = []

  var count: Int { tokens.count }

  /// Looks up every phrase that begins at every word.
  init(_ sentence: Sentence, index: Int, isSpanish: Bool) {
    self.index = index
    tokens = sentence.tokens
    self.isSpanish = isSpanish
    let gazetteer = Gazetteer.shared
    readShapes()
    lookUp(isSpanish ? gazetteer.spanish : gazetteer.english)
  }

  private func readShapes() {
    shapes.reserveCapacity(count)
    keys.reserveCapacity(count)
    isWhole.reserveCapacity(count)
    var pieces: [WordKey] = []
    for at in tokens.indices {
      let form = tokens[at].form
      pieces.removeAll(keepingCapacity: true)
      WordKeys.append(form, to: &pieces)
      keys.append(pieces.first ?? 0)
      isWhole.append(pieces.count == 1)
      shapes.append(Scan.shape(of: form, isWord: !pieces.isEmpty))
      if Scan.mayBePossessive(form) { shapes[at].insert(.possessive) }
      if shapes[at].contains(.punctuation), at > 0, !tokens[at - 1].spaceAfter,
        !tokens[at].spaceAfter, form == "-" || form == "–" || form == "‑"
      {
        shapes[at].insert(.glue)
      }
    }
  }

  /// True for an apostrophe with nothing or one letter behind it.
  private static func mayBePossessive(_ form: String) -> Bool {
    form.utf8.count <= 4 && (form.utf8.first == UInt8(ascii: "'") || form.utf8.first == 0xE2)
  }

  private static func shape(of form: String, isWord: Bool) -> Shape {
    guard isWord else {
      switch form.unicodeScalars.first {
      case "\"", "“", "”", "«", "»", "'", "`", "„", "‟": break
      default: return .punctuation
      }
      switch form {
      case "\"", "“", "”", "«", "»", "''", "``", "„", "‟": return [.punctuation, .quote]
      default: return .punctuation
      }
    }
    if let shape = form.utf8.withContiguousStorageIfAvailable({ Scan.shape(ofASCII: $0) }) ?? nil {
      return shape
    }
    var upper = 0
    var lower = 0
    var first: Shape = []
    for scalar in form.unicodeScalars {
      let value = scalar.value
      if (65...90).contains(value) {
        upper += 1
        if upper + lower == 1 { first = .capital }
      } else if (97...122).contains(value) {
        lower += 1
        if upper + lower == 1 { first = .lower }
      } else if (48...57).contains(value) {
        if upper + lower == 0, first.isEmpty { first = .digit }
      } else if value >= 0xC0 {
        if scalar.isCapital {
          upper += 1
          if upper + lower == 1 { first = .capital }
        } else {
          lower += 1
          if upper + lower == 1 { first = .lower }
        }
      }
    }
    if first.contains(.capital), lower == 0, upper > 1 { first.insert(.allCapitals) }
    return first
  }

  /// The same for a word of ASCII; nil for others.
  private static func shape(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> Shape? {
    var upper = 0
    var lower = 0
    var first: Shape = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        upper += 1
        if upper + lower == 1 { first = .capital }
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        lower += 1
        if upper + lower == 1 { first = .lower }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if upper + lower == 0, first.isEmpty { first = .digit }
      case 0x80...: return nil
      default: break
      }
    }
    if first.contains(.capital), lower == 0, upper > 1 { first.insert(.allCapitals) }
    return first
  }

  private func lookUp(_ lexicon: Phrasebook) {
    offsets.reserveCapacity(count + 1)
    kinds = Array(repeating: [], count: count)
    var pieces: [WordKey] = []
    for start in 0..<count {
      offsets.append(Int32(matches.count))
      guard keys[start] != 0 else { continue }
      addWhole(start, lexicon)
      var state = Phrasebook.State()
      var at = start
      walk: while at < count, at < start + 12 {
        let shape = shapes[at]
        if shape.contains(.punctuation) {
          // A hyphen or a bracket inside a phrase is passed over; other punctuation ends it.
          let form = tokens[at].form
          guard at > start, form == "-" || form == "–" || form == "+" || form == "(" || form == ")"
          else { break }
          at += 1
          continue
        }
        if isWhole[at] {
          guard let next = lexicon.advance(state, keys[at]) else { break walk }
          state = next
        } else {
          pieces.removeAll(keepingCapacity: true)
          WordKeys.append(tokens[at].form, to: &pieces)
          for piece in pieces {
            guard let next = lexicon.advance(state, piece) else { break walk }
            state = next
          }
        }
        at += 1
        if state.entries >= 0 {
          let end = at
          lexicon.forEach(state.entries) { entry in
            if entry.kind == .body, end == start + 1, isWordLikeAcronym(start, entry) { return }
            if entry.kind == .noun, end == start + 1, isAdjective(start) { return }
            add(entry, start, end)
          }
        }
      }
    }
    offsets.append(Int32(matches.count))
    leaveBodiesOfOthers()
  }

  /// The bodies whose names are here those of another country's are words for a body only.
  private func leaveBodiesOfOthers() {
    for at in matches.indices where matches[at].kind == .body && isOfAnotherCountry(matches[at]) {
      let start = Int(matches[at].start)
      matches[at].kind = .organization
      kinds[start].insert(Kinds(.organization))
      if !matches(at: start).contains(where: { $0.kind == .body }) {
        kinds[start].remove(Kinds(.body))
      }
    }
  }

  /// "bilateral ties", against "a bilateral with B".
  private func isAdjective(_ token: Int) -> Bool {
    guard !isSpanish, isOne(token, of: Words.sidedness), token + 1 < count,
      keys[token + 1] != 0
    else { return false }
    return !isOne(token + 1, of: Resolver.prepositions) && !isOne(token + 1, of: Words.and)
  }

  /// "Pan", "Can", "Who": a word or a name, where the body is written in capitals only.
  private func isWordLikeAcronym(_ token: Int, _ entry: Entry) -> Bool {
    let form = tokens[token].form
    return form.utf8.count <= 3 && !shapes[token].contains(.allCapitals)
      && !Gazetteer.shared.bodies[Int(entry.index)].names.contains(form)
  }

  /// A word that the tokenizer took for a verb with its pronoun is looked up as a whole too ("gobier", "nos").
  private func addWhole(_ start: Int, _ lexicon: Phrasebook) {
    guard isSpanish, start + 1 < count, tokens[start + 1].start == tokens[start].start,
      tokens[start].form.utf8.count > 2
    else { return }
    var pieces: [WordKey] = []
    WordKeys.append(tokens[start].form + tokens[start + 1].form, to: &pieces)
    guard pieces.count == 1, let state = lexicon.advance(Phrasebook.State(), pieces[0]),
      state.entries >= 0
    else { return }
    lexicon.forEach(state.entries) { add($0, start, start + 2) }
  }

  private func add(_ entry: Entry, _ start: Int, _ end: Int) {
    matches.append(
      Match(start: Int32(start), end: Int32(end), kind: entry.kind, index: entry.index))
    kinds[start].insert(Kinds(entry.kind))
  }

  /// The longest phrase of a kind that begins at a token.
  @inline(__always)
  func match(_ kind: Entry.Kind, at token: Int) -> Match? {
    has(kind, at: token) ? longest(kind, at: token) : nil
  }

  private func longest(_ kind: Entry.Kind, at token: Int) -> Match? {
    var best: Match?
    for at in Int(offsets[token])..<Int(offsets[token + 1]) where matches[at].kind == kind {
      if best == nil || matches[at].end > best?.end ?? 0 { best = matches[at] }
    }
    return best
  }

  /// True if a phrase of the kind begins at a token.
  @inline(__always)
  func has(_ kind: Entry.Kind, at token: Int) -> Bool {
    token >= 0 && token < kinds.count && kinds[token].contains(Kinds(kind))
  }

  /// True if no phrase of other kinds than these begins at a token.
  @inline(__always)
  func hasOnly(_ some: Kinds, at token: Int) -> Bool {
    token < 0 || token >= kinds.count || kinds[token].isSubset(of: some)
  }

  /// True if any phrase begins at a token.
  func hasMatches(at token: Int) -> Bool {
    token >= 0 && token < count && offsets[token] < offsets[token + 1]
  }

  /// All phrases that begin at a token.
  func matches(at token: Int) -> MatchesThere {
    guard token >= 0, token < count else {
      return MatchesThere(scan: self, startIndex: 0, endIndex: 0)
    }
    return MatchesThere(
      scan: self, startIndex: Int(offsets[token]), endIndex: Int(offsets[token + 1]))
  }

  /// Some of the matches, where they lie.
  struct MatchesThere: RandomAccessCollection {
    // Used while the scan is at hand only, and looked for at every word: no references are counted.
    fileprivate unowned(unsafe) let scan: Scan
    let startIndex: Int
    let endIndex: Int

    subscript(position: Int) -> Match { scan.matches[position] }
  }

  /// The tokens from one to another, the latter excluded, as far as the sentence goes; empty if that is nowhere.
  func span(_ from: Int, _ to: Int) -> Range<Int> {
    let lower = max(0, min(from, count))
    return lower..<max(lower, min(to, count))
  }

  /// True if the word at a token begins with a capital.
  func isCapital(_ token: Int) -> Bool {
    token >= 0 && token < count && shapes[token].contains(.capital)
  }

  /// True if the word at a token is one of a set.
  func isOne(_ token: Int, of words: WordSet) -> Bool {
    token >= 0 && token < count && keys[token] != 0 && words.contains(keys[token])
  }

  /// True for an article or a demonstrative.
  func isDeterminer(_ token: Int) -> Bool {
    isOne(token, of: Words.determiners) || (!isSpanish && isOne(token, of: Words.englishArticles))
  }

  /// True for a word that may stand between a preposition and the phrase that it governs.
  func isFiller(_ token: Int) -> Bool {
    isOne(token, of: ArgumentWords.fillers)
      || (!isSpanish && isOne(token, of: Words.englishArticles))
  }

  /// True for a word that may stand between the members of a list.
  func isListFiller(_ token: Int) -> Bool {
    isOne(token, of: CoordinationWords.fillers)
      || (!isSpanish && isOne(token, of: Words.englishArticles))
  }

  /// True if the token is this sign.
  func isSign(_ token: Int, _ sign: String) -> Bool {
    // Most differ in length already, which costs no comparison of strings.
    token >= 0 && token < count && tokens[token].form.utf8.count == sign.utf8.count
      && tokens[token].form == sign
  }

  /// True if the token is the English possessive ending.
  func isPossessive(_ token: Int) -> Bool {
    guard token > 0, token < count, shapes[token].contains(.possessive), !isSpanish else {
      return false
    }
    switch tokens[token].form {
    case "'s", "’s", "'S", "’S": return true
    case "'", "’": return !tokens[token - 1].spaceAfter && tokens[token - 1].form.hasSuffix("s")
    default: return false
    }
  }

  /// The words as they stand in the text, with single blanks.
  func surface(_ range: Range<Int>) -> String {
    var out = ""
    var at = range.lowerBound
    while at < range.upperBound {
      let token = tokens[at]
      if at + 1 < range.upperBound, tokens[at + 1].start == token.start, token.end > token.start {
        switch token.form {
        case "de": out += "del"
        case "De": out += "Del"
        case "a": out += "al"
        case "A": out += "Al"
        default: out += token.form + tokens[at + 1].form
        }
        at += 1
      } else {
        out += token.form
      }
      if at + 1 < range.upperBound, tokens[at].spaceAfter { out += " " }
      at += 1
    }
    return out
  }
}

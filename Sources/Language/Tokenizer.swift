/// Cuts a paragraph into raw tokens. Every code point that is not white space or invisible is in exactly one of them.
struct Tokenizer {
  let text: CodePoints
  let language: LanguageCode?
  let abbreviations = Abbreviations.shared
  /// Where the paragraph ends.
  let limit: Int
  var position: Int
  var tokens: [RawToken] = []

  /// No token is longer than this, so that a text without white space is not one token.
  static let longest = 256

  /// A tokenizer of one range of a text.
  init(_ text: CodePoints, _ range: Range<Int>, _ language: LanguageCode?) {
    self.text = text
    self.language = language
    position = range.lowerBound
    limit = range.upperBound
    tokens.reserveCapacity(range.count / 5 + 4)
  }

  /// The tokens of the range.
  mutating func run() -> [RawToken] {
    while position < limit {
      let kind = text.classify(position)
      if kind.isGap {
        position += 1
        continue
      }
      if kind == .digit {
        if !scanWebAddress() { scanNumber() }
      } else if kind.isWord {
        if !scanWebAddress() { scanWord() }
      } else {
        scanSign(kind)
      }
    }
    return tokens
  }

  /// The code point at an index, 0 outside of the paragraph.
  @inline(__always)
  func point(_ index: Int) -> UInt32 {
    index < limit && index >= 0 ? text[index] : 0
  }

  /// The class at an index; outside of the paragraph it is a newline.
  @inline(__always)
  func kind(_ index: Int) -> CharacterClass {
    index < limit && index >= 0 ? text.classify(index) : .newline
  }

  /// Adds a token from the present position to an end, and moves there.
  @inline(__always)
  mutating func emit(_ end: Int, _ kind: RawToken.Kind) {
    tokens.append(RawToken(start: position, end: end, kind: kind))
    position = end
  }

  /// True if the position is the start of the paragraph or follows white space.
  func followsSpace(_ index: Int) -> Bool {
    guard let first = tokens.first else { return true }
    return index <= first.start || text.classify(index - 1).isGap
  }

  /// A digit sequence with what belongs to it: groups, decimals, times, dates, ordinal endings.
  private mutating func scanNumber() {
    var end = position
    while end < limit, end - position < Self.longest {
      if kind(end) == .digit {
        end += 1
        continue
      }
      let next = point(end)
      let joins = next == 0x2E || next == 0x2C || next == 0x3A || next == 0x2F || next == 0x27
      guard joins, kind(end + 1) == .digit else { break }
      end += 2
    }
    if point(end) == 0x2E, point(end + 1) == 0xBA || point(end + 1) == 0xAA {
      // "1.º", "2.ª".
      end += 2
    } else if kind(end).isLetter, end - position < Self.longest {
      var word = end
      while kind(word).isWord, word - position < Self.longest { word += 1 }
      // Units are words of their own; endings (20th, 1990s, 3.º) are not.
      if !isUnit(end..<word) { end = word }
    } else if tokens.isEmpty, point(end) == 0x2E || point(end) == 0x29, kind(end + 1).isGap,
      end - position <= 3
    {
      return emit(end + 1, .item)
    }
    emit(end, .number)
  }

  private func isUnit(_ range: Range<Int>) -> Bool {
    guard range.count <= 3 else { return false }
    switch String(text.string(range)).lowercased() {
    case "am", "pm", "km", "kg", "cm", "mm", "m", "bn", "mn", "h", "hs", "hrs", "ha", "mw", "kw":
      return true
    default: return false
    }
  }

  /// Punctuation and symbols; runs of one sign are one token.
  private mutating func scanSign(_ kind: CharacterClass) {
    let first = text[position]
    switch first {
    case 0x2E:
      let end = run(of: { $0 == 0x2E || $0 == 0x2026 })
      emit(end, end - position == 1 ? .stop : .ellipsis)
    case 0x2026: emit(run(of: { $0 == 0x2E || $0 == 0x2026 }), .ellipsis)
    case 0x21, 0x3F, 0x203D, 0xFF01, 0xFF1F, 0x2047...0x2049:
      emit(run(of: { $0 == 0x21 || $0 == 0x3F || $0 == first }), .stop)
    case 0x3002, 0xFF61: emit(position + 1, .stop)
    case 0x2C, 0x3001, 0xFF0C: emit(position + 1, .comma)
    case 0x3A: emit(position + 1, .colon)
    case 0x3B: emit(position + 1, .semicolon)
    case 0x22, 0x201D: emit(position + 1, .quote)
    case 0x201C, 0x201E, 0xAB, 0x28, 0x5B, 0x7B, 0x2018, 0x201A, 0x2039, 0xBF, 0xA1:
      emit(position + 1, .open)
    case 0xBB, 0x29, 0x5D, 0x7D, 0x203A: emit(position + 1, .close)
    case 0x27, 0x60, 0xB4, 0x2019:
      let end = run(of: { $0 == first })
      emit(end, end - position > 1 ? .quote : .apostrophe)
    case 0x40, 0x23:
      if !scanHandle() { emit(position + 1, .other) }
    default:
      if Characters.isBullet(first), isBulletPlace { return emit(position + 1, .bullet) }
      if Characters.isDash(first) {
        emit(run(of: { $0 == first }), .dash)
      } else if kind == .symbol {
        emit(symbolEnd(), .other)
      } else {
        emit(run(of: { $0 == first }), .other)
      }
    }
  }

  /// Opens the paragraph, or follows a full stop between spaces: "... talks. - The ministers ...".
  private var isBulletPlace: Bool {
    guard kind(position + 1).isGap else { return false }
    guard let last = tokens.last else { return true }
    return (last.kind == .stop || last.kind == .ellipsis || last.kind == .semicolon)
      && followsSpace(position) && Characters.isDash(text[position]) == (point(position) == 0x2D)
  }

  private func run(of belongs: (UInt32) -> Bool) -> Int {
    var end = position + 1
    while end < limit, end - position < Self.longest, belongs(text[end]) { end += 1 }
    return end
  }

  /// An emoji with what modifies it is one token.
  private func symbolEnd() -> Int {
    var end = position + 1
    while end < limit, end - position < 16 {
      let next = text[end]
      if next == 0xFE0F || (next >= 0x1F3FB && next <= 0x1F3FF)
        || text.classify(end) == .mark
      {
        end += 1
      } else if next == 0x200D, kind(end + 1) == .symbol {
        end += 2
      } else {
        break
      }
    }
    return end
  }
}

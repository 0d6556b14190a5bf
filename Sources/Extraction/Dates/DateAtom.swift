import Language

/// A word, a number or a sign inside a sentence, as date expressions count them: finer than a token, so that
/// "2023-10-16", "mid-October", "24th" and "1990s" are read alike whichever way they were cut.
struct DateAtom: Sendable {
  /// Index of the token in the sentence.
  var token: Int
  /// Folded: lower case, without accents, without a final full stop.
  var text: String
  /// The text as filters of words know it.
  let code: WordCode
  /// True if the first letter is a capital.
  var isCapitalized: Bool
  /// The number that digits write; nil for words and for numbers with separators ("1,200").
  var number: Int?
  /// How many digits write the number.
  var digits: Int
  /// "16th", "1º".
  var isOrdinal: Bool
  /// True if nothing stands between this and the atom before.
  var isGlued: Bool
  /// What the word may be in a date.
  let entries: [DateWords.Entry]
  /// The classes of the entries, a bit each.
  private let classes: UInt64

  init(
    token: Int, text: String, code: WordCode, isCapitalized: Bool, number: Int?, digits: Int,
    isOrdinal: Bool, isGlued: Bool, entries: [DateWords.Entry]
  ) {
    self.token = token
    self.text = text
    self.code = code
    self.isCapitalized = isCapitalized
    self.number = number
    self.digits = digits
    self.isOrdinal = isOrdinal
    self.isGlued = isGlued
    self.entries = entries
    classes = entries.reduce(0) { $0 | $1.kind.bit }
  }

  /// True for a word or a sign that has no part in dates by itself.
  var isPlain: Bool { classes == 0 && digits == 0 }

  /// The value of the first entry of a class.
  func value(_ kind: DateWords.Class) -> Int? {
    guard isA(kind) else { return nil }
    for entry in entries where entry.kind == kind { return entry.value }
    return nil
  }

  /// True if the word may be of a class.
  func isA(_ kind: DateWords.Class) -> Bool { classes & kind.bit != 0 }

  /// The atoms of a sentence, in order.
  static func atoms(of sentence: Sentence, language: LanguageCode, words: DateWords) -> [DateAtom] {
    var out: [DateAtom] = []
    out.reserveCapacity(sentence.tokens.count + 8)
    var previousEnd = -1
    var previousStart = -1
    for index in sentence.tokens.indices {
      let token = sentence.tokens[index]
      // The second word of a contraction ("del": "de" and "el") has the span of the first.
      let glued = token.start == previousEnd || (token.start == previousStart && index > 0)
      if isPlain(token.form) {
        out.append(
          DateAtom(
            token: index, text: token.form, code: token.code, isCapitalized: false, number: nil,
            digits: 0, isOrdinal: false, isGlued: glued,
            entries: words.entries(token.form, token.code, language)))
      } else {
        append(token.form, index, glued, language, words, &out)
      }
      previousEnd = token.end
      previousStart = token.start
    }
    return out
  }

  /// True for three small letters of ASCII or more and nothing else: one atom, as it stands.
  private static func isPlain(_ form: String) -> Bool {
    form.utf8.count > 2 && form.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  private enum Kind { case letter, digit, sign }

  private static func append(
    _ form: String, _ token: Int, _ glued: Bool, _ language: LanguageCode, _ words: DateWords,
    _ out: inout [DateAtom]
  ) {
    let bytes = Array(form.utf8)
    var position = 0
    var isFirst = true
    while position < bytes.count {
      var end = position + 1
      let kind = kind(bytes, position)
      switch kind {
      case .sign:
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      case .letter, .digit:
        while end < bytes.count, continues(bytes, end, kind) { end += 1 }
      }
      let raw = String(decoding: bytes[position..<end], as: UTF8.self)
      let folded = kind == .letter ? DateWords.fold(raw) : raw
      let isGlued = isFirst ? glued : true
      position = end
      isFirst = false
      if kind == .letter, isGlued, let last = out.last, last.digits > 0, last.digits <= 2,
        last.token == token || glued, ordinalSuffixes.contains(folded)
      {
        out[out.count - 1].isOrdinal = true
        continue
      }
      let digits = kind == .digit ? raw.utf8.count : 0
      let code = WordCode(folded)
      out.append(
        DateAtom(
          token: token, text: folded, code: code,
          isCapitalized: kind == .letter && isCapital(raw),
          number: digits > 0 && digits <= 4 ? Int(raw) : nil, digits: digits, isOrdinal: false,
          isGlued: isGlued, entries: kind == .digit ? [] : words.entries(folded, code, language)))
    }
  }

  private static let ordinalSuffixes: Set<String> = [
    "st", "nd", "rd", "th", "º", "°", "o", "ro", "ª",
  ]

  private static func isCapital(_ word: String) -> Bool {
    word.unicodeScalars.first?.isCapital ?? false
  }

  private static func kind(_ bytes: [UInt8], _ index: Int) -> Kind {
    let byte = bytes[index]
    if byte >= 0x30 && byte <= 0x39 { return .digit }
    if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A { return .letter }
    // U+0080...U+00BF and U+2000...U+2FFF are signs but for the ordinal indicators; other letters are letters.
    if byte == 0xC2, index + 1 < bytes.count {
      return bytes[index + 1] == 0xBA || bytes[index + 1] == 0xB0 || bytes[index + 1] == 0xAA
        ? .letter : .sign
    }
    if byte == 0xE2 { return .sign }
    return byte >= 0x80 ? .letter : .sign
  }

  private static func continues(_ bytes: [UInt8], _ index: Int, _ kind: Kind) -> Bool {
    let byte = bytes[index]
    if byte & 0xC0 == 0x80 { return kind == .letter }
    let next = DateAtom.kind(bytes, index)
    if next == kind { return true }
    guard index + 1 < bytes.count else { return byte == UInt8(ascii: ".") && kind == .letter }
    switch kind {
    case .letter:
      return byte == UInt8(ascii: ".")
    case .digit:
      // "1,200" is one number; "16,2023" is two.
      let group = bytes[(index + 1)...].prefix { $0 >= 0x30 && $0 <= 0x39 }
      return byte == UInt8(ascii: ",") && group.count == 3
    case .sign: return false
    }
  }
}

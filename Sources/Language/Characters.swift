/// What a code point is to the tokenizer.
enum CharacterClass: UInt8 {
  case space, newline, upper, lower, letter, digit, mark, format, punctuation, symbol

  var isLetter: Bool { self == .upper || self == .lower || self == .letter }
  /// Part of a word: a letter, a digit or a combining mark.
  var isWord: Bool { isLetter || self == .digit || self == .mark }
  var isGap: Bool { self == .space || self == .newline || self == .format }
}

/// Classes and cases of code points, by table where texts in our languages have them.
enum Characters {
  /// The class of a code point.
  @inline(__always)
  static func classify(_ point: UInt32) -> CharacterClass {
    if point < 0x250 { return table[Int(point)] }
    return classifyRare(point)
  }

  /// The classes of all code points of a text.
  static func classes(of points: [UInt32]) -> [CharacterClass] {
    let table = Self.table
    return points.map { $0 < 0x250 ? table[Int($0)] : classifyRare($0) }
  }

  private static let table: [CharacterClass] = (0..<0x250).map { classifyRare(UInt32($0)) }

  private static func classifyRare(_ point: UInt32) -> CharacterClass {
    switch point {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return .newline
    case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
    // A backtick and an acute accent stand for quotation marks, carets and tildes are signs.
    case 0x60, 0xB4: return .punctuation
    case 0xAA, 0xBA: return .letter
    default: break
    }
    guard let scalar = Unicode.Scalar(point) else { return .symbol }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .modifierLetter, .otherLetter, .letterNumber: return .letter
    case .decimalNumber, .otherNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .spaceSeparator: return .space
    case .lineSeparator, .paragraphSeparator: return .newline
    case .control, .format, .unassigned, .surrogate: return .format
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .privateUse: return .symbol
    default: return .punctuation
    }
  }

  /// The small letter of a code point, where that is one code point (Latin, Greek, Cyrillic).
  @inline(__always)
  static func lowercase(_ point: UInt32) -> UInt32 {
    if point < 0x80 { return point >= 0x41 && point <= 0x5A ? point + 32 : point }
    return lowercaseWide(point)
  }

  private static func lowercaseWide(_ point: UInt32) -> UInt32 {
    switch point {
    case 0xC0...0xD6, 0xD8...0xDE: return point + 32
    case 0x100...0x137, 0x14A...0x177: return point | 1
    case 0x139...0x148, 0x179...0x17E: return point & 1 == 1 ? point + 1 : point
    case 0x391...0x3A9: return point + 32
    case 0x410...0x42F: return point + 32
    case 0x400...0x40F: return point + 80
    default: return point
    }
  }

  @inline(__always)
  static func isHyphen(_ point: UInt32) -> Bool {
    point == 0x2D || point == 0x2010 || point == 0x2011
  }

  /// A dash that can stand between clauses; hyphens count, so look at the spaces too.
  @inline(__always)
  static func isDash(_ point: UInt32) -> Bool {
    point == 0x2D || (point >= 0x2010 && point <= 0x2015)
  }

  @inline(__always)
  static func isApostrophe(_ point: UInt32) -> Bool {
    point == 0x27 || point == 0x2019 || point == 0x2BC || point == 0x60 || point == 0xB4
  }

  /// A bullet, as lists have them.
  static func isBullet(_ point: UInt32) -> Bool {
    switch point {
    case 0x2022, 0x2023, 0x25AA, 0x25AB, 0x25CF, 0x25E6, 0x2043, 0x25A0, 0x25B6, 0x25BA, 0xB7,
      0x2A, 0xF0B7, 0xF0A7:
      return true
    default: return isDash(point)
    }
  }
}

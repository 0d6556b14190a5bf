/// Words between quotation marks. All offsets count Unicode code points of the scanned text.
public struct Quotation: Sendable, Equatable {
  /// With its marks, as far as they are there.
  public var outer: Range<Int>
  /// Without its marks and without white space at either end.
  public var inner: Range<Int>
  /// 0 for a quotation of its own, 1 for one within another.
  public var depth: Int
  /// True if the quotation goes on from the paragraph before, which left its own open.
  public var continues: Bool
  /// False if no closing mark was found and the quotation ends with its paragraph.
  public var isClosed: Bool
  /// False if no opening mark was found and the quotation begins with its paragraph.
  public var isOpened: Bool

  /// How many words it holds; a word is a run of letters and digits, apostrophes and hyphens included.
  public func wordCount(in scalars: [Unicode.Scalar]) -> Int {
    var count = 0
    var inWord = false
    for index in inner {
      let scalar = scalars[index]
      let joins = inWord && (scalar == "'" || scalar == "’" || scalar == "-")
      let isWord = joins || QuoteMark.isWord(scalar)
      if isWord && !inWord { count += 1 }
      inWord = isWord
    }
    return count
  }
}

/// The marks that quotations are written with, and the shapes of the text around them.
enum QuoteMark {
  /// What a mark belongs to: a quotation closes only with a mark of the family that it was opened with.
  enum Family: UInt8 { case double, single, guillemet, singleGuillemet }

  /// What a mark can do by itself, before its surroundings are looked at.
  enum Role { case opens, closes, either }

  /// False for most of what is no mark, among it all letters and blanks of ASCII.
  @inline(__always)
  static func mayBe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0x60: true
    case 0..<0x80: false
    default: true
    }
  }

  static func read(_ scalar: Unicode.Scalar) -> (family: Family, role: Role)? {
    switch scalar {
    case "\"", "＂": (.double, .either)
    case "“", "„", "‟": (.double, .opens)
    case "”": (.double, .closes)
    case "«": (.guillemet, .opens)
    case "»": (.guillemet, .closes)
    case "‹": (.singleGuillemet, .opens)
    case "›": (.singleGuillemet, .closes)
    case "'", "`", "＇": (.single, .either)
    case "‘", "‚", "‛": (.single, .opens)
    case "’": (.single, .closes)
    default: nil
    }
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (48...57).contains(scalar.value) || (65...90).contains(scalar.value)
        || (97...122).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 32 || scalar.value == 0xA0 || scalar.value == 0x3000
      || (0x2000...0x200F).contains(scalar.value) || (0x2028...0x202F).contains(scalar.value)
      || scalar.value == 0xFEFF
  }

  /// True for what may stand before an opening mark without a blank.
  static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "—", "–", "-", "¿", "¡", "/", ":": true
    default: false
    }
  }
}

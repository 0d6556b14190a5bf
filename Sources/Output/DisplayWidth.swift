/// How many columns a text takes on a terminal.
public enum DisplayWidth {
  /// The columns of a text without control characters.
  public static func of(_ text: some StringProtocol) -> Int {
    var seen: UInt8 = 0
    var bytes = 0
    for byte in text.utf8 {
      seen |= byte
      bytes += 1
    }
    if seen < 0x80 { return bytes }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one grapheme cluster: 0 for a lone combining mark, 2 for wide and emoji clusters.
  ///
  /// An emoji sequence (joined by ZWJ, with VS16 or a skin tone, a keycap, a flag) takes two columns whatever it
  /// is made of (https://www.unicode.org/reports/tr51/); another cluster what its scalars take together.
  public static func of(_ character: Character) -> Int {
    var total = 0
    var isEmojiSequence = false
    var regionals = 0
    for scalar in character.unicodeScalars {
      total += of(scalar)
      switch scalar.value {
      case 0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3: isEmojiSequence = true
      case 0x200D where total >= 2: isEmojiSequence = true
      case 0x1F1E6...0x1F1FF: regionals += 1
      default: break
      }
    }
    if isEmojiSequence || regionals == 2 { return 2 }
    return total
  }

  /// The columns of one code point by itself.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    // The medial and final letters of conjoining Hangul stand over the initial one.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return 0 }
    if WideRanges.contains(value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: return 1
    }
  }
}

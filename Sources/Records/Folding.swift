/// How texts are compared without case, marks and punctuation: names, places, words of questions.
public enum Folding {
  /// Lower case, without marks; every run of anything but letters and digits is one blank, none at the ends.
  ///
  /// Latin letters lose their marks and strokes (`Erdoğan`, `Søren`, `Łódź` give `erdogan`, `soren`, `lodz`); letters of
  /// other scripts are put in lower case and kept. Combining marks are dropped.
  public static func fold(_ text: some StringProtocol) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingBlank = false
    func begin() {
      if pendingBlank, !out.isEmpty { out.append(32) }
      pendingBlank = false
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 97...122, 48...57:
        begin()
        out.append(UInt8(scalar.value))
      case 65...90:
        begin()
        out.append(UInt8(scalar.value + 32))
      case 0..<0xC0: pendingBlank = true
      case 0xC0..<0x250, 0x1E00..<0x1F00:
        var plain = LatinLetters.plain(scalar.value)
        if plain == 0 {
          pendingBlank = true
        } else {
          begin()
          while plain != 0 {
            out.append(UInt8(truncatingIfNeeded: plain))
            plain >>= 8
          }
        }
      default:
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark { continue }
        if properties.isAlphabetic || properties.numericType != nil {
          begin()
          out.append(contentsOf: properties.lowercaseMapping.utf8)
        } else {
          pendingBlank = true
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of a letter of U+00C0 to U+024F in lower case without its mark, the first lowest; 0 for what is no letter.
  public static func latin(_ scalar: UInt32) -> UInt32 {
    LatinLetters.has(scalar) ? LatinLetters.plain(scalar) : 0
  }
}

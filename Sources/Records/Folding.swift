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
        let plain = latin[Int(scalar.value < 0x250 ? scalar.value - 0xC0 : scalar.value - 0x1C70)]
        if plain.isEmpty {
          pendingBlank = true
        } else {
          begin()
          out.append(contentsOf: plain)
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

  /// U+00C0 to U+024F and U+1E00 to U+1EFF in lower case without marks; empty for what is no letter.
  private static let latin: [[UInt8]] = (Array(0xC0..<0x250) + Array(0x1E00..<0x1F00)).map {
    Unicode.Scalar(UInt32($0)).map(plainLetter) ?? []
  }

  /// The letter without its mark, read from its Unicode name ("LATIN SMALL LETTER O WITH STROKE").
  private static func plainLetter(_ scalar: Unicode.Scalar) -> [UInt8] {
    guard scalar.properties.isAlphabetic, let name = scalar.properties.name else { return [] }
    let words = name.split(separator: " ")
    guard let marker = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
      words.count > marker + 1
    else { return Array(scalar.properties.lowercaseMapping.utf8) }
    switch words[marker + 1] {
    case "SHARP": return Array("ss".utf8)
    case "DOTLESS": return Array("i".utf8)
    case "ETH": return Array("d".utf8)
    case "THORN": return Array("th".utf8)
    case "LONG": return Array("s".utf8)
    case let letters where letters.utf8.count <= 2: return Array(letters.lowercased().utf8)
    default: return Array(scalar.properties.lowercaseMapping.utf8)
    }
  }
}

/// Characters that command a terminal instead of showing something.
public enum Controls {
  /// False if the bytes hold none for certain: a quick look for C0, DEL, C1 and what may be a directional control.
  static func mayHave(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 {
      return true
    }
    return false
  }

  /// The text with control characters replaced by what can be seen: C0 and DEL by their pictures (`␛`, U+2400 on),
  /// C1 and the controls that reorder lines (U+202A–U+202E, U+2066–U+2069) by U+FFFD.
  ///
  /// With `keepingLines`, tab, LF and CRLF stay. A CR by itself never does: it would write over the line.
  public static func pictured(_ text: String, keepingLines: Bool) -> String {
    var out = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar.value {
      case 0x09 where keepingLines, 0x0A where keepingLines: out.append(scalar)
      case 0x0D where keepingLines && next == "\n": out.append(scalar)
      case 0x00..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: out.append("\u{2421}")
      case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The text of a cell for people: valid, without controls; CRLF, CR and the Unicode line ends are LF, tab a blank.
  static func visible(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard mayHave(bytes) else { return text }
    var out = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: if !afterReturn { out.append("\n") }
      case 0x0D, 0x85, 0x2028, 0x2029: out.append("\n")
      case 0x09: out.append(" ")
      default: out.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return pictured(String(out), keepingLines: true)
  }
}

/// Writes YAML of nested mappings and lists (https://yaml.org/spec/1.2.2/), with every text quoted that could be
/// read as something else.
struct YAMLWriter {
  /// What was written so far.
  private(set) var text = ""
  private var depth = 0

  /// `key:` and, one step further in, what `body` writes.
  mutating func mapping(_ key: String, _ body: (inout YAMLWriter) -> Void) {
    line(Self.key(key) + ":")
    depth += 1
    let before = text.utf8.count
    body(&self)
    if text.utf8.count == before {
      text.insert(contentsOf: " {}", at: text.index(before: text.endIndex))
    }
    depth -= 1
  }

  /// `key: "text"`, or a block of lines where that reads better; nothing for an empty text.
  mutating func entry(_ key: String, _ value: String) {
    guard !value.isEmpty else { return }
    guard value.contains("\n"), Self.fitsBlock(value) else {
      return line(Self.key(key) + ": " + Self.quoted(value))
    }
    // The number says how far the block is indented, so that its first line may begin with blanks. It ends in one
    // line end (clip) or none (strip).
    line(Self.key(key) + (value.hasSuffix("\n") ? ": |2" : ": |2-"))
    var lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    for content in lines {
      text += content.isEmpty ? "\n" : String(repeating: "  ", count: depth + 1) + content + "\n"
    }
  }

  /// `key: true`.
  mutating func flag(_ key: String) { line(Self.key(key) + ": true") }

  /// `key:` and a list of texts; nothing for an empty list.
  mutating func list(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    line(Self.key(key) + ":")
    for value in values { line("- " + Self.quoted(value)) }
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\n"
  }

  /// A text in double quotes, with the escapes that YAML and JSON share.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if isPrintable(scalar) {
          out.unicodeScalars.append(scalar)
        } else if scalar.value <= 0xFFFF {
          out += "\\u" + hexadecimal(scalar.value, digits: 4)
        } else {
          out += "\\U" + hexadecimal(scalar.value, digits: 8)
        }
      }
    }
    return out + "\""
  }

  /// A key, quoted unless it is a plain word that YAML 1.1 and 1.2 take for nothing else.
  private static func key(_ key: String) -> String {
    let isWord =
      key.utf8.first.map { (0x61...0x7A).contains($0) } == true
      && key.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
      }
    return isWord && !reserved.contains(key) ? key : quoted(key)
  }

  private static let reserved: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  /// True for a text that a block keeps as it is: printable, no tabs, no blanks or empty lines at its end.
  private static func fitsBlock(_ text: String) -> Bool {
    !text.hasPrefix("\n") && !text.hasSuffix("\n\n")
      && text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
  }

  /// What YAML allows unescaped, but for the byte order mark and line ends of Unicode.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}

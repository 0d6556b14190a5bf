/// Finds parameters in SQL without parsing it: outside of strings, quoted names and comments.
enum SQLScanner {
  /// A parameter as it is written, with its sign, and its line counted from 0.
  struct Parameter: Equatable {
    let name: String
    let line: Int
  }

  /// All parameters in the order of the text, as often as they occur.
  static func parameters(in sql: String) -> [Parameter] {
    let bytes = Array(sql.utf8)
    var found: [Parameter] = []
    var line = 0
    var index = 0
    /// Goes behind the next `end`, counting lines.
    func skip(past end: [UInt8]) {
      while index < bytes.count {
        if bytes[index...].starts(with: end) {
          if end == [0x0A] { line += 1 }
          index += end.count
          return
        }
        if bytes[index] == 0x0A { line += 1 }
        index += 1
      }
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x0A:
        line += 1
        index += 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        index += 1
        skip(past: [byte])
      case UInt8(ascii: "["):
        index += 1
        skip(past: [UInt8(ascii: "]")])
      case UInt8(ascii: "-") where next == UInt8(ascii: "-"): skip(past: [0x0A])
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        index += 2
        skip(past: [UInt8(ascii: "*"), UInt8(ascii: "/")])
      case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "?"):
        var end = index + 1
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
        found.append(
          Parameter(name: String(decoding: bytes[index..<end], as: UTF8.self), line: line))
        index = end
      default:
        // A name may hold a $.
        index += 1
        while isNameByte(byte), index < bytes.count,
          isNameByte(bytes[index]) || bytes[index] == UInt8(ascii: "$")
        { index += 1 }
      }
    }
    return found
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }
}

import SQLite

/// JSON (RFC 8259) written as bytes: an answer may have thousands of rows.
struct JSONBytes {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// What was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An object with the members that `body` writes.
  mutating func object(_ body: (inout JSONBytes) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// A member.
  mutating func member(_ name: String, _ value: Value) {
    key(name)
    self.value(value)
  }

  /// A member with a list, each of whose items `write` writes.
  mutating func list<T>(_ name: String, _ items: [T], _ write: (T, inout JSONBytes) -> Void) {
    key(name)
    open("[")
    for item in items { write(item, &self) }
    close("]")
  }

  /// The name of a member, whose value is to follow.
  mutating func key(_ name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A value. Bytes and numbers without a place in JSON are null.
  mutating func value(_ value: Value) {
    separate()
    switch value {
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .real(let number) where number.isFinite: bytes.append(contentsOf: String(number).utf8)
    case .text(let text): string(text)
    case .null, .real, .blob: bytes.append(contentsOf: "null".utf8)
    }
    needsComma = true
  }

  private mutating func open(_ sign: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: sign))
    needsComma = false
  }

  private mutating func close(_ sign: Unicode.Scalar) {
    bytes.append(UInt8(ascii: sign))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { content in
      var start = 0
      for index in content.indices {
        let byte = content[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start..<index]))
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: (digits.utf8.count == 1 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: digits.utf8)
    default: bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
    }
  }
}

/// Writes JSON on one line, members in the order in which they are given.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty text.
  public init() {}

  /// What was written.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An object with the members that `body` writes.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    open("{")
    try body(&self)
    close("}")
  }

  /// A member with a string; nothing where there is none.
  public mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
    needsComma = true
  }

  /// A member with a number; nothing where there is none.
  public mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// A member with a list of strings; nothing where there is none.
  public mutating func strings(_ name: StaticString, _ values: [String]?) {
    guard let values else { return }
    list(name, values) { value, out in out.item(value) }
  }

  /// A member with a list, empty or not; `write` writes one item.
  public mutating func list<T>(
    _ name: StaticString, _ values: [T], _ write: (T, inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    needsComma = false
    open("[")
    for value in values { try write(value, &self) }
    close("]")
  }

  /// A member with an object.
  public mutating func nested(_ name: StaticString, _ body: (inout JSONWriter) throws -> Void)
    rethrows
  {
    key(name)
    needsComma = false
    try object(body)
  }

  /// A string in a list.
  public mutating func item(_ value: String) {
    separate()
    string(value)
    needsComma = true
  }

  /// A member whose name is told at run time, with a string; null where there is none.
  public mutating func column(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  /// A member whose name is told at run time, with a number as it is written in JSON.
  public mutating func column(_ name: String, number: String) {
    key(name)
    bytes.append(contentsOf: number.utf8)
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

  private mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func key(_ name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { content in
      var start = 0
      for index in content.indices {
        let byte = content[index]
        guard
          byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
        else { continue }
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
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}

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

  private mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
        bytes.append(contentsOf: String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Reads JSON text (RFC 8259) piece by piece: what is not asked for is checked and passed over, not held.
public struct JSONParser: Sendable {
  /// How deep values may stand in each other.
  public static let maximumDepth = 200

  private let bytes: ArraySlice<UInt8>
  /// Where it reads next: an index of the bytes.
  public private(set) var position: Int

  /// A parser at the start of some bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// True if nothing but blanks is left.
  public mutating func isAtEnd() -> Bool {
    skipBlanks()
    return position == bytes.endIndex
  }

  /// The first byte of the next value, which is not consumed; nil at the end.
  public mutating func peek() -> UInt8? {
    skipBlanks()
    return position < bytes.endIndex ? bytes[position] : nil
  }

  /// Reads an object, handing each name to `body`, which must consume the value. `depth` is how many values it
  /// stands in. Throws `JSONError`, as all that read do.
  public mutating func members(depth: Int = 0, _ body: (String, inout JSONParser) throws -> Void)
    throws
  {
    try open("{", depth: depth)
    if take("}") { return }
    repeat {
      let name = try string()
      guard take(":") else { throw failure("\":\" expected after a name") }
      try body(name, &self)
    } while take(",")
    guard take("}") else { throw failure("\",\" or \"}\" expected") }
  }

  /// Reads an array, calling `body` before each element, which it must consume.
  public mutating func elements(depth: Int = 0, _ body: (inout JSONParser) throws -> Void) throws {
    try open("[", depth: depth)
    if take("]") { return }
    repeat { try body(&self) } while take(",")
    guard take("]") else { throw failure("\",\" or \"]\" expected") }
  }

  /// Reads a value and holds it.
  public mutating func value(depth: Int = 0) throws -> JSONValue {
    switch peek() {
    case UInt8(ascii: "{"):
      var members: [(key: String, value: JSONValue)] = []
      try self.members(depth: depth) { name, parser in
        members.append((name, try parser.value(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try elements(depth: depth) { values.append(try $0.value(depth: depth + 1)) }
      return .array(values)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  /// Checks a value and passes it over.
  public mutating func skip(depth: Int = 0) throws {
    switch peek() {
    case UInt8(ascii: "{"):
      try members(depth: depth) { _, parser in try parser.skip(depth: depth + 1) }
    case UInt8(ascii: "["): try elements(depth: depth) { try $0.skip(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try string()
    default: _ = try value()
    }
  }

  /// Reads a string.
  public mutating func string() throws -> String {
    guard take("\"") else { throw failure("a string expected") }
    let start = position
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
          position = start
          throw failure("a string that is not UTF-8")
        }
        position += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      guard byte >= 0x20 else { throw failure("a control character in a string") }
      position += 1
    }
    throw failure("a string without end")
  }

  private mutating func escapedString(from start: Int) throws -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.endIndex {
      let byte = bytes[position]
      guard byte >= 0x20 else { throw failure("a control character in a string") }
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard let string = String(validating: text, as: UTF8.self) else {
          position = start
          throw failure("a string that is not UTF-8")
        }
        return string
      }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      text.append(contentsOf: try escape())
    }
    throw failure("a string without end")
  }

  private mutating func escape() throws -> [UInt8] {
    guard position < bytes.endIndex else { throw failure("a string without end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), position + 1 < bytes.endIndex,
        bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw failure("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure("half of a surrogate pair") }
      return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw failure("an escape that JSON does not have")
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard position + 4 <= bytes.endIndex else { throw failure("a string without end") }
    var code: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw failure("four hexadecimal digits expected after \\u")
      }
      code = code << 4 | UInt32(digit)
    }
    position += 4
    return code
  }

  private mutating func number() throws -> String {
    let start = position
    _ = takeByte("-")
    let integer = digits()
    let leadingZero = integer > 1 && bytes[position - integer] == UInt8(ascii: "0")
    var valid = integer > 0 && !leadingZero
    if valid, takeByte(".") { valid = digits() > 0 }
    if valid, takeByte("e") || takeByte("E") {
      if !takeByte("+") { _ = takeByte("-") }
      valid = digits() > 0
    }
    guard valid else { throw failure("a value expected") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.endIndex, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }

  private mutating func literal(_ word: String, _ value: JSONValue) throws -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("a value expected") }
    position += word.utf8.count
    return value
  }

  private mutating func open(_ bracket: Unicode.Scalar, depth: Int) throws {
    guard take(bracket) else { throw failure("\"\(bracket)\" expected") }
    guard depth < JSONParser.maximumDepth else {
      throw failure("nested deeper than \(JSONParser.maximumDepth) levels")
    }
  }

  /// Consumes a character behind blanks.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    return takeByte(character)
  }

  private mutating func takeByte(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: character) else {
      return false
    }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func failure(_ reason: String) -> JSONError {
    JSONError(reason: reason, offset: position - bytes.startIndex)
  }
}

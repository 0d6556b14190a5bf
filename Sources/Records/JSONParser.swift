/// A recursive-descent parser of RFC 8259 over UTF-8 bytes, at most 200 levels deep.
struct JSONParser {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws -> JSONValue {
    let value = try self.value()
    skipBlanks()
    guard at == bytes.count else { throw failure("something after the end of the JSON value") }
    return value
  }

  private mutating func value() throws -> JSONValue {
    skipBlanks()
    guard at < bytes.count else { throw failure("the JSON ends too early") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(_ body: (inout JSONParser) throws -> JSONValue) throws -> JSONValue {
    guard depth < 200 else { throw failure("nested deeper than 200 levels") }
    depth += 1
    at += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw failure("a member's name in quotation marks was expected")
      }
      let key = try string()
      guard take(":") else { throw failure("a colon was expected") }
      members.append((key, try value()))
    } while take(",")
    guard take("}") else { throw failure("a comma or } was expected") }
    return .object(members)
  }

  private mutating func array() throws -> JSONValue {
    var items: [JSONValue] = []
    if take("]") { return .array(items) }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw failure("a comma or ] was expected") }
    return .array(items)
  }

  private mutating func string() throws -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
      bytes[at] >= 0x20
    {
      at += 1
    }
    var out = Array(bytes[start..<at])
    while true {
      guard at < bytes.count else { throw failure("a string without its end") }
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &out)
      } else if byte < 0x20 {
        at -= 1
        throw failure("a control character in a string")
      } else {
        out.append(byte)
      }
    }
    guard let text = String(validating: out, as: UTF8.self) else {
      throw JSONError(reason: "a string that is not UTF-8", offset: start)
    }
    return text
  }

  private mutating func escape(into out: inout [UInt8]) throws {
    guard at < bytes.count else { throw failure("a string without its end") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex()
      if (0xD800..<0xDC00).contains(code) {
        guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
          bytes[at + 1] == UInt8(ascii: "u")
        else { throw failure("half of a surrogate pair") }
        at += 2
        let low = try hex()
        guard (0xDC00..<0xE000).contains(low) else { throw failure("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure("half of a surrogate pair") }
      out.append(contentsOf: String(Character(scalar)).utf8)
    default:
      at -= 1
      throw failure("an unknown escape in a string")
    }
  }

  private mutating func hex() throws -> UInt32 {
    guard at + 4 <= bytes.count, bytes[at] != UInt8(ascii: "+"), bytes[at] != UInt8(ascii: "-"),
      let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits were expected") }
    at += 4
    return code
  }

  private mutating func number() throws -> JSONValue {
    let start = at
    _ = takeByte("-")
    let zero = at < bytes.count && bytes[at] == UInt8(ascii: "0")
    let count = digits()
    guard count == 1 || (count > 1 && !zero) else {
      at = start
      throw failure("a JSON value was expected")
    }
    if takeByte(".") {
      guard digits() > 0 else { throw failure("digits were expected after the point") }
    }
    if takeByte("e") || takeByte("E") {
      if !takeByte("+") { _ = takeByte("-") }
      guard digits() > 0 else { throw failure("digits were expected in the exponent") }
    }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = at
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    return at - start
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws -> JSONValue {
    let matches = text.withUTF8Buffer { word in
      at + word.count <= bytes.count && bytes[at..<at + word.count].elementsEqual(word)
    }
    guard matches else { throw failure("a JSON value was expected") }
    at += text.utf8CodeUnitCount
    return value
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    return takeByte(sign)
  }

  private mutating func takeByte(_ sign: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count,
      bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A || bytes[at] == 0x0D
    {
      at += 1
    }
  }

  private func failure(_ reason: String) -> JSONError { JSONError(reason: reason, offset: at) }
}

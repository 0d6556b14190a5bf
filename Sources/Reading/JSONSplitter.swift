/// Cuts a stream of JSON into its values: the elements of the array that it is, or the values that stand one after
/// the other. Holds no more than one of them.
struct JSONSplitter {
  /// One value as it is written, and the line it begins on.
  struct Piece {
    var line: Int
    var bytes: ArraySlice<UInt8>
  }

  private var window: ByteWindow
  private let path: String
  private let limit: Int
  private var inArray: Bool?
  private var needsComma = false
  private var ended = false

  init(_ source: any ByteSource, path: String, limit: Int) {
    window = ByteWindow(source)
    self.path = path
    self.limit = limit
  }

  /// The next value, nil at the end. Throws `Refusal`, after which the rest can be read unless it ended the stream.
  mutating func next() throws -> Piece? {
    guard !ended else { return nil }
    let first = try nextByte()
    if inArray == nil {
      inArray = first == UInt8(ascii: "[")
      if inArray == true {
        window.consume(1)
        return try next()
      }
    }
    guard inArray == true else { return first == nil ? nil : try value() }
    switch first {
    case UInt8(ascii: "]"):
      window.consume(1)
      ended = true
      guard try nextByte() == nil else { throw refusal("something stands behind the array") }
      return nil
    case UInt8(ascii: ",") where needsComma:
      window.consume(1)
      _ = try nextByte()
      return try value()
    case nil:
      ended = true
      throw refusal("the array is cut short: \"]\" is missing")
    default:
      guard !needsComma else {
        ended = true
        throw refusal("\",\" or \"]\" expected; what follows was not read")
      }
      return try value()
    }
  }

  private mutating func nextByte() throws -> UInt8? {
    while let byte = try window.byte(at: 0) {
      guard [0x20, 0x0A, 0x0D, 0x09].contains(byte) else { return byte }
      window.consume(1)
    }
    return nil
  }

  /// The value at hand, found by its brackets and quotation marks; whether it is JSON is for the parser to say.
  private mutating func value() throws -> Piece {
    let line = window.line
    var offset = 0
    var depth = 0
    var inString = false
    var dropped = 0
    needsComma = true
    scan: while let byte = try window.byte(at: offset) {
      if inString {
        if byte == UInt8(ascii: "\\") {
          offset += 1
        } else if byte == UInt8(ascii: "\"") {
          inString = false
          if depth == 0 {
            offset += 1
            break scan
          }
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): inString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { break scan }
          depth -= 1
          if depth == 0 {
            offset += 1
            break scan
          }
        case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09: if depth == 0 { break scan }
        default: break
        }
      }
      offset += 1
      if offset >= limit, offset < window.count {
        window.consume(offset)
        dropped += offset
        offset = 0
      }
    }
    if depth > 0 || inString {
      ended = true
      throw Refusal(source: path, line: line, reason: "the JSON is cut short")
    }
    offset = min(offset, window.count)
    guard dropped == 0 else {
      window.consume(offset)
      throw Refusal(
        source: path, line: line,
        reason: "one JSON value of more than \(limit >> 20) MiB: write it as one article a line, "
          + "for example with jq -c '.[]'")
    }
    guard offset > 0 else {
      ended = true
      throw refusal("a value expected; what follows was not read")
    }
    defer { window.consume(offset) }
    return Piece(line: line, bytes: window.prefix(offset))
  }

  private func refusal(_ reason: String) -> Refusal {
    Refusal(source: path, line: window.line, reason: reason)
  }
}

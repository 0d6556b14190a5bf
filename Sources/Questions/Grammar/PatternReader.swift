/// Reads a line of the grammar file.
///
///     HEAD LANGUAGE: PATTERN        a rule; LANGUAGE is en, es or any
///     NAME = PATTERN                a definition, in capitals
///     closed: WORD WORD …           words that free slots do not take
///
/// A pattern is words in a row; `(a | b c)` is one of several, `x?` may be left out, `{key=value}` sets an attribute,
/// `<x:party>` is a slot, `~` is where adjuncts may stand inside of a definition, `NAME` stands for its definition.
struct PatternReader {
  private let tokens: [String]
  private var position = 0
  private let file: String
  private let number: Int

  init(text: String, file: String, line: Int) {
    tokens = PatternReader.tokens(text)
    self.file = file
    number = line
  }

  /// The pieces of a line: words, slots and settings as a whole, and each sign by itself.
  private static func tokens(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var out: [String] = []
    var start = 0
    func flush(_ end: Int) {
      if start < end { out.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
    }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "{"):
        flush(index)
        let close = bytes[index] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "}")
        start = index
        let end = bytes[index...].firstIndex(of: close).map { $0 + 1 } ?? bytes.count
        flush(end)
        start = end
        index = end
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "?"),
        UInt8(ascii: "="), UInt8(ascii: ":"):
        flush(index)
        start = index
        flush(index + 1)
        index += 1
        start = index
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        flush(index)
        index += 1
        start = index
      default: index += 1
      }
    }
    flush(bytes.count)
    return out
  }

  private func fail(_ message: String) -> DataFileError {
    DataFileError(file: file, line: number, message: message)
  }

  private var next: String? { position < tokens.count ? tokens[position] : nil }

  private mutating func take() throws(DataFileError) -> String {
    guard let token = next else { throw fail("ends too early") }
    position += 1
    return token
  }

  private mutating func expect(_ token: String) throws(DataFileError) {
    let found = try take()
    if found != token { throw fail("wanted \(token), found \(found)") }
  }

  /// The line as a whole.
  mutating func line() throws(DataFileError) -> GrammarLine {
    let head = try take()
    if next == "=" {
      position += 1
      return .definition(head, try whole())
    }
    if head == "closed" {
      try expect(":")
      return .closed(Array(tokens[position...]))
    }
    let code = try take()
    guard let language = QuestionLanguage(rawValue: code) else {
      throw fail("wanted en or es, found \(code)")
    }
    try expect(":")
    return .rule(Rule(head: head, language: language, pattern: try whole(), line: number))
  }

  private mutating func whole() throws(DataFileError) -> Pattern {
    let pattern = try alternatives()
    if let rest = next { throw fail("cannot read \(rest) here") }
    return pattern
  }

  private mutating func alternatives() throws(DataFileError) -> Pattern {
    var found = [try sequence()]
    while next == "|" {
      position += 1
      found.append(try sequence())
    }
    return found.count == 1 ? found[0] : .oneOf(found)
  }

  private mutating func sequence() throws(DataFileError) -> Pattern {
    var parts: [Pattern] = []
    while let token = next, token != "|", token != ")" {
      position += 1
      var part = try single(token)
      if next == "?" {
        position += 1
        part = .optional(part)
      }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func single(_ token: String) throws(DataFileError) -> Pattern {
    if token == "(" {
      let inner = try alternatives()
      try expect(")")
      return inner
    }
    if token.hasPrefix("{") {
      let parts = token.dropFirst().dropLast().split(separator: "=")
      guard parts.count == 2 else { throw fail("wanted {key=value}, found \(token)") }
      return .set(String(parts[0]), String(parts[1]))
    }
    if token.hasPrefix("<") {
      let parts = token.dropFirst().dropLast().split(separator: ":")
      guard let name = parts.first, let type = parts.last,
        let kind = Slot.Kind(rawValue: String(type))
      else { throw fail("wanted <name:kind>, found \(token)") }
      return .slot(Slot(name: String(name), kind: kind))
    }
    if token.utf8.first.map({ (65...90).contains($0) }) == true { return .named(token) }
    if token == "~" { return .adjuncts }
    guard !"()|?=:".contains(token) else { throw fail("cannot read \(token) here") }
    return .word(token)
  }
}

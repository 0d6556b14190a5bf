/// Reads the grammar file, by bytes: a program that starts for one question reads all of it.
///
///     HEAD LANGUAGE: PATTERN        a rule; LANGUAGE is en or es
///     NAME = PATTERN                a definition, in capitals
///     closed: WORD WORD …           words that free slots do not take
///
/// A pattern is words in a row; `(a | b c)` is one of several, `x?` may be left out, `{key=value}` sets an attribute,
/// `<x:party>` is a slot, `~` is where adjuncts may stand inside of a definition, `NAME` stands for its definition.
/// A line that begins with a blank continues the one before it.
struct GrammarReader {
  private(set) var grammar: Grammar
  private let bytes: [UInt8]
  private let file: String
  /// Where the reader stands, and where the line with its continuations ends.
  private var position = 0
  private var end = 0
  private var line = 0
  /// The token that is looked at, if any.
  private var next: Token?
  /// The numbers of the definitions, settings and slots that were named so far.
  private var numbers: [WordCode: Int32] = [:]
  /// Parts of the patterns that are being read.
  private var open: [Pattern] = []
  /// The definitions that each line uses, in the order of the lines.
  private var uses = GrammarUses()

  /// A sign, or a range of the bytes.
  private struct Token {
    enum Kind { case word, slot, setting, sign }
    let kind: Kind
    let range: Range<Int>
    /// The byte of a sign, 0 for others.
    let sign: UInt8
  }

  init(bytes: [UInt8], file: String, grammar: Grammar) {
    self.bytes = bytes
    self.file = file
    self.grammar = grammar
  }

  /// Reads all lines.
  mutating func run() throws(DataFileError) {
    var start = 0
    var number = 1
    while start < bytes.count {
      let first = number
      end = start
      repeat {
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        end += 1
        number += 1
      } while end < bytes.count && bytes[end] == UInt8(ascii: " ")
      let following = end
      end = min(end - 1, bytes.count)
      if start < end, bytes[start] != UInt8(ascii: "#") {
        position = start
        line = first
        try readLine()
      }
      start = following
    }
    try uses.check(grammar, file: file)
  }

  private func fail(_ message: String) -> DataFileError {
    DataFileError(file: file, line: line, message: message)
  }

  // MARK: Tokens

  private func text(_ token: Token) -> String {
    String(decoding: bytes[token.range], as: UTF8.self)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "?"),
      UInt8(ascii: "="), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  private mutating func advance() {
    while position < end, GrammarReader.isBlank(bytes[position]) { position += 1 }
    guard position < end else {
      next = nil
      return
    }
    let start = position
    let byte = bytes[position]
    position += 1
    if GrammarReader.isSign(byte) {
      next = Token(kind: .sign, range: start..<position, sign: byte)
    } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") {
      let close = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "}")
      while position < end, bytes[position] != close { position += 1 }
      position = min(position + 1, end)
      next = Token(
        kind: byte == UInt8(ascii: "<") ? .slot : .setting, range: start..<position, sign: 0)
    } else {
      while position < end, !GrammarReader.isBlank(bytes[position]),
        !GrammarReader.isSign(bytes[position]), bytes[position] != UInt8(ascii: "<"),
        bytes[position] != UInt8(ascii: "{")
      {
        position += 1
      }
      next = Token(kind: .word, range: start..<position, sign: 0)
    }
  }

  private mutating func take() throws(DataFileError) -> Token {
    guard let token = next else { throw fail("ends too early") }
    advance()
    return token
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(DataFileError) {
    let found = try take()
    if found.sign != UInt8(ascii: sign) { throw fail("wanted \(sign), found \(text(found))") }
  }

  private func isNext(_ sign: Unicode.Scalar) -> Bool { next?.sign == UInt8(ascii: sign) }

  // MARK: Lines

  private mutating func readLine() throws(DataFileError) {
    advance()
    let head = try take()
    if isNext("=") {
      advance()
      let number = number(of: head)
      uses.begin(line: line, definition: number)
      grammar.definitions[Int(number)] = try whole()
      return
    }
    let name = text(head)
    if name == "closed" {
      try expect(":")
      while let token = next {
        grammar.closed.insert(WordCode(bytes[token.range]))
        advance()
      }
      return
    }
    let code = text(try take())
    guard let language = QuestionLanguage(rawValue: code) else {
      throw fail("wanted en or es, found \(code)")
    }
    try expect(":")
    uses.begin(line: line, definition: nil)
    let rule = Rule(head: name, language: language, pattern: try whole(), line: line)
    switch name {
    case "adjunct": grammar.adjuncts.append(rule)
    case "before", "behind": grammar.frames.append(rule)
    default: grammar.rules.append(rule)
    }
  }

  /// The number of a definition, new where it was not named before.
  private mutating func number(of name: Token) -> Int32 {
    let code = WordCode(bytes[name.range])
    if let number = numbers[code] { return number }
    let number = Int32(grammar.names.count)
    numbers[code] = number
    grammar.names.append(text(name))
    grammar.definitions.append(nil)
    return number
  }

  // MARK: Patterns

  private mutating func whole() throws(DataFileError) -> Pattern {
    let pattern = try alternatives()
    if let rest = next { throw fail("cannot read \(text(rest)) here") }
    return pattern
  }

  /// Moves what was read since `start` to the parts of the grammar.
  private mutating func close(_ start: Int) -> Pattern.Parts {
    let parts = Pattern.Parts(
      first: Int32(grammar.parts.count), count: Int32(open.count - start))
    grammar.parts.append(contentsOf: open[start...])
    open.removeSubrange(start...)
    return parts
  }

  private mutating func alternatives() throws(DataFileError) -> Pattern {
    let start = open.count
    open.append(try sequence())
    while isNext("|") {
      advance()
      open.append(try sequence())
    }
    if open.count == start + 1, let only = open.popLast() { return only }
    return .oneOf(close(start))
  }

  private mutating func sequence() throws(DataFileError) -> Pattern {
    let start = open.count
    while let token = next, !isNext("|"), !isNext(")") {
      advance()
      var part = try single(token)
      if isNext("?") {
        advance()
        grammar.parts.append(part)
        part = .optional(Int32(grammar.parts.count - 1))
      }
      open.append(part)
    }
    if open.count == start + 1, let only = open.popLast() { return only }
    return .sequence(close(start))
  }

  private mutating func single(_ token: Token) throws(DataFileError) -> Pattern {
    switch token.kind {
    case .sign:
      guard token.sign == UInt8(ascii: "(") else { throw fail("cannot read \(text(token)) here") }
      let inner = try alternatives()
      try expect(")")
      return inner
    case .setting: return .set(try setting(token))
    case .slot: return .slot(try slot(token))
    case .word:
      let first = bytes[token.range.lowerBound]
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
        let number = number(of: token)
        uses.add(number)
        return .named(number)
      }
      if token.range.count == 1, first == UInt8(ascii: "~") { return .adjuncts }
      return .word(WordCode(bytes[token.range]))
    }
  }

  private mutating func setting(_ token: Token) throws(DataFileError) -> Int32 {
    let code = WordCode(bytes[token.range])
    if let known = numbers[code] { return known }
    let parts = text(token).dropFirst().dropLast().split(separator: "=")
    guard parts.count == 2 else { throw fail("wanted {key=value}, found \(text(token))") }
    numbers[code] = Int32(grammar.settings.count)
    grammar.settings.append((String(parts[0]), String(parts[1])))
    return Int32(grammar.settings.count - 1)
  }

  private mutating func slot(_ token: Token) throws(DataFileError) -> Int32 {
    let code = WordCode(bytes[token.range])
    if let known = numbers[code] { return known }
    let parts = text(token).dropFirst().dropLast().split(separator: ":")
    guard let name = parts.first, let type = parts.last,
      let kind = Slot.Kind(rawValue: String(type))
    else { throw fail("wanted <name:kind>, found \(text(token))") }
    numbers[code] = Int32(grammar.slots.count)
    grammar.slots.append(Slot(name: String(name), kind: kind))
    return Int32(grammar.slots.count - 1)
  }
}

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

  private static func tokens(_ text: String) -> [String] {
    var out: [String] = []
    var current = ""
    func flush() {
      if !current.isEmpty { out.append(current) }
      current = ""
    }
    var inside: Character?
    for character in text {
      if let close = inside {
        current.append(character)
        if character == close {
          flush()
          inside = nil
        }
      } else if character == "<" || character == "{" {
        flush()
        current.append(character)
        inside = character == "<" ? ">" : "}"
      } else if "()|?=:".contains(character) {
        flush()
        out.append(String(character))
      } else if character == " " || character == "\t" {
        flush()
      } else {
        current.append(character)
      }
    }
    flush()
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

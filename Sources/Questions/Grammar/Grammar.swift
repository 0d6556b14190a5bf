import CResources

/// The rules of question forms, read from `grammar.txt`.
struct Grammar: Sendable {
  /// What whole questions are like, in the order of the file.
  private(set) var rules: [Rule] = []
  /// What may stand between the parts of a question in any order and number: times, places, topics, manners.
  private(set) var adjuncts: [Rule] = []
  /// What may come before and behind a question and means nothing ("please tell me").
  private(set) var frames: [Rule] = []
  private(set) var named: [String: Pattern] = [:]
  /// Words that cannot stand in a free slot unless a known name has them.
  private(set) var closed: Set<String> = []

  /// The grammar that is compiled into the program.
  static let standard: Grammar? = try? Grammar(
    text: Resources.text(chancery_questions_grammar, chancery_questions_grammar_length),
    file: "questions/grammar.txt")

  /// Reads a grammar; throws `DataFileError` with the line.
  init(text: String, file: String) throws(DataFileError) {
    for (line, content) in Grammar.logicalLines(text) {
      var reader = PatternReader(text: content, file: file, line: line)
      try add(try reader.line())
    }
    try check(file: file)
  }

  private mutating func add(_ line: GrammarLine) throws(DataFileError) {
    switch line {
    case .rule(let rule) where rule.head == "adjunct": adjuncts.append(rule)
    case .rule(let rule) where rule.head == "before" || rule.head == "behind": frames.append(rule)
    case .rule(let rule): rules.append(rule)
    case .definition(let name, let pattern): named[name] = pattern
    case .closed(let words): closed.formUnion(words)
    }
  }

  /// Lines that begin with a blank continue the one before them.
  private static func logicalLines(_ text: String) -> [(Int, String)] {
    var lines: [(Int, String)] = []
    let rows = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (offset, line) in rows.enumerated() {
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if first == UInt8(ascii: " "), let last = lines.popLast() {
        lines.append((last.0, last.1 + " " + String(Substring(line))))
      } else {
        lines.append((offset + 1, String(Substring(line))))
      }
    }
    return lines
  }

  /// Every definition that is used must be there, and none may use itself.
  private func check(file: String) throws(DataFileError) {
    for rule in rules + adjuncts + frames {
      for name in Grammar.names(in: rule.pattern) where named[name] == nil {
        throw DataFileError(file: file, line: rule.line, message: "no definition of \(name)")
      }
    }
    var settled: Set<String> = []
    for name in named.keys.sorted() {
      if let bad = broken(name, [], &settled) {
        throw DataFileError(
          file: file, line: 0,
          message: "the definition of \(name) uses \(bad), which is not there or uses itself")
      }
    }
  }

  /// A name below a definition that is not defined, or leads back to one on the path.
  private func broken(_ name: String, _ path: [String], _ settled: inout Set<String>) -> String? {
    if settled.contains(name) { return nil }
    guard let pattern = named[name], !path.contains(name) else { return name }
    for next in Grammar.names(in: pattern) {
      if let bad = broken(next, path + [name], &settled) { return bad }
    }
    settled.insert(name)
    return nil
  }

  /// The definitions that a pattern uses by itself.
  private static func names(in pattern: Pattern) -> [String] {
    switch pattern {
    case .named(let name): [name]
    case .sequence(let parts), .oneOf(let parts): parts.flatMap(names)
    case .optional(let part): names(in: part)
    case .word, .set, .slot, .adjuncts: []
    }
  }
}

/// What one line of the grammar file says.
enum GrammarLine {
  case rule(Rule)
  case definition(String, Pattern)
  case closed([String])
}

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
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let first = line.first, first != "#" else { continue }
      if first == " ", let last = lines.popLast() {
        lines.append((last.0, last.1 + " " + line))
      } else {
        lines.append((offset + 1, String(line)))
      }
    }
    return lines
  }

  private func check(file: String) throws(DataFileError) {
    for rule in rules + adjuncts + frames {
      if let missing = undefined(rule.pattern, depth: 0) {
        throw DataFileError(file: file, line: rule.line, message: "no definition of \(missing)")
      }
    }
  }

  private func undefined(_ pattern: Pattern, depth: Int) -> String? {
    switch pattern {
    case .named(let name):
      guard depth < 20, let definition = named[name] else { return name }
      return undefined(definition, depth: depth + 1)
    case .sequence(let parts), .oneOf(let parts):
      return parts.lazy.compactMap { undefined($0, depth: depth) }.first
    case .optional(let part): return undefined(part, depth: depth)
    case .word, .set, .slot, .adjuncts: return nil
    }
  }
}

/// What one line of the grammar file says.
enum GrammarLine {
  case rule(Rule)
  case definition(String, Pattern)
  case closed([String])
}

import CResources

/// The rules of question forms, read from `grammar.txt`.
struct Grammar: Sendable {
  /// What whole questions are like, in the order of the file.
  var rules: [Rule] = []
  /// What may stand between the parts of a question in any order and number: times, places, topics, manners.
  var adjuncts: [Rule] = []
  /// What may come before and behind a question and means nothing ("please tell me").
  var frames: [Rule] = []
  /// Words that cannot stand in a free slot unless a known name has them.
  var closed: Set<WordCode> = []
  /// The patterns that have a name; nil for one that is used and not there.
  var definitions: [Pattern?] = []
  /// The names of `definitions`.
  var names: [String] = []
  /// The parts of sequences, of choices and of what may be left out.
  var parts: [Pattern] = []
  var slots: [Slot] = []
  /// What `{key=value}` says.
  var settings: [(key: String, value: String)] = []

  /// The grammar that is compiled into the program.
  static let standard: Grammar? = try? Grammar(
    text: Resources.text(chancery_questions_grammar, chancery_questions_grammar_length),
    file: "questions/grammar.txt")

  /// Reads a grammar; throws `DataFileError` with the line.
  init(text: String, file: String) throws(DataFileError) {
    var reader = GrammarReader(text: text, file: file, grammar: Grammar())
    try reader.run()
    self = reader.grammar
    try check(file: file)
  }

  private init() {}

  /// The pattern of a name.
  func definition(_ name: String) -> Pattern? {
    names.firstIndex(of: name).flatMap { definitions[$0] }
  }

  // MARK: Checks

  /// Every definition that is used must be there, and none may use itself.
  private func check(file: String) throws(DataFileError) {
    for list in [rules, adjuncts, frames] {
      for rule in list {
        if let missing = missing(in: rule.pattern) {
          throw DataFileError(
            file: file, line: rule.line, message: "no definition of \(names[missing])")
        }
      }
    }
    var states = [Visit](repeating: .new, count: names.count)
    for number in names.indices {
      if let bad = broken(number, &states) {
        throw DataFileError(
          file: file, line: 0,
          message: "the definition of \(names[number]) uses \(names[bad]), which is not there "
            + "or uses itself")
      }
    }
  }

  private enum Visit { case new, open, settled }

  /// A definition below a definition that is not there, or leads back to one on the path.
  private func broken(_ number: Int, _ states: inout [Visit]) -> Int? {
    if states[number] == .settled { return nil }
    guard states[number] == .new, let pattern = definitions[number] else { return number }
    states[number] = .open
    if let bad = firstName(in: pattern, where: { broken($0, &states) }) { return bad }
    states[number] = .settled
    return nil
  }

  private func missing(in pattern: Pattern) -> Int? {
    firstName(in: pattern) { definitions[$0] == nil ? $0 : nil }
  }

  /// What `test` gives for the first definition that a pattern uses by itself and that it gives something for.
  private func firstName(in pattern: Pattern, where test: (Int) -> Int?) -> Int? {
    switch pattern {
    case .named(let number): return test(Int(number))
    case .sequence(let range), .oneOf(let range):
      for index in range.first..<range.first + range.count {
        if let found = firstName(in: parts[Int(index)], where: test) { return found }
      }
      return nil
    case .optional(let part): return firstName(in: parts[Int(part)], where: test)
    case .word, .set, .slot, .adjuncts: return nil
    }
  }
}

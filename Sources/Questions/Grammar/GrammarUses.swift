/// Which definitions the lines of a grammar use: every one must be there, and none may use itself.
struct GrammarUses {
  private struct Line {
    let number: Int
    /// What the line defines; nil for a rule.
    let definition: Int32?
    var used: [Int32] = []
  }
  private var lines: [Line] = []

  /// Begins a line.
  mutating func begin(line: Int, definition: Int32?) {
    lines.append(Line(number: line, definition: definition))
  }

  /// Notes that the line uses a definition.
  mutating func add(_ definition: Int32) {
    if !lines.isEmpty { lines[lines.count - 1].used.append(definition) }
  }

  /// Throws `DataFileError` for the first use that cannot be.
  func check(_ grammar: Grammar, file: String) throws(DataFileError) {
    var usedBy = [[Int32]](repeating: [], count: grammar.names.count)
    for line in lines {
      if let definition = line.definition {
        usedBy[Int(definition)] = line.used
      } else if let missing = line.used.first(where: { grammar.definitions[Int($0)] == nil }) {
        throw DataFileError(
          file: file, line: line.number,
          message: "no definition of \(grammar.names[Int(missing)])")
      }
    }
    var states = grammar.definitions.map { $0 == nil ? Visit.missing : .new }
    for line in lines {
      if let definition = line.definition, let bad = broken(definition, usedBy, &states) {
        throw DataFileError(
          file: file, line: line.number,
          message: "the definition of \(grammar.names[Int(definition)]) uses "
            + "\(grammar.names[Int(bad)]), which is not there or uses itself")
      }
    }
  }

  private enum Visit { case missing, new, open, settled }

  /// A definition below a definition that is not there, or leads back to one on the path.
  private func broken(_ number: Int32, _ usedBy: [[Int32]], _ states: inout [Visit]) -> Int32? {
    if states[Int(number)] == .settled { return nil }
    guard states[Int(number)] == .new else { return number }
    states[Int(number)] = .open
    for next in usedBy[Int(number)] {
      if let bad = broken(next, usedBy, &states) { return bad }
    }
    states[Int(number)] = .settled
    return nil
  }
}

import ArgumentParser
import KnowledgeBase

/// A word for what is meant by the arguments behind it.
enum SubjectWord: String, CaseIterable {
  case person, government, organization, delegation, entity, meeting, agreement, article

  var subject: Subject {
    switch self {
    case .meeting: .meeting
    case .agreement: .agreement
    case .article: .article
    default: .entity
    }
  }

  /// The kind of entity that it is; nil for any, and for what is none.
  var kind: String? {
    switch self {
    case .person, .government, .organization, .delegation: rawValue
    case .entity, .meeting, .agreement, .article: nil
    }
  }

  /// Takes the word off the front of the arguments, if there is one and enough is left behind it.
  static func split(_ arguments: [String], leaving count: Int) -> (Subject, [String]) {
    guard let first = arguments.first, let word = SubjectWord(rawValue: first),
      arguments.count > count
    else { return (.entity, arguments) }
    return (word.subject, Array(arguments.dropFirst()))
  }
}

/// What every correction takes.
struct CorrectionArguments: ParsableArguments {
  @Option(help: "Why; kept with the correction.")
  var reason: String?
  @Flag(help: "Only tell what would be different.")
  var dryRun = false
  @OptionGroup var database: DatabaseOptions

  /// Carries out a decision and tells what came of it.
  func decide(_ make: (KnowledgeBase) throws -> Decision) throws {
    let base = try database.open(.readWrite)
    let outcome = try explained { try base.decide(try make(base), reason: reason, dryRun: dryRun) }
    try CorrectionReport.write(outcome, dryRun: dryRun)
  }
}

/// What a correction tells at its end.
enum CorrectionReport {
  static func write(_ outcome: DecisionOutcome, dryRun: Bool) throws {
    var lines = outcome.changes
    if lines.isEmpty { lines.append("nothing is different in what is derived") }
    if dryRun {
      lines.append("dry run: nothing was kept")
    } else if !outcome.corrections.isEmpty {
      let numbers = outcome.corrections.map(String.init).joined(separator: ", ")
      lines.append("correction \(numbers)")
    }
    var output = OutputStream()
    try output.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    try output.flush()
  }
}

/// Writes lines to standard output.
func printLines(_ lines: [String]) throws {
  var output = OutputStream()
  for line in lines {
    try output.write(Array(line.utf8))
    try output.write([UInt8(ascii: "\n")])
  }
  try output.flush()
}

import ArgumentParser
import KnowledgeBase

/// A correction put in force again.
struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Put a correction in force again that was undone.",
    discussion: """
      EXAMPLES
        chancery redo 3
      """)

  @Argument(help: "The number that `chancery corrections --all` shows.")
  var number: Int64
  @Flag(help: "Only tell what would be different.")
  var dryRun = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readWrite)
    let outcome = try explained { try base.undo(number, redo: true, dryRun: dryRun) }
    try CorrectionReport.write(outcome, dryRun: dryRun)
  }
}

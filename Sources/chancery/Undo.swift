import ArgumentParser
import KnowledgeBase

/// A correction taken back.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a correction back.",
    discussion: """
      The two sides of a merge that was undone are kept apart until they are merged again. `chancery redo` puts a \
      correction in force again.

      EXAMPLES
        chancery undo 3
        chancery undo 3 --dry-run
      """)

  @Argument(help: "The number that `chancery corrections` shows.")
  var number: Int64
  @Flag(help: "Only tell what would be different.")
  var dryRun = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readWrite)
    let outcome = try explained { try base.undo(number, dryRun: dryRun) }
    try CorrectionReport.write(outcome, dryRun: dryRun)
  }
}

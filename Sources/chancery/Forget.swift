import ArgumentParser
import KnowledgeBase

/// An article removed.
struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove an article and what only it supports.",
    discussion: """
      The article is told by its row id, its stable id, the id it was imported with, its address, its path, or words of \
      its title. Corrections stay.

      EXAMPLES
        chancery forget en-017
        chancery forget https://example.org/a-story --dry-run
      """)

  @Argument(help: "The article.")
  var article: String
  @Flag(help: "Only tell what would be different.")
  var dryRun = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readWrite)
    let changes = try explained {
      try base.forget(try base.find(.article, article), dryRun: dryRun)
    }
    try printLines(changes + [dryRun ? "dry run: nothing was removed" : "forgotten: \(article)"])
  }
}

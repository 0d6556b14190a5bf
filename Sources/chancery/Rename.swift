import ArgumentParser
import KnowledgeBase

/// The name that stands for an entity.
struct Rename: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a person, government or body the name it is to be shown by.",
    discussion: """
      The names that articles use stay known.

      EXAMPLES
        chancery rename "Nicolas Maduro" "Nicolás Maduro Moros"
      """)

  @Argument(help: "Name, id or stable id.")
  var entity: String
  @Argument(help: "The new name.")
  var name: String
  @OptionGroup var correction: CorrectionArguments

  func run() throws {
    try correction.decide { base in .rename(try base.find(.entity, entity), name) }
  }
}

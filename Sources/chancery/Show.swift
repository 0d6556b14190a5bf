import ArgumentParser
import KnowledgeBase

/// All about one thing.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    _superCommandName: "chancery",
    abstract: "Show all that is known of a person, a meeting, an agreement or an article.",
    discussion: """
      What is meant is told by its row id, its stable id, or its name: any name of a person, or words of one; words of an \
      agreement's title; the id, the address or the path of an article; of a meeting words of the names of those who took \
      part, of the place, and the date. A name that fits several is answered with their ids (exit code 3), one that fits \
      none with those that are written nearly so.

      EXAMPLES
        chancery show person Maduro
        chancery show meeting 12
        chancery show meeting "Maduro Guyana 2023-12"
        chancery show person Maduro --json
        chancery show agreement "Second Partial Agreement"
        chancery show article en-017
      """)

  @Argument(help: "\(SubjectWord.allCases.map(\.rawValue).joined(separator: ", "))")
  var what: SubjectWord
  @Argument(help: "Row id, stable id or name.")
  var name: String
  @Flag(help: "Print it as one line of JSON.")
  var json = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readOnly)
    try printLines(
      try explained {
        let id = try base.find(what.subject, name, kind: what.kind)
        return try json ? [base.showJSON(what.subject, id)] : base.show(what.subject, id)
      })
  }
}

import ArgumentParser
import KnowledgeBase

/// One is two.
struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Say that one person, government, body, meeting or agreement is two.",
    discussion: """
      What is split off is told by names, or by the articles that speak of it. `chancery show` lists the names and the \
      identities of an entity; an identity's stable id serves as a name, too.

      EXAMPLES
        chancery split "Delcy Rodríguez" "Jorge Rodríguez"
        chancery split "José Rodríguez" --article en-017
        chancery split meeting 12 --article en-017 --reason "two calls on one day"
      """)

  @Argument(help: "[meeting|agreement] what is to be split; then the names to split off")
  var what: [String]
  @Option(help: "An article whose part is split off; may be given several times.")
  var article: [String] = []
  @OptionGroup var correction: CorrectionArguments

  func run() throws {
    let (subject, names) = SubjectWord.split(what, leaving: 1)
    guard let name = names.first else { throw ValidationError("give what is to be split") }
    guard article.isEmpty != (names.count == 1), subject == .entity || names.count == 1 else {
      throw ValidationError("give either names to split off or --article")
    }
    try correction.decide { base in
      let row = try base.find(subject, name)
      if article.isEmpty { return .splitNames(row, Array(names.dropFirst())) }
      return .splitArticles(subject, row, try article.map { try base.find(.article, $0) })
    }
  }
}

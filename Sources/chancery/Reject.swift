import ArgumentParser
import KnowledgeBase

/// What is not so.
struct Reject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Leave a meeting or an agreement out: it did not happen, or was misread.",
    discussion: """
      Reports of it that come later are left out, too.

      EXAMPLES
        chancery reject meeting 12 --reason "a tweet, no meeting"
      """)

  @Argument(help: "meeting or agreement")
  var what: SubjectWord
  @Argument(help: "Id or stable id; for an agreement also words of its title.")
  var name: String
  @OptionGroup var correction: CorrectionArguments

  func run() throws {
    guard what == .meeting || what == .agreement else {
      throw ValidationError("only a meeting or an agreement can be rejected")
    }
    try correction.decide { base in .reject(what.subject, try base.find(what.subject, name)) }
  }
}

extension SubjectWord: ExpressibleByArgument {}

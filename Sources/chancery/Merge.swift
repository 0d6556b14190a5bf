import ArgumentParser
import KnowledgeBase

/// Two are one.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that two people, governments, bodies, meetings or agreements are one.",
    discussion: """
      Both are told by name, id or stable id; a word before them tells that meetings or agreements are meant. Names are \
      taken as `chancery show` takes them. It holds over every import and rebuild until `chancery undo`.

      EXAMPLES
        chancery merge "Cristina Fernández" "Cristina Kirchner" --reason "the same president"
        chancery merge meeting 12 31
        chancery merge 4 17 --dry-run
      """)

  @Argument(help: "[meeting|agreement] A B")
  var sides: [String]
  @OptionGroup var correction: CorrectionArguments

  func run() throws {
    let (subject, names) = SubjectWord.split(sides, leaving: 2)
    guard names.count == 2 else { throw ValidationError("give the two that are one") }
    try correction.decide { base in
      .merge(subject, try base.find(subject, names[0]), try base.find(subject, names[1]))
    }
  }
}

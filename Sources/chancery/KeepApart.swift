import ArgumentParser
import KnowledgeBase

/// Two are not one.
struct KeepApart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep-apart",
    abstract: "Say that two are not one, whatever speaks for it.",
    discussion: """
      Both are told as for `chancery merge`. It holds over every import and rebuild until `chancery undo`.

      EXAMPLES
        chancery keep-apart "Ana Ruiz" "Ana Ruiz Calvo"
        chancery keep-apart meeting 12 31 --reason "morning and evening"
      """)

  @Argument(help: "[meeting|agreement] A B")
  var sides: [String]
  @OptionGroup var correction: CorrectionArguments

  func run() throws {
    let (subject, names) = SubjectWord.split(sides, leaving: 2)
    guard names.count == 2 else { throw ValidationError("give the two that are not one") }
    try correction.decide { base in
      .keepApart(subject, try base.find(subject, names[0]), try base.find(subject, names[1]))
    }
  }
}

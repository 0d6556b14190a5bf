import ArgumentParser
import FoundationEssentials
import Glibc
import KnowledgeBase
import Output
import Questions
import Records
import SQLite

/// Questions in plain words.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    _superCommandName: "chancery",
    abstract: "Answer a question in plain English or Spanish.",
    discussion: """
      A grammar reads the question; what it does not understand it refuses (exit 3), with questions that it can read. \
      Case, accents and question marks do not matter. Words between the question's own may be given without quotes. \
      docs/questions.md lists the forms.

      EXAMPLES
        chancery ask "who met Maduro in 2023"
        chancery ask "¿con quién se reunió el canciller ruso el año pasado?"
        chancery ask --evidence "what did Bárcena say about migration"
        chancery ask --format json "which agreements were signed in 2022"
        chancery ask --sql "when did Kerry and Zarif meet"
        chancery ask < /dev/tty          (a prompt, with history and completion of names)
        chancery ask - < questions.txt   (one question a line)
      """)

  @Argument(
    parsing: .remaining,
    help: ArgumentHelp(
      "The question. - reads questions from standard input, one a line; none at a terminal gives a prompt.",
      valueName: "question"))
  var words: [String] = []

  @Flag(help: "Count those who only attended among those who met.")
  var attendees = false
  @Flag(help: "Print every piece of evidence below the answers, with its article and place in it.")
  var evidence = false
  @Flag(
    help: "Print the SQL that answers the question, as sqlite3 runs it, instead of the answers.")
  var sql = false
  @Option(
    help: ArgumentHelp(
      "The day by which \"last year\" and the like go (default: today, UTC).", valueName: "date"))
  var today: String?
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputArguments

  mutating func validate() throws {
    if let today, Day(iso: today) == nil {
      throw ValidationError("--today wants a date as in 2023-10-16, not \(today)")
    }
    if words.isEmpty, isatty(STDIN_FILENO) == 0 {
      throw ValidationError("give a question, or - to read questions from standard input")
    }
  }

  func run() throws {
    let base = try database.open(.readOnly)
    let asker = try Asker(base.database)
    var failed = false
    if words.isEmpty {
      try AskPrompt(database: base.database).run { question in
        _ = try answer(question, asker, base.database)
      }
    } else if words == ["-"] {
      while let line = readLine() {
        if line.allSatisfy(\.isWhitespace) { continue }
        failed = try !answer(line, asker, base.database) || failed
      }
    } else {
      failed = try !answer(words.joined(separator: " "), asker, base.database)
    }
    if failed { throw ExitCode.notUnderstood }
  }

  /// Answers one question; false if it was refused or ambiguous.
  private func answer(_ question: String, _ asker: Asker, _ database: Database) throws -> Bool {
    let answer = try explained {
      try asker.ask(question, today: day, withAttendees: attendees)
    }
    var printer = AnswerPrinter(output: output, showsSQL: sql, showsEvidence: evidence)
    if evidence, output.format == .table {
      printer.listed = try explained {
        try asker.ask(question, today: day, withAttendees: attendees, listing: true)
      }
    }
    try printer.print(answer, database)
    return answer.status == .answered || answer.status == .none
  }

  private var day: Day {
    today.flatMap { Day(iso: $0) } ?? Day(number: Int(Date().timeIntervalSince1970) / 86_400)
  }
}

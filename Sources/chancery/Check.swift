import ArgumentParser
import KnowledgeBase
import Records

/// The file looked over.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the database: integrity, references, indexes, words against texts, doubts.",
    discussion: """
      The exit code is 4 if the file is damaged, or does not agree with its own texts. Doubts are no damage: pairs that \
      may be one and were kept apart, and reports that contradict each other. A file of an older version is brought \
      forward.

      EXAMPLES
        chancery check
        chancery check --json
        chancery check --quiet && cp chancery.db backup.db
      """)

  @Flag(name: .shortAndLong, help: "No doubts, and no word of what is right.")
  var quiet = false
  @Flag(help: "Print all as one line of JSON.")
  var json = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readWrite)
    let report = try explained { try base.check() }
    if json {
      var out = JSONWriter()
      out.object {
        $0.strings("damage", report.damage)
        $0.strings("right", report.passed)
        $0.strings("doubts", report.doubts)
      }
      try printLines([out.text])
    } else if !quiet {
      var lines = ["right: \(report.passed.joined(separator: ", "))"]
      if !report.doubts.isEmpty {
        lines.append("doubts: \(report.doubts.count)")
        lines += report.doubts.map { "  " + $0 }
      }
      try printLines(lines)
    }
    guard report.damage.isEmpty else {
      for line in report.damage { complain("chancery: \(line)") }
      throw ExitCode.notChancery
    }
  }
}

import ArgumentParser
import KnowledgeBase
import Reading
import Records

/// What articles say, into the database.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Load records into the database.",
    discussion: """
      Records are NDJSON as `chancery extract` and `chancery export` print it (docs/records.md), made by this program, \
      by another one or by people. Articles are NDJSON with the same ids; they give the texts in which the words are \
      found. An article is known by its text: importing it again changes nothing.

      EXAMPLES
        chancery import --records records.jsonl --articles articles.jsonl
        chancery import --records records.jsonl --db base.db
      """)

  @Option(
    help: ArgumentHelp("Records to load, one a line; - is standard input.", valueName: "file"))
  var records: String?
  @Option(help: ArgumentHelp("The articles of the records, one a line.", valueName: "file"))
  var articles: String?
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard records != nil else { throw ValidationError("nothing to import: give --records FILE") }
  }

  func run() throws {
    guard let records else { return }
    let base = try database.open(.create)
    let refused = try RecordImport(base: base, records: records, articles: articles).run()
    if refused > 0 { throw ExitCode.someRefused }
  }
}

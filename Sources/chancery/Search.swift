import ArgumentParser
import Output
import Queries
import SQLite

/// Full-text search.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    _superCommandName: "chancery",
    abstract: "Search the words of articles and statements.",
    discussion: """
      Every word must occur, in any order; case and marks do not matter. "A phrase" in double quotes occurs as it \
      stands, word* begins with it, -word does not occur. The best hits come first (bm25; a word in a title counts \
      five times); [brackets] mark the words that were found.

      EXAMPLES
        chancery search ceasefire
        chancery search '"joint statement" energ*' --since 2023
        chancery search --person Lavrov --in statements gas
        chancery search "bridge -fish" --format ndjson
      """)

  @Argument(help: "The words.")
  var words: [String]

  @Option(name: .customLong("in"), help: "What is searched: all, articles, statements.")
  var scope: TextSearch.Scope = .all

  @Option(
    help: ArgumentHelp(
      "Only what this person, government or organization said, and articles that tell of them.",
      valueName: "name"))
  var person: String?

  @Option(help: ArgumentHelp("From this year, month or day on.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Up to this year, month or day.", valueName: "date"))
  var until: String?

  @Option(help: "How many hits at most.")
  var limit = 20

  @Option(help: "Stop after so many seconds (exit 5); 0 for no bound.")
  var timeout: Double = 30

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputArguments

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
    if !(timeout >= 0) { throw ValidationError("--timeout takes a number of seconds from 0 on.") }
    for (name, date) in [("since", since), ("until", until)] {
      if let date, !QueryParameter.isDate(date) {
        throw ValidationError("--\(name) takes a date such as 2023, 2023-05 or 2023-05-04.")
      }
    }
  }

  func run() throws {
    guard let expression = FullTextQuery(words.joined(separator: " ")).expression else {
      throw Failure("there is no word to search for", code: .validationFailure)
    }
    var search = TextSearch(expression: expression)
    search.scope = scope
    search.since = since ?? ""
    search.until = until ?? ""
    search.limit = limit
    let queries = try GuardedQueries(database, timeout: timeout)
    if let person { search.person = try phrase(person, queries) }
    var script = try Script(Array(search.sql.utf8))
    guard let statement = try queries.sandbox.next(&script) else { return }
    try statement.bind(search.values)
    try output.withWriter { writer, sink in
      queries.attach(sink)
      try queries.write(statement, to: writer)
    }
  }

  /// The name as a phrase. Throws `Failure` if nobody goes by it.
  private func phrase(_ person: String, _ queries: GuardedQueries) throws -> String {
    if let phrase = FullTextQuery.phrase(person) {
      let known = try queries.sandbox.database.scalar(
        "SELECT 1 FROM names_fts WHERE names_fts MATCH ? LIMIT 1", [.text(phrase)])
      if known != nil { return phrase }
    }
    throw Failure("nobody in this database is called \(person)", code: .notUnderstood)
  }
}

extension TextSearch.Scope: ExpressibleByArgument {}

import ArgumentParser
import Glibc
import Output
import SQLite

/// SQL of the user's own, read-only.
struct Sql: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    _superCommandName: "chancery",
    abstract: "Run SQL on the database, read-only.",
    discussion: """
      Only reading is possible: SELECT, VALUES, WITH, EXPLAIN and the PRAGMAs that ask. Without SQL the statements \
      come from standard input. The tables and views are described in schema.sql and docs/schema.md.

      EXAMPLES
        chancery sql "SELECT person, met, date, place FROM who_met ORDER BY earliest"
        chancery sql -p country=MX "SELECT name FROM entities WHERE country = :country"
        chancery sql --format csv "SELECT * FROM meeting_details" > meetings.csv
        chancery sql < report.sql
      """)

  @Argument(
    help: "The SQL; several statements are separated by semicolons. - or none: standard input.")
  var sql: String?

  @Option(
    name: [.customShort("p"), .customLong("param")],
    help: ArgumentHelp(
      """
      The value of :name in the SQL. A number is a number, NULL is null, anything else is text; \
      '1' in single quotes is text too.
      """, valueName: "name=value"))
  var parameters: [String] = []

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputArguments
  @OptionGroup var limits: LimitArguments

  func run() throws {
    let parameters = try SQLParameters(parameters)
    let bytes = try read()
    let queries = try GuardedQueries(database, limits)
    try check(bytes, queries, parameters)
    try output.withWriter { writer, sink in
      queries.attach(sink)
      var script = try Script(bytes)
      while let statement = try queries.sandbox.next(&script) {
        try parameters.bind(to: statement)
        try queries.write(statement, to: writer)
      }
    }
  }

  /// The SQL: the argument, else standard input.
  private func read() throws -> [UInt8] {
    if let sql, sql != "-" { return Array(sql.utf8) }
    guard sql == "-" || isatty(STDIN_FILENO) == 0 else {
      throw ValidationError("Give the SQL as an argument, or on standard input.")
    }
    return try StandardInput.read(limit: limits.sandbox.sqlLength, what: "SQL")
  }

  /// Prepares every statement before the first one runs: a script with an error or a refusal in it prints nothing.
  private func check(_ bytes: [UInt8], _ queries: GuardedQueries, _ parameters: SQLParameters)
    throws
  {
    guard bytes.count <= queries.sandbox.limits.sqlLength else {
      throw SandboxError.limit(
        "the SQL is longer than \(queries.sandbox.limits.sqlLength) bytes")
    }
    var statements = 0
    var used: Set<String> = []
    do {
      var script = try Script(bytes)
      do {
        while let statement = try queries.sandbox.next(&script) {
          statements += 1
          try used.formUnion(parameters.check(statement))
        }
      } catch let error as SQLiteError {
        let place = script.line > 1 || bytes.contains(0x0A) ? "line \(script.line): " : ""
        throw Failure("SQL: \(place)\(error.message)", code: error.exitCode)
      }
    } catch let error as SQLiteError {
      throw Failure("SQL: \(error.message)")
    }
    if statements == 0 { throw Failure("there is no SQL to run", code: .validationFailure) }
    try parameters.checkAllUsed(used)
  }
}

import ArgumentParser
import FoundationEssentials
import Output
import Queries
import SQLite

/// Queries kept in files.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    _superCommandName: "chancery",
    abstract: "Run a canned query, or list them.",
    discussion: """
      Without a name the queries are listed, with what they take. Those of your own are NAME.sql files in the folders \
      that $CHANCERY_QUERIES names (with colons between); docs/queries.md tells how they are written.

      EXAMPLES
        chancery query
        chancery query calendar -p person=Maduro -p since=2023
        chancery query country-network -p country=Mexico --format csv
        chancery query most-active-pairs --sql
      """)

  @Argument(
    help: "The query's name; without it they are listed.",
    completion: .shellCommand("chancery query --format tsv --no-header 2>/dev/null | cut -f 1"))
  var name: String?

  @Option(
    name: [.customShort("p"), .customLong("param")],
    help: ArgumentHelp("A value for one of the query's parameters.", valueName: "name=value"))
  var parameters: [String] = []

  @Flag(help: "Print the query's file instead of running it.")
  var sql = false

  @Flag(help: "Tell what the query takes and gives instead of running it.")
  var describe = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputArguments
  @OptionGroup var limits: LimitArguments

  func run() throws {
    let variable = ProcessInfo.processInfo.environment["CHANCERY_QUERIES"]
    let catalog = QueryCatalog(folders: QueryCatalog.folders(variable))
    guard let name else {
      guard parameters.isEmpty, !sql, !describe else {
        throw ValidationError("Name the query; `chancery query` lists them.")
      }
      return try list(catalog)
    }
    let query = try find(name, in: catalog)
    if sql { return try output.withSink { $0.append(query.text) } }
    if describe { return try output.withSink { $0.append(Self.description(of: query)) } }
    try run(query)
  }

  private func find(_ name: String, in catalog: QueryCatalog) throws -> CannedQuery {
    if let error = catalog.error(named: name) { throw Failure("\(error)") }
    if let query = catalog.query(named: name) { return query }
    let near = catalog.queries.map(\.name).filter { Spelling.isNear(name, $0) }
    let hint = near.isEmpty ? "`chancery query` lists them" : near.joined(separator: ", ") + "?"
    throw Failure("there is no query \(name): \(hint)", code: .validationFailure)
  }

  private func run(_ query: CannedQuery) throws {
    var given: [String: String] = [:]
    for pair in parameters {
      let (name, text) = try SQLParameters.split(pair)
      guard given.updateValue(text, forKey: name) == nil else {
        throw ValidationError("-p \(name)= is given twice.")
      }
    }
    let values: [String: Value]
    do {
      values = try query.values(given)
    } catch let error as ParameterError {
      throw Failure("\(error)", code: .validationFailure)
    }
    let queries = try GuardedQueries(database, limits)
    var script = try Script(Array(query.sql.utf8))
    do {
      guard let statement = try queries.sandbox.next(&script) else {
        throw Failure("\(query.file): there is no SQL")
      }
      guard try queries.sandbox.next(&script) == nil else {
        throw Failure("\(query.file): more than one statement")
      }
      try statement.bind(values)
      try output.withWriter { writer, sink in
        queries.attach(sink)
        try queries.write(statement, to: writer)
      }
    } catch let error as SQLiteError {
      let line = query.headerLines + script.line
      throw Failure("\(query.file):\(line): \(error.message)", code: error.exitCode)
    }
  }

  private func list(_ catalog: QueryCatalog) throws {
    try output.withWriter { writer, _ in
      try writer.begin(columns: ["name", "title", "parameters"])
      for query in catalog.queries {
        try writer.write([
          .text(query.name), .text(query.title),
          .text(query.parameters.map(\.summary).joined(separator: " ")),
        ])
      }
      try writer.end()
    }
    for error in catalog.errors { complain("chancery: \(error)") }
    if !catalog.errors.isEmpty { throw ExitCode.someRefused }
  }

  /// A query in words: title, description, parameters, columns.
  static func description(of query: CannedQuery) -> String {
    var text = "\(query.name): \(query.title)\n"
    if !query.description.isEmpty { text += "\n\(query.description)\n" }
    for parameter in query.parameters {
      text += "\n  -p \(parameter.summary)\n      \(parameter.type.words): \(parameter.help)\n"
    }
    for column in query.columns { text += "\n  \(column.name): \(column.description)\n" }
    return text
  }
}

extension QueryParameter {
  /// `name` where a value is needed, else `name=default`.
  var summary: String {
    switch defaultValue {
    case nil: name
    case .integer(let number): "\(name)=\(number)"
    case .real(let number): "\(name)=\(number)"
    case .text(let text): "\(name)=\(text)"
    default: "\(name)="
    }
  }
}

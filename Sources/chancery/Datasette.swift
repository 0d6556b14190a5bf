import ArgumentParser
import FoundationEssentials
import KnowledgeBase
import Output
import Queries

/// Metadata for Datasette.
struct Datasette: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasette",
    abstract: "Print metadata for Datasette: titles, descriptions, facets, units, canned queries.",
    discussion: """
      Datasette (https://datasette.io) shows a database in a browser. The database is not opened here; only its name \
      goes into the metadata, and the queries of the folders in $CHANCERY_QUERIES do too.

      EXAMPLES
        chancery datasette > metadata.yaml
        datasette chancery.db -m metadata.yaml
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let variable = ProcessInfo.processInfo.environment["CHANCERY_QUERIES"]
    let catalog = QueryCatalog(folders: QueryCatalog.folders(variable))
    let metadata = DatasetteMetadata(
      database: Self.stem(of: database.path), queries: catalog.queries, schema: Schema.sql)
    let sink = ByteSink(descriptor: 1)
    sink.append(metadata.yaml)
    do {
      try sink.flush()
    } catch OutputError.closed {
      throw ExitCode(141)
    }
    for error in catalog.errors { complain("chancery: \(error)") }
    if !catalog.errors.isEmpty { throw ExitCode.someRefused }
  }

  /// The name of a file without folders and its last suffix, as Datasette takes it.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

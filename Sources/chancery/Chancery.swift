import ArgumentParser

@main
struct Chancery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chancery",
    abstract: "Reads news articles about diplomacy and answers who met whom, when and where.",
    version: Version.current,
    subcommands: [
      Ask.self,
      Datasette.self,
      Explain.self,
      Extract.self,
      Import.self,
      Parse.self,
      Query.self,
      Search.self,
      Sql.self,
    ])
}

enum Version {
  static let current = "0.1.0"
}

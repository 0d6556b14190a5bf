import ArgumentParser

@main
struct Chancery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chancery",
    abstract: "Reads news articles about diplomacy and answers who met whom, when and where.",
    version: Version.current,
    subcommands: [
      Ask.self,
      Check.self,
      Corrections.self,
      Datasette.self,
      Explain.self,
      Export.self,
      Extract.self,
      Forget.self,
      Import.self,
      KeepApart.self,
      Merge.self,
      Parse.self,
      Query.self,
      Rebuild.self,
      Redo.self,
      Reject.self,
      Rename.self,
      Search.self,
      SetField.self,
      Show.self,
      Split.self,
      Sql.self,
      Status.self,
      Undo.self,
    ])
}

enum Version {
  static let current = "0.1.0"
}

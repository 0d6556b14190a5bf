import ArgumentParser
import FoundationEssentials
import KnowledgeBase
import Reading
import Records
import SQLite

/// Articles, or records made elsewhere, into the database.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read articles and keep what they say in the database.",
    discussion: """
      Articles are text, Markdown, HTML pages, RSS and Atom feeds, NDJSON, JSON and CSV, also as .gz and .zst; what an \
      input is shows in its content (docs/reading.md). Folders are read with all that is in them, hidden files apart. \
      An article is known by its text: importing it again changes nothing. Articles go in by batches, each whole or \
      not at all, so that an import that was stopped is completed by running it again.

      Records are NDJSON as `chancery extract` and `chancery export` print it (docs/records.md), made by this program, \
      by another one or by people. The articles of the same ids give the texts in which the words are found.

      EXAMPLES
        chancery import seeds/
        chancery import --date 2023-10-16 clipping.txt
        zcat articles.jsonl.gz | chancery import --db base.db -
        chancery import --watch inbox/
        chancery import --records records.jsonl --articles articles.jsonl
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var database: DatabaseOptions
  @Option(help: "How many threads read what articles say (default: one for every core).")
  var jobs: Int?
  @Flag(help: "Then wait, and import what is put into the folders, until Ctrl-C.")
  var watch = false
  @Flag(name: .shortAndLong, help: "No progress, no notes, no summary; only what was refused.")
  var quiet = false
  @Flag(help: "The summary as JSON on standard output.")
  var json = false
  @Option(
    help: ArgumentHelp("Records to load, one a line; - is standard input.", valueName: "file"))
  var records: String?
  @Option(help: ArgumentHelp("The articles of the records, one a line.", valueName: "file"))
  var articles: String?

  func validate() throws {
    guard records == nil else {
      guard input.paths.isEmpty, !watch else {
        throw ValidationError("give articles (PATH...) or --records, not both")
      }
      return
    }
    guard !input.paths.isEmpty else {
      throw ValidationError("nothing to import: give files or folders, or --records FILE")
    }
    guard articles == nil else { throw ValidationError("--articles goes with --records") }
  }

  func run() throws {
    do {
      try importAll()
    } catch let error as SQLiteError {
      throw ArticleImport.failure(error, path: database.path)
    }
  }

  private func importAll() throws {
    let base = ArticleImport.Opened { try database.open(.create, busyTimeout: 20_000) }
    // What is wrong with a file that is there is told before anything is read.
    if FileManager.default.fileExists(atPath: database.path) { _ = try base.get() }
    if let records {
      var run = RecordImport(
        base: base, records: records, articles: articles,
        report: ImportReporter(isQuiet: quiet, isJSON: json))
      let refused = try run.run()
      if refused > 0 { throw ExitCode.someRefused }
      return
    }
    var options = input.options()
    options.passedOver = Set(["", "-journal", "-wal", "-shm"].map { database.path + $0 })
    options.awaitsArticles = watch
    var run = ArticleImport(base: base, options: options, jobs: jobs)
    run.report = ImportReporter(isQuiet: quiet, isJSON: json)
    // What comes while the first import runs must not be missed: watch first, then import.
    let watcher = watch ? try FolderWatcher(folders: input.paths) : nil
    try run.take(input.paths)
    if let watcher {
      run.report.say(
        "waiting for articles in \(input.paths.joined(separator: ", ")); Ctrl-C ends it")
      while let paths = try watcher.next() { try run.take(paths) }
    }
    if run.report.refused > 0 { throw ExitCode.someRefused }
  }
}

import ArgumentParser
import Extraction
import KnowledgeBase
import Records

/// All articles read again.
struct Rebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Read every stored article again with this program, and tell what changed.",
    discussion: """
      In one transaction; corrections are replayed. Records that were made elsewhere (import --records) are kept as they \
      are, unless --all is given.

      EXAMPLES
        chancery rebuild
        chancery rebuild --all --quiet
      """)

  @Flag(help: "Read the articles of records made elsewhere again, too, in place of these records.")
  var all = false
  @Flag(name: .shortAndLong, help: "Do not list what changed.")
  var quiet = false
  @Option(help: "How many threads read what articles say (default: one for every core).")
  var jobs: Int?
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readWrite)
    let extractor = Extractor()
    let workers = OrderedWorkers(threads: jobs) { (article: Article) in extractor.extract(article) }
    let summary = try explained {
      try base.rebuild(all: all) { articles in
        var rest = articles[...]
        var records: [ArticleRecord] = []
        try workers.run(next: { rest.popFirst() }, take: { records.append($0) })
        return records
      }
    }
    var lines = quiet ? [] : summary.changes
    var text = "articles: \(summary.extracted) read again, \(summary.changed) with another record"
    if summary.kept > 0 { text += "; \(summary.kept) records made elsewhere kept" }
    text += "; \(summary.changes.count) changes"
    lines.append(text)
    try printLines(lines)
  }
}

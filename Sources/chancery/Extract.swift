import ArgumentParser
import Extraction
import Output
import Reading
import Records

/// Articles in, records out; no database.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print what articles say, as NDJSON records.",
    discussion: """
      One record a line, in the order of the articles, whatever the number of threads. No database is touched.

      EXAMPLES
        chancery extract seeds/000_e7b5c976d4d3a4fe.txt
        chancery extract --format ndjson articles.jsonl > records.jsonl
        cat articles.jsonl | chancery extract --format ndjson -
        chancery extract --articles page.html feed.xml > articles.jsonl
      """)

  @OptionGroup var input: InputArguments
  @Option(help: "How many threads work (default: one for every core).")
  var jobs: Int?
  @Flag(help: "Print the articles as they were read, not what they say.")
  var articles = false

  func validate() throws {
    if input.paths.isEmpty { throw ValidationError("nothing to read: give files or folders, or -") }
  }

  func run() throws {
    var reader = ArticleReader(paths: input.paths, options: input.options())
    var refused = 0
    var output = OutputStream()
    let extractor = BoundedExtractor()
    let articlesOnly = articles
    let workers = OrderedWorkers(threads: jobs) { (batch: [Article]) -> [UInt8] in
      var lines: [UInt8] = []
      for article in batch {
        lines += (articlesOnly ? article.json : extractor.extract(article).json).utf8
        lines.append(UInt8(ascii: "\n"))
      }
      return lines
    }
    try workers.run(
      next: {
        var batch: [Article] = []
        var bytes = 0
        while bytes < 1 << 16, let event = reader.next() {
          switch event {
          case .article(let article):
            bytes += article.text.utf8.count
            batch.append(article)
          case .noted(let note):
            complain("chancery: note: \(Controls.pictured("\(note)", keepingLines: false))")
          case .refused(let refusal):
            refused += 1
            complain("chancery: \(Controls.pictured("\(refusal)", keepingLines: false))")
          }
        }
        return batch.isEmpty ? nil : batch
      }, take: { try output.write($0) })
    try output.flush()
    if refused > 0 { throw ExitCode(2) }
  }
}

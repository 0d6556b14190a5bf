import ArgumentParser
import Extraction
import FoundationEssentials
import Reading
import Records

/// Articles in, records out; no database.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what articles say, as NDJSON records.",
    discussion: """
      One record a line, in the order of the articles, whatever the number of threads. No database is touched.

      EXAMPLES
        chancery extract seeds/000_e7b5c976d4d3a4fe.txt
        chancery extract --format ndjson articles.jsonl > records.jsonl
        cat articles.jsonl | chancery extract --format ndjson -
      """)

  @Argument(help: "Files to read; - is standard input.")
  var paths: [String]
  @Option(
    help: "The format of all inputs: \(InputFormat.names). Found from the content if not given.")
  var format: InputFormat?
  @Option(help: "How many threads work (default: one for every core).")
  var jobs: Int?

  func run() throws {
    var reader = ArticleReader(paths: paths, options: ReadingOptions(format: format))
    var refused = 0
    var output = OutputStream()
    let extractor = Extractor()
    let workers = OrderedWorkers(threads: jobs) { (batch: [Article]) -> [UInt8] in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      var lines: [UInt8] = []
      for article in batch {
        guard let line = try? encoder.encode(extractor.extract(article)) else { continue }
        lines += line
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
          case .refused(let refusal):
            refused += 1
            complain("chancery: \(refusal)")
          }
        }
        return batch.isEmpty ? nil : batch
      }, take: { try output.write($0) })
    try output.flush()
    if refused > 0 { throw ExitCode(2) }
  }
}

extension InputFormat: ExpressibleByArgument {
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

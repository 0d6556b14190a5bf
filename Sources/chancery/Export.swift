import ArgumentParser
import FoundationEssentials
import Glibc
import KnowledgeBase
import Reading

/// The content of the database as NDJSON.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the content of the database as NDJSON records.",
    discussion: """
      One record a line, in the order of the articles' ids, in the form that `chancery import --records` loads \
      (docs/records.md): the words, the article's text, and the stable ids of the entities, meetings and agreements \
      that it was taken to tell of. Corrections follow behind the records. Loaded into an empty file they give the same \
      content again.

      EXAMPLES
        chancery export > content.jsonl
        chancery import --db copy.db --records content.jsonl
        chancery export --no-texts --no-corrections > records.jsonl
        chancery export --articles articles.jsonl > records.jsonl
      """)

  @Flag(inversion: .prefixedNo, help: "Put the texts of the articles into their records.")
  var texts = true
  @Flag(inversion: .prefixedNo, help: "Print the corrections behind the records.")
  var corrections = true
  @Option(
    help: ArgumentHelp(
      "Write the articles to a file of their own, one a line, and leave their texts out of the records.",
      valueName: "file"))
  var articles: String?
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let base = try database.open(.readOnly)
    var options = ExportOptions()
    options.texts = texts && articles == nil
    options.corrections = corrections
    if let articles {
      var lines: [UInt8] = []
      try explained {
        try base.exportArticles { lines += Array(($0.json + "\n").utf8) }
      }
      do {
        try Data(lines).write(to: URL(filePath: articles))
      } catch {
        throw Failure("cannot write \(articles): \(error)")
      }
    }
    var output = OutputStream()
    try explained {
      try base.export(options) { line in
        try output.write(Array(line.utf8))
        try output.write([UInt8(ascii: "\n")])
      }
    }
    try output.flush()
  }
}

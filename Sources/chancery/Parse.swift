import ArgumentParser
import Language
import Reading

/// Shows how texts are read, for people who write rules.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print the sentences, tags and trees of texts.",
    discussion: """
      Formats: conllu (https://universaldependencies.org/format.html; MISC tells where a token stands in the article's \
      text, in code points), tree (indented, for people), sentences (one a line: offset, length, language, text).

      EXAMPLES
        echo "Maduro met Bárcena in Caracas." | chancery parse --format tree
        chancery parse --format conllu seeds/000_e7b5c976d4d3a4fe.txt
      """)

  @Argument(help: "Files to read; - is standard input, which is also read if none is given.")
  var paths: [String] = ["-"]
  @Option(help: "The format of the output: \(ParseFormat.names).")
  var format: ParseFormat = .conllu
  @Option(
    help:
      "The format of all inputs: \(InputFormat.names). Found from the content if not given.")
  var inputFormat: InputFormat?

  func run() throws {
    var reader = ArticleReader(paths: paths, options: ReadingOptions(format: inputFormat))
    var refused = 0
    var output = OutputStream()
    let annotator = Annotator()
    while let event = reader.next() {
      switch event {
      case .article(let article):
        var document = annotator.segment(article.text)
        for index in document.sentences.indices {
          if format != .sentences { annotator.parse(&document.sentences[index]) }
          let printer = SentencePrinter(document: document, index: index)
          try output.write(printer.print(format, article: article.id).utf8)
        }
      case .noted(let note): complain("chancery: note: \(note)")
      case .refused(let refusal):
        refused += 1
        complain("chancery: \(refusal)")
      }
    }
    try output.flush()
    if refused > 0 { throw ExitCode(2) }
  }
}

/// How `chancery parse` writes.
enum ParseFormat: String, CaseIterable, ExpressibleByArgument {
  case conllu, tree, sentences

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension SentencePrinter {
  /// The sentence in a format, with the line feed that ends it.
  func print(_ format: ParseFormat, article: String) -> String {
    switch format {
    case .conllu: conllu(identifier: "\(article)-s\(index + 1)")
    case .tree: tree()
    case .sentences: line()
    }
  }
}

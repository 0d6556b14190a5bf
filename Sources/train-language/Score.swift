import ArgumentParser
import FoundationEssentials
import Language

/// Scores a model.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print how well a model does on treebank files.",
    discussion: """
      Two lines a file. "words given": the treebank's own sentences and words, tags by the model; shares of words. \
      "raw text": sentences and words found by the program in the text of the file; F1, as in the CoNLL 2018 shared task. \
      Relations count without their subtypes, lemmas without case.
      """)

  @Option(help: "The language of the files: en or es.")
  var language: LanguageCode
  @Option(help: "A model file; the embedded model if not given.")
  var model: String?
  @Option(help: "Print so many of the most frequent errors.")
  var errors = 0
  @Argument(help: "Treebank files (CoNLL-U); FILE:-N means its last N sentences.")
  var files: [String]

  func run() throws {
    var reader = Reader.embedded(language)
    if let model {
      guard let data = FileManager.default.contents(atPath: model) else {
        throw Complaint("\(model): cannot be read")
      }
      reader = Reader(try LoadedModel(Array(data)).file)
    }
    guard let reader else { throw Complaint("\(model ?? "embedded"): no model") }
    for file in files {
      let sentences = try Selection(file).read()
      let scores = GoldTokenScorer(reader: reader).score(sentences)
      print("\(file)")
      print("  words given  \(scores.line)")
      print(
        "  raw text     \(RawTextScorer(reader: reader, language: language).score(sentences).line)")
      print(scores.worst(errors), terminator: "")
    }
  }
}

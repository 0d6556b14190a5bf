import ArgumentParser
import FoundationEssentials
import Language

@main
struct TrainLanguage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-language",
    abstract: "Trains the models of the language layer from treebanks, and scores them.",
    subcommands: [Train.self, Score.self])
}

/// Trains one model.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the model of one language; the same seed and files give the same bytes.")

  @Option(help: "Treebank files to learn from (CoNLL-U); FILE:N means its first N sentences.")
  var treebank: [String]
  @Option(help: "Treebank files to look at after training; FILE:-N means its last N sentences.")
  var dev: [String] = []
  @Option(help: "Where the model goes.")
  var output: String
  @Option(help: "What chance begins with.")
  var seed: UInt64 = 1
  @Option(help: "How often the tagger sees all sentences.")
  var taggerEpochs = 8

  @Option(help: "Articles (NDJSON) whose words are grouped together with the treebanks'.")
  var unlabelled: [String] = []
  @Option(help: "The language of the model: en or es.")
  var language: LanguageCode
  @Option(help: "How often the parser sees all sentences.")
  var parserEpochs = 12
  @Option(
    help:
      "How many parts the training sentences are tagged in, each by a tagger that has not seen it.")
  var folds = 5
  @Option(help: "Features of the parser that were updated less often are left out.")
  var minimumUpdates = 3

  func run() throws {
    var sentences: [GoldSentence] = []
    for (number, file) in treebank.enumerated() {
      for var sentence in try Selection(file).read() {
        sentence.domain = UInt32(number)
        sentences.append(sentence)
      }
    }
    log("\(sentences.count) sentences")
    var writer = ModelWriter()
    var words = sentences.map { $0.tokens.map { WordAttributes(form: $0.form).lower } }
    for path in unlabelled { words += try UnlabelledText.words(path, language) }
    let clusters = unlabelled.isEmpty ? [] : ClusterTrainer(seed: seed).train(words)
    var tagger = TaggerTrainer(seed: seed, clusters: clusters)
    tagger.epochs = taggerEpochs
    try tagger.train(sentences, into: &writer)
    var lemmas = LemmaTrainer()
    try lemmas.train(sentences, into: &writer)
    let examples = try Jackknife(folds: folds, trainer: tagger).examples(sentences, writer)
    var parser = ParserTrainer(seed: seed)
    parser.epochs = parserEpochs
    parser.minimumUpdates = minimumUpdates
    parser.train(examples, into: &writer)
    let bytes = writer.file
    guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
      throw Complaint("\(output): cannot be written")
    }
    log("\(output): \(bytes.count) bytes")
    guard let reader = Reader(try LoadedModel(bytes).file) else { throw Complaint("bad model") }
    for file in dev {
      print("\(file): \(GoldTokenScorer(reader: reader).score(try Selection(file).read()).line)")
    }
  }
}

extension LanguageCode: ExpressibleByArgument {}

/// Scores a model.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print how well a model does on treebank files with the treebank's own words.")

  @Option(help: "The model.")
  var model: String
  @Option(help: "Print so many of the most frequent errors.")
  var errors = 0
  @Argument(help: "Treebank files (CoNLL-U); FILE:-N means its last N sentences.")
  var files: [String]

  func run() throws {
    guard let data = FileManager.default.contents(atPath: model) else {
      throw Complaint("\(model): cannot be read")
    }
    guard let reader = Reader(try LoadedModel(Array(data)).file) else {
      throw Complaint("\(model): no model")
    }
    for file in files {
      let scores = GoldTokenScorer(reader: reader).score(try Selection(file).read())
      print("\(file): \(scores.line)")
      print(scores.worst(errors), terminator: "")
    }
  }
}

/// A file, or some of its sentences.
struct Selection {
  let path: String
  /// All if nil; the last ones if negative.
  let count: Int?

  init(_ argument: String) {
    let parts = argument.split(separator: ":")
    if parts.count == 2, let count = Int(parts[1]) {
      path = String(parts[0])
      self.count = count
    } else {
      path = argument
      count = nil
    }
  }

  func read() throws -> [GoldSentence] {
    let sentences = try Treebank.read(path)
    guard let count else { return sentences }
    return Array(count < 0 ? sentences.suffix(-count) : sentences.prefix(count))
  }
}

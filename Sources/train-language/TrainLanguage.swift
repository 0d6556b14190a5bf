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

  func run() throws {
    let sentences = try treebank.flatMap { try Selection($0).read() }
    log("\(sentences.count) sentences")
    var writer = ModelWriter()
    var tagger = TaggerTrainer(seed: seed, clusters: [])
    tagger.epochs = taggerEpochs
    try tagger.train(sentences, into: &writer)
    var lemmas = LemmaTrainer()
    try lemmas.train(sentences, into: &writer)
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

/// Scores a model.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print how well a model does on treebank files with the treebank's own words.")

  @Option(help: "The model.")
  var model: String
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
      print("\(file): \(GoldTokenScorer(reader: reader).score(try Selection(file).read()).line)")
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

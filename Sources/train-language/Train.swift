import ArgumentParser
import FoundationEssentials
import Language

/// Trains a tagger, a lemmatizer and a parser.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the model of one language; the same seed and files give the same bytes.")

  @OptionGroup var material: Material
  @Option(help: "Where the model goes.")
  var output: String
  @Option(help: "Features of the parser that were updated less often are left out.")
  var minimumUpdates = 3

  @Option(
    help:
      "Articles (NDJSON) whose words in the other language are grouped too: names are much the same."
  )
  var foreign: [String] = []
  @Option(help: "How many taggers and parsers are trained, of which the model is the mean.")
  var runs = 1

  func run() throws {
    let sentences = try material.sentences()
    var words = try material.words(sentences)
    for path in foreign {
      let other: LanguageCode = material.language == .english ? .spanish : .english
      words += try UnlabelledText.words(path, other)
    }
    let (clusters, _) = ClusterTrainer(seed: material.seed, dimensions: 64).train(words)
    var writer = ModelWriter()
    let examples = try material.prepare(sentences, clusters, &writer, runs: runs)
    var parser = ParserTrainer(seed: material.seed)
    parser.epochs = material.parserEpochs
    parser.minimumUpdates = minimumUpdates
    parser.runs = runs
    parser.train(examples, into: &writer)
    let bytes = writer.file
    guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
      throw Complaint("\(output): cannot be written")
    }
    log("\(output): \(bytes.count) bytes")
    try material.report(bytes)
  }
}

/// Adds a network to a model that has a parser.
struct Network: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train a network that scores transitions together with the parser of a model.")

  @OptionGroup var material: Material
  @Option(help: "The model that train made.")
  var model: String
  @Option(help: "Where the model with the network goes.")
  var output: String
  @Option(help: "A model whose network is taken instead of training one.")
  var from: String?

  func run() throws {
    var writer = try ModelWriter(reading: model)
    if let from {
      writer.takeNetwork(from: try ModelWriter(reading: from))
    } else {
      try train(&writer)
    }
    try mix(&writer)
    let bytes = writer.file
    guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
      throw Complaint("\(output): cannot be written")
    }
    log("\(output): \(bytes.count) bytes")
    try material.report(bytes)
  }

  private func train(_ writer: inout ModelWriter) throws {
    let sentences = try material.sentences()
    let words = try material.words(sentences)
    let (clusters, vectors) = ClusterTrainer(seed: material.seed, dimensions: 48).train(words)
    var tagger = ModelWriter()
    let examples = try material.prepare(sentences, clusters, &tagger)
    let network = NeuralTrainer(
      examples, vectors: vectors, shape: NeuralShape(), seed: material.seed)
    for epoch in 1...material.parserEpochs {
      network.epoch(epoch, of: material.parserEpochs, examples)
    }
    network.write(into: &writer)
  }

  /// Finds what the perceptron's scores should count beside the network's, on the first file to look at.
  private func mix(_ writer: inout ModelWriter) throws {
    guard let file = material.dev.first else { throw Complaint("a file to look at is needed") }
    let tune = try Selection(file).read()
    var best = (labelled: -1, share: Float(0))
    for share in [Float(0.0005), 0.001, 0.002, 0.004, 0.006, 0.01, 0.015, 0.025, 0.05, 0.1] {
      writer.add("NMIX", ModelWriter.bytes([share.bitPattern, share.bitPattern]))
      guard let reader = Reader(try LoadedModel(writer.file).file) else { continue }
      let scores = GoldTokenScorer(reader: reader).score(tune)
      log("  share \(share): \(scores.line)")
      if scores.labelled > best.labelled { best = (scores.labelled, share) }
    }
    writer.add("NMIX", ModelWriter.bytes([best.share.bitPattern, best.share.bitPattern]))
  }
}

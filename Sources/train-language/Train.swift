import ArgumentParser
import FoundationEssentials
import Language

/// Trains the model of one language.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the model of one language; the same seed and files give the same bytes.")

  @OptionGroup var material: Material
  @Option(help: "Where the model goes.")
  var output: String

  func run() throws {
    let sentences = try material.sentences()
    let trainer = VectorTrainer(seed: material.seed, dimensions: material.dimensions)
    let vectors = trainer.train(try material.words(sentences))
    let clusters = try WordClusters.read(material.clusters, material.clusterWords)
    var writer = ModelWriter()
    let examples = try material.prepare(sentences, clusters, &writer)
    var shape = NeuralShape()
    shape.vector = vectors.width
    let network = NeuralTrainer(examples, vectors: vectors, shape: shape, seed: material.seed)
    for epoch in 1...material.parserEpochs {
      network.epoch(epoch, of: material.parserEpochs, examples)
    }
    network.write(into: &writer)
    let bytes = writer.file
    guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
      throw Complaint("\(output): cannot be written")
    }
    log("\(output): \(bytes.count) bytes")
    try material.report(bytes)
  }
}

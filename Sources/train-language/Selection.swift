import ArgumentParser
import Language

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

/// What is learnt from, and how.
struct Material: ParsableArguments {
  @Option(
    help: """
      Treebank files to learn from (CoNLL-U); FILE:N means its first N sentences. The model follows the conventions of \
      the first.
      """)
  var treebank: [String]
  @Option(help: "Treebank files to look at after training; FILE:-N means its last N sentences.")
  var dev: [String] = []
  @Option(
    help: "Articles (NDJSON) whose words tell of their neighbours together with the treebanks'.")
  var unlabelled: [String] = []
  @Option(help: "Clusters of words (scripts/fetch-clusters).")
  var clusters: String
  @Option(help: "How many words are kept of these.")
  var clusterWords = 200_000
  @Option(help: "The language of the model: en or es.")
  var language: LanguageCode
  @Option(help: "What chance begins with.")
  var seed: UInt64 = 1
  @Option(help: "Numbers that tell of the neighbours of a word; a multiple of 16.")
  var dimensions = 48
  @Option(help: "How many taggers are trained, of which the model's is the mean.")
  var runs = 1
  @Option(help: "How often the tagger sees all sentences.")
  var taggerEpochs = 8
  @Option(help: "Features of the tagger that were updated less often are left out.")
  var taggerMinimum = 2
  @Option(help: "How often the parser sees all sentences.")
  var parserEpochs = 12
  @Option(
    help: "How many parts the sentences are tagged in, each by a tagger that has not seen it.")
  var folds = 5
  @Option(help: "A file that keeps the tags of the training sentences from one run to the next.")
  var cache: String?

  /// The sentences, each with the number of its treebank.
  func sentences() throws -> [GoldSentence] {
    var sentences: [GoldSentence] = []
    for (number, file) in treebank.enumerated() {
      for var sentence in try Selection(file).read() {
        sentence.domain = UInt32(number)
        sentences.append(sentence)
      }
    }
    log("\(sentences.count) sentences")
    return sentences
  }

  /// The words of the sentences and of the articles.
  func words(_ sentences: [GoldSentence]) throws -> [[UInt32]] {
    var words = sentences.map { $0.tokens.map { WordAttributes(form: $0.form).lower } }
    for path in unlabelled { words += try UnlabelledText.words(path, language) }
    return words
  }

  /// Tagger, lemmatizer, and what the parser learns from.
  func prepare(
    _ sentences: [GoldSentence], _ clusters: [(key: UInt32, value: UInt32)],
    _ writer: inout ModelWriter
  ) throws -> [NeuralTrainer.Example] {
    var tagger = TaggerTrainer(seed: seed, clusters: clusters)
    tagger.epochs = taggerEpochs
    tagger.runs = runs
    tagger.minimumUpdates = taggerMinimum
    try tagger.train(sentences, into: &writer)
    tagger.runs = 1
    tagger.minimumUpdates = 2
    var lemmas = LemmaTrainer()
    try lemmas.train(sentences, into: &writer)
    return try Jackknife(folds: folds, trainer: tagger, cache: cache).examples(sentences, writer)
  }

  /// Prints how well a model does on the files to look at.
  func report(_ bytes: [UInt8]) throws {
    guard let reader = Reader(try LoadedModel(bytes).file) else { throw Complaint("bad model") }
    for file in dev {
      print("\(file): \(GoldTokenScorer(reader: reader).score(try Selection(file).read()).line)")
    }
  }
}

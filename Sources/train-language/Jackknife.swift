import FoundationEssentials
import Language

/// Tags the training sentences with taggers that have not seen them, so that the parser learns from tags as it will get them.
struct Jackknife {
  let folds: Int
  let trainer: TaggerTrainer
  /// Where the tags are kept, so that trying out the parser does not train the taggers anew.
  let cache: String?

  /// What the parser learns from. Lexicon and clusters are those of the whole model.
  func examples(_ sentences: [GoldSentence], _ whole: ModelWriter) throws -> [(
    input: ParserInput, gold: [Token]
  )] {
    guard let lexicon = Lexicon(try LoadedModel(whole.file).file) else {
      throw Complaint("no lexicon")
    }
    var tagged = sentences.map(\.tokens)
    if let cache, read(cache, &tagged) { return examples(sentences, tagged, lexicon) }
    for fold in 0..<folds {
      let others = sentences.indices.filter { $0 % folds != fold }.map { sentences[$0] }
      var writer = ModelWriter()
      try trainer.train(others, into: &writer)
      guard let tagger = Tagger(try LoadedModel(writer.file).file) else {
        throw Complaint("no tagger")
      }
      for index in sentences.indices where index % folds == fold {
        var tokens = sentences[index].tokens
        let words = sentences[index].words(tagger.lexicon)
        let tags = tagger.tags(words)
        let features = tagger.morphology(words, tags)
        for position in tokens.indices {
          tokens[position].upos = UPOS(rawValue: tags[position]) ?? .x
          tokens[position].features = features[position]
        }
        tagged[index] = tokens
      }
    }
    if let cache { write(cache, tagged) }
    return examples(sentences, tagged, lexicon)
  }

  private func examples(
    _ sentences: [GoldSentence], _ tagged: [[Token]], _ lexicon: Lexicon
  ) -> [(input: ParserInput, gold: [Token])] {
    zip(sentences, tagged).map { gold, tokens in
      let words = gold.words(lexicon)
      return (
        ParserInput(words, tokens.map(\.upos.rawValue), tokens.map(\.features)), gold.tokens
      )
    }
  }

  private func read(_ path: String, _ tagged: inout [[Token]]) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    let words = data.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    guard words.count == tagged.reduce(0, { $0 + $1.count }) else { return false }
    var next = 0
    for sentence in tagged.indices {
      for token in tagged[sentence].indices {
        tagged[sentence][token].upos = UPOS(rawValue: UInt8(words[next] >> 24)) ?? .x
        tagged[sentence][token].features = Morphology(rawValue: words[next] & 0xFF_FFFF)
        next += 1
      }
    }
    return true
  }

  private func write(_ path: String, _ tagged: [[Token]]) {
    let words = tagged.joined().map { UInt32($0.upos.rawValue) << 24 | $0.features.rawValue }
    _ = FileManager.default.createFile(atPath: path, contents: Data(ModelWriter.bytes(words)))
  }
}

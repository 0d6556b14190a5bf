import Language

/// Tags the training sentences with taggers that have not seen them, so that the parser learns from tags as it will get them.
struct Jackknife {
  let folds: Int
  let trainer: TaggerTrainer

  /// What the parser learns from. Lexicon and clusters are those of the whole model.
  func examples(_ sentences: [GoldSentence], _ whole: ModelWriter) throws -> [(
    input: ParserInput, gold: [Token]
  )] {
    guard let lexicon = Lexicon(try LoadedModel(whole.file).file) else {
      throw Complaint("no lexicon")
    }
    var tagged = [[Token]](repeating: [], count: sentences.count)
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
    return zip(sentences, tagged).map { gold, tokens in
      let words = gold.words(lexicon)
      return (
        ParserInput(words, tokens.map(\.upos.rawValue), tokens.map(\.features)), gold.tokens
      )
    }
  }
}

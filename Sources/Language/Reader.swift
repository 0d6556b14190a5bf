import CResources

/// Tags and parses sentences of one language with one model.
package final class Reader: Sendable {
  let tagger: Tagger
  private let lemmatizer: Lemmatizer
  /// Missing in a model that only tags.
  private let parser: Parser?

  /// A reader with a model; nil if the model is damaged.
  package init?(_ model: ModelFile) {
    guard let tagger = Tagger(model), let lemmatizer = Lemmatizer(model) else { return nil }
    self.tagger = tagger
    self.lemmatizer = lemmatizer
    parser = Parser(model)
  }

  /// Adds parts of speech, morphology and lemmas, the latter only if they are asked for.
  package func tag(_ sentence: inout Sentence, lemmas: Bool = true) {
    let (words, tags) = tagger.read(sentence.tokens)
    let morphology = tagger.morphology(words, tags)
    sentence.tokens.withUnsafeMutableBufferPointer { tokens in
      for index in tokens.indices {
        set(&tokens[index], tags[index], morphology[index], withLemma: lemmas)
      }
    }
    sentence.isTagged = true
  }

  /// The lemma of a form that has a part of speech.
  func lemma(_ form: String, _ upos: UPOS) -> String { lemmatizer.lemma(form, upos) }

  /// What a word is most often in the treebank, if it is frequent there and never a name.
  package func commonClass(_ form: String) -> UPOS? {
    let known = tagger.lexicon.ambiguity(form)
    guard known != 0, known >> UInt32(UPOS.propn.rawValue) & 1 == 0 else { return nil }
    return UPOS(rawValue: UInt8(truncatingIfNeeded: known >> 17 & 0x1F))
  }

  private func set(
    _ token: inout Token, _ tag: UInt8, _ features: Morphology, withLemma: Bool = true
  ) {
    let upos = UPOS(rawValue: tag) ?? .x
    token.upos = upos
    token.features = features
    if withLemma { token.lemma = lemmatizer.lemma(token.form, upos) }
  }

  /// Adds heads and relations, and better tags than `tag` gives, since the parser reads in both directions.
  package func parse(_ sentence: inout Sentence) {
    let (words, tags) = tagger.read(sentence.tokens)
    let morphology = tagger.morphology(words, tags)
    let result = parser?.parse(ParserInput(words, tags, morphology))
    let better = result?.tags ?? tags
    for index in sentence.tokens.indices {
      let features =
        better[index] == tags[index]
        ? morphology[index] : tagger.morphology(words, better, at: index)
      set(&sentence.tokens[index], better[index], features)
    }
    sentence.isTagged = true
    guard let tree = result?.tree else { return }
    for index in sentence.tokens.indices {
      let head = Int(tree.heads[index])
      sentence.tokens[index].head = head == tree.count ? -1 : head
      sentence.tokens[index].relation =
        head == tree.count ? .root : Relation(rawValue: tree.labels[index]) ?? .dep
    }
    sentence.isParsed = true
  }

  /// The reader with the embedded model of a language; nil if there is none.
  package static func embedded(_ language: LanguageCode?) -> Reader? {
    switch language {
    case .english: english
    case .spanish: spanish
    case nil: nil
    }
  }

  private static let english = load(chancery_model_en, chancery_model_en_length)
  private static let spanish = load(chancery_model_es, chancery_model_es_length)

  private static func load(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Reader? {
    ModelFile(UnsafeRawBufferPointer(start: bytes, count: length)).flatMap { Reader($0) }
  }
}

/// Reads texts: paragraphs, sentences and words, then parts of speech, then trees.
///
/// Making one costs nothing; what it knows is compiled into the program and shared by all.
public struct Annotator: Sendable {
  /// An annotator of English and Spanish.
  public init() {}

  /// Cuts a text into sentences and words with exact offsets, and tells the language of each.
  ///
  /// Linear in the length of the text. Nothing is lost: between the tokens stand only white space and invisible signs.
  ///
  /// - Parameter hint: The language that the text is said to be in; it counts where the words do not tell.
  public func segment(_ text: String, language hint: LanguageCode? = nil) -> Document {
    let points = CodePoints(text)
    let identifier = LanguageIdentifier.shared
    let paragraphs = Paragraphs.split(points)
    let evidence = paragraphs.map { identifier.weigh(points, $0) }
    var whole = LanguageIdentifier.Evidence()
    for piece in evidence { whole.add(piece) }
    var language = hint
    if case .language(let code) = identifier.judge(whole) { language = code }
    var document = Document(text: text, sentences: [], language: language)
    for (index, paragraph) in paragraphs.enumerated() {
      let own: LanguageCode?
      switch identifier.judge(evidence[index]) {
      case .language(let code): own = code
      case .other: own = nil
      case .unknown: own = language
      }
      read(points, paragraph, index, own, into: &document.sentences)
    }
    return document
  }

  private func read(
    _ text: CodePoints, _ range: Range<Int>, _ paragraph: Int, _ language: LanguageCode?,
    into sentences: inout [Sentence]
  ) {
    var tokenizer = Tokenizer(text, range, language)
    let raws = tokenizer.run()
    let contractions = Contractions.shared
    for piece in SentenceSplitter(text, raws).split() {
      guard let first = raws[piece].first, let last = raws[piece].last else { continue }
      var tokens: [Token] = []
      tokens.reserveCapacity(piece.count + piece.count / 8)
      for raw in raws[piece] {
        contractions.add(
          raw, text, language, spaceAfter: raw.end >= text.count || text.classify(raw.end).isGap,
          to: &tokens)
      }
      sentences.append(
        Sentence(
          tokens: tokens, start: first.start, end: last.end, paragraph: paragraph,
          language: language))
    }
  }

  /// Adds parts of speech, morphology and, unless told otherwise, lemmas; nothing if the sentence is in neither language.
  public func tag(_ sentence: inout Sentence, lemmas: Bool = true) {
    Reader.embedded(sentence.language)?.tag(&sentence, lemmas: lemmas)
  }

  /// Adds heads and relations, after the tags if they are missing; nothing if the sentence is in neither language.
  public func parse(_ sentence: inout Sentence) {
    Reader.embedded(sentence.language)?.parse(&sentence)
  }
}

extension Annotator {
  /// What a word in small letters is most often, where it is frequent and no name; nil for rare words and for names.
  package func commonClass(_ form: String, isSpanish: Bool) -> UPOS? {
    Reader.embedded(isSpanish ? .spanish : .english)?.commonClass(form)
  }
}

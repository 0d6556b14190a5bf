import Language

/// The words of an article in one row, with what the rules ask of each: quotation, mention, date, head. Every rule holds it, so
/// it is not copied.
final class Passage {
  struct Word {
    /// In lower case.
    var key: String
    /// The word as filters know it.
    var code: WordCode
    /// Code points of the article's text.
    var start: Int
    var end: Int
    var sentence: Int
    var isCapitalized: Bool
    /// Index of the outermost quotation that it stands in, marks included; -1 outside.
    var quote: Int = -1
    /// Index of the mention that it belongs to; -1 outside.
    var mention: Int = -1
    /// True inside a date expression.
    var isDate = false
    /// Its place in the row.
    let index: Int
    /// The passage holds them as well, longer than its words are used.
    unowned(unsafe) let tags: DocumentTags

    var upos: UPOS { tags.upos(index, in: sentence) }
    var features: Morphology { tags.features(index, in: sentence) }
  }

  let analysis: Analysis
  private let tags: DocumentTags
  var scalars: [Unicode.Scalar] { analysis.scalars }
  private(set) var words: [Word] = []
  /// Where each sentence begins in the row, and the end of the row.
  private(set) var sentenceStart: [Int] = []
  private(set) var quotes: [Quotation] = []
  /// The words of each outermost quotation, marks included; empty for nested ones.
  private(set) var quoteWords: [Range<Int>] = []
  /// The words of each mention.
  private(set) var mentionWords: [Range<Int>] = []
  /// The words of each paragraph.
  private(set) var paragraphs: [Range<Int>] = []
  /// Indices of the dates of each sentence that has any.
  private(set) var datesOfSentence: [Int: [Int]] = [:]

  /// The language of each sentence.
  private var languages: [LanguageCode] = []

  init(_ analysis: Analysis, _ tags: DocumentTags) {
    self.analysis = analysis
    self.tags = tags
    let fallback =
      analysis.document.language
      ?? analysis.article.language.flatMap(LanguageCode.init(rawValue:)) ?? .english
    words.reserveCapacity(analysis.document.sentences.reduce(0) { $0 + $1.tokens.count })
    var bounds: [Range<Int>] = []
    var lastParagraph = -1
    for (number, sentence) in analysis.document.sentences.enumerated() {
      let base = words.count
      sentenceStart.append(base)
      languages.append(sentence.language ?? fallback)
      let tokens = sentence.tokens
      for at in tokens.indices {
        words.append(
          Word(
            key: tokens[at].form.small, code: tokens[at].code, start: tokens[at].start,
            end: tokens[at].end, sentence: number,
            isCapitalized: tokens[at].form.unicodeScalars.first?.isCapital ?? false,
            index: words.count, tags: tags))
      }
      if sentence.paragraph != lastParagraph || paragraphs.isEmpty {
        paragraphs.append(base..<words.count)
        bounds.append(sentence.start..<sentence.end)
        lastParagraph = sentence.paragraph
      } else {
        let last = paragraphs.count - 1
        paragraphs[last] = paragraphs[last].lowerBound..<words.count
        bounds[last] = bounds[last].lowerBound..<max(sentence.end, bounds[last].upperBound)
      }
    }
    sentenceStart.append(words.count)
    let insertions = QuoteInsertions(words: words, lexicon: .builtIn)
    quotes = insertions.cut(QuoteScanner.scan(scalars, paragraphs: bounds))
    for (paragraph, range) in zip(paragraphs, bounds) {
      let spoken = insertions.spoken(in: paragraph)
      guard !spoken.isEmpty, !quotes.contains(where: { $0.outer.overlaps(range) }) else { continue }
      quotes += spoken
    }
    quotes.sort { $0.outer.lowerBound < $1.outer.lowerBound }
    markQuotes()
    markMentions()
  }

  private func markQuotes() {
    quoteWords = Array(repeating: 0..<0, count: quotes.count)
    var word = 0
    for (index, quote) in quotes.enumerated() where quote.depth == 0 {
      while word < words.count, words[word].end <= quote.outer.lowerBound { word += 1 }
      let first = word
      while word < words.count, words[word].start < quote.outer.upperBound {
        words[word].quote = index
        word += 1
      }
      quoteWords[index] = first..<word
    }
  }

  private func markMentions() {
    for (index, mention) in analysis.mentions.enumerated() {
      let base = sentenceStart[mention.sentence]
      let range = base + mention.tokens.lowerBound..<base + mention.tokens.upperBound
      mentionWords.append(range)
      for word in range {
        let known = words[word].mention
        if known < 0 || mentionWords[known].count < range.count { words[word].mention = index }
      }
    }
    for (index, date) in analysis.dates.enumerated() {
      let base = sentenceStart[date.sentence]
      for word in date.tokens { words[base + word].isDate = true }
      datesOfSentence[date.sentence, default: []].append(index)
    }
  }

  /// Entities that the article names somewhere, as against only describing them.
  var namedEntities: Set<Int> {
    var found: Set<Int> = []
    for mention in analysis.mentions where mention.entities.count == 1 && mention.form == .name {
      found.insert(mention.entities[0])
    }
    return found
  }

  /// The words of a sentence.
  func sentence(_ number: Int) -> Range<Int> { sentenceStart[number]..<sentenceStart[number + 1] }

  /// The language that a word was read in.
  func language(at word: Int) -> LanguageCode {
    languages[words[word].sentence]
  }

  /// The article's text from `start` to `end`, in code points.
  func text(_ range: Range<Int>) -> String { analysis.text(range) }
}

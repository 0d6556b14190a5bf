import Language

/// A sentence as the rules for agreements look at it: with its words folded once. Every rule holds it, so it is not copied.
final class AgreementSentence {
  let index: Int
  let sentence: Sentence
  let language: LanguageCode
  /// Folded forms and lemmas, one for each token.
  let words: [String]
  let lemmas: [String]
  let lexicon: AgreementLexicon

  /// A tagged sentence; nil if it is in neither language. (What the tagger takes for verbs and is none, is mended.)
  init?(index: Int, sentence: Sentence, language: LanguageCode?, lexicon: AgreementLexicon) {
    guard let language = sentence.language ?? language else { return nil }
    var sentence = sentence
    for token in sentence.tokens.indices where sentence.tokens[token].upos == .verb {
      let word = DateWords.fold(sentence.tokens[token].form)
      if lexicon.isA(.adjective, word, language) { sentence.tokens[token].upos = .adj }
    }
    self.index = index
    self.sentence = sentence
    self.language = language
    self.lexicon = lexicon
    words = sentence.tokens.map { DateWords.fold($0.form) }
    lemmas = zip(words, sentence.tokens).map { word, token in
      token.lemma == word ? word : DateWords.fold(token.lemma)
    }
  }

  var tokens: [Token] { sentence.tokens }
  var count: Int { sentence.tokens.count }

  func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }

  func lemma(_ index: Int) -> String { index >= 0 && index < lemmas.count ? lemmas[index] : "" }

  func upos(_ index: Int) -> UPOS {
    index >= 0 && index < sentence.tokens.count ? tokens[index].upos : .x
  }

  func features(_ index: Int) -> Morphology {
    index >= 0 && index < tokens.count ? tokens[index].features : []
  }

  /// True if a word or its lemma is of a class.
  func isA(_ kind: AgreementLexicon.Class, _ index: Int) -> Bool {
    lexicon.isA(kind, word(index), language) || lexicon.isA(kind, lemma(index), language)
  }

  func isCapitalized(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count, let first = tokens[index].form.unicodeScalars.first
    else { return false }
    return first.isCapital
  }

  /// A verb that is not an auxiliary; English participles before a noun are none.
  func isVerb(_ index: Int) -> Bool { upos(index) == .verb }

  func isFinite(_ index: Int) -> Bool {
    (upos(index) == .verb || upos(index) == .aux) && features(index).contains(.finite)
  }

  func isNominal(_ index: Int) -> Bool {
    switch upos(index) {
    case .noun, .propn, .adj, .num, .sym: return true
    default: return false
    }
  }

  func isNoun(_ index: Int) -> Bool { upos(index) == .noun || upos(index) == .propn }

  func isHyphen(_ index: Int) -> Bool { word(index) == "-" || word(index) == "–" }

  func isQuote(_ index: Int) -> Bool {
    ["\"", "“", "”", "«", "»", "''", "``"].contains(word(index))
  }

  func isRelative(_ index: Int) -> Bool {
    [
      "that", "which", "who", "whom", "whose", "where", "whereby", "que", "cual", "cuales", "quien",
      "quienes", "cuyo", "cuya", "donde",
    ]
    .contains(word(index))
  }

  func isDeterminer(_ index: Int) -> Bool {
    upos(index) == .det
      || ["the", "a", "an", "el", "la", "los", "las", "un", "una"].contains(word(index))
  }

  /// The code points from the first token of a range to its last.
  func span(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }
}

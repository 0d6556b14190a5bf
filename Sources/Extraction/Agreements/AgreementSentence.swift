import Language

/// A sentence as the rules for agreements look at it: with its words folded once. Every rule holds it, so it is not copied.
final class AgreementSentence {
  let index: Int
  let sentence: Sentence
  let language: LanguageCode
  /// Folded forms, one for each token.
  let words: [String]
  let lexicon: AgreementLexicon
  private let tags: DocumentTags
  /// The place of the sentence's first word in the row of all words.
  private let start: Int
  /// Parts of speech and folded lemmas that a rule has asked for.
  private var knownTags: [UPOS?]
  private var knownLemmas: [String?]

  /// A sentence; nil if it is in neither language.
  init?(
    index: Int, sentence: Sentence, tags: DocumentTags, language: LanguageCode?,
    lexicon: AgreementLexicon
  ) {
    guard let language = sentence.language ?? language else { return nil }
    self.index = index
    self.sentence = sentence
    self.tags = tags
    start = tags.starts[index]
    self.language = language
    self.lexicon = lexicon
    words = sentence.tokens.map { DateWords.fold($0.form) }
    knownTags = Array(repeating: nil, count: words.count)
    knownLemmas = Array(repeating: nil, count: words.count)
  }

  var tokens: [Token] { sentence.tokens }
  var count: Int { words.count }

  func word(_ index: Int) -> String { index >= 0 && index < words.count ? words[index] : "" }

  func lemma(_ index: Int) -> String {
    guard index >= 0, index < words.count else { return "" }
    if let known = knownLemmas[index] { return known }
    let lemma = tags.lemma(start + index, in: self.index)
    let folded = lemma == words[index] ? words[index] : DateWords.fold(lemma)
    knownLemmas[index] = folded
    return folded
  }

  /// The part of speech; what the tagger takes for a verb and is none, is mended.
  func upos(_ index: Int) -> UPOS {
    guard index >= 0, index < words.count else { return .x }
    if let known = knownTags[index] { return known }
    var upos = tags.upos(start + index, in: self.index)
    if upos == .verb, lexicon.isA(.adjective, words[index], language) { upos = .adj }
    // "The three Nile states"
    if upos == .verb, words[index] == "states", word(index + 1) != "that" { upos = .noun }
    knownTags[index] = upos
    return upos
  }

  func features(_ index: Int) -> Morphology {
    index >= 0 && index < words.count ? tags.features(start + index, in: self.index) : []
  }

  /// True for a word or its lemma; of lemmas that begin otherwise than their word nothing is asked, as they need tags.
  func isWord(_ index: Int, _ word: String) -> Bool {
    let own = self.word(index)
    return own == word || own.utf8.first == word.utf8.first && lemma(index) == word
  }

  /// True for a word that as a verb has a lemma of agreeing.
  func mayAgree(_ index: Int) -> Bool {
    lexicon.agreeingOpenings.mayOpen(words[index])
      && lexicon.isA(
        .agree, DateWords.fold(Annotator().lemma(tokens[index].form, .verb, language)), language)
  }

  /// True if a word or its lemma is of a class.
  func isA(_ kind: AgreementLexicon.Class, _ index: Int) -> Bool {
    lexicon.isA(kind, word(index), orItsLemma: lemma(index), language)
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

  /// True for a number that is written as a word ("eight").
  func isCardinal(_ index: Int) -> Bool {
    DateWords.builtIn.entries(word(index), language).contains { $0.kind == .cardinal }
  }

  func isSubjectPronoun(_ index: Int) -> Bool {
    ["they", "we", "he", "she", "it", "i"].contains(word(index))
  }

  /// True for a hyphen with no blanks around it, as in "U.S.-Philippine".
  func isTie(_ index: Int) -> Bool {
    index > 0 && isHyphen(index) && !tokens[index].spaceAfter && !tokens[index - 1].spaceAfter
  }

  func isHyphen(_ index: Int) -> Bool { word(index) == "-" || word(index) == "–" }

  func isQuote(_ index: Int) -> Bool {
    let word = word(index)
    switch word.utf8.first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), 0xC2, 0xE2:
      return ["\"", "“", "”", "«", "»", "''", "``"].contains(word)
    default: return false
    }
  }

  func isRelative(_ index: Int) -> Bool {
    switch word(index).utf8.first {
    case UInt8(ascii: "t"), UInt8(ascii: "w"), UInt8(ascii: "q"), UInt8(ascii: "c"),
      UInt8(ascii: "d"):
      Self.relatives.contains(word(index))
    default: false
    }
  }

  private static let relatives: Set<String> = [
    "that", "which", "who", "whom", "whose", "where", "whereby", "que", "cual", "cuales", "quien",
    "quienes", "cuyo", "cuya", "donde",
  ]

  func isDeterminer(_ index: Int) -> Bool {
    upos(index) == .det
      || ["the", "a", "an", "el", "la", "los", "las", "un", "una"].contains(word(index))
  }

  /// "Peru and Chile have a treaty": a verb of having.
  func isHaving(_ index: Int) -> Bool {
    ["have", "tener", "mantener", "maintain"].contains(lemma(index))
  }

  /// "On water sharing", "sobre aguas compartidas": a form of a verb that belongs to the noun before, as nothing follows that it
  /// might govern.
  func isTailOfNoun(_ index: Int) -> Bool {
    guard isVerb(index), isNoun(index - 1), !isFinite(index) else {
      return false
    }
    let form = self.word(index)
    if language == .english {
      guard form.hasSuffix("ing"), !isCapitalized(index) else { return false }
      let next = index + 1
      return next >= count || isFinite(next) || upos(next) == .aux
        || [".", ",", ";", "between", "with", "and", "on"].contains(word(next))
    }
    return ["ados", "adas", "idos", "idas", "ada", "ida"].contains { form.hasSuffix($0) }
      && !isA(.participle, index)
      && lexicon.acts(lemma(index), .spanish).isEmpty
      && !["por", "en", "a", "con", "el", "este"].contains(word(index + 1))
  }

  /// The code points from the first token of a range to its last.
  func span(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }
}

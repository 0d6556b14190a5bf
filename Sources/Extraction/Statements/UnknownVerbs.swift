import Language

/// Verbs that the lexicon does not know, right behind a quotation that is a sentence: "«…», chicaneó la diputada", "'…,' deadpanned
/// the minister", "'…,' she chuckled".
extension EventFinder {
  /// The event whose verb stands at a word that no verb of the lexicon has.
  func unknown(at index: Int, in range: Range<Int>) -> SpeechEvent? {
    guard let lexeme = lexicon.unknownVerb[passage.language(at: index)],
      let subject = subjectStart(before: index, range.lowerBound),
      let quote = quotation(before: subject, range.lowerBound),
      passage.quotes[quote].wordCount(in: passage.scalars) >= 4, isSentence(quote),
      passage.words[index].mention < 0, mayBeVerb(index),
      closes(index, isInverted: subject == index, range.upperBound)
    else { return nil }
    return SpeechEvent(
      verb: index, lexeme: lexeme, form: .finite, group: index..<index + 1, span: index..<index + 1)
  }

  /// A finite verb, or what ends like a past tense: taggers know few rare verbs.
  private func mayBeVerb(_ index: Int) -> Bool {
    let word = passage.words[index]
    if word.upos == .verb, passage.isFiniteVerb(index) { return true }
    if passage.language(at: index) == .english {
      return word.key.hasSuffix("ed") && !word.isCapitalized && index + 1 < passage.words.count
        && passage.words[index + 1].mention >= 0
    }
    return !word.isCapitalized
      && (word.key.hasSuffix("ó") || word.key.hasSuffix("aron") || word.key.hasSuffix("ieron"))
  }

  /// Where the words behind the quotation begin: at the verb, or at the pronoun or the name right before it.
  private func subjectStart(before index: Int, _ lower: Int) -> Int? {
    guard index > lower else { return nil }
    let before = passage.words[index - 1]
    if before.quote >= 0 || before.key == "," { return index }
    guard passage.language(at: index) == .english else { return nil }
    if ["he", "she"].contains(before.key) { return index - 1 }
    guard before.mention >= 0 else { return nil }
    let words = passage.mentionWords[before.mention]
    return words.upperBound == index && passage.analysis.mentions[before.mention].form == .name
      ? words.lowerBound : nil
  }

  private func quotation(before index: Int, _ lower: Int) -> Int? {
    var at = index - 1
    if at >= lower, passage.isComma(at), passage.words[at].quote < 0 { at -= 1 }
    guard at >= lower, passage.words[at].quote >= 0 else { return nil }
    return passage.words[at].quote
  }

  /// True for a quotation that begins a sentence, by place and capital.
  private func isSentence(_ quote: Int) -> Bool {
    let words = passage.quoteWords[quote]
    guard let first = words.first else { return false }
    let inner = passage.quotes[quote].inner
    guard
      passage.scalars[inner].first(where: QuoteMark.isWord)?.properties.isUppercase == true
    else { return false }
    return first == 0 || passage.words[first - 1].sentence != passage.words[first].sentence
      || passage.isSentenceEnd(first - 1) || passage.isDash(first - 1)
  }

  /// True if somebody is named behind the verb, or nothing but an end where the subject stands before it.
  private func closes(_ index: Int, isInverted: Bool, _ limit: Int) -> Bool {
    guard index + 1 < limit else { return !isInverted }
    let next = passage.words[index + 1]
    if !isInverted {
      return passage.isPunctuation(index + 1) || passage.isAdverbial(index + 1) || next.isDate
        || passage.isPreposition(index + 1)
    }
    if passage.language(at: index) == .english {
      return next.mention >= 0 || PlainWords.articles.contains(next.key)
    }
    let phrases = NounPhrases(passage: passage, lexicon: lexicon)
    var at = index + 1
    var isGoverned = false
    while at < min(limit, index + 14), passage.words[at].quote < 0 {
      if passage.isComma(at) || passage.isSentenceEnd(at) { return false }
      if passage.isPreposition(at) {
        isGoverned = true
      } else if let found = phrases.speaker(startingAt: at, before: limit) {
        if !isGoverned { return found.kind == .person }
        isGoverned = false
        at = max(at, found.words.upperBound - 1)
      }
      at += 1
    }
    return false
  }
}

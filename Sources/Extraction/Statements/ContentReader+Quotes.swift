import Language

/// Quotations that stand behind a verb and a phrase.
extension ContentReader {
  /// "insistió en una cena: “…”": the quotation behind a phrase of a few words and a colon.
  func quoteBehindColon(_ at: Int, _ limit: Int) -> Int? {
    for index in at..<min(limit - 1, at + 12) {
      if passage.words[index].key == ":" {
        return passage.words[index + 1].quote >= 0 ? index + 1 : nil
      }
      if passage.words[index].quote >= 0 || passage.isFiniteVerb(index) || passage.isRelative(index)
      {
        return nil
      }
    }
    return nil
  }

  /// The quotation behind a phrase and a comma or colon: "commented on the future, 'This …'".
  func quoteBehindPhrase(_ at: Int, _ limit: Int) -> Int? {
    var index = at
    while index + 1 < limit, index - at < 14 {
      if passage.isFiniteVerb(index), passage.words[index].quote < 0 { return nil }
      if passage.words[index].quote >= 0 {
        // "said on the programme 'It is a great loss'": a sentence, not a term.
        let first = passage.quotes[passage.words[index].quote].inner.lowerBound
        return first < passage.scalars.count && passage.scalars[first].properties.isUppercase
          ? index : nil
      }
      if passage.isComma(index) || passage.words[index].key == ":" {
        return passage.words[index + 1].quote >= 0 ? index + 1 : nil
      }
      index += 1
    }
    return nil
  }

  func hasQuote(_ at: Int, _ limit: Int) -> Bool {
    for index in at..<limit {
      if passage.words[index].quote >= 0 { return true }
      if passage.isComma(index) { return false }
    }
    return false
  }
}

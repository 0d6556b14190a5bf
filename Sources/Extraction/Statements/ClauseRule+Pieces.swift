import Language

/// Where a piece of what was said begins, and which pieces are none.
extension ClauseRule {
  /// Where the piece before an event begins: the sentence, or what another event or a semicolon ended.
  /// A colon before the quotation that ends it begins what was said.
  func pieceStart(
    before event: SpeechEvent, at last: Int, _ sentence: Range<Int>
  ) -> Int {
    var start = max(sentence.lowerBound, event.span.lowerBound - ContentEnd.longest)
    for index in start..<max(start, event.span.lowerBound) {
      if passage.words[index].key == ";", passage.words[index].quote < 0 { start = index + 1 }
    }
    if passage.words[last].quote >= 0 {
      let quote = passage.quoteWords[passage.words[last].quote].lowerBound
      if quote - 1 >= start,
        passage.words[quote - 1].key == ":"
          || passage.isComma(quote - 1) && isTagged(start..<quote - 1)
      {
        start = quote
      }
    }
    return pastDateline(start, last, sentence)
  }

  /// "«We know of it», said Lund, «and we help», she added": true for a quotation and who said it, before the next quotation.
  private func isTagged(_ words: Range<Int>) -> Bool {
    guard let first = words.first, passage.words[first].quote >= 0 else { return false }
    return ends.events.contains {
      words.contains($0.verb) && $0.form == .finite && $0.speaker != nil
        && passage.words[$0.verb].quote < 0
    }
  }

  /// "COLOMBO : Tea will be dearer, the minister said": behind the place in capitals and the colon that open an article.
  private func pastDateline(_ start: Int, _ last: Int, _ sentence: Range<Int>) -> Int {
    guard start == sentence.lowerBound,
      let colon = (start + 1..<max(start + 1, min(last, start + 4))).first(where: {
        passage.words[$0].key == ":"
      }),
      (start..<colon).allSatisfy({
        let word = passage.text(passage.words[$0].start..<passage.words[$0].end)
        return word.count > 2 && word == word.uppercased()
      })
    else { return start }
    return colon + 1
  }

  /// "Describing it as «a step», Lund said: «…»": true for words before the second quotation that only lead to it.
  func opensWithGerund(_ words: Range<Int>) -> Bool {
    guard let first = words.first, passage.words[first].quote < 0,
      passage.words[first].features.contains(.gerund)
        || passage.language(at: first) == .english && passage.words[first].key.hasSuffix("ing")
          && passage.words[first].mention < 0
    else { return false }
    return !hasVerb(words)
  }

  /// "asked not to be named", "pidió no ser identificado": how somebody spoke, not what he said.
  func isAnonymity(_ words: Range<Int>) -> Bool {
    guard words.count <= 12 else { return false }
    let keys = passage.words[words].map(\.key)
    if keys.contains("anonymity") || keys.contains("anonimato") { return true }
    guard let be = keys.firstIndex(where: { ["be", "ser"].contains($0) }), be < 4,
      be + 1 < keys.count
    else { return false }
    return [
      "named", "identified", "quoted", "identificado", "identificada", "identificados", "citado",
      "citada", "nombrado", "nombrada",
    ].contains(keys[be + 1])
  }
}

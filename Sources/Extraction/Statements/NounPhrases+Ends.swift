import Language

/// Where a noun phrase that begins at a word ends.
extension NounPhrases {
  /// Where the letters in brackets behind a name open: "the World Food Programme (WFP) in Rome".
  func opening(of close: Int, _ lower: Int) -> Int? {
    guard passage.words[close].key == ")", close > lower + 2 else { return nil }
    return (max(lower + 1, close - 6)..<close).last { passage.words[$0].key == "(" }
  }

  /// "the World Food Programme (WFP) in Rome": the body before the letters in brackets, behind which a word links a place.
  func behindBrackets(_ link: Int, _ lower: Int, _ end: Int) -> Speaker? {
    guard link > lower + 3, PlainWords.nounLinks.contains(passage.words[link].key),
      let open = opening(of: link - 1, lower),
      var outer = speaker(endingAt: open - 1, from: lower, depth: 1),
      !outer.entities.isEmpty || outer.kind != nil || passage.words[open - 1].isCapitalized
    else { return nil }
    outer.words = outer.words.lowerBound..<end + 1
    return outer
  }

  /// "a la prensa Pete Kassetas": a name right behind a hearer is someone else.
  func startsName(_ index: Int, after start: Int) -> Bool {
    guard index > start, passage.words[index].mention >= 0,
      passage.mentionWords[passage.words[index].mention].lowerBound == index
    else { return false }
    let before = passage.words[index - 1]
    if start == index - 1, start > 1, before.isCapitalized,
      passage.isPreposition(start - 1)
        || passage.isArticle(start - 1)
          && passage.isPreposition(start - 2),
      lexicon.speakers[passage.language(at: start)]?[before.key] != .person,
      passage.analysis.mentions[passage.words[index].mention].form == .name
    {
      // "dijo a Efe Jonas Vik", "lamentó en Estambul Jonas Vik"
      return true
    }
    if PlainWords.hearers.contains(before.key)
      || before.upos == .adj && index - 1 > start
        && PlainWords.hearers.contains(passage.words[index - 2].key)
    {
      return true
    }
    // "a este periódico José Patiño": the noun is none that a name follows ("al ministro José Patiño").
    let language = passage.language(at: index)
    return language == .spanish && before.upos == .noun && !before.isCapitalized
      && (lexicon.speakers[language]?[before.key] == nil
        || index > 1
          && ["este", "esta", "nuestro", "nuestra"].contains(passage.words[index - 2].key))
      && passage.analysis.mentions[passage.words[index].mention].form == .name
  }

  /// The end of "of Yartsevo" behind "the mayor", where the office belongs to nobody named.
  func extended(_ end: Int, before limit: Int) -> Int {
    guard end + 1 < limit, ["of", "de", "del", "for"].contains(passage.words[end].key) else {
      return end
    }
    var at = end + 1
    while at < limit, isNominal(at), passage.words[at].quote < 0,
      at == end + 1 || passage.words[at].upos != .det
    {
      at += 1
    }
    return at > end + 1 ? at : end
  }
}

import Language

/// Reads through what a statement was made: "in a statement", "en rueda de prensa", "on Twitter".
struct MediumReader {
  let passage: Passage
  let lexicon: SpeechLexicon

  private static let openers: Set<String> = [
    "in", "on", "at", "via", "vía", "through", "during", "to", "en", "por", "durante", "mediante",
    "desde", "ante", "a", "al", "through", "with", "tras", "after", "from",
  ]

  /// "In a report released on Thursday".
  private static let issued: Set<String> = [
    "released", "issued", "published", "aired", "broadcast", "posted", "sent", "dated", "difundido",
    "difundida", "publicado", "publicada", "emitido", "emitida", "divulgado", "divulgada",
  ]

  /// The end (exclusive) of a phrase of medium that begins at `index` with its preposition; nil if there is none.
  func end(ofMediumAt index: Int, before limit: Int) -> Int? {
    phrase(at: index, before: limit)?.end
  }

  /// The medium that a phrase at `index` names, where it names one.
  func phrase(at index: Int, before limit: Int) -> (medium: String, end: Int)? {
    guard index < limit, Self.openers.contains(passage.words[index].key),
      passage.words[index].quote < 0
    else { return nil }
    let language = passage.language(at: index)
    guard let media = lexicon.media[language] else { return nil }
    var at = index + 1
    if passage.words[index].key == "a", at + 1 < limit,
      ["través", "traves"].contains(passage.words[at].key)
    {
      at += 1
      if passage.words[at].key == "de" { at += 1 }
    }
    // Up to six words of determiner, adjectives, "account on the network": then the noun of the medium.
    var tries = 0
    var found: (medium: String, end: Int)?
    while at < limit, tries < 7 {
      if passage.words[at].quote >= 0 || passage.isComma(at) || passage.isFiniteVerb(at) { break }
      if let hit = match(media, at: at, before: limit) {
        found = hit
        break
      }
      let key = passage.words[at].key
      if key == "that" || key == "que" || key == "while" || key == "mientras" { break }
      at += 1
      tries += 1
    }
    guard var hit = found else { return nil }
    hit.end = tail(from: hit.end, before: limit)
    return hit
  }

  /// The medium whose words stand at `index`, the longest.
  func match(
    _ media: [String: [SpeechLexicon.Phrase]], at index: Int, before limit: Int
  ) -> (medium: String, end: Int)? {
    guard let phrases = media[passage.words[index].key] else { return nil }
    for phrase in phrases where index + phrase.words.count <= limit {
      let matches = phrase.words.indices.allSatisfy {
        passage.words[index + $0].key == phrase.words[$0]
      }
      guard matches else { continue }
      // A letter is the network only by its capital.
      if phrase.words == ["x"], !passage.words[index].isCapitalized { continue }
      return (phrase.value, index + phrase.words.count)
    }
    return nil
  }

  /// What belongs to the medium behind its noun: "in the social network X", "with his British counterpart".
  private func tail(from start: Int, before limit: Int) -> Int {
    var at = start
    while at + 1 < limit, passage.words[at].quote < 0 {
      let key = passage.words[at].key
      // "un comunicado conjunto", "una entrevista telefónica"
      if passage.words[at].isDate || Self.issued.contains(key)
        || passage.words[at].upos == .adj && passage.words[at].mention < 0
          && passage.language(at: at) == .spanish
      {
        at += 1
        continue
      }
      if let further = nested(at, limit) {
        at = further
        continue
      }
      guard
        ["with", "to", "from", "on", "in", "of", "by", "con", "de", "del", "a", "al", "en"]
          .contains(key)
      else { break }
      var next = at + 1
      if next < limit, passage.isArticle(next) { next += 1 }
      guard next < limit else { break }
      if passage.words[next].mention >= 0 {
        at = max(next + 1, passage.mentionWords[passage.words[next].mention].upperBound)
        continue
      }
      guard
        passage.words[next].upos == .propn || passage.words[next].isDate
          || passage.words[next].isCapitalized
      else { break }
      at = next + 1
      while at < limit, passage.words[at].upos == .propn || passage.words[at].isCapitalized {
        at += 1
      }
    }
    return min(at, limit)
  }

  private func nested(_ at: Int, _ limit: Int) -> Int? {
    guard ["on", "in", "en", "de"].contains(passage.words[at].key),
      let media = lexicon.media[passage.language(at: at)]
    else { return nil }
    for index in at + 1..<min(limit, at + 4) {
      if let hit = match(media, at: index, before: limit) { return hit.end }
    }
    return nil
  }
}

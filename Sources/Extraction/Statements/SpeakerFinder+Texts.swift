import Language
import Records

/// Texts that speak for whoever issued them.
extension SpeakerFinder {
  /// A text speaks for the entity named in its phrase ("la carta de Pérez"), else for who spoke last.
  func issuer(of speaker: Speaker, _ last: Speaker?) -> Speaker? {
    guard let head = phrases.head(of: speaker.words) else { return nil }
    let language = passage.language(at: head)
    guard lexicon.documents[language]?[passage.words[head].key] != nil else { return nil }
    // "La Declaración de Quito" is nobody's by its place.
    if lexicon.namedByPlace[language]?.contains(passage.words[head].key) == true,
      var issued = texts.speaker(ofTextAt: head)
    {
      issued.words = speaker.words
      return issued
    }
    for index in speaker.words.reversed() where passage.words[index].mention >= 0 {
      if var named = phrases.speaker(of: passage.words[index].mention) {
        named.words = speaker.words
        return named
      }
    }
    if let body = body(in: speaker.words, behind: head) { return body }
    if var issued = texts.speaker(ofTextAt: head) {
      issued.words = speaker.words
      return issued
    }
    if isJoint(head), var parties = parties(before: head) {
      parties.words = speaker.words
      return parties
    }
    guard var issuer = last, isDefinite(speaker.words) else { return nil }
    issuer.words = speaker.words
    return issuer
  }

  /// "joint statement", "comunicado conjunto"
  private func isJoint(_ head: Int) -> Bool {
    let joint = lexicon.joint[passage.language(at: head)] ?? []
    return [head - 1, head + 1].contains {
      passage.words.indices.contains($0) && joint.contains(passage.words[$0].key)
    }
  }

  /// "Lund and Bell met in Oslo. The joint statement says …": the two persons, else the two countries, of the nearest sentence before that
  /// names two.
  private func parties(before head: Int) -> Speaker? {
    let number = passage.words[head].sentence
    for back in 1...4 where number >= back {
      var persons: [Int] = []
      var countries: [Int] = []
      for (index, mention) in passage.analysis.mentions.enumerated()
      where mention.sentence == number - back
        && passage.words[passage.mentionWords[index].lowerBound].quote < 0
      {
        if mention.entities.count == 2,
          passage.analysis.entities[mention.entities[0]].kind == .government
        {
          // "The two countries released a communique on the deal with Iraq": theirs.
          return Speaker(
            entities: mention.entities, phrase: nil, kind: .government, words: head..<head + 1)
        }
        for entity in mention.entities {
          switch passage.analysis.entities[entity].kind {
          case .person where mention.form == .name:
            if !persons.contains(entity) { persons.append(entity) }
          case .government: if !countries.contains(entity) { countries.append(entity) }
          default: continue
          }
        }
      }
      if persons.count == 2 || persons.isEmpty && countries.count == 2 {
        let kind: PartyKind = persons.isEmpty ? .government : .person
        return Speaker(
          entities: persons.isEmpty ? countries : persons, phrase: nil, kind: kind,
          words: head..<head + 1)
      }
      if !persons.isEmpty { return nil }
    }
    return nil
  }

  /// "El texto", "its statement", but not "un informe" or "nuevos informes".
  private func isDefinite(_ words: Range<Int>) -> Bool {
    let first = words.lowerBound
    let known: Set<String> = [
      "the", "el", "la", "this", "that", "este", "esta", "ese", "esa", "dicho", "dicha", "lo",
    ]
    return known.contains(passage.words[first].key)
      || PlainWords.possessives.contains(passage.words[first].key)
      || first > 0 && known.contains(passage.words[first - 1].key)
  }

  /// "un comunicado de la cancillería": a body that is no entity, behind the text that it issued.
  func body(in words: Range<Int>, behind head: Int) -> Speaker? {
    if let mark = words.first(where: { passage.isPossessiveMark($0) }), mark < head,
      mark > words.lowerBound,
      var owner = phrases.speaker(ofPhrase: words.lowerBound..<mark), owner.kind != nil
    {
      // "the ministry's statement"
      owner.words = words
      return owner
    }
    var start = head + 1
    while start < words.upperBound, !PlainWords.nounLinks.contains(passage.words[start].key) {
      start += 1
    }
    start += 1
    // "la nota de prensa"
    guard start < words.upperBound, passage.words[start].key != "prensa",
      var found = phrases.speaker(ofPhrase: start..<words.upperBound), found.kind != nil
    else { return nil }
    found.words = words
    return found
  }

  /// Where "a statement from" begins before the body that issued it; the same word where nothing of the kind stands before it.
  func textStart(before start: Int, _ lower: Int) -> Int {
    guard start - 2 >= lower, passage.isPreposition(start - 1), passage.words[start - 2].quote < 0,
      lexicon.documents[passage.language(at: start)]?[passage.words[start - 2].key] != nil
    else { return start }
    var first = start - 2
    while first > lower, [.adj, .det].contains(passage.words[first - 1].upos),
      passage.words[first - 1].quote < 0
    {
      first -= 1
    }
    return first
  }

  /// The noun phrase that ends at `index` if a text heads it ("a statement from Vienna reaffirming").
  func text(endingAt index: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard let found = phrases.speaker(endingAt: index, from: sentence.lowerBound),
      let head = phrases.head(of: found.words),
      lexicon.documents[passage.language(at: head)]?[passage.words[head].key] != nil
    else { return nil }
    return found.words
  }
}

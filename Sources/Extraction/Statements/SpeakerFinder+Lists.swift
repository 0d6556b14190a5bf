import Language

/// Persons who speak together, each with his office in commas.
extension SpeakerFinder {
  /// "La ministra, Elena Prado, y la alcaldesa, Inés Roca, coincidieron", "Ana Soto, Chile's envoy, and Juan Diaz, her deputy, said":
  /// the last of them with who stands before "and".
  func withOthers(_ last: Speaker, _ event: SpeechEvent, _ lower: Int) -> Speaker {
    if last.kind == .person, last.entities.count == 1,
      let group = openingGroup(lower, before: last.words.upperBound),
      group.entities.contains(last.entities[0])
    {
      return group
    }
    guard last.kind == .person, last.entities.count == 1, last.words.lowerBound > lower + 2,
      passage.language(at: event.verb) == .english || isPlural(event) == true,
      let joint = conjunction(before: last.words.lowerBound, lower),
      !hasMainVerb(lower..<joint), let first = person(before: joint, lower),
      !first.entities.contains(last.entities[0])
    else { return last }
    var all = last
    all.entities = first.entities + last.entities
    all.phrase = nil
    all.isDescribed = false
    all.words = first.words.lowerBound..<last.words.upperBound
    return all
  }

  /// "Los presidentes de Perú, Ana Soto; de Chile, Juan Roa; y de Cuba, Luis Paz,": all who are named behind a noun of persons in the plural
  /// that opens the sentence.
  func openingGroup(_ lower: Int, before limit: Int) -> Speaker? {
    var at = lower
    if at < limit, passage.isArticle(at) { at += 1 }
    guard at + 1 < limit, passage.words[at].key.hasSuffix("s"), passage.words[at].quote < 0,
      passage.words[at].features.contains(.plural) || passage.words[at].upos == .propn,
      lexicon.speakers[passage.language(at: at)]?[passage.words[at].key] == .person
    else { return nil }
    var persons: [Int] = []
    for index in at + 1..<limit {
      let word = passage.words[index]
      if word.quote >= 0 || passage.isSentenceEnd(index) || passage.isRelative(index) { return nil }
      guard word.mention >= 0 else {
        if passage.isFiniteVerb(index)
          || passage.isPreposition(index)
            && !["de", "del", "of", "for", "from", "por"].contains(word.key)
        {
          return nil
        }
        continue
      }
      let mention = passage.analysis.mentions[word.mention]
      if mention.form == .name, mention.entities.count == 1,
        passage.analysis.entities[mention.entities[0]].kind == .person,
        !persons.contains(mention.entities[0])
      {
        persons.append(mention.entities[0])
      }
    }
    guard persons.count > 1 else { return nil }
    return Speaker(entities: persons, phrase: nil, kind: .person, words: lower..<limit)
  }

  /// The "and" before a person's name and his office; nil where another mark or a verb stands between.
  private func conjunction(before name: Int, _ lower: Int) -> Int? {
    var at = name - 1
    var commas = 0
    while at > lower, name - at < 12 {
      let word = passage.words[at]
      if ["and", "y", "e"].contains(word.key), word.mention < 0 { return at }
      if passage.isComma(at) { commas += 1 }
      if word.quote >= 0 || commas > 1
        || passage.isPunctuation(at) && !passage.isComma(at)
          && !passage.isPossessiveMark(at)
        || passage.isFiniteVerb(at) && word.mention < 0
      {
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// The named person whom the words before "and" tell: the name that ends there, or the one that opens the sentence.
  private func person(before joint: Int, _ lower: Int) -> Speaker? {
    var end = joint - 1
    guard end > lower else { return nil }
    if passage.isComma(end) { end -= 1 }
    let mention = passage.words[end].mention
    if mention >= 0, passage.words[end].quote < 0,
      passage.mentionWords[mention].upperBound == end + 1,
      passage.analysis.mentions[mention].form == .name,
      let found = phrases.speaker(of: mention), found.kind == .person, found.entities.count == 1,
      !isPrepositional(found, lower)
    {
      return found
    }
    let first = passage.words[lower].mention
    guard first >= 0, passage.isComma(joint - 1), passage.analysis.mentions[first].form == .name,
      let found = phrases.speaker(of: first), found.kind == .person, found.entities.count == 1,
      found.words.upperBound < end, passage.isComma(found.words.upperBound),
      !(found.words.upperBound + 1..<end).contains(where: { passage.isComma($0) })
    else { return nil }
    return found
  }
}

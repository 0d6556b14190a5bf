import Language

/// Descriptions that belong to no office: "esta enfermera", "la mujer", "the young man", "el catalán".
extension DescribedSpeakers {
  /// "confía esta maestra", "dice este vecino": whoever spoke last, if he is one person and the gender does not speak against it.
  func thisPerson(_ speaker: Speaker, _ last: Speaker?) -> Speaker? {
    let first = speaker.words.lowerBound
    guard ["este", "esta", "ese", "esa"].contains(passage.words[first].key),
      speaker.entities.isEmpty, let last, last.kind == .person,
      let head = phrases.head(of: speaker.words), isPerson(head, speaker)
    else { return nil }
    if let entity = last.entities.first {
      guard last.entities.count == 1, agrees(entity, head) else { return nil }
    } else if last.isDescribed || last.phrase?.first?.isUppercase != true {
      return nil
    }
    var same = last
    same.words = speaker.words
    return same
  }

  /// "The Scot", "the 54-year-old Dane", where that was taken for a name: as with "the young man".
  func native(_ speaker: Speaker, _ last: Speaker?) -> Speaker? {
    guard let head = speaker.words.last, passage.words[head].isCapitalized,
      passage.language(at: head) == .english, isDefinite(speaker.words),
      lexicon.nounLists[.english]?["anybody"]?.contains(passage.words[head].key) == true
    else { return nil }
    var plain = speaker
    plain.entities = []
    if let last, isNamedPerson(last), let entity = last.entities.first, agrees(entity, head) {
      return renamed(plain, entity)
    }
    return someone(plain, head)
  }

  /// "lamenta la mujer", "the young man said", "dijo el catalán": the person named last before, in these or the three sentences before,
  /// outside of what was said.
  func someone(_ speaker: Speaker, _ head: Int) -> Speaker? {
    let key = passage.words[head].key
    let language = passage.language(at: head)
    guard speaker.entities.isEmpty, isDefinite(speaker.words),
      lexicon.nounLists[language]?["anybody"]?.contains(key) == true && !isLong(speaker, head)
        || language == .spanish && isRegional(key) && !tellsMore(speaker.words, head)
    else { return nil }
    var mention = lastMention(before: speaker.words.lowerBound)
    var tries = 0
    while mention >= 0, tries < 60 {
      tries += 1
      let found = passage.analysis.mentions[mention]
      let word = passage.mentionWords[mention].lowerBound
      guard passage.words[word].sentence + 3 >= passage.words[head].sentence else { return nil }
      if found.form == .name, found.entities.count == 1, named.contains(found.entities[0]),
        passage.words[word].quote < 0,
        passage.analysis.entities[found.entities[0]].kind == .person,
        agrees(found.entities[0], head)
      {
        return renamed(speaker, found.entities[0])
      }
      mention -= 1
    }
    return nil
  }

  /// "Los ministros pidieron calma", "The leaders called for calm": the two persons of the nearest sentence before that names two, where
  /// one of them is called by such an office (the lists `pairs`).
  func bothOf(_ speaker: Speaker) -> Speaker? {
    guard speaker.entities.isEmpty, let head = speaker.words.last,
      let offices = lexicon.nounLists[passage.language(at: head)]?["pairs"],
      offices.contains(passage.words[head].key), head > 0,
      speaker.words.count == 1 || speaker.words.count == 2 && passage.isArticle(head - 1),
      ["the", "los", "las"].contains(passage.words[head - 1].key)
    else { return nil }
    let number = passage.words[head].sentence
    for back in 1...3 where number >= back {
      var persons: [Int] = []
      for mention in passage.analysis.mentions
      where mention.sentence == number - back && mention.form == .name {
        for entity in mention.entities
        where passage.analysis.entities[entity].kind == .person && named.contains(entity)
          && !persons.contains(entity)
        {
          persons.append(entity)
        }
      }
      if persons.isEmpty { continue }
      guard persons.count == 2, persons.contains(where: { holds($0, passage.words[head].key) })
      else { return nil }
      return Speaker(entities: persons, phrase: nil, kind: .person, words: speaker.words)
    }
    return nil
  }

  /// True if the role of a person tells the office of which a word is the plural; whoever has a role is a leader.
  private func holds(_ person: Int, _ plural: String) -> Bool {
    guard let role = passage.analysis.entities[person].role?.lowercased() else { return false }
    return ["leaders", "líderes", "mandatarios", "dirigentes", "diplomats", "officials"].contains(
      plural)
      || role.contains(plural.prefix(5))
      || ["canci", "minis"].contains(plural.prefix(5))
        && ["canci", "minis", "secretar"].contains(where: role.contains)
  }

  /// True for more than an adjective beside the noun ("la mujer del ministro").
  private func isLong(_ speaker: Speaker, _ head: Int) -> Bool {
    speaker.words.contains { $0 > head && passage.isPreposition($0) }
  }

  /// A noun whose bearer is a person, by the lexicon or by its ending ("esta enfermera").
  private func isPerson(_ head: Int, _ speaker: Speaker) -> Bool {
    if speaker.kind != nil { return speaker.kind == .person }
    let key = passage.words[head].key
    let language = passage.language(at: head)
    return lexicon.nounLists[language]?["anybody"]?.contains(key) == true
      || ["ista", "dor", "dora", "tor", "tora", "nero", "nera", "mero", "mera", "ante", "ente"]
        .contains { key.hasSuffix($0) }
  }

  /// "el catalán", "la porteña": a word that tells where somebody is from and is of no country.
  func isRegional(_ key: String) -> Bool {
    guard lexicon.speakers[.spanish]?[key] == nil, lexicon.documents[.spanish]?[key] == nil,
      lexicon.bodies[.spanish]?[key] == nil
    else { return false }
    return ["vasco", "vasca", "gallego", "gallega", "andaluz", "andaluza"].contains(key)
      || ["alán", "emán", "ense", "eño", "eña", "tano", "tana", "iano", "iana", "calana", "alana"]
        .contains { key.hasSuffix($0) }
  }

  /// False where the person is known as of the other gender.
  private func agrees(_ entity: Int, _ head: Int) -> Bool {
    guard let gender = passage.analysis.entities[entity].gender else { return true }
    let key = passage.words[head].key
    if ["mujer", "madre", "joven", "woman", "mother", "widow", "girl"].contains(key) {
      return key == "joven" || gender == .feminine
    }
    if ["hombre", "padre", "man", "father", "boy"].contains(key) { return gender == .masculine }
    let features = passage.words[head].features
    if features.contains(.feminine) { return gender == .feminine }
    return !features.contains(.masculine) || gender == .masculine
  }
}

import Language

/// Which noun heads a phrase, and whether its bearer speaks.
extension NounPhrases {
  /// "el gobierno de Carlos Mejía", "the government of Ana Soto": a government told by who leads it.
  func ofLeader(_ first: Speaker, before limit: Int) -> Speaker? {
    let of = first.words.upperBound
    guard first.kind == .government, first.isDescribed, of + 1 < limit,
      ["de", "of"].contains(passage.words[of].key), passage.words[of + 1].mention >= 0,
      passage.analysis.mentions[passage.words[of + 1].mention].form == .name,
      let leader = speaker(of: passage.words[of + 1].mention), leader.kind == .person,
      leader.words.lowerBound == of + 1
    else { return nil }
    var whole = first
    whole.words = first.words.lowerBound..<leader.words.upperBound
    whole.phrase = phrase(whole.words)
    return whole
  }

  /// "reseñó El Faro", "The Hindu reported" within a sentence: an article with a capital belongs to the name.
  func isOwnArticle(_ index: Int) -> Bool {
    passage.language(at: index) == .spanish && passage.words[index].isCapitalized
      && index > passage.sentence(passage.words[index].sentence).lowerBound
      && passage.words[index + 1].isCapitalized && passage.words[index - 1].quote < 0
      && !passage.isPunctuation(index - 1)
  }

  /// "el Ministerio chileno de Relaciones Exteriores": true for the noun of a body with an adjective of its country before the rest
  /// of its name.
  func isBody(_ outer: Speaker, before rest: Int) -> Bool {
    guard outer.kind == .government, outer.isDescribed, outer.words.upperBound == rest - 1,
      passage.words[rest - 1].key == "de" || passage.words[rest - 1].key == "of",
      let head = head(of: outer.words), passage.words[rest].mention >= 0,
      passage.analysis.mentions[passage.words[rest].mention].entities.allSatisfy({
        passage.analysis.entities[$0].kind == .organization
      })
    else { return false }
    return [.organization, .government]
      .contains(lexicon.speakers[passage.language(at: head)]?[passage.words[head].key])
  }

  /// A speaker in the article's own words, if the phrase's head is a noun of the lexicon ("sources", "ministry").
  func speaker(ofPhrase range: Range<Int>) -> Speaker? {
    var words = range
    while words.count > 1,
      passage.isArticle(words.lowerBound)
        || isRelativeThat(words.lowerBound)
    {
      words = words.lowerBound + 1..<words.upperBound
    }
    guard let head = head(of: words) else { return bearer(of: words) }
    if let name = nameEnding(words, head: head) { return name }
    let nouns = lexicon.speakers[passage.language(at: head)] ?? [:]
    var kind = nouns[passage.words[head].key]
    if kind == nil {
      // "local pollster Datanalisis": what stands before the name tells.
      for index in words where index < head {
        if PlainWords.prepositions.contains(passage.words[index].key) { break }
        if passage.words[index].upos == .adj { continue }
        kind = nouns[passage.words[index].key] ?? kind
      }
    }
    return Speaker(
      entities: [], phrase: phrase(words), kind: kind, words: range, isDescribed: true)
  }

  /// "Key said" of John Key: a capital that is taken for another word and is the surname of one person of the article.
  func bearer(of words: Range<Int>) -> Speaker? {
    guard words.count == 1, let only = words.first, passage.words[only].isCapitalized,
      passage.words[only].mention < 0, !PlainWords.pronouns.contains(passage.words[only].key)
    else { return nil }
    let key = passage.words[only].key
    let all = passage.analysis.entities.filter { entity in
      let parts = entity.kind == .person ? entity.name?.split(separator: " ") ?? [] : []
      return parts.count > 1 && parts.last?.lowercased() == key
    }
    guard all.count == 1, let person = all.first else { return nil }
    return Speaker(entities: [person.id], phrase: person.name, kind: .person, words: words)
  }

  /// "Democratic Centre" of "the Democratic Centre party of former president Uribe": the name before the noun, where a person is told
  /// behind it.
  func partyName(_ outer: Speaker, of mention: Int) -> String? {
    guard let head = outer.words.last, passage.words[head].key == "party",
      let entity = passage.analysis.mentions[mention].entities.first,
      passage.analysis.entities[entity].kind == .person
    else { return nil }
    let name = outer.words.filter { !passage.isArticle($0) && $0 < head }
    guard name.count > 1, let first = name.first,
      name.allSatisfy({ passage.words[$0].isCapitalized })
    else { return nil }
    return phrase(first..<(passage.words[head].isCapitalized ? head + 1 : head))
  }

  /// "a diplomat close to the talks", "un funcionario cercano a las negociaciones": with what an unnamed person is close to, involved in or
  /// familiar with (the list `ties`).
  func withTies(_ found: Speaker, before limit: Int) -> Speaker {
    guard found.isDescribed, found.kind == .person, found.entities.count <= 1,
      found.words.contains(where: { passage.isArticle($0) && passage.words[$0].key != "the" })
        || found.words.lowerBound > 0
          && ["a", "an", "un", "una"].contains(passage.words[found.words.lowerBound - 1].key)
        || found.words.first.map({ !passage.isArticle($0) }) ?? false,
      let last = found.words.last,
      let ties = lexicon.nounLists[passage.language(at: last)]?["ties"]
    else { return found }
    var at = found.words.upperBound
    if !ties.contains(passage.words[last].key) || head(of: found.words) == last {
      guard at < limit, ties.contains(passage.words[at].key) else { return found }
      at += 1
    }
    guard at + 1 < limit, passage.isPreposition(at), passage.words[at + 1].quote < 0 else {
      return found
    }
    let start = at + 1
    at = start
    while at < limit, at - start < 10, passage.words[at].quote < 0, !passage.words[at].isDate {
      let isLink =
        at > start && at + 1 < limit && !passage.words[at + 1].isDate
        && ["of", "in", "between", "de", "en", "entre", "y", "and"].contains(passage.words[at].key)
      guard isLink || isNominal(at) || passage.isArticle(at) else { break }
      at += 1
    }
    while at > start, passage.isArticle(at - 1) || passage.isPreposition(at - 1) { at -= 1 }
    guard at > start else { return found }
    var whole = found
    whole.words = found.words.lowerBound..<at
    whole.phrase = phrase(whole.words)
    return whole
  }

  /// "talks that one official described": a "that" behind a noun begins no noun phrase.
  private func isRelativeThat(_ index: Int) -> Bool {
    index > 0 && passage.words[index].key == "that" && passage.words[index - 1].upos == .noun
  }

  /// The noun that heads a phrase: in English the last before a preposition, in Spanish the first.
  func head(of words: Range<Int>) -> Int? {
    let isSpanish = passage.language(at: words.lowerBound) == .spanish
    var head: Int?
    for index in words {
      if PlainWords.prepositions.contains(passage.words[index].key) {
        if head != nil { break }
        if let noun = adjectival(words.lowerBound..<index) { return noun }
      }
      if isSpanish, head == nil, lexicon.speakerFilter.mayContain(passage.words[index].code),
        lexicon.speakers[.spanish]?[passage.words[index].key] != nil
      {
        // "diplomáticos británicos": a noun that may be taken for an adjective.
        return index
      }
      if index + 1 < words.upperBound, ["of", "de"].contains(passage.words[index + 1].key),
        PlainWords.multitudes.contains(passage.words[index].key)
      {
        // "thousands of protesters", "miles de vecinos"
        continue
      }
      let upos = passage.words[index].upos
      if upos == .noun || upos == .propn || upos == .x {
        head = index
        if isSpanish, upos != .x { break }
      }
    }
    return head ?? adjectival(words)
  }

  /// "the official said", "an official present at the talks": a noun that speaks and was taken for an adjective, before no noun.
  private func adjectival(_ words: Range<Int>) -> Int? {
    guard let first = words.first, passage.language(at: first) == .english else { return nil }
    return words.last { index in
      passage.words[index].upos == .adj
        && lexicon.speakers[.english]?[passage.words[index].key] != nil
        && !(index..<words.upperBound).contains { passage.words[$0].upos == .noun }
    }
  }
}

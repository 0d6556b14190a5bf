import Language
import Records

/// Names that stand behind a description: "the president of the bank, Carlos Ghosn", "Trinamool member Sukhendu Roy".
extension NounPhrases {
  /// "the president of the makers of Reno and Nissan cars, Carlos Ghosn": the name that ends the description, behind a
  /// comma and before another mark; what stands between holds no verb.
  func nameBehind(_ first: Speaker, before limit: Int) -> Speaker? {
    var at = first.words.upperBound
    let end = min(limit, at + (first.kind == .person ? Self.longestDescription : 2))
    while at + 1 < end {
      let word = passage.words[at]
      if word.quote >= 0 || word.key == ";" || word.key == ":" || passage.isSentenceEnd(at)
        || passage.isRelative(at)
        || word.upos == .verb && word.mention < 0
          && (word.features.contains(.finite) || passage.language(at: at) == .english)
        || ["que", "that", "con", "with", "por", "by", "y", "and"].contains(word.key)
          && !word.isCapitalized && at == first.words.upperBound
      {
        return nil
      }
      guard passage.isComma(at) else {
        at += 1
        continue
      }
      if let name = plainName(from: at + 1, before: limit) {
        return Speaker(
          entities: [], phrase: phrase(name), kind: .person,
          words: first.words.lowerBound..<name.upperBound)
      }
      if let name = describedName(startingAt: at + 1, before: limit) {
        return Speaker(
          entities: name.entities, phrase: name.phrase, kind: .person,
          words: first.words.lowerBound..<name.words.upperBound)
      }
      let mention = passage.words[at + 1].mention
      // "la portavoz del secretario general de la ONU, Ana Prado": the inner office was taken for hers.
      if mention >= 0,
        passage.mentionWords[mention].lowerBound == at + 1
          || passage.words[at].mention == mention
            && passage.mentionWords[mention].lowerBound < first.words.upperBound,
        passage.words[passage.mentionWords[mention].upperBound - 1].isCapitalized,
        passage.analysis.mentions[mention].form == .name,
        let name = speaker(of: mention), name.kind == .person,
        name.words.upperBound >= limit || passage.isPunctuation(name.words.upperBound)
          || passage.words[name.words.upperBound].quote >= 0
      {
        return Speaker(
          entities: name.entities, phrase: name.phrase, kind: .person,
          words: first.words.lowerBound..<name.words.upperBound)
      }
      at += 1
    }
    return nil
  }

  /// "el socialista Ana Soto", "the veteran envoy Ana Soto", "un maestro llamado Juan Díaz": a person's name behind an article and
  /// small words that describe him, before a mark or an end.
  func describedName(startingAt start: Int, before limit: Int) -> Speaker? {
    guard start + 2 < limit, passage.isArticle(start),
      passage.words[start].quote < 0
    else { return nil }
    var at = start + 1
    while at < limit, at - start < 5, passage.words[at].mention < 0, passage.words[at].quote < 0,
      !passage.words[at].isCapitalized, isNominal(at), passage.words[at].upos != .det
    {
      at += 1
    }
    guard at > start + 1, let name = nameStarting(at, before: limit, of: start),
      name.words.upperBound >= limit || passage.isPunctuation(name.words.upperBound)
        || passage.words[name.words.upperBound].quote >= 0
    else { return nil }
    return name
  }

  /// "Trinamool member Sukhendu Roy", "Egyptian foreign ministry spokesman Ahmed Abu Zeid": behind a body or a government and
  /// the noun of an office, the name.
  func nameBehindOffice(_ first: Speaker, before limit: Int) -> Speaker? {
    guard first.kind == .organization || first.kind == .government else { return nil }
    var at = first.words.upperBound
    var hasOffice = false
    while at < limit, at - first.words.upperBound < 4, passage.words[at].mention < 0,
      passage.words[at].upos == .noun || passage.words[at].upos == .adj
        || passage.words[at].upos == .propn
    {
      hasOffice = lexicon.speakers[passage.language(at: at)]?[passage.words[at].key] == .person
      at += 1
    }
    guard hasOffice, at < limit, passage.words[at].mention >= 0,
      passage.analysis.mentions[passage.words[at].mention].form == .name,
      var name = speaker(of: passage.words[at].mention), name.kind == .person
    else { return nil }
    name.words = first.words.lowerBound..<name.words.upperBound
    return name
  }

  /// "a White House official", "a State Department spokesman": behind a body or a government the noun of an office, and no name.
  func bearer(of first: Speaker, before limit: Int) -> Speaker? {
    guard first.kind == .organization || first.kind == .government else { return nil }
    var at = first.words.upperBound
    while at < limit, at - first.words.upperBound < 4, passage.words[at].mention < 0,
      passage.words[at].quote < 0,
      passage.words[at].upos == .noun || passage.words[at].upos == .adj
    {
      at += 1
    }
    guard at > first.words.upperBound, passage.language(at: at - 1) == .english,
      lexicon.speakers[.english]?[passage.words[at - 1].key] == .person
    else { return nil }
    let words = first.words.lowerBound..<at
    return Speaker(
      entities: [], phrase: phrase(words), kind: .person, words: words, isDescribed: true)
  }

  /// "the lawyer and activist Paula Reyes", "la opositora y ex primera ministra Ana Soto": one person of two nouns, as the second
  /// has no article.
  func twofold(_ first: Speaker, before limit: Int) -> Speaker? {
    let and = first.words.upperBound
    guard first.isDescribed, first.kind == .person, first.entities.isEmpty, and + 1 < limit,
      ["and", "y", "e"].contains(passage.words[and].key), passage.words[and].mention < 0,
      !passage.isArticle(and + 1),
      !PlainWords.possessives.contains(passage.words[and + 1].key)
    else { return nil }
    var at = and + 1
    while at < limit, at - and < 6, passage.words[at].mention < 0, passage.words[at].quote < 0,
      passage.words[at].upos == .noun || passage.words[at].upos == .adj
        || at > and + 1 && PlainWords.nounLinks.contains(passage.words[at].key)
        || passage.words[at].isCapitalized
    {
      at += 1
    }
    return nameStarting(at, before: limit, of: first.words.lowerBound)
  }

  /// The person whose name, with the office before it or without, a mention at a word tells; the words begin where the phrase does.
  private func nameStarting(_ at: Int, before limit: Int, of start: Int) -> Speaker? {
    guard at < limit, passage.words[at].mention >= 0,
      passage.mentionWords[passage.words[at].mention].lowerBound == at,
      !passage.isArticle(at),
      passage.analysis.mentions[passage.words[at].mention].form == .name,
      var name = speaker(of: passage.words[at].mention), name.kind == .person
    else { return nil }
    name.words = start..<name.words.upperBound
    return name
  }

  /// "head of the committee Ali Reza": the name that ends the phrase of an office, not "lawyer of the activist Paula Reyes".
  func nameEnding(_ words: Range<Int>, head: Int) -> Speaker? {
    guard let last = words.last, passage.words[last].mention >= 0 else { return nil }
    let start = passage.mentionWords[passage.words[last].mention].lowerBound
    let nouns = lexicon.speakers[passage.language(at: head)]
    guard start > head, start > words.lowerBound, isNominal(start - 1),
      passage.words[start - 1].upos == .noun, nouns?[passage.words[head].key] == .person,
      start - 1 == head || nouns?[passage.words[start - 1].key] != .person
    else { return nil }
    return nameStarting(start, before: words.upperBound, of: words.lowerBound)
  }

  /// "Lenz's ministry", "Netanyahu's office": what belongs to who is named first speaks, not he.
  func owned(by first: Speaker, before limit: Int) -> Speaker? {
    var at = first.words.upperBound
    guard at + 1 < limit, passage.isPossessiveMark(at) else { return nil }
    at += 1
    if let name = nameStarting(at, before: limit, of: first.words.lowerBound) { return name }
    while at < limit, isNominal(at), passage.words[at].upos != .det, passage.words[at].mention < 0 {
      at += 1
    }
    guard at > first.words.upperBound + 1 else { return nil }
    let head = at - 1
    if passage.words[head].isCapitalized, at + 1 < limit, passage.words[at].key == "of",
      let rest = passage.capitalRun(from: at + 1, before: limit)
    {
      // "Kenya's Ministry of Health"
      at = rest.upperBound
    }
    let words = first.words.lowerBound..<at
    if lexicon.documents[passage.language(at: head)]?[passage.words[head].key] != nil {
      // "reads Judge Miller's statement": his own words.
      var own = first
      own.words = words
      return own
    }
    guard let kind = lexicon.speakers[passage.language(at: head)]?[passage.words[head].key],
      at >= limit || passage.words[at].mention < 0
    else { return nil }
    return Speaker(
      entities: [], phrase: phrase(words), kind: kind, words: words, isDescribed: true)
  }

  /// "uno de los funcionarios", "two of the diplomats": one speaker in the article's own words.
  func someOf(startingAt index: Int, before limit: Int) -> Speaker? {
    guard index + 3 < limit, ["of", "de"].contains(passage.words[index + 1].key),
      PlainWords.quantities.contains(passage.words[index].key),
      let whole = speaker(startingAt: index + 2, before: limit), whole.isDescribed,
      let head = head(of: whole.words),
      lexicon.speakers[passage.language(at: head)]?[passage.words[head].key] == .person
    else { return nil }
    let words = index..<whole.words.upperBound
    return Speaker(
      entities: [], phrase: phrase(words), kind: .person, words: words, isDescribed: true)
  }

  /// "a visibly tired Soto", "un sonriente Macron": a name behind an article and words of how he looked.
  func modified(startingAt index: Int, before limit: Int) -> Speaker? {
    guard ["a", "an", "un", "una"].contains(passage.words[index].key) else { return nil }
    var at = index + 1
    while at < limit, at - index < 4, passage.words[at].mention < 0, passage.words[at].quote < 0,
      passage.words[at].upos == .adj || passage.words[at].upos == .adv
        || passage.words[at].features.contains(.participle)
        || passage.words[at].features.contains(.gerund)
    {
      at += 1
    }
    return at > index + 1 ? nameStarting(at, before: limit, of: index) : nil
  }

  /// "a farmer named Ali Demir", "un agricultor llamado Alí Demir": the name.
  func calledName(in words: Range<Int>) -> Speaker? {
    guard
      let called = words.first(where: {
        ["named", "called", "llamado", "llamada"].contains(passage.words[$0].key)
      }), called > words.lowerBound, called + 1 < words.upperBound,
      passage.words[called + 1].mention >= 0,
      passage.analysis.mentions[passage.words[called + 1].mention].form == .name,
      var name = speaker(of: passage.words[called + 1].mention), name.kind == .person
    else { return nil }
    name.words = words.lowerBound..<name.words.upperBound
    return name
  }

  /// 'informó el diario «Noticia»', 'the newspaper "Avond"': the name of a body in quotation marks behind its noun.
  func quotedName(behind found: Speaker, before limit: Int) -> Speaker? {
    let at = found.words.upperBound
    guard at < limit, passage.words[at].quote >= 0, found.entities.isEmpty,
      let head = head(of: found.words), head == at - 1 || passage.words[at - 1].upos == .adj,
      lexicon.bodies[passage.language(at: head)]?[passage.words[head].key] != nil
    else { return nil }
    let quote = passage.words[at].quote
    let words = passage.quoteWords[quote]
    let inner = words.filter { !passage.isPunctuation($0) }
    guard words.lowerBound == at, (1...5).contains(inner.count),
      inner.first.map({ passage.words[$0].isCapitalized }) == true,
      inner.last.map({ passage.words[$0].isCapitalized }) == true
    else { return nil }
    return Speaker(
      entities: [], phrase: passage.text(passage.quotes[quote].inner), kind: .organization,
      words: found.words.lowerBound..<words.upperBound)
  }

  /// The same for a name whose quotation ends at a word: 'El diario «Noticia» informó'.
  func quotedName(endingAt index: Int, from lower: Int) -> Speaker? {
    guard passage.words[index].quote >= 0 else { return nil }
    let words = passage.quoteWords[passage.words[index].quote]
    guard words.upperBound == index + 1, words.lowerBound > lower,
      let body = speaker(endingAt: words.lowerBound - 1, from: lower)
    else { return nil }
    return quotedName(behind: body, before: index + 1)
  }

  /// How many words a description may have before the name that ends it.
  static let longestDescription = 20

  /// Small words within the names of persons.
  private static let particles: Set<String> = [
    "de", "del", "el", "la", "las", "los", "von", "van", "der", "den", "di", "da", "dos", "bin",
    "ibn",
  ]

  /// A run of two to four capitalized words without a mention, closed by a comma or an end: a name that nobody knew.
  func plainName(from start: Int, before limit: Int) -> Range<Int>? {
    var end = start
    var parts = 0
    while end < limit, passage.words[end].quote < 0, !passage.words[end].isDate {
      let word = passage.words[end]
      if word.isCapitalized, word.upos == .propn || end > start && word.upos != .punct,
        word.mention < 0 || isPartOfName(word.mention, start)
      {
        end += 1
        parts += 1
        continue
      }
      // "Salvador del Río", "Ana de la Torre"
      var next = end
      while next < limit, next - end < 3, Self.particles.contains(passage.words[next].key) {
        next += 1
      }
      guard end > start, next > end, next < limit, passage.words[next].isCapitalized,
        !passage.isPunctuation(next)
      else { break }
      end = next + 1
      parts += 1
    }
    guard (2...4).contains(parts), end >= limit || passage.isPunctuation(end),
      (start..<end).contains(where: { passage.words[$0].mention < 0 })
    else { return nil }
    return start..<end
  }

  /// True for a mention of one person that begins a name but does not hold all of it ("Artur" of "Artur Mas").
  func isPartOfName(_ mention: Int, _ start: Int) -> Bool {
    let found = passage.analysis.mentions[mention]
    return found.form == .name && found.entities.count == 1
      && passage.mentionWords[mention].lowerBound >= start
      && passage.analysis.entities[found.entities[0]].kind == .person
  }
}

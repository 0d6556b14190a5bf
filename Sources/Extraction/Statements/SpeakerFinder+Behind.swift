import Language

/// Subjects behind the verb: "dijo hoy la ministra", "…, said Anna Lindqvist".
extension SpeakerFinder {
  func mayInvert(_ event: SpeechEvent, _ before: Int, _ lower: Int) -> Bool {
    if before < lower { return passage.language(at: event.verb) == .spanish }
    let word = passage.words[before]
    if word.quote >= 0 { return true }
    if passage.isComma(before), passage.language(at: event.verb) == .english,
      takesPerson(lexicon.verbs[event.lexeme]) || opensWithApposition(lower, before),
      before > lower,
      passage.words[before - 1].quote < 0, !hasMainVerb(lower..<before)
    {
      // "Luis Aranda, who leads the opposition, urged Solano to resign": the object follows.
      return false
    }
    if passage.isPunctuation(before) { return true }
    if ["según", "como", "as"].contains(word.key) { return true }
    return passage.language(at: event.verb) == .spanish
      && (passage.isConjunction(before) || passage.isRelative(before)) && word.key != "que"
      && word.key != "quien" && word.key != "quienes"
  }

  /// "Mohammad Anis, a leader in camp 8-E, said people …": a person's name and a comma open the sentence.
  func opensWithApposition(_ lower: Int, _ before: Int) -> Bool {
    let mention = passage.words[lower].mention
    guard mention >= 0, passage.analysis.mentions[mention].form == .name,
      let own = phrases.speaker(of: mention), own.kind == .person
    else { return false }
    return own.words.upperBound < before && passage.isComma(own.words.upperBound)
  }

  /// "la visita que anunció el ministro": behind "que" and a noun that cannot speak, who follows the verb is its subject.
  func behindObject(
    _ event: SpeechEvent, _ before: Int, _ lower: Int, _ limit: Int, _ last: Speaker?
  ) -> Speaker? {
    guard before > lower, passage.words[before].key == "que",
      passage.language(at: event.verb) == .spanish, isNominal(before - 1),
      passage.words[before - 1].mention < 0, passage.words[before - 1].quote < 0,
      takesPerson(lexicon.verbs[event.lexeme])
        || !lexicon.verbs[event.lexeme].frames.contains(.thatOnly),
      phrases.speaker(endingAt: before - 1, from: lower)
        .map({ $0.entities.isEmpty && $0.kind == nil }) ?? true,
      let found = inverted(event, before: limit, last),
      passage.words[found.words.lowerBound].key != "que"
    else { return nil }
    return found
  }

  /// True for verbs behind which a noun phrase may be whom or what is spoken to or of.
  func takesPerson(_ verb: SpeechVerb) -> Bool {
    !verb.frames.isDisjoint(
      with: [.object, .impersonalObject, .callAs, .askedObject, .recipient, .quotedObject])
  }

  /// True for words with a finite verb that stands in no relative clause.
  func hasMainVerb(_ range: Range<Int>) -> Bool {
    var isRelative = false
    for index in range where passage.words[index].quote < 0 {
      if passage.isRelative(index) || passage.words[index].key == "that" { isRelative = true }
      guard passage.isFiniteVerb(index), passage.words[index].mention < 0 else { continue }
      if !isRelative { return true }
      isRelative = false
    }
    return false
  }

  func inverted(
    _ event: SpeechEvent, before limit: Int, _ last: Speaker?
  ) -> Speaker? {
    var at = event.group.upperBound
    let language = passage.language(at: event.verb)
    if language == .english {
      guard at < limit, let found = phrases.speaker(startingAt: at, before: limit) else {
        return nil
      }
      let after = found.words.upperBound
      guard after < limit else { return known(found, last) }
      if let sender = sender(behind: found, limit) { return sender }
      if passage.isFiniteVerb(after) || passage.isConjunction(after) { return nil }
      return passage.isPunctuation(after) || passage.isPreposition(after)
        || passage.words[after].quote >= 0 || passage.words[after].isDate
        || passage.isAdverbial(after) || passage.words[after].key == "per"
        || [
          "who", "which", "whose", "speaking", "preferring", "requesting", "asking", "citing",
          "quoting", "referring",
        ].contains(passage.words[after].key)
        ? known(found, last) : nil
    }
    let end = min(limit, at + 25)
    // "negó haber recibido dinero": what is denied.
    if at < limit, passage.words[at].features.contains(.infinitive) { return nil }
    var afterPreposition = false
    while at < end {
      let word = passage.words[at]
      if word.quote >= 0 || ["que", ":", "«", "\""].contains(word.key) { return nil }
      if word.isDate || passage.isAdverbial(at) {
        at += 1
        continue
      }
      if passage.isPreposition(at), word.mention < 0 {
        afterPreposition = true
        at += 1
        continue
      }
      if passage.isFiniteVerb(at), word.mention < 0 { return nil }
      if !afterPreposition, let behind = partOfDay(at: at, before: end) {
        at = behind
        continue
      }
      // "escribió en X la canciller"
      if afterPreposition, let behind = phrases.platform(at: at) {
        afterPreposition = false
        at = behind
        continue
      }
      if passage.isComma(at), let close = manner(behind: at, before: end) {
        at = close + 1
        continue
      }
      if passage.isComma(at) {
        // "dijo en Madrid, Pérez" does not occur; a comma ends the search unless a phrase in commas follows.
        // "A la vez, afirmó, la nota es injusta": what follows is what was said.
        if at == event.group.upperBound, event.group.lowerBound > 0,
          passage.isComma(event.group.lowerBound - 1)
        {
          return nil
        }
        guard afterPreposition || at == event.group.upperBound,
          at + 1 >= end || !passage.words[at + 1].features.contains(.gerund)
        else { return nil }
        afterPreposition = false
        at += 1
        continue
      }
      if passage.isPunctuation(at) { return nil }
      guard let found = phrases.speaker(startingAt: at, before: limit) else {
        at += 1
        continue
      }
      if ["ella", "él"].contains(word.key), !afterPreposition { return oneOf(at, last) }
      if ["ésta", "éste", "ella", "él"].contains(word.key) { return nil }
      if afterPreposition, let name = nameBehindPlace(in: found.words, limit) { return name }
      if afterPreposition, let name = nameBehindHearers(found) { return name }
      if afterPreposition {
        at = max(
          at + 1,
          nextSpeaker(in: found.words) ?? nextName(in: found.words) ?? found.words.upperBound)
        // "ante funcionarios y estudiantes": the list goes on.
        afterPreposition =
          at + 1 < end && ["y", "e"].contains(passage.words[at].key)
          && !passage.words[at + 1].isCapitalized && passage.words[at + 1].upos != .det
        continue
      }
      if let speaker = known(found, last) { return speaker }
      return mayName(found, event, limit) || isNameBeforeClause(found, event, limit) ? found : nil
    }
    return nil
  }

  /// "'…', said a statement from the Gambian presidency": who sent the text.
  private func sender(behind text: Speaker, _ limit: Int) -> Speaker? {
    let from = text.words.upperBound
    guard from + 1 < limit, ["from", "by"].contains(passage.words[from].key),
      let head = phrases.head(of: text.words),
      lexicon.documents[.english]?[passage.words[head].key] != nil,
      var own = phrases.speaker(startingAt: from + 1, before: limit),
      !own.entities.isEmpty || own.kind != nil
    else { return nil }
    own.words = text.words.lowerBound..<own.words.upperBound
    return own
  }

  /// "informó la noche del martes el ministro": the end of words that tell when, which no preposition opens.
  private func partOfDay(at index: Int, before limit: Int) -> Int? {
    guard index + 2 < limit, ["la", "esta"].contains(passage.words[index].key),
      ["mañana", "tarde", "noche", "madrugada"].contains(passage.words[index + 1].key)
    else { return nil }
    var at = index + 2
    while at < limit,
      passage.words[at].isDate
        || ["de", "del", "el", "este", "pasado"].contains(passage.words[at].key)
    {
      if PlainWords.articles.contains(passage.words[at].key), !passage.words[at].isDate,
        at + 1 >= limit || !passage.words[at + 1].isDate
      {
        break
      }
      at += 1
    }
    return at
  }

  /// "dijo en el Congreso Jorge Pérez", "escribió en X Jorge Pérez": the name behind the capital of a body or a network, with which it
  /// was taken for one name.
  private func nameBehindPlace(in words: Range<Int>, _ limit: Int) -> Speaker? {
    var first = words.lowerBound
    if passage.isArticle(first) { first += 1 }
    let name = first + 1..<words.upperBound
    guard (2...3).contains(name.count), passage.words[first].isCapitalized,
      passage.words[first].key == "x"
        || lexicon.speakers[.spanish]?[passage.words[first].key] == .organization,
      name.allSatisfy({
        passage.words[$0].isCapitalized && lexicon.speakers[.spanish]?[passage.words[$0].key] == nil
      }),
      words.upperBound >= limit || passage.isPunctuation(words.upperBound)
        || passage.isPreposition(words.upperBound)
    else { return nil }
    let phrase = phrases.phrase(name)
    let known = passage.analysis.entities.first { $0.kind == .person && $0.name == phrase }
    return Speaker(
      entities: known.map { [$0.id] } ?? [], phrase: phrase, kind: .person, words: name)
  }

  /// "contaba, tiritando, Ayoub": the comma that closes words of how somebody spoke.
  private func manner(behind comma: Int, before limit: Int) -> Int? {
    guard comma + 2 < limit else { return nil }
    if passage.isComma(comma + 2), passage.words[comma + 1].mention < 0,
      !passage.words[comma + 1].isCapitalized, passage.words[comma + 1].quote < 0
    {
      // "comentó, sonriente, la ministra"
      return comma + 2
    }
    guard
      passage.words[comma + 1].features.contains(.gerund)
        || passage.words[comma + 1].features.contains(.participle)
        || passage.isPreposition(comma + 1) || passage.isAdverbial(comma + 1)
    else { return nil }
    for at in comma + 1..<min(limit, comma + 9) {
      if passage.isComma(at) { return at }
      if passage.words[at].quote >= 0 || passage.words[at].mention >= 0
        || passage.isFiniteVerb(at) && !passage.words[at].features.contains(.participle)
      {
        return nil
      }
    }
    return nil
  }

  /// "ante los diputados Mateo Luján": the name behind hearers in the plural, with whom it was taken for one phrase.
  private func nameBehindHearers(_ found: Speaker) -> Speaker? {
    guard found.entities.count == 1, found.kind == .person,
      let name = found.words.first(where: {
        passage.words[$0].isCapitalized && passage.words[$0].upos == .propn
      }), name > found.words.lowerBound, passage.words[name - 1].features.contains(.plural),
      passage.words[name - 1].upos == .noun, !passage.words[name - 1].isCapitalized
    else { return nil }
    var own = found
    own.words = name..<found.words.upperBound
    return own
  }

  /// "por teléfono Omar": where a name follows a noun that is none of a person.
  private func nextName(in words: Range<Int>) -> Int? {
    words.dropFirst().first {
      passage.words[$0].isCapitalized && passage.words[$0].upos == .propn
        && passage.words[$0 - 1].upos == .noun && !passage.words[$0 - 1].isCapitalized
        && lexicon.speakers[.spanish]?[passage.words[$0 - 1].key] == nil
        && lexicon.bodies[.spanish]?[passage.words[$0 - 1].key] == nil
    }
  }

  /// "a Reuters fuentes cercanas al asunto": where the noun of a speaker follows the name of a hearer.
  private func nextSpeaker(in words: Range<Int>) -> Int? {
    let nouns = lexicon.speakers[.spanish] ?? [:]
    return words.dropFirst().first {
      passage.words[$0 - 1].isCapitalized && !passage.words[$0].isCapitalized
        && nouns[passage.words[$0].key] != nil
    }
  }

  /// "…, afirmó la alcaldía.": behind a comma or a quotation, whatever noun phrase ends the sentence or a clause speaks.
  func mayName(_ speaker: Speaker, _ event: SpeechEvent, _ limit: Int) -> Bool {
    let before = event.group.lowerBound - 1
    guard before >= 0, passage.isComma(before) || passage.words[before].quote >= 0,
      lexicon.verbs[event.lexeme].frames.contains(.strong) || isNameBehindQuote(speaker, before),
      let head = phrases.head(of: speaker.words),
      lexicon.documents[lexicon.verbs[event.lexeme].language]?[passage.words[head].key] == nil,
      !PlainWords.possessives.contains(passage.words[speaker.words.lowerBound].key)
    else { return false }
    let after = speaker.words.upperBound
    return after >= limit || passage.isPunctuation(after) || passage.words[after].isDate
      || passage.isPreposition(after) || passage.isAdverbial(after)
  }

  /// "El puente quedó destruido informó este martes el ministro": who follows a verb that no mark parts from the sentence before it,
  /// where that has a verb of its own, and what stands right before the verb of saying is no subject of it.
  func unmarkedTag(
    _ event: SpeechEvent, _ before: Int, _ lower: Int, _ limit: Int
  ) -> Speaker? {
    let frames = lexicon.verbs[event.lexeme].frames
    guard passage.language(at: event.verb) == .spanish, frames.isSuperset(of: [.that, .strong]),
      before > lower + 1, passage.words[before].quote < 0, !passage.isPunctuation(before),
      !passage.isConjunction(before), !passage.isRelative(before), !passage.isPreposition(before),
      hasMainVerb(max(lower, before - Self.reach)..<before + 1),
      isGoverned(before, lower),
      let right = inverted(event, before: limit, nil), right.kind != nil,
      (event.group.upperBound..<right.words.lowerBound).allSatisfy({
        isAside($0) || passage.isArticle($0)
      }),
      right.words.upperBound >= limit || passage.isPunctuation(right.words.upperBound)
    else { return nil }
    return right
  }

  /// True for a participle, and for a word whose noun phrase stands behind a preposition.
  private func isGoverned(_ index: Int, _ lower: Int) -> Bool {
    if passage.words[index].features.contains(.participle) || passage.isAdverbial(index) {
      return true
    }
    var at = index
    while at > lower, isNominal(at) || passage.words[at].mention >= 0, !passage.isPreposition(at) {
      at -= 1
    }
    return at < index && passage.isPreposition(at)
  }

  /// "Sostiene Rivas que los vecinos no salieron": a name that nobody knows, between a verb that opens the sentence and the clause.
  private func isNameBeforeClause(_ speaker: Speaker, _ event: SpeechEvent, _ limit: Int) -> Bool {
    let after = speaker.words.upperBound
    guard event.group.lowerBound == passage.sentence(passage.words[event.verb].sentence).lowerBound,
      event.group.upperBound == speaker.words.lowerBound, after + 1 < limit,
      speaker.words.allSatisfy({ passage.words[$0].isCapitalized && !passage.words[$0].isDate })
    else { return false }
    return passage.words[after].key == "que" || passage.words[after + 1].key == "que"
  }

  /// "«Ya basta de mentiras», replicó Luján": nothing but capitals behind a verb and a quotation.
  private func isNameBehindQuote(_ speaker: Speaker, _ before: Int) -> Bool {
    let quote =
      passage.words[before].quote >= 0 || before > 0 && passage.words[before - 1].quote >= 0
    return quote
      && speaker.words.allSatisfy {
        passage.words[$0].isCapitalized && passage.words[$0].upos == .propn
          && !passage.words[$0].isDate
      }
  }

  /// A speaker that is an entity or a noun that speaks; a text stands for whoever issued it.
  func known(_ speaker: Speaker, _ last: Speaker?) -> Speaker? {
    if speaker.entities.isEmpty, let issuer = issuer(of: speaker, last) { return issuer }
    if !speaker.entities.isEmpty || speaker.kind != nil { return speaker }
    return nil
  }
}

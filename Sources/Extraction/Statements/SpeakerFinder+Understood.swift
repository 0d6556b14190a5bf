import Language

/// Subjects that verbs share, that Spanish leaves out, or that belong to a gerund, an infinitive or a passive.
extension SpeakerFinder {
  /// The subject that several verbs share, or that Spanish leaves out.
  func understood(
    _ event: SpeechEvent, _ before: Int, _ sentence: Range<Int>, _ previous: [SpeechEvent],
    _ context: SpeakerContext
  ) -> Speaker? {
    let last = context.last
    let lower = sentence.lowerBound
    if passage.language(at: event.verb) == .spanish, let house = house(of: event, sentence) {
      return house
    }
    if before >= lower, isDash(before) || passage.isComma(before) && closes(event, sentence),
      passage.language(at: event.verb) == .spanish
    {
      // "El Estado vigila los derechos, enfatizó, y …": the subject of the sentence is part of what was said.
      if let topic = context.topic { return topic }
      return last
    }
    if before >= lower {
      if passage.isConjunction(before) || passage.isComma(before) {
        if let shared = shared(by: event, in: sentence, previous) { return shared }
        if passage.isConjunction(before), sharesThing(before, lower) { return nil }
        if let subject = sentenceSubject(sentence, before: event.group.lowerBound) {
          return subject
        }
      }
    }
    guard passage.language(at: event.verb) == .spanish else { return nil }
    if before > lower, !passage.isPunctuation(before), passage.words[before].quote < 0,
      let subject = sentenceSubject(sentence, before: event.group.lowerBound)
    {
      return subject
    }
    if let topic = context.topic,
      !lexicon.verbs[event.lexeme].frames.contains(.more)
    {
      return topic
    }
    if isPlural(event) == false, let last, isPlural(last), last.kind == .person, last.issued == nil
    {
      return nil
    }
    return last
  }

  /// "En la cancillería, en cambio, deslizaron que …", "Desde el Gobierno aseguran": a verb in the plural without a subject, of those
  /// in the body that begins the sentence.
  private func house(of event: SpeechEvent, _ sentence: Range<Int>) -> Speaker? {
    let first = sentence.lowerBound
    guard ["en", "desde"].contains(passage.words[first].key),
      event.group.lowerBound - first < 14,
      passage.words[event.verb].key.hasSuffix("n"),
      passage.words[event.group.lowerBound].upos != .pron,
      let found = phrases.speaker(startingAt: first + 1, before: event.group.lowerBound),
      found.kind == .government || found.kind == .organization,
      !((found.words.upperBound..<event.group.lowerBound).contains {
        passage.isFiniteVerb($0) && !passage.words[$0].key.hasSuffix("n")
      })
    else { return nil }
    let before = event.group.lowerBound - 1
    if passage.isConjunction(before),
      (found.words.upperBound..<before).contains(where: { passage.isFiniteVerb($0) })
    {
      return found
    }
    var at = found.words.upperBound
    if at < event.group.lowerBound, passage.isComma(at) { at += 1 }
    while at < event.group.lowerBound, isAside(at) || passage.isPreposition(at) { at += 1 }
    guard at >= event.group.lowerBound - 3 else { return nil }
    return found
  }

  /// The speaker of the verb before with which this one is joined: the last in the same tense, else the last.
  private func shared(
    by event: SpeechEvent, in sentence: Range<Int>, _ previous: [SpeechEvent]
  ) -> Speaker? {
    let all = previous.suffix(Self.window).filter {
      sentence.contains($0.verb) && $0.speaker != nil && $0.form == .finite
    }
    guard all.count > 1, isPast(event) else { return all.last?.speaker }
    return (all.last(where: isPast) ?? all.last)?.speaker
  }

  private func isPast(_ event: SpeechEvent) -> Bool {
    passage.words[event.verb].features.contains(.past)
  }

  /// True where nothing that was said follows the verb: a comma, a dash or the sentence's end does, days and adverbs aside.
  private func closes(_ event: SpeechEvent, _ sentence: Range<Int>) -> Bool {
    var at = event.group.upperBound
    while at < sentence.upperBound, isAside(at) { at += 1 }
    return at >= sentence.upperBound || passage.isComma(at) || isDash(at)
      || passage.isSentenceEnd(at)
  }

  func isDash(_ index: Int) -> Bool { passage.isDash(index) }

  func isPlural(_ event: SpeechEvent) -> Bool? {
    let last = passage.words[event.group.upperBound - 1]
    let word = last.upos == .verb || last.upos == .aux ? last : passage.words[event.verb]
    if word.features.contains(.plural) { return true }
    if word.features.contains(.singular) { return false }
    return nil
  }

  /// Who the main verb of a sentence is about: what stands before its first finite verb.
  func sentenceSubject(_ sentence: Range<Int>, before limit: Int) -> Speaker? {
    let limit = min(limit, sentence.lowerBound + Self.reach)
    if isDateline(sentence) { return nil }
    for index in sentence.lowerBound..<limit {
      guard index > sentence.lowerBound, passage.words[index].quote < 0,
        passage.isFiniteVerb(index)
      else { continue }
      var before = index - 1
      while before > sentence.lowerBound,
        passage.isAdverbial(before) || passage.words[before].isDate
          || PlainWords.clitics.contains(passage.words[before].key)
            && passage.language(at: before) == .spanish
      {
        before -= 1
      }
      if passage.isComma(before), before > sentence.lowerBound {
        return openingGroup(sentence.lowerBound, before: before)
          ?? firstSpeaker(in: sentence.lowerBound..<before)
      }
      if passage.isRelative(before) || isInRelative(before, sentence.lowerBound) { continue }
      if let found = phrases.speaker(endingAt: before, from: sentence.lowerBound),
        !found.entities.isEmpty || found.kind != nil, !isPrepositional(found, sentence.lowerBound)
      {
        return found
      }
      break
    }
    return firstSpeaker(in: sentence.lowerBound..<min(limit, sentence.upperBound))
  }

  /// "Kiev.": the place where the article was written, and a mark.
  private func isDateline(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, passage.words[first].mention >= 0 else { return false }
    let mention = passage.words[first].mention
    return passage.mentionWords[mention].upperBound == sentence.upperBound - 1
      && passage.isSentenceEnd(sentence.upperBound - 1)
      && passage.analysis.mentions[mention].entities.allSatisfy {
        passage.analysis.entities[$0].kind == .government
      }
  }

  /// "Franco, con quien Albares había hablado, fue más benévolo": true for words between a relative behind a preposition and its verb.
  private func isInRelative(_ index: Int, _ lower: Int) -> Bool {
    var at = index
    while at > lower + 1, index - at < 8, !passage.isPunctuation(at), passage.words[at].quote < 0 {
      if ["quien", "quienes", "whom", "which", "cual", "cuales"].contains(passage.words[at].key)
        || ["que", "where", "donde"].contains(passage.words[at].key) && passage.isComma(at - 1)
      {
        return true
      }
      at -= 1
    }
    return false
  }

  /// "Petrona Tomas, 29, was waiting", "Ana Luz, de 34 años, …": a person by the age behind a name that nobody knows.
  func agedName(in sentence: Range<Int>) -> Speaker? {
    for comma in sentence.dropFirst(2)
    where passage.isComma(comma) && passage.words[comma].quote < 0 {
      var at = comma + 1
      let isYears = at < sentence.upperBound && passage.words[at].key == "de"
      if isYears { at += 1 }
      guard at + 1 < sentence.upperBound, let age = Int(passage.words[at].key),
        (5...110).contains(age), passage.words[at + 1].key == (isYears ? "años" : ",")
      else { continue }
      var first = comma
      while first > sentence.lowerBound, passage.words[first - 1].isCapitalized,
        passage.words[first - 1].upos == .propn, passage.words[first - 1].quote < 0
      {
        first -= 1
      }
      guard (2...4).contains(comma - first),
        (first..<comma).allSatisfy({ passage.words[$0].mention < 0 })
      else { return nil }
      let words = first..<comma
      return Speaker(entities: [], phrase: phrases.phrase(words), kind: .person, words: words)
    }
    return nil
  }

  /// "Fue recibido con abucheos.": a Spanish sentence that begins with its verb, so that it goes on about whom the one before
  /// is about.
  func leavesSubjectOut(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, passage.language(at: first) == .spanish,
      passage.words[first].quote < 0
    else { return false }
    var at = first
    while at < sentence.upperBound, at - first < 3,
      PlainWords.clitics.contains(passage.words[at].key) || passage.words[at].key == "no"
        || passage.isAdverbial(at)
    {
      at += 1
    }
    guard at + 1 < sentence.upperBound, passage.isFiniteVerb(at), passage.words[at].mention < 0
    else { return false }
    // "Viajó también la ministra": a subject behind the verb.
    return phrases.speaker(startingAt: at + 1, before: sentence.upperBound)
      .map { $0.entities.isEmpty && $0.kind == nil } ?? true
  }

  /// The first mention in a range that no preposition governs.
  func firstSpeaker(in range: Range<Int>) -> Speaker? {
    var at = range.lowerBound
    while at < range.upperBound {
      let mention = passage.words[at].mention
      guard mention >= 0 else {
        at += 1
        continue
      }
      let words = passage.mentionWords[mention]
      var before = words.lowerBound - 1
      if before >= range.lowerBound, passage.isArticle(before) {
        before -= 1
      }
      // "Antes de asumir la presidencia, Soto viajó": what an infinitive takes is no subject.
      let governed =
        before >= range.lowerBound
        && (passage.isPreposition(before)
          || before > range.lowerBound && passage.isPreposition(before - 1)
            && passage.words[before].features.contains(.infinitive))
      if !governed, passage.words[at].quote < 0, let found = phrases.speaker(of: mention) {
        return found
      }
      at = max(at + 1, words.upperBound)
    }
    return nil
  }

  /// Who a gerund or an infinitive of purpose belongs to: the speaker of the verb that it goes with.
  func governing(
    _ event: SpeechEvent, _ sentence: Range<Int>, _ previous: [SpeechEvent]
  ) -> Speaker? {
    var before = event.group.lowerBound - 1
    while before > sentence.lowerBound, isAside(before), passage.words[before].mention < 0 {
      before -= 1
    }
    // "While saying so, the minister …" opens the sentence like "Saying so, the minister …".
    if before == sentence.lowerBound, passage.isConjunction(before) { before -= 1 }
    if before > sentence.lowerBound, passage.words[before].key == "as" {
      return quoted(before: before, sentence)
    }
    if before >= sentence.lowerBound {
      if event.form == .gerund, !event.isTemporal, !passage.isPunctuation(before),
        !passage.isPreposition(before),
        !passage.isConjunction(before),
        let owner = phrases.speaker(endingAt: before, from: sentence.lowerBound),
        !owner.entities.isEmpty || owner.kind != nil,
        !isPrepositional(owner, sentence.lowerBound) || isAbsolute(owner)
      {
        return owner
      }
      if event.form == .gerund, !event.isTemporal,
        passage.words[before].upos == .noun || passage.words[before].upos == .propn
      {
        if let text = text(endingAt: before, sentence) {
          if PlainWords.possessives.contains(passage.words[text.lowerBound].key),
            let owner = lastPerson(before: text.lowerBound, from: sentence.lowerBound)
          {
            return owner
          }
        } else if phrases.speaker(endingAt: before, from: sentence.lowerBound).map({
          !isPrepositional($0, sentence.lowerBound)
        }) ?? true {
          return nil
        }
      }
      if let shared = previous.suffix(Self.window).last(where: {
        sentence.contains($0.verb) && $0.speaker != nil
      }) {
        return shared.speaker
      }
      if let subject = sentenceSubject(sentence, before: event.group.lowerBound) { return subject }
    }
    // "Accusing Syria of …, Kerry said": the subject follows the comma.
    var at = event.group.upperBound
    let end = min(sentence.upperBound, at + Self.reach)
    while at < end {
      if passage.isComma(at), passage.words[at].quote < 0, at + 1 < sentence.upperBound,
        let found = phrases.speaker(startingAt: at + 1, before: sentence.upperBound),
        isBeforeVerb(found.words.upperBound, sentence.upperBound),
        !found.entities.isEmpty || found.kind != nil
      {
        return found
      }
      at += 1
    }
    return nil
  }

  /// "'…,' the agency quoted the minister as saying": he who is quoted speaks, not who quotes.
  func quotedAsSaying(_ event: SpeechEvent, _ sentence: Range<Int>) -> SpeechEvent? {
    guard lexicon.verbs[event.lexeme].lemma == "quote" else { return nil }
    let end = min(sentence.upperBound - 1, event.verb + 14)
    guard event.verb < end,
      let marker = (event.verb..<end).first(where: {
        passage.words[$0].key == "as" && passage.words[$0 + 1].key == "saying"
      })
    else { return nil }
    var result = event
    result.isPassive = false
    result.form = .finite
    result.speaker = quoted(before: marker, sentence)
    var start = event.group.lowerBound
    if let words = result.speaker?.words, words.upperBound <= start { start = words.lowerBound }
    if result.speaker.map({ $0.words.lowerBound > event.verb }) ?? false,
      let quoting = phrases.speaker(endingAt: event.group.lowerBound - 1, from: sentence.lowerBound)
    {
      start = quoting.words.lowerBound
    }
    if start > sentence.lowerBound, passage.isArticle(start - 1) {
      start -= 1
    }
    result.span = start..<marker + 2
    return result
  }

  /// "Rezai was quoted by the agency as saying", "the agency quoted Rezai as saying": Rezai.
  private func quoted(before marker: Int, _ sentence: Range<Int>) -> Speaker? {
    guard
      let verb = (sentence.lowerBound..<marker).last(where: {
        ["quoted", "cited", "quotes", "quoting", "citing"].contains(passage.words[$0].key)
      }), verb > sentence.lowerBound
    else { return nil }
    if PlainWords.be.contains(passage.words[verb - 1].key) {
      if verb - 2 > sentence.lowerBound, passage.isComma(verb - 2) {
        return sentenceSubject(sentence, before: verb)
      }
      return phrases.speaker(endingAt: verb - 2, from: sentence.lowerBound)
    }
    return phrases.speaker(startingAt: verb + 1, before: marker)
  }

  /// "With Obama saying", "a statement from Vienna reaffirming": what stands behind these speaks though a preposition governs it.
  private func isAbsolute(_ owner: Speaker) -> Bool {
    var before = owner.words.lowerBound - 1
    while before > 0,
      passage.isArticle(before)
        || ["both", "all", "ambos", "ambas"].contains(passage.words[before].key)
    {
      before -= 1
    }
    if before > 0, passage.language(at: before) == .spanish, passage.words[before].key == "con",
      passage.words[before - 1].sentence == passage.words[before].sentence
    {
      // "viajó con la ministra acusando a todos": who travels accuses.
      return passage.isComma(before - 1)
    }
    return before < 0 || !["to", "a", "al"].contains(passage.words[before].key)
  }

  /// True if a finite verb follows, days and adverbs aside.
  func isBeforeVerb(_ index: Int, _ limit: Int) -> Bool {
    var at = index
    while at < limit, isAside(at) { at += 1 }
    return at < limit && passage.isFiniteVerb(at)
  }

  /// The person mentioned last before a word of the same sentence.
  func lastPerson(before index: Int, from lower: Int) -> Speaker? {
    var at = index - 1
    while at >= lower {
      let mention = passage.words[at].mention
      if mention >= 0, let found = phrases.speaker(of: mention), found.kind == .person {
        return found
      }
      at -= 1
    }
    return nil
  }

  /// "rejected by Israel": who is behind "by".
  func agent(of event: SpeechEvent, before limit: Int) -> SpeechEvent {
    var result = event
    let at = event.group.upperBound
    guard at + 1 < limit, ["by", "por"].contains(passage.words[at].key),
      let found = phrases.speaker(startingAt: at + 1, before: limit), !found.entities.isEmpty
    else { return result }
    result.speaker = found
    result.span = event.group.lowerBound..<found.words.upperBound
    return result
  }
}

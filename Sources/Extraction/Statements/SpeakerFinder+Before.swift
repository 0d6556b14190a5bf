import Language

/// Subjects before the verb, also across what stands in commas or in a relative clause.
extension SpeakerFinder {
  func left(
    of index: Int, from lower: Int, _ event: SpeechEvent, _ context: SpeakerContext
  ) -> Speaker? {
    let last = context.last
    let word = passage.words[index]
    if word.quote >= 0 { return phrases.quotedName(endingAt: index, from: lower) }
    // The author's own voice is no reported speech.
    if ["i", "we"].contains(word.key) { return nil }
    if PlainWords.pronouns.contains(word.key) {
      return pronoun(index, context) ?? sender(index, lower)
    }
    if let pair = pair(index, lower) ?? theseCountries(index, lower) { return pair }
    if ["último", "última", "latter"].contains(word.key), index > lower,
      ["este", "esta", "éste", "ésta", "the"].contains(passage.words[index - 1].key),
      let found = lastNamed(before: index - 1, lower)
    {
      return found
    }
    if ["este", "esta", "éste", "ésta"].contains(word.key), index == lower {
      return latter(index)
    }
    if ["them", "whom", "ellos", "ellas"].contains(word.key), index >= lower + 2 {
      return oneOfThem(index, lower, context)
    }
    if passage.isRelative(index), word.key != "que" || precededByComma(index, lower) {
      var before = index - 1
      if before >= lower, passage.isPreposition(before) {
        return clauseSubject(before: before, lower)
      }
      if before >= lower, passage.isComma(before) { before -= 1 }
      if before >= lower, passage.words[before].key == ")", passage.words[before].mention < 0,
        let open = opening(of: before, lower)
      {
        before = open - 1
      }
      guard before >= lower else { return nil }
      if ["donde", "where"].contains(word.key) {
        // "habló en el debate, donde denunció": the subject of the sentence.
        return sentenceSubject(lower..<index, before: index)
      }
      let whole = subject(endingAt: before, from: lower, event, last, nearest: true)
      if let whole, !whole.entities.isEmpty || whole.kind != nil { return whole }
      return behindLastLink(endingAt: before, from: lower) ?? whole
    }
    if word.key == "que" || word.key == "that" {
      // "students who said", "estudiantes que dijeron": the antecedent, if it is someone who speaks.
      guard index > lower, word.key == "que", isNominal(index - 1),
        let found = phrases.speaker(endingAt: index - 1, from: lower), found.kind != nil
      else { return nil }
      return found
    }
    if let relative = relativeBefore(index, lower) {
      return left(of: relative, from: lower, event, context)
    }
    if passage.isComma(index) { return acrossComma(index, from: lower, event, last) }
    if word.key == ")", word.mention < 0, let open = opening(of: index, lower) {
      return subject(endingAt: open - 1, from: lower, event, last)
    }
    if passage.isConjunction(index) || passage.isPunctuation(index) && word.mention < 0 {
      return nil
    }
    if let owner = restricted(endingAt: index, lower) { return owner }
    let nearest = subject(endingAt: index, from: lower, event, last)
    if let nearest, isPrepositional(nearest, lower) {
      return headNoun(before: nearest, from: lower) ?? nearest
    }
    return nearest
  }

  /// "por orden de las autoridades, que alegan": the noun phrase behind the last preposition, where the whole cannot speak.
  private func behindLastLink(endingAt index: Int, from lower: Int) -> Speaker? {
    var at = index
    while at > lower, index - at < 8, isNominal(at) || passage.words[at].upos == .det { at -= 1 }
    guard at < index, passage.isPreposition(at),
      let found = phrases.speaker(startingAt: at + 1, before: index + 1), found.kind != nil
    else { return nil }
    return found
  }

  /// "researchers mostly from a university in Ohio reported", "los médicos que lo tratan tras un accidente dijeron": the noun of a
  /// speaker that begins the phrase whose end a preposition governs.
  private func headNoun(before nearest: Speaker, from lower: Int) -> Speaker? {
    var start = nearest.words.lowerBound
    var verbs = 0
    var relatives = 0
    while start > lower, nearest.words.lowerBound - start < 24 {
      let word = passage.words[start - 1]
      if word.quote >= 0 || passage.isPunctuation(start - 1) && word.upos != .part
        || passage.isConjunction(start - 1) && word.mention < 0
      {
        break
      }
      if ["who", "that", "que", "quienes"].contains(word.key) { relatives += 1 }
      if passage.isFiniteVerb(start - 1), word.mention < 0 { verbs += 1 }
      start -= 1
    }
    if verbs == 0, start == lower, let own = nameBeforeOccasion(nearest, lower) { return own }
    guard verbs <= relatives, start < nearest.words.lowerBound,
      let found = phrases.speaker(startingAt: start, before: nearest.words.lowerBound),
      found.kind == .person || found.kind == .organization,
      let head = phrases.head(of: found.words), passage.words[head].mention < 0,
      lexicon.speakers[passage.language(at: head)]?[passage.words[head].key] != nil,
      !passage.isPreposition(found.words.lowerBound)
    else { return nil }
    return found
  }

  /// Where the bracket opens that ends at a word: "the Democratic Forces (SDF) said".
  private func opening(of close: Int, _ lower: Int) -> Int? {
    var at = close - 1
    while at > lower, close - at < 8 {
      if passage.words[at].key == "(" { return at }
      if passage.words[at].quote >= 0 { return nil }
      at -= 1
    }
    return nil
  }

  /// "A diplomat who asked not to be named said": whom a relative clause without commas belongs to, of which the words before
  /// the verb of saying are the end.
  private func restricted(endingAt index: Int, _ lower: Int) -> Speaker? {
    var at = index
    var verbs = 0
    while at > lower, index - at < 16 {
      let word = passage.words[at]
      if word.quote >= 0 || passage.isPunctuation(at) { return nil }
      if ["who", "that", "que", "quien", "quienes"].contains(word.key) {
        guard verbs == 1, isNominal(at - 1), passage.words[at - 1].quote < 0,
          let found = phrases.speaker(endingAt: at - 1, from: lower),
          found.kind == .person || found.kind == .government && word.key == "que"
        else { return nil }
        return found
      }
      if passage.isFiniteVerb(at), word.mention < 0 { verbs += 1 }
      if verbs > 1 { return nil }
      at -= 1
    }
    return nil
  }

  func isNominal(_ index: Int) -> Bool {
    [.noun, .adj, .propn].contains(passage.words[index].upos)
  }

  /// "quien en la madrugada del sábado informó": the relative pronoun before phrases without a verb.
  func relativeBefore(_ index: Int, _ lower: Int) -> Int? {
    var at = index
    while at >= lower, index - at < 10 {
      let key = passage.words[at].key
      if ["who", "quien", "quienes"].contains(key) { return at }
      if passage.isPunctuation(at) || passage.isFiniteVerb(at) || passage.words[at].quote >= 0 {
        return nil
      }
      at -= 1
    }
    return nil
  }

  func precededByComma(_ index: Int, _ lower: Int) -> Bool {
    index > lower && (passage.isComma(index - 1) || passage.words[index - 1].mention >= 0)
  }

  func subject(
    endingAt index: Int, from lower: Int, _ event: SpeechEvent, _ last: Speaker?,
    nearest: Bool = false
  ) -> Speaker? {
    guard let found = phrases.speaker(endingAt: index, from: lower, nearest: nearest) else {
      return nil
    }
    if found.entities.isEmpty {
      if let issuer = issuer(of: found, last) { return issuer }
      if found.kind == nil, !isPersonal(found, lexicon.verbs[event.lexeme]) { return nil }
    }
    return found
  }

  /// An unknown subject may speak if it is a proper name, or with a verb that only speakers have.
  func isPersonal(_ speaker: Speaker, _ verb: SpeechVerb) -> Bool {
    guard let head = phrases.head(of: speaker.words) else { return false }
    let word = passage.words[head]
    if word.isDate || lexicon.documents[verb.language]?[word.key] != nil { return false }
    if word.upos == .propn { return true }
    if PlainWords.timeUnits.contains(word.key) { return false }
    if isHappening(head) { return false }
    if word.isCapitalized, head > passage.sentence(word.sentence).lowerBound { return true }
    return !verb.frames.isDisjoint(with: [.strong, .anySubject]) && word.upos == .noun
      && (passage.words[speaker.words.lowerBound].upos == .det
        || word.features.contains(.plural))
  }

  /// "The brief encounter underscored the chill", "la visita confirmó el acercamiento": what happens says nothing. Nouns that also mean
  /// a body ("la delegación") are in the lexicon.
  func isHappening(_ head: Int) -> Bool {
    let key = passage.words[head].key
    if lexicon.speakers[passage.language(at: head)]?[key] != nil { return false }
    if lexicon.happenings[passage.language(at: head)]?.contains(key) == true { return true }
    let endings =
      passage.language(at: head) == .english
      ? ["tion", "ment", "ness", "sion"] : ["ción", "sión", "miento", "mientos", "ciones", "anza"]
    return endings.contains { key.hasSuffix($0) } && !passage.words[head].isCapitalized
  }

  /// The subject in front of what stands in commas: "Capriles, who leads the push, said".
  func acrossComma(
    _ comma: Int, from lower: Int, _ event: SpeechEvent, _ last: Speaker?
  ) -> Speaker? {
    var close = comma
    var tries = 0
    // A name in commas just before the verb is the subject itself: "the undersecretary, Rander Peña, said".
    if comma > lower, let own = namedApposition(endingAt: comma - 1, from: lower) { return own }
    if let own = plainApposition(before: comma, from: lower) { return own }
    while tries < 4 {
      var open = close - 1
      while open > lower, close - open < 45, !passage.isComma(open) {
        if passage.words[open].quote >= 0 { return nil }
        open -= 1
      }
      guard open > lower, passage.isComma(open), close - open > 1 else { return nil }
      let first = open + 1
      let interrupts =
        passage.isRelative(first) || passage.isPreposition(first)
        || passage.isArticle(first)
        || passage.words[first].mention >= 0 || passage.words[first].isDate
        || [.noun, .adj, .propn, .num, .det, .adv].contains(passage.words[first].upos)
        || passage.words[first].features.contains(.participle)
        || passage.words[first].features.contains(.gerund)
      if interrupts, let found = subject(endingAt: open - 1, from: lower, event, last),
        !isPrepositional(found, lower), !followsRelative(found, lower)
      {
        return found
      }
      close = open
      tries += 1
    }
    return nil
  }

  /// "A town where Kenya, Somalia and Ethiopia meet": what stands right behind a relative word belongs to its clause.
  private func followsRelative(_ speaker: Speaker, _ lower: Int) -> Bool {
    var before = speaker.words.lowerBound - 1
    if before > lower, passage.isArticle(before) { before -= 1 }
    return before >= lower && passage.isRelative(before)
  }

  /// "El canciller de Norlandia, Elías Roa, denunció …": office and name open the sentence, so that nobody behind the verb
  /// can be its subject.
  func apposed(_ comma: Int, _ lower: Int) -> Speaker? {
    if comma > lower, passage.isComma(comma), let own = named(before: comma, lower) { return own }
    guard comma > lower, passage.isComma(comma),
      let own = namedApposition(endingAt: comma - 1, from: lower)
    else { return nil }
    if own.words.lowerBound - lower <= 1 { return own }
    let open = own.words.lowerBound - 1
    guard open > lower, passage.isComma(open),
      let office = phrases.speaker(endingAt: open - 1, from: lower), office.kind == .person,
      office.words.lowerBound - lower <= 1
    else { return nil }
    return own
  }

  /// "Anna Berg, the chief secretary, said the ambassador, Jon Lund, …": a name opens the sentence, its office stands in commas.
  private func named(before comma: Int, _ lower: Int) -> Speaker? {
    let mention = passage.words[lower].mention
    guard mention >= 0, passage.words[lower].quote < 0,
      passage.analysis.mentions[mention].form == .name,
      passage.mentionWords[mention].lowerBound == lower,
      let own = phrases.speaker(of: mention), own.kind == .person, own.entities.count == 1
    else { return nil }
    let open = own.words.upperBound
    guard open < comma, comma - open < 16, passage.isComma(open),
      !(open + 1..<comma).contains(where: {
        passage.isPunctuation($0) && !passage.isDash($0) || passage.isFiniteVerb($0)
          || passage.words[$0].quote >= 0
      })
    else { return nil }
    return own
  }

  func namedApposition(endingAt index: Int, from lower: Int) -> Speaker? {
    let mention = passage.words[index].mention
    guard mention >= 0, passage.mentionWords[mention].upperBound == index + 1,
      passage.analysis.mentions[mention].form == .name,
      let found = phrases.speaker(of: mention), found.kind == .person
    else { return nil }
    if found.words.contains(where: { passage.isComma($0) }) { return found }
    // "el líder de la oposición, el socialista Juan Díaz": what describes him stands between.
    let comma = (max(lower, found.words.lowerBound - 6)..<found.words.lowerBound).last {
      passage.isComma($0)
    }
    guard let comma,
      comma == found.words.lowerBound - 1
        || phrases.describedName(startingAt: comma + 1, before: index + 1) != nil
    else { return nil }
    var whole = found
    if let office = phrases.speaker(endingAt: comma - 1, from: lower),
      office.kind == .person, office.isDescribed
    {
      whole.words = office.words.lowerBound..<found.words.upperBound
    }
    return whole
  }

  /// The same with a name that is no mention: "the president of the regional government, Artur Mas, said".
  func plainApposition(before comma: Int, from lower: Int) -> Speaker? {
    var open = comma - 1
    while open > lower, comma - open < 6, !passage.isComma(open) { open -= 1 }
    guard open > lower, passage.isComma(open),
      let name = phrases.plainName(from: open + 1, before: comma + 1), name.upperBound == comma,
      let office = phrases.speaker(endingAt: open - 1, from: lower), office.kind == .person,
      office.isDescribed
    else { return nil }
    return Speaker(
      entities: [], phrase: phrases.phrase(name), kind: .person,
      words: office.words.lowerBound..<comma)
  }

  func isPrepositional(_ speaker: Speaker, _ lower: Int) -> Bool {
    var before = speaker.words.lowerBound - 1
    while before > lower,
      passage.isArticle(before)
        || ["both", "all", "ambos", "ambas"].contains(passage.words[before].key)
    {
      before -= 1
    }
    // "más de cien vecinos"
    if before > lower, passage.words[before].key == "de",
      ["más", "menos", "cerca", "alrededor"].contains(passage.words[before - 1].key)
    {
      return false
    }
    return before >= lower && passage.isPreposition(before)
  }
}

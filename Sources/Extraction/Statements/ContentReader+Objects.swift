import Language

/// Which noun phrases behind a verb tell what was said, and which only look so.
extension ContentReader {
  /// ", admiten allegados a Massa,": verb and subject between commas report what is around them.
  /// The comma behind, if so.
  func parenthesisEnd(_ at: Int, _ limit: Int, _ event: SpeechEvent) -> Int? {
    let before = event.group.lowerBound - 1
    guard event.isInverted, ["a", "al"].contains(passage.words[at].key), before >= 0,
      passage.isComma(before), passage.words[before].quote < 0
    else { return nil }
    let end = (at..<min(limit, at + 8)).first {
      passage.isComma($0) || passage.isFiniteVerb($0) || passage.words[$0].quote >= 0
    }
    return end.flatMap { passage.isComma($0) ? $0 : nil }
  }

  /// "denied him entry", "negarle el permiso": an act, not what was said.
  func isRefusedRight(_ at: Int, _ limit: Int, _ verb: SpeechVerb) -> Bool {
    if ["declare", "declarar", "proclaim", "proclamar"].contains(verb.lemma) {
      return isDecreed(at, limit)
    }
    if verb.required == "su", at < limit, isAddress(at + 1) { return true }
    // "revealed details": a leak.
    if verb.never.map({ isListed($0, at, limit) }) ?? false { return true }
    if verb.lemma == "hail", passage.words[at].key == "from" { return true }
    if verb.lemma == "welcome" { return isGuest(at, limit) }
    if ["cite", "citar"].contains(verb.lemma), at < limit {
      // "reported, citing the ministry": a source.
      let found = NounPhrases(passage: passage, lexicon: lexicon)
        .speaker(startingAt: at, before: limit)
      return found.map { !$0.entities.isEmpty || $0.kind != nil } ?? false
    }
    if verb.lemma == "llamar" {
      // "llamó a consultas a su embajador": an act.
      return ["consultas", "filas", "juicio", "capítulo"].contains(passage.words[at].key)
    }
    if ["require", "exigir"].contains(verb.lemma) {
      // "exige visa a los turistas": a rule, not a demand.
      return ["visa", "visas", "visado", "visados", "pasaporte"].contains(passage.words[at].key)
    }
    guard ["deny", "negar", "denegar"].contains(verb.lemma) else { return false }
    for index in at..<min(limit, at + 4) {
      if PlainWords.refusable.contains(passage.words[index].key) { return true }
      if passage.isPreposition(index) || passage.isComma(index) { return false }
    }
    return false
  }

  /// "declared a national emergency", "declaró el estado de excepción": an act.
  private func isDecreed(_ at: Int, _ limit: Int) -> Bool {
    let nouns = lexicon.decreed[passage.language(at: at)] ?? []
    for index in at..<min(limit, at + 14) {
      if nouns.contains(passage.words[index].key) { return true }
      if passage.isSentenceEnd(index) || passage.isFiniteVerb(index) { return false }
    }
    return false
  }

  /// "ofreció su famoso discurso": a speech was given.
  private func isAddress(_ first: Int) -> Bool {
    (first..<min(first + 3, passage.words.count)).contains {
      ["discurso", "conferencia", "alocución", "mensaje", "concierto", "testimonio", "rueda"]
        .contains(passage.words[$0].key)
    }
  }

  /// "la defendió su canciller": the object stands before the verb, so that none follows.
  func takesClitic(_ event: SpeechEvent) -> Bool {
    guard passage.language(at: event.verb) == .spanish else { return false }
    let lower = max(0, event.group.lowerBound - 1)
    return (lower..<event.verb).contains {
      ["lo", "la", "los", "las"].contains(passage.words[$0].key)
    }
  }

  /// "la reunión que anunció el ministro", "un recuento que la ONU considera fiable": what was announced stands before "que".
  /// What is judged so in more than a word is told as somebody's view ("que Riad considera contraria al tratado").
  func isRelativeObject(_ event: SpeechEvent, _ at: Int, _ limit: Int) -> Bool {
    let before = event.group.lowerBound - 1
    if event.isInverted { return before > 0 && passage.words[before].key == "que" }
    let that = event.span.lowerBound - 1
    guard that > 0, event.span.lowerBound < event.group.lowerBound, passage.words[that].key == "que"
    else { return false }
    let antecedent = passage.words[that - 1]
    guard
      [.noun, .adj, .propn].contains(antecedent.upos) && antecedent.quote < 0
        || passage.isComma(that - 1)
    else { return false }
    return at + 1 >= limit || passage.isPunctuation(at + 1)
  }

  /// "disclosed this in Abuja", "anunció esto en Lima": a word that only points to what the article tells elsewhere.
  func isBareDemonstrative(_ at: Int, _ limit: Int) -> Bool {
    guard ["this", "it", "so", "that", "esto", "eso", "ello"].contains(passage.words[at].key)
    else { return false }
    return at + 1 >= limit || passage.isPunctuation(at + 1) && passage.words[at + 1].quote < 0
      || passage.words[at + 1].isDate
      || [
        "in", "on", "at", "during", "while", "when", "after", "before", "en", "durante", "mientras",
        "tras",
      ]
      .contains(passage.words[at + 1].key)
  }

  /// "dismissed the report as gossip", "dismissed suggestions that he would resign": what is dismissed and why.
  func isJudged(_ at: Int, _ limit: Int, _ verb: SpeechVerb) -> Bool {
    for index in at + 1..<max(at + 1, min(limit, at + 20)) {
      let word = passage.words[index]
      if verb.lemma == "cifrar", word.key == "en" {
        return (index + 1..<min(limit, index + 4)).contains { passage.words[$0].upos == .num }
      }
      if verb.lemma == "find", word.key == "to", index + 1 < limit,
        passage.words[index + 1].key == "be"
      {
        return true
      }
      if word.quote >= 0 || ["as", "that"].contains(word.key) { return true }
      if passage.isFiniteVerb(index), word.mention < 0, word.upos == .aux { return false }
    }
    return passage.words[at].quote >= 0
  }

  /// "thanked them for sharing their concerns": why something else was done.
  func isReason(_ event: SpeechEvent) -> Bool {
    event.group.lowerBound > 0 && passage.words[event.group.lowerBound - 1].key == "for"
  }

  /// "a safe and welcoming career path": a participle before the noun that it describes.
  func isAttributive(_ event: SpeechEvent, _ at: Int) -> Bool {
    guard event.form == .gerund, event.group.count == 1, at == event.group.upperBound,
      passage.language(at: at) == .english, passage.words[at].upos == .noun,
      passage.words[at].mention < 0, event.verb > 1
    else { return false }
    let before = passage.words[event.verb - 1]
    if ["and", "or"].contains(before.key) { return passage.words[event.verb - 2].upos == .adj }
    return before.upos == .adj
      || before.upos == .verb && !before.features.contains(.participle)
  }

  /// "congratulated Roa on the result", "felicitó a Roa por su triunfo": what somebody is congratulated on.
  func isReasoned(_ at: Int, _ limit: Int) -> Bool {
    for index in at + 1..<max(at + 1, min(limit, at + 20)) {
      let word = passage.words[index]
      if word.quote < 0, ["on", "upon", "for", "por"].contains(word.key), index + 1 < limit {
        return !passage.words[index + 1].isDate
      }
      if passage.isFiniteVerb(index), word.mention < 0, !passage.isRelative(index - 1) {
        return false
      }
    }
    return false
  }

  /// True if a noun of a list heads the phrase at a word: before a verb, a mark or a preposition.
  func isListed(_ list: String, _ at: Int, _ limit: Int) -> Bool {
    guard at < limit, let nouns = lexicon.nounLists[passage.language(at: at)]?[list] else {
      return false
    }
    for index in at..<min(limit, at + 6) {
      let word = passage.words[index]
      if nouns.contains(word.key), word.quote < 0 { return true }
      if passage.isPunctuation(index) && !passage.isPossessiveMark(index) || word.quote >= 0
        || passage.isPreposition(index) || passage.isRelative(index)
        || passage.isFiniteVerb(index)
      {
        return false
      }
    }
    return false
  }

  /// "a sus seguidores a marchar", "a la fiscalía investigar": an infinitive behind the noun phrase of who is called upon.
  func holdsInfinitive(_ at: Int, _ limit: Int) -> Bool {
    for index in at + 1..<max(at + 1, min(limit, at + 14)) {
      let word = passage.words[index]
      if word.quote >= 0 || passage.isPunctuation(index) || passage.isRelative(index)
        || passage.isFiniteVerb(index) && word.mention < 0
      {
        return false
      }
      if word.features.contains(.infinitive), word.mention < 0 {
        return !passage.isPreposition(index - 1) || passage.words[index - 1].key == "a"
      }
    }
    return false
  }

  /// "welcomed the Angolan president to the White House": a person who is received, not what was said.
  func isGuest(_ at: Int, _ limit: Int) -> Bool {
    guard isPerson(at) else { return false }
    let guest = NounPhrases(passage: passage, lexicon: lexicon)
      .speaker(startingAt: at, before: limit)
    guard let end = guest?.words.upperBound, end < limit else { return guest != nil }
    return ["to", "at", "in", "back", "home", "on"].contains(passage.words[end].key)
      || passage.words[end].isDate
  }

  /// True if the phrase at a word is of a person: an entity, or a noun of people.
  func isPerson(_ at: Int) -> Bool {
    var index = at
    if ["a", "al"].contains(passage.words[index].key) { return true }
    if passage.isArticle(index) { index += 1 }
    if index < passage.words.count, passage.words[index].mention < 0 { return isOfPeople(index) }
    guard index < passage.words.count, passage.words[index].mention >= 0,
      let entity = passage.analysis.mentions[passage.words[index].mention].entities.first
    else { return false }
    return passage.analysis.entities[entity].kind == .person
  }

  /// "a Montenegrin citizen", "two suspects": the noun that heads the words.
  private func isOfPeople(_ first: Int) -> Bool {
    var at = first
    var nouns = 0
    while at < passage.words.count, at - first < 5, nouns < 2 {
      let word = passage.words[at]
      guard [.noun, .adj, .num, .propn].contains(word.upos) else { return false }
      if word.upos == .noun {
        nouns += 1
        let isLast = at + 1 >= passage.words.count || passage.words[at + 1].upos != .noun
        if isLast { return lexicon.people[passage.language(at: at)]?.contains(word.key) == true }
      }
      at += 1
    }
    return false
  }

  /// "called the strike lawful", "called it «a farce»".
  func isCalled(_ at: Int, _ limit: Int) -> Bool {
    for index in at..<min(limit, at + 10) {
      if passage.words[index].quote >= 0 { return true }
      if index > at, ["a", "an"].contains(passage.words[index].key) { return true }
      if index > at, passage.words[index].upos == .adj, passage.words[index].mention < 0,
        passage.language(at: index) == .english,
        passage.words[index - 1].upos == .noun || passage.words[index - 1].upos == .propn,
        passage.words[index - 1].key != "for"
      {
        // "called the strike lawful"
        return true
      }
      if index == at + 1, passage.words[index].upos == .adj,
        ["this", "it", "that", "them"].contains(passage.words[at].key)
      {
        return true
      }
      if passage.isComma(index) { return false }
    }
    return false
  }

  /// "celebrated the signing of the accord", not "celebrated its anniversary".
  func isPraised(_ at: Int, _ limit: Int) -> Bool {
    let nouns = lexicon.praised[passage.language(at: at)] ?? []
    for index in at..<min(limit, at + 5) {
      if nouns.contains(passage.words[index].key) { return true }
      if passage.isComma(index) || passage.isFiniteVerb(index) { return false }
    }
    return false
  }

  /// "asked the council to act".
  func isAsked(_ at: Int, _ limit: Int) -> Bool {
    for index in at + 1..<max(at + 1, min(limit, at + 30)) {
      if passage.words[index].key == "to" {
        return index + 1 < limit
          && (passage.words[index + 1].upos == .verb || passage.words[index + 1].upos == .aux
            || passage.isAdverbial(index + 1) || passage.words[index + 1].quote >= 0
            || isPlainVerb(index + 1, limit))
      }
      if passage.isFiniteVerb(index) || passage.words[index].quote >= 0 { return false }
      if passage.isComma(index), index + 1 < limit, !passage.words[index + 1].isCapitalized,
        !passage.isConjunction(index + 1)
      {
        return false
      }
    }
    return false
  }

  /// "to advance cooperation", "to back the plan": an infinitive that was taken for a noun, before what it takes.
  private func isPlainVerb(_ at: Int, _ limit: Int) -> Bool {
    guard at + 1 < limit, passage.words[at].upos == .noun, passage.words[at].mention < 0,
      !passage.words[at].isCapitalized, !passage.words[at].features.contains(.plural)
    else { return false }
    return [.det, .noun, .adj, .propn].contains(passage.words[at + 1].upos)
  }
}

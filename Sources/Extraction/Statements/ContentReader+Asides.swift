import Language

/// What stands between a verb of saying and its content and is no part of it: days, media, hearers, phrases in commas.
extension ContentReader {
  /// Behind one day, adverb, medium or hearer that stands between a verb and its content; the same position if none.
  func skipAside(_ at: Int, _ limit: Int, _ event: SpeechEvent) -> Int {
    guard at < limit else { return at }
    let word = passage.words[at]
    if word.quote >= 0 { return at }
    if word.isDate { return at + 1 }
    if passage.isAdverbial(at), word.mention < 0, !PlainWords.degrees.contains(word.key),
      !["while", "when", "no", "not"].contains(word.key), !Self.nominative.contains(word.key),
      !Self.indirectQuestions.contains(word.key)
    {
      return at + 1
    }
    if passage.isPreposition(at), at + 1 < limit, passage.words[at + 1].isDate { return at + 1 }
    if ["el", "este", "esta", "la", "this", "last", "pasado"].contains(word.key), at + 1 < limit,
      passage.words[at + 1].isDate
    {
      return at + 1
    }
    for phrase in PlainWords.fixedAsides where word.key == phrase[0] && at + phrase.count < limit {
      if phrase.indices.allSatisfy({ passage.words[at + $0].key == phrase[$0] }) {
        return at + phrase.count
      }
    }
    if let end = whenAsked(at, limit) { return end }
    if let end = manner(at, limit) ?? placeBeforeHearer(at, limit, event) { return end }
    if let end = hearerBeforeObject(at, limit, event) { return end }
    if word.key == "con", at + 1 < limit, passage.words[at + 1].mention >= 0,
      lexicon.verbs[event.lexeme].lemma == "coincidir"
    {
      // "coincidió con Lavrov en que"
      return passage.mentionWords[passage.words[at + 1].mention].upperBound
    }
    if word.key == "a", lexicon.verbs[event.lexeme].prepositions.contains("a") { return at }
    if let end = media.end(ofMediumAt: at, before: limit) { return end }
    // "said today, Tuesday, that"
    if passage.isComma(at), at + 1 < limit, passage.words[at - 1].isDate,
      ["that", "que"].contains(passage.words[at + 1].key)
    {
      return at + 1
    }
    if passage.isComma(at), at + 1 < limit,
      let end = bracketed(from: at + 1, limit, event)
    {
      return end
    }
    return hearer(at, limit, event)
  }

  /// "said when asked about the talks that", "said when pressed by reporters, “…”".
  private func whenAsked(_ at: Int, _ limit: Int) -> Int? {
    guard at + 2 < limit, passage.words[at].key == "when",
      ["asked", "pressed", "questioned", "reached"].contains(passage.words[at + 1].key)
    else { return nil }
    return (at + 2..<min(limit, at + 14)).first {
      passage.words[$0].key == "that" || passage.words[$0].key == ":" || passage.isComma($0)
        || passage.words[$0].quote >= 0
    }
  }

  /// "expresaron con nitidez su voluntad", "dijo con voz baja que": how it was said.
  private func manner(_ at: Int, _ limit: Int) -> Int? {
    guard passage.words[at].key == "con", at + 2 < limit, passage.words[at + 1].upos == .noun,
      passage.words[at + 1].mention < 0, passage.words[at + 1].quote < 0,
      lexicon.speakers[.spanish]?[passage.words[at + 1].key] == nil
    else { return nil }
    var end = at + 2
    if passage.words[end].upos == .adj, passage.words[end].mention < 0, end + 1 < limit { end += 1 }
    let key = passage.words[end].key
    return PlainWords.articles.contains(key) || PlainWords.possessives.contains(key) || key == "que"
      ? end : nil
  }

  /// "llamó en todo el país a los vecinos a quedarse": where it was said, before those who were called upon.
  private func placeBeforeHearer(_ at: Int, _ limit: Int, _ event: SpeechEvent) -> Int? {
    guard lexicon.verbs[event.lexeme].prepositions.contains("a"),
      ["en", "desde", "durante"].contains(passage.words[at].key)
    else { return nil }
    for index in at + 1..<max(at + 1, min(limit, at + 10)) {
      if index > at + 1, ["a", "al"].contains(passage.words[index].key) { return index }
      if passage.isPunctuation(index) || passage.isFiniteVerb(index)
        || passage.words[index].quote >= 0
        || index > at + 1 && passage.isPreposition(index) && passage.words[index].key != "de"
      {
        return nil
      }
    }
    return nil
  }

  /// Something between commas that is aside: ", en un comunicado,".
  func bracketed(from at: Int, _ limit: Int, _ event: SpeechEvent) -> Int? {
    if ["por", "a"].contains(passage.words[at].key), at + 3 < limit,
      ["su"].contains(passage.words[at + 1].key),
      ["parte", "vez"].contains(passage.words[at + 2].key),
      passage.isComma(at + 3)
    {
      return at + 4
    }
    if let end = media.end(ofMediumAt: at, before: limit), end < limit, passage.isComma(end) {
      return end + 1
    }
    for phrase in PlainWords.fixedAsides where passage.words[at].key == phrase[0] {
      let end = at + phrase.count
      if end < limit, passage.isComma(end),
        phrase.indices.allSatisfy({ passage.words[at + $0].key == phrase[$0] })
      {
        return end + 1
      }
    }
    // ", además," and ", by way of example,".
    guard
      passage.isAdverbial(at) || passage.isPreposition(at)
        || passage.language(at: at) == .spanish
          && passage.words[at].features.contains(.participle)
    else { return nil }
    let reach = passage.isPreposition(at) ? 16 : 7
    for index in at..<min(limit, at + reach) {
      if passage.isComma(index) { return index + 1 }
      if passage.words[index].quote >= 0 || passage.isFiniteVerb(index) { return nil }
    }
    return nil
  }

  /// True if "que" follows the noun phrase at `index` without a verb or a comma between.
  func isBeforeClause(_ index: Int, _ limit: Int) -> Bool {
    for at in index..<min(limit, index + 12) {
      if passage.words[at].key == "que" { return true }
      if passage.isComma(at), at > index,
        let close = (at + 1..<min(limit, at + 14)).first(where: {
          passage.isComma($0) || passage.isFiniteVerb($0) || passage.words[$0].quote >= 0
        }), passage.isComma(close), close + 1 < limit, passage.words[close + 1].key == "que"
      {
        // "pidió al embajador, citado al ministerio, que …"
        return true
      }
      if passage.isComma(at) || passage.isFiniteVerb(at) || passage.words[at].quote >= 0
        || ["de", "del"].contains(passage.words[at].key) && passage.words[at].mention < 0
      {
        return false
      }
    }
    return false
  }

  /// The end of the nouns from `first` where a new phrase begins behind them: "told state television the talks …".
  func nominalRun(_ first: Int, _ limit: Int) -> Int? {
    var at = first
    while at < limit, [.noun, .adj, .propn].contains(passage.words[at].upos) { at += 1 }
    guard at > first, at < limit else { return nil }
    let next = passage.words[at]
    let opens = next.upos == .det || next.upos == .pron || next.mention >= 0
    return opens ? at : nil
  }

  /// The end of the name of a newspaper or the like: a mention, or capitals with an article before them ("El País").
  private func bodyName(from start: Int, _ limit: Int) -> Int? {
    if passage.words[start].mention >= 0 {
      return passage.mentionWords[passage.words[start].mention].upperBound
    }
    var at = start
    while at < limit, passage.words[at].isCapitalized, passage.words[at].quote < 0,
      !passage.words[at].isDate
    {
      at += 1
    }
    return at > start ? at : nil
  }

  /// "reclamó a Ucrania un poco de gratitud", "pidió al consejo más tiempo": behind the hearer of what is asked for; nil where no
  /// noun phrase follows him.
  private func hearerBeforeObject(_ at: Int, _ limit: Int, _ event: SpeechEvent) -> Int? {
    let frames = lexicon.verbs[event.lexeme].frames
    guard passage.language(at: at) == .spanish, ["a", "al"].contains(passage.words[at].key),
      frames.isSuperset(of: [.object, .that]), at + 2 < limit
    else { return nil }
    var first = at + 1
    while first + 1 < limit,
      passage.words[first].start == passage.words[at].start
        || passage.isArticle(first)
    {
      first += 1
    }
    let mention = passage.words[first].mention
    guard
      mention >= 0 || passage.words[first].isCapitalized
        || lexicon.speakers[.spanish]?[passage.words[first].key] != nil
        || PlainWords.hearers.contains(passage.words[first].key)
    else { return nil }
    let end = mention >= 0 ? passage.mentionWords[mention].upperBound : first + 1
    guard end + 1 < limit, passage.words[end].quote < 0, passage.words[end].mention < 0,
      !passage.words[end].isDate, !passage.words[end + 1].isDate,
      !passage.isTimeSpan(end, limit), passage.words[end + 1].key != "vez"
    else { return nil }
    let key = passage.words[end].key
    return PlainWords.articles.contains(key) || ["más", "mayor", "mayores", "nuevas"].contains(key)
      ? end : nil
  }

  /// "told reporters Ukraine needed arms": one hearer is enough.
  private func followsHearer(_ at: Int, _ event: SpeechEvent) -> Bool {
    at > event.span.upperBound
      && !(event.span.upperBound..<at).allSatisfy {
        passage.words[$0].isDate || passage.isAdverbial($0) || passage.isPreposition($0)
          || passage.isComma($0) || passage.isArticle($0)
      }
  }

  /// Behind the hearer: "told the council", "dijo a los reporteros".
  func hearer(_ at: Int, _ limit: Int, _ event: SpeechEvent) -> Int {
    let verb = lexicon.verbs[event.lexeme]
    var first = at
    let toSomeone = ["to", "a", "al"].contains(passage.words[at].key)
    if toSomeone { first += 1 }
    guard first < limit, toSomeone || verb.frames.contains(.recipient),
      toSomeone || !followsHearer(at, event), !Self.nominative.contains(passage.words[at].key)
    else { return at }
    if toSomeone, verb.prepositions.contains(passage.words[at].key) { return at }
    if toSomeone, passage.words[at].key != "to",
      !verb.frames.isDisjoint(with: [.object, .reasonedObject]),
      !isBeforeClause(first, limit)
    {
      // "acusó a Rusia": the object itself, not a hearer.
      return at
    }
    if first < limit, passage.isArticle(first) { first += 1 }
    guard first < limit else { return at }
    var end = first
    if passage.words[first].mention >= 0 {
      end = max(first + 1, passage.mentionWords[passage.words[first].mention].upperBound)
    } else if let noun = passage.words[first].key as String?,
      lexicon.speakers[passage.language(at: first)]?[noun] != nil
        || PlainWords.hearers.contains(noun)
    {
      end = first + 1
    } else if !toSomeone, let run = nominalRun(first, limit) {
      end = run
    } else {
      return at
    }
    // "al diario El País", "told the newspaper Le Monde"
    if end < limit, passage.words[end - 1].mention < 0, passage.words[end].isCapitalized,
      passage.words[end].quote < 0,
      lexicon.bodies[passage.language(at: end - 1)]?[passage.words[end - 1].key] != nil,
      let name = bodyName(from: end, limit)
    {
      end = name
    }
    if verb.frames.contains(.askedObject), !toSomeone, end + 1 < limit,
      passage.words[end].key == "to", passage.words[end + 1].upos == .verb
    {
      // "advised citizens to leave": he who is asked belongs to what is said.
      return at
    }
    return min(end, limit)
  }
}

import Language

/// Tells where the content of a verb of saying begins and ends. Positions are words of the passage.
struct ContentReader {
  let passage: Passage
  let lexicon: SpeechLexicon
  let media: MediumReader

  static let nominative: Set<String> = ["he", "she", "they", "we", "i", "there"]

  /// What opens a reported question: "noted how the talks had gone".
  static let indirectQuestions: Set<String> = [
    "how", "whether", "why", "cómo", "cuándo", "dónde", "cuánto",
  ]

  /// What the content is introduced by.
  enum Opening { case clause, object, phrase, quote }

  struct Start {
    var at: Int
    var opening: Opening
  }

  /// Where the content behind a verb begins; nil if none follows.
  func start(of event: SpeechEvent, before limit: Int) -> Start? {
    let verb = lexicon.verbs[event.lexeme]
    let from = event.span.upperBound
    if verb.frames.contains(.asPhrase) {
      if let start = asPhrase(from, limit, event) { return start }
      if verb.only == nil { return nil }
    }
    let frames = verb.frames
    let opensInfinitive =
      frames.contains(.infinitive) && from < limit && passage.words[from].key == "to"
    if frames.contains(.that), !opensInfinitive,
      let clause = explicitClause(event, from, limit)
    {
      return Start(at: clause, opening: .clause)
    }
    if verb.frames.contains(.callAs), isNamedByWhat(event), from < limit,
      passage.words[from].quote >= 0 || passage.isArticle(from)
    {
      return Start(at: from, opening: .object)
    }
    var at = from
    while at < limit {
      let next = skipAside(at, limit, event)
      if next == at { break }
      at = next
    }
    guard at < limit else { return nil }
    let word = passage.words[at]
    if word.quote >= 0 {
      if frames.contains(.quote) { return Start(at: at, opening: .quote) }
      return frames.isDisjoint(with: [.object, .impersonalObject])
        ? nil : Start(at: at, opening: .object)
    }
    if word.key == ":" { return at + 1 < limit ? Start(at: at + 1, opening: .clause) : nil }
    if frames.contains(.that), word.key == "that" || word.key == "que" {
      if at == from, event.isInverted, followsSpeech(event) { return nil }
      return at + 1 < limit ? Start(at: at + 1, opening: .clause) : nil
    }
    if event.isInverted, followsSpeech(event), passage.isPreposition(at),
      verb.frames.contains(.quote)
    {
      return nil
    }
    if frames.contains(.quote), passage.isPreposition(at), let quote = quoteBehindColon(at, limit) {
      return Start(at: quote, opening: .quote)
    }
    // "stressed on the importance of peace"
    if word.key == "on", ["stress", "emphasize", "emphasise"].contains(verb.lemma),
      isListed("needs", at + 1, limit)
    {
      return Start(at: at + 1, opening: .object)
    }
    if verb.prepositions.contains(word.key) || word.key == "al" && verb.prepositions.contains("a")
      || word.key == "del" && verb.prepositions.contains("de")
    {
      // "instó a X a hacer" and "condenó al gobierno" keep what they name; the preposition alone is left out, and
      // with it the article that shares its letters ("al" is "a" and "el").
      if word.key == "on" || word.key == "upon", verb.lemma == "call", !isAsked(at + 1, limit) {
        // "called on the minister at his hotel": a visit.
        return nil
      }
      if word.key == "on", verb.lemma == "agree", !isListed("needs", at + 1, limit) { return nil }
      var next = at + 1
      while next < limit, passage.words[next].start == word.start { next += 1 }
      if ["convocar", "ordenar", "instruir"].contains(verb.lemma),
        !holdsInfinitive(next, limit), !(verb.only.map { isListed($0, next, limit) } ?? false)
      {
        // "convocó a una reunión", "ordenó a los suyos": acts.
        return nil
      }
      if next + 1 < limit, passage.words[next].key == "que" {
        // "se quejó de que nadie vino"
        return Start(at: next + 1, opening: .clause)
      }
      if next < limit, isRefusedRight(next, limit, verb) { return nil }
      return next < limit ? Start(at: next, opening: .phrase) : nil
    }
    if let told = behindMessage(at, limit, verb) { return Start(at: told, opening: .clause) }
    if verb.quotedPrepositions.contains(word.key)
      || word.key == "al" && verb.quotedPrepositions.contains("a")
      || word.key == "del" && verb.quotedPrepositions.contains("de")
    {
      return at + 1 < limit && hasQuote(at, limit) ? Start(at: at + 1, opening: .phrase) : nil
    }
    if frames.contains(.that), !frames.contains(.thatOnly),
      Self.indirectQuestions.contains(word.key), passage.language(at: at) == .english,
      at + 2 < limit
    {
      return Start(at: at, opening: .clause)
    }
    if frames.contains(.question), isQuestion(at), at + 2 < limit {
      return Start(at: at, opening: .clause)
    }
    if passage.isComma(at) {
      // "said, 'This …'"
      guard at + 1 < limit, passage.words[at + 1].quote >= 0, frames.contains(.quote) else {
        return nil
      }
      return Start(at: at + 1, opening: .quote)
    }
    if frames.contains(.quote), passage.isPreposition(at), let quote = quoteBehindPhrase(at, limit)
    {
      return Start(at: quote, opening: .quote)
    }
    return bare(objectBehindPhrase(at, limit, verb) ?? at, limit, event, verb)
  }

  /// "preguntó qué debía hacer", "preguntó si vendría": a word that opens an indirect question.
  private func isQuestion(_ at: Int) -> Bool {
    if passage.language(at: at) == .english {
      return ["how", "why", "what", "whether", "where"].contains(passage.words[at].key)
    }
    return [
      "qué", "si", "cómo", "cuándo", "dónde", "quién", "quiénes", "cuál", "cuáles", "cuánto", "por",
    ]
    .contains(passage.words[at].key)
      && (passage.words[at].key != "por" || passage.words[at + 1].key == "qué")
  }

  /// "Denunció ante los embajadores de la región las amenazas": the noun phrase behind the one that a preposition governs.
  private func objectBehindPhrase(_ at: Int, _ limit: Int, _ verb: SpeechVerb) -> Int? {
    guard passage.language(at: at) == .spanish, verb.frames.contains(.object),
      ["ante", "durante", "en", "desde", "tras"].contains(passage.words[at].key)
    else { return nil }
    var index = at + 2
    while index + 1 < min(limit, at + 20) {
      let word = passage.words[index]
      if word.quote >= 0 || passage.isPunctuation(index) || passage.isFiniteVerb(index)
        || passage.isRelative(index)
      {
        return nil
      }
      if word.upos == .det, PlainWords.articles.contains(word.key), word.mention < 0,
        !passage.isPreposition(index - 1), !passage.isConjunction(index - 1)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// "What he called an attempt", "lo que llamó un intento".
  private func isNamedByWhat(_ event: SpeechEvent) -> Bool {
    let before = event.span.lowerBound - 1
    guard before >= 0 else { return false }
    return passage.words[before].key == "what"
      || passage.words[before].key == "que" && before > 0 && passage.words[before - 1].key == "lo"
  }

  /// Content that nothing introduces: a clause without "that", an infinitive, a gerund, a noun phrase.
  private func bare(
    _ at: Int, _ limit: Int, _ event: SpeechEvent, _ verb: SpeechVerb
  ) -> Start? {
    let word = passage.words[at]
    let frames = verb.frames
    let isEnglish = passage.language(at: at) == .english
    if passage.isPunctuation(at), word.key != "$", word.key != "¿", word.key != "¡", word.key != "("
    {
      return nil
    }
    if isEnglish, word.key == "not", at + 1 < limit, passage.words[at + 1].key == "to" {
      return frames.contains(.infinitive) ? Start(at: at, opening: .phrase) : nil
    }
    if isEnglish, word.key == "to" {
      guard frames.contains(.infinitive), at + 1 < limit,
        ![.det, .propn, .num, .pron].contains(passage.words[at + 1].upos)
      else { return nil }
      return Start(at: at, opening: .phrase)
    }
    if word.key == "no", !isEnglish, at + 1 < limit,
      passage.words[at + 1].features.contains(.infinitive)
        || looksInfinitive(passage.words[at + 1].key, passage.words[at + 1].upos)
    {
      // "lamentó no haber sido invitado"
      return frames.contains(.infinitive) || frames.contains(.that)
        ? Start(at: at, opening: .phrase) : nil
    }
    if word.key == "not", isEnglish, at + 1 < limit,
      passage.words[at + 1].features.contains(.gerund)
    {
      return frames.contains(.gerund) || frames.contains(.object)
        ? Start(at: at, opening: .phrase) : nil
    }
    if !isEnglish, word.features.contains(.infinitive) || looksInfinitive(word.key, word.upos) {
      return frames.contains(.infinitive) || frames.contains(.that)
        ? Start(at: at, opening: .phrase) : nil
    }
    if word.features.contains(.gerund), isEnglish,
      frames.isDisjoint(with: [.object, .gerund]), frames.contains(.that),
      !frames.contains(.thatOnly), holdsClause(at + 1, limit, false)
    {
      return Start(at: at, opening: .clause)
    }
    if isEnglish, word.key == "following" { return nil }
    if word.features.contains(.gerund), isEnglish {
      return frames.contains(.gerund) || frames.contains(.object)
        ? Start(at: at, opening: .phrase) : nil
    }
    if isBareDemonstrative(at, limit) || isListed("thanks", at, limit)
      || isAttributive(event, at) || event.form == .gerund && verb.only != nil && isReason(event)
    {
      return nil
    }
    let hasObject =
      frames.contains(.object) || (frames.contains(.impersonalObject) && !isPerson(at))
      || verb.prepositions.isEmpty && (verb.only.map { isListed($0, at, limit) } ?? false)
    if isEnglish, frames.contains(.that), !frames.contains(.thatOnly), !isBareAdverbial(at),
      word.key != "as", holdsClause(at, limit, hasObject)
    {
      return Start(at: at, opening: .clause)
    }
    if ["éste", "ésta", "éstos", "éstas"].contains(word.key) { return nil }
    if hasObject, takesClitic(event) || !isEnglish && isRelativeObject(event, at, limit) {
      return nil
    }
    if hasObject,
      isRefusedRight(at, limit, verb) || parenthesisEnd(at, limit, event) != nil
    {
      return nil
    }
    if hasObject, !passage.isConjunction(at), !isBareAdverbial(at) {
      return Start(at: at, opening: .object)
    }
    // "rejected as groundless the claim that …"
    if hasObject, ["as", "por", "como"].contains(word.key), at + 2 < limit,
      passage.words[at + 1].upos == .adj, passage.words[at + 1].mention < 0
    {
      return Start(at: at, opening: .object)
    }
    if frames.contains(.judgedObject), !passage.isConjunction(at), !isBareAdverbial(at),
      isJudged(at, limit, verb)
    {
      return Start(at: at, opening: .object)
    }
    if frames.contains(.reasonedObject), !passage.isConjunction(at), !isBareAdverbial(at),
      isReasoned(at, limit)
    {
      return Start(at: at, opening: .object)
    }
    if frames.contains(.praisedObject), isPraised(at, limit) {
      return Start(at: at, opening: .object)
    }
    if frames.contains(.callAs), isCalled(at, limit) { return Start(at: at, opening: .object) }
    if frames.contains(.askedObject), isAsked(at, limit) { return Start(at: at, opening: .object) }
    if frames.contains(.quotedObject), hasQuote(at, limit) {
      return Start(at: at, opening: .object)
    }
    if isEnglish, !frames.contains(.that), frames.contains(.object) {
      return Start(at: at, opening: .object)
    }
    return nil
  }

  private func looksInfinitive(_ key: String, _ upos: UPOS) -> Bool {
    guard upos == .verb || upos == .aux || upos == .x else { return false }
    return ["ar", "er", "ir", "arse", "erse", "irse", "arle", "arlo", "erle", "irle"].contains {
      key.hasSuffix($0)
    }
  }

  private func isBareAdverbial(_ at: Int) -> Bool {
    let key = passage.words[at].key
    if Self.nominative.contains(key) || PlainWords.degrees.contains(key) { return false }
    if at + 1 < passage.words.count, isQuantity(at) { return false }
    return passage.isAdverbial(at) || passage.words[at].isDate
      || (passage.isPreposition(at) && passage.words[at].mention < 0
        && !["a", "al"].contains(passage.words[at].key))
  }

  /// "at least two", "over 300", "up to 40 people": a number, though a preposition opens it.
  private func isQuantity(_ at: Int) -> Bool {
    let next = passage.words[at + 1]
    if passage.words[at].key == "at" { return ["least", "most"].contains(next.key) }
    if passage.words[at].key == "up", next.key == "to", at + 2 < passage.words.count {
      return passage.words[at + 2].upos == .num
    }
    return ["over", "under", "between"].contains(passage.words[at].key) && next.upos == .num
  }

  /// "said the talks had failed": a finite verb before the sentence or the clause ends.
  private func holdsClause(_ at: Int, _ limit: Int, _ hasObject: Bool) -> Bool {
    if Self.nominative.contains(passage.words[at].key) { return true }
    var index = at
    var afterRelative = false
    var depth = 0
    while index < limit, index - at < 40 {
      let word = passage.words[index]
      if word.quote >= 0 {
        // "said the use of currencies «costs billions»": the verb is quoted.
        if !hasObject, index > at, !passage.isComma(index - 1) { return true }
        index += 1
        continue
      }
      if word.key == "(" { depth += 1 }
      if word.key == ")" { depth -= 1 }
      if passage.isRelative(index) || word.key == "that" { afterRelative = true }
      if passage.isFiniteVerb(index) || PlainWords.modals.contains(word.key)
        || PlainWords.be.contains(word.key)
      {
        if !hasObject { return true }
        if !afterRelative { return !isCoordinated(index, at) && !isReducedRelative(index) }
        afterRelative = false
      }
      if !hasObject, index > at, word.upos == .verb, word.features.contains(.past),
        passage.words[index - 1].mention >= 0 || passage.words[index - 1].upos == .noun
      {
        // "said Kyiv needed weapons": a past tense that was taken for a participle.
        return true
      }
      if hasObject, passage.isComma(index), depth == 0 { return false }
      index += 1
    }
    return false
  }

  private func isCoordinated(_ index: Int, _ at: Int) -> Bool {
    var before = index - 1
    while before > at, passage.isAdverbial(before) { before -= 1 }
    return before > at && (passage.isConjunction(before) || passage.isComma(before))
  }

  /// "a deal reached in Geneva" seems to have a past tense.
  private func isReducedRelative(_ index: Int) -> Bool {
    passage.words[index].features.contains(.participle) && passage.words[index].upos == .verb
  }

  /// "described the vote as a farce": with what was described, unless that stands before ("what aides described as a farce").
  private func asPhrase(_ from: Int, _ limit: Int, _ event: SpeechEvent) -> Start? {
    let verb = lexicon.verbs[event.lexeme]
    let marker = verb.asWord == "to" ? "as" : verb.asWord ?? "as"
    var at = from
    while at < limit, at - from < 16 {
      let word = passage.words[at]
      if word.key == marker, at + 1 < limit {
        let opens =
          at > from && verb.asWord != "to" && passage.words[from].quote < 0
          && !passage.isAdverbial(from) && !passage.isPreposition(from)
        return Start(at: opens ? from : at + 1, opening: .object)
      }
      if passage.isComma(at) || passage.isFiniteVerb(at) { return nil }
      at += 1
    }
    return nil
  }
}

import Language

/// Clauses that "that" or "que" introduces, also behind what stands between.
extension ContentReader {
  /// Behind "that" or "que", with hearer, day, place and medium skipped: "told state television on Monday that".
  func explicitClause(_ event: SpeechEvent, _ from: Int, _ limit: Int) -> Int? {
    let verb = lexicon.verbs[event.lexeme]
    let takesObject = !verb.frames.isDisjoint(with: [.object, .impersonalObject])
    // "declaró el lunes a la radio limeña que": phrases may stand between, a bare noun phrase may not.
    var first = from
    while first < limit {
      let next = skipAside(first, limit, event)
      if next == first { break }
      first = next
    }
    let opensPhrase =
      first < limit && passage.isPreposition(first) && passage.words[first].mention < 0
      && !verb.prepositions.contains(passage.words[first].key)
    let isLoose =
      (opensPhrase && !verb.frames.contains(.thatOnly))
      || (!takesObject && verb.frames.contains(.strong))
    var at = from
    var depth = 0
    while at < limit, at - from < (opensPhrase ? 36 : 24) {
      let word = passage.words[at]
      if word.quote >= 0 { return nil }
      if word.key == "that" || word.key == "que" {
        if at == from, event.isInverted, followsSpeech(event) { return nil }
        // "said the ministers discussed trade and that …": the clause before has no "that".
        if at > from, passage.language(at: at) == .english, passage.isConjunction(at - 1) {
          return nil
        }
        guard
          at == from || isLoose && !isTagged(event, from) || isAside(from..<at, event)
            || opensPhrase && isWithoutObject(from..<at)
        else { return nil }
        if at > from, PlainWords.prepositions.contains(passage.words[at - 1].key),
          !verb.prepositions.contains(passage.words[at - 1].key)
        {
          return nil
        }
        if at > from,
          isRelativeThat(at, from) || passage.isArticle(at - 1)
            || event.isInverted || passage.isComma(at - 1),
          !isAside(from..<at, event)
        {
          return nil
        }
        return at + 2 < limit ? at + 1 : nil
      }
      if isLoose, passage.isComma(at), let clause = behindCircumstance(at, limit) { return clause }
      if word.key == ":" || word.key == ";" || passage.isSentenceEnd(at) { return nil }
      if passage.language(at: at) == .english, at > 0, passage.isComma(at - 1), word.mention < 0,
        lexicon.forms[.english]?[word.key]?.contains(where: { $0.form == .gerund }) == true
      {
        // "said on Friday, adding that …": the clause of another verb.
        return nil
      }
      if passage.isFiniteVerb(at), word.mention < 0, depth == 0 { return nil }
      if passage.isRelative(at) { depth = 0 }
      if passage.isComma(at), at - from > 24 { return nil }
      at += 1
    }
    return nil
  }

  /// "sostuvo al margen de una cumbre que", not "sostuvo en Lima una reunión que": every article has a preposition before it.
  private func isWithoutObject(_ range: Range<Int>) -> Bool {
    passage.language(at: range.lowerBound) == .spanish
      && range.allSatisfy {
        !passage.isComma($0)
          && (passage.words[$0].upos != .det || passage.isPreposition($0 - 1)
            || passage.words[$0].start == passage.words[$0 - 1].start)
      }
  }

  /// "…, the union said, after talks that …": commas on both sides of verb and subject, so that what was said stands before.
  private func isTagged(_ event: SpeechEvent, _ from: Int) -> Bool {
    let before = event.span.lowerBound - 1
    return passage.isComma(from) && before >= 0 && passage.isComma(before)
      && passage.words[before].sentence == passage.words[event.verb].sentence
  }

  /// "…, dijo el jefe del ferrocarril que opera el tren": what was said stands before the verb, so that "que" is relative.
  func followsSpeech(_ event: SpeechEvent) -> Bool {
    let before = event.group.lowerBound - 1
    return before >= 0 && (passage.isComma(before) || passage.words[before].quote >= 0)
      && passage.words[before].sentence == passage.words[event.verb].sentence
      && event.span.lowerBound > passage.sentence(passage.words[event.verb].sentence).lowerBound + 4
  }

  /// "said in a statement that it issued": a noun with an article right before "that" that is no aside.
  private func isRelativeThat(_ at: Int, _ from: Int) -> Bool {
    guard at + 1 < passage.words.count else { return true }
    return passage.isFiniteVerb(at + 1) && passage.language(at: at) == .english
  }

  /// "les trasladó el mismo mensaje: sin pacto no habrá ayuda": behind the colon of a message that is passed on.
  func behindMessage(_ at: Int, _ limit: Int, _ verb: SpeechVerb) -> Int? {
    guard ["trasladar", "transmitir", "convey"].contains(verb.lemma),
      let colon = (at..<min(limit, at + 7)).first(where: { passage.words[$0].key == ":" }),
      colon + 2 < limit,
      (at..<colon).contains(where: { ["mensaje", "message"].contains(passage.words[$0].key) })
    else { return nil }
    return colon + 1
  }

  /// "warned in Lima on Monday, when she met Roa, that Peru risked war": behind "that", where a clause of time or place in commas stands
  /// before it.
  private func behindCircumstance(_ comma: Int, _ limit: Int) -> Int? {
    guard comma + 3 < limit,
      ["when", "where", "cuando", "donde"].contains(passage.words[comma + 1].key),
      let close = (comma + 2..<min(limit, comma + 22)).first(where: { passage.isComma($0) }),
      close + 2 < limit, ["that", "que"].contains(passage.words[close + 1].key),
      !(comma + 1..<close).contains(where: { passage.words[$0].quote >= 0 })
    else { return nil }
    return close + 2
  }

  private func isAside(_ range: Range<Int>, _ event: SpeechEvent) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let next = skipAside(at, range.upperBound, event)
      if next == at { return false }
      at = next
    }
    return true
  }
}

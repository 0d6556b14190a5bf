import Language

/// Subjects of clauses within a sentence, and of verbs behind which a house stands.
extension SpeakerFinder {
  /// "El portavoz dijo que la ministra recibió a Sosa, a quien pidió calma": the subject of the clause behind "que" whose object the
  /// relative word takes up; nil where no clause of that sort stands before it.
  func clauseSubject(before preposition: Int, _ lower: Int) -> Speaker? {
    guard ["a", "con"].contains(passage.words[preposition].key),
      let verb = (max(lower, preposition - Self.reach)..<preposition).last(where: {
        passage.isFiniteVerb($0) && passage.words[$0].mention < 0 && passage.words[$0].quote < 0
      })
    else { return nil }
    var at = verb - 1
    while at > lower,
      passage.isAdverbial(at) || PlainWords.clitics.contains(passage.words[at].key)
    {
      at -= 1
    }
    guard at > lower, let found = phrases.speaker(endingAt: at, from: lower),
      !found.entities.isEmpty || found.kind != nil
    else { return nil }
    var before = found.words.lowerBound - 1
    if before > lower, passage.isArticle(before) { before -= 1 }
    return before > lower && passage.words[before].key == "que" && passage.isFiniteVerb(before - 1)
      ? found : nil
  }

  /// "The bloc that sponsors the talks, known as IGAD, said", "El grupo armado, conocido como M-40, dijo": the name in commas right before
  /// the verb.
  func knownAs(_ comma: Int, _ lower: Int) -> Speaker? {
    guard comma > lower + 4, passage.isComma(comma), passage.words[comma - 1].quote < 0,
      let marker = (max(lower + 2, comma - 8)..<comma).last(where: {
        ["as", "como"].contains(passage.words[$0].key)
      }), marker + 1 < comma,
      ["known", "conocido", "conocida", "conocidos", "conocidas"]
        .contains(passage.words[marker - 1].key)
    else { return nil }
    var open = marker - 2
    if open > lower, passage.isAdverbial(open) { open -= 1 }
    var name = marker + 1
    while name < comma - 1, passage.isArticle(name) { name += 1 }
    guard open > lower, passage.isComma(open), passage.words[name].isCapitalized,
      passage.words[comma - 1].isCapitalized || Int(passage.words[comma - 1].key) != nil
    else { return nil }
    let mention = passage.words[name].mention
    if mention >= 0, passage.mentionWords[mention].upperBound == comma,
      var own = phrases.speaker(of: mention)
    {
      own.words = lower..<comma
      return own
    }
    return Speaker(
      entities: [], phrase: phrases.phrase(name..<comma), kind: .organization, words: lower..<comma)
  }

  /// "según contaron en la comitiva", "señalan desde el Gobierno": a verb in the plural, of those in the body behind it.
  func houseBehind(_ event: SpeechEvent, _ limit: Int) -> Speaker? {
    let at = event.group.upperBound
    guard passage.language(at: event.verb) == .spanish, at + 1 < limit,
      ["en", "desde"].contains(passage.words[at].key), passage.words[event.verb].key.hasSuffix("n"),
      let found = phrases.speaker(startingAt: at + 1, before: limit),
      found.kind == .government || found.kind == .organization,
      let head = phrases.head(of: found.words),
      [.government, .organization].contains(lexicon.speakers[.spanish]?[passage.words[head].key]),
      found.words.upperBound >= limit || passage.isPunctuation(found.words.upperBound)
    else { return nil }
    return found
  }

  /// "El presidente de turno de la Red, Gil Pardo, reiteró el reclamo": a name in commas right before the verb, behind an office, so that
  /// what follows a verb that takes objects is one.
  func isBehindApposition(_ comma: Int, _ lower: Int, _ event: SpeechEvent) -> Bool {
    guard comma > lower + 2, passage.isComma(comma), passage.words[comma - 1].quote < 0,
      takesPerson(lexicon.verbs[event.lexeme]),
      let own = namedApposition(endingAt: comma - 1, from: lower)
    else { return false }
    let mention = passage.words[comma - 1].mention
    let open = min(passage.mentionWords[mention].lowerBound, own.words.lowerBound) - 1
    if own.isDescribed || own.words.contains(where: passage.isComma) { return true }
    guard open > lower, passage.isComma(open) else { return false }
    var at = open - 1
    while at > lower, open - at < 12, !passage.isPunctuation(at) {
      if lexicon.speakers[passage.language(at: at)]?[passage.words[at].key] == .person {
        return true
      }
      at -= 1
    }
    return false
  }
}

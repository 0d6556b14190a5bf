import Language

/// Subjects that open a sentence and have a clause of their own in commas before the verb.
extension SpeakerFinder {
  /// "Temer, que viajó con su ministro, Henrique Meirelles, sostuvo …": who opens the sentence, where what stands between him and
  /// the comma before the verb is a relative clause or a participle, so that a name in it is no subject.
  func openingSubject(_ comma: Int, _ lower: Int, _ event: SpeechEvent, _ limit: Int) -> Speaker? {
    guard comma > lower + 2, passage.isComma(comma), passage.words[comma].quote < 0,
      comma - lower < 60,
      let own = phrases.speaker(startingAt: lower, before: comma),
      own.kind == .person || own.kind == .organization || own.kind == .government,
      !passage.isPreposition(lower)
    else { return nil }
    var open = own.words.upperBound
    guard open + 1 < comma, passage.isComma(open) else { return nil }
    if let name = passage.mentionEnd(startingAt: open + 1, of: own.entities), name < comma {
      open = name
    }
    guard open + 1 < comma, passage.isComma(open),
      opensAside(open + 1) || own.kind == .person && opensAdjunct(open + 1)
    else { return nil }
    var verbs = 0
    var openers = 0
    for index in open + 1..<comma {
      if passage.words[index].quote >= 0 { continue }
      if passage.isSentenceEnd(index) { return nil }
      if opensClause(index) { openers += 1 }
      if passage.isFiniteVerb(index), passage.words[index].mention < 0,
        !PlainWords.have.contains(passage.words[index].key),
        !passage.words[index].features.contains(.participle) || index == open + 2
      {
        verbs += 1
      }
    }
    guard verbs <= openers else { return nil }
    if passage.language(at: event.verb) == .spanish,
      let right = inverted(event, before: limit, nil), !right.entities.isEmpty || right.kind != nil,
      right.words.upperBound >= limit || passage.isPunctuation(right.words.upperBound)
    {
      // "Pérez, que viajó a Lima, dijo el ministro, volverá …"
      return nil
    }
    return identified(open + 1, comma) ?? own
  }

  /// "Dorj at a press conference with Aydin called it a success", "Soto en una visita a Roa dijo": the person who opens the sentence,
  /// before words of where, which end with another's name.
  func nameBeforeOccasion(_ nearest: Speaker, _ lower: Int) -> Speaker? {
    let mention = passage.words[lower].mention
    guard nearest.kind == .person, mention >= 0,
      passage.analysis.mentions[mention].form == .name,
      let own = phrases.speaker(of: mention), own.kind == .person,
      own.words.upperBound < nearest.words.lowerBound,
      ["at", "in", "during", "after", "en", "durante", "tras"]
        .contains(passage.words[own.words.upperBound].key)
    else { return nil }
    return own
  }

  /// "La víctima, identificada como Elena Prado, relató", "The gunman, identified as Jon Lund, said": the name in the commas.
  private func identified(_ at: Int, _ comma: Int) -> Speaker? {
    guard at + 2 < comma, ["como", "as"].contains(passage.words[at + 1].key),
      passage.words[at].key.hasPrefix("identificad") || passage.words[at].key == "identified",
      passage.words[at + 2].mention >= 0,
      let name = phrases.speaker(of: passage.words[at + 2].mention), name.kind == .person
    else { return nil }
    return name
  }

  /// "El diputado Luis Sosa —que no estuvo en la cita— aseguró", "Lund — who was not there — said": who stands before the dashes.
  func acrossDashes(_ close: Int, _ lower: Int) -> Speaker? {
    guard close > lower + 2, passage.isDash(close), passage.words[close].quote < 0,
      let open = (max(lower + 1, close - 30)..<close).last(where: { passage.isDash($0) }),
      close - open > 2, passage.words[open - 1].quote < 0, !passage.isPunctuation(open - 1),
      let own = phrases.speaker(endingAt: open - 1, from: lower),
      own.kind == .person || own.kind == .organization || own.kind == .government,
      !isPrepositional(own, lower)
    else { return nil }
    return own
  }

  /// "que", "a quien", "acompañado", "who", "flanked": what begins a clause about the noun before the comma.
  private func opensAside(_ index: Int) -> Bool {
    let word = passage.words[index]
    if passage.isRelative(index) { return true }
    if passage.isPreposition(index), word.mention < 0 {
      var next = index + 1
      if ["el", "la", "los", "las"].contains(passage.words[next].key) { next += 1 }
      return ["quien", "quienes", "cual", "cuales", "whom", "which"]
        .contains(passage.words[next].key)
    }
    return word.upos != .noun && word.mention < 0
      && (word.features.contains(.participle) || word.features.contains(.gerund))
  }

  /// "luego de una reunión con su par", "after talks with his counterpart": what begins words of when, where or with whom.
  private func opensAdjunct(_ index: Int) -> Bool {
    passage.words[index].mention < 0 && Self.adjuncts.contains(passage.words[index].key)
  }

  private static let adjuncts: Set<String> = [
    "tras", "luego", "después", "antes", "durante", "junto", "al", "after", "before", "following",
    "during", "upon", "alongside", "together", "along",
  ]

  /// A word behind which a verb belongs to a clause of its own.
  private func opensClause(_ index: Int) -> Bool {
    passage.isRelative(index)
      || [
        "that", "before", "after", "because", "when", "while", "as", "if", "since", "cuando",
        "porque", "mientras", "aunque", "si", "and", "y",
      ].contains(passage.words[index].key)
  }
}

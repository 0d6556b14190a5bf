import Language

/// Tells where the content that a verb of saying governs ends.
struct ContentEnd {
  let passage: Passage
  /// The events of the paragraph, resolved, in order.
  let events: [SpeechEvent]
  let media: MediumReader
  let lexicon: SpeechLexicon
  /// How many words a reported clause may have; none in the development set has half as many.
  static let longest = 300

  /// The end (exclusive) of content that begins at `start`, at most `limit`.
  func end(
    from start: Int, opening: ContentReader.Opening, before limit: Int, of event: SpeechEvent
  )
    -> Int
  {
    let limit = min(limit, start + Self.longest)
    let relative = relative(of: event)
    let isInRelative = relative == .inCommas
    let isRestricted = relative == .plain
    var at = start
    var next = firstEvent(behind: max(start, event.verb + 1))
    while at < limit {
      let word = passage.words[at]
      if word.quote >= 0 {
        at = max(at + 1, min(limit, passage.quoteWords[word.quote].upperBound))
        continue
      }
      if word.key == ";" || isGloss(at, limit) { return at }
      // "claimed «real progress» although they failed to agree"
      if opening == .object, ["although", "though", "aunque"].contains(word.key), at > start,
        !passage.isDash(at - 1),
        (at + 1..<min(limit, at + 8)).contains(where: { passage.isFiniteVerb($0) })
      {
        return at
      }
      if opening != .clause, word.key == ":", at > start, at + 1 < limit,
        passage.words[at + 1].quote >= 0
      {
        return at
      }
      if let number = next,
        at >= events[number].span.lowerBound || at >= events[number].group.lowerBound
      {
        if let cut = cut(at: events[number], from: start, before: limit, opening, event) {
          return cut
        }
        next = number + 1 < events.count ? number + 1 : nil
      }
      if at > start, passage.isComma(at), at + 1 < limit,
        leaves(at, limit, opening: opening), !asksThat(at, from: start, opening, event)
      {
        return at
      }
      if isInRelative || event.isTemporal || opening != .clause, at > start,
        passage.isComma(at), closesRelative(at, limit),
        opening == .clause
          ? (start..<at).contains(where: { holdsVerb($0) })
          : isInRelative || !(start..<at).contains(where: { passage.isComma($0) || opens($0) })
      {
        return at
      }
      if opening == .clause, at > start, returns(at, start, limit, event) { return at }
      if opening != .clause, at > start,
        isNewPredicate(at, limit, from: start) || isLastMedium(at, limit)
          || passage.isTimeSpan(at, limit) || isRestricted && goesOnOutside(at, start)
      {
        return at
      }
      at += 1
    }
    return limit
  }

  /// "((es))", which tells the language of the original behind it.
  private func isGloss(_ at: Int, _ limit: Int) -> Bool {
    guard passage.words[at].key.hasPrefix("(") else { return false }
    return passage.words[at].key.hasPrefix("((")
      || at + 1 < limit && passage.words[at + 1].key.hasPrefix("(")
  }

  private enum Relative { case none, inCommas, plain }

  /// Whether the verb stands in a relative clause that a comma opens ("Petro, que había denunciado el ataque, viajará") or in one
  /// without ("students who claimed to support them clashed").
  private func relative(of event: SpeechEvent) -> Relative {
    var at = event.group.lowerBound - 1
    let lower = passage.sentence(passage.words[event.verb].sentence).lowerBound
    while at > lower, event.group.lowerBound - at < 12, passage.words[at].quote < 0,
      !passage.isPunctuation(at), !passage.isFiniteVerb(at)
    {
      if passage.isRelative(at) || passage.words[at].key == "that" {
        if passage.isComma(at - 1) { return passage.words[at].key == "that" ? .none : .inCommas }
        return passage.words[at - 1].upos == .noun || passage.words[at - 1].upos == .propn
          ? .plain : .none
      }
      at -= 1
    }
    return .none
  }

  /// "who claimed to support the farmers clashed with the police": a finite verb of its own goes with whom the clause belongs to.
  private func goesOnOutside(_ at: Int, _ start: Int) -> Bool {
    guard passage.isFiniteVerb(at), passage.words[at].mention < 0,
      !passage.isConjunction(at - 1), !passage.isComma(at - 1), passage.words[at - 1].quote < 0
    else { return false }
    return !(start..<at).contains {
      passage.isRelative($0) || passage.words[$0].key == "that" || passage.words[$0].quote >= 0
        || passage.isFiniteVerb($0)
    }
  }

  /// A comma behind which the main clause goes on with its verb.
  private func closesRelative(_ comma: Int, _ limit: Int) -> Bool {
    var at = comma + 1
    while at < limit, at - comma < 5,
      passage.isAdverbial(at) || passage.words[at].isDate
        || PlainWords.clitics.contains(passage.words[at].key) || passage.words[at].key == "no"
    {
      at += 1
    }
    guard at < limit, passage.words[at].quote < 0 else { return false }
    // A past tense that was taken for a participle: "…, killed ten people".
    return passage.isFiniteVerb(at)
      || passage.words[at].upos == .verb && passage.words[at].features.contains(.past)
        && passage.words[comma - 1].quote >= 0 && passage.language(at: at) == .english
  }

  /// The first event whose verb stands at `index` or later.
  func firstEvent(behind index: Int) -> Int? {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].verb < index { low = middle + 1 } else { high = middle }
    }
    return low < events.count ? low : nil
  }

  /// Where the content ends because another verb of saying takes over; nil if that verb is part of the content.
  private func cut(
    at other: SpeechEvent, from start: Int, before limit: Int, _ opening: ContentReader.Opening,
    _ event: SpeechEvent
  ) -> Int? {
    let first = min(other.span.lowerBound, other.group.lowerBound)
    var before = first - 1
    while before > start, passage.isAdverbial(before) || passage.words[before].isDate {
      before -= 1
    }
    guard before > start else { return nil }
    if passage.words[before].key == "que",
      ["tiempo", "vez"].contains(passage.words[before - 1].key),
      other.form == .finite, other.speaker != nil
    {
      // "…, al tiempo que pidió": another verb of the same subject.
      return (max(start + 1, before - 5)..<before).last { passage.isComma($0) }
    }
    if other.isParenthetical { return passage.isComma(before) ? before : nil }
    switch other.form {
    case .gerund where other.isTemporal: return passage.isComma(before) ? before : first
    case .gerund:
      if passage.isConjunction(before) { before -= 1 }
      if let comma = absolute(before: other, from: start) { return comma }
      return passage.isComma(before) ? before : nil
    case .infinitive, .participle: return nil
    case .finite: break
    }
    if passage.isConjunction(before) {
      // "promised to hold elections and demand guarantees": another infinitive.
      if opening == .phrase, passage.words[start].key == "to",
        passage.words[other.verb].key == lexicon.verbs[other.lexeme].lemma
      {
        return nil
      }
      let comma = passage.isComma(before - 1)
      // "and said", with no subject of its own, or ", and X said".
      if other.span.lowerBound == other.group.lowerBound || comma {
        if opening == .clause, !comma, sharesSubjectInside(other, start) { return nil }
        return comma ? before - 1 : before
      }
      // "said the deal is dead and Berlin denied it": nobody who is told in the present goes on in the past.
      if opening == .clause, other.speaker != nil, isPlainPast(other.verb),
        passage.words[before - 1].quote >= 0 || isToldInPresent(start, before, event)
      {
        return before
      }
      return nil
    }
    if passage.isComma(before) {
      // ", recognised as the fourteenth minority in 2013,": a participle.
      let behind = other.group.upperBound
      if other.speaker == nil, other.span.lowerBound == other.group.lowerBound, behind < limit,
        passage.language(at: other.verb) == .english,
        passage.isPreposition(behind)
          || passage.words[behind].key == "as"
      {
        return nil
      }
      if opening == .clause, !lexicon.verbs[event.lexeme].frames.contains(.question),
        isFirstComma(before, from: start)
      {
        return nil
      }
      // ", X said": the end of the sentence belongs to another.
      return before
    }
    return nil
  }

  /// "said that although the text was never published, the ministers had agreed": true for the comma that ends the clause with which
  /// the content begins.
  private func isFirstComma(_ comma: Int, from start: Int) -> Bool {
    [
      "although", "though", "if", "while", "when", "since", "unless", "once", "aunque", "si",
      "cuando",
      "mientras",
    ].contains(passage.words[start].key)
      && !(start..<comma).contains { passage.isComma($0) && passage.words[$0].quote < 0 }
  }

  /// "rejected the charge, with Peskov calling it a joke": the comma before "with" and the subject of the gerund.
  private func absolute(before other: SpeechEvent, from start: Int) -> Int? {
    guard let speaker = other.speaker, speaker.words.upperBound == other.group.lowerBound else {
      return nil
    }
    var with = speaker.words.lowerBound - 1
    if with > start, passage.isArticle(with) { with -= 1 }
    guard with - 1 > start, passage.words[with].key == "with", passage.isComma(with - 1) else {
      return nil
    }
    return with - 1
  }

  /// "said that the minister travelled to Paris and confirmed the plan": the second verb may belong to the minister.
  /// It does if it does not agree with a verb of saying before it in being plain past or present.
  private func sharesSubjectInside(_ other: SpeechEvent, _ start: Int) -> Bool {
    other.speaker == nil
  }

  private func opens(_ at: Int) -> Bool {
    passage.isRelative(at) || passage.words[at].key == "that"
  }

  private func holdsVerb(_ at: Int) -> Bool {
    passage.words[at].quote >= 0 || passage.isFiniteVerb(at)
      || PlainWords.be.contains(passage.words[at].key)
      || PlainWords.modals.contains(passage.words[at].key)
  }

  /// "insistió en que está superada y no quiso dar detalles": behind a clause that is not in the past, a plain past tense goes
  /// with the verb of saying.
  private func returns(_ at: Int, _ start: Int, _ limit: Int, _ event: SpeechEvent) -> Bool {
    guard ["and", "but", "y", "e", "pero", "aunque"].contains(passage.words[at].key) else {
      return false
    }
    var next = at + 1
    while next < limit, next - at < 4,
      passage.isAdverbial(next) || PlainWords.clitics.contains(passage.words[next].key)
        || passage.words[next].key == "no"
    {
      next += 1
    }
    return next < limit && isPlainPast(next) && isToldInPresent(start, at, event)
  }

  /// True for a clause behind a plain past verb whose own first verb is none.
  private func isToldInPresent(_ start: Int, _ at: Int, _ event: SpeechEvent) -> Bool {
    guard isPlainPast(event.verb) || event.form == .gerund else { return false }
    let first = (start..<at).first {
      passage.words[$0].quote >= 0 || passage.isFiniteVerb($0)
    }
    guard let first else { return false }
    return !isPlainPast(first) && !PlainWords.have.contains(passage.words[first].key)
      && !passage.words[first].features.contains(.imperfect)
  }

  private func isPlainPast(_ index: Int) -> Bool {
    let word = passage.words[index]
    return word.upos == .verb && word.quote < 0 && passage.isFiniteVerb(index)
      && word.features.contains(.past) && !word.features.contains(.imperfect)
  }

  /// "welcomed the deal in a statement": the medium ends the sentence and is no part of the content.
  private func isLastMedium(_ at: Int, _ limit: Int) -> Bool {
    guard let end = media.end(ofMediumAt: at, before: limit) else { return false }
    // "en el capítulo siete de la carta": something else than the medium heads the phrase.
    if (at + 2..<max(at + 2, end - 2)).contains(where: {
      ["de", "of"].contains(passage.words[$0].key)
        && passage.isArticle($0 + 1)
        && passage.words[$0 - 1].isCapitalized
    }) {
      return false
    }
    return end >= limit || passage.isSentenceEnd(end) || passage.isComma(end)
  }

  /// "condemned the attack and travelled to Paris": a finite verb behind a conjunction ends an object.
  private func isNewPredicate(_ at: Int, _ limit: Int, from start: Int) -> Bool {
    guard ["and", "but", "y", "e", "pero"].contains(passage.words[at].key) else { return false }
    var next = at + 1
    while next < limit, next - at < 4,
      passage.isAdverbial(next) || PlainWords.clitics.contains(passage.words[next].key)
    {
      next += 1
    }
    guard next < limit, passage.words[next].mention < 0 else { return false }
    if passage.language(at: at) == .english, passage.words[start].key == "to",
      !passage.words[next].key.hasSuffix("s"), !passage.words[next].features.contains(.past)
    {
      // "promised to hold elections and rewrite the law"
      return false
    }
    if passage.isFiniteVerb(next) { return true }
    // A past tense that was taken for a participle: "and travelled to Togo", not "and related matters".
    return passage.words[next].upos == .verb && passage.words[next].features.contains(.past)
      && next + 1 < limit && ![.noun, .propn, .adj].contains(passage.words[next + 1].upos)
  }
}

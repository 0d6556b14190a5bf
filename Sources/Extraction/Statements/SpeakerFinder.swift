import Language
import Records

/// Finds who the subject of a verb of saying is: before it, behind it, shared with the verb before, or understood.
struct SpeakerFinder {
  let passage: Passage
  let lexicon: SpeechLexicon
  let phrases: NounPhrases
  let texts: IssuedTexts
  /// How many verbs of saying back a shared subject is looked for.
  static let window = 12
  /// How many words of a sentence are searched for its subject.
  static let reach = 120

  init(passage: Passage, lexicon: SpeechLexicon, texts: IssuedTexts) {
    self.passage = passage
    self.lexicon = lexicon
    self.texts = texts
    phrases = NounPhrases(passage: passage, lexicon: lexicon)
  }

  /// The event with its speaker; the speaker stays nil where none is found.
  ///
  /// - Parameters:
  ///   - previous: the events of the same paragraph before this one, resolved.
  ///   - context: who may be meant by a pronoun or an omitted subject.
  func resolve(
    _ event: SpeechEvent, previous: [SpeechEvent], context: SpeakerContext
  ) -> SpeechEvent {
    let last = context.last
    var result = event
    let sentence = passage.sentence(passage.words[event.verb].sentence)
    let lower = sentence.lowerBound
    if let quoted = quotedAsSaying(event, sentence) { return quoted }
    if event.isPassive { return agent(of: event, before: sentence.upperBound) }
    if event.form == .gerund || event.form == .infinitive {
      result.speaker = governing(event, sentence, previous)
      return result
    }
    var before = event.group.lowerBound - 1
    while before >= lower {
      if let phrase = phraseAside(endingAt: before, lower) {
        before = phrase - 1
      } else if passage.isComma(before), before > lower + 1,
        let phrase = phraseAside(endingAt: before - 1, lower), phrase > lower + 1,
        passage.isComma(phrase - 1),
        !(lower..<phrase - 1).contains(where: { passage.isFiniteVerb($0) })
      {
        // "Reyes, por su parte, pidió …"
        // "Jonas Vik, primer ministro, por su parte, pidió …": the comma that ends the apposition stays.
        before = opensWithApposition(lower, phrase - 1) ? phrase - 1 : phrase - 2
      } else if isAside(before), passage.words[before].mention < 0, !passage.isRelative(before) {
        before -= 1
      } else if let first = meanwhile(endingAt: before, lower) {
        before = first - 1
        break
      } else if isHonour(before, lower) {
        before -= 1
      } else if before > lower, PlainWords.timeUnits.contains(passage.words[before].key),
        ["cada", "every", "each"].contains(passage.words[before - 1].key)
      {
        before -= 2
      } else {
        break
      }
    }
    if before >= lower,
      ["según", "como", "as"].contains(passage.words[before].key)
    {
      result.isParenthetical = true
      result.group = before..<event.group.upperBound
      result.span = result.group
    }
    if !result.isParenthetical,
      let own = knownAs(before, lower) ?? openingSubject(before, lower, event, sentence.upperBound)
        ?? apposed(before, lower) ?? acrossDashes(before, lower)
    {
      result.speaker = withOthers(own, event, lower)
      result.span = own.words.lowerBound..<result.group.upperBound
      return result
    }
    if let right = behindObject(event, before, lower, sentence.upperBound, last) {
      result.speaker = right
      result.isInverted = true
      result.span = result.group.lowerBound..<max(result.group.upperBound, right.words.upperBound)
      return result
    }
    if let house = houseBehind(result, sentence.upperBound), mayInvert(event, before, lower) {
      result.speaker = house
      result.isInverted = true
      result.span = result.group.lowerBound..<house.words.upperBound
      return result
    }
    if mayInvert(event, before, lower) {
      if let right = inverted(event, before: sentence.upperBound, last),
        !isObject(right, of: event, before, lower, last)
      {
        result.speaker = right
        result.isInverted = true
        result.span = result.group.lowerBound..<max(result.group.upperBound, right.words.upperBound)
        return result
      }
    }
    if result.isParenthetical {
      result.speaker = passage.language(at: event.verb) == .spanish ? last : nil
      return result
    }
    if let right = unmarkedTag(event, before, lower, sentence.upperBound) {
      result.speaker = right
      result.isInverted = true
      result.isUnmarked = true
      result.span = result.group.lowerBound..<right.words.upperBound
      return result
    }
    if before >= lower, isFreeRelative(before, lower) { return result }
    if before > lower, isJudgedBefore(before, event, sentence.upperBound) {
      result.speaker = [sentenceSubject(sentence, before: before), last].compactMap(\.self)
        .first { isPlural(event) == isPlural($0) }
      return result
    }
    if before >= lower, let subject = left(of: before, from: lower, event, context) {
      if !passage.isRelative(before), isNobody(subject, lower) { return result }
      result.speaker = withOthers(subject, event, lower)
      var start = min(subject.words.lowerBound, result.group.lowerBound)
      if start > lower, start < result.group.lowerBound,
        passage.isArticle(start - 1)
      {
        start -= 1
      }
      result.span = textStart(before: start, lower)..<result.group.upperBound
      return result
    }
    if before >= lower,
      hasOvertSubject(endingAt: before, lower) || isSubjectOfThing(before, lower)
    {
      return result
    }
    result.speaker = understood(event, before, sentence, previous, context)
    return result
  }

  /// True if a noun phrase without a preposition stands right before the verb: then nobody else is its subject.
  func hasOvertSubject(endingAt index: Int, _ lower: Int) -> Bool {
    guard isNominal(index), passage.words[index].quote < 0,
      let found = phrases.speaker(endingAt: index, from: lower)
    else { return false }
    if let head = phrases.head(of: found.words),
      PlainWords.timeUnits.contains(passage.words[head].key)
    {
      return false
    }
    return !isPrepositional(found, lower)
  }

  /// Where a fixed phrase begins that ends with a word and stands between subject and verb ("a cambio", "in turn").
  private func phraseAside(endingAt index: Int, _ lower: Int) -> Int? {
    guard PlainWords.lastOfAsides.contains(passage.words[index].key) else { return nil }
    for phrase in PlainWords.fixedAsides where passage.words[index].key == phrase.last {
      let first = index - phrase.count + 1
      if first >= lower,
        phrase.indices.allSatisfy({ passage.words[first + $0].key == phrase[$0] })
      {
        return first
      }
    }
    return nil
  }

  /// True for adverbs, and for days with what stands before them ("on Sunday", "este lunes").
  func isAside(_ index: Int) -> Bool {
    if passage.words[index].isDate { return true }
    if index + 1 < passage.words.count, passage.words[index + 1].isDate,
      ["on", "in", "el", "este", "this", "last", "en", "la", "esta", "pasado"]
        .contains(passage.words[index].key)
    {
      return true
    }
    return passage.isAdverbial(index)
  }
}

import Language
import Records

/// Finds who the subject of a verb of saying is: before it, behind it, shared with the verb before, or understood.
struct SpeakerFinder {
  let passage: Passage
  let lexicon: SpeechLexicon
  let phrases: NounPhrases
  /// How many verbs of saying back a shared subject is looked for.
  private static let window = 12
  /// How many words of a sentence are searched for its subject.
  private static let reach = 120

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
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
    if event.isPassive { return agent(of: event, before: sentence.upperBound) }
    if event.form == .gerund || event.form == .infinitive {
      result.speaker = governing(event, sentence, previous)
      return result
    }
    var before = event.group.lowerBound - 1
    while before >= lower, isAside(before), passage.words[before].mention < 0,
      !passage.isRelative(before)
    {
      before -= 1
    }
    if before >= lower,
      ["según", "como", "as"].contains(passage.words[before].key)
    {
      result.isParenthetical = true
      result.group = before..<event.group.upperBound
      result.span = result.group
    }
    if mayInvert(event, before, lower) {
      if let right = inverted(event, before: sentence.upperBound, last) {
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
    if before >= lower, let subject = left(of: before, from: lower, event, context) {
      result.speaker = subject
      result.span =
        subject.words.lowerBound < result.group.lowerBound
        ? subject.words.lowerBound..<result.group.upperBound : result.group
      return result
    }
    if before >= lower, hasOvertSubject(endingAt: before, lower) { return result }
    result.speaker = understood(event, before, sentence, previous, context)
    return result
  }

  /// True if a noun phrase without a preposition stands right before the verb: then nobody else is its subject.
  private func hasOvertSubject(endingAt index: Int, _ lower: Int) -> Bool {
    guard isNominal(index), passage.words[index].quote < 0,
      let found = phrases.speaker(endingAt: index, from: lower)
    else { return false }
    return !isPrepositional(found, lower)
  }

  /// True for adverbs, and for days with what stands before them ("on Sunday", "este lunes").
  private func isAside(_ index: Int) -> Bool {
    if passage.words[index].isDate { return true }
    if index + 1 < passage.words.count, passage.words[index + 1].isDate,
      ["on", "in", "el", "este", "this", "last", "en", "la", "esta", "pasado"]
        .contains(passage.words[index].key)
    {
      return true
    }
    return passage.isAdverbial(index)
  }

  // MARK: behind the verb

  private func mayInvert(_ event: SpeechEvent, _ before: Int, _ lower: Int) -> Bool {
    if before < lower { return passage.language(at: event.verb) == .spanish }
    let word = passage.words[before]
    if word.quote >= 0 || passage.isPunctuation(before) { return true }
    if ["según", "como", "as"].contains(word.key) { return true }
    return passage.language(at: event.verb) == .spanish
      && (passage.isConjunction(before) || passage.isRelative(before)) && word.key != "que"
      && word.key != "quien" && word.key != "quienes"
  }

  private func inverted(
    _ event: SpeechEvent, before limit: Int, _ last: Speaker?
  ) -> Speaker? {
    var at = event.group.upperBound
    let language = passage.language(at: event.verb)
    if language == .english {
      guard at < limit, let found = phrases.speaker(startingAt: at, before: limit) else {
        return nil
      }
      let after = found.words.upperBound
      guard after < limit else { return known(found, last) }
      if passage.isFiniteVerb(after) || passage.isConjunction(after) { return nil }
      return passage.isPunctuation(after) || passage.isPreposition(after)
        || passage.words[after].quote >= 0 || passage.words[after].isDate
        || passage.isAdverbial(after) ? known(found, last) : nil
    }
    let end = min(limit, at + 25)
    var afterPreposition = false
    while at < end {
      let word = passage.words[at]
      if word.quote >= 0 || ["que", ":", "«", "\""].contains(word.key) { return nil }
      if word.isDate || passage.isAdverbial(at) {
        at += 1
        continue
      }
      if passage.isPreposition(at), word.mention < 0 {
        afterPreposition = true
        at += 1
        continue
      }
      if passage.isFiniteVerb(at), word.mention < 0 { return nil }
      if passage.isComma(at) {
        // "dijo en Madrid, Pérez" does not occur; a comma ends the search unless a phrase in commas follows.
        guard afterPreposition || at == event.group.upperBound else { return nil }
        afterPreposition = false
        at += 1
        continue
      }
      if passage.isPunctuation(at) { return nil }
      guard let found = phrases.speaker(startingAt: at, before: limit) else {
        at += 1
        continue
      }
      if ["ésta", "éste", "ella", "él"].contains(word.key) { return nil }
      if afterPreposition {
        at = max(at + 1, found.words.upperBound)
        afterPreposition = false
        continue
      }
      if let speaker = known(found, last) { return speaker }
      return mayName(found, event, limit) ? found : nil
    }
    return nil
  }

  /// "…, afirmó la alcaldía.": behind a comma or a quotation, whatever noun phrase ends the sentence or a clause speaks.
  private func mayName(_ speaker: Speaker, _ event: SpeechEvent, _ limit: Int) -> Bool {
    let before = event.group.lowerBound - 1
    guard lexicon.verbs[event.lexeme].frames.contains(.strong), before >= 0,
      passage.isComma(before) || passage.words[before].quote >= 0,
      let head = phrases.head(of: speaker.words),
      lexicon.documents[lexicon.verbs[event.lexeme].language]?[passage.words[head].key] == nil,
      !PlainWords.possessives.contains(passage.words[speaker.words.lowerBound].key)
    else { return false }
    let after = speaker.words.upperBound
    return after >= limit || passage.isPunctuation(after) || passage.words[after].isDate
  }

  /// A speaker that is an entity or a noun that speaks; a text stands for whoever issued it.
  private func known(_ speaker: Speaker, _ last: Speaker?) -> Speaker? {
    if speaker.entities.isEmpty, let issuer = issuer(of: speaker, last) { return issuer }
    if !speaker.entities.isEmpty || speaker.kind != nil { return speaker }
    return nil
  }

  // MARK: before the verb

  private func left(
    of index: Int, from lower: Int, _ event: SpeechEvent, _ context: SpeakerContext
  ) -> Speaker? {
    let last = context.last
    let word = passage.words[index]
    if word.quote >= 0 { return nil }
    if PlainWords.pronouns.contains(word.key) { return pronoun(index, context) }
    if passage.isRelative(index), word.key != "que" || precededByComma(index, lower) {
      var before = index - 1
      if before >= lower, passage.isPreposition(before) { return nil }
      if before >= lower, passage.isComma(before) { before -= 1 }
      guard before >= lower else { return nil }
      return subject(endingAt: before, from: lower, event, last, nearest: true)
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
    if passage.isConjunction(index) || passage.isPunctuation(index) { return nil }
    return subject(endingAt: index, from: lower, event, last)
  }

  private func isNominal(_ index: Int) -> Bool {
    [.noun, .adj, .propn].contains(passage.words[index].upos)
  }

  /// "quien en la madrugada del sábado informó": the relative pronoun before phrases without a verb.
  private func relativeBefore(_ index: Int, _ lower: Int) -> Int? {
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

  private func precededByComma(_ index: Int, _ lower: Int) -> Bool {
    index > lower && (passage.isComma(index - 1) || passage.words[index - 1].mention >= 0)
  }

  private func subject(
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
  private func isPersonal(_ speaker: Speaker, _ verb: SpeechVerb) -> Bool {
    guard let head = phrases.head(of: speaker.words) else { return false }
    let word = passage.words[head]
    if word.isDate || lexicon.documents[verb.language]?[word.key] != nil { return false }
    if word.upos == .propn { return true }
    if word.isCapitalized, head > passage.sentence(word.sentence).lowerBound { return true }
    return verb.frames.contains(.strong) && word.upos == .noun
      && passage.words[speaker.words.lowerBound].upos == .det
  }

  /// A text speaks for the entity named in its phrase ("la carta de Pérez"), else for who spoke last.
  func issuer(of speaker: Speaker, _ last: Speaker?) -> Speaker? {
    guard let head = phrases.head(of: speaker.words) else { return nil }
    let language = passage.language(at: head)
    guard lexicon.documents[language]?[passage.words[head].key] != nil else { return nil }
    for index in speaker.words.reversed() where passage.words[index].mention >= 0 {
      if var named = phrases.speaker(of: passage.words[index].mention) {
        named.words = speaker.words
        return named
      }
    }
    if let body = body(in: speaker.words, behind: head) { return body }
    guard var issuer = last else { return nil }
    issuer.words = speaker.words
    return issuer
  }

  /// "un comunicado de la cancillería": a body that is no entity, behind the text that it issued.
  private func body(in words: Range<Int>, behind head: Int) -> Speaker? {
    var start = head + 1
    while start < words.upperBound, !PlainWords.nounLinks.contains(passage.words[start].key) {
      start += 1
    }
    start += 1
    guard start < words.upperBound,
      var found = phrases.speaker(ofPhrase: start..<words.upperBound), found.kind != nil
    else { return nil }
    found.words = words
    return found
  }

  /// The noun phrase that ends at `index` if a text heads it ("a statement from Vienna reaffirming").
  private func text(endingAt index: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard let found = phrases.speaker(endingAt: index, from: sentence.lowerBound),
      let head = phrases.head(of: found.words),
      lexicon.documents[passage.language(at: head)]?[passage.words[head].key] != nil
    else { return nil }
    return found.words
  }

  private func pronoun(_ index: Int, _ context: SpeakerContext) -> Speaker? {
    let last = context.last
    let mention = passage.words[index].mention
    let key = passage.words[index].key
    if let last, isPlural(last), ["they", "ellos", "ellas"].contains(key), last.kind != .government
    {
      return here(last, index)
    }
    if let last, context.isRecent, context.topic == nil, ["he", "she", "él", "ella"].contains(key),
      isSingle(last, key), followsQuote(index)
    {
      return here(last, index)
    }
    if mention >= 0, let found = phrases.speaker(of: mention) { return found }
    guard var found = last else { return nil }
    let plural = ["they", "ellos", "ellas", "we"].contains(passage.words[index].key)
    if passage.words[index].key == "it", found.kind == .person { return nil }
    if plural != isPlural(found) && found.kind == .person { return nil }
    found.words = index..<index + 1
    return found
  }

  private func here(_ speaker: Speaker, _ index: Int) -> Speaker {
    var found = speaker
    found.words = index..<index + 1
    return found
  }

  /// True if a person spoke whom "he" or "she" may mean.
  private func isSingle(_ speaker: Speaker, _ pronoun: String) -> Bool {
    guard speaker.kind == .person, !isPlural(speaker) else { return false }
    guard let entity = speaker.entities.first,
      let gender = passage.analysis.entities[entity].gender
    else { return true }
    return (gender == .feminine) == ["she", "ella"].contains(pronoun)
  }

  /// True for "he" in "'…,' he said".
  private func followsQuote(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, passage.words[before].quote < 0, passage.isPunctuation(before) {
      before -= 1
    }
    return before >= 0 && passage.words[before].quote >= 0
  }

  private func isPlural(_ speaker: Speaker) -> Bool {
    if speaker.entities.count > 1 { return true }
    guard let head = phrases.head(of: speaker.words) else { return false }
    if !speaker.entities.isEmpty, !speaker.isDescribed { return false }
    return passage.words[head].features.contains(.plural)
  }

  /// The subject in front of what stands in commas: "Capriles, who leads the push, said".
  private func acrossComma(
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
        || PlainWords.articles.contains(passage.words[first].key)
        || passage.words[first].mention >= 0 || passage.words[first].isDate
        || [.noun, .adj, .propn, .num, .det, .adv].contains(passage.words[first].upos)
        || passage.words[first].features.contains(.participle)
        || passage.words[first].features.contains(.gerund)
      if interrupts, let found = subject(endingAt: open - 1, from: lower, event, last),
        !isPrepositional(found, lower)
      {
        return found
      }
      close = open
      tries += 1
    }
    return nil
  }

  private func namedApposition(endingAt index: Int, from lower: Int) -> Speaker? {
    let mention = passage.words[index].mention
    guard mention >= 0, passage.mentionWords[mention].upperBound == index + 1,
      passage.analysis.mentions[mention].form == .name,
      let found = phrases.speaker(of: mention), found.kind == .person
    else { return nil }
    if found.words.contains(where: { passage.isComma($0) }) { return found }
    guard found.words.lowerBound > lower, passage.isComma(found.words.lowerBound - 1) else {
      return nil
    }
    return found
  }

  /// The same with a name that is no mention: "the president of the regional government, Artur Mas, said".
  private func plainApposition(before comma: Int, from lower: Int) -> Speaker? {
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

  private func isPrepositional(_ speaker: Speaker, _ lower: Int) -> Bool {
    var before = speaker.words.lowerBound - 1
    if before > lower, PlainWords.articles.contains(passage.words[before].key) { before -= 1 }
    return before >= lower && passage.isPreposition(before)
  }

  // MARK: understood

  /// The subject that several verbs share, or that Spanish leaves out.
  private func understood(
    _ event: SpeechEvent, _ before: Int, _ sentence: Range<Int>, _ previous: [SpeechEvent],
    _ context: SpeakerContext
  ) -> Speaker? {
    let last = context.last
    let lower = sentence.lowerBound
    if before >= lower {
      if passage.isConjunction(before) || passage.isComma(before) {
        if let shared = previous.suffix(Self.window).last(where: {
          sentence.contains($0.verb) && $0.speaker != nil && $0.form == .finite
        }) {
          return shared.speaker
        }
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
    if let topic = context.topic, previous.allSatisfy({ $0.speaker == nil }),
      !lexicon.verbs[event.lexeme].frames.contains(.more)
    {
      return topic
    }
    if isPlural(event) == false, let last, isPlural(last), last.kind == .person { return nil }
    return last
  }

  private func isPlural(_ event: SpeechEvent) -> Bool? {
    let word = passage.words[event.group.upperBound - 1]
    if word.features.contains(.plural) { return true }
    if word.features.contains(.singular) { return false }
    return nil
  }

  /// Who the main verb of a sentence is about: what stands before its first finite verb.
  func sentenceSubject(_ sentence: Range<Int>, before limit: Int) -> Speaker? {
    let limit = min(limit, sentence.lowerBound + Self.reach)
    for index in sentence.lowerBound..<limit {
      guard passage.isFiniteVerb(index), passage.words[index].quote < 0,
        index > sentence.lowerBound
      else { continue }
      var before = index - 1
      while before > sentence.lowerBound,
        passage.isAdverbial(before) || passage.words[before].isDate
      {
        before -= 1
      }
      if passage.isComma(before), before > sentence.lowerBound {
        return firstSpeaker(in: sentence.lowerBound..<before)
      }
      if passage.isRelative(before) { continue }
      if let found = phrases.speaker(endingAt: before, from: sentence.lowerBound),
        !found.entities.isEmpty || found.kind != nil, !isPrepositional(found, sentence.lowerBound)
      {
        return found
      }
      break
    }
    return firstSpeaker(in: sentence.lowerBound..<min(limit, sentence.upperBound))
  }

  /// The first mention in a range that no preposition governs.
  private func firstSpeaker(in range: Range<Int>) -> Speaker? {
    var at = range.lowerBound
    while at < range.upperBound {
      let mention = passage.words[at].mention
      guard mention >= 0 else {
        at += 1
        continue
      }
      let words = passage.mentionWords[mention]
      var before = words.lowerBound - 1
      if before >= range.lowerBound, PlainWords.articles.contains(passage.words[before].key) {
        before -= 1
      }
      let governed = before >= range.lowerBound && passage.isPreposition(before)
      if !governed, passage.words[at].quote < 0, let found = phrases.speaker(of: mention) {
        return found
      }
      at = max(at + 1, words.upperBound)
    }
    return nil
  }

  /// Who a gerund or an infinitive of purpose belongs to: the speaker of the verb that it goes with.
  private func governing(
    _ event: SpeechEvent, _ sentence: Range<Int>, _ previous: [SpeechEvent]
  ) -> Speaker? {
    var before = event.group.lowerBound - 1
    // "While saying so, the minister …" opens the sentence like "Saying so, the minister …".
    if before == sentence.lowerBound, passage.isConjunction(before) { before -= 1 }
    if before >= sentence.lowerBound {
      if event.form == .gerund, !passage.isPunctuation(before), !passage.isPreposition(before),
        !passage.isConjunction(before),
        let owner = phrases.speaker(endingAt: before, from: sentence.lowerBound),
        !owner.entities.isEmpty || owner.kind != nil
      {
        return owner
      }
      if event.form == .gerund,
        passage.words[before].upos == .noun || passage.words[before].upos == .propn
      {
        guard let text = text(endingAt: before, sentence) else { return nil }
        if PlainWords.possessives.contains(passage.words[text.lowerBound].key),
          let owner = lastPerson(before: text.lowerBound, from: sentence.lowerBound)
        {
          return owner
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

  /// True if a finite verb follows, days and adverbs aside.
  private func isBeforeVerb(_ index: Int, _ limit: Int) -> Bool {
    var at = index
    while at < limit, isAside(at) { at += 1 }
    return at < limit && passage.isFiniteVerb(at)
  }

  /// The person mentioned last before a word of the same sentence.
  private func lastPerson(before index: Int, from lower: Int) -> Speaker? {
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
  private func agent(of event: SpeechEvent, before limit: Int) -> SpeechEvent {
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

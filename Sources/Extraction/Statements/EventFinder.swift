import Language

/// Finds verbs of saying outside quotations and tells in which shape they stand.
struct EventFinder {
  let passage: Passage
  let lexicon: SpeechLexicon

  /// The events among the words of a range, in order; what was turned down goes to the trace.
  func events(in range: Range<Int>, trace: inout Trace) -> [SpeechEvent] {
    var found: [SpeechEvent] = []
    var next = range.lowerBound
    for index in range where index >= next && passage.words[index].quote < 0 {
      guard lexicon.verbFilter.mayContain(passage.words[index].code),
        let hits = lexicon.forms[passage.language(at: index)]?[passage.words[index].key],
        let (hit, end) = bestHit(hits, at: index, before: range.upperBound)
      else {
        if isBehindQuote(index, range.lowerBound), let event = unknown(at: index, in: range) {
          found.append(event)
          next = index + 1
        }
        continue
      }
      let verb = lexicon.verbs[hit.verb]
      if isNoun(index, verb) || takesQuestion(index, verb, range.upperBound) { continue }
      switch shape(of: hits, lexeme: hit.verb, at: index, from: range.lowerBound) {
      case .success(var event):
        var end = end
        // "acusándola", where the tokenizer made two words of it.
        while end < range.upperBound, passage.words[end].start == passage.words[index].start {
          end += 1
        }
        event.group = event.group.lowerBound..<end
        event.span = event.group
        found.append(event)
        next = end
      case .failure(let reason):
        guard let text = reason.text else { continue }
        trace.note(
          Trace.Entry(
            rule: "EventFinder", subject: "statement", rejection: text,
            start: passage.words[index].start, end: passage.words[index].end))
      }
    }
    return found
  }

  /// True where a quotation ended at most four words before, by marks alone.
  private func isBehindQuote(_ index: Int, _ lower: Int) -> Bool {
    (max(lower, index - 5)..<index).contains { passage.words[$0].quote >= 0 }
  }

  /// Of several phrases that begin with the same word, the longest that stands here.
  private func bestHit(
    _ hits: [SpeechLexicon.Hit], at index: Int, before limit: Int
  ) -> (SpeechLexicon.Hit, Int)? {
    var best: (hit: SpeechLexicon.Hit, end: Int, length: Int)?
    for hit in hits {
      let verb = lexicon.verbs[hit.verb]
      var at = index + 1
      var matches = true
      for word in verb.tail {
        guard at < limit, passage.words[at].key == word else {
          matches = false
          break
        }
        at += 1
      }
      if matches, let required = verb.required {
        matches = at < limit && passage.words[at].key.hasPrefix(required)
      }
      let length = verb.tail.count + (verb.required == nil ? 0 : 1)
      if matches, best.map({ length > $0.length }) ?? true { best = (hit, at, length) }
    }
    return best.map { ($0.hit, $0.end) }
  }

  private func isNoun(_ index: Int, _ verb: SpeechVerb) -> Bool {
    let word = passage.words[index]
    if word.mention >= 0, word.upos != .verb || isGivenName(index) { return true }
    if index == passage.sentence(word.sentence).lowerBound, word.isCapitalized, word.mention < 0,
      passage.language(at: index) == .spanish
        ? !verb.frames.contains(.alsoNoun) : word.key.hasSuffix("ing")
    {
      // "Señala que …": the capital of a first word misleads the tagger.
      return false
    }
    if isBehindEnglishPreposition(index) { return true }
    if isAfterName(index) { return false }
    if passage.language(at: index) == .spanish, !word.isCapitalized,
      word.key.hasSuffix("ó") || index > 0 && PlainWords.have.contains(passage.words[index - 1].key)
    {
      // "había dicho Ana Soto": no determiner, whatever the tagger takes it for.
      return false
    }
    if isAttributive(index) || isBehindDe(index) { return true }
    switch word.upos {
    case .noun, .adj:
      return verb.frames.contains(.alsoNoun) || word.key != verb.lemma && isAfterArticle(index)
    case .propn, .adp, .det, .num: return true
    default: return verb.frames.contains(.alsoNoun) && isAfterArticle(index)
    }
  }

  /// "his counterpart, Said Farsi, arrived": the first word of a person's name, which the tagger takes for a verb.
  private func isGivenName(_ index: Int) -> Bool {
    let word = passage.words[index]
    return word.isCapitalized && index > passage.sentence(word.sentence).lowerBound
      && passage.analysis.mentions[word.mention].form == .name
      && passage.mentionWords[word.mention].contains(index + 1)
      && passage.words[index + 1].isCapitalized
  }

  /// "Answering a question, she said", "answered reporters' questions", "called off the meeting": no words are told.
  private func takesQuestion(_ index: Int, _ verb: SpeechVerb, _ limit: Int) -> Bool {
    if verb.lemma == "call" { return index + 1 < limit && passage.words[index + 1].key == "off" }
    // "all that Peru had asked for, he added": what was asked for stands before.
    if index + 3 < limit, verb.prepositions.contains(passage.words[index + 1].key),
      passage.isComma(index + 2), PlainWords.pronouns.contains(passage.words[index + 3].key)
    {
      return true
    }
    return verb.lemma == "answer"
      && (index + 1..<max(index + 1, min(limit, index + 5))).contains {
        ["question", "questions"].contains(passage.words[$0].key)
      }
  }

  /// "Reuters reports the ban …": a name before and a new noun phrase behind leave no room for a noun.
  private func isAfterName(_ index: Int) -> Bool {
    guard index > 0, index + 1 < passage.words.count, passage.language(at: index) == .english,
      passage.words[index].key.hasSuffix("s"), passage.words[index].upos == .noun,
      passage.words[index - 1].upos == .propn || passage.words[index - 1].mention >= 0
    else { return false }
    let next = passage.words[index + 1]
    // "…, the Daily Courier reports."
    if passage.isSentenceEnd(index + 1),
      (max(0, index - 6)..<index).contains(where: { passage.isComma($0) })
    {
      return true
    }
    return next.upos == .det || next.mention >= 0 || next.key == "that" || next.quote >= 0
  }

  /// "over reports that", "amid calls for": no finite verb stands right behind a preposition.
  private func isBehindEnglishPreposition(_ index: Int) -> Bool {
    index > 0 && passage.language(at: index) == .english
      && ["over", "amid", "despite", "following", "of", "about", "against", "with"]
        .contains(passage.words[index - 1].key)
      && passage.words[index].key.hasSuffix("s")
  }

  /// "resoluciones de condena al gobierno": behind "de" no finite verb stands.
  private func isBehindDe(_ index: Int) -> Bool {
    index > 0 && passage.language(at: index) == .spanish && passage.words[index - 1].key == "de"
      && lexicon.forms[.spanish]?[passage.words[index].key]?.allSatisfy { $0.form == .finite }
        == true
  }

  /// "a shared future", "their reported losses": no finite verb stands between an article and a noun.
  private func isAttributive(_ index: Int) -> Bool {
    guard index > 0, passage.language(at: index) == .english,
      ["a", "an", "the", "their", "its"].contains(passage.words[index - 1].key)
    else { return false }
    return !passage.words[index].key.hasSuffix("ing")
  }

  private func isAfterArticle(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = passage.words[index - 1]
    if passage.language(at: index) == .spanish {
      // "su más enérgica condena"
      var start = index - 1
      while start > 0, index - start < 4,
        passage.words[start].upos == .adj || ["más", "muy"].contains(passage.words[start].key)
      {
        start -= 1
      }
      if ["un", "una", "su", "sus", "el"].contains(passage.words[start].key) { return true }
      // "la cifra", not "la defiende"
      if before.key == "la" { return before.upos == .det && passage.words[index].upos == .noun }
      return ["el", "un", "una", "los", "las", "su", "sus"].contains(before.key)
    }
    return before.upos == .det || PlainWords.articles.contains(before.key)
      || ["his", "her", "their", "its", "of", "this", "'s", "’s"].contains(before.key)
  }

  private struct Refusal: Error {
    var text: String?
  }

  private func shape(
    of hits: [SpeechLexicon.Hit], lexeme: Int, at index: Int, from lower: Int
  ) -> Result<SpeechEvent, Refusal> {
    let forms = Set(hits.filter { $0.verb == lexeme }.map(\.form))
    var start = index
    var at = index - 1
    var negated = false
    var isReflexive = passage.words[index].key.hasSuffix("se")
    let takesReflexive = lexicon.verbs[lexeme].frames.contains(.reflexive)
    while at >= lower, index - at <= 5 {
      let key = passage.words[at].key
      if PlainWords.negations.contains(key) {
        negated = true
      } else if PlainWords.clitics.contains(key), passage.language(at: index) == .spanish,
        passage.words[at].upos != .det || at == index - 1 && isBehindConjunction(at, lower)
      {
        isReflexive = isReflexive || key == "se"
        if key == "se", !takesReflexive, !lexicon.verbs[lexeme].frames.contains(.question),
          !callsItself(index, lexeme)
        {
          return .failure(Refusal(text: "no one is said to speak"))
        }
        start = at
      } else if !passage.isAdverbial(at) || passage.words[at].mention >= 0
        || passage.isRelative(at)
      {
        break
      }
      at -= 1
    }
    if takesReflexive, !isReflexive,
      at < lower || passage.words[at].key != "ha" || at == lower
        || passage.words[at - 1].key != "se"
    {
      return .failure(Refusal(text: nil))
    }
    let before = at >= lower ? passage.words[at].key : ""
    var event = SpeechEvent(
      verb: index, lexeme: lexeme, form: .finite, group: start..<index + 1, span: start..<index + 1)
    let refused = Refusal(text: "not said to have been said")
    if PlainWords.have.contains(before), forms.contains(.participle) {
      if negated || isAttribute(index) || isNegatedOrPassive(have: at, lower, takesReflexive) {
        return .failure(refused)
      }
      event.group = at..<index + 1
      return isHypothetical(at, lower) ? .failure(refused) : .success(event)
    }
    if PlainWords.be.contains(before), index - at <= 2 {
      if forms.contains(.gerund) {
        let have = at - 1
        let isPerfect =
          before == "been" && have >= lower && PlainWords.have.contains(passage.words[have].key)
          && !isHypothetical(have, lower)
        if negated || before == "be" || before == "been" && !isPerfect {
          return .failure(refused)
        }
        event.group = (isPerfect ? have : at)..<index + 1
        return .success(event)
      }
      if forms.contains(.participle) {
        event.form = .participle
        event.isPassive = true
        event.group = auxiliaries(from: at, lower)..<index + 1
        return negated ? .failure(refused) : .success(event)
      }
    }
    if PlainWords.modals.contains(before) || ["do", "does", "did"].contains(before) {
      return .failure(refused)
    }
    if negated { return .failure(refused) }
    if before == "to", forms.contains(.infinitive), passage.language(at: index) == .english {
      event.form = .infinitive
      event.group = at..<index + 1
      return .success(event)
    }
    if forms.contains(.gerund) {
      event.form = .gerund
      return .success(event)
    }
    if forms.contains(.infinitive), passage.language(at: index) == .spanish,
      let first = temporal(before: index, from: lower)
    {
      let isLight = !["a", "tras", "luego", "después"].contains(passage.words[first].key)
      event.form = isLight ? .finite : .gerund
      event.isTemporal = !isLight
      event.group = first..<index + 1
      return .success(event)
    }
    if forms.contains(.finite) {
      if forms.contains(.participle), isReduced(index) { return .failure(Refusal(text: nil)) }
      return .success(event)
    }
    return .failure(Refusal(text: nil))
  }

  /// "se dijo «consternado»", "se declaró «orgullosa»": who says what he is, in words of his own.
  private func callsItself(_ index: Int, _ lexeme: Int) -> Bool {
    ["decir", "declarar", "manifestar", "confesar"].contains(lexicon.verbs[lexeme].lemma)
      && index + 1 < passage.words.count && passage.words[index + 1].quote >= 0
  }

  /// "negó las acusaciones y las calificó de falsas": true for a pronoun, taken for an article, between a conjunction and the verb.
  private func isBehindConjunction(_ index: Int, _ lower: Int) -> Bool {
    index > lower && passage.isConjunction(index - 1)
  }

  /// "al señalar que", "tras advertir que", "luego de asegurar que": where that begins; nil for other infinitives.
  private func temporal(before index: Int, from lower: Int) -> Int? {
    let at = index - 1
    guard at >= lower else { return nil }
    if passage.words[at].key == "tras" { return at }
    guard at > lower else { return nil }
    switch passage.words[at].key {
    case "a":
      // "se limitó a señalar", "volvió a pedir": the infinitive tells what was said.
      guard lexicon.light[.spanish]?.contains(passage.words[at - 1].key) == true else { return nil }
      return at - 1 > lower && passage.words[at - 2].key == "se" ? at - 2 : at - 1
    case "el": return passage.words[at - 1].key == "a" ? at - 1 : nil
    case "de": return ["luego", "después"].contains(passage.words[at - 1].key) ? at - 1 : nil
    default: return nil
    }
  }

  /// "no ha revelado", "se ha considerado": nothing was said, or nobody is said to have said it.
  private func isNegatedOrPassive(have: Int, _ lower: Int, _ takesReflexive: Bool) -> Bool {
    guard passage.language(at: have) == .spanish else { return false }
    var at = have - 1
    while at >= lower, PlainWords.clitics.contains(passage.words[at].key) {
      if passage.words[at].key == "se", !takesReflexive,
        at == lower || !["lo", "la", "los", "las", "le", "les"].contains(passage.words[at + 1].key)
      {
        return true
      }
      at -= 1
    }
    return at >= lower && PlainWords.negations.contains(passage.words[at].key)
  }

  /// "has alleged ties": a participle that belongs to the noun behind it.
  private func isAttribute(_ index: Int) -> Bool {
    passage.language(at: index) == .english && passage.words[index].upos == .adj
      && index + 1 < passage.words.count
      && passage.words[index + 1].upos == .noun
  }

  /// "would have said", "habría dicho" are not told as facts; "has said" is.
  private func isHypothetical(_ have: Int, _ lower: Int) -> Bool {
    have > lower && PlainWords.modals.contains(passage.words[have - 1].key)
  }

  private func auxiliaries(from index: Int, _ lower: Int) -> Int {
    var start = index
    while start > lower,
      PlainWords.have.contains(passage.words[start - 1].key)
        || PlainWords.be.contains(passage.words[start - 1].key)
    {
      start -= 1
    }
    return start
  }

  /// Participles behind which "as" tells under what name.
  private static let namings: Set<String> = [
    "recognised", "recognized", "confirmed", "cited", "hailed", "touted",
  ]

  /// What something is said by that is nobody.
  private static let means: Set<String> = [
    "phone", "telephone", "email", "e-mail", "text", "letter", "video", "videoconference",
    "satellite",
  ]

  /// "an accusation denied by Germany", "a minority recognised as such": a participle with its agent, not a past tense.
  private func isReduced(_ index: Int) -> Bool {
    guard index + 1 < passage.words.count else { return false }
    if index > 0, passage.isComma(index - 1), index + 2 < passage.words.count,
      ["estimated", "reported", "alleged", "said", "claimed", "predicted"]
        .contains(passage.words[index].key)
    {
      // ", said to have done much damage", ", estimated at $5 million"; but "Tarrant, the president, said to reporters at a dinner"
      let next = passage.words[index + 2]
      switch passage.words[index + 1].key {
      case "to" where next.key == "be" || next.key == "have": return true
      case "at" where next.key.unicodeScalars.contains(where: { ("0"..."9").contains($0) }):
        return true
      default: break
      }
    }
    if passage.words[index + 1].key == "as", Self.namings.contains(passage.words[index].key) {
      return true
    }
    // "warned by phone from Oslo"
    return passage.words[index + 1].key == "by"
      && passage.words[index].features.contains(.participle)
      && !(index + 2 < passage.words.count && Self.means.contains(passage.words[index + 2].key))
  }
}

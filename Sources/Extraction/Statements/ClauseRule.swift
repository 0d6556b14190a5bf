import Language
import Records

/// Makes statements of the clause, the phrase or the quotation that a verb of saying reports.
///
/// Examples:
/// - "The ministry **said** *the talks had failed*."
/// - "*The talks had failed*, the ministry **said**."
/// - "*The talks*, she **said**, *had failed*."
/// - "He **condemned** *the attack* and **called for** *restraint*."
struct ClauseRule {
  let passage: Passage
  let lexicon: SpeechLexicon
  let content: ContentReader
  let ends: ContentEnd

  /// Adds what the event reports.
  func read(_ event: SpeechEvent, into drafts: inout StatementDrafts, trace: inout Trace) {
    guard let speaker = event.speaker else {
      note("nobody is found who says it", event, &trace)
      return
    }
    let verb = lexicon.verbs[event.lexeme]
    if verb.frames.contains(.courts), !isCourt(speaker) {
      note("no court or inquiry finds it", event, &trace)
      return
    }
    if verb.lemma == "sostener", holdsMeeting(event) {
      note("a meeting was held", event, &trace)
      return
    }
    let sentence = passage.sentence(passage.words[event.verb].sentence)
    let limit = contentLimit(sentence)
    if event.isPassive {
      passive(event, speaker, sentence, &drafts)
      return
    }
    if event.form == .infinitive, !isPurpose(event, sentence) {
      note("an infinitive that tells no act of saying", event, &trace)
      return
    }
    if let told = toldBefore(event, sentence) {
      add(told, speaker, event, &drafts)
      return
    }
    let follows = isQuoteBefore(event, sentence)
    if !event.isParenthetical, let start = content.start(of: event, before: limit),
      !follows || start.opening == .quote || isExplicit(start.at)
        || (start.opening == .clause && !event.isInverted && !isCircumstance(start.at, limit)
          && hasVerb(start.at..<limit))
    {
      if speaker.entities.isEmpty, speaker.kind == nil, !isExplicit(start.at),
        !looksPersonal(speaker, sentence)
      {
        note("its subject is not known to be someone who speaks", event, &trace)
        return
      }
      let end = ends.end(from: start.at, opening: start.opening, before: limit, of: event)
      if verb.frames.contains(.quote), passage.words[start.at].quote >= 0 || start.opening == .quote
      {
        drafts.own(
          passage.words[start.at].quote, speaker, rule: "ClauseRule", verb: event.verb)
      }
      add(start.at..<end, speaker, event, &drafts)
      if !follows, event.isInverted, passage.words[start.at - 1].key == ":" {
        before(event, speaker, sentence, &drafts)
      }
      if follows, event.form != .gerund, start.opening == .quote || isExplicit(start.at) {
        around(event, speaker, sentence, limit, &drafts)
      }
      return
    }
    guard !verb.frames.isDisjoint(with: [.that, .quote]) else {
      note("no content follows", event, &trace)
      return
    }
    if event.form == .gerund { return }
    around(event, speaker, sentence, limit, &drafts)
  }

  /// "sostuvo ayer reuniones con los alcaldes", not "sostuvo en la reunión" or "sostuvo Roa": nothing is said.
  private func holdsMeeting(_ event: SpeechEvent) -> Bool {
    let at = event.group.upperBound
    return (at..<max(at, min(passage.words.count, at + 6))).prefix {
      passage.words[$0].isDate || passage.isAdverbial($0)
        || !passage.isPreposition($0) && !passage.isPunctuation($0)
          && !passage.words[$0].isCapitalized && passage.words[$0].key != "que"
    }.contains {
      lexicon.nounLists[.spanish]?["meetings"]?.contains(passage.words[$0].key) == true
    }
  }

  /// "The court found that", "the inquiry determined": who finds something by an office of his own.
  private func isCourt(_ speaker: Speaker) -> Bool {
    let name = speaker.entities.first.flatMap { passage.analysis.entities[$0].name } ?? ""
    let words =
      speaker.words.map { passage.words[$0].key }
      + name.lowercased().split(separator: " ")
      .map(String.init)
    return LanguageCode.allCases.contains { language in
      lexicon.nounLists[language]?["courts"].map { !$0.isDisjoint(with: words) } ?? false
    }
  }

  /// "Así lo expresó el embajador": the sentence before, in the paragraph before where this one opens its own.
  private func toldBefore(_ event: SpeechEvent, _ sentence: Range<Int>) -> Range<Int>? {
    let so = event.group.lowerBound - 1
    let number = passage.words[event.verb].sentence
    guard so >= sentence.lowerBound, so <= sentence.lowerBound + 1, number > 0,
      passage.words[so].key == "así", passage.words[so + 1].key == "lo"
    else { return nil }
    let told = passage.sentence(number - 1)
    return told.count > 3 ? told : nil
  }

  /// A name, or a noun that by its ending is one of people ("maquinista", "traders").
  private func looksPersonal(_ speaker: Speaker, _ sentence: Range<Int>) -> Bool {
    let head = NounPhrases(passage: passage, lexicon: lexicon).head(of: speaker.words)
    let first = speaker.words.first {
      !passage.isArticle($0)
    }
    if [head, first].contains(where: {
      guard let at = $0, passage.words[at].isCapitalized else { return false }
      return at > sentence.lowerBound || passage.words[at].upos == .propn
    }) {
      return true
    }
    guard let head, passage.words[head].upos == .noun else { return false }
    let key = passage.words[head].key
    let endings =
      passage.language(at: head) == .spanish
      ? ["ista", "istas", "dores", "dora", "doras", "tores", "eros", "eras"]
      : ["ist", "ists", "ian", "ians", "man", "men", "woman", "women", "ers"]
    return endings.contains { key.hasSuffix($0) } && !PlainWords.thingsLikePeople.contains(key)
  }

  /// "'…,' he said as he got into the car", "… minutes before the vote": when it was said, not what.
  private func isCircumstance(_ start: Int, _ limit: Int) -> Bool {
    if PlainWords.circumstances.contains(passage.words[start].key) { return true }
    return passage.isTimeSpan(start, limit)
  }

  /// True if "that", "que" or a colon introduces the content.
  private func isExplicit(_ start: Int) -> Bool {
    start > 0 && ["that", "que", ":"].contains(passage.words[start - 1].key)
      || passage.words[start].quote >= 0
  }

  private func note(_ reason: String, _ event: SpeechEvent, _ trace: inout Trace) {
    trace.note(
      Trace.Entry(
        rule: "ClauseRule", subject: "statement", rejection: reason,
        start: passage.words[event.group.lowerBound].start,
        end: passage.words[event.group.upperBound - 1].end))
  }

  /// The end of the sentence, or of the one in which a quotation closes that the sentence leaves open.
  private func contentLimit(_ sentence: Range<Int>) -> Int {
    var limit = sentence.upperBound
    while limit > 0, limit < passage.words.count, passage.words[limit - 1].quote >= 0,
      passage.words[limit].quote == passage.words[limit - 1].quote
    {
      limit = passage.sentence(passage.words[limit].sentence).upperBound
    }
    return limit
  }

  /// "spoke with Pérez to underscore the need": what a call or a meeting was for, if the verb says so.
  private func isPurpose(_ event: SpeechEvent, _ sentence: Range<Int>) -> Bool {
    let before = event.group.lowerBound - 1
    guard before >= sentence.lowerBound,
      !lexicon.verbs[event.lexeme].frames.isDisjoint(with: [.object])
    else { return false }
    if (sentence.lowerBound..<before).contains(where: {
      PlainWords.modals.contains(passage.words[$0].key) && passage.words[$0].quote < 0
    }) {
      return false
    }
    let word = passage.words[before]
    return word.mention >= 0 || word.isDate || word.key == ","
  }

  /// "The plan was rejected by Israel": the subject is what was said about.
  private func passive(
    _ event: SpeechEvent, _ speaker: Speaker, _ sentence: Range<Int>,
    _ drafts: inout StatementDrafts
  ) {
    guard
      !lexicon.verbs[event.lexeme].frames.isDisjoint(with: [.object, .impersonalObject, .strong])
    else { return }
    let last = event.group.lowerBound - 1
    var first = last
    while first > sentence.lowerBound {
      let before = first - 1
      if passage.words[before].quote >= 0 || passage.isPunctuation(before)
        || passage.isConjunction(before) || passage.isRelative(before)
        || passage.isFiniteVerb(before) || passage.words[before].key == "that"
      {
        break
      }
      first = before
    }
    guard first <= last, !passage.isRelative(last), !passage.isPunctuation(last) else { return }
    add(first..<last + 1, speaker, event, &drafts)
  }

  /// True if a quotation ends right before the verb or its subject.
  private func isQuoteBefore(_ event: SpeechEvent, _ sentence: Range<Int>) -> Bool {
    guard let last = left(of: event, sentence) else { return false }
    return passage.words[last].quote >= 0 && !passage.isNickname(passage.words[last].quote)
  }

  /// The last word before verb and subject, commas and brackets left out; nil at the sentence's start.
  private func left(of event: SpeechEvent, _ sentence: Range<Int>) -> Int? {
    var at = event.span.lowerBound - 1
    // An adverb before the mark is part of what was said: "New Delhi should look inward, it added".
    var isBehindMark = true
    while at >= sentence.lowerBound, passage.words[at].quote < 0,
      passage.isPunctuation(at) || isBehindMark && passage.isAdverbial(at)
    {
      if passage.isPunctuation(at) { isBehindMark = false }
      at -= 1
    }
    return at >= sentence.lowerBound ? at : nil
  }

  /// "Alemania no enviará misiles, reiteró el canciller: «…»": the clause before the verb, where a colon leads to the rest.
  private func before(
    _ event: SpeechEvent, _ speaker: Speaker, _ sentence: Range<Int>,
    _ drafts: inout StatementDrafts
  ) {
    guard let last = left(of: event, sentence), passage.isComma(event.span.lowerBound - 1),
      lexicon.verbs[event.lexeme].frames.contains(.that)
    else { return }
    let start = min(last, pieceStart(before: event, at: last, sentence))
    if hasVerb(start..<last + 1) { add(start..<last + 1, speaker, event, &drafts) }
  }

  /// The sentence around "he said", before and behind it.
  private func around(
    _ event: SpeechEvent, _ speaker: Speaker, _ sentence: Range<Int>, _ limit: Int,
    _ drafts: inout StatementDrafts
  ) {
    if passage.words[event.span].contains(where: { $0.key == "that" }) { return }
    // "The pact, signed by Lund, agreed to reopen the port", "the ministers had agreed on it": no tag behind what was said.
    let next = event.group.upperBound
    if lexicon.verbs[event.lexeme].lemma == "agree", next < limit,
      ["to", "on", "upon", "with", "in"].contains(passage.words[next].key)
    {
      return
    }
    var consumed = event.span.upperBound
    var isWhole = false
    if let last = left(of: event, sentence) {
      let isQuoted = passage.words[last].quote >= 0
      let before = event.span.lowerBound - 1
      guard
        isQuoted || event.isUnmarked
          || (before >= sentence.lowerBound && (passage.isComma(before) || passage.isDash(before)))
      else { return }
      let start = min(last, pieceStart(before: event, at: last, sentence))
      if isQuoted, opensWithGerund(start..<last + 1) {
        for index in start..<last + 1 where passage.words[index].quote >= 0 {
          drafts.own(passage.words[index].quote, speaker, rule: "ClauseRule", verb: event.verb)
        }
        return
      }
      if !isQuoted, opensBehind(last), event.isParenthetical || passage.isComma(before),
        let comma = (consumed..<limit).first(where: { passage.isComma($0) }), comma + 1 < limit
      {
        // "…, que, según admitió X, avanza despacio": only what follows is X's.
        add(comma + 1..<limit, speaker, event, &drafts)
        return
      }
      if isQuoted {
        let weak: SpeechFrames = [.quote, .more, .alsoNoun]
        if lexicon.verbs[event.lexeme].frames.isSubset(of: weak),
          passage.words[start].quote != passage.words[last].quote
        {
          // "The talks, which he called «frank», ended": a verb that says something only of a whole quotation.
          return
        }
        drafts.own(passage.words[last].quote, speaker, rule: "ClauseRule", verb: event.verb)
      }
      let isPiece =
        isQuoted || hasVerb(start..<last + 1)
        || last - start > 5 && (start...last).contains { passage.words[$0].upos == .verb }
        || (start..<last + 1).contains { passage.words[$0].quote >= 0 }
      isWhole = isPiece
      if isPiece, lexicon.verbs[event.lexeme].frames.contains(.that) || isQuoted {
        add(start..<last + 1, speaker, event, &drafts)
      }
    } else if event.isParenthetical, consumed < limit {
      // "Según informó la policía, …": what follows the comma.
      var at = consumed
      while at < limit, !passage.isComma(at) || passage.words[at].quote >= 0 { at += 1 }
      guard at + 1 < limit else { return }
      add(at + 1..<limit, speaker, event, &drafts)
      return
    }
    // Behind: ", he said, and …".
    if consumed < limit, let comma = content.parenthesisEnd(consumed, limit, event) {
      consumed = comma
    }
    while consumed < limit {
      let next = content.skipAside(consumed, limit, event)
      if next == consumed { break }
      consumed = next
    }
    guard consumed + 1 < limit,
      [",", ":", "."].contains(passage.words[consumed].key) || passage.isDash(consumed)
    else { return }
    var at = consumed + 1
    // "—dijo—, «…»"
    if passage.isDash(consumed), at + 1 < limit, passage.isComma(at) { at += 1 }
    if passage.words[at].quote >= 0 {
      drafts.own(passage.words[at].quote, speaker, rule: "ClauseRule", verb: event.verb)
      return
    }
    guard passage.isComma(consumed) || passage.isDash(consumed),
      !event.isInverted || event.isParenthetical || !isWhole,
      goesOn(at, limit)
    else { return }
    let end = ends.end(from: at, opening: .clause, before: limit, of: event)
    add(at..<end, speaker, event, &drafts)
  }

  /// "…, in which, sources said, the latter again raised", "but, X says, nobody came", "que, según X, avanza": a word that opens the
  /// clause behind it, so that what stands before it is no part of what is said.
  private func opensBehind(_ index: Int) -> Bool {
    if passage.words[index].quote >= 0 { return false }
    if ["that", "que"].contains(passage.words[index].key) || passage.isRelative(index) {
      return true
    }
    return ["but", "because", "pero", "porque", "although", "though", "aunque", "and", "y"]
      .contains(passage.words[index].key)
  }

  /// True if a clause goes on behind "he said,": not a remark about the speaker.
  private func goesOn(_ at: Int, _ limit: Int) -> Bool {
    if passage.isRelative(at) { return false }
    let key = passage.words[at].key
    if passage.words[at].features.contains(.gerund)
      || key.hasSuffix("ing") && passage.words[at].mention < 0
        && passage.language(at: at) == .english
      || ["while", "mientras", "as", "when", "cuando", "aunque", "although", "though"]
        .contains(key)
    {
      return false
    }
    if passage.isPreposition(at), passage.words[at].mention < 0 { return false }
    // "…, he said, because «some had second thoughts»", "A la vez, afirmó, la nota «muestra una gran prisa»": the verb is quoted.
    return hasVerb(at..<limit) || (at..<limit).contains { passage.words[$0].quote >= 0 }
  }

  func hasVerb(_ range: Range<Int>) -> Bool {
    range.contains {
      passage.words[$0].quote < 0
        && (passage.isFiniteVerb($0) || PlainWords.be.contains(passage.words[$0].key))
    }
  }

  private func add(
    _ words: Range<Int>, _ speaker: Speaker, _ event: SpeechEvent,
    _ drafts: inout StatementDrafts
  ) {
    let rule = IndirectRule(passage: passage)
    if isAnonymity(words) { return }
    if event.isParenthetical || words.last.map({ passage.words[$0].quote < 0 }) == true,
      rule.isTagged(words, lexicon)
    {
      return
    }
    rule.add(
      words, speaker, rule: "ClauseRule", verb: event.verb, to: &drafts)
  }
}

import Records

/// Gives quotations without words of attribution to who spoke in the same paragraph or before.
struct QuoteRule {
  let passage: Passage
  let finder: SpeakerFinder
  /// The verbs of saying of the paragraph, resolved.
  let events: [SpeechEvent]

  /// - Parameters:
  ///   - paragraph: its words.
  ///   - last: who spoke last, within the paragraphs that a speech may be carried over.
  func read(
    _ paragraph: Range<Int>, last: Speaker?, into drafts: inout StatementDrafts,
    trace: inout Trace
  ) {
    var quotes: [Int] = []
    for index in paragraph {
      let quote = passage.words[index].quote
      if quote >= 0, quotes.last != quote { quotes.append(quote) }
    }
    guard !quotes.isEmpty else { return }
    let owned = quotes.compactMap { drafts.owners[$0]?.speaker }
    var current: Speaker? = owned.isEmpty ? last : nil
    var following: [Speaker?] = Array(repeating: nil, count: quotes.count + 1)
    for position in quotes.indices.reversed() {
      following[position] = drafts.owners[quotes[position]]?.speaker ?? following[position + 1]
    }
    for (position, quote) in quotes.enumerated() {
      if let owner = drafts.owners[quote] {
        current = owner.speaker
        continue
      }
      // Who says what goes on in the next paragraph may be told behind it.
      if passage.quoteWords[quote].upperBound > paragraph.upperBound || isWritten(quote) {
        continue
      }
      guard standsAlone(quote, in: paragraph) else {
        if let speaker = speakerBefore(quote), isFragment(quote, in: paragraph) {
          drafts.own(quote, speaker, rule: "QuoteRule", verb: -1)
          current = speaker
          continue
        }
        note("part of a sentence that nobody is said to say", quote, &trace)
        continue
      }
      let introduced =
        spokenThus(behind: quote, in: paragraph)
        ?? introducer(of: quote, in: paragraph, hasOwner: !owned.isEmpty)
      let isForeign =
        introduced == nil && owned.isEmpty && hasOtherSubject(before: quote, paragraph)
      guard !isForeign, let speaker = introduced ?? current ?? following[position] else {
        note("the article does not tell who says it", quote, &trace)
        continue
      }
      drafts.own(quote, speaker, rule: "QuoteRule", verb: -1)
      current = speaker
    }
  }

  /// "«El agua no se vende», rezaba una pancarta", "'No more,' read a banner": words that stand on something, which nobody says.
  private func isWritten(_ quote: Int) -> Bool {
    let end = passage.quoteWords[quote].upperBound
    // Asked of the words first: a paragraph may have a hundred thousand quotations.
    let isOfTexts = (end..<min(end + 2, passage.words.count)).contains { word in
      finder.lexicon.forms[passage.language(at: word)]?[passage.words[word].key]?.contains {
        finder.lexicon.verbs[$0.verb].frames.contains(.documents)
      } ?? false
    }
    return isOfTexts
      && events.contains {
        (end...end + 1).contains($0.group.lowerBound) && $0.speaker == nil
          && finder.lexicon.verbs[$0.lexeme].frames.contains(.documents)
      }
  }

  /// "«…». Así se expresó el alcalde.": whom the sentence behind a quotation names as having spoken so.
  private func spokenThus(behind quote: Int, in paragraph: Range<Int>) -> Speaker? {
    var at = passage.quoteWords[quote].upperBound
    if at < paragraph.upperBound, passage.isSentenceEnd(at) { at += 1 }
    guard at + 3 < paragraph.upperBound, passage.words[at].key == "así", passage.words[at].quote < 0
    else { return nil }
    at += 1
    if ["se", "lo"].contains(passage.words[at].key) { at += 1 }
    guard passage.isFiniteVerb(at) else { return nil }
    at += 1
    while at + 1 < paragraph.upperBound, passage.words[at].isDate || passage.isAdverbial(at) {
      at += 1
    }
    let sentence = passage.sentence(passage.words[at].sentence)
    guard let found = finder.phrases.speaker(startingAt: at, before: sentence.upperBound),
      !found.entities.isEmpty || found.kind == .person
    else { return nil }
    return found
  }

  /// "Los votantes deberán responder a una pregunta: «…»": true where the sentence that a colon ends has a subject of its own that
  /// nobody is known by.
  private func hasOtherSubject(before quote: Int, _ paragraph: Range<Int>) -> Bool {
    guard let first = passage.quoteWords[quote].first, first > paragraph.lowerBound,
      passage.words[first - 1].key == ":"
    else { return false }
    let sentence = passage.sentence(passage.words[first - 1].sentence)
    if first - 1 > sentence.lowerBound,
      ["question", "questions", "pregunta", "preguntas", "slogan", "lema", "motto"]
        .contains(passage.words[first - 2].key)
    {
      return true
    }
    guard
      let verb = (sentence.lowerBound..<first).first(where: {
        passage.words[$0].quote < 0 && passage.isFiniteVerb($0)
      }), verb > sentence.lowerBound
    else { return false }
    return finder.hasOvertSubject(endingAt: verb - 1, sentence.lowerBound)
  }

  /// Who is said to speak in the sentence right before a quotation's, where nobody is in its own.
  private func speakerBefore(_ quote: Int) -> Speaker? {
    guard let first = passage.quoteWords[quote].first else { return nil }
    let sentence = passage.words[first].sentence
    guard !events.contains(where: { passage.words[$0.verb].sentence == sentence }) else {
      return nil
    }
    guard let event = events.last(where: { $0.verb < first }), !event.isPassive,
      passage.words[event.verb].sentence == sentence - 1
    else { return nil }
    guard let speaker = event.speaker else { return nil }
    // "La presidenta le trasladó «la solidaridad del pueblo»": a sentence about somebody else.
    let whole = passage.sentence(sentence)
    if whole.lowerBound < first,
      let subject = finder.sentenceSubject(whole, before: min(first, whole.upperBound)),
      subject.kind == .person, subject.entities != speaker.entities,
      !PlainWords.pronouns.contains(passage.words[subject.words.lowerBound].key)
    {
      return nil
    }
    return speaker
  }

  /// "The move would be «a grave mistake for the region»." behind what somebody said: some words of his within a sentence of the
  /// article, four at least and no name or title.
  private func isFragment(_ quote: Int, in paragraph: Range<Int>) -> Bool {
    let quotation = passage.quotes[quote]
    let words = passage.quoteWords[quote]
    guard let first = words.first, first > paragraph.lowerBound,
      quotation.wordCount(in: passage.scalars) >= 4,
      let letter = passage.scalars[quotation.inner].first(where: QuoteMark.isWord),
      letter.properties.isLowercase
    else { return false }
    let before = passage.words[first - 1].key
    return !Self.namings.contains(before)
  }

  private static let namings: Set<String> = [
    "called", "dubbed", "titled", "entitled", "named", "labelled", "labeled", "read", "reading",
    "slogan", "banner", "llamado", "llamada", "titulado", "titulada", "denominado", "denominada",
    "apodado", "lema", "cartel", "known", "as", "como",
  ]

  /// Whom the sentence is about that a colon ends before the quotation, or that stands before it in a paragraph where nobody
  /// is told to speak: "In his message he mourned the general: '…'", "Lee spoke of his beginnings. '…'".
  private func introducer(of quote: Int, in paragraph: Range<Int>, hasOwner: Bool) -> Speaker? {
    guard let first = passage.quoteWords[quote].first, first > paragraph.lowerBound else {
      return nil
    }
    let before = first - 1
    guard passage.words[before].quote < 0 else { return nil }
    let isColon = passage.words[before].key == ":"
    guard isColon || !hasOwner else { return nil }
    var number = passage.words[before].sentence
    if isSetting(before, paragraph), number > passage.words[paragraph.lowerBound].sentence {
      number -= 1
    }
    let sentence = passage.sentence(number)
    guard let opening = sentence.first, passage.words[opening].quote < 0,
      let subject = finder.sentenceSubject(sentence, before: min(first, sentence.upperBound)),
      !subject.entities.isEmpty, isColon || subject.kind == .person && subject.entities.count == 1
    else { return nil }
    return subject
  }

  /// True for a comma behind a few words without a verb that open the sentence: "During the premiere, '…'".
  private func isSetting(_ comma: Int, _ paragraph: Range<Int>) -> Bool {
    guard passage.isComma(comma), passage.words[comma].quote < 0 else { return false }
    let first = max(
      paragraph.lowerBound, passage.sentence(passage.words[comma].sentence).lowerBound)
    return comma - first <= 8 && passage.isPreposition(first)
      && !(first..<comma).contains { passage.isFiniteVerb($0) || passage.words[$0].quote >= 0 }
  }

  private func note(_ reason: String, _ quote: Int, _ trace: inout Trace) {
    let quotation = passage.quotes[quote]
    guard quotation.wordCount(in: passage.scalars) >= 3 else { return }
    trace.note(
      Trace.Entry(
        rule: "QuoteRule", subject: "statement", rejection: reason,
        start: quotation.outer.lowerBound, end: quotation.outer.upperBound))
  }

  /// True for a quotation that is a sentence of its own: it begins a paragraph or follows a sentence's end or another
  /// quotation, and ends likewise.
  private func standsAlone(_ quote: Int, in paragraph: Range<Int>) -> Bool {
    let words = passage.quoteWords[quote]
    guard let first = words.first else { return false }
    let before = first - 1
    let opens =
      before < paragraph.lowerBound || passage.isSentenceEnd(before)
      || passage.words[before].key == ":" && passage.words[before].quote < 0
      || isSetting(before, paragraph)
      || passage.words[before].quote >= 0
      || passage.words[before].sentence != passage.words[first].sentence
    guard opens else { return false }
    let after = words.upperBound
    if after < paragraph.upperBound, passage.words[after].quote >= 0,
      let last = passage.quotes[quote].inner.last,
      ![".", "!", "?", "…", ","].contains(passage.scalars[last])
    {
      // A heading in marks, run together with the quotation behind it.
      return false
    }
    return after >= paragraph.upperBound || passage.isSentenceEnd(after)
      || passage.isComma(after) || passage.words[after].quote >= 0
      || passage.words[after].sentence != passage.words[after - 1].sentence
      || passage.isSentenceEnd(after - 1)
  }
}

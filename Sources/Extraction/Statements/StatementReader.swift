import Language
import Records

/// Reads who is reported to have said what: direct quotations, posts, and indirect speech.
public enum StatementReader {
  /// The statements of an article, in the order in which they begin. Offsets count code points of its text.
  public static func read(
    _ analysis: Analysis, _ tags: DocumentTags, trace: inout Trace
  ) -> [StatementRecord] {
    let passage = Passage(analysis, tags)
    var reading = StatementReading(passage: passage, lexicon: .builtIn)
    reading.read(&trace)
    return reading.records(&trace)
  }
}

/// One reading of an article, paragraph by paragraph.
struct StatementReading {
  let passage: Passage
  let lexicon: SpeechLexicon
  private var drafts = StatementDrafts()
  private var last: Speaker? {
    didSet {
      guard let last else { return }
      if described.isNamedPerson(last) { lastNamed = last }
      if last.kind == .organization, !last.isDescribed { lastBody = last }
      if described.isUnnamedPerson(last) { lastUnnamed = last }
    }
  }
  /// The body that spoke last under a name.
  private var lastBody: Speaker?
  /// The person who spoke last under a name.
  private var lastNamed: Speaker?
  /// Who spoke last under a description that belongs to nobody named.
  private var lastUnnamed: Speaker?
  /// The paragraph in which `last` spoke.
  private var lastParagraph = -10
  /// Whom the paragraph before is about, where nobody speaks in it.
  private var topic: Later<Speaker?>?
  private let described: DescribedSpeakers
  private let texts: IssuedTexts

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
    described = DescribedSpeakers(passage: passage, lexicon: lexicon)
    texts = IssuedTexts(passage: passage, lexicon: lexicon)
  }

  mutating func read(_ trace: inout Trace) {
    for number in passage.paragraphs.indices { read(paragraph: number, &trace) }
    // Paragraphs that each open anew belong to who is named behind the last of them.
    let tops = passage.quotes.indices.filter { passage.quotes[$0].depth == 0 }
    for (quote, next) in zip(tops, tops.dropFirst()).reversed()
    where passage.quotes[next].continues {
      guard let owner = drafts.owners[next], drafts.owners[quote]?.verb ?? -1 < 0 else { continue }
      drafts.owners[quote] = (owner.speaker, "QuoteRule", owner.verb)
    }
  }

  private mutating func read(paragraph number: Int, _ trace: inout Trace) {
    let paragraph = passage.paragraphs[number]
    guard !paragraph.isEmpty else { return }
    if isHeading(paragraph) { return }
    if PostRule(passage: passage).read(paragraph, into: &drafts) { return }
    let finder = SpeakerFinder(passage: passage, lexicon: lexicon, texts: texts)
    let content = ContentReader(
      passage: passage, lexicon: lexicon,
      media: MediumReader(passage: passage, lexicon: lexicon))
    let before = last
    let sources = SourceRule(passage: passage, lexicon: lexicon, finder: finder)
    var found = sources.sources(in: paragraph, last: last, trace: &trace)
    var nextSource = 0
    var events: [SpeechEvent] = []
    // Known without going through them: a paragraph may have a hundred thousand.
    var hasSpeaker = false
    for event in EventFinder(passage: passage, lexicon: lexicon)
      .events(in: paragraph, trace: &trace)
    {
      while nextSource < found.count, found[nextSource].word < event.group.lowerBound {
        hear(&found[nextSource], events)
        nextSource += 1
      }
      let own = passage.words[event.verb].sentence
      // The sentence of the last source before this one.
      let source =
        found[..<nextSource].last { passage.words[$0.word].sentence < own }
        .map { passage.words[$0.word].sentence } ?? -1
      let context = SpeakerContext(
        last: last,
        lastNamed: lastNamed,
        lastSentence: events.last(where: { $0.speaker != nil && $0.speaker == last })
          .map { passage.words[$0.verb].sentence },
        isRecent: number - lastParagraph <= 1 || !events.isEmpty,
        possibleTopic: (hasSpeaker || source >= 0)
          && (source == own - 1 || !isAboutAnother(event, events))
          ? nil : possibleTopic(before: event, paragraph, finder))
      var resolved = finder.resolve(event, previous: events, context: context)
      resolved.speaker = resolved.speaker.map { named($0) }
      if let speaker = resolved.speaker, let named = entityInQuote(before: resolved, speaker) {
        resolved.speaker = described.resolve(speaker, except: named, last: spoken(speaker))
      }
      if let other = someoneElse(resolved) { resolved.speaker = other }
      resolved.speaker = resolved.speaker.map {
        texts.complete($0, at: event.verb, paragraph: number)
      }
      if resolved.speaker != nil, !resolved.isPassive, !isNested(resolved, events),
        tells(resolved)
      {
        last = resolved.speaker
      }
      hasSpeaker = hasSpeaker || resolved.speaker != nil
      events.append(resolved)
    }
    let ends = ContentEnd(
      passage: passage, events: events, media: content.media, lexicon: lexicon)
    let clauses = ClauseRule(passage: passage, lexicon: lexicon, content: content, ends: ends)
    for event in events { clauses.read(event, into: &drafts, trace: &trace) }
    ClaimRule(passage: passage, lexicon: lexicon, phrases: finder.phrases, ends: ends)
      .read(paragraph, into: &drafts)
    while nextSource < found.count {
      hear(&found[nextSource], events)
      nextSource += 1
    }
    sources.add(found, to: &drafts)
    topic = nil
    if !hasSpeaker {
      let (passage, described, heard) = (passage, described, heard)
      topic = Later {
        let first = passage.sentence(passage.words[paragraph.lowerBound].sentence)
        guard let subject = finder.sentenceSubject(first, before: paragraph.upperBound),
          subject.kind == .person, subject.entities.count == 1
        else { return nil }
        return described.resolve(subject, last: heard.spoken(subject, described))
      }
    }
    if last != before || hasSpeaker { lastParagraph = number }
    QuoteRule(passage: passage, finder: finder, events: events).read(
      paragraph, last: number - lastParagraph <= 2 ? last : nil, into: &drafts, trace: &trace)
    if paragraph.contains(where: { passage.words[$0].quote >= 0 }), number - lastParagraph <= 2 {
      lastParagraph = number
    }
  }

  /// "A said X. The coordinator, B, is worried. «…», señala.": true if nobody speaks in the sentence before the event's, which opens with
  /// a person's name or office, and the event does not tell that somebody goes on.
  private func isAboutAnother(_ event: SpeechEvent, _ events: [SpeechEvent]) -> Bool {
    let number = passage.words[event.verb].sentence - 1
    guard number >= 0,
      !lexicon.verbs[event.lexeme].frames.contains(.more),
      event.group.lowerBound > passage.sentence(number + 1).lowerBound,
      !events.contains(where: {
        $0.speaker != nil && passage.words[$0.verb].sentence >= number
      }), let first = passage.sentence(number).first
    else { return false }
    let opening = passage.words[first..<min(first + 2, passage.words.count)]
    return opening.contains {
      $0.mention >= 0 && passage.analysis.mentions[$0.mention].form != .pronoun
    }
  }

  /// The speaker by name; "the official" is the unnamed one who spoke last under that noun.
  private func named(_ speaker: Speaker) -> Speaker {
    if let lastUnnamed, let same = described.again(speaker, as: lastUnnamed) { return same }
    return described.resolve(speaker, last: spoken(speaker))
  }

  /// Who spoke last, as far as a description of this kind may mean him.
  private func spoken(_ speaker: Speaker) -> Speaker? { heard.spoken(speaker, described) }

  private var heard: Heard { Heard(last: last, lastBody: lastBody, lastNamed: lastNamed) }

  /// Who spoke last.
  private struct Heard {
    let last: Speaker?
    let lastBody: Speaker?
    let lastNamed: Speaker?

    /// As far as a description of this kind may mean him: for persons the last one with a name.
    func spoken(_ speaker: Speaker, _ described: DescribedSpeakers) -> Speaker? {
      if speaker.kind == .organization, last?.kind != .organization { return lastBody ?? last }
      guard speaker.kind == .person || speaker.kind == nil, let last,
        !described.isNamedPerson(last)
      else { return last }
      return lastNamed ?? last
    }
  }

  /// Keeps a source as who spoke last, unless a verb of its sentence has a speaker of its own.
  private mutating func hear(_ source: inout SourceRule.Source, _ events: [SpeechEvent]) {
    if source.speaker.entities.isEmpty, source.speaker.phrase == nil {
      guard var speaker = last, speaker.kind != .government else { return }
      speaker.words = source.speaker.words
      source.speaker = speaker
      return
    }
    source.speaker = named(source.speaker)
    let sentence = passage.words[source.word].sentence
    if let event = events.last, event.speaker != nil,
      passage.words[event.verb].sentence == sentence
    {
      return
    }
    last = source.speaker
  }

  /// Whom the sentence before the event's, in its paragraph, is about: "Abdel was wounded. «We were praying», he said." Else whom
  /// the paragraph before is about.
  private func possibleTopic(
    before event: SpeechEvent, _ paragraph: Range<Int>, _ finder: SpeakerFinder
  ) -> Later<Speaker?> {
    let (passage, described, heard, topic) = (passage, described, heard, topic)
    let isRecent =
      last != nil
      && passage.paragraphs.firstIndex(of: paragraph).map { $0 - lastParagraph <= 2 } ?? true
    return Later {
      var number = passage.words[event.verb].sentence - 1
      let first = passage.words[paragraph.lowerBound].sentence
      while number > first, finder.leavesSubjectOut(passage.sentence(number)) { number -= 1 }
      if number >= first {
        let sentence = passage.sentence(number)
        if let name = finder.agedName(in: sentence) { return name }
        if let first = sentence.first, passage.words[first].quote < 0,
          let subject = finder.sentenceSubject(sentence, before: sentence.upperBound)
        {
          if subject.kind == .person, subject.entities.count == 1 {
            return described.resolve(subject, last: heard.spoken(subject, described))
          }
          // A body goes on to speak only where nobody else has just spoken.
          if !isRecent, subject.kind != nil,
            passage.language(at: event.verb) == .spanish,
            finder.isPlural(event).map({ $0 == finder.isPlural(subject) }) ?? true
          {
            return subject
          }
        }
      }
      return topic?.value ?? nil
    }
  }

  /// "A su turno, el jefe de Estado anunció …", "For his part, the minister said …": a description is then of somebody else than who
  /// spoke last.
  private func someoneElse(_ event: SpeechEvent) -> Speaker? {
    guard let speaker = event.speaker, let last, speaker.entities.count == 1,
      speaker.entities == last.entities, speaker.kind == .person
    else { return nil }
    let own = passage.words[speaker.words.lowerBound].mention
    guard own < 0 || passage.analysis.mentions[own].form == .description,
      !PlainWords.pronouns.contains(passage.words[speaker.words.lowerBound].key),
      passage.turns(in: passage.sentence(passage.words[event.verb].sentence))
    else { return nil }
    let other = described.resolve(speaker, except: speaker.entities[0], last: nil)
    return other.entities == speaker.entities ? nil : other
  }

  /// The entity that a description or a pronoun was taken for, if the quotation right before names it.
  private func entityInQuote(before event: SpeechEvent, _ speaker: Speaker) -> Int? {
    guard speaker.entities.count == 1, speaker.kind == .person else { return nil }
    let own = passage.words[speaker.words.lowerBound].mention
    let isName = own >= 0 && passage.analysis.mentions[own].form == .name
    guard !isName,
      passage.words[speaker.words.lowerBound].sentence
        == passage.words[event.verb].sentence
    else { return nil }
    var before = event.span.lowerBound - 1
    while before >= 0, passage.words[before].quote < 0, passage.isPunctuation(before) {
      before -= 1
    }
    guard before >= 0, passage.words[before].quote >= 0 else { return nil }
    for word in passage.quoteWords[passage.words[before].quote]
    where passage.words[word].mention >= 0 {
      let mention = passage.analysis.mentions[passage.words[word].mention]
      if mention.form == .name, mention.entities == speaker.entities { return speaker.entities[0] }
    }
    return nil
  }

  /// "La cumbre, que terminó el viernes": false for a verb that says something only of words in quotation marks, where its sentence
  /// has none, and somebody who is no person is its subject.
  private func tells(_ event: SpeechEvent) -> Bool {
    let weak: SpeechFrames = [.quote, .more, .alsoNoun]
    let verb = lexicon.verbs[event.lexeme]
    guard verb.frames.isSubset(of: weak), verb.prepositions.isEmpty, event.speaker?.kind != .person
    else { return true }
    let number = passage.words[event.verb].sentence
    let sentence = passage.sentence(number)
    let around =
      max(
        0, sentence.lowerBound - 1, event.verb - SpeakerFinder.reach)..<min(
        sentence.upperBound, event.verb + SpeakerFinder.reach)
    return around.contains {
      passage.words[$0].quote >= 0
    }
  }

  /// True if what a verb of saying reports is told by someone else: "said that sources told him".
  private func isNested(_ event: SpeechEvent, _ previous: [SpeechEvent]) -> Bool {
    let before = event.span.lowerBound - 1
    guard before >= 0, passage.words[before].sentence == passage.words[event.verb].sentence else {
      return false
    }
    if ["that", "que", "si", "if", "cuando", "when"].contains(passage.words[before].key) {
      return true
    }
    return previous.last.map { $0.group.upperBound == before + 1 && $0.speaker != nil } ?? false
  }

  /// True for a heading: a few words without a sentence's end, a colon or a quotation.
  private func isHeading(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= 12, let last = paragraph.last, passage.paragraphs.count > 1 else {
      return false
    }
    if passage.isSentenceEnd(last) || [":", ",", ";"].contains(passage.words[last].key) {
      return false
    }
    return !paragraph.contains { passage.words[$0].quote >= 0 }
  }

  /// The records of all drafts, in order; what two rules found alike is one.
  func records(_ trace: inout Trace) -> [StatementRecord] {
    var all = drafts.drafts
    for (quote, owner) in drafts.owners {
      let quotation = passage.quotes[quote]
      guard quotation.wordCount(in: passage.scalars) >= 3 else { continue }
      all.append(
        StatementDraft(
          kind: .direct, range: trimmed(quotation.inner), speaker: owner.speaker,
          rule: owner.rule, verb: owner.verb))
    }
    all.sort {
      ($0.range.lowerBound, -$0.range.upperBound, $0.kind == .indirect ? 0 : 1, $0.verb)
        < ($1.range.lowerBound, -$1.range.upperBound, $1.kind == .indirect ? 0 : 1, $1.verb)
    }
    let writer = StatementWriter(passage: passage, lexicon: lexicon)
    let bounds = passage.paragraphs.map { $0.first.map { passage.words[$0].start } ?? 0 }
    var before: (paragraph: Int, record: StatementRecord)?
    var records: [StatementRecord] = []
    for draft in all where !draft.range.isEmpty {
      guard var record = writer.record(of: draft) else { continue }
      // What a paragraph goes on quoting from one speaker was said where and when the first of it was.
      let paragraph = bounds.firstSorted { $0 > draft.range.lowerBound } - 1
      if let before, before.paragraph == paragraph, before.record.speakers == record.speakers {
        record.medium = record.medium ?? before.record.medium
        record.date = record.date ?? before.record.date
      }
      before = (paragraph, record)
      if records.last == record { continue }
      trace.note(
        Trace.Entry(
          rule: draft.rule, subject: "statement", start: draft.range.lowerBound,
          end: draft.range.upperBound, record: records.count))
      records.append(record)
    }
    return records
  }

  /// Without the comma that stands inside the marks before "he said".
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, passage.scalars[end - 1] == "," { end -= 1 }
    return range.lowerBound..<end
  }
}

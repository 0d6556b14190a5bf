import Language
import Records

/// Who signed or issued the texts that an article tells of, so that "the declaration condemns" and "el documento exige"
/// have speakers: "the statement issued by X", "A, B and C signed a declaration", "Firmada por A y B, la declaración …".
/// What is then said by some of the signers of a joint text, in that paragraph or the next, is said by all.
struct IssuedTexts {
  private struct Text {
    /// The word behind which it speaks.
    var word: Int
    var paragraph: Int
    /// The noun that names it ("statement").
    var noun: String
    var speaker: Speaker
    /// All persons that sign it together; empty for others.
    var signers: [Int]
  }

  /// How many words may stand between a noun of text and the verb of issuing.
  private static let reach = 8
  /// How many words behind a noun of text its signers are looked for.
  private static let longest = 60

  private let passage: Passage
  private let lexicon: SpeechLexicon
  private let phrases: NounPhrases
  private var texts: [Text] = []

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
    phrases = NounPhrases(passage: passage, lexicon: lexicon)
    for (number, paragraph) in passage.paragraphs.enumerated() {
      for noun in paragraph
      where passage.words[noun].quote < 0
        && lexicon.documentFilter.mayContain(passage.words[noun].code)
      {
        let word = passage.words[noun]
        guard lexicon.documents[passage.language(at: noun)]?[word.key] != nil,
          let (speaker, signers, at) = issuer(of: noun, passage.sentence(word.sentence))
        else { continue }
        texts.append(
          Text(word: at, paragraph: number, noun: word.key, speaker: speaker, signers: signers))
      }
    }
  }

  /// Who issued the text that a noun at a word means; nil if the article has not told.
  func speaker(ofTextAt noun: Int) -> Speaker? {
    let key = passage.words[noun].key
    let isGeneral = lexicon.generalTexts[passage.language(at: noun)]?.contains(key) ?? false
    guard let text = texts.last(where: { isBefore($0, noun) && (isGeneral || $0.noun == key) })
    else { return nil }
    var speaker = text.speaker
    speaker.issued = text.word
    return speaker
  }

  /// True for a text told before a word, or in the sentence of the word itself.
  private func isBefore(_ text: Text, _ noun: Int) -> Bool {
    text.word < noun || passage.words[text.word].sentence == passage.words[noun].sentence
  }

  /// The speaker, or all signers where some of them speak at a verb behind the text's own.
  func complete(_ speaker: Speaker, at verb: Int, paragraph: Int) -> Speaker {
    guard !speaker.entities.isEmpty,
      let text = texts.last(where: {
        $0.word < verb && $0.signers.count > 1 && paragraph - $0.paragraph <= 1
          && Set(speaker.entities).isSubset(of: $0.signers)
      })
    else { return speaker }
    var all = speaker
    all.entities = text.signers
    all.isDescribed = false
    all.issued = text.word
    return all
  }

  // MARK: - Who issued it

  private func issuer(
    of noun: Int, _ sentence: Range<Int>
  ) -> (speaker: Speaker, signers: [Int], word: Int)? {
    let verbs = lexicon.issuing[passage.language(at: noun)] ?? []
    let around =
      max(sentence.lowerBound, noun - Self.reach)..<min(sentence.upperBound, noun + 1 + Self.reach)
    guard
      lexicon.issuingFilter.mayContain(passage.words[sentence.lowerBound].code)
        || around.contains(where: { lexicon.issuingFilter.mayContain(passage.words[$0].code) })
    else { return nil }
    // "issued by X", "aprobada este jueves en esta ciudad por X".
    var at = noun + 1
    let end = min(sentence.upperBound, noun + 1 + Self.reach)
    while at < end, passage.words[at].quote < 0 {
      if verbs.contains(passage.words[at].key),
        let by = agent(behind: at, sentence.upperBound),
        let speaker = named(in: by + 1..<sentence.upperBound)
      {
        return (speaker, [], noun)
      }
      if passage.isFiniteVerb(at), passage.words[at].mention < 0,
        !verbs.contains(passage.words[at].key)
      {
        break
      }
      at += 1
    }
    if let speaker = relativeIssuer(of: noun, sentence, verbs) { return (speaker, [], noun) }
    // "Firmada por A y B, la declaración …".
    if let first = sentence.first, verbs.contains(passage.words[first].key), first + 1 < noun,
      let by = agent(behind: first, noun), let speaker = named(in: by + 1..<noun)
    {
      return (speaker, [], noun)
    }
    // "A and B signed a joint statement".
    for verb in (max(sentence.lowerBound, noun - Self.reach)..<noun).reversed() {
      guard passage.words[verb].quote < 0 else { return nil }
      if passage.isPreposition(verb), passage.words[verb].mention < 0,
        passage.words[verb].key != "de", passage.words[verb].upos != .det
      {
        return nil
      }
      guard verbs.contains(passage.words[verb].key), verb > sentence.lowerBound,
        agent(behind: verb, noun) == nil
      else { continue }
      let signers = signers(in: sentence.lowerBound..<verb)
      let joint = lexicon.joint[passage.language(at: noun)] ?? []
      let around = passage.words[verb..<min(sentence.upperBound, noun + 2)]
      if signers.count > 1, around.contains(where: { joint.contains($0.key) }) {
        return (
          Speaker(entities: signers, phrase: nil, kind: .person, words: verb..<verb + 1), signers,
          verb
        )
      }
      guard let speaker = phrases.speaker(endingAt: verb - 1, from: sentence.lowerBound),
        !speaker.entities.isEmpty || speaker.kind != nil
      else { return nil }
      return (speaker, [], verb)
    }
    return nil
  }

  /// "el comunicado que difundió el 18 de septiembre el ministerio", "a statement that the ministry released".
  private func relativeIssuer(
    of noun: Int, _ sentence: Range<Int>, _ verbs: Set<String>
  ) -> Speaker? {
    let end = min(sentence.upperBound, noun + 1 + Self.reach)
    guard
      let that = (noun + 1..<max(noun + 1, end)).first(where: {
        ["que", "that", "which"].contains(passage.words[$0].key)
      }), !(noun + 1..<that).contains(where: { passage.isFiniteVerb($0) }),
      let verb = (that + 1..<end).first(where: { verbs.contains(passage.words[$0].key) }),
      !(that + 1..<verb).contains(where: {
        passage.isComma($0) || passage.words[$0].quote >= 0
      })
    else { return nil }
    var found: Speaker?
    if verb > that + 1 {
      var last = verb - 1
      if PlainWords.have.contains(passage.words[last].key), last > that + 1 { last -= 1 }
      found = phrases.speaker(endingAt: last, from: that + 1)
    } else {
      var at = verb + 1
      while at < sentence.upperBound, at - verb < 10,
        passage.words[at].isDate || passage.isAdverbial(at)
          || at + 1 < sentence.upperBound && passage.words[at + 1].isDate
      {
        at += 1
      }
      found = phrases.speaker(startingAt: at, before: sentence.upperBound)
    }
    guard let found,
      !found.entities.isEmpty || found.kind != nil
        || passage.words[found.words.lowerBound].isCapitalized
    else { return nil }
    return found
  }

  /// The "by" or "por" behind a participle, days and places between.
  private func agent(behind participle: Int, _ limit: Int) -> Int? {
    var at = participle + 1
    while at < min(limit, participle + 14) {
      if ["by", "por"].contains(passage.words[at].key) { return at }
      if passage.isComma(at) || passage.words[at].quote >= 0
        || passage.isFiniteVerb(at) && passage.words[at].mention < 0
      {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// All who are named up to the next verb: the persons, else the bodies and governments, else a description.
  private func named(in range: Range<Int>) -> Speaker? {
    guard !range.isEmpty else { return nil }
    var end = range.lowerBound
    while end < min(range.upperBound, range.lowerBound + Self.longest) {
      if passage.words[end].quote >= 0 || passage.isSentenceEnd(end)
        || passage.isFiniteVerb(end) && passage.words[end].mention < 0
      {
        break
      }
      end += 1
    }
    let persons = signers(in: range.lowerBound..<end)
    let words = range.lowerBound..<max(range.lowerBound + 1, end)
    if !persons.isEmpty {
      return Speaker(entities: persons, phrase: nil, kind: .person, words: words)
    }
    var at = range.lowerBound
    while at < end {
      let mention = passage.words[at].mention
      if mention >= 0, let found = phrases.speaker(of: mention) { return found }
      at += 1
    }
    return phrases.speaker(startingAt: range.lowerBound, before: end).flatMap {
      $0.kind == nil ? nil : $0
    }
  }

  /// The persons named among words, each once.
  private func signers(in range: Range<Int>) -> [Int] {
    var out: [Int] = []
    for word in range where passage.words[word].mention >= 0 {
      let mention = passage.analysis.mentions[passage.words[word].mention]
      guard mention.form == .name else { continue }
      for entity in mention.entities
      where !out.contains(entity) && passage.analysis.entities[entity].kind == .person {
        out.append(entity)
      }
    }
    return out
  }
}

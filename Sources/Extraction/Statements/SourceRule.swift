import Language
import Records

/// Makes statements of sentences that a source is given for: "according to X, …", "…, según X".
struct SourceRule {
  let passage: Passage
  let lexicon: SpeechLexicon
  let finder: SpeakerFinder

  /// A source where it stands.
  struct Source {
    var word: Int
    var speaker: Speaker
    /// Where what a relative source tells begins ("según el cual …"); nil for others.
    var start: Int?
  }

  /// Adds what sources tell.
  func add(_ sources: [Source], to drafts: inout StatementDrafts) {
    for source in sources {
      let sentence = passage.sentence(passage.words[source.word].sentence)
      if let start = source.start {
        IndirectRule(passage: passage).add(
          start..<sentence.upperBound, source.speaker, rule: "SourceRule", verb: source.word,
          to: &drafts)
      } else {
        add(source.word, source.speaker, sentence, &drafts)
      }
    }
  }

  /// The sources in a range of words, in order.
  func sources(in range: Range<Int>, last: Speaker?, trace: inout Trace) -> [Source] {
    var out: [Source] = []
    for index in range
    where passage.words[index].quote < 0
      && lexicon.sourceFilter.mayContain(passage.words[index].code)
    {
      let language = passage.language(at: index)
      guard let phrases = lexicon.sources[language]?[passage.words[index].key],
        let phrase = phrases.first(where: { matches($0.words, index, range.upperBound) })
      else { continue }
      let sentence = passage.sentence(passage.words[index].sentence)
      var behind = index + phrase.words.count
      if language == .spanish, behind + 3 < sentence.upperBound,
        passage.words[behind].key == "lo", passage.words[behind + 2].key == "por",
        lexicon.forms[.spanish]?[passage.words[behind + 1].key] != nil
      {
        // "según lo informado por la policía"
        behind += 3
      }
      if let (antecedent, start) = relative(behind, index, sentence) {
        out.append(Source(word: index, speaker: antecedent, start: start))
        continue
      }
      if phrase.value == "last" {
        // "A su juicio, …": whoever has spoken last by then.
        let words = index..<behind
        let nobody = Speaker(entities: [], phrase: nil, kind: nil, words: words)
        out.append(Source(word: index, speaker: nobody, start: nil))
        continue
      }
      if phrase.value == "weak", !opensSentence(index, sentence) { continue }
      guard let speaker = speaker(at: behind, sentence, last, weak: phrase.value == "weak") else {
        trace.note(
          Trace.Entry(
            rule: "SourceRule", subject: "statement", rejection: "no known source follows",
            start: passage.words[index].start, end: passage.words[behind - 1].end))
        continue
      }
      out.append(Source(word: index, speaker: speaker, start: nil))
    }
    return out
  }

  /// "…, insistió Kerry, según el cual existen otras vías", "Meade, para quien …", "a minister, according to whom …": who
  /// stands before the comma, and where what he is said to say begins.
  private func relative(
    _ behind: Int, _ index: Int, _ sentence: Range<Int>
  ) -> (speaker: Speaker, start: Int)? {
    var at = behind
    if at < sentence.upperBound, ["el", "la", "los", "las"].contains(passage.words[at].key) {
      at += 1
    }
    guard at + 1 < sentence.upperBound, index > sentence.lowerBound,
      ["cual", "cuales", "quien", "quienes", "whom"].contains(passage.words[at].key)
    else { return nil }
    let last = passage.isComma(index - 1) ? index - 2 : index - 1
    guard last >= sentence.lowerBound,
      let speaker = finder.phrases.speaker(
        endingAt: last, from: sentence.lowerBound, nearest: true),
      !speaker.entities.isEmpty || speaker.kind != nil
    else { return nil }
    return (speaker, at + 1)
  }

  private func matches(_ words: [String], _ index: Int, _ limit: Int) -> Bool {
    guard index + words.count < limit else { return false }
    return words.indices.allSatisfy {
      let key = passage.words[index + $0].key
      return key == words[$0] || (key == "del" && words[$0] == "de")
    }
  }

  /// "Según el periódico se trató de un accidente", "Según los testigos la tragedia …": what was said follows with no comma.
  private func opensClause(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at + 1 < sentence.upperBound, passage.words[at].quote < 0 else { return false }
    let word = passage.words[at]
    if passage.isFiniteVerb(at), word.mention < 0, passage.words[at - 1].upos != .adp {
      return true
    }
    guard passage.language(at: at) == .spanish else { return false }
    if word.key == "se" || word.key == "no" { return true }
    return word.upos == .det && !word.isDate && !passage.words[at + 1].isDate
      && !passage.words[at - 1].features.contains(.participle)
      && PlainWords.articles.contains(word.key)
  }

  private func opensSentence(_ index: Int, _ sentence: Range<Int>) -> Bool {
    var at = index - 1
    while at >= sentence.lowerBound,
      passage.isComma(at) || passage.isAdverbial(at)
        || ["no", "obstante", "sin", "embargo"].contains(passage.words[at].key)
    {
      at -= 1
    }
    return at < sentence.lowerBound || passage.words[at].key == ";" && passage.words[at].quote < 0
      || isBehindDateline(at, sentence)
  }

  /// "Lima, a 3 de abril.- Según la policía, …": true for the dash that ends where and when an article was written.
  private func isBehindDateline(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at > sentence.lowerBound, at - sentence.lowerBound < 16, passage.words[at].quote < 0,
      passage.isDash(at) || passage.words[at].key == ".-"
    else { return false }
    return !(sentence.lowerBound..<at).contains {
      passage.isFiniteVerb($0) && passage.words[$0].mention < 0
    }
  }

  private func speaker(
    at start: Int, _ sentence: Range<Int>, _ last: Speaker?, weak: Bool
  ) -> Speaker? {
    let limit = sentence.upperBound
    guard start < limit, passage.words[start].quote < 0 else { return nil }
    if PlainWords.pronouns.contains(passage.words[start].key) {
      let mention = passage.words[start].mention
      return mention >= 0 ? finder.phrases.speaker(of: mention) : last
    }
    var start = start
    while start + 1 < limit,
      passage.words[start].isDate
        || (passage.isArticle(start)
          && passage.words[start + 1].isDate)
    {
      start += 1
    }
    guard var found = finder.phrases.speaker(startingAt: start, before: limit) else { return nil }
    if weak {
      guard !found.entities.isEmpty, found.kind == .person, found.words.upperBound < limit,
        passage.isComma(found.words.upperBound)
      else { return nil }
      return found
    }
    if !found.entities.isEmpty { return found }
    if let issuer = finder.issuer(of: found, nil) ?? publisher(of: found, limit) { return issuer }
    if !isPoll(found), let issuer = finder.issuer(of: found, last) {
      found = issuer
      return found
    }
    if found.kind != nil { return found }
    // Any noun but those that only record: "de acuerdo con el copresidente", not "según el acuerdo".
    guard let head = finder.phrases.head(of: found.words), passage.words[head].upos != .x else {
      return nil
    }
    let language = passage.language(at: head)
    let key = passage.words[head].key
    if lexicon.documents[language]?[key] != nil || lexicon.records[language]?.contains(key) == true
      || passage.words[head].isDate
    {
      return nil
    }
    return passage.words[head].upos == .propn || passage.words[found.words.lowerBound].upos == .det
      ? found : nil
  }

  /// What opens a phrase of why, when or where behind the source of a whole clause.
  private static let circumstances: Set<String> = [
    "por", "tras", "durante", "desde", "en", "con", "after", "during", "amid", "in", "by",
  ]

  /// "refirió el canal", "informó hoy la policía": a verb of saying and who says it.
  private func isTag(_ at: Int, _ sentence: Range<Int>) -> Bool {
    passage.language(at: at) == .spanish && passage.isFiniteVerb(at)
      && lexicon.forms[.spanish]?[passage.words[at].key] != nil
      && at + 1 < sentence.upperBound && !["que", ":"].contains(passage.words[at + 1].key)
  }

  /// A poll speaks for nobody but whoever published it.
  private func isPoll(_ speaker: Speaker) -> Bool {
    finder.phrases.head(of: speaker.words).map {
      ["encuesta", "sondeo", "poll", "survey"].contains(passage.words[$0].key)
    } ?? false
  }

  /// "una encuesta divulgada por Gallup", "a tweet by the minister": who is named behind "by".
  private func publisher(of speaker: Speaker, _ limit: Int) -> Speaker? {
    guard let head = finder.phrases.head(of: speaker.words),
      lexicon.documents[passage.language(at: head)]?[passage.words[head].key] != nil
        || lexicon.records[passage.language(at: head)]?.contains(passage.words[head].key) == true
    else { return nil }
    if let body = finder.body(in: speaker.words, behind: head) { return body }
    var at = speaker.words.upperBound
    while at < limit, at - speaker.words.upperBound < 12, !passage.isComma(at) {
      if ["by", "por", "from"].contains(passage.words[at].key),
        let named = finder.phrases.speaker(startingAt: at + 1, before: limit),
        !named.entities.isEmpty || named.kind != nil || namesSomeone(named)
      {
        return named
      }
      at += 1
    }
    return nil
  }

  /// "police in Baytown, Texas, say": a comma before the rest of a place ends no source.
  private func isBeforePlace(_ comma: Int, _ sentence: Range<Int>) -> Bool {
    var at = comma + 1
    while at < sentence.upperBound, at - comma <= 4, passage.words[at].upos == .propn { at += 1 }
    return at > comma + 1 && at < sentence.upperBound && passage.isComma(at)
  }

  private func namesSomeone(_ speaker: Speaker) -> Bool {
    speaker.words.contains { passage.words[$0].upos == .propn }
  }

  /// "According to Julia Mensah, 34, a nurse, …": the comma that ends what is told of a named person, from the one behind the name.
  private func behindApposition(_ comma: Int, _ speaker: Speaker, _ sentence: Range<Int>) -> Int {
    guard speaker.kind == .person, comma == speaker.words.upperBound, comma < sentence.upperBound,
      passage.isComma(comma)
    else { return comma }
    var open = comma
    while let close = (open + 1..<sentence.upperBound).first(where: {
      passage.isComma($0) && passage.words[$0].quote < 0
    }), close - open < 20, isAside(open + 1..<close), tells(close + 1..<sentence.upperBound) {
      open = close
    }
    return open
  }

  /// An age, a description without a verb, or a relative clause.
  private func isAside(_ words: Range<Int>) -> Bool {
    guard let first = words.first, !words.contains(where: { passage.words[$0].quote >= 0 }) else {
      return false
    }
    if words.count == 1 { return passage.words[first].upos == .num }
    if ["who", "whose", "que", "quien", "cuyo", "cuya"].contains(passage.words[first].key) {
      return true
    }
    guard !words.contains(where: { passage.isFiniteVerb($0) }) else { return false }
    // "del Partido Verde", "of the Green party"
    if ["de", "del", "of", "from"].contains(passage.words[first].key), words.count <= 8 {
      return true
    }
    let noun = passage.isArticle(first) ? first + 1 : first
    return words.contains(noun)
      && words.contains {
        lexicon.speakers[passage.language(at: first)]?[passage.words[$0].key] == .person
      }
  }

  /// True for words with a finite verb, or with a quotation.
  private func tells(_ words: Range<Int>) -> Bool {
    words.contains {
      passage.words[$0].quote >= 0 || passage.isFiniteVerb($0) && passage.words[$0].mention < 0
        || PlainWords.be.contains(passage.words[$0].key)
        || PlainWords.modals.contains(passage.words[$0].key)
    }
  }

  private func add(
    _ index: Int, _ speaker: Speaker, _ sentence: Range<Int>, _ drafts: inout StatementDrafts
  ) {
    let rule = IndirectRule(passage: passage)
    if opensSentence(index, sentence) {
      var at = max(index + 1, speaker.words.upperBound)
      if opensClause(at, sentence) {
        at -= 1
      } else {
        while at < sentence.upperBound,
          !passage.isComma(at) || passage.words[at].quote >= 0 || isBeforePlace(at, sentence)
        {
          at += 1
        }
        at = behindApposition(at, speaker, sentence)
      }
      guard at + 1 < sentence.upperBound else { return }
      rule.add(at + 1..<sentence.upperBound, speaker, rule: "SourceRule", verb: index, to: &drafts)
      return
    }
    var start = sentence.lowerBound
    let commaBefore = index > start && passage.isComma(index - 1)
    if !commaBefore, passage.words[index - 1].quote < 0 {
      for at in sentence.lowerBound..<index where passage.isComma(at) { start = at + 1 }
    }
    // "…, que, según X, avanza despacio": only what follows is X's.
    let isInside =
      commaBefore && index - 2 >= sentence.lowerBound
      && ["que", "that"].contains(passage.words[index - 2].key)
    let after = speaker.words.upperBound
    let goesOn =
      commaBefore && after + 1 < sentence.upperBound && passage.isComma(after)
      && !passage.isRelative(after + 1)
    // "según la oposición, por la ola de frío", "según la cadena, refirió el canal": no clause of what was said.
    let isOther =
      goesOn
      && (Self.circumstances.contains(passage.words[after + 1].key) && tells(start..<index)
        || isTag(after + 1, sentence))
    let tellsMore = goesOn && !isOther && tells(after + 1..<sentence.upperBound)
    // "La reunión, según X, ha sido larga": what stands before is no clause.
    if !isInside, !tellsMore || tells(start..<index), !rule.isTagged(start..<index, lexicon) {
      rule.add(start..<index, speaker, rule: "SourceRule", verb: index, to: &drafts)
    }
    // "…, according to Julia Mensah, 34, a nurse."
    if goesOn, tellsMore || !isOther && speaker.kind != .person {
      rule.add(
        after + 1..<sentence.upperBound, speaker, rule: "SourceRule", verb: index, to: &drafts)
    }
  }
}

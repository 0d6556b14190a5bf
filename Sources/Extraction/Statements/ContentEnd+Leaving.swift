import Language

/// Commas behind which the content is left: comments, afterthoughts, another speaker.
extension ContentEnd {
  /// A comma after which the content is left: a relative clause that comments, an afterthought.
  func leaves(_ comma: Int, _ limit: Int, opening: ContentReader.Opening) -> Bool {
    let key = passage.words[comma + 1].key
    if comments(comma + 1, limit), !closesAgain(comma + 1, limit, byVerb: true) { return true }
    if ["which", "whose"].contains(key) { return !closesAgain(comma + 1, limit, byVerb: true) }
    if ["who", "quien", "quienes"].contains(key), opening == .clause {
      return !closesAgain(comma + 1, limit) && !holdsQuote(comma + 1, limit)
    }
    if isComment(comma + 1, limit) { return true }
    if contrasts(comma, limit) { return true }
    if opening == .clause { return false }
    if key == "que", passage.language(at: comma) == .spanish {
      return !closesAgain(comma + 1, limit)
    }
    if ["but", "pero", "although", "though", "aunque"].contains(key),
      (comma + 2..<min(limit, comma + 10)).contains(where: { passage.isFiniteVerb($0) })
    {
      return true
    }
    if key == "as", comma + 3 < limit, passage.words[comma + 2].key == "well",
      passage.words[comma + 3].key == "as"
    {
      // ", as well as the importance of …"
      return false
    }
    if [
      "who", "while", "as", "when", "after", "mientras", "tras", "luego", "después", "quien",
      "cuando",
    ]
    .contains(key) {
      return !closesAgain(comma + 1, limit)
    }
    return false
  }

  /// "pidió al embajador, citado al ministerio, que dé garantías": true for the second comma, behind which what is asked for follows.
  func asksThat(
    _ comma: Int, from start: Int, _ opening: ContentReader.Opening, _ event: SpeechEvent
  ) -> Bool {
    let verb = lexicon.verbs[event.lexeme]
    return opening == .phrase && verb.frames.contains(.that) && verb.prepositions.contains("a")
      && passage.words[comma + 1].key == "que"
      && (start..<comma).contains(where: { passage.isComma($0) })
      && !(start..<comma).contains {
        passage.isFiniteVerb($0) || passage.isRelative($0) || passage.words[$0].quote >= 0
      }
  }

  /// ", mientras que el canciller sostuvo …", ", while the minister said …": another speaker takes over.
  private func contrasts(_ comma: Int, _ limit: Int) -> Bool {
    let key = passage.words[comma + 1].key
    let isTwo = key == "en" && comma + 3 < limit && passage.words[comma + 2].key == "tanto"
    guard ["mientras", "while", "whereas"].contains(key) || isTwo,
      let next = firstEvent(behind: comma + 1)
    else { return false }
    let other = events[next]
    return other.verb < limit && other.form == .finite && other.speaker != nil
      && other.span.lowerBound > comma + 1 && passage.words[other.verb].quote < 0
      && other.speaker?.words.lowerBound ?? 0 > comma
      && !(comma + 1..<other.span.lowerBound).contains { passage.isFiniteVerb($0) }
  }

  /// ", a demand that has so far met with no reply", ", una acusación que Moscú niega".
  private func isComment(_ at: Int, _ limit: Int) -> Bool {
    var noun = at
    if passage.isArticle(noun) { noun += 1 }
    guard noun + 1 < limit,
      lexicon.comments[passage.language(at: noun)]?.contains(passage.words[noun].key) == true
    else { return false }
    let next = passage.words[noun + 1]
    return passage.isRelative(noun + 1) || next.key == "that"
      || PlainWords.pronouns.contains(next.key)
      || next.upos == .verb && next.features.contains(.participle) || next.mention >= 0
  }

  /// True for words by which the article comments on what was said: ", in a reference to …", ", según un comunicado".
  private func comments(_ at: Int, _ limit: Int) -> Bool {
    Self.remarks.contains { remark in
      at + remark.count < limit
        && remark.indices.allSatisfy { passage.words[at + $0].key == remark[$0] }
    }
  }

  private static let remarks: [[String]] = [
    ["in", "reference", "to"], ["in", "a", "reference", "to"], ["in", "an", "apparent"],
    ["referring", "to"], ["a", "reference", "to"], ["an", "allusion", "to"], ["meaning", "both"],
    ["according", "to"], ["en", "referencia"], ["en", "una", "referencia"], ["en", "alusión"],
    ["en", "clara", "referencia"], ["en", "clara", "alusión"], ["en", "una", "alusión"],
    ["refiriéndose"], ["aludiendo"], ["motivo", "por", "el"], ["razón", "por", "la"],
    ["algo", "que"], ["según"], ["en", "momentos"], ["en", "un", "momento", "en", "que"],
    ["en", "el", "momento", "en", "que"], ["at", "a", "time", "when"],
    ["en", "sintonía", "con"], ["en", "línea", "con"], ["in", "line", "with"],
    ["de", "acuerdo", "con"], ["de", "acuerdo", "a"],
  ]

  private func holdsQuote(_ start: Int, _ limit: Int) -> Bool {
    (start..<limit).contains { passage.words[$0].quote >= 0 }
  }

  /// True if another comma brings the sentence back: ", who visited Cuba, has shown".
  ///
  /// With `byVerb` the words behind that comma must be a verb or join something: "talks, which Luis Pérez, of the ministry, led" does
  /// not come back.
  private func closesAgain(_ start: Int, _ limit: Int, byVerb: Bool = false) -> Bool {
    var at = start
    while at < limit {
      if passage.isComma(at), passage.words[at].quote < 0, !byVerb || resumes(behind: at, limit) {
        return true
      }
      at += 1
    }
    return false
  }

  /// True for a comma behind which a verb or a conjunction follows, adverbs and days aside.
  private func resumes(behind comma: Int, _ limit: Int) -> Bool {
    var at = comma + 1
    while at < limit, at - comma < 4, passage.isAdverbial(at) || passage.words[at].isDate {
      at += 1
    }
    guard at < limit else { return false }
    return passage.isFiniteVerb(at) || passage.isConjunction(at) || passage.words[at].key == "to"
      || passage.words[at].quote >= 0 || PlainWords.modals.contains(passage.words[at].key)
  }
}

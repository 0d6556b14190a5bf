import Language
import Records

/// Reads who is spoken of from the words: mentions, chains of them ("the spokesman for the Kremlin"), lists, and noun
/// phrases that no one has recognized ("diplomatic sources").
struct NounPhrases {
  let passage: Passage
  let lexicon: SpeechLexicon

  /// The speaker whose words end with `index`; nil if none does. Looks no further left than `lower`.
  ///
  /// With `nearest`, the last name itself, not the head that it may depend on: the antecedent of "who" in
  /// "the words of the minister, Laurent Fabius, who said".
  func speaker(
    endingAt index: Int, from lower: Int, nearest: Bool = false, depth: Int = 0
  ) -> Speaker? {
    guard index >= lower, depth < 6, passage.words[index].quote < 0 else { return nil }
    if let mention = mention(coveringEnd: index) {
      let own = speaker(of: mention)
      let words = premodified(passage.mentionWords[mention], from: lower)
      if !nearest, let outer = outerHead(before: words.lowerBound, from: lower, depth: depth) {
        return Speaker(
          entities: outer.entities,
          phrase: outer.entities.isEmpty
            ? partyName(outer, of: mention)
              ?? phrase(
                outer.words
                  .lowerBound..<(passage.words[outer.words.upperBound].key == "("
                  ? outer.words.upperBound : index + 1))
            : isBody(outer, before: words.lowerBound)
              ? phrase(outer.words.lowerBound..<index + 1) : outer.phrase,
          kind: outer.kind, words: outer.words.lowerBound..<index + 1,
          isDescribed: outer.isDescribed)
      }
      guard var own else { return nil }
      own.words = words
      return joined(own, from: lower, depth: depth)
    }
    guard let chunk = chunk(endingAt: index, from: lower) else {
      return passage.sentence(passage.words[index].sentence).lowerBound == index
        ? bearer(of: index..<index + 1) : nil
    }
    return joined(chunk, from: lower, depth: depth)
  }

  /// With the title or noun that stands before a name and is no part of its mention ("campaign spokesman Nick Merrill").
  private func premodified(_ words: Range<Int>, from lower: Int) -> Range<Int> {
    var start = words.lowerBound
    while start > lower {
      if start > lower + 2, isHyphen(start - 1), passage.words[start - 2].mention < 0 {
        start -= 2
        continue
      }
      guard isNominal(start - 1) || start > lower + 2 && isHyphen(start - 2),
        passage.words[start - 1].mention < 0, !passage.words[start - 1].isDate
      else { break }
      start -= 1
      if passage.words[start].upos == .det { break }
    }
    return start..<words.upperBound
  }

  /// The mention that covers a word and ends with it or a little after.
  private func mention(coveringEnd index: Int) -> Int? {
    let mention = passage.words[index].mention
    return mention >= 0 ? mention : nil
  }

  /// The speaker that a mention stands for; nil if nobody is meant by it.
  func speaker(of mention: Int) -> Speaker? {
    let found = passage.analysis.mentions[mention]
    guard !found.entities.isEmpty, !isMedium(passage.mentionWords[mention]) else { return nil }
    let kinds = found.entities.map { passage.analysis.entities[$0].kind }
    let words = passage.mentionWords[mention]
    if found.form == .description, found.entities.count > 1,
      words.contains(where: { PlainWords.onlookers.contains(passage.words[$0].key) })
    {
      // "los expertos" are none of the ministers named before.
      return speaker(ofPhrase: words)
    }
    return Speaker(
      entities: found.entities, phrase: phrase(words), kind: kinds.first, words: words,
      isDescribed: found.form == .description || isDescription(words, kinds.first))
  }

  /// "Twitter" and "Facebook" are where something is said, not who says it.
  private func isMedium(_ words: Range<Int>) -> Bool {
    guard words.count <= 2, let first = words.first else { return false }
    return platform(at: first) == words.upperBound
  }

  /// Behind the name of a platform that begins at a word ("X", "Truth Social"), or nil.
  func platform(at first: Int) -> Int? {
    let phrases = lexicon.media[passage.language(at: first)]?[passage.words[first].key] ?? []
    return phrases.first { phrase in
      phrase.value.first?.isUppercase == true && first + phrase.words.count <= passage.words.count
        && phrase.words.indices.allSatisfy {
          passage.words[first + $0].key == phrase.words[$0]
        }
    }.map { first + $0.words.count }
  }

  /// "German officials" and "the foreign ministry of Peru" describe, though what they stand for has a name.
  private func isDescription(_ words: Range<Int>, _ kind: PartyKind?) -> Bool {
    guard words.count > 1, let head = head(of: words),
      let noun = lexicon.speakers[passage.language(at: head)]?[passage.words[head].key]
    else { return false }
    return kind == .government || (kind == .organization && noun == .person)
  }

  /// The head that the noun phrase from `start` depends on: "spokesman" for "the Kremlin" after "spokesman for".
  private func outerHead(before start: Int, from lower: Int, depth: Int) -> Speaker? {
    var at = start - 1
    if at > lower, passage.isArticle(at) { at -= 1 }
    guard at > lower, PlainWords.nounLinks.contains(passage.words[at].key) else { return nil }
    let open = opening(of: at - 1, lower)
    let head = (open ?? at) - 1
    guard !passage.isPunctuation(head),
      let outer = speaker(endingAt: head, from: lower, depth: depth + 1)
    else { return nil }
    if !outer.entities.isEmpty || outer.kind != nil { return outer }
    // "the association of victims from Kenya": the whole phrase, unless a text heads it or a preposition governs it.
    guard depth == 0, let noun = self.head(of: outer.words),
      lexicon.documents[passage.language(at: noun)]?[passage.words[noun].key] == nil,
      passage.words[noun].upos == .noun || open != nil && outer.words.count > 1,
      outer.words.lowerBound > lower - 1
    else { return nil }
    let before = outer.words.lowerBound - 1
    return before >= lower && passage.isPreposition(before) ? nil : outer
  }

  /// With the speakers that a list puts before: "France, Germany and Italy"; a comma stands before "and" only in a list of three
  /// at least, for it may begin another clause.
  private func joined(_ last: Speaker, from lower: Int, depth: Int) -> Speaker {
    var at = last.words.lowerBound - 1
    if at > lower, passage.isArticle(at) { at -= 1 }
    // "las delegaciones del Gobierno y del sindicato"
    let isGoverned = at > lower && passage.words[at].key == "de" && depth == 0
    if isGoverned { at -= 1 }
    guard at > lower,
      ["and", "y", "e"].contains(passage.words[at].key) || isBoth(at, lower)
    else { return last }
    let isSerial = passage.isComma(at - 1)
    var all = [last]
    var start = isSerial ? at - 1 : at
    while let more = single(endingAt: start - 1, from: lower), all.count < 12 {
      all.append(more)
      start = more.words.lowerBound
      if start > lower, passage.isArticle(start - 1) { start -= 1 }
      guard start > lower, passage.isComma(start - 1) else { break }
      start -= 1
    }
    guard all.count > (isSerial ? 2 : 1) else { return last }
    if all.contains(where: { $0.entities.isEmpty }) {
      // One phrase for what has no entity would lose the other: keep the last and the named.
      let entities = all.reversed().flatMap(\.entities)
      if entities.isEmpty { return last }
      return Speaker(
        entities: entities, phrase: last.entities.isEmpty ? last.phrase : nil,
        kind: last.kind, words: all[all.count - 1].words.lowerBound..<last.words.upperBound)
    }
    return Speaker(
      entities: all.reversed().flatMap(\.entities), phrase: nil, kind: last.kind,
      words: all[all.count - 1].words.lowerBound..<last.words.upperBound)
  }

  /// "Tanto Chile como Perú": true for the second of these words.
  private func isBoth(_ index: Int, _ lower: Int) -> Bool {
    passage.words[index].key == "como"
      && (max(lower, index - 8)..<index).contains { passage.words[$0].key == "tanto" }
  }

  private func single(endingAt index: Int, from lower: Int) -> Speaker? {
    guard index >= lower, passage.words[index].quote < 0 else { return nil }
    if let mention = mention(coveringEnd: index) { return speaker(of: mention) }
    return chunk(endingAt: index, from: lower)
  }

  // MARK: phrases without a mention

  func isNominal(_ index: Int) -> Bool {
    let word = passage.words[index]
    if word.quote >= 0 { return false }
    if passage.isPossessiveMark(index) { return true }
    switch word.upos {
    case .noun, .propn, .adj, .num, .det: return true
    case .pron: return PlainWords.possessives.contains(word.key)
    case .verb:
      // "a growing number", "the elected assembly"
      if word.features.contains(.gerund) {
        return index > 0 && passage.words[index - 1].upos == .det
      }
      return word.features.contains(.participle) && !word.features.contains(.finite)
        && !(index > 0 && passage.language(at: index) == .english
          && PlainWords.have.contains(passage.words[index - 1].key)
          && !passage.isPossessiveMark(index - 1))
    case .x: return !passage.isPunctuation(index) && !PlainWords.be.contains(word.key)
    default: return false
    }
  }

  /// The noun phrase that ends with `index`, prepositional phrases behind its head included.
  private func chunk(endingAt index: Int, from lower: Int) -> Speaker? {
    guard isNominal(index), !isAdverbOfTime(index) else { return nil }
    var start = index
    while start > lower {
      let before = start - 1
      if passage.words[start].upos == .det, passage.isArticle(start) {
        if let outer = behindBrackets(before, lower, index) { return outer }
        // An article begins the phrase unless a preposition links it to one before.
        guard PlainWords.nounLinks.contains(passage.words[before].key), before > lower,
          isNominal(before - 1)
        else { break }
        start = before - 1
        continue
      }
      if before > lower + 2, isHyphen(before - 1), passage.words[before].mention < 0 {
        start = before
      } else if before > lower + 1, isHyphen(before) {
        // "The 54-year-old Dane", "the Paris-based agency"
        start = before - 1
      } else if isNominal(before), !isDayBehindOn(before) {
        start = before
      } else if PlainWords.nounLinks.contains(passage.words[before].key), before > lower,
        isNominal(before - 1)
      {
        start = before - 1
      } else if let outer = behindBrackets(before, lower, index) {
        return outer
      } else {
        break
      }
    }
    return speaker(ofPhrase: start..<index + 1)
  }

  /// "On Friday Key said": the day is no part of the name.
  private func isDayBehindOn(_ index: Int) -> Bool {
    passage.words[index].isDate && index > 0 && passage.words[index - 1].key == "on"
  }

  /// A hyphen that joins two words without a space.
  private func isHyphen(_ index: Int) -> Bool {
    passage.words[index].key == "-" && passage.words[index - 1].end == passage.words[index].start
      && passage.words[index].end == passage.words[index + 1].start
      && passage.words[index - 1].quote < 0 && !passage.isPunctuation(index - 1)
  }

  private func isAdverbOfTime(_ index: Int) -> Bool { passage.words[index].isDate }

  /// A phrase as the article writes it, without a leading article.
  func phrase(_ words: Range<Int>) -> String {
    var first = words.lowerBound
    while first + 1 < words.upperBound, passage.isArticle(first), !isOwnArticle(first) {
      first += 1
    }
    // "la Secretaría de Relaciones Exteriores (SRE)": the mention ends at its last letter.
    let close = words.upperBound
    let isOpen =
      close < passage.words.count && passage.words[close].key == ")"
      && passage.words[words].last { ["(", ")"].contains($0.key) }?.key == "("
    return passage.text(
      passage.words[first].start..<passage.words[isOpen ? close : close - 1].end)
  }

  /// The speaker whose words begin at `index` (an article may come first); nil if none does.
  func speaker(startingAt index: Int, before limit: Int) -> Speaker? {
    plainSpeaker(startingAt: index, before: limit)
      .map { withTies(named(behind: $0, before: limit), before: limit) }
  }

  /// "el diario francés Le Monde", "the news agency Fars": the name right behind the noun of a body.
  private func named(behind found: Speaker, before limit: Int) -> Speaker {
    let at = found.words.upperBound
    let first = passage.words[found.words.lowerBound].key
    if let quoted = quotedName(behind: found, before: limit) { return quoted }
    guard at < limit, !["este", "esta", "this"].contains(first),
      found.isDescribed || found.entities.isEmpty,
      passage.words[at].isCapitalized, passage.words[at].quote < 0, !passage.words[at].isDate,
      let head = head(of: found.words), !passage.words[at - 1].isCapitalized,
      lexicon.bodies[passage.language(at: head)]?[passage.words[head].key] != nil
    else { return found }
    let mention = passage.words[at].mention
    if mention >= 0 {
      guard passage.mentionWords[mention].lowerBound == at,
        passage.analysis.mentions[mention].form == .name, var own = speaker(of: mention),
        own.kind != .person || own.words.count == 1
      else { return found }
      if own.kind == .person {
        // A name of one word behind "the agency" is none of a person, whatever it was taken for.
        own = Speaker(
          entities: [], phrase: phrase(own.words), kind: .organization, words: own.words)
      }
      own.words = found.words.lowerBound..<own.words.upperBound
      return own
    }
    guard let run = passage.capitalRun(from: at, before: limit) else { return found }
    return Speaker(
      entities: [], phrase: phrase(run), kind: .organization,
      words: found.words.lowerBound..<run.upperBound)
  }

  private func plainSpeaker(startingAt index: Int, before limit: Int) -> Speaker? {
    var at = index
    guard at < limit, passage.words[at].quote < 0 else { return nil }
    if let some = someOf(startingAt: at, before: limit) { return some }
    if let name = modified(startingAt: at, before: limit) { return name }
    if passage.isArticle(at), at + 1 < limit,
      passage.words[at].mention < 0
    {
      at += 1
    }
    let mention = passage.words[at].mention
    if at == passage.sentence(passage.words[at].sentence).lowerBound,
      let own = bearer(of: at..<at + 1)
    {
      return own
    }
    if mention >= 0, passage.mentionWords[mention].lowerBound <= at,
      var first = speaker(of: mention)
    {
      if let owned = owned(by: first, before: limit) { return appositive(of: owned, before: limit) }
      if first.isDescribed, first.kind == .person, first.entities.count == 1 {
        let end = extended(first.words.upperBound, before: limit)
        if end > first.words.upperBound {
          first.words = first.words.lowerBound..<end
          if let head = head(of: first.words), let name = nameEnding(first.words, head: head) {
            return name
          }
          first.phrase = phrase(first.words)
        }
      }
      if let whole = ofLeader(first, before: limit) { return whole }
      if let name = nameBehindOffice(first, before: limit) ?? bearer(of: first, before: limit) {
        return name
      }
      return appositive(of: first, before: limit)
    }
    var end = at
    while end < limit, passage.words[end].quote < 0, !passage.words[end].isDate {
      if isNominal(end), end == at || passage.words[end].upos != .det,
        !startsName(end, after: at)
      {
        end += 1
      } else if ["of", "for", "de", "del", "para"].contains(passage.words[end].key), end > at,
        end + 1 < limit, isNominal(end + 1)
      {
        end += 2
      } else {
        break
      }
    }
    guard end > at, let found = speaker(ofPhrase: index..<end) else { return nil }
    if let name = calledName(in: at..<end) { return name }
    return appositive(of: found, before: limit)
  }

  /// "the head of diplomacy, Catherine Ashton": the name behind the comma, or behind "y" and "and" one more speaker.
  private func appositive(of first: Speaker, before limit: Int) -> Speaker {
    var result = first
    var at = first.words.upperBound
    if let name = twofold(first, before: limit) { return name }
    if first.isDescribed, first.kind == .person || first.kind == nil,
      let named = nameBehind(first, before: limit)
    {
      return named
    }
    if at + 1 < limit, passage.isComma(at), passage.words[at + 1].mention >= 0,
      passage.words[at + 1].isCapitalized,
      let name = speaker(of: passage.words[at + 1].mention), name.kind == .person,
      first.kind != .government, first.kind != .organization || first.entities.isEmpty,
      !(name.words.upperBound < limit && passage.isFiniteVerb(name.words.upperBound)),
      passage.analysis.mentions[passage.words[at + 1].mention].form == .name
    {
      result = Speaker(
        entities: name.entities, phrase: name.phrase, kind: name.kind,
        words: first.words.lowerBound..<name.words.upperBound)
      at = result.words.upperBound
    }
    if at + 1 < limit, ["and", "y", "e"].contains(passage.words[at].key) {
      var next = at + 1
      if next < limit, passage.isArticle(next) { next += 1 }
      if next < limit, passage.words[next].mention >= 0,
        let second = speaker(of: passage.words[next].mention), !result.entities.isEmpty
      {
        result.entities += second.entities
        result.words = result.words.lowerBound..<second.words.upperBound
      }
    }
    return result
  }
}

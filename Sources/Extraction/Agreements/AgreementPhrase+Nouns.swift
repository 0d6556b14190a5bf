import Language

/// Noun phrases and verb phrases within the name of an agreement.
extension AgreementPhrase {
  /// A gerund or an infinitive with what it governs, up to the end of the clause.
  func verbPhrase(at index: Int, _ limit: Int) -> Int? {
    guard sentence.isVerb(index) || sentence.upos(index) == .aux,
      !sentence.features(index).contains(.finite)
    else { return nil }
    var end = index + 1
    while end < limit {
      // "To advance the Alliance for Democracy (ADD) Dialogue"
      let behind = acronym(at: end)
      if behind > end {
        end = behind
        continue
      }
      if endsClause(end) || dated.contains(end) { break }
      // "To end plastic pollution collapsed": the verb of the clause, taken for a participle.
      if sentence.isVerb(end), sentence.isNoun(end - 1), sentence.word(end).hasSuffix("ed"),
        sentence.isA(.subjectverb, end)
      {
        break
      }
      // "To repair the plant they share"
      if sentence.language == .english, sentence.isSubjectPronoun(end), sentence.isNoun(end - 1) {
        break
      }
      if sentence.word(end) == "and" || sentence.word(end) == "y" || sentence.word(end) == "e",
        opensClause(end + 1)
      {
        break
      }
      if sentence.upos(end) == .adp, isTime(end) { break }
      end += 1
    }
    while end > index + 1,
      [
        "the", "a", "el", "la", "on", "in", "en", "and", "y", "by", "this", "este", "last", "to",
        "those", "de", "of",
      ]
      .contains(sentence.word(end - 1))
    {
      end -= 1
    }
    // "To support businesses hit by the crisis"
    if end > index + 2, sentence.word(end) == "by", sentence.isVerb(end - 1) { end -= 1 }
    return end > index + 1 ? end : nil
  }

  /// A noun phrase with what is joined to it.
  /// - Parameters:
  ///   - joins: True where "and" certainly joins ("between A and B").
  func nounPhrase(at start: Int, _ limit: Int, joins: Bool) -> Int {
    var index = start
    var hasNoun = false
    while index < limit {
      if dated.contains(index), sentence.upos(index) != .num || hasNoun { break }
      if hasNoun || index > start, let end = compound(at: index) {
        // "Sobre el cese al fuego"
        hasNoun = true
        index = end
      } else if sentence.isDeterminer(index)
        || sentence.upos(index) == .pron && !sentence.isRelative(index) && !hasNoun
      {
        if hasNoun { break }
        index += 1
      } else if sentence.isNominal(index) {
        hasNoun =
          hasNoun || sentence.isNoun(index) || sentence.upos(index) == .num
          || sentence.isCapitalized(index)
        index += 1
      } else if sentence.isHyphen(index), sentence.isNominal(index + 1), hasNoun {
        index += 1
      } else if hasNoun, sentence.isTie(index), sentence.isA(.sponsor, index + 1),
        sentence.isNominal(index + 2)
      {
        // "The Saudi-led coalition"
        index += 2
      } else if sentence.upos(index) == .part, sentence.word(index).hasSuffix("s"), hasNoun {
        index += 1
      } else if hasNoun, ["'", "’"].contains(sentence.word(index)),
        sentence.word(index - 1).hasSuffix("s"), !sentence.tokens[index - 1].spaceAfter,
        sentence.isNominal(index + 1)
      {
        index += 1
      } else if sentence.upos(index) == .adv, sentence.upos(index + 1) == .adj {
        index += 1
      } else if hasNoun, sentence.language == .spanish,
        ["pasada", "pasado"].contains(sentence.word(index))
      {
        index += 1
      } else if hasNoun, sentence.isTailOfNoun(index) {
        index += 1
      } else if hasNoun, let end = quoted(index, limit) {
        index = end
      } else if !hasNoun, sentence.isVerb(index), sentence.word(index).hasSuffix("ed"),
        sentence.isNominal(index + 1)
      {
        index += 1
      } else {
        break
      }
    }
    guard hasNoun, index > start else { return start }
    // "Cooperación cultural y educativa"
    if sentence.language == .spanish, sentence.upos(index - 1) == .adj,
      ["y", "e"].contains(sentence.word(index)), sentence.upos(index + 1) == .adj,
      !sentence.isNoun(index + 2), index + 2 <= limit
    {
      index += 2
    }
    if joins { index = acronym(at: index) }
    return join(at: index, limit, joins: joins)
  }

  /// The end of a noun of agreement of several words ("cese al fuego") in Spanish.
  private func compound(at index: Int) -> Int? {
    guard sentence.language == .spanish, sentence.lexicon.nounOpenings.mayOpen(sentence.word(index))
    else { return nil }
    let noun = sentence.lexicon.nouns(sentence.word(index), .spanish).first { noun in
      noun.words.count > 1
        && noun.words.indices.allSatisfy { sentence.word(index + $0) == noun.words[$0] }
    }
    return noun.map { index + $0.words.count }
  }

  /// The end of a name in quotation marks ("la Academia «Andrés Bello»").
  func quoted(_ index: Int, _ limit: Int) -> Int? {
    guard sentence.isQuote(index), sentence.isCapitalized(index + 1),
      let close = (index + 2..<max(index + 2, min(limit, index + 7))).first(where: {
        sentence.isQuote($0)
      })
    else { return nil }
    return close + 1
  }

  /// The end of ", B and C" behind a noun: a list of nouns of the same phrase, with no verb of its own.
  func listed(_ comma: Int, _ limit: Int) -> Int? {
    var index = comma
    while index + 1 < limit {
      let isAnd = ["and", "y", "e"].contains(sentence.word(index))
      guard isAnd || sentence.word(index) == "," else { return nil }
      var next = index + 1
      var isLast = isAnd
      if !isAnd, ["and", "y", "e"].contains(sentence.word(next)) {
        next += 1
        isLast = true
      }
      let start = next
      while next < limit, next - start < 7, !dated.contains(next),
        sentence.isNominal(next)
          || next > start && ["de", "of"].contains(sentence.word(next))
            && sentence.isNominal(next + 1) && !calendar.contains(next + 1)
      { next += 1 }
      guard next > start,
        (start..<next).contains(where: { sentence.isNoun($0) || sentence.upos($0) == .adj })
      else { return nil }
      if isLast {
        let isVerb = sentence.isFinite(next) || sentence.upos(next) == .aux
        return isVerb ? nil : next
      }
      index = next
    }
    return nil
  }

  /// Goes on over ", B and C" where that is a list of the same kind and no clause follows.
  func join(at index: Int, _ limit: Int, joins: Bool) -> Int {
    let isAnd = ["and", "y", "e", "&"].contains(sentence.word(index))
    let isComma = sentence.word(index) == ","
    guard isAnd || isComma, index + 1 < limit, !sentence.isVerb(index + 1) else { return index }
    // "A memorandum on fishing and an agreement on visas" are two.
    if sentence.isDeterminer(index + 1),
      (index + 2..<min(limit, index + 5)).contains(where: { at in
        sentence.isNoun(at)
          && sentence.lexicon.nouns(sentence.lemma(at), sentence.language).contains {
            $0.strength == .sure || $0.strength == .named
          }
      })
    {
      return index
    }
    if isComma, !joins { return listed(index, limit) ?? index }
    var next = index + 1
    if isComma, ["and", "y", "e"].contains(sentence.word(next)) { next += 1 }
    let end = nounPhrase(at: next, limit, joins: joins)
    guard end > next else { return index }
    // "Between the state, the Front and the Movement", not "between A and B, the Ministry said"
    let isListed =
      joins && sentence.isDeterminer(next) && sentence.isCapitalized(next + 1)
      && (next..<end).contains { ["and", "y", "e"].contains(sentence.word($0)) }
      && !sentence.isFinite(end) && sentence.upos(end) != .aux
    if isComma, !list(from: end), !sentence.isCapitalized(next), !isListed { return index }
    if !joins, sentence.isFinite(end) || sentence.upos(end) == .aux || opensClause(next) {
      return index
    }
    return end
  }

  func list(from index: Int) -> Bool {
    [",", "and", "y", "e"].contains(sentence.word(index))
  }

  /// True if a clause with a verb of its own begins here.
  func opensClause(_ index: Int) -> Bool {
    var at = index
    while at < min(sentence.count, index + 6) {
      if sentence.isRelative(at), sentence.upos(at) != .det { return false }
      if sentence.isFinite(at) || sentence.upos(at) == .aux { return true }
      if sentence.upos(at) == .punct || sentence.upos(at) == .adp || sentence.upos(at) == .cconj {
        return false
      }
      at += 1
    }
    return false
  }

  /// Punctuation, relative words, subordinators and finite verbs end what names an agreement.
  func endsClause(_ index: Int) -> Bool {
    if sentence.upos(index) == .punct, !sentence.isHyphen(index),
      !["'", "’"].contains(sentence.word(index))
    {
      return true
    }
    if sentence.isRelative(index), sentence.upos(index) != .det { return true }
    if sentence.isFinite(index) { return true }
    return [
      "after", "before", "by", "while", "when", "as", "because", "following", "during", "amid",
      "despite",
      "tras", "mientras",
      "cuando", "durante", "luego", "despues", "antes", "desde", "pese", "but", "pero", "informo",
      "according",
    ]
    .contains(sentence.word(index))
  }
}

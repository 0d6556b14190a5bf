import Language
import Records

/// Reads the noun phrase around the noun of an agreement.
struct AgreementPhrase {
  let sentence: AgreementSentence
  /// Tokens that belong to a date expression that is no part of a name ("on Monday", "in 2015").
  let dated: Set<Int>

  /// The words from the first modifier to the end of what names the agreement.
  func range(of found: AgreementFinder.Found) -> Range<Int> {
    if found.isName { return found.words }
    let start = left(from: found.words.lowerBound)
    return start..<right(from: found.words.upperBound, head: found.head)
  }

  // MARK: - Before the noun

  /// The first of the modifiers that stand before a noun without article, verb or preposition between.
  func left(from start: Int) -> Int {
    var index = start
    while index > 0 {
      let before = index - 1
      if sentence.isQuote(before) || sentence.isDeterminer(before) && !isNamePart(before) { break }
      if dated.contains(before), sentence.upos(before) != .num || sentence.language == .spanish {
        break
      }
      if sentence.isNominal(before) {
        index = before
      } else if sentence.isHyphen(before), before > 0,
        sentence.isNominal(before - 1) || sentence.isVerb(before - 1)
      {
        index = before - 1
      } else if sentence.word(before) == ")", let open = opening(before) {
        index = open
      } else if isParticiple(before), index == start || sentence.isNominal(index) {
        index = before
      } else if isJoint(before) {
        index = before - 1
      } else if sentence.upos(before) == .adv,
        sentence.isHyphen(before + 1)
          || sentence.word(before).hasSuffix("ly") && sentence.upos(index) == .adj
      {
        index = before
      } else {
        break
      }
    }
    // A person or a body that stands before in apposition is no modifier; nor does a name begin with a dash.
    while index < start,
      sentence.isHyphen(index) || sentence.upos(index) == .punct && sentence.word(index) != "("
    { index += 1 }
    return index
  }

  /// "Los Angeles", "La Paz" in English.
  private func isNamePart(_ index: Int) -> Bool {
    sentence.language == .english && index > 0 && sentence.isCapitalized(index)
      && ["los", "las", "la", "el"].contains(sentence.word(index))
      && sentence.isCapitalized(index + 1)
  }

  private func opening(_ close: Int) -> Int? {
    var index = close - 1
    while index >= max(0, close - 3) {
      if sentence.word(index) == "(" { return index }
      index -= 1
    }
    return nil
  }

  /// "Proposed", "UN-brokered": an English participle between a determiner or adjective and the noun.
  private func isParticiple(_ index: Int) -> Bool {
    guard sentence.language == .english, sentence.isVerb(index),
      !sentence.features(index).contains(.finite),
      sentence.word(index).hasSuffix("ed") || sentence.word(index).hasSuffix("ing"), index > 0
    else { return false }
    return sentence.isDeterminer(index - 1) || sentence.isHyphen(index - 1)
      || sentence.upos(index - 1) == .adj
      || sentence.word(index - 1) == "'s" || sentence.word(index - 1) == "’s"
  }

  /// "Trade and investment agreement": two modifiers of one noun.
  private func isJoint(_ index: Int) -> Bool {
    guard sentence.language == .english, sentence.word(index) == "and", index > 1,
      sentence.isNominal(index + 1),
      sentence.isNominal(index - 1),
      sentence.isCapitalized(index - 1) == sentence.isCapitalized(index + 1)
    else { return false }
    let before = index - 2
    // "The U.S.-Cambodia Trade and Investment Framework Agreement"
    if sentence.isCapitalized(index + 1), sentence.upos(before) == .propn { return true }
    return sentence.isDeterminer(before) || sentence.upos(before) == .adj
      || sentence.upos(before) == .adp
      || sentence.isVerb(before) || sentence.upos(before) == .num
  }

  // MARK: - Behind the noun

  /// The end of what names the agreement: prepositional phrases, an infinitive, in Spanish adjectives and a participle.
  private func right(from start: Int, head: Int) -> Int {
    var index = start
    let limit = min(sentence.count, head + 26)
    if sentence.language == .spanish {
      while index < limit,
        sentence.upos(index) == .adj
          || sentence.isHyphen(index) && sentence.upos(index + 1) == .adj,
        !dated.contains(index)
      { index += 1 }
      while index < limit, sentence.upos(index) == .adv, sentence.upos(index + 1) == .adj {
        index += 2
      }
      // "Acuerdo Marco", "Tratado Norte": names.
      while index < limit, sentence.isCapitalized(index), sentence.isNominal(index) { index += 1 }
      // "Convención N.º 138"
      if ["no", "nº", "n", "n°", "n.º", "num"].contains(sentence.word(index)),
        sentence.upos(index + 1) == .num
      {
        index += 1
      }
      if sentence.upos(index) == .num,
        ["nº", "n°", "n.º", "num"].contains(sentence.word(index - 1))
      {
        index += 1
      }
    } else {
      // "START II", "Protocol 14"
      while index < limit,
        sentence.upos(index) == .propn || sentence.upos(index) == .num && !dated.contains(index)
      { index += 1 }
    }
    // "Ruso-estadunidense"
    while index + 1 < limit, sentence.isHyphen(index), !sentence.tokens[index].spaceAfter,
      !sentence.tokens[index - 1].spaceAfter
    { index += 2 }
    index = acronym(at: index)
    if sentence.language == .spanish, sentence.isA(.participle, index),
      let end = participle(at: index, limit)
    {
      return end
    }
    // "Signed in November 2019 with the government"
    if sentence.language == .english, isSigned(index), let end = dated(at: index + 1, limit) {
      index = end
    } else if sentence.language == .english, isSigned(index),
      ["between", "with"].contains(sentence.word(index + 1))
    {
      index += 1
    }
    while index < limit {
      guard
        let end = prepositional(at: index, limit) ?? infinitive(at: index, limit)
          ?? dated(at: index, limit)
      else { break }
      index = acronym(at: end)
    }
    return index
  }

  /// "Last week between A and B", "de la semana pasada entre A y B": a date within the phrase, which goes on behind it.
  private func dated(at index: Int, _ limit: Int) -> Int? {
    var next = index
    if sentence.upos(next) == .adp, isTime(next) { next += 1 }
    while next < min(limit, index + 6), sentence.isDeterminer(next) || dated.contains(next) {
      next += 1
    }
    guard next > index, dated.contains(next - 1),
      ["between", "with", "entre", "con"].contains(sentence.word(next))
    else { return nil }
    return prepositional(at: next, limit)
  }

  private func isSigned(_ index: Int) -> Bool {
    ["signed", "reached", "concluded", "negotiated", "struck", "made", "agreed", "brokered"]
      .contains(sentence.word(index))
      && !sentence.isFinite(index - 1)
  }

  /// "(AfCFTA)" behind the noun or a name.
  private func acronym(at index: Int) -> Int {
    guard sentence.word(index) == "(", sentence.word(index + 2) == ")",
      sentence.isCapitalized(index + 1)
    else { return index }
    return index + 3
  }

  /// "Alcanzado en Ginebra", "suscrito entre Buenos Aires y Teherán para …".
  private func participle(at index: Int, _ limit: Int) -> Int? {
    let next = index + 1
    guard next < limit, sentence.upos(next) == .adp, !isTime(next) else { return nil }
    guard ["en", "entre", "con", "por"].contains(sentence.word(next)) else { return nil }
    var end = nounPhrase(at: next + 1, limit, joins: true)
    guard end > next + 1 else { return nil }
    while end < limit, let more = prepositional(at: end, limit) { end = more }
    return end
  }

  private func isTime(_ preposition: Int) -> Bool {
    var index = preposition + 1
    while index < sentence.count,
      sentence.isDeterminer(index) || sentence.upos(index) == .adj && !dated.contains(index)
    { index += 1 }
    return dated.contains(index) || dated.contains(preposition + 1)
  }

  /// A preposition that goes on with the name, and what it takes.
  private func prepositional(at index: Int, _ limit: Int) -> Int? {
    if isField(index) {
      let end = nounPhrase(at: index + 1, limit, joins: false)
      return end > index + 1 ? end : nil
    }
    // "Statement by the leaders of A and B"
    if sentence.word(index) == "by", sentence.isDeterminer(index + 1),
      sentence.isA(.joint, index + 2)
    {
      let end = nounPhrase(at: index + 1, limit, joins: false)
      return prepositional(at: end, limit) ?? end
    }
    guard index + 1 < limit,
      sentence.upos(index) == .adp || sentence.upos(index) == .sconj
        || sentence.upos(index) == .part || sentence.upos(index) == .verb,
      sentence.isA(.link, index), sentence.word(index) != "to" || sentence.isDeterminer(index + 1),
      !isTime(index)
    else { return nil }
    if sentence.language == .spanish, sentence.word(index) == "a", !sentence.isNoun(index + 1),
      !sentence.isDeterminer(index + 1)
    {
      return nil
    }
    if sentence.language == .spanish, sentence.word(index) == "a" { return nil }
    if sentence.word(index + 1) == "behalf" { return nil }
    // "for resuming exports", "para investigar el atentado"
    if let end = verbPhrase(at: index + 1, limit) { return end }
    let joins = ["between", "entre", "among"].contains(sentence.word(index))
    let end = nounPhrase(at: index + 1, limit, joins: joins)
    return end > index + 1 ? end : nil
  }

  /// "En materia de salud", "en agricultura": what it is about; not "en vigor", "en Ginebra".
  private func isField(_ index: Int) -> Bool {
    guard sentence.language == .spanish, sentence.word(index) == "en", !isTime(index),
      sentence.upos(index + 1) == .noun && !sentence.isCapitalized(index + 1)
        || sentence.word(index + 1) == "materia"
    else { return false }
    return ![
      "vigor", "vigencia", "curso", "marcha", "cuestion", "secreto", "presencia", "torno",
      "negociacion", "discusion", "papel", "caso", "medio", "manos", "cuanto", "lugar",
      "declaraciones", "presencia", "relacion", "dias", "horas", "ceremonia", "reunion",
    ]
    .contains(sentence.word(index + 1))
  }

  /// A prepositional phrase or an infinitive by which a noun phrase goes on; nil if none begins here.
  func continuation(at index: Int, _ limit: Int) -> Int? {
    prepositional(at: index, limit) ?? infinitive(at: index, limit)
  }

  /// "To end the war".
  private func infinitive(at index: Int, _ limit: Int) -> Int? {
    guard sentence.language == .english, sentence.word(index) == "to", !isRaised(index) else {
      return nil
    }
    return verbPhrase(at: index + 1, limit)
  }

  /// "We expect the deal to begin": the infinitive belongs to the verb before.
  private func isRaised(_ index: Int) -> Bool {
    (max(0, index - 9)..<index).contains { sentence.isVerb($0) && sentence.isA(.raising, $0) }
  }

  /// A gerund or an infinitive with what it governs, up to the end of the clause.
  func verbPhrase(at index: Int, _ limit: Int) -> Int? {
    guard sentence.isVerb(index) || sentence.upos(index) == .aux,
      !sentence.features(index).contains(.finite)
    else { return nil }
    var end = index + 1
    while end < limit {
      if endsClause(end) || dated.contains(end) { break }
      if sentence.word(end) == "and" || sentence.word(end) == "y" || sentence.word(end) == "e",
        opensClause(end + 1)
      {
        break
      }
      if sentence.upos(end) == .adp, isTime(end) { break }
      end += 1
    }
    while end > index + 1,
      ["the", "a", "el", "la", "on", "in", "en", "and", "y", "by", "this", "este", "last", "to"]
        .contains(sentence.word(end - 1))
    {
      end -= 1
    }
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
      if sentence.isDeterminer(index)
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
      } else if sentence.upos(index) == .part, sentence.word(index).hasSuffix("s"), hasNoun {
        index += 1
      } else if sentence.upos(index) == .adv, sentence.upos(index + 1) == .adj {
        index += 1
      } else if hasNoun, sentence.language == .spanish,
        ["pasada", "pasado"].contains(sentence.word(index))
      {
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
    if joins { index = acronym(at: index) }
    return join(at: index, limit, joins: joins)
  }

  /// The end of a name in quotation marks ("la Academia «Andrés Bello»").
  private func quoted(_ index: Int, _ limit: Int) -> Int? {
    guard sentence.isQuote(index), sentence.isCapitalized(index + 1),
      let close = (index + 2..<max(index + 2, min(limit, index + 7))).first(where: {
        sentence.isQuote($0)
      })
    else { return nil }
    return close + 1
  }

  /// The end of ", B and C" behind a noun: a list of nouns of the same phrase, with no verb of its own.
  private func listed(_ comma: Int, _ limit: Int) -> Int? {
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
      while next < limit, next - start < 5, sentence.isNominal(next), !dated.contains(next) {
        next += 1
      }
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
  private func join(at index: Int, _ limit: Int, joins: Bool) -> Int {
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
    if isComma, !list(from: end) && !sentence.isCapitalized(next) { return index }
    if !joins, sentence.isFinite(end) || sentence.upos(end) == .aux || opensClause(next) {
      return index
    }
    return end
  }

  private func list(from index: Int) -> Bool {
    [",", "and", "y", "e"].contains(sentence.word(index))
  }

  /// True if a clause with a verb of its own begins here.
  private func opensClause(_ index: Int) -> Bool {
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
  private func endsClause(_ index: Int) -> Bool {
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

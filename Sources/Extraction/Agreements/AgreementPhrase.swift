import Language
import Records

/// Reads the noun phrase around the noun of an agreement.
struct AgreementPhrase {
  let sentence: AgreementSentence
  /// Tokens that belong to a date expression that is no part of a name ("on Monday", "in 2015").
  let dated: Set<Int>
  /// Tokens of all dates, also of those by which an agreement is known ("the accord of 2015").
  let calendar: Set<Int>

  /// The words from the first modifier to the end of what names the agreement.
  func range(of found: AgreementFinder.Found) -> Range<Int> {
    if found.isName { return found.words }
    let start = left(from: found.words.lowerBound)
    var end = right(
      from: found.words.upperBound, head: found.head,
      isName: found.strength != .signable || sentence.isCapitalized(found.head))
    if found.kind == .ceasefire, let place = place(at: end) { end = place }
    if found.strength == .signable, end == found.words.upperBound, let clause = declaring(at: end) {
      end = clause
    }
    return start..<(named(at: end) ?? end)
  }

  // MARK: - Before the noun

  /// The first of the modifiers that stand before a noun without article, verb or preposition between.
  func left(from start: Int) -> Int {
    var index = start
    while index > 0 {
      let before = index - 1
      // "Santa Cruz de la Sierra Agreement"
      if let first = beforeParticles(before), sentence.isCapitalized(index) {
        index = first
        continue
      }
      if ["own", "propio", "propia"].contains(sentence.word(before)) { break }
      if sentence.isQuote(before) || sentence.isDeterminer(before) && !isNamePart(before) { break }
      if dated.contains(before), sentence.upos(before) != .num || sentence.language == .spanish {
        break
      }
      // "On that occasion eight documents": a number begins the phrase.
      if index < start, sentence.upos(index) == .num, sentence.isCardinal(index),
        !sentence.isCapitalized(index)
      {
        break
      }
      // "Suscribieron en Lima 28 acuerdos"
      if index < start, sentence.upos(index) == .num, sentence.isCapitalized(before),
        ["en", "in", "at"].contains(sentence.word(before - 1))
      {
        break
      }
      if sentence.isNominal(before) {
        index = before
      } else if index == start, sentence.language == .spanish, sentence.word(before) == "de",
        sentence.isA(.draft, before - 1)
      {
        // "Un principio de acuerdo"
        index = before - 1
        break
      } else if sentence.isHyphen(before), before > 0,
        sentence.isNominal(before - 1) || sentence.isVerb(before - 1)
          || sentence.upos(before - 1) == .adv
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

  /// The last word of a name before its particles ("Cruz" of "Cruz de la Sierra") in English.
  private func beforeParticles(_ last: Int) -> Int? {
    guard sentence.language == .english else { return nil }
    var index = last
    while index > 0,
      ["de", "la", "del", "da", "do", "los", "las", "el"].contains(sentence.tokens[index].form)
    { index -= 1 }
    return index < last && index >= 0 && sentence.isCapitalized(index) ? index : nil
  }

  /// "Los Angeles", "La Paz" in English.
  func isNamePart(_ index: Int) -> Bool {
    sentence.language == .english && index > 0 && sentence.isCapitalized(index)
      && ["los", "las", "la", "el"].contains(sentence.word(index))
      && sentence.isCapitalized(index + 1)
  }

  func opening(_ close: Int) -> Int? {
    var index = close - 1
    while index >= max(0, close - 3) {
      if sentence.word(index) == "(" { return index }
      index -= 1
    }
    return nil
  }

  /// "Proposed", "UN-brokered": an English participle between a determiner or adjective and the noun.
  func isParticiple(_ index: Int) -> Bool {
    guard sentence.language == .english, sentence.isVerb(index),
      !sentence.features(index).contains(.finite),
      sentence.word(index).hasSuffix("ed") || sentence.word(index).hasSuffix("ing"), index > 0
    else { return false }
    // "The 2018 Revitalised Agreement", "a 15-year liquefied gas deal"
    if sentence.isCapitalized(index), sentence.isCapitalized(index + 1),
      sentence.upos(index - 1) == .num
        || sentence.isCapitalized(index - 1)
    {
      return true
    }
    if sentence.isNoun(index - 1), sentence.isHyphen(index - 2) { return true }
    return sentence.isDeterminer(index - 1) || sentence.isHyphen(index - 1)
      || sentence.upos(index - 1) == .adj
      || sentence.word(index - 1) == "'s" || sentence.word(index - 1) == "’s"
  }

  /// "Trade and investment agreement": two modifiers of one noun.
  func isJoint(_ index: Int) -> Bool {
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
}

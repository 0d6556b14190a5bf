import Language

/// What is said of an agreement behind its noun phrase.
extension AgreementActs {
  /// "The treaty, from which the state withdrew", "del que se retiró".
  func fromWhich(_ phrase: Range<Int>) -> Found? {
    let start = phrase.upperBound + (sentence.word(phrase.upperBound) == "," ? 1 : 0)
    let preposition = sentence.word(start)
    guard ["from", "of", "de"].contains(preposition) else { return nil }
    let relative = sentence.isDeterminer(start + 1) ? start + 2 : start + 1
    guard ["which", "que", "cual"].contains(sentence.word(relative)) else { return nil }
    for index in relative + 1..<max(relative + 1, min(sentence.count, relative + 9))
    where sentence.isVerb(index) {
      if acts(at: index).contains(where: { $0.status == .ended && $0.preposition == preposition }) {
        return Found(act: act(.ended, at: index), distance: index - phrase.upperBound + 1)
      }
    }
    return nil
  }

  /// "The accord was signed", "which had been agreed", "signed in 2015", "expired", "ha sido rechazado".
  func behind(_ phrase: Range<Int>, head: Int) -> Found? {
    if let inside = participle(in: (head + 1)..<phrase.upperBound) {
      return goingOn(inside, phrase.upperBound)
    }
    if let found = behind(from: phrase.upperBound) {
      guard found.act.status == .signed,
        let end = endOfMain(phrase.upperBound, found.act.token)
      else { return found }
      return Found(act: act(.ended, at: end), distance: found.distance)
    }
    // "The pact, for which the Union pays, remains stuck"
    return behindAside(phrase.upperBound).flatMap { start in
      let found = behind(from: start)
      return found.flatMap { found in
        let isSigned =
          found.act.status == .signed && !(found.act.isTold && isPassive(found.act.token))
        return isSigned || found.act.token > start + 4 ? nil : found
      }
    }
  }

  private func behind(from start: Int) -> Found? {
    var index = start
    let isRelative =
      sentence.isRelative(index) || sentence.word(index) == "," && sentence.isRelative(index + 1)
    let limit = min(sentence.count, start + (isRelative ? 13 : 9))
    if let pending = pending(start) { return pending }
    if let verb = contact(start) {
      return Found(act: act(.signed, at: verb), distance: verb - start + 1)
    }
    while index < limit {
      if sentence.word(index) == ";" || sentence.isQuote(index) { break }
      // "The protocol, whose first period expires": of something else.
      if ["whose", "cuyo", "cuya", "cuyos", "cuyas"].contains(sentence.word(index)) { break }
      if sentence.isVerb(index) || index == start && sentence.isA(.participle, index) {
        // "A ceasefire between A and B came into effect"
        if sentence.isFinite(index), isInForce(index), !isUnreal(index) {
          // "The accord that came into force in May was signed by A and B"
          if isRelative, let signed = signedBehind(index) {
            return Found(act: act(.signed, at: signed), distance: index - start + 1)
          }
          return Found(act: act(.inForce, at: index), distance: index - start + 1)
        }
        let acts = acts(behind: index)
        if let act = acts.first(where: { $0.preposition != nil }) ?? acts.first,
          act.status != .ended || !hasObject(index), act.status != .wish || !isRelative,
          isPassive(index) || sentence.isA(.participle, index)
            || index == start && act.preposition == "forward"
            || isApposed(index, start) || sentence.isA(.subjectverb, index)
            || isObjectRelative(start, index) && act.status != .talk
        {
          // "The deal, which must still be ratified, was reached in May"
          if isRelative, act.status == .inForce, let signed = signedBehind(index) {
            return Found(act: self.act(.signed, at: signed), distance: index - start + 1)
          }
          let status = act.status == .signed && isOfParliament(index) ? .inForce : act.status
          var found = Found(act: self.act(status, at: index), distance: index - start + 1)
          // "The deal signed in 2015": a participle right behind the noun says what has been.
          if index <= start + 1, !sentence.isFinite(index) || isApposed(index, start),
            index == start || sentence.upos(index - 1) != .aux,
            sentence.word(index).hasSuffix("ed") || sentence.isA(.participle, index)
          {
            found.act.isReal = !isNeverSigned(index) && !isToBeHad(start)
          }
          // "Which was signed in 2016, expired last year"
          if act.status == .signed, let end = end(behind: index) {
            return Found(act: self.act(.ended, at: end), distance: found.distance)
          }
          let isParticiple =
            isApposed(index, start)
            || !sentence.isFinite(index) && sentence.upos(index - 1) != .aux
          return isParticiple ? goingOn(found, index + 1) : found
        }
        // "Which it said had lapsed"
        if isRelative,
          self.acts(at: index).contains(where: { $0.status == .talk || $0.status == .wish })
        {
          index += 1
          continue
        }
        // "The deal is expected to be signed": go on over verbs that take another.
        if !sentence.isFinite(index) || sentence.word(index + 1) == "to"
          || sentence.features(index + 1).contains(.infinitive)
        {
          index += 1
          continue
        }
        break
      }
      if sentence.upos(index) == .cconj, !joinsSubjects(index, start),
        index > start || !sentence.isVerb(index + 1) && !goesOn(index + 1)
      {
        break
      }
      // Behind a comma only a participle or a relative clause still speaks of the agreement.
      if sentence.word(index) == ",", !goesOn(index + 1), !isApposed(index + 1, start),
        !(isRelative && index > start + 1 && isNominalOrArticle(index + 1))
      {
        break
      }
      index += 1
    }
    return nil
  }

  /// The acts of a verb by itself or with its particle ("fell apart", "put forward").
  func acts(behind index: Int) -> [AgreementLexicon.Act] {
    acts(at: index).filter {
      $0.preposition == nil
        || ["apart", "through", "down", "forward"].contains($0.preposition)
          && $0.preposition == sentence.word(index + 1)
    }
  }

  /// "The accord ended the war": what ends is the object.
  private func hasObject(_ verb: Int) -> Bool {
    guard !isPassive(verb), ["end", "break", "terminar", "romper"].contains(sentence.lemma(verb))
    else { return false }
    let next = verb + 1
    return !dated.contains(next)
      && (sentence.isDeterminer(next) && !dated.contains(next + 1) || sentence.isNominal(next))
  }

  /// "Entered into force", "came into effect", "sigue vigente".
  func isInForce(_ verb: Int) -> Bool {
    [
      "come", "enter", "go", "take", "remain", "stay", "entrar", "seguir", "continuar", "estar",
      "permanecer",
    ]
    .contains(sentence.lemma(verb))
      && (verb + 1..<verb + 4).contains {
        ["force", "effect", "place", "vigor", "vigente", "vigentes"].contains(sentence.word($0))
      }
  }

  /// "The pact signed in 2019 expired", "… is being implemented", "… remains in force": what the sentence tells of an agreement
  /// whose signing a participle tells.
  func goingOn(_ found: Found, _ start: Int) -> Found {
    let isProposed = found.act.status == .proposed
    guard
      found.act.status == .signed && found.act.isReal
        || found.act.status == .told && found.act.isReal || isProposed
    else { return found }
    var kept = found
    kept.act.isKept = !isProposed
    // "The treaty, signed by four states, is …": behind the second comma goes on what is told of it.
    let isAside = start > 1 && sentence.word(found.act.token - 1) == ","
    var hasClosed = false
    for at in start..<max(start, min(sentence.count, start + (isAside ? 16 : 12))) {
      if isAside, !hasClosed, sentence.word(at) == ",",
        sentence.isFinite(at + 1) || sentence.upos(at + 1) == .aux
      {
        hasClosed = true
        if ["is", "are", "remains", "es", "son", "sigue"].contains(sentence.word(at + 1)) {
          return kept
        }
        continue
      }
      if sentence.isRelative(at) || sentence.word(at) == ";" { return found }
      if sentence.word(at) == ",", !isAside || hasClosed { return found }
      if sentence.isVerb(at), isInForce(at), sentence.isFinite(at) {
        return Found(act: self.act(.inForce, at: at), distance: found.distance)
      }
      if ["vigente", "vigentes", "vigor", "force"].contains(sentence.word(at)) { return kept }
      guard sentence.isVerb(at) else { continue }
      let isOfAgreement =
        sentence.isA(.subjectverb, at) || [at - 1, at - 2].contains { sentence.upos($0) == .aux }
        || sentence.language == .spanish && sentence.word(at - 1) == "se"
      guard isOfAgreement else { continue }
      for act in acts(behind: at) {
        if act.status == .ended, !hasObject(at) {
          return Found(act: self.act(.ended, at: at), distance: found.distance)
        }
        if act.status == .inForce { return isNegated(at) || isProposed ? found : kept }
      }
    }
    return found
  }

  /// The verb by which the agreement of a relative clause or a participle ends.
  func end(behind index: Int) -> Int? {
    let range = index + 1..<max(index + 1, min(sentence.count, index + 9))
    guard range.contains(where: { sentence.word($0) == "," }) else { return nil }
    return range.first { at in
      sentence.isVerb(at) && sentence.isFinite(at) && sentence.isA(.subjectverb, at)
        && sentence.word(at - 1) == ","
        && acts(at: at).contains { $0.status == .ended && $0.preposition == nil }
    }
  }

  /// True for a participle, a passive, and the reflexive passive of Spanish.
  func isPassive(_ index: Int) -> Bool {
    if sentence.features(index).contains(.participle), !sentence.word(index).hasSuffix("ing") {
      // "The deal has collapsed" is active, "has been signed" is not.
      return !["have", "has", "had", "ha", "han", "habia", "habian", "haber"].contains(
        sentence.word(index - 1))
    }
    return sentence.features(index).contains(.passive)
      || sentence.language == .spanish && sentence.word(index - 1) == "se"
  }

  /// "An accord between A and B, reached last year, collapsed": a participle that the tagger may take for a verb in the past.
  func isApposed(_ index: Int, _ start: Int) -> Bool {
    sentence.language == .english && index == start + 1 && sentence.word(start) == ","
      && sentence.word(index).hasSuffix("ed") && sentence.isVerb(index)
  }

  private func isNominalOrArticle(_ index: Int) -> Bool {
    sentence.isNominal(index) || sentence.isDeterminer(index)
  }

  func goesOn(_ index: Int) -> Bool {
    if sentence.isRelative(index) { return true }
    if sentence.word(index).hasSuffix("ing") { return false }
    return sentence.isVerb(index) && sentence.features(index).contains(.participle)
      || sentence.isA(.participle, index)
  }

  func participle(in range: Range<Int>) -> Found? {
    for index in range where sentence.isVerb(index) || sentence.isA(.participle, index) {
      let acts = acts(at: index).filter {
        $0.preposition == nil
      }
      if let act = acts.first,
        sentence.isA(.participle, index) || sentence.features(index).contains(.participle),
        !sentence.word(index).hasSuffix("ing")
      {
        return Found(
          act: AgreementAct(status: act.status, token: index, isReal: true, isNegated: false),
          distance: 0)
      }
    }
    return nil
  }
}

import Language

/// Finds what is said to be done to an agreement: the verb or noun that governs the noun phrase, or the verb behind it.
struct AgreementActs {
  let sentence: AgreementSentence
  /// The tokens of dates, over which a preposition still governs ("since the June 2023 accord").
  var dated: Set<Int> = []
  private var lexicon: AgreementLexicon { sentence.lexicon }

  /// The act on the agreement that a noun phrase names; nil if none of the lexicon is there.
  func act(on phrase: Range<Int>, head: Int) -> AgreementAct? {
    let behind = behind(phrase, head: head)
    let before = before(phrase)
    guard let behind, behind.act.status != .wish else {
      guard var act = before?.act else { return nil }
      // "The signing of the pact, planned for March"
      let next = phrase.upperBound + (sentence.word(phrase.upperBound) == "," ? 1 : 0)
      if act.status == .signed, !sentence.isVerb(act.token),
        ["planned", "scheduled", "expected", "due", "prevista", "programada"].contains(
          sentence.word(next))
      {
        act.isReal = false
      }
      return act
    }
    guard let before else { return behind.act }
    // What has ended stays ended, what was signed stays signed; talk ("welcomed the deal signed in …") gives way.
    for act in [before.act, behind.act] where act.status == .ended && act.isReal { return act }
    if before.act.status == .talk || before.act.status == .wish { return behind.act }
    if behind.act.status == .talk { return before.act }
    if behind.act.status == .signed, behind.act.isReal, before.act.status == .proposed {
      return behind.act
    }
    // "To honour the truce reached in October": it is kept, and was signed then.
    if behind.act.status == .signed, behind.act.isReal, before.act.status == .inForce {
      var act = behind.act
      act.isKept = true
      return act
    }
    return behind.distance < before.distance ? behind.act : before.act
  }

  private struct Found {
    var act: AgreementAct
    var distance: Int
  }

  // MARK: - Before the noun phrase

  /// "Signed the accord", "withdrew from a treaty", "the signing of the pact", "violations of the truce".
  private func before(_ phrase: Range<Int>) -> Found? {
    var index = phrase.lowerBound - 1
    var preposition: String?
    var passed = 0
    // Only what stands right before the phrase governs it: "reached in Geneva a deal".
    var isAdjacent = true
    while index >= 0, passed < 14 {
      if sentence.word(index) == ";"
        || sentence.isRelative(index) && sentence.upos(index) != .det && !isSubject(index)
      {
        break
      }
      if isAdjacent, sentence.upos(index) == .adp || sentence.upos(index) == .part {
        preposition = sentence.word(index)
      }
      isAdjacent =
        isAdjacent
        && (sentence.isDeterminer(index) || sentence.isQuote(index) || dated.contains(index))
      if var status = status(at: index, preposition: preposition, before: phrase.lowerBound) {
        // "Discussed the accord": it may be in force; "discussed a new accord" is to come.
        if status == .proposed, sentence.isA(.review, index), isPointedAt(phrase) { status = .talk }
        let (told, token) = governed(status, index)
        return Found(act: act(told, at: token), distance: phrase.lowerBound - index)
      }
      // "Close to a deal", "cerca de un acuerdo"
      if ["close", "closer", "cerca"].contains(sentence.word(index)),
        ["to", "de"].contains(preposition ?? ""), index >= phrase.lowerBound - 3
      {
        let act = AgreementAct(status: .proposed, token: index, isReal: false, isNegated: false)
        return Found(act: act, distance: phrase.lowerBound - index)
      }
      // Another finite verb governs the phrase, and it says nothing.
      if sentence.isVerb(index), sentence.isFinite(index) { break }
      index -= 1
      passed += 1
    }
    return nil
  }

  /// "Signed an extension of the memorandum": signed; "broke off negotiations on a pact": ended. The status with the word
  /// that gives it, for a noun that a verb of agreements governs.
  private func governed(_ status: AgreementLexicon.ActStatus, _ index: Int) -> (
    AgreementLexicon.ActStatus, Int
  ) {
    guard sentence.upos(index) == .noun, status == .inForce || status == .proposed else {
      return (status, index)
    }
    var at = index - 1
    while at >= max(0, index - 3) {
      if sentence.isVerb(at) {
        let found = acts(at: at).map(\.status)
        if status == .inForce, found.contains(.signed) { return (.signed, at) }
        if status == .proposed, found.contains(.ended) { return (.ended, at) }
        break
      }
      at -= 1
    }
    return (status, index)
  }

  /// True for a definite noun phrase that nothing tells to be new.
  private func isPointedAt(_ phrase: Range<Int>) -> Bool {
    guard
      ["the", "el", "la", "los", "las", "'s", "’s"].contains(sentence.word(phrase.lowerBound - 1))
    else { return false }
    return !phrase.contains {
      sentence.isA(.coming, $0) || lexicon.telling(sentence.word($0), sentence.language) != nil
        || sentence.isA(.judging, $0)
    }
  }

  private func isSubject(_ index: Int) -> Bool {
    sentence.upos(index - 1) == .noun && sentence.word(index) != "that"
  }

  private func status(at index: Int, preposition: String?, before start: Int) -> AgreementLexicon
    .ActStatus?
  {
    let isVerb = sentence.isVerb(index)
    guard isVerb || sentence.upos(index) == .noun else { return nil }
    let acts = acts(at: index)
    guard !acts.isEmpty, isVerb || isGerund(index) || !sentence.isA(.verbonly, index) else {
      return nil
    }
    for act in acts {
      if let needed = act.preposition {
        // Right behind the verb ("pull out of") or right before the phrase ("withdrew the US from").
        if preposition == needed
          || sentence.word(index + 1) == needed && !sentence.isVerb(index + 2)
        {
          return act.status
        }
      } else if act.status == .signed, preposition != nil,
        (index + 1..<start).contains(where: { sentence.isA(.nosign, $0) })
      {
        // "Signed a decree on the agreement"
        continue
      } else if isVerb || isGerund(index) && preposition == nil {
        // The object follows the verb; a prepositional phrase between belongs to something else.
        if preposition == nil
          || start - index <= 8 && !blocks(preposition) && !sentence.isA(.direct, index)
        {
          return act.status
        }
      } else if preposition == "of" || preposition == "de"
        || !sentence.isA(.direct, index)
          && (preposition == "on" || preposition == "from" || preposition == "con")
      {
        return act.status
      }
    }
    return nil
  }

  private func isGerund(_ index: Int) -> Bool {
    sentence.language == .english && sentence.word(index).hasSuffix("ing")
  }

  /// The acts of a word by its lemma; English gerunds that were taken for nouns by their verb ("the aim of reaching"), and
  /// participles of Spanish that were taken for adjectives.
  private func acts(at index: Int) -> [AgreementLexicon.Act] {
    let found = lexicon.acts(sentence.lemma(index), sentence.language)
    if found.isEmpty, sentence.language == .spanish, sentence.isA(.participle, index) {
      for (ending, infinitive) in [
        ("ad", "ar"), ("id", "ir"), ("scrit", "scribir"), ("script", "scribir"),
      ] {
        // "alcanzado", "firmadas": the ending, a vowel, perhaps an s.
        let word = sentence.word(index)
        let stem = word.hasSuffix("s") ? word.dropLast(2) : word.dropLast()
        guard stem.hasSuffix(ending) else { continue }
        let acts = lexicon.acts(stem.dropLast(ending.count) + infinitive, .spanish)
        if !acts.isEmpty { return acts }
      }
    }
    if found.isEmpty, sentence.language == .spanish, sentence.isVerb(index) {
      return AgreementActs.endings.lazy.filter { sentence.word(index).hasSuffix($0.0) }
        .map {
          lexicon.acts(sentence.word(index).dropLast($0.0.count) + $0.1, .spanish)
        }
        .first { !$0.isEmpty } ?? []
    }
    guard found.isEmpty, sentence.language == .english, sentence.word(index).hasSuffix("ing") else {
      return found
    }
    let stem = String(sentence.word(index).dropLast(3))
    let plain = lexicon.acts(stem, .english)
    return plain.isEmpty ? lexicon.acts(stem + "e", .english) : plain
  }

  /// Endings of Spanish verbs with that of their infinitive, for forms of which the lemma is not known.
  private static let endings: [(String, String)] = [
    ("ieron", "ir"), ("ieron", "er"), ("aron", "ar"), ("en", "ar"), ("an", "ir"), ("an", "er"),
    ("ara", "ar"), ("aran", "ar"), ("ira", "ir"), ("iran", "ir"), ("io", "ir"), ("o", "ar"),
  ]

  /// Prepositions that make of an agreement the ground, not the object, of a verb: "signed under the treaty".
  private func blocks(_ preposition: String?) -> Bool {
    guard let preposition else { return false }
    return [
      "under", "in", "at", "with", "by", "for", "during", "after", "before", "until", "since",
      "segun", "bajo", "en", "durante", "tras", "para", "ante", "from", "about",
    ]
    .contains(preposition)
  }

  // MARK: - Behind the noun phrase

  /// "The accord was signed", "which had been agreed", "signed in 2015", "expired", "ha sido rechazado".
  private func behind(_ phrase: Range<Int>, head: Int) -> Found? {
    if let inside = participle(in: (head + 1)..<phrase.upperBound) {
      return goingOn(inside, phrase.upperBound)
    }
    var index = phrase.upperBound
    let limit = min(sentence.count, phrase.upperBound + 9)
    while index < limit {
      if sentence.word(index) == ";" || sentence.isQuote(index) { break }
      // "The protocol, whose first period expires": of something else.
      if ["whose", "cuyo", "cuya", "cuyos", "cuyas"].contains(sentence.word(index)) { break }
      if sentence.isVerb(index) || index == phrase.upperBound && sentence.isA(.participle, index) {
        let acts = acts(at: index).filter { $0.preposition == nil }
        if let act = acts.first,
          isPassive(index) || sentence.isA(.participle, index) || sentence.isA(.subjectverb, index)
            || isObjectRelative(phrase.upperBound, index) && act.status != .talk
        {
          var found = Found(
            act: self.act(act.status, at: index), distance: index - phrase.upperBound + 1)
          // "The deal signed in 2015": a participle right behind the noun says what has been.
          if index <= phrase.upperBound + 1, !sentence.isFinite(index),
            index == phrase.upperBound || sentence.upos(index - 1) != .aux,
            sentence.word(index).hasSuffix("ed") || sentence.isA(.participle, index)
          {
            found.act.isReal = !isNeverSigned(index)
          }
          // "Which was signed in 2016, expired last year"
          if act.status == .signed, let end = end(behind: index) {
            return Found(act: self.act(.ended, at: end), distance: found.distance)
          }
          let isParticiple = !sentence.isFinite(index) && sentence.upos(index - 1) != .aux
          return isParticiple ? goingOn(found, index + 1) : found
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
      if sentence.upos(index) == .cconj, !joinsSubjects(index, phrase.upperBound),
        index > phrase.upperBound || !sentence.isVerb(index + 1) && !goesOn(index + 1)
      {
        break
      }
      // Behind a comma only a participle or a relative clause still speaks of the agreement.
      if sentence.word(index) == ",", !goesOn(index + 1) { break }
      index += 1
    }
    return nil
  }

  /// "The pact signed in 2019 expired", "… is being implemented", "… remains in force": what the sentence tells of an agreement
  /// whose signing a participle tells.
  private func goingOn(_ found: Found, _ start: Int) -> Found {
    guard found.act.status == .signed, found.act.isReal else { return found }
    var kept = found
    kept.act.isKept = true
    for at in start..<max(start, min(sentence.count, start + 12)) {
      if sentence.isRelative(at) || [";", ","].contains(sentence.word(at)) { return found }
      if ["vigente", "vigentes", "vigor", "force"].contains(sentence.word(at)) { return kept }
      guard sentence.isVerb(at) else { continue }
      let isOfAgreement =
        sentence.isA(.subjectverb, at) || [at - 1, at - 2].contains { sentence.upos($0) == .aux }
        || sentence.language == .spanish && sentence.word(at - 1) == "se"
      guard isOfAgreement else { continue }
      for act in acts(at: at) where act.preposition == nil {
        if act.status == .ended {
          return Found(act: self.act(.ended, at: at), distance: found.distance)
        }
        if act.status == .inForce { return isNegated(at) ? found : kept }
      }
    }
    return found
  }

  /// The verb by which the agreement of a relative clause or a participle ends.
  private func end(behind index: Int) -> Int? {
    let range = index + 1..<max(index + 1, min(sentence.count, index + 9))
    guard range.contains(where: { sentence.word($0) == "," }) else { return nil }
    return range.first { at in
      sentence.isVerb(at) && sentence.isFinite(at) && sentence.isA(.subjectverb, at)
        && sentence.word(at - 1) == ","
        && acts(at: at).contains { $0.status == .ended && $0.preposition == nil }
    }
  }

  /// "Finalised in 2011 but never signed".
  private func isNeverSigned(_ index: Int) -> Bool {
    (index + 1..<max(index + 1, min(sentence.count, index + 9))).contains {
      ["sign", "firmar", "suscribir", "ratify"].contains(sentence.lemma($0))
        && ["never", "not", "yet", "nunca", "no"].contains(sentence.word($0 - 1))
    }
  }

  /// True for a participle, a passive, and the reflexive passive of Spanish.
  private func isPassive(_ index: Int) -> Bool {
    if sentence.features(index).contains(.participle), !sentence.word(index).hasSuffix("ing") {
      // "The deal has collapsed" is active, "has been signed" is not.
      return !["have", "has", "had", "ha", "han", "habia", "habian", "haber"].contains(
        sentence.word(index - 1))
    }
    return sentence.features(index).contains(.passive)
      || sentence.language == .spanish && sentence.word(index - 1) == "se"
  }

  /// "A protocol that Serbia and Bosnia signed", "el pacto que firmaron Perú y Chile": a relative clause of which the agreement
  /// is the object.
  private func isObjectRelative(_ start: Int, _ verb: Int) -> Bool {
    guard
      let relative = (start..<max(start, verb)).last(where: {
        sentence.isRelative($0) && sentence.upos($0) != .det
      })
    else { return false }
    // "Antes de que termine su mandato"
    if ["de", "para", "sin", "hasta"].contains(sentence.word(relative - 1)),
      sentence.word(relative) == "que"
    {
      return false
    }
    if relative < verb - 1 {
      return sentence.isNominal(verb - 1) || sentence.upos(verb - 1) == .pron
    }
    return sentence.language == .spanish && sentence.isFinite(verb)
      && !sentence.features(verb).contains(.participle)
  }

  /// The "and" of "that Serbia and Bosnia signed".
  private func joinsSubjects(_ index: Int, _ start: Int) -> Bool {
    index > start + 1 && sentence.isRelative(start) && sentence.isNominal(index - 1)
      && (sentence.isNominal(index + 1) || sentence.isDeterminer(index + 1))
  }

  private func goesOn(_ index: Int) -> Bool {
    if sentence.isRelative(index) { return true }
    if sentence.word(index).hasSuffix("ing") { return false }
    return sentence.isVerb(index) && sentence.features(index).contains(.participle)
      || sentence.isA(.participle, index)
  }

  private func participle(in range: Range<Int>) -> Found? {
    for index in range where sentence.isVerb(index) || sentence.isA(.participle, index) {
      let acts = acts(at: index).filter {
        $0.preposition == nil
      }
      if let act = acts.first,
        sentence.isA(.participle, index) || sentence.features(index).contains(.participle)
      {
        return Found(
          act: AgreementAct(status: act.status, token: index, isReal: true, isNegated: false),
          distance: 0)
      }
    }
    return nil
  }

  // MARK: - Whether it has happened

  /// True if a verb is neither denied nor wished, planned or possible.
  func hasHappened(_ verb: Int) -> Bool { !isNegated(verb) && !isUnreal(verb) }

  private func act(_ status: AgreementLexicon.ActStatus, at index: Int) -> AgreementAct {
    let isNegated = isNegated(index)
    var isReal = !isNegated && !isUnreal(index)
    if status == .inForce || status == .talk || status == .told { isReal = !isNegated }
    let told = !isReal && !isNegated && status == .signed && isWished(index) ? .wish : status
    var act = AgreementAct(status: told, token: index, isReal: isReal, isNegated: isNegated)
    act.isTold = isTold(index)
    return act
  }

  /// True for "signed", "was signed", "se firmó" in a main clause; not for "which was signed", "had signed", "the signing".
  private func isTold(_ index: Int) -> Bool {
    guard sentence.isVerb(index) else { return false }
    let isPassive = [index - 1, index - 2].contains { sentence.upos($0) == .aux }
    guard sentence.isFinite(index) || isPassive else { return false }
    // "Said that the two sides had signed": what has just been done.
    let isSaid = (0..<index).contains {
      ["said", "announced", "told", "dijo", "anuncio", "informo"].contains(sentence.word($0))
    }
    return !(max(0, index - 4)..<index).contains {
      isRelative($0)
        || !isSaid && ["had", "habia", "habian"].contains(sentence.word($0))
    }
  }

  /// A relative word but for "after which", "al término de las cuales", behind which goes on what is told.
  private func isRelative(_ index: Int) -> Bool {
    guard sentence.isRelative(index), sentence.upos(index) != .det, sentence.upos(index) != .sconj
    else { return false }
    return !(max(0, index - 4)..<index).contains {
      ["after", "end", "conclusion", "close", "termino", "final", "cabo", "tras", "conclusion"]
        .contains(sentence.word($0))
    }
  }

  /// "Urged the parties to reach an agreement", "pidió que se logre un acuerdo".
  private func isWished(_ index: Int) -> Bool {
    (max(0, index - 9)..<index).contains { sentence.isVerb($0) && sentence.isA(.appeal, $0) }
  }

  private func isNegated(_ index: Int) -> Bool {
    var at = index - 1
    let lowest = max(0, index - 6)
    while at >= lowest {
      if sentence.isA(.negation, at)
        || sentence.isA(.failure, at) && sentence.features(index).contains(.infinitive)
        || isFailure(at, index)
      {
        return true
      }
      if sentence.upos(at) == .punct || sentence.isRelative(at) { return false }
      if sentence.isVerb(at), sentence.isFinite(at), at < index - 1, !sentence.isA(.implicative, at)
      {
        return false
      }
      at -= 1
    }
    return false
  }

  private func isFailure(_ at: Int, _ index: Int) -> Bool {
    sentence.isA(.failure, at) && sentence.word(at + 1) == "to"
  }

  /// "Looked forward to the early conclusion", "a la espera de la firma": the noun of a signing that is still to come.
  private func isProspect(_ index: Int) -> Bool {
    guard sentence.upos(index) == .noun else { return false }
    var at = index - 1
    while at >= max(0, index - 7) {
      if sentence.isA(.prospect, at) { return true }
      if sentence.upos(at) == .punct || sentence.isVerb(at) || sentence.isRelative(at) {
        return false
      }
      at -= 1
    }
    return false
  }

  /// Wished, planned, possible: behind "will", "may", "to", in the future or the subjunctive, as an aim.
  private func isUnreal(_ index: Int) -> Bool {
    let features = sentence.features(index)
    if features.contains(.future) || features.contains(.conditional)
      || features.contains(.subjunctive) && sentence.language == .spanish
    {
      return true
    }
    if isProspect(index) { return true }
    // "Se espera que los presidentes firmen": a subjunctive that the tagger does not know.
    if sentence.language == .spanish, sentence.isVerb(index), sentence.word(index).hasSuffix("en"),
      (max(0, index - 6)..<index).contains(where: { sentence.word($0) == "que" }),
      (max(0, index - 9)..<index).contains(where: { sentence.isA(.prospect, $0) })
    {
      return true
    }
    // "Are finalising an agreement"
    if sentence.language == .english, sentence.isVerb(index), sentence.word(index).hasSuffix("ing"),
      ["is", "are", "was", "were", "'re", "'s"].contains(sentence.word(index - 1))
    {
      return true
    }
    // "Before the agreement is signed"
    if sentence.language == .english, ["is", "are"].contains(sentence.word(index - 1)),
      (max(0, index - 8)..<index).contains(where: {
        ["before", "until", "once", "when", "unless"].contains(sentence.word($0))
      })
    {
      return true
    }
    var at = index - 1
    let lowest = max(0, index - 5)
    while at >= lowest {
      let word = sentence.word(at)
      if sentence.isA(.implicative, at) { return isUnreal(at) }
      if sentence.features(at).contains(.future) || sentence.features(at).contains(.conditional) {
        return true
      }
      if word == "to", sentence.language == .english, sentence.upos(at) == .part || at == index - 1
      {
        // "managed to reach", "helped to negotiate"
        if sentence.isA(.implicative, at - 1) { return isUnreal(at - 1) }
        return true
      }
      let isMonth = word == "may" && sentence.isCapitalized(at)
      if sentence.isA(.unreal, at), word != "to", !isMonth { return true }
      if sentence.upos(at) == .adp || sentence.upos(at) == .sconj && at == index - 1 {
        // "the aim of reaching", "con el objetivo de alcanzar"; but "by signing", "after reaching"
        if (sentence.isA(.aim, at - 1) || sentence.isA(.aim, at - 2)) && at == index - 1 {
          return true
        }
        if sentence.language == .spanish, word == "a" || word == "para" || word == "por",
          features.contains(.infinitive), at == index - 1
        {
          return true
        }
        if at == index - 1 {
          return sentence.language == .spanish && features.contains(.infinitive)
            && !["al", "tras", "de", "sin"].contains(word)
        }
      }
      if sentence.upos(at) == .punct || sentence.isRelative(at)
        || sentence.isVerb(at) && sentence.isFinite(at)
      {
        return features.contains(.infinitive) && sentence.language == .spanish
          && sentence.isVerb(at)
      }
      at -= 1
    }
    // An infinitive of Spanish that nothing makes real.
    return sentence.language == .spanish && features.contains(.infinitive)
  }
}

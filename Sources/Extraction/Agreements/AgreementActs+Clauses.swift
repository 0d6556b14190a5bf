import Language

/// The clauses behind an agreement that tell of more than one thing: relative ones, asides, and those that no word opens.
extension AgreementActs {
  /// "The signing of the pact, planned for March", "…, billed for Friday, has been put off".
  func isPutOff(behind start: Int) -> Bool {
    (start..<max(start, min(sentence.count, start + 10))).contains { index in
      guard sentence.isA(.putoff, index) else { return false }
      let isBare = index == start || index == start + 1 && sentence.word(start) == ","
      let isPassive = [index - 1, index - 2].contains { sentence.upos($0) == .aux }
      return isBare || isPassive || ["fue", "ha", "sido", "se"].contains(sentence.word(index - 1))
    }
  }

  /// "The pact that A wanted to sign with B collapsed": the verb of the clause behind the relative one.
  func endOfMain(_ start: Int, _ verb: Int) -> Int? {
    guard sentence.isRelative(start) else { return nil }
    return (verb + 1..<max(verb + 1, min(sentence.count, verb + 9))).first { at in
      sentence.isVerb(at) && sentence.isA(.subjectverb, at)
        && (sentence.isFinite(at) || sentence.word(at).hasSuffix("ed"))
        && !sentence.isRelative(at - 1)
        && acts(behind: at).contains { $0.status == .ended }
    }
  }

  /// Behind ", for which B has offered to pay,": where the clause of the noun goes on; nil if there is no such aside.
  func behindAside(_ start: Int) -> Int? {
    // "… on a park in the buffer zone, for which"
    var start = start
    let limit = min(sentence.count, start + 6)
    while start < limit, sentence.word(start) != ",", !sentence.isVerb(start),
      sentence.upos(start) != .cconj, !sentence.isRelative(start)
    { start += 1 }
    guard sentence.word(start) == "," else { return nil }
    let close = (start + 2..<max(start + 2, min(sentence.count, start + 22))).first { at in
      sentence.word(at) == ","
        && (sentence.isFinite(at + 1) || sentence.upos(at + 1) == .aux
          || sentence.language == .spanish && ["se", "no"].contains(sentence.word(at + 1)))
    }
    return close.map { $0 + 1 }
  }

  /// "Began talks on a trade deal and signed it in August".
  func signedThen(behind start: Int) -> AgreementAct? {
    let index = (start..<max(start, min(sentence.count, start + 16))).first { at in
      guard sentence.isVerb(at) else { return false }
      let isObject =
        sentence.language == .english
        ? ["it", "them"].contains(sentence.word(at + 1))
        : ["lo", "los"].contains(sentence.word(at - 1))
      return isObject && acts(at: at).contains { $0.status == .signed && $0.preposition == nil }
    }
    guard let index else { return nil }
    let signed = act(.signed, at: index)
    return signed.isReal ? signed : nil
  }

  /// "The agreement it signed with Uganda": the verb of a clause that no relative word opens.
  func contact(_ start: Int) -> Int? {
    guard isContact(start) else { return nil }
    let verb = sentence.upos(start + 1) == .aux ? start + 2 : start + 1
    return sentence.isVerb(verb)
      && acts(at: verb).contains { $0.status == .signed && $0.preposition == nil }
      ? verb : nil
  }

  /// True for "it" and "they" right behind a noun phrase.
  func isContact(_ start: Int) -> Bool {
    sentence.language == .english && ["it", "they"].contains(sentence.word(start))
  }

  /// The passive of signing that tells of what a relative clause speaks of.
  func signedBehind(_ verb: Int) -> Int? {
    (verb + 1..<max(verb + 1, min(sentence.count, verb + 12))).first { at in
      sentence.isVerb(at) && sentence.upos(at - 1) == .aux && isPassive(at)
        && sentence.isFinite(at - 1) && acts(at: at).contains { $0.status == .signed }
    }
  }

  /// "Remains stuck", "has been under negotiation": it has not come about.
  func pending(_ start: Int) -> Found? {
    var index = start
    while index < min(sentence.count, start + 8) {
      if sentence.word(index) == ";" || sentence.isRelative(index) { return nil }
      if sentence.word(index) == "," {
        // "…, for which Brussels has offered to pay, remains stuck"
        return nil
      }
      let isTalkedOf =
        ["under", "en", "bajo"].contains(sentence.word(index - 1))
        && ["negotiation", "discussion", "consideration", "negociacion", "discusion", "estudio"]
          .contains(sentence.word(index))
      // "Is back on the table", "is in the final stage of negotiation"
      let isOpen =
        ["table", "mesa"].contains(sentence.word(index))
        && ["on", "sobre"].contains(sentence.word(index - 2))
        || ["negotiation", "negotiations", "negociacion"].contains(sentence.word(index))
          && (max(start, index - 4)..<index).contains {
            ["stage", "stages", "phase", "fase", "etapa"].contains(sentence.word($0))
          }
      if isOpen || sentence.isA(.pending, index), index > start || sentence.language == .spanish {
        return Found(
          act: AgreementAct(status: .proposed, token: index, isReal: false, isNegated: false),
          distance: index - start + 1)
      }
      if isTalkedOf {
        return Found(
          act: AgreementAct(status: .proposed, token: index, isReal: false, isNegated: false),
          distance: index - start + 1)
      }
      index += 1
    }
    return nil
  }

  /// "A protocol that Serbia and Bosnia signed", "el pacto que firmaron Perú y Chile": a relative clause of which the agreement
  /// is the object.
  func isObjectRelative(_ start: Int, _ verb: Int) -> Bool {
    guard
      let relative = (start..<max(start, verb)).last(where: {
        sentence.isRelative($0) && sentence.upos($0) != .det
      })
    else { return false }
    // "Antes de que termine su mandato"
    if ["de", "desde", "para", "sin", "hasta"].contains(sentence.word(relative - 1)),
      sentence.word(relative) == "que"
    {
      return false
    }
    if relative < verb - 1 {
      return sentence.isNominal(verb - 1) || sentence.upos(verb - 1) == .pron
        || sentence.isA(.joint, verb - 1)
        || sentence.word(verb - 1) == ","
          && (relative + 1..<verb - 1).contains { sentence.word($0) == "," }
          && !(relative + 1..<verb).contains { sentence.isVerb($0) }
    }
    return sentence.language == .spanish && sentence.isFinite(verb)
      && !sentence.features(verb).contains(.participle)
  }

  /// The "and" of "that Serbia and Bosnia signed".
  func joinsSubjects(_ index: Int, _ start: Int) -> Bool {
    index > start + 1
      && (sentence.isRelative(start)
        || sentence.word(start) == "," && sentence.isRelative(start + 1))
      && sentence.isNominal(index - 1)
      && (sentence.isNominal(index + 1) || sentence.isDeterminer(index + 1))
  }

  /// "Finalised in 2011 but never signed".
  func isNeverSigned(_ index: Int) -> Bool {
    (index + 1..<max(index + 1, min(sentence.count, index + 9))).contains {
      ["sign", "firmar", "suscribir", "ratify"].contains(sentence.lemma($0))
        && ["never", "not", "yet", "nunca", "no"].contains(sentence.word($0 - 1))
    }
  }

  /// "Aim to have the agreement signed"
  func isToBeHad(_ end: Int) -> Bool {
    guard sentence.language == .english else { return false }
    return (max(0, end - 8)..<end).contains {
      ["have", "get", "see"].contains(sentence.word($0))
        && ["to", "will", "would"].contains(sentence.word($0 - 1))
    }
  }
}

import Language

/// Whether what is done to an agreement has happened.
extension AgreementActs {
  /// True if a verb is neither denied nor wished, planned or possible.
  func hasHappened(_ verb: Int) -> Bool { !isNegated(verb) && !isUnreal(verb) }

  func act(_ status: AgreementLexicon.ActStatus, at index: Int) -> AgreementAct {
    let isNegated = isNegated(index)
    var isReal = !isNegated && !isUnreal(index, isGoingOn: status == .ended)
    if status == .inForce || status == .talk || status == .told { isReal = !isNegated }
    let told = !isReal && !isNegated && status == .signed && isWished(index) ? .wish : status
    var act = AgreementAct(status: told, token: index, isReal: isReal, isNegated: isNegated)
    act.isTold = isTold(index)
    return act
  }

  /// True for "signed", "was signed", "se firmó" in a main clause; not for "which was signed", "had signed", "the signing".
  func isTold(_ index: Int) -> Bool {
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
  func isRelative(_ index: Int) -> Bool {
    guard sentence.isRelative(index), sentence.upos(index) != .det, sentence.upos(index) != .sconj
    else { return false }
    return !(max(0, index - 4)..<index).contains {
      ["after", "end", "conclusion", "close", "termino", "final", "cabo", "tras", "conclusion"]
        .contains(sentence.word($0))
    }
  }

  /// "Urged the parties to reach an agreement", "pidió que se logre un acuerdo".
  func isWished(_ index: Int) -> Bool {
    (max(0, index - 9)..<index).contains { sentence.isVerb($0) && sentence.isA(.appeal, $0) }
  }

  func isNegated(_ index: Int) -> Bool {
    var at = index - 1
    let lowest = max(0, index - 6)
    while at >= lowest {
      if sentence.isA(.negation, at)
        || sentence.isA(.failure, at) && sentence.features(index).contains(.infinitive)
        || isFailure(at, index)
        || sentence.word(at) == "yet" && sentence.word(at + 1) == "to"
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

  func isFailure(_ at: Int, _ index: Int) -> Bool {
    sentence.isA(.failure, at) && sentence.word(at + 1) == "to"
  }

  /// "Looked forward to the early conclusion", "a la espera de la firma": the noun of a signing that is still to come.
  func isProspect(_ index: Int) -> Bool {
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

  /// "The signing of the treaty will take place in June", "la firma del acuerdo será el lunes": the noun of a signing that is the
  /// subject of a verb in the future.
  private func isHeldLater(_ index: Int) -> Bool {
    guard sentence.upos(index) == .noun else { return false }
    var before = index - 1
    while before >= 0, sentence.isDeterminer(before) || sentence.upos(before) == .adj {
      before -= 1
    }
    if before >= 0, sentence.upos(before) == .adp || sentence.isVerb(before) { return false }
    for at in index + 1..<max(index + 1, min(sentence.count, index + 18)) {
      if sentence.isRelative(at) || [",", ";"].contains(sentence.word(at)) { return false }
      if ["will", "shall"].contains(sentence.word(at)) { return true }
      if sentence.isFinite(at) || sentence.upos(at) == .aux {
        return sentence.features(at).contains(.future)
      }
    }
    return false
  }

  /// "Proposed that the two cities conclude an agreement".
  private func isSuggested(_ index: Int) -> Bool {
    guard sentence.language == .english, sentence.isVerb(index),
      let that = (max(0, index - 12)..<index).last(where: { sentence.word($0) == "that" })
    else { return false }
    return ["propose", "suggest", "recommend", "demand", "ask", "request", "insist", "urge"]
      .contains(sentence.lemma(that - 1)) && sentence.word(index) == sentence.lemma(index)
      && !(that + 1..<index).contains { sentence.isFinite($0) }
  }

  /// "Priorities, including achieving a truce", "efforts toward reaching a deal": an English gerund of what is still to come.
  private func isAim(_ index: Int) -> Bool {
    sentence.language == .english && sentence.word(index).hasSuffix("ing")
      && index > 1
      && [
        "including", "include", "includes", "toward", "towards", "about", "like", "on", "at",
        "consider", "considering", "is", "be",
      ]
      .contains(sentence.word(index - 1))
  }

  /// "Met in Nairobi on Monday to sign", "se reunieron para firmar": what those who met came for, they did.
  private func isMet(before purpose: Int) -> Bool {
    guard
      let verb = (max(0, purpose - 14)..<purpose).last(where: {
        sentence.isVerb($0) && (sentence.isFinite($0) || sentence.upos($0 - 1) == .aux)
          || sentence.word($0) == ";"
      })
    else { return false }
    return ["met", "gathered", "convened", "reunieron", "reunio", "congregaron"].contains(
      sentence.word(verb))
      && !(max(0, verb - 3)..<verb).contains {
        sentence.upos($0) == .aux || sentence.word($0) == "to"
      }
  }

  /// Wished, planned, possible: behind "will", "may", "to", in the future or the subjunctive, as an aim.
  /// - Parameters:
  ///   - isGoingOn: True where what is being done counts as done ("it is withdrawing from the treaty").
  func isUnreal(_ index: Int, isGoingOn: Bool = false) -> Bool {
    let features = sentence.features(index)
    if features.contains(.infinitive) || ["to", "en"].contains(sentence.word(index - 1)),
      sentence.isVerb(index), let verb = becoming(before: index)
    {
      return sentence.language == .english && sentence.word(verb).hasSuffix("ing")
        ? false : isUnreal(verb)
    }
    if features.contains(.future) || features.contains(.conditional)
      || features.contains(.subjunctive) && sentence.language == .spanish
    {
      return true
    }
    if isProspect(index) || isSuggested(index) || isHeldLater(index) { return true }
    // "Se espera que los presidentes firmen": a subjunctive that the tagger does not know.
    if sentence.language == .spanish, sentence.isVerb(index), sentence.word(index).hasSuffix("en"),
      (max(0, index - 6)..<index).contains(where: { sentence.word($0) == "que" }),
      (max(0, index - 9)..<index).contains(where: { sentence.isA(.prospect, $0) })
    {
      return true
    }
    // "Are finalising an agreement"
    if !isGoingOn, sentence.language == .english, sentence.isVerb(index),
      sentence.word(index).hasSuffix("ing"),
      ["is", "are", "was", "were", "'re", "'s"].contains(sentence.word(index - 1))
    {
      return true
    }
    if !isGoingOn, isAim(index) { return true }
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
      // "Will lift tariffs after the signing": it comes first.
      if ["after", "following", "tras"].contains(word), sentence.upos(index) == .noun {
        return false
      }
      if sentence.isA(.implicative, at) { return isUnreal(at) }
      if sentence.features(at).contains(.future) || sentence.features(at).contains(.conditional) {
        return true
      }
      if word == "to", sentence.language == .english, !sentence.isFinite(index),
        sentence.upos(at) == .part || at == index - 1
      {
        if isMet(before: at) { return false }
        // "managed to reach", "helped to negotiate"
        if sentence.isA(.implicative, at - 1) { return isUnreal(at - 1) }
        // "Agreed to conclude trade agreements" without a day to come: they have come to terms.
        if at == index - 1, sentence.lemma(index) == "conclude", sentence.isA(.agree, at - 1),
          !(index..<sentence.count).contains(where: {
            ["before", "soon", "until", "possible", "next", "talks", "negotiations"].contains(
              sentence.word($0)) || sentence.word($0) == "by" && dated.contains($0 + 1)
          })
        {
          return isUnreal(at - 1)
        }
        return true
      }
      let isMonth = word == "may" && sentence.isCapitalized(at)
      // "La hoja de ruta para la paz fue firmada"
      let isOfNoun = word == "para" && (sentence.isFinite(index - 1) || sentence.isFinite(index))
      // "Met in Lima to sign", not "for signing"
      let isPurpose = word == "para" && at == index - 1 && isMet(before: at)
      if sentence.isA(.unreal, at), word != "to", !isMonth, !isOfNoun, !isPurpose { return true }
      if sentence.upos(at) == .adp || sentence.upos(at) == .sconj && at == index - 1 {
        // "the aim of reaching", "con el objetivo de alcanzar"; but "by signing", "after reaching"
        if (sentence.isA(.aim, at - 1) || sentence.isA(.aim, at - 2)) && at == index - 1 {
          return true
        }
        if sentence.language == .spanish, word == "a" || word == "para" || word == "por",
          features.contains(.infinitive), at == index - 1
        {
          return word != "para" || !isMet(before: at)
        }
        // "A pocos días de cerrar un acuerdo"
        if at == index - 1, word == "de", sentence.language == .spanish,
          ["dias", "semanas", "horas", "meses", "paso", "punto", "puertas"].contains(
            sentence.word(at - 1)),
          (at - 4..<at).contains(where: { sentence.word($0) == "a" })
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

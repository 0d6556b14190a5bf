import Language

/// What governs the noun phrase of an agreement from before it.
extension AgreementActs {
  /// "Signed the accord", "withdrew from a treaty", "the signing of the pact", "violations of the truce".
  func before(_ phrase: Range<Int>) -> Found? {
    var index = phrase.lowerBound - 1
    var preposition: String?
    var passed = 0
    // Only what stands right before the phrase governs it: "reached in Geneva a deal".
    var isAdjacent = true
    // "Firmaron en 2008 el acuerdo": the preposition is the date's.
    var isDates = false
    while index >= 0, passed < 14 {
      if sentence.word(index) == ";" || isCondition(index)
        || sentence.isRelative(index) && sentence.upos(index) != .det && !isSubject(index)
      {
        break
      }
      if dated.contains(index), index < phrase.lowerBound - 1,
        sentence.isDeterminer(index + 1)
      {
        isDates = true
      }
      if isAdjacent, !isDates, sentence.upos(index) == .adp || sentence.upos(index) == .part {
        preposition = sentence.word(index)
      }
      isAdjacent =
        isAdjacent
        && (sentence.isDeterminer(index) || sentence.isQuote(index) || dated.contains(index))
      if let verb = endOfParticipation(index, preposition) ?? endPut(index, preposition)
        ?? leftWithoutEffect(index)
      {
        return Found(act: act(.ended, at: verb), distance: phrase.lowerBound - index)
      }
      if preposition == "for", sentence.isA(.draft, index), sentence.language == .english {
        let ending = endOfDraft(index)
        return Found(
          act: ending.map { act(.ended, at: $0) }
            ?? AgreementAct(status: .proposed, token: index, isReal: false, isNegated: false),
          distance: phrase.lowerBound - index)
      }
      if var status = status(at: index, preposition: preposition, before: phrase.lowerBound) {
        if status == .signed, isOfParliament(index) { status = .inForce }
        // "Accused B of breaking the truce": it is kept by others.
        if status == .ended, ["break", "romper"].contains(sentence.lemma(index)),
          (max(0, index - 8)..<index).contains(where: {
            sentence.word($0).hasPrefix("accus") || sentence.word($0).hasPrefix("acus")
          })
        {
          status = .inForce
        }
        // "Discussed the accord": it may be in force; "discussed a new accord" is to come.
        if status == .proposed, sentence.isA(.review, index), isPointedAt(phrase) { status = .talk }
        let (told, token) = governed(status, index)
        return Found(act: act(told, at: token), distance: phrase.lowerBound - index)
      }
      // "Close to a deal", "cerca de un acuerdo"
      if sentence.isA(.near, index), ["to", "of", "de", "from"].contains(preposition ?? ""),
        index >= phrase.lowerBound - 3
      {
        let act = AgreementAct(status: .proposed, token: index, isReal: false, isNegated: false)
        return Found(act: act, distance: phrase.lowerBound - index)
      }
      // Another finite verb governs the phrase, and it says nothing.
      if sentence.isVerb(index), sentence.isFinite(index) { break }
      index -= 1
      passed += 1
    }
    return joined(phrase)
  }

  /// "Leave the Union even if no agreement is reached": another clause begins.
  private func isCondition(_ index: Int) -> Bool {
    ["if", "unless", "whether", "because", "si", "aunque", "porque"].contains(sentence.word(index))
      && !["as", "como"].contains(sentence.word(index - 1))
  }

  /// "Signed a memorandum of understanding on farming and an agreement on visas": the verb of the agreement before the "and".
  private func joined(_ phrase: Range<Int>) -> Found? {
    let start = phrase.lowerBound
    guard sentence.isDeterminer(start - 1), ["and", "y", "e"].contains(sentence.word(start - 2)),
      let verb = (max(0, start - 20)..<max(0, start - 2)).last(where: { at in
        sentence.isVerb(at) && sentence.isFinite(at)
          && acts(at: at).contains { $0.status == .signed && $0.preposition == nil }
      }),
      (verb + 1..<start - 2).contains(where: {
        sentence.isNoun($0) && !lexicon.nouns(sentence.lemma($0), sentence.language).isEmpty
      }),
      !(verb + 1..<start).contains(where: { sentence.isRelative($0) && sentence.upos($0) != .det })
    else { return nil }
    return Found(act: act(.signed, at: verb), distance: start - verb)
  }

  /// "Signed an extension of the memorandum": signed; "broke off negotiations on a pact": ended. The status with the word
  /// that gives it, for a noun that a verb of agreements governs.
  func governed(_ status: AgreementLexicon.ActStatus, _ index: Int) -> (
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
        if found.contains(.ended) { return (.ended, at) }
        // "Concluded the negotiations on a trade deal", not "a round of negotiations"
        if status == .proposed, sentence.isA(.complete, at),
          !(at + 1..<index).contains(where: { ["round", "ronda"].contains(sentence.word($0)) })
        {
          return (.signed, at)
        }
        break
      }
      // "The closing of the negotiations on the treaty"
      if status == .proposed,
        ["cierre", "conclusion", "closing", "completion"].contains(sentence.word(at))
      {
        return (.signed, at)
      }
      at -= 1
    }
    // "Broke off seven years of talks on an agreement"
    if status == .proposed,
      let verb = (max(0, index - 6)..<index).last(where: { sentence.isVerb($0) }),
      !(verb + 1..<index).contains(where: { sentence.upos($0) == .punct || sentence.isRelative($0) }
      ),
      acts(at: verb).contains(where: {
        $0.status == .ended && ($0.preposition == nil || $0.preposition == sentence.word(verb + 1))
      })
    {
      return (.ended, verb)
    }
    return (status, index)
  }

  /// "Suspended its participation in the treaty": the verb or noun by which taking part ends.
  private func endOfParticipation(_ index: Int, _ preposition: String?) -> Int? {
    guard let preposition, ["in", "of", "en", "de"].contains(preposition),
      sentence.isA(.participation, index)
    else { return nil }
    return (max(0, index - 4)..<index).last { at in
      (sentence.isVerb(at) || sentence.upos(at) == .noun)
        && acts(at: at).contains { $0.status == .ended }
    }
  }

  /// "Put an end to the truce", "puso fin a el acuerdo": the verb.
  private func endPut(_ index: Int, _ preposition: String?) -> Int? {
    guard ["end", "fin"].contains(sentence.word(index)), ["to", "a"].contains(preposition ?? "")
    else { return nil }
    return (max(0, index - 2)..<index).last {
      ["put", "poner", "dar"].contains(sentence.lemma($0)) && sentence.isVerb($0)
    }
  }

  /// "Dejó sin efecto el tratado": the verb.
  private func leftWithoutEffect(_ index: Int) -> Int? {
    guard ["efecto", "efectos"].contains(sentence.word(index)), sentence.word(index - 1) == "sin"
    else { return nil }
    return (max(0, index - 4)..<index).last {
      sentence.isVerb($0) && ["dejar", "quedar"].contains(sentence.lemma($0))
    }
  }

  /// "Rejected a proposal for a truce": the verb.
  private func endOfDraft(_ index: Int) -> Int? {
    (max(0, index - 5)..<index).last { at in
      sentence.isVerb(at) && acts(at: at).contains { $0.status == .ended && $0.preposition == nil }
    }
  }

  /// "Finland's parliament approved the pact": what governments have signed is ratified.
  func isOfParliament(_ verb: Int) -> Bool {
    guard sentence.isVerb(verb),
      ["approve", "endorse", "adopt", "back", "pass", "aprobar", "refrendar", "avalar"].contains(
        sentence.lemma(verb))
    else { return false }
    var at = verb - 1
    while at >= max(0, verb - 8), sentence.word(at) != ",", !sentence.isFinite(at) || at == verb - 1
    {
      if sentence.isA(.parliament, at) { return true }
      at -= 1
    }
    return ["by", "por"].contains(sentence.word(verb + 1))
      && (verb + 2..<verb + 6).contains { sentence.isA(.parliament, $0) }
  }

  /// True for a definite noun phrase that nothing tells to be new.
  func isPointedAt(_ phrase: Range<Int>) -> Bool {
    guard
      ["the", "el", "la", "los", "las", "'s", "’s"].contains(sentence.word(phrase.lowerBound - 1))
    else { return false }
    return !phrase.contains {
      sentence.isA(.coming, $0) || lexicon.telling(sentence.word($0), sentence.language) != nil
        || sentence.isA(.judging, $0)
    }
  }

  func isSubject(_ index: Int) -> Bool {
    sentence.upos(index - 1) == .noun && sentence.word(index) != "that"
  }

  func status(at index: Int, preposition: String?, before start: Int) -> AgreementLexicon
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
          || (index..<start).filter({ !dated.contains($0) }).count <= 8 && !blocks(preposition)
            && !sentence.isA(.direct, index)
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

  func isGerund(_ index: Int) -> Bool {
    sentence.language == .english && sentence.word(index).hasSuffix("ing")
  }

  /// The acts of a word by its lemma; English gerunds that were taken for nouns by their verb ("the aim of reaching"), and
  /// participles of Spanish that were taken for adjectives.
  func acts(at index: Int) -> [AgreementLexicon.Act] {
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
  static let endings: [(String, String)] = [
    ("ieron", "ir"), ("ieron", "er"), ("aron", "ar"), ("en", "ar"), ("an", "ir"), ("an", "er"),
    ("ara", "ar"), ("aran", "ar"), ("ira", "ir"), ("iran", "ir"), ("io", "ir"), ("o", "ar"),
    ("yeron", "ir"), ("yo", "ir"),
  ]

  /// Prepositions that make of an agreement the ground, not the object, of a verb: "signed under the treaty".
  func blocks(_ preposition: String?) -> Bool {
    guard let preposition else { return false }
    return [
      "under", "in", "at", "with", "by", "for", "during", "after", "before", "until", "since",
      "without", "sin", "despite", "segun", "bajo", "en", "durante", "tras", "para", "ante", "from",
      "about",
    ]
    .contains(preposition)
  }
}

import Language
import Records

/// What looks like an agreement and is none.
extension AgreementMentions {
  /// Why a noun of agreement is none where it stands; nil if it is one.
  func refusal(
    _ found: AgreementFinder.Found, _ phrase: Range<Int>, _ act: AgreementAct?, isNamed: Bool
  ) -> String? {
    if isOfConference(phrase) { return "a conference of parties" }
    if isInNameOfBody(found, phrase) { return "part of the name of a body" }
    if isDomestic(found, act, phrase, isNamed: isNamed) { return "politics of one state" }
    if found.kind == .ceasefire, isProvision(phrase) { return "what an agreement provides for" }
    if isNamed, found.strength == .named, isCalled(phrase) { return nil }
    if isOfPlayer(found) { return "a contract of sports or shows, or a plea" }
    if isOfTwoStates(found, phrase, act) { return nil }
    let isActed = act.map { $0.status == .signed || $0.status == .ended } ?? false
    switch found.strength {
    case .sure: break
    case .named:
      let isKept =
        act?.status == .proposed && found.kind == .declaration && found.words.count > 1
        || act?.status == .inForce
          && (found.kind == .treaty || found.kind == .memorandum
            || found.kind == .declaration && found.words.count > 1)
          && definiteness(phrase) != .bare
      // "The joint declaration of April 2022"
      let isOfDate =
        found.kind == .declaration && found.words.count > 1
        && dates.contains { phrase.contains($0.tokens.lowerBound) }
      if isOfDate, act.map({ $0.status != .proposed }) ?? true { break }
      if !isNamed && !isActed && !isKept { return "the noun alone is no agreement" }
      if isConsensus(found), !isNamed || sentence.language == .spanish && !isOfWhat(found) {
        return "a consensus without a name"
      }
      if found.kind == .agreement, !isNamed, !isWithOther(phrase),
        !(act.map { isDirect($0.token, phrase) } ?? false)
      {
        return "an arrangement of no parties"
      }
      // "The agency issued a declaration", "the Housing Action Plan": one side's own word or work.
      let isJoint = phrase.contains {
        ["joint", "conjunto", "conjunta"].contains(sentence.word($0))
      }
      if found.kind == .declaration, !isNamed,
        ["statement", "comunicado"].contains(sentence.lemma(found.head)), isWords(phrase.upperBound)
      {
        return "a statement of what they say"
      }
      if isKept { break }
      let isSigned = act.map { $0.status == .signed && isBinding($0.token) } ?? false
      if found.kind == .declaration, !isJoint, !isSigned,
        !(isNamed && sentence.isCapitalized(found.head))
      {
        return "a declaration that nobody adopts"
      }
      if found.kind == .plan || found.kind == .other, !isSigned,
        !(isJoint && (isNamed || act?.isReal == true && act?.status == .signed))
      {
        return "a plan that nobody signs"
      }
    case .signable:
      // "Lund, in a statement signed on Monday, said": the medium of what is said.
      if found.kind == .declaration, !isNamed,
        ["in", "en"].contains(sentence.word(phrase.lowerBound - 2)),
        sentence.isDeterminer(phrase.lowerBound - 1), act?.token ?? -1 >= phrase.upperBound
      {
        return "a statement of what they say"
      }
      // "The text of the peace accord": the accord is told.
      if found.kind == .declaration,
        (found.words.upperBound..<phrase.upperBound).contains(where: { at in
          sentence.isNoun(at)
            && lexicon.nouns(sentence.lemma(at), sentence.language).contains {
              $0.strength == .sure
            }
        })
      {
        return "the text of an agreement"
      }
      if found.kind == .contract, isContract(found, phrase, act) { break }
      if act != nil, isMadeByBoth(phrase.upperBound) { break }
      if isNamed, isPartnership(found, phrase, act) { break }
      if found.kind == .plan, isNamed, definiteness(phrase) == .definite,
        phrase.contains(where: { Self.shared.contains(sentence.word($0)) })
      {
        break
      }
      guard let act,
        act.status == .signed && act.isReal && isSigning(act.token)
          || (act.status == .signed || act.status == .proposed) && isBetweenTwo(found, phrase),
        isDirect(act.token, phrase)
      else {
        return "nobody signs it"
      }
      if found.kind == .contract, isPlural(found.head), count(phrase, found.head) == nil,
        inPhrase(phrase, found).isEmpty
      {
        return "contracts in general"
      }
    }
    if found.kind == .treaty, sentence.isA(.gathering, found.head),
      !isConvention(found, phrase, act)
    {
      return "a gathering, or a body of rules that nothing tells to be a treaty"
    }
    if found.words.count == 1, sentence.isA(.nosign, found.head) {
      return "what is signed is no agreement"
    }
    return nil
  }

  /// "A and B renewed the gas contract", "negotiations on a roadmap between A and B": what two states do, or what is done to what
  /// is between them, whatever it is called.
  private func isOfTwoStates(
    _ found: AgreementFinder.Found, _ phrase: Range<Int>, _ act: AgreementAct?
  ) -> Bool {
    guard found.strength != .sure, found.kind != .declaration, let act,
      found.kind == .contract || found.kind == .treaty || isRoadmap(found),
      act.status == .inForce && act.isReal || act.status == .ended
        || act.status == .signed && act.isReal
        || act.status == .proposed && sentence.isA(.negotiating, act.token)
    else { return false }
    var states = inPhrase(phrase, found)
    guard act.token >= phrase.lowerBound || isDirect(act.token, phrase) || states.count >= 2 else {
      return false
    }
    let done = AgreementActors(sentence: sentence, parties: parties)
      .complete(act, on: phrase, head: found.head)
    for party in done.parties { parties.add(party, to: &states) }
    return states.filter { $0.record.kind == .government }.count >= 2
  }

  /// "The Five-Point Consensus", "el Consenso de Montevideo": what was agreed only where it has a name.
  private func isConsensus(_ found: AgreementFinder.Found) -> Bool {
    ["consensus", "consenso"].contains(sentence.word(found.head))
  }

  /// "El Consenso de Montevideo", not the party "Consenso Federal".
  private func isOfWhat(_ found: AgreementFinder.Found) -> Bool {
    ["de", "del"].contains(sentence.word(found.words.upperBound))
  }

  /// "Kenya and Japan announced the Partnership for Clean Ports", "the Kenya-Japan Partnership was launched": what two bind
  /// themselves to under a name.
  private func isPartnership(
    _ found: AgreementFinder.Found, _ phrase: Range<Int>, _ act: AgreementAct?
  ) -> Bool {
    guard found.kind == .other, let act, act.isReal, act.status == .signed || act.status == .told,
      isDirect(act.token, phrase)
    else { return false }
    var sides = inPhrase(phrase, found)
    let done = AgreementActors(sentence: sentence, parties: parties)
      .complete(act, on: phrase, head: found.head)
    for party in done.parties { parties.add(party, to: &sides) }
    return sides.filter { $0.record.kind == .government }.count >= 2
  }

  private func isRoadmap(_ found: AgreementFinder.Found) -> Bool {
    ["roadmap", "map", "ruta"].contains(sentence.word(found.words.upperBound - 1))
  }

  /// A contract that is spoken of by its parties or its terms: "a contract between A and B", "as the construction contract
  /// provides", "A and B are negotiating a credit line".
  private func isContract(
    _ found: AgreementFinder.Found, _ phrase: Range<Int>, _ act: AgreementAct?
  ) -> Bool {
    if isBetweenTwo(found, phrase) { return true }
    guard let act else { return false }
    if AgreementActs(sentence: sentence).isOfParliament(act.token)
      || act.status == .ended && act.isReal && !inPhrase(phrase, found).isEmpty
    {
      return true
    }
    let isTerms =
      act.status == .inForce
      && ["contemplar", "prever", "establecer", "fijar", "provide", "stipulate", "require"]
        .contains(sentence.lemma(act.token))
    if isTerms { return definiteness(phrase) == .definite && phrase.count > 1 }
    // "The transit contract over Moroccan soil expired"
    if act.status == .ended, act.isReal, definiteness(phrase) == .definite, !isPlural(found.head),
      phrase.contains(where: { parties.isPlace($0, in: sentence) })
    {
      return true
    }
    let isToBeSigned = act.status == .signed && !act.isReal && !act.isNegated
    guard isToBeSigned || act.status == .proposed && sentence.isA(.negotiating, act.token) else {
      return false
    }
    return AgreementActors(sentence: sentence, parties: parties)
      .complete(act, on: phrase, head: found.head).parties.count >= 2
  }

  /// Words in the name of a plan by which it is of more than one state.
  private static let shared: Set<String> = [
    "binacional", "bilateral", "trilateral", "trinacional", "binational", "joint", "conjunto",
  ]

  /// "In which they welcomed the talks": what a statement says, as against what a declaration binds to.
  private func isWords(_ end: Int) -> Bool {
    let start = (end..<end + 8).first { sentence.isRelative($0) && sentence.word($0) != "who" }
    guard let start else { return false }
    return (start + 1..<start + 6).contains {
      sentence.isVerb($0) && sentence.isA(.utter, $0)
    }
  }

  /// "Announced by the two countries", "acordado por ambas partes".
  private func isMadeByBoth(_ token: Int) -> Bool {
    ["by", "por"].contains(sentence.word(token + 1))
      && (token + 2..<token + 4).contains { sentence.isA(.joint, $0) }
      && !sentence.isFinite(token)
  }

  /// "The striker signed a contract".
  private func isOfPlayer(_ found: AgreementFinder.Found) -> Bool {
    found.kind == .contract || found.kind == .agreement
      ? (0..<sentence.count).contains { sentence.isA(.player, $0) } : false
  }

  /// "The Convention on the Law of the Sea", "the Vienna Convention", a convention that is ratified; not "the Dallas Toy
  /// Convention".
  private func isConvention(
    _ found: AgreementFinder.Found, _ phrase: Range<Int>, _ act: AgreementAct?
  ) -> Bool {
    if let act, act.status != .talk, act.status != .told { return true }
    let behind = found.words.upperBound
    // "attended the convention on Saturday": what follows says when, not of what.
    let isWhen = (behind..<behind + 3).contains { dated.contains($0) }
    if !isWhen,
      [
        "on", "against", "for", "concerning", "relating", "regarding", "sobre", "contra", "para",
        "relativa", "marco",
      ]
      .contains(sentence.word(behind))
    {
      return true
    }
    let before = found.words.lowerBound - 1
    return phrase.contains(before)
      && (parties.isPlace(before, in: sentence) || sentence.word(before) == "framework")
      || sentence.upos(behind) == .num || ["no", "nº", "n"].contains(sentence.word(behind))
      || sentence.language == .spanish && sentence.word(behind) == "de"
        && phrase.contains(behind + 1) && parties.isPlace(behind + 1, in: sentence)
  }

  /// True if nothing but a preposition, an article, a date and adverbs stands between a verb and the phrase, or the verb
  /// follows the phrase.
  private func isDirect(_ token: Int, _ phrase: Range<Int>) -> Bool {
    if token >= phrase.upperBound { return !sentence.word(token).hasSuffix("ing") }
    if phrase.contains(token) {
      return !sentence.isFinite(token) && !sentence.word(token).hasSuffix("ing")
    }
    return ((token + 1)..<phrase.lowerBound).allSatisfy {
      dated.contains($0) || sentence.isDeterminer($0) || sentence.upos($0) == .adv
        || sentence.upos($0) == .adp || sentence.upos($0) == .part
        || sentence.isQuote($0) || sentence.upos($0) == .propn
    }
  }

  /// True for verbs by which parties bind themselves.
  private func isBinding(_ token: Int) -> Bool {
    isSigning(token)
      || ["adopt", "approve", "adoptar", "aprobar", "adoption", "incluir", "endorse", "conclude"]
        .contains(sentence.lemma(token))
  }

  /// True for "sign", "adopt", "agree on", "commit to", as against "reach" or "announce", which take many nouns.
  private func isSigning(_ token: Int) -> Bool {
    [
      "sign", "agree", "commit", "firmar", "suscribir", "comprometer", "acordar", "initial", "ink",
      "pactar", "convenir",
      "rubricar", "signing", "firma",
    ].contains(sentence.lemma(token))
  }

  /// "A plan of consultations between the ministries of A and B".
  private func isBetweenTwo(_ found: AgreementFinder.Found, _ phrase: Range<Int>) -> Bool {
    phrase.contains { ["between", "entre"].contains(sentence.word($0)) }
      && inPhrase(phrase, found).count >= 2
  }

  private func isWithOther(_ phrase: Range<Int>) -> Bool {
    phrase.contains { ["with", "between", "con", "entre"].contains(sentence.word($0)) }
  }

  /// "The Conference of the Parties to the Framework Convention".
  private func isOfConference(_ phrase: Range<Int>) -> Bool {
    let before = max(0, phrase.lowerBound - 8)..<phrase.lowerBound
    return before.contains { ["parties", "partes"].contains(sentence.word($0)) }
      && before.contains { ["conference", "conferencia"].contains(sentence.word($0)) }
  }

  /// "The Alliance for the Peoples of Our America–Peoples' Trade Treaty".
  private func isInNameOfBody(_ found: AgreementFinder.Found, _ phrase: Range<Int>) -> Bool {
    guard sentence.isCapitalized(found.head), !found.isName else { return false }
    return parties.mentions(in: sentence.index).contains { mention in
      let isWithin =
        mention.tokens.lowerBound < found.words.lowerBound && mention.tokens.contains(found.head)
        && mention.head < found.words.lowerBound
      let isCrossed =
        mention.tokens.lowerBound < phrase.lowerBound && mention.tokens.contains(phrase.lowerBound)
        && phrase.lowerBound < found.head && !sentence.isDeterminer(phrase.lowerBound - 1)
      guard isWithin || isCrossed else { return false }
      return mention.entities.contains { parties.analysis.entities[$0].kind == .organization }
    }
  }

  /// "Republicans and Democrats failed to reach a deal on the budget": two sides of one state that are told by name.
  private func isOfTwoSides(
    _ act: AgreementAct, _ found: AgreementFinder.Found, _ phrase: Range<Int>
  ) -> Bool {
    guard found.kind == .agreement, act.status == .signed, sentence.isVerb(act.token),
      ["reach", "strike", "alcanzar", "lograr", "cerrar", "pactar", "sellar", "llegar"].contains(
        sentence.lemma(act.token)), act.token < phrase.lowerBound
    else { return false }
    let ids = parties.subject(of: act.token, in: sentence)
    var sides = parties.parties(ids, sentence.language).parties
    for group in parties.groups(before: act.token, in: sentence) {
      parties.add(group, to: &sides)
    }
    return sides.count >= 2
  }

  /// What the parties of one parliament agree on, or what it adopts alone.
  private func isDomestic(
    _ found: AgreementFinder.Found, _ act: AgreementAct?, _ phrase: Range<Int>, isNamed: Bool
  ) -> Bool {
    if let act, isOfTwoSides(act, found, phrase) { return false }
    guard !isNamed, found.kind == .agreement || found.kind == .declaration || found.kind == .plan,
      act?.status != .inForce
        || act.map({ AgreementActs(sentence: sentence).isOfParliament($0.token) }) ?? false,
      act.map({ !["approve", "reject", "aprobar", "rechazar"].contains(sentence.lemma($0.token)) })
        ?? true || found.kind == .declaration
        || phrase.contains(where: { sentence.isA(.domestic, $0) }),
      !phrase.contains(where: { ["peace", "paz"].contains(sentence.word($0)) }),
      (0..<sentence.count).contains(where: { sentence.isA(.domestic, $0) }),
      !(0..<sentence.count).contains(where: { sentence.isA(.ratify, $0) && sentence.isVerb($0) })
    else { return false }
    var countries: Set<String> = []
    for index in 0..<sentence.count where parties.isPlace(index, in: sentence) {
      for party in parties.named(in: index..<index + 1, of: sentence, capitals: true) {
        if let country = party.record.country { countries.insert(country) }
      }
    }
    for mention in parties.mentions(in: sentence.index) {
      for entity in mention.entities {
        if let country = parties.analysis.entities[entity].country { countries.insert(country) }
      }
    }
    return countries.count <= 1
  }
}

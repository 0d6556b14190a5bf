import Language

/// Tells who does what is done to an agreement: the subject of the verb, those behind "with", the agents of a passive, the
/// subject of a relative clause ("a protocol that the two countries signed").
struct AgreementActors {
  let sentence: AgreementSentence
  let parties: AgreementParties
  private var lexicon: AgreementLexicon { sentence.lexicon }

  /// The act with the parties that do it and the persons that sign.
  func complete(_ act: AgreementAct, on phrase: Range<Int>, head: Int) -> AgreementAct {
    let isMember =
      act.status == .inForce
      && (sentence.isA(.member, act.token)
        || ["have", "tener", "mantener", "maintain"].contains(sentence.lemma(act.token)))
    let isTold = act.status == .told && sentence.isVerb(act.token)
    let isOfParliament =
      act.status == .inForce && AgreementActs(sentence: sentence).isOfParliament(act.token)
    guard
      act.status == .signed || act.status == .ended || act.status == .proposed || isMember || isTold
        || isOfParliament
    else { return act }
    let token = act.token
    let isVerb = sentence.upos(token) != .noun
    // "The signing of the pact, by …": who does it stands behind the whole phrase.
    let agents =
      isOfMediator(token)
      ? [] : agents(behind: isVerb || token > phrase.lowerBound ? token : phrase.upperBound - 1)
    var actors: [Int] = agents
    if token < phrase.lowerBound, !isVerb, isMember, let verb = copula(before: token) {
      actors = parties.subject(of: verb, in: sentence)
    } else if token < phrase.lowerBound, !isVerb, act.status == .ended || isMember {
      actors = leaving(token, phrase)
    } else if token < phrase.lowerBound {
      // Of a passive the agreement is the subject; "the signing of the pact" has none.
      if isVerb, bindsSubject(act) {
        let pair = parties.withWhom(token, in: sentence)
        let subject = pair.isEmpty ? parties.subject(of: token, in: sentence) : pair
        actors =
          (subject.isEmpty ? ofPronoun(token) : subject)
          + parties.companions(of: token, in: sentence) + agents
      }
    } else if token > phrase.upperBound,
      AgreementActs(sentence: sentence).isContact(phrase.upperBound)
    {
      // "The agreement it signed with Uganda": the subject of the verb before.
      let main = (0..<phrase.lowerBound).last { sentence.isVerb($0) && sentence.isFinite($0) }
      let own = main.map { parties.subject(of: $0, in: sentence) } ?? []
      let said = own.isEmpty ? ofPronoun(main ?? 0) : own
      actors = said + parties.companions(of: token, in: sentence)
    } else if act.status == .ended {
      // "Rejected by Israel": who rejects is not always a party; "from which Israel withdrew" tells one.
      actors = fromWhich(phrase.upperBound, token)
      if actors.isEmpty, let signed = participle(phrase.upperBound, token) {
        actors = self.agents(behind: signed)
      }
    } else if token >= phrase.upperBound, let relative = relative(phrase.upperBound, token) {
      var own = parties.entities(in: relative + 1..<token, of: sentence, subjectOnly: true)
      if own.isEmpty, sentence.language == .spanish { own = following(token) }
      // "Renovaron el convenio que habían firmado": the subject of the verb before.
      if own.isEmpty, sentence.language == .spanish,
        let verb = (max(0, phrase.lowerBound - 12)..<phrase.lowerBound).last(where: {
          sentence.isVerb($0) && sentence.isFinite($0)
        }), ["ron", "an", "en"].contains(where: { sentence.word(verb).hasSuffix($0) }),
        sentence.word(token).hasSuffix("ron") || sentence.features(token - 1).contains(.finite)
      {
        own = parties.subject(of: verb, in: sentence)
      }
      actors = own + parties.companions(of: token, in: sentence) + agents
    }
    var all = parties.parties(actors.uniqued(), sentence.language)
    if isMember || isOfParliament || act.status == .ended { setParliament(&all.parties, token) }
    // "Talks between A and B to reach a truce"
    if all.parties.isEmpty, act.status == .proposed || act.status == .signed && !act.isReal,
      let between = (0..<min(token, phrase.lowerBound)).last(where: {
        ["between", "entre"].contains(sentence.word($0))
      })
    {
      var end = between + 1
      while end < min(token, phrase.lowerBound), !sentence.isVerb(end),
        sentence.upos(end) != .adp || ["of", "de"].contains(sentence.word(end)),
        ![";", "to", "para"].contains(sentence.word(end))
      { end += 1 }
      let sides = parties.sides(in: between + 1..<end, of: sentence)
      if sides.count >= 2 { all.parties = sides }
    }
    // "Se vieron en abril. Entonces suscribieron un acuerdo": those of the sentence before.
    if all.parties.isEmpty, isVerb, act.status == .signed, act.isReal, isUnspokenPlural(token) {
      all.parties = parties.told(before: sentence)
    }
    let represented = represented(token)
    if !represented.isEmpty { all.parties.removeAll { $0.record.kind == .person } }
    for party in represented { parties.add(party, to: &all.parties) }
    if act.status == .signed, isVerb, act.isReal || act.isNegated, all.parties.count < 2,
      token < phrase.lowerBound, bindsSubject(act)
    {
      for group in parties.groups(before: token, in: sentence) {
        parties.add(group, to: &all.parties)
      }
    }
    // Who announces an agreement alone is not always a party of it.
    if isTold, all.parties.filter({ $0.record.kind != .person }).count < 2 { return act }
    var out = act
    if approves(token), token < phrase.lowerBound,
      !phrase.contains(where: { ["between", "entre"].contains(sentence.word($0)) })
    {
      let subject = parties.parties(parties.subject(of: token, in: sentence), sentence.language)
      for party in subject.parties where party.record.kind == .government {
        parties.add(party, to: &all.parties)
      }
    }
    if act.status == .ended { all.parties.removeAll { isCourt($0) } }
    out.parties = isMember ? all.parties.filter { $0.record.kind != .person } : all.parties
    if act.status == .signed, act.isReal, !actors.isEmpty { out.signatories = all.persons }
    return out
  }

  /// "Announced its withdrawal from the treaty", "la retirada de Rusia de el tratado", "Mali's exit": who leaves.
  private func leaving(_ noun: Int, _ phrase: Range<Int>) -> [Int] {
    let before = sentence.word(noun - 1)
    if ["'s", "’s", "'", "’"].contains(before) {
      return parties.entities(in: max(0, noun - 5)..<noun, of: sentence, subjectOnly: false)
    }
    let owners = parties.entities(
      in: noun + 1..<max(noun + 1, phrase.lowerBound), of: sentence, subjectOnly: false)
    if !owners.isEmpty { return owners }
    let isOwn =
      ["its", "their", "his", "her", "su", "sus"].contains(before)
      || ["its", "their", "su"].contains(sentence.word(noun - 2))
    guard isOwn,
      let verb = (max(0, noun - 6)..<noun).last(where: {
        sentence.isVerb($0) && sentence.isFinite($0)
      })
    else { return [] }
    return parties.subject(of: verb, in: sentence)
  }

  /// "A and B are parties to the treaty": the verb.
  private func copula(before noun: Int) -> Int? {
    guard ["party", "parties", "signatory", "signatories"].contains(sentence.word(noun)) else {
      return nil
    }
    return (max(0, noun - 3)..<noun).last { sentence.lemma($0) == "be" }
  }

  /// "Brokered by", "put forward by": by those who stand outside, not "adopted by", "discussed by".
  private func isOfMediator(_ token: Int) -> Bool { sentence.isA(.mediate, token) }

  /// "Russia announced that it was suspending", "Rusia anunció que suspendía": the subject of the verb before.
  private func ofPronoun(_ verb: Int) -> [Int] {
    let lowest = max(0, verb - 4)
    let isPronoun = (lowest..<verb).contains { ["it", "they"].contains(sentence.word($0)) }
    let isUnspoken =
      sentence.language == .spanish
      && (max(0, verb - 3)..<verb).contains { sentence.word($0) == "que" }
    guard isPronoun || isUnspoken,
      let before = (max(0, verb - 8)..<max(0, verb - 1)).last(where: {
        sentence.isVerb($0) && sentence.isFinite($0)
          && ["say", "announce", "declare", "confirm", "decide", "anunciar", "decir", "declarar"]
            .contains(sentence.lemma($0))
      })
    else { return [] }
    return parties.subject(of: before, in: sentence)
  }

  /// A finite verb of Spanish in the plural with no subject before it: "Entonces suscribieron".
  private func isUnspokenPlural(_ verb: Int) -> Bool {
    sentence.language == .spanish && sentence.isFinite(verb)
      && ["ron", "rán"].contains { sentence.tokens[verb].form.hasSuffix($0) }
      && !(0..<verb).contains {
        sentence.isNoun($0) || sentence.isVerb($0) || sentence.isRelative($0)
      }
  }

  /// "The accord, reached by A and B in 2019, has lapsed": the participle of the signing.
  private func participle(_ start: Int, _ verb: Int) -> Int? {
    (start..<min(verb, start + 3)).first { at in
      !sentence.isFinite(at) && (sentence.isVerb(at) || sentence.isA(.participle, at))
        && AgreementActs(sentence: sentence).acts(at: at).contains { $0.status == .signed }
    }
  }

  /// "From which Mali withdrew", "del que se retiró Malí".
  private func fromWhich(_ start: Int, _ verb: Int) -> [Int] {
    // "The pact that Peru wanted to sign with Chile collapsed"
    if sentence.isRelative(start),
      (start + 1..<verb).contains(where: { at in
        sentence.isVerb(at)
          && lexicon.acts(sentence.lemma(at), sentence.language).contains { $0.status == .signed }
      })
    {
      return parties.entities(in: start + 1..<verb, of: sentence, subjectOnly: false)
    }
    guard let relative = relative(start, verb),
      ["from", "of", "de"].contains(sentence.word(relative - 1))
        || ["from", "of", "de"].contains(sentence.word(relative - 2))
    else { return [] }
    let own = parties.entities(in: relative + 1..<verb, of: sentence, subjectOnly: true)
    return own.isEmpty && sentence.language == .spanish ? following(verb) : own
  }

  /// "Peru's Congress ratified": the state whose parliament it is.
  private func setParliament(_ out: inout [AgreementParty], _ verb: Int) {
    let range = max(0, verb - 10)..<verb
    guard let body = range.last(where: { sentence.isA(.parliament, $0) }) else { return }
    let around = max(0, body - 6)..<min(verb, body + 4)
    var states = parties.named(in: around, of: sentence, capitals: false).filter {
      $0.record.kind == .government
    }
    if states.isEmpty {
      states = parties.mentions(in: sentence.index).filter { $0.tokens.contains(body) }
        .flatMap(\.entities).compactMap { parties.analysis.entities[$0].country }
        .filter { $0 != "EU" }.map { parties.government($0, sentence.language) }
    }
    out.removeAll { isParliament($0) }
    for state in states { parties.add(state, to: &out) }
  }

  /// "Slovenia's government approved the pact": a government that approves its own.
  private func approves(_ token: Int) -> Bool {
    sentence.isVerb(token)
      && ["approve", "endorse", "aprobar", "avalar"].contains(sentence.lemma(token))
  }

  /// A court that annuls an agreement is no party of it.
  private func isCourt(_ party: AgreementParty) -> Bool {
    DateWords.fold(party.record.name).split(separator: " ").contains {
      lexicon.isA(.court, String($0), sentence.language)
    }
  }

  private func isParliament(_ party: AgreementParty) -> Bool {
    party.record.kind == .organization
      && DateWords.fold(party.record.name).split(separator: " ").contains {
        lexicon.isA(.parliament, String($0), sentence.language)
      }
  }

  /// "On behalf of Ghana", "en nombre de Perú", "por parte de Chile": for whom a verb's subject signs.
  private func represented(_ verb: Int) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for index in verb + 1..<max(verb + 1, min(sentence.count, verb + 40))
    where ["behalf", "nombre", "representacion", "parte"].contains(sentence.word(index))
      && ["on", "en", "por"].contains(sentence.word(index - 1))
      && ["of", "de"].contains(sentence.word(index + 1))
    {
      var end = index + 2
      while end < min(sentence.count, index + 9), !sentence.isVerb(end),
        ![".", ",", ";", "by", "por"].contains(sentence.word(end))
      { end += 1 }
      for party in parties.named(in: index + 2..<end, of: sentence, capitals: false)
      where party.record.kind == .government || party.record.kind == .organization {
        parties.add(party, to: &out)
      }
    }
    return out
  }

  /// False where the subject of the verb only speaks of the agreement, mediates it or asks others for it: "discussed the
  /// truce", "brokered a deal", "urged them to reach an accord", "the importance of reaching".
  private func bindsSubject(_ act: AgreementAct) -> Bool {
    if sentence.isA(.outside, act.token) { return false }
    // "Helped negotiate the deal"
    if (max(0, act.token - 3)..<act.token).contains(where: {
      ["help", "helped", "helping", "ayudo", "ayudar", "ayudaron"].contains(sentence.word($0))
    }) {
      return false
    }
    // "Urged both sides to respect the ceasefire"
    if act.status == .inForce {
      return !(max(0, act.token - 8)..<act.token).contains {
        sentence.isVerb($0) && sentence.isA(.appeal, $0)
      }
    }
    guard act.status == .signed, !act.isReal else { return true }
    return !(0..<act.token).contains { sentence.isVerb($0) && sentence.isA(.appeal, $0) }
      && !(max(0, act.token - 3)..<act.token).contains { sentence.isA(.stress, $0) }
  }

  /// The relative word of the clause that a verb ends, if no other verb stands between.
  private func relative(_ start: Int, _ verb: Int) -> Int? {
    guard start < verb else { return nil }
    for index in (start..<verb).reversed() {
      if sentence.isRelative(index), sentence.upos(index) != .det { return index }
      if sentence.isVerb(index), sentence.isFinite(index) { return nil }
    }
    return nil
  }

  /// "Que firmaron Perú y Chile": the subject behind the verb.
  private func following(_ verb: Int) -> [Int] {
    var end = verb + 1
    while end < min(sentence.count, verb + 16), !sentence.isVerb(end),
      ![".", ";", ",", "con", "en", "sobre", "para"].contains(sentence.word(end))
        || sentence.word(end) == "," && sentence.isCapitalized(end + 1)
    {
      end += 1
    }
    return parties.entities(in: verb + 1..<end, of: sentence, subjectOnly: true)
  }

  /// Those behind "by" or "por" after a passive act, days and places between.
  private func agents(behind token: Int) -> [Int] {
    var index = token + 1
    while index < min(sentence.count, token + 14) {
      let word = sentence.word(index)
      if word == "by" || word == "por" {
        var end = index + 1
        while end < sentence.count, !sentence.isVerb(end),
          ![".", ";", "with", "con", "in", "en", "on", "sobre"].contains(sentence.word(end))
        { end += 1 }
        return parties.entities(in: (index + 1)..<end, of: sentence, subjectOnly: false)
      }
      if word == ";" || word == "," || sentence.isFinite(index) || sentence.isRelative(index) {
        return []
      }
      index += 1
    }
    return []
  }
}

import Language

/// Tells who does what is done to an agreement: the subject of the verb, those behind "with", the agents of a passive, the
/// subject of a relative clause ("a protocol that the two countries signed").
struct AgreementActors {
  let sentence: AgreementSentence
  let parties: AgreementParties
  var lexicon: AgreementLexicon { sentence.lexicon }

  /// The act with the parties that do it and the persons that sign.
  func complete(_ act: AgreementAct, on phrase: Range<Int>, head: Int) -> AgreementAct {
    let isMember =
      act.status == .inForce
      && (sentence.isA(.member, act.token) || sentence.isHaving(act.token))
    let isTold = act.status == .told
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
      ? []
      : agents(
        behind: isVerb || token > phrase.lowerBound ? token : phrase.upperBound - 1,
        // "Rejected a deal proposed by Egypt": no agent of the rejecting; but a plan is of who put it forward.
        before: isVerb && token < phrase.lowerBound && sentence.lemma(head) != "plan"
          ? phrase.lowerBound : nil)
    var actors: [Int] = agents
    let ranked = token < phrase.lowerBound ? ranked(token) : []
    if !ranked.isEmpty {
      actors = ranked
    } else if token < phrase.lowerBound, !isVerb, isMember, let verb = copula(before: token) {
      actors = parties.subject(of: verb, in: sentence)
    } else if token < phrase.lowerBound, !isVerb, act.status == .ended || isMember {
      actors = leaving(token, phrase)
    } else if token < phrase.lowerBound {
      // Of a passive the agreement is the subject; "the signing of the pact" has none.
      if isVerb, bindsSubject(act), !isOfItself(token) {
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
        actors = self.agents(behind: signed, before: nil)
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
    if all.parties.isEmpty, isVerb, act.status == .signed {
      all.parties = ofThey(token)
      if all.parties.isEmpty, token < phrase.lowerBound, act.isReal {
        all.parties = ofLeaders(token)
      }
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
      for name in parties.unknownNames(before: token, in: sentence) {
        parties.add(name, to: &all.parties)
      }
    }
    // "The president and Congress could not reach a deal": of one state, the one is not the other's party.
    if act.status == .signed, all.parties.contains(where: { isParliament($0) }) {
      for person in all.persons {
        all.parties.removeAll {
          $0.record.kind == .government && $0.record.country == person.record.country
        }
        parties.add(person, to: &all.parties)
      }
    }
    // Who announces an agreement alone is not always a party of it.
    if isTold, all.parties.filter({ $0.record.kind != .person }).count < 2 { return act }
    var out = act
    if approves(token), token < phrase.lowerBound,
      !phrase.contains(where: { ["between", "entre"].contains(sentence.word($0)) })
    {
      let subject = parties.parties(parties.subject(of: token, in: sentence), sentence.language)
      for party in subject.parties
      where party.record.kind == .government || party.record.country == "EU" {
        parties.add(party, to: &all.parties)
      }
    }
    if act.status == .ended { all.parties.removeAll { isCourt($0) } }
    out.parties = isMember ? all.parties.filter { $0.record.kind != .person } : all.parties
    if act.status == .signed, act.isReal, !actors.isEmpty { out.signatories = all.persons }
    return out
  }

  /// "Brokered by", "put forward by": by those who stand outside, not "adopted by", "discussed by".
  private func isOfMediator(_ token: Int) -> Bool { sentence.isA(.mediate, token) }

  /// "Dijo que se alcanzó una tregua": the truce is the subject, not who says it.
  private func isOfItself(_ verb: Int) -> Bool {
    sentence.language == .spanish && sentence.word(verb - 1) == "se"
      && lexicon.acts(sentence.lemma(verb), .spanish).contains {
        $0.status == .signed && $0.preposition == nil
      }
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
  func relative(_ start: Int, _ verb: Int) -> Int? {
    guard start < verb else { return nil }
    for index in (start..<verb).reversed() {
      if sentence.isRelative(index), sentence.upos(index) != .det { return index }
      if sentence.isVerb(index), sentence.isFinite(index) { return nil }
    }
    return nil
  }

  /// "Que firmaron Perú y Chile": the subject behind the verb.
  func following(_ verb: Int) -> [Int] {
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
  private func agents(behind token: Int, before limit: Int?) -> [Int] {
    var index = token + 1
    while index < min(limit ?? sentence.count, token + 14) {
      let word = sentence.word(index)
      if word == "by" || word == "por" {
        var end = index + 1
        while end < sentence.count, !sentence.isVerb(end),
          ![
            ".", ";", "with", "con", "in", "en", "on", "sobre", "under", "bajo", "during",
            "durante",
          ]
          .contains(sentence.word(end))
        { end += 1 }
        return parties.entities(in: (index + 1)..<end, of: sentence, subjectOnly: false)
      }
      // "Signed during a visit by Soto": whose visit it was.
      if ["visit", "trip", "tour"].contains(word),
        (max(0, index - 3)..<index).contains(where: { ["a", "an"].contains(sentence.word($0)) })
      {
        return []
      }
      if word == ";" || word == "," || sentence.isFinite(index) || sentence.isRelative(index) {
        return []
      }
      index += 1
    }
    return []
  }
}

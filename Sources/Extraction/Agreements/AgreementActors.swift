import Language

/// Tells who does what is done to an agreement: the subject of the verb, those behind "with", the agents of a passive, the
/// subject of a relative clause ("a protocol that the two countries signed").
struct AgreementActors {
  let sentence: AgreementSentence
  let parties: AgreementParties
  private var lexicon: AgreementLexicon { sentence.lexicon }

  /// The act with the parties that do it and the persons that sign.
  func complete(_ act: AgreementAct, on phrase: Range<Int>, head: Int) -> AgreementAct {
    let isMember = act.status == .inForce && sentence.isA(.member, act.token)
    guard act.status == .signed || act.status == .ended || act.status == .proposed || isMember
    else { return act }
    let token = act.token
    let isVerb = sentence.upos(token) != .noun
    let agents = agents(behind: token)
    var actors: [Int] = agents
    if token < phrase.lowerBound {
      // Of a passive the agreement is the subject; "the signing of the pact" has none.
      if isVerb, bindsSubject(act) {
        actors =
          parties.subject(of: token, in: sentence) + parties.companions(of: token, in: sentence)
          + agents
      }
    } else if act.status == .ended {
      // "Rejected by Israel": who rejects is not always a party.
      actors = []
    } else if token >= phrase.upperBound, let relative = relative(phrase.upperBound, token) {
      var own = parties.entities(in: relative + 1..<token, of: sentence, subjectOnly: true)
      if own.isEmpty, sentence.language == .spanish { own = following(token) }
      actors = own + parties.companions(of: token, in: sentence) + agents
    }
    let all = parties.parties(actors.uniqued(), sentence.language)
    var out = act
    out.parties = isMember ? all.parties.filter { $0.record.kind != .person } : all.parties
    if act.status == .signed, act.isReal, !actors.isEmpty { out.signatories = all.persons }
    return out
  }

  /// False where the subject of the verb only speaks of the agreement, mediates it or asks others for it: "discussed the
  /// truce", "brokered a deal", "urged them to reach an accord", "the importance of reaching".
  private func bindsSubject(_ act: AgreementAct) -> Bool {
    if sentence.isA(.outside, act.token) { return false }
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

import Language
import Records

/// Who the parties of an agreement are, from all of its mentions.
extension AgreementWriter {
  /// The parties that the noun phrases name; those that do it besides, where these are fewer than two.
  func parties(of cluster: AgreementClusters.Cluster) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for mention in cluster.mentions {
      for party in mention.parties { parties.add(party, to: &out) }
    }
    out = withoutNamesake(cluster, out)
    for mention in cluster.mentions where out.count < 2 || mention.isWith {
      guard let act = mention.act else { continue }
      for party in act.parties { parties.add(party, to: &out) }
    }
    if let body = ofSummit(cluster, out) { return [body] }
    out = ofTruce(cluster, out)
    if out.filter({ $0.record.kind != .person }).count < 2 { out = fromMeeting(cluster, out) }
    let bodies = out.filter { $0.record.kind != .person }.count
    // Persons are parties only where nobody else is.
    if bodies >= 2 { out.removeAll { $0.record.kind == .person } }
    if bodies < 2 { out = fromContext(cluster, out) }
    if let other = ofHome(cluster, out) { out.append(other) }
    out = ofKnown(cluster, ofBilateral(cluster, out))
    // An office of a state is no party beside the state.
    let states = out.filter { $0.record.kind == .government }
    out.removeAll { party in
      party.record.kind == .person && party.record.country != nil
        && party.entity.map { analysis.entities[$0].name == nil } ?? false
        && states.contains { $0.record.country == party.record.country }
    }
    // The agreement's own name is no party of it.
    let title = Set(
      cluster.mentions.flatMap { mention in
        mention.phrase.compactMap { sentences[mention.sentence]?.word($0) }
      })
    out.removeAll { party in
      party.record.kind == .organization && party.record.name.contains(" ")
        && DateWords.fold(party.record.name).split(separator: " ").allSatisfy {
          title.contains(String($0))
        }
        && cluster.mentions.contains { !$0.parties.contains { $0.isSame(party) } }
        && !cluster.mentions.contains { mention in
          (mention.isBetween || mention.isWith) && mention.parties.contains { $0.isSame(party) }
        }
    }
    return out
  }

  /// The body whose summit adopts a declaration that is told of nobody, or of the host alone.
  private func ofSummit(_ cluster: AgreementClusters.Cluster, _ known: [AgreementParty])
    -> AgreementParty?
  {
    guard known.filter({ $0.record.kind != .person }).count < 2,
      !known.contains(where: { $0.record.kind == .organization }),
      let mention = cluster.mentions.first(where: { $0.kind == .declaration }),
      mention.act.map({ $0.status == .signed || $0.status == .proposed }) ?? false
    else { return nil }
    var out: AgreementParty?
    for other in analysis.mentions where other.tokens.lowerBound > 0 {
      let tokens = analysis.document.sentences[other.sentence].tokens
      let before = (max(0, other.tokens.lowerBound - 4)..<other.tokens.lowerBound).map {
        DateWords.fold(tokens[$0].form)
      }
      let behind =
        other.tokens.upperBound < tokens.count ? tokens[other.tokens.upperBound].form : ""
      guard before.contains("cumbre") || before.contains("summit") || behind == "summit"
      else { continue }
      for id in other.entities {
        guard let party = parties.party(id), party.record.kind == .organization else { continue }
        // Summits of two bodies: nobody tells whose declaration it is.
        if let out, !out.isSame(party) { return nil }
        out = party
      }
    }
    return out
  }

  /// Where fewer than two parties are told: those that met where it was signed or is negotiated.
  private func fromMeeting(
    _ cluster: AgreementClusters.Cluster, _ known: [AgreementParty]
  ) -> [AgreementParty] {
    let bodies = known.filter { $0.record.kind != .person }
    for mention in cluster.mentions {
      let coming = AgreementAct(
        status: .proposed, token: mention.head, isReal: false, isNegated: false)
      guard
        let act = mention.act
          ?? (mention.isComing || mention.isNamed && mention.kind == .declaration ? coming : nil),
        let language = sentences[mention.sentence]?.language,
        bodies.isEmpty || !isOfOld(act, mention),
        act.status == .signed && (!act.isNegated)
          || act.status == .proposed
          || act.status == .inForce && bodies.isEmpty && mention.kind != .ceasefire,
        let meeting = act.status == .inForce
          ? occasions.beside(mention.sentence)
          : occasions.meeting(of: mention.sentence, isPlanned: !act.isReal)
      else { continue }
      let found = parties.parties(of: meeting, language)
      guard
        found.count == 2
          || !isOfOld(act, mention) && found.count >= 2 && found.count <= 4
            && act.status != .inForce
      else { continue }
      // The sentence speaks of another state: it tells of another occasion.
      let isElsewhere = mention.around.contains { party in
        party.record.kind == .government && !found.contains { $0.isSame(party) }
      }
      if isElsewhere || isOfOtherPlace(mention, found) { continue }
      let isWithin = bodies.allSatisfy { party in found.contains { $0.isSame(party) } }
      if isWithin { return found }
    }
    return known
  }

  /// "They signed the Barbados Agreement": a country in the name of what two others sign is where it was made.
  private func withoutNamesake(
    _ cluster: AgreementClusters.Cluster, _ found: [AgreementParty]
  ) -> [AgreementParty] {
    guard found.count == 1, found[0].record.kind == .government,
      let mention = cluster.mentions.first(where: {
        $0.parties.count == 1
          && ($0.isNamed || sentences[$0.sentence]?.language == .spanish)
      }),
      !mention.isWith, !mention.isBetween, let sentence = sentences[mention.sentence],
      sentence.language == .spanish
        ? sentence.word(mention.head + 1) == "de" && sentence.isCapitalized(mention.head + 2)
        : mention.head > mention.phrase.lowerBound && sentence.upos(mention.head - 1) == .propn,
      let act = mention.act, act.status == .signed
    else { return found }
    let acting = act.parties.filter { $0.record.kind != .person }
    // "El acuerdo de Barbados, firmado por la oposición"
    let isNamesake = acting.count >= 2 || sentence.language == .spanish && !acting.isEmpty
    return isNamesake && !acting.contains { $0.isSame(found[0]) } ? [] : found
  }

  /// "The truce in Yemen", of which Americans and Saudis speak.
  private func isOfOtherPlace(_ mention: AgreementMention, _ found: [AgreementParty]) -> Bool {
    guard mention.kind == .ceasefire, let sentence = sentences[mention.sentence] else {
      return false
    }
    let states = parties.named(in: mention.phrase, of: sentence, capitals: false)
      .filter { $0.record.kind == .government }
    return states.contains { state in !found.contains { $0.isSame(state) } }
  }

  /// True for what was signed more than a month before the article: not by those who meet now.
  private func isOfOld(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    guard act.status == .signed, act.isReal, let anchor,
      let date = events.date(of: act.token, in: mention.sentence)?.date ?? mention.named
    else { return false }
    return anchor.date.earliest.number - date.latest.number > 30
  }

  /// Where fewer than two parties are told: the two states of the sentence that tells of the signing or the negotiation,
  /// else the two that the whole article is about.
  private func fromContext(
    _ cluster: AgreementClusters.Cluster, _ known: [AgreementParty]
  ) -> [AgreementParty] {
    let isMultilateral = cluster.mentions.contains {
      $0.isNamed && $0.act?.status != .signed && !$0.isComing
    }
    if isMultilateral { return ofTwo(cluster, known) }
    guard !cluster.mentions.contains(where: { $0.isContent }) else { return known }
    let bodies = known.filter { $0.record.kind != .person }
    for mention in cluster.mentions where bodies.isEmpty {
      // "A accused B of violating the ceasefire"
      let here = mention.around.filter { $0.record.kind == .government }
      if here.count == 2, let act = mention.act, act.status == .inForce,
        mention.kind == .ceasefire
          || sentences[mention.sentence].map({ $0.isA(.breach, act.token) }) ?? false
      {
        return here
      }
      guard let act = mention.act, act.status == .signed && act.isReal || act.status == .proposed,
        !isOfOld(act, mention) || act.token < mention.phrase.lowerBound
      else { continue }
      var states = mention.around.filter { $0.record.kind == .government }
      for party in bodies { parties.add(party, to: &states) }
      if states.count == 2 { return states }
      if let pair = ofVisit(mention), states.allSatisfy({ one in pair.contains { $0.isSame(one) } })
      {
        return pair
      }
    }
    guard
      let mention = cluster.mentions.first(where: {
        $0.act?.status == .signed && ($0.act?.isReal == true || isJoint($0))
          || $0.act?.status == .ended && isJoint($0)
          || $0.act?.status == .proposed || $0.isComing || isRule($0)
      }),
      let language = sentences[mention.sentence]?.language
    else { return known }
    // Two who sign and of whom no state is told, in an article of two states.
    let isOfTwo = bodies.isEmpty && known.count == 2 && parties.mainStates.isEmpty
    var states = (isOfTwo ? parties.onlyStates : parties.mainStates).map {
      parties.government($0, language)
    }
    for party in bodies {
      if !states.contains(where: { $0.isSame(party) }) { return known }
      parties.add(party, to: &states)
    }
    return states.count == 2 ? states : known
  }

  /// "In a 1994 agreement it was extended", in a sentence that speaks of no third state.
  private func isRule(_ mention: AgreementMention) -> Bool {
    (mention.isRule || mention.isUnder) && mention.named != nil
      && mention.around.allSatisfy { party in
        party.record.country.map(parties.mainStates.contains) ?? false
      }
  }

  /// "Both sides", "the two countries" in the sentence of a mention.
  private func isJoint(_ mention: AgreementMention) -> Bool {
    guard let sentence = sentences[mention.sentence] else { return false }
    return (0..<sentence.count).contains { sentence.isA(.joint, $0) }
  }
}

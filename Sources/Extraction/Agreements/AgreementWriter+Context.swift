import Language
import Records

/// The parties that the rest of the article tells: the home state, those of a visit.
extension AgreementWriter {
  /// "The Congress suspended the treaty with Peru": the other party is the only other state of the sentence, else the one that the
  /// article speaks of most.
  func ofHome(
    _ cluster: AgreementClusters.Cluster, _ known: [AgreementParty]
  ) -> AgreementParty? {
    guard known.count == 1, let own = known.first, own.record.kind != .person,
      let mention = cluster.mentions.first(where: { mention in
        mention.isWith && mention.parties.contains { $0.isSame(own) }
          || own.record.kind == .government && isDone(mention) && !mention.isNamed
            && mention.kind != .declaration && mention.kind != .plan
            && mention.kind != .ceasefire
            && mention.act?.parties.contains { $0.isSame(own) } == true
      }),
      let language = sentences[mention.sentence]?.language
    else { return nil }
    // "Armenia's Ara Sargsyan said the treaty with Georgia": who has no office speaks for the state too.
    let around = mention.around.compactMap { party in
      party.record.kind == .person
        ? party.record.country.map { parties.government($0, language) } : party
    }.filter { $0.record.kind == .government && !$0.isSame(own) }.uniquedParties
    if around.count == 1 { return around[0] }
    // A body of a state comes to terms with the state itself.
    let isState = own.record.kind == .government
    let others = parties.home.counts.filter {
      !(isState && $0.key == own.record.country) && $0.key != "EU"
    }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let home = others.first, home.value >= 2,
      others.count == 1 || home.value > others[1].value
    else { return nil }
    let party = parties.government(home.key, language)
    return around.isEmpty || around.contains { $0.isSame(party) } ? party : nil
  }

  /// "During the visit of the Kenyan president to Uganda, a pact was signed": the two states of the sentence.
  func ofVisit(_ mention: AgreementMention) -> [AgreementParty]? {
    guard let words = sentences[mention.sentence],
      let visit = (0..<mention.phrase.lowerBound).first(where: {
        ["visit", "trip", "tour", "visita", "viaje", "gira"].contains(words.word($0))
      })
    else { return nil }
    let range = max(0, visit - 4)..<mention.phrase.lowerBound
    let ids = parties.entities(in: range, of: words, subjectOnly: false)
    var states = parties.parties(ids, words.language).parties
    for index in range {
      for party in parties.named(in: index..<index + 1, of: words, capitals: true) {
        parties.add(party, to: &states)
      }
    }
    states.removeAll { $0.record.kind != .government }
    if states.isEmpty,
      ["signed", "firmaron", "suscribieron"].contains(where: { word in
        (0..<words.count).contains { words.word($0) == word }
      })
    {
      states = guestAndHost(before: mention.sentence, words.language)
    }
    return states.count == 2 ? states : nil
  }

  /// "Pakistan's prime minister arrived in Beijing. During the visit, 23 agreements were signed": the only state of the sentence
  /// before, and that of its place.
  private func guestAndHost(before sentence: Int, _ language: LanguageCode) -> [AgreementParty] {
    for index in (max(0, sentence - 2)..<sentence).reversed() {
      let guests = Set(
        parties.mentions(in: index).flatMap(\.entities).compactMap { id in
          analysis.entities[id].kind == .person || analysis.entities[id].kind == .government
            ? analysis.entities[id].country : nil
        })
      let places = Set(analysis.places(in: index).compactMap(\.country)).subtracting(guests)
      if guests.count == 1, places.count == 1 {
        return (guests.sorted() + places.sorted()).map { parties.government($0, language) }
      }
      if !guests.isEmpty || !places.isEmpty { return [] }
    }
    return []
  }

  func isDone(_ mention: AgreementMention) -> Bool {
    guard let act = mention.act else { return false }
    return act.status == .signed || act.status == .proposed || act.status == .ended
  }

  /// A treaty in force of which one of the two states that the article is about, and no third, speaks.
  func ofTwo(
    _ cluster: AgreementClusters.Cluster, _ known: [AgreementParty]
  ) -> [AgreementParty] {
    // Who accedes to a treaty is one of many.
    guard parties.mainStates.count == 2,
      cluster.mentions.allSatisfy({ $0.act?.parties.isEmpty ?? true }),
      known.allSatisfy({ $0.record.kind == .government }),
      let mention = cluster.mentions.first(where: { mention in
        mention.isNamed && (mention.kind == .agreement || mention.kind == .treaty)
          && mention.around.contains { parties.mainStates.contains($0.record.country ?? "") }
      }),
      let language = sentences[mention.sentence]?.language
    else { return known }
    let states = parties.mainStates.map { parties.government($0, language) }
    let told = known + cluster.mentions.flatMap(\.around)
    return told.allSatisfy { party in
      party.record.kind == .person && party.record.country == nil
        || states.contains { $0.isSame(party) }
    } ? states : known
  }
}

import Language
import Records

/// Parties that are told elsewhere: those of well-known agreements, and those who fight where a truce is told without parties.
extension AgreementWriter {
  /// Of a well-known agreement those parties that its noun phrases, its sentences, the meeting at hand or the article as a whole
  /// speak of; who only speaks of it is none: "Biden and Sunak reaffirmed the Good Friday Agreement" is not of the United States.
  func ofKnown(
    _ cluster: AgreementClusters.Cluster, _ found: [AgreementParty]
  ) -> [AgreementParty] {
    guard let codes = cluster.mentions.compactMap(\.known).first?.parties else { return found }
    func isKnown(_ party: AgreementParty) -> Bool {
      party.record.country.map(codes.contains) ?? false && party.record.kind != .person
    }
    // Who joins, signs or leaves it is told by the act.
    let acting = cluster.mentions.flatMap { $0.act?.parties ?? [] }
      .filter { $0.record.kind == .government }
    var out = found.filter { party in
      isKnown(party) || acting.contains { $0.isSame(party) }
    }
    for mention in cluster.mentions {
      for party in mention.around where isKnown(party) { parties.add(party, to: &out) }
      guard let language = sentences[mention.sentence]?.language else { continue }
      let meeting = occasions.beside(mention.sentence)
      let met = meeting.map { parties.parties(of: $0, language) } ?? []
      let main = (parties.mainStates.isEmpty ? parties.onlyStates : parties.mainStates)
        .map { parties.government($0, language) }
      for party in met + main where isKnown(party) { parties.add(party, to: &out) }
    }
    return out
  }

  /// The two who fight, where a truce, or a peace that is no treaty of states told by name, has no parties of its own: "In the
  /// war between A and B … a ceasefire", or those of the only other truce that the article tells with its parties.
  func ofTruce(
    _ cluster: AgreementClusters.Cluster, _ known: [AgreementParty]
  ) -> [AgreementParty] {
    guard known.filter({ $0.record.kind != .person }).count < 2,
      cluster.mentions.contains(where: { $0.kind == .ceasefire || isOfWar($0) }),
      fighters.count >= 2,
      known.allSatisfy({ party in
        party.record.kind == .person || fighters.contains { $0.isSame(party) }
      })
    else { return known }
    return fighters
  }

  /// "The hostage deal", "a peace agreement", "a deal that led to a pause in the fighting".
  private func isOfWar(_ mention: AgreementMention) -> Bool {
    if !mention.modifiers.isDisjoint(with: AgreementFighters.ofWar) { return true }
    guard mention.isDescribed, let sentence = sentences[mention.sentence] else { return false }
    return (mention.phrase.upperBound..<mention.phrase.upperBound + 12).contains {
      AgreementFighters.silence.contains(sentence.word($0))
    }
  }
}

/// Bilateral agreements in force that are told without parties.
extension AgreementWriter {
  /// "The 1951 Mutual Defense Treaty" beside "the U.S.-Philippine alliance", "our bilateral relationship under the Strategic
  /// Framework Agreement": the two states that the sentence ties, else the two of the article, where it says that it is of two.
  func ofBilateral(
    _ cluster: AgreementClusters.Cluster, _ known: [AgreementParty]
  ) -> [AgreementParty] {
    guard known.filter({ $0.record.kind != .person }).isEmpty else { return known }
    for mention in cluster.mentions {
      guard mention.isNamed, mention.kind == .agreement || mention.kind == .treaty,
        mention.act.map({ $0.status != .signed }) ?? true,
        let sentence = sentences[mention.sentence]
      else { continue }
      if isOfTwo(mention, sentence), let pair = tied(in: sentence) { return pair }
      guard (0..<sentence.count).contains(where: { sentence.word($0) == "bilateral" })
      else { continue }
      let states =
        parties.mainStates.isEmpty ? parties.onlyStates : parties.mainStates
      let pair = states.map { parties.government($0, sentence.language) }
      let isWithin = mention.around.allSatisfy { party in
        party.record.kind != .government || pair.contains { $0.isSame(party) }
      }
      if pair.count == 2, isWithin { return pair }
    }
    return known
  }

  /// "Mutual Defense Treaty", "Status of Forces Agreement": by its name one of two states.
  private func isOfTwo(_ mention: AgreementMention, _ sentence: AgreementSentence) -> Bool {
    mention.phrase.contains {
      [
        "mutual", "bilateral", "strategic", "friendship", "amistad", "extradition", "extradicion",
        "estrategico", "estrategica", "mutua", "mutuo", "forces", "framework",
      ].contains(sentence.word($0))
    }
  }

  /// "The U.S.-Philippine alliance": the two states that a hyphen ties in a sentence, if it ties no others.
  private func tied(in sentence: AgreementSentence) -> [AgreementParty]? {
    var found: [AgreementParty] = []
    for index in 0..<sentence.count where sentence.isTie(index) {
      let left = parties.states(endingAt: index, in: sentence)
      let right = parties.states(startingAt: index + 1, in: sentence)
      guard let left, let right else { continue }
      for party in [left, right] { parties.add(party, to: &found) }
    }
    return found.count == 2 ? found : nil
  }
}

/// Who fights, as far as an article tells it.
enum AgreementFighters {
  static let ofWar: Set<String> = ["peace", "paz", "hostage", "hostages", "rehenes"]
  static let silence: Set<String> = [
    "fighting", "hostilities", "combates", "hostilidades", "hostages", "rehenes", "truce", "tregua",
  ]
  private static let wars: Set<String> = [
    "war", "conflict", "fighting", "hostilities", "clashes", "guerra", "conflicto", "combates",
    "hostilidades", "enfrentamientos", "choques",
  ]

  private static let talks: Set<String> = [
    "talks", "negotiations", "contacts", "dialogue", "contactos", "negociaciones", "dialogo",
    "dialogos",
    "conversaciones", "proceso", "process",
  ]
  private static let ofPeace: Set<String> = [
    "peace", "indirect", "ceasefire", "truce", "paz", "indirectos", "indirectas", "indirecto",
  ]

  private static let filter = WordFilter(wars.union(talks))

  /// True for a word that may be one of war or talks, once it is folded: of one with other letters than those of ASCII nothing is
  /// known before.
  private static func mayTell(_ token: Token) -> Bool {
    filter.mayContain(token.code) || token.form.utf8.contains { $0 == 0xC3 } && isTelling(token)
  }

  private static func isTelling(_ token: Token) -> Bool {
    let word = DateWords.fold(token.form)
    return wars.contains(word) || talks.contains(word)
  }

  /// "Indirect talks between A and B", "negociaciones de paz": only those who fight hold such.
  private static func isPeaceTalks(_ at: Int, _ words: [String]) -> Bool {
    talks.contains(words[at])
      && (max(0, at - 1)..<min(words.count, at + 3)).contains { ofPeace.contains(words[$0]) }
  }

  /// Those of the truces that are told with two parties or more if they are the same, else the two sides of the war of which the article
  /// speaks most; empty if there are none.
  static func fighters(
    _ clusters: [AgreementClusters.Cluster], _ parties: AgreementParties
  ) -> [AgreementParty] {
    var told: [[AgreementParty]] = []
    for cluster in clusters where cluster.mentions.contains(where: { $0.kind == .ceasefire }) {
      var own: [AgreementParty] = []
      for mention in cluster.mentions {
        for party in mention.parties where party.record.kind != .person {
          parties.add(party, to: &own)
        }
        guard let act = mention.act, act.status == .signed || act.status == .ended else { continue }
        for party in act.parties where party.record.kind != .person { parties.add(party, to: &own) }
      }
      if own.count >= 2 { told.append(own) }
    }
    if let first = told.first {
      let isOne = told.allSatisfy { other in
        other.count == first.count
          && other.allSatisfy { party in first.contains { $0.isSame(party) } }
      }
      return isOne && first.count == 2 ? first : []
    }
    // Without a truce or a peace nobody asks.
    let isAsked = clusters.contains { cluster in
      cluster.mentions.contains {
        $0.kind == .ceasefire || $0.isDescribed || !$0.modifiers.isDisjoint(with: ofWar)
      }
    }
    return isAsked ? ofWar(parties) : []
  }

  /// "The war between Israel and Hamas", "la guerra de Rusia contra Ucrania".
  private static func ofWar(_ parties: AgreementParties) -> [AgreementParty] {
    let analysis = parties.analysis
    var found: [(sides: [AgreementParty], count: Int)] = []
    for (index, sentence) in analysis.document.sentences.enumerated() {
      guard sentence.tokens.contains(where: { mayTell($0) }) else { continue }
      let words = sentence.tokens.map { DateWords.fold($0.form) }
      for at in words.indices where wars.contains(words[at]) || isPeaceTalks(at, words) {
        let sides = sides(at, words, parties.mentions(in: index), parties)
        guard sides.count == 2 else { continue }
        let same = found.firstIndex { other in
          other.sides.allSatisfy { side in sides.contains { $0.isSame(side) } }
        }
        if let same { found[same].count += 1 } else { found.append((sides, 1)) }
      }
    }
    guard let best = found.max(by: { $0.count < $1.count }) else { return [] }
    return found.filter { $0.count == best.count }.count == 1 ? best.sides : []
  }

  private static func sides(
    _ war: Int, _ words: [String], _ mentions: ArraySlice<Mention>, _ parties: AgreementParties
  ) -> [AgreementParty] {
    func party(_ mention: Mention?) -> AgreementParty? {
      guard let mention, mention.entities.count == 1 else { return nil }
      let party = parties.party(mention.entities[0])
      return party?.record.kind == .person ? nil : party
    }
    func starting(near index: Int) -> Mention? {
      mentions.first { ($0.tokens.lowerBound - 1...$0.tokens.lowerBound).contains(index) }
    }
    let end = min(words.count, war + 8)
    if let between = (war + 1..<max(war + 1, min(end, war + 5))).first(where: {
      ["between", "entre"].contains(words[$0])
    }), let left = starting(near: between + 1), left.tokens.upperBound < words.count,
      ["and", "y", "e"].contains(words[left.tokens.upperBound]),
      let right = starting(near: left.tokens.upperBound + 1),
      let first = party(left), let second = party(right)
    {
      return [first, second]
    }
    guard
      let against = (war + 1..<max(war + 1, end)).first(where: {
        ["against", "contra", "with", "con"].contains(words[$0])
      }), let second = party(starting(near: against + 1))
    else { return [] }
    let owner =
      mentions.first {
        $0.tokens.upperBound <= war && war - $0.tokens.upperBound <= 2
          && $0.tokens.upperBound < words.count
          && ["'s", "’s", "'", "’"].contains(words[$0.tokens.upperBound])
      }
      ?? mentions.first { $0.tokens.upperBound == against && $0.tokens.lowerBound <= war + 3 }
    return party(owner).map { [$0, second] } ?? []
  }
}

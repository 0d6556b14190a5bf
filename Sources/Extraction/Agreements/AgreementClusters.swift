import Language
import Records

/// Puts the mentions of one agreement together: "the deal" and "the accord signed in Minsk" may be one.
struct AgreementClusters {
  /// Mentions of one agreement, in order.
  struct Cluster {
    var mentions: [AgreementMention]
    var telling: Set<String>
    var modifiers: Set<String>
    var parties: [AgreementParty]
  }

  private(set) var clusters: [Cluster] = []

  /// Adds a mention to the cluster that it fits best, or to one of its own.
  mutating func add(_ mention: AgreementMention) {
    if mention.isAlias || mention.isCalled, let place = placeRightBefore(mention) {
      join(mention, place)
      return
    }
    // "The documents were signed by …": of the agreements told right before.
    if mention.strength == .signable, mention.modifiers.isEmpty, mention.parties.isEmpty,
      mention.definiteness == .definite || mention.definiteness == .demonstrative
    {
      let before = clusters.indices.filter { isRightBefore(mention, clusters[$0]) }
      for index in mention.isPlural ? before : Array(before.suffix(1)) { join(mention, index) }
      if !before.isEmpty { return }
    }
    guard let place = place(of: mention) else {
      clusters.append(
        Cluster(
          mentions: [mention], telling: mention.telling, modifiers: mention.modifiers,
          parties: mention.parties))
      return
    }
    join(mention, place)
  }

  /// The agreement that is told last before a mention in its sentence, else the last of all.
  private func placeRightBefore(_ mention: AgreementMention) -> Int? {
    let own = clusters.indices.filter { index in
      clusters[index].mentions.contains {
        $0.sentence == mention.sentence && $0.phrase.upperBound <= mention.phrase.lowerBound
      }
    }
    return own.max { left, right in
      end(clusters[left], in: mention.sentence) < end(clusters[right], in: mention.sentence)
    } ?? clusters.indices.last
  }

  private func end(_ cluster: Cluster, in sentence: Int) -> Int {
    cluster.mentions.filter { $0.sentence == sentence }.map(\.phrase.upperBound).max() ?? 0
  }

  private func isRightBefore(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    guard let last = cluster.mentions.last else { return false }
    return mention.sentence - last.sentence <= 2 && last.act?.status == .signed
  }

  private mutating func join(_ mention: AgreementMention, _ place: Int) {
    clusters[place].mentions.append(mention)
    clusters[place].telling.formUnion(mention.telling)
    clusters[place].modifiers.formUnion(mention.modifiers)
    for party in mention.parties
    where !clusters[place].parties.contains(where: { $0.isSame(party) }) {
      clusters[place].parties.append(party)
    }
  }

  private func place(of mention: AgreementMention) -> Int? {
    if mention.isContent { return nil }
    var best: (score: Int, index: Int)?
    for (index, cluster) in clusters.enumerated() {
      guard let score = score(mention, cluster) else { continue }
      // The later cluster wins where both fit alike: "the deal" is the one spoken of last.
      if best.map({ $0.score <= score }) ?? true { best = (score, index) }
    }
    return best?.index
  }

  /// How well a mention fits; nil if it cannot be the same agreement.
  private func score(_ mention: AgreementMention, _ cluster: Cluster) -> Int? {
    guard let first = cluster.mentions.first else { return nil }
    if first.isContent { return isOfContent(mention, cluster) ? 2 : nil }
    guard areOfOneSort(mention, cluster), fitsCount(mention, cluster) else { return nil }
    if isOfCity(mention, cluster) { return 3 }
    // "NAFTA", "the North American Free Trade Agreement"
    if let known = mention.known, let other = cluster.mentions.compactMap(\.known).first {
      return known == other ? 5 : nil
    }
    let shares = mention.parties.contains { party in cluster.parties.contains { $0.isSame(party) } }
    if mention.isPlural, !mention.isNamed, shares,
      mention.act?.isReal != true || mention.definiteness == .bare,
      cluster.mentions.contains(where: { $0.isNamed && $0.isPlural })
    {
      return 1
    }
    if isToldApart(mention, cluster) || isOtherName(mention, cluster) { return nil }
    if isOfOtherNoun(mention, cluster) { return nil }
    if !shares, areApart(mention, cluster) { return nil }
    if isBetweenOthers(mention, cluster) { return nil }
    let shared = mention.modifiers.intersection(cluster.modifiers).count
    let isTruce = mention.kind == .ceasefire
    // A name of its own that shares nothing with the other's name.
    if mention.isNamed, shared == 0, !cluster.modifiers.isEmpty, !mention.modifiers.isEmpty {
      return nil
    }
    if mention.modifiers.isEmpty {
      if mention.definiteness == .indefinite || mention.definiteness == .bare && !isTruce {
        return isOpen(cluster) || isTruce ? 1 : nil
      }
      // "The accord": a truce only where no agreement was told.
      return mention.kind == .agreement && cluster.mentions.allSatisfy { $0.kind == .ceasefire }
        ? 0 : 1
    }
    if shared > 0 { return shares ? 3 + shared : 2 + shared }
    if cluster.modifiers.isEmpty {
      return mention.definiteness == .indefinite && !isOpen(cluster) ? nil : 1
    }
    // Different modifiers, none of them telling: one agreement only if it is pointed at, or there is but one truce.
    if mention.definiteness == .demonstrative || isTruce && mention.definiteness != .indefinite {
      return 1
    }
    let names = (mention.parties + cluster.parties).flatMap {
      DateWords.fold($0.record.name).split(separator: " ").map(String.init)
    }
    if mention.modifiers.subtracting(names).isEmpty, mention.definiteness != .indefinite {
      return 1
    }
    // "Signed an agreement to end the war. The peace deal …"
    if mention.definiteness == .definite, mention.modifiers.isSubset(of: ["peace", "paz"]),
      !isOpen(cluster), let last = cluster.mentions.last, mention.sentence - last.sentence <= 2
    {
      return 1
    }
    let close = cluster.mentions.reduce(into: Set<String>()) { $0.formUnion($1.close) }
    let isApart = !mention.close.isEmpty && !close.isEmpty && mention.close.isDisjoint(with: close)
    return shares && mention.definiteness != .indefinite && !isApart ? 1 : nil
  }

  /// "They agreed to reopen the border. The deal …", "Under the Khartoum protocol": the agreement whose content was told.
  private func isOfContent(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    guard let last = cluster.mentions.last,
      mention.sentence - last.sentence <= (mention.isUnder ? 10 : 4),
      !mention.isPlural, mention.count == nil, mention.telling.isEmpty, mention.named == nil,
      mention.act?.status != .ended, mention.act?.isReal != false,
      mention.definiteness == .definite || mention.definiteness == .demonstrative
        || mention.isUnder && mention.definiteness == .indefinite
    else { return false }
    // "Under the accord that both signed in 2008": one of its own.
    if let act = mention.act, act.status == .signed, mention.isNamed,
      act.token >= mention.phrase.upperBound
    {
      return false
    }
    if !mention.parties.allSatisfy({ party in
      party.record.kind == .person || cluster.parties.contains { $0.isSame(party) }
    }) {
      return false
    }
    // A description of its own ("the trade pact") may be any other agreement.
    return mention.modifiers.isEmpty || mention.isUnder
      || cluster.mentions.count > 1 && !mention.modifiers.isDisjoint(with: cluster.modifiers)
  }

  /// Two names that share but a word ("the Agreement on Reciprocal Trade", "the Trade and Investment Framework Agreement"), or a
  /// name within the other's phrase ("an agreement on the Northern Ireland Protocol").
  private func isOtherName(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    if mention.isNamed,
      cluster.mentions.contains(where: {
        $0.sentence == mention.sentence && $0.phrase.contains(mention.head)
          && $0.head < mention.head
      })
    {
      return true
    }
    guard mention.isNamed, !mention.modifiers.isEmpty else { return false }
    let names = cluster.mentions.filter { $0.isNamed && !$0.modifiers.isEmpty }
    return !names.isEmpty
      && names.allSatisfy {
        let shared = $0.modifiers.intersection(mention.modifiers).count
        return shared * 2 <= min($0.modifiers.count, mention.modifiers.count)
          && shared < min($0.modifiers.count, mention.modifiers.count)
      }
  }

  /// "An accord reached in Geneva … the Geneva agreement": known by the city where it was made.
  private func isOfCity(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    mention.isNamed && mention.modifiers.count == 1 && mention.parties.isEmpty
      && cluster.mentions.contains { other in
        other.act?.status == .signed && other.act?.isReal == true
          && mention.modifiers.isSubset(of: other.cities)
      }
  }

  /// "The convention on chemical weapons" is not the accord between A and B that was told before, though nothing but its
  /// parties tells that one.
  private func isOfOtherNoun(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    mention.kind == .treaty && mention.strength == .named && !mention.modifiers.isEmpty
      && cluster.modifiers.isEmpty && !cluster.parties.isEmpty
      && cluster.mentions.allSatisfy { $0.kind != .treaty }
  }

  /// "Nine instruments" are not "the plan" told before, nor twelve others.
  private func fitsCount(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    let counts = cluster.mentions.compactMap(\.count)
    guard let count = mention.count else { return counts.isEmpty || mention.isPlural }
    return counts.isEmpty
      ? cluster.mentions.contains { $0.isPlural } && !cluster.mentions.contains { $0.isNamed }
      : counts.contains(count)
  }

  /// True if a word or a date tells the mention from the agreement of the cluster.
  private func isToldApart(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    if !mention.telling.isEmpty {
      if cluster.telling.isEmpty {
        return mention.definiteness == .indefinite || cluster.mentions.count > 1
      }
      if mention.telling.isDisjoint(with: cluster.telling) { return true }
    } else if mention.act?.status == .signed, mention.act?.isReal == true, !cluster.telling.isEmpty,
      isPlanned(cluster)
    {
      // What has been signed is not what is still to come.
      return true
    } else if mention.act?.status == .signed, mention.act?.isReal == false,
      !cluster.telling.isEmpty, !isOpen(cluster), !mention.modifiers.isEmpty
    {
      // "A basic agreement" that was reached is not the pact that is to be signed.
      return true
    }
    // What is kept or broken is not what is still to be reached.
    if let act = mention.act, act.status == .inForce, act.isReal, !mention.modifiers.isEmpty,
      isPlanned(cluster),
      cluster.mentions.allSatisfy({ $0.act?.status != .inForce && $0.definiteness == .indefinite })
    {
      return true
    }
    guard let date = mention.named else { return false }
    if cluster.mentions.contains(where: { $0.named.map { !overlap($0, date) } ?? false }) {
      return true
    }
    return mention.kind != .ceasefire && isOpen(cluster)
      && cluster.mentions[0].definiteness == .indefinite
      && cluster.mentions.allSatisfy { $0.named == nil }
  }

  private func overlap(_ left: EDTF, _ right: EDTF) -> Bool {
    left.earliest <= right.latest && right.earliest <= left.latest
  }

  /// True if the parties of the noun phrases cannot be those of one agreement. "A deal with Iran" and "Iran … a deal with
  /// the six powers" can.
  private func areApart(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    guard !mention.parties.isEmpty, !cluster.parties.isEmpty else { return false }
    // "The pact with Korea" is none that Japan and Colombia negotiate.
    let actors = cluster.mentions.flatMap { ($0.act?.parties ?? []) + $0.parties }.filter {
      $0.record.kind == .government
    }
    let isFull = actors.contains { !$0.isSame(actors[0]) }
    if isFull, cluster.mentions.allSatisfy({ !$0.isNamed }),
      mention.parties.allSatisfy({ party in
        party.record.kind == .government && !actors.contains { $0.isSame(party) }
          && !cluster.mentions.contains { $0.around.contains { $0.isSame(party) } }
      })
    {
      return true
    }
    let around = mention.around
    return !cluster.parties.contains { party in around.contains { $0.isSame(party) } }
  }

  /// True if both are between two or more, and each has a party that the other has not.
  private func isBetweenOthers(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    if isDoneByOthers(mention, cluster) { return true }
    guard mention.parties.count >= 2, cluster.parties.count >= 2 else { return false }
    let isWithin = mention.parties.allSatisfy { party in
      cluster.parties.contains { $0.isSame(party) }
    }
    let isAround = cluster.parties.allSatisfy { party in
      mention.parties.contains { $0.isSame(party) }
    }
    return !isWithin && !isAround
  }

  /// "A and B reached an accord" is not the deal that C expects to sign with A.
  private func isDoneByOthers(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    guard mention.definiteness == .indefinite, let act = mention.act, act.status == .signed,
      act.isReal
    else { return false }
    let own = states(mention)
    let others = cluster.mentions.flatMap { other in
      // "Ghana's minister expects to sign a deal with Chad": with Ghana.
      let own = states(other)
      return other.isWith && own.count == 1 && other.act?.isReal == false
        ? own + other.around.filter { $0.record.kind == .government } : own
    }
    let isKnown = others.contains { !$0.isSame(others[0]) }
    return own.count >= 2 && isKnown
      && own.contains { party in !others.contains { $0.isSame(party) } }
      && others.contains { party in !own.contains { $0.isSame(party) } }
  }

  private func states(_ mention: AgreementMention) -> [AgreementParty] {
    (mention.parties + (mention.act?.parties ?? [])).filter { $0.record.kind == .government }
      .uniquedParties
  }

  /// True while nobody has signed: "an agreement" may then still be the same one.
  private func isOpen(_ cluster: Cluster) -> Bool {
    !cluster.mentions.contains { $0.act?.status == .signed && $0.act?.isReal == true }
  }

  /// True while it is only planned, wished or negotiated.
  private func isPlanned(_ cluster: Cluster) -> Bool {
    isOpen(cluster)
      && cluster.mentions.contains {
        $0.act?.status == .proposed || $0.act?.status == .signed && $0.act?.isReal == false
      }
  }

  private func areOfOneSort(_ mention: AgreementMention, _ cluster: Cluster) -> Bool {
    cluster.mentions.contains { other in
      if other.kind == mention.kind { return true }
      let loose: Set<AgreementRecord.Kind> = [
        .agreement, .treaty, .memorandum, .contract, .plan, .other,
      ]
      if loose.contains(mention.kind), loose.contains(other.kind) {
        return mention.kind == .agreement || other.kind == .agreement
      }
      // "The agreement" may be a truce that was told before.
      return mention.kind == .agreement && other.kind == .ceasefire && mention.modifiers.isEmpty
        && (mention.definiteness == .definite || mention.definiteness == .demonstrative)
    }
  }
}

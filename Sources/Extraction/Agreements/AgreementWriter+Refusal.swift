import Language
import Records

/// Whether the mentions of one agreement make a record.
extension AgreementWriter {
  func refusal(_ cluster: AgreementClusters.Cluster) -> String? {
    let mentions = cluster.mentions
    if mentions.allSatisfy({
      $0.isPlural && $0.count == nil && $0.named == nil && isGeneral($0)
    }) {
      return "agreements in general"
    }
    // "The text that Ruiz signed": neither what it is nor who binds itself.
    if mentions.allSatisfy({ mention in
      mention.strength == .signable && mention.modifiers.isEmpty && mention.parties.isEmpty
        && mention.act?.parties.contains { $0.record.kind != .person } != true
    }), mentions.contains(where: { $0.definiteness == .definite }) {
      return "a text of which nothing is told"
    }
    if mentions.contains(where: { $0.isContent || $0.isNamed && $0.strength != .signable }) {
      return nil
    }
    // "The summit left four conventions on health": how many says that they are told.
    if mentions.contains(where: { $0.count != nil && !isGeneric($0) }) { return nil }
    // "A 1995 accord between A and B": there it is.
    if mentions.contains(where: { mention in
      (mention.parties.count >= 2 || !mention.modifiers.isEmpty && !mention.isPlural)
        && mention.named.map { !isAfterArticle($0) } ?? false
    }) {
      return nil
    }
    // "In a 1994 agreement it was extended to all"
    if mentions.contains(where: { mention in
      mention.isRule && !mention.isPlural && mention.named.map { !isAfterArticle($0) } ?? false
    }) {
      return nil
    }
    // "A future treaty between A and B"
    if mentions.contains(where: { $0.isComing && $0.parties.count >= 2 }) { return nil }
    // "Under the June 12 deal", "los acuerdos migratorios de 1994 y 1995 se cumplen"
    let isDated = mentions.contains {
      $0.named != nil && isDefinite($0)
        && ($0.isUnder || $0.isPlural && $0.act?.status == .inForce)
    }
    if isDated { return nil }
    let isActed = mentions.contains { mention in
      guard let act = mention.act else { return false }
      switch act.status {
      case .signed:
        // "Hopes that a deal can be reached": nobody is told, nor what it is about.
        if act.isReal || mention.count != nil { return true }
        // "A truce could be reached this week": of those who fight, whom the article names.
        if mention.kind == .ceasefire, !act.isNegated, fighters.count >= 2 { return true }
        let isTold = !mention.parties.isEmpty || !mention.modifiers.isEmpty
        return act.parties.count >= 2 || !mention.isPlural && (isTold || isDefinite(mention))
          || !mention.isPlural && act.parties.count == 1 && !act.isNegated
      case .ended: return true
      case .proposed: return !mention.isPlural || mention.definiteness == .definite
      case .inForce:
        // "Has an agreement": with whom is told.
        if isHaving(act, mention) {
          return !mention.isPlural && (act.parties + mention.parties).uniquedParties.count >= 2
        }
        return mention.definiteness != .indefinite && mention.definiteness != .bare
          || (act.isReal || isRatifying(act, mention)) && !mention.isPlural
      case .told: return true
      case .wish, .talk: return false
      }
    }
    if mentions.allSatisfy({ $0.isPlural }), !isActed || mentions.allSatisfy({ isGeneric($0) }) {
      return "agreements in general"
    }
    if isActed { return nil }
    // Spoken of as existing: pointed at, and told from others by a party or a word.
    let isPointedAt = mentions.contains {
      ($0.definiteness == .definite || $0.definiteness == .possessed
        || $0.definiteness == .demonstrative)
        && (!$0.parties.isEmpty || !$0.modifiers.isEmpty || $0.kind == .ceasefire || $0.isDescribed)
        && $0.act?.status != .wish
    }
    if isPointedAt { return nil }
    // Told again and again as "the deal".
    if mentions.count >= 3,
      mentions.contains(where: { $0.definiteness == .definite || $0.definiteness == .demonstrative }
      )
    {
      return nil
    }
    return mentions.contains { $0.act?.status == .wish }
      ? "it is only wished for" : "nothing is done to it"
  }

  func isDefinite(_ mention: AgreementMention) -> Bool {
    mention.definiteness == .definite || mention.definiteness == .demonstrative
  }

  /// "International treaties": nothing tells which.
  private func isGeneral(_ mention: AgreementMention) -> Bool {
    guard let language = sentences[mention.sentence]?.language,
      mention.parties.allSatisfy({ $0.record.country == nil }), mention.act?.status != .signed
    else { return false }
    return mention.modifiers.allSatisfy { AgreementLexicon.builtIn.isA(.generic, $0, language) }
  }

  private func isGeneric(_ mention: AgreementMention) -> Bool {
    guard mention.count == nil, let act = mention.act else {
      return mention.count == nil && mention.parties.isEmpty
    }
    // "A and B failed to reach agreements on spending": these, by those two.
    if act.status == .signed, act.isNegated, act.parties.count >= 2, !mention.modifiers.isEmpty {
      return false
    }
    if act.status == .signed, act.isReal {
      if !act.parties.isEmpty || act.isTold { return false }
      if !mention.modifiers.isEmpty, act.token < mention.phrase.lowerBound { return false }
    }
    return mention.parties.isEmpty
  }
}

import Gazetteer
import Language
import Records

/// Makes a record of the mentions of one agreement, or tells why there is none.
struct AgreementWriter {
  let analysis: Analysis
  let parties: AgreementParties
  let sentences: [Int: AgreementSentence]
  private let events: EventDates
  private var anchor: DateAnchor? { analysis.anchor }

  init(analysis: Analysis, parties: AgreementParties, sentences: [Int: AgreementSentence]) {
    self.analysis = analysis
    self.parties = parties
    self.sentences = sentences
    events = EventDates(
      document: analysis.document, dates: analysis.dates, anchor: analysis.anchor)
  }

  /// A record, or the reason why there is none.
  enum Result {
    case record(AgreementRecord)
    case rejected(String)
  }

  /// The record of a cluster.
  func write(_ cluster: AgreementClusters.Cluster) -> Result {
    if let reason = refusal(cluster) { return .rejected(reason) }
    guard let best = best(cluster.mentions) else { return .rejected("no mention") }
    let status = status(cluster)
    let found = parties(of: cluster)
    var record = AgreementRecord(
      title: text(best), kind: kind(cluster, best), status: status.status,
      parties: found.map(\.record),
      evidence: evidence(cluster, best, status.mention))
    record.count = cluster.mentions.compactMap(\.count).first
    let signatories = cluster.mentions.flatMap { $0.act?.signatories ?? [] }.map(\.record)
    if status.status == .signed, !signatories.isEmpty {
      record.signatories = signatories.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    date(cluster, status, &record)
    return .record(record)
  }

  // MARK: - Whether it is one

  private func refusal(_ cluster: AgreementClusters.Cluster) -> String? {
    let mentions = cluster.mentions
    if mentions.allSatisfy({ $0.isPlural && $0.count == nil && isGeneral($0) }) {
      return "agreements in general"
    }
    if mentions.contains(where: { $0.isContent || $0.isNamed && $0.strength != .signable }) {
      return nil
    }
    let isActed = mentions.contains { mention in
      guard let act = mention.act else { return false }
      switch act.status {
      case .signed: return act.isReal || !mention.isPlural
      case .ended: return true
      case .proposed: return !mention.isPlural || mention.definiteness == .definite
      case .inForce:
        return mention.definiteness != .indefinite && mention.definiteness != .bare
          || act.isReal && !mention.isPlural
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
        && (!$0.parties.isEmpty || !$0.modifiers.isEmpty || $0.kind == .ceasefire)
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
    if act.status == .signed, act.isReal, !act.parties.isEmpty { return false }
    return mention.parties.isEmpty
  }

  // MARK: - Title and kind

  /// The first of the heaviest.
  private func best(_ mentions: [AgreementMention]) -> AgreementMention? {
    var out: (weight: Int, mention: AgreementMention)?
    for mention in mentions {
      let weight = weight(mention)
      if out.map({ $0.weight < weight }) ?? true { out = (weight, mention) }
    }
    return out?.mention
  }

  /// The fuller the heavier; a name before a description, a phrase that is too long before none.
  private func weight(_ mention: AgreementMention) -> Int {
    guard let sentence = sentences[mention.sentence] else { return 0 }
    let words = mention.phrase.filter {
      (sentence.isNominal($0) || sentence.isVerb($0)) && !sentence.isA(.judging, $0)
    }.count
    return min(words, 12) * 2 + (mention.isNamed ? 6 : 0) - (words > 14 ? 6 : 0)
      - (mention.isPlural && !mention.isNamed ? 3 : 0)
  }

  private func text(_ mention: AgreementMention) -> String {
    guard let span = sentences[mention.sentence]?.span(mention.phrase) else { return "" }
    return analysis.text(span)
  }

  private func kind(_ cluster: AgreementClusters.Cluster, _ best: AgreementMention)
    -> AgreementRecord.Kind
  {
    if best.kind == .agreement, cluster.mentions.contains(where: { $0.kind == .ceasefire }) {
      return .ceasefire
    }
    return best.kind
  }

  // MARK: - Status

  private func status(_ cluster: AgreementClusters.Cluster) -> (
    status: AgreementRecord.Status, mention: AgreementMention?
  ) {
    var first: (AgreementRecord.Status, AgreementMention)?
    for mention in cluster.mentions {
      guard let status = status(mention) else { continue }
      if status == .ended { return (.ended, mention) }
      if first == nil { first = (status, mention) }
      if first?.0 == .proposed, status == .signed { first = (status, mention) }
    }
    if let first { return first }
    let isFuture = cluster.mentions.allSatisfy { $0.definiteness == .indefinite }
    let isDated = cluster.mentions.contains { $0.named.map { !isAfterArticle($0) } ?? false }
    return (isFuture && !isDated ? .proposed : .inForce, nil)
  }

  private func status(_ mention: AgreementMention) -> AgreementRecord.Status? {
    guard let act = mention.act else { return nil }
    switch act.status {
    case .signed: return act.isReal ? .signed : .proposed
    case .ended: return act.isReal ? .ended : .inForce
    case .told: return act.isNegated ? nil : .signed
    case .inForce: return mention.definiteness == .indefinite ? nil : .inForce
    case .proposed: return .proposed
    case .wish: return mention.definiteness == .indefinite ? .proposed : nil
    case .talk: return nil
    }
  }

  // MARK: - Parties, date, evidence

  /// The parties that the noun phrases name; those that do it besides, where these are fewer than two.
  private func parties(of cluster: AgreementClusters.Cluster) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for mention in cluster.mentions {
      for party in mention.parties { parties.add(party, to: &out) }
    }
    for mention in cluster.mentions where out.count < 2 {
      guard let act = mention.act, act.status == .signed || act.status == .ended || !act.isNegated
      else { continue }
      for party in act.parties { parties.add(party, to: &out) }
    }
    let bodies = out.filter { $0.record.kind != .person }.count
    if bodies < 2, out.count < 2 || bodies == 1 { out = fromContext(cluster, out) }
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
    }
    return out
  }

  /// Where fewer than two parties are told: the two states of the sentence that tells of the signing or the negotiation,
  /// else the two that the whole article is about.
  private func fromContext(
    _ cluster: AgreementClusters.Cluster, _ known: [AgreementParty]
  ) -> [AgreementParty] {
    let isMultilateral = cluster.mentions.contains { $0.isNamed && $0.act?.status != .signed }
    guard !isMultilateral, !cluster.mentions.contains(where: { $0.isContent }) else { return known }
    let bodies = known.filter { $0.record.kind != .person }
    for mention in cluster.mentions where bodies.isEmpty {
      guard let act = mention.act, act.status == .signed && act.isReal || act.status == .proposed
      else { continue }
      var states = mention.around.filter { $0.record.kind == .government }
      for party in bodies { parties.add(party, to: &states) }
      if states.count == 2 { return states }
    }
    guard
      let mention = cluster.mentions.first(where: {
        $0.act?.status == .signed && ($0.act?.isReal == true || isJoint($0))
          || $0.act?.status == .proposed
      }),
      let language = sentences[mention.sentence]?.language
    else { return known }
    var states = parties.mainStates.map { parties.government($0, language) }
    for party in bodies {
      if !states.contains(where: { $0.isSame(party) }) { return known }
      parties.add(party, to: &states)
    }
    return states.count == 2 ? states : known
  }

  /// "Both sides", "the two countries" in the sentence of a mention.
  private func isJoint(_ mention: AgreementMention) -> Bool {
    guard let sentence = sentences[mention.sentence] else { return false }
    return (0..<sentence.count).contains { sentence.isA(.joint, $0) }
  }

  private func date(
    _ cluster: AgreementClusters.Cluster,
    _ status: (status: AgreementRecord.Status, mention: AgreementMention?),
    _ record: inout AgreementRecord
  ) {
    // "The 2015 deal", "el acuerdo de noviembre": the date is in the name.
    if let named = cluster.mentions.compactMap(\.named).first {
      record.date = named.description
      record.dateBasis = .inferred
    }
    if record.date != nil, status.status != .signed { return }
    guard status.status == .signed || status.status == .ended, let mention = status.mention,
      let act = mention.act, act.isReal,
      let answer = events.date(of: act.token, in: mention.sentence), answer.source <= .sentence,
      !isAfterArticle(answer.date)
    else { return }
    record.date = answer.date.description
    record.dateBasis = answer.basis
    record.place = place(of: act.token, in: mention.sentence)
  }

  /// Where it was done: what stands behind "in", "at" or "en" near the verb, the nearest; a country only where no city and no
  /// venue is told.
  private func place(of token: Int, in sentence: Int) -> String? {
    guard let words = sentences[sentence] else { return nil }
    var best: (score: Int, name: String)?
    for place in analysis.places(in: sentence) where place.country != "EU" || place.isVenue {
      var before = place.tokens.lowerBound - 1
      while before >= 0, words.isDeterminer(before) { before -= 1 }
      guard ["in", "at", "en"].contains(words.word(before)) else { continue }
      let distance = abs(place.tokens.lowerBound - token)
      guard distance <= 16, !isCrossed(min(before, token), max(before, token), words) else {
        continue
      }
      let score = distance + (isCountry(place) ? 20 : 0)
      if best.map({ score < $0.score }) ?? true { best = (score, place.name) }
    }
    return best?.name
  }

  private func isCountry(_ place: PlaceMention) -> Bool {
    guard !place.isVenue, let code = place.country,
      let country = Gazetteer.shared.country(code: code)
    else { return false }
    let name = DateWords.fold(place.name)
    return (country.englishNames + country.spanishNames).contains { DateWords.fold($0) == name }
  }

  /// True if another clause begins between two words.
  private func isCrossed(_ first: Int, _ last: Int, _ words: AgreementSentence) -> Bool {
    guard first + 1 < last else { return false }
    return (first + 1..<last).contains {
      words.isRelative($0) && words.upos($0) != .det || words.word($0) == ";"
    }
  }

  /// What has happened is not dated after the article.
  private func isAfterArticle(_ date: EDTF) -> Bool {
    anchor.map { date.earliest > $0.date.latest } ?? false
  }

  private func evidence(
    _ cluster: AgreementClusters.Cluster, _ best: AgreementMention, _ act: AgreementMention?
  ) -> [String] {
    var chosen = [best.sentence]
    if let act, act.sentence != best.sentence { chosen.append(act.sentence) }
    for mention in cluster.mentions
    where chosen.count < 3 && !chosen.contains(mention.sentence) && mention.act != nil {
      chosen.append(mention.sentence)
    }
    return chosen.sorted().map { index in
      let sentence = analysis.document.sentences[index]
      return analysis.text(sentence.start..<sentence.end)
    }
  }
}

import Gazetteer
import Language
import Records

/// Makes a record of the mentions of one agreement, or tells why there is none.
struct AgreementWriter {
  let analysis: Analysis
  let parties: AgreementParties
  let sentences: [Int: AgreementSentence]
  let occasions: AgreementOccasions
  let events: EventDates
  /// Who fights, for truces that are told without parties.
  let fighters: [AgreementParty]
  var anchor: DateAnchor? { analysis.anchor }

  init(
    analysis: Analysis, parties: AgreementParties, sentences: [Int: AgreementSentence],
    occasions: AgreementOccasions, fighters: [AgreementParty] = []
  ) {
    self.fighters = fighters
    self.occasions = occasions
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

  // MARK: - Title and kind

  /// The first of the heaviest.
  private func best(_ mentions: [AgreementMention]) -> AgreementMention? {
    var out: (weight: Int, mention: AgreementMention)?
    // What was agreed names an agreement only where no noun does.
    let named = mentions.filter { !$0.isAlias }
    let nouns = (named.isEmpty ? mentions : named).filter { !$0.isContent }
    for mention in nouns.isEmpty ? mentions : nouns {
      let weight = weight(mention)
      if out.map({ $0.weight < weight }) ?? true { out = (weight, mention) }
    }
    return out?.mention
  }

  /// The fuller the heavier; a name before a description, a phrase that is too long before none.
  private func weight(_ mention: AgreementMention) -> Int {
    guard let sentence = sentences[mention.sentence] else { return 0 }
    let isBare = mention.modifiers.isEmpty && mention.parties.isEmpty && !mention.isContent
    let words =
      isBare
      ? 1
      : mention.phrase.filter {
        (sentence.isNominal($0) || sentence.isVerb($0)) && !sentence.isA(.judging, $0)
          && !AgreementMentions.leaders.contains(sentence.word($0))
      }.count
    let isSigned = mention.act.map { $0.status == .signed && $0.isReal } ?? false
    // "The document signed by the presidents" is another word for the declaration.
    let isDocument = ["document", "text", "documento", "texto"].contains(
      sentence.word(mention.head))
    return (isDocument ? -20 : 0) + min(words, 12) * 4 + (isSigned ? 1 : 0)
      + (mention.isNamed ? 12 : 0)
      - (words > 14 ? 12 : 0)
      - (mention.isPlural && !mention.isNamed ? 6 : 0)
  }

  private func text(_ mention: AgreementMention) -> String {
    guard let span = sentences[mention.sentence]?.span(mention.phrase) else { return "" }
    let text = analysis.text(span)
    // "The so-called Ohrid agreement": what it is called.
    let openings = ["so-called ", "llamada ", "llamado ", "denominada ", "denominado "]
    let opening = openings.first { text.lowercased().hasPrefix($0) }
    return opening.map { String(text.dropFirst($0.count)) } ?? text
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
      if status == .ended {
        if isRejectedByOthers(mention, cluster) { continue }
        return (.ended, mention)
      }
      if first == nil { first = (status, mention) }
      let isNews = first?.0 == .inForce && mention.act?.isTold == true
      if status == .signed, first?.0 == .proposed || isNews { first = (status, mention) }
    }
    if let first { return first }
    let isFuture = cluster.mentions.allSatisfy { $0.definiteness == .indefinite }
    let isDated = cluster.mentions.contains { $0.named.map { !isAfterArticle($0) } ?? false }
    return (isFuture && !isDated ? .proposed : .inForce, nil)
  }

  /// "The committee rejected the accord" that others have signed: it stands.
  private func isRejectedByOthers(
    _ mention: AgreementMention, _ cluster: AgreementClusters.Cluster
  ) -> Bool {
    guard let act = mention.act, !act.parties.isEmpty,
      ["reject", "rechazar"].contains(sentences[mention.sentence]?.lemma(act.token) ?? ""),
      act.parties.allSatisfy({ party in
        party.record.kind == .organization && !cluster.parties.contains { $0.isSame(party) }
      })
    else { return false }
    return cluster.mentions.contains { $0.act?.status == .signed && $0.act?.isReal == true }
  }

  private func status(_ mention: AgreementMention) -> AgreementRecord.Status? {
    guard let act = mention.act else { return mention.isComing ? .proposed : nil }
    if mention.isComing, act.status != .ended {
      return act.status == .signed && act.isTold && act.isReal ? .signed : .proposed
    }
    switch act.status {
    case .signed where act.isReal && isOld(act, mention): return .inForce
    case .signed: return act.isReal ? .signed : .proposed
    case .ended: return act.isReal && !isToEnd(act, mention) ? .ended : .inForce
    case .inForce where act.isNegated && (isRatifying(act, mention) || isEntering(act, mention)):
      return .signed
    case .inForce where isOver(act, mention): return .ended
    case .told: return act.isNegated ? nil : .signed
    // "The implementation of an accord of last week": what is new was made then.
    case .inForce where act.isReal && mention.definiteness == .indefinite && isOfLate(mention):
      return .signed
    case .inForce:
      return mention.definiteness == .indefinite && !isDone(act, mention) ? nil : .inForce
    case .proposed: return .proposed
    case .wish: return mention.definiteness == .indefinite ? .proposed : nil
    case .talk: return nil
    }
  }

  /// "Of last week": a date in its name that is less than two months before the article.
  private func isOfLate(_ mention: AgreementMention) -> Bool {
    guard let anchor, let named = mention.named, !isAfterArticle(named) else { return false }
    return anchor.date.earliest.number - named.latest.number <= 60
      && named.latest.number - named.earliest.number <= 31
  }

  /// "The treaty expires in 2026": a day to come.
  private func isToEnd(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    guard let answer = events.date(of: act.token, in: mention.sentence), answer.source <= .sentence
    else { return false }
    return isAfterArticle(answer.date)
  }

  /// "Has not ratified the treaty": it is signed, no more.
  func isRatifying(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    sentences[mention.sentence]?.isA(.ratify, act.token) ?? false
  }

  /// "Peru and Chile have a treaty".
  func isHaving(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    sentences[mention.sentence]?.isHaving(act.token) ?? false
  }

  /// "Has not entered into force": it is signed, no more.
  private func isEntering(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    guard let words = sentences[mention.sentence] else { return false }
    return ["enter", "come", "entrar"].contains(words.lemma(act.token))
      && AgreementActs(sentence: words).isInForce(act.token)
  }

  /// "The truce lasted a week", "did not hold", "no prosperó".
  private func isOver(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    guard let words = sentences[mention.sentence] else { return false }
    if ["lasted", "duro", "duraron"].contains(words.word(act.token)) { return true }
    return act.isNegated
      && ["hold", "last", "survive", "durar", "prosperar", "sobrevivir"].contains(
        words.lemma(act.token))
  }

  /// "Ratified an accord", "a truce came into force": what is done only to what is there.
  private func isDone(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    guard act.isReal, let words = sentences[mention.sentence] else { return false }
    let acts = AgreementActs(sentence: words)
    return words.isA(.member, act.token) || isHaving(act, mention) || acts.isOfParliament(act.token)
      || acts.isInForce(act.token)
  }

  /// "Under a protocol that A and B signed in 2019": the clause tells of the signing.
  private func isInRelative(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    guard let words = sentences[mention.sentence], act.token > mention.phrase.upperBound else {
      return false
    }
    return (mention.phrase.upperBound..<act.token).contains { words.isRelative($0) }
  }

  /// "The Minsk Convention of 1993": what was signed long ago is a rule now.
  private func isBodyOfRules(_ mention: AgreementMention) -> Bool {
    guard let words = sentences[mention.sentence], mention.isNamed, mention.kind == .treaty else {
      return false
    }
    return words.isA(.gathering, mention.head) || words.word(mention.head) == "protocolo"
  }

  /// "Troops stay under the memorandum signed in 2019", "honour the truce reached in October": what was signed more than two
  /// months ago is told as being in force.
  private func isOld(_ act: AgreementAct, _ mention: AgreementMention) -> Bool {
    guard act.isKept || mention.isUnder || isBodyOfRules(mention), !act.isTold,
      act.isKept || !isInRelative(act, mention)
    else { return false }
    guard let date = events.date(of: act.token, in: mention.sentence)?.date ?? mention.named else {
      return act.isKept
    }
    return anchor.map { $0.date.earliest.number - date.latest.number > 60 } ?? act.isKept
  }

  // MARK: - Evidence

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

import Gazetteer
import Language
import Records

/// When and where an agreement was signed, or will be.
extension AgreementWriter {
  func date(
    _ cluster: AgreementClusters.Cluster,
    _ status: (status: AgreementRecord.Status, mention: AgreementMention?),
    _ record: inout AgreementRecord
  ) {
    // "The 2015 deal", "el acuerdo de noviembre": the date is in the name.
    if let named = cluster.mentions.compactMap(\.named).first {
      record.date = named.description
      record.dateBasis = .inferred
    }
    if record.date != nil, status.status != .signed, status.status != .ended { return }
    guard let mention = status.mention, let act = mention.act else { return }
    switch status.status {
    case .proposed: return planned(act, mention, &record)
    case .inForce: return since(act, cluster, &record)
    case .signed, .ended: break
    }
    guard act.isReal else { return }
    guard let answer = events.date(of: act.token, in: mention.sentence), answer.source <= .sentence
    else {
      if status.status == .signed, record.date == nil { atMeeting(act, mention, &record) }
      return
    }
    guard !isAfterArticle(answer.date) else { return }
    // "A plan of cooperation for 2023-2025": how long it holds.
    if let anchor, answer.date.latest > anchor.date.latest,
      answer.date.latest.number - answer.date.earliest.number > 60
    {
      if status.status == .signed, record.date == nil { atMeeting(act, mention, &record) }
      return
    }
    // "The 2019 protocol lapsed in June", but not "the 2015 deal … ended", with a day of something else in the sentence.
    let span = answer.date.latest.number - answer.date.earliest.number
    if status.status == .ended, record.date != nil && answer.source > .clause || span > 400 {
      return
    }
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
  func isAfterArticle(_ date: EDTF) -> Bool {
    anchor.map { date.earliest > $0.date.latest } ?? false
  }

  /// "Will sign it on Saturday": the day that is planned.
  private func planned(
    _ act: AgreementAct, _ mention: AgreementMention, _ record: inout AgreementRecord
  ) {
    // "Finalised in 2011 but never signed"
    if act.status == .signed, !act.isNegated, act.token >= mention.phrase.upperBound,
      let words = sentences[mention.sentence],
      AgreementActs(sentence: words).isNeverSigned(act.token),
      let answer = events.date(of: act.token, in: mention.sentence), answer.source <= .clause,
      !isAfterArticle(answer.date)
    {
      record.date = answer.date.description
      record.dateBasis = answer.basis
      return
    }
    guard act.status == .signed, !act.isReal, !act.isNegated,
      let answer = events.date(of: act.token, in: mention.sentence, isPlanned: true),
      answer.source <= .sentence,
      anchor.map({ answer.date.latest > $0.date.latest }) ?? false
    else { return }
    record.date = answer.date.description
    record.dateBasis = answer.basis
    record.place = place(of: act.token, in: mention.sentence)
  }

  /// "Acceded to the treaty in 2007", "under the memorandum signed in 2019".
  private func since(
    _ act: AgreementAct, _ cluster: AgreementClusters.Cluster, _ record: inout AgreementRecord
  ) {
    for mention in cluster.mentions {
      guard let act = mention.act, act.isReal, let words = sentences[mention.sentence],
        act.status == .signed
          || act.status == .inForce
            && AgreementActs(sentence: words).isOfParliament(act.token)
          || act.status == .inForce
            && ["accede", "join", "ratify", "enter", "adherir", "sumar", "ratificar", "entrar"]
              .contains(
                words.lemma(act.token)),
        let answer = events.date(of: act.token, in: mention.sentence), answer.source <= .clause,
        !isAfterArticle(answer.date)
      else { continue }
      record.date = answer.date.description
      record.dateBasis = answer.basis
      if act.status == .signed { record.place = place(of: act.token, in: mention.sentence) }
      return
    }
  }

  /// "On that occasion": the one of the sentence before.
  private func isOfOccasion(_ mention: AgreementMention) -> Bool {
    guard let words = sentences[mention.sentence] else { return false }
    return ["that occasion", "esa ocasion", "esa oportunidad", "aquella ocasion"].contains(
      words.word(1) + " " + words.word(2))
  }

  /// What the article tells as its news without a date was signed where and when those met who signed it, else on the day
  /// that the article tells of.
  private func atMeeting(
    _ act: AgreementAct, _ mention: AgreementMention, _ record: inout AgreementRecord
  ) {
    let isNoun = sentences[mention.sentence].map { !$0.isVerb(act.token) } ?? false
    guard act.isTold || isNoun else { return }
    if let meeting = occasions.meeting(of: mention.sentence, from: isOfOccasion(mention) ? 1 : 0),
      let date = meeting.date
    {
      record.date = date
      record.dateBasis = .inferred
      record.place = place(of: act.token, in: mention.sentence) ?? meeting.place
      return
    }
    let lead = mention.sentence < 6 || occasions.hasRecent ? events.lead : nil
    // A day of long ago that the paragraph gave is one of something else.
    let told = events.date(of: act.token, in: mention.sentence).flatMap { answer in
      anchor.map { $0.date.earliest.number - answer.date.latest.number > 31 } ?? false
        ? nil : answer
    }
    guard act.isTold, let answer = told ?? lead,
      !isAfterArticle(answer.date)
    else { return }
    record.date = answer.date.description
    record.dateBasis = .inferred
    record.place = place(of: act.token, in: mention.sentence)
  }
}

import Gazetteer
import Language
import Records

/// The learned model as a rule: what an anchor tells, from who stands where around it, and what the other rules made of it.
struct LearnedRule {
  static let name = "LearnedRule"

  let candidates: MeetingCandidates
  let model: MeetingModel
  /// Words of meeting of which the rules know that they tell of none.
  var known: [Range<Int>] = []

  /// What the model makes of one anchor.
  struct Verdict {
    var anchor: MeetingAnchor
    var principals: [Int]
    var attendees: [Int]
    /// In units of 1/1024 of log odds.
    var score: Int32
    var answer: Modality.Answer
  }

  /// The anchors of the sentence that tell of a meeting of two parties at least and of which no other rule has read one,
  /// the surest first.
  func read() -> [Verdict] {
    let anchors = MeetingAnchor.find(candidates.context.scan)
    return anchors.filter { anchor in
      !candidates.frames.contains { $0.trigger.overlaps(anchor.tokens) }
        && !known.contains { $0.overlaps(anchor.tokens) }
    }.compactMap { verdict($0, of: anchors.count) }.sorted {
      ($0.score, $1.anchor.tokens.lowerBound) > ($1.score, $0.anchor.tokens.lowerBound)
    }
  }

  private func verdict(_ anchor: MeetingAnchor, of count: Int) -> Verdict? {
    if isElsewhere(anchor) { return nil }
    let answer = candidates.modality(of: anchor)
    // "urged B to meet C", "refused to meet": what the words deny or only wish for is no meeting.
    if case .refused = answer { return nil }
    let parties = candidates.candidates(of: anchor)
    guard parties.count > 1 else { return nil }
    let first = parties.map { model.first.score($0.features) }
    let scores = parties.indices.map {
      model.principal.score(parties[$0].features + candidates.company($0, parties, first))
    }
    let score = model.event.score(
      candidates.event(anchor, anchors: count, answer) + candidates.summary(parties, scores))
    guard score > model.eventThreshold else { return nil }
    let entities = candidates.context.entities
    var attendees: [Int] = []
    var principals: [(place: (Int, Int), id: Int)] = []
    for (party, score) in zip(parties, scores) {
      let besides = model.attendee.score(party.features)
      if besides > 0, besides > score {
        attendees.append(party.entity)
        // Who is named only behind it is told of something else ("picked a new date for their summit. President B was due to visit").
      } else if score > model.principalThreshold, party.sentence <= candidates.context.sentence,
        !isMatter(party), !isSpeaker(party, anchor)
      {
        principals.append(((party.sentence, party.tokens.lowerBound), party.entity))
      }
    }
    principals.sort { $0.place < $1.place }
    let ids = principals.map(\.id).filter { entities[$0].name != nil }
    guard ids.count > 1 else { return nil }
    return Verdict(
      anchor: anchor, principals: ids, attendees: attendees, score: score, answer: answer)
  }
}

extension LearnedRule {
  /// "a meeting on his country's relations with B": a country that is talked about.
  private func isMatter(_ party: MeetingCandidates.Candidate) -> Bool {
    let scan = candidates.context.scan
    let at = party.tokens.lowerBound
    return !scan.isSpanish && party.sentence == candidates.context.sentence
      && candidates.context.entities[party.entity].kind == .government
      && scan.isSign(at - 1, "with") && scan.isOne(at - 2, of: ToldAboutWords.relations)
  }

  /// "Envoys of both armies were in Doha for talks, Qatar's foreign minister said": who tells of others, with no word of his own part.
  private func isSpeaker(_ party: MeetingCandidates.Candidate, _ anchor: MeetingAnchor)
    -> Bool
  {
    let scan = candidates.context.scan
    guard !scan.isSpanish, party.sentence == candidates.context.sentence,
      anchor.tokens.upperBound < party.tokens.lowerBound, !scan.tokens[0].form.hasSuffix("ing"),
      scan.isSign(party.tokens.lowerBound - 1, ","),
      scan.isOne(party.tokens.upperBound, of: TellingDayWords.verbs)
    else { return false }
    return !scan.span(0, party.tokens.lowerBound).contains {
      scan.isOne($0, of: ToldAboutWords.own) || scan.shapes[$0].contains(.quote)
    }
  }

  /// "press conference", "calls for talks", "in an interview with EFE", "ponerse en contacto con": what the rules of nouns
  /// know to be no meeting.
  private func isElsewhere(_ anchor: MeetingAnchor) -> Bool {
    let context = candidates.context
    if anchor.isVerb { return isReceptionOfThings(anchor) || isJourneyBefore(anchor) }
    if isToldAbout(anchor) || isBackReference(anchor) { return true }
    guard let match = context.scan.match(.noun, at: anchor.tokens.lowerBound) else {
      return false
    }
    let noun = Gazetteer.shared.nouns[Int(match.index)]
    return NounRule(context: context).isElsewhere(anchor.tokens.lowerBound, noun)
  }

  /// "discussed the ongoing negotiations in Doha", "discussed today's convening of farmers": what is talked about is told of others.
  private func isToldAbout(_ anchor: MeetingAnchor) -> Bool {
    let scan = candidates.context.scan
    let start = anchor.tokens.lowerBound
    let rule = NounRule(context: candidates.context)
    let isOfDay = scan.isPossessive(start - 1) && isDay(before: start - 1)
    guard rule.isOngoing(start) || isOfDay else { return false }
    return scan.span(start - 12, start).contains { at in
      scan.match(.verb, at: at).map {
        Gazetteer.shared.verbs[Int($0.index)].frame == .discuss
      } == true || scan.isSpanish && scan.isOne(at, of: ToldAboutWords.speaking)
    }
  }

  /// "Organizations participating in today's meeting included": the meeting that the article is about.
  private func isBackReference(_ anchor: MeetingAnchor) -> Bool {
    let scan = candidates.context.scan
    let (start, end) = (anchor.tokens.lowerBound, anchor.tokens.upperBound)
    return !candidates.current.isEmpty && scan.isPossessive(start - 1) && isDay(before: start - 1)
      && !scan.isOne(end, of: ArgumentWords.withWords)
      && !scan.isOne(end, of: ArgumentWords.betweenWords) && !scan.isOne(end, of: Words.of)
  }

  private func isDay(before token: Int) -> Bool {
    candidates.context.reading.analysis.dates(in: candidates.context.sentence).contains {
      $0.tokens.upperBound == token || $0.tokens.upperBound == token + 1
    }
  }

  /// "Building on her August visit to Singapore, the leaders reviewed progress": a journey that went before.
  private func isJourneyBefore(_ anchor: MeetingAnchor) -> Bool {
    let scan = candidates.context.scan
    let start = anchor.tokens.lowerBound
    return scan.isOne(start, of: ToldAboutWords.visits)
      && candidates.context.opening.contains(start)
  }

  /// True if a person, a delegation or a group is in a list.
  private func isOfPeople(_ chain: Chain) -> Bool {
    let context = candidates.context
    return chain.entities.contains { [.person, .delegation].contains(context.entities[$0].kind) }
      || chain.mentions.contains { context.reading.phrases[$0]?.kind == .group }
  }

  /// "welcomed the progress", "the sentence that A received", "those gathered": nobody stands where the guest would.
  private func isReceptionOfThings(_ anchor: MeetingAnchor) -> Bool {
    let scan = candidates.context.scan
    let (start, end) = (anchor.tokens.lowerBound, anchor.tokens.upperBound)
    guard !scan.isSpanish, let match = scan.match(.verb, at: start) else { return false }
    if scan.isSign(start, "gathered"), scan.isSign(start - 1, "those") { return true }
    guard Gazetteer.shared.verbs[Int(match.index)].frame == .receive,
      !scan.span(start - 3, start).contains(where: { scan.isOne($0, of: ReceiveWords.passives) })
    else { return false }
    // "welcomed the successful Australia-U.S. consultations": a country that owns a thing is no guest.
    return !candidates.context.arguments.chains.contains {
      $0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 3 && isOfPeople($0)
    }
  }
}

extension MeetingCandidates {
  /// What the numbers are that the scores of the candidates give for their anchor, in order.
  static let scoreFeatures = [
    "score_1", "score_2", "score_3", "score_4", "likely", "possible", "kind_1", "kind_2",
    "sentences_1", "sentences_2", "same_country", "distance_1", "distance_2", "preposition_1",
    "preposition_2", "rule_1", "rule_2",
  ]

  /// What the numbers are that a candidate's company gives, by the first scores of all, in order.
  static let companyFeatures = [
    "first", "rank", "best_other", "likely_others", "mates", "best_mate", "worst_mate",
    "best_group", "best_country", "gap",
  ]

  /// The numbers that the first scores of the other candidates give for one.
  func company(_ index: Int, _ parties: [Candidate], _ scores: [Int32]) -> [Int32] {
    let missing: Int32 = -20_000
    let one = parties[index]
    let country = context.entities[one.entity].country
    var rank: Int32 = 0
    var best = missing
    var likely: Int32 = 0
    var mates: [Int32] = []
    var group = missing
    var compatriot = missing
    for (other, party) in parties.enumerated() where other != index {
      let score = scores[other]
      if score > scores[index] { rank += 1 }
      best = max(best, score)
      if score > 0 { likely += 1 }
      if one.chain >= 0, party.chain == one.chain { mates.append(score) }
      if party.mention == one.mention { group = max(group, score) }
      if let country, context.entities[party.entity].country == country {
        compatriot = max(compatriot, score)
      }
    }
    return [
      scores[index], rank, best, likely, Int32(clamping: mates.count), mates.max() ?? missing,
      mates.min() ?? missing, group, compatriot, best == missing ? 0 : scores[index] - best,
    ]
  }

  /// The numbers that the scores of the candidates give for their anchor.
  func summary(_ parties: [Candidate], _ scores: [Int32]) -> [Int32] {
    let order = parties.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    func top(_ place: Int, _ missing: Int32, _ value: (Candidate) -> Int32) -> Int32 {
      place < order.count ? value(parties[order[place]]) : missing
    }
    func both(_ missing: Int32, _ feature: Int) -> [Int32] {
      [top(0, missing) { $0.features[feature] }, top(1, missing) { $0.features[feature] }]
    }
    var out = (0..<4).map { $0 < order.count ? scores[order[$0]] : -20_000 }
    out.append(Int32(clamping: scores.filter { $0 > 0 }.count))
    out.append(Int32(clamping: scores.filter { $0 > -1000 }.count))
    out += both(-1, Self.feature("kind"))
    out += both(-9, Self.feature("sentences"))
    let countries = order.prefix(2).map { context.entities[parties[$0].entity].country }
    out.append(countries.count == 2 && countries[0] != nil && countries[0] == countries[1] ? 1 : 0)
    out += both(-99, Self.feature("distance"))
    out += both(-9, Self.feature("preposition"))
    out += both(-9, Self.feature("rule"))
    return out
  }

  private static func feature(_ name: String) -> Int {
    argumentFeatures.firstIndex(of: name) ?? 0
  }
}

extension LearnedRule {
  /// What the model adds to the frames that the other rules made of the sentence, in the order of the text.
  ///
  /// The other rules are surer of what they read (measured: precision .80 against .74 on articles held back), so that the
  /// model only reads what they leave.
  func frames() -> [MeetingFrame] {
    var out: [MeetingFrame] = []
    for verdict in read() where !isTold(verdict.principals, in: candidates.frames + out) {
      out.append(frame(verdict))
    }
    return out.sorted { $0.trigger.lowerBound < $1.trigger.lowerBound }
  }

  /// True if one frame has these principals, or all of its own are among them.
  private func isTold(_ principals: [Int], in frames: [MeetingFrame]) -> Bool {
    let these = Set(principals)
    return frames.contains {
      let others = Set($0.principals)
      return others.isSubset(of: these) || these.isSubset(of: others)
    }
  }

  private func frame(_ verdict: Verdict) -> MeetingFrame {
    let context = candidates.context
    var frame = MeetingFrame(
      rule: LearnedRule.name, sentence: context.sentence, trigger: verdict.anchor.tokens,
      principals: verdict.principals, attendees: verdict.attendees)
    frame.isStatusSure = verdict.answer == .held || verdict.answer == .planned
    frame.isTalk = verdict.anchor.kind == .talk
    frame.isEvent = verdict.anchor.kind == .eventNoun
    // "He was briefed by A": in person, where nothing tells a call.
    let isBriefing = context.scan.isOne(verdict.anchor.head, of: AttendanceWords.briefed)
    frame.mode = context.mode(
      around: verdict.anchor.head, default: isBriefing ? nil : verdict.anchor.mode)
    if frame.mode == nil || frame.mode == .inPerson, context.isVirtual { frame.mode = .video }
    var answer = verdict.answer
    if answer == .open, isUnderWay(verdict.anchor.head) { answer = .planned }
    FrameDater(context: context).date(&frame, answer)
    return frame
  }

  /// "is traveling to Lima for a meeting", "viaja a Lima para una reunión": a journey that goes on leads to what is to come.
  private func isUnderWay(_ anchor: Int) -> Bool {
    let scan = candidates.context.scan
    return scan.span(anchor - 20, anchor).contains { at in
      scan.isOne(at, of: EventWords.journeys)
        || scan.isOne(at, of: EventWords.going) && scan.isOne(at - 1, of: EventWords.be)
    }
  }
}

enum ToldAboutWords {
  static let own = Words.set("i we our my us he she his her him they their both")
  static let relations = Words.set("relations ties relationship border dispute row deal")
  static let visits = Words.set("visit visits visita visitas")
  static let speaking = Words.set(
    "hablaron habló conversaron conversó dialogaron dialogó sobre acerca")
}

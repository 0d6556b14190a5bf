import Language
import Records

/// Parties around a verb: its subject, those behind "with", those of "between A and B" farther off.
extension AgreementParties {
  /// The entities of the subject of a verb: the mentions before it in its clause; for a gerund or an infinitive those of the
  /// verb that governs it.
  func subject(of verb: Int, in sentence: AgreementSentence) -> [Int] {
    var lower = verb
    var upper = verb
    var hops = 0
    var isGoverned =
      !sentence.isFinite(verb) && !sentence.isFinite(verb - 1) && sentence.upos(verb - 1) != .aux
    while lower > 0 {
      let before = lower - 1
      // A semicolon ends the subject, but not in a list of persons with their offices.
      if sentence.word(before) == ";",
        (0..<before).contains(where: { sentence.isVerb($0) && sentence.isFinite($0) })
      {
        break
      }
      if before < verb - 1, sentence.isVerb(before), sentence.isFinite(before),
        !isInsideCommas(before, verb, sentence)
      {
        if isGoverned {
          isGoverned = false
        } else if hops < 2, entities(in: lower..<upper, of: sentence, subjectOnly: true).isEmpty {
          // "Hungary licensed it and then agreed": the subject is that of the verb before.
          hops += 1
        } else {
          break
        }
        upper = before
      }
      // "Whose government signed": that of the one told right before.
      if ["whose", "cuyo", "cuya"].contains(sentence.word(before)), lower < verb,
        !isInsideCommas(before + 1, verb, sentence),
        entities(in: lower..<verb, of: sentence, subjectOnly: true).isEmpty
      {
        return Array(
          entities(in: max(0, before - 8)..<before, of: sentence, subjectOnly: false).suffix(1))
      }
      if sentence.isRelative(before) && sentence.upos(before) != .det
        || ["when", "cuando", "while", "mientras"].contains(sentence.word(before))
      {
        // "who signed": the subject is what the relative clause belongs to.
        let isBare =
          ["which", "who"].contains(sentence.word(before)) && verb - before <= 6
          && !(lower..<verb).contains { sentence.isVerb($0) || sentence.word($0) == "," }
          && entities(in: lower..<verb, of: sentence, subjectOnly: true).isEmpty
        if before == verb - 1 && lower == verb || isBare {
          return entities(in: max(0, before - 6)..<before, of: sentence, subjectOnly: true).suffix(
            1)
        }
        if !isInsideCommas(before + 1, verb, sentence) { break }
      }
      lower -= 1
    }
    return entities(in: lower..<upper, of: sentence, subjectOnly: true)
  }

  /// True for the verb of a clause between commas ("Ruiz, who was elected in May, signed").
  func isInsideCommas(_ index: Int, _ verb: Int, _ sentence: AgreementSentence) -> Bool {
    (index + 1..<verb).contains { sentence.word($0) == "," }
      && (max(0, index - 8)..<index).contains {
        sentence.word($0) == "," && sentence.isRelative($0 + 1)
      }
  }

  /// The entities of the mentions whose head is among tokens.
  func entities(in range: Range<Int>, of sentence: AgreementSentence, subjectOnly: Bool) -> [Int] {
    var out: [Int] = []
    for mention in mentions(in: sentence.index) where range.contains(mention.head) {
      // What stands behind a preposition of place or time is no subject ("in Moscow, Russia signed").
      if subjectOnly, isOblique(mention, sentence) || isOwner(mention, sentence) { continue }
      for entity in mention.entities where !out.contains(entity) { out.append(entity) }
    }
    return out
  }

  /// "China's Huawei": a state that only tells where a body is from.
  private func isOwner(_ mention: Mention, _ sentence: AgreementSentence) -> Bool {
    let end =
      mention.tokens.dropFirst().first { ["'s", "’s"].contains(sentence.word($0)) }
      ?? mention.tokens.upperBound
    guard ["'s", "’s"].contains(sentence.word(end)) else { return false }
    // "Bolivia's state company YLB": of which no list knows more
    let isOfFirm = (end + 1...end + 3).contains {
      sentence.isA(.firm, $0) && sentence.isCapitalized($0 + 1)
    }
    if isOfFirm { return true }
    return mentions(in: sentence.index).contains { other in
      (end + 1...end + 4).contains(other.tokens.lowerBound)
        && (end + 1..<other.tokens.lowerBound).allSatisfy {
          sentence.isNominal($0) && !sentence.isCapitalized($0)
        }
        && other.entities.contains { analysis.entities[$0].kind == .organization }
    }
  }

  func isOblique(_ mention: Mention, _ sentence: AgreementSentence) -> Bool {
    var index = mention.tokens.lowerBound - 1
    while index >= 0, sentence.isDeterminer(index) { index -= 1 }
    guard index >= 0, !isConjunction(index, mention, sentence) else { return false }
    // "In Nouakchott, the capital of Mauritania", "durante la visita de la ministra"
    if ["of", "de"].contains(sentence.word(index)),
      Self.obliqueHeads.contains(sentence.word(index - 1))
    {
      return true
    }
    return [
      "in", "at", "from", "on", "during", "after", "en", "desde", "durante", "tras", "under",
      "about", "against", "contra", "by", "por",
    ]
    .contains(sentence.word(index))
  }

  /// Nouns of places and journeys: whose they are is no subject.
  private static let obliqueHeads: Set<String> = [
    "capital", "city", "town", "ciudad", "localidad", "visit", "visita", "viaje", "marco",
  ]

  /// "After Peru and Chile reached an accord": what stands behind "after" is the subject of a clause, not a time.
  private func isConjunction(_ index: Int, _ mention: Mention, _ sentence: AgreementSentence)
    -> Bool
  {
    guard sentence.language == .english, sentence.word(index) == "after" else { return false }
    let next = (mention.tokens.upperBound..<min(sentence.count, mention.tokens.upperBound + 8))
      .first {
        sentence.isVerb($0) || sentence.upos($0) == .aux || [",", ";"].contains(sentence.word($0))
      }
    return next.map { sentence.isFinite($0) && !sentence.word($0).hasSuffix("ing") } ?? false
  }

  /// The entities behind "with" or "con" after a verb, up to the end of its clause.
  func companions(of verb: Int, in sentence: AgreementSentence) -> [Int] {
    var index = verb + 1
    while index < min(sentence.count, verb + 14) {
      let word = sentence.word(index)
      if word == ";" || word == "." || sentence.isFinite(index) { return [] }
      // "…, ending a rift with Qatar"
      if word == ",", sentence.isVerb(index + 1), sentence.word(index + 1).hasSuffix("ing") {
        return []
      }
      if word == "with" || word == "con" {
        var end = index + 1
        while end < sentence.count, !sentence.isVerb(end),
          sentence.upos(end) != .adp || sentence.word(end) == "of" || sentence.word(end) == "de",
          ![";", ".", "(", "to", "mientras", "while", "whereas"].contains(sentence.word(end))
        { end += 1 }
        if (index + 1..<end).contains(where: { sentence.isA(.helper, $0) }) {
          return []
        }
        return mentions(in: sentence.index).filter { mention in
          (index + 1..<end).contains(mention.head) && !isOwner(mention, sentence)
        }.flatMap(\.entities).uniqued()
      }
      index += 1
    }
    return []
  }

  /// The entities of "between A and B" behind a phrase, and of the clause of "whereby A acquired B".
  func behind(_ index: Int, in sentence: AgreementSentence) -> [Int] {
    let end = min(sentence.count, index + 30)
    // "The accord, under which A and B were to leave the port"; not "a declaration, in which"
    let isAside =
      sentence.word(index) == ","
      && ["under", "whereby", "por", "mediante", "segun"].contains(sentence.word(index + 1))
    let index = isAside ? index + 1 : index
    if opensTerms(index, sentence) {
      // "Whereby Hungarian state-owned enterprise A acquired B": the bodies, not whose they are.
      let all = entities(in: index..<end, of: sentence, subjectOnly: false)
      let bodies = all.filter { analysis.entities[$0].kind == .organization }
      // "An accord in which all commit themselves, whatever B does": one alone is no party by that.
      return bodies.count >= 2 ? bodies : all.count >= 2 ? all : []
    }
    guard
      let between = (index..<end).first(where: { ["between", "entre"].contains(sentence.word($0)) })
    else { return [] }
    var stop = between + 1
    let ends: Set<String> = [".", ";", "with", "con", "in", "en", "on", "sobre", "to", "para"]
    while stop < sentence.count, !sentence.isVerb(stop), !ends.contains(sentence.word(stop)) {
      stop += 1
    }
    return entities(in: (between + 1)..<stop, of: sentence, subjectOnly: false)
  }

  /// "Whereby", "under which", "por el que".
  func opensTerms(_ index: Int, _ sentence: AgreementSentence) -> Bool {
    switch sentence.word(index) {
    case "whereby": true
    case "under", "by", "in": sentence.word(index + 1) == "which"
    case "por", "mediante", "en", "segun": ["cual", "que"].contains(sentence.word(index + 2))
    default: false
    }
  }

  /// The name behind "with" or "con" after a verb that no mention covers, as an organization.
  func unknownCompanion(of verb: Int, in sentence: AgreementSentence) -> AgreementParty? {
    guard
      let with = ((verb + 1)..<max(verb + 1, min(sentence.count, verb + 4))).first(where: {
        sentence.word($0) == "with" || sentence.word($0) == "con"
      })
    else { return nil }
    var start = with + 1
    while sentence.isDeterminer(start) { start += 1 }
    var end = start
    while end < sentence.count, sentence.isCapitalized(end), sentence.isNominal(end) { end += 1 }
    guard end > start else { return nil }
    let name = (start..<end).map { sentence.tokens[$0].form }.joined(separator: " ")
    return AgreementParty(entity: nil, record: PartyRecord(name: name, kind: .organization))
  }
}

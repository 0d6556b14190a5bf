import Language
import Records

/// "Agreed to open a factory", "acordaron formar una comisión": agreements that are told by a verb and what was agreed.
struct AgreedContent {
  let sentence: AgreementSentence
  let phrases: AgreementPhrase
  let parties: AgreementParties
  private var lexicon: AgreementLexicon { sentence.lexicon }

  /// One such agreement, or why it is none.
  enum Reading {
    case agreement(AgreementMention)
    case rejected(String, token: Int)
  }

  /// All of the sentence.
  func all() -> [Reading] {
    var out: [Reading] = []
    for index in 0..<sentence.count {
      if let reading = read(verb: index) { out.append(reading) }
    }
    return out
  }

  private func read(verb: Int) -> Reading? {
    guard sentence.mayAgree(verb), sentence.isVerb(verb),
      lexicon.isA(.agree, sentence.lemma(verb), sentence.language)
    else {
      return nil
    }
    if ["as", "como", "segun"].contains(sentence.word(verb - 1))
      || ["como", "segun"].contains(sentence.word(verb - 2))
    {
      return nil
    }
    guard let start = contentStart(after: verb) else { return nil }
    let limit = min(sentence.count, start + 30)
    let first = sentence.isA(.light, start) ? contentBehindLight(start) : start
    let isPlan = lexicon.nouns(sentence.word(first), sentence.language).contains {
      $0.strength != .signable
    }
    if sentence.isA(.vague, first)
      || !isPlan
        && (first..<min(limit, first + 8)).contains(where: { sentence.isA(.encounter, $0) })
    {
      return .rejected("what was agreed is vague", token: verb)
    }
    let end: Int
    if let stop = phrases.verbPhrase(at: first, limit) {
      end = stop
    } else {
      end = nounContent(first, limit)
    }
    guard end - first >= 3 else { return nil }
    let act = AgreementActs(sentence: sentence)
    if !act.hasHappened(verb) { return .rejected("it has not been agreed", token: verb) }
    let who = whoAgreed(verb)
    guard who.parties.count >= 2 || who.persons.count >= 2 || isJoint(verb) || hasCompanion(verb)
    else {
      return .rejected("it is consent of one side", token: verb)
    }
    var mention = AgreementMention(
      sentence: sentence.index, head: verb, phrase: first..<end, kind: .agreement, strength: .sure,
      definiteness: .indefinite, isPlural: false, isNamed: false, count: nil, modifiers: [],
      telling: [])
    mention.isContent = true
    mention.parties = who.parties
    mention.act = AgreementAct(
      status: .signed, token: verb, isReal: true, isNegated: false, parties: who.parties,
      isTold: act.isTold(verb))
    return .agreement(mention)
  }

  /// The first word of what is agreed: behind "to", "on", "with X to", or the infinitive or noun phrase itself in Spanish.
  private func contentStart(after verb: Int) -> Int? {
    var index = verb + 1
    let limit = min(sentence.count, verb + 12)
    while index < limit {
      if phrases.dated.contains(index) || sentence.upos(index) == .adv {
        index += 1
        continue
      }
      let word = sentence.word(index)
      if word == ",", let close = asideEnd(index) {
        index = close + 1
        continue
      }
      if sentence.language == .english {
        if word == "to", sentence.isVerb(index + 1) || sentence.upos(index + 1) == .aux {
          return index + 1
        }
        // "Agreed to jointly buy tanks"
        if word == "to", sentence.word(index + 1).hasSuffix("ly"), sentence.isVerb(index + 2) {
          return index + 2
        }
        if word == "on", !phrases.dated.contains(index + 1) {
          return sentence.isDeterminer(index + 1) ? index + 2 : index + 1
        }
        if ["that", "not", "."].contains(word) { return nil }
        if word == "with" || word == "in" || word == "at" || word == "during" || word == "on"
          || sentence.isNominal(index)
          || sentence.isDeterminer(index)
        {
          index += 1
          continue
        }
        return nil
      }
      if word == "que" || word == "." || sentence.isFinite(index) { return nil }
      if sentence.isVerb(index),
        sentence.features(index).contains(.infinitive) || word.hasSuffix("r")
      {
        return index
      }
      if ["con", "en", "durante", "de", "tras", "ante", "por"].contains(word)
        || sentence.isHyphen(index)
      {
        let end = phrases.nounPhrase(at: index + 1, limit, joins: false)
        guard end > index + 1 else { return nil }
        index = end
        continue
      }
      if sentence.isDeterminer(index), phrases.dated.contains(index + 1) {
        index += 1
        continue
      }
      if sentence.isDeterminer(index), sentence.isNominal(index + 1),
        !phrases.dated.contains(index + 1)
      {
        return index + 1
      }
      return nil
    }
    return nil
  }

  /// ", en una reunión en Arica,", ", at a meeting in Oslo,": the comma that closes words of where or when.
  private func asideEnd(_ comma: Int) -> Int? {
    guard
      ["en", "durante", "tras", "at", "during", "in", "after"].contains(sentence.word(comma + 1))
    else { return nil }
    for index in comma + 2..<max(comma + 2, min(sentence.count, comma + 12)) {
      if sentence.word(index) == "," { return index }
      if sentence.isFinite(index) || sentence.upos(index) == .punct { return nil }
    }
    return nil
  }

  private func contentBehindLight(_ start: Int) -> Int {
    var index = start + 1
    if sentence.word(index) == "a", sentence.word(index + 1) == "cabo" { index += 2 }
    if sentence.isDeterminer(index) { index += 1 }
    return index
  }

  private func nounContent(_ start: Int, _ limit: Int) -> Int {
    var end = phrases.nounPhrase(at: start, limit, joins: false)
    while end < limit, let more = phrases.continuation(at: end, limit) { end = more }
    return end
  }

  private func whoAgreed(_ verb: Int) -> (parties: [AgreementParty], persons: [AgreementParty]) {
    let subject = parties.subject(of: verb, in: sentence)
    let companions = parties.companions(of: verb, in: sentence)
    var who = parties.parties((subject + companions).uniqued(), sentence.language)
    // "… the meeting of the ministers of A and B, where it was agreed to …"
    if who.parties.isEmpty, isJoint(verb) {
      who = parties.parties(
        parties.entities(in: 0..<verb, of: sentence, subjectOnly: false), sentence.language)
    }
    if who.parties.count < 2 {
      for group in parties.groups(before: verb, in: sentence) {
        parties.add(group, to: &who.parties)
      }
    }
    if companions.isEmpty, let other = parties.unknownCompanion(of: verb, in: sentence) {
      parties.add(other, to: &who.parties)
    }
    return who
  }

  private func hasCompanion(_ verb: Int) -> Bool {
    !parties.companions(of: verb, in: sentence).isEmpty
      || parties.unknownCompanion(of: verb, in: sentence) != nil
  }

  /// "The two countries agreed", "se acordó", "both sides have agreed": more than one party, though not by name.
  private func isJoint(_ verb: Int) -> Bool {
    if sentence.language == .spanish, sentence.word(verb - 1) == "se" { return true }
    var index = verb - 1
    while index >= max(0, verb - 8) {
      if sentence.isA(.joint, index) { return true }
      if sentence.isVerb(index), sentence.isFinite(index) { return false }
      index -= 1
    }
    return false
  }
}

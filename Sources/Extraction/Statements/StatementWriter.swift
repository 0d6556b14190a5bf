import Gazetteer
import Language
import Records

/// Writes records of drafts: the speakers' names, the medium, the date.
struct StatementWriter {
  private let passage: Passage
  private let lexicon: SpeechLexicon
  /// How the article first describes entities that it never names, without a leading article.
  private let descriptions: [Int: String]
  /// Entities that the article names somewhere.
  private let named: Set<Int>

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
    let phrases = NounPhrases(passage: passage, lexicon: lexicon)
    var found: [Int: String] = [:]
    for (index, mention) in passage.analysis.mentions.enumerated()
    where mention.entities.count == 1 {
      let entity = mention.entities[0]
      guard mention.form == .description, found[entity] == nil else { continue }
      found[entity] = phrases.phrase(passage.mentionWords[index])
    }
    descriptions = found
    named = passage.namedEntities
  }

  /// The record of a draft; nil if its speaker has no name and no words.
  func record(of draft: StatementDraft) -> StatementRecord? {
    let speakers = parties(draft.speaker)
    guard !speakers.isEmpty else { return nil }
    return StatementRecord(
      kind: draft.kind, speakers: speakers, text: passage.text(draft.range),
      start: draft.range.lowerBound, end: draft.range.upperBound,
      medium: medium(of: draft), date: date(of: draft))
  }

  private func parties(_ speaker: Speaker) -> [PartyRecord] {
    if speaker.entities.isEmpty {
      guard let phrase = speaker.phrase, !phrase.isEmpty else { return [] }
      return [PartyRecord(name: phrase, kind: speaker.kind ?? .person)]
    }
    if speaker.entities.count > 1, speaker.isDescribed, let phrase = speaker.phrase,
      speakerNoun(in: speaker.words) == .person,
      speaker.entities.allSatisfy({ passage.analysis.entities[$0].kind != .person })
    {
      // "British and American diplomats" are neither of the governments.
      return [PartyRecord(name: phrase, kind: .person)]
    }
    var seen: Set<Int> = []
    var all: [PartyRecord] = []
    for id in speaker.entities where seen.insert(id).inserted {
      let entity = passage.analysis.entities[id]
      guard let (name, kind) = nameAndKind(of: entity, speaker), !name.isEmpty else { continue }
      all.append(PartyRecord(name: name, kind: kind, role: entity.role, country: entity.country))
    }
    return all
  }

  /// The fullest name that the article uses; for whom it never names, its own words.
  private func nameAndKind(of entity: Entity, _ speaker: Speaker) -> (String, PartyKind)? {
    let alone = speaker.entities.count == 1
    switch entity.kind {
    case .person:
      if let name = entity.name, named.contains(entity.id) { return (name, .person) }
      let own = alone && speaker.isDescribed ? speaker.phrase : nil
      return (own ?? descriptions[entity.id] ?? entity.name ?? speaker.phrase).map { ($0, .person) }
    case .government, .delegation:
      if alone, speaker.isDescribed, let phrase = speaker.phrase {
        let kind = speakerNoun(in: speaker.words)
        return (phrase, kind == .person ? .person : entity.kind)
      }
      if alone, let seat = seat(speaker, entity) { return (seat, entity.kind) }
      return (entity.name ?? descriptions[entity.id] ?? speaker.phrase).map { ($0, entity.kind) }
    case .organization:
      if alone, speaker.isDescribed, let phrase = speaker.phrase,
        speakerNoun(in: speaker.words) == .person
      {
        return (phrase, .person)
      }
      return (entity.name ?? descriptions[entity.id] ?? speaker.phrase).map { ($0, entity.kind) }
    }
  }

  /// "Downing Street", "Moscú": a government under the name of its seat, as the article has it here.
  private func seat(_ speaker: Speaker, _ entity: Entity) -> String? {
    guard entity.kind == .government, let phrase = speaker.phrase, let code = entity.country,
      let country = Gazetteer.shared.country(code: code),
      phrase.split(separator: " ").count <= 4,
      phrase.split(separator: " ").last?.first?.isUppercase == true
    else { return nil }
    let folded = DateWords.fold(phrase)
    let names = country.englishNames + country.spanishNames
    let isCountry = names.contains { DateWords.fold($0) == folded }
    let lexicons = [Gazetteer.shared.english, Gazetteer.shared.spanish]
    let isSeat = lexicons.contains {
      $0.entries(of: phrase).contains { $0.kind == .capital || $0.kind == .seat }
    }
    return !isCountry && isSeat ? phrase : nil
  }

  /// What the noun that heads the words says of whom they speak: "officials" are persons.
  private func speakerNoun(in words: Range<Int>) -> PartyKind? {
    let phrases = NounPhrases(passage: passage, lexicon: lexicon)
    guard let head = phrases.head(of: words) else { return nil }
    return lexicon.speakers[passage.language(at: head)]?[passage.words[head].key]
  }

  private func medium(of draft: StatementDraft) -> String? {
    guard draft.verb >= 0 else { return nil }
    if let issued = draft.speaker.issued { return issuedMedium(issued) }
    if draft.rule == "PostRule" { return passage.postMedium(at: draft.verb) }
    let sentence = passage.sentence(passage.words[draft.verb].sentence)
    let reader = MediumReader(passage: passage, lexicon: lexicon)
    let key = passage.words[draft.verb].key
    if key.hasPrefix("tweet") || key.hasPrefix("tuite") { return "Twitter" }
    // Near the verb only, so that a sentence without end costs no more than its length.
    let near = max(sentence.lowerBound, draft.verb - 60)..<min(sentence.upperBound, draft.verb + 60)
    for index in near
    where passage.words[index].quote < 0
      && !(draft.range.contains(passage.words[index].start))
    {
      if let hit = reader.phrase(at: index, before: sentence.upperBound), !hit.medium.isEmpty {
        return hit.medium
      }
    }
    return nil
  }

  /// The sort of text, told as "joint statement" where an adjective says so.
  private func issuedMedium(_ word: Int) -> String? {
    let sentence = passage.sentence(passage.words[word].sentence)
    let language = passage.language(at: word)
    for index in word..<min(sentence.upperBound, word + 10) {
      guard let medium = lexicon.documents[language]?[passage.words[index].key] else { continue }
      let joint = lexicon.joint[language] ?? []
      if medium.isEmpty { return nil }
      if index > 0, joint.contains(passage.words[index - 1].key) {
        return passage.words[index - 1].key + " " + medium
      }
      if index + 1 < sentence.upperBound, joint.contains(passage.words[index + 1].key) {
        return medium + " " + passage.words[index + 1].key
      }
      return medium
    }
    return nil
  }

  /// The day in the sentence of the verb, outside of what was said; else that of the sentence in which its text was issued.
  private func date(of draft: StatementDraft) -> String? {
    guard draft.verb >= 0 else { return nil }
    if let own = date(near: draft.verb, outside: draft.range) { return own }
    return draft.speaker.issued.flatMap { date(near: $0, outside: draft.range) }
  }

  private func date(near verb: Int, outside range: Range<Int>) -> String? {
    let sentence = passage.words[verb].sentence
    let base = passage.sentence(sentence).lowerBound
    var nearest: (distance: Int, date: String)?
    for index in passage.datesOfSentence[sentence] ?? [] {
      let date = passage.analysis.dates[index]
      guard let edtf = date.date else { continue }
      let at = base + date.tokens.lowerBound
      guard at < passage.words.count, !range.contains(passage.words[at].start) else { continue }
      let distance = abs(at - verb)
      if distance <= 12, nearest.map({ distance < $0.distance }) ?? true {
        nearest = (distance, edtf.description)
      }
    }
    return nearest?.date
  }
}

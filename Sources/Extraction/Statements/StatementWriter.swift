import Language
import Records

/// Writes records of drafts: the speakers' names, the medium, the date.
struct StatementWriter {
  private let passage: Passage
  private let lexicon: SpeechLexicon
  /// How the article first describes entities that it never names, without a leading article.
  private let descriptions: [Int: String]

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
    let phrases = NounPhrases(passage: passage, lexicon: lexicon)
    var found: [Int: String] = [:]
    for (index, mention) in passage.analysis.mentions.enumerated()
    where mention.entities.count == 1 && mention.form == .description {
      let entity = mention.entities[0]
      guard passage.analysis.entities[entity].name == nil, found[entity] == nil else { continue }
      found[entity] = phrases.phrase(passage.mentionWords[index])
    }
    descriptions = found
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
    var seen: Set<Int> = []
    var all: [PartyRecord] = []
    for id in speaker.entities where seen.insert(id).inserted {
      let entity = passage.analysis.entities[id]
      let name = entity.name ?? descriptions[id] ?? speaker.phrase
      guard let name, !name.isEmpty else { continue }
      all.append(
        PartyRecord(name: name, kind: entity.kind, role: entity.role, country: entity.country))
    }
    return all
  }

  private func medium(of draft: StatementDraft) -> String? {
    guard draft.verb >= 0 else { return nil }
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

  /// The day in the sentence of the verb, outside of what was said; else none.
  private func date(of draft: StatementDraft) -> String? {
    guard draft.verb >= 0 else { return nil }
    let sentence = passage.words[draft.verb].sentence
    let base = passage.sentence(sentence).lowerBound
    var nearest: (distance: Int, date: String)?
    for index in passage.datesOfSentence[sentence] ?? [] {
      let date = passage.analysis.dates[index]
      guard let edtf = date.date else { continue }
      let at = base + date.tokens.lowerBound
      if draft.range.contains(passage.words[at].start) { continue }
      let distance = abs(at - draft.verb)
      if distance <= 12, nearest.map({ distance < $0.distance }) ?? true {
        nearest = (distance, edtf.description)
      }
    }
    return nearest?.date
  }
}

import Language
import Records

/// Makes statements of clauses that a noun tells as somebody's words: "the minister's claim that the road was blocked", "la
/// denuncia de la oposición de que hubo fraude".
struct ClaimRule {
  let passage: Passage
  let lexicon: SpeechLexicon
  let phrases: NounPhrases
  let ends: ContentEnd

  /// Adds what such nouns of a paragraph tell.
  func read(_ paragraph: Range<Int>, into drafts: inout StatementDrafts) {
    for noun in paragraph
    where passage.words[noun].quote < 0
      && lexicon.claimFilter.mayContain(passage.words[noun].code)
    {
      let language = passage.language(at: noun)
      guard lexicon.claims[language]?.contains(passage.words[noun].key) == true else { continue }
      let sentence = passage.sentence(passage.words[noun].sentence)
      guard
        let (speaker, start) = language == .english
          ? english(noun, sentence) : spanish(noun, sentence),
        start + 1 < sentence.upperBound, passage.words[start].quote < 0
      else { continue }
      let event = SpeechEvent(
        verb: noun, lexeme: 0, form: .finite, group: noun..<noun + 1, span: noun..<noun + 1)
      let end = ends.end(from: start, opening: .clause, before: sentence.upperBound, of: event)
      IndirectRule(passage: passage).add(
        start..<end, speaker, rule: "ClaimRule", verb: noun, to: &drafts)
    }
  }

  /// "X's claim that", "the claim by X that".
  private func english(_ noun: Int, _ sentence: Range<Int>) -> (Speaker, Int)? {
    guard noun > sentence.lowerBound, noun + 2 < sentence.upperBound else { return nil }
    if passage.words[noun + 1].key == "that", !passage.isFiniteVerb(noun + 2) {
      var mark = noun - 1
      if passage.words[mark].upos == .adj, mark > sentence.lowerBound { mark -= 1 }
      guard ["'s", "’s", "'", "’"].contains(passage.words[mark].key), mark > sentence.lowerBound
      else { return nil }
      return owner(phrases.speaker(endingAt: mark - 1, from: sentence.lowerBound), noun + 2)
    }
    guard passage.words[noun + 1].key == "by",
      let by = phrases.speaker(startingAt: noun + 2, before: sentence.upperBound),
      by.words.upperBound + 1 < sentence.upperBound,
      passage.words[by.words.upperBound].key == "that"
    else { return nil }
    return owner(by, by.words.upperBound + 1)
  }

  /// "la denuncia de X de que".
  private func spanish(_ noun: Int, _ sentence: Range<Int>) -> (Speaker, Int)? {
    guard noun + 4 < sentence.upperBound, ["de", "del"].contains(passage.words[noun + 1].key) else {
      return nil
    }
    guard
      let of = (noun + 3..<min(sentence.upperBound - 2, noun + 14)).first(where: {
        passage.words[$0].key == "de" && passage.words[$0 + 1].key == "que"
      }),
      let by = phrases.speaker(endingAt: of - 1, from: noun + 2), by.words.lowerBound <= noun + 3
    else { return nil }
    return owner(by, of + 2)
  }

  private func owner(_ speaker: Speaker?, _ start: Int) -> (Speaker, Int)? {
    guard let speaker, !speaker.entities.isEmpty || speaker.kind != nil else { return nil }
    return (speaker, start)
  }
}

import Language

/// What stands before a verb of saying and is no subject, or one of whom nothing is told.
extension SpeakerFinder {
  /// "…, al tiempo que pidió", "a la vez que pidió": where words begin that join a verb with the one before.
  func meanwhile(endingAt index: Int, _ lower: Int) -> Int? {
    guard index > lower + 2, passage.words[index].key == "que",
      ["tiempo", "vez"].contains(passage.words[index - 1].key)
    else { return nil }
    return (max(lower + 1, index - 4)..<index - 1).last {
      ["a", "al"].contains(passage.words[$0].key)
    }
  }

  /// "Vicky Ford MP said": letters behind a person's name that tell a seat, a rank or a degree.
  func isHonour(_ index: Int, _ lower: Int) -> Bool {
    guard Self.honours.contains(passage.words[index].key), passage.words[index].isCapitalized,
      index > lower, passage.words[index - 1].isCapitalized, passage.words[index - 1].quote < 0
    else { return false }
    let mention = passage.words[index - 1].mention
    return mention >= 0 && passage.analysis.mentions[mention].form == .name
      && passage.mentionWords[mention].upperBound == index
  }

  static let honours: Set<String> = [
    "mp", "mps", "mep", "msp", "qc", "kc", "mbe", "obe", "cbe", "jr", "sr", "phd", "md", "esq",
  ]

  /// "Neither side has acknowledged", "ningún ministro dijo": nobody speaks.
  func isNobody(_ speaker: Speaker, _ lower: Int) -> Bool {
    let first = speaker.words.lowerBound
    return [first, max(lower, first - 1), max(lower, first - 2)].contains {
      PlainWords.nobody.contains(passage.words[$0].key)
        && (first - $0 < 2 || passage.words[first - 1].key == "of"
          || passage.words[first - 1].key == "de"
          || PlainWords.articles.contains(passage.words[first - 1].key))
    }
  }

  /// "El líder Marek Novak, que perdió en mayo, admitió errores": true for a noun phrase behind the verb that is nobody known,
  /// where somebody and a relative clause open the sentence.
  func isObject(
    _ right: Speaker, of event: SpeechEvent, _ before: Int, _ lower: Int, _ last: Speaker?
  ) -> Bool {
    guard right.entities.isEmpty, right.kind == nil, before > lower, passage.isComma(before),
      passage.words[before - 1].quote < 0, !hasMainVerb(lower..<before),
      let own = acrossComma(before, from: lower, event, last)
    else { return false }
    return !own.entities.isEmpty || own.kind != nil
  }

  /// "la resolución que cada año demanda el fin del bloqueo": a relative word behind a noun that cannot speak.
  func isSubjectOfThing(_ index: Int, _ lower: Int) -> Bool {
    passage.words[index].key == "que" && index > lower && isNominal(index - 1)
      && passage.words[index - 1].mention < 0 && passage.words[index - 1].quote < 0
  }
}

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
          || passage.isArticle(first - 1))
    }
  }

  /// "El líder Marek Novak, que perdió en mayo, admitió errores": true for a noun phrase behind the verb that is nobody known,
  /// where somebody and a relative clause open the sentence.
  func isObject(
    _ right: Speaker, of event: SpeechEvent, _ before: Int, _ lower: Int, _ last: Speaker?
  ) -> Bool {
    guard right.entities.isEmpty, right.kind == nil, before > lower, passage.isComma(before),
      passage.words[before - 1].quote < 0,
      !hasMainVerb(lower..<before) || isBehindApposition(before, lower, event),
      let own = acrossComma(before, from: lower, event, last)
    else { return false }
    return !own.entities.isEmpty || own.kind != nil
  }

  /// "La rapidez del cambio sorprendió a muchos y subrayó la crisis": true where the verb before the conjunction has a subject of its
  /// own that cannot speak.
  func sharesThing(_ conjunction: Int, _ lower: Int) -> Bool {
    guard
      let verb = (max(lower, conjunction - Self.reach)..<conjunction).last(where: {
        passage.isFiniteVerb($0) && passage.words[$0].mention < 0 && passage.words[$0].quote < 0
      }), verb > lower
    else { return false }
    var last = verb - 1
    while last > lower,
      passage.isAdverbial(last) || PlainWords.clitics.contains(passage.words[last].key)
        || passage.words[last].isDate || isBeforeDate(last)
    {
      last -= 1
    }
    guard isNominal(last), passage.words[last].mention < 0, passage.words[last].quote < 0,
      let found = phrases.speaker(endingAt: last, from: lower), found.entities.isEmpty,
      found.kind == nil, !isPrepositional(found, lower),
      let head = phrases.head(of: found.words), !passage.words[head].isCapitalized
    else { return false }
    return isHappening(head)
      || passage.words[found.words.lowerBound].upos == .det
        && !Self.personEndings.contains { passage.words[head].key.hasSuffix($0) }
  }

  /// "del" in "del miércoles".
  private func isBeforeDate(_ index: Int) -> Bool {
    guard passage.isPreposition(index) || passage.isArticle(index)
    else { return false }
    var next = index + 1
    while next + 1 < passage.words.count, passage.words[next].start == passage.words[index].start {
      next += 1
    }
    return passage.words[next].isDate
  }

  /// How nouns of persons end that no list has.
  private static let personEndings = [
    "nte", "ista", "dor", "dora", "tor", "tora", "ero", "era", "ario", "aria", "ano", "ana", "és",
    "esa", "ivo", "iva", "ado", "ada", "ico", "ica", "ven", "dre",
  ]

  /// "Entre quienes mostraron su apoyo está", "Quienes piden la consulta": a relative word without anybody before it.
  func isFreeRelative(_ index: Int, _ lower: Int) -> Bool {
    guard ["quien", "quienes"].contains(passage.words[index].key) else { return false }
    return (lower..<index).allSatisfy {
      passage.isPreposition($0) || passage.isAdverbial($0) || passage.words[$0].key == "frente"
    }
  }

  /// "una ley que tildaron de injusta", "la crisis, que considera «un reto»": true for "que" right before a verb behind which only the
  /// judgement stands, so that what is judged stands before "que".
  func isJudgedBefore(_ index: Int, _ event: SpeechEvent, _ limit: Int) -> Bool {
    let after = event.group.upperBound
    guard passage.words[index].key == "que", after < limit else { return false }
    let next = passage.words[after]
    switch lexicon.verbs[event.lexeme].lemma {
    case "calificar", "tildar", "tachar", "describir": return ["de", "como"].contains(next.key)
    case "considerar", "juzgar", "llamar": return next.quote >= 0
    default: return false
    }
  }

  /// "la resolución que cada año demanda el fin del bloqueo": a relative word behind a noun that cannot speak.
  func isSubjectOfThing(_ index: Int, _ lower: Int) -> Bool {
    passage.words[index].key == "que" && index > lower && isNominal(index - 1)
      && passage.words[index - 1].mention < 0 && passage.words[index - 1].quote < 0
  }
}

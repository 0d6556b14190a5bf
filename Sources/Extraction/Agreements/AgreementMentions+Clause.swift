import Language
import Records

/// What the clause around the noun phrase of an agreement tells of it.
extension AgreementMentions {
  /// "In the Loja Declaration, the presidents reaffirmed …": what those who meet declare.
  func isOwnWords(
    _ phrase: Range<Int>, _ found: AgreementFinder.Found, isNamed: Bool
  ) -> Bool {
    guard found.kind == .declaration, isNamed, sentence.word(phrase.upperBound) == ",",
      phrase.lowerBound <= 4,
      ["in", "en", "through", "mediante"].contains(sentence.word(phrase.lowerBound - 2))
    else { return false }
    let subject = phrase.upperBound + 1..<min(sentence.count, phrase.upperBound + 7)
    guard
      let verb = subject.first(where: { sentence.isVerb($0) && sentence.isFinite($0) }),
      (subject.lowerBound..<verb).contains(where: {
        sentence.isA(.joint, $0) || ["dignatarios", "sides"].contains(sentence.word($0))
      })
    else { return false }
    return sentence.isA(.affirm, verb)
  }

  /// "Under a deal with the Union, Turkey takes …", "Germany buys jets under a contract with X": the other party, if it is the
  /// only state or body of its clause.
  func whoActs(_ phrase: Range<Int>) -> AgreementParty? {
    let found = whoAct(phrase)
    return found.count == 1 ? found[0] : nil
  }

  /// "Chile is the author of an accord with Peru, concluded in May": the subject, which has the agreement, unless it only speaks of it.
  func holder(_ phrase: Range<Int>) -> AgreementParty? {
    guard let verb = (0..<phrase.lowerBound).last(where: { sentence.isFinite($0) }),
      !lexicon.acts(sentence.lemma(verb), sentence.language).contains(where: {
        $0.status == .talk || $0.status == .wish
      }),
      !(0..<phrase.lowerBound).contains(where: { sentence.isA(.negation, $0) })
    else { return nil }
    // "Moscow, an ally of Damascus, is": what stands between commas is no subject.
    let opening = (0..<verb).first { sentence.word($0) == "," } ?? verb
    let ids = parties.entities(in: 0..<opening, of: sentence, subjectOnly: true)
    let found = parties.parties(ids, sentence.language).parties.filter {
      $0.record.kind == .government
    }
    return found.count == 1 ? found[0] : nil
  }

  /// "A truce proposed by Egypt", "brokered by Qatar and Oman": who stands behind a participle of mediating.
  func mediators() -> [Int] {
    var out: [Int] = []
    for index in 1..<max(1, sentence.count)
    where ["by", "por"].contains(sentence.word(index))
      && (sentence.isA(.mediate, index - 1) || sentence.isA(.sponsor, index - 1))
    {
      var end = index + 1
      while end < sentence.count, !sentence.isVerb(end),
        ![".", ";", "in", "en", "on"].contains(sentence.word(end))
      { end += 1 }
      out += parties.entities(in: index + 1..<end, of: sentence, subjectOnly: false)
    }
    return out
  }

  /// "The Pretoria agreement": the city in the name, which stands for no government.
  func namingCities(_ phrase: Range<Int>, _ found: AgreementFinder.Found) -> [Int] {
    parties.mentions(in: sentence.index).filter {
      $0.head >= phrase.lowerBound && $0.head < found.head && parties.isCity($0.head, in: sentence)
    }.flatMap(\.entities)
  }

  /// "The pact, called the Volta Charter", "conocido como Acuerdo de Loja": behind a word of naming.
  func isCalled(_ phrase: Range<Int>) -> Bool {
    var index = phrase.lowerBound - 1
    while index > 0, sentence.isDeterminer(index) || sentence.isQuote(index) { index -= 1 }
    if ["as", "como"].contains(sentence.word(index)) {
      return ["known", "conocido", "conocida"].contains(sentence.word(index - 1))
    }
    return [
      "called", "dubbed", "named", "titled", "llamado", "llamada", "denominado", "denominada",
      "bautizado", "bautizada", "titulado", "titulada",
    ].contains(sentence.word(index))
  }

  /// "The text provides for an end of hostilities", "el acuerdo contempla una tregua": what another agreement holds.
  func isProvision(_ phrase: Range<Int>) -> Bool {
    guard
      let verb = (max(0, phrase.lowerBound - 16)..<phrase.lowerBound).last(where: {
        sentence.isVerb($0) && sentence.isFinite($0)
      }),
      [
        "include", "provide", "envisage", "contain", "foresee", "contemplar", "prever", "incluir",
        "contener",
      ].contains(sentence.lemma(verb))
    else { return false }
    return (max(0, verb - 8)..<verb).contains {
      sentence.isNoun($0)
        && (["text", "proposal", "propuesta", "texto", "plan", "document", "documento"].contains(
          sentence.word($0))
          || lexicon.nouns(sentence.lemma($0), sentence.language).contains { $0.strength == .sure })
    }
  }

  /// "Concluded in Geneva": the cities behind "in" beside an agreement.
  func cities(_ phrase: Range<Int>) -> Set<String> {
    var out: Set<String> = []
    let range = max(1, phrase.lowerBound - 8)..<max(1, min(sentence.count, phrase.upperBound + 8))
    for index in range
    where ["in", "en"].contains(sentence.word(index - 1)) && sentence.isCapitalized(index)
      && parties.isCity(index, in: sentence)
    { out.insert(sentence.word(index)) }
    return out
  }

  /// The states and bodies of that clause.
  func whoAct(_ phrase: Range<Int>) -> [AgreementParty] {
    var ids: [Int] = []
    if sentence.word(phrase.upperBound) == "," {
      let start = phrase.upperBound + 1
      let end = (start..<max(start, min(sentence.count, start + 8))).first {
        sentence.isFinite($0)
      }
      guard let end else { return [] }
      ids = parties.entities(in: start..<end, of: sentence, subjectOnly: true)
    } else if let verb = (0..<phrase.lowerBound).last(where: {
      sentence.isVerb($0) && (sentence.isFinite($0) || sentence.upos($0 - 1) == .aux)
    }) {
      ids = parties.subject(of: verb, in: sentence)
    }
    return parties.parties(ids, sentence.language).parties.filter {
      $0.record.kind == .government || $0.record.kind == .organization
    }
  }

  /// "The Stockholm accord, under which the government and the rebels were to leave the port": the subject, if it is two.
  func underWhich(_ end: Int) -> [AgreementParty] {
    guard sentence.word(end) == ",", parties.opensTerms(end + 1, sentence),
      !["in", "en"].contains(sentence.word(end + 1)),
      let verb = (end + 3..<max(end + 3, min(sentence.count, end + 14))).first(where: {
        sentence.isFinite($0) || sentence.upos($0) == .aux
      })
    else { return [] }
    let ids = parties.entities(in: end + 2..<verb, of: sentence, subjectOnly: true)
    let found = parties.parties(ids, sentence.language).parties.filter {
      $0.record.kind != .person
    }
    return found.count >= 2 ? found : []
  }

  /// The only state or body behind "with" after a participle.
  func companion(_ verb: Int) -> AgreementParty? {
    let found = parties.parties(parties.companions(of: verb, in: sentence), sentence.language)
      .parties.filter { $0.record.kind != .person }
    return found.count == 1 ? found[0] : nil
  }

  /// From a participle to the comma that ends its clause.
  func behind(_ verb: Int) -> Range<Int> {
    let comma = (verb..<min(sentence.count, verb + 12)).first { sentence.word($0) == "," }
    return verb..<(comma ?? verb + 1)
  }

  /// "Also signed", "acordaron también".
  func isFurther(_ act: AgreementAct, _ phrase: Range<Int>) -> Bool {
    let range = max(0, min(act.token, phrase.lowerBound) - 2)..<max(act.token, phrase.lowerBound)
    return range.contains {
      ["also", "separately", "tambien", "asimismo", "ademas", "igualmente"].contains(
        sentence.word($0))
    }
  }

  /// "The summit left four conventions": what came of an occasion.
  func isYielded(_ phrase: Range<Int>) -> Bool {
    (max(0, phrase.lowerBound - 14)..<phrase.lowerBound).contains {
      sentence.isVerb($0) && sentence.isA(.yield, $0)
    }
  }

  /// Behind "under", "under the terms of", "bajo", "conforme a", "en virtud de".
  func isUnder(_ phrase: Range<Int>) -> Bool {
    var index = phrase.lowerBound - 1
    while index > 0, sentence.isDeterminer(index) || sentence.isQuote(index) { index -= 1 }
    if ["under", "bajo", "segun"].contains(sentence.word(index)) { return true }
    let opening = (max(0, index - 3)..<max(0, index)).map { sentence.word($0) }
    return ["of", "a", "de", "to"].contains(sentence.word(index))
      && opening.contains {
        ["under", "conforme", "virtud", "pursuant", "amparo", "arreglo"].contains($0)
      }
  }
}

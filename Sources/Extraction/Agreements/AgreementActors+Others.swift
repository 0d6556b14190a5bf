import Language
import Records

/// Who acts where the verb has no subject of its own: owners, those before a pronoun, parliaments, those for whom one signs.
extension AgreementActors {
  /// "Announced its withdrawal from the treaty", "la retirada de Rusia de el tratado", "Mali's exit": who leaves.
  func leaving(_ noun: Int, _ phrase: Range<Int>) -> [Int] {
    let before = sentence.word(noun - 1)
    if ["'s", "’s", "'", "’"].contains(before) {
      return parties.entities(in: max(0, noun - 5)..<noun, of: sentence, subjectOnly: false)
    }
    let owners = parties.entities(
      in: noun + 1..<max(noun + 1, phrase.lowerBound), of: sentence, subjectOnly: false)
    if !owners.isEmpty { return owners }
    let isOwn =
      ["its", "their", "his", "her", "su", "sus"].contains(before)
      || ["its", "their", "su"].contains(sentence.word(noun - 2))
    guard isOwn,
      let verb = (max(0, noun - 6)..<noun).last(where: {
        sentence.isVerb($0) && sentence.isFinite($0)
      })
    else { return [] }
    return parties.subject(of: verb, in: sentence)
  }

  /// "A and B are parties to the treaty": the verb.
  func copula(before noun: Int) -> Int? {
    guard ["party", "parties", "signatory", "signatories"].contains(sentence.word(noun)) else {
      return nil
    }
    return (max(0, noun - 3)..<noun).last { sentence.lemma($0) == "be" }
  }

  /// "Russia announced that it was suspending", "Rusia anunció que suspendía": the subject of the verb before.
  func ofPronoun(_ verb: Int) -> [Int] {
    let lowest = max(0, verb - 4)
    let isPronoun = (lowest..<verb).contains { ["it", "they"].contains(sentence.word($0)) }
    let isUnspoken =
      sentence.language == .spanish
      && (max(0, verb - 3)..<verb).contains { sentence.word($0) == "que" }
    guard isPronoun || isUnspoken,
      let before = (max(0, verb - 8)..<max(0, verb - 1)).last(where: {
        sentence.isVerb($0) && sentence.isFinite($0)
          && ["say", "announce", "declare", "confirm", "decide", "anunciar", "decir", "declarar"]
            .contains(sentence.lemma($0))
      })
    else { return [] }
    return parties.subject(of: before, in: sentence)
  }

  /// "The announcement by A and B that they have agreed": the two states that the sentence joins before the pronoun.
  func ofThey(_ verb: Int) -> [AgreementParty] {
    guard let pronoun = (max(0, verb - 4)..<verb).last(where: { sentence.word($0) == "they" })
    else {
      return []
    }
    let ids = parties.entities(in: 0..<pronoun, of: sentence, subjectOnly: false)
    let states = parties.parties(ids, sentence.language).parties.filter {
      $0.record.kind == .government
    }
    return states.count == 2 ? states : []
  }

  /// "Los mandatarios de la Celac aprobaron", "ASEAN leaders adopted": the body whose leaders they are.
  func ofLeaders(_ verb: Int) -> [AgreementParty] {
    let lowest = max(0, verb - 8)
    guard
      let leaders = (lowest..<verb).last(where: {
        sentence.isA(.joint, $0) && sentence.isNoun($0)
          && !["countries", "nations", "paises", "parties", "partes", "sides"].contains(
            sentence.word($0))
      }), !(leaders + 1..<verb).contains(where: { sentence.word($0) == "," })
    else { return [] }
    let found = parties.mentions(in: sentence.index).filter { mention in
      mention.tokens.lowerBound >= max(0, leaders - 3) && mention.tokens.upperBound <= verb
    }.flatMap(\.entities).compactMap { parties.party($0) }.filter {
      $0.record.kind == .organization
    }.uniquedParties
    return found.count == 1 ? found : []
  }

  /// A finite verb of Spanish in the plural with no subject before it: "Entonces suscribieron".
  func isUnspokenPlural(_ verb: Int) -> Bool {
    sentence.language == .spanish && sentence.isFinite(verb)
      && ["ron", "rán"].contains { sentence.tokens[verb].form.hasSuffix($0) }
      && !(0..<verb).contains {
        sentence.isNoun($0) || sentence.isVerb($0) || sentence.isRelative($0)
      }
  }

  /// "The accord, reached by A and B in 2019, has lapsed": the participle of the signing.
  func participle(_ start: Int, _ verb: Int) -> Int? {
    (start..<min(verb, start + 3)).first { at in
      !sentence.isFinite(at) && (sentence.isVerb(at) || sentence.isA(.participle, at))
        && AgreementActs(sentence: sentence).acts(at: at).contains { $0.status == .signed }
    }
  }

  /// "From which Mali withdrew", "del que se retiró Malí".
  func fromWhich(_ start: Int, _ verb: Int) -> [Int] {
    // "The pact that Peru wanted to sign with Chile collapsed"
    if sentence.isRelative(start),
      (start + 1..<verb).contains(where: { at in
        sentence.isVerb(at)
          && lexicon.acts(sentence.lemma(at), sentence.language).contains { $0.status == .signed }
      })
    {
      return parties.entities(in: start + 1..<verb, of: sentence, subjectOnly: false)
    }
    guard let relative = relative(start, verb),
      ["from", "of", "de"].contains(sentence.word(relative - 1))
        || ["from", "of", "de"].contains(sentence.word(relative - 2))
    else { return [] }
    let own = parties.entities(in: relative + 1..<verb, of: sentence, subjectOnly: true)
    return own.isEmpty && sentence.language == .spanish ? following(verb) : own
  }

  /// "Peru's Congress ratified": the state whose parliament it is.
  func setParliament(_ out: inout [AgreementParty], _ verb: Int) {
    let range = max(0, verb - 10)..<verb
    guard let body = range.last(where: { sentence.isA(.parliament, $0) }) else { return }
    let around = max(0, body - 6)..<min(verb, body + 4)
    var states = parties.named(in: around, of: sentence, capitals: false).filter {
      $0.record.kind == .government
    }
    if states.isEmpty {
      states = parties.mentions(in: sentence.index).filter { $0.tokens.contains(body) }
        .flatMap(\.entities).compactMap { parties.analysis.entities[$0].country }
        .filter { $0 != "EU" }.map { parties.government($0, sentence.language) }
    }
    out.removeAll { isParliament($0) }
    for state in states { parties.add(state, to: &out) }
  }

  /// "Slovenia's government approved the pact": a government that approves its own.
  func approves(_ token: Int) -> Bool {
    sentence.isVerb(token)
      && ["approve", "endorse", "aprobar", "avalar"].contains(sentence.lemma(token))
  }

  /// A court that annuls an agreement is no party of it.
  func isCourt(_ party: AgreementParty) -> Bool {
    DateWords.fold(party.record.name).split(separator: " ").contains {
      lexicon.isA(.court, String($0), sentence.language)
    }
  }

  func isParliament(_ party: AgreementParty) -> Bool {
    party.record.kind == .organization
      && DateWords.fold(party.record.name).split(separator: " ").contains {
        lexicon.isA(.parliament, String($0), sentence.language)
      }
  }

  /// "On behalf of Ghana", "en nombre de Perú", "por parte de Chile": for whom a verb's subject signs.
  func represented(_ verb: Int) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for index in verb + 1..<max(verb + 1, min(sentence.count, verb + 40))
    where ["behalf", "nombre", "representacion", "parte"].contains(sentence.word(index))
      && ["on", "en", "por"].contains(sentence.word(index - 1))
      && ["of", "de"].contains(sentence.word(index + 1))
    {
      var end = index + 2
      while end < min(sentence.count, index + 9), !sentence.isVerb(end),
        ![".", ",", ";", "by", "por"].contains(sentence.word(end))
      { end += 1 }
      for party in parties.named(in: index + 2..<end, of: sentence, capitals: false)
      where party.record.kind == .government || party.record.kind == .organization {
        parties.add(party, to: &out)
      }
    }
    return out
  }
}

import Language
import Records

/// What the noun phrase of an agreement says: its parties, how it begins, whether it is a name.
extension AgreementMentions {
  func inPhrase(_ phrase: Range<Int>, _ found: AgreementFinder.Found) -> [AgreementParty] {
    var out: [AgreementParty] = []
    let before = possessorStart(phrase.lowerBound)..<found.words.lowerBound
    for party in parties.named(in: before, of: sentence, capitals: false)
    where party.record.kind != .person { parties.add(party, to: &out) }
    for index in before where isSponsor(index) {
      let sponsors = parties.named(in: index..<index + 1, of: sentence, capitals: true)
      out.removeAll { party in sponsors.contains { $0.isSame(party) } }
    }
    // "Acuerdo ruso-estadunidense"
    if sentence.language == .spanish {
      let close = closeModifiers(phrase, found)
      if close.upperBound > found.words.upperBound {
        let adjectives = found.words.upperBound..<close.upperBound
        for party in parties.named(in: adjectives, of: sentence, capitals: false)
        where party.record.kind == .government {
          parties.add(party, to: &out)
        }
      }
    }
    var index = found.words.upperBound
    var isDirect = true
    while index < phrase.upperBound {
      // What an infinitive governs is what the agreement is for.
      if sentence.isVerb(index), !sentence.isA(.participle, index), index > found.words.upperBound,
        !sentence.word(index).hasSuffix("ed"), !sentence.isTailOfNoun(index)
      {
        break
      }
      guard sentence.upos(index) == .adp else {
        index += 1
        continue
      }
      let isStrong = ["between", "with", "among", "entre", "con"].contains(sentence.word(index))
      var end = index + 1
      while end < phrase.upperBound, !sentence.isVerb(end),
        sentence.upos(end) != .adp || ["of", "de"].contains(sentence.word(end))
          || isStrong && sentence.word(end) == "for" && sentence.isCapitalized(end - 1)
            && sentence.isCapitalized(end + 1)
      {
        end += 1
      }
      // "A declaration of support for the talks between A and B": they are no parties of it.
      if found.kind == .declaration,
        (index..<end).contains(where: {
          sentence.isA(.toward, $0) && !sentence.word($0).hasPrefix("adhesi")
        })
      {
        break
      }
      if isStrong || isDirect && sentence.isA(.party, index) {
        let range = (index + 1)..<end
        let named =
          ["between", "entre"].contains(sentence.word(index))
          ? parties.sides(in: range, of: sentence)
          : parties.named(in: range, of: sentence, capitals: isStrong)
        if isStrong, named.isEmpty || ["between", "entre", "among"].contains(sentence.word(index)) {
          for group in parties.groups(in: range, of: sentence) { parties.add(group, to: &out) }
        }
        let owned = isStrong ? parties.owned(in: range, of: sentence) : []
        for one in owned { parties.add(one.body, to: &out) }
        for party in named
        where !owned.contains(where: { $0.state.isSame(party) })
          && (isStrong || party.record.kind == .government || party.record.kind == .organization)
        {
          parties.add(party, to: &out)
        }
      } else {
        isDirect = false
      }
      index = end
    }
    let groups = out.filter { $0.entity == nil && $0.record.kind == .organization }
    out.removeAll { party in
      groups.contains {
        $0.record.name != party.record.name
          && $0.record.name.hasSuffix(" " + party.record.name)
      }
    }
    // The letters or the name of the agreement itself are no party.
    let title = phrase.map { sentence.word($0) }
    // "The EU-Mercosur deal", "el acuerdo UE-Mercosur"
    for body in parties.tied(in: phrase, of: sentence) { parties.add(body, to: &out) }
    let tied = parties.tied(in: phrase, of: sentence)
    return out.filter { party in
      if tied.contains(where: { $0.isSame(party) }) { return true }
      // "The ASEAN Consensus", "comunicado del Grupo de Lima": the body whose it is.
      if isOwner(party, phrase, found) { return true }
      return isNoTitle(party, phrase, found, title)
    }
  }

  /// "Agreements with several countries, including Ghana and Benin", "con varios países, entre ellos Perú": who is named of the many.
  func listedBehind(_ phrase: Range<Int>, _ phrases: AgreementPhrase) -> [AgreementParty] {
    let with = phrase.upperBound
    guard phrases.isWithCounterpart(with),
      let comma = (with + 2..<with + 6).first(where: { sentence.word($0) == "," }),
      ["including", "among", "such", "entre", "como", "incluidos", "incluyendo"]
        .contains(sentence.word(comma + 1))
    else { return [] }
    var end = comma + 2
    while end < sentence.count, !sentence.isVerb(end),
      ![".", ";", "("].contains(sentence.word(end))
    {
      end += 1
    }
    return parties.named(in: comma + 2..<end, of: sentence, capitals: false)
      .filter { $0.record.kind == .government }
  }

  /// "The United Nations Convention", "el comunicado final del Grupo de Lima": a body whose treaty or declaration it is.
  private func isOwner(
    _ party: AgreementParty, _ phrase: Range<Int>, _ found: AgreementFinder.Found
  ) -> Bool {
    guard party.record.kind == .organization, !found.isName, let entity = party.entity else {
      return false
    }
    return parties.mentions(in: sentence.index).contains { mention in
      guard mention.entities == [entity], phrase.contains(mention.head),
        !mention.tokens.contains(found.head)
      else { return false }
      if mention.tokens.upperBound <= found.words.lowerBound {
        return found.kind == .treaty || found.kind == .declaration
          || ["consensus", "charter"].contains(sentence.word(found.head))
      }
      guard found.kind == .declaration else { return false }
      var before = mention.tokens.lowerBound - 1
      while sentence.isDeterminer(before) { before -= 1 }
      return ["of", "de", "del", "by"].contains(sentence.word(before))
        && (found.words.upperBound..<before).allSatisfy { sentence.upos($0) == .adj }
    }
  }

  /// True unless the party's words are the letters or the name of the agreement itself.
  private func isNoTitle(
    _ party: AgreementParty, _ phrase: Range<Int>, _ found: AgreementFinder.Found, _ title: [String]
  ) -> Bool {
    party.record.kind == .government || isStrongParty(party, phrase) || isBody(party, found)
      || !party.record.name.split(separator: " ").allSatisfy {
        title.contains(DateWords.fold(String($0)))
      }
  }

  /// "UN-brokered", "US-backed": who stands behind an agreement is no party, and tells it from no other.
  func isSponsor(_ index: Int) -> Bool {
    let word = sentence.word(index)
    let behind = word.split(separator: "-").last.map(String.init) ?? ""
    return sentence.isHyphen(index + 1) && isOfSponsor(sentence.word(index + 2))
      || sentence.isHyphen(index - 1) && isOfSponsor(word)
      || behind != word && isOfSponsor(behind)
  }

  private func isOfSponsor(_ word: String) -> Bool {
    lexicon.isA(.sponsor, word, sentence.language)
  }

  /// "The NATO treaty", "el acuerdo de la CEMAC": letters of a body, not those of the agreement in brackets.
  func isBody(_ party: AgreementParty, _ found: AgreementFinder.Found) -> Bool {
    guard !found.isName, party.record.kind == .organization,
      !party.record.name.contains(" "), party.record.name.allSatisfy(\.isUppercase),
      let at = (0..<sentence.count).first(where: {
        sentence.tokens[$0].form == party.record.name
      })
    else { return false }
    return sentence.word(at - 1) != "("
  }

  func isStrongParty(_ party: AgreementParty, _ phrase: Range<Int>) -> Bool {
    phrase.contains { ["between", "with", "entre", "con", "among"].contains(sentence.word($0)) }
  }

  /// The first token of what possesses the phrase ("Iran's", "the U.S. and Cuba's").
  func possessorStart(_ start: Int) -> Int {
    guard start >= 2, ["'s", "’s", "'", "’"].contains(sentence.word(start - 1)) else {
      return start
    }
    var index = start - 1
    while index > 0 {
      let isName = sentence.upos(index - 1) == .propn || sentence.upos(index - 1) == .adj
      // "New Zealand and the European Union's"
      let isJoint =
        sentence.word(index - 1) == "and" && index > 1 && sentence.upos(index - 2) == .propn
      let isArticle =
        sentence.word(index - 1) == "the" && index > 1 && sentence.word(index - 2) == "and"
      guard isName || isJoint || isArticle else { break }
      index -= 1
    }
    return index
  }

  func definiteness(_ phrase: Range<Int>) -> AgreementMention.Definiteness {
    var before = phrase.lowerBound - 1
    while sentence.isQuote(before) || sentence.upos(before) == .adj && sentence.isQuote(before + 1)
    { before -= 1 }
    // "Such an agreement"
    if sentence.word(before - 1) == "such" { before -= 1 }
    if ["own", "propio", "propia"].contains(sentence.word(before)) { before -= 1 }
    // "The now year-long truce", "la ya larga tregua"
    if ["now", "already", "still", "ya", "aun"].contains(sentence.word(before)) { before -= 1 }
    switch sentence.word(before) {
    case "the", "el", "la", "los", "las": return .definite
    case "this", "these", "that", "those", "este", "esta", "estos", "estas", "ese", "esa", "dicho",
      "dicha", "such":
      return .demonstrative
    case "a", "an", "any", "some", "un", "una", "unos", "unas", "otro", "algun", "ningun",
      "another", "no", "several", "varios":
      return .indefinite
    case "whose", "cuyo", "cuya", "its", "their", "his", "her", "our", "'s", "’s", "su", "sus":
      return .possessed
    default: return .bare
    }
  }

  func isPlural(_ head: Int) -> Bool {
    if sentence.features(head).contains(.plural) || sentence.word(head) == "memoranda" {
      return true
    }
    return sentence.word(head).hasSuffix("s") && !sentence.features(head).contains(.singular)
  }

  func isNamed(_ found: AgreementFinder.Found, _ phrase: Range<Int>) -> Bool {
    // "The Khartoum protocol", "the Ghana-Togo protocol"
    if found.kind == .treaty, found.strength == .named,
      !sentence.isA(.gathering, found.head)
        || sentence.lemma(found.head) == "protocol",
      (phrase.lowerBound..<found.head).contains(where: {
        sentence.isCapitalized($0) && parties.isPlace($0, in: sentence)
      })
    {
      return true
    }
    if found.kind == .agreement, isOfCity(found, phrase) { return true }
    guard sentence.isCapitalized(found.head), found.head > 0 else { return false }
    // Capitals of a heading, or of a sentence's first word, name nothing.
    return phrase.contains { $0 != found.head && $0 != 0 && sentence.isCapitalized($0) }
  }

  /// "The Minsk agreements", "los acuerdos de Doha": known by the city where they were made.
  private func isOfCity(_ found: AgreementFinder.Found, _ phrase: Range<Int>) -> Bool {
    let at =
      sentence.language == .english ? found.words.lowerBound - 1 : found.words.upperBound + 1
    guard phrase.contains(at), sentence.isCapitalized(at), definiteness(phrase) == .definite,
      sentence.language == .english || sentence.word(at - 1) == "de"
    else { return false }
    return parties.isCity(at, in: sentence)
      && (sentence.language == .spanish || !sentence.isHyphen(at - 1))
  }

  func count(_ phrase: Range<Int>, _ head: Int) -> Int? {
    guard isPlural(head) else { return nil }
    for index in [phrase.lowerBound, phrase.lowerBound - 1]
    where index >= 0 && sentence.upos(index) == .num {
      let word = sentence.word(index)
      if let number = Int(word), (2...500).contains(number) { return number }
      let entries = DateWords.builtIn.entries(word, sentence.language)
      if let number = entries.first(where: { $0.kind == .cardinal })?.value, number > 1 {
        return number
      }
    }
    return nil
  }
}

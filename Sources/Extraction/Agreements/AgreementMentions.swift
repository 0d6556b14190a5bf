import Language
import Records

/// Reads the agreements that a sentence mentions: noun phrases with what is done to them, and what was agreed.
struct AgreementMentions {
  let sentence: AgreementSentence
  let parties: AgreementParties
  let dates: [DateMention]

  /// A mention, or the words that nearly were one and why not.
  enum Reading {
    case mention(AgreementMention)
    case rejected(String, tokens: Range<Int>)
  }

  var lexicon: AgreementLexicon { sentence.lexicon }

  /// Those who make agreements, which tells none from another ("the accord signed by both leaders").
  static let leaders: Set<String> = [
    "mandatarios", "presidentes", "gobiernos", "paises", "naciones", "partes", "cancilleres",
    "leaders",
    "presidents", "countries", "governments", "nations", "sides",
  ]

  /// The mentions of the sentence, in order.
  func read() -> [Reading] {
    let phrases = AgreementPhrase(
      sentence: sentence, dated: dated, calendar: dated.union(attributive))
    var out: [Reading] = []
    var end = 0
    for found in AgreementFinder(sentence).all() {
      // "An agreement on the nuclear program": the program is part of the title.
      if found.words.lowerBound < end, found.strength != .sure, !isNestedName(found) { continue }
      // "Three memorandums of understanding (MOUs)": the letters of the noun before.
      if found.words.lowerBound < end, sentence.word(found.words.lowerBound - 1) == "(" { continue }
      // "El acuerdo de alto el fuego": the truce tells of what kind the agreement is.
      if found.kind == .ceasefire, found.words.lowerBound < end, sentence.language == .spanish,
        case .mention(var mention)? = out.last, mention.phrase.upperBound >= found.words.upperBound,
        mention.kind == .agreement, found.words.lowerBound == mention.head + 2,
        sentence.word(found.words.lowerBound - 1) == "de"
      {
        mention.kind = .ceasefire
        out[out.count - 1] = .mention(mention)
        continue
      }
      var reading = read(found, phrases)
      if case .mention(var mention) = reading, end > 0, mention.isNamed, isCalled(mention.phrase),
        mention.phrase.lowerBound - end <= 5
      {
        mention.isCalled = true
        reading = .mention(mention)
      } else if case .mention(var mention) = reading, end > 0, isAlias(found, behind: end) {
        mention.isAlias = true
        reading = .mention(mention)
      } else if case .mention(var mention) = reading, isApposed(mention, behind: end, out) {
        mention.isAlias = true
        reading = .mention(mention)
      }
      if case .mention(let mention) = reading { end = max(end, mention.phrase.upperBound) }
      out.append(reading)
    }
    let hasNoun = out.contains {
      if case .mention(let mention) = $0 { return mention.strength == .sure }
      return false
    }
    for reading in AgreedContent(sentence: sentence, phrases: phrases, parties: parties).all() {
      switch reading {
      case .agreement(let mention) where !hasNoun && !overlaps(mention, out):
        out.append(.mention(mention))
      case .agreement(let mention):
        out.append(.rejected("its noun is told in the sentence", tokens: mention.phrase))
      case .rejected(let reason, let token):
        out.append(.rejected(reason, tokens: token..<(token + 1)))
      }
    }
    return out
  }

  /// "Agreed on a roadmap": the roadmap is told already.
  private func overlaps(_ mention: AgreementMention, _ others: [Reading]) -> Bool {
    others.contains {
      if case .mention(let other) = $0 { return other.phrase.overlaps(mention.phrase) }
      return false
    }
  }

  /// "An agreement with the Union on the Northern Ireland Protocol": a treaty by its own name.
  private func isNestedName(_ found: AgreementFinder.Found) -> Bool {
    found.strength == .named && found.kind == .treaty && sentence.isCapitalized(found.head)
      && sentence.isCapitalized(found.words.lowerBound - 1)
  }

  /// The tokens of date expressions that say when something was, not which agreement it is.
  var dated: Set<Int> {
    var out: Set<Int> = []
    for date in dates where date.role != .attributive { out.formUnion(date.tokens) }
    return out
  }

  /// "The North American Free Trade Agreement (NAFTA or TLCAN)": letters in brackets behind the name.
  private func isAlias(_ found: AgreementFinder.Found, behind end: Int) -> Bool {
    let start = found.words.lowerBound
    guard found.isName, start >= end, start - end <= 3 else { return false }
    return (end..<start).allSatisfy {
      ["(", "or", "o", ",", "and", "y"].contains(sentence.word($0))
    }
      && (sentence.word(end) == "(" || ["or", "o"].contains(sentence.word(end)))
  }

  /// "The RCEP, a trade pact of 15 states": what the agreement named right before is.
  private func isApposed(
    _ mention: AgreementMention, behind end: Int, _ before: [Reading]
  ) -> Bool {
    guard case .mention(let last)? = before.last, last.isNamed, last.phrase.upperBound == end,
      sentence.word(end) == ",", mention.count == nil, !mention.isPlural, !mention.isNamed
    else { return false }
    let start = mention.phrase.lowerBound
    // "The Oslo Protocol on the fisheries agreement, the minister said": a noun within the name.
    guard start > end else { return false }
    if start == end + 1 { return sentence.language == .spanish }
    // "The world's largest trade pact"
    return start - end <= 5 && sentence.isDeterminer(end + 1)
      && (end + 2..<start).allSatisfy {
        sentence.isNominal($0) || ["'s", "’s"].contains(sentence.word($0))
      }
  }

  /// "Iran agreed to limit enrichment in a deal that …": what was agreed is the agreement.
  private func agreed(_ phrase: Range<Int>, isNamed: Bool) -> AgreementAct? {
    guard phrase.lowerBound >= 2,
      ["a", "an", "un", "una"].contains(sentence.word(phrase.lowerBound - 1))
        || isNamed && ["the", "el", "la"].contains(sentence.word(phrase.lowerBound - 1)),
      ["in", "en"].contains(sentence.word(phrase.lowerBound - 2))
    else { return nil }
    let acts = AgreementActs(sentence: sentence)
    for index in (0..<phrase.lowerBound).reversed()
    where sentence.isVerb(index)
      && (sentence.isA(.agree, index)
        || isNamed && ["commit", "pledge", "comprometer"].contains(sentence.lemma(index)))
      && acts.hasHappened(index)
    {
      return AgreementAct(status: .signed, token: index, isReal: true, isNegated: false)
    }
    return nil
  }

  /// The tokens of dates that are part of a name ("the February agreement").
  private var attributive: Set<Int> {
    var out: Set<Int> = []
    for date in dates where date.role == .attributive { out.formUnion(date.tokens) }
    return out
  }

  private func read(_ found: AgreementFinder.Found, _ phrases: AgreementPhrase) -> Reading {
    let phrase = phrases.range(of: found)
    let acts = AgreementActs(sentence: sentence, dated: dated.union(attributive))
    var act = acts.act(on: phrase, head: found.head)
    let isNamed = found.isName || isNamed(found, phrase)
    if act?.status == .wish, isNegotiated { act?.status = .proposed }
    // "Initialled the draft of a peace accord": it is still to be signed.
    if let done = act, done.status == .signed, done.token < phrase.lowerBound,
      ["initial", "initialle", "initiall", "rubricar"].contains(sentence.lemma(done.token)),
      (done.token + 1..<phrase.lowerBound).contains(where: {
        ["draft", "borrador"].contains(sentence.word($0))
      }) || phrase.contains(where: { ["draft", "borrador"].contains(sentence.word($0)) })
    {
      act?.isReal = false
    }
    if let reason = refusal(found, phrase, act, isNamed: isNamed) {
      return .rejected(reason, tokens: phrase)
    }
    // Who accepts a treaty accedes to it.
    if found.kind == .treaty, let done = act, done.status == .signed,
      ["accept", "aceptar"].contains(sentence.lemma(done.token))
    {
      act?.status = .inForce
    }
    if act == nil || act?.status == .inForce { act = agreed(phrase, isNamed: isNamed) ?? act }
    if act == nil, isRuleOfYear(phrase), isMadeThen(phrase) {
      act = AgreementAct(status: .signed, token: found.head, isReal: true, isNegated: false)
    }
    if found.kind == .ceasefire, let aim = act, isAimOnly(aim, phrase) { act?.status = .wish }
    let isOpen = act.map { $0.status == .talk || sentence.isA(.agree, $0.token) } ?? true
    let bought = isOpen ? priced(phrase, found) : nil
    if let bought {
      act = bought
    } else if let done = act {
      act = AgreementActors(sentence: sentence, parties: parties).complete(
        done, on: phrase, head: found.head)
    }
    var mention = AgreementMention(
      sentence: sentence.index, head: found.head, phrase: phrase, kind: found.kind,
      strength: found.strength,
      definiteness: definiteness(phrase), isPlural: isPlural(found.head), isNamed: isNamed,
      count: count(phrase, found.head),
      modifiers: [], telling: [])
    let close = closeModifiers(phrase, found)
    for index in phrase
    where (found.isName || !found.words.contains(index)) && sentence.isNominal(index) {
      let word = sentence.word(index)
      if sentence.isA(.judging, index) || attributive.contains(index)
        || sentence.isA(.participle, index) || isSponsor(index)
        || Self.leaders.contains(word)
      {
        continue
      }
      let telling =
        lexicon.telling(word, sentence.language)
        ?? lexicon.telling(sentence.lemma(index), sentence.language)
      if let telling, close.contains(index) {
        mention.telling.insert(telling)
      } else if isNamed || !parties.isPlace(index, in: sentence) {
        mention.modifiers.insert(word)
        if close.contains(index) { mention.close.insert(word) }
      }
    }
    // "They also adopted a declaration": another one.
    if mention.definiteness == .indefinite, let act, act.status == .signed, isFurther(act, phrase),
      let another = lexicon.telling(
        sentence.language == .english ? "another" : "otro", sentence.language)
    {
      mention.telling.insert(another)
    }
    mention.parties = inPhrase(phrase, found)
    if act != nil || mention.definiteness != .definite {
      let behind = parties.parties(
        parties.behind(phrase.upperBound, in: sentence), sentence.language)
      for party in behind.parties { parties.add(party, to: &mention.parties) }
    } else {
      for party in underWhich(phrase.upperBound) { parties.add(party, to: &mention.parties) }
    }
    // What a declaration is about stands in its name.
    let others =
      found.kind == .declaration
      ? parties.entities(in: 0..<phrase.lowerBound, of: sentence, subjectOnly: true)
        + parties.entities(in: phrase.upperBound..<sentence.count, of: sentence, subjectOnly: true)
      : parties.entities(in: 0..<sentence.count, of: sentence, subjectOnly: true)
    let mediators = mediators() + namingCities(phrase, found)
    mention.around =
      parties.parties(
        others.uniqued().filter { !mediators.contains($0) }, sentence.language
      ).parties
    if found.kind == .declaration {
      for party in mention.parties { parties.add(party, to: &mention.around) }
    }
    mention.isBetween = phrase.contains { ["between", "entre"].contains(sentence.word($0)) }
    mention.isWith =
      !mention.isBetween
      && (phrase.contains { ["with", "con"].contains(sentence.word($0)) }
        || phrases.isWithCounterpart(phrase.upperBound))
    for party in listedBehind(phrase, phrases) { parties.add(party, to: &mention.parties) }
    if mention.isWith, mention.parties.count == 1, let done = act, done.parties.isEmpty,
      done.token >= phrase.upperBound, let holder = holder(phrase)
    {
      act?.parties = [holder]
    }
    mention.cities = cities(phrase)
    mention.known = KnownAgreements.builtIn.agreement(ofTitle: phrase.map { sentence.word($0) })
    mention.isComing = closeModifiers(phrase, found).contains { sentence.isA(.coming, $0) }
    mention.isUnder = isUnder(phrase)
    mention.isRule = isRuleOfYear(phrase)
    if mention.isUnder {
      // "Under the treaty signed with Peru, Chile pays"
      if mention.parties.isEmpty, let act, act.status == .signed, act.token >= phrase.lowerBound,
        let state = companion(act.token)
      {
        mention.parties = [state]
        if let other = whoActs(behind(act.token)) { parties.add(other, to: &mention.parties) }
      } else if mention.parties.isEmpty, mention.definiteness == .indefinite {
        // "Kuwait and Iraq reopened the field under a deal": those who act by it, if they are two.
        let sides = whoAct(phrase)
        if sides.count >= 2 { mention.parties = sides }
      } else if mention.isWith, mention.parties.count == 1, let other = whoActs(phrase) {
        parties.add(other, to: &mention.parties)
      }
    }
    let relative =
      sentence.word(phrase.upperBound) == "," ? phrase.upperBound + 1 : phrase.upperBound
    mention.isDescribed =
      ["that", "which", "que"].contains(sentence.word(relative))
      && (relative + 1..<relative + 4).contains {
        sentence.isFinite($0) && !sentence.features($0).contains(.future)
          && !sentence.features($0).contains(.conditional) && !sentence.isA(.unreal, $0)
      }
    mention.named =
      dates.first {
        $0.role == .attributive && touches($0.tokens, phrase)
          || phrase.contains($0.tokens.lowerBound)
      }?.date
    if act == nil, mention.count != nil, mention.definiteness == .bare, isYielded(phrase) {
      act = AgreementAct(status: .signed, token: found.head, isReal: true, isNegated: false)
    }
    if isOwnWords(phrase, found, isNamed: isNamed) {
      act = AgreementAct(
        status: .signed, token: found.head, isReal: true, isNegated: false, isTold: true)
    }
    mention.act = act
    return .mention(mention)
  }

  /// "Have been negotiating … and are urged to conclude an agreement".
  private var isNegotiated: Bool {
    (0..<sentence.count).contains { sentence.isA(.negotiating, $0) && sentence.isVerb($0) }
  }

  /// True for a date in a noun phrase or right before it.
  private func touches(_ tokens: Range<Int>, _ phrase: Range<Int>) -> Bool {
    tokens.overlaps(phrase) || tokens.upperBound == phrase.lowerBound
      || tokens.upperBound + 1 == phrase.lowerBound
        && ["'s", "’s"].contains(sentence.word(tokens.upperBound))
  }

  /// The words right at the noun: before it, in Spanish also the adjectives behind it.
  func closeModifiers(_ phrase: Range<Int>, _ found: AgreementFinder.Found) -> Range<Int> {
    var end = found.words.upperBound
    if sentence.language == .spanish {
      while end < phrase.upperBound,
        sentence.upos(end) == .adj || sentence.upos(end) == .adv || sentence.isHyphen(end)
          || end > found.words.upperBound && sentence.isHyphen(end - 1)
      { end += 1 }
    }
    return phrase.lowerBound..<max(phrase.lowerBound, end)
  }
}

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

  /// The mentions of the sentence, in order.
  func read() -> [Reading] {
    let phrases = AgreementPhrase(
      sentence: sentence, dated: dated, calendar: dated.union(attributive))
    var out: [Reading] = []
    var end = 0
    for found in AgreementFinder(sentence).all() {
      // "An agreement on the nuclear program": the program is part of the title.
      if found.words.lowerBound < end, found.strength != .sure, !isNestedName(found) { continue }
      var reading = read(found, phrases)
      if case .mention(var mention) = reading, end > 0, isAlias(found, behind: end) {
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

  /// "Iran agreed to limit enrichment in a deal that …": what was agreed is the agreement.
  private func agreed(_ phrase: Range<Int>) -> AgreementAct? {
    guard phrase.lowerBound >= 2,
      ["a", "an", "un", "una"].contains(sentence.word(phrase.lowerBound - 1)),
      ["in", "en"].contains(sentence.word(phrase.lowerBound - 2))
    else { return nil }
    let acts = AgreementActs(sentence: sentence)
    for index in (0..<phrase.lowerBound).reversed()
    where sentence.isVerb(index) && sentence.isA(.agree, index) && acts.hasHappened(index) {
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
    if let reason = refusal(found, phrase, act, isNamed: isNamed) {
      return .rejected(reason, tokens: phrase)
    }
    if act == nil || act?.status == .inForce { act = agreed(phrase) ?? act }
    if let done = act {
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
    for index in phrase where (index != found.head || found.isName) && sentence.isNominal(index) {
      let word = sentence.word(index)
      if sentence.isA(.judging, index) || attributive.contains(index)
        || sentence.isA(.participle, index) || isSponsor(index)
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
      let another = lexicon.telling(sentence.language == .english ? "another" : "otro", sentence.language)
    {
      mention.telling.insert(another)
    }
    mention.parties = inPhrase(phrase, found)
    if act != nil || mention.definiteness != .definite {
      let behind = parties.parties(
        parties.behind(phrase.upperBound, in: sentence), sentence.language)
      for party in behind.parties { parties.add(party, to: &mention.parties) }
    }
    // What a declaration is about stands in its name.
    let others =
      found.kind == .declaration
      ? parties.entities(in: 0..<phrase.lowerBound, of: sentence, subjectOnly: false)
        + parties.entities(in: phrase.upperBound..<sentence.count, of: sentence, subjectOnly: false)
      : parties.entities(in: 0..<sentence.count, of: sentence, subjectOnly: false)
    mention.around = parties.parties(others.uniqued(), sentence.language).parties
    if found.kind == .declaration {
      for party in mention.parties { parties.add(party, to: &mention.around) }
    }
    mention.isBetween = phrase.contains { ["between", "entre"].contains(sentence.word($0)) }
    mention.isWith =
      !mention.isBetween && phrase.contains { ["with", "con"].contains(sentence.word($0)) }
    mention.isComing = closeModifiers(phrase, found).contains { sentence.isA(.coming, $0) }
    mention.isUnder = isUnder(phrase)
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
        $0.role == .attributive && touches($0.tokens, phrase) || phrase.contains($0.tokens.lowerBound)
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

  /// "In the Loja Declaration, the presidents reaffirmed …": what those who meet declare.
  private func isOwnWords(
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
    return [
      "reaffirm", "agree", "express", "reiterate", "welcome", "condemn", "call", "commit", "pledge",
      "reafirmar", "acordar", "expresar", "reiterar", "saludar", "condenar", "comprometer",
      "destacar", "ratificar", "manifestar", "subrayar", "instar",
    ].contains(sentence.lemma(verb))
  }

  /// "Also signed", "acordaron también".
  private func isFurther(_ act: AgreementAct, _ phrase: Range<Int>) -> Bool {
    let range = max(0, min(act.token, phrase.lowerBound) - 2)..<max(act.token, phrase.lowerBound)
    return range.contains {
      ["also", "separately", "tambien", "asimismo", "ademas", "igualmente"].contains(
        sentence.word($0))
    }
  }

  /// "The summit left four conventions": what came of an occasion.
  private func isYielded(_ phrase: Range<Int>) -> Bool {
    (max(0, phrase.lowerBound - 14)..<phrase.lowerBound).contains {
      sentence.isVerb($0)
        && [
          "result", "yield", "produce", "see", "culminate", "end", "dejar", "arrojar", "producir",
          "generar", "culminar", "concluir",
        ].contains(sentence.lemma($0))
    }
  }

  /// "Have been negotiating … and are urged to conclude an agreement".
  private var isNegotiated: Bool {
    (0..<sentence.count).contains { sentence.isVerb($0) && sentence.isA(.negotiating, $0) }
  }

  /// Behind "under", "under the terms of", "bajo", "conforme a", "en virtud de".
  private func isUnder(_ phrase: Range<Int>) -> Bool {
    var index = phrase.lowerBound - 1
    while index > 0, sentence.isDeterminer(index) || sentence.isQuote(index) { index -= 1 }
    if ["under", "bajo", "segun"].contains(sentence.word(index)) { return true }
    let opening = (max(0, index - 3)..<max(0, index)).map { sentence.word($0) }
    return ["of", "a", "de", "to"].contains(sentence.word(index))
      && opening.contains { ["under", "conforme", "virtud", "pursuant"].contains($0) }
  }

  /// True for a date in a noun phrase or right before it.
  private func touches(_ tokens: Range<Int>, _ phrase: Range<Int>) -> Bool {
    tokens.overlaps(phrase) || tokens.upperBound == phrase.lowerBound
      || tokens.upperBound + 1 == phrase.lowerBound
        && ["'s", "’s"].contains(sentence.word(tokens.upperBound))
  }

  /// The words right at the noun: before it, in Spanish also the adjectives behind it.
  private func closeModifiers(_ phrase: Range<Int>, _ found: AgreementFinder.Found) -> Range<Int> {
    var end = found.words.upperBound
    if sentence.language == .spanish {
      while end < phrase.upperBound,
        sentence.upos(end) == .adj || sentence.upos(end) == .adv || sentence.isHyphen(end)
          || end > found.words.upperBound && sentence.isHyphen(end - 1)
      { end += 1 }
    }
    return phrase.lowerBound..<max(phrase.lowerBound, end)
  }

  // MARK: - What the phrase says

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
        !sentence.word(index).hasSuffix("ed")
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
        for party in named
        where isStrong || party.record.kind == .government || party.record.kind == .organization {
          parties.add(party, to: &out)
        }
      } else {
        isDirect = false
      }
      index = end
    }
    let groups = out.filter { $0.entity == nil && $0.record.kind == .organization }
    out.removeAll { party in
      groups.contains { $0.record.name != party.record.name
        && $0.record.name.hasSuffix(" " + party.record.name) }
    }
    // The letters or the name of the agreement itself are no party.
    let title = phrase.map { sentence.word($0) }
    return out.filter { party in
      party.record.kind == .government || isStrongParty(party, phrase)
        || !party.record.name.split(separator: " ").allSatisfy {
          title.contains(DateWords.fold(String($0)))
        }
    }
  }

  /// "UN-brokered", "US-backed": who stands behind an agreement is no party, and tells it from no other.
  private func isSponsor(_ index: Int) -> Bool {
    sentence.isHyphen(index + 1) && Self.sponsoring.contains(sentence.word(index + 2))
      || sentence.isHyphen(index - 1) && Self.sponsoring.contains(sentence.word(index))
      || Self.sponsoring.contains { sentence.word(index).hasSuffix("-" + $0) }
  }

  private static let sponsoring: Set<String> = [
    "brokered", "backed", "mediated", "sponsored", "led", "facilitated", "proposed", "drafted",
    "negotiated", "monitored",
  ]

  private func isStrongParty(_ party: AgreementParty, _ phrase: Range<Int>) -> Bool {
    phrase.contains { ["between", "with", "entre", "con", "among"].contains(sentence.word($0)) }
  }

  /// The first token of what possesses the phrase ("Iran's", "the U.S. and Cuba's").
  private func possessorStart(_ start: Int) -> Int {
    guard start >= 2, ["'s", "’s", "'", "’"].contains(sentence.word(start - 1)) else {
      return start
    }
    var index = start - 1
    while index > 0, sentence.upos(index - 1) == .propn || sentence.upos(index - 1) == .adj {
      index -= 1
    }
    return index
  }

  func definiteness(_ phrase: Range<Int>) -> AgreementMention.Definiteness {
    var before = phrase.lowerBound - 1
    while sentence.isQuote(before) || sentence.upos(before) == .adj && sentence.isQuote(before + 1)
    { before -= 1 }
    switch sentence.word(before) {
    case "the", "el", "la", "los", "las": return .definite
    case "this", "these", "that", "those", "este", "esta", "estos", "estas", "ese", "esa", "dicho",
      "dicha", "such":
      return .demonstrative
    case "a", "an", "any", "some", "un", "una", "unos", "unas", "otro", "algun", "ningun",
      "another", "no", "several", "varios":
      return .indefinite
    case "its", "their", "his", "her", "our", "'s", "’s", "su", "sus": return .possessed
    default: return .bare
    }
  }

  func isPlural(_ head: Int) -> Bool {
    if sentence.features(head).contains(.plural) || sentence.word(head) == "memoranda" {
      return true
    }
    return sentence.word(head).hasSuffix("s") && !sentence.features(head).contains(.singular)
  }

  private func isNamed(_ found: AgreementFinder.Found, _ phrase: Range<Int>) -> Bool {
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
    guard sentence.isCapitalized(found.head), found.head > 0 else { return false }
    // Capitals of a heading, or of a sentence's first word, name nothing.
    return phrase.contains { $0 != found.head && $0 != 0 && sentence.isCapitalized($0) }
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

extension Array where Element: Hashable {
  /// The elements in order, each once.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

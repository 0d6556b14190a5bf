import Gazetteer
import Language
import Records

/// Tells who the parties of an agreement are, from the mentions of an article and from the names of countries.
struct AgreementParties {
  let analysis: Analysis
  /// For each sentence the index of its first mention, and behind the last the number of mentions.
  private let first: [Int]
  private let gazetteer = Gazetteer.shared

  /// The two states that the article is about, by code; empty if they are fewer or more.
  let mainStates: [String]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    mainStates = AgreementParties.mainStates(analysis)
    var first: [Int] = []
    first.reserveCapacity(analysis.document.sentences.count + 1)
    var index = 0
    for sentence in analysis.document.sentences.indices {
      while index < analysis.mentions.count, analysis.mentions[index].sentence < sentence {
        index += 1
      }
      first.append(index)
    }
    first.append(analysis.mentions.count)
    self.first = first
  }

  /// The two states spoken of most, through their governments and people, if a third is spoken of less than half as often.
  private static func mainStates(_ analysis: Analysis) -> [String] {
    var counts: [String: Int] = [:]
    for mention in analysis.mentions {
      var seen: Set<String> = []
      for id in mention.entities where analysis.entities.indices.contains(id) {
        let entity = analysis.entities[id]
        guard entity.kind == .government || entity.kind == .person, let code = entity.country,
          seen.insert(code).inserted
        else { continue }
        counts[code, default: 0] += 1
      }
    }
    let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard sorted.count >= 2, sorted[1].value >= 2,
      sorted.count == 2 || sorted[2].value * 2 <= sorted[1].value
    else { return [] }
    return sorted.prefix(2).map(\.key)
  }

  func mentions(in sentence: Int) -> ArraySlice<Mention> {
    analysis.mentions[first[sentence]..<first[sentence + 1]]
  }

  // MARK: - Within a noun phrase

  /// The parties that tokens name: mentions whose head is among them, and countries by name or adjective.
  /// - Parameters:
  ///   - capitals: True where a capital stands for its country ("between Buenos Aires and Tehran").
  func named(in range: Range<Int>, of sentence: AgreementSentence, capitals: Bool)
    -> [AgreementParty]
  {
    var found: [(at: Int, party: AgreementParty)] = []
    var covered: Set<Int> = []
    for mention in mentions(in: sentence.index) where range.contains(mention.head) {
      // "The Paris Agreement" is none of France.
      if !capitals, isCity(mention.head, in: sentence) {
        covered.formUnion(mention.tokens)
        continue
      }
      for entity in mention.entities {
        guard let party = party(entity) else { continue }
        found.append((mention.tokens.lowerBound, party))
      }
      covered.formUnion(mention.tokens)
    }
    var index = range.lowerBound
    while index < range.upperBound {
      if !covered.contains(index),
        let (party, end) = country(at: index, range.upperBound, sentence, capitals: capitals)
      {
        found.append((index, party))
        index = end
      } else {
        index += 1
      }
    }
    return found.sorted { $0.at < $1.at }.map(\.party)
  }

  /// The parties of "between A and B", each with its whole name: where no mention covers all of one that begins with a
  /// capital ("the Institute of International Affairs of Ireland"), its words are the name of an organization.
  func sides(in range: Range<Int>, of sentence: AgreementSentence) -> [AgreementParty] {
    var out: [AgreementParty] = []
    for side in split(range, sentence) {
      let own = named(in: side, of: sentence, capitals: true)
      let mention = mentions(in: sentence.index).first {
        $0.tokens.lowerBound <= side.lowerBound + 1 && $0.tokens.upperBound >= side.upperBound
      }
      let isName =
        side.count >= 3 && sentence.isCapitalized(side.lowerBound)
        && side.filter { sentence.isCapitalized($0) }.count >= 2
        && sentence.upos(side.lowerBound) != .adj
      let isWhole =
        mention != nil
        || own.isEmpty == false && own.allSatisfy { $0.record.kind == .government } && !isName
      if isWhole || !isName
        || own.contains(where: { $0.record.kind == .person }) && !isBody(side, sentence)
      {
        for party in own { add(party, to: &out) }
        continue
      }
      let span = sentence.span(side)
      add(
        AgreementParty(
          entity: nil, record: PartyRecord(name: analysis.text(span), kind: .organization)),
        to: &out)
    }
    return out
  }

  /// True if words hold a preposition or a quotation, as names of bodies do and names of people do not.
  private func isBody(_ side: Range<Int>, _ sentence: AgreementSentence) -> Bool {
    side.contains {
      ["of", "for", "de", "del", "para"].contains(sentence.word($0)) || sentence.isQuote($0)
    }
  }

  /// Cut at "and" and commas behind which an article or a capital begins anew; without leading articles.
  private func split(_ range: Range<Int>, _ sentence: AgreementSentence) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    func close(_ end: Int) {
      var first = start
      while first < end, sentence.isDeterminer(first) || sentence.word(first) == "," { first += 1 }
      if first < end { out.append(first..<end) }
    }
    for index in range {
      let word = sentence.word(index)
      let isJoint = ["and", "y", "e"].contains(word) && !sentence.isCapitalized(index)
      guard isJoint || word == ",", index + 1 < range.upperBound else { continue }
      // "the Academy of Arts and Letters": no article behind "and" within a name that "of" opened.
      let opensName = (start..<index).contains { ["of", "de", "del"].contains(sentence.word($0)) }
      if isJoint, opensName, !sentence.isDeterminer(index + 1),
        (index + 1..<range.upperBound).contains(where: {
          ["and", "y", "e"].contains(sentence.word($0))
        })
      {
        continue
      }
      close(index)
      start = index + 1
    }
    close(range.upperBound)
    return out
  }

  /// True if a token is the name of a country, its adjective, or a city.
  func isPlace(_ index: Int, in sentence: AgreementSentence) -> Bool {
    let lexicon = sentence.language == .english ? gazetteer.english : gazetteer.spanish
    return lexicon.entries(of: sentence.tokens[index].form).contains {
      $0.kind == .country || $0.kind == .demonym || $0.kind == .capital || $0.kind == .city
    }
  }

  /// True if a token is the name of a capital or another city, and not of a country.
  func isCity(_ index: Int, in sentence: AgreementSentence) -> Bool {
    let lexicon = sentence.language == .english ? gazetteer.english : gazetteer.spanish
    let entries = lexicon.entries(of: sentence.tokens[index].form)
    return entries.contains { $0.kind == .capital || $0.kind == .city }
      && !entries.contains { $0.kind == .country }
  }

  /// A country named by one to three tokens.
  private func country(at index: Int, _ limit: Int, _ sentence: AgreementSentence, capitals: Bool)
    -> (AgreementParty, Int)?
  {
    guard sentence.isCapitalized(index) || sentence.language == .spanish else { return nil }
    let lexicon = sentence.language == .english ? gazetteer.english : gazetteer.spanish
    var length = min(3, limit - index)
    while length > 0 {
      let range = index..<(index + length)
      let text = range.map { sentence.tokens[$0].form }.joined(separator: " ")
      for entry in lexicon.entries(of: text) {
        switch entry.kind {
        case .country, .demonym: break
        case .capital where capitals: break
        default: continue
        }
        return (
          government(gazetteer.countries[Int(entry.index)].code, sentence.language),
          range.upperBound
        )
      }
      length -= 1
    }
    return nil
  }

  /// A country as a party, under the name by which the article speaks of it.
  func government(_ code: String, _ language: LanguageCode) -> AgreementParty {
    for entity in analysis.entities
    where entity.kind == .government && entity.country == code && entity.members.isEmpty {
      if let name = entity.name {
        return AgreementParty(
          entity: entity.id, record: PartyRecord(name: name, kind: .government, country: code))
      }
    }
    let country = gazetteer.country(code: code)
    let name =
      (language == .english ? country?.englishNames.first : country?.spanishNames.first) ?? code
    return AgreementParty(
      entity: nil, record: PartyRecord(name: name, kind: .government, country: code))
  }

  // MARK: - Entities

  /// An entity as a party; nil for a group and for one without a name or a country.
  func party(_ id: Int) -> AgreementParty? {
    guard analysis.entities.indices.contains(id) else { return nil }
    let entity = analysis.entities[id]
    guard entity.members.isEmpty else { return nil }
    if let name = entity.name ?? entity.role {
      return AgreementParty(
        entity: id,
        record: PartyRecord(
          name: name, kind: entity.kind, role: entity.name == nil ? nil : entity.role,
          country: entity.country))
    }
    return nil
  }

  /// The parties that entities stand for: states and bodies themselves, persons for the state that they speak for.
  func parties(_ ids: [Int], _ language: LanguageCode) -> (
    parties: [AgreementParty], persons: [AgreementParty]
  ) {
    var parties: [AgreementParty] = []
    var persons: [AgreementParty] = []
    for id in ids {
      guard let party = party(id) else { continue }
      let entity = analysis.entities[id]
      if entity.kind == .person {
        persons.append(party)
        if let body = body(of: entity) {
          add(body, to: &parties)
        } else if let country = entity.country, entity.role != nil {
          add(government(country, language), to: &parties)
        } else {
          add(party, to: &parties)
        }
      } else {
        add(party, to: &parties)
      }
    }
    // Who signs for a state is no party beside others.
    if parties.contains(where: { $0.record.kind != .person }) {
      parties.removeAll { party in
        party.record.kind == .person
          && party.entity.map { analysis.entities[$0].role != nil } ?? true
      }
    }
    return (parties, persons)
  }

  /// The organization that the role of a person names ("Chairperson of the African Union Commission").
  private func body(of person: Entity) -> AgreementParty? {
    guard let role = person.role else { return nil }
    let folded = DateWords.fold(role)
    var best: (length: Int, id: Int)?
    for entity in analysis.entities where entity.kind == .organization && entity.members.isEmpty {
      guard let name = entity.name, name.utf8.count > 2, contains(folded, DateWords.fold(name))
      else { continue }
      if best.map({ $0.length < name.utf8.count }) ?? true { best = (name.utf8.count, entity.id) }
    }
    return best.flatMap { party($0.id) }
  }

  private func contains(_ text: String, _ part: String) -> Bool {
    let words = text.split(separator: " ")
    let wanted = part.split(separator: " ")
    guard let first = wanted.first, words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains {
      words[$0] == first && words[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }

  /// Adds a party that is not there yet.
  func add(_ party: AgreementParty, to parties: inout [AgreementParty]) {
    if !parties.contains(where: { $0.isSame(party) }) { parties.append(party) }
  }

  // MARK: - Around a verb

  /// The entities of the subject of a verb: the mentions before it in its clause; for a gerund or an infinitive those of the
  /// verb that governs it.
  func subject(of verb: Int, in sentence: AgreementSentence) -> [Int] {
    var lower = verb
    var upper = verb
    var hops = 0
    var isGoverned =
      !sentence.isFinite(verb) && !sentence.isFinite(verb - 1) && sentence.upos(verb - 1) != .aux
    while lower > 0 {
      let before = lower - 1
      // A semicolon ends the subject, but not in a list of persons with their offices.
      if sentence.word(before) == ";",
        (0..<before).contains(where: { sentence.isVerb($0) && sentence.isFinite($0) })
      {
        break
      }
      if before < verb - 1, sentence.isVerb(before), sentence.isFinite(before),
        !isInsideCommas(before, verb, sentence)
      {
        if isGoverned {
          isGoverned = false
        } else if hops < 2, entities(in: lower..<upper, of: sentence, subjectOnly: true).isEmpty {
          // "Hungary licensed it and then agreed": the subject is that of the verb before.
          hops += 1
        } else {
          break
        }
        upper = before
      }
      if sentence.isRelative(before) && sentence.upos(before) != .det
        || ["when", "cuando", "while", "mientras"].contains(sentence.word(before))
      {
        // "who signed": the subject is what the relative clause belongs to.
        if before == verb - 1, lower == verb {
          return entities(in: max(0, before - 6)..<before, of: sentence, subjectOnly: true).suffix(
            1)
        }
        if !isInsideCommas(before + 1, verb, sentence) { break }
      }
      lower -= 1
    }
    return entities(in: lower..<upper, of: sentence, subjectOnly: true)
  }

  /// True for the verb of a clause between commas ("Ruiz, who was elected in May, signed").
  private func isInsideCommas(_ index: Int, _ verb: Int, _ sentence: AgreementSentence) -> Bool {
    (index + 1..<verb).contains { sentence.word($0) == "," }
      && (max(0, index - 8)..<index).contains {
        sentence.word($0) == "," && sentence.isRelative($0 + 1)
      }
  }

  /// The entities of the mentions whose head is among tokens.
  func entities(in range: Range<Int>, of sentence: AgreementSentence, subjectOnly: Bool) -> [Int] {
    var out: [Int] = []
    for mention in mentions(in: sentence.index) where range.contains(mention.head) {
      // What stands behind a preposition of place or time is no subject ("in Moscow, Russia signed").
      if subjectOnly, isOblique(mention, sentence) { continue }
      for entity in mention.entities where !out.contains(entity) { out.append(entity) }
    }
    return out
  }

  private func isOblique(_ mention: Mention, _ sentence: AgreementSentence) -> Bool {
    var index = mention.tokens.lowerBound - 1
    while index >= 0, sentence.isDeterminer(index) { index -= 1 }
    guard index >= 0 else { return false }
    return [
      "in", "at", "from", "on", "during", "after", "en", "desde", "durante", "tras", "under",
      "about", "against", "contra",
    ]
    .contains(sentence.word(index))
  }

  /// The entities behind "with" or "con" after a verb, up to the end of its clause.
  func companions(of verb: Int, in sentence: AgreementSentence) -> [Int] {
    var index = verb + 1
    while index < min(sentence.count, verb + 14) {
      let word = sentence.word(index)
      if word == ";" || word == "." || sentence.isFinite(index) { return [] }
      if word == "with" || word == "con" {
        var end = index + 1
        while end < sentence.count, !sentence.isVerb(end),
          sentence.upos(end) != .adp || sentence.word(end) == "of" || sentence.word(end) == "de",
          ![";", ".", "(", "to"].contains(sentence.word(end))
        { end += 1 }
        return entities(in: (index + 1)..<end, of: sentence, subjectOnly: false)
      }
      index += 1
    }
    return []
  }

  /// The entities of "between A and B" behind a phrase, and of the clause of "whereby A acquired B".
  func behind(_ index: Int, in sentence: AgreementSentence) -> [Int] {
    let end = min(sentence.count, index + 30)
    if opensTerms(index, sentence) {
      return entities(in: index..<end, of: sentence, subjectOnly: false)
    }
    guard
      let between = (index..<end).first(where: { ["between", "entre"].contains(sentence.word($0)) })
    else { return [] }
    var stop = between + 1
    let ends: Set<String> = [".", ";", "with", "con", "in", "en", "on", "sobre", "to", "para"]
    while stop < sentence.count, !sentence.isVerb(stop), !ends.contains(sentence.word(stop)) {
      stop += 1
    }
    return entities(in: (between + 1)..<stop, of: sentence, subjectOnly: false)
  }

  /// "Whereby", "under which", "por el que".
  func opensTerms(_ index: Int, _ sentence: AgreementSentence) -> Bool {
    switch sentence.word(index) {
    case "whereby": true
    case "under", "by", "in": sentence.word(index + 1) == "which"
    case "por", "mediante", "en": ["cual", "que"].contains(sentence.word(index + 2))
    default: false
    }
  }

  /// The name behind "with" or "con" after a verb that no mention covers, as an organization.
  func unknownCompanion(of verb: Int, in sentence: AgreementSentence) -> AgreementParty? {
    guard
      let with = ((verb + 1)..<max(verb + 1, min(sentence.count, verb + 4))).first(where: {
        sentence.word($0) == "with" || sentence.word($0) == "con"
      })
    else { return nil }
    var start = with + 1
    while sentence.isDeterminer(start) { start += 1 }
    var end = start
    while end < sentence.count, sentence.isCapitalized(end), sentence.isNominal(end) { end += 1 }
    guard end > start else { return nil }
    let name = (start..<end).map { sentence.tokens[$0].form }.joined(separator: " ")
    return AgreementParty(entity: nil, record: PartyRecord(name: name, kind: .organization))
  }
}

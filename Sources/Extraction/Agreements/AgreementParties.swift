import Gazetteer
import Language
import Records

/// Tells who the parties of an agreement are, from the mentions of an article and from the names of countries.
struct AgreementParties {
  let analysis: Analysis
  let gazetteer = Gazetteer.shared

  /// The two states that the article is about, by code; empty if they are fewer or more.
  let mainStates: [String]
  /// The state that the article speaks of most, and who acts for it.
  let home: AgreementHome
  /// The states of the article, if it speaks of two and no more.
  let onlyStates: [String]

  init(_ analysis: Analysis) {
    home = AgreementHome(analysis)
    let counts = AgreementHome.states(analysis)
    let told = AgreementParties.mainStates(counts)
    mainStates = told.isEmpty ? AgreementParties.mainStates(home.counts) : told
    self.analysis = JointStates(home.analysis, counts: home.counts, main: mainStates).resolved()
    onlyStates = counts.count == 2 ? counts.keys.sorted() : []
  }

  /// The two states spoken of most, if a third is spoken of less than half as often.
  private static func mainStates(_ counts: [String: Int]) -> [String] {
    let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard sorted.count >= 2, sorted[1].value >= 2,
      sorted.count == 2 || sorted[2].value * 2 <= sorted[1].value
    else { return [] }
    return sorted.prefix(2).map(\.key)
  }

  func mentions(in sentence: Int) -> ArraySlice<Mention> {
    analysis.mentions[analysis.mentionIndices(in: sentence)]
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
      if !covered.contains(index), !isOfName(index, covered, sentence),
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

  /// "The Malaysian Petronas", "la malasia Petronas": the adjective tells of a body where it is from.
  private func isOfName(_ index: Int, _ covered: Set<Int>, _ sentence: AgreementSentence) -> Bool {
    guard
      sentence.upos(index) == .adj
        || sentence.language == .spanish && !sentence.isCapitalized(index)
    else { return false }
    // "The Lebanese armed group Hezbollah"
    var start = index + 1
    while start < index + 4, !covered.contains(start), sentence.isNominal(start),
      sentence.language == .english, !sentence.isCapitalized(start)
    { start += 1 }
    return covered.contains(start)
      && mentions(in: sentence.index).contains { mention in
        mention.tokens.lowerBound == start
          && mention.entities.contains { analysis.entities[$0].kind == .organization }
      }
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

  /// The country that one token names, whatever mention covers it.
  func country(in range: Range<Int>, of sentence: AgreementSentence) -> AgreementParty? {
    country(at: range.lowerBound, range.upperBound, sentence, capitals: false)?.0
  }

  /// A country named by one to three tokens.
  private func country(at index: Int, _ limit: Int, _ sentence: AgreementSentence, capitals: Bool)
    -> (AgreementParty, Int)?
  {
    guard sentence.isCapitalized(index) || sentence.language == .spanish else { return nil }
    // "Northern Ireland" is a part of another state.
    if sentence.word(index - 1) == "northern" { return nil }
    // "A Greek company", "una empresa griega"
    if sentence.isA(.firm, index + 1) || sentence.isA(.firm, index - 1) {
      return nil
    }
    // "The Franco-German treaty", "el tratado hispano-marroquí"
    let lexicon = sentence.language == .english ? gazetteer.english : gazetteer.spanish
    if sentence.isHyphen(index + 1), index + 2 < limit,
      !sentence.word(index + 2).hasPrefix("pacific"),
      let people = lexicon.entries(of: sentence.tokens[index].form).first(where: {
        $0.kind == .combining
      })
    {
      let code = gazetteer.countries[Int(people.index)].code
      return (government(code, sentence.language), index + 1)
    }
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
    return AgreementParty(
      entity: nil,
      record: PartyRecord(
        name: AgreementParties.name(of: code, language), kind: .government, country: code))
  }

  /// The name of a state in a language.
  static func name(of code: String, _ language: LanguageCode) -> String {
    let country = Gazetteer.shared.country(code: code)
    return (language == .english ? country?.englishNames.first : country?.spanishNames.first)
      ?? code
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
    // "The two sides": those that the words stand for.
    let single = ids.flatMap { id in
      analysis.entities.indices.contains(id) && !analysis.entities[id].members.isEmpty
        ? analysis.entities[id].members : [id]
    }
    let isOfOffice = single.contains { id in
      analysis.entities.indices.contains(id) && analysis.entities[id].kind == .person
        && analysis.entities[id].role != nil
    }
    for id in single.uniqued() {
      guard let party = party(id) else { continue }
      let entity = analysis.entities[id]
      if entity.kind == .person {
        persons.append(party)
        if let region = AgreementRegions.party(entity) {
          add(region, to: &parties)
        } else if let body = body(of: entity) {
          add(body, to: &parties)
        } else if let country = entity.country,
          entity.role != nil || isOfOffice || home.leaders.contains(id)
        {
          // "The minister and her Irish counterpart X": an office that is not told again.
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
    // "The Ambassador of Korea to the Association" signs for Korea.
    if person.country != nil,
      ["ambassador", "embajador", "embajadora"].contains(where: { folded.contains($0) })
    {
      return nil
    }
    var best: (length: Int, id: Int)?
    for entity in analysis.entities where entity.kind == .organization && entity.members.isEmpty {
      guard let name = entity.name, name.utf8.count > 2, contains(folded, DateWords.fold(name))
      else { continue }
      if best.map({ $0.length < name.utf8.count }) ?? true { best = (name.utf8.count, entity.id) }
    }
    return best.flatMap { party($0.id) } ?? represented(role)
  }

  /// "Representante de la Organización Mundial de la Salud": a body that the article names nowhere else.
  private func represented(_ role: String) -> AgreementParty? {
    let words = role.split(separator: " ").map(String.init)
    guard let first = words.first,
      let start = words.firstIndex(where: { $0.unicodeScalars.first?.isCapital ?? false }),
      start > 0, start <= 5
    else { return nil }
    let isRepresentative =
      ["representante", "representative", "delegado", "delegada"].contains(DateWords.fold(first))
      && words.count - start >= 2
    // "Director general del OIEA"
    let isHead =
      (words[..<start].contains {
        ["general", "ejecutivo", "ejecutiva", "executive"].contains($0)
      }
        || ["jefe", "jefa", "lider", "comandante", "leader", "commander", "chief"].contains(
          DateWords.fold(first)))
      && words.count - start == 1 && words[start].allSatisfy(\.isUppercase)
      && words[start].count >= 3
    guard isRepresentative || isHead else { return nil }
    return AgreementParty(
      entity: nil,
      record: PartyRecord(
        name: words[start...].joined(separator: " "), kind: .organization))
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

}

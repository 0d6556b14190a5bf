import Gazetteer
import Language
import Records

/// Finds the name of a speaker who is only described where he speaks: "the chief diplomat", "la mandataria".
///
/// The description must be definite and singular, and one before it must fit: the last speaker, else the person
/// mentioned last whose office is of the same sort (`office` in `speech.tsv`) and whose country and gender agree.
struct DescribedSpeakers {
  let passage: Passage
  let lexicon: SpeechLexicon
  let phrases: NounPhrases
  /// Entities that the article names somewhere.
  let named: Set<Int>
  /// Unnamed entities that the article equates with a named person: "Maróth, the commissioner, …".
  private let aliases: [Int: Int]
  /// The nouns by which named persons are called where their names stand ("el senador Luis Gallo").
  private let nouns: Later<[Int: Set<String>]>
  private let bodies: Later<NamedBodies>
  private let houses: Later<NamedHouses>
  /// How many mentions back a person is looked for.
  private static let reach = 60

  init(passage: Passage, lexicon: SpeechLexicon) {
    self.passage = passage
    self.lexicon = lexicon
    phrases = NounPhrases(passage: passage, lexicon: lexicon)
    named = passage.namedEntities
    aliases = Self.aliases(in: passage, named: named)
    nouns = Later { Self.nouns(in: passage, lexicon: lexicon) }
    bodies = Later { NamedBodies(passage: passage, lexicon: lexicon) }
    houses = Later { NamedHouses(passage: passage, lexicon: lexicon) }
  }

  /// Descriptions in apposition to a name, or behind "is", "was" and "became".
  private static func aliases(in passage: Passage, named: Set<Int>) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (index, mention) in passage.analysis.mentions.enumerated()
    where mention.form == .description && mention.entities.count == 1 {
      let entity = mention.entities[0]
      guard passage.analysis.entities[entity].kind == .person, !named.contains(entity),
        found[entity] == nil
      else { continue }
      let lower = passage.sentence(mention.sentence).lowerBound
      var at = passage.mentionWords[index].lowerBound - 1
      guard at > lower else { continue }
      if passage.isComma(at) {
        at -= 1
      } else if PlainWords.be.contains(passage.words[at].key) || passage.words[at].key == "became" {
        at -= 1
        while at > lower, passage.words[at].isDate || passage.words[at].key == "on" { at -= 1 }
      } else {
        continue
      }
      let before = passage.words[at].mention
      guard before >= 0, passage.analysis.mentions[before].form == .name,
        passage.analysis.mentions[before].entities.count == 1
      else { continue }
      let name = passage.analysis.mentions[before].entities[0]
      if passage.analysis.entities[name].kind == .person, named.contains(name) {
        found[entity] = name
      }
    }
    return found
  }

  /// True for one person who is named.
  func isNamedPerson(_ speaker: Speaker) -> Bool {
    guard speaker.kind == .person else { return false }
    if let entity = speaker.entities.first {
      return speaker.entities.count == 1 && named.contains(entity)
    }
    return !speaker.isDescribed && speaker.phrase?.first?.isUppercase == true
  }

  /// The nouns of persons by each name: before it, within its mention, and in the apposition behind it.
  private static func nouns(in passage: Passage, lexicon: SpeechLexicon) -> [Int: Set<String>] {
    var found: [Int: Set<String>] = [:]
    for (index, mention) in passage.analysis.mentions.enumerated()
    where mention.form == .name && mention.entities.count == 1 {
      let entity = mention.entities[0]
      guard passage.analysis.entities[entity].kind == .person else { continue }
      let sentence = passage.sentence(mention.sentence)
      let words = passage.mentionWords[index]
      let known = lexicon.speakers[passage.language(at: words.lowerBound)] ?? [:]
      let around = max(sentence.lowerBound, words.lowerBound - 9)
      guard
        passage.words[around..<min(sentence.upperBound, words.upperBound + 6)]
          .contains(where: { lexicon.speakerFilter.mayContain($0.code) })
      else { continue }
      var all = Array(words)
      var at = words.lowerBound - 1
      if at > sentence.lowerBound, passage.isComma(at) { at -= 1 }
      while at >= sentence.lowerBound, words.lowerBound - at <= 9, !passage.isPunctuation(at),
        !passage.isFiniteVerb(at), passage.words[at].quote < 0, !passage.isConjunction(at),
        at < words.lowerBound - 1 || !passage.isPreposition(at)
      {
        all.append(at)
        if passage.isArticle(at),
          at == sentence.lowerBound || !passage.isPreposition(at - 1)
        {
          break
        }
        at -= 1
      }
      at = words.upperBound
      if at < sentence.upperBound, passage.isComma(at) {
        at += 1
        while at < sentence.upperBound, at - words.upperBound <= 5, !passage.isPunctuation(at),
          !passage.isFiniteVerb(at), !passage.isPreposition(at)
        {
          all.append(at)
          at += 1
        }
      }
      for word in all where known[passage.words[word].key] == .person {
        found[entity, default: []].insert(passage.words[word].key)
      }
    }
    return found
  }

  /// True for one person who spoke under an indefinite description ("a State Department official").
  func isUnnamedPerson(_ speaker: Speaker) -> Bool {
    guard speaker.kind == .person, speaker.entities.count <= 1, speaker.isDescribed,
      !speaker.entities.contains(where: named.contains), !isDefinite(speaker.words),
      let head = phrases.head(of: speaker.words)
    else { return false }
    return !passage.words[head].features.contains(.plural)
  }

  /// "The official added" behind what "an official at the talks" said: the same; nil for other descriptions.
  func again(_ speaker: Speaker, as unnamed: Speaker) -> Speaker? {
    guard speaker.isDescribed, speaker.kind == .person,
      isDefinite(speaker.words), unnamed.words.upperBound <= speaker.words.lowerBound,
      let head = phrases.head(of: speaker.words), !tellsMore(speaker.words, head),
      !speaker.entities.contains(where: {
        named.contains($0) && nouns.value[$0]?.contains(passage.words[head].key) == true
      }),
      let other = phrases.head(of: unnamed.words),
      passage.words[head].key == passage.words[other].key
    else { return nil }
    var same = unnamed
    same.words = speaker.words
    return same
  }

  /// The speaker by name, or the speaker as he was.
  func resolve(_ speaker: Speaker, last: Speaker?) -> Speaker {
    if speaker.entities.count == 1, let name = aliases[speaker.entities[0]] {
      return renamed(speaker, name)
    }
    if speaker.entities.isEmpty, let bearer = bearer(of: speaker) {
      return renamed(speaker, bearer)
    }
    if let same = native(speaker, last) { return same }
    if speaker.kind != .person, speaker.words.count <= 2,
      !speaker.entities.contains(where: named.contains),
      let house = houses.value.resolve(speaker, last: last)
    {
      return house
    }
    if speaker.entities.count <= 1, !speaker.entities.contains(where: named.contains),
      let noun = NamedBodies.Noun(speaker, passage: passage, lexicon: lexicon),
      let body = bodies.value.resolve(speaker, noun, last: last)
    {
      return body
    }
    if let same = thisPerson(speaker, last) { return same }
    if let both = bothOf(speaker) { return both }
    guard speaker.isDescribed, speaker.kind == .person || speaker.kind == nil,
      speaker.entities.count <= 1,
      !speaker.entities.contains(where: named.contains), isDefinite(speaker.words),
      let head = phrases.head(of: speaker.words), !passage.words[head].features.contains(.plural)
    else { return speaker }
    if let same = compatriot(speaker, head) { return same }
    if isRegional(passage.words[head].key), let same = someone(speaker, head) { return same }
    let found = search(speaker, head, last: last, except: nil)
    return found == speaker ? someone(speaker, head) ?? found : found
  }

  /// "aseguró el colombiano", "the Ethiopian said": the named person of that country whom the article mentioned last.
  private func compatriot(_ speaker: Speaker, _ head: Int) -> Speaker? {
    guard !tellsMore(speaker.words, head),
      lexicon.speakers[passage.language(at: head)]?[passage.words[head].key] == nil,
      let country = country(of: speaker)
    else { return nil }
    var mention = lastMention(before: speaker.words.lowerBound)
    var tries = 0
    // Else who was mentioned right before, if nothing tells where he is from.
    var nearest: Int?
    while mention >= 0, tries < Self.reach {
      let entities = passage.analysis.mentions[mention].entities
      let word = passage.mentionWords[mention].lowerBound
      if entities.count == 1, named.contains(entities[0]), passage.words[word].quote < 0 {
        let entity = passage.analysis.entities[entities[0]]
        if entity.kind == .person, entity.country == country { return renamed(speaker, entity.id) }
        if entity.kind == .person, nearest == nil, entity.country == nil,
          speaker.words.lowerBound - word < 60
        {
          nearest = entity.id
        }
      }
      mention -= 1
      tries += 1
    }
    return nearest.map { renamed(speaker, $0) }
  }

  /// "Reyes" for Paula Reyes where the word was taken for a noun: the only person with that surname.
  private func bearer(of speaker: Speaker) -> Int? {
    guard let last = speaker.words.last, passage.words[last].isCapitalized,
      speaker.words.count == 1, passage.words[last].mention < 0
    else { return nil }
    let key = passage.words[last].key
    let all = named.filter { id in
      let entity = passage.analysis.entities[id]
      let parts = entity.name?.split(separator: " ").dropFirst() ?? []
      return entity.kind == .person && parts.contains { $0.lowercased() == key }
    }
    return all.count == 1 ? all.first : nil
  }

  /// Who else is meant where the description was taken for someone whom the quotation itself names: nobody speaks of
  /// himself as "my friend, Secretary Blinken".
  func resolve(_ speaker: Speaker, except entity: Int, last: Speaker?) -> Speaker {
    guard let head = phrases.head(of: speaker.words) else { return speaker }
    if PlainWords.pronouns.contains(passage.words[speaker.words.lowerBound].key) {
      guard let last, last.entities != [entity], last.kind == .person else { return speaker }
      return Speaker(
        entities: last.entities, phrase: last.phrase, kind: last.kind, words: speaker.words)
    }
    return search(speaker, head, last: last, except: entity)
  }

  private func search(
    _ speaker: Speaker, _ head: Int, last: Speaker?, except excluded: Int?
  ) -> Speaker {
    if let last, last.entities.count == 1, last.kind == .person, named.contains(last.entities[0]),
      last.entities[0] != excluded,
      fits(last.entities[0], speaker, head) != nil
        || !hasRelative(speaker) && mayBeAnyone(last.entities[0], speaker, head)
    {
      return renamed(speaker, last.entities[0])
    }
    if let last, last.entities.isEmpty, last.kind == .person, !last.isDescribed,
      last.phrase?.first?.isUppercase == true, !tellsMore(speaker.words, head),
      lexicon.anyone[passage.language(at: head)]?.contains(passage.words[head].key) == true
    {
      return Speaker(entities: [], phrase: last.phrase, kind: .person, words: speaker.words)
    }
    var mention = lastMention(before: speaker.words.lowerBound)
    var tries = 0
    var second: Int?
    while mention >= 0, tries < Self.reach {
      let entities = passage.analysis.mentions[mention].entities
      if entities.count == 1, entities[0] != excluded, named.contains(entities[0]),
        passage.words[passage.mentionWords[mention].lowerBound].quote < 0,
        let isSame = fits(entities[0], speaker, head)
      {
        if isSame { return renamed(speaker, entities[0]) }
        second = second ?? entities[0]
      }
      mention -= 1
      tries += 1
    }
    return second.map { renamed(speaker, $0) } ?? speaker
  }

  /// "El abogado, que defiende a la familia, argumentó", not "El abogado argumentó que".
  private func hasRelative(_ speaker: Speaker) -> Bool {
    let end = speaker.words.upperBound
    return end + 1 < passage.words.count && passage.isComma(end) && passage.isRelative(end + 1)
  }

  func renamed(_ speaker: Speaker, _ entity: Int) -> Speaker {
    Speaker(
      entities: [entity], phrase: passage.analysis.entities[entity].name, kind: .person,
      words: speaker.words)
  }

  func isDefinite(_ words: Range<Int>) -> Bool {
    let first = words.lowerBound
    let definite: Set<String> = ["the", "el", "la"]
    if definite.contains(passage.words[first].key) { return true }
    return first > 0 && definite.contains(passage.words[first - 1].key)
  }

  /// True if the person has the very office, false if one of the same sort, nil if neither.
  private func fits(_ id: Int, _ speaker: Speaker, _ head: Int) -> Bool? {
    let entity = passage.analysis.entities[id]
    guard entity.kind == .person else { return nil }
    let called = nouns.value[id]?.contains(passage.words[head].key) ?? false
    guard entity.role != nil || called else { return nil }
    let role = entity.role ?? ""
    let country = tellsMore(speaker.words, head) ? country(of: speaker) : nil
    if let country, let other = entity.country, country != other { return nil }
    let word = passage.words[head]
    if passage.language(at: head) == .spanish, let gender = entity.gender {
      if word.features.contains(.feminine), gender == .masculine { return nil }
      if word.features.contains(.masculine), gender == .feminine, !word.key.hasSuffix("e") {
        return nil
      }
    }
    let language = passage.language(at: head)
    let parts = role.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init)
    if called || parts.contains(word.key) { return true }
    // "el ministro húngaro" is no secretary general of whom no country is told.
    if country != nil, entity.country == nil { return nil }
    let own = sorts(of: speaker.words.map { passage.words[$0].key }, language)
    return own.isDisjoint(with: sorts(of: parts, language)) ? nil : false
  }

  /// The country that a description tells: its entity's, or that of an adjective ("the head of the Mexican diplomacy").
  func country(of speaker: Speaker) -> String? {
    if let own = speaker.entities.first, let code = passage.analysis.entities[own].country {
      return code
    }
    let gazetteer = Gazetteer.shared
    for index in speaker.words {
      let word = passage.text(passage.words[index].start..<passage.words[index].end)
      let lexicon =
        passage.language(at: index) == .english ? gazetteer.english : gazetteer.spanish
      for entry in lexicon.entries(of: word) where entry.kind == .country || entry.kind == .demonym
      {
        return gazetteer.countries[Int(entry.index)].code
      }
    }
    return nil
  }

  /// "The diplomat", "la funcionaria", "la titular de la Fiscalía": whoever spoke last, if the country and the gender do not
  /// speak against it, and what is said besides the office is also said of the person.
  private func mayBeAnyone(_ id: Int, _ speaker: Speaker, _ head: Int) -> Bool {
    let entity = passage.analysis.entities[id]
    let language = passage.language(at: head)
    let word = passage.words[head]
    guard lexicon.anyone[language]?.contains(word.key) == true else { return false }
    if let country = country(of: speaker), let other = entity.country, country != other {
      return false
    }
    if language == .spanish, let gender = entity.gender {
      if word.features.contains(.feminine), gender == .masculine { return false }
      if word.features.contains(.masculine), gender == .feminine { return false }
    }
    guard tellsMore(speaker.words, head) else { return true }
    let role = entity.role?.lowercased() ?? ""
    return speaker.words.contains { index in
      let key = passage.words[index].key
      return index != head && key.count >= 5 && role.contains(key.prefix(5))
    }
  }

  /// What sort of office words tell: what all of them may mean, else what the first may.
  private func sorts(of words: [String], _ language: LanguageCode) -> Set<String> {
    let offices = lexicon.offices[language] ?? [:]
    var all: Set<String> = []
    for sort in words.compactMap({ offices[$0] }) {
      let both = all.intersection(sort)
      if all.isEmpty { all = sort } else if !both.isEmpty { all = both }
    }
    return all
  }

  /// True if the description says more than the office, such as the country.
  func tellsMore(_ words: Range<Int>, _ head: Int) -> Bool {
    words.contains {
      $0 != head && !passage.isArticle($0)
        && !passage.isPreposition($0) && !["estado", "state"].contains(passage.words[$0].key)
    }
  }

  /// Index of the last mention that ends before a word; -1 if there is none.
  func lastMention(before word: Int) -> Int {
    var low = 0
    var high = passage.mentionWords.count
    while low < high {
      let middle = (low + high) / 2
      if passage.mentionWords[middle].lowerBound < word { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

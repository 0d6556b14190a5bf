import Language

/// Whom a pronoun means that speaks.
extension SpeakerFinder {
  func pronoun(_ index: Int, _ context: SpeakerContext) -> Speaker? {
    let last = context.last
    let mention = passage.words[index].mention
    let key = passage.words[index].key
    if key == "they", let own = ownSubject(index) { return own }
    if let last, ["they", "ellos", "ellas"].contains(key),
      isPlural(last) && (last.kind != .government || last.isDescribed)
        || key == "they" && last.kind == .organization && context.isRecent
    {
      return here(last, index)
    }
    if let last, context.isRecent, context.topic == nil, ["he", "she", "él", "ella"].contains(key),
      isSingle(last, key), followsQuote(index)
    {
      return here(last, index)
    }
    if let last, ["he", "she"].contains(key), isSingle(last, key), goesOn(index, context) {
      return here(last, index)
    }
    if let topic = context.topic, ["he", "she", "él", "ella"].contains(key), followsQuote(index),
      isSingle(topic, key), !topic.isDescribed
    {
      // "Petrona Tomas was waiting. '…,' she said."
      return here(topic, index)
    }
    if mention >= 0, let found = phrases.speaker(of: mention) { return found }
    if last == nil, key == "it", let body = bodyBefore(index) { return body }
    guard var found = last else { return nil }
    let plural = ["they", "ellos", "ellas", "we"].contains(passage.words[index].key)
    if passage.words[index].key == "it", found.kind == .person { return nil }
    if ["he", "she"].contains(key), found.kind == .organization || found.kind == .government,
      let body = found.entities.first, passage.analysis.entities[body].isPress
    {
      return context.lastNamed.flatMap { isSingle($0, key) ? here($0, index) : nil }
    }
    if plural != isPlural(found) && found.kind == .person { return nil }
    found.words = index..<index + 1
    return found
  }

  /// "The participants shared their plans, and they stressed …": the group that opens the sentence, behind whose verb the pronoun
  /// follows a conjunction.
  private func ownSubject(_ index: Int) -> Speaker? {
    let lower = passage.sentence(passage.words[index].sentence).lowerBound
    guard index > lower + 2, ["and", "but"].contains(passage.words[index - 1].key),
      let found = phrases.speaker(startingAt: lower, before: index), found.isDescribed,
      found.kind == .person, isPlural(found) || found.entities.count > 1,
      isBeforeVerb(found.words.upperBound, index)
    else { return nil }
    return here(found, index)
  }

  /// "The two condemned the raid", "Ambos pidieron calma", "Both called for restraint": the two told of last as one, else the two persons
  /// whom the sentence before names.
  func pair(_ index: Int, _ lower: Int) -> Speaker? {
    let key = passage.words[index].key
    let isPair =
      ["two", "dos"].contains(key) && index == lower + 1
      && ["the", "los", "las"].contains(passage.words[lower].key)
      || ["both", "ambos", "ambas"].contains(key) && (index == lower || passage.isComma(index - 1))
    let number = passage.words[index].sentence - 1
    guard isPair, passage.words[index].mention < 0 else { return nil }
    if let both = onlyTwo(in: lower..<index) {
      // "Tras una reunión entre Soto y Roa, ambos dijeron"
      return Speaker(entities: both, phrase: nil, kind: .person, words: index..<index + 1)
    }
    guard number >= 0 else { return nil }
    let before = passage.sentence(number)
    var persons: [Int] = []
    var at = before.upperBound - 1
    while at >= before.lowerBound, before.upperBound - at < 2 * Self.reach {
      let mention = passage.words[at].mention
      if mention >= 0, passage.words[at].quote < 0 {
        let found = passage.analysis.mentions[mention]
        if found.entities.count == 2, let both = phrases.speaker(of: mention) {
          return here(both, index)
        }
        for entity in found.entities
        where passage.analysis.entities[entity].kind == .person && !persons.contains(entity) {
          persons.insert(entity, at: 0)
        }
        at = passage.mentionWords[mention].lowerBound
      }
      at -= 1
    }
    guard persons.count == 2 else { return nil }
    return Speaker(entities: persons, phrase: nil, kind: .person, words: index..<index + 1)
  }

  /// The persons named in these words, where they are two.
  private func onlyTwo(in words: Range<Int>) -> [Int]? {
    var persons: [Int] = []
    for index in words where passage.words[index].mention >= 0 && passage.words[index].quote < 0 {
      for entity in passage.analysis.mentions[passage.words[index].mention].entities
      where passage.analysis.entities[entity].kind == .person && !persons.contains(entity) {
        persons.append(entity)
      }
    }
    return persons.count == 2 ? persons : nil
  }

  /// "Estos países dijeron", "These nations agreed": the two countries that the sentence before tells of.
  func theseCountries(_ index: Int, _ lower: Int) -> Speaker? {
    let number = passage.words[index].sentence - 1
    guard number >= 0, index > lower,
      ["these", "estos", "estas"].contains(passage.words[index - 1].key),
      ["countries", "nations", "governments", "países", "naciones", "gobiernos"]
        .contains(passage.words[index].key)
    else { return nil }
    var countries: [Int] = []
    for (mention, found) in passage.analysis.mentions.enumerated()
    where found.sentence == number
      && passage.words[passage.mentionWords[mention].lowerBound].quote < 0
    {
      for entity in found.entities
      where passage.analysis.entities[entity].kind == .government && !countries.contains(entity) {
        countries.append(entity)
      }
    }
    guard countries.count > 1 else { return nil }
    return Speaker(
      entities: countries, phrase: nil, kind: .government, words: index - 1..<index + 1)
  }

  /// "El canciller recibió a la ministra. Esta pidió …": the person whom the sentence before mentions last.
  func latter(_ index: Int) -> Speaker? {
    let number = passage.words[index].sentence - 1
    guard number >= 0 else { return nil }
    let sentence = passage.sentence(number)
    guard let found = lastPerson(before: sentence.upperBound, from: sentence.lowerBound),
      found.entities.count == 1
    else { return nil }
    let isFeminine = passage.words[index].key.hasSuffix("a")
    if let gender = passage.analysis.entities[found.entities[0]].gender,
      (gender == .feminine) != isFeminine
    {
      return nil
    }
    return here(found, index)
  }

  /// "Luján recibió a Sosa. Esta última dijo", "Berg met Lund, and the latter said": the person mentioned last, in the sentence before
  /// where this one has none.
  func lastNamed(before index: Int, _ lower: Int) -> Speaker? {
    if let found = lastPerson(before: index, from: lower) { return here(found, index) }
    return latter(index)
  }

  /// "dijo ella", "apuntó él": who spoke last, if the gender does not speak against it, else the person of that gender who was named last
  /// in the two sentences before.
  func oneOf(_ index: Int, _ last: Speaker?) -> Speaker? {
    let key = passage.words[index].key
    let number = passage.words[index].sentence
    var at = index - 1
    while at >= 0, passage.words[at].sentence + 2 >= number, index - at < 2 * Self.reach {
      let mention = passage.words[at].mention
      if mention >= 0, passage.words[at].quote < 0,
        let found = phrases.speaker(of: mention), found.kind == .person, found.entities.count == 1,
        let gender = passage.analysis.entities[found.entities[0]].gender,
        (gender == .feminine) == (key == "ella")
      {
        return here(found, index)
      }
      at -= 1
    }
    return last.flatMap { isSingle($0, key) ? here($0, index) : nil }
  }

  /// "Rajapaksa told a rally. He accused …": the pronoun opens the sentence behind the one in which somebody spoke, or stands in a tag
  /// behind what was said.
  private func goesOn(_ index: Int, _ context: SpeakerContext) -> Bool {
    let sentence = passage.words[index].sentence
    guard context.lastSentence == sentence - 1 else { return false }
    return index == passage.sentence(sentence).lowerBound
      || passage.isComma(index - 1) && passage.words[index - 1].quote < 0
        && index + 1 < passage.words.count && passage.isFiniteVerb(index + 1)
  }

  /// "The Foreign Office summoned the envoy. In a statement, it said": the body or government that the sentence before is about.
  private func bodyBefore(_ index: Int) -> Speaker? {
    let number = passage.words[index].sentence - 1
    guard number >= 0 else { return nil }
    let sentence = passage.sentence(number)
    guard let found = sentenceSubject(sentence, before: sentence.upperBound),
      found.kind == .organization || found.kind == .government
    else { return nil }
    return here(found, index)
  }

  /// "The leaders issued a statement in which they condemned": whom the sentence is about, where the pronoun stands in a clause of it.
  func sender(_ index: Int, _ lower: Int) -> Speaker? {
    guard index > lower, passage.isRelative(index - 1),
      let found = sentenceSubject(lower..<index, before: index),
      found.kind == .person || found.kind == .organization,
      ["they", "ellos", "ellas"].contains(passage.words[index].key) == isPlural(found)
    else { return nil }
    return here(found, index)
  }

  /// "One of them said", "dijo uno de ellos": the persons whom the sentence before is about, or who spoke last.
  func oneOfThem(_ index: Int, _ lower: Int, _ context: SpeakerContext) -> Speaker? {
    guard ["of", "de"].contains(passage.words[index - 1].key),
      ["one", "uno", "una", "some", "two", "several", "both", "most", "algunos", "varios"]
        .contains(passage.words[index - 2].key)
    else { return nil }
    let number = passage.words[index].sentence - 1
    if number >= 0, let first = passage.sentence(number).first,
      var found = phrases.speaker(
        startingAt: first, before: passage.sentence(number).upperBound),
      found.kind == .person, isPlural(found)
    {
      found.words = index - 2..<index + 1
      return found
    }
    guard var last = context.last, last.kind == .person, isPlural(last) else { return nil }
    last.words = index - 2..<index + 1
    return last
  }

  func here(_ speaker: Speaker, _ index: Int) -> Speaker {
    var found = speaker
    found.words = index..<index + 1
    return found
  }

  /// True if a person spoke whom "he" or "she" may mean.
  func isSingle(_ speaker: Speaker, _ pronoun: String) -> Bool {
    // "B.R. Mehta, a farmers' leader, told a paper …": a name that nobody knows is a person's if "he" follows.
    let isUnknownName =
      speaker.kind == nil && speaker.entities.isEmpty
      && speaker.words.allSatisfy { passage.words[$0].isCapitalized }
    guard speaker.kind == .person || isUnknownName, !isPlural(speaker) else { return false }
    guard let entity = speaker.entities.first,
      let gender = passage.analysis.entities[entity].gender
    else { return true }
    return (gender == .feminine) == ["she", "ella"].contains(pronoun)
  }

  /// True for "he" in "'…,' he said".
  func followsQuote(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, passage.words[before].quote < 0, passage.isPunctuation(before) {
      before -= 1
    }
    return before >= 0 && passage.words[before].quote >= 0
  }

  func isPlural(_ speaker: Speaker) -> Bool {
    if speaker.entities.count > 1 { return true }
    if speaker.entities.isEmpty, !speaker.isDescribed, speaker.kind == .person { return false }
    guard let head = phrases.head(of: speaker.words) else { return false }
    if !speaker.entities.isEmpty, !speaker.isDescribed { return false }
    return passage.words[head].features.contains(.plural)
  }
}

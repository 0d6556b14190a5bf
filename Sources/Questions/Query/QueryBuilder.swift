import Records

/// Makes the typed query of a parse.
struct QueryBuilder {
  let words: [Word]
  let reader: PartyReader
  let sets: WordSets
  /// From which on what is "upcoming" or "next" lies.
  let today: Day

  /// The query; nil if the head is no kind that is known.
  func query(_ parse: Parse) -> Query? {
    guard let kind = Query.Kind(rawValue: parse.head) else { return nil }
    var query = Query(kind: kind, language: parse.language)
    query.attributes = parse.attributes
    for filled in parse.filled {
      let words = Array(self.words[filled.range])
      switch (filled.slot.name, filled.slot.kind) {
      case ("y", .party): query.others.all += reader.list(words).all
      case ("besides", .party): query.besides.all += reader.list(words).all
      case ("as", .party): query.capacities.append(reader.read(words))
      case ("pair", .party):
        let pair = reader.pair(words).all
        if pair.count == 1, pair[0].count == 1 { query.subject = pair[0][0].name }
        query.parties.all += pair
      case (_, .party): query.parties.all += reader.list(words).all
      case (_, .place), (_, .known):
        query.places.append(place(words))
        if !words.contains(where: { $0.isCapital || $0.isQuote }) {
          query.uncertainPlaces.append(place(words))
        }
      case (_, .country):
        query.answerCountries += origin(words)
      case (_, .topic): query.topics.append(topic(words))
      case (_, .title): query.title = content(words)
      case (_, .content):
        query.content = spoken(words)
        query.contentIsFree = !words.contains(where: \.isQuote)
      case (_, .time): if let time = filled.time { query.times.append(time) }
      case (_, .number): query.count = parse.count
      }
    }
    let joined = reader.elliptic(query.parties.all + query.others.all)
    query.others.all = Array(joined.dropFirst(query.parties.all.count))
    query.parties.all = Array(joined.prefix(query.parties.all.count))
    if query.kind.rawValue.hasPrefix("say-") { joinTopics(parse, &query) }
    settle(&query)
    return query
  }

  /// "What did X say about elections in Venezuela": of statements, a country right behind the topic is part of it.
  private func joinTopics(_ parse: Parse, _ query: inout Query) {
    let topics = parse.filled.filter { $0.slot.kind == .topic }
    for (index, filled) in topics.enumerated() {
      guard
        let place = parse.filled.first(where: {
          $0.slot.kind == .place && $0.range.lowerBound == filled.range.upperBound + 1
        })
      else { continue }
      let words = Array(self.words[place.range])
      let name = self.place(words)
      guard reader.countries.named(name) != nil, let found = query.places.firstIndex(of: name)
      else { continue }
      query.places.remove(at: found)
      query.uncertainPlaces.removeAll { $0 == name }
      query.topics[index] += " " + name
    }
  }

  /// What one part of a question means for another.
  private func settle(_ query: inout Query) {
    if query.attributes.removeValue(forKey: "top") != nil {
      switch query.kind {
      case .metWho where query.parties.isEmpty && query.others.isEmpty:
        query.kind = .metTop
        query.attributes["by"] = "meetings"
      case .metWho: query.kind = .metTopOf
      case .sayAboutWho, .saySpeakers: query.kind = .sayTop
      case .metWhere: query.kind = .metTopPlaces
      case .metWhen where query.attributes["grain"] != nil: query.kind = .metTopYears
      case .agreementSigners: query.kind = .agreementTop
      case .agreementPartners: query.kind = .agreementTopPartners
      case .metTop, .metTopOf, .metTopPairs, .metTopPlaces, .metTopYears, .agreementTop,
        .agreementTopPartners,
        .sayTop:
        break
      default: query.attributes["top"] = "often"
      }
    }
    if query.attributes.removeValue(forKey: "ahead") != nil {
      query.times.append(.spans([TimeSpan(today, nil)]))
    }
    settleHost(&query)
    if query.attributes.removeValue(forKey: "planning") != nil, query.attributes["status"] == nil {
      query.attributes["status"] = "supposed"
    }
    // "Meetings per year" are counted.
    if query.kind == .metList, query.attributes["per"] != nil { query.kind = .metCount }
    if query.kind == .agreementList, query.attributes["per"] != nil { query.kind = .agreementCount }
    // "Most" goes by meetings of every sort, calls too.
    if query.kind.rawValue.hasPrefix("met-top"), query.attributes["manner"] == "meet" {
      query.attributes["manner"] = "talk"
    }
    // Meetings take all who are named alike; sides matter for agreements and statements only.
    if query.kind.rawValue.hasPrefix("met-") {
      query.parties.all += query.others.all
      query.others.all = []
    }
    settleSpeech(&query)
    query.topicIsUncertain = query.attributes.removeValue(forKey: "weak") != nil
    if query.attributes.removeValue(forKey: "bare") != nil, query.places.isEmpty,
      query.times.isEmpty, query.topics.isEmpty, query.answerCountries.isEmpty,
      [.metWho, .sayWhat].contains(query.kind)
    {
      // "who met" alone asks nothing.
      query.attributes["bare"] = "yes"
    }
    if query.kind == .saySpeakers, !query.topics.isEmpty { query.kind = .sayAboutWho }
    // "Meet" and "talk" say nothing of signing and saying; "by phone" does, and is kept to be refused.
    if query.kind.rawValue.hasPrefix("say-") || query.kind.rawValue.hasPrefix("agr-"),
      ["meet", "talk", "host"].contains(query.attributes["manner"])
    {
      query.attributes["manner"] = nil
    }
  }

  /// Who is at home: of those who receive someone, and of those who are visited.
  private func settleHost(_ query: inout Query) {
    query.agent = query.attributes.removeValue(forKey: "agent") ?? "x"
    let named = (query.parties.all + query.others.all).joined()
    var host = query.agent
    // Who visits a country need not meet anyone who takes part for it; who visits people meets them.
    if query.attributes["manner"] == "visit", !named.contains(where: isPlainCountry) {
      query.attributes["manner"] = "host"
      let isPair = query.parties.all.count + query.others.all.count > 1
      host = query.agent == "x" ? (isPair ? "y" : "asked") : "x"
    }
    if query.attributes["manner"] == "host" { query.host = host }
  }

  /// True of "Cuba", "the United States" and "Ankara", not of "Cuban officials".
  private func isPlainCountry(_ phrase: PartyPhrase) -> Bool {
    guard phrase.offices.isEmpty, phrase.name != nil || phrase.country != nil else { return false }
    let words = Folding.fold(phrase.written).split(separator: " ").map(String.init)
    let bare = words.drop { ["the", "el", "la", "los"].contains($0) }.joined(separator: " ")
    return reader.countries.capital(bare) != nil
      || phrase.name == nil && reader.countries.named(bare) != nil
  }

  /// "When did A and B talk about T": to each other. "When did A talk about T": what A said.
  private func settleSpeech(_ query: inout Query) {
    guard query.attributes.removeValue(forKey: "speech") != nil else { return }
    query.mayBeMeeting = true
    if query.parties.all.count > 1, let kind = QueryBuilder.conversations[query.kind] {
      query.kind = kind
      query.attributes["manner"] = "talk"
    } else if query.parties.all.count == 1, query.others.isEmpty, !query.topics.isEmpty,
      let kind = QueryBuilder.conversations.first(where: { $0.value == query.kind })?.key
    {
      query.kind = kind
    }
  }

  /// Questions of speaking that are questions of meetings where two are named.
  private static let conversations: [Query.Kind: Query.Kind] = [
    .sayWhen: .metWhen, .sayDid: .metDid, .sayCount: .metCount,
  ]

  /// The country or the region whose people are asked for.
  private func origin(_ words: [Word]) -> [String] {
    let folded = words.map(\.folded)
    if let region = Regions.standard.match(folded), region.count == words.count {
      return [region.name]
    }
    return reader.countries.match(folded).map { [$0.code] } ?? []
  }

  private func fold(_ words: [Word]) -> String {
    words.map { $0.isQuote ? $0.folded : Folding.fold($0.text) }.filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  private func place(_ words: [Word]) -> String {
    let bare = Array(words.drop { sets.contains("honorific", $0.folded) })
    return fold(bare.isEmpty ? words : bare)
  }

  private func topic(_ words: [Word]) -> String {
    var folded = fold(words).split(separator: " ").map(String.init)
    while folded.count > 1 {
      let lead = sets.prefix("lead", folded[...])
      if lead > 0, lead < folded.count {
        folded.removeFirst(lead)
      } else if ["the", "el", "la", "los", "las"].contains(folded[0]) {
        folded.removeFirst()
      } else {
        break
      }
    }
    return folded.joined(separator: " ")
  }

  private func content(_ words: [Word]) -> String { topic(words) }

  private func spoken(_ words: [Word]) -> String {
    words.map(\.text).joined(separator: " ").replacing(" ,", with: ",").replacing(" 's", with: "'s")
  }
}

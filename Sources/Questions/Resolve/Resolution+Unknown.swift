import SQLite

/// Names, places and topics that nobody knows: refused, or told with what is near.
extension Resolution {
  /// True if the gazetteer or any record has the place.
  func isKnown(place: String) -> Bool {
    let match = Places.standard.match(place)
    if match.country != nil || !match.region.isEmpty || Places.standard.isCity(place) {
      return true
    }
    if match.names.contains(where: names.isKnownPlace) { return true }
    if let words = Places.standard.words(place, sets),
      FullText.hasMatch(database, "meetings_fts", words)
    {
      return true
    }
    let found = try? match.names.contains { name in
      try database.scalar(
        "SELECT 1 FROM agreements WHERE place GLOB ? LIMIT 1", [.text(Constraints.pattern(name))])
        != nil
    }
    return found ?? false
  }

  /// True if a topic of a meeting, a statement or a title, as the question's kind wants it, has the words.
  func isKnown(topic: String) -> Bool {
    let words = Constraints(query: query, sets: sets).words(of: topic)
    return FullText.hasMatch(database, topicTable, words)
  }

  /// "The migration talks": a name before "talks" that nobody has is their topic where the base has it.
  /// What is neither ("the final talks between X and Y") is returned.
  mutating func takeSubject() -> String? {
    guard let subject = query.subject, !names.isKnown(subject) else { return nil }
    guard isKnown(topic: subject) || isLoose(subject) else {
      return query.parties.all.count > 1 ? subject : nil
    }
    query.parties.all.removeAll { $0.count == 1 && $0[0].name == subject }
    query.topics.append(subject)
    return nil
  }

  /// True if nothing has the words of a topic, but something has them in the singular or the plural.
  func isLoose(_ words: String) -> Bool {
    guard !isKnown(topic: words) else { return false }
    var loose = query
    loose.looseWords = [words]
    return FullText.hasMatch(
      database, topicTable, Constraints(query: loose, sets: sets).words(of: words))
  }

  /// The full-text table that topics of the question's kind are looked for in.
  private var topicTable: String {
    query.kind.rawValue.hasPrefix("met-")
      ? "topics_fts"
      : query.kind.rawValue.hasPrefix("say-") ? "statements_fts" : "agreement_titles_fts"
  }

  /// A city or country at the beginning or end of a place that nobody knows as a whole ("Moscow airport").
  func knownPart(of place: String) -> String? {
    let words = place.split(separator: " ").map(String.init)
    return (1..<max(words.count, 1)).lazy.flatMap { count in
      [words.prefix(count), words.suffix(count)].map { $0.joined(separator: " ") }
    }.first { Places.standard.isCity($0) || CountryNames.shared.named($0) != nil }
  }

  mutating func unknown(_ phrase: PartyPhrase, _ name: String) throws -> Found {
    if let code = CountryNames.shared.capital(name) { return .party(.country(code)) }
    let words = name.split(separator: " ").map(String.init)
    if names.hasPhrase(name, in: "agreement_titles_fts") {
      return .refused("\"\(phrase.written)\" is an agreement, and not who is asked for here")
    }
    // "the tallest president", "two countries": no names.
    if let word = words.first(where: { sets.contains("group", $0) || offices.isOffice($0) }),
      phrase.written == phrase.written.lowercased()
    {
      return .refused(
        "\"\(phrase.written)\" is not understood; of \"\(word)\" the country or a name is missing")
    }
    if let word = phrase.doubtful.first {
      return .refused("\"\(word)\" is not understood in \"\(phrase.written)\"")
    }
    // "maduro secretly": a name and a word that is in no name are not a name.
    if words.count > 1 {
      for count in stride(from: words.count - 1, through: 1, by: -1) {
        let head = words.prefix(count).joined(separator: " ")
        let rest = words.dropFirst(count)
        guard names.isKnown(head), !rest.contains(where: names.isKnown) else { continue }
        if let full = try longer(phrase, head: head, count: count) { return .party(full) }
        return .refused(
          "\"\(rest.joined(separator: " "))\" is not understood; the base knows \"\(head)\"")
      }
    }
    // "sec whitaker": in a question without capitals nothing tells a first name from another word.
    if words.count > 1, phrase.written == phrase.written.lowercased() {
      for count in 1..<words.count {
        let tail = words.suffix(count).joined(separator: " ")
        let rest = words.dropLast(count)
        guard names.isKnown(tail), !rest.contains(where: names.isKnown) else { continue }
        return .refused(
          "\"\(rest.joined(separator: " "))\" is not understood; the base knows \"\(tail)\"")
      }
    }
    if words.count > 6 { return .refused("\"\(phrase.written)\" is not understood") }
    let near = NearestNames(database: database).names(like: name)
    notes.append(
      "no record has the name \"\(phrase.written)\""
        + (near.isEmpty ? "" : "; near it are: " + near.joined(separator: ", ")))
    return .party(.unknown)
  }

  /// "Nicolás Maduro Moros": a whole known name with a second surname in capitals.
  private func longer(_ phrase: PartyPhrase, head: String, count: Int) throws -> ResolvedParty? {
    let written = phrase.written.split(separator: " ")
    guard count > 1, written.count > count,
      written.allSatisfy({ $0.unicodeScalars.first?.properties.isUppercase == true }),
      case .entities(let candidates) = try names.resolve(head)
    else { return nil }
    return .entities(candidates.map(\.entity))
  }
}

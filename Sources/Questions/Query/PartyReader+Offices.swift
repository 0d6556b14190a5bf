import Gazetteer
import Records

/// Offices and countries that stand for people, and titles before and behind names.
extension PartyReader {
  /// A country and what is left of the words: "Mexican …", "… of Mexico", "Iran's …".
  private func country(in words: [String]) -> (code: String, rest: [String])? {
    if let match = countries.match(words), match.count < words.count {
      var rest = Array(words.dropFirst(match.count))
      if rest.first == "'s" { rest.removeFirst() }
      // "Jordan Smith": a country's name before a word that is no office is no country.
      return (match.code, rest)
    }
    if let match = countries.match(words, atEnd: true), match.count < words.count {
      var rest = Array(words.dropLast(match.count))
      while let last = rest.last,
        ["of", "from", "de", "del", "the", "la", "el", "los", "las", "for"].contains(last)
      {
        rest.removeLast()
      }
      return rest.isEmpty ? nil : (match.code, rest)
    }
    // "ministro ruso de Exteriores"
    if words.count > 2, let code = countries.demonym(words[1]) {
      return (code, [words[0]] + words[2...])
    }
    return nil
  }

  /// "UN" is no article, where it is written so or the question is English.
  func isUnitedNations(_ word: Word) -> Bool {
    word.text == "UN" || word.folded == "un" && countries.isEnglish
  }

  /// The words as they are looked up.
  private func forms(_ words: [Word]) -> [String] {
    words.map { isUnitedNations($0) ? "onu" : $0.folded }
  }

  private func content(_ words: [String]) -> [String] {
    words.filter { !sets.contains("stop", $0) && $0 != "for" && $0 != "'s" }
  }

  /// "Mexican officials", "the Russian foreign minister", "presidenta de Argentina".
  func ofCountry(_ words: [Word]) -> PartyPhrase? {
    var folded = forms(words)
    guard isOneNoun(folded) else { return nil }
    while folded.count > 1, sets.contains("grade", folded[0]) { folded.removeFirst() }
    if let code = countries.demonym(folded.joined(separator: " ")), words.count <= 2 {
      return PartyPhrase(written: text(words), country: code)
    }
    guard let (code, rest) = country(in: folded) else { return officeAlone(words, folded) }
    var left = content(rest)
    while left.count > 1, sets.contains("grade", left[0]) { left.removeFirst() }
    if sets.prefix("counterpart", left[...]) == left.count {
      return PartyPhrase(written: text(words), country: code, isCounterpart: true)
    }
    if left.count == 1 && sets.contains("group", left[0])
      || sets.prefix("group", left[...]) == left.count
    {
      return PartyPhrase(written: text(words), country: code)
    }
    if let keys = office(left, country: code) {
      return PartyPhrase(
        written: text(words), country: code, offices: keys,
        isPlural: left.contains { $0.hasSuffix("s") })
    }
    if let (keys, portfolio) = posting(left, country: code) {
      return PartyPhrase(
        written: text(words), country: code, offices: keys, portfolio: portfolio)
    }
    return nil
  }

  /// False where a word stands inside that no office has ("the Russian minister about Ukraine").
  private func isOneNoun(_ words: [String]) -> Bool {
    words.allSatisfy { !sets.contains("stop", $0) || sets.contains("joint", $0) }
  }

  /// "special envoy for Yemen", "embajador en México": an office and, behind it, the country that it is for.
  private func posting(_ words: [String], country: String) -> (keys: [String], country: [String])? {
    guard let length = offices.prefix(words), length < words.count else { return nil }
    let rest = Array(words.dropFirst(length))
    guard let match = countries.match(rest), match.count == rest.count, match.code != country else {
      return nil
    }
    let keys = offices.keys(role: words.prefix(length).joined(separator: " "), country: country)
    return keys.isEmpty ? nil : (keys.sorted(), rest)
  }

  /// "the NATO secretary general", "el secretario general de la OTAN": an office of a body that is known.
  func ofBody(_ words: [Word]) -> PartyPhrase? {
    let folded = forms(words)
    guard folded.count > 1, isOneNoun(folded) else { return nil }
    for count in stride(from: folded.count - 1, through: 1, by: -1) {
      let head = Array(folded.prefix(count))
      let tail = Array(folded.suffix(count))
      let candidates = [
        (body: head, rest: Array(folded.dropFirst(count))),
        (body: tail, rest: Array(folded.dropLast(count))),
      ]
      for (body, rest) in candidates {
        let names = NamesTable.standard.bodyNames(
          body.filter { !sets.contains("honorific", $0) }.joined(separator: " "))
        guard !names.isEmpty, let keys = office(content(rest), country: nil) else { continue }
        return PartyPhrase(written: text(words), offices: keys, body: names)
      }
    }
    return nil
  }

  /// "the foreign minister", "el papa".
  private func officeAlone(_ words: [Word], _ folded: [String]) -> PartyPhrase? {
    let left = content(folded)
    guard let keys = office(left, country: nil) else { return nil }
    // "the Secretary of State": one country alone calls its minister so in news of other countries.
    let country = sets.phrases(of: "national").first { $0.dropLast() == left.suffix($0.count - 1) }?
      .last?.uppercased()
    return PartyPhrase(written: text(words), country: country, offices: keys)
  }

  /// The offices that the words name, if they name nothing else.
  private func office(_ words: [String], country: String?) -> [String]? {
    guard !words.isEmpty else { return nil }
    var position = 0
    var modifiers: [String] = []
    while position < words.count, sets.contains("modifier", words[position]) {
      if offices.prefix(Array(words[position...])) != nil { break }
      modifiers.append(words[position])
      position += 1
    }
    guard let length = offices.prefix(Array(words[position...])) else { return nil }
    let rest = words[(position + length)...]
    guard rest.allSatisfy({ sets.contains("modifier", $0) }) else { return nil }
    let keys = offices.keys(role: words.joined(separator: " "), country: country)
    return keys.isEmpty ? nil : keys.sorted()
  }

  /// "President Buhari", "US Secretary of State Antony Blinken", "Russia's Lavrov", "el canciller ruso Serguéi Lavrov".
  func titled(_ words: [Word]) -> PartyPhrase? {
    for count in stride(from: words.count - 1, through: 1, by: -1) {
      var title = Array(words[..<count])
      var rest = Array(words[count...])
      if title.last?.folded == "," { title.removeLast() }
      if rest.first?.folded == "," { rest.removeFirst() }
      guard !title.isEmpty, let first = rest.first, first.folded != "'s",
        !sets.contains("particle", first.folded)
      else { continue }
      let folded = title.map(\.folded)
      // "the lawyer of Snowden" is not Snowden.
      if let last = folded.last, ["of", "de", "del", "for", "the", "la", "el"].contains(last) {
        continue
      }
      if folded.last == "'s", let code = countries.named(folded.dropLast().joined(separator: " ")) {
        return entitled(named(rest), code, [])
      }
      if let phrase = ofCountry(title), phrase.name == nil {
        // "Venezuelan opposition" is a name; "Venezuelan president Maduro" is not.
        guard !phrase.offices.isEmpty else { continue }
        return entitled(named(rest), phrase.country, phrase.offices)
      }
      // "NATO Secretary General Jens Stoltenberg", "Deputy Secretary Wendy Sherman"
      if isKnownName(fold(rest)), !isKnownName(fold(words)), countries.named(fold(rest)) == nil,
        !rest.allSatisfy({ sets.contains("group", $0.folded) }), isTitle(title)
      {
        var phrase = named(rest)
        phrase.whole = fold(words)
        return phrase
      }
    }
    return nil
  }

  /// "Salinas of Peru", "el presidente Okafor de Nigeria", "Okafor, president of Nigeria": a known name with the country or
  /// the office behind it.
  func placed(_ words: [Word]) -> PartyPhrase? {
    guard !isKnownName(fold(words)) else { return nil }
    for index in words.indices.dropFirst().dropLast() {
      let head = Array(words[..<index])
      let tail = Array(words[(index + 1)...])
      switch words[index].folded {
      case "of", "de", "del", "from":
        guard let code = countries.named(bare(tail).map(\.folded).joined(separator: " ")) else {
          continue
        }
        let phrase = read(head)
        guard let name = phrase.name, isKnownName(name) else { continue }
        return entitled(phrase, phrase.country ?? code, phrase.offices)
      case ",":
        let office = read(tail)
        guard office.name == nil, !office.offices.isEmpty, isKnownName(fold(bare(head))) else {
          continue
        }
        return entitled(named(bare(head)), office.country, office.offices)
      default: continue
      }
    }
    return nil
  }

  /// True if every word is one of offices, portfolios, bodies and countries.
  private func isTitle(_ words: [Word]) -> Bool {
    guard isOneNoun(words.map(\.folded)),
      words.contains(where: { word in
        NamesTable.standard.entries(of: word.folded).contains { $0.kind == .office }
      })
    else { return false }
    let kinds: Set<Entry.Kind> = [
      .office, .portfolio, .honorific, .modifier, .body, .country, .demonym, .group,
    ]
    return words.allSatisfy { word in
      sets.contains("stop", word.folded) || sets.contains("modifier", word.folded)
        || NamesTable.standard.entries(of: word.folded).contains { kinds.contains($0.kind) }
    }
  }

  private func entitled(_ phrase: PartyPhrase, _ country: String?, _ offices: [String])
    -> PartyPhrase
  {
    var phrase = phrase
    phrase.country = country
    phrase.offices = offices
    return phrase
  }
}

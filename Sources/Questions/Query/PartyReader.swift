import Gazetteer
import Records

/// Reads the words of a slot as people, countries and offices.
struct PartyReader {
  let offices: Offices
  let sets: WordSets
  let countries: CountryNames
  /// True if the base has the name, folded.
  let isKnownName: (String) -> Bool

  // MARK: Lists

  /// The parties that the words name: "Kerry and Zarif", "Obama, Putin or Merkel".
  func list(_ words: [Word]) -> PartyList {
    let pieces = split(words)
    var list = PartyList()
    var alternatives: [PartyPhrase] = []
    for piece in pieces {
      if !piece.joinsAlternative, !alternatives.isEmpty {
        list.all.append(alternatives)
        alternatives = []
      }
      alternatives.append(read(piece.words))
    }
    if !alternatives.isEmpty { list.all.append(alternatives) }
    return distributed(list)
  }

  /// "the Obama Putin meeting": two whom the base knows, with nothing between them. As `list` where that does not hold.
  func pair(_ words: [Word]) -> PartyList {
    let list = list(words)
    guard list.all.count == 1, list.all[0].count == 1, let name = list.all[0][0].name,
      words.count > 1, !isKnownName(name)
    else { return list }
    let cuts = (1..<words.count).filter {
      isKnown(Array(words[..<$0])) && isKnown(Array(words[$0...]))
    }
    guard cuts.count == 1 else { return list }
    return PartyList(all: [[read(Array(words[..<cuts[0]]))], [read(Array(words[cuts[0]...]))]])
  }

  /// "the presidents of Cuba and Mexico": a country behind a plural office is its holder there.
  private func distributed(_ list: PartyList) -> PartyList {
    var list = list
    for index in list.all.indices.dropFirst() {
      guard let before = list.all[index - 1].first, !before.offices.isEmpty, before.name == nil,
        before.isPlural, list.all[index].count == 1, list.all[index][0].name == nil,
        list.all[index][0].offices.isEmpty, list.all[index][0].country != nil
      else { continue }
      list.all[index][0].offices = before.offices
      list.all[index][0].isPlural = true
    }
    return list
  }

  private struct Piece {
    var words: [Word]
    /// True if "or" stands before it.
    var joinsAlternative: Bool
  }

  private func split(_ words: [Word]) -> [Piece] {
    if isWhole(words) { return [Piece(words: words, joinsAlternative: false)] }
    var pieces: [Piece] = []
    var current: [Word] = []
    var alternative = false
    var index = 0
    func flush() {
      if !current.isEmpty { pieces.append(Piece(words: current, joinsAlternative: alternative)) }
      current = []
    }
    while index < words.count {
      let rest = words[index...].map(\.folded)[...]
      let and = sets.prefix("connective", rest)
      let or = sets.prefix("alternative", rest)
      if and > 0 || or > 0, !words[index].isQuote {
        // "the Russian foreign minister, Sergey Lavrov": an office and a name behind a comma are one.
        if words[index].folded == ",", !current.isEmpty, read(current).name == nil,
          !read(current).offices.isEmpty
        {
          current.append(words[index])
          index += 1
          continue
        }
        if words[index].folded == ",", let end = apposition(words, index, current) {
          current += words[index..<end]
          index = end
          continue
        }
        if let whole = wholeAcross(words, index, current), and > 0 {
          current = whole.words
          index = whole.end
          continue
        }
        let wasEmpty = current.isEmpty
        flush()
        alternative = or > 0 || wasEmpty && alternative
        if and > 0, !wasEmpty { alternative = false }
        index += max(and, or)
      } else {
        current.append(words[index])
        index += 1
      }
    }
    flush()
    return pieces
  }

  /// "Amara Okafor, the president of Nigeria": an office between the comma behind a known name and the next one (or the
  /// end) is that person's; where it ends.
  private func apposition(_ words: [Word], _ index: Int, _ current: [Word]) -> Int? {
    guard !current.isEmpty, isKnownName(fold(bare(current))) else { return nil }
    let end = words[(index + 1)...].firstIndex { $0.folded == "," } ?? words.count
    guard index + 1 < end else { return nil }
    let phrase = read(Array(words[(index + 1)..<end]))
    return phrase.name == nil && !phrase.offices.isEmpty ? end : nil
  }

  /// "Bosnia and Herzegovina": the words before and behind the "and" are one known name.
  private func wholeAcross(_ words: [Word], _ index: Int, _ current: [Word]) -> (
    words: [Word], end: Int
  )? {
    guard !current.isEmpty else { return nil }
    for end in stride(from: min(words.count, index + 6), to: index + 1, by: -1) {
      let joined = current + words[index..<end]
      if isWhole(joined) { return (joined, end) }
    }
    return nil
  }

  private func isWhole(_ words: [Word]) -> Bool {
    let folded = bare(words).map(\.folded).joined(separator: " ")
    return words.contains { sets.contains("connective", $0.folded) }
      && (countries.named(folded) != nil || isKnownName(folded))
  }

  // MARK: One

  /// True if the words are a country, an office or a name that the base has.
  func isKnown(_ words: [Word]) -> Bool {
    if words.contains(where: {
      sets.contains("connective", $0.folded) || sets.contains("alternative", $0.folded)
    }),
      !isWhole(words)
    {
      let pieces = split(words)
      return pieces.count > 1 && pieces.allSatisfy { isKnown($0.words) }
    }
    // "habló Blinken de Ucrania": what stands behind the name may as well be the topic.
    if placed(bare(words)) != nil { return false }
    let phrase = read(words)
    guard let name = phrase.name else { return true }
    return isKnownName(name)
  }

  /// Without articles and words like "Mr" before it.
  private func bare(_ words: [Word]) -> [Word] {
    Array(words.drop { sets.contains("honorific", $0.folded) && !$0.isQuote })
  }

  /// One party.
  func read(_ words: [Word]) -> PartyPhrase {
    let bare = bare(words)
    let kept = bare.isEmpty ? words : bare
    let folded = kept.map(\.folded).joined(separator: " ")
    if let code = countries.named(folded)
      ?? countries.named(words.map(\.folded).joined(separator: " "))
    {
      return PartyPhrase(written: text(words), country: code)
    }
    if let phrase = ofCountry(kept) ?? ofBody(kept) { return phrase }
    if let code = seat(folded), !isKnownName(folded) {
      return PartyPhrase(written: text(words), country: code)
    }
    if let phrase = placed(kept) ?? titled(kept) { return phrase }
    return named(kept)
  }

  /// The country of a palace or ministry that stands for its government ("the Kremlin", "la Casa Rosada").
  private func seat(_ folded: String) -> String? {
    let gazetteer = Gazetteer.shared
    guard let entry = gazetteer.entries(of: folded).first(where: { $0.kind == .seat }) else {
      return nil
    }
    let index = Int(entry.index)
    return gazetteer.countries.indices.contains(index) ? gazetteer.countries[index].code : nil
  }

  private func text(_ words: [Word]) -> String {
    words.map(\.text).joined(separator: " ").replacing(" 's", with: "'s")
  }

  private func named(_ words: [Word]) -> PartyPhrase {
    var phrase = PartyPhrase(name: fold(words), written: text(words))
    let hasCapitals = words.contains { $0.isCapital }
    phrase.doubtful =
      hasCapitals
      ? words.filter {
        !$0.isCapital && !$0.isNumber && !sets.contains("particle", $0.folded) && !$0.isQuote
          && $0.folded != "'s"
      }.map(\.text) : []
    return phrase
  }

  private func fold(_ words: [Word]) -> String {
    words.map { $0.folded == "'s" ? "s" : Folding.fold($0.text) }.joined(separator: " ")
  }

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

  private func content(_ words: [String]) -> [String] {
    words.filter { !sets.contains("stop", $0) && $0 != "for" && $0 != "'s" }
  }

  /// "Mexican officials", "the Russian foreign minister", "presidenta de Argentina".
  private func ofCountry(_ words: [Word]) -> PartyPhrase? {
    var folded = words.map(\.folded)
    guard isOneNoun(folded) else { return nil }
    while folded.count > 1, sets.contains("grade", folded[0]) { folded.removeFirst() }
    if let code = countries.demonym(folded.joined(separator: " ")), words.count <= 2 {
      return PartyPhrase(written: text(words), country: code)
    }
    guard let (code, rest) = country(in: folded) else { return officeAlone(words, folded) }
    var left = content(rest)
    while left.count > 1, sets.contains("grade", left[0]) { left.removeFirst() }
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
  private func ofBody(_ words: [Word]) -> PartyPhrase? {
    let folded = words.map(\.folded)
    guard folded.count > 1, isOneNoun(folded) else { return nil }
    for count in stride(from: folded.count - 1, through: 1, by: -1) {
      let head = Array(folded.prefix(count))
      let tail = Array(folded.suffix(count))
      let candidates = [
        (body: head, rest: Array(folded.dropFirst(count))),
        (body: tail, rest: Array(folded.dropLast(count))),
      ]
      for (body, rest) in candidates {
        let names = Gazetteer.shared.bodyNames(
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
    return PartyPhrase(written: text(words), offices: keys)
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
  private func titled(_ words: [Word]) -> PartyPhrase? {
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
      if let last = folded.last, ["of", "de", "del", "for"].contains(last) { continue }
      if folded.last == "'s", let code = countries.named(folded.dropLast().joined(separator: " ")) {
        return entitled(named(rest), code, [])
      }
      if let phrase = ofCountry(title), phrase.name == nil {
        // "Venezuelan opposition" is a name; "Venezuelan president Maduro" is not.
        guard !phrase.offices.isEmpty else { continue }
        return entitled(named(rest), phrase.country, phrase.offices)
      }
      // "NATO Secretary General Jens Stoltenberg", "Deputy Secretary Wendy Sherman"
      if isTitle(title), isKnownName(fold(rest)), !isKnownName(fold(words)),
        countries.named(fold(rest)) == nil,
        !rest.allSatisfy({ sets.contains("group", $0.folded) })
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
  private func placed(_ words: [Word]) -> PartyPhrase? {
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
    let gazetteer = Gazetteer.shared
    let kinds: Set<Entry.Kind> = [
      .office, .portfolio, .honorific, .modifier, .body, .country, .demonym, .group,
    ]
    guard isOneNoun(words.map(\.folded)),
      words.contains(where: { gazetteer.entries(of: $0.folded).contains { $0.kind == .office } })
    else { return false }
    return words.allSatisfy { word in
      sets.contains("stop", word.folded) || sets.contains("modifier", word.folded)
        || gazetteer.entries(of: word.folded).contains { kinds.contains($0.kind) }
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

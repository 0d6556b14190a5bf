import Gazetteer
import Records

/// Reads the words of a slot as people, countries and offices.
struct PartyReader {
  let offices: Offices
  let sets: WordSets
  let countries: CountryNames
  /// True if the base has the name, folded.
  let isKnownName: (String) -> Bool
  /// True if one role of the base has all of the words, folded.
  var isKnownRole: (String) -> Bool = { _ in false }

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

  /// "the president of Mexico with that of Cuba", "el presidente de México con el de Cuba": the office is the one before.
  func elliptic(_ all: [[PartyPhrase]]) -> [[PartyPhrase]] {
    var all = all
    for index in all.indices.dropFirst() {
      guard let before = all[index - 1].first, !before.offices.isEmpty, before.name == nil,
        all[index].count == 1, let name = all[index][0].name,
        let of = ["de la ", "del ", "de ", "that of "].first(where: name.hasPrefix),
        let country = countries.named(String(name.dropFirst(of.count)))
      else { continue }
      all[index][0].name = nil
      all[index][0].country = country
      all[index][0].offices = before.offices
      all[index][0].doubtful = []
    }
    return all
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
    let folded = bare(words).map(\.folded).filter { $0 != "," }.joined(separator: " ")
    guard words.contains(where: { sets.contains("connective", $0.folded) }) else { return false }
    return countries.named(folded) != nil || isKnownName(folded) || isRole(words)
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
    // "who met us": no country, where it is written so.
    if words.count == 1, words[0].text == "us" { return false }
    // "habló Blinken de Ucrania": what stands behind the name may as well be the topic.
    if placed(bare(words)) != nil { return false }
    let phrase = read(words)
    guard let name = phrase.name else { return true }
    return isKnownName(name) || isRole(words)
  }

  /// True if the words are an office with its country and nothing else: "of" behind an office tells whose it is, and no topic.
  func isOfficeOfCountry(_ words: [Word]) -> Bool {
    // "the Argentine president in Bolivia": there they met.
    guard !words.contains(where: { ["in", "at", "en"].contains($0.folded) }) else { return false }
    let phrase = read(words)
    return phrase.name == nil && phrase.country != nil && !phrase.offices.isEmpty
  }

  /// True if the words begin with an office and are all in one role of the base ("the mayor of La Línea").
  private func isRole(_ words: [Word]) -> Bool {
    let folded = bare(words).map(\.folded).filter { $0 != "," }
    guard folded.count > 2, offices.prefix(folded) != nil, let last = folded.last,
      !sets.contains("stop", last)
    else { return false }
    return isKnownRole(folded.joined(separator: " "))
  }

  /// Without articles and words like "Mr" before it.
  func bare(_ words: [Word]) -> [Word] {
    Array(
      words.drop { sets.contains("honorific", $0.folded) && !$0.isQuote && !isUnitedNations($0) })
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
    NamesTable.standard.entries(of: folded).first { $0.kind == .seat }.flatMap {
      NamesTable.standard.country(at: $0.index)
    }
  }

  func text(_ words: [Word]) -> String {
    words.map(\.text).joined(separator: " ").replacing(" 's", with: "'s")
  }

  func named(_ words: [Word]) -> PartyPhrase {
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

  func fold(_ words: [Word]) -> String {
    words.map { $0.folded == "'s" ? "s" : Folding.fold($0.text) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

import Gazetteer

/// What slots take of a question.
extension Matcher {
  func fill(_ slot: Slot, at start: Int, _ cost: Double, _ then: (Int, Double) -> Void) {
    guard start < words.count else { return }
    switch slot.kind {
    case .time:
      guard let (time, end) = time(at: start) else { return }
      add(slot, start..<end, time, cost: 0.01, cost, then)
    case .number:
      guard let (number, end) = times.number(at: start) else { return }
      with(.count(number)) { add(slot, start..<end, nil, cost: 0, cost, then) }
    case .content:
      let end = words[start].isQuote ? start + 1 : words.count
      // "words like 'x'": a passage in quotation marks is the content, or there is none.
      if !words[start].isQuote, let quote = words[start...].firstIndex(where: \.isQuote) {
        // "that there were 'fruitful days'": behind words that tell nothing the passage alone is looked for.
        guard quote - start < 4,
          words[start..<quote].allSatisfy({ Matcher.beforeQuotes.contains($0.folded) })
        else { return }
        add(slot, quote..<quote + 1, nil, cost: Double(quote - start), cost, then)
        return
      }
      add(slot, start..<end, nil, cost: Double(end - start), cost, then)
    case .party, .place, .known: names(slot, start, cost, then)
    case .topic, .title: phrases(slot, start, cost, then)
    case .country:
      let next = words[start...].prefix(6).map(\.folded)
      if let count = CountryNames.shared.match(next)?.count ?? Regions.standard.match(next)?.count {
        add(slot, start..<start + count, nil, cost: 0.3, cost, then)
      }
    }
  }

  private static let beforeQuotes: Set<String> = [
    "that", "there", "was", "were", "is", "are", "it", "he", "she", "they", "we", "had", "has",
    "have",
    "a", "the", "que", "hay", "hubo", "habia", "fue", "es", "era", "eran", "son", "un", "una", "el",
    "la", "los", "las", "lo",
  ]

  private func add(
    _ slot: Slot, _ range: Range<Int>, _ time: TimeConstraint?, cost more: Double,
    _ cost: Double, _ then: (Int, Double) -> Void
  ) {
    with(.filled(Parse.Filled(slot: slot, range: range, time: time))) {
      then(range.upperBound, cost + more)
    }
  }

  private func names(_ slot: Slot, _ start: Int, _ cost: Double, _ then: (Int, Double) -> Void) {
    var open = true
    let country = slot.kind == .party ? countryName(at: start) : start..<start
    for end in start + 1...words.count {
      // "the United" of "the United States sign" is nobody, and "states" says nothing.
      if country.dropFirst().contains(end) { continue }
      let word = words[end - 1]
      if isClosed(word, at: end - 1, slot: slot) { open = false }
      if !open, end - start > Matcher.longestName { break }
      let range = start..<end
      let known = slot.kind == .party ? known(range) : isPlace(range, slot)
      if slot.kind == .known, !known { continue }
      // Words of the grammar stand in a name only where the base has that name.
      guard open || known, word.folded != ",", word.folded != "'s" else { continue }
      if !known, hasArticleInside(range) { continue }
      // "with the": an article alone is nobody.
      if slot.kind == .party, range.count == 1, Matcher.articles.contains(word.folded) { continue }
      if end - start > 1,
        Matcher.openers.contains(word.folded) || Matcher.joints.contains(word.folded)
      {
        continue
      }
      // "who met Maduro and when": no name has a word that asks, but for the WHO.
      if asks[end - 1], word.text != "WHO" { break }
      let perWord = costPerWord(range, slot, known)
      let more = perWord * Double(range.count) + 0.2
      add(slot, range, nil, cost: more, cost, then)
      // "Okafor, the president of Nigeria, met": a comma closes what another opened.
      if end < words.count, words[end].folded == ",",
        range.contains(where: { words[$0].folded == "," })
      {
        add(slot, range, nil, cost: more, cost) { then($0 + 1, $1) }
      }
    }
  }

  /// Where a country's name stands of which no part is a name by itself, behind an article; empty if none does.
  private func countryName(at start: Int) -> Range<Int> {
    let first = Matcher.articles.contains(words[start].folded) ? start + 1 : start
    let next = words[first...].prefix(6).map(\.folded)
    guard let match = CountryNames.shared.match(next), match.isName, match.count > 1 else {
      return start..<start
    }
    return first..<first + match.count
  }

  /// A whole name of the base is likelier than words that are in some name.
  private func costPerWord(_ range: Range<Int>, _ slot: Slot, _ known: Bool) -> Double {
    guard known else { return 1 }
    return slot.kind == .party && range.count > 2 && vocabulary.isWholeName(range) ? 0.3 : 0.6
  }

  private func isPlace(_ range: Range<Int>, _ slot: Slot) -> Bool {
    if let known = placeCache[range] { return known }
    var known = vocabulary.isPlace(range)
    if !known, slot.kind == .place {
      let words = words[range].map(\.folded)
      let bare = Matcher.articles.contains(words[0]) ? Array(words.dropFirst()) : words
      known =
        CountryNames.shared.match(bare).map { $0.count == bare.count && $0.isName } ?? false
        || Regions.standard.match(bare)?.count == bare.count
    }
    if slot.kind == .place { placeCache[range] = known }
    return known
  }

  /// True if a topic or a title of the base has all of the words: "the war in Ukraine" is one topic then, and no place.
  private func isKnownPhrase(_ range: Range<Int>, _ slot: Slot) -> Bool {
    guard range.count > 1, range.count <= Matcher.longestPhrase,
      !words[range].contains(where: \.isQuote)
    else { return false }
    if slot.kind == .topic, words[range].contains(where: { Matcher.companions.contains($0.folded) })
    {
      return false
    }
    return slot.kind == .topic ? vocabulary.isTopic(range) : vocabulary.isTitle(range)
  }

  /// Words behind which someone is named, and the topic is over.
  private static let companions: Set<String> = ["with", "con", "by", "por"]
  private static let longestPhrase = 24

  private func phrases(_ slot: Slot, _ start: Int, _ cost: Double, _ then: (Int, Double) -> Void) {
    guard !asks[start], words[start].isQuote || !Matcher.noBeginnings.contains(words[start].folded)
    else { return }
    for end in start + 1...words.count {
      if slot.kind == .topic, asks[end - 1] { break }
      if words[end - 1].folded == "," || Matcher.openers.contains(words[end - 1].folded) {
        continue
      }
      if slot.kind == .topic, times.isTimeOnly(start..<end) { continue }
      let isQuote = words[start..<end].allSatisfy(\.isQuote)
      let count = Double(end - start)
      let more =
        isQuote
        ? 0.5 * count + 0.3
        : isKnownPhrase(start..<end, slot) ? 0.12 * count + 0.7 : 1.05 * count + 0.3
      add(slot, start..<end, nil, cost: more, cost, then)
      // "the Trade Area (AfCFTA) with": a comma closes what another opened.
      if end < words.count, words[end].folded == ",",
        words[start..<end].contains(where: { $0.folded == "," })
      {
        add(slot, start..<end, nil, cost: more, cost) { then($0 + 1, $1) }
      }
    }
  }

  /// Words that no topic and no title begins with.
  private static let noBeginnings: Set<String> = [
    ",", "que", "that", "for", "with", "by", "in", "at", "to", "from", "of", "about", "para", "con",
    "por", "en", "de", "del", "sobre", "his", "her", "their", "its", "my", "our", "your", "him",
    "it", "them", "su", "sus", "mi", "mis",
  ]

  /// "haddad el tema": an article behind the first word begins something else, but for "de la Fuente" and "el-Sisi".
  private func hasArticleInside(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { index in
      Matcher.articles.contains(words[index].folded) && words[index - 1].folded != "de"
        && !Matcher.joints.contains(words[index - 1].folded)
        && !(index + 1 < range.upperBound && words[index + 1].isCapital)
    }
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "el", "la", "los", "las", "un", "una",
  ]
  private static let joints: Set<String> = [
    ",", "and", "or", "of", "y", "e", "o", "con", "with", "for", "para", "en", "in", "at", "on",
  ]

  /// Words that a name (or a list of names) has at most.
  private static let longestName = 14

  /// Words that no topic ends with.
  private static let openers: Set<String> = [
    "the", "a", "an", "of", "and", "or", "to", "el", "la", "los", "las", "de", "del", "un", "una",
    "y", "o",
  ]

  private func isClosed(_ word: Word, at index: Int, slot: Slot) -> Bool {
    if word.isQuote { return false }
    if isClosed[index] { return true }
    if word.folded == ",", slot.kind == .place { return false }
    if case .spans = time(at: index)?.time { return true }
    return false
  }

  private func known(_ range: Range<Int>) -> Bool {
    if let known = nameCache[range] { return known }
    let known = range.count <= Matcher.longestName && isName(range)
    nameCache[range] = known
    return known
  }

  private func time(at index: Int) -> (time: TimeConstraint, end: Int)? {
    if case .some(let cached) = timeCache[index] { return cached }
    let time = times.read(at: index)
    timeCache[index] = .some(time)
    return time
  }
}

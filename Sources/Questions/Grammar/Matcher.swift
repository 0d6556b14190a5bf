import Records

/// Finds the readings of a question: rules with slots, with adjuncts between their parts.
final class Matcher {
  /// Steps after which a question is given up; a question of 40 words needs some thousands.
  static let maximumSteps = 400_000

  private let grammar: Grammar
  private let words: [Word]
  /// The words as the grammar knows them; nil for passages in quotation marks, which are no words of it.
  private let codes: [WordCode?]
  private let times: TimeReader
  private let isName: (Range<Int>) -> Bool
  private let vocabulary: Vocabulary
  /// For each word: does it ask ("who"), and is it one that free slots do not take?
  private let asks: [Bool]
  private let isClosed: [Bool]
  private var language = QuestionLanguage.english
  private var best: Parse?
  private var steps = 0
  private var timeCache: [(time: TimeConstraint, end: Int)??]
  private var nameCache: [Range<Int>: Bool] = [:]
  private var placeCache: [Range<Int>: Bool] = [:]
  /// What adjuncts may take from a word on, each way once.
  private var adjunctCache: [Int: [Adjuncts]] = [:]
  /// What the path from the beginning of a rule to where the matcher stands said and took.
  private var events: [Event] = []
  /// For each definition and each adjunct (in rows) and each word: true if it was found not to begin there. Every rule tries the
  /// same ones at the same words.
  private var fails: [Bool]
  /// How often the matcher turned back for the cost alone; what failed so is not known to fail.
  private var turns = 0

  private enum Event {
    case set(Int32)
    case filled(Parse.Filled)
    case count(Int)
  }

  /// `isName` tells whether words are a name, a country or an office that is known.
  init(
    grammar: Grammar, words: [Word], times: TimeReader, isName: @escaping (Range<Int>) -> Bool,
    vocabulary: Vocabulary
  ) {
    self.grammar = grammar
    self.words = words
    self.times = times
    self.isName = isName
    self.vocabulary = vocabulary
    codes = words.map { $0.isQuote ? nil : WordCode($0.folded) }
    timeCache = Array(repeating: nil, count: words.count)
    fails = Array(
      repeating: false,
      count: (grammar.definitions.count + grammar.adjuncts.count) * (words.count + 1))
    let interrogatives = grammar.definition("INTERROGATIVE")
    asks = codes.map { code in
      guard let code, let interrogatives else { return false }
      return Matcher.contains(interrogatives, code, grammar)
    }
    isClosed = zip(words, codes).map { word, code in
      // "us" is closed, "US" is a country.
      let isInitials =
        word.isCapital && word.text.utf8.count > 1 && word.text == word.text.uppercased()
      return code.map { word.isNumber || grammar.closed.contains($0) && !isInitials } ?? false
    }
  }

  /// The reading with the fewest free words, by the rules of one language; nil if there is none.
  func parse(in language: QuestionLanguage) -> Parse? {
    self.language = language
    best = nil
    steps = 0
    adjunctCache = [:]
    let start = skipFrames("before", from: 0)
    for (order, rule) in grammar.rules.enumerated() where rule.language == language {
      // Among equals the rule that stands first in the file wins.
      adjuncts(at: start, Double(order) * 1e-6) { index, cost in
        self.match(rule.pattern, at: index, cost, top: true) { end, cost in
          self.finish(rule, end, cost)
        }
      }
    }
    return steps >= Matcher.maximumSteps ? nil : best
  }

  private func finish(_ rule: Rule, _ end: Int, _ cost: Double) {
    guard cost < best?.cost ?? .infinity else { return }
    adjuncts(at: end, cost) { end, cost in
      var end = end
      while end < self.words.count {
        let next = self.skipFrames("behind", from: end)
        if next == end { return }
        end = next
      }
      if cost < self.best?.cost ?? .infinity { self.best = self.parse(rule, cost) }
    }
  }

  /// The reading that the events tell.
  private func parse(_ rule: Rule, _ cost: Double) -> Parse {
    var parse = Parse()
    parse.head = rule.head
    parse.language = language
    parse.cost = cost
    for event in events {
      switch event {
      case .set(let number):
        let setting = grammar.settings[Int(number)]
        parse.attributes[setting.key] = setting.value
      case .filled(let filled): parse.filled.append(filled)
      case .count(let count): parse.count = count
      }
    }
    return parse
  }

  /// Goes on with an event more, which is forgotten when that has been tried.
  private func with(_ event: Event, _ then: () -> Void) {
    events.append(event)
    then()
    events.removeLast()
  }

  private func skipFrames(_ head: String, from start: Int) -> Int {
    var position = start
    for _ in 0..<4 {
      var longest = position
      for frame in grammar.frames where frame.head == head {
        match(frame.pattern, at: position, 0, top: false) { end, _ in
          longest = max(longest, end)
        }
      }
      while longest < words.count, words[longest].folded == "," { longest += 1 }
      if longest == position { break }
      position = longest
    }
    return position
  }

  /// Any number of adjuncts, also none.
  private func adjuncts(at index: Int, _ cost: Double, _ then: (Int, Double) -> Void) {
    for taken in continuations(at: index) where cost + taken.cost < best?.cost ?? .infinity {
      events += taken.events
      then(taken.end, cost + taken.cost)
      events.removeLast(taken.events.count)
    }
  }

  /// Adjuncts in a row: where they end and what they say and take.
  private struct Adjuncts {
    let end: Int
    let cost: Double
    let events: [Event]
  }

  private func continuations(at index: Int) -> [Adjuncts] {
    if let cached = adjunctCache[index] { return cached }
    var found: [Adjuncts] = []
    let before = events.count
    collect(at: index, 0, depth: 0) { end, cost in
      found.append(Adjuncts(end: end, cost: cost, events: Array(self.events[before...])))
    }
    adjunctCache[index] = found
    return found
  }

  private func collect(at index: Int, _ cost: Double, depth: Int, _ then: (Int, Double) -> Void) {
    then(index, cost)
    guard depth < 6, index < words.count, steps < Matcher.maximumSteps else { return }
    let begin = words[index].folded == "," ? index + 1 : index
    for number in grammar.adjuncts.indices where grammar.adjuncts[number].language == language {
      once(grammar.definitions.count + number, grammar.adjuncts[number].pattern, at: begin, cost) {
        end, cost in
        let end = end < self.words.count && self.words[end].folded == "," ? end + 1 : end
        self.collect(at: end, cost, depth: depth + 1, then)
      }
    }
  }

  /// Matches a definition or an adjunct, by its row in `fails`, unless it is known to fail.
  private func once(
    _ row: Int, _ pattern: Pattern, at index: Int, _ cost: Double, _ then: (Int, Double) -> Void
  ) {
    let place = row * (words.count + 1) + index
    if fails[place] { return }
    let before = turns
    var fits = false
    match(pattern, at: index, cost, top: false) { end, cost in
      fits = true
      then(end, cost)
    }
    if !fits, turns == before { fails[place] = true }
  }

  private func match(
    _ pattern: Pattern, at index: Int, _ cost: Double, top: Bool, _ then: (Int, Double) -> Void
  ) {
    steps += 1
    guard steps < Matcher.maximumSteps, cost < best?.cost ?? .infinity else {
      turns += 1
      return
    }
    switch pattern {
    case .word(let code):
      if index < codes.count, codes[index] == code { then(index + 1, cost) }
    case .sequence(let parts): sequence(parts, at: index, cost, top: top, then)
    case .oneOf(let parts):
      for number in parts.first..<parts.first + parts.count {
        match(grammar.parts[Int(number)], at: index, cost, top: top, then)
      }
    case .optional(let part):
      match(grammar.parts[Int(part)], at: index, cost, top: top, then)
      then(index, cost)
    case .set(let number): with(.set(number)) { then(index, cost) }
    case .named(let number):
      if let pattern = grammar.definitions[Int(number)] {
        once(Int(number), pattern, at: index, cost, then)
      }
    case .adjuncts: adjuncts(at: index, cost, then)
    case .slot(let number): fill(grammar.slots[Int(number)], at: index, cost, then)
    }
  }

  /// Adjuncts may stand between the parts of a rule, not inside of definitions.
  private func sequence(
    _ parts: Pattern.Parts, at index: Int, _ cost: Double, top: Bool,
    _ then: (Int, Double) -> Void
  ) {
    guard parts.count > 0 else { return then(index, cost) }
    match(grammar.parts[Int(parts.first)], at: index, cost, top: top) { end, cost in
      let rest = parts.rest
      if top, rest.count > 0 {
        self.adjuncts(at: end, cost) { end, cost in
          self.sequence(rest, at: end, cost, top: top, then)
        }
      } else {
        self.sequence(rest, at: end, cost, top: top, then)
      }
    }
  }

  // MARK: Slots

  private func fill(_ slot: Slot, at start: Int, _ cost: Double, _ then: (Int, Double) -> Void) {
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
      if !words[start].isQuote, words[start...].contains(where: \.isQuote) { return }
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
    for end in start + 1...words.count {
      let word = words[end - 1]
      if isClosed(word, at: end - 1, slot: slot) { open = false }
      if !open, end - start > Matcher.longestName { break }
      let range = start..<end
      let known = slot.kind == .party ? known(range) : isPlace(range, slot)
      if slot.kind == .known, !known { continue }
      // Words of the grammar stand in a name only where the base has that name.
      guard open || known, word.folded != ",", word.folded != "'s" else { continue }
      if !known, hasArticleInside(range) { continue }
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

  /// True if a choice of words has the word.
  private static func contains(_ pattern: Pattern, _ code: WordCode, _ grammar: Grammar) -> Bool {
    if case .oneOf(let parts) = pattern {
      return (parts.first..<parts.first + parts.count).contains {
        contains(grammar.parts[Int($0)], code, grammar)
      }
    }
    return pattern == .word(code)
  }

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

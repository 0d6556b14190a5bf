import Records

/// Finds the readings of a question: rules with slots, with adjuncts between their parts.
final class Matcher {
  /// Steps after which a question is given up; a question of 40 words needs some thousands.
  static let maximumSteps = 400_000

  private let grammar: Grammar
  private let words: [Word]
  private let times: TimeReader
  private let isName: (Range<Int>) -> Bool
  private let isPlace: (Range<Int>) -> Bool
  private var language = QuestionLanguage.english
  private var best: Parse?
  private var steps = 0
  private var timeCache: [Int: (time: TimeConstraint, end: Int)?] = [:]
  private var nameCache: [Range<Int>: Bool] = [:]
  /// What adjuncts may take from a word on, each way once.
  private var adjunctCache: [Int: [Adjuncts]] = [:]

  /// `isName` tells whether words are a name, a country or an office that is known, `isPlace` whether they are a place.
  init(
    grammar: Grammar, words: [Word], times: TimeReader, isName: @escaping (Range<Int>) -> Bool,
    isPlace: @escaping (Range<Int>) -> Bool
  ) {
    self.grammar = grammar
    self.words = words
    self.times = times
    self.isName = isName
    self.isPlace = isPlace
  }

  /// The reading with the fewest free words, by the rules of one language; nil if there is none.
  func parse(in language: QuestionLanguage) -> Parse? {
    self.language = language
    best = nil
    steps = 0
    adjunctCache = [:]
    let start = skipFrames("before", from: 0)
    for (order, rule) in grammar.rules.enumerated() where rule.language == language {
      var parse = Parse()
      parse.head = rule.head
      parse.language = language
      // Among equals the rule that stands first in the file wins.
      parse.cost = Double(order) * 1e-6
      adjuncts(at: start, parse) { index, parse in
        self.match(rule.pattern, at: index, parse, top: true) { end, parse in
          self.finish(end, parse)
        }
      }
    }
    return steps >= Matcher.maximumSteps ? nil : best
  }

  private func finish(_ end: Int, _ parse: Parse) {
    guard parse.cost < best?.cost ?? .infinity else { return }
    adjuncts(at: end, parse) { end, parse in
      var end = end
      while end < self.words.count {
        let next = self.skipFrames("behind", from: end)
        if next == end { return }
        end = next
      }
      if parse.cost < self.best?.cost ?? .infinity { self.best = parse }
    }
  }

  private func skipFrames(_ head: String, from start: Int) -> Int {
    var position = start
    for _ in 0..<4 {
      var longest = position
      for frame in grammar.frames where frame.head == head {
        match(frame.pattern, at: position, Parse(), top: false) { end, _ in
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
  private func adjuncts(at index: Int, _ parse: Parse, _ then: (Int, Parse) -> Void) {
    for taken in continuations(at: index) {
      guard parse.cost + taken.parse.cost < best?.cost ?? .infinity else { continue }
      var parse = parse
      parse.attributes.merge(taken.parse.attributes) { $1 }
      parse.filled += taken.parse.filled
      parse.cost += taken.parse.cost
      if let count = taken.parse.count { parse.count = count }
      then(taken.end, parse)
    }
  }

  /// Adjuncts in a row: where they end and what they fill.
  private struct Adjuncts {
    let end: Int
    let parse: Parse
  }

  private func continuations(at index: Int) -> [Adjuncts] {
    if let cached = adjunctCache[index] { return cached }
    var found: [Adjuncts] = []
    collect(at: index, Parse(), depth: 0) { found.append(Adjuncts(end: $0, parse: $1)) }
    adjunctCache[index] = found
    return found
  }

  private func collect(
    at index: Int, _ parse: Parse, depth: Int, _ then: (Int, Parse) -> Void
  ) {
    then(index, parse)
    guard depth < 6, index < words.count, steps < Matcher.maximumSteps else { return }
    let begin = words[index].folded == "," ? index + 1 : index
    for rule in grammar.adjuncts where rule.language == language {
      match(rule.pattern, at: begin, parse, top: false) { end, parse in
        let end = end < self.words.count && self.words[end].folded == "," ? end + 1 : end
        self.collect(at: end, parse, depth: depth + 1, then)
      }
    }
  }

  private func match(
    _ pattern: Pattern, at index: Int, _ parse: Parse, top: Bool, _ then: (Int, Parse) -> Void
  ) {
    steps += 1
    guard steps < Matcher.maximumSteps, parse.cost < best?.cost ?? .infinity else { return }
    switch pattern {
    case .word(let word):
      if index < words.count, words[index].folded == word, !words[index].isQuote {
        then(index + 1, parse)
      }
    case .sequence(let parts): sequence(parts[...], at: index, parse, top: top, then)
    case .oneOf(let patterns):
      for pattern in patterns { match(pattern, at: index, parse, top: top, then) }
    case .optional(let pattern):
      match(pattern, at: index, parse, top: top, then)
      then(index, parse)
    case .set(let key, let value):
      var parse = parse
      parse.attributes[key] = value
      then(index, parse)
    case .named(let name):
      if let pattern = grammar.named[name] {
        match(pattern, at: index, parse, top: false, then)
      }
    case .adjuncts: adjuncts(at: index, parse, then)
    case .slot(let slot): fill(slot, at: index, parse, then)
    }
  }

  /// Adjuncts may stand between the parts of a rule, not inside of definitions.
  private func sequence(
    _ parts: ArraySlice<Pattern>, at index: Int, _ parse: Parse, top: Bool,
    _ then: (Int, Parse) -> Void
  ) {
    guard let first = parts.first else { return then(index, parse) }
    match(first, at: index, parse, top: top) { end, parse in
      let rest = parts.dropFirst()
      if top, !rest.isEmpty {
        self.adjuncts(at: end, parse) { end, parse in
          self.sequence(rest, at: end, parse, top: top, then)
        }
      } else {
        self.sequence(rest, at: end, parse, top: top, then)
      }
    }
  }

  // MARK: Slots

  private func fill(_ slot: Slot, at start: Int, _ parse: Parse, _ then: (Int, Parse) -> Void) {
    guard start < words.count else { return }
    switch slot.kind {
    case .time:
      guard let (time, end) = time(at: start) else { return }
      add(slot, start..<end, time, cost: 0.01, parse, then)
    case .number:
      guard let (number, end) = times.number(at: start) else { return }
      var parse = parse
      parse.count = number
      add(slot, start..<end, nil, cost: 0, parse, then)
    case .content:
      let end = words[start].isQuote ? start + 1 : words.count
      // "words like 'x'": a passage in quotation marks is the content, or there is none.
      if !words[start].isQuote, words[start...].contains(where: \.isQuote) { return }
      add(slot, start..<end, nil, cost: Double(end - start), parse, then)
    case .party, .place, .known: names(slot, start, parse, then)
    case .topic, .title: phrases(slot, start, parse, then)
    case .country:
      let next = words[start...].prefix(6).map(\.folded)
      if let count = CountryNames.shared.match(next)?.count ?? Regions.standard.match(next)?.count {
        add(slot, start..<start + count, nil, cost: 0.3, parse, then)
      }
    }
  }

  private func add(
    _ slot: Slot, _ range: Range<Int>, _ time: TimeConstraint?, cost: Double, _ parse: Parse,
    _ then: (Int, Parse) -> Void
  ) {
    var parse = parse
    parse.filled.append(Parse.Filled(slot: slot, range: range, time: time))
    parse.cost += cost
    then(range.upperBound, parse)
  }

  private func names(_ slot: Slot, _ start: Int, _ parse: Parse, _ then: (Int, Parse) -> Void) {
    var open = true
    for end in start + 1...words.count {
      let word = words[end - 1]
      if isClosed(word, at: end - 1, slot: slot) { open = false }
      if !open, end - start > Matcher.longestName { break }
      let range = start..<end
      let known = slot.kind == .known ? isPlace(range) : known(range)
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
      if isInterrogative(word), word.text != "WHO" { break }
      let perWord = known ? 0.6 : 1.0
      let cost = perWord * Double(range.count) + 0.2
      add(slot, range, nil, cost: cost, parse, then)
      // "Okafor, the president of Nigeria, met": a comma closes what another opened.
      if end < words.count, words[end].folded == ",",
        range.contains(where: { words[$0].folded == "," })
      {
        add(slot, range, nil, cost: cost, parse) { then($0 + 1, $1) }
      }
    }
  }

  private func phrases(_ slot: Slot, _ start: Int, _ parse: Parse, _ then: (Int, Parse) -> Void) {
    guard !isInterrogative(words[start]), ![",", "que", "that"].contains(words[start].folded) else {
      return
    }
    for end in start + 1...words.count {
      if slot.kind == .topic, isInterrogative(words[end - 1]) { break }
      if words[end - 1].folded == "," || Matcher.openers.contains(words[end - 1].folded) {
        continue
      }
      if slot.kind == .topic, times.isTimeOnly(start..<end) { continue }
      let perWord = words[start..<end].allSatisfy(\.isQuote) ? 0.5 : 1.05
      add(slot, start..<end, nil, cost: perWord * Double(end - start) + 0.3, parse, then)
    }
  }

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

  private func isInterrogative(_ word: Word) -> Bool {
    !word.isQuote && (grammar.named["INTERROGATIVE"].map { contains($0, word.folded) } ?? false)
  }

  private func contains(_ pattern: Pattern, _ word: String) -> Bool {
    if case .oneOf(let patterns) = pattern { return patterns.contains { contains($0, word) } }
    if case .word(let literal) = pattern { return literal == word }
    return false
  }

  private func isClosed(_ word: Word, at index: Int, slot: Slot) -> Bool {
    if word.isQuote { return false }
    // "us" is closed, "US" is a country.
    let isInitials =
      word.isCapital && word.text.utf8.count > 1 && word.text == word.text.uppercased()
    if word.isNumber || grammar.closed.contains(word.folded) && !isInitials { return true }
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
    if let cached = timeCache[index] { return cached }
    let time = times.read(at: index)
    timeCache[index] = .some(time)
    return time
  }
}

import Records

/// Finds the readings of a question: rules with slots, with adjuncts between their parts.
final class Matcher {
  /// Steps after which a question is given up; a question of 40 words needs some thousands.
  static let maximumSteps = 400_000

  let grammar: Grammar
  let words: [Word]
  /// The words as the grammar knows them; nil for passages in quotation marks, which are no words of it.
  private let codes: [WordCode?]
  let times: TimeReader
  let isName: (Range<Int>) -> Bool
  let vocabulary: Vocabulary
  /// For each word: does it ask ("who"), and is it one that free slots do not take?
  let asks: [Bool]
  let isClosed: [Bool]
  var language = QuestionLanguage.english
  private var best: Parse?
  /// What a reading must cost less than: as much as the best one, at first what the caller has.
  private var bound = Double.infinity
  private var steps = 0
  var timeCache: [(time: TimeConstraint, end: Int)??]
  var nameCache: RangeCache
  var placeCache: RangeCache
  /// What adjuncts may take from a word on, each way once.
  private var adjunctCache: [[Adjuncts]?] = []
  /// What the path from the beginning of a rule to where the matcher stands said and took.
  private var events: [Event] = []
  /// For each definition and each adjunct (in rows) and each word: true if it was found not to begin there. Every rule tries the
  /// same ones at the same words.
  private var fails: [Bool]
  /// How often the matcher turned back for the cost alone; what failed so is not known to fail.
  private var turns = 0

  enum Event {
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
    nameCache = RangeCache(words.count)
    placeCache = RangeCache(words.count)
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

  /// The reading with the fewest free words, by the rules of one language; nil if there is none that costs less than `bound`.
  func parse(in language: QuestionLanguage, below bound: Double = .infinity) -> Parse? {
    self.language = language
    self.bound = bound
    best = nil
    steps = 0
    adjunctCache = Array(repeating: nil, count: words.count + 1)
    let start = skipFrames("before", from: 0)
    for rule in grammar.rules.indices where grammar.rules[rule].language == language {
      // Among equals the rule that stands first in the file wins.
      adjuncts(at: start, Double(rule) * 1e-6) { index, cost in
        self.match(self.grammar.rules[rule].pattern, at: index, cost, top: true) { end, cost in
          self.finish(rule, end, cost)
        }
      }
    }
    return steps >= Matcher.maximumSteps ? nil : best
  }

  private func finish(_ rule: Int, _ end: Int, _ cost: Double) {
    guard cost < bound else { return }
    adjuncts(at: end, cost) { end, cost in
      var end = end
      while end < self.words.count {
        let next = self.skipFrames("behind", from: end)
        if next == end { return }
        end = next
      }
      if cost < self.bound {
        self.best = self.parse(self.grammar.rules[rule], cost)
        self.bound = cost
      }
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
  func with(_ event: Event, _ then: () -> Void) {
    events.append(event)
    then()
    events.removeLast()
  }

  private func skipFrames(_ head: String, from start: Int) -> Int {
    var position = start
    for _ in 0..<4 {
      var longest = position
      for frame in grammar.frames.indices where grammar.frames[frame].head == head {
        match(grammar.frames[frame].pattern, at: position, 0, top: false) { end, _ in
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
    for taken in continuations(at: index) where cost + taken.cost < bound {
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
    guard steps < Matcher.maximumSteps, cost < bound else {
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

  /// True if a choice of words has the word.
  private static func contains(_ pattern: Pattern, _ code: WordCode, _ grammar: Grammar) -> Bool {
    if case .oneOf(let parts) = pattern {
      return (parts.first..<parts.first + parts.count).contains {
        contains(grammar.parts[Int($0)], code, grammar)
      }
    }
    return pattern == .word(code)
  }
}

import Gazetteer
import Language

extension PhraseFinder {
  /// "tribal elders", "representatives of political parties and civil society": unnamed people whom somebody meets, in
  /// English. Only behind "with", or as what a verb of meeting has, are they a party; its end, or nil.
  mutating func englishPeople(_ start: Int) -> Int? {
    guard !scan.isSpanish else { return nil }
    let isMet = isMetInEnglish(start) || isBetween(start)
    guard isMet || mayBeSubject(start) else { return nil }
    var at = start
    let isDefinite = scan.isSign(at, "the")
    while scan.isDeterminer(at) || scan.isOne(at, of: Words.englishArticles)
      || scan.isOne(at, of: EnglishPeopleWords.quantities)
    { at += 1 }
    // "a group of", "a delegation of"
    if scan.isOne(at, of: EnglishPeopleWords.collective), scan.isOne(at + 1, of: Words.of) {
      at += 2
      while scan.isOne(at, of: EnglishPeopleWords.quantities) || scan.isDeterminer(at) { at += 1 }
    }
    let first = at
    guard let noun = peopleNoun(first, isMet: isMet) else { return nil }
    var end = noun + 1
    if scan.isOne(end, of: EnglishPeopleWords.links) {
      guard let complement = complementEnd(end + 1) else { return nil }
      end = complement
    } else if isDefinite
      || noun == first && !scan.isOne(noun, of: EnglishPeopleWords.tellingAlone)
        && !opensList(end)
    {
      // "the leaders", "members" alone are nobody in particular.
      return nil
    }
    guard isMet || meets(end) else { return nil }
    // "business leaders and activists": the second is a party of its own.
    var phrase = NounPhrase(kind: .people, range: start..<end, head: noun)
    phrase.name = first..<end
    phrase.isPlural = true
    add(phrase)
    return end
  }

  /// True behind "with" that follows a word of meeting, right behind a verb of meeting, or behind "and" in such a list.
  private func isMetInEnglish(_ start: Int) -> Bool {
    let before = start - 1
    if scan.isOne(before, of: Words.and) || scan.isSign(before, ",") {
      if let last = phrases.last, last.kind == .people, last.range.upperBound >= start - 2 {
        return true
      }
    }
    if scan.isOne(before, of: EnglishPeopleWords.with) {
      for at in (max(0, start - 30)..<before).reversed() {
        if scan.isSign(at, ";") || scan.isSign(at, ".") { return false }
        if scan.has(.noun, at: at) { return true }
        if let match = scan.match(.verb, at: at) {
          let frame = Gazetteer.shared.verbs[Int(match.index)].frame
          return frame == .meet || frame == .talk
        }
      }
      return false
    }
    for at in max(0, start - 3)..<max(0, start) {
      guard let match = scan.match(.verb, at: at), Int(match.end) == start else { continue }
      let verb = Gazetteer.shared.verbs[Int(match.index)]
      switch verb.frame {
      case .meet, .receive: return true
      case .hold where verb.form.hasPrefix("conven"): return true
      default: continue
      }
    }
    return false
  }

  /// "automakers and labor leaders": others follow of whom more is told; "teachers and nurses" are nobody.
  private func opensList(_ end: Int) -> Bool {
    guard scan.isOne(end, of: Words.and) || scan.isSign(end, ","), end + 1 < scan.count,
      scan.shapes[end + 1].contains(.lower), !scan.has(.people, at: end + 1),
      !isAgentive(end + 1)
    else { return false }
    return (end + 2..<end + 4).contains {
      $0 < scan.count && (scan.has(.people, at: $0) || isAgentive($0))
    }
  }

  /// "regulators", "automakers", "physicians": a noun in the plural that ends like those of people.
  private func isAgentive(_ at: Int) -> Bool {
    guard at < scan.count, scan.shapes[at].contains(.lower), scan.tokens[at].form.utf8.count > 6,
      !scan.isOne(at, of: EnglishPeopleWords.things)
    else { return false }
    return EnglishPeopleWords.endings.contains(where: scan.tokens[at].form.hasSuffix)
  }

  /// The noun of people that small words lead to; nil if anything else stands in between.
  private func peopleNoun(_ start: Int, isMet: Bool) -> Int? {
    var at = start
    while at < scan.count, at < start + 6 {
      if scan.shapes[at].contains(.glue) {
        at += 1
        continue
      }
      guard scan.keys[at] != 0, !scan.isOne(at, of: Resolver.prepositions),
        !scan.isOne(at, of: Words.and), !scan.isOne(at, of: Words.relative),
        !scan.isDeterminer(at), scan.match(.verb, at: at) == nil,
        at == 0 || scan.shapes[at].contains(.lower) || scan.shapes[at].contains(.allCapitals),
        party(at) == nil
      else { return nil }
      if scan.has(.people, at: at) || isMet && isAgentive(at),
        at == 0 || scan.shapes[at].contains(.lower),
        !scan.has(.people, at: at + 1), !(isMet && isAgentive(at + 1))
      {
        return at
      }
      at += 1
    }
    return nil
  }

  /// "northern": a list of words that are no names has it, but here it is small.
  private func isPlainAdjective(_ at: Int) -> Bool {
    scan.shapes[at].contains(.lower)
      && Annotator().commonClass(scan.tokens[at].form, isSpanish: false) == .adj
  }

  /// The end of what such people are of or from: small words, names of bodies and places, "and" between them.
  private func complementEnd(_ start: Int) -> Int? {
    var at = start
    var end: Int?
    // "representatives of the African Union" are its own.
    let first = scan.isDeterminer(at) ? at + 1 : at
    if party(first) != nil { return nil }
    while at < scan.count, at < start + 10 {
      if scan.shapes[at].contains(.glue) {
        at += 1
        continue
      }
      if scan.isDeterminer(at) || scan.isOne(at, of: Words.of) {
        at += 1
        continue
      }
      if scan.isOne(at, of: Words.and) {
        guard end == at, at + 1 < scan.count, !scan.has(.people, at: at + 1),
          !scan.isDeterminer(at + 1), scan.match(.office, at: at + 1) == nil,
          scan.match(.verb, at: at + 1) == nil
        else { break }
        at += 1
        continue
      }
      guard scan.keys[at] != 0, !scan.isOne(at, of: Resolver.prepositions),
        !scan.isOne(at, of: Words.relative), !scan.isOne(at, of: EnglishPeopleWords.ends),
        scan.match(.verb, at: at) == nil || scan.has(.portfolio, at: at),
        !scan.has(.stop, at: at) || scan.isCapital(at) && scan.has(.organization, at: at)
          || isPlainAdjective(at)
      else { break }
      at += 1
      end = at
    }
    return end
  }
}

enum EnglishPeopleWords {
  static let with = Words.set("with")
  static let links = Words.set("of from representing")
  static let collective = Words.set(
    "group delegation number team panel gathering coalition committee range")
  static let quantities = Words.set(
    """
    some several many various a few dozens hundreds two three four five six seven eight nine \
    ten twelve numerous other key local
    """)
  /// Nouns that tell who is met by themselves.
  static let tellingAlone = Words.set(
    "ambassadors businessmen businesspeople clerics elders survivors refugees")
  /// How nouns of people end in the plural.
  static let endings = ["ers", "ors", "ists", "ians", "ees", "ants", "women", "holders"]
  /// Nouns that end so and are no people.
  static let things = Words.set(
    """
    matters numbers letters papers centers quarters chapters computers trailers markers orders powers rumors factors \
    sectors errors doctors' corridors tractors reactors vectors indicators processors semiconductors sensors plants \
    variants grants warrants restaurants committees degrees guarantees referees' disasters barriers carriers \
    headquarters shoulders borders offers answers manners clusters servers centuries fevers showers drawers towers \
    batteries fertilizers boosters containers counters transfers disorders encounters
    """)
  static let ends = Words.set(
    """
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday on when \
    where while before after during who to that as about over
    """)
}

import Gazetteer
import Language

extension PhraseFinder {
  /// "tribal elders", "representatives of political parties and civil society", "150 state legislators from 18 states":
  /// unnamed people whom somebody meets, in English. Only behind "with", or as what a verb of meeting has, are they a
  /// party; its end, or nil.
  mutating func englishPeople(_ start: Int) -> Int? {
    guard !scan.isSpanish, start <= lastPeople || phrases.last?.kind == .people else { return nil }
    let isListed = isListedBehindPeople(start)
    let isMet = isListed || isMetInEnglish(start) || isBetween(start)
    guard isMet || mayBeSubject(start) else { return nil }
    let opening = quantity(start)
    let first = opening.end
    guard
      let noun = peopleNoun(first, isMet: isMet).map({ isListed ? own(body: $0, first) ?? $0 : $0 })
        ?? (isListed ? listedBody(first) : nil),
      !isOfficial(first..<noun, noun)
    else { return nil }
    var end = pastLetters(noun + 1)
    if scan.isOne(end, of: EnglishPeopleWords.links) {
      // "leaders from across the government" are nobody that can be told.
      if noun == first, scan.isOne(noun, of: EnglishPeopleWords.anyone),
        scan.isOne(end, of: EnglishPeopleWords.extents)
          || scan.isOne(end + 1, of: EnglishPeopleWords.extents),
        // "leaders from across the African continent"
        !scan.isOne(end + 1, of: EnglishPeopleWords.extents)
          || !scan.span(end + 1, end + 5).contains(where: {
            scan.isOne($0, of: EnglishPeopleWords.continents)
          })
      {
        return nil
      }
      guard let complement = complementEnd(end + 1) else { return nil }
      end = complement
    } else if scan.isSign(start, "the")
      || noun == first && !opening.isCounted && !isToldApart(noun) && !opensList(end)
        && !isListed
    {
      // "the leaders", "members" alone are nobody in particular.
      return nil
    }
    guard isMet || meets(end) else { return nil }
    // "business leaders and activists": the second is a party of its own.
    var phrase = NounPhrase(kind: .people, range: start..<end, head: noun)
    // "local and national leaders": what was passed over belongs to the name.
    phrase.name = (scan.isOne(first, of: Words.and) ? first - 1 : first)..<end
    phrase.isPlural = true
    phrase.country = (first..<noun).lazy.compactMap(nationality).first
    shareComplement(&phrase, noun)
    add(phrase)
    return end
  }

  /// "governors | ' offices": the body that the people own, or nil.
  private func own(body people: Int, _ first: Int) -> Int? {
    scan.isPossessive(people + 1) ? listedBody(first) : nil
  }

  /// "Swiss officials" are their government, "Transatlantic leaders", "world leaders" nobody in particular; not so "Lebanese civil society leaders".
  private func isOfficial(_ adjectives: Range<Int>, _ noun: Int) -> Bool {
    scan.has(.group, at: noun)
      && !adjectives.contains {
        scan.isOne($0, of: OrganizationWords.privates)
          // "African American leaders"
          || scan.isSign($0, "American") && adjectives.contains($0 - 1)
      }
      && (adjectives.contains {
        scan.isCapital($0) && $0 > 0 && !scan.has(.city, at: $0)
          || scan.isOne($0, of: EnglishPeopleWords.anywhere)
      }
        || scan.isOne(noun, of: DestinationWords.officials)
          && (!isListedBehindPeople(adjectives.lowerBound)
            // "students, officials, and other leaders", but no list ends with bare "officials".
            || adjectives.isEmpty && !scan.isSign(noun + 1, ",")
              && !scan.isOne(noun + 1, of: Words.and)))
  }

  /// The determiners and numbers before such people, "a group of" with them: where they end, and whether they count.
  private func quantity(_ start: Int) -> (end: Int, isCounted: Bool) {
    var at = start
    var isCounted = false
    func pass() {
      while scan.isDeterminer(at) || scan.isOne(at, of: EnglishPeopleWords.quantities)
        || at < scan.count && scan.shapes[at].contains(.digit)
        || scan.isSign(at, "+") && at > start && scan.shapes[at - 1].contains(.digit)
      {
        if scan.shapes[at].contains(.digit) { isCounted = true }
        at += 1
      }
    }
    pass()
    if scan.isOne(at, of: EnglishPeopleWords.collective), scan.isOne(at + 1, of: Words.of) {
      at += 2
      pass()
    } else if scan.isOne(at - 1, of: EnglishPeopleWords.counts), scan.isOne(at, of: Words.of) {
      at += 1
    }
    return (at, isCounted)
  }

  /// The country of "Japanese" in "Japanese business executives".
  private func nationality(_ at: Int) -> Int? {
    guard scan.isCapital(at),
      let match = scan.match(.demonym, at: at) ?? scan.match(.country, at: at)
    else { return nil }
    return Int(match.index)
  }

  /// "survivors", "families whose loved ones were killed": a bare noun that says by itself, or by what follows, who is met;
  /// "the two leaders held talks" does not say.
  private func isToldApart(_ noun: Int) -> Bool {
    scan.isOne(noun, of: EnglishPeopleWords.tellingAlone)
      || scan.isOne(noun + 1, of: EnglishPeopleWords.restrictions) && !holdsMeeting(noun + 1)
  }

  /// True behind "with" that follows a word of meeting, right behind a verb of meeting, or behind "and" in such a list.
  func isMetInEnglish(_ start: Int) -> Bool {
    isMetAlone(start) || isMember(start)
  }

  /// True behind "with" that follows a word of meeting, or right behind a verb of meeting.
  func isMetAlone(_ start: Int) -> Bool {
    let before = start - 1
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
    // "hosted an event convening engineers", "The convening included port workers"
    if scan.isOne(before, of: GatheredWords.participles) && PhraseFinder.gathers(before, scan)
      || scan.isOne(before, of: GatheredWords.including) && scan.has(.noun, at: before - 1)
        && before < 7
    {
      return true
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
  func isAgentive(_ at: Int) -> Bool {
    guard at < scan.count, scan.shapes[at].contains(.lower), scan.tokens[at].form.utf8.count > 6,
      !scan.isOne(at, of: EnglishPeopleWords.things)
    else { return false }
    // How all endings end.
    switch scan.tokens[at].form.utf8.last {
    case UInt8(ascii: "s"), UInt8(ascii: "n"): break
    default: return false
    }
    return EnglishPeopleWords.endings.contains(where: scan.tokens[at].form.hasSuffix)
  }

  /// The noun of people that its adjectives lead to, countries and bodies among them; nil if anything else stands in between.
  private func peopleNoun(_ start: Int, isMet: Bool) -> Int? {
    // Most often there is none near.
    guard isMet || scan.span(start, start + 10).contains(where: { scan.has(.people, at: $0) })
    else {
      return nil
    }
    var at = start
    var names = 0
    while at < scan.count, at < start + 10 {
      if scan.shapes[at].contains(.glue) {
        at += 1
        continue
      }
      if isMet, let next = furtherAdjective(at, from: start) {
        at = next
        continue
      }
      guard scan.keys[at] != 0, !scan.isPossessive(at), !scan.isOne(at, of: Resolver.prepositions),
        !scan.isOne(at, of: Words.and), !scan.isOne(at, of: Words.relative),
        !scan.isDeterminer(at), scan.match(.verb, at: at) == nil
      else { return nil }
      if at == 0 || scan.shapes[at].contains(.lower) || isPluralLetters(at) {
        guard !isFunctionWord(at) else { return nil }
        if let match = scan.match(.people, at: at), match.end - match.start > 1,
          scan.shapes[Int(match.end) - 1].contains(.lower)
        {
          // "chief executives"
          return Int(match.end) - 1
        }
        if isPeopleNoun(at, isMet: isMet) {
          // "men and women"
          if scan.isSign(at, "men"), scan.isSign(at + 1, "and"), scan.isSign(at + 2, "women") {
            return at + 2
          }
          if !isPeopleNoun(at + 1, isMet: isMet), !isAttributive(at) { return at }
        }
        at += 1
      } else if isMet, let party = party(at), !scan.isPossessive(Int(party.end)) {
        at = Int(party.end)
      } else {
        guard names < 2,
          isMet && !scan.has(.given, at: at) && !scan.has(.office, at: at)
            || scan.shapes[at].contains(.allCapitals) || scan.shapes[at].contains(.digit)
        else { return nil }
        names += 1
        at += 1
      }
    }
    return nil
  }

  private func isPeopleNoun(_ at: Int, isMet: Bool) -> Bool {
    (scan.has(.people, at: at) || isMet && isAgentive(at))
      && (at == 0 || scan.shapes[at].contains(.lower) || isPluralLetters(at))
      || isMet && scan.isOne(at, of: PeopleListWords.letters)
  }

  /// "CEOs": letters for an office, of several.
  private func isPluralLetters(_ at: Int) -> Bool {
    let form = scan.tokens[at].form
    return form.last == "s" && form.utf8.count > 2 && form.dropLast().allSatisfy(\.isUppercase)
  }

  /// A word that no noun has before it: "among", "because", "their".
  private func isFunctionWord(_ at: Int) -> Bool {
    switch Annotator().commonClass(scan.tokens[at].form.lowercased(), isSpanish: false) {
    case .adp, .aux, .pron, .cconj, .sconj, .part: return true
    default: return false
    }
  }

  /// "northern": a list of words that are no names has it, but here it is small.
  private func isPlainAdjective(_ at: Int) -> Bool {
    scan.shapes[at].contains(.lower)
      && Annotator().commonClass(scan.tokens[at].form, isSpanish: false) == .adj
  }

  /// The end of what such people are of or from: small words, names of bodies and places, "and" between them.
  private func complementEnd(_ start: Int) -> Int? {
    // "students from across the country"
    var at = scan.isOne(start, of: EnglishPeopleWords.extents) ? start + 1 : start
    var end: Int?
    // "representatives of the African Union" are its own, "alumni of U.S. programs" are no part of it.
    let first = scan.isDeterminer(at) ? at + 1 : at
    if let owner = party(first), scan.has(.group, at: start - 2) || closes(Int(owner.end)) {
      return nil
    }
    // "members of the Freedom Council": the body is the party, `peopleOfOrganization`.
    if scan.has(.group, at: start - 2), isBodyAhead(first) { return nil }
    while at < scan.count, at < start + 16 {
      if end == at, scan.isOne(at, of: CoordinationWords.examples) { break }
      // "leaders from the Transport Union (TU)"
      if end == at, pastLetters(at) > at {
        at = pastLetters(at)
        end = at
        continue
      }
      // "members of Haiti's transitional council"
      if scan.shapes[at].contains(.glue) || end == at && scan.isPossessive(at) {
        at += 1
        continue
      }
      // "the leaders of the parties this afternoon"
      if end == at, scan.isOne(at, of: EnglishPeopleWords.ends) { break }
      if end == at, let list = listOfOrigins(at) { return list }
      if end == at, scan.isSign(at, ","), let next = furtherAdjective(at, from: start) {
        at = next
        continue
      }
      if scan.isDeterminer(at) || scan.isOne(at, of: Words.of)
        || end == nil
          && (isWhole(at) || at == start && scan.isOne(at, of: EnglishPeopleWords.numbers))
        || end == nil && scan.isOne(at, of: Words.possessives)
      {
        at += 1
        continue
      }
      if scan.isOne(at, of: Words.and) {
        guard end == at, at + 1 < scan.count, !scan.has(.people, at: at + 1),
          !scan.isDeterminer(at + 1) || scan.isSign(at - 1, ")") && scan.isCapital(at + 2),
          scan.match(.office, at: at + 1) == nil, scan.match(.office, at: at + 2) == nil,
          scan.match(.verb, at: at + 1) == nil
        else { break }
        at += 1
        continue
      }
      guard scan.keys[at] != 0, !scan.isOne(at, of: Resolver.prepositions),
        !scan.isOne(at, of: Words.relative), !scan.isOne(at, of: EnglishPeopleWords.ends),
        scan.match(.verb, at: at) == nil || scan.has(.portfolio, at: at),
        !scan.has(.stop, at: at) || scan.isCapital(at) || isPlainAdjective(at)
      else { break }
      at += 1
      end = at
    }
    return end
  }

  /// "leaders of all political parties", not "stakeholders of all backgrounds".
  private func isWhole(_ at: Int) -> Bool {
    scan.isOne(at, of: EnglishPeopleWords.whole)
      && scan.span(at + 1, at + 4).contains { scan.isOne($0, of: EnglishPeopleWords.members) }
  }
}

import Gazetteer
import Language

/// Mentions that stand in one list: "A, B and C", "A, junto con B".
struct Chain {
  /// Indices into `Analysis.mentions`.
  var mentions: [Int]
  var tokens: Range<Int>
  /// The entities of all of them, without repetition.
  var entities: [Int]
}

/// Finds the lists of mentions in a sentence.
struct Coordination {
  let reading: Reading
  let scan: Scan
  /// Where mentions end with the person whose government they are, if later than they do themselves.
  private var ends: [Int: Int] = [:]

  init(reading: Reading, scan: Scan) {
    self.reading = reading
    self.scan = scan
    let range = reading.mentions(in: scan.index)
    for (group, person) in zip(range, range.dropFirst()) {
      ends[group] = headOfGovernment(group, person)
    }
  }

  /// The chains of a sentence, in order; a mention that is in no list is a chain of its own.
  func chains() -> [Chain] {
    var out: [Chain] = []
    var pending: [Int] = []
    var sureUntil = 0
    func flush() {
      guard !pending.isEmpty else { return }
      // What only commas tie is a list up to the last "and".
      let sure = max(goesOn(pending) ? pending.count : sureUntil, 1)
      append(Array(pending.prefix(sure)), &out)
      for single in pending.dropFirst(sure) { append([single], &out) }
      pending = []
      sureUntil = 0
    }
    // "the government of A and the opposition": A is told only as its head.
    for mention in reading.mentions(in: scan.index) where ends[mention - 1] == nil {
      guard let last = pending.last else {
        pending = [mention]
        continue
      }
      switch link(last, mention, of: pending[0]) {
      case .none:
        flush()
        pending = [mention]
      case .comma:
        // After "A and B," a new part of the sentence begins; "In the Assembly, A and B" is no list of three.
        if goesOnPhrase(last, mention) {
          pending.append(mention)
          sureUntil = pending.count
        } else if isPeople(mention), sureUntil == 0 || isPeople(last) {
          pending.append(mention)
        } else if sureUntil > 0 || isPerson(last) != isPerson(mention) {
          flush()
          pending = [mention]
        } else {
          pending.append(mention)
        }
      case .and:
        pending.append(mention)
        sureUntil = pending.count
      }
    }
    flush()
    return exemplified(out)
  }

  /// The end of the name in "the government of A", "el gobierno del presidente A"; nil for other mentions side by side.
  private func headOfGovernment(_ group: Int, _ person: Int) -> Int? {
    let all = reading.analysis.mentions
    guard let phrase = reading.phrases[group], phrase.kind == .group, !phrase.isOwner,
      scan.isOne(phrase.head, of: CoordinationWords.governments),
      reading.phrases[person]?.kind == .person, reading.phrases[person]?.isOwner != true,
      isPerson(person)
    else { return nil }
    var at = all[group].tokens.upperBound
    guard scan.isOne(at, of: Words.of) else { return nil }
    at += 1
    while at < all[person].tokens.lowerBound, scan.isDeterminer(at) { at += 1 }
    return at == all[person].tokens.lowerBound ? all[person].tokens.upperBound : nil
  }

  /// "Cuban officials, including A and B", "funcionarios rusos, entre ellos A": those who are named stand for the group.
  private func exemplified(_ chains: [Chain]) -> [Chain] {
    var out: [Chain] = []
    for chain in chains {
      guard let last = out.last, let group = last.mentions.last,
        isGroup(group), chain.mentions.allSatisfy(isPerson),
        reading.analysis.mentions[chain.mentions[0]].form != .pronoun,
        isExample(last.tokens.upperBound, chain.tokens.lowerBound)
      else {
        out.append(chain)
        continue
      }
      out.removeLast()
      append(last.mentions.dropLast() + chain.mentions, &out)
      out[out.count - 1].tokens = last.tokens.lowerBound..<chain.tokens.upperBound
    }
    return out
  }

  /// True for people whom nobody names: of a country, of a body, or met as they are.
  private func isGroup(_ mention: Int) -> Bool {
    guard let phrase = reading.phrases[mention] else { return false }
    return phrase.isPlural && [.group, .people, .office].contains(phrase.kind)
  }

  /// True if nothing but "including" stands between, a comma and small words aside.
  private func isExample(_ start: Int, _ end: Int) -> Bool {
    var at = start
    if scan.isSign(at, ",") || scan.isSign(at, "(") { at += 1 }
    guard at < end,
      scan.isOne(at, of: CoordinationWords.examples)
        || scan.isOne(at, of: Words.between) && scan.isOne(at + 1, of: CoordinationWords.them)
    else { return false }
    if scan.isOne(at, of: Words.between) { at += 1 }
    return scan.span(at + 1, end).allSatisfy { scan.isListFiller($0) || scan.isFiller($0) }
  }

  /// "A y los ministros de Francia, Alemania y Polonia": the next country of one noun of office or of people.
  private func goesOnPhrase(_ a: Int, _ b: Int) -> Bool {
    guard scan.isSpanish, let first = reading.phrases[a], let second = reading.phrases[b],
      first.kind == second.kind, second.country != nil
    else { return false }
    switch second.kind {
    case .office:
      return second.offices.first.map { $0.head < second.range.lowerBound } == true
        && first.offices.first?.head == second.offices.first?.head
    case .group: return !second.range.contains { scan.has(.group, at: $0) }
    default: return false
    }
  }

  /// "met A, B, and members of his team": the list ends with others who have no name.
  private func goesOn(_ mentions: [Int]) -> Bool {
    guard mentions.count > 1, let last = mentions.last else { return false }
    // "with teachers, hospital workers, students": nobody sets off one such group by commas.
    let arePeople = mentions.allSatisfy(isPeople)
    if arePeople,
      mentions.count > 2
        || reading.analysis.mentions[last].tokens.contains(where: { scan.isOne($0, of: Words.and) })
    {
      return true
    }
    var at = reading.analysis.mentions[last].tokens.upperBound
    if scan.isSign(at, ",") { at += 1 }
    guard scan.isOne(at, of: Words.and) else { return false }
    if arePeople { return true }
    at += 1
    return scan.isOne(at, of: CoordinationWords.others) || scan.has(.group, at: at)
      || scan.has(.modifier, at: at) && scan.has(.group, at: at + 1)
  }

  /// "business leaders" as somebody who is met.
  private func isPeople(_ mention: Int) -> Bool {
    reading.phrases[mention]?.kind == .people
  }

  private func isPerson(_ mention: Int) -> Bool {
    reading.analysis.mentions[mention].entities.contains {
      reading.analysis.entities[$0].kind == .person
    }
  }

  /// "A and his rival, paramilitary leader B": a description that nobody can be told by, and the name in apposition to it.
  private func isDescribed(_ start: Int, _ end: Int) -> Bool {
    // "el liberal A y la conservadora B"
    if scan.isSpanish, end - start == 3, scan.isOne(start, of: Words.and),
      scan.isDeterminer(start + 1), scan.shapes[start + 2].contains(.lower),
      !scan.has(.verb, at: start + 2), scan.isDeterminer(start - 1) == false
    {
      return true
    }
    guard end - start >= 4, end - start <= 8, scan.isSign(end - 1, ","),
      scan.isOne(start, of: Words.and),
      scan.isOne(start + 1, of: Words.possessives) || scan.isDeterminer(start + 1)
    else { return false }
    return (start + 2..<end - 1).allSatisfy {
      scan.shapes[$0].contains(.lower) && !scan.has(.verb, at: $0)
    }
  }

  /// "el Gobierno y la guerrilla del Frente Libre": a word for what kind of body the next one is.
  private func isBodyOfKind(_ start: Int, _ b: Int) -> Bool {
    guard scan.isSpanish, scan.isOne(start, of: Words.and), scan.isDeterminer(start + 1),
      scan.isOne(start + 2, of: CoordinationWords.bodies), scan.isOne(start + 3, of: Words.of),
      reading.analysis.mentions[b].entities.allSatisfy({
        reading.analysis.entities[$0].kind == .organization
      })
    else { return false }
    let lower = reading.analysis.mentions[b].tokens.lowerBound
    return (start + 4..<max(start + 4, lower)).allSatisfy { scan.isDeterminer($0) }
      && lower > start + 3
  }

  /// "A and his War Cabinet, B and C", "A y su equipo, B y C": those of a person who are not named stand in the list; where they end.
  private func pastTeam(_ start: Int) -> Int? {
    guard scan.isOne(start, of: Words.and), scan.isOne(start + 1, of: Words.possessives) else {
      return nil
    }
    let end = scan.span(start + 2, start + 6).first { scan.isSign($0, ",") }
    guard let end, end > start + 2,
      (start + 2..<end).contains(where: { scan.isOne($0, of: CoordinationWords.teams) }),
      (start + 2..<end).allSatisfy({ !scan.has(.verb, at: $0) && scan.keys[$0] != 0 })
    else { return nil }
    return end
  }

  /// "Governor A | of Ohio, Mayor B | of Akron, and C": what state or town the holder of an office is of; where it ends.
  private func pastOrigin(_ start: Int, _ mention: Int) -> Int? {
    guard !scan.isSpanish, scan.isSign(start, "of"), scan.isCapital(start + 1),
      let phrase = reading.phrases[mention], phrase.name != nil, !phrase.offices.isEmpty,
      isPerson(mention),
      let place = reading.analysis.places(in: scan.index).first(where: {
        $0.tokens.lowerBound == start + 1
      })
    else { return nil }
    return place.tokens.upperBound
  }

  /// "La delegación cubana, presidida por A, y la estadounidense, encabezada por B": who leads the other side.
  private func isSecondDelegation(_ start: Int, _ end: Int) -> Bool {
    guard scan.isSpanish, end - start <= 8 else { return false }
    var at = scan.isSign(start, ",") ? start + 1 : start
    guard scan.isOne(at, of: Words.and), scan.isDeterminer(at + 1),
      let match = scan.match(.demonym, at: at + 2)
    else { return false }
    at = Int(match.end)
    if scan.isSign(at, ",") { at += 1 }
    guard scan.isOne(at, of: DelegationWords.leads), scan.isOne(at + 1, of: ArgumentWords.byWords)
    else { return false }
    return (at + 2..<end).allSatisfy { scan.isFiller($0) || scan.isDeterminer($0) }
  }

  /// "met B in Oslo; Finland, where she met C": a stop of the journey behind a semicolon is in no list.
  private func opensStop(_ b: Int, behind start: Int) -> Bool {
    let tokens = reading.analysis.mentions[b].tokens
    return (start..<max(start, tokens.lowerBound)).contains { scan.isSign($0, ";") }
      && scan.isSign(tokens.upperBound, ",")
      && scan.isOne(tokens.upperBound + 1, of: CoordinationWords.wheres)
  }

  /// "A, adviser to President B; C": whom somebody is an adviser to is in no list with those behind the semicolon.
  private func isAdvised(_ start: Int) -> Bool {
    var at = start - 1
    while at > 0, scan.isFiller(at) || scan.isDeterminer(at) { at -= 1 }
    return !scan.isSpanish && at > 0 && scan.isSign(at, "to") && scan.has(.office, at: at - 1)
  }

  /// True for the preposition that stands before the first mention too.
  private func isRepeated(_ at: Int, before first: Int) -> Bool {
    guard scan.isOne(at, of: CoordinationWords.repeated) else { return false }
    var before = first - 1
    while before >= 0, scan.isDeterminer(before) || scan.isOne(before, of: Words.possessives) {
      before -= 1
    }
    guard before >= 0 else { return false }
    return scan.keys[before] == scan.keys[at]
      || scan.isOne(at, of: Words.of) && scan.isOne(before, of: Words.of)
  }

  private enum Link { case none, comma, and }

  private func append(_ mentions: [Int], _ out: inout [Chain]) {
    guard let first = mentions.first, let last = mentions.last else { return }
    let all = reading.analysis.mentions
    var entities: [Int] = []
    for mention in mentions {
      for id in all[mention].entities where !entities.contains(id) { entities.append(id) }
    }
    out.append(
      Chain(
        mentions: mentions,
        tokens: all[first].tokens.lowerBound..<(ends[last] ?? all[last].tokens.upperBound),
        entities: entities))
  }

  /// What ties a mention to the last one of a list.
  /// - Parameter first: the mention with which the list began.
  private func link(_ a: Int, _ b: Int, of first: Int) -> Link {
    let all = reading.analysis.mentions
    if reading.phrases[a]?.isOwner == true { return .none }
    var start = ends[a] ?? all[a].tokens.upperBound
    // "he and Secretary Blinken"; but in "told him and Blinken said" no list begins.
    if all[a].form == .pronoun, !scan.isSpanish {
      guard scan.isOne(start - 1, of: CoordinationWords.subjects), scan.isOne(start, of: Words.and)
      else { return .none }
    }
    let end = all[b].tokens.lowerBound
    guard start <= end else { return .none }
    // "welcomed B to Oslo, and he met C": a subject is in no list with what a preposition governs.
    if all[b].form == .pronoun, !scan.isSpanish, scan.isOne(end, of: CoordinationWords.nominatives)
    {
      var before = all[a].tokens.lowerBound - 1
      while before >= 0, scan.isFiller(before) || scan.isDeterminer(before) { before -= 1 }
      if before >= 0, scan.isOne(before, of: Resolver.prepositions) { return .none }
    }
    if isDescribed(start, end) || isSecondDelegation(start, end) || isBodyOfKind(start, b) {
      return .and
    }
    if let team = pastTeam(start), team < end, isPerson(a) { start = team }
    if let origin = pastOrigin(start, a), origin < end { start = origin }
    if isAdvised(all[a].tokens.lowerBound), (start..<end).contains(where: { scan.isSign($0, ";") })
    {
      return .none
    }
    if opensStop(b, behind: start) { return .none }
    if start == end {
      // "ministers of France" and the like are one phrase; two phrases side by side are no list.
      return .none
    }
    var hasAnd = false
    var hasComma = false
    var at = start
    while at < end {
      if scan.isOne(at, of: Words.and) || scan.isSign(at, "alongside") {
        hasAnd = true
      } else if scan.isSign(at, ",") || scan.isSign(at, ";") || scan.isSign(at, "&")
        || scan.isSign(at, "-") && scan.shapes[at].contains(.glue)
      {
        hasComma = true
      } else if at + 2 < end, scan.isOne(at, of: CoordinationWords.first),
        scan.isOne(at + 1, of: CoordinationWords.second)
      {
        // "as well as", "together with", "así como", "junto con".
        hasAnd = true
        at += scan.isOne(at + 2, of: CoordinationWords.second) ? 2 : 1
      } else if at + 1 < end, scan.isOne(at, of: CoordinationWords.first),
        scan.isOne(at + 1, of: CoordinationWords.second)
      {
        // "a la cita de la Alianza junto al mexicano A": no body is with a person.
        if scan.isSign(at, "junto"), scan.isSign(at + 1, "a"), !isPerson(a) || !isPerson(b) {
          return .none
        }
        hasAnd = true
        at += 1
      } else if hasAnd || scan.isSign(at - 1, ";")
        || scan.isSign(at - 1, ",")
          && (scan.isOne(at, of: ArgumentWords.withWords)
            || scan.isOne(at, of: ArgumentWords.objectMarkers)),
        scan.isSpanish,
        isRepeated(at, before: all[a].tokens.lowerBound)
          || isRepeated(at, before: all[first].tokens.lowerBound)
      {
        // "con A y con B", "por A y por B", "con A; con B", "con los ministros de X, A; de Y, B; y con C".
      } else if hasAnd, !scan.isSpanish, scan.isSign(at, "then") {
        // "met A and then B": one after the other.
        return .none
      } else if !scan.isListFiller(at) {
        return .none
      }
      at += 1
    }
    if hasAnd {
      // "was received by B, and the two men held talks": they are told of already.
      let isAnaphor =
        all[b].form == .description && all[b].entities.count > 1
        && !Set(all[a].entities).isDisjoint(with: all[b].entities)
      return isAnaphor ? .none : .and
    }
    guard hasComma else { return .none }
    // A place set off by a comma is no member of a list.
    return .comma
  }
}

enum CoordinationWords {
  static let first = Words.set("as together along junto así además alongside tanto")
  static let governments = Words.set(
    "government administration regime gobierno administración régimen ejecutivo")
  static let repeated = Words.set("con por a entre de del")
  /// Words that lead from a group to those of it who are named.
  static let examples = Words.set(
    "including notably namely incluido incluida incluidos incluidas incluyendo")
  /// Who goes with somebody without a name.
  static let teams = Words.set(
    "cabinet team delegation staff government aides advisers advisors gabinete equipo delegación comitiva gobierno asesores"
  )
  static let bodies = Words.set(
    "guerrilla guerrillas insurgencia milicia grupo organización partido empresa")
  static let wheres = Words.set("where donde")
  static let them = Words.set("them ellos ellas")
  static let nominatives = Words.set("i he she they")
  static let subjects = Words.set("he she")
  static let second = Words.set("well as with con como de a")
  static let others = Words.set(
    "other others several senior members representatives officials otros otras varios miembros representantes"
  )
  static let fillers = Words.set(
    "the el la los las de also both también then luego of his her its su senior as well other former country nation s país nación"
  )
}

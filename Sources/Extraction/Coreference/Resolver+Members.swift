import Gazetteer
import Language
import Records

/// Whom "the two leaders", "both sides" and bare "leaders" mean: those who act together in the sentences before.
extension Resolver {
  /// What sort of parties a phrase may mean.
  enum Sort {
    case people
    /// "both countries"
    case states
    /// "both sides": states, or bodies that are told as parties.
    case sides
    case any
  }

  /// The last parties spoken of: of a sort, distinct, from the nearest sentence that has enough of them.
  func members(_ sentence: Int, number: Int, isExact: Bool, _ sort: Sort) -> [Int] {
    var told = members(sentence, number: number, isExact: isExact, sort, skipsPresent: true)
    if told.isEmpty {
      told = members(sentence, number: number, isExact: isExact, sort, skipsPresent: false)
    }
    if sort == .people, number == 2, isExact, told.count == 2,
      let pair = pair(before: sentence, of: told)
    {
      return pair
    }
    return told
  }

  /// True for what may be one of those whom a phrase of a sort means.
  func fits(_ id: Int, _ sort: Sort, isHead: Bool, isOwned: Bool) -> Bool {
    let entity = table.entities[id]
    switch sort {
    case .states: return entity.kind == .government
    case .sides:
      return entity.kind == .government || entity.kind != .person && !isOwned && isActor(id)
    case .people:
      return entity.kind == .person && !table.facts[id].isWeak && isParty(id)
        && !(isHead && isSpanish)
        && (entity.name != nil || table.facts[id].country != nil)
    case .any: return entity.kind != .person || isParty(id)
    }
  }

  /// "A y B se sentaron, con C como anfitrión. C admitió que ... El anterior encuentro entre ambos": the last two whom "and" ties,
  /// before one of them and another who is told of beside them or on his own since.
  private func pair(before sentence: Int, of told: [Int]) -> [Int]? {
    for back in 1...8 where sentence - back >= 0 {
      let tied = tied(in: sentence - back)
      if let tied, !Set(tied).isDisjoint(with: told) { return tied }
      if Set(told).isSubset(of: Set(persons(in: sentence - back))) { return nil }
    }
    return nil
  }

  /// "A y B" that a sentence begins with, if they are two persons.
  private func tied(in sentence: Int) -> [Int]? {
    // The mentions of the sentences before are in order.
    let start = mentions.firstSorted { $0.mention.sentence >= sentence }
    guard start + 1 < mentions.count, mentions[start + 1].mention.sentence == sentence else {
      return nil
    }
    let (first, second) = (mentions[start].mention, mentions[start + 1].mention)
    guard first.entities.count == 1, second.entities.count == 1 else { return nil }
    let ids = first.entities + second.entities
    let between = scans[sentence].span(first.tokens.upperBound, second.tokens.lowerBound)
    guard ids.allSatisfy({ table.entities[$0].kind == .person && isParty($0) }), ids[0] != ids[1],
      between.contains(where: { scans[sentence].isOne($0, of: Words.and) }),
      between.allSatisfy({
        scans[sentence].isOne($0, of: Words.and) || scans[sentence].isSign($0, ",")
      })
    else { return nil }
    return ids.sorted()
  }

  /// - Parameter skipsPresent: True to pass over those who were only there besides ("Also present were C and D. The two
  ///   leaders last met in May").
  private func members(
    _ sentence: Int, number: Int, isExact: Bool, _ sort: Sort, skipsPresent: Bool
  ) -> [Int] {
    let people = sort == .people
    if skipsPresent, people, number == 2, isExact, let pair = subjects(before: sentence) {
      return pair
    }
    var ids: [Int] = []
    var last = -1
    // "Borrell met each of the two": whoever stands alone before them is neither.
    let isAlone = skipsPresent && people && Set(persons(in: sentence)).count == 1
    let outside =
      skipsPresent && people && number == 2 && isExact ? strangers(before: sentence) : []
    for entry in recent.reversed() where sentence - entry.sentence <= 10 {
      if isAlone, entry.sentence == sentence { continue }
      if outside.contains(entry.sentence) { continue }
      if skipsPresent, entry.sentence < sentence, tellsPresence(entry.sentence) { continue }
      if entry.sentence != last, ids.count >= max(2, number) { break }
      last = entry.sentence
      let fits = fits(entry.id, sort, isHead: entry.isHead, isOwned: entry.isOwned)
      if fits, !ids.contains(entry.id), !isSameSide(entry.id, ids) { ids.append(entry.id) }
      if ids.count >= number, isExact || number == 2 { break }
    }
    return ids.count >= number ? ids.sorted() : []
  }

  /// "The Interior Ministry of Ruritania told the Gazette. The two sides ...": an organization of whom was spoken but once is no
  /// side, nor is a paper; a party or an armed group of a country may be.
  private func isActor(_ id: Int) -> Bool {
    guard let body = table.facts[id].body else { return (spoken[id] ?? 0) > 1 }
    let entry = Gazetteer.shared.bodies[body]
    return !entry.isPress && ((spoken[id] ?? 0) > 1 || entry.country != nil)
  }

  /// "The ministers of Ruritania, A, and of Freedonia, B, met. Both countries will sign": the countries of those who were told of
  /// last, where too few are named for themselves.
  mutating func countriesTold(_ sentence: Int, number: Int) -> [Int] {
    var found: [Int] = []
    for entry in recent.reversed() where sentence - entry.sentence <= 10 {
      let kind = table.entities[entry.id].kind
      guard kind == .person || kind == .government, let country = table.facts[entry.id].country,
        !found.contains(country)
      else { continue }
      found.append(country)
      if found.count == number { return found.map { table.government($0, name: nil) }.sorted() }
    }
    return []
  }

  /// "A met with B and C. Leaders also met with D", "A, B and C signed a memorandum. Leaders also met with D": the persons, or
  /// else the countries that act together, of the nearest sentence before that tells of several.
  func actors(before sentence: Int) -> [Int] {
    for back in 1...3 where sentence >= back && !tellsPresence(sentence - back) {
      let people = persons(in: sentence - back)
      if Set(people).count > 1 { return Set(people).sorted() }
      let nations = recent.filter {
        $0.sentence == sentence - back && $0.isSubject
          && table.entities[$0.id].kind == .government
      }.map(\.id)
      if Set(nations).count > 1 { return Set(nations).sorted() }
    }
    return []
  }

  /// "A and B were received by C. The pair last met in May": the two who act together in the sentence before.
  private func subjects(before sentence: Int) -> [Int]? {
    guard !isSpanish, !recent.contains(where: { $0.sentence == sentence }),
      !tellsPresence(max(0, sentence - 1))
    else { return nil }
    var seen: [(id: Int, isSubject: Bool)] = []
    for entry in recent
    where entry.sentence == sentence - 1 && table.entities[entry.id].kind == .person
      && !seen.contains(where: { $0.id == entry.id })
    {
      seen.append((entry.id, entry.isSubject))
    }
    guard seen.count > 2, seen[0].isSubject, seen[1].isSubject,
      seen[2...].allSatisfy({ !$0.isSubject })
    else { return nil }
    return [seen[0].id, seen[1].id].sorted()
  }

  /// "A and B met. C spoke of progress. The two will meet again": the sentences behind that of the two which tell only of
  /// somebody else.
  private func strangers(before sentence: Int) -> [Int] {
    guard !isSpanish else { return [] }
    var out: [(sentence: Int, person: Int)] = []
    for back in 1...3 {
      let ids = Set(persons(in: sentence - back))
      if ids.count > 1 { return out.filter { !ids.contains($0.person) }.map(\.sentence) }
      if let person = ids.first { out.append((sentence - back, person)) }
    }
    return []
  }

  private func persons(in sentence: Int) -> [Int] {
    recent.filter { $0.sentence == sentence && table.entities[$0.id].kind == .person }.map(\.id)
  }

  /// True for an English sentence that tells who else was at a meeting.
  func tellsPresence(_ sentence: Int) -> Bool {
    let scan = scans[sentence]
    return !scan.isSpanish
      && (0..<scan.count).contains {
        scan.isOne($0, of: GroupWords.present) || DelegationRule.isOfMembers($0, scan)
      }
  }

  /// A person of a country that is there already is no other side.
  func isSameSide(_ id: Int, _ ids: [Int]) -> Bool {
    // The opposition of a country is another side than its president.
    guard let country = table.facts[id].country, table.entities[id].kind != .organization else {
      return false
    }
    return ids.contains {
      table.facts[$0].country == country && table.entities[$0].kind != .organization
    }
  }

  private func isParty(_ id: Int) -> Bool {
    !table.facts[id].offices.contains {
      $0.kind == .spokes || $0.kind == .profession || $0.kind == .family
    }
  }
}

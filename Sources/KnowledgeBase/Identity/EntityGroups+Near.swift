import SQLite

/// Entities found again around one identity.
///
/// What a match brings depends on those only that its two match, and a match that does not hold joins nobody. So who is one
/// is found among those whom held matches join; a frequent given name with a frequent surname links many more.
extension EntityGroups {
  /// Another identity that matches, and on how good grounds.
  struct Match {
    var id: Int64
    var strength: Int
  }

  /// Whom a person matches, in the order of ids; read once in a batch.
  func matches(of party: Party) throws -> [Match] {
    if let known = matches[party.id] { return known }
    var near: Set<Int64> = []
    for search in Set(party.searched) as Set<Party.Search> { near.formUnion(try bearers(search)) }
    near.remove(party.id)
    let found = try near.sorted().compactMap { id -> Match? in
      guard let there = try load(id), case .match(let strength) = party.relation(toFound: there)
      else { return nil }
      return Match(id: id, strength: strength)
    }
    matches[party.id] = found
    return found
  }

  /// Groups a person anew, with all whose group may have changed by what is new about it, and returns them; nil, and nothing
  /// is done, if decisions of people have to do with one of them.
  func regroupNear(_ start: Party, _ rulings: Rulings) throws -> [Party]? {
    guard start.person != nil, !start.isPartial else { return nil }
    if try staysAlone(start, rulings) { return [start] }
    var known: [Int64: Party] = [:]
    var queue: [Party] = []
    func meet(_ party: Party) {
      guard known[party.id] == nil else { return }
      // A surname alone is bound afterwards, unless people say what it is.
      if party.isPartial, rulings.partners[party.key] == nil { return }
      known[party.id] = party
      queue.append(party)
    }
    meet(start)
    for match in try matches(of: start) { try load(match.id).map(meet) }
    var edges: [(first: Int64, second: Int64, strength: Int, isHeld: Bool)] = []
    while let here = queue.popLast() {
      guard here.person != nil, rulings.partners[here.key] == nil else { return nil }
      for match in try matches(of: here) {
        guard let there = try load(match.id), rulings.partners[there.key] == nil else { return nil }
        let isHeld = try holds(here, there, match.strength) && holds(there, here, match.strength)
        edges.append((here.id, match.id, match.strength, isHeld))
        if isHeld { meet(there) }
      }
      for mate in try members(of: here.entity) where known[mate] == nil { try load(mate).map(meet) }
    }
    let members = known.values.sorted { $0.key < $1.key }
    try regroup(members, edges)
    return members
  }

  /// True for a new person whom no match joins to anybody, and whose rivalry parts nobody. The doubts are noted
  /// then.
  private func staysAlone(_ start: Party, _ rulings: Rulings) throws -> Bool {
    guard identities.made.contains(start.id), rulings.partners[start.key] == nil,
      start.person?.isBridge == false
    else { return false }
    let found = try matches(of: start)
    for match in found {
      guard let there = try load(match.id), rulings.partners[there.key] == nil,
        there.person?.isBridge == false,
        try !(holds(start, there, match.strength) && holds(there, start, match.strength))
      else { return false }
      // With those that it stands together with, and is matched by on grounds no better, it may not go with this one beside it.
      let mates = try members(of: there.entity).filter { $0 != there.id }
      guard !mates.isEmpty else { continue }
      for mate in try matches(of: there)
      where mate.strength <= match.strength && mates.contains(mate.id) {
        guard let other = try load(mate.id), !start.conflicts(with: other) else {
          return false
        }
      }
    }
    for match in found { doubts.add(start.id, match.id, Self.rivalled) }
    return true
  }

  /// Groups those among whom all held matches are known; matches with others lead to doubts alone.
  private func regroup(
    _ members: [Party], _ edges: [(first: Int64, second: Int64, strength: Int, isHeld: Bool)]
  ) throws {
    var index: [Int64: Int] = [:]
    for (position, party) in members.enumerated() { index[party.id] = position }
    let clustering = Clustering(
      keys: members.map(\.key),
      edges: edges.compactMap { edge in
        // Each is found from both its ends.
        guard let first = index[edge.first], let second = index[edge.second], first < second
        else { return nil }
        return Clustering.Edge(
          first: first, second: second, strength: edge.strength, isHeld: edge.isHeld)
      }
    ) { members[$0].conflicts(with: members[$1]) }
    for party in members { try doubts.forget(party.id) }
    for doubt in clustering.doubts {
      doubts.add(members[doubt.first].id, members[doubt.second].id, Self.rivalled)
    }
    for edge in edges where index[edge.second] == nil {
      doubts.add(edge.first, edge.second, Self.rivalled)
    }
    for party in members {
      if party.person?.isBridge == true {
        doubtNamesakes(among: try matches(of: party).compactMap { try load($0.id) })
      }
      for match in try matches(of: party) {
        guard let bridge = try load(match.id), bridge.person?.isBridge == true else { continue }
        let namesakes = try matches(of: bridge).compactMap { try load($0.id) }
          .filter { $0.person?.name == party.person?.name && $0.id != party.id }
        for other in namesakes { doubtNamesakes(among: [party, other]) }
      }
    }
    try place(clustering.groups.map { group in group.map { members[$0] } })
  }

  /// True if nothing that `hub` matches at least as well conflicts with `other`.
  private func holds(_ hub: Party, _ other: Party, _ strength: Int) throws -> Bool {
    for rival in try matches(of: hub) where rival.id != other.id && rival.strength >= strength {
      if let third = try load(rival.id), third.conflicts(with: other) { return false }
    }
    return true
  }

  /// Identities of which only offices changed, and such as decide about no match: those of one country, where nobody of
  /// the name has a suffix; with their names. A surname alone may mean another of them now, that is all.
  func unmoved() throws -> [Int64: PersonName] {
    if let known = idle { return known }
    // When all is added anew the program may be another one, and match otherwise.
    guard !identities.isCountingAnew else { return [:] }
    var out: [Int64: PersonName] = [:]
    for (id, former) in identities.formerRoles {
      guard !identities.made.contains(id), let row = try identities.find(former.key),
        let person = Party.person(key: row.key, kind: row.kind, country: row.country, row.roles),
        !person.name.isPartial, person.name.suffix == nil
      else { continue }
      var before = person
      before.roles = former.roles
      guard !before.holdsWorldOffice, !person.holdsWorldOffice else { continue }
      if try !isNamesakeOfSuffixed(person) { out[id] = person.name }
    }
    idle = out
    return out
  }

  /// True if somebody of the base, or of the batch, who has a suffix looks where this one stands.
  private func isNamesakeOfSuffixed(_ person: Person) throws -> Bool {
    let keys = person.searchKeys
    if !identities.madeSuffixed.isDisjoint(with: keys) { return true }
    guard try hasSuffixed() else { return false }
    return try keys.contains { try !bearers(Person.suffixed($0)).isEmpty }
  }
}

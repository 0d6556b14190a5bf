/// Offices in which someone was there: "as prime minister".
extension Resolution {
  /// Confines one of those who are named to the rows in which they are reported in the office; where it is none of theirs and
  /// the question asks who acted, it is those who are the answer. `lists` are parties, others and those left out.
  ///
  /// Gives why that cannot be told; nil where it can.
  mutating func hold(
    _ capacity: PartyPhrase, _ lists: inout [[[ResolvedParty]]], in table: OfficeResolver.Table
  ) throws -> String? {
    struct Holder {
      let list: Int
      let group: Int
      let entities: [Int64]
      let roles: [String]
      let hasOtherRoles: Bool
    }
    var holders: [Holder] = []
    for list in 0..<2 {
      let table = list == 1 && table == .speakers ? .participants : table
      for (group, alternatives) in lists[list].enumerated() {
        guard alternatives.count == 1, case .entities(let entities) = alternatives[0] else {
          continue
        }
        let all = try offices.roles(of: entities, in: table)
        let roles = all.filter { fits($0.role, $0.country, capacity) }.map(\.role)
        guard !roles.isEmpty else { continue }
        holders.append(
          Holder(
            list: list, group: group, entities: entities, roles: roles,
            hasOtherRoles: roles.count < all.count))
      }
    }
    // Of two the one is meant who had other offices, too: of the other it need not be said.
    if let holder = holders.first(where: \.hasOtherRoles) ?? holders.first {
      lists[holder.list][holder.group] = [.holder(holder.entities, roles: holder.roles)]
      return nil
    }
    if query.agent == "asked", query.attributes["office"] == nil,
      [.metWho, .metTopOf].contains(query.kind), let office = capacity.offices.first
    {
      query.attributes["office"] = office
      query.answerCountries += capacity.country.map { [$0] } ?? []
      return nil
    }
    guard let name = lists[0].indices.first.flatMap({ query.parties.all[$0].first?.written }) else {
      return "\"\(capacity.written)\" is not understood in this question"
    }
    notes.append("no record has \(name) as \"\(capacity.written)\"")
    lists[0][0] = [.unknown]
    return nil
  }

  private func fits(_ role: String, _ country: String?, _ capacity: PartyPhrase) -> Bool {
    if let wanted = capacity.country, let country, wanted != country { return false }
    if !capacity.body.isEmpty {
      let words = " " + Words.folded(role).joined(separator: " ") + " "
      guard capacity.body.contains(where: { words.contains(" \($0) ") }) else { return false }
    }
    return Offices.match(
      role: offices.keys(role: role, country: country), asked: Set(capacity.offices))
  }
}

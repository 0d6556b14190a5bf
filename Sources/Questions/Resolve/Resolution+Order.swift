import SQLite

extension Resolution {
  /// The parties of meetings with countries behind the others, the rarest first: what comes behind is looked for among the
  /// meetings of the first. Which of them stands first changes nothing in the answers.
  func rarestFirst(_ parties: [[ResolvedParty]]) -> [[ResolvedParty]] {
    guard parties.count > 1 else { return parties }
    let weights = parties.map { $0.reduce(0) { $0 + weight($1) } }
    return parties.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }.map { parties[$0] }
  }

  /// How many rows a country has, as far as that matters; 0 for others.
  private func weight(_ party: ResolvedParty) -> Int {
    guard case .country(let code) = party else { return 0 }
    let rows = try? database.map(
      "SELECT count(*) FROM (SELECT 1 FROM participants WHERE country = ? LIMIT 100000)",
      [.text(code)]
    ) { $0.int(0) ?? 0 }
    return 1 + (rows?.first ?? 0)
  }
}

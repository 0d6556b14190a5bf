import Gazetteer

/// Bodies of one country whose names others have too.
extension Scan {
  /// "the National Assembly of Nigeria", "Australia's House of Representatives": true where a body of the lexicon has the name that
  /// another country's body has here.
  func isOfAnotherCountry(_ match: Match) -> Bool {
    guard let own = Gazetteer.shared.bodies[Int(match.index)].country,
      let other = countryBehind(Int(match.end)) ?? countryBefore(Int(match.start))
    else { return false }
    return Gazetteer.shared.countries[other].code != own
  }

  /// "... of Nigeria", "... de la República Dominicana"
  private func countryBehind(_ end: Int) -> Int? {
    guard isOne(end, of: Words.of) else { return nil }
    var at = end + 1
    while isDeterminer(at) { at += 1 }
    return isCapital(at) ? match(.country, at: at).map { Int($0.index) } : nil
  }

  /// "Nigeria's ...", "the Australian ..."
  private func countryBefore(_ start: Int) -> Int? {
    guard !isSpanish else { return nil }
    let end = isPossessive(start - 1) ? start - 1 : start
    for at in span(end - 4, end).reversed() {
      for kind in [Entry.Kind.country, .demonym] {
        if let match = match(kind, at: at), Int(match.end) == end { return Int(match.index) }
      }
    }
    return nil
  }
}

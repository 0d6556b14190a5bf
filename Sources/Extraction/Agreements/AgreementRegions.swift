import Language
import Records

/// Governors and mayors, who act for their region or city and not for their state.
enum AgreementRegions {
  private static let offices: Set<String> = [
    "governor", "gobernador", "gobernadora", "mayor", "alcalde", "alcaldesa", "intendente",
    "intendenta", "lehendakari",
  ]
  private static let bodies: Set<String> = [
    "generalitat", "junta", "xunta", "comunidad", "diputacion", "cabildo", "lehendakari",
  ]
  private static let banks: Set<String> = ["bank", "banco", "reserve", "reserva", "general"]
  private static let particles: Set<String> = ["de", "del", "la", "el", "los", "las", "of", "the"]

  /// The region or city, or what governs it, as an organization: "the governor of Jalisco" acts for Jalisco, "el presidente de la
  /// Generalitat de Cataluña" for the Generalitat; nil for other offices, and where none is named.
  static func party(_ person: Entity) -> AgreementParty? {
    guard let role = person.role else { return nil }
    let words = role.split(separator: " ").map(String.init)
    let folded = words.map { DateWords.fold($0) }
    guard !folded.contains(where: banks.contains) else { return nil }
    let start: Int
    if let body = folded.firstIndex(where: bodies.contains),
      words[body].first?.isUppercase ?? false,
      body > 0
    {
      start = body
    } else if let office = folded.firstIndex(where: offices.contains) {
      // "California Governor"
      if office > 0, words[..<office].allSatisfy({ $0.first?.isUppercase ?? false }) {
        return region(words[..<office], person)
      }
      guard
        let of = folded[(office + 1)...].firstIndex(where: { ["of", "de", "del"].contains($0) })
      else { return nil }
      start = of + 1
    } else {
      return nil
    }
    var end = start
    while end < words.count,
      words[end].first?.isUppercase ?? false || particles.contains(folded[end])
    { end += 1 }
    while end > start, particles.contains(folded[end - 1]),
      words[end - 1].first?.isLowercase ?? true
    { end -= 1 }
    var first = start
    while first < end, ["la", "the"].contains(words[first]) { first += 1 }
    return first < end ? region(words[first..<end], person) : nil
  }

  private static func region(_ words: ArraySlice<String>, _ person: Entity) -> AgreementParty {
    AgreementParty(
      entity: nil,
      record: PartyRecord(
        name: words.joined(separator: " "), kind: .organization, country: person.country))
  }
}

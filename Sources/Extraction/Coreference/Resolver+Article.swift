import Gazetteer
import Language
import Records

/// What the article as a whole tells of countries: whose it is, whose officials and bodies are meant, who opens a sentence.
extension Resolver {
  /// True for the first phrase of a sentence, and for those that only "and" and commas tie to it.
  func opensList(_ phrases: [NounPhrase], _ n: Int, _ scan: Scan) -> Bool {
    var end = 0
    for phrase in phrases[...n] {
      guard
        (end..<max(end, phrase.range.lowerBound)).allSatisfy({
          scan.isSign($0, ",") || scan.isOne($0, of: Words.and)
        })
      else { return false }
      end = phrase.range.upperBound
    }
    return true
  }

  /// "the Speaker of the National Assembly" of an article that does not speak of Venezuela: a name that bodies of many
  /// countries have is of the one that the article names, else of none.
  func dropStrangeBodies(_ found: inout [[NounPhrase]]) {
    guard !isSpanish else { return }
    for sentence in found.indices {
      for n in found[sentence].indices {
        let phrase = found[sentence][n]
        guard let body = phrase.body ?? phrase.offices.lazy.compactMap(\.body).first,
          Resolver.commonBodies.contains(Gazetteer.shared.bodies[body].englishName),
          let code = Gazetteer.shared.bodies[body].country,
          let country = Gazetteer.shared.index(ofCountry: code), !names(country)
        else { continue }
        if phrase.country == country { found[sentence][n].country = nil }
        for office in phrase.offices.indices where phrase.offices[office].country == country {
          found[sentence][n].offices[office].country = nil
        }
      }
    }
  }

  private static let commonBodies: Set<String> = ["National Assembly", "People's Party"]

  /// "La secretaria de Estado Ana Mora" of an article that speaks of Spain and not of the United States is a Spanish one.
  var haveOwnSecretaries: Bool {
    guard isSpanish, let spain = Gazetteer.shared.index(ofCountry: "ES"),
      let states = Gazetteer.shared.index(ofCountry: "US")
    else { return false }
    return names(spain) && !names(states)
  }

  private func names(_ country: Int) -> Bool {
    scans.contains { scan in
      scan.matches.contains {
        Int($0.index) == country && ($0.kind == .country || $0.kind == .demonym)
      }
    }
  }

  /// "In Lusaka, he will meet with senior government officials": those of the place that opens the sentence.
  func visitedCountry(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    guard !isSpanish, scan.isSign(0, "In"), phrase.isPlural || phrase.range.lowerBound > 2,
      let place = scan.matches(at: 1).first(where: {
        $0.kind == .country || $0.kind == .capital || $0.kind == .city
      }), scan.isSign(Int(place.end), ",")
    else { return nil }
    return Int(place.index)
  }

  /// The first person of an official release is of the country that issued it.
  mutating func adoptOwn() {
    guard let officialCountry,
      let first = mentions.first(where: { table.entities[$0.mention.entities[0]].kind == .person })?
        .mention.entities[0]
    else { return }
    if table.facts[first].country == nil, !table.facts[first].offices.isEmpty {
      table.setCountry(first, officialCountry)
    }
  }

  /// The country whose palace or ministry the article names first ("White House").
  func seatCountry() -> Int? {
    for scan in scans.prefix(12) {
      if let match = scan.matches.first(where: { $0.kind == .seat && scan.isCapital(Int($0.start)) }
      ) {
        return Int(match.index)
      }
    }
    return nil
  }

  /// The country whose office an official release comes from, by its head ("Office of the Spokesperson").
  func issuer() -> Int? {
    if let code = Authorship.country(of: article.url) {
      return Gazetteer.shared.index(ofCountry: code)
    }
    guard let first = scans.first else { return nil }
    let head = first.surface(0..<min(first.count, 12)).lowercased()
    let isAmerican =
      head.hasPrefix("office of the spokesperson") || head.hasPrefix("the white house")
      || head.contains("department spokesperson")
      || table.entities.contains {
        $0.role?.hasPrefix("Secretary of State") == true && $0.country == "US"
      }
    return isAmerican ? Gazetteer.shared.index(ofCountry: "US") : nil
  }
}

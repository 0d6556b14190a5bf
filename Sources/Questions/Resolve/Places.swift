import CResources
import Gazetteer
import Records

/// The names of a place in both languages, and the country that it is.
struct Places: Sendable {
  private let groups: [[String]]
  private let groupOf: [String: Int]

  /// The exonyms that are compiled into the program.
  static let standard = Places(
    text: Resources.text(chancery_questions_places, chancery_questions_places_length))

  init(text: String) {
    var groups: [[String]] = []
    var groupOf: [String: Int] = [:]
    for (_, fields) in Resources.rows(text) {
      let names = Resources.parts(fields[0], by: "|").map { Folding.fold($0) }
      for name in names { groupOf[name] = groups.count }
      groups.append(names)
    }
    self.groups = groups
    self.groupOf = groupOf
  }

  /// True if the gazetteer or the exonyms have the city.
  func isCity(_ folded: String) -> Bool {
    groupOf[folded] != nil || CountryNames.shared.capital(folded) != nil
      || Gazetteer.names.entries(of: folded).contains { $0.kind == .city }
  }

  /// What a place is looked for by.
  struct Match: Equatable {
    /// Names, folded: one of them must stand in the place.
    var names: [String]
    /// The country that the place is as a whole.
    var country: String?
    /// The countries of a region; empty for another place.
    var region: [String] = []
  }

  /// The names of a place; "Geneva, Switzerland" is looked for by its first part.
  func match(_ folded: String) -> Match {
    let countries = CountryNames.shared
    let plain = without(folded)
    if let code = countries.named(plain) {
      return Match(names: countries.names(of: code) + countries.capitals(of: code), country: code)
    }
    if let region = Regions.standard.codes(of: plain) {
      return Match(names: [plain], region: region)
    }
    var names = [plain]
    if let group = groupOf[plain] { names += groups[group] }
    if let code = countries.capital(plain),
      let country = Gazetteer.names.country(code: code)
    {
      names += twins(plain, country)
    }
    var seen: Set<String> = []
    return Match(names: names.filter { seen.insert($0).inserted && !$0.isEmpty })
  }

  /// The other language's name of a capital; where a country has several, the one in the same position.
  private func twins(_ capital: String, _ country: Country) -> [String] {
    let english = country.englishCapitals.map { Folding.fold($0) }
    let spanish = country.spanishCapitals.map { Folding.fold($0) }
    if english.count == spanish.count {
      return zip(english, spanish).filter { $0 == capital || $1 == capital }.flatMap { [$0, $1] }
    }
    return english + spanish
  }

  private func without(_ folded: String) -> String {
    for article in ["the ", "la ciudad de ", "city of "] where folded.hasPrefix(article) {
      return String(folded.dropFirst(article.count))
    }
    return folded
  }
}

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
      || NamesTable.standard.entries(of: folded).contains { $0.kind == .city }
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
    if let code = countries.capital(plain) { names += twins(plain, code) }
    var seen: Set<String> = []
    return Match(names: names.filter { seen.insert($0).inserted && !$0.isEmpty })
  }

  /// A full-text query for a place whose words stand in another language or another order ("Moscow airport" for "aeropuerto
  /// de Moscú"): each word, or cities and countries of several, by any of its names. Nil for a place of one part.
  func words(_ folded: String, _ sets: WordSets) -> String? {
    var rest = folded.split(separator: " ").map(String.init).filter {
      !sets.contains("stop", $0)
    }[...]
    var parts: [String] = []
    while !rest.isEmpty {
      let count = stride(from: min(3, rest.count), through: 2, by: -1).first {
        let phrase = rest.prefix($0).joined(separator: " ")
        return groupOf[phrase] != nil || CountryNames.shared.named(phrase) != nil
          || CountryNames.shared.capital(phrase) != nil
      }
      let name = rest.prefix(count ?? 1).joined(separator: " ")
      rest = rest.dropFirst(count ?? 1)
      let same = sets.phrases(of: "venue").first { $0.contains(name) } ?? []
      let names = same.isEmpty ? spellings(name) : same
      parts.append(
        "("
          + names.map { FullText.phrase($0.split(separator: " ").map(String.init)) }
          .joined(separator: " OR ") + ")")
    }
    return parts.count > 1 ? parts.joined(separator: " AND ") : nil
  }

  /// The names of a country without its capitals, else those of a place.
  private func spellings(_ name: String) -> [String] {
    guard let code = CountryNames.shared.named(name) else { return match(name).names }
    return CountryNames.shared.names(of: code)
  }

  /// The other language's name of a capital; where a country has several, the one in the same position.
  private func twins(_ capital: String, _ code: String) -> [String] {
    let (english, spanish) = (capitals(code, .englishCapitals), capitals(code, .spanishCapitals))
    if english.count == spanish.count {
      return zip(english, spanish).filter { $0 == capital || $1 == capital }.flatMap { [$0, $1] }
    }
    return english + spanish
  }

  private func capitals(_ code: String, _ list: NamesImage.List) -> [String] {
    (NamesTable.standard.names(of: code, list) ?? []).map { Folding.fold($0) }
  }

  private func without(_ folded: String) -> String {
    for article in ["the ", "la ciudad de ", "city of "] where folded.hasPrefix(article) {
      return String(folded.dropFirst(article.count))
    }
    return folded
  }
}

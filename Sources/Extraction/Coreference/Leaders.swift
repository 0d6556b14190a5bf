import CResources
import Gazetteer

/// Heads of state and government by their terms (`leaders.tsv`): whom "the U.S. president" means where an article gives the name
/// no office. The article's own words go before.
struct Leaders: Sendable {
  static let builtIn = Leaders(
    String(
      decoding: UnsafeBufferPointer(start: chancery_leaders, count: chancery_leaders_length),
      as: UTF8.self))

  private struct Term: Sendable {
    let isState: Bool
    let surnames: Set<String>
    let given: Set<String>
    let from: String
    let until: String

    /// True for a surname, or one behind the given names.
    func isNamed(_ words: String) -> Bool {
      surnames.contains(words)
        || surnames.contains { surname in
          words.hasSuffix(" " + surname) && given.contains { words.hasPrefix($0 + " ") }
        }
    }
  }

  private var terms: [String: [Term]] = [:]
  /// The countries whose heads have surnames that end with a word.
  private var countries: [Substring: Set<String>] = [:]
  /// What is wrong with the file, by line; empty for the built-in one.
  private(set) var errors: [String] = []

  /// Reads a table of country, office, surnames, given names, first and last month.
  init(_ text: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, Gazetteer.shared.index(ofCountry: fields[0]) != nil,
        fields[1] == "state" || fields[1] == "government", fields[4].utf8.count == 7,
        fields[5] == "-" || fields[5].utf8.count == 7 && fields[4] <= fields[5]
      else {
        errors.append(
          "leaders.tsv:\(number + 1): expected country, state or government, surnames, given names, first and last month (or -), by tabs"
        )
        continue
      }
      for surname in Leaders.words(fields[2]) {
        countries[Leaders.lastWord(surname), default: []].insert(fields[0])
      }
      terms[fields[0], default: []].append(
        Term(
          isState: fields[1] == "state", surnames: Leaders.words(fields[2]),
          given: fields[3] == "-" ? [] : Leaders.words(fields[3]), from: fields[4],
          until: fields[5] == "-" ? "9999" : fields[5]))
    }
  }

  private static func words(_ field: String) -> Set<String> {
    Set(field.lowercased().split(separator: "|").map(String.init))
  }

  private static func lastWord(_ name: String) -> Substring {
    name[(name.lastIndex(of: " ").map(name.index(after:)) ?? name.startIndex)...]
  }

  /// True if a name is that of a country's head of state or government on a day.
  ///
  /// - Parameters:
  ///   - name: as the article has it, a surname or given names and surname.
  ///   - day: an ISO date; the months are compared.
  func holds(_ name: String, office kind: Office.Class, of country: String, on day: String) -> Bool
  {
    let month = String(day.prefix(7))
    let words = name.lowercased()
    return (terms[country] ?? []).contains { term in
      (kind == .leader || kind == (term.isState ? .state : .government))
        && term.from <= month && month <= term.until && term.isNamed(words)
    }
  }

  /// The only country whose head of state or government has a name, on a day if one is given; nil if none or several.
  func country(of name: String, on day: String?) -> String? {
    let words = name.lowercased()
    let month = day.map { String($0.prefix(7)) }
    var found: String?
    for code in countries[Leaders.lastWord(words)] ?? []
    where (terms[code] ?? []).contains(where: { term in
      term.isNamed(words) && month.map { term.from <= $0 && $0 <= term.until } ?? true
    }) {
      guard found == nil else { return nil }
      found = code
    }
    return found
  }
}

extension Resolver {
  /// The only country whose head somebody of a name was on the day of the article, or on any day if it has none.
  private func countryLed(by name: String) -> Int? {
    Leaders.builtIn.country(of: name, on: article.published?.description)
      .flatMap(Gazetteer.shared.index(ofCountry:))
  }

  /// "the government of Nicolás Maduro", "el gobierno del presidente Petro": the country of whom it is named after.
  func countryOfHead(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    var at = phrase.range.upperBound
    guard scan.isOne(at, of: Words.of) else { return nil }
    at += 1
    while scan.isDeterminer(at) { at += 1 }
    if let office = scan.match(.office, at: at) { at = Int(office.end) }
    guard scan.isCapital(at),
      let name = NameParser(scan: scan, plainWords: []).name(at: at)
    else { return nil }
    let words = scan.surface(name.range)
    let known = table.entities.indices.first { id in
      table.entities[id].kind == .person && table.facts[id].country != nil
        && table.entities[id].name.map { $0 == words || $0.hasSuffix(" " + words) } == true
    }
    if let known { return table.facts[known].country }
    return countryLed(by: words)
  }

  /// "President Joe Biden": the country whose head he was on the day of the article, where that tells none.
  mutating func adoptCountry(_ id: Int, _ phrase: NounPhrase) {
    guard table.facts[id].country == nil, let office = phrase.offices.first,
      office.kind == .state || office.kind == .government, !office.isFormer,
      let name = table.entities[id].name, article.published != nil,
      let country = countryLed(by: name)
    else { return }
    table.setCountry(id, country)
  }

  /// "Putin and Erdogan spoke by phone": a lone surname that the article gives no office and that is a head of state or
  /// government's on its day, of a country that the article names too or that no other head shares.
  mutating func headOnTheDay(_ phrase: NounPhrase, _ scan: Scan) -> Int? {
    guard phrase.nameWords == 1, phrase.country == nil, let name = phrase.name,
      let day = article.published?.description, day.utf8.count == 10,
      name.count == 1, scan.tokens[name.lowerBound].form.utf8.count > 4,
      let country = countryLed(by: scan.surface(name)),
      let id = table.newPerson(phrase, scan, isWeak: false)
    else { return nil }
    table.setCountry(id, country)
    return id
  }

  /// "the U.S. president", "el mandatario ruso" where the article calls nobody so: the only person without an office in it who
  /// held it on the day of the article.
  func inOffice(_ phrase: NounPhrase, _ office: OfficePhrase, _ scan: Scan) -> Int? {
    guard let country = phrase.country, let day = article.published?.description,
      phrase.body == nil, !phrase.isIndefinite, !office.isPlural
    else { return nil }
    let held = HeldOffice(office, scan: scan)
    guard [.state, .government, .leader].contains(held.kind), !held.isFormer, !held.isDeputy,
      !held.isNew
    else { return nil }
    let code = Gazetteer.shared.countries[country].code
    let found = table.entities.indices.filter { id in
      let facts = table.facts[id]
      guard table.entities[id].kind == .person, facts.offices.isEmpty,
        facts.country == nil || facts.country == country, genderFits(phrase, id),
        let name = table.entities[id].name
      else { return false }
      return Leaders.builtIn.holds(name, office: held.kind, of: code, on: day)
    }
    return found.count == 1 ? found.first : nil
  }
}

import Gazetteer
import Language

/// Several persons at once: one office for many names, offices left out behind the first, holders in several countries.
extension PhraseFinder {
  /// "Presidents A of X and B of Y", "los cancilleres argentino, A, y brasileño, B", "the ministers of France and Germany".
  mutating func several(_ office: OfficePhrase) -> Int {
    // "los presidentes de Chile y Argentina, A y B"
    let owners = countries(of: office)
    if owners.list.count > 1,
      let end = namesInTurn(
        owners.list.map(\.index), office, owners.end, from: office.range.lowerBound)
    {
      return end
    }
    var at = office.range.upperBound
    var found: [NounPhrase] = []
    var country = office.country
    var start = office.range.lowerBound
    let gazetteer = Gazetteer.shared
    while at < scan.count, found.count < 12 {
      var next = at
      // The country of the next one: "de Venezuela", "Ecuador", "brasileño", "su nuevo colega brasileño".
      var own: Int?
      while scan.isOne(next, of: Words.and) || scan.isSign(next, ",") || scan.isSign(next, ";") {
        if found.isEmpty, next > at { break }
        next += 1
        if next - at > 2 { break }
      }
      if !found.isEmpty { start = next }
      if let second = offices.office(at: next), !second.isPlural {
        // The list goes on with an office of its own.
        if found.isEmpty { break }
        return finishList(found, at)
      }
      let preposition = next
      if scan.isOne(next, of: Words.of) { next += 1 }
      if scan.isDeterminer(next), scan.match(.country, at: next) == nil { next += 1 }
      var isFielded = found.isEmpty && office.isQualified
      if let match = scan.match(.country, at: next) ?? scan.match(.demonym, at: next),
        match.kind != .country || scan.isCapital(next),
        // "Los presidentes Mauricio B y C": a given name.
        match.kind != .country || next > preposition || !scan.isSpanish
          || !scan.has(.given, at: next)
      {
        // "leaders from the U.S. Department of Agriculture, the U.S. Forest Service": an agency and no person.
        if scan.isAgencyAhead(behind: match) { break }
        own = Int(match.index)
        next = Int(match.end)
      } else if scan.isSpanish, scan.isOne(preposition, of: Words.of) {
        // "los secretarios de Hacienda, A, y de Economía, B".
        var field = office
        if let end = offices.openRun(from: preposition, isRole: false, noting: &field) {
          own = field.country == office.country ? nil : field.country
          next = end
          isFielded = true
        }
      }
      // "senior representatives of the Quint", "los gobernadores de Amazonas y Putumayo": what they are of.
      if own == nil, next == preposition + 1 || !scan.isSpanish,
        scan.isOne(preposition, of: Words.of)
      {
        break
      }
      guard
        let name = nameAfter(next, comma: false)
          ?? (own != nil || country != nil || isFielded ? nameAfter(next, comma: true) : nil),
        !endsInBodies(name.range)
      else { break }
      var phrase = NounPhrase(
        kind: .person, range: start..<name.range.upperBound, head: name.range.upperBound - 1)
      phrase.name = name.range
      phrase.nameWords = name.words
      phrase.gender = name.gender
      phrase.country = own ?? country
      phrase.offices = [office]
      country = nil
      at = name.range.upperBound
      if scan.isOne(at, of: Words.of) {
        let place = scan.isDeterminer(at + 1) ? at + 2 : at + 1
        if let match = scan.match(.country, at: place), scan.isCapital(place),
          !scan.isSpanish || phrase.country == nil
        {
          if phrase.country == nil { phrase.country = Int(match.index) }
          at = Int(match.end)
        } else if let end = pastPlace(place), !scan.isSpanish {
          at = end
        }
      }
      if phrase.country == nil, let (own, end) = aside(at) {
        phrase.country = own
        at = end
      }
      if office.kind == .local, let end = asidePlace(at) { at = end }
      // "co-chairs A, Coordinator for Energy, and B, Head of Cabinet"
      if !scan.isSpanish, let role = ownRole(at) {
        phrase.offices.append(role)
        if phrase.country == nil { phrase.country = role.country }
        at = role.range.upperBound
      }
      phrase.range = phrase.range.lowerBound..<at
      found.append(phrase)
      guard scan.isOne(at, of: Words.and) || scan.isSign(at, ",") || scan.isSign(at, ";") else {
        break
      }
    }
    if found.isEmpty {
      if let unnamed = unnamedOfCountries(office) { return unnamed }
      var phrase = NounPhrase(kind: .office, range: office.range, head: office.head)
      phrase.offices = [office]
      phrase.country = office.country
      phrase.body = office.body
      phrase.isPlural = true
      phrase.isIndefinite = office.isIndefinite
      phrase.gender = gazetteer.offices[office.office].gender
      phrases.append(phrase)
      return office.range.upperBound
    }
    return finishList(found, at)
  }

  /// "Governors A of New Mexico, B of Ohio and C": a state or a town behind a name, if the list goes on or ends there.
  private func pastPlace(_ start: Int) -> Int? {
    var at = start
    while at < start + 3, scan.isCapital(at) { at += 1 }
    return at > start && closes(at) ? at : nil
  }

  /// "Los presidentes A, de Chile, y B, del Perú", "A (Chile) y B (Perú)": the country set apart behind a name, and where it ends.
  private func aside(_ at: Int) -> (country: Int, end: Int)? {
    let isBracket = scan.isSign(at, "(")
    guard isBracket || scan.isSign(at, ",") && scan.isOne(at + 1, of: Words.of) else { return nil }
    var next = isBracket ? at + 1 : at + 2
    if scan.isDeterminer(next), scan.match(.country, at: next) == nil { next += 1 }
    guard let match = scan.match(.country, at: next), scan.isCapital(next) else { return nil }
    let end = Int(match.end)
    if isBracket { return scan.isSign(end, ")") ? (Int(match.index), end + 1) : nil }
    return scan.isSign(end, ",") || scan.isOne(end, of: Words.and) || end >= scan.count
      || scan.isSign(end, ".") ? (Int(match.index), end) : nil
  }

  /// "los gobernadores A, de Arauca, y B, de Norte de Santander": the end of what each of them governs, set apart behind the name.
  private func asidePlace(_ comma: Int) -> Int? {
    guard scan.isSpanish, scan.isSign(comma, ","), scan.isOne(comma + 1, of: Words.of) else {
      return nil
    }
    var at = comma + 2
    while scan.isCapital(at) || scan.isOne(at, of: Words.of) || scan.isDeterminer(at) { at += 1 }
    return at > comma + 2 && scan.isCapital(at - 1) && closes(at) ? at : nil
  }

  /// "... y el de Ecuador, X", "; de Hacienda, X": a Spanish office that is not said again; its end.
  mutating func elided(_ start: Int) -> Int? {
    guard scan.isSpanish, let (office, last) = officeLeftOut(before: start) else { return nil }
    var at = start
    let hasArticle = scan.isOne(at, of: ElisionWords.articles)
    if hasArticle { at += 1 }
    guard scan.isOne(at, of: Words.of), hasArticle || last.map({ isListed(start, $0) }) == true
    else { return nil }
    let preposition = at
    at += 1
    while scan.isDeterminer(at), scan.match(.country, at: at) == nil { at += 1 }
    var field = office
    field.country = nil
    field.body = nil
    var end: Int?
    if let match = scan.match(.country, at: at), scan.isCapital(at),
      scan.isSign(Int(match.end), ",") || names.name(at: Int(match.end)) != nil
    {
      field.country = Int(match.index)
      end = Int(match.end)
    } else {
      end = offices.openRun(from: preposition, isRole: false, noting: &field)
      if field.country == nil { field.country = last?.country }
    }
    guard let end, let name = nameAfter(end, comma: false) ?? nameAfter(end, comma: true) else {
      return nil
    }
    field.gender = scan.isSign(start, "la") ? .feminine : .either
    var phrase = NounPhrase(kind: .person, range: start..<name.range.upperBound, head: at)
    phrase.offices = [field]
    phrase.country = field.country
    phrase.body = field.body
    phrase.gender = field.gender
    phrase.name = name.range
    phrase.nameWords = name.words
    phrase.head = name.range.upperBound - 1
    return finish(phrase)
  }

  /// The office that is not said again, and who was told by it: the last person of a list, or nobody behind "cuatro embajadores, entre
  /// ellos | el de Mongolia, X".
  private func officeLeftOut(before start: Int) -> (OfficePhrase, NounPhrase?)? {
    if let last = phrases.last, last.kind == .person, let office = last.offices.first,
      last.range.upperBound < start, start - last.range.upperBound <= 3,
      (last.range.upperBound..<start).allSatisfy({
        scan.isSign($0, ",") || scan.isSign($0, ";") || scan.isOne($0, of: Words.and)
          || scan.isOne($0, of: Words.of) && scan.isSign($0 - 1, ";")
          // "con el presidente del Líbano, A, y con el de Túnez, B"
          || scan.isOne($0, of: ElisionWords.repeated) && scan.isOne($0 - 1, of: Words.and)
      })
    {
      return (office, last)
    }
    let them = scan.isSign(start - 1, ",") ? start - 2 : start - 1
    guard scan.isOne(them, of: CoordinationWords.them), scan.isOne(them - 1, of: Words.between),
      let head = scan.span(them - 8, them - 1).last(where: { scan.has(.office, at: $0) }),
      let office = offices.office(at: head, owned: true), office.isPlural
    else { return nil }
    return (office, nil)
  }

  /// "el kirguís Kamchibek Tashíev", "el tayiko, Saimumin Yatimov,": a person by country and name, of the office told last.
  mutating func national(_ start: Int) -> Int? {
    guard scan.isSpanish, scan.isOne(start, of: ElisionWords.articles),
      let people = scan.match(.demonym, at: start + 1), !scan.isCapital(start + 1)
    else { return nil }
    let end = Int(people.end)
    guard let name = nameAfter(end, comma: false) ?? nameAfter(end, comma: true), name.words > 1,
      scan.isCapital(end) || closes(name.range.upperBound)
    else { return elidedHolder(start, people) }
    var phrase = NounPhrase(
      kind: .person, range: start..<name.range.upperBound, head: name.range.upperBound - 1)
    phrase.name = name.range
    phrase.nameWords = name.words
    phrase.country = Int(people.index)
    phrase.gender = scan.isSign(start, "la") || scan.isSign(start, "La") ? .feminine : .masculine
    if let last = phrases.last, last.kind == .person, var office = last.offices.first,
      start - last.range.upperBound <= 3
    {
      office.country = phrase.country
      phrase.offices = [office]
    }
    return finish(phrase)
  }

  /// "El canciller beliceño y el guatemalteco se reunieron": the same office of the next country, whose holder is not named.
  private mutating func elidedHolder(_ start: Int, _ people: Scan.Match) -> Int? {
    guard let last = phrases.last, last.kind == .office || last.kind == .person,
      last.range.upperBound == start - 1, scan.isOne(start - 1, of: Words.and),
      var office = last.offices.first, isHeldByEach(office), !office.isPlural,
      office.country != nil, office.country != Int(people.index)
    else { return nil }
    let end = Int(people.end)
    // "y el guatemalteco pobre": another noun.
    guard
      end >= scan.count || scan.shapes[end].contains(.punctuation) || scan.has(.verb, at: end)
        || scan.isOne(end, of: RelativeWords.small) || scan.isOne(end, of: Resolver.prepositions)
        || scan.isOne(end, of: UnspokenWords.haves)
    else { return nil }
    office.country = Int(people.index)
    office.range = start..<end
    var phrase = NounPhrase(kind: .office, range: start..<end, head: end - 1)
    phrase.offices = [office]
    phrase.country = Int(people.index)
    phrases.append(phrase)
    return end
  }

  /// True if "de X, NAME" after a comma, a semicolon or "y" goes on with a list of offices.
  func isListed(_ start: Int, _ last: NounPhrase) -> Bool {
    scan.isSign(start - 1, ";") || scan.isOne(start - 1, of: Words.and)
      || scan.isSign(start - 1, ",") && last.offices.first?.isPlural == true
  }

  mutating func finishList(_ found: [NounPhrase], _ at: Int) -> Int {
    phrases.append(contentsOf: found)
    return at
  }

  /// "the foreign ministers of France, Germany and Britain": one unnamed holder for each country.
  mutating func unnamedOfCountries(_ office: OfficePhrase) -> Int? {
    let kind = Gazetteer.shared.offices[office.office].kind
    guard
      [
        .state, .government, .monarch, .foreign, .minister, .secretary, .ambassador, .official,
        .counterpart, .chief,
      ]
      .contains(kind),
      kind != .official || Gazetteer.shared.offices[office.office].form.contains("advis")
        || office.range.count > 5 && !scan.isOne(office.head, of: DestinationWords.officials)
    else { return nil }
    let (countries, at) = countries(of: office)
    guard countries.count > 1 else { return nil }
    for (country, range) in countries {
      var phrase = NounPhrase(kind: .office, range: range, head: range.upperBound - 1)
      phrase.offices = [office]
      phrase.country = country
      phrases.append(phrase)
    }
    return at
  }

  /// The countries whose office several people hold ("of France, Germany and Britain"), and where their list ends.
  func countries(of office: OfficePhrase) -> (
    list: [(index: Int, range: Range<Int>)], end: Int
  ) {
    // The first country was taken as the office's own; the list begins there.
    var at = office.range.upperBound
    var countries: [(index: Int, range: Range<Int>)] = []
    if let first = office.country { countries.append((first, office.range)) }
    if countries.isEmpty,
      scan.isOne(at, of: Words.officePrepositions)
        || scan.tokens[min(at, scan.count - 1)].form == "from"
    {
      let next = scan.isDeterminer(at + 1) ? at + 2 : at + 1
      if let match = scan.match(.country, at: next), scan.isCapital(next),
        !scan.isAgencyAhead(behind: match)
      {
        countries.append((Int(match.index), office.range.lowerBound..<Int(match.end)))
        at = Int(match.end)
      }
    }
    guard !countries.isEmpty else { return ([], at) }
    while at < scan.count, scan.isSign(at, ",") || scan.isOne(at, of: Words.and) {
      var next = at + 1
      // "y El Salvador": the article of a country's own name.
      while scan.isOne(next, of: Words.and) || scan.isOne(next, of: Words.of)
        || scan.isDeterminer(next)
          && (scan.match(.country, at: next) == nil
            // "and the Philippines"
            || !scan.isCapital(next) && scan.has(.country, at: next + 1))
      { next += 1 }
      guard
        let match = scan.match(.country, at: next)
          ?? (scan.isSpanish ? scan.match(.demonym, at: next) : nil),
        match.kind == .demonym || scan.isCapital(next)
      else { break }
      countries.append((Int(match.index), next..<Int(match.end)))
      at = Int(match.end)
    }
    return (countries, at)
  }

  /// "his Cypriot and Greek counterparts, A and B", "Iran and Pakistan's foreign ministers".
  mutating func ofSeveralCountries(_ start: Int) -> Int? {
    guard !scan.isSpanish else { return nil }
    var at = start
    if scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives) { at += 1 }
    guard scan.isCapital(at) else { return nil }
    var countries: [(index: Int, range: Range<Int>)] = []
    while countries.count < 8, scan.isCapital(at),
      let match = scan.match(.demonym, at: at) ?? scan.match(.country, at: at)
    {
      countries.append((Int(match.index), match.range))
      at = Int(match.end)
      let next = at
      while scan.isSign(at, ",") || scan.isOne(at, of: Words.and) { at += 1 }
      if at == next { break }
      // "Rwanda and the Democratic Republic of Congo's foreign ministers"
      if scan.isDeterminer(at), scan.has(.country, at: at + 1) { at += 1 }
    }
    if scan.isPossessive(at) { at += 1 }
    guard countries.count > 1, let last = countries.last, at >= last.range.upperBound,
      at <= last.range.upperBound + 1,
      let office = offices.office(at: at, owned: true), office.isPlural,
      isHeldByEach(office) || office.kind == .leader
    else { return nil }
    if let end = namesInTurn(countries.map(\.index), office, office.range.upperBound, from: start) {
      return end
    }
    guard isHeldByEach(office) else { return nil }
    for (n, country) in countries.enumerated() {
      let isLast = n == countries.count - 1
      let lower = n == 0 ? start : country.range.lowerBound
      let upper = isLast ? office.range.upperBound : country.range.upperBound
      var phrase = NounPhrase(kind: .office, range: lower..<upper, head: upper - 1)
      phrase.offices = [office]
      phrase.country = country.index
      phrases.append(phrase)
    }
    return office.range.upperBound
  }

  /// Offices of which each country has one.
  func isHeldByEach(_ office: OfficePhrase) -> Bool {
    [
      .state, .government, .monarch, .foreign, .minister, .secretary, .ambassador, .counterpart,
      .military, .chief,
    ].contains(office.kind)
  }
}

/// Articles behind which an office is left out ("y el de Ecuador, C").
enum ElisionWords {
  static let articles = Words.set("el la")
  static let repeated = Words.set("con a por")
}

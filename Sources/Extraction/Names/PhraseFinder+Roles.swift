import Gazetteer

/// What stands behind a name: whose person it is, and what offices it has.
extension PhraseFinder {
  /// Adds what stands after a name: "of Nigeria", "(Mexico)", ", the foreign minister of Iran,".
  mutating func finish(_ base: NounPhrase) -> Int {
    var phrase = base
    var at = phrase.range.upperBound
    // "Ambassador X from South Africa": whom an envoy stands for.
    let isSent =
      !scan.isSpanish && scan.isOne(at, of: Words.from)
      && phrase.offices.contains { $0.kind == .ambassador || $0.kind == .envoy }
    if scan.isOne(at, of: Words.of) || isSent {
      var next = at + 1
      if scan.isDeterminer(next), !scan.isCapital(next) || scan.match(.country, at: next) == nil {
        next += 1
      }
      if scan.isCapital(next), let match = scan.match(.country, at: next),
        !scan.isSpanish || !phrase.offices.isEmpty
      {
        if phrase.country == nil { phrase.country = Int(match.index) }
        at = Int(match.end)
        // "Prime Minister X of Iraq's Regional Government": the country owns what follows, the person nothing.
        if scan.isPossessive(at), scan.isCapital(at + 1) {
          at += 1
          while scan.isCapital(at) { at += 1 }
        }
        phrase.range = phrase.range.lowerBound..<at
      }
    }
    // "Senator A (D-CA)", "Rep. B (R-Ohio)".
    if scan.isSign(at, "("), let end = (at + 2..<at + 7).first(where: { scan.isSign($0, ")") }),
      scan.isOne(at + 1, of: Words.partyLetters)
    {
      if phrase.country == nil { phrase.country = Gazetteer.shared.index(ofCountry: "US") }
      at = end + 1
      phrase.range = phrase.range.lowerBound..<at
    }
    if scan.isSign(at, "("), let match = scan.match(.country, at: at + 1),
      scan.isSign(Int(match.end), ")")
    {
      if phrase.country == nil { phrase.country = Int(match.index) }
      at = Int(match.end) + 1
      phrase.range = phrase.range.lowerBound..<at
    }
    if scan.isPossessive(at) {
      phrase.isOwner = true
      phrases.append(phrase)
      return at + 1
    }
    // "X, currently SADC chair," "X, now prime minister,"
    let role = !scan.isSpanish && scan.isOne(at + 1, of: Words.tenures) ? at + 2 : at + 1
    if scan.isSign(at, ","), !scan.isPossessive(at),
      let office = offices.office(at: role, isRole: true) ?? titledRole(role, of: phrase),
      !office.isPlural, !opensQuote(office.range.upperBound),
      nameAfter(office.range.upperBound, comma: false) == nil,
      isRole(office) || isBareRole(office, phrase),
      phrase.offices.isEmpty || !opensNamedRole(office.range.upperBound),
      phrase.offices.isEmpty || nameAfter(office.range.upperBound, comma: true) == nil
    {
      phrase.offices.append(office)
      if phrase.country == nil { phrase.country = office.country }
      if phrase.body == nil { phrase.body = office.body }
      if phrase.gender == .either { phrase.gender = office.gender }
      at = office.range.upperBound
      // "X, primer secretario del Partido y presidente de la República,"
      if scan.isSpanish, scan.isOne(at, of: Words.and),
        let second = offices.office(at: at + 1, isRole: true), !second.isPlural,
        nameAfter(second.range.upperBound, comma: false) == nil, closes(second.range.upperBound),
        second.range.upperBound < scan.count, !second.hasDeterminer
      {
        phrase.offices.append(second)
        if phrase.country == nil { phrase.country = second.country }
        at = second.range.upperBound
      }
      // "X, Assistant to the President and Director of the Council,", "X, Spokesperson and Chief Advisor to the President".
      while !scan.isSpanish, let second = furtherRole(at) {
        phrase.offices.append(second)
        if phrase.country == nil { phrase.country = second.country }
        at = second.range.upperBound
      }
      phrase.range = phrase.range.lowerBound..<at
      // The closing comma belongs to the phrase only if a list does not go on.
    }
    phrases.append(phrase)
    return at
  }

  /// "A, Intergovernmental Affairs Director,": capitals that no list has before an office that closes behind a full name; nil if it
  /// does not.
  private func titledRole(_ start: Int, of person: NounPhrase) -> OfficePhrase? {
    guard !scan.isSpanish, person.offices.isEmpty, person.nameWords > 1, scan.isCapital(start),
      !scan.has(.given, at: start)
    else { return nil }
    for at in scan.span(start + 1, start + 6) {
      guard scan.isCapital(at) else { return nil }
      guard scan.has(.office, at: at) else { continue }
      guard var office = offices.office(at: at, isRole: true), closes(office.range.upperBound),
        !office.isPlural
      else { return nil }
      office.range = start..<office.range.upperBound
      office.core = start..<office.core.upperBound
      office.isQualified = true
      return office
    }
    return nil
  }

  /// "Advisor A, Assistant to the President | and Director of the Council B": the office is the next person's, who holds both.
  private func opensNamedRole(_ at: Int) -> Bool {
    guard !scan.isSpanish, scan.isOne(at, of: Words.and), scan.isCapital(at + 1),
      let office = offices.office(at: at + 1, isRole: true), !office.isPlural
    else { return false }
    return nameAfter(office.range.upperBound, comma: false) != nil
  }

  /// "Según Ana Soto, el presidente «ha perdido la calle»": what stands before a quotation is its subject, no office of the one before.
  private func opensQuote(_ at: Int) -> Bool {
    at + 1 < scan.count && ["\"", "“", "«"].contains(scan.tokens[at].form)
      && !scan.isSign(at + 1, ",") && !scan.isSign(at + 1, ".")
  }

  /// ", Coordinator for Energy,": an office with capitals that commas set off behind one name of a list, and no name behind it.
  func ownRole(_ comma: Int) -> OfficePhrase? {
    guard scan.isSign(comma, ","), scan.isCapital(comma + 1),
      let office = offices.office(at: comma + 1, isRole: true), !office.isPlural,
      !office.hasDeterminer, scan.isCapital(office.head), isRole(office),
      closes(office.range.upperBound),
      nameAfter(office.range.upperBound, comma: false) == nil,
      nameAfter(office.range.upperBound, comma: true) == nil
    else { return nil }
    return office
  }

  /// Behind "and" another office of the same person, with capitals and no article, whose holder is not named behind it.
  func furtherRole(_ at: Int) -> OfficePhrase? {
    guard scan.isOne(at, of: Words.and), scan.isCapital(at + 1),
      let office = offices.office(at: at + 1, isRole: true), !office.isPlural,
      !office.hasDeterminer,
      scan.isCapital(office.head)
        || office.country != nil && closes(office.range.upperBound),
      nameAfter(office.range.upperBound, comma: false) == nil
    else { return nil }
    return office
  }

  /// "Badr Al Busaidi, Foreign Minister, received": an office with a capital that commas set off behind a full name.
  private func isBareRole(_ office: OfficePhrase, _ person: NounPhrase) -> Bool {
    guard !scan.isSpanish, person.nameWords > 1, person.offices.isEmpty,
      scan.isCapital(office.head), !office.hasDeterminer
    else { return false }
    switch office.kind {
    case .state, .government, .foreign, .minister, .secretary:
      return closes(office.range.upperBound)
    // "A, Deputy White House Counsel,"
    default: return office.core.count > 1 && closes(office.range.upperBound)
    }
  }

  /// True if an office after a name and a comma tells what the named person is.
  func isRole(_ office: OfficePhrase) -> Bool {
    let isQualified =
      office.hasDeterminer || office.isQualified
      || scan.isCapital(office.head)
        && (office.core.contains { scan.isSign($0, "to") }
          || furtherRole(office.range.upperBound) != nil)
      || scan.isOne(office.range.upperBound, of: OfficeWords.englishOpeners)
    guard isQualified || scan.isSpanish else { return false }
    if office.isPossessed, office.kind != .counterpart {
      return closes(office.range.upperBound) && !scan.isCapital(office.head)
    }
    let end = office.range.upperBound
    if closes(end) || end >= scan.count { return true }
    return scan.isOne(end, of: Words.relative) || scan.isOne(end, of: Words.officePrepositions)
      || scan.isOne(end, of: Words.accredited)
  }
}

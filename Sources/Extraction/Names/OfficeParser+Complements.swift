import Gazetteer
import Language

/// What stands behind an office: its portfolio, its country or body, and words that no list has.
extension OfficeParser {
  /// "of the Ministry of Foreign Affairs", "de Relaciones Exteriores de México", "iraní".
  func complements(_ phrase: inout OfficePhrase, _ at: inout Int) {
    for _ in 0..<6 {
      guard at < scan.count else { return }
      if scan.isSign(at, "("), at + 2 < scan.count, scan.isSign(at + 2, ")"),
        scan.shapes[at + 1].contains(.allCapitals)
      {
        if let match = scan.match(.country, at: at + 1), phrase.country == nil {
          phrase.country = Int(match.index)
        }
        at += 3
        continue
      }
      if scan.isSpanish, !scan.isCapital(at) || scan.has(.demonym, at: at) {
        if let match = scan.match(.demonym, at: at), !scan.isCapital(at) {
          phrase.country = Int(match.index)
          phrase.isQualified = true
          at = Int(match.end)
          continue
        }
        if let match = scan.match(.modifier, at: at),
          !["nuevo", "nueva", "actual", "joven", "también", "propio", "recién"].contains(
            scan.tokens[at].form)
        {
          at = Int(match.end)
          continue
        }
        if [
          "latinoamericano", "latinoamericana", "adjunto", "adjunta", "general", "ejecutivo",
          "ejecutiva",
          "especial", "permanente", "federal", "opositor", "presidencial", "priísta", "panista",
          "perredista",
          "caribeño", "sudamericano", "suramericano", "suramericana", "andino", "africano",
          "asiático", "árabe",
        ]
        .contains(scan.tokens[at].form) {
          at += 1
          continue
        }
        if let end = plainWords(at, phrase) {
          at = end
          continue
        }
      }
      // "presidente de la Cruz Roja | Española"
      if scan.isSpanish, phrase.body != nil, scan.isCapital(at), scan.isCapital(at - 1),
        let match = scan.match(.demonym, at: at)
      {
        if phrase.country == nil { phrase.country = Int(match.index) }
        at = Int(match.end)
        continue
      }
      // "Minister of Foreign Affairs | and Cooperation": another field of the same ministry.
      if scan.isOne(at, of: Words.and) || scan.isSign(at, "&"), scan.isCapital(at + 1),
        scan.isCapital(at - 1), scan.has(.portfolio, at: at - 1), !scan.has(.office, at: at + 1),
        [.foreign, .minister, .secretary].contains(phrase.kind), portfolioRun(at + 1) > at + 1
      {
        at = portfolioRun(at + 1)
        phrase.isQualified = true
        continue
      }
      if let end = namelessCountry(at, &phrase) {
        at = end
        continue
      }
      // "Diplomatic Advisor to the French President", "Special Representative of the Secretary-General for Libya".
      let isTo = scan.isSign(at, "to") && phrase.kind != .ambassador && phrase.kind != .envoy
      let isOf = scan.isSign(at, "of") && (phrase.kind == .envoy || phrase.kind == .official)
      if !scan.isSpanish, isTo || isOf, scan.isSign(at + 1, "the"), !phrase.isPlural,
        scan.isCapital(phrase.head),
        let owner = office(at: at + 1), !owner.isPlural, scan.isCapital(owner.head)
      {
        if phrase.country == nil { phrase.country = owner.country }
        phrase.isQualified = true
        at = owner.range.upperBound
        continue
      }
      if let end = advised(at, &phrase) {
        at = end
        continue
      }
      // "el ministro de Exteriores en funciones, X".
      if scan.isSpanish, scan.isSign(at, "en"), scan.isOne(at + 1, of: OfficeWords.acting) {
        at += 2
        continue
      }
      guard scan.isOne(at, of: Words.officePrepositions) || isOrigin(at, phrase),
        let end = complement(at, &phrase)
      else {
        return
      }
      phrase.isQualified = true
      at = end
    }
  }

  /// "the Senator from Vermont", "foreign ministers from France and Poland": whose they are, not where they come from.
  func isOrigin(_ at: Int, _ phrase: OfficePhrase) -> Bool {
    guard !scan.isSpanish, scan.isOne(at, of: Words.from) else { return false }
    switch phrase.kind {
    case .legislator, .local: return true
    case .state, .government, .foreign, .minister, .envoy, .diplomat, .official, .leader,
      .counterpart:
      return phrase.isPlural
    default: return false
    }
  }

  /// What an office is of, for or at, from its preposition; its end, or nil.
  func complement(_ preposition: Int, _ phrase: inout OfficePhrase) -> Int? {
    let isOf =
      scan.isOne(preposition, of: Words.of) || scan.isOne(preposition, of: Words.from)
    let word = scan.tokens[preposition].form
    var at = preposition + 1
    // "de El Salvador": the article of a country's own name.
    while scan.isDeterminer(at), !scan.isCapital(at) || scan.match(.country, at: at) == nil {
      at += 1
    }
    // "governor of southwest China's Yunnan Province"
    if !scan.isSpanish, scan.isOne(at, of: OfficeWords.directions), !scan.isCapital(at) { at += 1 }
    guard at < scan.count else { return nil }
    // "Chairwoman of the Council of Ministers X"
    if !scan.isSpanish, isOf, scan.isOne(at, of: OfficeWords.cabinets), scan.isSign(at + 1, "of"),
      scan.isSign(at + 2, "Ministers")
    {
      return at + 3
    }
    var best: Scan.Match?
    for match in scan.matches(at: at) {
      switch match.kind {
      case .country, .capital, .city, .body, .seat:
        guard scan.isCapital(at) else { continue }
        // "el primer ministro de Granada" is no town's.
        if best == nil || match.end > best?.end ?? 0
          || match.kind == .country && match.end == best?.end
            && [.state, .government, .foreign, .minister].contains(phrase.kind)
        {
          best = match
        }
      default: continue
      }
    }
    // "officials from Kenya's Dairy Board": the agency is meant.
    if let best, phrase.isPlural || phrase.kind == .official,
      scan.isAgencyAhead(behind: best)
    {
      return nil
    }
    // "Officials from the Swedish Energy Agency"
    if phrase.isPlural || phrase.kind == .official, best == nil,
      let people = scan.match(.demonym, at: at),
      scan.isAgencyAhead(Int(people.end))
    {
      return nil
    }
    // "the Chair of the Mongolia-Ireland group" is of neither.
    if let end = best?.end, Int(end) < scan.count, scan.shapes[Int(end)].contains(.glue) {
      best = nil
    }
    // "the chairman of the Bosnian Presidency", "the speaker of the Iraqi parliament".
    if !scan.isSpanish, isOf, best == nil || best?.end == scan.match(.demonym, at: at)?.end,
      let people = scan.match(.demonym, at: at), scan.isCapital(at),
      let end = nationalBody(Int(people.end))
    {
      if phrase.country == nil { phrase.country = Int(people.index) }
      phrase.isWhole = true
      return end
    }
    // "the Deputy Chairman of Russia's Security Council", "head of Iran's parliament".
    if isOf, let best, best.kind == .country, scan.isPossessive(Int(best.end)),
      let end = nationalBody(Int(best.end) + 1)
        ?? scan.match(.body, at: Int(best.end) + 1).map({ Int($0.end) })
    {
      if phrase.country == nil { phrase.country = Int(best.index) }
      phrase.isWhole = true
      return end
    }
    // "mayor of Russia's Tatarstan Republic": the country owns what is governed.
    if isOf, let best, best.kind == .country, scan.isPossessive(Int(best.end)),
      let end = ownedPlace(Int(best.end) + 1)
    {
      if phrase.country == nil { phrase.country = Int(best.index) }
      phrase.isWhole = true
      return end
    }
    let run = portfolioRun(at)
    if let best, best.range.upperBound >= run {
      if isPosted(word, phrase), isApposed(Int(best.end)) { return Int(best.end) }
      if !isOf,
        word == "in" || word == "on" || word == "at"
          || (word == "en" && phrase.kind != .ambassador && phrase.kind != .envoy
            && phrase.kind != .diplomat)
      {
        return nil
      }
      if isOf || phrase.kind == .spokes {
        switch best.kind {
        case .body:
          phrase.body = Int(best.index)
          if phrase.country == nil, let code = Gazetteer.shared.bodies[Int(best.index)].country {
            phrase.country = Gazetteer.shared.index(ofCountry: code)
          }
        default: if phrase.country == nil { phrase.country = Int(best.index) }
        }
        phrase.isWhole =
          best.kind == .city
          || best.kind == .capital && (phrase.kind == .local || phrase.kind == .religious)
      }
      var end = Int(best.end)
      // "the CPC Central Committee"
      if !scan.isSpanish, best.kind == .body, scan.isCapital(end) {
        end = max(end, portfolioRun(end))
      }
      if scan.isSign(end, "("), scan.isSign(end + 2, ")") { end += 3 }
      if let troops = troops(end) { return troops }
      return best.kind == .seat ? ownOffice(end) : end
    }
    if word == "in" || word == "on" || word == "en" || word == "to" { return nil }
    if let end = capitalRun(at, past: run, phrase) { return end }
    if isOf, let end = bodyRun(at, &phrase) { return end }
    if run > at { return run }
    return nil
  }

  /// "the commander of US | forces", "the commander of U.S. | and NATO troops": what they command goes on; its end, or nil.
  private func troops(_ start: Int) -> Int? {
    guard !scan.isSpanish else { return nil }
    var at = start
    if scan.isOne(at, of: Words.and), scan.isCapital(at + 1) {
      guard
        let second = scan.match(.body, at: at + 1) ?? scan.match(.country, at: at + 1)
          ?? scan.match(.demonym, at: at + 1)
      else { return nil }
      at = Int(second.end)
    }
    return scan.isOne(at, of: OfficeWords.troops) && scan.shapes[at].contains(.lower) ? at + 1 : nil
  }

  /// "India's ambassador in Kathmandu, X": where an envoy sits is not whose he is.
  private func isPosted(_ preposition: String, _ phrase: OfficePhrase) -> Bool {
    preposition == "in" && !scan.isSpanish && phrase.country != nil
      && [.ambassador, .envoy, .diplomat, .official, .chief].contains(phrase.kind)
  }

  /// "Yunnan Province", "northern Sinaloa state" behind its country; its end, or nil.
  private func ownedPlace(_ start: Int) -> Int? {
    var at = scan.isOne(start, of: OfficeWords.directions) ? start + 1 : start
    guard !scan.isSpanish, scan.isCapital(at), !scan.has(.given, at: at) else { return nil }
    while scan.isCapital(at), at < start + 6 {
      guard scan.match(.office, at: at) == nil else { return nil }
      at += 1
    }
    return scan.isOne(at, of: OfficeWords.divisions) ? at + 1 : at
  }

  /// "de ese país", "del país norteamericano"; its end, or nil.
  func namelessCountry(_ at: Int, _ phrase: inout OfficePhrase) -> Int? {
    guard scan.isSpanish, scan.isOne(at, of: Words.of) else { return nil }
    var next = at + 1
    while scan.isDeterminer(next) { next += 1 }
    guard next > at + 1, scan.isOne(next, of: OrganizationWords.countryWords) else { return nil }
    next += 1
    while next < scan.count, let match = scan.match(.demonym, at: next), !scan.isCapital(next) {
      phrase.country = Int(match.index)
      next = Int(match.end)
    }
    return next
  }

  func isFollowedByName(_ at: Int) -> Bool {
    guard scan.isCapital(at) else { return false }
    return !scan.has(.stop, at: at) && !scan.has(.country, at: at)
  }

  /// "UAE NSA Tariq Rey", "NSA H.E. Sheikh Tariq": letters for an adviser, where a person follows; agencies have the same.
  func isHolderByLetters(_ at: Int) -> Bool {
    guard !scan.isSpanish, scan.isCapital(at), !scan.isDeterminer(at - 1) else { return false }
    if let title = scan.match(.honorific, at: at + 1), scan.isCapital(at + 1) {
      return Int(title.end) < scan.count
    }
    return scan.isCapital(at + 2) && names.name(at: at + 1).map { $0.words > 1 } == true
  }
}

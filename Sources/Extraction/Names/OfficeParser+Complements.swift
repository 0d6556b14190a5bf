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

  /// "the adviser | to the Turkmen president on oil and gas, X": whom the named one advises, and on what; the end, or nil.
  private func advised(_ preposition: Int, _ phrase: inout OfficePhrase) -> Int? {
    guard !scan.isSpanish, scan.isSign(preposition, "to"), phrase.hasDeterminer, !phrase.isPlural,
      !scan.isCapital(phrase.head), scan.isSign(preposition + 1, "the"),
      [.official, .chief, .envoy, .spokes].contains(phrase.kind),
      let owner = office(at: preposition + 1), !owner.isPlural, owner.country != nil
    else { return nil }
    var end = owner.range.upperBound
    if scan.isOne(end, of: OfficeWords.fieldPrepositions) {
      end += 1
      while end < owner.range.upperBound + 7, scan.shapes.indices.contains(end),
        !scan.shapes[end].contains(.punctuation)
      { end += 1 }
    }
    guard scan.isSign(end, ","), isNamed(end + 1) else { return nil }
    phrase.country = phrase.country ?? owner.country
    phrase.isQualified = true
    return end
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

  /// What no lexicon lists, between a Spanish office and the name of its holder, or behind the name: "para Asuntos del
  /// Hemisferio Occidental, X", "de la AMEXCID, X", "X, secretario de Organización del Comité Central,".
  func openComplement(_ phrase: inout OfficePhrase, _ start: inout Int, isRole: Bool) {
    guard !phrase.isPlural else { return }
    // "del Partido | Comunista de Cuba": the name goes on.
    let goesOn =
      scan.isCapital(start) && phrase.isQualified && scan.isCapital(start - 1)
      && scan.isOne(start - 1, of: OfficeWords.parties) && !isNamed(start)
      && scan.matches(at: start).contains {
        switch $0.kind {
        case .portfolio, .organization, .demonym, .modifier: true
        default: false
        }
      }
    // "vicepresidente del Comité | Permanente de la Asamblea Popular, X", "comisionada de Asuntos | Internos de la UE, X": one
    // capital behind another is part of the body's name where the holder's follows.
    let isBody =
      scan.isCapital(start) && scan.isCapital(start - 1)
      && (phrase.isQualified || phrase.core.count > 1)
      && !scan.has(.given, at: start) && !isNamed(start)
      && (scan.isOne(start + 1, of: OfficeWords.links) || scan.isSign(start + 1, ","))
    if isBody, let end = openRun(from: start - 1, isRole: isRole, noting: &phrase), end > start {
      start = end
      return
    }
    // "el jefe de la Misión de la ONU en Colombia, X"
    if [.chief, .envoy].contains(phrase.kind), phrase.isQualified, scan.isSign(start, "en"),
      let match = scan.match(.country, at: start + 1), isApposed(Int(match.end))
    {
      start = Int(match.end)
      return
    }
    if goesOn, let end = openRun(from: start - 1, isRole: isRole, noting: &phrase), end > start {
      start = end
      return
    }
    if let end = furtherFields(start) {
      phrase.isQualified = true
      start = end
      return
    }
    guard scan.isOne(start, of: OfficeWords.openers) else { return }
    if let end = superior(start, of: phrase) {
      phrase.isQualified = true
      start = end
      return
    }
    if let end = openRun(from: start, isRole: isRole, noting: &phrase), end > start {
      phrase.isQualified = true
      start = end
    }
  }

  /// "ministro de Relaciones Exteriores | , Comercio Internacional y Culto, X": more fields of one ministry; the end, or nil.
  private func furtherFields(_ comma: Int) -> Int? {
    guard scan.isSpanish, scan.isSign(comma, ","), scan.isCapital(comma - 1),
      scan.isCapital(comma + 1), fieldWord(comma + 1) != nil
    else { return nil }
    let end = portfolioRun(comma + 1)
    return end > comma + 2 && scan.isSign(end, ",")
      && (comma + 1..<end).contains(where: { scan.isOne($0, of: Words.and) }) ? end : nil
  }

  /// "jefe de gabinete del ministro, X", "asesora de la presidenta, X": whose aide the named one is; the end, or nil.
  private func superior(_ preposition: Int, of phrase: OfficePhrase) -> Int? {
    guard [.chief, .official, .spokes, .envoy, .secretary].contains(phrase.kind),
      scan.isOne(preposition, of: Words.of)
    else { return nil }
    var at = preposition + 1
    while scan.isDeterminer(at) { at += 1 }
    guard let owner = scan.match(.office, at: at), !scan.isCapital(at),
      isApposed(Int(owner.end))
    else { return nil }
    return Int(owner.end)
  }

  /// The end of a run of capitals and the small words between them that a name follows; nil if there is none.
  func openRun(from start: Int, isRole: Bool, noting phrase: inout OfficePhrase) -> Int? {
    var at = start + 1
    var sawWord = false
    var country: Int?
    var body: Int?
    loop: while at < scan.count, at < start + 18 {
      if scan.isSign(at, ",") {
        guard sawWord else { return nil }
        if isNamed(at + 1) || isRole { break loop }
        // "Mujeres, Género y Diversidad": another field before the name.
        guard scan.isCapital(at + 1), !scan.has(.office, at: at + 1), hasComma(at + 2) else {
          return nil
        }
        at += 1
        continue
      }
      if scan.isSign(at, "("), at + 2 < scan.count, scan.isSign(at + 2, ")"),
        scan.isCapital(at + 1)
      {
        at += 3
        continue
      }
      if scan.shapes[at].contains(.punctuation) {
        guard !scan.shapes[at].contains(.glue) else {
          at += 1
          continue
        }
        guard isRole, sawWord else { return nil }
        break loop
      }
      if let match = scan.match(.country, at: at) ?? scan.match(.demonym, at: at),
        match.kind == .demonym || scan.isCapital(at)
      {
        country = country ?? Int(match.index)
        at = Int(match.end)
        sawWord = true
        continue
      }
      if let match = scan.match(.body, at: at), scan.isCapital(at) {
        body = body ?? Int(match.index)
        at = Int(match.end)
        sawWord = true
        continue
      }
      if scan.isCapital(at) {
        if sawWord, scan.has(.given, at: at), isNamed(at) { break loop }
        if let match = scan.match(.seat, at: at) { country = country ?? Int(match.index) }
        sawWord = true
        at += 1
        continue
      }
      if scan.has(.portfolio, at: at) || scan.has(.organization, at: at) {
        sawWord = true
        at += 1
        continue
      }
      if isRole, sawWord, scan.isOne(at, of: Words.and), !scan.isCapital(at + 1) { break loop }
      guard scan.isOne(at, of: OfficeWords.links), !scan.has(.office, at: at + 1) else {
        return nil
      }
      at += 1
    }
    guard sawWord, at < start + 18 else { return nil }
    if phrase.country == nil { phrase.country = country }
    if phrase.body == nil { phrase.body = body }
    return at
  }

  /// True if a name of two words or more begins at a token.
  func isNamed(_ start: Int) -> Bool {
    var at = start
    if let match = scan.match(.honorific, at: at) { at = Int(match.end) }
    if let match = scan.match(.office, at: at),
      [.military, .religious, .monarch].contains(
        Gazetteer.shared.offices[Int(match.index)].kind)
    {
      at = Int(match.end)
    }
    guard let name = names.name(at: at) else { return false }
    return name.words > 1
  }

  func hasComma(_ start: Int) -> Bool {
    guard start < scan.count else { return false }
    return (start..<min(scan.count, start + 7)).contains { scan.isSign($0, ",") }
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
      scan.isAgencyAhead(scan.isPossessive(Int(best.end)) ? Int(best.end) + 1 : Int(best.end))
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
}

import Gazetteer
import Language

/// What an office is of when no list holds it: its fields and bodies in free words.
extension OfficeParser {
  /// "the adviser | to the Turkmen president on oil and gas, X": whom the named one advises, and on what; the end, or nil.
  func advised(_ preposition: Int, _ phrase: inout OfficePhrase) -> Int? {
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
  func furtherFields(_ comma: Int) -> Int? {
    guard scan.isSpanish, scan.isSign(comma, ","), scan.isCapital(comma - 1),
      scan.isCapital(comma + 1), fieldWord(comma + 1) != nil
    else { return nil }
    let end = portfolioRun(comma + 1)
    return end > comma + 2 && scan.isSign(end, ",")
      && (comma + 1..<end).contains(where: { scan.isOne($0, of: Words.and) }) ? end : nil
  }

  /// "jefe de gabinete del ministro, X", "emisaria del rey de Bután, X": whose aide the named one is; the end, or nil.
  func superior(_ preposition: Int, of phrase: OfficePhrase) -> Int? {
    guard [.chief, .official, .spokes, .envoy, .secretary].contains(phrase.kind),
      scan.isOne(preposition, of: Words.of)
    else { return nil }
    var at = preposition + 1
    while scan.isDeterminer(at) { at += 1 }
    guard let owner = office(at: at, owned: true), !owner.isPlural, !scan.isCapital(at),
      isApposed(owner.range.upperBound)
    else { return nil }
    return owner.range.upperBound
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
        // "el embajador de Moravia en Nicaragua": where he sits
        if !scan.isSign(at - 1, "en") { country = country ?? Int(match.index) }
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
      // "el miembro del Comité Central | y ministro de Defensa, X": a second office of the same person
      if sawWord, scan.isOne(at, of: Words.and), scan.has(.office, at: at + 1),
        let second = office(at: at + 1, owned: true), !second.isPlural,
        isApposed(second.range.upperBound) || isNamed(second.range.upperBound)
      {
        break loop
      }
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
}

import Gazetteer
import Language

/// Finds offices: "the Undersecretary for Latin America of the Ministry of Foreign Affairs", "su homólogo iraní".
struct OfficeParser {
  let scan: Scan
  let names: NameParser

  /// An office phrase that begins at a token; nil if none does.
  ///
  /// - Parameter owned: true if a possessor stands before it ("Clinton's husband").
  /// - Parameter isRole: true for an office that follows a name and needs none behind it.
  func office(at start: Int, owned: Bool = false, isRole: Bool = false) -> OfficePhrase? {
    guard start < scan.count else { return nil }
    var phrase = OfficePhrase(range: start..<start, core: start..<start, head: start, office: 0)
    var at = start
    // "al canciller", where the tokenizer left the contraction whole.
    phrase.hasDeterminer = owned || scan.isOne(start - 1, of: Words.contractions)
    if scan.isDeterminer(at), !scan.isCapital(at) || scan.match(.country, at: at) == nil {
      phrase.hasDeterminer = true
      phrase.isIndefinite =
        scan.isOne(at, of: Words.indefinite)
        || (!scan.isSpanish && scan.isOne(at, of: Words.englishArticles))
      at += 1
    } else if scan.isOne(at, of: Words.possessives) {
      phrase.hasDeterminer = true
      phrase.isPossessed = true
      at += 1
    }
    var core = at
    var coreFixed = false
    for _ in 0..<12 {
      if let match = head(at), !isOwnerOffice(match) {
        phrase.head = scan.isSpanish ? at : Int(match.end) - 1
        phrase.office = Int(match.index)
        if scan.tokens[at].form.lowercased().hasPrefix("ex") { phrase.isFormer = true }
        at = Int(match.end)
        // "the British High Commissioner to | India": where an envoy is sent is a complement.
        if !scan.isSpanish, scan.isSign(at - 1, "to"), match.end - match.start > 1 {
          at -= 1
          phrase.head = at - 1
        }
        phrase.core = (coreFixed ? core : match.range.lowerBound)..<at
        phrase.isPlural = Gazetteer.shared.offices[phrase.office].isPlural
        let lower = !scan.isCapital(phrase.head)
        if lower, !phrase.hasDeterminer, !phrase.isQualified, !coreFixed, !isFollowedByName(at),
          !(phrase.isPlural && (isOrigin(at, phrase) || isOfCountries(at))),
          !(isRole && isOfSomething(at, phrase))
        {
          return nil
        }
        phrase.gender = gender(of: phrase, from: start)
        complements(&phrase, &at)
        if scan.isSpanish { openComplement(&phrase, &at, isRole: isRole) }
        apposedComplement(&phrase, &at, isRole: isRole)
        phrase.range = start..<at
        return phrase
      }
      guard let end = premodifier(at, start, &phrase) else { return nil }
      if !coreFixed, scan.has(.modifier, at: at), phrase.isFormer || scan.isSpanish {
        core = end
      } else {
        coreFixed = true
      }
      at = end
    }
    return nil
  }

  /// "la presidente", "el canciller": the article tells, else the noun does, but for what is said of both.
  func gender(of phrase: OfficePhrase, from start: Int) -> WordGender {
    let office = Gazetteer.shared.offices[phrase.office]
    guard scan.isSpanish, !phrase.isPlural else { return office.gender }
    for at in [start, start - 1] where at >= 0 && at < scan.count && at < phrase.head {
      switch scan.tokens[at].form {
      case "la", "La", "una", "Una": return .feminine
      case "el", "El", "un", "Un", "al", "del": return .masculine
      default: continue
      }
    }
    return office.form.hasPrefix("president") && office.form.hasSuffix("e")
      ? .either : office.gender
  }

  /// The office noun at a token, the longest; "general" and the like only with a capital.
  func head(_ at: Int) -> Scan.Match? {
    guard let match = scan.match(.office, at: at) else { return nil }
    // "Sheikh Hasina": a name of two words.
    if let given = scan.match(.given, at: at), given.end > match.end, scan.isCapital(at) {
      return nil
    }
    if isNamedAmir(at, match) || isSecretariat(at) { return nil }
    // "la presidenta de la Comisión Europea": the body's name is longer than the office that ends in its noun.
    if scan.isSpanish, match.end - match.start > 2, scan.isCapital(Int(match.end) - 1),
      let body = scan.match(.body, at: Int(match.end) - 1), body.end > match.end,
      let short = scan.matches(at: at).filter({ $0.kind == .office && $0.end < body.start })
        .max(by: { $0.end < $1.end })
    {
      return short
    }
    // "Hermanos Musulmanes": a body of that name.
    if scan.isCapital(at), let body = scan.match(.body, at: at), body.end > match.end { return nil }
    let office = Gazetteer.shared.offices[Int(match.index)]
    // "Maximiliano Reyes", "José Alcalde": a family name.
    if scan.isSpanish, scan.isCapital(at), match.end - match.start == 1, scan.isCapital(at - 1),
      scan.has(.given, at: at - 1), !scan.has(.stop, at: at - 1)
    {
      return nil
    }
    if !scan.isSpanish, OfficeWords.letters.contains(office.form), !isAbbreviated(at) { return nil }
    if !scan.isSpanish, !scan.isCapital(at), match.end - match.start == 1 {
      switch office.form {
      case "head", "heads", "chair", "chairs", "general", "major", "justice", "father", "deputy",
        "official",
        "manager", "major general", "sister", "delegate":
        // Words that are as often something else need a sign that a person is meant.
        let previous = at - 1
        let marked =
          previous >= 0
          && (scan.isDeterminer(previous) || scan.has(.demonym, at: previous)
            || scan.has(.country, at: previous) || scan.isPossessive(previous)
            || scan.has(.modifier, at: previous) || scan.isSign(previous, ",")
            || scan.isOne(previous, of: Words.possessives) || scan.has(.body, at: previous))
        guard marked else { return nil }
      case "pm", "mp", "fm", "dpm", "dfm", "eam", "deputy pm": return nil
      default: break
      }
    }
    // "Deputy Defence Minister", "deputy agriculture secretary": the field stands before the noun that carries the office.
    if !scan.isSpanish, office.form == "deputy" || office.form == "chief" {
      // "Deputy U.S. Trade Representative": its country stands between.
      let country = scan.match(.demonym, at: Int(match.end)).map { Int($0.end) } ?? Int(match.end)
      let field = portfolioRun(country)
      if field > Int(match.end), scan.match(.office, at: field) != nil,
        scan.isCapital(at) == scan.isCapital(field)
      {
        return nil
      }
    }
    // "state" and "general" inside a longer name of a ministry: the next word carries the office.
    if let next = scan.match(.office, at: Int(match.end)), !scan.isSpanish,
      scan.isCapital(Int(match.end)) == scan.isCapital(at),
      office.kind == .state || office.kind == .chief || office.kind == .judge
        || office.kind == .military || office.kind == .legislator, !office.isPlural,
      next.end > match.end,
      office.form == "deputy" || office.form == "general" || office.form == "chief"
        || office.form == "justice"
        || office.form == "head"
        || office.form == "representative"
    {
      return nil
    }
    return match
  }

  /// "Turkish FM X", "Foreign Affairs CS X", "NSA X": letters that stand for an office where a name follows them, or another office.
  private func isAbbreviated(_ at: Int) -> Bool {
    guard scan.shapes[at].contains(.allCapitals) else { return false }
    let next = scan.isSign(at + 1, "/") ? at + 2 : at + 1
    return isFollowedByName(next) || scan.has(.honorific, at: next) && scan.isCapital(next)
  }

  /// ", president of France", ", canciller chileno": what follows a name is an office of something.
  private func isOfSomething(_ at: Int, _ phrase: OfficePhrase) -> Bool {
    if scan.isSpanish, !phrase.isPlural, at < scan.count, scan.has(.demonym, at: at),
      !scan.isCapital(at)
    {
      return true
    }
    // "X, embajadora en Cuba", "X, embajador en el país africano"
    if scan.isSpanish, phrase.kind == .ambassador, scan.isSign(at, "en"), scan.isCapital(at + 1) {
      return true
    }
    return (!phrase.isPlural || scan.isSpanish) && at + 1 < scan.count && scan.keys[at + 1] != 0
      && scan.isOne(at, of: scan.isSpanish ? OfficeWords.openers : OfficeWords.englishOpeners)
  }

  /// "foreign ministers of Russia and Turkey".
  private func isOfCountries(_ at: Int) -> Bool {
    guard !scan.isSpanish, scan.isOne(at, of: Words.of) else { return false }
    let next = scan.isDeterminer(at + 1) ? at + 2 : at + 1
    return scan.isCapital(next) && scan.has(.country, at: next)
  }

  /// "la Secretaría de Salud", "la Subsecretaría": a body, where "secretaria" without the accent is who heads one.
  private func isSecretariat(_ at: Int) -> Bool {
    scan.isSpanish && scan.tokens[at].form.lowercased().hasSuffix("secretaría")
  }

  /// "Foreign Minister Amir Khan Muttaqi", "Sultan Al Jaber": a given name, where no article and no country makes a title of it.
  private func isNamedAmir(_ at: Int, _ match: Scan.Match) -> Bool {
    guard match.end - match.start == 1, scan.isCapital(at), scan.isCapital(at + 1) else {
      return false
    }
    let form = scan.tokens[at].form
    // "Prime Minister Dean B": a dean has a given name too.
    if form == "Dean" { return !scan.isCapital(at + 2) }
    if form == "Sultan" { return scan.isSign(at + 1, "Al") || scan.isSign(at + 1, "al") }
    guard form == "Amir", scan.isCapital(at + 2) else { return false }
    return !scan.isDeterminer(at - 1) && !scan.isPossessive(at - 1)
      && !scan.has(.demonym, at: at - 1) && !scan.has(.country, at: at - 1)
      && scan.match(.office, at: at + 1) == nil && !scan.has(.honorific, at: at + 1)
  }

  /// "the President's special envoy": the first office owns the second.
  func isOwnerOffice(_ match: Scan.Match) -> Bool {
    let end = Int(match.end)
    guard scan.isPossessive(end) else { return false }
    for at in (end + 1)..<max(end + 1, min(end + 5, scan.count)) {
      if scan.match(.office, at: at) != nil { return true }
      if scan.has(.modifier, at: at) || scan.has(.demonym, at: at) || scan.has(.portfolio, at: at) {
        continue
      }
      return false
    }
    return false
  }

  /// A word or phrase before the noun of the office; its end.
  func premodifier(_ at: Int, _ start: Int, _ phrase: inout OfficePhrase) -> Int? {
    guard at < scan.count else { return nil }
    if scan.shapes[at].contains(.glue) { return at + 1 }
    if scan.isPossessive(at), at > start {
      phrase.hasDeterminer = true
      return at + 1
    }
    if scan.isSpanish {
      if let match = scan.match(.modifier, at: at) {
        if ["ex", "anterior", "antiguo", "antigua", "entonces"].contains(
          scan.tokens[at].form.lowercased())
        {
          phrase.isFormer = true
        }
        return Int(match.end)
      }
      return nil
    }
    var best: Scan.Match?
    for match in scan.matches(at: at) {
      switch match.kind {
      case .demonym, .country, .capital, .city, .body, .seat, .modifier, .portfolio, .organization,
        .office:
        if match.kind == .country || match.kind == .capital || match.kind == .city
          || match.kind == .seat,
          !scan.isCapital(at)
        {
          continue
        }
        if best == nil || match.end > best?.end ?? 0
          || (match.end == best?.end && best?.kind == .portfolio)
        {
          best = match
        }
      default: continue
      }
    }
    if let best {
      switch best.kind {
      case .demonym, .country, .capital, .city, .seat: phrase.country = Int(best.index)
      case .body:
        phrase.body = Int(best.index)
        if let code = Gazetteer.shared.bodies[Int(best.index)].country {
          phrase.country = Gazetteer.shared.index(ofCountry: code)
        }
      case .modifier:
        // "met A and then President B" tells an order, "then-President B" a time.
        if scan.isSign(at, "then"), scan.isOne(at - 1, of: Words.and) { return nil }
        if ["former", "ex", "ex-", "then", "late", "ousted", "one-time", "deposed"].contains(
          scan.tokens[at].form.lowercased())
        {
          phrase.isFormer = true
        }
      case .office where !scan.isPossessive(Int(best.end)):
        // "Deputy", "General" before another office.
        guard
          scan.match(.office, at: Int(best.end)) != nil || scan.has(.portfolio, at: Int(best.end))
            || scan.has(.organization, at: Int(best.end))
            || scan.has(.demonym, at: Int(best.end)) && scan.isSign(at, "Deputy")
        else { return nil }
      default: break
      }
      phrase.isQualified = true
      return Int(best.end)
    }
    // "Trade and Industry Secretary", "Counterterrorism & Security adviser".
    if at > start, scan.isOne(at, of: Words.and) || scan.isSign(at, "&"), at + 1 < scan.count,
      scan.has(.portfolio, at: at - 1), scan.has(.portfolio, at: at + 1)
    {
      return at + 1
    }
    // "the Quint national security advisors", "Catalan separatist leader B": one name that the lexicon does not know.
    if scan.isCapital(at), !scan.hasMatches(at: at), at + 1 < scan.count,
      scan.shapes[at + 1].contains(.lower),
      scan.has(.office, at: at + 1) || scan.has(.portfolio, at: at + 1)
        || scan.has(.modifier, at: at + 1),
      at > start || at > 0 && scan.isOne(at, of: OfficeWords.directions)
        || at > 0 && OfficeWords.peoples.contains(where: scan.tokens[at].form.hasSuffix)
    {
      return at + 1
    }
    if phrase.country != nil, let end = unlistedField(at) { return end }
    // An acronym, or a name that the office belongs to ("Google CEO", "Kremlin spokesman").
    if scan.shapes[at].contains(.allCapitals), !scan.has(.stop, at: at) { return at + 1 }
    if scan.isSign(at, "("), at + 2 < scan.count, scan.isSign(at + 2, ")"), at > start {
      return at + 3
    }
    return nil
  }
}

extension OfficeParser {
  /// "Croatian Ports Minister", "Kenya's Lands Cabinet Secretary": a field that no list has, between a country and the office
  /// of its minister; its end, or nil.
  private func unlistedField(_ at: Int) -> Int? {
    guard scan.isCapital(at), !scan.has(.given, at: at), scan.matches(at: at).isEmpty else {
      return nil
    }
    for next in scan.span(at + 1, at + 4) {
      if let match = scan.match(.office, at: next), scan.isCapital(next) {
        let kind = Gazetteer.shared.offices[Int(match.index)].kind
        return kind == .minister || kind == .secretary ? at + 1 : nil
      }
      guard scan.isCapital(next) || scan.isOne(next, of: OfficeWords.englishLinks) else {
        return nil
      }
    }
    return nil
  }
}

enum OfficeWords {
  /// What somebody governs, where it was told of before.
  static let places = Words.set("ciudad isla provincia entidad región municipio estado")
  /// Adjectives that belong to a title, with a capital as well.
  static let ranks = Words.set("adjunto adjunta ejecutivo ejecutiva permanente interino interina")
  /// Adjectives behind a Spanish office that no name is part of.
  static let qualities = Words.set(
    "latinoamericano latinoamericana adjunto adjunta general ejecutivo ejecutiva especial permanente federal opositor presidencial priísta panista perredista caribeño sudamericano suramericano suramericana andino africano asiático árabe"
  )
  /// Adjectives before a country or a part of it.
  static let directions = Words.set(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern central"
  )
  /// How adjectives of regions and peoples end.
  static let peoples = ["an", "ish", "ese", "ic"]
  /// Letters that are as often something else.
  static let letters: Set<String> = ["fm", "eam", "dfm", "nsa", "pdnsa", "dpm", "cs", "ps"]
  static let divisions = Words.set("province state region district prefecture oblast county")
  static let fieldPrepositions = Words.set("on for")
  static let troops = Words.set("forces troops military")
  static let cabinets = Words.set("council cabinet")
  static let acting = Words.set("funciones ejercicio")
  /// Prepositions that what an office is of may begin with.
  static let openers = Words.set("de para ante")
  /// The same in English, behind an office without an article.
  static let englishOpeners = Words.set("of for at to")
  /// What a country has one of, besides the words of organizations.
  static let bodies = Words.set(
    "presidency parliament cabinet legislature opposition chancellery judiciary front navy police knesset duma bundestag"
  )
  /// Words whose name an adjective completes.
  static let parties = Words.set("partido movimiento frente unión liga alianza coalición")
  static let englishLinks = Words.set("and of the for &")
  /// Small words inside of it.
  static let links = Words.set("de del el la los las y e en para ante")
}

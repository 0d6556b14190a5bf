import Gazetteer
import Language

/// What the whole article tells about capitals that no list knows: a person speaks and meets, a town is where something
/// happens, a firm or a programme is a word that is written small elsewhere or has an article.
struct NameEvidence {
  enum Verdict: Sendable { case person, organization, nothing }

  /// What was seen of one name.
  private struct Signs {
    var acts = 0
    var place = 0
    var thing = 0
    var isTitled = false
    var isOrganization = false
    var words = 0
    /// Of whom "members of X", "a spokesman for X" are told.
    var ofPeople = 0
    var isLetters = false
  }

  private var signs: [[WordKey]: Signs] = [:]
  /// Words that the article writes with a small letter somewhere.
  let plainWords: Set<WordKey>

  init(plainWords: Set<WordKey>) { self.plainWords = plainWords }

  /// The key of a name; nil for phrases that need no evidence: known given names before a surname, offices, honorifics.
  static func key(_ phrase: NounPhrase, _ scan: Scan) -> [WordKey]? {
    guard let name = phrase.name else { return nil }
    return EntityTable.words(name, scan)
  }

  /// True for a name whose first word is a given name and that goes on.
  static func isSurelyPerson(_ phrase: NounPhrase, _ scan: Scan) -> Bool {
    guard let name = phrase.name else { return false }
    return phrase.nameWords > 1
      && (scan.has(.given, at: name.lowerBound) || scan.has(.suffix, at: name.upperBound - 1))
  }

  /// True if an office or an honorific stands with the name.
  static func isTitled(_ phrase: NounPhrase) -> Bool {
    guard let name = phrase.name else { return false }
    return !phrase.offices.isEmpty || phrase.gender != .either
      || phrase.range.lowerBound < name.lowerBound
  }

  /// Takes in the names of a sentence.
  mutating func add(_ phrases: [NounPhrase], _ scan: Scan) {
    for phrase in phrases {
      switch phrase.kind {
      case .person:
        if phrase.nameWords > 1, NameEvidence.isSurelyPerson(phrase, scan) { continue }
      case .organization where phrase.isAcronym: break
      default: continue
      }
      guard let name = phrase.name, let key = NameEvidence.key(phrase, scan), !key.isEmpty else {
        continue
      }
      var seen = signs[key] ?? first(name, scan)
      if NameEvidence.isTitled(phrase) {
        seen.isTitled = true
      } else {
        weigh(name, scan, &seen)
      }
      signs[key] = seen
    }
  }

  /// What a name's own words tell.
  private func first(_ name: Range<Int>, _ scan: Scan) -> Signs {
    var seen = Signs()
    let annotator = Annotator()
    let words = name.filter { scan.keys[$0] != 0 }
    seen.words = words.count
    seen.isLetters = words.allSatisfy { scan.shapes[$0].contains(.allCapitals) }
    for token in words {
      let form = scan.tokens[token].form
      if !form.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }),
        form.contains(where: \.isNumber)
      {
        seen.thing -= 4
      }
      if EvidenceWords.domains.contains(where: form.hasSuffix) { seen.isOrganization = true }
      let isFirst = token == words.first
      // "Domestic Violence Awareness"
      if words.count > 2, !isFirst, token != words.last, scan.matches(at: token).isEmpty,
        plainWords.contains(scan.keys[token])
      {
        seen.thing -= 2
      }
      guard isFirst || token == words.last,
        scan.matches(at: token).allSatisfy({ $0.kind != .given && $0.kind != .particle })
      else { continue }
      if words.count > 1, isFirst, scan.isOne(token, of: EvidenceWords.things) { seen.thing -= 3 }
      if let common = annotator.commonClass(form, isSpanish: scan.isSpanish), common != .x {
        seen.thing -= words.count == 1 ? 3 : isFirst ? 2 : 1
      } else if plainWords.contains(scan.keys[token]) {
        seen.thing -= words.count == 1 ? 3 : 1
      }
    }
    return seen
  }

  /// What stands around a name.
  private func weigh(_ name: Range<Int>, _ scan: Scan, _ seen: inout Signs) {
    weighRight(name, scan, &seen)
    var before = name.lowerBound - 1
    if before >= 0, scan.isCapital(before), !scan.isDeterminer(before) {
      if scan.has(.stop, at: before) || scan.match(.verb, at: before) != nil { return }
      seen.thing -= seen.words == 1 ? 2 : 1
    }
    if scan.isOne(before, of: EvidenceWords.bodyNouns) { seen.isOrganization = true }
    let noun = scan.isOne(before, of: Words.of) ? before - 1 : before
    if scan.isOne(noun, of: EvidenceWords.placeNouns) { seen.place -= 3 }
    let governor = scan.isDeterminer(before) ? before - 1 : before
    if scan.isOne(governor, of: EvidenceWords.belonging), governor > 0,
      scan.has(.group, at: governor - 1) || scan.has(.people, at: governor - 1)
        || scan.match(.office, at: governor - 1).map({
          EvidenceWords.ofBodies.contains(Gazetteer.shared.offices[Int($0.index)].kind)
        }) == true
    {
      if seen.isLetters { seen.acts += 2 } else { seen.ofPeople += 1 }
    }
    if scan.isDeterminer(before), !scan.isOne(before, of: EvidenceWords.that) {
      guard seen.isLetters else {
        seen.thing -= 3
        return
      }
      before -= 1
    }
    // "with A, B and X", "in A and X": what governs the list governs X.
    if scan.isOne(before, of: Words.and) {
      while before > 0, before > name.lowerBound - 9,
        scan.isSign(before, ",") || scan.isOne(before, of: Words.and)
          || before < name.lowerBound - 1 && scan.isCapital(before)
      { before -= 1 }
    }
    if scan.isOne(before, of: EvidenceWords.locatives) {
      seen.place -= 3
    } else if scan.isOne(before, of: EvidenceWords.origins) {
      seen.place -= 2
    } else if scan.isOne(before, of: EvidenceWords.deeds)
      || scan.isOne(before, of: EvidenceWords.accordingTo)
    {
      seen.acts += 2
    } else if scan.isOne(before, of: EvidenceWords.companions) {
      seen.acts += 1
    } else if scan.isOne(before, of: EvidenceWords.receivers), before > 0,
      scan.has(.noun, at: before - 1) || scan.isOne(before - 1, of: EvidenceWords.deeds)
        || scan.has(.verb, at: before - 1)
    {
      // "a call to X", "visitó a X", "la reunión de X".
      seen.acts += 2
    }
  }

  /// What stands behind a name: a verb of what persons do, "who", a noun, a country.
  private func weighRight(_ name: Range<Int>, _ scan: Scan, _ seen: inout Signs) {
    let next = name.upperBound
    if scan.isCapital(next), !scan.shapes[next].contains(.glue) { seen.thing -= 1 }
    if scan.isPossessive(next) {
      seen.acts += scan.has(.noun, at: next + 1) || scan.has(.verb, at: next + 1) ? 2 : 1
      return
    }
    let end = past(next, scan)
    if scan.isSign(end, ","), scan.isOne(end + 1, of: EvidenceWords.who) {
      seen.acts += end == next ? 3 : 2
    }
    // "X was opened" is said of things too.
    let isPassive = scan.isOne(end, of: EvidenceWords.copulas)
    var verb = isPassive || scan.isOne(end, of: EvidenceWords.clitics) ? end + 1 : end
    // "ya se habían reunido"
    while scan.isSpanish, !isPassive, verb < end + 3, scan.isOne(verb, of: EvidenceWords.clitics) {
      verb += 1
    }
    if scan.isOne(verb, of: EvidenceWords.deeds) || scan.has(.verb, at: verb) {
      seen.acts += isPassive ? 1 : end == next ? 3 : 2
    } else if !isPassive, verb < scan.count, scan.shapes[verb].contains(.lower) {
      switch Annotator().commonClass(scan.tokens[verb].form, isSpanish: scan.isSpanish) {
      case .verb: seen.acts += 1
      case .noun where !scan.isSpanish && verb == next: seen.thing -= 1
      default: break
      }
    }
    if scan.isSign(next, ","), scan.isCapital(next + 1),
      scan.has(.country, at: next + 1) || scan.has(.city, at: next + 1)
    {
      seen.place -= 2
    }
  }

  /// Past the other name of a list ("X and A met").
  private func past(_ start: Int, _ scan: Scan) -> Int {
    guard scan.isOne(start, of: Words.and), scan.isCapital(start + 1) else { return start }
    var at = start + 1
    while at < scan.count, at < start + 5, scan.isCapital(at) { at += 1 }
    return at
  }

  /// What a name without a title is.
  func verdict(_ phrase: NounPhrase, _ scan: Scan) -> Verdict {
    if NameEvidence.isTitled(phrase) || NameEvidence.isSurelyPerson(phrase, scan) { return .person }
    guard let key = NameEvidence.key(phrase, scan), let seen = signs[key] else { return .person }
    if phrase.isAcronym {
      return seen.acts > 0 || seen.isOrganization ? .organization : .nothing
    }
    if seen.isTitled { return .person }
    if seen.isOrganization || seen.ofPeople > 0 && seen.acts < 2 && seen.place == 0 {
      return .organization
    }
    let sum = seen.acts + seen.place + seen.thing
    if seen.words > 1 {
      if sum > -3 { return .person }
      return seen.acts >= 2 && seen.place > -2 ? .organization : .nothing
    }
    if sum >= 1 { return .person }
    return seen.acts >= 3 && seen.place == 0 && seen.thing > -6 ? .organization : .nothing
  }
}

/// Words around names that tell persons from places and things.
enum EvidenceWords {
  /// Verbs of what persons and bodies do, as news have them.
  static let deeds = Words.set(
    """
    said says say told tells added adds announced announces declared declares stated states noted notes warned warns \
    urged urges vowed vows insisted insists argued argues replied replies explained explains claimed claims denied \
    denies confirmed confirms acknowledged described tweeted wrote writes asked asks pledged promised stressed \
    emphasized emphasised underlined underscored reiterated reaffirmed welcomed welcomes condemned condemns accused \
    accuses rejected rejects thanked thanks praised praises criticized criticised believes believed thinks thought \
    wants wanted hopes hoped arrived arrives left leaves visited visits traveled travelled travels flew flies went \
    returned resigned died attended attends joined joins appeared testified appealed congratulated invited hosted \
    signed signs agreed agrees led leads plans planned refused refuses called calls suggested recalled remarked \
    observed concluded continued came comes took takes won lost served expressed discussed proposed offered replied \
    blamed defended backed supports supported apologized apologised ordered met meets spoke speaks held holds \
    dijo dice dijeron añadió agregó anunció declaró afirmó aseguró señaló indicó explicó manifestó expresó sostuvo \
    precisó destacó subrayó recordó reiteró consideró advirtió negó admitió reconoció pidió exigió propuso exhortó \
    lamentó rechazó condenó celebró apuntó informó comentó respondió confirmó denunció insistió prometió criticó \
    acusó defendió llegó viajó visitó asistió participó firmó aceptó agradeció felicitó invitó renunció murió ganó \
    acordaron acordó coincidió coincidieron habló hablaron conversó conversaron recibió saludó concluyó aclaró \
    matizó opinó sugirió planteó relató contó escribió tuiteó quiere cree piensa espera regresó salió ordenó decidió
    """)
  static let accordingTo = Words.set("según")
  static let companions = Words.set("with con by por between entre told")
  static let locatives = Words.set(
    "in into across throughout within near outside inside en desde hacia hasta")
  static let origins = Words.set("from at around through")
  /// Behind these, and a verb or a noun of meeting before them, stands who is met.
  static let receivers = Words.set("to a al de del of")
  static let domains = [".com", ".org", ".net"]
  /// First words of the names of things and places.
  static let things = Words.set(
    """
    hurricane storm cyclone typhoon tropical operation project lake mount fort port camp punta puerto cerro monte volcán \
    radio canal channel team star studio studios cultura south north east west upper lower great new nuevo nueva gran \
    río isla villa universal global united general black red white blue green golden royal central saint santa san
    """)
  /// "members of the X", "a spokesman for X".
  static let belonging = Words.set("of from for de del")
  static let ofBodies: Set<Office.Class> = [.spokes, .official, .legislator, .party, .military]
  static let clitics = Words.set(
    """
    se le les lo la los las nos me also has have had will would ya no también \
    ha han había habían habrá habrán habría
    """)
  static let copulas = Words.set("is was were are be been fue fueron será es era son")
  static let that = Words.set("that este esta ese esa")
  static let who = Words.set("who whom quien quienes que")
  /// Small nouns before the name of a body.
  static let bodyNouns = Words.set(
    """
    company firm newspaper daily agency broadcaster airline bank group party movement magazine website network \
    platform militia faction startup airline manufacturer automaker carmaker retailer operator producer channel \
    station charity union outlet tabloid weekly empresa compañía firma diario periódico agencia cadena aerolínea banco \
    grupo partido movimiento revista portal televisora emisora petrolera gasera constructora automotriz farmacéutica \
    milicia organización sindicato rotativo semanario ong cervecera minera naviera fabricante consultora encuestadora
    """)
  /// Small nouns before the name of a place.
  static let placeNouns = Words.set(
    """
    town village city province district region state neighbourhood neighborhood suburb island river port county \
    prefecture governorate municipality ciudad localidad pueblo provincia región distrito municipio barrio isla río \
    puerto departamento aldea estado comuna condado cantón gobernación prefectura colonia
    """)
}

import Gazetteer
import Language
import Records

/// Whom a Spanish clause without a subject goes on about, and whom "lo" and "le" mean.
extension ClauseArguments {
  /// The person that "his" or an unspoken Spanish subject means: the subject of the sentence before, or of those before that
  /// which have none themselves.
  func lastSubject(before sentence: Int) -> [Int]? {
    var fallback: [Int]?
    let others = sentence == scan.index ? namedElsewhere : []
    for back in 1...(scan.isSpanish ? 5 : 3) where sentence - back >= 0 {
      let other = reading.scans[sentence - back]
      if isOfObject(other, sentence - back) || tellsCompany(other) { continue }
      if let center = center(of: sentence - back) { return [center] }
      let company = scan.isSpanish ? obliqueLists(sentence - back) : []
      for mention in reading.mentions(in: sentence - back) where !company.contains(mention) {
        let entry = reading.analysis.mentions[mention]
        // "DAVOS (Enviado especial).-"
        guard reading.phrases[mention]?.isOwner != true, !isOblique(entry.tokens, other),
          !other.isSign(entry.tokens.lowerBound - 1, "("), others.isDisjoint(with: entry.entities)
        else { continue }
        guard entry.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person }) else {
          continue
        }
        // A lone capital may be anything; whoever has an office or two names is a person.
        guard !scan.isSpanish || entry.entities.contains(where: isKnown) else {
          if fallback == nil { fallback = entry.entities }
          continue
        }
        return entry.entities
      }
    }
    return fallback
  }

  /// "llegó al palacio para reunirse con A, B y C": the members of a list that a preposition governs.
  private func obliqueLists(_ sentence: Int) -> Set<Int> {
    let other = reading.scans[sentence]
    var out: Set<Int> = []
    var list: [Int] = []
    for mention in reading.mentions(in: sentence) {
      let tokens = reading.analysis.mentions[mention].tokens
      if let last = list.last {
        let between = other.span(
          reading.analysis.mentions[last].tokens.upperBound, tokens.lowerBound)
        let hasAnd = between.contains { other.isOne($0, of: Words.and) }
        if !between.isEmpty,
          between.allSatisfy({
            other.isSign($0, ",") || other.isSign($0, ";") || other.isOne($0, of: Words.and)
          })
        {
          list.append(mention)
          if hasAnd { out.formUnion(list) }
          continue
        }
      }
      list = isOblique(tokens, other) ? [mention] : []
    }
    return out
  }

  /// "Se reunió con Boluarte": whom the sentence names as somebody's company is not its unspoken subject.
  private var namedElsewhere: Set<Int> {
    guard scan.isSpanish else { return [] }
    var out: Set<Int> = []
    for mention in reading.mentions(in: scan.index) {
      let entry = reading.analysis.mentions[mention]
      guard entry.form == .name, isGovernedByCompany(entry.tokens.lowerBound) else { continue }
      out.formUnion(entry.entities)
    }
    return out
  }

  private func isGovernedByCompany(_ start: Int) -> Bool {
    var at = start - 1
    while at >= 0, scan.isFiller(at) { at -= 1 }
    return scan.isOne(at, of: ArgumentWords.withWords)
      || scan.isOne(at, of: ArgumentWords.objectMarkers)
      || scan.isOne(at, of: ArgumentWords.byWords)
  }

  /// "Juan Soto was waiting for her at the airport. Talks with B are planned": whom an English sentence has for a pronoun, if it
  /// does not tell what somebody else said.
  private func center(of sentence: Int) -> Int? {
    let other = reading.scans[sentence]
    guard !other.isSpanish, !other.hasSaying
    else { return nil }
    return reading.mentions(in: sentence).lazy.compactMap { index -> Int? in
      let mention = reading.analysis.mentions[index]
      guard mention.form == .pronoun, mention.entities.count == 1, let id = mention.entities.first,
        reading.analysis.entities[id].kind == .person
      else { return nil }
      return id
    }.first
  }

  /// "lo esperaba", "la recibió": a verb behind the pronoun.
  private func isFinite(_ at: Int, _ other: Scan) -> Bool {
    guard at < other.count, other.shapes[at].contains(.lower) else { return false }
    return other.has(.verb, at: at) || other.isOne(at, of: UnspokenWords.haves)
      || UnspokenWords.finiteEndings.contains(where: other.tokens[at].form.hasSuffix)
  }

  /// "Los acompañaron A y B", "Asistieron también A y B": who was there besides is not whom the text goes on about.
  private func tellsCompany(_ other: Scan) -> Bool {
    other.isSpanish && other.span(0, 4).contains { other.isOne($0, of: UnspokenWords.accompanying) }
  }

  /// "Allí lo recibió el martes A": the sentence goes on about whom its pronoun means, not about A.
  private func isOfObject(_ other: Scan, _ sentence: Int) -> Bool {
    guard other.isSpanish,
      let at = other.span(0, 7).first(where: {
        other.isOne($0, of: UnspokenWords.clitics) && isFinite($0 + 1, other)
      })
    else { return false }
    return !reading.mentions(in: sentence).contains {
      let entry = reading.analysis.mentions[$0]
      return entry.tokens.lowerBound < at
        && entry.entities.contains { reading.analysis.entities[$0].kind == .person }
    }
  }

  /// True if a preposition stands before a mention; in Spanish also before what it stands in apposition to, and for who is
  /// only quoted.
  private func isOblique(_ tokens: Range<Int>, _ other: Scan) -> Bool {
    let start = tokens.lowerBound
    guard other.isSpanish else { return other.isOne(start - 1, of: Resolver.prepositions) }
    // "La agenda bilateral de Macri será intensa": whose days are told.
    if start < 8, tokens.lowerBound > 1,
      other.span(0, 3).contains(where: { other.isOne($0, of: NounWords.visits) }),
      !other.span(0, start).contains(where: {
        other.has(.verb, at: $0) && !other.has(.noun, at: $0)
      }),
      other.isOne(start - 1, of: Words.of) || other.isOne(start - 2, of: Words.of)
    {
      return false
    }
    if other.isOne(start - 1, of: Resolver.prepositions) {
      return !isNamedBehindOffice(tokens, other)
    }
    return isApposed(tokens, other) || isQuoted(start, other)
  }

  /// "En su primera semana como secretario de Relaciones Exteriores, X ha tenido": the subject begins behind the comma.
  private func isNamedBehindOffice(_ tokens: Range<Int>, _ other: Scan) -> Bool {
    other.isOne(tokens.lowerBound - 1, of: RelativeWords.asWords)
      && !other.isDeterminer(tokens.lowerBound)
      && tokens.contains { other.isSign($0, ",") }
      && tokens.upperBound < other.count
      && !other.shapes[tokens.upperBound].contains(.punctuation)
  }

  /// "con su antecesora, X, quien": set off by a comma behind a noun that a preposition governs, and no verb behind it.
  private func isApposed(_ tokens: Range<Int>, _ other: Scan) -> Bool {
    guard other.isSign(tokens.lowerBound - 1, ","),
      tokens.upperBound >= other.count
        || other.shapes[tokens.upperBound].contains(.punctuation)
    else { return false }
    var at = tokens.lowerBound - 2
    while at >= 0, at > tokens.lowerBound - 10 {
      if other.isOne(at, of: Resolver.prepositions), !other.isOne(at, of: Words.of) { return true }
      guard other.keys[at] != 0, !other.has(.verb, at: at) else { return false }
      at -= 1
    }
    return false
  }

  /// "según relató X", "como dijo X": who is only quoted is not whom the sentence is about.
  private func isQuoted(_ start: Int, _ other: Scan) -> Bool {
    (max(0, start - 3)..<max(0, start)).contains {
      other.isOne($0, of: UnspokenWords.quoting) && !other.isDeterminer($0 + 1)
    }
  }

  /// The two or more that an unspoken subject in the plural means: those who were the subject of the sentence before.
  func lastSubjects(before sentence: Int) -> [Int]? {
    guard scan.isSpanish else { return nil }
    for back in 1...2 where sentence - back >= 0 {
      let other = reading.scans[sentence - back]
      let chains = Coordination(reading: reading, scan: other).chains()
      for chain in chains where chain.entities.count > 1 && !isOblique(chain.tokens, other) {
        let persons = chain.entities.allSatisfy { reading.analysis.entities[$0].kind == .person }
        if persons { return chain.entities }
      }
    }
    return nil
  }

  /// "un encuentro entre ambos": those whom a word for several means in the sentence before.
  private func lastTogether(before sentence: Int) -> [Int]? {
    guard sentence > 0 else { return nil }
    return reading.mentions(in: sentence - 1).map { reading.analysis.mentions[$0] }.last {
      $0.entities.count > 1
        && $0.entities.allSatisfy { reading.analysis.entities[$0].kind == .person }
    }?.entities
  }

  /// Whom the pronoun before a verb means ("lo recibió", "le había telefoneado"); nil if there is none, or nobody is known.
  func clitic(of verb: Int) -> [Int]? {
    guard scan.isSpanish,
      let at = [verb - 1, verb - 2].first(where: { scan.isOne($0, of: UnspokenWords.clitics) }),
      at == verb - 1 || scan.isOne(verb - 1, of: UnspokenWords.haves)
    else { return nil }
    let isFeminine = scan.isSign(at, "la") || scan.isSign(at, "La")
    let isMasculine = scan.isSign(at, "lo") || scan.isSign(at, "Lo")
    func fits(_ ids: [Int]) -> Bool {
      ids.allSatisfy { id in
        let entity = reading.analysis.entities[id]
        return entity.kind == .person && !(isFeminine && entity.gender == .masculine)
          && !(isMasculine && entity.gender == .feminine)
      }
    }
    let doers = Set((subjectBehind(verb + 1) ?? subject(of: verb))?.entities ?? [])
    let isPlural = scan.isSign(at, "los") || scan.isSign(at, "las")
    if isPlural,
      let both = chains.last(where: {
        $0.tokens.upperBound <= at && $0.entities.count > 1 && doers.isDisjoint(with: $0.entities)
          && fits($0.entities)
      })
    {
      return both.entities
    }
    // "A y B viajaron a Berlín. El canciller los recibió": both of them.
    if isPlural {
      guard !hasUnknownSubject(before: verb),
        let both = lastTogether(before: scan.index) ?? lastSubjects(before: scan.index),
        fits(both), doers.isDisjoint(with: both)
      else { return nil }
      return both
    }
    if let own = chains.first(where: {
      $0.tokens.upperBound <= at && !isGoverned($0) && !isOwner($0)
        && doers.isDisjoint(with: $0.entities) && fits($0.entities)
    }) {
      return own.entities
    }
    guard !hasUnknownSubject(before: verb), let last = lastSubject(before: scan.index),
      fits(last), doers.isDisjoint(with: last)
    else { return nil }
    return last
  }

  /// "El polaco, que ...", "La oposición se reunió": a sentence whose subject no list knows does not go on about the one before.
  func hasUnknownSubject(before verb: Int) -> Bool {
    guard scan.isSpanish, scan.isOne(0, of: UnspokenWords.articles), verb > 1, verb < 16,
      scan.shapes[1].contains(.lower),
      !reading.mentions(in: scan.index).contains(where: {
        reading.analysis.mentions[$0].tokens.lowerBound < 2
      }),
      !reading.analysis.dates(in: scan.index).contains(where: { $0.tokens.lowerBound < 2 })
    else { return false }
    return !scan.isOne(1, of: UnspokenWords.times) && !scan.isOne(2, of: UnspokenWords.times)
  }
}

/// Words of clauses that do not tell their subject or object.
enum UnspokenWords {
  static let finiteEndings = [
    "ó", "aba", "ía", "aron", "ieron", "aban", "ían", "ará", "erá", "irá",
  ]
  static let accompanying = Words.set(
    "acompañan acompaña acompañaron acompañó acompañaban acompañaba asistieron asistió participaron estuvieron"
  )
  static let quoting = Words.set("según")
  static let clitics = Words.set("lo la le los las les")
  static let haves = Words.set("ha había han habían hubo habrá")
  static let articles = Words.set("el la los las")
  static let times = Words.set(
    "víspera semana lunes martes miércoles jueves viernes sábado domingo mes año día días mañana tarde noche madrugada fecha pasado pasada próximo próxima siguiente mismo misma primero última"
  )
}

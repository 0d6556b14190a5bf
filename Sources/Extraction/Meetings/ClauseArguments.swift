import Gazetteer
import Language
import Records

/// Finds who does what to whom around a word of meeting, by the order of words: subjects, "with", "between", owners.
struct ClauseArguments {
  let reading: Reading
  let scan: Scan
  let chains: [Chain]

  init(reading: Reading, sentence: Int) {
    self.reading = reading
    let scan = reading.scans[sentence]
    self.scan = scan
    let all = Coordination(reading: reading, scan: scan).chains()
    chains = scan.isSpanish ? all.flatMap { ClauseArguments.parted($0, reading, scan) } : all
  }

  /// The chain that begins at a token, determiners passed over; with `slack`, up to so many words later.
  func chain(at token: Int, slack: Int = 0) -> Chain? {
    for chain in chains where chain.tokens.lowerBound >= token {
      // "Clinton's husband, former President Bill Clinton": the owned one is meant.
      if isOwner(chain),
        let next = chains.first(where: { $0.tokens.lowerBound > chain.tokens.lowerBound }),
        next.tokens.lowerBound - chain.tokens.upperBound <= 1
      {
        return next
      }
      let gap = chain.tokens.lowerBound - token
      if gap <= slack { return employee(of: chain) ?? chain }
      // Only determiners and adverbs may stand between.
      if gap <= slack + 4,
        (token..<chain.tokens.lowerBound).allSatisfy({ scan.isFiller($0) })
      {
        return employee(of: chain) ?? chain
      }
      return nil
    }
    return nil
  }

  /// The subject of a verb at a token: the nearest list of mentions before it that no preposition governs and that owns nothing.
  func subject(of verb: Int) -> Chain? {
    if scan.isSpanish {
      if let chain = newcomer(before: verb) ?? traveller(before: verb) { return chain }
      switch relative(of: verb) {
      case .subject(let chain): return chain
      case .companion, .object: break
      case .none: if let chain = coordinated(verb) { return chain }
      }
      guard let nearest = plainSubject(of: verb) else { return nil }
      if nearest.entities.count == 1, isPlural(verb), let wider = pluralSubject(of: verb, nearest) {
        return wider
      }
      return nearest
    }
    return plainSubject(of: verb)
  }

  func plainSubject(of verb: Int) -> Chain? {
    if !scan.isSpanish, let chain = whoMet(verb) ?? itself(verb) { return chain }
    var barrier = verb
    let relative = relative(before: verb)
    let place = scan.isSpanish ? placeClause(before: verb) : nil
    for chain in chains.reversed() where chain.tokens.upperBound <= verb {
      if relative.contains(chain.tokens.lowerBound) {
        barrier = chain.tokens.lowerBound
        continue
      }
      if let place, chain.tokens.lowerBound > place {
        barrier = chain.tokens.lowerBound
        continue
      }
      if let source = sourceStart(chain) ?? appositionStart(chain) ?? membershipStart(chain) {
        barrier = source
        continue
      }
      if isBroken(chain.tokens.upperBound, barrier) { return nil }
      if isOwner(chain) || isGoverned(chain) || isPlaceOfClause(chain) {
        barrier = chain.tokens.lowerBound
        continue
      }
      if isGoal(chain) || isCoordinated(verb, behind: chain) || isVisited(chain, before: verb)
        || isCircumstance(verb) || isBehindCircumstance(verb),
        isGoal(chain) || isObject(chain),
        let actor = actor(before: chain)
      {
        return actor
      }
      // "Una delegación del Gobierno visitará La Habana para reunirse": the town is nobody.
      if scan.isSpanish, isGoal(chain) { return nil }
      if isCircumstance(verb), let teller = teller(before: chain) { return teller }
      return chain
    }
    return nil
  }

  /// A relative clause that a comma has closed before a verb: "A, who will visit Turkey in April, met B".
  func relative(before verb: Int) -> Range<Int> {
    let none = verb..<verb
    guard verb > 3 else { return none }
    var close = verb - 1
    while close > 0, !scan.isSign(close, ",") {
      if verb - close > 8 || chains.contains(where: { $0.tokens.contains(close) }) { return none }
      close -= 1
    }
    var open = close - 1
    while open > 0 {
      if scan.isOne(open, of: ModalWords.relatives), !scan.isOne(open, of: ArgumentWords.that) {
        let start = scan.isSign(open - 1, ",") ? open - 1 : open - 2
        return start >= 0 && scan.isSign(start, ",") ? start..<close : none
      }
      if scan.isSign(open, ";") { return none }
      open -= 1
    }
    return none
  }

  /// The subject of an infinitive or a gerund that opens the sentence: the first mention after its arguments.
  func followingSubject(after token: Int) -> Chain? {
    var comma: Int?
    for at in token..<scan.count {
      if scan.isSign(at, ",") { comma = at }
      // "..., para coordinar la visita que X realizará": the subject stands right behind the comma.
      if let comma, at - comma <= (scan.isSpanish ? 3 : 8),
        let chain = chains.first(where: { $0.tokens.lowerBound == at })
      {
        // "After receiving B at the palace, A said": what a preposition governs is passed over.
        if !scan.isSpanish, isGoverned(chain) { continue }
        return isOwner(chain) || isGoverned(chain) ? nil : chain
      }
      if scan.isSign(at, ";") || scan.isSign(at, ":") { return nil }
    }
    return nil
  }

  func isPlace(_ chain: Chain) -> Bool {
    chain.entities.allSatisfy { reading.analysis.entities[$0].kind == .government }
  }

  /// True if a semicolon or the like cuts off what stands before it.
  func isBroken(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return false }
    var quotes = 0
    for at in from..<to {
      if scan.isSign(at, ";") { return true }
      // "after the summit, I spoke with", "A told why leaders come to meet B": somebody else is the subject.
      if !scan.isSpanish, scan.isOne(at, of: ArgumentWords.otherSubjects) { return true }
      if scan.shapes[at].contains(.quote) { quotes += 1 }
    }
    return !quotes.isMultiple(of: 2)
  }

  /// "Mexico's", "su".
  func isOwner(_ chain: Chain) -> Bool {
    guard let last = chain.mentions.last else { return false }
    return reading.phrases[last]?.isOwner == true || scan.isPossessive(chain.tokens.upperBound)
  }

  /// True if a preposition stands before the chain, or before the list of places that it ends.
  func isGoverned(_ chain: Chain) -> Bool {
    if scan.isSign(chain.tokens.lowerBound - 1, ","), isPlace(chain),
      let before = chains.last(where: { $0.tokens.upperBound == chain.tokens.lowerBound - 1 }),
      isPlace(before)
    {
      return isGoverned(before)
    }
    // "to the U.S.-South Africa Dialogue": what a hyphen ties is governed together.
    if !scan.isSpanish, chain.tokens.lowerBound > 1,
      scan.shapes[chain.tokens.lowerBound - 1].contains(.glue),
      let before = chains.last(where: { $0.tokens.upperBound == chain.tokens.lowerBound - 1 })
    {
      return isGoverned(before)
    }
    var at = chain.tokens.lowerBound - 1
    while at >= 0, scan.isFiller(at) { at -= 1 }
    // "presidente de la Asamblea Constituyente": the end of a longer name.
    if scan.isSpanish, at > 1, scan.isCapital(at), at == chain.tokens.lowerBound - 1,
      scan.isOne(at - 1, of: Words.determiners), scan.isOne(at - 2, of: Words.of)
    {
      return true
    }
    // "a member of the party's Central Committee": behind its owner.
    if !scan.isSpanish, scan.isPossessive(at), at > 1, !scan.isCapital(at - 1) {
      at -= 2
      while at >= 0, scan.isDeterminer(at) || scan.isFiller(at) { at -= 1 }
    }
    guard at >= 0 else { return false }
    if scan.isSpanish, scan.isOne(at, of: ArgumentWords.objectMarkers) { return true }
    // "como secretario" is what someone is; "como el secretario dijo" is not met here.
    if scan.isSpanish, scan.isOne(at, of: RelativeWords.asWords), at == chain.tokens.lowerBound - 1,
      !scan.isDeterminer(chain.tokens.lowerBound)
    {
      // "En su primera semana como secretario, X se reunió": the name behind the comma is the subject.
      let end = chain.tokens.upperBound
      return !chain.tokens.contains { scan.isSign($0, ",") } || end >= scan.count
        || scan.shapes[end].contains(.punctuation)
    }
    return scan.isOne(at, of: Resolver.prepositions)
      && !scan.isOne(at, of: ArgumentWords.conjunctions) && !isLeader(chain) && !isOfGroup(at)
  }

  /// The list after the first "with" (or "to") behind a token, inside its clause; and where the "with" stands.
  func with(after token: Int, words: WordSet, limit: Int = 30) -> (chain: Chain, at: Int)? {
    var at = token
    let end = min(scan.count, token + limit)
    while at < end {
      if scan.isSign(at, ";") || scan.isSign(at, ":") { return nil }
      // "conversará “muy pronto” con B"
      if scan.isSpanish, scan.shapes[at].contains(.quote), at == token || at == token + 1,
        let close = scan.span(at + 1, at + 5).first(where: isQuote)
      {
        at = close + 1
        continue
      }
      if scan.shapes[at].contains(.quote), at > token + 2 {
        // A word or two in quotation marks belongs to the sentence.
        guard scan.isSpanish, let close = ((at + 1)..<(at + 5)).first(where: isQuote), close < end
        else { return nil }
        at = close + 1
        continue
      }
      // "spoke with: A; B; and C"
      let next = scan.isSign(at + 1, ":") ? at + 2 : at + 1
      // "recibió a B en medio de tensiones con C": a company of the tensions.
      if at > token + 1, scan.isOne(at, of: ArgumentWords.withWords),
        scan.isOne(at - 1, of: NounWords.ties),
        scan.span(at - 4, at - 1).contains(where: { scan.isOne($0, of: ArgumentWords.amid) })
      {
        at += 1
        continue
      }
      if scan.isOne(at, of: words),
        let chain = delegates(next) ?? examples(next) ?? chain(at: next, slack: 0) ?? loose(next)
          ?? apposed(next) ?? described(next)
      {
        return (chain, at)
      }
      // "se reunió con su gabinete": the first "con" tells with whom, if with nobody that is known.
      if scan.isSpanish, scan.isOne(at, of: ArgumentWords.withWords), !isAdverbial(at + 1) {
        // "con inversionistas y con B"
        guard let second = secondCompany(at), second < end else { return nil }
        at = second
        continue
      }
      at += 1
    }
    return nil
  }

  /// Where "y con" follows behind a few words that name nobody: "con inversionistas y con B".
  private func secondCompany(_ first: Int) -> Int? {
    for at in scan.span(first + 1, first + 7) {
      if scan.isOne(at, of: Words.and) {
        return scan.isOne(at + 1, of: ArgumentWords.withWords) && chain(at: at + 2) != nil
          ? at + 1 : nil
      }
      guard scan.shapes[at].contains(.lower), !scan.has(.verb, at: at),
        !scan.isOne(at, of: Words.relative), !scan.isOne(at, of: Words.possessives)
      else { return nil }
    }
    return nil
  }

  /// "con el objetivo de", "con motivo de", "con miras a": no company.
  func isAdverbial(_ start: Int) -> Bool {
    var at = start
    while scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives) { at += 1 }
    return scan.isOne(at, of: ArgumentWords.purposes)
  }

  func isQuote(_ at: Int) -> Bool {
    at >= 0 && at < scan.count && scan.shapes[at].contains(.quote)
  }

  /// The subject behind a Spanish verb or noun: "Se reunieron en La Paz A y B", "sostuvo una reunión el canciller A con".
  func subjectBehind(_ after: Int) -> Chain? {
    guard
      let chain = chains.first(where: { $0.tokens.lowerBound >= after && !isGoverned($0) }),
      chain.tokens.lowerBound - after <= 8
    else { return nil }
    for at in after..<chain.tokens.lowerBound {
      if scan.shapes[at].contains(.punctuation) || scan.isOne(at, of: ArgumentWords.withWords)
        || scan.isOne(at, of: Words.relative)
      {
        return nil
      }
    }
    return chain
  }

  /// A mention a few words after the preposition, as in "with a group of Cuban officials", "con altos funcionarios de Cuba".
  func loose(_ token: Int) -> Chain? {
    guard let chain = chains.first(where: { $0.tokens.lowerBound >= token }),
      chain.tokens.lowerBound - token <= 5
    else { return nil }
    for at in token..<chain.tokens.lowerBound {
      let isFine =
        scan.isFiller(at) || scan.isOne(at, of: ArgumentWords.groupNouns)
        || scan.has(.portfolio, at: at)
        || scan.has(.group, at: at) || scan.isOne(at, of: Words.of) || scan.has(.modifier, at: at)
        || ["from", "by"].contains(scan.tokens[at].form)
        // "with a delegation headed by B"
        || !scan.isSpanish && scan.isOne(at, of: DelegationWords.leads)
          && scan.isSign(at + 1, "by")
        // "with the junta's foreign minister"
        || !scan.isSpanish
          && (scan.isPossessive(at)
            || scan.isPossessive(at + 1) && scan.shapes[at].contains(.lower))
      guard isFine else { return nil }
    }
    return chain
  }

  /// "con su antecesora, X", "con el yerno y asesor de Y, X": the name in apposition to a noun that no list has.
  func apposed(_ start: Int) -> Chain? {
    guard scan.isSpanish else { return counted(start) ?? named(peers: start) }
    guard scan.isDeterminer(start) || scan.isOne(start, of: Words.possessives)
    else { return nil }
    for at in scan.span(start + 1, start + 10) {
      if scan.isSign(at, ",") {
        guard at > start + 1, scan.isCapital(at + 1) else { return nil }
        // "con su familia, X dijo": the subject of the next clause.
        return chains.first { chain in
          let end = chain.tokens.upperBound
          return chain.tokens.lowerBound == at + 1
            && (end >= scan.count || scan.shapes[end].contains(.punctuation)
              || scan.isOne(end, of: Words.and) || scan.isOne(end, of: Resolver.prepositions))
            && chain.entities.allSatisfy { reading.analysis.entities[$0].kind == .person }
        }
      }
      guard scan.keys[at] != 0, !scan.has(.verb, at: at), !scan.isOne(at, of: Words.relative),
        scan.shapes[at].contains(.lower) || scan.isCapital(at),
        at > start + 1 || scan.shapes[at].contains(.lower)
      else { return nil }
    }
    return nil
  }

  /// The list after "between" or "of" directly behind a token.
  func between(after token: Int, words: WordSet, slack: Int = 6) -> (chain: Chain, at: Int)? {
    var at = token
    while at < min(scan.count, token + slack) {
      if scan.isOne(at, of: words), let chain = chain(at: at + 1) { return (chain, at) }
      if scan.shapes[at].contains(.punctuation), !scan.isSign(at, ",") { return nil }
      at += 1
    }
    return nil
  }

  /// Who owns a noun: "Blinken's meeting", "his talks", "su reunión".
  func owner(of noun: Int) -> [Int]? {
    var at = noun - 1
    let lower = max(0, noun - 5)
    while at >= lower {
      if scan.isPossessive(at), let chain = chains.last(where: { $0.tokens.upperBound == at }) {
        return chain.entities
      }
      // "En su agenda figura un encuentro": another noun's.
      if scan.isSpanish, at == noun - 1, scan.isOne(at, of: NounWords.indefinite) { return nil }
      if scan.isOne(at, of: ArgumentWords.possessives) { return [] }
      if scan.shapes[at].contains(.punctuation) && !scan.shapes[at].contains(.glue) { return nil }
      // "South Africa's Naledi Pandor held separate meetings": whoever holds them stands between.
      if !scan.isSpanish, isHolding(at) { return nil }
      at -= 1
    }
    return nil
  }

  /// True for a verb of holding right behind a name.
  private func isHolding(_ at: Int) -> Bool {
    guard let match = scan.match(.verb, at: at), !scan.isCapital(at) else { return false }
    let frame = Gazetteer.shared.verbs[Int(match.index)].frame
    return (frame == .hold || frame == .join) && chains.contains { $0.tokens.upperBound == at }
  }

  func isKnown(_ id: Int) -> Bool {
    let entity = reading.analysis.entities[id]
    return entity.role != nil || entity.name?.contains(" ") == true
  }
}

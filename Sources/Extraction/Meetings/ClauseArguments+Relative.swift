import Gazetteer
import Language
import Records

/// Spanish relative clauses: to whom a verb in one belongs.
extension ClauseArguments {
  /// How a Spanish relative clause ties a verb to the mention before it.
  enum RelativeTie {
    /// "X, quien se reunió", "X, que recibió".
    case subject(Chain)
    /// "X, con quien se reunió".
    case companion(Chain)
    /// "X, a quien recibió".
    case object(Chain)
    case none
  }

  /// The tie of a verb to what stands before its relative word; only small words may stand between.
  func relative(of verb: Int) -> RelativeTie {
    var at = verb - 1
    while at >= max(0, verb - 8) {
      if scan.isOne(at, of: RelativeWords.relatives) {
        let tie = tie(at, isPlural(verb))
        // "una visita a Argel, que incluyó reuniones con B": the visit did.
        if case .subject(let chain) = tie, isPlace(chain), scan.isOne(verb, of: NounWords.including)
        {
          return .none
        }
        return tie
      }
      guard scan.keys[at] != 0, !scan.isCapital(at) || scan.isOne(at, of: RelativeWords.small),
        !chains.contains(where: { $0.tokens.contains(at) })
      else { return .none }
      at -= 1
    }
    return .none
  }

  /// "X, quien viajó a Moscú y dialogó con Y": a second verb of the relative clause has its subject too.
  func coordinated(_ verb: Int) -> Chain? {
    guard let and = (max(0, verb - 5)..<verb).last(where: { scan.isOne($0, of: Words.and) }),
      (and + 1..<verb).allSatisfy({ at in
        scan.keys[at] != 0 && !scan.isCapital(at)
          && !chains.contains { $0.tokens.contains(at) }
      })
    else { return nil }
    for at in (max(0, and - 14)..<and).reversed() {
      if scan.shapes[at].contains(.punctuation) { return nil }
      if scan.isOne(at, of: RelativeWords.who) || scan.isSign(at, "que"), scan.isSign(at - 1, ",") {
        guard case .subject(let chain) = tie(at, isPlural(verb)) else { return nil }
        let isFree = chains.contains {
          $0.tokens.lowerBound > at && $0.tokens.upperBound <= and && !isGoverned($0)
            && !isOwner($0) && !isPlace($0)
        }
        return isFree ? nil : chain
      }
    }
    return nil
  }

  /// "Katharina Holzmann, negociadora de la canciller Merkel, con quien": whoever is described, not whose negotiator she is.
  private func apposed(_ chain: Chain) -> Chain? {
    var before = chain.tokens.lowerBound - 1
    while scan.isDeterminer(before) { before -= 1 }
    guard scan.isOne(before, of: Words.of),
      let head = chains.last(where: { $0.tokens.upperBound <= before }),
      head.entities.count == 1, before - head.tokens.upperBound <= 8,
      head.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person }),
      scan.isSign(head.tokens.upperBound, ","),
      scan.span(head.tokens.upperBound + 1, before).allSatisfy({
        scan.shapes[$0].contains(.lower) && !scan.has(.verb, at: $0)
      })
    else { return nil }
    return head
  }

  func tie(_ relative: Int, _ isPlural: Bool) -> RelativeTie {
    var at = relative - 1
    if scan.isDeterminer(at) { at -= 1 }
    let isCompanion = scan.isOne(at, of: ArgumentWords.withWords)
    let isObject = !isCompanion && scan.isOne(at, of: ArgumentWords.objectMarkers)
    if isCompanion || isObject {
      at -= 1
    } else if scan.isOne(at, of: Resolver.prepositions) {
      return .none
    }
    if scan.isSign(at, ",") || scan.isSign(at, "—") || scan.isSign(at, ")") { at -= 1 }
    guard let chain = chains.last(where: { $0.tokens.upperBound == at + 1 }) else { return .none }
    var head = apposed(chain) ?? chain
    let isMany = scan.isOne(relative, of: RelativeWords.many)
    if head.tokens == chain.tokens, !isMany, !isPlural || isCompanion || isObject,
      let last = chain.mentions.last
    {
      let mention = reading.analysis.mentions[last]
      head = Chain(mentions: [last], tokens: mention.tokens, entities: mention.entities)
    }
    if scan.isOne(relative, of: RelativeWords.who),
      !head.entities.contains(where: { reading.analysis.entities[$0].kind == .person })
    {
      return .none
    }
    return isCompanion ? .companion(head) : isObject ? .object(head) : .subject(head)
  }

  /// True for a Spanish verb in the plural, with its auxiliary.
  func isPlural(_ verb: Int) -> Bool {
    guard verb >= 0, verb < scan.count else { return false }
    let form = scan.tokens[verb].form
    if form.hasSuffix("n"), !form.hasSuffix("ión") { return true }
    return (max(0, verb - 3)..<verb).contains { scan.isOne($0, of: RelativeWords.plurals) }
  }

  /// "A, propuesto como ministro, y B sostuvieron": a verb in the plural has a list before it, or two that "y" ties.
  func pluralSubject(of verb: Int, _ nearest: Chain) -> Chain? {
    let before = chains.filter { $0.tokens.upperBound <= nearest.tokens.lowerBound }
    var tied = nearest.tokens.lowerBound - 1
    while tied >= 0, scan.isFiller(tied) { tied -= 1 }
    let isTied = scan.isOne(tied, of: Words.and)
    for chain in before.reversed() {
      if isBroken(chain.tokens.upperBound, verb) { return nil }
      // "A dijo que B y C se verán"
      if (chain.tokens.upperBound..<nearest.tokens.lowerBound).contains(where: {
        scan.isOne($0, of: ArgumentWords.that)
      }) {
        return nil
      }
      if isOwner(chain) || isGoverned(chain) { continue }
      if isTied {
        var out = chain
        out.mentions += nearest.mentions
        out.tokens = chain.tokens.lowerBound..<nearest.tokens.upperBound
        out.entities += nearest.entities.filter { !chain.entities.contains($0) }
        return out
      }
      if chain.entities.count > 1 { return chain }
    }
    return nil
  }

  /// "talks with A, who later met B", "led by A and B, who met in Geneva": the English verb behind "who" is of the person before
  /// it; of all of a list where nobody stands behind it.
  func whoMet(_ verb: Int) -> Chain? {
    var who = verb - 1
    while who > 0, verb - who < 5, !scan.isOne(who, of: RelativeWords.englishWho) {
      guard scan.shapes[who].contains(.lower), !chains.contains(where: { $0.tokens.contains(who) })
      else { return nil }
      who -= 1
    }
    guard who > 0, scan.isOne(who, of: RelativeWords.englishWho) else { return nil }
    let end = scan.isSign(who - 1, ",") ? who - 1 : who
    guard let chain = chains.last(where: { $0.tokens.upperBound == end }),
      let last = chain.mentions.last, !isOwner(chain)
    else { return nil }
    let isWith = scan.isOne(verb + 1, of: ArgumentWords.withWords)
    guard chain.mentions.count > 1, isWith || self.chain(at: verb + 1) != nil else { return chain }
    let mention = reading.analysis.mentions[last]
    return Chain(mentions: [last], tokens: mention.tokens, entities: mention.entities)
  }

  /// "B, with whom they held talks", "B, whom he met in Kyiv": who stands before the English relative; nil for other verbs.
  func whomCompany(_ verb: Int, isDirect: Bool) -> Chain? {
    guard !scan.isSpanish,
      let whom = scan.span(verb - 6, verb).last(where: { scan.isSign($0, "whom") }),
      scan.isSign(whom - 1, "with") || isDirect
    else { return nil }
    let start = scan.isSign(whom - 1, "with") ? whom - 1 : whom
    let end = scan.isSign(start - 1, ",") ? start - 1 : start
    guard let chain = chains.last(where: { $0.tokens.upperBound == end }),
      let last = chain.mentions.last
    else { return nil }
    let mention = reading.analysis.mentions[last]
    return Chain(mentions: [last], tokens: mention.tokens, entities: mention.entities)
  }

  /// "habló con A, recién llegado de Moscú, donde se vio con B": whoever comes from there.
  func newcomer(before verb: Int) -> Chain? {
    guard
      let place = scan.span(verb - 4, verb).last(where: { scan.isOne($0, of: PlaceWords.where) }),
      let coming = scan.span(place - 8, place).last(where: {
        scan.isOne($0, of: RelativeWords.coming) && scan.isOne($0 + 1, of: Words.of)
      })
    else { return nil }
    let comma = scan.isSign(coming - 1, ",") ? coming - 1 : coming - 2
    guard scan.isSign(comma, ",") else { return nil }
    return chains.last { chain in
      chain.tokens.upperBound == comma
        && chain.entities.allSatisfy { reading.analysis.entities[$0].kind == .person }
    }
  }

  /// "La visita de A, prevista para el lunes, en la que iba a reunirse con B": who makes the journey that the clause tells of.
  func traveller(before verb: Int) -> Chain? {
    guard
      let open = scan.span(verb - 8, verb).last(where: { at in
        scan.isOne(at, of: PlaceWords.where)
          || scan.isOne(at, of: Words.relative) && scan.isDeterminer(at - 1)
            && scan.isOne(at - 2, of: PlaceWords.framing)
      }),
      let journey = scan.span(open - 30, open).last(where: {
        scan.isOne($0, of: RelativeWords.journeys)
      }), scan.isDeterminer(journey - 1)
    else { return nil }
    return chains.first { chain in
      guard chain.tokens.lowerBound > journey, chain.tokens.upperBound <= open,
        chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
      else { return false }
      var before = chain.tokens.lowerBound - 1
      while before > journey, scan.isFiller(before) || scan.isDeterminer(before) { before -= 1 }
      return scan.isOne(before, of: Words.of)
        && !scan.span(journey + 1, before).contains { scan.has(.verb, at: $0) }
    }
  }

  /// "A estuvo en Lima, donde lo recibió B, y en Quito, donde se entrevistó con C": B is the subject of his own clause only.
  /// Where that clause begins, if the verb stands in another such clause behind it.
  func placeClause(before verb: Int) -> Int? {
    var found: [Int] = []
    for at in (0..<verb).reversed() where scan.isOne(at, of: PlaceWords.where) {
      found.append(at)
      if found.count == 2 { break }
    }
    guard found.count == 2, verb - found[0] <= 4, scan.isSign(found[1] - 1, ",") else { return nil }
    return found[1]
  }
}

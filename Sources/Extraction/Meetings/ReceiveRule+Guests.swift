import Gazetteer
import Language
import Records

/// Whom a verb of receiving or calling has: its object behind places and days, further hosts and guests, visits to persons.
extension ReceiveRule {
  /// "Today's Rebuilding Albania roundtable convened employers", "The summit welcomed leaders": the occasion is told, and no host.
  func isOccasion(_ verb: MeetingVerb, _ token: Int) -> Bool {
    let scan = context.scan
    return !scan.isSpanish && verb.frame != .call && token > 1
      && scan.shapes[token - 1].contains(.lower)
      && (scan.has(.noun, at: token - 1) || scan.has(.event, at: token - 1))
      && !isPassive(token)
  }

  /// "hosted NATO | Allies in Rome": the members of a body, which is the guest; where they end.
  func pastMembers(_ object: Chain) -> Int {
    let end = object.tokens.upperBound
    guard !context.scan.isSpanish, context.scan.isOne(end, of: ReceiveWords.members),
      object.entities.allSatisfy({ context.entities[$0].kind == .organization })
    else { return end }
    return end + 1
  }

  /// "called on the minister, B, to resign", "welcomed B as the new foreign minister": neither a visit nor a reception.
  func isAppeal(_ base: String, _ end: Int) -> Bool {
    let scan = context.scan
    if base.hasSuffix(" on"), scan.isSign(end, ","), scan.isSign(end + 1, "to") { return true }
    return base.hasPrefix("welcom") && scan.isSign(end, "as")
      && (scan.isDeterminer(end + 1) || scan.isOne(end + 1, of: Words.possessives))
      && scan.span(end + 1, end + 6).contains { scan.has(.office, at: $0) }
  }

  /// "La visita del presidente A comenzó en el palacio, donde fue recibido por B": whose visit it is.
  func visitor(before verb: Int, isGuest: Bool = true) -> Chain? {
    let scan = context.scan
    guard scan.isSpanish, !isGuest || isPassive(verb),
      let visit = scan.span(0, min(verb, 4)).first(where: { scan.isOne($0, of: NounWords.visits) }),
      scan.isOne(visit + 1, of: Words.of) || scan.isOne(visit + 2, of: Words.of),
      let chain = context.arguments.chains.first(where: { $0.tokens.lowerBound > visit }),
      chain.tokens.lowerBound - visit <= 4, chain.tokens.upperBound < verb,
      chain.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return nil }
    return chain
  }

  /// "was received by A in London and by B in Paris", "recibido por A en Londres y por B en París": each at a place of its own.
  func furtherHosts(_ frame: MeetingFrame, _ first: Chain, _ hosts: [Int])
    -> [MeetingFrame]
  {
    let scan = context.scan
    let guests = frame.principals.filter { !hosts.contains($0) }
    let end = first.tokens.upperBound
    guard
      let by = scan.span(end + 1, end + 12).first(where: {
        scan.isOne($0, of: ArgumentWords.byWords)
      }), scan.span(by - 4, by).contains(where: { scan.isOne($0, of: Words.and) }),
      !scan.span(end, by).contains(where: {
        scan.isSign($0, ";") || scan.has(.verb, at: $0) || scan.isOne($0, of: Words.relative)
      }), let chain = context.arguments.chain(at: by + 1)
    else { return [] }
    let others = context.parties(chain.entities).filter {
      context.entities[$0].kind == .person && !guests.contains($0) && !hosts.contains($0)
    }
    guard !others.isEmpty else { return [] }
    var second = frame
    second.principals = guests + others
    MeetRule(context: context).redate(&second, end, by, chain)
    return [second]
  }

  /// "is to visit B in Florida", "visited B at his home": no "visit" of a noun phrase, and nobody's town or grave.
  func isVisit(_ token: Int, _ object: Chain) -> Bool {
    let scan = context.scan
    if scan.tokens[token].form.hasSuffix("ing"), !scan.isOne(token - 1, of: ReceiveWords.passives),
      !scan.isOne(token - 1, of: ReceiveWords.circumstances)
    {
      return false
    }
    if scan.isSign(token, "visit"), !scan.isOne(token - 1, of: NounWords.toOrWill) { return false }
    return object.entities.allSatisfy { context.entities[$0].kind == .person }
  }

  /// "recibió a B y posteriormente al embajador C": who was received after that.
  func nextGuests(after end: Int) -> (ids: [Int], day: DateMention?)? {
    let scan = context.scan
    let and = scan.isSign(end, ",") ? end + 1 : end
    guard scan.isSpanish, scan.isOne(and, of: Words.and),
      let to = context.arguments.objectMarker(behind: and),
      let chain = context.arguments.chain(at: to + 1)
    else { return nil }
    // "telefoneó el miércoles a B y el jueves a C"
    let day = context.reading.analysis.dates(in: context.sentence).first {
      $0.date != nil && $0.tokens.lowerBound > and && $0.tokens.upperBound <= to
    }
    guard
      day != nil
        || scan.span(and + 1, to).contains(where: { scan.isOne($0, of: ReceiveWords.afterwards) })
    else { return nil }
    let guests = context.parties(chain.entities).filter { context.entities[$0].kind == .person }
    return guests.isEmpty ? nil : (guests, day)
  }

  func directObject(_ after: Int) -> Chain? {
    let scan = context.scan
    var at = after
    let limit = after + (scan.isSpanish ? 14 : 4)
    if scan.isSpanish, let chain = setOff(after) { return chain }
    // "received in Havana the minister B"
    if !scan.isSpanish, scan.isOne(after, of: PlaceWords.inAt), scan.isCapital(after + 1) {
      at = after + 1
      while scan.isCapital(at) { at += 1 }
      return scan.isDeterminer(at) ? context.arguments.chain(at: at) : inserted(after)
    }
    if !scan.isSpanish, scan.isOne(after, of: PlaceWords.locatives) { return inserted(after) }
    if !scan.isSpanish, let named = context.arguments.apposed(after) { return named }
    while at < min(scan.count, limit) {
      // "recibió a su sucesor, B"
      if scan.isSpanish, scan.isOne(at, of: ArgumentWords.objectMarkers),
        scan.isOne(at + 1, of: Words.possessives), let chain = context.arguments.apposed(at + 1)
      {
        return chain
      }
      // "recibió a una delegación de la OEA encabezada por B"
      if scan.isOne(at, of: ArgumentWords.objectMarkers),
        let chain = context.arguments.delegates(at + 1) ?? context.arguments.examples(at + 1)
      {
        return chain
      }
      if let chain = context.arguments.chains.first(where: { $0.tokens.lowerBound == at }) {
        if !scan.isSpanish { return chain }
        // Spanish marks a person by "a".
        var before = at - 1
        while scan.isDeterminer(before) { before -= 1 }
        // "visitó una planta junto al embajador B"
        if scan.isOne(before - 1, of: ReceiveWords.besides) { return nil }
        if scan.isOne(before, of: ArgumentWords.objectMarkers) { return chain }
        if let object = context.arguments.describedObject(chain) { return object }
        if chain.tokens.contains(where: { scan.isOne($0, of: DelegationWords.groups) }) {
          return chain
        }
        at = chain.tokens.upperBound
        continue
      }
      guard
        scan.isOne(at, of: MeetWords.adverbs) || scan.isDeterminer(at)
          || scan.isSign(at, "both") || scan.isSpanish
      else { return nil }
      if scan.isSpanish, scan.shapes[at].contains(.punctuation), !scan.shapes[at].contains(.glue) {
        // "Recibió el presidente de A, B, al canciller C": the comma that closes the subject.
        let isClosing =
          scan.isSign(at, ",") && scan.isOne(at + 1, of: ArgumentWords.objectMarkers)
          && context.arguments.chains.contains {
            $0.tokens.upperBound == at && $0.tokens.lowerBound >= after
          }
        guard isClosing else { return nil }
      }
      at += 1
    }
    return nil
  }

  /// "received at his office at the Diwan on Tuesday morning the minister B": the person behind places and days.
  func inserted(_ after: Int) -> Chain? {
    let scan = context.scan
    let end = scan.span(after, after + 18).first {
      scan.shapes[$0].contains(.punctuation) || scan.has(.verb, at: $0) && !scan.isCapital($0)
        || scan.isOne($0, of: Words.and) || scan.isOne($0, of: Words.relative)
    }
    return context.arguments.chains.first { chain in
      chain.tokens.lowerBound > after && chain.tokens.lowerBound < end ?? (after + 18)
        && chain.tokens.lowerBound <= after + 16 && !context.arguments.isGoverned(chain)
        && !context.arguments.isOwner(chain)
        && chain.mentions.contains { isAddressed($0) }
        && chain.entities.contains { context.entities[$0].kind == .person }
    }
  }

  /// A mention with an office, or with an honorific before the name.
  func isAddressed(_ mention: Int) -> Bool {
    guard let phrase = context.reading.phrases[mention] else { return false }
    return !phrase.offices.isEmpty
      || phrase.name.map { $0.lowerBound > phrase.range.lowerBound } == true
  }

  /// "recibió la tarde del viernes, en el Salón Bolívar del palacio, al ministro": the object behind what commas set off.
  func setOff(_ after: Int) -> Chain? {
    let scan = context.scan
    var commas: [Int] = []
    for at in scan.span(after, after + 24) {
      if scan.isSign(at, ";") || scan.isSign(at, ":") || scan.isOne(at, of: Words.relative) {
        return nil
      }
      if scan.isSign(at, ",") { commas.append(at) }
      guard let close = commas.last, commas.count == 2, close == at else { continue }
      guard let open = commas.first,
        scan.isOne(open + 1, of: PlaceWords.locatives)
          || scan.isOne(open + 1, of: ReceiveWords.insertions),
        scan.isOne(close + 1, of: ArgumentWords.objectMarkers)
      else { return nil }
      return context.arguments.delegates(close + 2) ?? context.arguments.chain(at: close + 2)
    }
    return nil
  }

  /// "has also convened teachers, faith leaders, and students": several groups in the perfect, on no day, are of many occasions.
  func isTally(_ token: Int, _ guests: [Int], _ frame: MeetingFrame) -> Bool {
    !context.scan.isSpanish && frame.date == nil && guests.count > 1
      && context.scan.span(token - 2, token).contains {
        context.scan.isOne($0, of: ReceiveWords.perfects)
      }
      && guests.allSatisfy { context.entities[$0].kind == .delegation }
  }

  /// "A received the credentials of B", "received copies of credentials from ambassadors B and C": who hands them over.
  func credentials(_ token: Int) -> Chain? {
    let scan = context.scan
    if scan.isSpanish, scan.tokens[token].form.lowercased().hasPrefix("recib") {
      guard
        let paper = scan.span(token + 1, token + 14).first(where: {
          scan.isOne($0, of: ReceiveWords.credentials) || $0 < token + 6 && isVisitOf($0)
        })
      else { return nil }
      // "recibió las cartas credenciales que acreditan a B como embajador"
      if let whom = scan.span(paper + 1, paper + 5).first(where: {
        scan.isOne($0, of: ReceiveWords.accrediting)
      }), scan.isOne(whom + 1, of: ArgumentWords.objectMarkers) {
        return context.arguments.chain(at: whom + 2)
      }
      // "la visita oficial de B", "la visita de cortesía de B"
      let of = [paper + 1, paper + 2, paper + 3].first {
        scan.isOne($0, of: Words.of) && !scan.isSign($0 + 1, "cortesía")
      }
      guard let of, scan.span(paper + 1, of).allSatisfy({ scan.shapes[$0].contains(.lower) })
      else { return nil }
      return context.arguments.examples(of + 1) ?? context.arguments.chain(at: of + 1)
    }
    guard !scan.isSpanish, scan.tokens[token].form.lowercased().hasPrefix("receiv"),
      let paper = scan.span(token + 1, token + 8).first(where: {
        scan.isOne($0, of: ReceiveWords.credentials)
      }),
      let from = scan.span(paper + 1, paper + 3).first(where: {
        scan.isOne($0, of: ReceiveWords.handers)
      })
    else { return nil }
    return context.arguments.chain(at: from + 1) ?? context.arguments.loose(from + 1)
  }

  /// "A recibió la visita de B"
  private func isVisitOf(_ noun: Int) -> Bool {
    context.scan.isSign(noun, "visita") && context.scan.isDeterminer(noun - 1)
  }
}

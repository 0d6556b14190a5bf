import Gazetteer
import Language
import Records

/// What a verb of meeting must pass before it tells of a meeting, and how its object and its companions are found.
extension MeetRule {
  /// "spoke to reporters from B": nobody meets the press; in "met activists, journalists, and B" it is one of several.
  func isOfMedia(_ chain: Chain) -> Bool {
    let first = chain.mentions.first.map { context.reading.analysis.mentions[$0].tokens }
    return (first ?? chain.tokens).contains { context.scan.isOne($0, of: NounWords.media) }
  }

  /// "A hosted B and C to talk about trade": what guests are received for is told by that verb.
  func isWhatFor(_ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, scan.isSign(token - 1, "to"),
      let guests = context.arguments.chains.last(where: { $0.tokens.upperBound <= token - 1 }),
      token - guests.tokens.upperBound <= 8,
      !(guests.tokens.upperBound..<token).contains(where: {
        scan.shapes[$0].contains(.punctuation) || scan.has(.verb, at: $0)
      }),
      let verb = scan.span(guests.tokens.lowerBound - 3, guests.tokens.lowerBound).lazy
        .compactMap({ scan.match(.verb, at: $0) }).first
    else { return false }
    return Int(verb.end) <= guests.tokens.lowerBound
      && MeetWords.receptions.contains(where: scan.tokens[Int(verb.start)].form.hasPrefix)
  }

  /// "ruled out talks with B": the noun takes the company.
  func isNounBetween(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return false }
    return (from..<to).contains { at in
      guard let match = context.scan.match(.noun, at: at) else { return false }
      // "conversó al margen de la cita con B" tells where.
      if NounRule(context: context).isAside(at) { return false }
      // "conversó por videoconferencia con B" tells how.
      return context.mode(ofNoun: match) == nil
        || !(context.scan.isOne(at - 1, of: ModeWords.by)
          || context.scan.isOne(at - 2, of: ModeWords.by))
    }
  }

  /// "a negotiated agreement with B".
  func isAdjective(_ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, token + 1 < scan.count, scan.shapes[token + 1].contains(.lower),
      !scan.isOne(token + 1, of: Resolver.prepositions),
      // "Hosted a dinner": no adjective stands before an article, and the sentence need not be parsed.
      !scan.isDeterminer(token + 1), !scan.isOne(token + 1, of: Words.possessives)
    else { return false }
    let tokens = context.tree.tokens
    return token < tokens.count && tokens[token].relation == .amod
  }

  /// "where he was to meet B, has been called off".
  func isCalledOffLater(_ after: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish else { return false }
    for at in after..<scan.count
    where scan.isOne(at, of: ModalWords.cancels)
      || scan.isSign(at, "called") && scan.isSign(at + 1, "off")
    {
      if (max(after, at - 3)..<at).contains(where: { scan.isOne($0, of: ReceiveWords.passives) }) {
        return true
      }
    }
    return false
  }

  /// "has met with 150+ state legislators", "has met with more than 300 mayors": how many there have been so far.
  func isTally(_ token: Int, _ object: Chain) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish,
      scan.span(token - 2, token).contains(where: { scan.isOne($0, of: MeetWords.have) }),
      object.mentions.allSatisfy({ context.reading.phrases[$0]?.kind == .people })
    else { return false }
    return scan.span(token + 1, object.tokens.upperBound).contains {
      scan.shapes[$0].contains(.digit) && scan.tokens[$0].form.filter(\.isNumber).count > 1
        || scan.isOne($0, of: EnglishPeopleWords.counts)
    }
      && !context.reading.analysis.dates(in: context.sentence).contains {
        $0.role == .at && $0.tokens.lowerBound > token
      }
  }

  /// "will continue to consult": no occasion.
  func isGeneral(_ token: Int) -> Bool {
    (max(0, token - 4)..<token).contains { context.scan.isOne($0, of: MeetWords.continuing) }
  }

  /// "«Me reuní con B», dijo A": who says so behind the quotation.
  func speaker(_ token: Int) -> Chain? {
    let scan = context.scan
    guard scan.span(0, token).contains(where: { scan.shapes[$0].contains(.quote) }),
      let close = (token..<scan.count).first(where: { scan.shapes[$0].contains(.quote) })
    else { return nil }
    let at = scan.isSign(close + 1, ",") ? close + 2 : close + 1
    // "escribió en X el presidente A"
    let next = scan.isOne(at + 1, of: PlaceWords.inAt) && scan.isCapital(at + 2) ? at + 3 : at + 1
    guard scan.isOne(at, of: MeetWords.saying),
      let chain = context.arguments.chain(at: next), !context.arguments.isGoverned(chain),
      chain.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return nil }
    return chain
  }

  func arePersons(_ ids: [Int]) -> Bool {
    !context.scan.isSpanish
      && ids.allSatisfy { id in
        context.entities[id].kind == .person || isDelegation(id)
      } && ids.contains { context.entities[$0].role != nil }
      && (Set(ids.compactMap { context.entities[$0].country }).count > 1
        // "Shell CEO A and Panamanian minister B discussed the terms": a company is a side of its own.
        || ids.count == 2 && ids.contains { context.entities[$0].country != nil }
          && ids.contains { context.entities[$0].country == nil && isOfCompany($0) })
  }

  private func isOfCompany(_ id: Int) -> Bool {
    context.entities[id].role.map {
      $0.hasPrefix("CEO") || $0.lowercased().contains("chief executive")
    } == true
  }

  func isDelegation(_ id: Int) -> Bool {
    context.reading.mentions(in: context.sentence).contains { index in
      context.reading.analysis.mentions[index].entities.contains(id)
        && context.reading.phrases[index]?.kind == .group
    }
  }

  /// True if the parties are named here: "they also discussed" goes on about a meeting told before.
  func isNamed(_ subject: Chain?) -> Bool {
    subject?.mentions.allSatisfy { mention in
      if context.reading.analysis.mentions[mention].form == .name { return true }
      // "The Saudi crown prince and the U.S. national security adviser discussed".
      let phrase = context.reading.phrases[mention]
      return phrase?.kind == .office && phrase?.isPlural == false && phrase?.country != nil
    } == true
  }

  func isPlaceOf(_ subject: Chain?, _ token: Int) -> Bool {
    guard let subject else { return false }
    return context.scan.isOne(subject.tokens.lowerBound - 1, of: MeetWords.places)
      && subject.entities.allSatisfy { context.entities[$0].kind == .government }
  }

  /// "met Lavrov", "met today Lavrov", "meeting bilaterally with".
  func direct(_ after: Int, _ token: Int) -> Chain? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    if let named = context.arguments.apposed(after) ?? named(of: after) { return named }
    var at = after
    // "met the sultanate's de facto ruler": the owner is a common word.
    if scan.isDeterminer(at), scan.isPossessive(at + 2), !scan.isCapital(at + 1) { at += 3 }
    while at < min(scan.count, after + 5),
      !context.arguments.chains.contains(where: { $0.tokens.lowerBound == at })
    {
      // "met each of the two separately"
      let isEach = scan.isOne(at, of: MeetWords.each) || scan.isOne(at - 1, of: MeetWords.each)
      guard scan.isOne(at, of: MeetWords.adverbs) || scan.isDeterminer(at) || isEach else {
        return nil
      }
      at += 1
    }
    return context.arguments.chains.first { $0.tokens.lowerBound == at }
  }

  func isOwned(_ chain: Chain) -> Bool {
    // "met China's demands": what is met is owned by the party.
    context.arguments.isOwner(chain)
  }

  /// True for whom a verb talks to: "discussed trade with Iran" may be a policy, "discussed trade with Zarif" is talk.
  func isTalkable(_ chain: Chain, _ frame: MeetingVerb.Frame) -> Bool {
    if frame == .discuss { return chain.entities.contains { context.entities[$0].kind == .person } }
    // "spoke to the United States Congress" is a speech.
    let scan = context.scan
    return scan.isSpanish
      || !scan.isSign(chain.tokens.lowerBound - 1, "to")
        && !(scan.isDeterminer(chain.tokens.lowerBound - 1)
          && scan.isSign(chain.tokens.lowerBound - 2, "to"))
        && !scan.isSign(chain.tokens.lowerBound, "the")
      || !scan.span(chain.tokens.lowerBound, chain.tokens.upperBound + 1).contains {
        scan.isOne($0, of: MeetWords.assemblies)
      }
  }

  /// "A and B spoke": only where both can be each other's party.
  func isReciprocal(_ subject: Chain?, _ verb: MeetingVerb) -> Bool {
    guard let subject else { return false }
    let ids = context.parties(subject.entities)
    return (context.areOfTwoSides(ids) || areTwoPersons(ids, subject, verb))
      && (verb.frame == .meet || verb.frame == .discuss || verb.form.hasPrefix("sp")
        || verb.form.hasPrefix("ta")
        || verb.form.hasPrefix("co") || verb.form.hasPrefix("dial") || verb.form.hasPrefix("neg")
        || verb.form.hasPrefix("hab") || verb.form.hasPrefix("se sent")
        || verb.form.hasPrefix("sentar")
        || verb.form.hasPrefix("plat")
        || verb.form.hasPrefix("deb") || verb.form.hasPrefix("char")
        || verb.form.hasPrefix("depart") || verb.form.hasPrefix("intercam"))
  }

  /// "Party leader Ilda Moro and rebel chief Pablo Vera met": two who are named in one list meet each other, of one country too.
  private func areTwoPersons(_ ids: [Int], _ subject: Chain, _ verb: MeetingVerb) -> Bool {
    !context.scan.isSpanish && verb.frame == .meet && ids.count == 2 && subject.mentions.count == 2
      && ids.allSatisfy {
        context.entities[$0].kind == .person && context.entities[$0].name?.contains(" ") == true
      }
  }

  /// Two persons or more, of two countries: what they discuss they discuss with each other.
  func isTogether(_ subject: Chain) -> Bool {
    let persons = context.parties(subject.entities).filter { context.entities[$0].kind == .person }
    return persons.count == subject.entities.count && context.areOfTwoSides(persons)
      && persons.allSatisfy {
        context.entities[$0].role != nil || context.entities[$0].country != nil
      }
  }

  /// "urged A to meet B", "instó a A a reunirse con B": A has not met anybody.
  func isUrged(_ subject: Chain, _ token: Int) -> Bool {
    let scan = context.scan
    // "instó a la presidenta de A, B, a reunirse"
    let end = subject.tokens.upperBound
    let isSetOff = scan.isSpanish && scan.isSign(end, ",")
    guard end < token, token - end <= (isSetOff ? 3 : 2),
      scan.isSpanish
        ? scan.isOne(isSetOff ? end + 1 : end, of: PlaceWords.to)
        : scan.isSign(subject.tokens.upperBound, "to")
    else { return false }
    let from = subject.tokens.lowerBound
    return (max(0, from - 3)..<from).contains {
      scan.isOne($0, of: ModalWords.wishes) || scan.isOne($0, of: NounWords.callsFor)
    }
  }

  /// "A hosted B and C to talk about trade", "recibió a B y C para hablar de": what whoever is received comes for.
  func isPurpose(of guests: Chain, _ token: Int) -> Bool {
    let scan = context.scan
    guard guests.tokens.upperBound == token - 1,
      scan.isSpanish ? scan.isSign(token - 1, "para") : scan.isSign(token - 1, "to")
    else { return false }
    var at = guests.tokens.lowerBound - 1
    while at > 0,
      scan.isDeterminer(at) || scan.isSpanish && scan.isOne(at, of: ArgumentWords.objectMarkers)
    { at -= 1 }
    guard at >= 0, let verb = scan.match(.verb, at: at) else { return false }
    let frame = Gazetteer.shared.verbs[Int(verb.index)].frame
    return frame == .receive || frame == .call || frame == .gather
      || frame == .hold && scan.isOne(at, of: NounWords.hosting)
  }

  /// "reviewed cooperation ahead of a trip on which he will meet with B": another verb has the company.
  func isOfOtherClause(_ from: Int, _ to: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish else { return false }
    return (from..<max(from, to)).contains { at in
      scan.isOne(at, of: ModalWords.relatives) && !scan.isOne(at, of: ArgumentWords.that)
        // "reviewed progress following up on A's discussions with B"
        || scan.has(.noun, at: at) && scan.isPossessive(at - 1)
        || at >= to - 3 && !scan.isCapital(at) && !scan.has(.noun, at: at)
          && scan.match(.verb, at: at).map {
            Gazetteer.shared.verbs[Int($0.index)].frame == .meet
          } == true
    }
  }

  /// "agreed for their respective teams to meet", "directed their negotiators to meet".
  func isOfTeams(_ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, scan.isSign(token - 1, "to"),
      scan.isOne(token - 2, of: ArgumentWords.groupNouns)
        || scan.isOne(token - 2, of: MeetWords.deputies)
    else { return false }
    return scan.span(token - 5, token - 2).contains { scan.isOne($0, of: Words.possessives) }
  }

  /// "the statement spoke of a new era": what is spoken of is told to nobody.
  func isSpokenOf(_ token: Int, _ after: Int, _ verb: MeetingVerb) -> Bool {
    !context.scan.isSpanish && verb.frame == .talk && context.scan.isSign(after, "of")
  }

  /// "A and B met troops at the border": what the verb has for its object is nobody who can be named.
  func hasPlainObject(_ after: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, after < scan.count, scan.shapes[after].contains(.lower),
      !scan.isOne(after, of: MeetWords.measures), scan.tokens[after].form.hasSuffix("s"),
      !context.reading.analysis.dates(in: context.sentence).contains(where: {
        $0.tokens.contains(after)
      })
    else { return false }
    return scan.has(.people, at: after) || scan.has(.group, at: after)
      || Annotator().commonClass(scan.tokens[after].form, isSpanish: false) == .noun
  }

  /// "met with a group of farmers": somebody else is met, whom no rule can name.
  func hasUnnamedCounterpart(_ after: Int) -> Bool {
    let scan = context.scan
    for at in scan.span(after, after + 10) {
      if scan.shapes[at].contains(.punctuation), !scan.shapes[at].contains(.glue) { return false }
      // "met in Almaty with no sign of a breakthrough"
      if scan.isOne(at, of: ArgumentWords.withWords) {
        // "met in Geneva with the mediation of France"
        let noun = scan.isDeterminer(at + 1) ? at + 2 : at + 1
        if scan.isOne(noun, of: MeetWords.helps) { return false }
        return scan.isSpanish || at == after || !scan.isOne(at + 1, of: MeetWords.outcomes)
      }
      // "were met by protesters"
      if !scan.isSpanish, scan.isOne(at, of: ArgumentWords.byWords),
        !scan.isSign(after - 2, "to"),
        scan.span(after - 4, after - 1).contains(where: {
          scan.isOne($0, of: ModalWords.pastBeings)
        })
      {
        return true
      }
    }
    return false
  }

  /// "la cumbre que reunirá en Toluca a los presidentes A, B y C": who is brought together.
  func assembled(_ token: Int, _ after: Int) -> [Int]? {
    let scan = context.scan
    let form = scan.tokens[token].form.lowercased()
    guard !hasReflexive(token), ["re", "junt", "congreg"].contains(where: form.hasPrefix) else {
      return nil
    }
    for at in after..<max(after, min(scan.count, after + 14)) {
      if scan.shapes[at].contains(.punctuation) || scan.isOne(at, of: Words.relative)
        || at > after && scan.has(.verb, at: at)
      {
        return nil
      }
      guard scan.isOne(at, of: ArgumentWords.objectMarkers),
        let chain = context.arguments.chain(at: at + 1)
      else { continue }
      var ids = context.parties(chain.entities)
      // "reunió al presidente A con el secretario general B"
      if ids.count == 1,
        let with = context.arguments.with(
          after: chain.tokens.upperBound, words: ArgumentWords.withWords, limit: 3)
      {
        ids += context.parties(with.chain.entities).filter { !ids.contains($0) }
        return ids.count > 1 ? ids : nil
      }
      return context.areOfTwoSides(ids) ? ids : nil
    }
    return nil
  }

  /// True if "con" and a mention follow in the same breath.
  func hasCompanion(_ token: Int, limit: Int) -> Bool {
    let scan = context.scan
    for at in (token + 1)..<max(token + 1, min(scan.count, token + 1 + limit)) {
      if scan.shapes[at].contains(.punctuation) { return false }
      if scan.isOne(at, of: ArgumentWords.withWords) {
        return context.arguments.chain(at: at + 1, slack: 1) != nil
      }
    }
    return false
  }
}

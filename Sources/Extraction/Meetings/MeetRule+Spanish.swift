import Gazetteer
import Language

/// What Spanish verbs of meeting need to mean one: "se", company, another word.
extension MeetRule {
  func hasReflexive(_ token: Int) -> Bool {
    let scan = context.scan
    for at in [token - 2, token - 1, token + 1] where at >= 0 && at < scan.count {
      if ["se", "nos", "me"].contains(scan.tokens[at].form.lowercased()) { return true }
    }
    return false
  }

  /// "A se reunió con B. Mañana lo hará con C": the verb that stands for the one of the sentence before, which tells of a meeting.
  func goesOn(_ token: Int) -> Bool {
    guard token < 9, let last = context.last else { return false }
    return last.sentence == context.sentence - 1
  }

  func isWhere(_ at: Int) -> Bool { context.scan.isOne(at, of: PlaceWords.where) }

  /// "conversa a menudo con B", "se ve con frecuencia con B"
  func isFrequent(_ after: Int) -> Bool {
    let scan = context.scan
    return scan.isSign(after, "a") && scan.isSign(after + 1, "menudo")
      || scan.isSign(after, "con") && scan.isOne(after + 1, of: MeetWords.frequency)
  }

  /// "se encontró con la oposición de B", "con un rechazo": what somebody comes upon.
  private func isMetWithRefusal(_ token: Int) -> Bool {
    let scan = context.scan
    guard
      let with = scan.span(token + 1, token + 4).first(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
      })
    else { return false }
    return scan.span(with + 1, with + 4).contains {
      scan.isOne($0, of: MeetWords.refusals) && scan.isOne($0 + 1, of: Words.of)
    }
  }

  /// "verse de nuevo", "verse las caras", "encontrarse nuevamente".
  func isAgain(_ token: Int) -> Bool {
    let scan = context.scan
    return scan.span(token + 1, token + 4).contains {
      scan.isSign($0, "nuevamente") || scan.isSign($0, "caras")
        || scan.isSign($0, "de") && scan.isSign($0 + 1, "nuevo")
    }
  }

  /// "intercambió también, en horas de la tarde, con su homólogo"
  private func isWithPeer(_ token: Int) -> Bool {
    let scan = context.scan
    return scan.span(token + 1, token + 12).contains {
      scan.isOne($0, of: ArgumentWords.withWords)
        && scan.isOne($0 + 1, of: Words.possessives) && scan.isOne($0 + 2, of: ReceiveWords.peers)
    }
  }

  /// "se habían visto", "se han visto"
  private func isPluralHave(_ token: Int) -> Bool {
    context.scan.span(token - 2, token).contains {
      context.scan.isOne($0, of: UnspokenWords.haves) && context.scan.tokens[$0].form.hasSuffix("n")
    }
  }

  /// "coincidieron en Lima", "coincidió con B en noviembre": at a place or on a day; else they are of one mind.
  private func isAtPlace(_ token: Int) -> Bool {
    let scan = context.scan
    let dates = context.reading.analysis.dates(in: context.sentence)
    guard let at = scan.span(token + 1, token + 14).first(where: { scan.isSign($0, "en") }) else {
      return dates.contains { $0.tokens.lowerBound > token && $0.tokens.lowerBound - token <= 3 }
        && hasCompanion(token, limit: 6)
    }
    return scan.isCapital(at + 1) || dates.contains { $0.tokens.contains(at + 1) }
      || scan.isOne(at + 1, of: Words.determiners) && scan.has(.event, at: at + 2)
  }

  /// "se verán el 18 de marzo", "se verán mañana"
  private func isBeforeDay(_ at: Int) -> Bool {
    context.reading.analysis.dates(in: context.sentence).contains {
      $0.tokens.lowerBound == at
        || context.scan.isDeterminer(at) && $0.tokens.lowerBound == at + 1
    }
  }

  func isSpanishMeeting(_ token: Int, _ verb: MeetingVerb) -> Bool {
    let scan = context.scan
    let form = scan.tokens[token].form.lowercased()
    // "consultó la operación con la familia" is advice.
    if form.hasPrefix("consult") { return hasCompanion(token, limit: 2) }
    if form.hasPrefix("intercambi") || form.hasPrefix("comunic") {
      // "intercambió mensajes", "comunicó la decisión" are no talks.
      if form.hasPrefix("intercambi"), verb.frame != .discuss, isWithPeer(token) { return true }
      return (form.hasPrefix("i") || hasReflexive(token)) && hasCompanion(token, limit: 4)
        || verb.frame == .discuss
        || form.hasPrefix("comunic") && hasReflexive(token) && hasCompanion(token, limit: 9)
    }
    if form.hasPrefix("coincid") { return isAtPlace(token) }
    if form.hasPrefix("est") { return isInCompany(token) }
    guard verb.frame == .meet else { return true }
    // "acordaron volver a verse en agosto": the tokenizer parts the pronoun.
    if form == "ver" || form == "encontrar" && scan.isSign(token + 1, "se") {
      return scan.isOne(token - 2, of: MeetWords.again) || hasCompanion(token, limit: 6)
        || isAgain(token)
    }
    if hasReflexive(token) {
      // "se encuentra en Cuba" is where someone is.
      if form.hasPrefix("encuentr") || form.hasPrefix("encontrab") {
        return scan.isOne(token + 1, of: ArgumentWords.withWords)
      }
      if form.hasPrefix("encontr") {
        if isMetWithRefusal(token) { return false }
        return hasCompanion(token, limit: 8)
          || (form.hasSuffix("aron") || form.hasSuffix("arán")) && !isParticiple(token + 1)
      }
      if form.hasPrefix("v") {
        return hasCompanion(token, limit: 8)
          || (form == "vieron" || form == "visto") && !isParticiple(token + 1)
            && !isParticiple(token + 2) && (form == "vieron" || isPluralHave(token))
          // "y se verán en Roma", but not "se verán las consecuencias"
          || form == "verán"
            && (token + 1 >= scan.count || scan.isOne(token + 1, of: PlaceWords.inside)
              || isBeforeDay(token + 1))
          || context.arguments.isPlural(token) && isAgain(token)
      }
      return true
    }
    if form.hasPrefix("v") || form.hasPrefix("encerr") { return false }
    if ["reun", "junt", "congreg"].contains(where: form.hasPrefix),
      assembled(token, token + 1) != nil
    {
      return true
    }
    if form.hasPrefix("alm") || form.hasPrefix("cen") || form.hasPrefix("desayun") { return true }
    if form.hasPrefix("com") { return hasCompanion(token, limit: 6) }
    return form.hasPrefix("reunid") || form.hasSuffix("se")
  }

  /// "estuvo el martes en Ankara con el presidente B": with a person who has an office or a full name, and nothing between but when
  /// and where.
  private func isInCompany(_ token: Int) -> Bool {
    let scan = context.scan
    guard
      let with = scan.span(token + 1, token + 12).first(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
      }), let company = context.arguments.chain(at: with + 1),
      company.entities.allSatisfy({
        context.entities[$0].kind == .person && context.entities[$0].name != nil
      }),
      let subject = context.arguments.subject(of: token),
      subject.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return false }
    let dates = context.reading.analysis.dates(in: context.sentence)
    let places = context.reading.analysis.places(in: context.sentence)
    return (token + 1..<with).allSatisfy { at in
      scan.isOne(at, of: PlaceWords.inAt) || scan.isDeterminer(at) || scan.isFiller(at)
        || dates.contains { $0.tokens.contains(at) } || places.contains { $0.tokens.contains(at) }
    }
  }
}

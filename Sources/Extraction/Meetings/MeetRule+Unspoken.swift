import Gazetteer
import Language
import Records

/// The subject that a verb of meeting leaves out, and the infinitives that are no fact by themselves.
extension MeetRule {
  /// "Con el rey Felipe VI dialogó el viernes": the company before the verb that has nobody else before it.
  func fronted(_ token: Int) -> Chain? {
    let scan = context.scan
    guard scan.isOne(0, of: ArgumentWords.withWords), token < 24,
      let chain = context.arguments.chain(at: 1), chain.tokens.upperBound <= token,
      (chain.tokens.upperBound..<token).allSatisfy({ at in
        scan.isSign(at, ",") || scan.isOne(at, of: MeetWords.fronting)
      })
    else { return nil }
    return chain
  }

  /// The subject of "after meeting with X, Y said", or of a clause without one.
  func implied(_ token: Int, after end: Int) -> Chain? {
    let form = context.scan.tokens[token].form.lowercased()
    let isNonFinite =
      form.hasSuffix("ing") || form == "meet" || form.hasSuffix("ar") || form.hasSuffix("ir")
      || form.hasSuffix("er") || form.hasSuffix("ndo") || form.hasSuffix("ido")
      || form.hasSuffix("idos") || form.hasSuffix("idas")
      || context.scan.isSpanish && (form.hasSuffix("ado") || form.hasSuffix("ados"))
      || form.hasSuffix("se")
    return isNonFinite ? context.arguments.followingSubject(after: end) : nil
  }

  /// "margen para negociar con", "permite dialogar con": an infinitive that nothing before it makes a fact or a plan.
  func loneInfinitive(_ token: Int) -> String? {
    let scan = context.scan
    guard isInfinitive(token) else { return nil }
    if scan.isOne(token - 1, of: MeetWords.accomplished) || isAtOpening(token) { return nil }
    for at in max(0, token - 24)..<token {
      if scan.isOne(at, of: PlaceWords.travels) || scan.isOne(at, of: JourneyWords.going)
        || scan.isOne(at, of: MeetWords.approaches)
      {
        return nil
      }
    }
    return scan.tokens[token].form
  }

  /// "En la capital tiene previsto reunirse con", "Mañana viajará a Lima para entrevistarse con": a plan or a journey of whoever
  /// was spoken of last.
  func isIntended(_ token: Int) -> Bool {
    let scan = context.scan
    for at in (max(0, token - 14)..<token).reversed() {
      if scan.isOne(at, of: Words.relative) || scan.isSign(at, ";") { return false }
      if scan.isOne(at, of: ModalWords.plans) || scan.isOne(at, of: PlaceWords.travels) {
        return true
      }
    }
    return false
  }

  /// "viaja a Lima para reunirse con": a journey that goes on leads to what is to come.
  func isUnderWay(_ token: Int) -> Bool {
    let scan = context.scan
    // "asked A to travel to Mexico in the coming days to meet B"
    if !scan.isSpanish {
      return scan.isSign(token - 1, "to")
        && scan.span(token - 16, token - 1).contains {
          scan.isSign($0, "travel") && scan.isSign($0 - 1, "to")
        }
    }
    return isInfinitive(token) && scan.isOne(token - 1, of: MeetWords.purpose)
      && scan.span(token - 12, token).contains {
        scan.isOne($0, of: MeetWords.journeys) && scan.isOne($0 + 1, of: MeetWords.directions)
          || scan.isOne($0, of: DestinationWords.visitsNow)
      }
  }

  func isInfinitive(_ token: Int) -> Bool {
    var form = context.scan.tokens[token].form.lowercased()
    if form.hasSuffix("se"), form.utf8.count > 5 { form.removeLast(2) }
    return form.hasSuffix("ar") || form.hasSuffix("er") || form.hasSuffix("ir")
  }

  /// "Volverán a reunirse", "tienen previsto verse": an infinitive behind a verb in the plural.
  private func isOfSeveral(_ token: Int) -> Bool {
    let scan = context.scan
    return scan.span(token - 3, token).contains { at in
      scan.tokens[at].form.hasSuffix("n")
        && (scan.isOne(at, of: MeetWords.severalAgain) || scan.isOne(at, of: ModalWords.plans)
          || scan.isSign(at, "tienen"))
    }
  }

  /// "Al reunirse con B": the tokenizer parts the contraction.
  func isAtOpening(_ token: Int) -> Bool {
    context.scan.isOne(token - 1, of: UnspokenWords.articles)
      && context.scan.isOne(token - 2, of: ArgumentWords.objectMarkers)
  }

  /// "«…», dijo tras reunirse con B": right behind a verb of saying, whose subject the sentence leaves out.
  private func isOfSaying(_ token: Int) -> Bool {
    let scan = context.scan
    guard scan.isOne(token - 1, of: MeetWords.accomplished),
      let saying = scan.span(token - 4, token - 1).last(where: {
        scan.isOne($0, of: MeetWords.saying)
      })
    else { return false }
    return saying == 0 || scan.shapes[saying - 1].contains(.punctuation)
  }

  /// An unspoken Spanish subject.
  func impliedPersons(_ token: Int) -> [Int]? {
    let arguments = context.arguments
    guard context.scan.isSpanish,
      !isInfinitive(token) || token < 6 || isIntended(token) || isOfSaying(token),
      !arguments.hasUnknownSubject(before: token)
    else { return nil }
    if isInfinitive(token) ? isOfSeveral(token) : arguments.isPlural(token) {
      // "Se habían reunido en febrero": those who met in the sentence before.
      return arguments.lastSubjects(before: context.sentence)
        ?? context.last.flatMap {
          $0.sentence == context.sentence - 1 && $0.principals.count == 2 ? $0.principals : nil
        }
        ?? arguments.lastSubject(before: context.sentence).flatMap { $0.count > 1 ? $0 : nil }
        ?? (arguments.hasOwnSubject(before: token)
          ? nil : arguments.lastPair(before: context.sentence))
    }
    return arguments.lastSubject(before: context.sentence)
  }
}

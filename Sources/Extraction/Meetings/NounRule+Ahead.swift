import Gazetteer
import Language

/// What Spanish words before a noun of meeting tell of it by themselves: that it is ahead, or that nothing comes of it.
extension NounRule {
  /// "on the margins of the summit", "al margen de la cumbre"
  func isOnSidelines(_ token: Int) -> Bool {
    context.scan.span(token - (context.scan.isSpanish ? 4 : 7), token).contains {
      context.scan.isOne($0, of: PlaceWords.sidelines)
    }
  }

  /// "conversó al margen de esa cita con B": another meeting than that.
  func isAside(_ token: Int) -> Bool {
    context.scan.isSpanish
      && context.scan.span(token - 4, token).contains {
        context.scan.isOne($0, of: NounWords.besides)
      }
  }

  /// "A's talks with B today will lead to a pact": of the article's own day, and to come.
  func isToLead(_ end: Int, _ frame: MeetingFrame) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, frame.status == .held, let date = frame.date,
      date == context.reading.analysis.article.published, frame.dateSource == .clause
    else { return false }
    let days = context.dateTokens(of: date)
    return days.contains { $0 >= end && scan.isSign($0 + 1, "will") }
  }

  /// "A la espera de la reunión entre A y B", "de cara a su encuentro con B", "ultima los preparativos de la cumbre", "La cancelación
  /// de la reunión": what governs the noun.
  func governed(_ token: Int) -> Modality.Answer? {
    let scan = context.scan
    guard scan.isSpanish else { return nil }
    var at = token - 1
    while at >= 0, token - at < 5,
      scan.isDeterminer(at) || scan.isOne(at, of: ArgumentWords.possessives)
        || scan.isOne(at, of: NounWords.meetingAdjectives)
        || scan.isOne(at, of: AheadWords.adjectives)
    { at -= 1 }
    // "después de que se cancelara la reunión prevista"
    if scan.isOne(at, of: AheadWords.wereCalledOff) { return .cancelled }
    // "abogó por un encuentro con B", "condicionó su reunión con B a"
    let verb = scan.isSign(at, "por") ? at - 1 : at
    if scan.isOne(verb, of: verb == at ? AheadWords.conditioning : AheadWords.pleading) {
      return .refused("only wished for: \"\(scan.tokens[verb].form)\"")
    }
    guard at > 0, scan.isOne(at, of: AheadWords.links) else { return nil }
    let head = at - 1
    if scan.isOne(head, of: AheadWords.calledOff) {
      return scan.isOne(head - 1, of: AheadWords.possible) ? nil : .cancelled
    }
    if scan.isOne(head, of: AheadWords.ahead) { return .planned }
    return scan.isSign(head, "cara") && scan.isOne(head - 1, of: Words.of) ? .planned : nil
  }

  /// "dijo que una reunión con B sería útil", "De celebrarse, la reunión entre A y B sería la primera": only thought of.
  func isImagined(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    guard scan.isSpanish else { return false }
    let isIf = scan.isOne(0, of: Words.of) && scan.isOne(1, of: AheadWords.happening)
    guard isIf || scan.isOne(token - 1, of: NounWords.indefinite) else { return false }
    if isIf, token < 12 { return true }
    let words =
      scan.isOne(end, of: ArgumentWords.withWords)
      ? ArgumentWords.withWords : ArgumentWords.betweenWords
    guard let chain = context.arguments.between(after: end, words: words, slack: 1)?.chain else {
      return false
    }
    let next = chain.tokens.upperBound
    return scan.isOne(scan.isSign(next, ",") ? next + 1 : next, of: AheadWords.wouldBe)
  }

  /// "la reunión entre A y B, que se celebrará el 5 de marzo": the day of the clause that tells when it is.
  func relativeDay(_ end: Int) -> DateMention? {
    let scan = context.scan
    guard scan.isSpanish,
      let que = scan.span(end, end + 26).first(where: { at in
        scan.isSign(at, "que")
          && (scan.isSign(at + 1, "se") && scan.isOne(at + 2, of: AheadWords.occurring)
            || scan.isSign(at + 1, "tendrá") && scan.isSign(at + 2, "lugar"))
      }), !scan.span(end, que).contains(where: { scan.isSign($0, ";") || scan.has(.verb, at: $0) })
    else { return nil }
    return context.reading.analysis.dates(in: context.sentence).first {
      $0.date != nil && $0.tokens.lowerBound > que && $0.tokens.lowerBound - que <= 6
    }
  }

  /// "pospuso hasta el 3 de junio su reunión con B", "se aplazó al viernes": a new day right behind a verb that puts off.
  func putOff(by verb: Int?) -> DateMention? {
    let scan = context.scan
    guard scan.isSpanish, let verb, scan.isOne(verb, of: ModalWords.cancels) else { return nil }
    return context.reading.analysis.dates(in: context.sentence).first { day in
      day.date != nil && day.tokens.lowerBound > verb && day.tokens.lowerBound - verb <= 5
        && scan.span(verb + 1, day.tokens.lowerBound + 1).contains {
          scan.isOne($0, of: AheadWords.until)
        }
    }
  }
}

enum AheadWords {
  static let links = Words.set("de del a al para l")
  static let adjectives = Words.set("esperada esperado ansiada prevista previsto próxima próximo")
  static let calledOff = Words.set(
    "cancelación suspensión anulación aplazamiento postergación desconvocatoria")
  static let wereCalledOff = Words.set(
    "cancelara cancelaran suspendiera suspendieran aplazara aplazaran pospusiera postergara anulara"
  )
  static let possible = Words.set("posible eventual")
  static let ahead = Words.set(
    "espera vísperas víspera preparativos antesala preparación puertas")
  static let occurring = Words.set(
    "celebrará realizará llevará instalará efectuará desarrollará iniciará reanudará")
  static let pleading = Words.set("abogó abogaron aboga abogan apostó apostaron apuesta")
  static let conditioning = Words.set("condicionó condicionaron condiciona supeditó supedita")
  static let happening = Words.set("celebrar producir concretar realizar confirmar")
  static let wouldBe = Words.set("sería serían ayudaría permitiría podría supondría contribuiría")
  static let until = Words.set("hasta para al a")
}

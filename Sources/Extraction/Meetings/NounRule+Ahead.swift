import Gazetteer
import Language

/// What Spanish words before a noun of meeting tell of it by themselves: that it is ahead, or that nothing comes of it.
extension NounRule {
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
    guard at > 0, scan.isOne(at, of: AheadWords.links) else { return nil }
    let head = at - 1
    if scan.isOne(head, of: AheadWords.calledOff) {
      return scan.isOne(head - 1, of: AheadWords.possible) ? nil : .cancelled
    }
    if scan.isOne(head, of: AheadWords.ahead) { return .planned }
    return scan.isSign(head, "cara") && scan.isOne(head - 1, of: Words.of) ? .planned : nil
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
  static let possible = Words.set("posible eventual")
  static let ahead = Words.set(
    "espera vísperas víspera preparativos antesala preparación puertas")
  static let until = Words.set("hasta para al a")
}

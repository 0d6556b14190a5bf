import Language

/// What Spanish sentences say of a meeting behind its verb.
extension Modality {
  /// "se dijo que A se reuniría con B, pero eso fue descartado por su vocera", "..., lo que desmintió C": the word that denies what a
  /// conditional or a future has told before it; nil if none does.
  func denial(behind verb: Int) -> String? {
    guard scan.isSpanish,
      isFuture(verb) || scan.tokens[verb].form.hasSuffix("ría")
        || scan.tokens[verb].form.hasSuffix("rían"),
      let at = scan.span(verb + 1, verb + 40).first(where: {
        scan.isOne($0, of: DenialWords.participles) && scan.isOne($0 - 1, of: DenialWords.beings)
          || scan.isOne($0, of: DenialWords.finite)
            && scan.isOne($0 - 1, of: DenialWords.objects)
      }),
      // "descartó que fuera a renunciar": another thing.
      !scan.isSign(at + 1, "que"),
      !scan.span(verb + 1, at).contains(where: { scan.isSign($0, ";") })
    else { return nil }
    let subject = scan.span(verb + 1, at).contains { scan.isOne($0, of: DenialWords.subjects) }
    return subject || scan.isOne(at, of: DenialWords.finite) ? scan.tokens[at].form : nil
  }
}

enum DenialWords {
  static let participles = Words.set(
    "descartado descartada desmentido desmentida negado negada rechazado rechazada")
  static let beings = Words.set("fue sido es fueron")
  static let finite = Words.set("descartó desmintió negó descartaron desmintieron negaron rechazó")
  static let objects = Words.set("lo que cual")
  /// "eso fue descartado", "la versión fue desmentida"
  static let subjects = Words.set(
    "esto eso ello cual versión información noticia reunión encuentro posibilidad extremo cita rumor especie"
  )
}

import Language

/// "Finland became the 31st country to sign the accord", "Ecuador se convirtió en el primer país en sumarse": an infinitive of
/// what has been done by the one that became it.
extension AgreementActs {
  private static let ranks: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "latest", "last", "newest", "only", "primer",
    "primera",
    "primero", "segundo", "segunda", "tercer", "tercero", "tercera", "ultimo", "ultima", "unico",
    "unica",
  ]

  /// The verb of becoming before an infinitive of signing or joining, or before "the 100th party"; nil if there is none.
  func becoming(before index: Int) -> Int? {
    let lowest = max(0, index - 14)
    guard
      let verb = (lowest..<index).last(where: {
        ["become", "convertir", "ser"].contains(sentence.lemma($0))
          || ["becoming", "convirtiera", "convierte", "convirtio"].contains(sentence.word($0))
      }),
      (verb + 1..<index).contains(where: { isRank($0) }),
      !(verb + 1..<index).contains(where: {
        sentence.isRelative($0) || sentence.isFinite($0) || [",", ";"].contains(sentence.word($0))
      })
    else { return nil }
    return verb
  }

  private func isRank(_ index: Int) -> Bool {
    let word = sentence.word(index)
    if Self.ranks.contains(word) { return true }
    if let first = word.first, first.isNumber {
      return ["st", "nd", "rd", "th", "º", "ª", "°"].contains { word.hasSuffix($0) }
    }
    return sentence.language == .english
      ? word.hasSuffix("tieth") || word.hasSuffix("teenth") || word.hasSuffix("-first")
        || word.hasSuffix("-second")
      : word.hasSuffix("esimo") || word.hasSuffix("esima")
  }
}

extension AgreementActors {
  /// Who became the first to sign: the subject of a finite verb of becoming, else the one told right before it ("welcomed
  /// Singapore becoming the first state to join").
  func ranked(_ token: Int) -> [Int] {
    guard let verb = AgreementActs(sentence: sentence).becoming(before: token) else { return [] }
    // "On becoming", "Singapore becoming"; "que Ecuador se convirtiera"
    let near = parties.entities(in: max(0, verb - 4)..<verb, of: sentence, subjectOnly: false)
    if !sentence.isFinite(verb) || sentence.features(verb).contains(.subjunctive),
      let last = near.last
    {
      return [last]
    }
    return parties.subject(of: verb, in: sentence)
  }
}

import Language

/// What names an agreement behind its noun.
extension AgreementPhrase {
  /// The end of what names the agreement: prepositional phrases, an infinitive, in Spanish adjectives and a participle.
  func right(from start: Int, head: Int, isName: Bool) -> Int {
    var index = start
    let limit = min(sentence.count, head + 26)
    if sentence.language == .spanish {
      while index < limit,
        sentence.upos(index) == .adj
          || sentence.isHyphen(index) && sentence.upos(index + 1) == .adj,
        !dated.contains(index)
      { index += 1 }
      while index < limit, sentence.upos(index) == .adv, sentence.upos(index + 1) == .adj {
        index += 2
      }
      if sentence.word(index) == "marco" { index += 1 }
      // "Bilateral, nacional y temporal"
      if sentence.upos(index - 1) == .adj, sentence.word(index) == ",",
        sentence.upos(index + 1) == .adj, ["y", "e"].contains(sentence.word(index + 2)),
        sentence.upos(index + 3) == .adj
      {
        index += 4
      }
      // "Acuerdo Marco", "Tratado Norte": names.
      while isName, index < limit, sentence.isCapitalized(index), sentence.isNominal(index) {
        index += 1
      }
      // "Convenio 137"
      if sentence.upos(index) == .num, !dated.contains(index) { index += 1 }
      // "Convención N.º 138"
      if ["no", "nº", "n", "n°", "n.º", "num"].contains(sentence.word(index)),
        sentence.upos(index + 1) == .num
      {
        index += 1
      }
      if sentence.upos(index) == .num,
        ["nº", "n°", "n.º", "num"].contains(sentence.word(index - 1))
      {
        index += 1
      }
    } else {
      // "START II", "Protocol 14"
      while index < limit,
        sentence.upos(index) == .propn || sentence.upos(index) == .num && !dated.contains(index)
      { index += 1 }
    }
    // "Ruso-estadunidense"
    while index + 1 < limit, sentence.isHyphen(index), !sentence.tokens[index].spaceAfter,
      !sentence.tokens[index - 1].spaceAfter
    { index += 2 }
    index = acronym(at: index)
    if sentence.language == .spanish, sentence.isA(.participle, index),
      let end = participle(at: index, limit)
    {
      return end
    }
    // "Signed in November 2019 with the government"
    if sentence.language == .english, isSigned(index), let end = dated(at: index + 1, limit) {
      index = end
    } else if sentence.language == .english, isSigned(index),
      ["between", "with"].contains(sentence.word(index + 1))
    {
      index += 1
    }
    while index < limit {
      guard
        let end = joined(at: index, limit, head: head) ?? worth(at: index, limit)
          ?? prepositional(at: index, limit)
          ?? infinitive(at: index, limit) ?? dated(at: index, limit) ?? gerund(at: index, limit)
          ?? led(at: index, limit)
      else { break }
      index = acronym(at: end)
    }
    return index
  }

  /// "Acuerdo de Diálogo Político y de Cooperación": a name that goes on behind "and".
  private func joined(at index: Int, _ limit: Int, head: Int) -> Int? {
    guard sentence.language == .spanish, ["y", "e"].contains(sentence.word(index)),
      ["de", "sobre", "para"].contains(sentence.word(index + 1)), sentence.isCapitalized(head),
      sentence.isCapitalized(index + 2)
    else { return nil }
    return prepositional(at: index + 1, limit)
  }

  /// "Of November 9, 2020", "de 1976": the date by which an agreement is known.
  func named(at index: Int) -> Int? {
    guard ["of", "de"].contains(sentence.word(index)) else { return nil }
    var end = index + 1
    while sentence.isDeterminer(end) && !calendar.contains(end) { end += 1 }
    guard calendar.contains(end) else { return nil }
    while calendar.contains(end) { end += 1 }
    return end
  }

  /// "In Gaza", "en la frontera común": where the arms are silent.
  func place(at index: Int) -> Int? {
    guard ["in", "en"].contains(sentence.word(index)), !isTime(index),
      sentence.isCapitalized(index + 1) && !isMade(before: index)
        || sentence.isDeterminer(index + 1)
          && (index + 2..<index + 6).contains(where: {
            ["strip", "region", "border", "enclave", "franja", "frontera"].contains(
              sentence.word($0))
          })
    else { return nil }
    let end = nounPhrase(at: index + 1, min(sentence.count, index + 9), joins: false)
    return end > index + 1 ? end : nil
  }

  /// "Agreed on a truce in Geneva": the place is where it was made.
  private func isMade(before index: Int) -> Bool {
    (max(0, index - 8)..<index).contains { at in
      (sentence.isVerb(at) || sentence.upos(at) == .noun) && !sentence.isA(.direct, at)
        && sentence.lexicon.acts(sentence.lemma(at), sentence.language).contains {
          $0.status == .signed
        }
    }
  }

  /// "El acta donde se declara a la región zona de paz": the clause by which a noun that says nothing is known.
  func declaring(at index: Int) -> Int? {
    guard sentence.language == .spanish else { return nil }
    let verb: Int
    if sentence.word(index) == "donde", sentence.word(index + 1) == "se" {
      verb = index + 2
    } else if ["en", "por"].contains(sentence.word(index)), sentence.isDeterminer(index + 1),
      ["que", "cual"].contains(sentence.word(index + 2)), sentence.word(index + 3) == "se"
    {
      verb = index + 4
    } else {
      return nil
    }
    guard sentence.isFinite(verb) else { return nil }
    let limit = min(sentence.count, verb + 16)
    var end = verb + 1
    while end < limit, sentence.upos(end) != .punct || sentence.isQuote(end) { end += 1 }
    return end < limit ? end : nil
  }

  /// "Worth $1.2 billion", "por 200 millones de dólares", "a nivel de personal".
  func worth(at index: Int, _ limit: Int) -> Int? {
    var next = index + 1
    switch sentence.word(index) {
    case "worth": break
    case "valued": next += 1
    case "por": break
    case "valorado", "valuado": next += 1
    case "a" where sentence.word(index + 1) == "nivel" && sentence.word(index + 2) == "de":
      return nounPhrase(at: index + 3, limit, joins: false)
    default: return nil
    }
    while ["about", "some", "up", "to", "nearly", "over", "unos", "mas", "de", "hasta", "cerca"]
      .contains(sentence.word(next))
    { next += 1 }
    guard sentence.upos(next) == .num || sentence.upos(next) == .sym || sentence.word(next) == "$"
    else { return nil }
    while next < limit,
      sentence.isNominal(next) || sentence.word(next) == "$"
        || sentence.word(next) == "de" && sentence.isNoun(next + 1),
      !dated.contains(next)
    {
      if Self.units.contains(sentence.word(next)) { return nil }
      next += 1
    }
    // "(about 13.4 million U.S. dollars)"
    if sentence.word(next) == "(",
      let close = (next..<min(sentence.count, next + 10)).first(where: { sentence.word($0) == ")" })
    {
      next = close + 1
    }
    return next
  }

  private static let units: Set<String> = [
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hours", "ano", "anos",
    "mes", "meses", "semanas", "dias", "horas",
  ]

  /// "For another five years": how long, which is no part of the name.
  func isDuration(_ preposition: Int) -> Bool {
    ["for", "por"].contains(sentence.word(preposition))
      && (preposition + 1..<preposition + 5).contains {
        Self.units.contains(sentence.word($0))
          && sentence.upos($0 - 1) != .punct
          && (preposition + 1..<$0).contains { sentence.upos($0) == .num }
      }
  }

  /// "Between the government and a consortium led by X".
  func led(at index: Int, _ limit: Int) -> Int? {
    guard ["led", "headed", "encabezado", "liderado"].contains(sentence.word(index)),
      ["by", "por"].contains(sentence.word(index + 1)), sentence.isCapitalized(index + 2)
    else { return nil }
    let end = nounPhrase(at: index + 2, limit, joins: false)
    return end > index + 2 ? end : nil
  }

  /// "Declaration marking the 25th anniversary".
  func gerund(at index: Int, _ limit: Int) -> Int? {
    guard ["marking", "governing", "regulating", "establishing"].contains(sentence.word(index))
    else { return nil }
    let end = nounPhrase(at: index + 1, limit, joins: false)
    return end > index + 1 ? end : nil
  }

  /// "Last week between A and B", "de la semana pasada entre A y B": a date within the phrase, which goes on behind it.
  func dated(at index: Int, _ limit: Int) -> Int? {
    var next = index
    if sentence.upos(next) == .adp, isTime(next) { next += 1 }
    while next < min(limit, index + 6), sentence.isDeterminer(next) || dated.contains(next) {
      next += 1
    }
    guard next > index, dated.contains(next - 1) else { return nil }
    // "An agreement last week on gas", "un acuerdo ayer para abrir la frontera"
    if sentence.word(next) == "to" { return infinitive(at: next, limit) }
    guard ["between", "with", "on", "entre", "con", "sobre", "para"].contains(sentence.word(next))
    else { return nil }
    return prepositional(at: next, limit)
  }

  func isSigned(_ index: Int) -> Bool {
    ["signed", "reached", "concluded", "negotiated", "struck", "made", "agreed", "brokered"]
      .contains(sentence.word(index))
      && !sentence.isFinite(index - 1)
  }

  /// "(AfCFTA)" behind the noun or a name.
  func acronym(at index: Int) -> Int {
    guard sentence.word(index) == "(", sentence.word(index + 2) == ")",
      sentence.isCapitalized(index + 1)
    else { return index }
    return index + 3
  }

  /// "Alcanzado en Ginebra", "suscrito entre Buenos Aires y Teherán para …".
  func participle(at index: Int, _ limit: Int) -> Int? {
    let next = index + 1
    guard next < limit, sentence.upos(next) == .adp, !isTime(next) else { return nil }
    guard ["en", "entre", "con", "por"].contains(sentence.word(next)) else { return nil }
    var end = nounPhrase(at: next + 1, limit, joins: true)
    guard end > next + 1 else { return nil }
    while end < limit, let more = prepositional(at: end, limit) { end = more }
    return end
  }

  func isTime(_ preposition: Int) -> Bool {
    var index = preposition + 1
    while index < sentence.count,
      sentence.isDeterminer(index) || sentence.upos(index) == .adj && !dated.contains(index)
    { index += 1 }
    return dated.contains(index) || dated.contains(preposition + 1)
  }

  /// "With the mediation of Qatar", "con el apoyo de la ONU": by whose help, which is no part of the name.
  private func isHelped(_ preposition: Int) -> Bool {
    ["with", "con"].contains(sentence.word(preposition))
      && (preposition + 1...preposition + 2).contains { sentence.isA(.helper, $0) }
  }

  /// "With his Togolese counterpart", "con su par", "with several other countries": who else signs, which is no part of the name.
  func isWithCounterpart(_ preposition: Int) -> Bool {
    guard ["with", "con"].contains(sentence.word(preposition)) else { return false }
    let first = sentence.word(preposition + 1)
    if ["several", "other", "various", "many", "varios", "otros", "varias", "diversos"].contains(
      first)
    {
      return (preposition + 2...preposition + 3).contains {
        ["country", "countries", "nations", "states", "paises", "naciones"].contains(
          sentence.word($0))
      }
    }
    guard ["his", "her", "their", "its", "su", "sus"].contains(first) else { return false }
    return (preposition + 2...preposition + 4).contains {
      [
        "counterpart", "counterparts", "colleague", "homologo", "homologa", "homologos", "par",
        "colega",
      ]
      .contains(sentence.word($0))
    }
  }

  /// A preposition that goes on with the name, and what it takes.
  func prepositional(at index: Int, _ limit: Int) -> Int? {
    if isDuration(index) || isHelped(index) || isWithCounterpart(index) { return nil }
    // "América Latina como Zona de Paz"
    if sentence.word(index) == "como", sentence.isCapitalized(index + 1) {
      return nounPhrase(at: index + 1, limit, joins: false)
    }
    if isField(index) {
      let end = nounPhrase(at: index + 1, limit, joins: false)
      return end > index + 1 ? end : nil
    }
    // "Statement by the leaders of A and B"
    if sentence.word(index) == "by", sentence.isDeterminer(index + 1),
      sentence.isA(.joint, index + 2)
    {
      let end = nounPhrase(at: index + 1, limit, joins: false)
      return prepositional(at: end, limit) ?? end
    }
    guard index + 1 < limit,
      sentence.upos(index) == .adp || sentence.upos(index) == .sconj
        || sentence.upos(index) == .part || sentence.upos(index) == .verb,
      sentence.isA(.link, index), sentence.word(index) != "to" || sentence.isDeterminer(index + 1),
      !isTime(index)
    else { return nil }
    if sentence.language == .spanish, sentence.word(index) == "a", !sentence.isNoun(index + 1),
      !sentence.isDeterminer(index + 1)
    {
      return nil
    }
    if sentence.language == .spanish, sentence.word(index) == "a", !isToward(index) { return nil }
    if sentence.word(index + 1) == "behalf" { return nil }
    // "for resuming exports", "para investigar el atentado"
    if let end = verbPhrase(at: index + 1, limit) { return end }
    let joins = ["between", "entre", "among"].contains(sentence.word(index))
    var end = nounPhrase(at: index + 1, limit, joins: joins)
    // "Between the Government of Chad, the Front and the Movement": the list goes on behind "of".
    while joins, end > index + 1, ["of", "de"].contains(sentence.word(end)) {
      let more = nounPhrase(at: end + 1, limit, joins: joins)
      if more <= end + 1 { break }
      end = more
    }
    return end > index + 1 ? end : nil
  }

  /// "De apoyo al proceso", "de adhesión de Bolivia al Mercosur": a noun behind which "a" goes on.
  func isToward(_ preposition: Int) -> Bool {
    var index = preposition - 1
    while index >= max(0, preposition - 5),
      sentence.isNominal(index) || sentence.word(index) == "de"
    {
      if sentence.isA(.toward, index) { return true }
      index -= 1
    }
    return false
  }

  /// "En materia de salud", "en agricultura": what it is about; not "en vigor", "en Ginebra".
  func isField(_ index: Int) -> Bool {
    // "Cooperation in culture"
    if sentence.word(index) == "in", !isTime(index),
      ["cooperation", "collaboration", "partnership"].contains(sentence.word(index - 1)),
      sentence.upos(index + 1) == .noun || sentence.word(index + 1) == "the"
    {
      return !sentence.isCapitalized(index + 1)
    }
    guard sentence.language == .spanish, sentence.word(index) == "en", !isTime(index),
      sentence.upos(index + 1) == .noun && !sentence.isCapitalized(index + 1)
        || sentence.word(index + 1) == "materia"
    else { return false }
    return ![
      "vigor", "vigencia", "curso", "marcha", "cuestion", "secreto", "presencia", "torno",
      "negociacion", "discusion", "papel", "caso", "medio", "manos", "cuanto", "lugar",
      "declaraciones", "presencia", "relacion", "dias", "horas", "ceremonia", "reunion",
    ]
    .contains(sentence.word(index + 1))
  }

  /// A prepositional phrase or an infinitive by which a noun phrase goes on; nil if none begins here.
  func continuation(at index: Int, _ limit: Int) -> Int? {
    prepositional(at: index, limit) ?? infinitive(at: index, limit)
  }

  /// "To end the war".
  func infinitive(at index: Int, _ limit: Int) -> Int? {
    guard sentence.language == .english, sentence.word(index) == "to", !isRaised(index) else {
      return nil
    }
    return verbPhrase(at: index + 1, limit)
  }

  /// "We expect the deal to begin": the infinitive belongs to the verb before.
  func isRaised(_ index: Int) -> Bool {
    (max(0, index - 9)..<index).contains { sentence.isVerb($0) && sentence.isA(.raising, $0) }
  }
}

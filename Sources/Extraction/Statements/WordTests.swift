import Language

/// What the rules ask about single words.
extension Passage {
  func isComma(_ index: Int) -> Bool { words[index].key == "," }

  func isDash(_ index: Int) -> Bool {
    switch words[index].key.utf8.first {
    case UInt8(ascii: "-"), 0xE2: ["-", "–", "—", "--"].contains(words[index].key)
    default: false
    }
  }

  func isPunctuation(_ index: Int) -> Bool {
    guard let first = words[index].key.unicodeScalars.first else { return true }
    if !QuoteMark.isWord(first), first != "$", first != "%", first != "@", first != "#" {
      return true
    }
    return words[index].upos == .punct
  }

  func isQuoteMark(_ index: Int) -> Bool {
    guard let first = words[index].key.unicodeScalars.first else { return false }
    return QuoteMark.read(first) != nil || words[index].key == "''" || words[index].key == "``"
  }

  func isSentenceEnd(_ index: Int) -> Bool {
    switch words[index].key.utf8.first {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xE2:
      [".", "!", "?", "...", "…", ".."].contains(words[index].key)
    default: false
    }
  }

  func isPreposition(_ index: Int) -> Bool { PlainWords.prepositions.contains(words[index].key) }

  func isAdverbial(_ index: Int) -> Bool {
    PlainWords.adverbs.contains(words[index].key)
      || (words[index].upos == .adv && !PlainWords.relatives.contains(words[index].key))
  }

  /// "'s", or the mark alone behind a name in -s ("Morales' office").
  func isPossessiveMark(_ index: Int) -> Bool {
    switch words[index].key {
    case "'s", "’s": true
    case "'", "’":
      index > 0 && words[index - 1].end == words[index].start && words[index - 1].key.hasSuffix("s")
    default: false
    }
  }

  func isConjunction(_ index: Int) -> Bool { PlainWords.conjunctions.contains(words[index].key) }

  func isRelative(_ index: Int) -> Bool { PlainWords.relatives.contains(words[index].key) }

  /// True if a sentence says that it is another's turn now ("por su parte", "for her part"), among its first words.
  func turns(in sentence: Range<Int>) -> Bool {
    let end = min(sentence.upperBound, sentence.lowerBound + 12)
    for index in sentence.lowerBound..<end where index + 2 < sentence.upperBound {
      let keys = (words[index].key, words[index + 1].key, words[index + 2].key)
      switch keys {
      case ("por", "su", "parte"), ("por", "su", "lado"), ("a", "su", "vez"), ("a", "su", "turno"),
        ("for", "his", "part"),
        ("for", "her", "part"):
        return true
      default: continue
      }
    }
    return false
  }

  /// "the", "la"; the Spanish "a" is none.
  func isArticle(_ index: Int) -> Bool {
    PlainWords.articles.contains(words[index].key)
      && !(words[index].key == "a" && language(at: index) == .spanish)
  }

  /// The end of the mention of these entities that begins at a word ("El canciller, *Abel Soto*, …"); nil if none does.
  func mentionEnd(startingAt index: Int, of entities: [Int]) -> Int? {
    guard !entities.isEmpty, words.indices.contains(index), words[index].mention >= 0 else {
      return nil
    }
    let mention = words[index].mention
    return analysis.mentions[mention].entities == entities
      && mentionWords[mention].lowerBound == index ? mentionWords[mention].upperBound : nil
  }

  /// "Ossa, alias «El Puma», dijo", "Lund, known as «the Bear», said": true for a quotation that is a name of whom it follows.
  func isNickname(_ quote: Int) -> Bool {
    let first = quoteWords[quote].lowerBound
    guard first > 1, quoteWords[quote].count <= 7 else { return false }
    let before = words[first - 1].key
    if ["alias", "nicknamed", "dubbed", "apodado", "apodada", "llamado", "llamada"].contains(before)
    {
      return true
    }
    return ["as", "como"].contains(before)
      && ["known", "conocido", "conocida"].contains(words[first - 2].key)
  }

  /// True for a word of the name of a country.
  func isCountry(_ index: Int) -> Bool {
    guard words[index].mention >= 0 else { return false }
    let mention = analysis.mentions[words[index].mention]
    return mention.form == .name && mention.entities.count == 1
      && analysis.entities[mention.entities[0]].kind == .government
  }

  /// "a day after", "hours before", "dos semanas después": how long before or after something else.
  func isTimeSpan(_ start: Int, _ limit: Int) -> Bool {
    var at = start
    while at < limit, at - start < 3, !PlainWords.timeUnits.contains(words[at].key) {
      guard words[at].upos == .det || words[at].upos == .num || words[at].upos == .adj else {
        return false
      }
      at += 1
    }
    guard at + 1 < limit, PlainWords.timeUnits.contains(words[at].key) else { return false }
    return ["after", "before", "later", "earlier", "después", "antes"].contains(words[at + 1].key)
  }

  /// True for a verb in a finite form; before tagging never.
  func isFiniteVerb(_ index: Int) -> Bool {
    let upos = words[index].upos
    guard upos == .verb || upos == .aux else { return false }
    let features = words[index].features
    if features.contains(.infinitive) || features.contains(.gerund) { return false }
    return !features.contains(.participle) || features.contains(.finite)
  }
}

/// Closed classes of words in both languages.
enum PlainWords {
  static let prepositions: Set<String> = [
    "of", "for", "to", "in", "on", "at", "by", "with", "from", "between", "among", "against",
    "about", "into", "over", "under", "after", "before", "during", "near", "since", "until",
    "through", "via", "despite", "following", "without", "within", "alongside", "amid", "de",
    "del", "en", "a", "al", "por", "para", "con", "sin", "sobre", "entre", "desde", "hasta",
    "hacia", "durante", "tras", "ante", "contra", "mediante", "bajo", "según",
  ]
  /// Prepositions that join nouns to a noun: what stands before them may be the head.
  static let nounLinks: Set<String> = [
    "of", "for", "to", "in", "from", "at", "on", "with", "against", "'s", "de", "del", "para",
    "en", "ante", "por", "con", "al", "a",
  ]
  static let adverbs: Set<String> = [
    "also", "again", "later", "earlier", "further", "then", "now", "already", "repeatedly",
    "recently", "previously", "once", "instead", "simply", "still", "just", "only", "both",
    "ya", "también", "además", "luego", "después", "entonces", "asimismo", "igualmente", "hoy",
    "ayer", "tampoco", "aún", "todavía", "antes", "recientemente", "posteriormente", "finalmente",
    "así", "mañana", "nuevamente", "reiteradamente",
  ]
  static let conjunctions: Set<String> = [
    "and", "but", "while", "as", "though", "although", "or", "y", "e", "pero", "mientras",
    "aunque", "sino", "ni",
  ]
  /// What opens a clause that tells when or how something was said.
  static let circumstances: Set<String> = [
    "as", "while", "when", "before", "after", "during", "upon", "shortly", "moments", "cuando",
    "mientras", "tras", "antes", "después", "durante", "poco", "luego", "al",
  ]
  /// Units of time by which events are set apart ("a day after", "dos semanas después").
  static let timeUnits: Set<String> = [
    "minute", "hour", "day", "week", "month", "year", "minutes", "hours", "days", "weeks",
    "months", "years", "minuto", "hora", "día", "semana", "mes", "año", "minutos", "horas", "días",
    "semanas", "meses", "años",
  ]
  static let relatives: Set<String> = [
    "who", "which", "whose", "whom", "where", "quien", "quienes", "que", "cual", "cuales", "cuyo",
    "cuya", "donde",
  ]
  static let have: Set<String> = [
    "has", "have", "had", "'ve", "'s", "ha", "han", "había", "habían", "haya", "hayan", "having",
  ]
  static let be: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "fue", "fueron", "es", "son", "era", "eran",
    "sido", "ser", "siendo", "sea", "está", "están", "estaba",
  ]
  static let modals: Set<String> = [
    "will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll", "'d",
  ]
  static let negations: Set<String> = [
    "not", "n't", "never", "neither", "nor", "no", "nunca", "jamás", "tampoco",
  ]
  /// What begins a subject of which nothing is told to have been said.
  static let nobody: Set<String> = [
    "neither", "nor", "nobody", "none", "no", "ni", "nadie", "ninguno", "ninguna", "ningún",
  ]
  static let clitics: Set<String> = ["se", "lo", "la", "los", "las", "le", "les", "me", "nos"]
  static let articles: Set<String> = [
    "the", "a", "an", "el", "la", "los", "las", "un", "una", "unos", "unas", "lo",
  ]
  /// What is denied to somebody, not of something.
  static let refusable: Set<String> = [
    "entry", "access", "permission", "visa", "visas", "bail", "asylum", "entrada", "acceso",
    "permiso", "visado", "asilo", "ingreso", "paso", "sobrevuelo",
  ]
  /// "One of", "varios de".
  static let quantities: Set<String> = [
    "one", "two", "three", "some", "several", "many", "most", "another", "uno", "una", "dos",
    "tres", "alguno", "algunos", "algunas", "varios", "varias", "otro", "otra", "muchos",
  ]
  /// People who look on: none of those whom an article has named as doing something.
  static let onlookers: Set<String> = [
    "participants", "attendees", "participantes", "asistentes", "experts", "analysts", "critics",
    "observers", "residents", "witnesses", "economists",
    "expertos", "analistas", "críticos", "observadores", "vecinos", "testigos", "economistas",
    "especialistas", "specialists",
  ]
  /// "Thousands of", "cientos de": how many, not who.
  static let multitudes: Set<String> = [
    "number", "majority", "handful", "mayoría", "mitad", "veintena", "treintena", "dozens",
    "scores",
    "hundreds", "thousands", "millions", "decenas", "docenas", "centenares",
    "cientos", "miles", "millares", "millones",
  ]
  /// Nouns that end like those of people.
  static let thingsLikePeople: Set<String> = [
    "numbers", "papers", "orders", "powers", "letters", "matters", "figures", "others", "covers",
    "offers", "lista", "listas", "vista", "vistas", "pista", "pistas", "entrevista", "entrevistas",
    "revista", "revistas", "conquista", "factores", "motores", "indicadores", "banderas",
    "fronteras", "carreteras", "barreras", "maneras", "computadora", "primeros", "primeras",
    "terceros", "eras", "dineros",
  ]
  /// Adverbs that belong to the noun or the number behind them.
  static let degrees: Set<String> = [
    "both", "more", "less", "fewer", "most", "nearly", "almost", "about", "around", "some", "más",
    "menos", "casi", "muy", "tan", "tanto", "bastante", "demasiado", "mayor", "mejor",
  ]
  static let hearers: Set<String> = [
    "reporters", "journalists", "reporteros", "periodistas", "prensa", "medios", "radio",
    "televisión", "him", "her", "them", "media", "press",
  ]
  /// Phrases that say nothing of the content and may stand before it.
  static let fixedAsides: [[String]] = [
    ["en", "primer", "lugar"], ["en", "segundo", "lugar"], ["por", "primera", "vez"],
    ["una", "vez", "más"], ["de", "nuevo"], ["por", "escrito"], ["en", "público"], ["en", "parte"],
    ["sin", "embargo"], ["por", "otra", "parte"], ["en", "cambio"], ["in", "part"],
    ["by", "phone"], ["by", "telephone"],
    ["once", "again"], ["for", "the", "first", "time"], ["in", "turn"], ["at", "the", "time"],
    ["in", "particular"], ["on", "the", "other", "hand"], ["a", "cambio"], ["de", "plano"],
    ["con", "dureza"], ["de", "inmediato"], ["a", "su", "vez"],
    ["a", "la", "vez"], ["al", "mismo", "tiempo"], ["no", "obstante"], ["por", "su", "parte"],
    ["por", "su", "lado"],
    ["por", "último"], ["por", "otro", "lado"], ["a", "su", "turno"], ["en", "tanto"],
    ["con", "satisfacción"], ["con", "preocupación"], ["con", "beneplácito"], ["con", "agrado"],
    ["por", "ahora"], ["de", "momento"], ["por", "el", "momento"], ["for", "now"],
    ["for", "the", "moment"], ["for", "the", "time", "being"], ["in", "response"],
    ["in", "return"], ["in", "exchange"], ["in", "addition"], ["as", "well"],
    ["with", "satisfaction"], ["with", "concern"], ["with", "regret"], ["with", "appreciation"],
    ["with", "pleasure"], ["with", "deep", "concern"], ["with", "great", "satisfaction"],
    ["in", "the", "strongest", "terms"], ["in", "the", "strongest", "possible", "terms"],
    ["in", "strong", "terms"], ["in", "the", "clearest", "terms"],
    ["in", "no", "uncertain", "terms"], ["en", "los", "términos", "más", "enérgicos"],
    ["en", "los", "términos", "más", "firmes"], ["en", "los", "términos", "más", "duros"],
    ["en", "términos", "enérgicos"], ["en", "duros", "términos"],
    ["in", "public"], ["in", "private"], ["en", "privado"], ["for", "his", "part"],
    ["for", "her", "part"], ["for", "its", "part"], ["for", "their", "part"], ["of", "course"],
  ]
  static let lastOfAsides = Set(fixedAsides.compactMap(\.last))
  static let possessives: Set<String> = [
    "his", "her", "their", "its", "our", "my", "su", "sus", "nuestro", "nuestra",
  ]
  static let pronouns: Set<String> = [
    "he", "she", "they", "it", "él", "ella", "ellos", "ellas", "we", "i",
  ]
}

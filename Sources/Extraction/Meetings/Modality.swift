import Gazetteer
import Language
import Records

/// Tells from the words around a verb or noun of meeting whether it took place, will, was called off, or is only talked of.
struct Modality {
  enum Answer: Equatable {
    case held, planned, cancelled
    /// Purpose, present tense: what the date or the clause above says.
    case open
    case refused(String)
  }

  let scan: Scan

  /// For a verb of meeting at a token whose subject ends at `from` (0 if it has none in the sentence).
  func verb(_ verb: Int, from: Int) -> Answer {
    let lower = max(pastRelative(from, verb), verb - 9, pastConjunction(verb), pastBut(verb))
    if isDoneBefore(verb, from: lower) { return .held }
    var answer: Answer?
    var at = verb - 1
    if let word = denial(behind: verb) { return .refused("denied: \"\(word)\"") }
    if isAfterward(verb) { return .held }
    if isFirstToCome(verb) { return .planned }
    // "the tradition of welcoming volunteers", "la costumbre de recibir a los embajadores"
    if scan.isOne(verb - 1, of: Words.of), scan.isOne(verb - 2, of: ModalWords.traditions) {
      return .refused("a habit: \"\(scan.tokens[verb - 2].form)\"")
    }
    while at >= lower {
      // A capital is a name, whatever the word means otherwise ("Van", "Due").
      if at > 0, scan.isCapital(at) {
        at -= 1
        continue
      }
      if scan.isOne(at, of: ModalWords.negations) {
        if isNotOnly(at) { at -= 1; continue }
        if isUnforeseen(at, verb) { return .cancelled }
        return .refused("negated by \"\(scan.tokens[at].form)\"")
      }
      if scan.isSign(at, "forward"), at + 2 >= verb { return .refused("only looked forward to") }
      if scan.isOne(at, of: ModalWords.refusals) {
        return .refused("refused: \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: ModalWords.wishes), answer == nil, isExpected(at) {
        answer = .planned
        at -= 1
        continue
      }
      if scan.isOne(at, of: ModalWords.wishes), answer == nil {
        return .refused("a wish or a possibility: \"\(scan.tokens[at].form)\"")
      }
      if isOpen(at, to: verb) {
        return .refused("only wished for: \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: ModalWords.cancels) || isFormerPlan(at) { return .cancelled }
      // "was to have met": it did not come to it.
      // "was due to have dinner with B" is none.
      if isWasTo(at), scan.isOne(at + 1, of: ModalWords.haves), isParticiple(at + 2) {
        return .cancelled
      }
      // "days after traveling to Ohio to take part": that journey is over.
      let isOver = !scan.isSpanish && scan.isSign(at - 1, "after")
      if answer == nil, !isOver,
        scan.isOne(at, of: ModalWords.plans) || isFuture(at) || isBeTo(at)
      {
        answer = .planned
      }
      if scan.isOne(at, of: ModalWords.habits) {
        return .refused("a habit: \"\(scan.tokens[at].form)\"")
      }
      if answer == nil, scan.isOne(at, of: ModalWords.haves), !isToHave(at) { answer = .held }
      at -= 1
    }
    if let word = conditional(before: verb) {
      return .refused("a condition: \"\(word)\"")
    }
    if verb > 0, scan.isOne(verb - 1, of: ModalWords.conditions) { return .refused("a condition") }
    // "would meet B if invited"
    if !scan.isSpanish, scan.isSign(verb - 1, "would"),
      let end = scan.span(verb + 1, verb + 12).first(where: { scan.isSign($0, "if") }),
      !scan.span(verb + 1, end).contains(where: { scan.shapes[$0].contains(.quote) })
    {
      return .refused("a condition: \"if\"")
    }
    // "fue invitado a la Casa Blanca y se reunirá con B": the verb's own form.
    if answer == .held, isFuture(verb) { return .planned }
    if let answer { return answer }
    if scan.isSpanish, isSubjunctive(verb) { return subjunctive(verb) }
    return tense(verb)
  }

  /// "said trade would grow after meeting B", "afirmó que el comercio crecerá tras su reunión con B": what is to come is told of
  /// something else, after the meeting. Not in "said he would fly to Rome after meeting B".
  func isAfterward(_ token: Int) -> Bool {
    var at = token - 1
    while at > 1,
      scan.isFiller(at) || scan.isOne(at, of: Words.possessives)
        || scan.isOne(at, of: NounWords.meetingAdjectives) || scan.isOne(at, of: Words.of)
        || scan.isOne(at, of: NounWords.indefinite)
    { at -= 1 }
    guard at > 1, scan.isOne(at, of: ModalWords.afters) else { return false }
    guard
      let modal = scan.span(at - 9, at).last(where: {
        scan.isSpanish
          ? isFuture($0) || scan.tokens[$0].form.hasSuffix("ría")
          : scan.isOne($0, of: ModalWords.futures)
      })
    else { return false }
    if scan.isOne(modal + 1, of: ModalWords.passiveBe) { return false }
    var before = modal - 1
    while before > 0, scan.isSign(before, "se") || scan.isSign(before, "no") { before -= 1 }
    return before > 0 && scan.shapes[before].contains(.lower) && !scan.has(.stop, at: before)
      && !scan.isOne(before, of: PronounWords.pronounKeys)
      && !scan.isOne(before, of: Words.relative)
      && scan.match(.office, at: before) == nil && scan.keys[before] != 0
      && scan.span(at - 16, modal).contains { scan.isOne($0, of: ModalWords.sayings) }
  }

  /// Past a relative clause between the subject and the verb: "A, who is due to travel next month, spoke with B".
  func pastRelative(_ from: Int, _ verb: Int) -> Int {
    guard scan.isSign(from, ","), from + 1 < verb,
      scan.isOne(from + 1, of: ModalWords.relatives)
        || scan.isOne(from + 1, of: Resolver.prepositions)
          && scan.isOne(from + 2, of: ModalWords.relatives)
    else { return from }
    for at in ((from + 2)..<max(from + 2, verb)).reversed() where scan.isSign(at, ",") {
      return at + 1
    }
    return from
  }

  /// Past "and" before a finite verb of the past: in "urged the embassy to act and spoke with B" only the former is a wish.
  func pastConjunction(_ verb: Int) -> Int {
    guard !scan.isSpanish, ModalWords.finitePasts.contains(scan.tokens[verb].form) else { return 0 }
    var at = verb - 1
    while scan.isOne(at, of: ArgumentWords.sequence) { at -= 1 }
    guard scan.isOne(at, of: Words.and),
      !(max(0, at - 9)..<at).contains(where: {
        scan.isOne($0, of: ModalWords.beings) || scan.isOne($0, of: ModalWords.haves)
          || scan.isOne($0, of: ModalWords.negations)
      })
    else { return 0 }
    return at
  }

  /// "is to meet".
  private func isBeTo(_ at: Int) -> Bool {
    !scan.isSpanish && scan.isSign(at, "to")
      && (scan.isOne(at - 1, of: ModalWords.beings)
        // "is also to meet"
        || scan.isOne(at - 1, of: AttendanceWords.also)
          && scan.isOne(at - 2, of: ModalWords.beings))
  }

  /// "was to have met", "was due to have met".
  private func isWasTo(_ at: Int) -> Bool {
    !scan.isSpanish && scan.isSign(at, "to")
      && (scan.isOne(at - 1, of: ModalWords.pastBeings)
        || scan.isOne(at - 2, of: ModalWords.pastBeings))
  }

  /// "met", "travelled", "flown" behind "have".
  func isParticiple(_ at: Int) -> Bool {
    guard at < scan.count else { return false }
    return scan.tokens[at].form.hasSuffix("ed") || scan.isOne(at, of: ModalWords.participles)
  }

  /// "reúnan", "reciba", "sostenga": forms of what is wished for or to come.
  private func isSubjunctive(_ verb: Int) -> Bool {
    scan.isOne(verb, of: ModalWords.subjunctives) && !scan.tokens[verb].form.hasSuffix("é")
  }

  /// A wish before the subject ("espera que A y B se reúnan"), a time to come ("cuando A reciba a B"), else open.
  private func subjunctive(_ verb: Int) -> Answer {
    for at in (max(0, verb - 24)..<verb).reversed() {
      if at > 0, scan.isCapital(at) { continue }
      if scan.isOne(at, of: ModalWords.negations) {
        return .refused("negated by \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: ModalWords.whens) || isExpected(at) { return .planned }
      if scan.isOne(at, of: ModalWords.wishes) || scan.isOne(at, of: ModalWords.hopes) {
        return .refused("a wish or a possibility: \"\(scan.tokens[at].form)\"")
      }
      if scan.isOne(at, of: ModalWords.plans) { return .planned }
    }
    return .planned
  }

  /// "Se espera que A se reúna con B", "se esperaba que": what everybody expects has been arranged; what one of them hopes has not.
  private func isExpected(_ at: Int) -> Bool {
    scan.isSpanish && scan.isOne(at, of: ModalWords.expecting) && scan.isSign(at + 1, "que")
      && (scan.isSign(at - 1, "se") || scan.isSign(at - 1, "Se"))
      && !scan.isOne(at - 2, of: ModalWords.negations)
  }

  /// "no se reunirá finalmente con B", "finalmente no recibirá a B", "no se verá con B, como estaba previsto": it had been arranged.
  private func isUnforeseen(_ negation: Int, _ verb: Int) -> Bool {
    guard scan.isSpanish, scan.isSign(negation, "no"), verb - negation <= 2, isFuture(verb) else {
      return false
    }
    return scan.isOne(verb + 1, of: CalledOffWords.finally)
      || scan.isOne(negation - 1, of: CalledOffWords.finally)
      || scan.span(verb + 1, verb + 24).contains {
        scan.isSign($0, "como") && scan.isOne($0 + 1, of: ModalWords.stood)
          && scan.isOne($0 + 2, of: NounWords.arranged)
      }
  }

  /// By the form alone.
  func tense(_ verb: Int) -> Answer {
    let form = scan.tokens[verb].form.lowercased()
    if scan.isSpanish {
      if isFuture(verb) { return .planned }
      for ending in ["ía", "ían"] where form.hasSuffix(ending) {
        return form.hasSuffix("ría") || form.hasSuffix("rían") ? .planned : .held
      }
      for ending in [
        "ó", "aron", "ieron", "ado", "ido", "adas", "idas", "ados", "idos", "ada", "ida", "uvo",
        "uvieron", "é", "imos", "uso", "usieron", "jo",
      ] where form.hasSuffix(ending) {
        return .held
      }
      if form == "reúna" || form == "reúnan" || form == "reunamos" { return .planned }
      for ending in ["ar", "er", "ir", "a", "e", "an", "en"] where form.hasSuffix(ending) {
        return .open
      }
      return .held
    }
    if ModalWords.englishBase.contains(form) { return .open }
    return .held
  }

  /// "se reunirá", "sostendrán".
  func isFuture(_ at: Int) -> Bool {
    guard scan.isSpanish else { return false }
    let form = scan.tokens[at].form
    return form.utf8.count > 4
      && (form.hasSuffix("rá") || form.hasSuffix("rán") || form.hasSuffix("remos"))
  }

  private func isNotOnly(_ at: Int) -> Bool {
    guard at + 1 < scan.count else { return false }
    return ["only", "sólo", "solo", "solamente", "obstante"].contains(
      scan.tokens[at + 1].form.lowercased())
  }

  private func conditional(before verb: Int) -> String? {
    for at in max(0, verb - 12)..<verb where scan.isOne(at, of: ModalWords.conditions) {
      let form = scan.tokens[at].form
      if form == "si" || form.lowercased() == "if" || form.lowercased() == "whether" || form == "Si"
      {
        return form
      }
    }
    return nil
  }
}

/// Words that change what a verb of meeting says.
enum ModalWords {
  static let relatives = Words.set("who whom whose which where quien cuyo que")
  static let pastBeings = Words.set("was were")
  static let participles = Words.set(
    "met held been spoken seen gone flown had taken sat come begun led made sent given left paid")
  static let beings = Words.set("is are was were")
  static let afters = Words.set("after following tras después luego")
  static let futures = Words.set("would will")
  static let passiveBe = Words.set("be")
  static let sayings = Words.set(
    "said told announced added stressed insisted predicted says dijo afirmó aseguró anunció señaló indicó sostuvo declaró explicó destacó subrayó advirtió confirmó reiteró"
  )
  static let negations = Words.set(
    "not n't nt never no nunca jamás sin without nor ni tampoco neither")
  static let refusals = Words.set(
    "ruled refuse refused refuses refusing decline declined declines declining failed fail fails rejected reject rejects ruled avoid avoided snubbed denied unable rechazó rechazaron rechaza rehusó negó negaron evitó evitaron descartó descarta descartan descartaron descartado descartada abstuvo abstuvieron abstendrá declinó declinaron renunció renunciaron eludió esquivó rehusaron rehúsa"
  )
  static let wishes = Words.set(
    "could may might should must want wants wanted wish wishes wished hope hopes hoped hoping seek seeks sought seeking ready willing offered offer offers proposed propose proposes urge urged urges invited invite invites asked ask asks asking able try trying tried like prepared demanded request requested requests consider considering considered possible possibility interested need needs podría podrían pudiera pueda puedan puede pueden quiere quieren quería desea desean deseo debe deben debería deberían busca buscan buscó buscará dispuesto dispuesta dispuestos pidió piden pide propuso propone invitó invita solicitó solicita espera exhortó exigió exige exigen exigieron reclaman reclamó ofreció intenta intentó pretende posibilidad ojalá considera contempla interés quisiera solicitado solicitada solicita queremos quiero deseamos podemos debemos buscamos quisiéramos proponemos solicitan solicitaron pedido buscan intentado intentan intentará propuesto propuesta propusieron ofrecido sugirió sugiere busque quiera querría gustaría deseaba acepte acepten aceptara aceptaran esperaba esperan pretenden insta instó instaron urgió urge llamó partidario partidaria partidarios necesidad conveniencia"
  )
  static let hopes = Words.set(
    "espera esperan esperamos confía confían deseable necesario necesaria importante conveniente urgente probable posible imposible difícil quizá quizás tal evitar impedir lograr conseguir permita permitir pidiendo pedir exigir propuesta petición solicitud"
  )
  static let expecting = Words.set("espera esperaba")
  static let stood = Words.set("estaba tenía había")
  static let whens = Words.set("cuando")
  static let subjunctives = Words.set(
    "reúna reúnan reunamos entreviste entrevisten encuentre encuentren converse conversen dialogue dialoguen hable hablen reciba reciban sostenga sostengan mantenga mantengan celebre celebren realice realicen tenga tengan inicie inicien reanude reanuden retomen negocie negocien visite visiten asista asistan participe participen"
  )
  static let plans = Words.set(
    "accepted accepts aceptó aceptaron acordó acordaron acuerda debía debían comprometió comprometieron comprometerse pactó pactaron convinieron decidieron decidió quedaron prepara preparan preparaba preparaban dispone disponen disponía apresta aprestan ultimaron alista alistan agendó agendado agendada agendaron programaron contemplada anunciada anunciado will ll shall would going plans plan planned planning supposed scheduled expected set due slated intends intend agreed arranged about va van iba iban prevé prevén previsto prevista planea planean programado programada programó contemplado viajará viajarán visitará acudirá tiene irá irán volará volarán acudirán traveling travelling travels heading arriving prepares preparing"
  )
  static let cancels = Words.set(
    "cancel cancels cancelled canceled cancelling canceling dropped shelved axed aborted abandoned nixed postpone postponed postpones scrapped suspended canceló cancelan cancela cancelaron pospuso pospusieron aplazó aplazaron suspendió suspendieron cancelado cancelada cancelados canceladas anuló anularon anula anulan anulado anulada desconvocó desconvocada pospuesta pospuesto aplazada aplazado suspendida"
  )
  static let traditions = Words.set(
    "tradition custom practice habit tradición costumbre práctica hábito")
  static let habits = Words.set(
    "often rarely seldom regularly usually always frequently periodically annually suelen suele siempre frecuentemente regularmente habitualmente"
  )
  static let haves = Words.set(
    "has have had having ha han había habían haya hayan haber was were fue fueron after tras luego")
  static let finitePasts: Set<String> = [
    "met", "spoke", "talked", "held", "had", "received", "hosted", "welcomed", "telephoned",
    "phoned", "called", "discussed", "dined", "conferred", "consulted", "negotiated", "attended",
    "joined", "sat", "saw", "gathered",
  ]
  static let perfect = Words.set(
    "had había habían last previous earlier anterior previo primera first ever")
  static let conditions = Words.set("if whether unless si")
  static let englishBase: Set<String> = [
    "meet", "meets", "meeting", "enter", "enters", "gather", "gathers", "sit", "sits", "sitting",
    "hold", "holds", "holding", "host",
    "hosts", "hosting", "receive", "receives",
    "receiving", "welcome", "welcomes", "welcoming", "speak", "speaks", "speaking", "talk", "talks",
    "talking", "call", "calls", "calling",
    "discuss", "discusses", "discussing", "attend", "attends", "attending", "join", "joins",
    "joining", "participate", "participates",
    "participating", "confer", "confers", "negotiate", "negotiates", "negotiating", "engage",
    "engages", "engaging", "consult", "consults",
    "consulting", "have", "has", "having", "lead", "leads", "take", "takes", "begin", "begins",
    "start", "starts", "open", "opens", "resume",
    "resumes", "conduct", "conducts", "convene", "convenes", "chair", "chairs", "conclude",
    "concludes", "review", "exchange", "co-host", "dine",
    "continue", "continues", "telephone", "phone", "travel", "travels",
  ]
}

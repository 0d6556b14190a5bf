import Gazetteer
import Language
import Records

/// What the rules of meetings work with in one sentence. Every rule holds it, so it is not copied.
final class MeetingContext {
  let reading: Reading
  let scan: Scan
  let arguments: ClauseArguments
  let modality: Modality
  let dates: EventDates
  let tree: ClauseTree
  /// Few sentences ask for them.
  private lazy var clauses = JoinedClauses(
    scan: scan, days: Array(reading.analysis.dates(in: sentence)))
  /// The meeting that was told last, a few sentences before.
  var last: MeetingFrame?

  var sentence: Int { scan.index }
  var entities: [Entity] { reading.analysis.entities }

  init(reading: Reading, sentence: Int, dates: EventDates) {
    self.reading = reading
    self.dates = dates
    scan = reading.scans[sentence]
    arguments = ClauseArguments(reading: reading, sentence: sentence)
    modality = Modality(scan: scan)
    tree = ClauseTree(reading.analysis.document.sentences[sentence])
  }

  /// "Building on her August 2023 visit to Accra, A and B reviewed progress", "Tras la visita de A a Cusco en agosto, los líderes": the
  /// words up to the comma, which tell what went before; empty in a sentence that does not open so.
  private(set) lazy var opening: Range<Int> = {
    guard
      scan.isOne(0, of: PrecedentWords.leads)
        || scan.isOne(0, of: PrecedentWords.builds) && scan.isOne(1, of: PrecedentWords.on),
      let comma = scan.span(1, 30).first(where: { at in
        scan.isSign(at, ",")
          && !reading.analysis.dates(in: sentence).contains { $0.tokens.contains(at) }
      })
    else { return 0..<0 }
    return 0..<comma
  }()

  /// The clause of a token in a sentence that joins several; nil in any other.
  func clause(of token: Int) -> Range<Int>? { clauses.clause(of: token, count: scan.count) }

  /// True if talking with these would be a meeting: persons, governments, bodies; not a paper, not the press.
  func isParty(_ chain: Chain) -> Bool { chain.entities.contains { isParty($0) } }

  func isParty(_ id: Int) -> Bool {
    let entity = entities[id]
    return entity.name != nil && !entity.isPress && !isDoubtful(entity)
  }

  /// A lone capital that never has a title may be anything ("Transatlantic", "Argo").
  private func isDoubtful(_ entity: Entity) -> Bool {
    guard !reading.isSpanish, entity.kind == .person, entity.role == nil, entity.gender == nil,
      entity.country == nil, let name = entity.name, !name.utf8.contains(0x20)
    else { return false }
    return !acts(name)
  }

  /// "Putin spoke", "Macron said": what a person does, right behind a lone capital of this sentence.
  private func acts(_ name: String) -> Bool {
    (0..<scan.count).contains {
      scan.tokens[$0].form == name && scan.isOne($0 + 1, of: EvidenceWords.deeds)
    }
  }

  /// Whose side an entity is on: a person's and a government's is the country's, a body's its own.
  func side(_ id: Int) -> String {
    let entity = entities[id]
    if entity.kind == .organization || entity.kind == .delegation { return "#\(id)" }
    return entity.country ?? "#\(id)"
  }

  /// True for a sentence about sports, in which countries meet on the field.
  /// One word of it alone ("team", "goal") tells nothing.
  var isSports: Bool {
    var hints: Set<WordKey> = []
    for at in 0..<scan.count {
      if scan.isOne(at, of: ModeWords.sports) { return true }
      if scan.isOne(at, of: ModeWords.sportsHints) { hints.insert(scan.keys[at]) }
      if scan.isSign(at, "Cup"), scan.isSign(at - 1, "World") { return true }
      // "in the final"
      if scan.isSign(at, "final"), scan.isSign(at - 1, "the") || scan.isSign(at - 1, "la"),
        scan.isSign(at - 2, "in") || scan.isSign(at - 2, "en")
      {
        return true
      }
    }
    return hints.count > 1
  }

  func parties(_ ids: [Int]) -> [Int] {
    var out: [Int] = []
    for id in ids where isParty(id) && !out.contains(id) { out.append(id) }
    return out
  }

  /// The code of the country that a match of its name or adjective means.
  func code(_ country: Scan.Match) -> String {
    Gazetteer.shared.countries[Int(country.index)].code
  }

  /// The governments of a country that the article speaks of.
  func governments(of code: String) -> [Int] {
    entities.indices.filter { entities[$0].kind == .government && entities[$0].country == code }
  }

  /// The persons of a subject who gather others, and are none of them.
  func hosts(_ subject: Chain?, of guests: [Int]) -> [Int] {
    parties(subject?.entities ?? []).filter { entities[$0].kind == .person && !guests.contains($0) }
  }

  /// The mode that a noun of meeting tells by itself ("call", "videoconferencia"); nil if it tells none.
  func mode(ofNoun match: Scan.Match) -> MeetingRecord.Mode? {
    Gazetteer.shared.nouns[Int(match.index)].mode.flatMap {
      MeetingRecord.Mode(rawValue: $0.rawValue)
    }
  }

  /// True if they are of two countries or bodies at least.
  func areOfTwoSides(_ ids: [Int]) -> Bool { Set(ids.map(side)).count > 1 }

  /// What a verb tells of its own reality: planned, held and so on, of the words between its subject and it.
  func verdict(of verb: Int, _ subject: Chain?) -> Modality.Answer {
    if let subject, subject.tokens.upperBound <= verb,
      let word = modality.denial(before: subject.tokens.lowerBound)
    {
      return .refused("denied: \"\(word)\"")
    }
    return modality.verb(
      verb, from: subject.map { $0.tokens.upperBound <= verb ? $0.tokens.upperBound : 0 } ?? 0)
  }

  /// Where the expressions of a date begin in the sentence.
  func dateTokens(of date: EDTF) -> [Int] {
    reading.analysis.dates(in: sentence).filter { $0.date == date }.map(\.tokens.lowerBound)
  }

  /// Where the places begin in the sentence of which a name is made.
  func placeTokens(of name: String) -> [Int] {
    reading.analysis.places(in: sentence).filter { name.hasPrefix($0.name) }
      .map(\.tokens.lowerBound)
  }

  /// "looked forward to meeting in Tokyo in May", "looks forward to welcoming B on Friday": what has a day has been arranged.
  func isAwaited(_ token: Int) -> Bool {
    !scan.isSpanish && scan.isSign(token - 1, "to") && scan.isSign(token - 2, "forward")
      && reading.analysis.dates(in: sentence).contains {
        $0.date != nil
          && ($0.tokens.lowerBound > token && $0.tokens.lowerBound - token <= 16
            // "On June 3, A looks forward to welcoming B"
            || $0.tokens.lowerBound <= 1 && scan.isSign($0.tokens.upperBound, ","))
      }
  }

  /// Two sides at least: different entities, and not one person and his own government.
  func areSides(_ a: [Int], _ b: [Int]) -> Bool {
    let left = parties(a)
    let right = parties(b)
    guard !left.isEmpty, !right.isEmpty else { return false }
    return Set(left) != Set(right) || left.count > 1
  }

  /// The mode that the words around a trigger tell; nil if they tell none.
  func mode(around token: Int, default word: MeetingMode?) -> MeetingRecord.Mode? {
    let clause = clause(of: token) ?? 0..<scan.count
    let lower = max(clause.lowerBound, token - 12)
    let upper = min(clause.upperBound, token + 14)
    let isTable = scan.match(.noun, at: token).flatMap(mode(ofNoun:)) == .inPerson
    for at in lower..<upper {
      guard !isElsewhere(at, token) else { continue }
      // "a phone call with B and a dinner with C"
      if isTable, at != token, scan.has(.noun, at: at) { continue }
      if scan.isOne(at, of: ModeWords.video) { return .video }
      if scan.isOne(at, of: ModeWords.phone), at == token || isModeUse(at) { return .phone }
    }
    return word.flatMap { MeetingRecord.Mode(rawValue: $0.rawValue) }
  }

  /// "abordó con B la crisis y sus consecuencias, durante una llamada telefónica": how far behind the verb it is told.
  func occasionMode(after end: Int) -> MeetingRecord.Mode? {
    guard scan.isSpanish else { return nil }
    for at in end..<scan.count {
      if scan.isSign(at, ";") || scan.shapes[at].contains(.quote) { return nil }
      guard scan.isOne(at, of: ModeWords.occasions),
        let match = scan.match(.noun, at: scan.isDeterminer(at + 1) ? at + 2 : at + 1),
        let mode = mode(ofNoun: match)
      else { continue }
      return mode
    }
    return nil
  }

  /// "hosted a virtual roundtable": the whole sentence tells of one that is no journey.
  var isVirtual: Bool {
    (0..<scan.count).contains { at in
      scan.isOne(at, of: ModeWords.virtual)
        && (scan.isDeterminer(at - 1) || !scan.isSpanish && scan.isSign(at - 1, "a"))
    }
  }

  /// True if a relative clause set off by a comma stands between a word and the trigger.
  private func isElsewhere(_ at: Int, _ token: Int) -> Bool {
    guard scan.isSpanish else { return false }
    let range = at < token ? (at + 1)..<token : (token + 1)..<max(token + 1, at)
    // "mantuvo una conversación telefónica con B, tras su reunión con C"
    if at < token, range.contains(where: { scan.isOne($0, of: ModeWords.sequence) }) { return true }
    // "se reunió con A después de haber hablado por teléfono con B"
    if at > token, let next = range.first(where: { scan.isOne($0, of: ModeWords.sequence) }),
      scan.span(next + 1, at).contains(where: { scan.has(.verb, at: $0) })
    {
      return true
    }
    // "hablaron por teléfono y acordaron reunirse": another verb begins behind "and".
    if at < token, let and = range.last(where: { scan.isOne($0, of: Words.and) }),
      (and..<token).contains(where: { scan.isOne($0, of: ModalWords.plans) })
    {
      return true
    }
    return range.contains { word in
      scan.isOne(word, of: Words.relative)
        && (scan.isSign(word - 1, ",") || scan.isSign(word - 2, ",") || scan.isSign(word - 3, ","))
    }
  }

  private func isModeUse(_ at: Int) -> Bool {
    let form = scan.tokens[at].form.lowercased()
    if form.hasPrefix("tele") && form != "telephone" && form != "teléfono" { return true }
    if scan.isOne(at - 1, of: ModeWords.by) || scan.isOne(at - 2, of: ModeWords.by)
      || scan.isOne(at - 3, of: ModeWords.by) && form.hasPrefix("telef")
    {
      return true
    }
    // "held separate phone conversations"
    return scan.has(.noun, at: at) || !scan.isSpanish && scan.has(.noun, at: at + 1)
  }
}

enum ModeWords {
  static let video = Words.set(
    "videoconference videoconferencia video virtually virtual virtualmente videollamada videolink teleconference zoom webex skype telemáticamente"
  )
  static let virtual = Words.set("virtual")
  static let phone = Words.set(
    "phone telephone telephonic teléfono telefónica telefónico telefónicamente telefónicas telephonically"
  )
  static let sports = Words.set(
    "semi-final semi-finals quarter-final quarter-finals friendly qualifier qualifiers derby kickoff knockout playoff playoffs semifinal semifinals quarterfinal tournament championship copa goles torneo entrenador campeonato semifinales eliminatoria eliminatorias"
  )
  /// Words of sports and of much else.
  static let sportsHints = Words.set(
    "fixture match final cup league goal goals coach team stadium liga gol estadio selección mundial"
  )
  static let sequence = Words.set("tras después antes luego")
  static let occasions = Words.set("durante en tras mediante por vía")
  static let by = Words.set("by over on via in por vía a de comunicación")
}

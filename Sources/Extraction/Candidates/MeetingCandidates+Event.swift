import Gazetteer
import Language
import Records

/// What the numbers that describe an anchor itself are, whoever takes part.
extension MeetingCandidates {
  /// In order; behind them come the numbers that `Verdict` makes of the scores of the candidates.
  static let eventFeatures = [
    "class", "verb", "spanish", "modality", "determiner", "lexeme", "will", "would", "quoted",
    "question", "sports", "rule", "rules", "anchors", "sentence", "sentences", "mode",
    "title_call", "date", "places", "current", "head", "length", "perfect", "next", "previous",
    "capital", "known",
  ]

  /// The numbers of an anchor, one for each of `eventFeatures`.
  func event(_ anchor: MeetingAnchor, anchors: Int, _ answer: Modality.Answer) -> [Int32] {
    let scan = context.scan
    let before = scan.span(anchor.head - 4, anchor.head)
    var out: [Int32] = []
    out.reserveCapacity(Self.eventFeatures.count + Self.scoreFeatures.count)
    func add(_ value: Int) { out.append(Int32(clamping: value)) }
    func add(_ value: Bool) { out.append(value ? 1 : 0) }
    add(anchor.kind.rawValue)
    add(anchor.isVerb)
    add(scan.isSpanish)
    add(code(answer))
    add(scan.determiner(before: anchor.tokens.lowerBound, untilSign: true))
    add(lexeme(anchor))
    add(before.contains { scan.isOne($0, of: EventWords.will) })
    add(before.contains { scan.isOne($0, of: EventWords.would) })
    add(!(0..<anchor.head).filter { scan.shapes[$0].contains(.quote) }.count.isMultiple(of: 2))
    add(scan.tokens.last?.form == "?")
    add(context.isSports)
    add(frames.filter { $0.trigger.overlaps(anchor.tokens) }.count)
    add(frames.count)
    add(anchors)
    add(scan.index)
    add(reading.scans.count)
    add(anchor.mode == .phone ? 1 : anchor.mode == .video ? 2 : anchor.mode == .inPerson ? 3 : 0)
    add(isTitleCall)
    add(!reading.analysis.dates(in: scan.index).isEmpty)
    add(reading.analysis.places(in: scan.index).count)
    add(current.count)
    add(anchor.head)
    add(scan.count)
    add(before.contains { scan.isOne($0, of: ModalWords.perfect) })
    add(word(anchor.tokens.upperBound))
    add(word(anchor.tokens.lowerBound - 1))
    add(scan.isCapital(anchor.tokens.lowerBound))
    add(
      reading.mentions(in: scan.index).contains {
        reading.analysis.mentions[$0].entities.contains { told.last[$0] != nil }
      })
    return out
  }

  /// The class of a word beside the anchor: a preposition, or a word that tells how things stand; 0 for any other.
  private func word(_ token: Int) -> Int {
    guard token >= 0, token < scan.count else { return -1 }
    for (code, words) in CandidateWords.prepositions.enumerated() where scan.isOne(token, of: words)
    {
      return code + 1
    }
    if scan.isOne(token, of: ModalWords.plans) { return 30 }
    if scan.isOne(token, of: ModalWords.negations) { return 31 }
    if scan.isOne(token, of: ModalWords.wishes) { return 32 }
    if scan.shapes[token].contains(.punctuation) { return 33 }
    return scan.isCapital(token) ? 34 : 0
  }

  private func code(_ answer: Modality.Answer) -> Int {
    switch answer {
    case .open: 0
    case .held: 1
    case .planned: 2
    case .cancelled: 3
    case .refused: 4
    }
  }

  private func lexeme(_ anchor: MeetingAnchor) -> Int {
    EventWords.lexemes.firstIndex { scan.isOne(anchor.head, of: $0) }.map { $0 + 1 } ?? 0
  }

  private var scan: Scan { context.scan }
  private var reading: Reading { context.reading }
}

enum EventWords {
  static let will = Words.set("will shall ll va van irá irán")
  /// Verbs of journeys in the present, and gerunds that are one behind a form of "be".
  static let journeys = Words.set("travels viaja viajan")
  static let going = Words.set("traveling travelling flying heading viajando")
  static let be = Words.set("is are está están")
  static let would = Words.set("would could may might should podría podrían debería deberían")
  /// The commonest words of meeting, each with its forms.
  static let lexemes: [WordSet] = [
    Words.set("met meet meets meeting meetings"), Words.set("spoke speak speaks spoken speaking"),
    Words.set("call calls called calling"), Words.set("talks talk talked talking"),
    Words.set("summit summits cumbre cumbres"), Words.set("conference conferencia"),
    Words.set("conversation conversations conversación conversaciones"),
    Words.set("discussion discussions discuss discussed discusses"),
    Words.set("dialogue diálogo diálogos"),
    Words.set("negotiation negotiations negociación negociaciones"),
    Words.set("visit visits visited visita visitas visitó visitará"),
    Words.set("travel traveled travelled trip viaje viajó viajará viajar"),
    Words.set("received receive receives recibió recibido recibida recibe"),
    Words.set("hosted host hosts hosting welcomed welcome"),
    Words.set("reunión reuniones"), Words.set("reunió reunieron reunirse reunirá reunirán reúne"),
    Words.set("encuentro encuentros encontró"), Words.set("entrevista entrevistas entrevistó"),
    Words.set("habló conversó conversaron dialogó hablaron"), Words.set("llamada llamó telefónica"),
    Words.set("engage engaged engages engagement engagements"),
    Words.set("dinner lunch breakfast cena almuerzo desayuno"),
    Words.set("saw see sees seen"), Words.set("forum foro ministerial"),
  ]
}

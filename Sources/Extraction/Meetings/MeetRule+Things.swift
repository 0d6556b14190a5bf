import Gazetteer
import Language

/// What "meet" has for its object when that is nobody, and what "engage" and "consult" tell of no day.
extension MeetRule {
  /// "met the growing demand", "meet the treaty's targets", "met over 90 percent": nobody is met, whoever stands near.
  func meetsThing(_ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, scan.isOne(token, of: ThingWords.meeting) else { return false }
    let isGerund = scan.isSign(token, "meeting")
    // "the meeting the ministers held"
    if isGerund, scan.isDeterminer(token - 1) || scan.isPossessive(token - 1) { return false }
    var at = token + 1
    while scan.isOne(at, of: ThingWords.about) { at += 1 }
    for at in scan.span(at, at + 9) {
      if scan.isOne(at, of: ThingWords.things) { return true }
      if scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives) || scan.isPossessive(at)
        || scan.isOne(at, of: ThingWords.quantities)
      {
        continue
      }
      // "met the king and pledged": people, and whatever is told of them, end what may be a thing.
      if scan.shapes[at].contains(.punctuation) && !scan.shapes[at].contains(.glue)
        || scan.isOne(at, of: Resolver.prepositions) || scan.isOne(at, of: Words.relative)
        || scan.isOne(at, of: ArgumentWords.withWords) || scan.isOne(at, of: MeetWords.measures)
        || scan.isOne(at, of: ThingWords.ends) || scan.has(.group, at: at)
        || scan.has(.people, at: at) || scan.has(.office, at: at)
        || scan.isOne(at, of: Words.and) && scan.isCapital(at - 1)
      {
        return false
      }
    }
    return false
  }

  /// "intend to engage with partners", "the Parties shall meet and confer": what is meant to be done, or laid down, on no day.
  func isLaidDown(_ token: Int, _ verb: MeetingVerb) -> Bool {
    let scan = context.scan
    let isClause = scan.span(token - 5, token).contains {
      scan.isOne($0, of: ThingWords.shall) && !scan.isCapital($0)
    }
    let isIntent =
      verb.frame == .talk
      && scan.span(token - 4, token).contains { scan.isOne($0, of: ThingWords.intents) }
    guard !scan.isSpanish ? isClause || isIntent : isIntent else { return false }
    return !context.reading.analysis.dates(in: context.sentence).contains { $0.date != nil }
  }

  /// "consulted with hundreds of stakeholders", "se reunió con decenas de expertos": a crowd of which nobody can be told.
  func isCrowd(_ chain: Chain) -> Bool {
    let scan = context.scan
    let at = chain.tokens.lowerBound
    return scan.isOne(at, of: ThingWords.crowds) && scan.isOne(at + 1, of: Words.of)
      || scan.isOne(at - 2, of: ThingWords.crowds) && scan.isOne(at - 1, of: Words.of)
  }

  /// "met officials including A and B", "met several ministers, among them C": those who are named of an unnamed group.
  func named(of after: Int) -> Chain? {
    let scan = context.scan
    guard
      let word = scan.span(after + 1, after + 8).first(where: {
        scan.isOne($0, of: ArgumentWords.including) || scan.isSign($0, "among")
      }), !context.arguments.chains.contains(where: { after..<word ~= $0.tokens.lowerBound }),
      scan.span(after, word).allSatisfy({ at in
        scan.shapes[at].contains(.lower) && !scan.has(.verb, at: at)
          && !scan.isOne(at, of: Words.relative) && !scan.isOne(at, of: ArgumentWords.withWords)
          || scan.isSign(at, ",")
      }),
      scan.span(after, word).contains(where: {
        scan.has(.group, at: $0) || scan.has(.people, at: $0)
          || scan.has(.office, at: $0)
      })
    else { return nil }
    let start = scan.isSign(word, "among") ? word + 2 : word + 1
    guard let chain = context.arguments.chain(at: start),
      chain.entities.allSatisfy({ context.entities[$0].kind == .person })
    else { return nil }
    return chain
  }

  /// True for a reason by which the model is silent too: nobody is met, or what is denied, asked for or played is no meeting.
  static func isFinal(_ reason: String, _ scan: Scan) -> Bool {
    if [unnamedCounterpart, othersForThem, fellowTravellers].contains(reason) { return true }
    return !scan.isSpanish && ThingWords.finalReasons.contains(where: reason.hasPrefix)
  }

  /// "a Kremlin meeting with B", "his first Camp David meeting with B", not "the President meeting with B".
  func isOfPlace(_ token: Int) -> Bool {
    let scan = context.scan
    var at = token - 1
    while at > 0, token - at <= 4, scan.isCapital(at) {
      guard !scan.has(.office, at: at), !scan.has(.honorific, at: at) else { return false }
      at -= 1
    }
    guard at < token - 1 else { return false }
    if scan.isOne(at, of: MeetWords.adjectives) { at -= 1 }
    return scan.isOne(at, of: NounWords.indefinite) || scan.isOne(at, of: Words.possessives)
  }

  /// "is urging Labour and Conservatives in Parliament to come together": who is only asked for it, with where they sit between.
  func isAppealed(_ subject: Chain, _ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, scan.isSign(token - 1, "to"), subject.tokens.upperBound < token else {
      return false
    }
    let between = scan.span(subject.tokens.upperBound, token - 1)
    guard between.count <= 5,
      between.isEmpty || scan.isOne(between.lowerBound, of: PlaceWords.locatives)
        || scan.isSign(between.lowerBound, "of")
    else { return false }
    let from = subject.tokens.lowerBound
    return scan.span(from - 4, from).contains {
      scan.isOne($0, of: ThingWords.appeals)
        || scan.isOne($0, of: ThingWords.calling) && scan.isSign($0 + 1, "on")
    }
  }
}

/// Words of what is met, asked for and laid down.
enum ThingWords {
  /// How the refusals of English sentences begin that leave nothing to the model.
  static let finalReasons = ["only sought", "denied", "a match", "a wish or a possibility"]
  static let meeting = Words.set("meet meets met meeting")
  static let about = Words.set(
    "over nearly almost about around all more than only just roughly at least")
  static let quantities = Words.set("all both any every each many some most of")
  static let ends = Words.set("today yesterday tomorrow again twice once here there but to")
  static let things = Words.set(
    """
    need needs requirement requirements demand demands challenge challenges obligation obligations commitment commitments \
    target targets goal goals standard standards deadline deadlines criteria criterion threshold thresholds expectation \
    expectations condition conditions objective objectives quota quotas benchmark benchmarks aspirations cost costs percent \
    pledge pledges timeline timelines timetable shortfall rules guidelines definition bar shortage shortages \
    responsibilities promise promises specifications priorities request requests crisis threat threats emergency urgency \
    ambition ambitions mandate
    """)
  static let shall = Words.set("shall")
  static let intents = Words.set(
    "intend intends intending committed commit commits undertake proponen comprometen")
  static let crowds = Words.set(
    "hundreds dozens thousands scores cientos decenas miles centenares docenas")
  static let appeals = Words.set(
    """
    urging urge urges urged asking ask asks asked encouraging encourage encourages encouraged imploring implored pressing \
    pressed telling challenging challenged inviting invited begging beseeching
    """)
  static let calling = Words.set("call calls called calling")
}

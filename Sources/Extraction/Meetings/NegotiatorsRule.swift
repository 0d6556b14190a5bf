import Gazetteer
import Language
import Records

/// "A and B reached a deal on Sunday. The talks, held in Addis Ababa, lasted three days.", "A no logró un acuerdo con B. Las
/// conversaciones se reanudarán el lunes": who came to terms, or failed to, are those who talked.
struct NegotiatorsRule {
  static let name = "NegotiatorsRule"

  let context: MeetingContext

  /// True for a sentence that may tell so.
  static func isIn(_ scan: Scan, orAnnounced: Bool = false) -> Bool {
    (0..<scan.count).contains { scan.isOne($0, of: NegotiatorWords.accords) }
      && (0..<scan.count).contains {
        scan.isOne($0, of: NegotiatorWords.reaching)
          || orAnnounced && scan.isOne($0, of: NegotiatorWords.announcing)
      }
  }

  /// The sides of an agreement that the sentence tells to be reached or missed, and when; nil if it tells of none.
  func terms(orAnnounced: Bool = false) -> MeetingFrame? {
    let scan = context.scan
    for verb in 0..<scan.count
    where !scan.isCapital(verb)
      && (scan.isOne(verb, of: NegotiatorWords.reaching)
        || orAnnounced && scan.isOne(verb, of: NegotiatorWords.announcing))
      // "sent a team to help seal a deal"
      && !scan.isSign(verb - 1, "help")
    {
      guard
        let noun = scan.span(verb + 1, verb + 10).first(where: {
          scan.isOne($0, of: NegotiatorWords.accords)
        }),
        !scan.span(verb + 1, noun).contains(where: {
          scan.shapes[$0].contains(.punctuation) && !scan.isSign($0, ",")
        })
      else { continue }
      var ids =
        context.arguments.between(after: noun + 1, words: ArgumentWords.betweenWords)?
        .chain.entities ?? []
      if ids.count < 2 {
        ids = context.arguments.subject(of: verb)?.entities ?? []
        ids +=
          context.arguments.with(after: verb + 1, words: ArgumentWords.withWords, limit: 16)?
          .chain.entities ?? []
      }
      let parties = context.parties(ids)
      guard context.areOfTwoSides(parties) else { continue }
      var terms = MeetingFrame(
        rule: NegotiatorsRule.name, sentence: context.sentence, trigger: verb..<(verb + 1),
        principals: parties)
      let day = context.dates.date(of: verb, in: context.sentence)
      terms.date = day?.date
      terms.dateBasis = day?.basis
      return terms
    }
    return nil
  }

  /// The talks of those sides, if the sentence tells where or when they were held: "las conversaciones, que se celebraron en B".
  func talks(of terms: MeetingFrame) -> MeetingFrame? {
    let scan = context.scan
    for token in 1..<max(1, scan.count) {
      guard let match = scan.match(.noun, at: token),
        scan.isOne(token, of: NegotiatorWords.talks)
          || scan.isOne(Int(match.end) - 1, of: NegotiatorWords.talks),
        scan.span(token - 2, token).contains(where: { scan.isDeterminer($0) }),
        isHeld(after: Int(match.end))
      else { continue }
      let end = Int(match.end)
      guard !scan.isOne(end, of: SequelWords.company),
        !scan.span(token - 3, token).contains(where: { scan.isOne($0, of: SequelWords.others) })
      else { continue }
      let verdict = NounRule(context: context).modality(token, end, nil)
      if case .refused = verdict { continue }
      var frame = MeetingFrame(
        rule: NegotiatorsRule.name, sentence: context.sentence, trigger: match.range,
        principals: terms.principals)
      frame.isStatusSure = verdict != .open
      FrameDater(context: context).date(&frame, verdict)
      let isDated = frame.dateSource == .clause || frame.dateSource == .sentence
      guard isDated || frame.place != nil else { continue }
      // They ended when the terms were reached.
      if !isDated, frame.status == .held, let date = terms.date {
        frame.date = date
        frame.dateBasis = terms.dateBasis
        frame.dateSource = .paragraph
      }
      return frame
    }
    return nil
  }

  /// "Tras una reunión de tres horas, A anunció un acuerdo con B", "A reached a deal with B after marathon talks": the meeting that
  /// the terms came out of, where nobody else is told to have held it.
  func source() -> MeetingFrame? {
    let scan = context.scan
    guard let token = (1..<max(1, scan.count)).first(where: isSource),
      let match = scan.match(.noun, at: token), let terms = terms(orAnnounced: true)
    else { return nil }
    var frame = MeetingFrame(
      rule: NegotiatorsRule.name, sentence: context.sentence, trigger: match.range,
      principals: terms.principals)
    let verdict = NounRule(context: context).modality(token, Int(match.end), nil)
    guard verdict == .open || verdict == .held else { return nil }
    frame.mode = context.mode(around: token, default: nil) ?? context.mode(ofNoun: match)
    frame.isStatusSure = true
    FrameDater(context: context).date(&frame, .held)
    return frame
  }

  /// A noun of meeting behind "after" that tells nobody behind it.
  private func isSource(_ token: Int) -> Bool {
    let scan = context.scan
    guard let match = scan.match(.noun, at: token),
      Gazetteer.shared.nouns[Int(match.index)].strength != .event,
      !scan.span(Int(match.end), Int(match.end) + 3).contains(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
          || scan.isOne($0, of: ArgumentWords.betweenWords)
      })
    else { return false }
    // "Tras una reunión de su gabinete": theirs.
    if scan.isOne(Int(match.end), of: Words.of),
      !NounRule(context: context).isDuration(Int(match.end) + 1)
    {
      return false
    }
    var at = token - 1
    while at > 0, token - at < 8,
      scan.shapes[at].contains(.lower) || scan.shapes[at].contains(.digit)
        || scan.shapes[at].contains(.glue),
      !scan.has(.verb, at: at), !scan.isOne(at, of: NegotiatorWords.afters)
    { at -= 1 }
    return scan.isOne(at, of: NegotiatorWords.afters) && !scan.isSign(at + 1, "que")
  }

  /// "held in Quito", ", which took place", "que se realizaron", "concluded on Sunday".
  private func isHeld(after end: Int) -> Bool {
    context.scan.span(end, end + 5).contains {
      context.scan.isOne($0, of: NegotiatorWords.held)
    }
  }
}

enum NegotiatorWords {
  static let reaching = Words.set(
    """
    reach reached reaching reaches strike struck clinch clinched seal sealed \
    lograr logró lograron logrado alcanzar alcanzó alcanzaron alcanzado llegar llegó llegaron llegado cerrar cerró cerraron \
    sellaron selló concretar concretaron arribaron
    """)
  static let announcing = Words.set("announced announce anunció anunciaron")
  static let afters = Words.set("after following tras después luego término cabo")
  static let accords = Words.set(
    """
    agreement deal accord truce ceasefire pact compromise understanding settlement acuerdo pacto entendimiento compromiso \
    tregua convenio consenso
    """)
  static let talks = Words.set(
    "talks negotiations discussions conversaciones negociaciones diálogos pláticas diálogo")
  static let held = Words.set(
    """
    held took began opened ended concluded lasted hosted mediated brokered celebradas celebrados celebraron realizadas \
    realizaron tuvieron desarrollaron iniciaron comenzaron concluyeron terminaron finalizaron duraron auspiciadas mediadas
    """)
}

import Gazetteer
import Language

/// Mechanisms that stand, talks that go on and meetings to come that another one is told beside.
extension NounRule {
  /// Why a noun tells of a mechanism and of no occasion; nil if it may tell of one. What has a day took place on it.
  func standing(_ token: Int, _ end: Int, _ support: Int?) -> String? {
    let scan = context.scan
    let start = nameStart(token)
    let before = scan.span(min(start - 7, listStart(start)), start)
    // "founded the U.S.-Peru Energy Dialogue", "acordaron lanzar el Diálogo Estratégico": a name that begins to be one.
    let isNamed = scan.isCapital(token) && token > 0
    let found =
      isNamed
      ? before.last {
        // "was launched at the G20 Summit": something else was.
        scan.isOne($0, of: StandingWords.founding) && !scan.isCapital($0)
          && !scan.isOne($0 + 1, of: PlaceWords.locatives)
      } : nil
    // "existing mechanisms, including the Defence Dialogue between A and B"
    let listed =
      isNamed
      ? scan.span(start - 12, start).last {
        scan.isOne($0, of: StandingWords.channels)
          && scan.span($0 + 1, $0 + 4).contains { scan.isOne($0, of: StandingWords.including) }
      } : nil
    // "chair of the U.S.-Iraq Business Dialogue"
    let chaired =
      isNamed && scan.isOne(governor(start), of: Words.of)
        && scan.isOne(governor(start) - 1, of: StandingWords.chairs)
      ? governor(start) - 1 : nil
    // "work through a new ministerial Dialogue between A and B", "shall be resolved through consultations between A and B"
    let means =
      scan.isOne(governor(start), of: NounWords.means)
        && (isNamed
          || scan.span(start - 9, start).contains {
            scan.isOne($0, of: StandingWords.duties) || context.modality.isFuture($0)
          })
      ? governor(start) : nil
    // "the regular convening of the Maritime Dialogue"
    let regular = scan.span(min(start - 5, listStart(start) - 2), start).last {
      scan.isOne($0, of: StandingWords.regular)
    }
    guard let at = found ?? listed ?? chaired ?? means ?? regular, !hasDay else { return nil }
    return "a mechanism: \"\(scan.tokens[at].form)\""
  }

  private var hasDay: Bool {
    context.reading.analysis.dates(in: context.sentence).contains {
      $0.date.map { $0.latest.number - $0.earliest.number < 32 } == true
    }
  }

  /// Where the capitals of a noun's name begin: "the first U.S.-Peru High-Level Security Dialogue".
  func nameStart(_ token: Int) -> Int {
    let scan = context.scan
    var start = token
    while !scan.isSpanish, start > 0, token - start < 12,
      scan.isCapital(start - 1)
        || scan.shapes[start - 1].contains(.glue)
          && !scan.isSign(start - 1, ",")
    { start -= 1 }
    return start
  }

  /// "founded the U.S.-Peru Energy Dialogue and the U.S.-Chile Water Dialogue": the word before a list of names.
  private func listStart(_ start: Int) -> Int {
    let scan = context.scan
    var at = start - 1
    while at > 0, start - at < 24,
      scan.isCapital(at) || scan.isDeterminer(at) || scan.isOne(at, of: Words.and)
        || scan.isOne(at, of: StandingWords.links) || scan.shapes[at].contains(.glue)
        || scan.isSign(at, ",")
    { at -= 1 }
    return at
  }

  /// The word before a noun's article and adjectives.
  private func governor(_ start: Int) -> Int {
    let scan = context.scan
    var at = start - 1
    while at > 0, start - at < 6,
      scan.isDeterminer(at) || scan.isOne(at, of: NounWords.indefinite)
        || scan.isOne(at, of: StandingWords.adjectives) || scan.shapes[at].contains(.glue)
        || scan.isSign(at, ",") && scan.isOne(at - 1, of: StandingWords.adjectives)
    { at -= 1 }
    return at
  }

  /// "the Conference on Reconstruction held in Tokyo on 19 February": what follows the noun's name tells that it is over.
  func isHeldBehind(_ end: Int) -> Bool {
    let scan = context.scan
    for at in scan.span(end, end + 12) {
      if scan.isOne(at, of: StandingWords.held) {
        return scan.isOne(at + 1, of: PlaceWords.locatives)
          && !scan.isOne(at - 1, of: NounWords.be) && !scan.isOne(at - 1, of: ModalWords.haves)
      }
      guard
        scan.isCapital(at) || scan.isDeterminer(at) || scan.isOne(at, of: StandingWords.links)
          || scan.isOne(at, of: Words.and) || scan.isOne(at - 1, of: StandingWords.links)
      else { return false }
    }
    return false
  }

  /// "talks on trade, further deepening the partnership with B": a clause of its own.
  func isGerundClause(_ at: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, scan.isSign(at, ","), at + 2 < scan.count else { return false }
    let isModified =
      scan.isOne(at + 1, of: StandingWords.adverbs) || scan.tokens[at + 1].form.hasSuffix("ly")
    let verb = isModified ? at + 2 : at + 1
    return scan.tokens[verb].form.hasSuffix("ing") && scan.shapes[verb].contains(.lower)
      && !scan.isOne(verb, of: ArgumentWords.including) && !scan.has(.noun, at: verb)
      && !scan.has(.verb, at: verb)
  }

  /// "the ongoing peace talks", "las negociaciones en curso": no occasion of the day on which they are spoken of.
  func isOngoing(_ token: Int) -> Bool {
    let scan = context.scan
    return scan.span(token - 4, token).contains { scan.isOne($0, of: StandingWords.ongoing) }
      || scan.isSpanish
        && scan.span(token + 1, token + 5).contains {
          scan.isOne($0, of: StandingWords.ongoing)
            || scan.isSign($0, "curso") && scan.isSign($0 - 1, "en")
        }
  }

  /// "thanked B on Monday in Doha for mediating the ongoing talks between C and D": what goes on has no day and no place but those that
  /// stand behind it.
  func partOngoing(_ frame: inout MeetingFrame) {
    let token = frame.trigger.lowerBound
    guard frame.status == .held, isOngoing(token) else { return }
    if let date = frame.date,
      frame.dateSource == .paragraph || context.dateTokens(of: date).allSatisfy({ $0 < token })
    {
      frame.forgetDate()
    }
    if frame.date == nil { frame.isBackground = true }
    if frame.place.map({ context.placeTokens(of: $0).allSatisfy { $0 < token } }) ?? true {
      frame.setPlace(nil, isSure: true)
    }
  }

  /// "met in Riyadh today with A, the host of the upcoming summit with B": what stands before is the day and the place of the other.
  func partUpcoming(_ frame: inout MeetingFrame) {
    let scan = context.scan
    let token = frame.trigger.lowerBound
    guard frame.status == .planned,
      let word = scan.span(nameStart(token) - 4, token).last(where: {
        scan.isOne($0, of: StandingWords.upcoming)
      }),
      scan.span(0, word).contains(where: { at in
        !scan.isCapital(at) && !scan.has(.noun, at: at)
          && scan.match(.verb, at: at).map {
            [.meet, .receive, .talk, .call].contains(
              Gazetteer.shared.verbs[Int($0.index)].frame)
          } == true
      })
    else { return }
    if let date = frame.date, frame.dateSource != .paragraph,
      context.dateTokens(of: date).allSatisfy({ $0 < word })
    {
      frame.forgetDate()
    }
    if let place = frame.place, context.placeTokens(of: place).allSatisfy({ $0 < word }) {
      frame.setPlace(nil, isSure: true)
    }
  }
}

/// Words of mechanisms, of what goes on and of what is to come.
enum StandingWords {
  static let founding = Words.set(
    """
    initiated initiate initiating founded founding found establish established establishing institutionalize \
    institutionalized institutionalizing create created creating launch launched launching lanzar lanzaron lanzó fundó \
    fundaron fundar crear creó crearon instituyó instituir establecer estableció establecieron
    """)
  static let channels = Words.set(
    "mechanism mechanisms channels frameworks avenues formats platforms mecanismos canales formatos foros"
  )
  static let including = Words.set("including like such incluido incluida incluyendo como")
  static let chairs = Words.set(
    "chair co-chair chairman chairwoman head director member secretary coordinator presidente copresidente miembro"
  )
  static let duties = Words.set("shall must should will")
  static let adverbs = Words.set("further also then thus thereby")
  static let regular = Words.set("regular periodic regularly periódica periódicas periódicos")
  static let adjectives = Words.set(
    "new annual regular ministerial ministerial-level high-level level first existing dedicated bilateral nuevo nueva"
  )
  static let held = Words.set("held convened")
  static let links = Words.set("on for of in with the")
  static let ongoing = Words.set(
    "ongoing current continuing stalled curso")
  static let upcoming = Words.set("upcoming forthcoming next próxima próximo")
}

import Language

/// "asked for a meeting with B", "dismissed reports of a meeting with B": English words right before a noun of meeting that tell
/// that it was only sought, only said to be, or got ready.
extension NounRule {
  /// The word that makes the noun none: "requested a call with B", "is considering a meeting with B", "rumours of talks with B".
  func sought(_ token: Int) -> String? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    let at = head(before: token)
    guard at >= 0 else { return nil }
    if scan.isOne(at, of: SoughtWords.seeking), !scan.isCapital(at) { return scan.tokens[at].form }
    guard at > 0 else { return nil }
    if scan.isSign(at, "for") {
      return scan.isOne(at - 1, of: SoughtWords.asking) ? scan.tokens[at - 1].form : nil
    }
    guard scan.isSign(at, "of") || scan.isSign(at, "about") else { return nil }
    if scan.isOne(at - 1, of: SoughtWords.rumours) { return scan.tokens[at - 1].form }
    // "dismissed reports of a meeting"
    guard scan.isOne(at - 1, of: SoughtWords.reports),
      let verb = scan.span(at - 6, at - 1).first(where: {
        scan.isOne($0, of: SoughtWords.denying)
      })
    else { return nil }
    return scan.tokens[verb].form
  }

  /// "Preparations are under way for a meeting", "is preparing for talks with B".
  func isPrepared(_ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish else { return false }
    let at = head(before: token)
    return at > 0 && scan.isSign(at, "for")
      && scan.span(at - 5, at).contains { scan.isOne($0, of: SoughtWords.preparing) }
  }

  /// "pressed B to hold talks with C", "encouraged B and C to resume their talks": whoever is to hold them is only asked to.
  func isAskedFor(_ support: Int, _ subject: Chain?) -> Bool {
    guard !context.scan.isSpanish, let subject else { return false }
    return MeetRule(context: context).isAppealed(subject, support)
  }

  /// "put off a meeting with B until May 20": a new day stands behind.
  func isPutOff(_ token: Int, _ end: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish else { return false }
    let at = head(before: token)
    guard at >= 0, scan.isOne(at, of: SoughtWords.moving) else { return false }
    return CalledOff(context: context).day(until: end) != nil
  }

  /// Where "at", "during" or "after" stands right before the noun and its adjectives: in "rejected the plan at a meeting with B" the
  /// meeting is not rejected. 0 where none does.
  func circumstance(_ token: Int) -> Int {
    let scan = context.scan
    guard !scan.isSpanish else { return 0 }
    let at = head(before: token)
    guard at > 0 else { return 0 }
    let isCall = scan.isSign(at, "in") && scan.isDeterminer(at + 1)
    // "hinted at a meeting with B"
    if scan.isOne(at - 1, of: NounWords.longings) { return 0 }
    return isCall || scan.isOne(at, of: SoughtWords.circumstances) ? at : 0
  }

  /// The word before the noun's article and adjectives.
  private func head(before token: Int) -> Int {
    let scan = context.scan
    var at = token - 1
    while at > 0, at > token - 6,
      scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives)
        || scan.isOne(at, of: MeetWords.adjectives) || scan.isOne(at, of: ToldWords.adjectives)
        || scan.has(.modifier, at: at)
    { at -= 1 }
    return at
  }
}

/// Words before what is only sought, rumoured or got ready.
enum SoughtWords {
  static let seeking = Words.set(
    """
    sought seeking seeks seek requested requesting requests request considering considers weighing mulling contemplating \
    suggested suggesting suggests demanded demanding demands proposing
    """)
  static let asking = Words.set(
    """
    asked asking asks ask pushed pushing pushes pressed pressing calling called calls appealed lobbied pleaded hoping hopes \
    hoped angling
    """)
  static let rumours = Words.set(
    "rumours rumors speculation possibility prospect prospects chances")
  static let reports = Words.set("reports report claims claim allegations suggestions accounts")
  static let denying = Words.set(
    "denied denies deny denying dismissed dismisses dismissing rejected rejects refuted rebutted disputed"
  )
  static let preparing = Words.set(
    "preparations preparation preparing prepares groundwork arrangements")
  static let circumstances = Words.set("at during after following")
  static let moving = Words.set("off postponed delayed back rescheduled deferred")
}

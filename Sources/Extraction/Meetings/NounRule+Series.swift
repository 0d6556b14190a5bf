import Language

/// Several meetings told as one, which no single day dates.
extension NounRule {
  /// "have held talks for years": a series, which the day of the article does not date.
  func isOfYears(_ end: Int) -> Bool {
    let scan = context.scan
    return !scan.isSpanish && scan.isSign(end, "for")
      && scan.span(end + 1, end + 4).contains { scan.isOne($0, of: NounWords.ages) }
  }

  /// "Después de una serie de pláticas entre A y B, C presentó el domingo", "After weeks of talks with B, A announced on Sunday":
  /// what went before has not the day of what is told behind its comma.
  func isEarlierSeries(_ token: Int) -> Bool {
    let scan = context.scan
    guard
      let many = scan.span(token - 5, token).last(where: { scan.isOne($0, of: SeriesWords.many) }),
      scan.span(many + 1, token).allSatisfy({
        scan.shapes[$0].contains(.lower) && !scan.has(.verb, at: $0)
      })
    else { return false }
    return scan.span(many - 4, many).contains { scan.isOne($0, of: SeriesWords.before) }
  }

  /// Leaves an earlier series without a day, unless its own words tell one.
  func forgetDayOfOthers(_ frame: inout MeetingFrame, _ token: Int) {
    guard isEarlierSeries(token) else { return }
    frame.isBackground = true
    let scan = context.scan
    let end = scan.span(token, scan.count).first { scan.isSign($0, ",") } ?? scan.count
    let hasOwn = context.reading.analysis.dates(in: context.sentence).contains {
      $0.tokens.lowerBound > token && $0.tokens.upperBound <= end && $0.date != nil
        && $0.date == frame.date
    }
    if !hasOwn { frame.forgetDate() }
  }
}

/// Words of several meetings told as one.
enum SeriesWords {
  static let many = Words.set(
    """
    serie semanas meses años varias varios numerosas numerosos múltiples sucesivas sucesivos repetidas repetidos series \
    weeks months years several numerous multiple repeated successive
    """)
  static let before = Words.set("tras después luego pese pesar cabo after following despite")
}

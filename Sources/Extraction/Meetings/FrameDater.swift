import Gazetteer
import Language
import Records

/// Gives a frame its status and its date, each from the other where one is open.
struct FrameDater {
  let context: MeetingContext

  /// Sets status, date and place of a frame.
  func date(_ frame: inout MeetingFrame, _ verdict: Modality.Answer) {
    let published = context.reading.analysis.article.published
    var answer = context.dates.date(
      of: frame.trigger.lowerBound, in: frame.sentence,
      isPlanned: verdict == .planned || verdict == .cancelled,
      within: context.clause(of: frame.trigger.lowerBound),
      isOfDays: !context.scan.isOne(0, of: DaterWords.thens))
    if let found = answer, isOfOther(found, frame) { answer = nil }
    let isBefore = verdict == .open && isStillAhead(frame.trigger.lowerBound)
    if isBefore, let found = answer, isBeforeTrigger(found.date, frame) { answer = nil }
    frame.date = answer?.date
    frame.dateBasis = answer?.basis
    frame.dateSource = answer?.source
    if let date = answer?.date, let published {
      let isToCome = verdict == .planned || verdict == .cancelled && isSetFor(date)
      let isDone = verdict == .held && isDone(frame.trigger)
      if let shifted = shifted(
        date, published, isPlanned: isToCome || isBefore, isDone: isDone, frame)
        ?? (verdict == .open ? ahead(date, published, frame) : nil)
      {
        frame.date = shifted
      }
    }
    switch verdict {
    case .held: frame.status = .held
    case .planned: frame.status = .planned
    case .cancelled: frame.status = .cancelled
    case .open:
      frame.status = .held
      if let date = frame.date, let published, date.earliest > published.latest {
        frame.status = .planned
      }
      if answer == nil, isAhead(frame.trigger.lowerBound) { frame.status = .planned }
    case .refused: break
    }
    if frame.status == .held, let date = frame.date, let published,
      date.earliest > published.latest
    {
      // "spoke with B, who will travel tomorrow": a day to come is no day of what is told as done.
      if verdict == .held,
        context.scan.isSpanish || answer?.source != .clause || isPast(frame)
      {
        frame.forgetDate()
      } else {
        frame.status = .planned
      }
    }
    // "the first time since the war began in 2011 that both will meet": a day that is over is no day of what is to come.
    if frame.status == .planned, let date = frame.date, let published,
      date.latest < published.earliest
    {
      frame.forgetDate()
    }
    frame.isBackground =
      isPerfect(frame.trigger.lowerBound) || frame.date == nil && isVague(frame.trigger)
    takeNearest(&frame)
    if isOfTelling(frame) { frame.dateIsWeak = true }
    MeetingPlace(context: context).place(&frame)
  }

  /// "discussed Japan's leadership of the G7 last year", "Building on her August 2023 visit to Accra, A and B reviewed progress": a
  /// month, a year or more that belongs to what is talked about, or to what went before. "over the next decade" is no day at all.
  private func isOfOther(_ answer: EventDates.Answer, _ frame: MeetingFrame) -> Bool {
    let days = answer.date.latest.number - answer.date.earliest.number
    guard days > 6 else { return false }
    if days > 800, answer.basis == .relative { return true }
    guard answer.source == .clause || answer.source == .sentence else { return false }
    let (token, end) = (frame.trigger.lowerBound, frame.trigger.upperBound)
    let tokens = context.dateTokens(of: answer.date)
    if !context.opening.contains(token), !context.opening.isEmpty,
      tokens.allSatisfy(context.opening.contains)
    {
      return true
    }
    return tokens.allSatisfy { $0 > end + 2 && !isBehindParty($0, frame) }
      // "raised the issue with B when she visited Lusaka in January"
      && !context.scan.span(end, tokens.first ?? end).contains {
        context.scan.isOne($0, of: DaterWords.whens)
          // "discussed the organisation of a summit in August" is of no meeting in August.
          || context.scan.has(.noun, at: $0) && !isOfMatter($0)
      }
      && context.scan.match(.verb, at: token).map {
        Gazetteer.shared.verbs[Int($0.index)].frame == .discuss
      } == true
  }

  /// "the organisation of a summit", "preparations for talks": an occasion that is only talked about.
  private func isOfMatter(_ noun: Int) -> Bool {
    let scan = context.scan
    let link = scan.span(noun - 6, noun).last { scan.isOne($0, of: Resolver.prepositions) }
    return !scan.isSpanish && link.map { scan.isOne($0, of: Words.of) } == true
  }

  /// "discussed trade with B in March", "discussed trade in Lisbon in March": the time stands behind who met, or where.
  private func isBehindParty(_ token: Int, _ frame: MeetingFrame) -> Bool {
    let scan = context.scan
    var end = token
    while end > 0, scan.isOne(end - 1, of: PlaceWords.locatives) || scan.isDeterminer(end - 1) {
      end -= 1
    }
    if scan.isSign(end - 1, ",") { end -= 1 }
    return context.reading.mentions(in: frame.sentence).contains { index in
      let mention = context.reading.analysis.mentions[index]
      return mention.tokens.upperBound == end
        && mention.entities.contains(where: frame.principals.contains)
    }
      || context.reading.analysis.places(in: frame.sentence).contains {
        $0.tokens.upperBound == end
          && scan.isOne($0.tokens.lowerBound - 1, of: PlaceWords.inside)
      }
  }

  /// "Ahead of a meeting with B on Friday, A said", "arrived on Thursday ahead of talks with B": what is to follow, where nothing but the
  /// article's own day is told of what went before.
  private func isStillAhead(_ token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish, let published = context.reading.analysis.article.published else {
      return false
    }
    if isLeaving(before: token) {
      return context.reading.analysis.dates(in: context.sentence).allSatisfy {
        $0.tokens.lowerBound > token || $0.date == nil || $0.date == published
      }
    }
    guard
      let of = scan.span(token - 5, token).last(where: {
        scan.isSign($0, "of") && scan.isOne($0 - 1, of: DaterWords.before)
      }),
      scan.span(of + 1, token).allSatisfy({
        !scan.has(.verb, at: $0) && !scan.shapes[$0].contains(.punctuation)
      })
    else { return false }
    return context.reading.analysis.dates(in: context.sentence).allSatisfy { mention in
      guard let date = mention.date else { return true }
      return mention.tokens.lowerBound > of ? date.earliest == date.latest : date == published
    }
  }

  /// "left for Oslo to hold talks with B", "departed for Bern for a meeting with B".
  private func isLeaving(before token: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish,
      let verb = scan.span(token - 12, token).last(where: {
        scan.isOne($0, of: DaterWords.leaving) && scan.isSign($0 + 1, "for")
      })
    else { return false }
    return scan.isCapital(verb + 2)
      && !scan.span(verb, token).contains {
        scan.shapes[$0].contains(.punctuation) || scan.isOne($0, of: Words.and)
          || scan.isOne($0, of: ModalWords.afters)
      }
  }

  /// True if a day is told only before a frame.
  private func isBeforeTrigger(_ date: EDTF, _ frame: MeetingFrame) -> Bool {
    context.dateTokens(of: date).allSatisfy { $0 < frame.trigger.lowerBound }
  }

  /// Dates a frame whose status is known by a day that its own clause tells.
  func set(_ day: DateMention, of frame: inout MeetingFrame) {
    frame.setDay(day)
    guard let date = day.date, let published = context.reading.analysis.article.published else {
      return
    }
    let isPlanned = frame.status == .planned
    frame.date = shifted(date, published, isPlanned: isPlanned, isDone: false, frame) ?? date
  }

  /// True if the words tell that it is over, whatever else they tell of the future.
  private func isDone(_ trigger: Range<Int>) -> Bool {
    context.modality.isAfterward(trigger.lowerBound)
      || context.scan.isOne(trigger.upperBound, of: NounWords.heldBehind)
  }

  /// "cancelled a meeting planned for Friday", "el encuentro previsto para el 3 de junio": the day that it was set for.
  private func isSetFor(_ date: EDTF) -> Bool {
    let scan = context.scan
    return context.reading.analysis.dates(in: context.sentence).contains { mention in
      mention.date == date && !mention.tokens.contains { scan.isOne($0, of: DaterWords.over) }
        && scan.span(mention.tokens.lowerBound - 3, mention.tokens.lowerBound).contains {
          scan.isOne($0, of: DaterWords.setFor) || scan.isOne($0, of: NounWords.arranged)
        }
        && !scan.span(0, mention.tokens.lowerBound).contains {
          scan.isOne($0, of: DaterWords.hads) && scan.isOne($0 + 1, of: ModalWords.cancels)
        }
    }
  }

  /// "is to dine with B on Monday": where the words tell which side of the article's date a day of the week is on, the day
  /// that was found on the other side is a week off.
  private func shifted(
    _ date: EDTF, _ published: EDTF, isPlanned: Bool, isDone: Bool, _ frame: MeetingFrame
  ) -> EDTF? {
    // "acordaron ampliar el comercio en una reunión celebrada el lunes": what is to come is something else.
    if isDone, date.earliest > published.latest {
      let days = date.earliest.number - published.earliest.number
      if isWeekday(date), days <= 7 { return EDTF(date.earliest.adding(days: -7)) }
      if isBareMonth(date) { return date.shifted(years: -1) }
    }
    // "acordaron reunirse en abril", "look forward to meeting on March 20": of the next year, where this year's is over.
    if isPlanned, date.latest < published.earliest,
      isBareMonth(date) || !context.scan.isSpanish && isYearless(date),
      published.earliest.number - date.latest.number < (context.scan.isSpanish ? 300 : 366)
    {
      return date.shifted(years: 1)
    }
    guard !context.scan.isSpanish || isPlanned, frame.dateBasis == .relative,
      date.earliest == date.latest,
      published.earliest == published.latest, isWeekday(date),
      !context.scan.isSpanish || isBehind(date, frame.trigger.lowerBound) || isSetFor(date)
    else { return nil }
    let days = date.earliest.number - published.earliest.number
    if isPlanned, days < 0, days >= -7 { return EDTF(date.earliest.adding(days: 7)) }
    if !isPlanned, days > 0, days <= 7, isPast(frame) {
      return EDTF(date.earliest.adding(days: -7))
    }
    return nil
  }

  /// "se reúne este jueves en Antalya", written on a Wednesday: a Spanish present tells of the day to come.
  private func ahead(_ date: EDTF, _ published: EDTF, _ frame: MeetingFrame) -> EDTF? {
    let scan = context.scan
    guard frame.dateBasis == .relative, date.earliest == date.latest,
      published.earliest == published.latest, isWeekday(date)
    else { return nil }
    let days = date.earliest.number - published.earliest.number
    let token = frame.trigger.lowerBound
    // "is hosting B in Rome on Friday"
    if !scan.isSpanish {
      guard days < 0, days > -7 else { return nil }
      let isComing =
        scan.tokens[token].form.hasSuffix("ing")
        && scan.span(token - 2, token).contains { scan.isOne($0, of: NounWords.presentBe) }
      return isComing || isPresent(token) && isBehindOrGoing(date, token)
        ? EDTF(date.earliest.adding(days: 7)) : nil
    }
    let verb =
      scan.has(.verb, at: token) && !scan.has(.noun, at: token)
      ? token
      : scan.span(token - 9, token).last {
        scan.has(.verb, at: $0) && !scan.isCapital($0) && !scan.has(.noun, at: $0)
      }
    guard days < 0, days > -7, let verb, scan.isOne(verb, of: DaterWords.presents) else {
      return nil
    }
    return EDTF(date.earliest.adding(days: 7))
  }

  /// "A and B meet in Oslo on Friday", "hold talks on Friday", "heads to Oslo on Friday to meet B": an English present.
  private func isPresent(_ token: Int) -> Bool {
    let scan = context.scan
    if scan.isSign(token - 1, "to") {
      return scan.span(token - 9, token).contains { scan.isOne($0, of: DaterWords.goes) }
    }
    let verb =
      scan.has(.noun, at: token)
      ? scan.span(token - 3, token).last { scan.isOne($0, of: DaterWords.meets) } : token
    guard let verb, scan.isOne(verb, of: DaterWords.meets) else { return false }
    return context.arguments.chains.contains { $0.tokens.upperBound == verb }
  }

  private func isBehindOrGoing(_ date: EDTF, _ token: Int) -> Bool {
    isBehind(date, token) || context.scan.isSign(token - 1, "to")
  }

  /// "aterrizó este lunes y tiene previsto reunirse": the day of another verb is not moved.
  private func isBehind(_ date: EDTF, _ token: Int) -> Bool {
    context.reading.analysis.dates(in: context.sentence).contains {
      $0.date == date && $0.tokens.lowerBound > token
    }
  }

  func isBareMonth(_ date: EDTF) -> Bool {
    date.description.utf8.count == 7
      && context.reading.analysis.dates(in: context.sentence).contains { mention in
        mention.date == date && mention.tokens.count == 1
      }
  }

  /// "March 20", told without its year and more than two months from the day of the article.
  private func isYearless(_ date: EDTF) -> Bool {
    context.reading.analysis.dates(in: context.sentence).contains { mention in
      mention.date == date && date.description.utf8.count == 10 && mention.tokens.count == 2
        && mention.tokens.allSatisfy {
          context.scan.tokens[$0].form.utf8.count < 3
            || context.scan.isCapital($0) && !context.scan.isOne($0, of: DaterWords.weekdays)
        }
    }
  }

  func isWeekday(_ date: EDTF) -> Bool {
    context.reading.analysis.dates(in: context.sentence).contains { mention in
      mention.date == date
        && mention.tokens.contains { context.scan.isOne($0, of: DaterWords.weekdays) }
    }
  }

  /// True for a verb whose form can only be the past.
  private func isPast(_ frame: MeetingFrame) -> Bool {
    guard frame.trigger.lowerBound < context.scan.count else { return false }
    let form = context.scan.tokens[frame.trigger.lowerBound].form.lowercased()
    return [
      "met", "spoke", "talked", "sat", "hosted", "received", "discussed", "conferred", "signed",
    ]
    .contains(form)
  }

  /// "had met", "se había reunido", "last met".
  private func isPerfect(_ token: Int) -> Bool {
    let scan = context.scan
    return (max(0, token - 4)..<token).contains { at in
      guard scan.isOne(at, of: ModalWords.perfect) else { return false }
      // "held their first meeting in years", "celebró su primera reunión con B"
      if scan.isSign(at, scan.isSpanish ? "primera" : "first"), scan.has(.noun, at: token),
        scan.isOne(at - 1, of: Words.possessives) || scan.isPossessive(at - 1)
          || scan.span(at - 3, at).contains(where: {
            scan.match(.verb, at: $0).map {
              Gazetteer.shared.verbs[Int($0.index)].frame == .hold
            } == true
          })
      {
        return false
      }
      // "had a meeting", "had talks with" is the past, not the past of the past.
      let isVerbItself =
        scan.isSign(at, "had")
        && (scan.isDeterminer(at + 1) || scan.isOne(at + 1, of: Words.possessives)
          || scan.has(.noun, at: token)
            && !scan.span(at + 1, token).contains {
              scan.has(.verb, at: $0) || scan.isOne($0, of: ModalWords.perfect)
            })
      return !isVerbItself
    }
  }

  /// "ahead of", "to meet" after a verb to come.
  private func isAhead(_ token: Int) -> Bool {
    let scan = context.scan
    // "agreed to end their dispute after talks"
    if scan.span(token - 4, token).contains(where: { scan.isOne($0, of: DaterWords.afterwards) }) {
      return false
    }
    if isLeaving(before: token) { return true }
    for at in max(0, token - 30)..<max(0, token) {
      if at > 0, scan.isCapital(at) { continue }
      // "agreed at their talks to open a corridor"
      if !scan.isSpanish, scan.isOne(at + 1, of: DaterWords.occasions) { continue }
      if scan.isOne(at, of: ModalWords.plans) || context.modality.isFuture(at) { return true }
      if scan.isOne(at, of: DaterWords.before) || scan.isSign(at, "upcoming") { return true }
    }
    return false
  }
}

extension EDTF {
  /// The same day or month of another year; nil where there is none, as of February 29.
  func shifted(years: Int) -> EDTF? {
    Int(description.prefix(4)).flatMap { EDTF("\($0 + years)" + description.dropFirst(4)) }
  }
}

enum DaterWords {
  static let meets = Words.set("meet hold")
  static let goes = Words.set("heads travels flies departs")
  static let leaving = Words.set("left departed leaves departs")
  static let before = Words.set("ahead eve")
  static let setFor = Words.set("for para due scheduled planned set")
  static let over = Words.set("last past pasado pasada último ayer yesterday")
  static let whens = Words.set("when during cuando durante")
  /// What goes on with the time told of last, however long that was.
  static let thens = Words.set("then entonces")
  static let hads = Words.set("had había habían")
  /// Finite forms of the present of Spanish verbs of meeting.
  static let presents = Words.set(
    """
    reúne reúnen entrevista entrevistan encuentra encuentran recibe reciben mantiene mantienen sostiene sostienen celebra \
    celebran ve ven conversa conversan dialoga dialogan habla hablan visita visitan almuerza almuerzan cena cenan
    """)
  static let occasions = Words.set("at during")
  static let afterwards = Words.set("after following tras")
  static let vague = Words.set(
    "recently lately previously recientemente últimamente anteriormente previamente")
  static let weekdays = Words.set(
    "monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo"
  )
}

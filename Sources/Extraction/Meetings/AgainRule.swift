import Gazetteer
import Language
import Records

/// "met in Guliston on May 1 and again in Batken on May 9", "met twice, on 3 March and 7 April", "ya habló en dos ocasiones: el 3
/// de marzo y el 7 de abril": one clause that tells of several days tells of several meetings.
struct AgainRule {
  let context: MeetingContext

  /// The frame, if its words tell of one day; one for each day else.
  func split(_ frame: MeetingFrame) -> [MeetingFrame] {
    guard frame.sentence == context.sentence else { return [frame] }
    if let second = again(frame) ?? second(frame) { return [frame, second] }
    return occasions(frame) ?? [frame]
  }

  /// "and again in Batken on May 9"
  private func again(_ frame: MeetingFrame) -> MeetingFrame? {
    let scan = context.scan
    guard
      let at = scan.span(frame.trigger.upperBound, frame.trigger.upperBound + 30).first(where: {
        scan.isOne($0, of: Words.and) && scan.isOne($0 + 1, of: AgainWords.again)
      }),
      !scan.span(frame.trigger.upperBound, at).contains(where: {
        scan.isSign($0, ";") || scan.shapes[$0].contains(.quote)
      })
    else { return nil }
    let start = at + 1
    return other(frame, day: start, within: 8) {
      $0 > start && $0 - start <= 10
    }
  }

  /// "La primera reunión se celebró en enero en Lima | y la segunda, en Quito en marzo", "The first was in Oslo in May | and the second in
  /// Riga in June": the next of a count, with a day of its own.
  private func second(_ frame: MeetingFrame) -> MeetingFrame? {
    let scan = context.scan
    let token = frame.trigger.lowerBound
    guard scan.span(token - 3, token + 1).contains(where: { scan.isOne($0, of: AgainWords.first) }),
      let at = scan.span(frame.trigger.upperBound, frame.trigger.upperBound + 30).first(where: {
        scan.isOne($0, of: Words.and) && scan.isDeterminer($0 + 1)
          && scan.isOne($0 + 2, of: AgainWords.next)
      })
    else { return nil }
    return other(frame, day: at, within: 14) { place in
      place > at + 2 && place - at <= 14
        && scan.span(place - 5, place).contains { scan.isOne($0, of: PlaceWords.inAt) }
    }
  }

  /// The same people on the first other day that the sentence tells within so many tokens past `start`, at the first place whose
  /// first token is fit; nil if no such day is told.
  private func other(
    _ frame: MeetingFrame, day start: Int, within limit: Int, at isFit: (Int) -> Bool
  ) -> MeetingFrame? {
    let analysis = context.reading.analysis
    guard
      let date = analysis.dates(in: context.sentence).first(where: {
        $0.tokens.lowerBound > start && $0.tokens.lowerBound - start <= limit && $0.date != nil
      }), date.date != frame.date
    else { return nil }
    var other = frame
    other.setDay(date)
    other.dateIsWeak = false
    let place = analysis.places(in: context.sentence).first { isFit($0.tokens.lowerBound) }
    other.setPlace(place?.name, isSure: true)
    return other
  }

  /// "twice, on 3 March and 7 April"
  private func occasions(_ frame: MeetingFrame) -> [MeetingFrame]? {
    let scan = context.scan
    let end = frame.trigger.upperBound
    guard
      let count = scan.span(end, end + 12).first(where: { at in
        scan.isOne(at, of: AgainWords.times)
          || scan.isOne(at, of: AgainWords.numbers) && scan.isOne(at + 1, of: AgainWords.occasions)
      })
    else { return nil }
    var days = context.reading.analysis.dates(in: context.sentence).filter {
      $0.tokens.lowerBound > count && $0.date != nil && $0.tokens.lowerBound - count <= 40
    }
    guard days.count > 1, let first = days.first, first.tokens.lowerBound - count <= 6 else {
      return nil
    }
    days = Array(days.prefix(4))
    let places = context.reading.analysis.places(in: context.sentence)
    return days.enumerated().map { n, day in
      let next = n + 1 < days.count ? days[n + 1].tokens.lowerBound : scan.count
      var one = frame
      one.setDay(day)
      one.dateIsWeak = false
      let place = places.first {
        $0.tokens.lowerBound >= day.tokens.upperBound && $0.tokens.lowerBound < next
          && $0.tokens.lowerBound - day.tokens.upperBound <= 4
      }
      one.setPlace(place?.name, isSure: place != nil)
      return one
    }
  }
}

enum AgainWords {
  static let first = Words.set("first primer primera primero")
  static let next = Words.set("second segundo segunda")
  static let again = Words.set("again nuevamente")
  static let times = Words.set("twice")
  static let numbers = Words.set("two three four dos tres cuatro")
  static let occasions = Words.set("times occasions ocasiones veces oportunidades")
}

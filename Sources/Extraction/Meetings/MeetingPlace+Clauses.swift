import Gazetteer
import Language

/// Places that an English sentence tells of another clause than that of the meeting.
extension MeetingPlace {
  /// "met B on Tuesday after holding talks with C in Warsaw", "met B, who had hosted C in Budapest": the place of what the clause
  /// behind tells, up to its comma.
  func isOfNextClause(_ from: Int, _ place: Int, _ scan: Scan) -> Bool {
    guard !scan.isSpanish else { return false }
    for at in scan.span(from + 1, place) {
      let isTime = scan.isOne(at, of: ClauseWords.times)
      guard isTime || scan.isOne(at, of: ClauseWords.relatives) && scan.isSign(at - 1, ","),
        !scan.span(at + 1, place).contains(where: { scan.isSign($0, ",") })
      else { continue }
      if isTime, at + 1 < place, scan.tokens[at + 1].form.hasSuffix("ing"),
        scan.shapes[at + 1].contains(.lower)
      {
        return true
      }
      let hasVerb = scan.span(at + 1, at + 8).contains { verb in
        verb < place && scan.has(.verb, at: verb) && !scan.has(.noun, at: verb)
          && scan.shapes[verb].contains(.lower)
      }
      if hasVerb { return true }
    }
    return false
  }

  /// "met A on Monday and hosted B in Oslo", "se reunió con A y viajará a Lima": the place of a verb that "and" joins, with somebody
  /// of its own.
  func isOfJoinedVerb(_ from: Int, _ place: Int, _ scan: Scan) -> Bool {
    scan.span(from + 1, place).contains { and in
      scan.isOne(and, of: Words.and)
        && scan.span(and + 1, min(and + 6, place)).contains { verb in
          guard !scan.isCapital(verb) else { return false }
          if scan.isOne(verb, of: PlaceWords.travels) || scan.isOne(verb, of: JourneyWords.going) {
            return true
          }
          guard let match = scan.match(.verb, at: verb), !scan.has(.noun, at: verb),
            [.meet, .talk, .receive, .call].contains(
              Gazetteer.shared.verbs[Int(match.index)].frame)
          else { return false }
          return context.arguments.chains.contains {
            $0.tokens.lowerBound > verb && $0.tokens.upperBound <= place
              && $0.tokens.lowerBound - verb <= 8
          }
        }
    }
  }

  /// "aprovechó su paso por Madrid para reunirse", "acudió al Palacio Real para verse", "al margen de la cumbre de Bali": the
  /// preposition before a place that somebody goes through or to, or where an occasion is.
  func isPassage(_ preposition: Int, _ scan: Scan) -> Bool {
    if scan.isOne(preposition, of: PlaceWords.directions) {
      return scan.isOne(preposition - 1, of: ClauseWords.passages)
    }
    return scan.isOne(preposition, of: Words.of) && scan.has(.event, at: preposition - 1)
      && scan.span(preposition - 5, preposition - 1).contains {
        scan.isOne($0, of: ClauseWords.margins)
      }
  }

  /// "abordó con B la situación en Gaza durante una reunión en Ammán": the place right behind the occasion, whatever was talked about.
  func isOfOccasion(_ place: PlaceMention, _ token: Int, _ scan: Scan) -> Bool {
    let noun = place.tokens.lowerBound - 2
    return scan.isSpanish && scan.has(.verb, at: token) && !scan.has(.noun, at: token)
      && noun > token && scan.has(.noun, at: noun)
      && scan.isOne(noun + 1, of: PlaceWords.inside)
      && scan.span(noun - 3, noun).contains {
        $0 > token && scan.isOne($0, of: ClauseWords.occasions)
      }
  }

  /// "Oslo, where he met B".
  func isWhere(_ place: PlaceMention, _ token: Int, _ scan: Scan) -> Bool {
    whereClause(behind: place.tokens.upperBound, scan).map { $0 < token } == true
  }

  /// "viajará a Pekín, donde se verá con B, y el viernes estará en Hanói": right before the verb.
  func isOwnWhere(_ place: PlaceMention, _ trigger: Range<Int>, _ scan: Scan) -> Bool {
    guard let start = whereClause(behind: place.tokens.upperBound, scan),
      start < trigger.lowerBound, trigger.lowerBound - start <= 5
    else { return false }
    return !(start + 1..<trigger.lowerBound).contains {
      scan.shapes[$0].contains(.punctuation)
        || scan.isOne($0, of: PlaceWords.inAt) && scan.isCapital($0 + 1)
    }
  }

  /// The "where" behind the name of a place: "Oslo, where", "Parkland, Florida, on Saturday, where", "Lima el lunes, donde".
  func whereClause(behind end: Int, _ scan: Scan) -> Int? {
    let isParted = scan.isSign(end, ",")
    let start = isParted ? end + 1 : end
    if isParted, scan.isOne(start, of: PlaceWords.where) { return start }
    guard scan.span(start, start + 9).contains(where: { scan.isOne($0, of: PlaceWords.where) }),
      let day = context.reading.analysis.dates(in: scan.index).first(where: {
        $0.tokens.lowerBound >= start && $0.tokens.lowerBound - start <= 2
      }),
      scan.span(start, day.tokens.lowerBound).allSatisfy({
        scan.isDeterminer($0) || scan.isOne($0, of: Resolver.prepositions)
      })
    else { return nil }
    let next = scan.isSign(day.tokens.upperBound, ",") ? day.tokens.upperBound + 1 : -1
    return scan.isOne(next, of: PlaceWords.where) ? next : nil
  }

  /// "Before travelling to Warsaw, she met B": where somebody goes when the meeting is over; not "before flying to Warsaw for talks".
  func isAheadOf(_ place: PlaceMention, _ token: Int, _ scan: Scan) -> Bool {
    scan.isOne(place.tokens.lowerBound - 1, of: PlaceWords.directions)
      && scan.span(place.tokens.upperBound, token).contains { scan.isSign($0, ",") }
      && scan.span(place.tokens.lowerBound - 5, place.tokens.lowerBound).contains {
        scan.isOne($0, of: ClauseWords.before) && scan.isOne($0 + 1, of: ClauseWords.leaving)
      }
  }
}

enum ClauseWords {
  static let times = Words.set("after before")
  static let passages = Words.set("paso acudió acudieron acude acuden acudirá escala escalas")
  static let margins = Words.set("margen márgenes marco")
  static let occasions = Words.set("durante")
  static let relatives = Words.set("who whom")
  static let before = Words.set("before")
  static let leaving = Words.set(
    "travelling traveling flying heading leaving departing going moving returning driving")
}

import Language

/// "met B in Oslo on Monday and C in Geneva on Tuesday", "held talks with B in Oslo and C in Geneva": the company behind "and" that has a
/// place of its own behind it.
struct OtherPlace {
  let persons: [Int]
  let place: String
  let day: DateMention?

  /// The second company behind the first; nil where there is none.
  init?(behind first: Chain, _ context: MeetingContext) {
    let scan = context.scan
    let end = first.tokens.upperBound
    let start = scan.isSign(end, ",") ? end + 1 : end
    guard !scan.isSpanish, scan.isOne(start, of: PlaceWords.inAt),
      let and = scan.span(start, start + 9).first(where: { scan.isOne($0, of: Words.and) }),
      let chain = context.arguments.chain(at: and + 1),
      scan.isOne(Self.past(chain, scan), of: PlaceWords.inAt)
    else { return nil }
    let places = context.reading.analysis.places(in: context.sentence)
    let dates = context.reading.analysis.dates(in: context.sentence)
    let behind = Self.past(chain, scan)
    guard places.contains(where: { $0.tokens.lowerBound > start && $0.tokens.upperBound <= and }),
      scan.span(start, and).allSatisfy({ at in
        scan.isOne(at, of: PlaceWords.locatives) || scan.isDeterminer(at) || scan.isCapital(at)
          || dates.contains { $0.tokens.contains(at) } || places.contains { $0.tokens.contains(at) }
      }),
      let own = places.first(where: {
        $0.tokens.lowerBound > behind && $0.tokens.lowerBound - behind <= 2
      })
    else { return nil }
    persons = context.parties(chain.entities).filter { context.entities[$0].kind == .person }
    guard !persons.isEmpty else { return nil }
    // "and C in Geneva praised the talks"
    let next = Self.end(own, dates)
    guard
      next >= scan.count || scan.shapes[next].contains(.punctuation)
        || scan.isOne(next, of: Words.and) || scan.isOne(next, of: Resolver.prepositions)
    else { return nil }
    place = own.name
    day = dates.first {
      $0.date != nil && $0.tokens.lowerBound >= own.tokens.upperBound
        && $0.tokens.lowerBound - own.tokens.upperBound <= 2
    }
  }

  /// Where a place ends with the day behind it.
  private static func end<Days: Sequence>(_ place: PlaceMention, _ dates: Days) -> Int
  where Days.Element == DateMention {
    dates.first {
      $0.tokens.lowerBound >= place.tokens.upperBound
        && $0.tokens.lowerBound - place.tokens.upperBound <= 1
    }?.tokens.upperBound ?? place.tokens.upperBound
  }

  private static func past(_ chain: Chain, _ scan: Scan) -> Int {
    scan.isSign(chain.tokens.upperBound, ",")
      ? chain.tokens.upperBound + 1 : chain.tokens.upperBound
  }

  /// A frame like another one, of the same hosts with this company; nil if it is theirs already.
  func frame(like first: MeetingFrame, hosts: [Int]) -> MeetingFrame? {
    let guests = persons.filter { !hosts.contains($0) }
    guard !hosts.isEmpty, !guests.isEmpty else { return nil }
    var frame = first
    frame.principals = hosts + guests
    frame.setPlace(place, isSure: true)
    if let day { frame.setDay(day) }
    return frame
  }
}

import Gazetteer
import Language

/// Where guests are welcomed to and where they come from.
extension MeetingPlace {
  /// "will welcome Cardinal A, Archbishop of B, to the White House": where the guests are asked to, however long they are told of.
  func isWelcomedTo(_ place: PlaceMention, _ token: Int, _ scan: Scan) -> Bool {
    guard !scan.isSpanish, place.tokens.lowerBound > token,
      scan.isOne(token, of: GuestWords.welcoming)
    else { return false }
    var to = place.tokens.lowerBound - 1
    while scan.isDeterminer(to) || scan.isOne(to, of: Words.possessives) { to -= 1 }
    guard scan.isSign(to, "to"), to > token + 1 else { return false }
    // Nothing but guests stands between: "welcomed A's decision to travel to Rome" tells of none.
    return !scan.span(token + 1, to).contains { at in
      !scan.isCapital(at) && scan.has(.verb, at: at) && !scan.has(.noun, at: at)
        || scan.isOne(at, of: Words.relative) || scan.isOne(at, of: PlaceWords.travels)
    }
  }

  /// "Building on her visit to Accra, A and B reviewed progress": the place of what went before.
  func isOfOpening(_ place: PlaceMention, _ token: Int, _ scan: Scan) -> Bool {
    guard scan.index == context.sentence else { return false }
    let opening = context.opening
    return opening.contains(place.tokens.lowerBound) && !opening.contains(token)
      && scan.isOne(place.tokens.lowerBound - 1, of: PlaceWords.directions)
      && scan.span(0, place.tokens.lowerBound).contains {
        scan.isOne($0, of: ToldAboutWords.visits) || scan.isOne($0, of: GuestWords.journeys)
      }
  }

  /// "After a trip to Oslo, A received B": the sentence tells of no place but one that somebody came back from.
  func isOnlyBefore(_ frame: MeetingFrame) -> Bool {
    guard !context.opening.isEmpty else { return false }
    let places = context.reading.analysis.places(in: frame.sentence)
    return !places.isEmpty
      && places.allSatisfy { isOfOpening($0, frame.trigger.lowerBound, context.scan) }
  }

  /// "at the State Department's Truman Building", "at the Aid Agency's (AA) Response Center": the house that a body owns says more.
  func house(of place: PlaceMention, _ scan: Scan) -> PlaceMention {
    var start = place.tokens.upperBound
    guard scan.isPossessive(start) else { return place }
    start += 1
    if scan.isSign(start, "("), scan.isSign(start + 2, ")") { start += 3 }
    var end = start
    while end < start + 6,
      scan.isCapital(end) || scan.shapes[min(end, scan.count - 1)].contains(.glue)
    { end += 1 }
    guard end > start, scan.has(.venue, at: end - 1) || scan.isOne(end - 1, of: GuestWords.houses)
    else { return place }
    var house = place
    house.name = scan.surface(start..<end)
    house.tokens = place.tokens.lowerBound..<end
    return house
  }

  /// "at the G7 Summit": a place that is an occasion.
  func isOccasion(_ venue: PlaceMention, _ scan: Scan) -> Bool {
    venue.tokens.contains { scan.has(.event, at: $0) || scan.has(.body, at: $0) }
  }

  /// "met with legislators in Kansas, Louisiana and Ohio": several places behind those who are met tell where they come from.
  func isOrigin(_ name: String, _ frame: MeetingFrame) -> Bool {
    let scan = context.scan
    let places = context.reading.analysis.places(in: frame.sentence)
    guard
      let first = places.first(where: {
        name.hasPrefix($0.name) && $0.tokens.lowerBound > frame.trigger.lowerBound
      }),
      scan.isOne(first.tokens.lowerBound - 1, of: PlaceWords.inside),
      scan.has(.group, at: first.tokens.lowerBound - 2)
        || scan.has(.people, at: first.tokens.lowerBound - 2)
        || scan.isOne(first.tokens.lowerBound - 2, of: GuestWords.people)
    else { return false }
    var end = first.tokens.upperBound
    while let next = places.first(where: {
      $0.tokens.lowerBound > end && $0.tokens.lowerBound <= end + 2
        && !$0.isVenue
    }) {
      if scan.isOne(next.tokens.lowerBound - 1, of: Words.and) { return true }
      end = next.tokens.upperBound
    }
    return false
  }
}

enum GuestWords {
  static let welcoming = Words.set(
    "welcome welcomes welcomed welcoming host hosts hosted hosting receive receives received receiving"
  )
  static let houses = Words.set(
    "Building Center Centre Headquarters Complex Room Hall House Office")
  static let journeys = Words.set("trip trips journey viaje viajes gira")
  static let people = Words.set(
    """
    legislators leaders officials governors mayors advocates families lawmakers representatives ministers businesses \
    communities legisladores alcaldes líderes funcionarios gobernadores activistas familias
    """)
}

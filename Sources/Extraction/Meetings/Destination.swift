import Gazetteer
import Language

/// Whose unnamed officials a traveller meets: "During his trip to Oman he met with senior officials", "viajó a Cuba para
/// reunirse con autoridades". Officials of nobody in particular are those of the country that is visited.
struct Destination {
  let context: MeetingContext

  /// Whom a traveller meets on a journey.
  struct Tour {
    /// The governments of the countries that are visited.
    var hosts: [Int]
    /// The countries as the article lists them.
    var place: String

    /// Meetings on a journey through several countries have all of them for their place, and no day.
    func complete(_ frame: inout MeetingFrame) {
      guard hosts.count > 1 else { return }
      frame.setPlace(place, isSure: true)
      guard frame.dateSource != .clause, frame.dateSource != .sentence else { return }
      frame.forgetDate()
      // The day of the article is none of it either.
      frame.isBackground = true
    }
  }

  /// The journey whose hosts' officials stand behind "with", within ten tokens of `after`; nil if others do, if they are told
  /// to be somebody's, or if no journey is told in this sentence nor in the two before it.
  func tour(of guests: [Int], after: Int) -> Tour? {
    guard areUnownedOfficials(after) else { return nil }
    let own = Set(guests.compactMap { context.entities[$0].country })
    for back in 0...2 where context.sentence - back >= 0 {
      let other = context.reading.scans[context.sentence - back]
      let chains =
        back == 0
        ? context.arguments.chains : Coordination(reading: context.reading, scan: other).chains()
      guard let visited = chains.last(where: { isVisited($0, other) }) else { continue }
      let hosts = visited.entities.filter { id in
        context.entities[id].country.map { !own.contains($0) } ?? false
      }
      if !hosts.isEmpty { return Tour(hosts: hosts, place: other.surface(visited.tokens)) }
    }
    return nil
  }

  /// "with senior government officials", "con altos funcionarios".
  private func areUnownedOfficials(_ after: Int) -> Bool {
    let scan = context.scan
    guard
      let with = scan.span(after, after + 10).first(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
      })
    else { return false }
    var at = with + 1
    while scan.isFiller(at) || scan.isOne(at, of: DestinationWords.ranks) || scan.isDeterminer(at) {
      at += 1
    }
    guard scan.isOne(at, of: DestinationWords.officials) else { return false }
    // "con altos funcionarios chinos, entre ellos el canciller B"
    if scan.isSpanish, scan.has(.demonym, at: at + 1) { return false }
    return !scan.isOne(at + 1, of: Words.of) && !scan.isOne(at + 1, of: EnglishPeopleWords.links)
  }

  /// True for a list of countries that a word of travel leads to.
  private func isVisited(_ chain: Chain, _ scan: Scan) -> Bool {
    guard
      chain.entities.allSatisfy({ id in
        let entity = context.entities[id]
        return entity.kind == .government && entity.country != nil
      })
    else { return false }
    var before = chain.tokens.lowerBound - 1
    while before >= 0, scan.isFiller(before) { before -= 1 }
    // "visited Oman", "visita Estados Unidos"
    if scan.isOne(before, of: DestinationWords.visits) { return true }
    guard scan.isOne(before, of: DestinationWords.to) else { return false }
    return scan.span(before - 5, before).contains { scan.isOne($0, of: PlaceWords.travels) }
  }
}

enum DestinationWords {
  static let officials = Words.set("officials authorities funcionarios autoridades")
  static let ranks = Words.set(
    "senior top high-level high level government local key altos altas máximas principales")
  static let visits = Words.set(
    "visit visits visited visiting left leaves leaving toured reached visita visitó visitará visitan visitaron visitando"
  )
  static let visitsNow = Words.set("visita visitan")
  static let to = Words.set("to in into a al en por of")
}

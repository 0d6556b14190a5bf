import Records

/// When two reports tell of one meeting: the same parties, the same mode, dates that overlap, nothing that speaks
/// against it.
struct MeetingMatching: OccasionMatching {
  typealias T = MeetingTerms

  struct Item {
    var report: Report<MeetingTerms>
    var principals: Set<Int64>
    var everyone: Set<Int64>
    /// Days since 1970-01-01 within which it took or takes place; nil where nothing is known.
    var days: ClosedRange<Int>?
    /// The days follow from when the article was published, not from a date.
    var isGuess: Bool
    var place: PlaceName?
  }

  let writer: MeetingWriter

  func prepare(_ report: Report<MeetingTerms>) -> Item {
    let terms = report.terms
    var principals: Set<Int64> = []
    for (party, entity) in zip(terms.parties, report.entities) where party.capacity != "attendee" {
      principals.insert(entity)
    }
    var days: ClosedRange<Int>?
    if let date = terms.date.flatMap({ EDTF($0) }) {
      days = date.earliest.number...date.latest.number
    } else if let date = terms.published.flatMap({ EDTF($0) }) {
      // What an article tells without a date was in the week before it, or is to be in the week after it.
      days =
        terms.status == "held"
        ? date.earliest.number - 7...date.latest.number
        : date.earliest.number...date.latest.number + 7
    }
    return Item(
      report: report, principals: principals, everyone: Set(report.entities), days: days,
      isGuess: terms.date == nil, place: terms.place.map { writer.common.places[$0] })
  }

  /// Two reports that match have all principals of the one among everyone of the other. So a report is filed under every
  /// pair of all who took part, and found by any pair of the other's principals; large ones under each of all instead.
  func registered(_ item: Item) -> [Int64] {
    guard let days = item.days, days.count <= Self.longest, item.principals.count > 1 else {
      return []
    }
    let units = Self.units(days)
    return filed(item.everyone.sorted()).flatMap { number in
      (units.first...units.last).map { Self.key(number, isLong: units.isLong, $0) }
    }
  }

  func searched(_ item: Item) -> [ClosedRange<Int64>] {
    // Whoever came into the base last is told of least.
    let last = item.principals.sorted().suffix(2)
    guard let days = item.days, days.count <= Self.longest, last.count == 2,
      let one = last.first, let other = last.last
    else { return [] }
    return [KeyHash.hash(one, other), KeyHash.hash(other)].flatMap { number in
      [false, true].map { isLong in
        let units = Self.units(days, isLong: isLong)
        return Self.key(
          number, isLong: isLong, units.first)...Self.key(
            number, isLong: isLong, units.last)
      }
    }
  }

  /// Reports of longer intervals, in days, are compared with nothing.
  private static let longest = 800
  /// Of so many who took part, at most, all pairs are filed.
  private static let few = 8

  private func filed(_ everyone: [Int64]) -> [Int64] {
    guard everyone.count <= Self.few else { return everyone.map { KeyHash.hash($0) } }
    return everyone.indices.flatMap { first in
      everyone[(first + 1)...].map { KeyHash.hash(everyone[first], $0) }
    }
  }

  /// Short intervals are filed under each of their weeks, longer ones under their spans of 31 days.
  private static func units(_ days: ClosedRange<Int>, isLong: Bool? = nil) -> (
    first: Int, last: Int, isLong: Bool
  ) {
    let isLong = isLong ?? (days.count > 31)
    let length = isLong ? 31 : 7
    // Days before 1970 are negative: the quotient is to be that of the floor.
    func unit(_ day: Int) -> Int { (day + 1_000_000 * length) / length }
    return (unit(days.lowerBound), unit(days.upperBound), isLong)
  }

  /// The numbers of one pair stand in a row, so that an interval is found with one query.
  private static func key(_ pair: Int64, isLong: Bool, _ unit: Int) -> Int64 {
    pair & ~0x1FF_FFFF | (isLong ? 0x100_0000 : 0) | Int64(unit & 0xFF_FFFF)
  }

  func relation(_ left: Item, _ right: Item) -> Clustering.Relation {
    let (a, b) = (left.report.terms, right.report.terms)
    guard a.mode == b.mode, left.principals.count > 1, right.principals.count > 1,
      left.principals.isSubset(of: right.everyone), right.principals.isSubset(of: left.everyone),
      let these = left.days, let those = right.days, these.overlaps(those),
      these.count <= Self.longest, those.count <= Self.longest,
      Set([a.status, b.status]) != ["held", "cancelled"]
    else { return .conflict }
    let disagree =
      left.place.flatMap { here in right.place.map { here.contradicts($0) } } ?? false
    if left.isGuess || right.isGuess {
      return disagree ? .conflict : .match(left.isGuess && right.isGuess ? 0 : 1)
    }
    let exact = these == those && these.count == 1
    let agree = left.place != nil && right.place != nil && !disagree
    return .match((exact ? 6 : these.count <= 7 && those.count <= 7 ? 4 : 2) + (agree ? 1 : 0))
  }

  func write(_ reports: [Report<MeetingTerms>], row: Int64?, set: [String: String?]) throws -> Int64
  {
    try writer.write(reports, row: row, set: set)
  }
}

import Gazetteer
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
  let gazetteer: Gazetteer

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
      isGuess: terms.date == nil, place: terms.place.map { PlaceName($0, gazetteer) })
  }

  func registered(_ item: Item) -> [Int64] { item.days == nil ? [] : keys(item, searching: false) }

  func searched(_ item: Item) -> [Int64] { item.days == nil ? [] : keys(item, searching: true) }

  /// A number for each pair of principals with each day, and with each month; intervals longer than a month have numbers
  /// of their own, under which short ones look for them.
  private func keys(_ item: Item, searching: Bool) -> [Int64] {
    guard let days = item.days else { return [] }
    var spans: [(sort: UInt64, number: Int)] = []
    let months = days.lowerBound / 31...max(days.lowerBound / 31, days.upperBound / 31)
    let isLong = days.count > 31
    if days.count > 800 { return [] }
    if !isLong { spans += days.map { (1, $0) } }
    if isLong || searching { spans += months.map { (2, $0) } }
    if !isLong && !searching || isLong && searching { spans += months.map { (3, $0) } }
    let principals = item.principals.sorted().prefix(6)
    var out: [Int64] = []
    for first in principals {
      for second in principals where second > first {
        for span in spans {
          out.append(MeetingMatching.hash(first, second, span.sort, span.number))
        }
      }
    }
    return out
  }

  func relation(_ left: Item, _ right: Item) -> Clustering.Relation {
    let (a, b) = (left.report.terms, right.report.terms)
    guard a.mode == b.mode, left.principals.count > 1, right.principals.count > 1,
      left.principals.isSubset(of: right.everyone), right.principals.isSubset(of: left.everyone),
      let these = left.days, let those = right.days, these.overlaps(those),
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

  /// 64 bits of FNV-1a over the four numbers.
  static func hash(_ first: Int64, _ second: Int64, _ sort: UInt64, _ number: Int) -> Int64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in [
      UInt64(bitPattern: first), UInt64(bitPattern: second), sort,
      UInt64(bitPattern: Int64(number)),
    ] {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        state = (state ^ (value >> shift & 0xff)) &* 0x100_0000_01b3
      }
    }
    return Int64(bitPattern: state)
  }
}

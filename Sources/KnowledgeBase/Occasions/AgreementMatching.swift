import Gazetteer
import Records

/// When two reports tell of one agreement: titles that say the same, in either language, parties in common, dates and
/// counts that do not differ.
struct AgreementMatching: OccasionMatching {
  typealias T = AgreementTerms

  struct Item {
    var report: Report<AgreementTerms>
    var title: TitleWords
    /// Entities and countries of the parties.
    var sides: Set<Int64>
    var days: ClosedRange<Int>?
  }

  let writer: AgreementWriter
  let gazetteer: Gazetteer

  func prepare(_ report: Report<AgreementTerms>) -> Item {
    var sides: Set<Int64> = []
    for (party, entity) in zip(report.terms.parties, report.entities) {
      sides.insert(entity)
      // A minister who signs stands for his country as the country itself does.
      if let country = party.country ?? OccasionWriter.country(ofIdentity: party.identity) {
        sides.insert(-AgreementMatching.number(country))
      }
    }
    let date = report.terms.date.flatMap { EDTF($0) }
    return Item(
      report: report, title: TitleWords(report.terms.title, gazetteer), sides: sides,
      days: date.map { $0.earliest.number...$0.latest.number })
  }

  func registered(_ item: Item) -> [Int64] { keys(item) }

  func searched(_ item: Item) -> [Int64] { keys(item) }

  /// A number for every pair of a side and a word of the title, or for the word alone where no party is told. Titles that
  /// share three words in five share one of the first words in a fixed order.
  private func keys(_ item: Item) -> [Int64] {
    let words = item.title.words.sorted()
    let prefix = words.prefix(words.count - (words.count * 3 + 4) / 5 + 1)
    var out: [Int64] = []
    for word in prefix {
      let number = AgreementMatching.number(word)
      for side in item.sides.isEmpty ? [0] : item.sides.sorted() {
        out.append(MeetingMatching.hash(side, number, 4, words.count))
        out.append(MeetingMatching.hash(side, number, 4, words.count - 1))
      }
    }
    return out
  }

  func relation(_ left: Item, _ right: Item) -> Clustering.Relation {
    let (a, b) = (left.report.terms, right.report.terms)
    guard let likeness = left.title.likeness(right.title),
      a.count == b.count || a.count == nil || b.count == nil
    else { return .conflict }
    let shared = left.sides.intersection(right.sides)
    guard !shared.isEmpty || left.sides.isEmpty && right.sides.isEmpty else { return .conflict }
    var strength = likeness
    if let these = left.days, let those = right.days {
      // The dates are those of the status; a signing and an end may lie years apart.
      if these.overlaps(those) { strength += 2 } else if a.status == b.status { return .conflict }
    }
    if left.sides.isSubset(of: right.sides) || right.sides.isSubset(of: left.sides) {
      strength += 1
    }
    return .match(strength)
  }

  func write(_ reports: [Report<AgreementTerms>], row: Int64?, set: [String: String?]) throws
    -> Int64
  {
    try writer.write(reports, row: row, set: set)
  }

  /// A text as a number from 1.
  private static func number(_ text: String) -> Int64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(state >> 2) + 1
  }
}

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

  private let writer: AgreementWriter
  private let titles: Memo<String, TitleWords>

  init(_ writer: AgreementWriter) {
    self.writer = writer
    let gazetteer = writer.common.gazetteer
    titles = Memo { TitleWords($0, gazetteer) }
  }

  func prepare(_ report: Report<AgreementTerms>) -> Item {
    var sides: Set<Int64> = []
    for (party, entity) in zip(report.terms.parties, report.entities) {
      sides.insert(entity)
      // A minister who signs stands for his country as the country itself does.
      if let country = party.country ?? OccasionWriter.country(ofIdentity: party.identity) {
        sides.insert(-KeyHash.hash(country))
      }
    }
    let date = report.terms.date.flatMap { EDTF($0) }
    return Item(
      report: report, title: titles[report.terms.title], sides: sides,
      days: date.map { $0.earliest.number...$0.latest.number })
  }

  func registered(_ item: Item) -> [Int64] {
    let words = item.title.ordered
    // Of all the lengths that the other title may have, the least leaves the most words to share.
    let prefix = words.prefix(words.count - Self.shared(words.count, Self.least(words.count)) + 1)
    return keys(item, prefix, length: words.count)
  }

  func searched(_ item: Item) -> [ClosedRange<Int64>] {
    let words = item.title.ordered
    guard !words.isEmpty else { return [] }
    return (Self.least(words.count)...words.count * 5 / 3).flatMap { length in
      let prefix = words.prefix(words.count - Self.shared(words.count, length) + 1)
      return keys(item, prefix, length: length).map { $0...$0 }
    }
  }

  /// A number for every pair of a side and a word of the title, or for the word alone where no party is told, and the
  /// number of words.
  ///
  /// Titles that share enough words share one of the first words in any order that holds for all titles (prefix filter;
  /// S. Chaudhuri et al., "A primitive operator for similarity joins in data cleaning", 2006): rare ones stand first.
  private func keys(_ item: Item, _ words: ArraySlice<String>, length: Int) -> [Int64] {
    words.flatMap { word in
      let number = KeyHash.hash(word)
      return (item.sides.isEmpty ? [0] : item.sides.sorted()).map {
        KeyHash.hash($0, number, 4, Int64(length))
      }
    }
  }

  /// The fewest words of a title that is like one of so many.
  private static func least(_ count: Int) -> Int { (count * 3 + 4) / 5 }

  /// How many words titles of so many words have in common at least if they are alike (`TitleWords.likeness`).
  private static func shared(_ left: Int, _ right: Int) -> Int {
    min(left, max((3 * (left + right) + 7) / 8, left == 1 && right == 1 ? 1 : 2))
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
}

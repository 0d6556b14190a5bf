/// A report with what is needed to compare it: the entities that its identities stand for.
struct Report<T: Terms> {
  var id: Int64
  /// The stable id.
  var key: String
  var terms: T
  /// How many articles say so.
  var articles: Int
  /// The row of the meeting or agreement; nil where there is none yet, or where it was rejected.
  var occasion: Int64?
  /// Row ids of entities, for each of the terms' parties.
  var entities: [Int64]
}

/// How reports of one sort are compared, and how their row is written.
protocol OccasionMatching {
  associatedtype T: Terms
  /// A report prepared for comparison.
  associatedtype Item

  func prepare(_ report: Report<T>) -> Item
  /// Numbers under which others find the report.
  func registered(_ item: Item) -> [Int64]
  /// Numbers under which reports that may match are found.
  func searched(_ item: Item) -> [ClosedRange<Int64>]
  /// Symmetric.
  func relation(_ left: Item, _ right: Item) -> Clustering.Relation
  /// Writes the row and what hangs on it, in place of what stands there; gives the row's id.
  func write(_ reports: [Report<T>], row: Int64?, set: [String: String?]) throws -> Int64
}

/// What a person decides; the rows are told by row id.
public enum Decision: Sendable {
  /// Two entities, meetings or agreements are one.
  case merge(Subject, Int64, Int64)
  /// They are not, whatever speaks for it.
  case keepApart(Subject, Int64, Int64)
  /// An entity is not called by these names; those who are, are someone else.
  case splitNames(Int64, [String])
  /// What these articles say of an entity, a meeting or an agreement is said of another one.
  case splitArticles(Subject, Int64, [Int64])
  case rename(Int64, String)
  /// A meeting or an agreement is left out.
  case reject(Subject, Int64)
  /// A field of a meeting or an agreement has this value; nil for none.
  case set(Subject, Int64, field: String, value: String?)
}

/// What became of a decision.
public struct DecisionOutcome: Sendable, Equatable {
  /// The numbers of the corrections, by which they are undone.
  public var corrections: [Int64] = []
  /// What is different now, a line each.
  public var changes: [String] = []
}

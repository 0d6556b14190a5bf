/// What an import did.
public struct LoadSummary: Sendable, Equatable {
  /// Articles that were not there before.
  public var new = 0
  /// Articles that were there, with the same record.
  public var known = 0
  /// Articles that were there, and whose record or particulars were replaced.
  public var updated = 0
  /// Articles in whose place a later version from the same address stands now.
  public var superseded = 0
  /// Meetings that the new and the updated articles tell of.
  public var meetings = 0
  /// Agreements that they tell of.
  public var agreements = 0
  /// Statements that they report.
  public var statements = 0
  /// Pieces of evidence and statements that do not stand in the article's text; they are kept without offsets.
  public var unlocated = 0

  /// Nothing done yet.
  public init() {}

  /// Adds what another batch did.
  public static func += (left: inout LoadSummary, right: LoadSummary) {
    left.new += right.new
    left.known += right.known
    left.updated += right.updated
    left.superseded += right.superseded
    left.meetings += right.meetings
    left.agreements += right.agreements
    left.statements += right.statements
    left.unlocated += right.unlocated
  }
}

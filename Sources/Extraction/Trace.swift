/// Why a record was made, or nearly made: what `chancery explain` prints.
public struct Trace: Sendable {
  /// One decision of one rule.
  public struct Entry: Sendable, Equatable {
    /// The rule's name, which is its file's name.
    public var rule: String
    /// `meeting`, `agreement` or `statement`.
    public var subject: String
    /// Why not, if it was nearly taken; nil if it was.
    public var rejection: String?
    /// The words that the rule used, in code points of the article's text.
    public var start: Int
    /// Exclusive.
    public var end: Int
    /// Index of the record in its list, once records are final; nil for what was not taken.
    public var record: Int?

    /// A decision about the words from `start` to `end`.
    public init(
      rule: String, subject: String, rejection: String? = nil, start: Int, end: Int,
      record: Int? = nil
    ) {
      self.rule = rule
      self.subject = subject
      self.rejection = rejection
      self.start = start
      self.end = end
      self.record = record
    }
  }

  /// In the order of the decisions.
  public private(set) var entries: [Entry] = []

  /// An empty trace.
  public init() {}

  /// Notes a decision.
  public mutating func note(_ entry: Entry) { entries.append(entry) }
}

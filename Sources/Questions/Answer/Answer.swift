import SQLite

/// The answer to a question.
public struct Answer: Sendable {
  /// How the question fared.
  public enum Status: String, Sendable {
    /// There is an answer; "no" and 0 are answers.
    case answered
    /// Nothing is known.
    case none
    /// The question was not understood.
    case refused
    /// A name fits several people.
    case ambiguous
  }

  /// One of several whom a name may mean.
  public struct Choice: Sendable, Equatable {
    public let name: String
    public let country: String?
    /// The office last reported.
    public let role: String?
    /// How many meetings and statements speak of them.
    public let meetings: Int
    public let statements: Int
  }

  public internal(set) var question: String
  public var status: Status
  /// The names of the columns; the first is `value`. Empty unless there are rows.
  public var columns: [String] = []
  public var rows: [[Value]] = []
  /// What was run.
  public var sql: BoundSQL?
  /// What was understood, in a fixed form.
  public var query: Query?
  /// What else is to be said: why there is no answer, names that are near.
  public var notes: [String] = []
  /// Whom an ambiguous name may mean.
  public var choices: [Choice] = []
  /// Questions that can be read, for one that cannot.
  public var nearest: [String] = []

  init(question: String, status: Status) {
    self.question = question
    self.status = status
  }
}

import Records

/// A stretch of days that a question asks for; an end that is nil is open.
public struct TimeSpan: Sendable, Equatable, CustomStringConvertible {
  /// The first day.
  public let first: Day?
  /// The last day, included.
  public let last: Day?

  /// From `first` to `last`, both included.
  public init(_ first: Day?, _ last: Day?) {
    self.first = first
    self.last = last
  }

  /// As in EDTF, with `..` for an open end.
  public var description: String {
    let from = first?.description ?? ".."
    let to = last?.description ?? ".."
    return from == to ? from : "\(from)/\(to)"
  }
}

/// What a time expression means: one or several stretches, of which one must be touched, or why it cannot be read.
public enum TimeConstraint: Sendable, Equatable, CustomStringConvertible {
  case spans([TimeSpan])
  /// A month or day without its year: the words.
  case yearMissing(String)

  /// Stretches parted by `|`.
  public var description: String {
    switch self {
    case .spans(let spans): spans.map(\.description).joined(separator: "|")
    case .yearMissing(let words): "?\(words)"
    }
  }
}

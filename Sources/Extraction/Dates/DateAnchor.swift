import Records

/// The date that relative dates of an article, or of one of its paragraphs, are counted from.
public struct DateAnchor: Sendable, Equatable {
  /// The day, month or year.
  public let date: EDTF
  /// True if it is the article's own: published, a header, a dateline. False if it follows from dates that the article
  /// mentions (a dated tweet, a full date in the lead).
  public let isOwn: Bool

  /// An anchor.
  public init(date: EDTF, isOwn: Bool) {
    self.date = date
    self.isOwn = isOwn
  }

  /// The day; nil if only a month or a year or an interval is known.
  public var day: Day? { date.earliest == date.latest ? date.earliest : nil }

  /// How a date that is counted from it is known.
  var basis: DateBasis { isOwn ? .relative : .inferred }
}

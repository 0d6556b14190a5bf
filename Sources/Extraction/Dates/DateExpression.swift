/// What a date expression says, before the article's date is known.
indirect enum DateExpression: Sendable, Equatable {
  /// Which of the days or months of a name is meant.
  enum Direction: Sendable, Equatable { case nearest, last, this, next }

  /// A year, a month, a day of the month, a day of the week, as far as they are given.
  case calendar(Calendar)
  /// Days from the article's date: today 0, yesterday -1.
  case deictic(days: Int)
  /// The week, month, quarter or year that lies `offset` from the one of the article's date.
  case period(Unit, offset: Int)
  /// A number of units from the article's date: "two weeks ago" is -2.
  case distance(Unit, count: Int)
  /// "In two weeks", beside the future: a number of units from the article's date. Beside any other tense it is how long
  /// something took, and no date.
  case ahead(Unit, count: Int)
  /// The last (negative) or next units up to or from the article's date: "the past two weeks".
  case span(Unit, count: Int)
  /// A number of units from the date mentioned before: "four days later".
  case shift(Unit, count: Int)
  /// The date of what follows, a number of units from the date mentioned before: "a day after the talks" is -1.
  case complement(Unit, count: Int)
  /// "In the coming days", "a few days ago": about the article's date.
  case vague
  /// The months from the first to the last of a year, of the article's year if none is given.
  case months(ClosedRange<Int>, Calendar)
  /// Ten years from the one given.
  case decade(Int)
  /// "Early", "mid", "around".
  case approximate(DateExpression)
  /// An expression that itself tells the tense: "later this week".
  case tensed(Tense, DateExpression)
  /// A weekday of a week counted from the article's: "Wednesday of last week" is 3, -1.
  case weekday(Int, week: Int)
  /// From the one to the other.
  case interval(DateExpression, DateExpression)

  /// The parts of a calendar date that an expression gives.
  struct Calendar: Sendable, Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    var weekday: Int?
    var direction: Direction = .nearest
    /// "Of last year" is -1, "of this year" is 0.
    var yearOffset: Int?

    /// True if it names one day, in full or not.
    var namesDay: Bool { day != nil || weekday != nil }

    /// True if a day is given in full.
    var isFull: Bool { year != nil && month != nil && day != nil }
  }

  /// Units of time.
  enum Unit: Int, Sendable {
    case hour = 0
    case day = 1
    case weekend = 2
    case week = 7
    case fortnight = 14
    case month = 30
    case quarter = 90
    case half = 180
    case year = 365
    case decade = 3650
  }
}

/// How an event in the same clause stands to a date: "on" it, "since" it.
extension DateMention {
  public enum Role: Sendable, Equatable {
    /// The date at which something is.
    case at
    /// Something has been from then on ("since 2018", "desde mayo").
    case since
    /// Something is before or up to then ("until Friday", "by May", "antes del lunes").
    case until
    /// Something is after then ("after 2015", "tras el 3 de mayo").
    case after
    /// Part of a name or a noun phrase ("the 2015 deal", "Tuesday's talks", "el acuerdo de noviembre").
    case attributive
    /// The date of what follows, not of the clause ("a month after the talks in Cuba").
    case complement
  }
}

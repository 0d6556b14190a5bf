import Records

/// Reads time expressions: a date with the words that relate it ("since 2020", "between March and June 2016").
struct TimeReader {
  private let words: [Word]
  private let lexicon: TimeLexicon
  private let points: PointReader
  private let today: Day

  init(words: [Word], lexicon: TimeLexicon, today: Day, dayFirst: Bool) {
    self.words = words
    self.lexicon = lexicon
    self.today = today
    points = PointReader(words: words, lexicon: lexicon, today: today, dayFirst: dayFirst)
  }

  /// The longest time expression that begins at a word, and where it ends.
  func read(at start: Int) -> (time: TimeConstraint, end: Int)? {
    let readings = [
      between(at: start), since(at: start), bound(at: start), window(at: start),
      plain(at: start), yearRange(at: start),
    ]
    return readings.compactMap { $0 }.max { $0.end < $1.end }
  }

  private func text(_ start: Int, _ end: Int) -> String {
    words[start..<end].map(\.text).joined(separator: " ")
  }

  private func constraint(_ points: [CalendarPoint], _ start: Int, _ end: Int) -> TimeConstraint? {
    let spans = points.compactMap(\.span)
    if spans.count == points.count { return .spans(spans) }
    let unfinished = points.contains { $0.year == nil && $0.fixed == nil }
    return unfinished ? .yearMissing(text(start, end)) : nil
  }

  /// `in 2013`, `on 6 July 2016`, `in March or April 2016`; without a preposition only what cannot be a name.
  private func plain(at start: Int) -> (time: TimeConstraint, end: Int)? {
    let afterIn = lexicon.skip(.in, words, start)
    for begin in afterIn == start ? [start] : [afterIn, start] {
      guard let (first, afterFirst) = points.read(at: begin) else { continue }
      let (found, end) = list(first, begin, afterFirst) ?? ([first], afterFirst)
      if !found.allSatisfy({ $0.span != nil }) {
        // "May" or "5" alone may be a name or a number.
        let bare = begin == start
        if bare || found.contains(where: { $0.month == nil && $0.part == .whole }) { continue }
      }
      if let time = constraint(found, start, end) { return (time, end) }
    }
    return nil
  }

  /// Two or more dates joined by "and" or "or"; parts missing in one are taken from the last.
  private func list(_ first: CalendarPoint, _ start: Int, _ end: Int) -> (
    points: [CalendarPoint], end: Int
  )? {
    var found = [first]
    var position = end
    while true {
      var next = lexicon.skip(.and, words, position)
      if next == position, position < words.count, words[position].folded == "," {
        next = position + 1
      }
      guard next > position, let (point, after) = points.read(at: next) else { break }
      guard point.day == nil || point.month != nil else { break }
      found.append(point)
      position = after
    }
    guard found.count > 1, let last = found.last else { return nil }
    return (found.map { $0.completed(by: last) }, position)
  }

  /// `between A and B`, `from A to B`, `entre A y B`, `de A a B`.
  private func between(at start: Int) -> (time: TimeConstraint, end: Int)? {
    var begin = lexicon.skip(.in, words, start)
    if lexicon.match(.between, words, begin) == nil { begin = start }
    guard
      let opening = lexicon.match(.between, words, begin) ?? lexicon.match(.from, words, begin),
      let (first, afterFirst) = points.read(at: opening.end),
      let joint = lexicon.match(.to, words, afterFirst),
      let (last, end) = points.read(at: joint.end)
    else { return nil }
    let whole = first.completed(by: last)
    guard let from = whole.span?.first, let to = last.span?.last else {
      return last.year == nil && last.fixed == nil ? (.yearMissing(text(start, end)), end) : nil
    }
    guard from <= to else { return nil }
    return (.spans([TimeSpan(from, to)]), end)
  }

  /// `since 2020`, `from 2020 on`, `desde marzo de 2016`.
  private func since(at start: Int) -> (time: TimeConstraint, end: Int)? {
    guard
      let opening = lexicon.match(.since, words, start) ?? lexicon.match(.from, words, start)
    else { return nil }
    let begin = lexicon.skip(.in, words, opening.end)
    guard let (point, afterPoint) = points.read(at: begin) ?? points.read(at: opening.end) else {
      return nil
    }
    var end = lexicon.skip(.on, words, afterPoint)
    if end == afterPoint + 1, words[afterPoint].folded == "on", end < words.count,
      !TimeReader.behindOn.contains(words[end].folded)
    {
      // "since 2023 on grain exports": the topic's "on".
      end = afterPoint
    }
    // "from" alone bounds nothing: "the agreements from 2020" are those of 2020.
    let open = !["from", "de", "del"].contains(words[start].folded) || end > afterPoint
    guard let span = point.span else { return unfinished(point, start, end) }
    return (.spans([open ? TimeSpan(span.first, nil) : span]), end)
  }

  /// `before 2015`, `after March 2016`, `until 2015`.
  private func bound(at start: Int) -> (time: TimeConstraint, end: Int)? {
    let before = lexicon.match(.before, words, start)
    let after = lexicon.match(.after, words, start)
    let until = lexicon.match(.until, words, start)
    guard let opening = [before, after, until].compactMap({ $0 }).max(by: { $0.end < $1.end }),
      let (point, end) = points.read(at: opening.end)
    else { return nil }
    guard let span = point.span else { return unfinished(point, start, end) }
    if opening.end == before?.end {
      return (.spans([TimeSpan(nil, span.first?.adding(days: -1))]), end)
    }
    if opening.end == after?.end {
      return (.spans([TimeSpan(span.last?.adding(days: 1), nil)]), end)
    }
    return (.spans([TimeSpan(nil, span.last)]), end)
  }

  /// What may follow on "from 2020 on".
  private static let behindOn: Set<String> = [
    ",", "in", "at", "with", "who", "whom", "which", "what", "how", "where", "did", "has", "have",
  ]

  private func unfinished(_ point: CalendarPoint, _ start: Int, _ end: Int) -> (
    time: TimeConstraint, end: Int
  )? {
    point.month != nil && point.year == nil ? (.yearMissing(text(start, end)), end) : nil
  }

  /// True if the words are nothing but weekdays, units of time and articles, which are no topic ("on a Tuesday").
  func isTimeOnly(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let end =
        [TimeLexicon.Class.weekday, .unit, .article, .count, .ordinal, .ago, .last, .this, .next]
        .map { lexicon.skip($0, words, index) }.max() ?? index
      if end == index, !words[index].isNumber { return false }
      index = max(end, index + 1)
    }
    return true
  }

  /// A number of things, in digits or words; nil for "a" and "one", which say no number.
  func number(at start: Int) -> (number: Int, end: Int)? {
    if let number = words[start].number { return (number, start + 1) }
    return points.count(at: start).flatMap { $0.number > 1 ? $0 : nil }
  }

  /// `in the last two years`, `over the past month`, `en los últimos 3 meses`.
  private func window(at start: Int) -> (time: TimeConstraint, end: Int)? {
    let afterIn = lexicon.skip(.in, words, start)
    let begin = lexicon.skip(.article, words, afterIn)
    guard let last = lexicon.match(.last, words, begin) else { return nil }
    var number = 1
    var index = last.end
    if let count = points.count(at: last.end) {
      (number, index) = (count.number, count.end)
    } else {
      // "last year" is a year of the calendar; "in the last year" are twelve months.
      guard begin > afterIn, afterIn > start else { return nil }
      guard
        !["pasado", "pasada", "previous", "preceding", "anterior"].contains(words[begin].folded)
      else { return nil }
    }
    guard let unit = lexicon.match(.unit, words, index),
      let span = TimeUnit(rawValue: unit.value)?.window(before: today, count: number)
    else { return nil }
    return (.spans([span]), unit.end)
  }

  /// `2013-2014`, with or without a preposition.
  private func yearRange(at start: Int) -> (time: TimeConstraint, end: Int)? {
    let begin = lexicon.skip(.in, words, start)
    guard begin < words.count, words[begin].folded.utf8.count == 9 else { return nil }
    let years = words[begin].folded.split(separator: "-").compactMap { Int($0) }
    guard years.count == 2, years[0] >= 1000, years[0] <= years[1],
      let first = Day(year: years[0], month: 1, day: 1),
      let last = Day(year: years[1], month: 12, day: 31)
    else { return nil }
    return (.spans([TimeSpan(first, last)]), begin + 1)
  }
}

import Gazetteer
import Language
import Records

/// The dates and places that may be those of a meeting, described by numbers: what the learned models of details are trained
/// on and judge by.
struct DetailCandidates {
  let reading: Reading
  let frame: MeetingFrame
  let tree: ClauseTree
  let anchor: DateAnchor?

  /// A date or a place that may be that of the meeting.
  struct Candidate<Value> {
    var value: Value
    var features: [Int32]
  }

  /// A date with how it is known.
  struct Date: Equatable {
    var date: EDTF
    var basis: DateBasis
  }

  /// How many sentences before the meeting's are looked at.
  static let reach = 4

  private var scan: Scan { reading.scans[frame.sentence] }
  private var analysis: Analysis { reading.analysis }

  var sentences: [Int] {
    let lower = max(0, frame.sentence - Self.reach)
    let upper = min(reading.scans.count - 1, frame.sentence + 2)
    return Set(Array(lower...upper) + frame.evidence).sorted()
  }

  // MARK: Dates

  /// What the numbers of a date are, in order.
  static let dateFeatures =
    commonFeatures + ["role", "basis", "days", "span", "is_anchor", "tokens", "count", "weekday"]

  /// The dates around the meeting, and the article's own.
  func dates() -> [Candidate<Date>] {
    var out: [Candidate<Date>] = []
    var counts: [EDTF: Int] = [:]
    for mention in analysis.dates { if let date = mention.date { counts[date, default: 0] += 1 } }
    var place = 0
    for sentence in sentences {
      for mention in analysis.dates(in: sentence) {
        guard let date = mention.date, let basis = mention.basis else { continue }
        if sentence == frame.sentence { place += 1 }
        var features = common(
          sentence, mention.tokens, place, isChoice: frame.date.map { $0 == date })
        add(date, mention, counts[date] ?? 0, to: &features)
        out.append(Candidate(value: Date(date: date, basis: basis), features: features))
      }
    }
    if let own = anchor?.date, !out.contains(where: { $0.value.date == own }) {
      var features = common(nil, 0..<0, 0, isChoice: frame.date.map { $0 == own })
      add(own, nil, 0, to: &features)
      out.append(Candidate(value: Date(date: own, basis: .inferred), features: features))
    }
    if let date = frame.date, let basis = frame.dateBasis,
      !out.contains(where: { $0.value.date == date })
    {
      var features = common(nil, 0..<0, 0, isChoice: true)
      add(date, nil, 0, to: &features)
      out.append(Candidate(value: Date(date: date, basis: basis), features: features))
    }
    return out
  }

  private func add(_ date: EDTF, _ mention: DateMention?, _ count: Int, to out: inout [Int32]) {
    let roles: [DateMention.Role] = [.at, .since, .until, .after, .attributive, .complement]
    out.append(Int32(mention.flatMap { roles.firstIndex(of: $0.role) } ?? -1))
    out.append(
      Int32(mention?.basis.flatMap { DateBasis.allCases.firstIndex(of: $0) } ?? -1))
    let days = anchor.map { date.latest.number - $0.date.latest.number } ?? 0
    out.append(Int32(clamping: max(-4000, min(4000, days))))
    out.append(Int32(clamping: min(4000, date.latest.number - date.earliest.number)))
    out.append(anchor?.date == date ? 1 : 0)
    out.append(Int32(mention?.tokens.count ?? 0))
    out.append(Int32(clamping: count))
    let isWeekday =
      mention.map { mention in
        mention.tokens.contains {
          reading.scans[mention.sentence].isOne($0, of: DetailWords.weekdays)
        }
      } ?? false
    out.append(isWeekday ? 1 : 0)
  }

  /// The likeliest of several; nil if none is likelier to be it than not.
  static func best<Value>(_ candidates: [Candidate<Value>], _ forest: Forest) -> Value? {
    var best: (score: Int32, value: Value)?
    for candidate in candidates {
      let score = forest.score(candidate.features)
      if score > 0, score > best?.score ?? 0 { best = (score, candidate.value) }
    }
    return best?.value
  }

  // MARK: Both

  static let commonFeatures = [
    "spanish", "sentences", "evidence", "distance", "up", "down", "first", "second", "relation",
    "preposition", "verbs_between", "commas_between", "triggers_between", "relative_between",
    "quotes", "status", "mode", "verb", "choice", "source", "place", "paragraph", "sentence",
    "opens", "background", "weak", "learned", "event",
  ]

  /// The numbers that dates and places share; a nil sentence stands for what the article has as a whole.
  /// - Parameter isChoice: Whether the rules chose it; nil if they chose nothing.
  func common(_ sentence: Int?, _ tokens: Range<Int>, _ place: Int, isChoice: Bool?) -> [Int32] {
    var out: [Int32] = []
    func add(_ value: Int) { out.append(Int32(clamping: value)) }
    func add(_ value: Bool) { out.append(value ? 1 : 0) }
    let isOwn = sentence == frame.sentence
    let other = sentence.map { reading.scans[$0] }
    let between = isOwn ? gap(tokens, frame.trigger) : 0..<0
    let path =
      isOwn && !tokens.isEmpty
      ? TreePath(from: tokens.upperBound - 1, to: head, in: tree.tokens) : nil
    add(scan.isSpanish)
    add(sentence.map { max(-6, min(6, $0 - frame.sentence)) } ?? 9)
    add(sentence.map { frame.evidence.contains($0) } ?? false)
    add(isOwn ? tokens.lowerBound - frame.trigger.lowerBound : tokens.lowerBound)
    add(path?.up ?? -2)
    add(path?.down ?? -2)
    add(path?.first.map { Int($0.rawValue) } ?? -1)
    add(path?.second.map { Int($0.rawValue) } ?? -1)
    add(isOwn && !tokens.isEmpty ? Int(tree.tokens[tokens.upperBound - 1].relation.rawValue) : -1)
    add(other.map { preposition(before: tokens.lowerBound, $0) } ?? -2)
    add(between.filter { tree.tokens[$0].upos == .verb }.count)
    add(between.filter { scan.isSign($0, ",") }.count)
    add(between.filter { scan.has(.verb, at: $0) || scan.has(.noun, at: $0) }.count)
    add(between.filter { scan.isOne($0, of: Words.relative) }.count)
    add(!between.filter { scan.shapes[$0].contains(.quote) }.count.isMultiple(of: 2))
    add(frame.status == .held ? 0 : frame.status == .planned ? 1 : 2)
    add(frame.mode == nil ? 0 : frame.mode == .inPerson ? 1 : frame.mode == .phone ? 2 : 3)
    add(scan.has(.verb, at: frame.trigger.lowerBound))
    add(isChoice.map { $0 ? 2 : 0 } ?? 1)
    add(
      frame.dateSource.map { [.clause, .sentence, .paragraph, .article].firstIndex(of: $0) ?? 4 }
        ?? 5)
    add(place)
    add(
      sentence.map {
        analysis.document.sentences[$0].paragraph
          == analysis.document.sentences[frame.sentence].paragraph
      } ?? false)
    add(frame.sentence)
    add(tokens.lowerBound <= 2)
    add(frame.isBackground)
    add(frame.dateIsWeak)
    add(frame.rule == "LearnedRule")
    add(frame.isEvent)
    return out
  }

  /// The word that carries the trigger.
  private var head: Int {
    scan.has(.verb, at: frame.trigger.lowerBound)
      ? frame.trigger.lowerBound : frame.trigger.upperBound - 1
  }

  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    if a.upperBound <= b.lowerBound { return a.upperBound..<b.lowerBound }
    if b.upperBound <= a.lowerBound { return b.upperBound..<a.lowerBound }
    return a.lowerBound..<a.lowerBound
  }

  private func preposition(before token: Int, _ scan: Scan) -> Int {
    var at = token - 1
    while at >= 0, scan.isFiller(at) { at -= 1 }
    guard at >= 0 else { return -1 }
    for (code, words) in DetailWords.prepositions.enumerated() where scan.isOne(at, of: words) {
      return code + 1
    }
    return scan.isSign(at, ",") ? 20 : 0
  }
}

enum DetailWords {
  static let weekdays = Words.set(
    "monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo today hoy yesterday ayer tomorrow mañana"
  )
  static let prepositions: [WordSet] = [
    Words.set("in"), Words.set("at"), Words.set("on"), Words.set("en"), Words.set("to a al"),
    Words.set("of de del"), Words.set("from desde"), Words.set("since"),
    Words.set("after tras"), Words.set("before until antes hasta"), Words.set("during durante"),
    Words.set("for para por"), Words.set("between with con entre"), Words.set("and y e"),
    Words.set("last next pasado pasada próximo próxima this este esta"),
  ]
  static let travels = PlaceWords.travels
}

import Gazetteer
import Language
import Records

/// The places that may be that of a meeting, described by numbers: what the learned model of places is trained on and
/// judges by.
struct PlaceCandidates {
  let reading: Reading
  let frame: MeetingFrame

  /// A place that may be that of the meeting.
  struct Candidate {
    var name: String
    var features: [Int32]
  }

  /// How many sentences before the meeting's are looked at.
  static let reach = 4

  private var scan: Scan { reading.scans[frame.sentence] }
  private var entities: [Entity] { reading.analysis.entities }

  /// The places around the meeting, a venue with the town behind it as one besides, and what the rules chose.
  func all() -> [Candidate] {
    let lower = max(0, frame.sentence - Self.reach)
    let upper = min(reading.scans.count - 1, frame.sentence + 2)
    var out: [Candidate] = []
    var number = 0
    for sentence in Set(Array(lower...upper) + frame.evidence).sorted() {
      let places = Array(reading.analysis.places(in: sentence))
      for (index, mention) in places.enumerated() {
        if sentence == frame.sentence { number += 1 }
        if reading.isPost(mention, in: sentence) { continue }
        out.append(candidate(mention.name, mention, number, isJoined: false))
        if mention.isVenue, index + 1 < places.count, !places[index + 1].isVenue,
          places[index + 1].tokens.lowerBound - mention.tokens.upperBound <= 4
        {
          let name = mention.name + ", " + places[index + 1].name
          out.append(candidate(name, mention, number, isJoined: true))
        }
      }
    }
    // The dateline.
    if lower > 0, let first = reading.analysis.places(in: 0).first, first.tokens.lowerBound == 0 {
      out.append(candidate(first.name, first, 0, isJoined: false))
    }
    if let name = frame.place, !out.contains(where: { $0.name == name }) {
      out.append(candidate(name, nil, 0, isJoined: false))
    }
    return out
  }

  /// A place above it is likelier to be right than wrong: the articles that the model was trained on leave more meetings without
  /// a place than others do.
  static let threshold: Int32 = -700

  /// The likeliest place by a model; nil if none is likely enough.
  func best(_ forest: Forest) -> String? {
    var best: (score: Int32, name: String)?
    for candidate in all() {
      let score = forest.score(candidate.features)
      if score > best?.score ?? Self.threshold { best = (score, candidate.name) }
    }
    return best?.name
  }

  // MARK: Features

  /// What the numbers of a place are, in order.
  static let features = [
    "spanish", "sentences", "evidence", "distance", "preposition", "commas_between",
    "triggers_between", "relative_between", "quotes", "status", "mode", "verb", "choice",
    "number", "paragraph", "sentence", "opens", "background", "learned", "event", "venue", "kind",
    "same_country", "dateline", "count", "where", "travels", "tokens", "party", "occasion",
    "joined", "government",
  ]

  /// A nil mention stands for a place that the rules made of something else.
  private func candidate(_ name: String, _ mention: PlaceMention?, _ number: Int, isJoined: Bool)
    -> Candidate
  {
    let sentence = mention?.sentence
    let tokens = mention?.tokens ?? 0..<0
    let other = sentence.map { reading.scans[$0] }
    let isOwn = sentence == frame.sentence
    let between = isOwn ? tokens.gap(to: frame.trigger) : 0..<0
    var out: [Int32] = []
    out.reserveCapacity(Self.features.count)
    func add(_ value: Int) { out.append(Int32(clamping: value)) }
    func add(_ value: Bool) { out.append(value ? 1 : 0) }
    add(scan.isSpanish)
    add(sentence.map { max(-6, min(6, $0 - frame.sentence)) } ?? 9)
    add(sentence.map { frame.evidence.contains($0) } ?? false)
    add(isOwn ? tokens.lowerBound - frame.trigger.lowerBound : tokens.lowerBound)
    add(
      other.map { $0.preposition(before: tokens.lowerBound, among: PlacePrepositions.all) } ?? -2)
    add(between.filter { scan.isSign($0, ",") }.count)
    add(between.filter { scan.has(.verb, at: $0) || scan.has(.noun, at: $0) }.count)
    add(between.filter { scan.isOne($0, of: Words.relative) }.count)
    add(!between.filter { scan.shapes[$0].contains(.quote) }.count.isMultiple(of: 2))
    add(frame.status == .held ? 0 : frame.status == .planned ? 1 : 2)
    add(frame.mode == nil ? 0 : frame.mode == .inPerson ? 1 : frame.mode == .phone ? 2 : 3)
    add(scan.has(.verb, at: frame.trigger.lowerBound))
    add(frame.place.map { $0 == name ? 2 : 0 } ?? 1)
    add(number)
    add(sentence.map { paragraph($0) == paragraph(frame.sentence) } ?? false)
    add(frame.sentence)
    add(tokens.lowerBound <= 2)
    add(frame.isBackground)
    add(frame.rule == LearnedRule.name)
    add(frame.isEvent)
    add(mention?.isVenue ?? false)
    add(kind(tokens, other))
    add(mention?.country.map(principals) ?? -1)
    add(sentence == 0 && tokens.lowerBound == 0)
    add(mention.map { reading.placeCounts[$0.name] ?? 0 } ?? 0)
    add(other.map { isWhere(tokens.upperBound, $0) } ?? false)
    add(other.map { isTravelled(tokens.lowerBound, $0) } ?? false)
    add(tokens.count)
    add(mention.map { isSpoken($0) { frame.principals.contains($0) } } ?? false)
    add(other.map { scan in tokens.contains { scan.has(.event, at: $0) } } ?? false)
    add(isJoined)
    add(mention.map { isSpoken($0) { entities[$0].kind == .government } } ?? false)
    return Candidate(name: name, features: out)
  }

  private func paragraph(_ sentence: Int) -> Int {
    reading.analysis.document.sentences[sentence].paragraph
  }

  /// How many principals are of a country.
  private func principals(_ country: String) -> Int {
    frame.principals.filter { entities[$0].country == country }.count
  }

  /// "Oslo, where".
  private func isWhere(_ end: Int, _ scan: Scan) -> Bool {
    scan.isOne(end, of: PlaceWords.where)
      || scan.isSign(end, ",") && scan.isOne(end + 1, of: PlaceWords.where)
  }

  private func isTravelled(_ start: Int, _ scan: Scan) -> Bool {
    scan.span(start - 9, start).contains { scan.isOne($0, of: PlaceWords.travels) }
  }

  /// True if the words of the place are a mention of somebody for whom a condition holds.
  private func isSpoken(_ place: PlaceMention, _ holds: (Int) -> Bool) -> Bool {
    reading.mentions(in: place.sentence).contains { index in
      let mention = reading.analysis.mentions[index]
      return mention.tokens.overlaps(place.tokens) && mention.entities.contains(where: holds)
    }
  }

  private func kind(_ tokens: Range<Int>, _ scan: Scan?) -> Int {
    guard let scan, !tokens.isEmpty else { return -1 }
    let kinds: [Entry.Kind] = [.country, .capital, .city, .seat, .body, .venue]
    return kinds.firstIndex { scan.has($0, at: tokens.lowerBound) } ?? 9
  }
}

enum PlacePrepositions {
  /// Prepositions by what they make of the place behind them.
  static let all: [WordSet] = [
    Words.set("in"), Words.set("at"), Words.set("on"), Words.set("en"), Words.set("to a al"),
    Words.set("of de del"), Words.set("from desde"), Words.set("after tras"),
    Words.set("during durante"), Words.set("for para por"), Words.set("between with con entre"),
    Words.set("and y e"),
  ]
}

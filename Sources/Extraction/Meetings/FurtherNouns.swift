import Gazetteer
import Language

/// "una reunión con B y otra con C", "a meeting with B and a dinner with C": the noun that follows has the same host, unless its own
/// words tell otherwise.
struct FurtherNouns {
  let context: MeetingContext

  /// Adds the meetings that nouns behind those of frames tell of; what has been read of such a noun takes the day and the place
  /// behind it.
  func add(to frames: inout [MeetingFrame]) {
    for frame in frames where context.scan.has(.noun, at: frame.trigger.lowerBound) {
      var last = frame
      while let next = further(last) {
        last = next
        if let known = frames.firstIndex(where: { $0.trigger == next.trigger }) {
          if Set(frames[known].principals) == Set(next.principals) { frames[known] = next }
        } else if !frames.contains(where: { Set($0.principals) == Set(next.principals) }) {
          frames.append(next)
        }
      }
    }
  }

  /// The next meeting behind the company of one.
  private func further(_ frame: MeetingFrame) -> MeetingFrame? {
    let scan = context.scan
    guard
      let with = context.arguments.with(
        after: frame.trigger.upperBound, words: ArgumentWords.withWords, limit: 4)?.chain,
      with.entities.allSatisfy(frame.principals.contains)
    else { return nil }
    let hosts = frame.principals.filter { !with.entities.contains($0) }
    guard !hosts.isEmpty, let and = conjunction(after: with.tokens.upperBound) else { return nil }
    var at = and + 1
    let isOther = scan.isOne(at, of: FurtherWords.others)
    let isThird = scan.isOne(at + 1, of: FurtherWords.ordinals)
    guard isOther || scan.isDeterminer(at) || scan.isOne(at, of: Words.indefinite) else {
      return nil
    }
    at += 1
    while scan.isOne(at, of: MeetWords.adjectives) || scan.isOne(at, of: FurtherWords.ordinals) {
      at += 1
    }
    let noun = scan.match(.noun, at: at)
    if let noun { at = Int(noun.end) }
    guard isOther || isThird || noun != nil, scan.isOne(at, of: ArgumentWords.withWords),
      let next = context.arguments.with(after: at, words: ArgumentWords.withWords, limit: 1)?.chain,
      context.areSides(hosts, next.entities)
    else { return nil }
    var other = frame
    other.trigger = noun.map(\.range) ?? (and + 1)..<at
    other.principals = hosts + next.entities.filter { !hosts.contains($0) }
    if let noun { other.mode = context.mode(ofNoun: noun) ?? frame.mode }
    let end = next.tokens.upperBound
    if let day = day(after: end) { FrameDater(context: context).set(day, of: &other) }
    if let place = place(after: end) { other.setPlace(place.name, isSure: false) }
    return other
  }

  /// "and" behind a company, with a day or a place between at most.
  private func conjunction(after end: Int) -> Int? {
    let scan = context.scan
    let days = context.reading.analysis.dates(in: context.sentence)
    let places = context.reading.analysis.places(in: context.sentence)
    for at in scan.span(end, end + 9) {
      let isComma = scan.isSign(at, ",")
      if scan.isOne(at, of: Words.and) || isComma && scan.isOne(at + 1, of: FurtherWords.others) {
        return at
      }
      guard
        isComma || scan.isFiller(at) || scan.isOne(at, of: FurtherWords.small)
          || days.contains(where: { $0.tokens.contains(at) })
          || places.contains(where: { $0.tokens.contains(at) })
      else { return nil }
    }
    return nil
  }

  /// The day behind a company.
  private func day(after end: Int) -> DateMention? {
    context.reading.analysis.dates(in: context.sentence).first {
      $0.date != nil && isBehind($0.tokens, end)
    }
  }

  private func place(after end: Int) -> PlaceMention? {
    context.reading.analysis.places(in: context.sentence).first {
      isBehind($0.tokens, end) && context.scan.isOne($0.tokens.lowerBound - 1, of: PlaceWords.inAt)
    }
  }

  /// True for words at most six tokens behind others, without a comma or "and" between.
  private func isBehind(_ tokens: Range<Int>, _ end: Int) -> Bool {
    tokens.lowerBound >= end && tokens.lowerBound - end <= 6
      && !(end..<tokens.lowerBound).contains {
        context.scan.isSign($0, ",") || context.scan.isOne($0, of: Words.and)
      }
  }
}

enum FurtherWords {
  static let others = Words.set("another otra otro")
  static let small = Words.set("on in at en el la los")
  static let ordinals = Words.set("second third further segunda segundo más")
}

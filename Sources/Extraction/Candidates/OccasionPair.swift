import Gazetteer
import Language
import Records

/// A meeting told before and one told now, described by numbers: whether they are one occasion.
struct OccasionPair {
  let reading: Reading
  /// What is known of the occasion told before.
  let known: MeetingFrame
  /// What is told now.
  let frame: MeetingFrame
  /// How many occasions have been told since; 0 for the last.
  let age: Int

  /// What the numbers are, in order.
  static let features = [
    "spanish", "common", "only_known", "only_frame", "common_persons", "common_countries",
    "known_size", "frame_size", "dates", "known_sure", "frame_sure", "known_source",
    "frame_source", "known_weak", "frame_weak", "modes", "frame_mode", "same_status",
    "known_status", "frame_status", "known_status_sure", "frame_status_sure", "sentences",
    "paragraphs", "age", "determiner", "known_verb", "frame_verb", "same_word", "known_class",
    "frame_class", "learned", "reference", "discussion", "event", "known_background",
    "frame_background", "talk", "places", "common_attendees", "covered", "days", "perfect",
    "again",
  ]

  var numbers: [Int32] {
    var out: [Int32] = []
    out.reserveCapacity(Self.features.count)
    func add(_ value: Int) { out.append(Int32(clamping: value)) }
    func add(_ value: Bool) { out.append(value ? 1 : 0) }
    let entities = reading.analysis.entities
    let a = Set(known.principals)
    let b = Set(frame.principals)
    let common = a.intersection(b)
    let scan = reading.scans[frame.sentence]
    let other = reading.scans[known.sentence]
    add(scan.isSpanish)
    add(common.count)
    add(a.subtracting(b).count)
    add(b.subtracting(a).count)
    add(common.filter { entities[$0].kind == .person }.count)
    let mine = Set(a.compactMap { entities[$0].country })
    let theirs = Set(b.compactMap { entities[$0].country })
    add(mine.intersection(theirs).count)
    add(a.count)
    add(b.count)
    add(dates)
    add(known.isSurelyDated)
    add(frame.isSurelyDated)
    add(source(known))
    add(source(frame))
    add(known.dateIsWeak)
    add(frame.dateIsWeak)
    add(modes)
    add(mode(frame))
    add(known.status == frame.status)
    add(status(known))
    add(status(frame))
    add(known.isStatusSure)
    add(frame.isStatusSure)
    let last = max(known.sentence, known.evidence.filter { $0 <= frame.sentence }.max() ?? 0)
    add(frame.sentence - last)
    let sentences = reading.analysis.document.sentences
    add(sentences[frame.sentence].paragraph - sentences[last].paragraph)
    add(age)
    add(scan.determiner(before: frame.trigger.lowerBound, untilSign: false))
    add(isVerb(known, other))
    add(isVerb(frame, scan))
    add(
      scan.keys[frame.trigger.upperBound - 1] != 0
        && scan.keys[frame.trigger.upperBound - 1] == other.keys[known.trigger.upperBound - 1])
    add(kind(known, other))
    add(kind(frame, scan))
    add(frame.rule == LearnedRule.name)
    add(frame.isByReference || known.isByReference)
    add(frame.isDiscussion || known.isDiscussion)
    add(frame.isEvent || known.isEvent)
    add(known.isBackground)
    add(frame.isBackground)
    add(frame.isTalk)
    add(places)
    add(Set(known.attendees).intersection(b).count + Set(frame.attendees).intersection(a).count)
    add(covered(b, by: a))
    if let one = known.date, let two = frame.date {
      add(max(-400, min(400, two.latest.number - one.latest.number)))
    } else {
      add(-999)
    }
    add(
      (max(0, frame.trigger.lowerBound - 5)..<frame.trigger.lowerBound).contains {
        scan.isOne($0, of: ModalWords.perfect)
      })
    add(
      (max(0, frame.trigger.lowerBound - 6)..<min(scan.count, frame.trigger.upperBound + 6))
        .contains { scan.isOne($0, of: PairWords.again) })
    return out
  }

  private var dates: Int {
    guard let one = known.date else { return frame.date == nil ? 0 : 2 }
    guard let two = frame.date else { return 1 }
    if one.description == two.description { return 3 }
    return one.latest < two.earliest || two.latest < one.earliest ? 5 : 4
  }

  private var modes: Int {
    guard let one = known.mode, let two = frame.mode else {
      return known.mode == nil && frame.mode == nil ? 0 : 1
    }
    return one == two ? 2 : 3
  }

  private var places: Int {
    guard let one = known.place, let two = frame.place else {
      return known.place == nil && frame.place == nil ? 0 : 1
    }
    return one == two ? 2 : 3
  }

  private func mode(_ frame: MeetingFrame) -> Int {
    switch frame.mode {
    case nil: 0
    case .inPerson: 1
    case .phone: 2
    case .video: 3
    }
  }

  private func status(_ frame: MeetingFrame) -> Int {
    switch frame.status {
    case .held: 0
    case .planned: 1
    case .cancelled: 2
    }
  }

  private func source(_ frame: MeetingFrame) -> Int {
    switch frame.dateSource {
    case nil: 9
    case .clause: 0
    case .sentence: 1
    case .paragraph: 2
    case .article: 3
    }
  }

  private func isVerb(_ frame: MeetingFrame, _ scan: Scan) -> Bool {
    scan.has(.verb, at: frame.trigger.lowerBound)
  }

  private func kind(_ frame: MeetingFrame, _ scan: Scan) -> Int {
    if let noun = scan.match(.noun, at: frame.trigger.lowerBound) {
      return CueClass(Gazetteer.shared.nouns[Int(noun.index)].strength).rawValue
    }
    if let verb = scan.match(.verb, at: frame.trigger.lowerBound) {
      return CueClass(Gazetteer.shared.verbs[Int(verb.index)].frame).rawValue
    }
    return MeetingCues.builtIn.kind(
      of: scan.keys[frame.trigger.lowerBound], isSpanish: scan.isSpanish)?.rawValue ?? 0
  }

  /// How many of some have themselves or their country's side among others.
  private func covered(_ ids: Set<Int>, by others: Set<Int>) -> Int {
    let entities = reading.analysis.entities
    return ids.filter { id in
      others.contains(id)
        || others.contains {
          entities[$0].country != nil && entities[$0].country == entities[id].country
        }
    }.count
  }
}

enum PairWords {
  static let again = Words.set(
    "again another second separately later earlier previously also then nuevamente otra otro segunda segundo además después luego posteriormente antes previamente"
  )
}

/// A pair as the model is trained on it.
public struct PairSample: Sendable {
  /// The frames that make up the occasion told before: their number in the order of telling.
  public var known: [Int]
  /// The number of the frame told now.
  public var frame: Int
  public var features: [Int32]
}

/// A frame as pairs are labelled by it.
public struct FrameSample: Sendable {
  /// Where its trigger stands, in code points of the article's text.
  public var start: Int
  public var principals: [MeetingSample.Party]
}

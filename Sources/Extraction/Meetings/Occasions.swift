import Language
import Records

/// Tells which frames are one occasion, and puts them together.
struct Occasions {
  let reading: Reading
  private(set) var frames: [MeetingFrame] = []
  /// Judges whether two frames are one occasion; nil for the rule below.
  private let same: Forest?
  private let isCollecting: Bool
  /// For the training: the frames that each occasion was made of, by their number in the order of telling.
  private var origins: [[Int]] = []
  private(set) var pairs: [PairSample] = []
  private(set) var told: [FrameSample] = []

  init(reading: Reading, same: Forest? = nil, isCollecting: Bool = false) {
    self.reading = reading
    self.same = same.flatMap { $0.isEmpty ? nil : $0 }
    self.isCollecting = isCollecting
  }

  /// Adds a frame, or what it tells to the frame of the same occasion; the index of the frame that has it now.
  mutating func add(_ frame: MeetingFrame) -> Int {
    if isCollecting { collect(frame) }
    if let index = match(frame) {
      merge(frame, into: index)
      if isCollecting { origins[index].append(told.count - 1) }
      return index
    }
    frames.append(frame)
    if isCollecting { origins.append([told.count - 1]) }
    return frames.count - 1
  }

  /// The occasion that a frame tells of, if it has been told before.
  private func match(_ frame: MeetingFrame) -> Int? {
    // What the other rules read goes by their own measure.
    guard let same, frame.rule == LearnedRule.name else {
      return frames.indices.suffix(64).last { isSame(frames[$0], frame) }
    }
    var best: (score: Int32, index: Int)?
    for index in frames.indices.suffix(64)
    where isConceivable(frames[index], frame) && !isDatedBesides(frame, frames[index]) {
      let pair = OccasionPair(
        reading: reading, known: frames[index], frame: frame, age: frames.count - 1 - index)
      let score = same.score(pair.numbers)
      if score > 0, score >= best?.score ?? 1 { best = (score, index) }
    }
    return best?.index ?? frames.indices.suffix(64).last { isToldAgain(frames[$0], frame) }
  }

  /// True for a part of the company of a meeting told a few sentences before, or a company with more in it, of no other day and
  /// no other state of things.
  private func isToldAgain(_ known: MeetingFrame, _ frame: MeetingFrame) -> Bool {
    guard known.status == frame.status, known.sentence != frame.sentence,
      frame.sentence - known.sentence <= 6, compare(known.principals, frame.principals) != .other,
      !isDatedBesides(frame, known)
    else { return false }
    if let one = known.mode, let other = frame.mode, one != other { return false }
    guard let one = known.date, let other = frame.date else { return true }
    return one.description == other.description
  }

  /// One occasion has somebody of both tellings, on one side at least, and one state of things if it is called off.
  private func isConceivable(_ a: MeetingFrame, _ b: MeetingFrame) -> Bool {
    compare(a.principals, b.principals) != .other
      || !Set(a.principals).isDisjoint(with: b.principals)
  }

  /// "talks between the government and the guerrillas ... A and B had met on February 8": what has a day of its own is not what others
  /// had on no day.
  private func isDatedBesides(_ frame: MeetingFrame, _ known: MeetingFrame) -> Bool {
    frame.date.map { $0.earliest == $0.latest } == true && !frame.dateIsWeak
      && (frame.dateSource == .clause || frame.dateSource == .sentence) && known.date == nil
      && known.sentence != frame.sentence
      && Set(known.principals).isDisjoint(with: frame.principals)
  }

  private mutating func collect(_ frame: MeetingFrame) {
    let number = told.count
    let scan = reading.scans[frame.sentence]
    told.append(
      FrameSample(
        start: scan.tokens[frame.trigger.lowerBound].start,
        principals: frame.principals.map { id in
          let entity = reading.analysis.entities[id]
          return MeetingSample.Party(
            entity: id, name: entity.name ?? "", kind: entity.kind, country: entity.country,
            chain: -1, mention: -1, start: 0, end: 0, features: [])
        }))
    for index in frames.indices.suffix(64) where isConceivable(frames[index], frame) {
      let pair = OccasionPair(
        reading: reading, known: frames[index], frame: frame, age: frames.count - 1 - index)
      pairs.append(PairSample(known: origins[index], frame: number, features: pair.numbers))
    }
  }

  /// True if two frames tell of one occasion: the same sides, no two dates, one mode, one state of things.
  func isSame(_ a: MeetingFrame, _ b: MeetingFrame) -> Bool {
    guard a.status == b.status || isSameInSpite(a, b) else { return false }
    if let one = a.mode, let other = b.mode, one != other { return false }
    if let one = a.date, let other = b.date, a.isSurelyDated, b.isSurelyDated,
      one.latest < other.earliest || other.latest < one.earliest
    {
      return false
    }
    if let one = a.date, let other = b.date, a.isSurelyDated || b.isSurelyDated,
      isLongBefore(one, other) || isLongBefore(other, one)
    {
      return false
    }
    let relation = compare(a.principals, b.principals)
    switch relation {
    case .same: return true
    case .within:
      // A part of the same company is the same meeting where the words point back to it, or in one breath.
      return b.isByReference && a.sentence == b.sentence || isToldInFull(a, b)
    case .other: return false
    }
  }

  /// "held talks in 2014": two months and more before another date, they are another occasion, however surely that is dated.
  private func isLongBefore(_ a: EDTF, _ b: EDTF) -> Bool {
    b.earliest.number - a.latest.number > 60
  }

  /// Two states of things may be told of one occasion: in one sentence where only one is sure, or of one day.
  private func isSameInSpite(_ a: MeetingFrame, _ b: MeetingFrame) -> Bool {
    if a.status == .cancelled || b.status == .cancelled { return false }
    if a.sentence == b.sentence { return !(a.isStatusSure && b.isStatusSure) }
    guard let one = a.date, let other = b.date, one.earliest == one.latest else { return false }
    // "spoke on Wednesday. The two are expected to meet in Yerevan": the day of the sentence before is not that of the plan.
    if b.status == .planned, b.isStatusSure, b.dateSource == .paragraph { return false }
    if let mode = a.mode, mode != .inPerson, b.status == .planned, b.mode == nil { return false }
    return one.description == other.description && Set(a.principals) == Set(b.principals)
  }

  /// "A y B repasaron este miércoles ... B fue recibida por A y por C": the discussion is the meeting told next to it.
  private func isToldInFull(_ a: MeetingFrame, _ b: MeetingFrame) -> Bool {
    guard a.isDiscussion != b.isDiscussion, abs(a.sentence - b.sentence) <= 3 else { return false }
    guard let one = a.date, let other = b.date else { return true }
    return one.description == other.description
  }

  private enum Relation { case same, within, other }

  /// Persons count for their governments.
  private func compare(_ a: [Int], _ b: [Int]) -> Relation {
    let first = Set(a)
    let second = Set(b)
    if first == second { return .same }
    let left = unmatched(first.subtracting(second), by: second.subtracting(first))
    let right = unmatched(second.subtracting(first), by: first.subtracting(second))
    if left == 0, right == 0 { return .same }
    if left == 0 || right == 0 { return .within }
    return .other
  }

  /// How many of some entities have no counterpart of the same country among others.
  private func unmatched(_ ids: Set<Int>, by others: Set<Int>) -> Int {
    let entities = reading.analysis.entities
    return ids.filter { id in
      if others.contains(where: { isHolder(id, $0) || isHolder($0, id) }) { return false }
      if others.contains(where: { isSentBy(id, $0) || isSentBy($0, id) }) { return false }
      guard let country = entities[id].country else { return true }
      return !others.contains { other in
        entities[other].country == country
          && (entities[other].kind == .person) != (entities[id].kind == .person)
      }
    }.count
  }

  /// "China's foreign minister spoke with Kerry ... In his call with Kerry, Wang": the holder of an office may be named later,
  /// where nothing tells that it is somebody else.
  private func isHolder(_ unnamed: Int, _ named: Int) -> Bool {
    let a = reading.analysis.entities[unnamed]
    let b = reading.analysis.entities[named]
    // "los cancilleres de A y B visitaron a C. ... C recibió a sus colegas de A, X, y de B, Y"
    guard !reading.isSpanish || b.country != nil else { return false }
    return a.kind == .person && b.kind == .person && a.role != nil
      && a.role == a.name && b.name != b.role
      && (b.role == nil || isBareMinister(b)) && (b.country == nil || b.country == a.country)
      && (a.gender == nil || b.gender == nil || a.gender == b.gender)
  }

  /// "The Kazakh foreign minister spoke ... Kazakh minister X said": of a minister no more is told.
  private func isBareMinister(_ entity: Entity) -> Bool {
    entity.role.map { $0.lowercased().split(separator: " ").last == "minister" } == true
      && entity.role?.split(separator: " ").count ?? 0 < 3
      && entity.role?.lowercased().contains("prime") == false
  }

  /// "representantes del grupo Tamarod", "members of the Freedom Council": people of the body that was told of alone.
  private func isSentBy(_ people: Int, _ body: Int) -> Bool {
    let a = reading.analysis.entities[people]
    let b = reading.analysis.entities[body]
    guard a.kind == .organization, b.kind == .organization, let name = a.name, let whole = b.name,
      name.first?.isLowercase == true, whole.first?.isUppercase == true
    else { return false }
    return name.utf8.count > whole.utf8.count + 1 && name.hasSuffix(" " + whole)
  }

  private mutating func merge(_ frame: MeetingFrame, into index: Int) {
    // What the model reads of an occasion that has been told is one more place that tells of it, and no more.
    if frame.rule == LearnedRule.name {
      if frame.sentence != frames[index].sentence,
        !frames[index].evidence.contains(frame.sentence)
      {
        frames[index].evidence.append(frame.sentence)
      }
      return
    }
    var kept = frames[index]
    let entities = reading.analysis.entities
    for id in frame.principals where !kept.principals.contains(id) {
      if let place = kept.principals.firstIndex(where: { isHolder($0, id) }) {
        kept.principals[place] = id
        continue
      }
      if kept.principals.contains(where: {
        isHolder(id, $0) || isSentBy(id, $0) || isSentBy($0, id)
      }) {
        continue
      }
      // A person replaces the government that stood for him.
      if entities[id].kind == .person,
        let place = kept.principals.firstIndex(where: {
          entities[$0].kind != .person && entities[$0].country != nil
            && entities[$0].country == entities[id].country
        })
      {
        kept.principals[place] = id
      } else if entities[id].kind == .person
        || !kept.principals.contains(where: {
          entities[$0].country == entities[id].country && entities[$0].country != nil
        })
      {
        if !kept.attendees.contains(id), !kept.mediators.contains(id), !frame.isByReference {
          kept.principals.append(id)
        }
      }
    }
    if kept.date == nil || (!kept.isSurelyDated && frame.isSurelyDated)
      || ((frame.dateSource ?? .article) < (kept.dateSource ?? .article) && !frame.dateIsWeak)
    {
      if frame.date != nil {
        kept.dateIsWeak = frame.dateIsWeak
        kept.date = frame.date
        kept.dateBasis = frame.dateBasis
        kept.dateSource = frame.dateSource
      }
    }
    if kept.mode == nil { kept.mode = frame.mode }
    if kept.place == nil || (!kept.placeIsOwn && frame.placeIsOwn) {
      kept.place = frame.place ?? kept.place
      kept.placeIsOwn = frame.placeIsOwn
    }
    for id in frame.attendees where !kept.attendees.contains(id) && !kept.principals.contains(id) {
      kept.attendees.append(id)
    }
    for id in frame.mediators where !kept.mediators.contains(id) { kept.mediators.append(id) }
    kept.cite(frame.sentence)
    frames[index] = kept
  }

  /// Changes a frame in place.
  mutating func update(_ index: Int, _ change: (inout MeetingFrame) -> Void) {
    change(&frames[index])
  }
}

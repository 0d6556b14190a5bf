import Gazetteer
import Language
import Records

/// Finds the meetings that an article tells of.
struct MeetingReader {
  let reading: Reading
  var occasions: Occasions
  let dates: EventDates
  private var notes: [(entry: Trace.Entry, frame: Int?)] = []
  /// The journey that is told of now.
  private var travel = Travel()
  /// The occasion that was announced last.
  private var announced = AnnouncedOccasion()
  /// What the head of the article says of where and when.
  let dateline: Dateline
  /// True if the headline speaks of a call, so that "spoke" means by telephone.
  let isCallByTitle: Bool
  /// True if the headline speaks of a virtual meeting.
  let isVideoByTitle: Bool
  /// The meeting that "the meeting" means now.
  var current: Int?
  /// A meeting with people whom the text names only in a list below it.
  var pending: MeetingFrame?
  /// Who mediates in what is told before any meeting is.
  var mediating: (ids: [Int], sentence: Int)?
  /// Who came to terms or failed to in a sentence before.
  var negotiators: MeetingFrame?
  /// The sentence up to which a list of participants has been read.
  private var listEnd = -1
  /// True if the article is read to train the model.
  private let isCollecting: Bool
  private let model: MeetingModel?
  private var samples: [MeetingSample] = []
  private var places: [PlaceSample] = []

  init(_ reading: Reading, model: MeetingModel?, isCollecting: Bool = false) {
    self.model = model
    self.reading = reading
    self.isCollecting = isCollecting
    occasions = Occasions(reading: reading, same: model?.same, isCollecting: isCollecting)
    dateline = Dateline(reading)
    let title = WordKeys.keys(reading.analysis.article.title ?? "")
    isCallByTitle = title.contains { TitleWords.calls.contains($0) }
    isVideoByTitle = title.contains { ModeWords.video.contains($0) }
    dates = EventDates(
      document: reading.analysis.document, dates: reading.analysis.dates,
      anchor: reading.analysis.anchor)
  }

  /// The meetings of an article, in the order in which it tells them.
  static func read(_ reading: Reading, model: MeetingModel?, trace: inout Trace) -> [MeetingRecord]
  {
    var reader = MeetingReader(reading, model: model)
    for sentence in reading.scans.indices { reader.read(sentence) }
    return reader.finish(&trace)
  }

  /// Lets the model choose the place of a meeting.
  private mutating func settle(_ frame: MeetingFrame, _ number: Int) -> MeetingFrame {
    guard let model else { return frame }
    let candidates = PlaceCandidates(reading: reading, frame: frame)
    if isCollecting {
      places.append(
        PlaceSample(
          meeting: number,
          places: candidates.all().map { .init(name: $0.name, features: $0.features) }))
    }
    guard !model.place.isEmpty, !frame.placeIsSure, frame.mode == nil || frame.mode == .inPerson
    else { return frame }
    var frame = frame
    let best = candidates.best(model.place)
    // What the clause itself tells is surer than where the article is dated from, and than nothing.
    if frame.placeIsOwn, frame.place != nil, best.map(dateline.isPlace) ?? true { return frame }
    frame.place = best
    return frame
  }

  /// The meetings of an article as a model reads them, with what the models of places and of occasions are trained on.
  static func meetings(_ reading: Reading, model: MeetingModel) -> MeetingSamples {
    var reader = MeetingReader(reading, model: model, isCollecting: true)
    for sentence in reading.scans.indices { reader.read(sentence) }
    var trace = Trace()
    let records = reader.finish(&trace)
    return MeetingSamples(
      meetings: records, places: reader.places, frames: reader.occasions.told,
      pairs: reader.occasions.pairs)
  }

  /// The anchors of an article with their candidates, as the model is trained on them.
  static func samples(_ reading: Reading) -> [MeetingSample] {
    var reader = MeetingReader(reading, model: nil, isCollecting: true)
    for sentence in reading.scans.indices { reader.read(sentence) }
    return reader.samples
  }

  // MARK: Sentences

  private mutating func read(_ sentence: Int) {
    let scan = reading.scans[sentence]
    guard sentence >= listEnd, !list(sentence) else { return }
    defer { negotiate(sentence) }
    guard hasTrigger(scan) else {
      travel.read(scan, reading)
      return
    }
    let context = MeetingContext(reading: reading, sentence: sentence, dates: dates)
    if let current, sentence - occasions.frames[current].sentence <= 6 || isNear(current, sentence)
    {
      context.last = occasions.frames[current]
    }
    var found: [MeetingFrame] = []
    var unnamed: [Range<Int>] = []
    for match in triggers(scan) {
      var refusals: [String] = []
      var frames: [MeetingFrame]
      let rule: String
      if match.kind == .noun {
        rule = "NounRule"
        frames = NounRule(context: context).read(match, Gazetteer.shared.nouns[Int(match.index)]) {
          refusals.append($0)
        }
      } else {
        let verb = Gazetteer.shared.verbs[Int(match.index)]
        switch verb.frame {
        case .meet, .talk, .discuss:
          rule = "MeetRule"
          frames = MeetRule(context: context).read(match, verb) { refusals.append($0) }
          // "Hoy verá al primer ministro B"
          if frames.isEmpty, scan.isSpanish, scan.isOne(Int(match.start), of: MeetWords.willSee) {
            frames = ReceiveRule(context: context).read(match, verb.framed(as: .receive)) { _ in }
          }
          if frames.isEmpty, verb.frame == .meet, !scan.isSpanish {
            frames = ReceiveRule(context: context).welcomed(match, verb)
          }
        case .receive, .call:
          rule = "ReceiveRule"
          frames = ReceiveRule(context: context).read(match, verb) { refusals.append($0) }
        case .hold where verb.form.hasPrefix("conven") || verb.form.hasPrefix("host"):
          rule = "ReceiveRule"
          frames = ReceiveRule(context: context).read(match, verb) { refusals.append($0) }
        case .hold where CochairRule.isMeant(verb):
          rule = "CochairRule"
          frames = CochairRule(context: context).read(match) { refusals.append($0) }
        case .gather:
          rule = "GatherRule"
          frames = GatherRule(context: context).read(match) { refusals.append($0) }
        case .join:
          rule = JoinRule.name
          frames = JoinRule(context: context).read(match) { refusals.append($0) }
        case .hold: continue
        }
      }
      for reason in refusals { note(rule, scan, match.range, reason, nil) }
      if refusals.contains(where: { MeetRule.isFinal($0, scan) }) { unnamed.append(match.range) }
      found += frames.flatMap(AgainRule(context: context).split)
    }
    // "A and B were joined for dinner by C": the dinner is theirs.
    for joined in found where joined.rule == JoinRule.name {
      found.removeAll {
        $0.rule != JoinRule.name && Set($0.principals).isStrictSubset(of: joined.principals)
      }
    }
    CochairRule.leaveOccasions(&found)
    FurtherNouns(context: context).add(to: &found)
    found += TellingRule(context: context).read { note("TellingRule", scan, $0, $1, nil) }
    if !scan.isSpanish, EnglishTelling.isIn(scan) {
      found += EnglishTelling(context: context).read(beside: found) {
        note("TellingRule", scan, $0, $1, nil)
      }
    }
    found += SummonRule(context: context).read { note("SummonRule", scan, $0, $1, nil) }
    found += SinceRule(context: context).read()
    found += SigningRule(context: context).read(beside: found)
    found += AccordRule(context: context).read(beside: found)
    found += HandingRule(context: context).read(beside: found)
    commission(context, &found)
    if let journey = JourneyRule(context: context).read(beside: found) { found.append(journey) }
    travel.read(scan, reading)
    announced.read(scan, reading)
    if found.isEmpty, NegotiatorsRule.isIn(scan, orAnnounced: true),
      let source = NegotiatorsRule(context: context).source()
    {
      found.append(source)
    }
    // What a question asks about is not told.
    if !scan.isSpanish, scan.tokens.last?.form == "?" { found.removeAll() }
    found.removeAll { isOfUnknownBodies($0) }
    let read =
      found.isEmpty && isSequel(context) ? [] : learned(context, found, except: unnamed)
    let sitting = read.first(where: isOwnSitting)
    found += apart(read, from: found)
    if !scan.isSpanish {
      found.removeAll { isIntent($0) || isOfOccasions($0) || isDeclined($0) }
      found = withoutNamesakes(found)
    }
    Precedents(context: context).part(&found)
    found = found.flatMap { Companies(context: context).split($0) }
    for index in found.indices { leaveWhole(&found[index], context) }
    let attendance = AttendanceRule(context: context)
    let findings = attendance.read()
    let chairs = ChairRule(context: context).read()
    // "A and B chaired the meeting for Peru": the meeting that was told before.
    let areSeated = chairs.map { seat($0, context, &found) } ?? false
    if attendance.inclusions() != nil, let current, isNear(current, sentence) {
      found.removeAll { $0.rule == LearnedRule.name }
    }
    let named = attendance.participants() ?? (isUnnamed(sentence) ? attendance.joining() : nil)
    if let named { found.removeAll { isOfParticipants($0, named.ids) } }
    for var frame in found {
      // Who took part in the meeting told before is told by the rule of attendance.
      if frame.isAttendance || isPresence(frame, attendance, findings), let current,
        isNear(current, sentence)
      {
        continue
      }
      if isOfThem(frame, context) { continue }
      joinPending(&frame, context)
      complete(&frame, context, findings)
      setTitleMode(&frame)
      inheritCall(&frame, scan)
      travel.complete(&frame)
      announced.complete(&frame, scan)
      dateline.complete(&frame, dates)
      let index = occasions.add(frame)
      if !isAside(occasions.frames[index], sentence) { current = index }
      note(frame.rule, scan, frame.trigger, nil, index)
    }
    if let chairs, !areSeated, let current,
      occasions.frames[current].sentence == sentence
    {
      _ = seat(chairs, at: current, context)
    }
    // Whoever leads for a side stands for it, so that the side was not there besides.
    if !areSeated { attend(context, findings, didFind: !found.isEmpty) }
    gather(context, attendance, named)
    delegate(context)
    if found.isEmpty {
      callOff(context)
      tellMode(context)
    }
    if found.isEmpty, !sequel(context) { refer(context) }
    if !found.isEmpty, found.allSatisfy({ $0.rule == LearnedRule.name }) { refer(context) }
    if found.isEmpty, occasions.frames.isEmpty, sentence < 5, pending?.rule != LearnedRule.name {
      wait(context)
    }
    // "A and B chaired the meeting of the Council": a list may name others.
    if found.isEmpty, occasions.frames.isEmpty, var sitting {
      dateline.complete(&sitting, dates)
      pending = sitting
    }
  }

  /// What the model reads of a sentence besides what the other rules found in it, and of other words than they know better.
  private mutating func learned(
    _ context: MeetingContext, _ found: [MeetingFrame], except known: [Range<Int>]
  ) -> [MeetingFrame] {
    guard model != nil || isCollecting else { return [] }
    let anchors = MeetingAnchor.find(context.scan)
    guard !anchors.isEmpty else { return [] }
    let candidates = MeetingCandidates(
      context: context, frames: found,
      current: current.map { occasions.frames[$0].principals } ?? [], isTitleCall: isCallByTitle,
      told: ToldMeetings(occasions.frames), triggers: anchors.map(\.head))
    if isCollecting { samples += candidates.samples() }
    return model.map { LearnedRule(candidates: candidates, model: $0, known: known).frames() } ?? []
  }

  /// Takes those named in a list of participants as parties of the meeting told above it.
  private mutating func list(_ sentence: Int) -> Bool {
    guard current != nil || pending != nil,
      let found = ParticipantList(reading: reading).persons(
        below: sentence, isSecond: listEnd == sentence)
    else { return false }
    adoptPending()
    guard let index = listed(below: sentence) else { return false }
    occasions.update(index) { frame in
      // "She was joined by Governor A": whoever the list names as well is a party.
      frame.attendees.removeAll(where: found.ids.contains)
      frame.principals += found.ids.filter { !frame.principals.contains($0) }
    }
    replaceUnnamed(index, below: sentence, by: found.ids)
    let scan = reading.scans[sentence]
    // "Participants at the virtual meeting included:"
    if scan.span(0, 12).contains(where: { scan.isOne($0, of: ModeWords.virtual) }) {
      occasions.update(index) { $0.mode = $0.mode ?? .video }
    }
    note("ParticipantList", scan, 0..<scan.count, nil, index)
    listEnd = found.end
    return true
  }

  mutating func note(
    _ rule: String, _ scan: Scan, _ range: Range<Int>, _ rejection: String?, _ frame: Int?
  ) {
    guard let first = scan.tokens[range].first, let last = scan.tokens[range].last else { return }
    notes.append(
      (
        Trace.Entry(
          rule: rule, subject: "meeting", rejection: rejection, start: first.start, end: last.end),
        frame
      ))
  }

  // MARK: Records

  private mutating func finish(_ trace: inout Trace) -> [MeetingRecord] {
    let superseded = JourneyRule.superseded(occasions.frames, reading.analysis.entities)
      .union(Summaries.superseded(occasions.frames, reading))
      .union(SportsArticle.matches(occasions.frames, reading))
    let order = occasions.frames.indices.filter { !superseded.contains($0) }.sorted {
      occasions.frames[$0].sentence < occasions.frames[$1].sentence
    }
    var numbers: [Int: Int] = [:]
    var records: [MeetingRecord] = []
    let writer = MeetingWriter(
      reading: reading,
      topics: Topics(reading: reading, openings: Set(occasions.frames.map(\.sentence))))
    for index in order {
      let frame = settle(occasions.frames[index], records.count)
      guard let record = writer.record(frame) else {
        if isCollecting, places.last?.meeting == records.count { places.removeLast() }
        continue
      }
      // Two frames that turn out the same in all that is told.
      if !isCollecting, let same = records.firstIndex(where: { $0.isTwin(of: record) }) {
        records[same].evidence += record.evidence.filter { !records[same].evidence.contains($0) }
        numbers[index] = same
        continue
      }
      numbers[index] = records.count
      records.append(record)
    }
    for (entry, frame) in notes {
      var entry = entry
      if let frame {
        entry.record = numbers[frame]
        if entry.record == nil, entry.rejection == nil {
          entry.rejection = "fewer than two parties that can be named"
        }
      }
      trace.note(entry)
    }
    return records
  }
}

enum TitleWords {
  /// What is agreed to be done some time, with no meeting arranged.
  static let intents = Words.set("consult coordinate engage")
  static let declining = Words.set("declined refused decided chose")
  static let coming = Words.set("attend take participate join skip boycott")
  static let occasions = [" Dialogues", " Summits", " Talks", " Consultations", " Meetings"]
  static let calls = Words.set("call calls phone llamada telefónica teléfono telefónicamente")
}

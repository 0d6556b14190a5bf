import Gazetteer
import Language
import Records

/// Those who took part and are named below the sentence that tells of the meeting.
extension MeetingReader {
  /// The meeting that a list of participants belongs to: the last one, but for a series without a day ("She has also convened
  /// teachers") where the lead tells of one that has a day.
  func listed(below heading: Int) -> Int? {
    guard let current,
      occasions.frames[current].date.map({ $0.earliest != $0.latest || isEarlier($0) }) ?? true,
      let lead = occasions.frames.indices.min(by: {
        occasions.frames[$0].sentence < occasions.frames[$1].sentence
      }), occasions.frames[lead].sentence < 3, let day = occasions.frames[lead].date,
      day.earliest == day.latest,
      occasions.frames[lead].status != .cancelled
    else { return current }
    return lead
  }

  /// "Participants in the call included A, B and C": the parties of the meeting told before.
  mutating func gather(
    _ context: MeetingContext, _ rule: AttendanceRule, _ named: (ids: [Int], head: Range<Int>)?
  ) {
    if let chain = rule.inclusions() { include(chain, context) }
    if let told = rule.briefers() { brief(told.told, told.ids, told.trigger, context) }
    guard let (ids, head) = named, ids.count > 1 else { return }
    adoptPending()
    guard let index = current, isListedFor(index, context.sentence) else {
      return attend(ids, context)
    }
    let mode = context.scan.span(0, 8).lazy.compactMap { context.scan.match(.noun, at: $0) }
      .compactMap(context.mode).first
    // "A spoke with Transatlantic leaders. ... Participants in the call included B and C."
    let hosts =
      pending.flatMap {
        occasions.frames[index].sentence == context.sentence
          && context.sentence - $0.sentence <= 6 ? $0.principals : nil
      } ?? []
    // "Officials of the Ministry taking part included B and C": those who are named stand for the Ministry.
    let bodies = context.arguments.chains.filter { head.contains($0.tokens.lowerBound) }
      .flatMap(\.entities).filter { context.entities[$0].kind != .person }
    occasions.update(index) { frame in
      frame.principals = hosts + frame.principals.filter { !hosts.contains($0) }
      if frame.mode == nil { frame.mode = mode }
      frame.principals += ids.filter {
        !frame.principals.contains($0) && !frame.attendees.contains($0)
      }
      frame.principals.removeAll(where: bodies.contains)
      // "held a call with regional partners", "with European leaders": those who are named are they.
      if !ListWords.isOfHosts(context.scan) {
        let countries = ids.compactMap { context.entities[$0].country }
        let first = frame.principals.first
        frame.principals.removeAll { id in
          let entity = context.entities[id]
          return id != first
            && (entity.kind == .delegation
              || entity.kind != .person && entity.country.map(countries.contains) == true)
        }
      }
    }
    note("AttendanceRule", context.scan, 0..<context.scan.count, nil, index)
  }

  /// "On the Kenyan side, attendees included A and B": at a meeting of persons who are named they were there besides.
  private mutating func attend(_ ids: [Int], _ context: MeetingContext) {
    guard let index = current, isNear(index, context.sentence),
      occasions.frames[index].sentence < context.sentence
    else { return }
    occasions.update(index) { frame in
      frame.attendees += ids.filter {
        !frame.principals.contains($0) && !frame.attendees.contains($0)
      }
      frame.cite(context.sentence)
    }
    note("AttendanceRule", context.scan, 0..<context.scan.count, nil, index)
  }

  /// "A and B hosted a roundtable. In discussion with experts from C, they ...": unnamed people and bodies of the meeting told before.
  private mutating func include(_ chain: Chain, _ context: MeetingContext) {
    guard let index = current, context.sentence - occasions.frames[index].sentence <= 2,
      occasions.frames[index].sentence < context.sentence,
      // "included over 1,000 stakeholders" counts those who have been told.
      !context.scan.span(chain.tokens.lowerBound - 3, chain.tokens.upperBound).contains(where: {
        context.scan.shapes[$0].contains(.digit)
      }),
      occasions.frames[index].status == .held
    else { return }
    let guests = context.parties(chain.entities).filter {
      context.entities[$0].kind == .delegation || context.entities[$0].kind == .organization
    }
    guard !guests.isEmpty else { return }
    occasions.update(index) { frame in
      frame.principals += guests.filter { !frame.principals.contains($0) }
      frame.cite(context.sentence)
    }
    note("AttendanceRule", context.scan, chain.tokens, nil, index)
  }

  /// Takes the meeting that waits for names as the one told last, where none has been told.
  mutating func adoptPending() {
    guard current == nil, let frame = pending else { return }
    current = occasions.add(frame)
    note(frame.rule, reading.scans[frame.sentence], frame.trigger, nil, current)
  }

  /// The persons of a list stand for the offices and groups that they are of: "Administration participants:" for those who invited,
  /// "Legislators from the meeting:" for the guests, others for everybody.
  mutating func replaceUnnamed(_ index: Int, below heading: Int, by named: [Int]) {
    let entities = reading.analysis.entities
    let principals = occasions.frames[index].principals
    let bodies = named.filter { entities[$0].kind != .person }
    guard principals.count(where: { entities[$0].kind == .person }) > 2 || bodies.count > 2 else {
      return
    }
    let scan = reading.scans[heading]
    let guests = principals.filter { entities[$0].kind == .delegation }
    let areHosts = ListWords.isOfHosts(scan)
    let areGuests = !areHosts && ListWords.isOfGuests(scan, guests.compactMap { entities[$0].name })
    occasions.update(index) { frame in
      frame.principals.removeAll { id in
        if bodies.contains(id) { return false }
        return switch entities[id].kind {
        case .person: false
        case .delegation: !areHosts
        // A list of bodies names the guests.
        case .government, .organization: !areGuests && bodies.count < 3
        }
      }
    }
  }

  /// True for a day before that of the article, which the lead tells of.
  private func isEarlier(_ date: EDTF) -> Bool {
    guard let published = reading.analysis.article.published, let lead = occasions.frames.first,
      lead.sentence == 0, lead.date == published
    else { return false }
    return date.latest < published.earliest
  }

  /// True for the meeting that a sentence of participants goes with: told just before, or the only one of the article.
  private func isListedFor(_ index: Int, _ sentence: Int) -> Bool {
    isNear(index, sentence)
      || occasions.frames.count == 1 && sentence - occasions.frames[index].sentence <= 12
  }

  /// "Officials taking part in the meeting included A and B": what others read of these words is the meeting told before.
  func isOfParticipants(_ frame: MeetingFrame, _ ids: [Int]) -> Bool {
    var known = ids
    if let current, isListedFor(current, frame.sentence) {
      known += occasions.frames[current].principals
    } else if current == nil, let pending {
      known += pending.principals
    } else {
      return false
    }
    return Set(frame.principals).isSubset(of: known) && !frame.isSurelyDated
      && frame.principals.contains(where: ids.contains)
  }

  /// "hosted a call with Allies. ... Joining the president on the call were A and B": true where of those who were met before no
  /// names have been told.
  func isUnnamed(_ sentence: Int) -> Bool {
    guard let current else { return pending.map { sentence - $0.sentence <= 4 } ?? false }
    return isNear(current, sentence)
      && occasions.frames[current].principals.contains {
        reading.analysis.entities[$0].kind == .delegation
      }
  }

  /// Remembers "A met with community leaders": a list may name them.
  mutating func wait(_ context: MeetingContext) {
    let scan = context.scan
    for match in triggers(scan) {
      let token = Int(match.start)
      var left: [Int] = []
      var from = 0
      var verb = token
      if match.kind == .verb {
        let found = Gazetteer.shared.verbs[Int(match.index)]
        let isHolding =
          found.frame == .meet || found.frame == .talk || found.form.hasPrefix("conven")
          || found.form.contains("host") || found.form.hasPrefix("welcom")
        guard isHolding else { continue }
      } else {
        // "The two sides held consultations": they are told below.
        guard let support = NounRule(context: context).supportVerb(token) else { continue }
        verb = support
      }
      if let subject = context.arguments.subject(of: verb) {
        left = context.parties(subject.entities)
        from = subject.tokens.upperBound
        // "held a secure video call with Pacific leaders": they are told below too.
        let isCompanied =
          !scan.isSpanish
          && scan.span(Int(match.end), Int(match.end) + 3).contains {
            scan.isOne($0, of: ArgumentWords.withWords)
          }
        guard match.kind == .verb || isCompanied, !left.isEmpty else { continue }
      } else if scan.isSpanish
        || !scan.span(0, verb).contains(where: {
          scan.isOne($0, of: AttendanceWords.delegations)
        })
      {
        continue
      }
      // "The convening follows a meeting in 2022 with legislators": not the one that the lead tells.
      if pending != nil, (0..<token).contains(where: { scan.isOne($0, of: PrecedentWords.follows) })
      {
        return
      }
      let verdict = context.modality.verb(verb, from: from)
      if case .refused = verdict { continue }
      var frame = MeetingFrame(
        rule: "ParticipantList", sentence: context.sentence, trigger: match.range, principals: left)
      frame.mode = context.mode(around: token, default: nil)
      FrameDater(context: context).date(&frame, verdict)
      dateline.complete(&frame, dates)
      pending = frame
      return
    }
  }
}

import Gazetteer
import Language
import Records

/// Who was at a meeting, told by the words of `AttendanceRule`.
extension MeetingReader {
  mutating func attend(
    _ context: MeetingContext, _ findings: [AttendanceRule.Finding], didFind: Bool
  ) {
    for finding in findings {
      if finding.isInPlace {
        if let index = current, isNear(index, context.sentence),
          represent(index, finding.attendees, context)
        {
          note("AttendanceRule", context.scan, finding.trigger, nil, index)
        }
        continue
      }
      begin(finding, context)
      if let frame = attended(finding, context) {
        current = occasions.add(frame)
        note("AttendanceRule", context.scan, finding.trigger, nil, current)
        continue
      }
      guard let index = current,
        didFind || isNear(index, context.sentence) || isPointedAt(index, context, finding.trigger)
      else {
        if !finding.mediators.isEmpty { mediating = (finding.mediators, context.sentence) }
        continue
      }
      let principals = occasions.frames[index].principals
      let attendees = finding.attendees.filter { !principals.contains($0) }
      // "The president will be accompanied by A and B": his company, not the other side.
      let isCompany = context.scan.isSign(finding.trigger.lowerBound, "accompanied")
      if finding.mediators.isEmpty, !isCompany, represent(index, attendees, context) { continue }
      let named = finding.mediators.filter { name(index, $0, context) }
      // "A and B met in Berlin. A hosted the talks": one of the two sides is no third.
      let mediators = finding.mediators.filter { id in
        !named.contains(id) && (!principals.contains(id) || principals.count > 2)
      }
      guard !attendees.isEmpty || !mediators.isEmpty else { continue }
      occasions.update(index) { frame in
        for id in attendees where !frame.attendees.contains(id) { frame.attendees.append(id) }
        for id in mediators where !frame.mediators.contains(id) {
          frame.principals.removeAll { $0 == id }
          frame.mediators.append(id)
        }
        // "A y B acordaron el retorno. La cita fue facilitada por C": the other one of the two met as well.
        if frame.principals.count == 1, !mediators.isEmpty,
          let both = context.arguments.lastSubjects(before: context.sentence),
          both.contains(frame.principals[0])
        {
          frame.principals = both
        }
        frame.cite(context.sentence)
      }
      note("AttendanceRule", context.scan, finding.trigger, nil, index)
    }
  }

  /// "The meeting was attended by A and B", "Also present at the talks were A and B": the last one told, even some way before.
  private func isPointedAt(_ index: Int, _ context: MeetingContext, _ trigger: Range<Int>) -> Bool {
    let scan = context.scan
    guard context.sentence - occasions.frames[index].sentence <= 14 else { return false }
    let isEvent = occasions.frames[index].isEvent
    return scan.span(0, trigger.upperBound + 5).contains { at in
      // "Asisten a la cumbre A y B": not to what was told before, unless that is one.
      scan.match(.noun, at: at).map {
        (Gazetteer.shared.nouns[Int($0.index)].strength == .event) == isEvent
      } == true && scan.isOne(at - 1, of: ReferenceWords.definite)
    }
  }

  /// "The ceremony in Paris was attended by A and B", with no meeting told before that it may be: persons of two sides who were
  /// at an occasion meet.
  private func attended(
    _ finding: AttendanceRule.Finding, _ context: MeetingContext
  ) -> MeetingFrame? {
    let persons = finding.attendees.filter { context.entities[$0].kind == .person }
    guard
      current.map({
        !isNear($0, context.sentence) && !isPointedAt($0, context, finding.trigger)
      }) ?? true, context.areOfTwoSides(persons),
      // "will travel to Oslo for the session. He will be accompanied by A and B"
      !context.scan.isSign(finding.trigger.lowerBound, "accompanied"),
      // "held a press conference accompanied by A and B"
      !context.scan.span(0, finding.trigger.lowerBound).contains(where: {
        context.scan.isOne($0, of: NounWords.pressWords)
      }),
      context.scan.span(0, finding.trigger.lowerBound).contains(where: {
        context.scan.has(.noun, at: $0) || context.scan.has(.event, at: $0)
          || context.scan.isOne($0, of: AttendanceWords.occasions)
      })
        || context.scan.span(finding.trigger.upperBound, finding.trigger.upperBound + 4).contains(
          where: { context.scan.has(.noun, at: $0) })
    else { return nil }
    let verdict = context.modality.verb(finding.trigger.lowerBound, from: 0)
    guard verdict == .held || verdict == .planned else { return nil }
    var frame = MeetingFrame(
      rule: "AttendanceRule", sentence: context.sentence, trigger: finding.trigger,
      principals: persons)
    frame.isStatusSure = true
    FrameDater(context: context).date(&frame, verdict)
    return frame
  }

  /// "G7 foreign ministers gathered in Capri. A, B and C were among those attending": they are the parties.
  private mutating func begin(_ finding: AttendanceRule.Finding, _ context: MeetingContext) {
    let persons = finding.attendees.filter { context.entities[$0].kind == .person }
    guard current == nil, var frame = pending, persons.count > 1,
      context.sentence - frame.sentence <= 3
    else { return }
    frame.principals.removeAll { context.entities[$0].kind != .person }
    frame.principals += persons.filter { !frame.principals.contains($0) }
    current = occasions.add(frame)
    note(frame.rule, reading.scans[frame.sentence], frame.trigger, nil, current)
  }

  /// "A met with a group of ministers. B and C took part in the meeting": it is A's.
  func joinPending(_ frame: inout MeetingFrame, _ context: MeetingContext) {
    guard frame.isByReference, current == nil, let pending,
      context.sentence - pending.sentence <= 3
    else { return }
    let guests = frame.principals
    frame = pending
    frame.principals += guests.filter { !pending.principals.contains($0) }
    frame.evidence.append(context.sentence)
  }

  /// "The leaders of A and B held a summit. X and Y attended.", "Los líderes de A y B celebraron una cumbre. En ella participaron X e Y": as many persons as countries stand for them.
  private mutating func represent(
    _ index: Int, _ persons: [Int], _ context: MeetingContext
  ) -> Bool {
    let frame = occasions.frames[index]
    // "Altos mandos de A y B se reunirán. En la cita estarán X e Y, de A, y Z, de B": more than one for a side
    let isCovered =
      context.scan.isSpanish && persons.count > frame.principals.count
      && persons.allSatisfy { context.entities[$0].country != nil }
      && frame.principals.allSatisfy { side in
        persons.contains { context.entities[$0].country == context.entities[side].country }
      }
    guard persons.count > 1, persons.count == frame.principals.count || isCovered,
      frame.sentence < context.sentence, frame.principals.allSatisfy({ isUnnamedSide($0) }),
      persons.allSatisfy({ id in
        let entity = context.entities[id]
        return entity.kind == .person
          && entity.country.map { country in
            frame.principals.contains { context.entities[$0].country == country }
          } != false
      })
    else { return false }
    occasions.update(index) { frame in
      frame.principals = persons
      if !frame.evidence.contains(context.sentence) { frame.evidence.append(context.sentence) }
    }
    return true
  }

  /// "The prime ministers of Estonia and Latvia met. Estonia's A chaired the meeting": the one whom the article told by office.
  private mutating func name(_ index: Int, _ id: Int, _ context: MeetingContext) -> Bool {
    guard context.entities[id].kind == .person, let country = context.entities[id].country,
      let place = occasions.frames[index].principals.firstIndex(where: {
        context.entities[$0].kind == .person && isUnnamedSide($0)
          && context.entities[$0].country == country
      })
    else { return false }
    occasions.update(index) { frame in
      frame.principals[place] = id
      if !frame.evidence.contains(context.sentence) { frame.evidence.append(context.sentence) }
    }
    return true
  }
}

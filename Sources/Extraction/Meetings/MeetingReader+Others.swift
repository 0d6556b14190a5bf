import Gazetteer
import Language
import Records

/// What other words and other sentences add to the meetings that were read.
extension MeetingReader {
  func isPresence(
    _ frame: MeetingFrame, _ rule: AttendanceRule, _ findings: [AttendanceRule.Finding]
  ) -> Bool {
    // "A recibió a la visitante junto a B": no meeting of A and B of its own.
    if frame.rule == LearnedRule.name,
      findings.contains(where: { $0.trigger.overlaps(frame.trigger) })
    {
      return true
    }
    return rule.isOnlyPresence(
      frame, findings, of: current.map { occasions.frames[$0].principals } ?? [])
  }

  /// "The president met with members of her team. She was briefed by B and C": they are the people of whom no name was told.
  mutating func brief(
    _ told: [Int], _ ids: [Int], _ trigger: Range<Int>, _ context: MeetingContext
  ) {
    guard let index = current, isNear(index, context.sentence),
      told.contains(where: occasions.frames[index].principals.contains)
    else { return }
    occasions.update(index) { frame in
      let named = ids.filter { !frame.principals.contains($0) }
      frame.principals.removeAll { context.entities[$0].kind == .delegation }
      frame.principals += named
      frame.attendees.removeAll(where: named.contains)
      if !frame.evidence.contains(context.sentence) { frame.evidence.append(context.sentence) }
    }
    note("AttendanceRule", context.scan, trigger, nil, index)
  }

  /// What other words of the sentence say of a meeting: that it was called off, who was only there besides, and when.
  func complete(
    _ frame: inout MeetingFrame, _ context: MeetingContext, _ findings: [AttendanceRule.Finding]
  ) {
    let calledOff = CalledOff(context: context)
    if calledOff.isCalledOff(frame) {
      // "debían conversar ayer, pero la cita fue cancelada": what is called off may be of a day that is over.
      if frame.date == nil { FrameDater(context: context).date(&frame, .cancelled) }
      if frame.date == nil, let day = calledOff.dayOfJourney(frame) { frame.setDay(day) }
      frame.status = .cancelled
      FrameDater(context: context).takeNearest(&frame)
    } else if let day = calledOff.newDay(of: frame) {
      frame.status = .planned
      frame.setDay(day)
      frame.date = frame.date.map(ahead)
      if !reading.isSpanish, day.tokens.count == 2, let date = frame.date {
        frame.date = nextYear(date)
      }
    }
    setMediators(&frame, context)
    // "Con la mediación de C, los presidentes A y B acordaron ... Los mandatarios se reunieron": C is no third.
    if let mediating, context.sentence - mediating.sentence <= 3 {
      let others = frame.principals.filter { !mediating.ids.contains($0) }
      if others.count > 1, others.count < frame.principals.count {
        frame.mediators += frame.principals.filter(mediating.ids.contains)
        frame.principals = others
      }
    }
    let present = Set(findings.filter { !$0.isInPlace }.flatMap(\.attendees))
    let principals = frame.principals.filter { !present.contains($0) }
    if principals.count > 1 { frame.principals = principals }
    if frame.date == nil, frame.status == .held,
      !frame.isBackground || !context.scan.isSpanish && context.scan.isSign(0, "Earlier")
        || DayPart(scan: context.scan).isSequence(frame.trigger.lowerBound),
      DayPart(scan: context.scan).isIn(frame.trigger.lowerBound)
    {
      let last = current.map { occasions.frames[$0] }.flatMap { last in
        // "They had spoken in October in Bali. In the afternoon A met C": not of that day.
        last.status == .held && !last.isBackground && last.date?.earliest == last.date?.latest
          && isOfNow(last.date) ? last.date : nil
      }
      frame.date = last ?? dates.lead?.date
      frame.dateBasis = frame.date == nil ? nil : .inferred
      frame.dateSource = frame.date == nil ? nil : .paragraph
    }
    // "A inicios de la tarde, A se reunirá con B": today's.
    if frame.date == nil, frame.status == .planned,
      DayPart(scan: context.scan).isIn(frame.trigger.lowerBound),
      let published = reading.analysis.article.published, published.earliest == published.latest
    {
      frame.date = published
      frame.dateBasis = .inferred
      frame.dateSource = .paragraph
    }
  }

  /// A day of the week before the article's or of the one behind it.
  private func isOfNow(_ date: EDTF?) -> Bool {
    guard let date, let published = reading.analysis.article.published else { return true }
    return abs(date.earliest.number - published.earliest.number) <= 7
  }

  /// "negotiators from A and B held talks with mediators from C": between two sides already, the mediators are no third.
  private func setMediators(_ frame: inout MeetingFrame, _ context: MeetingContext) {
    guard !context.scan.isSpanish else { return }
    for chain in context.arguments.chains
    where chain.tokens.contains(where: { context.scan.isOne($0, of: AttendanceWords.mediating) }) {
      let others = frame.principals.filter { !chain.entities.contains($0) }
      guard others.count > 1, others.count < frame.principals.count else { continue }
      frame.mediators += frame.principals.filter {
        chain.entities.contains($0) && !frame.mediators.contains($0)
      }
      frame.principals = others
    }
  }

  /// "The two had last met in May. C also attended the talks": what is told as background is not what the article goes on with.
  func isAside(_ frame: MeetingFrame, _ sentence: Int) -> Bool {
    guard !reading.isSpanish, frame.isBackground, frame.sentence == sentence, let current else {
      return false
    }
    return !occasions.frames[current].isBackground && isNear(current, sentence)
      && occasions.frames[current].sentence < sentence
      && Set(occasions.frames[current].principals) == Set(frame.principals)
  }

  /// "los cinco miembros del Consejo (A, B y C)", "the E3 (A, B and C)": those in brackets are all of it.
  func leaveWhole(_ frame: inout MeetingFrame, _ context: MeetingContext) {
    guard frame.principals.count > 2 else { return }
    let chains = context.arguments.chains
    for (whole, members) in zip(chains, chains.dropFirst())
    where context.scan.isSign(whole.tokens.upperBound, "(") {
      let others = members.entities.filter { !whole.entities.contains($0) }
      guard whole.entities.count == 1, others.count > 1,
        members.tokens.lowerBound - whole.tokens.upperBound <= 2,
        others.allSatisfy(frame.principals.contains)
      else { continue }
      frame.principals.removeAll(where: whole.entities.contains)
    }
  }

  /// "A held a call with B. He also spoke to C": by telephone too, where nothing else is said.
  func inheritCall(_ frame: inout MeetingFrame, _ scan: Scan) {
    guard !scan.isSpanish, frame.isTalk, frame.mode == nil, frame.status == .held, let current,
      scan.span(frame.trigger.lowerBound - 2, frame.trigger.lowerBound).contains(where: {
        scan.isOne($0, of: AttendanceWords.also)
      })
    else { return }
    let last = occasions.frames[current]
    guard last.mode == .phone, last.status == .held, frame.sentence - last.sentence <= 2,
      frame.principals.contains(where: last.principals.contains)
    else { return }
    frame.mode = .phone
    frame.place = nil
  }

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

  /// A government, or somebody whom the article tells by country and office alone.
  func isUnnamedSide(_ id: Int) -> Bool {
    let entity = reading.analysis.entities[id]
    return entity.country != nil
      && (entity.kind == .government || entity.kind == .person && entity.name == entity.role)
  }

  func isNear(_ index: Int, _ sentence: Int) -> Bool {
    let frame = occasions.frames[index]
    let last = max(frame.sentence, frame.evidence.max() ?? 0)
    return sentence - last <= 3
  }

  mutating func delegate(_ context: MeetingContext) {
    for (persons, sides, trigger) in DelegationRule(context: context).read() {
      for index in occasions.frames.indices.reversed() where isNear(index, context.sentence) {
        let countries = sides.compactMap { context.entities[$0].country }
        let unnamed = occasions.frames[index].principals.filter(isUnnamedSide)
        let isSide: (Int) -> Bool = {
          sides.contains($0) || sides.isEmpty && unnamed == [$0]
            || (context.entities[$0].kind != .person || unnamed.contains($0))
              && context.entities[$0].country.map(countries.contains) == true
        }
        guard let place = occasions.frames[index].principals.firstIndex(where: isSide) else {
          if accompany(index, persons, countries, context) { break }
          continue
        }
        occasions.update(index) { frame in
          frame.principals.removeAll(where: isSide)
          let new = persons.filter { !frame.principals.contains($0) }
          frame.principals.insert(contentsOf: new, at: min(place, frame.principals.count))
          frame.cite(context.sentence)
        }
        note("DelegationRule", context.scan, trigger, nil, index)
        break
      }
    }
  }

  /// "La delegación cubana la integran A y B": those who come with a party of that country were there besides.
  private mutating func accompany(
    _ index: Int, _ persons: [Int], _ countries: [String], _ context: MeetingContext
  ) -> Bool {
    let frame = occasions.frames[index]
    guard
      frame.principals.contains(where: { id in
        context.entities[id].kind == .person
          && context.entities[id].country.map(countries.contains) == true
      })
    else { return false }
    let new = persons.filter { !frame.principals.contains($0) && !frame.attendees.contains($0) }
    guard !new.isEmpty else { return true }
    occasions.update(index) { frame in
      frame.attendees += new
      frame.cite(context.sentence)
    }
    return true
  }

  /// "A and B held consultations. B was received by C. The next round of consultations will be in June": the meeting told
  /// before that is called by the same noun; nil if it is the last one, or if the last one is called so too.
  func namesake(_ frame: MeetingFrame, _ last: MeetingFrame, _ context: MeetingContext)
    -> MeetingFrame?
  {
    guard !reading.isSpanish else { return nil }
    let noun = context.scan.keys[frame.trigger.upperBound - 1]
    func isCalledSo(_ told: MeetingFrame) -> Bool {
      reading.scans[told.sentence].keys[told.trigger.upperBound - 1] == noun
    }
    guard !isCalledSo(last) else { return nil }
    return occasions.frames.last {
      frame.sentence - $0.sentence <= 4 && !$0.isBackground && isCalledSo($0)
    }
  }

  /// "were pushed back to June 3": a day without a year that is over is meant of the next one.
  private func nextYear(_ date: EDTF) -> EDTF {
    guard let published = reading.analysis.article.published, date.latest < published.earliest,
      published.earliest.number - date.latest.number < 366, let next = date.shifted(years: 1)
    else { return date }
    return next
  }

  /// "fue aplazada para el viernes": a day of the week that is over is meant of the week to come.
  private func ahead(_ date: EDTF) -> EDTF {
    guard let published = reading.analysis.article.published, date.earliest == date.latest,
      published.earliest == published.latest
    else { return date }
    let days = published.earliest.number - date.earliest.number
    return days > 0 && days < 7 ? EDTF(date.earliest.adding(days: 7)) : date
  }
}

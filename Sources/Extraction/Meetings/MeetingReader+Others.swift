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

import Gazetteer
import Language
import Records

/// Sentences that point back to a meeting told before: more of it, that it was called off, or another one of the same parties.
extension MeetingReader {
  /// "A and B met with C. They had a productive conversation": what some of them had, told by a pronoun, is the meeting just told.
  func isOfThem(_ frame: MeetingFrame, _ context: MeetingContext) -> Bool {
    guard !reading.isSpanish, let current, frame.status == .held,
      context.sentence > occasions.frames[current].sentence,
      context.sentence - occasions.frames[current].sentence <= 2,
      occasions.frames[current].status == .held, frame.principals.count > 1,
      Set(frame.principals).isStrictSubset(of: occasions.frames[current].principals)
    else { return false }
    return reading.mentions(in: context.sentence).contains {
      let mention = reading.analysis.mentions[$0]
      return mention.form == .pronoun && Set(mention.entities) == Set(frame.principals)
    }
  }

  /// "That meeting did not take place": what was to come in the sentence before is called off.
  mutating func callOff(_ context: MeetingContext) {
    guard let index = current, occasions.frames[index].status == .planned,
      context.sentence - occasions.frames[index].sentence <= 2, CalledOff(context: context).isOfLast
    else { return }
    occasions.update(index) { $0.status = .cancelled }
    note("CalledOff", context.scan, 0..<context.scan.count, nil, index)
  }

  /// Puts the sessions of bodies of two countries in the place of what other rules read of the same words.
  func commission(_ context: MeetingContext, _ found: inout [MeetingFrame]) {
    guard CommissionRule.isIn(context.scan) else { return }
    let rule = CommissionRule(context: context)
    for session in rule.sessions() {
      let frame =
        rule.frame(session)
        ?? (session.sides.isEmpty && session.isOfTwo
          ? lastTwo(before: context.sentence).flatMap { rule.frame(ofNoCountry: session, for: $0) }
          : nil)
      // "A y B acordaron que se reúna la comisión": they are not told to meet.
      let isBehind = context.scan.isSpanish && session.verb.count == 1
      if frame != nil || isBehind {
        found.removeAll {
          $0.trigger.overlaps(session.verb)
            && (frame != nil || $0.principals.allSatisfy { context.entities[$0].kind == .person })
            || frame != nil && Set($0.principals) == Set(session.sides)
        }
      }
      if let frame { found.append(frame) }
    }
  }

  /// The governments of the only two countries of which the meeting told last, or else the sentence before, speaks.
  private func lastTwo(before sentence: Int) -> [Int]? {
    let entities = reading.analysis.entities
    func governments(_ ids: [Int]) -> [Int]? {
      let codes = Set(ids.compactMap { entities[$0].country })
      guard codes.count == 2 else { return nil }
      let found = entities.indices.filter { id in
        entities[id].kind == .government && entities[id].country.map(codes.contains) == true
      }
      return Set(found.compactMap { entities[$0].country }).count == 2 && found.count == 2
        ? found : nil
    }
    if let current, isNear(current, sentence),
      let told = governments(occasions.frames[current].principals)
    {
      return told
    }
    for back in 1...2 where sentence >= back {
      let ids = reading.mentions(in: sentence - back).flatMap {
        reading.analysis.mentions[$0].entities
      }
      if let told = governments(ids) { return told }
    }
    return nil
  }

  /// Remembers who came to terms or failed to: "the talks" may be theirs.
  mutating func negotiate(_ sentence: Int) {
    guard NegotiatorsRule.isIn(reading.scans[sentence]) else { return }
    let context = MeetingContext(reading: reading, sentence: sentence, dates: dates)
    if let terms = NegotiatorsRule(context: context).terms() { negotiators = terms }
  }

  /// The last meeting of the one pair that the article has told of so far, if all were theirs: however far behind, "the final
  /// debate" is theirs too.
  private var onlyOne: MeetingFrame? {
    guard let last = occasions.frames.last,
      occasions.frames.allSatisfy({ Set($0.principals) == Set(last.principals) })
    else { return nil }
    return last
  }

  /// "The talks will resume on Monday": another meeting of the same parties; true if the sentence tells of one.
  mutating func sequel(_ context: MeetingContext) -> Bool {
    guard
      let known = antecedent(context)
        ?? negotiators.flatMap({ context.sentence - $0.sentence <= 6 ? $0 : nil }),
      let frame = SequelRule(context: context).read(after: known)
        ?? (context.last == nil
          ? NegotiatorsRule(context: context).talks(of: known) : nil)
    else { return false }
    if let last = context.last, let known = namesake(frame, last, context),
      let other = SequelRule(context: context).read(after: known)
    {
      let index = occasions.add(other)
      note(other.rule, context.scan, other.trigger, nil, index)
      return true
    }
    let index = occasions.add(frame)
    if frame.rule != "SequelRule" { current = index }
    note(frame.rule, context.scan, frame.trigger, nil, index)
    return true
  }

  /// The meeting to which "another" is told: the last of the same institution, the last at all, or the only one.
  private func antecedent(_ context: MeetingContext) -> MeetingFrame? {
    ofInstitution(context) ?? context.last ?? onlyOne
  }

  /// "La primera reunión del Mecanismo": the last meeting whose sentence told of a session of it.
  private func ofInstitution(_ context: MeetingContext) -> MeetingFrame? {
    let rule = SequelRule(context: context)
    let keys = (0..<context.scan.count).compactMap { token in
      rule.noun(token).flatMap(rule.institution)
    }
    guard let key = keys.first else { return nil }
    return occasions.frames.last { reading.scans[$0.sentence].keys.contains(key) }
  }

  /// True for a sentence that tells of another session of those who met before, which the rules know better than the model.
  func isSequel(_ context: MeetingContext) -> Bool {
    guard
      (0..<context.scan.count).contains(where: { context.scan.isOne($0, of: SequelWords.others) }),
      let known = antecedent(context)
    else { return false }
    return SequelRule(context: context).read(after: known) != nil
  }

  /// "Readout of A's call with B", "A hosts virtual gathering of envoys": the headline tells how they spoke, or how the first of the
  /// meetings was held.
  func setTitleMode(_ frame: inout MeetingFrame) {
    if frame.mode == nil, isCallByTitle, frame.isTalk, frame.status == .held, frame.sentence < 6 {
      frame.mode = .phone
      frame.place = nil
    }
    if isVideoByTitle, frame.sentence < 3, occasions.frames.isEmpty, !frame.placeIsOwn,
      frame.mode == nil || frame.mode == .inPerson
    {
      frame.mode = .video
      frame.place = nil
    }
  }

  /// "A convened tribal leaders. Participants at the virtual meeting included B", "El encuentro virtual": what is called virtual was.
  private mutating func tellVirtual(_ index: Int, _ context: MeetingContext) {
    let scan = context.scan
    guard !occasions.frames[index].placeIsOwn, occasions.frames[index].mode != .phone,
      occasions.frames[index].mode != .video,
      let at = (0..<scan.count).first(where: { at in
        guard scan.isOne(at, of: ModeWords.virtual) else { return false }
        let noun = scan.isSpanish ? at - 1 : at + 1
        let first = scan.isSpanish ? at - 2 : at - 1
        return (scan.has(.noun, at: noun) || scan.has(.noun, at: noun + 1))
          && (scan.isOne(first, of: ReferenceWords.definite) || scan.isPossessive(first))
          && !scan.isOne(noun + 1, of: SequelWords.company)
      })
    else { return }
    occasions.update(index) { frame in
      frame.mode = .video
      frame.place = nil
    }
    note("MeetingReader.tellMode", scan, at..<(at + 1), nil, index)
  }

  /// "A conversó con B. La llamada fue a iniciativa de A": talk that is called a call was one.
  mutating func tellMode(_ context: MeetingContext) {
    guard let index = current else { return }
    let near = isNear(index, context.sentence)
    // The only meeting of an article is meant however far behind.
    if near || occasions.frames.count == 1 { tellVirtual(index, context) }
    guard near, occasions.frames[index].isTalk, occasions.frames[index].mode == nil else { return }
    let scan = context.scan
    for token in 0..<scan.count {
      guard let match = scan.match(.noun, at: token),
        let told = context.mode(ofNoun: match),
        scan.span(token - 2, token).contains(where: { scan.isOne($0, of: ReferenceWords.definite) }
        ),
        !scan.isOne(Int(match.end), of: SequelWords.company)
      else { continue }
      occasions.update(index) { frame in
        frame.mode = told
        if told != .inPerson { frame.place = nil }
      }
      note("MeetingReader.tellMode", scan, match.range, nil, index)
      return
    }
  }

  /// "The meeting took place in Vienna on Monday": adds what is not known yet to the meeting it points back to.
  mutating func refer(_ context: MeetingContext) {
    guard let index = current, isNear(index, context.sentence) else { return }
    let scan = context.scan
    for token in 0..<scan.count {
      guard let match = scan.match(.noun, at: token),
        scan.isOne(token - 1, of: ReferenceWords.definite) || isDated(token, scan)
          || scan.isOne(token - 2, of: ReferenceWords.definite)
            && scan.isOne(token - 1, of: NounWords.meetingAdjectives)
          || !scan.isSpanish && isSet(after: Int(match.end), scan)
            && scan.span(token - 3, token).contains(where: { scan.isSign($0, "the") }),
        isDated(token, scan) || scan.isOne(Int(match.end), of: ReferenceWords.tookPlace)
          || scan.isOne(Int(match.end) + 1, of: ReferenceWords.tookPlace)
          || isSet(after: Int(match.end), scan)
      else { continue }
      let place =
        occasions.frames[index].place == nil
          && (occasions.frames[index].mode ?? .inPerson) == .inPerson
        ? MeetingPlace(context: context).inSentence(context.sentence, near: token) : nil
      let date =
        occasions.frames[index].date == nil ? dates.date(of: token, in: context.sentence) : nil
      guard place != nil || date != nil else { continue }
      occasions.update(index) { frame in
        if let place {
          frame.place = place
          frame.placeIsOwn = true
        }
        if let date {
          frame.date = date.date
          frame.dateBasis = date.basis
          frame.dateSource = date.source
        }
        if !frame.evidence.contains(context.sentence) { frame.evidence.append(context.sentence) }
      }
      note("MeetingReader.refer", scan, match.range, nil, index)
      return
    }
  }

  /// "The talks in Vienna", "the second debate, scheduled for October 15 in Miami": small words lead to a day or a place.
  private func isSet(after end: Int, _ scan: Scan) -> Bool {
    let dates = reading.analysis.dates(in: scan.index)
    for at in scan.span(end, end + 9) {
      if at > end, dates.contains(where: { $0.tokens.lowerBound == at && $0.date != nil }) {
        return true
      }
      if scan.isOne(at, of: PlaceWords.inAt) {
        return reading.analysis.places(in: scan.index).contains {
          $0.tokens.lowerBound > at && $0.tokens.lowerBound - at <= 2
        }
      }
      guard
        scan.isSign(at, ",") || scan.isOne(at, of: ReferenceWords.set)
          || scan.isDeterminer(at) || dates.contains(where: { $0.tokens.contains(at) })
      else { return false }
    }
    return false
  }

  /// "At Wednesday's meeting".
  private func isDated(_ token: Int, _ scan: Scan) -> Bool {
    reading.analysis.dates(in: scan.index).contains {
      $0.tokens.upperBound <= token
        && token - $0.tokens.upperBound <= 1
    }
  }
}

enum ReferenceWords {
  /// What may lead from a meeting to its day and place.
  static let set = Words.set(
    "scheduled planned set held due for on celebrada celebrado celebradas celebrados ocurrida ocurrido realizada realizado sostenida sostenido prevista previsto pactada pactado programada programado fijada fijado agendada agendado para"
  )
  static let definite = Words.set("the this these el la los las este esta minute hour")
  static let tookPlace = OccurrenceWords.past.union(
    Words.set("took takes take place was were held will is are se fue lugar será tendrá"))
}

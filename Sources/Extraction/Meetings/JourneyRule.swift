import Gazetteer
import Language
import Records

/// "A flew to Seoul for talks on trade", "A viajará a Estados Unidos para discutir el acuerdo": whoever goes to another country
/// to talk something over, with nobody told, talks with its government.
struct JourneyRule {
  /// The name that its frames bear, by which a meeting told with the same country supersedes them.
  static let name = "JourneyRule"

  let context: MeetingContext

  /// The meeting that a sentence tells so; nil if it tells none, or if `found` already has one of whoever travels.
  func read(beside found: [MeetingFrame]) -> MeetingFrame? {
    let scan = context.scan
    for verb in 0..<scan.count where isGoing(verb) {
      guard let goal = goal(after: verb), let purpose = purpose(after: goal.tokens.upperBound),
        let host = goal.entities.first
      else { continue }
      let subject = context.arguments.subject(of: verb)
      let guests = context.parties(subject?.entities ?? unspoken(verb)).filter {
        isForeign($0, host)
      }
      guard !guests.isEmpty,
        found.allSatisfy({ Set($0.principals).isDisjoint(with: guests) })
      else { continue }
      var verdict = context.verdict(of: verb, subject)
      if case .refused = verdict { continue }
      // "goes to Pristina on Thursday", "irá a Seúl"
      if scan.isOne(verb, of: JourneyWords.ahead) { verdict = .planned }
      var frame = MeetingFrame(
        rule: JourneyRule.name, sentence: context.sentence, trigger: purpose,
        principals: guests + [host])
      frame.isStatusSure = verdict != .open
      FrameDater(context: context).date(&frame, verdict)
      frame.place = scan.surface(goal.tokens)
      frame.placeIsOwn = true
      return frame
    }
    return nil
  }

  /// Drops journeys whose talks another frame tells with their company: persons or others of the country that is visited.
  static func superseded(_ frames: [MeetingFrame], _ entities: [Entity]) -> Set<Int> {
    var out: Set<Int> = []
    for (index, frame) in frames.enumerated() where frame.rule == name {
      guard let host = frame.principals.last, entities[host].kind == .government else { continue }
      let guests = Set(frame.principals.dropLast())
      let isTold = frames.indices.contains { other in
        other != index && !guests.isDisjoint(with: frames[other].principals)
          && frames[other].principals.contains {
            !guests.contains($0)
              && (entities[$0].country == entities[host].country
                // "President Erdogan", of whom the article tells no country.
                || entities[$0].kind == .person && entities[$0].country == nil
                  && abs(frames[other].sentence - frame.sentence) <= 4)
          }
      }
      if isTold { out.insert(index) }
    }
    return out
  }

  /// Of whom the sentence before told, where a Spanish one has no subject.
  private func unspoken(_ verb: Int) -> [Int] {
    guard context.scan.isSpanish, !context.arguments.hasUnknownSubject(before: verb) else {
      return []
    }
    return context.arguments.lastSubject(before: context.sentence) ?? []
  }

  private func isGoing(_ at: Int) -> Bool {
    context.scan.isOne(at, of: JourneyWords.going) && (at == 0 || !context.scan.isCapital(at))
      // "a visit to Paris", "su viaje a Cuba" have no subject.
      && !context.scan.isDeterminer(at - 1)
      && !context.scan.isOne(at - 1, of: Words.possessives)
      && !context.scan.isPossessive(at - 1)
  }

  /// The one country behind a verb of going.
  private func goal(after verb: Int) -> Chain? {
    let scan = context.scan
    guard
      let chain = context.arguments.chains.first(where: {
        $0.tokens.lowerBound > verb && $0.tokens.lowerBound - verb <= 8
      }), chain.entities.count == 1, let host = chain.entities.first,
      context.entities[host].kind == .government, context.entities[host].country != nil,
      !context.arguments.isOwner(chain)
    else { return nil }
    let isVisit = scan.isOne(verb, of: JourneyWords.visiting)
    var before = chain.tokens.lowerBound - 1
    while before > verb, scan.isFiller(before) { before -= 1 }
    guard isVisit ? before == verb : scan.isOne(before, of: JourneyWords.to) else { return nil }
    return scan.span(verb + 1, before).contains { scan.shapes[$0].contains(.punctuation) }
      ? nil : chain
  }

  /// "to discuss", "for a new round of talks", "para hablar de": the words that tell what the journey is for.
  private func purpose(after end: Int) -> Range<Int>? {
    let scan = context.scan
    for at in scan.span(end, end + 10) {
      if scan.isSign(at, ";") || scan.isOne(at, of: Words.relative) || scan.isOne(at, of: Words.and)
      {
        return nil
      }
      if scan.isSign(at, scan.isSpanish ? "para" : "to"),
        scan.isOne(at + 1, of: JourneyWords.discussing)
      {
        // "to consult B": B is met, not the government.
        return hasCompany(at + 2) || context.arguments.chain(at: at + 2) != nil
          ? nil : (at + 1)..<(at + 2)
      }
      guard scan.isSign(at, scan.isSpanish ? "para" : "for") else { continue }
      guard
        let noun = scan.span(at + 1, at + 7).first(where: {
          scan.isOne($0, of: JourneyWords.talks)
        }),
        scan.span(at + 1, noun).allSatisfy({
          scan.shapes[$0].contains(.lower) || scan.shapes[$0].contains(.glue)
        })
      else { continue }
      return hasCompany(noun + 1) ? nil : noun..<(noun + 1)
    }
    return nil
  }

  /// True if the next words tell with whom, or between whom.
  private func hasCompany(_ at: Int) -> Bool {
    let scan = context.scan
    return scan.span(at, at + 4).contains {
      scan.isOne($0, of: ArgumentWords.withWords) || scan.isOne($0, of: ArgumentWords.betweenWords)
    }
  }

  /// Somebody of another country, or of one that is not told, who has an office; a group; a body.
  private func isForeign(_ id: Int, _ host: Int) -> Bool {
    let entity = context.entities[id]
    guard entity.country != context.entities[host].country else { return false }
    return entity.kind != .person || entity.role != nil || entity.country != nil
  }
}

enum JourneyWords {
  static let going = Words.set(
    """
    travel travels traveled travelled traveling travelling fly flies flew flying arrive arrives arrived arriving go goes \
    went head heads headed heading visit visits visited visiting return returns returned due \
    viaja viajan viajó viajaron viajará viajarán viaje viajen viajar vuela voló volará irá irán llega llegó llegaron \
    llegará acude acudió acudirá acudirán visita visitó visitará visitarán partió partirá trasladó trasladará regresó \
    regresará
    """)
  /// Forms that tell of a journey to come.
  static let ahead = Words.set("travels fly flies goes heads heading due viaje viajen irá irán")
  static let visiting = Words.set(
    "visit visits visited visiting visita visitó visitará visitarán")
  static let to = Words.set("to in a al en")
  static let discussing = Words.set(
    "discuss negotiate confer consult discutir negociar hablar conversar dialogar tratar abordar debatir"
  )
  static let talks = Words.set(
    "talks discussions negotiations consultations conversaciones negociaciones consultas")
}

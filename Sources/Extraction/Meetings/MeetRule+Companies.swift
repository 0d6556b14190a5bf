import Gazetteer
import Language
import Records

/// The days and places of further companies of one verb, and whether they were met one by one.
extension MeetRule {
  /// Those who are met; "el primer ministro reconocido por todos, B": by the name behind the comma, where the office tells nobody.
  func counterparts(_ object: Chain) -> [Int] {
    let ids = context.parties(object.entities)
    guard ids.isEmpty, let named = context.arguments.nameBehind(object) else { return ids }
    return context.parties(named.entities)
  }

  /// "met B on Tuesday and C on Wednesday": the second day is the second company's.
  func again(
    _ object: Chain, _ left: [Int], _ verb: MeetingVerb, _ match: Scan.Match,
    _ verdict: Modality.Answer
  ) -> MeetingFrame? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    let all = Array(context.reading.analysis.dates(in: context.sentence))
    if let other = OtherPlace(behind: object, context) {
      return other.frame(like: frame(verb, match, left, verdict), hosts: left)
    }
    guard
      let first = all.first(where: {
        $0.tokens.lowerBound >= object.tokens.upperBound
          && $0.tokens.lowerBound - object.tokens.upperBound <= 1
      }), scan.isOne(first.tokens.upperBound, of: Words.and),
      let chain = context.arguments.chain(at: first.tokens.upperBound + 1),
      let second = all.first(where: {
        $0.tokens.lowerBound >= chain.tokens.upperBound
          && $0.tokens.lowerBound - chain.tokens.upperBound <= 1
      }), second.date != nil
    else { return nil }
    let right = context.parties(chain.entities).filter { !left.contains($0) }
    guard !right.isEmpty else { return nil }
    var frame = frame(verb, match, left + right, verdict)
    frame.setDay(second)
    return frame
  }

  /// "con B en Coiba y el miércoles con C en San José": the day before the second company and the place behind it are its own.
  func redate(_ frame: inout MeetingFrame, _ from: Int, _ to: Int, _ chain: Chain) {
    let scan = context.scan
    if scan.isSpanish,
      (from..<max(from, to)).contains(where: { scan.isOne($0, of: MeetWords.willDo) })
    {
      frame.status = .planned
    }
    // "and by B at the palace on Monday": what its own clause tells.
    if let clause = context.clause(of: to), clause.lowerBound > frame.trigger.lowerBound {
      let analysis = context.reading.analysis
      let place = analysis.places(in: context.sentence).first {
        clause.contains($0.tokens.lowerBound)
          && scan.span($0.tokens.lowerBound - 2, $0.tokens.lowerBound).contains {
            scan.isOne($0, of: PlaceWords.inAt)
          }
      }
      let day = analysis.dates(in: context.sentence).first {
        $0.date != nil && clause.contains($0.tokens.lowerBound)
      }
      if let day { frame.setDay(day) }
      if place != nil || day != nil { frame.setPlace(place?.name, isSure: place != nil) }
      if day != nil || place != nil { return }
    }
    // "and then B in Paris on Tuesday": its own day and place stand behind.
    let isBehindAnd =
      scan.isOne(to - 1, of: Words.and)
      || scan.isOne(to - 2, of: Words.and) && scan.isOne(to - 1, of: ThenWords.then)
    if !scan.isSpanish, scan.isOne(to, of: ThenWords.then) || isBehindAnd {
      let end = chain.tokens.upperBound
      let place = context.reading.analysis.places(in: context.sentence).first {
        $0.tokens.lowerBound > end && $0.tokens.lowerBound - end <= 2
      }
      if let place { frame.setPlace(place.name, isSure: true) }
      if let day = context.reading.analysis.dates(in: context.sentence).first(where: {
        $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= 5
      }), day.date != nil {
        frame.setDay(day)
      }
      return
    }
    // "with A in Cairo, and in Amman with B"; "by A in London and by B in Paris"
    let behind = chain.tokens.upperBound
    if scan.isOne(to, of: ArgumentWords.byWords) {
      let place = context.reading.analysis.places(in: context.sentence).first {
        $0.tokens.lowerBound > behind && $0.tokens.lowerBound - behind <= 2
      }
      frame.setPlace(place?.name, isSure: place != nil)
    } else if let place = context.reading.analysis.places(in: context.sentence).first(where: {
      $0.tokens.lowerBound >= from && $0.tokens.upperBound <= to
    }) {
      frame.setPlace(place.name, isSure: true)
    }
    guard scan.isSpanish,
      let day = context.reading.analysis.dates(in: context.sentence).first(where: {
        $0.tokens.lowerBound >= from && $0.tokens.upperBound <= to
      }), day.date != nil
    else { return }
    frame.setDay(day)
    let end = chain.tokens.upperBound
    let place = context.reading.analysis.places(in: context.sentence).first {
      $0.tokens.lowerBound > end && $0.tokens.lowerBound - end <= 2
        && scan.isOne(end, of: PlaceWords.inAt)
    }
    guard !frame.placeIsSure || place != nil else { return }
    frame.setPlace(place?.name, isSure: place != nil)
  }

  /// "A and B discussed the war by phone": how they did it tells that they talked with each other, whatever else is known of them.
  func areOnPhone(_ ids: [Int], _ token: Int) -> Bool {
    !context.scan.isSpanish && ids.allSatisfy { context.entities[$0].kind == .person }
      && (context.mode(around: token, default: nil) != nil || isCall(token + 1))
  }

  /// "The border was discussed by A and B": who did, behind "by".
  func discussers(_ token: Int, _ after: Int) -> Chain? {
    guard !context.scan.isSpanish, context.scan.isSign(after, "by"),
      ReceiveRule(context: context).isPassive(token),
      let chain = context.arguments.chain(at: after + 1), chain.entities.count > 1
    else { return nil }
    return chain
  }

  func isSeparate(_ token: Int, _ object: Chain) -> Bool {
    let scan = context.scan
    if Companies(context: context).opensApart(before: token) { return true }
    return (max(0, token - 2)..<min(scan.count, object.tokens.lowerBound)).contains {
      scan.isOne($0, of: MeetWords.separately)
    }
      || !scan.isSpanish
        && (scan.isOne(object.tokens.upperBound, of: MeetWords.separately)
          || isEachApart(behind: object) || areBothTold())
  }

  /// "spoke with B and C on Monday in separate calls".
  private func isEachApart(behind object: Chain) -> Bool {
    let scan = context.scan
    return scan.span(object.tokens.upperBound, object.tokens.upperBound + 9).contains {
      scan.isOne($0, of: MeetWords.apart) && scan.isSign($0 - 1, "in")
        && scan.has(.noun, at: $0 + 1)
    }
  }

  /// "A spoke with his counterparts, B and C. In both calls, ...": the next sentence tells that there were two.
  private func areBothTold() -> Bool {
    let next = context.sentence + 1
    guard next < context.reading.scans.count else { return false }
    let scan = context.reading.scans[next]
    return scan.isOne(0, of: MeetWords.openings)
      && (scan.isOne(1, of: MeetWords.both) || scan.isOne(1, of: MeetWords.each))
      && scan.span(2, 4).contains { scan.has(.noun, at: $0) }
  }
}

import Gazetteer
import Language

/// Whose "their meeting" is, where only one of the two is the subject of the sentence.
extension NounRule {
  /// "Their talks on Tuesday lasted two hours", "During their bilateral meeting in Osaka, the premiers spoke of rice", "Su encuentro duró una hora": at the head of a sentence, of the two of whom the
  /// article told last.
  func theirs(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    let isDuring =
      !scan.isSpanish && token < 6 && scan.isSign(0, "During") && scan.isOne(1, of: ToldWords.their)
    guard token > 0, token < 4 || isDuring,
      scan.isOne(0, of: scan.isSpanish ? NounWords.ownHeads : ToldWords.their) || isDuring,
      !scan.span(end, end + 9).contains(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
          || scan.isOne($0, of: ArgumentWords.betweenWords)
      }), !scan.isOne(end, of: Words.of) || isDuration(end + 1) || isDay(end + 1)
    else { return nil }
    if let last = context.last, last.sentence >= context.sentence - 2, last.principals.count == 2 {
      return last.principals
    }
    return context.arguments.lastPair(before: context.sentence)
  }

  /// "su encuentro del martes"
  private func isDay(_ at: Int) -> Bool {
    context.reading.analysis.dates(in: context.sentence).contains {
      $0.tokens.contains(at) || $0.tokens.lowerBound == at + 1
    }
  }

  /// "A praised B after their talks in Berlin", "B said after their meeting that": of the two persons whom the sentence names before,
  /// or of the one who speaks and the only other person of the sentence before.
  func theirTalks(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    guard !scan.isSpanish,
      let their = scan.span(token - 3, token).last(where: { scan.isOne($0, of: ToldWords.their) }),
      their > 1,
      scan.isOne(their - 1, of: TheirWords.prepositions),
      !scan.isOne(end, of: Words.of), !scan.isOne(end, of: ArgumentWords.withWords),
      !scan.isOne(end, of: ArgumentWords.betweenWords)
    else { return nil }
    let told = context.arguments.chains.filter { $0.tokens.upperBound < their }
    guard told.allSatisfy({ $0.entities.count == 1 }) else { return nil }
    let persons = told.filter { !context.arguments.isOwner($0) }.flatMap(\.entities)
      .filter(isPerson).uniqued()
    if persons.count == 2, told.count == 2 { return context.areOfTwoSides(persons) ? persons : nil }
    // "B said after their meeting that": nothing but the verb in between.
    guard persons.count == 1, let speaker = told.last, speaker.entities == persons,
      their - speaker.tokens.upperBound <= 3,
      context.sentence > 0
    else { return nil }
    let before = context.reading.mentions(in: context.sentence - 1).flatMap {
      context.reading.analysis.mentions[$0].entities
    }
    let others = before.filter { isPerson($0) && !persons.contains($0) }.uniqued()
    guard others.count == 1 else { return nil }
    return context.areOfTwoSides(others + persons) ? others + persons : nil
  }

  /// "said that talks with B would be held in Oslo on June 3": what was told of the future then, if there is a day for it.
  func isAnnounced(_ end: Int) -> Bool {
    let scan = context.scan
    guard !scan.isSpanish,
      let would = scan.span(end, end + 22).first(where: {
        scan.isSign($0, "would")
          && (scan.isOne($0 + 1, of: NounWords.occur) || scan.isOne($0 + 2, of: NounWords.occur))
      }),
      scan.span(0, end).contains(where: { scan.isOne($0, of: ModalWords.sayings) }),
      !scan.span(end, would).contains(where: {
        scan.isSign($0, ",") || scan.isSign($0, ";") || scan.has(.noun, at: $0)
      }),
      !scan.span(would, scan.count).contains(where: { scan.isSign($0, "if") })
    else { return false }
    return context.reading.analysis.dates(in: context.sentence).contains {
      $0.tokens.lowerBound > would && $0.date != nil
    }
  }

  /// "were pushed back to June 3", "was brought forward to Friday": said of the noun.
  func isMoved(_ end: Int) -> Bool {
    let scan = context.scan
    return scan.span(end, end + 30).contains { CalledOff(context: context).isMoving($0) }
  }

  private func isPerson(_ id: Int) -> Bool { context.entities[id].kind == .person }

}

enum TheirWords {
  static let prepositions = Words.set("after following during before at in")
}

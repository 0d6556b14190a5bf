import Gazetteer
import Language
import Records

/// Who meets again: whom the sentence names for it, else the sides that those of the meeting before stood for.
extension SequelRule {
  /// The parties of another session: "La anterior edición tuvo lugar en Rabat, presidida por A y B": A and B; "The next round will be
  /// held in Colombo" of a dialogue of two ministers: their countries; "Their next meeting is on Monday": the same.
  func parties(_ noun: Range<Int>, after known: MeetingFrame) -> [Int] {
    if let named = named(behind: noun.upperBound) ?? owners(before: noun.lowerBound) {
      return named
    }
    guard isInstitutional(noun, known) else { return known.principals }
    return sides(of: known.principals) ?? known.principals
  }

  /// "chaired by A and B", "con A y B al frente de las delegaciones", "with the participation of A, B and C".
  private func named(behind end: Int) -> [Int]? {
    let scan = context.scan
    for chain in context.arguments.chains where chain.tokens.lowerBound > end {
      var before = chain.tokens.lowerBound - 1
      while before > end, scan.isFiller(before) || scan.isDeterminer(before) { before -= 1 }
      let isOfThose =
        scan.isOne(before, of: ArgumentWords.byWords)
        && scan.isOne(before - 1, of: SequelWords.chaired)
        || scan.isOne(before, of: ArgumentWords.withWords)
        || scan.isOne(before, of: Words.of)
          && scan.isOne(before - 1, of: AttendanceWords.presences)
      let ids = context.parties(chain.entities)
      if isOfThose, ids.count > 1, context.areOfTwoSides(ids) || ids.count > 2 { return ids }
    }
    return nil
  }

  /// "the commission of Armenia and Greece, whose next session is due": whose commission it is.
  private func owners(before start: Int) -> [Int]? {
    let scan = context.scan
    guard
      let whose = scan.span(start - 3, start).last(where: {
        scan.isOne($0, of: SequelWords.whose)
      }),
      let chain = context.arguments.chains.last(where: { $0.tokens.upperBound <= whose }),
      whose - chain.tokens.upperBound <= 1
    else { return nil }
    let ids = context.parties(chain.entities)
    return ids.count > 1 && context.areOfTwoSides(ids) ? ids : nil
  }

  /// A session of something that goes on whoever comes: a round, an edition, "la reunión del Mecanismo".
  private func isInstitutional(_ noun: Range<Int>, _ known: MeetingFrame) -> Bool {
    let scan = context.scan
    if noun.contains(where: { scan.isOne($0, of: SequelWords.sessions) }) { return true }
    if institution(noun) != nil { return true }
    // "La anterior tuvo lugar en Roma" of a round.
    guard scan.isOne(noun.lowerBound, of: SequelWords.others) else { return false }
    let before = context.reading.scans[known.sentence]
    return known.trigger.contains { before.isOne($0, of: SequelWords.sessions) }
  }

  /// The word of what a session is of: "the first session of the PJCC", "la reunión del Mecanismo"; nil if there is none.
  func institution(_ noun: Range<Int>) -> WordKey? {
    let scan = context.scan
    guard scan.isOne(noun.upperBound, of: Words.of) else { return nil }
    var at = noun.upperBound + 1
    guard scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives) else { return nil }
    while scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives) { at += 1 }
    // "the first meeting of the two ministers" is no body's.
    guard at < scan.count, scan.keys[at] != 0, scan.match(.office, at: at) == nil,
      !scan.isOne(at, of: GroupWords.people), GroupWords.numbers[scan.keys[at]] == nil,
      !context.arguments.chains.contains(where: { chain in
        chain.tokens.contains(at)
          && chain.entities.contains { context.entities[$0].kind == .person }
      })
    else { return nil }
    return scan.keys[at]
  }

  /// The countries of persons, other parties as they are; nil unless there are two sides.
  private func sides(of principals: [Int]) -> [Int]? {
    var out: [Int] = []
    var strangers = 0
    for id in principals {
      let entity = context.entities[id]
      guard entity.kind == .person else {
        if !out.contains(id) { out.append(id) }
        continue
      }
      guard let code = entity.country, let government = context.governments(of: code).first else {
        strangers += 1
        continue
      }
      if !out.contains(government) { out.append(government) }
    }
    // Of one of the two no country is told: the paper's own, which it names most besides.
    if strangers == 1, out.count == 1, let home = mostNamed(besides: out) {
      out.insert(home, at: 0)
    }
    return out.count > 1 && strangers < 2 ? out : nil
  }

  private func mostNamed(besides known: [Int]) -> Int? {
    let counts = context.reading.salience.counts
    return context.entities.indices.filter {
      context.entities[$0].kind == .government && !known.contains($0) && counts[$0] != nil
    }.max { (counts[$0] ?? 0, -$0) < (counts[$1] ?? 0, -$1) }
  }
}

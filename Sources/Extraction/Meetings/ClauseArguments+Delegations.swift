import Gazetteer
import Language

/// Who stands for a group that is met: "con una delegación empresarial de Taiwán, integrada por A y B".
extension ClauseArguments {
  /// "con una delegación ministerial del gobierno ecuatoriano encabezada por A y B", "a una misión de la OEA que lidera C": those who
  /// lead a Spanish group or are in it, from the word behind its preposition.
  func delegates(_ start: Int) -> Chain? {
    guard scan.isSpanish,
      let group = scan.span(start, start + 4).first(where: {
        scan.isOne($0, of: DelegationWords.groups)
      }), scan.isDeterminer(start) || group == start,
      (start..<group).allSatisfy({ !scan.isOne($0, of: Words.of) && scan.keys[$0] != 0 }),
      let verb = scan.span(group + 1, group + 16).first(where: {
        scan.isOne($0, of: DelegationWords.leads) || scan.isOne($0, of: DelegationWords.composed)
      }),
      !(group + 1..<verb).contains(where: {
        scan.isSign($0, ";") || scan.isOne($0, of: ArgumentWords.withWords)
          || scan.has(.verb, at: $0) && !scan.has(.noun, at: $0)
      }),
      let chain = leaders(behind: verb),
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
    else { return nil }
    return chain
  }

  /// Whom a preposition before a token brings in: those who stand for a group, or the list that begins there.
  func company(at start: Int) -> Chain? {
    delegates(start) ?? examples(start) ?? chain(at: start)
  }

  /// "encabezada | por A", "que encabeza | A": the persons behind the verb.
  private func leaders(behind verb: Int) -> Chain? {
    if scan.isOne(verb + 1, of: AttendanceWords.agents) { return chain(at: verb + 2, slack: 1) }
    guard scan.isOne(verb - 1, of: Words.relative), scan.isOne(verb, of: DelegationWords.heading)
    else { return nil }
    return chain(at: verb + 1, slack: 1)
  }

  /// "con cuatro embajadores, entre ellos A y B", "con legisladores chilenos el martes, entre ellos C": those who are named of people met,
  /// from the word behind the preposition.
  func examples(_ start: Int) -> Chain? {
    guard scan.isSpanish,
      let between = scan.span(start + 1, start + 14).first(where: {
        scan.isOne($0, of: Words.between) && scan.isOne($0 + 1, of: CoordinationWords.them)
      }),
      !(start..<between).contains(where: {
        scan.isSign($0, ";") || scan.has(.verb, at: $0) || scan.isOne($0, of: Words.relative)
      }),
      (start..<between).contains(where: {
        scan.has(.office, at: $0) || scan.has(.people, at: $0) || scan.has(.group, at: $0)
      }),
      !chains.contains(where: {
        (start..<between).contains($0.tokens.lowerBound)
          && $0.entities.contains { reading.analysis.entities[$0].kind == .person }
      }),
      let chain = chain(at: scan.isSign(between + 2, ",") ? between + 3 : between + 2, slack: 1),
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
    else { return nil }
    return chain
  }
}

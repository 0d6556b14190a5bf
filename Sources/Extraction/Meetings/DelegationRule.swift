import Gazetteer
import Language
import Records

/// "Emily Mendrala led the U.S. delegation": the person who leads a delegation stands for it.
struct DelegationRule {
  let context: MeetingContext

  /// Pairs of a person and the country or body whose side he leads.
  func read() -> [(persons: [Int], sides: [Int], trigger: Range<Int>)] {
    let scan = context.scan
    var out: [([Int], [Int], Range<Int>)] = members()
    for token in 0..<scan.count {
      if let found = leading(token) ?? including(token) ?? representing(token)
        ?? participating(token)
      {
        out.append(found)
      }
      let isRepresented = scan.isOne(token, of: DelegationWords.represented)
      guard isRepresented || scan.isOne(token, of: DelegationWords.leads) else { continue }
      if scan.isOne(token + 1, of: AttendanceWords.agents) {
        // "a delegation led by X", "The U.S. side was represented by X"
        guard let chain = leader(token + 2) ?? context.arguments.chain(at: token + 2, slack: 1),
          let sides = unsaid(before: token)
            ?? side(before: token)?.entities.filter(isGroup),
          let persons = Optional(chain.entities.filter(isPerson)), !persons.isEmpty, !sides.isEmpty
        else { continue }
        out.append((persons, sides, token..<(token + 2)))
        if let second = second(after: chain.tokens.upperBound) ?? second(after: token + 2) {
          out.append(second)
        }
        continue
      }
      guard !isRepresented,
        let object = context.arguments.chains.first(where: {
          $0.tokens.lowerBound > token && $0.tokens.lowerBound - token <= 6
        }),
        object.entities.contains(where: isGroup),
        object.tokens.contains(where: {
          scan.isOne($0, of: DelegationWords.groups)
            || scan.isOne($0, of: AttendanceWords.delegations)
        }),
        let subject = context.arguments.subject(of: token),
        let persons = Optional(subject.entities.filter(isPerson)), !persons.isEmpty
      else { continue }
      out.append((persons, object.entities.filter(isGroup), token..<object.tokens.upperBound))
    }
    return out
  }

  /// "B headed the delegation", "The delegation was led by B": of the guests told before, whose country is not said again.
  private func leading(_ token: Int) -> (persons: [Int], sides: [Int], trigger: Range<Int>)? {
    let scan = context.scan
    guard !scan.isSpanish, scan.isOne(token, of: DelegationWords.leads) else { return nil }
    let isPassive =
      scan.isOne(token + 1, of: AttendanceWords.agents)
      && scan.isOne(token - 1, of: AttendanceWords.was)
      && scan.isSign(token - 2, "delegation") && scan.isDeterminer(token - 3)
    let isActive =
      scan.isSign(token + 1, "the") && scan.isSign(token + 2, "delegation")
      && (token + 3 >= scan.count || scan.shapes[token + 3].contains(.punctuation))
    guard isPassive || isActive,
      let chain = isPassive
        ? context.arguments.chain(at: token + 2, slack: 1) : context.arguments.subject(of: token)
    else { return nil }
    let persons = chain.entities.filter(isPerson)
    return persons.count == 1 ? (persons, [], token..<(token + 1)) : nil
  }

  /// True for "included" in "The Maltese delegation also included A and B".
  static func isOfMembers(_ at: Int, _ scan: Scan) -> Bool {
    !scan.isSpanish && scan.isOne(at, of: DelegationWords.comprising)
      && scan.span(at - 2, at).contains { scan.isOne($0, of: DelegationWords.groups) }
  }

  /// "a U.S. delegation that included A and B".
  private func including(_ token: Int) -> (persons: [Int], sides: [Int], trigger: Range<Int>)? {
    let scan = context.scan
    guard scan.isOne(token, of: DelegationWords.comprising),
      let chain = context.arguments.chain(
        at: scan.isOne(token + 1, of: AttendanceWords.agents) ? token + 2 : token + 1, slack: 1),
      let side = side(before: token),
      side.tokens.contains(where: { scan.isOne($0, of: DelegationWords.groups) }),
      side.entities.contains(where: isGroup)
    else { return nil }
    let persons = context.arguments.listed(chain).entities.filter(isPerson)
    guard !persons.isEmpty else { return nil }
    return (persons, side.entities.filter(isGroup), token..<(token + 1))
  }

  /// "the U.S. side was led by A and the Taiwanese side by B": the verb is not said again.
  private func second(after start: Int) -> (persons: [Int], sides: [Int], trigger: Range<Int>)? {
    let scan = context.scan
    if scan.isSpanish { return secondInSpanish(after: start) }
    guard
      let side = context.arguments.chains.first(where: {
        $0.tokens.lowerBound >= start && $0.entities.contains(where: isGroup)
      }), scan.isOne(side.tokens.upperBound, of: AttendanceWords.agents),
      side.tokens.contains(where: { scan.isOne($0, of: DelegationWords.groups) }),
      let chain = context.arguments.chain(at: side.tokens.upperBound + 1, slack: 1)
    else { return nil }
    let persons = chain.entities.filter(isPerson)
    guard !persons.isEmpty else { return nil }
    return (persons, side.entities.filter(isGroup), side.tokens)
  }

  /// "La delegación peruana estuvo encabezada por A y la cubana, por B".
  private func secondInSpanish(after start: Int) -> (
    persons: [Int], sides: [Int], trigger: Range<Int>
  )? {
    let scan = context.scan
    guard
      let and = scan.span(start, start + 2).first(where: { scan.isOne($0, of: Words.and) }),
      scan.isDeterminer(and + 1), let country = scan.match(.demonym, at: and + 2)
    else { return nil }
    let end = Int(country.end)
    let by = scan.isSign(end, ",") ? end + 1 : end
    guard scan.isOne(by, of: ArgumentWords.byWords),
      let chain = leader(by + 1) ?? context.arguments.chain(at: by + 1, slack: 1)
    else { return nil }
    let persons = chain.entities.filter(isPerson)
    let sides = context.governments(of: context.code(country))
    return persons.isEmpty || sides.isEmpty ? nil : (persons, sides, and..<(by + 1))
  }

  /// "A and B will represent the United States": the verb has the side for its object.
  private func representing(_ token: Int) -> (persons: [Int], sides: [Int], trigger: Range<Int>)? {
    let scan = context.scan
    guard !scan.isSpanish, scan.isOne(token, of: DelegationWords.representing),
      !scan.isOne(token + 1, of: AttendanceWords.agents),
      let side = context.arguments.chain(at: token + 1), side.entities.allSatisfy(isGroup),
      let subject = context.arguments.subject(of: token)
    else { return nil }
    let persons = subject.entities.filter(isPerson)
    guard !persons.isEmpty else { return nil }
    return (persons, side.entities, token..<side.tokens.upperBound)
  }

  /// "Por la parte estadounidense participó A", "del lado mexicano estuvieron A y B".
  private func participating(_ token: Int) -> (persons: [Int], sides: [Int], trigger: Range<Int>)? {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token, of: DelegationWords.sides),
      scan.isOne(token - 1, of: DelegationWords.fromSides)
        || scan.isDeterminer(token - 1) && scan.isOne(token - 2, of: DelegationWords.fromSides),
      let country = scan.span(token + 1, token + 3).lazy.compactMap({ at in
        scan.match(.demonym, at: at) ?? scan.match(.country, at: at)
      }).first,
      let verb = scan.span(Int(country.end), Int(country.end) + 3).first(where: {
        scan.isOne($0, of: DelegationWords.attending)
      }), let chain = context.arguments.chain(at: verb + 1, slack: 1)
    else { return nil }
    let sides = context.governments(of: context.code(country))
    let persons = AttendanceRule(context: context).all(from: chain).entities.filter(isPerson)
    return persons.isEmpty || sides.isEmpty ? nil : (persons, sides, token..<(verb + 1))
  }

  /// "La estadounidense fue encabezada por A": the noun is not said again.
  private func unsaid(before token: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token - 1, of: ReceiveWords.passives),
      let country = scan.match(.demonym, at: token - 2), scan.isDeterminer(token - 3)
    else { return nil }
    return context.governments(of: context.code(country))
  }

  /// The party right before a verb: "a Russian delegation led by", "the U.S. side was represented by".
  private func side(before token: Int) -> Chain? {
    context.arguments.chains.last {
      $0.tokens.upperBound <= token && token - $0.tokens.upperBound <= 3
    }
  }

  /// "liderada por el senador demócrata X": the name behind an office and a word that no list has.
  private func leader(_ start: Int) -> Chain? {
    context.arguments.described(start)
  }

  /// "La comitiva estuvo integrada por A y B", "La delegación cubana la integran A y B": its members stand for it.
  private func members() -> [(persons: [Int], sides: [Int], trigger: Range<Int>)] {
    let scan = context.scan
    guard scan.isSpanish else { return [] }
    var out: [([Int], [Int], Range<Int>)] = []
    for token in 0..<scan.count {
      let isPassive =
        scan.isOne(token, of: DelegationWords.composed)
        && scan.isOne(token + 1, of: AttendanceWords.agents)
      guard
        isPassive
          || (scan.isOne(token, of: DelegationWords.composing)
            // "La delegación peruana la encabezó A"
            || scan.isOne(token, of: DelegationWords.heading))
            && scan.isOne(token - 1, of: UnspokenWords.clitics),
        let group = scan.span(token - 12, token).last(where: {
          scan.isOne($0, of: DelegationWords.groups)
        }),
        let side = context.arguments.chains.first(where: { $0.tokens.contains(group) }),
        let chain = context.arguments.chain(at: token + (isPassive ? 2 : 1), slack: 1)
      else { continue }
      let all = AttendanceRule(context: context).all(from: chain)
      let persons = all.entities.filter(isPerson)
      guard !persons.isEmpty, side.entities.contains(where: isGroup) else { continue }
      out.append((persons, side.entities.filter(isGroup), token..<(token + 1)))
    }
    return out
  }

  private func isPerson(_ id: Int) -> Bool {
    context.entities[id].kind == .person && context.entities[id].name != nil
  }
  private func isGroup(_ id: Int) -> Bool { context.entities[id].kind != .person }
}

enum DelegationWords {
  static let sides = Words.set("parte lado")
  static let fromSides = Words.set("por del de")
  static let attending = Words.set(
    "participó participaron asistió asistieron estuvo estuvieron acudió acudieron intervino intervinieron"
  )
  static let leads = Words.set(
    "led leads lead leading headed head heads heading headed encabezó encabeza encabezada encabezadas dirigida dirigidas liderada lideradas presidida presididas lideró encabezados encabezado presidió comandada copresidida copresididas codirigida dirigido liderado presidido"
  )
  static let comprising = Words.set("included includes including comprising")
  static let represented = Words.set("represented")
  static let representing = Words.set("represent represents represented")
  /// "integrada por A y B": who a delegation is made of.
  static let composed = Words.set(
    "integrada integrado conformada conformado compuesta compuesto formada formado")
  static let heading = Words.set(
    "encabezó encabeza encabezaba encabezaron encabezará lideró lidera preside presidió")
  static let composing = Words.set(
    "integran integraron integraban conforman conformaron componen componían completan completaron")
  static let groups = Words.set(
    "delegation delegations mission team teams side delegación equipo comitiva parte misión delegaciones comisión grupo"
  )
}

import Language

/// Who came along, as Spanish tells it beside the verb of meeting.
extension AttendanceRule {
  /// "A recibió a B en el palacio, junto al vicepresidente C", "A estuvo en la cena junto con C y D": who was at the meeting with one of
  /// its sides, where no list makes them one of the sides.
  func beside(_ token: Int) -> Finding? {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token, of: AttendanceWords.beside),
      scan.isOne(token + 1, of: AttendanceWords.besideOf),
      let chain = context.arguments.chain(at: token + 2, slack: 2)
        ?? context.arguments.apposed(token + 2),
      scan.span(0, token).contains(where: { scan.has(.verb, at: $0) || scan.has(.noun, at: $0) })
    else { return nil }
    let people = persons(all(from: chain)).filter { context.entities[$0].kind == .person }
    return people.isEmpty ? nil : Finding(attendees: people, trigger: token..<(token + 2))
  }

  /// "a quien acompañaba el canciller B", "Acompañaron al presidente el canciller B y C", "Acompañaron al ilustre visitante B y C".
  func company(_ token: Int) -> Finding? {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token, of: AttendanceWords.accompanying) else { return nil }
    if (max(0, token - 3)..<token).contains(where: { scan.isOne($0, of: Words.relative) }),
      let chain = context.arguments.chain(at: token + 1), !context.arguments.isGoverned(chain)
    {
      return Finding(attendees: persons(all(from: chain)), trigger: token..<(token + 1))
    }
    // "Lo acompañó el canciller B"
    if scan.isOne(token - 1, of: UnspokenWords.clitics), token < 4,
      let chain = context.arguments.chain(at: token + 1), !context.arguments.isGoverned(chain)
    {
      return Finding(attendees: persons(all(from: chain)), trigger: token..<(token + 1))
    }
    guard let end = objectEnd(token + 1),
      let chain = context.arguments.chains.first(where: { $0.tokens.lowerBound >= end }),
      chain.tokens.lowerBound - end <= 2, !context.arguments.isGoverned(chain)
    else { return companion(token) }
    return Finding(attendees: persons(all(from: chain)), trigger: token..<(token + 1))
  }

  /// "A acompañó a B en su reunión con C", also where A was told of before.
  private func companion(_ token: Int) -> Finding? {
    let arguments = context.arguments
    guard let object = arguments.chain(at: token + 1, slack: 1), arguments.isGoverned(object),
      object.entities.allSatisfy({ context.entities[$0].kind == .person }),
      let ids = arguments.subject(of: token)?.entities
        ?? (token < 8 ? arguments.lastSubject(before: context.sentence) : nil),
      Set(ids).isDisjoint(with: object.entities)
    else { return nil }
    return Finding(
      attendees: ids.filter { context.entities[$0].kind == .person }, trigger: token..<(token + 1))
  }

  /// Where "al presidente", "al distinguido visitante", "a la delegación visitante" ends: somebody, or plain words up to the first who came along.
  private func objectEnd(_ start: Int) -> Int? {
    let scan = context.scan
    if let object = context.arguments.chain(at: start, slack: 1),
      context.arguments.isGoverned(object)
    {
      return object.tokens.upperBound
    }
    guard scan.isOne(start, of: ArgumentWords.objectMarkers),
      let next = context.arguments.chains.first(where: { $0.tokens.lowerBound > start }),
      next.tokens.lowerBound - start <= 6
    else { return nil }
    let words = start + 1..<next.tokens.lowerBound
    guard words.contains(where: { !scan.isDeterminer($0) }),
      words.allSatisfy({ scan.shapes[$0].contains(.lower) && !scan.has(.verb, at: $0) })
    else { return nil }
    // "al visitante A el canciller B"
    if let other = context.arguments.chains.first(where: {
      $0.tokens.lowerBound == next.tokens.upperBound
    }) {
      return other.tokens.lowerBound
    }
    return next.tokens.lowerBound
  }

  /// "participaron | por Costa Rica | la canciller A", "estuvieron, por la parte china, | B": where the words for a side end; nil if
  /// there are none.
  func behindSide(_ start: Int) -> Int? {
    let scan = context.scan
    let by = scan.isSign(start, ",") ? start + 1 : start
    guard scan.isSpanish, scan.isOne(by, of: ArgumentWords.byWords) else { return nil }
    var at = by + 1
    while scan.isDeterminer(at) || scan.isOne(at, of: AttendanceWords.sides)
      || scan.isOne(at, of: Words.of)
    { at += 1 }
    guard let side = scan.match(.country, at: at) ?? scan.match(.demonym, at: at),
      side.kind == .demonym || scan.isCapital(at)
    else { return nil }
    let end = Int(side.end)
    return scan.isSign(end, ",") ? end + 1 : end
  }

  /// "Los líderes de A y B se reunirán. El presidente de A, X, y la de B, Y, llegarán a Ginebra": who will come to the meeting told of before
  /// with nothing but their offices or countries.
  func coming(_ token: Int) -> Finding? {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(token, of: AttendanceWords.coming),
      let subject = context.arguments.subject(of: token), subject.tokens.upperBound <= token,
      subject.entities.count > 1
    else { return nil }
    var finding = Finding(attendees: persons(subject), trigger: token..<(token + 1))
    finding.isInPlace = true
    return finding
  }
}

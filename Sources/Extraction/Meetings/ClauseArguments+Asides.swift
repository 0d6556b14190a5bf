import Gazetteer
import Language

/// What commas set off between a subject and its verb, and is none itself.
extension ClauseArguments {
  /// "La presidenta, | según B, sostendrá un encuentro": where the words begin that set off who says it; nil for any other chain.
  func sourceStart(_ chain: Chain) -> Int? {
    let source = chain.tokens.lowerBound - 1
    guard scan.isSpanish, source > 1, scan.isSign(source, "según"), scan.isSign(source - 1, ","),
      scan.isSign(chain.tokens.upperBound, ",")
    else { return nil }
    return source - 1
  }

  /// "A, | the first woman to govern Honduras, was received", "A, | la primera mujer en gobernar Honduras, fue recibida": where the words
  /// begin that describe a person and end in a country; nil for any other chain.
  func appositionStart(_ chain: Chain) -> Int? {
    guard scan.isSign(chain.tokens.upperBound, ","), isPlace(chain),
      scan.span(chain.tokens.lowerBound - 1, chain.tokens.lowerBound).contains(where: {
        scan.shapes[$0].contains(.lower) && !scan.isDeterminer($0)
      }),
      let person = chains.last(where: { $0.tokens.upperBound < chain.tokens.lowerBound }),
      chain.tokens.lowerBound - person.tokens.upperBound <= 10,
      scan.isSign(person.tokens.upperBound, ","),
      person.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person }),
      scan.span(person.tokens.upperBound + 1, chain.tokens.lowerBound).allSatisfy({
        scan.shapes[$0].contains(.lower) && !scan.isOne($0, of: Words.relative)
      })
    else { return nil }
    return person.tokens.upperBound
  }

  /// "A, | a member of the Secretariat of the People's Party, met B": where the words begin that tell of a person what body he is of, the
  /// body being no subject; nil for any other chain.
  func membershipStart(_ chain: Chain) -> Int? {
    guard !scan.isSpanish, scan.isSign(chain.tokens.upperBound, ","),
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind != .person }),
      let comma = scan.span(chain.tokens.lowerBound - 20, chain.tokens.lowerBound).last(where: {
        scan.isSign($0, ",")
      }), comma + 1 < chain.tokens.lowerBound, scan.shapes[comma + 1].contains(.lower),
      let person = chains.last(where: { $0.tokens.upperBound == comma }),
      person.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person })
    else { return nil }
    let words = (comma + 1)..<chain.tokens.lowerBound
    let isDescription =
      words.contains { scan.isOne($0, of: Words.of) }
      && !words.contains {
        scan.isOne($0, of: Words.relative) || scan.isOne($0, of: Words.and)
          || scan.has(.verb, at: $0) && !scan.isCapital($0)
      }
    return isDescription ? comma : nil
  }

  /// "with | World Bank manager A", "with | Reef Fund director A": whose name follows is meant, not the body he works for.
  func employee(of chain: Chain) -> Chain? {
    guard !scan.isSpanish, chain.entities.count == 1, !isOwner(chain),
      reading.analysis.entities[chain.entities[0]].kind == .organization
    else { return nil }
    let end = chain.tokens.upperBound
    guard scan.span(end, end + 1).contains(where: { scan.shapes[$0].contains(.lower) }),
      let next = chains.first(where: { $0.tokens.lowerBound > end }),
      next.tokens.lowerBound - end <= 4,
      next.entities.allSatisfy({ reading.analysis.entities[$0].kind == .person }),
      scan.isCapital(next.tokens.lowerBound),
      (end..<next.tokens.lowerBound).allSatisfy({ at in
        scan.shapes[at].contains(.lower) && !scan.isOne(at, of: Resolver.prepositions)
          && !scan.isOne(at, of: Words.and) && !scan.has(.verb, at: at)
      }),
      Annotator().commonClass(scan.tokens[next.tokens.lowerBound - 1].form, isSpanish: false)
        == .noun
    else { return nil }
    return next
  }
}

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
}

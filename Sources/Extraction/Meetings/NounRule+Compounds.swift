import Gazetteer
import Language
import Records

/// Whose meeting the words before the noun tell: "U.S.-ASEAN summit", "the fourth U.S.-India 2+2 Ministerial Dialogue".
extension NounRule {
  /// "U.S.-ASEAN summit", "the Trump-Kim meeting".
  func compound(_ token: Int) -> [Int]? {
    let scan = context.scan
    var at = token - 1
    // "South Africa" is a country, though "Africa" names a field.
    while at >= 0, !context.arguments.chains.contains(where: { $0.tokens.contains(at) }),
      scan.has(.portfolio, at: at) || scan.isOne(at, of: MeetWords.adjectives)
        || scan.isCapital(at) && scan.has(.event, at: at) || scan.has(.noun, at: at)
        || scan.isSign(at, "High") || scan.isSign(at, "Level") || scan.isSign(at, "Strategic")
    {
      at -= 1
    }
    if at >= 2, let pair = bilateral(at, token) { return pair }
    guard at >= 2 else { return nil }
    var found: [Int] = []
    for chain in context.arguments.chains.reversed() where chain.tokens.upperBound <= at + 1 {
      guard
        chain.tokens.upperBound == at + 1
          || (at < scan.count && chain.tokens.upperBound == at
            && (scan.shapes[at].contains(.glue) || scan.isSign(at, "–") || scan.isSign(at, "-")))
      else { break }
      found.insert(contentsOf: chain.entities, at: 0)
      at = chain.tokens.lowerBound - 1
    }
    return found.count > 1 ? found : nil
  }

  /// "la próxima cumbre hispano-francesa", "la reunión de alto nivel hispano-marroquí": two countries right behind the noun.
  func paired(_ end: Int) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish else { return nil }
    let chains = context.arguments.chains
    for at in scan.span(end, end + 4) {
      guard let first = chains.first(where: { $0.tokens.lowerBound == at }) else {
        guard scan.shapes[at].contains(.lower), !scan.has(.verb, at: at) else { return nil }
        continue
      }
      // A hyphen stands between them.
      guard
        let second = chains.first(where: {
          $0.tokens.lowerBound == first.tokens.upperBound + 1
            && scan.shapes[first.tokens.upperBound].contains(.glue)
        })
      else { return nil }
      let sides = first.entities + second.entities
      return sides.count == 2
        && sides.allSatisfy { context.entities[$0].kind == .government } ? sides : nil
    }
    return nil
  }

  /// The verb of taking part, leading or hosting before a noun of meeting.
  private func takingPart(before token: Int) -> Int? {
    let scan = context.scan
    return scan.span(token - 14, token).last { at in
      guard let match = scan.match(.verb, at: at), !scan.isCapital(at) else { return false }
      let verb = Gazetteer.shared.verbs[Int(match.index)]
      // "welcomed the successful consultations" is praise.
      guard !verb.form.hasPrefix("welcom") else { return false }
      let frame = verb.frame
      return frame == .join || frame == .hold || frame == .receive
    }
  }

  /// "Secretary Blinken will participate in the U.S.-ASEAN Ministerial Meeting": who takes part, chairs or hosts stands for the
  /// own country.
  func represented(_ parties: [Int], _ token: Int) -> [Int] {
    guard let verb = takingPart(before: token), let subject = context.arguments.subject(of: verb)
    else { return parties }
    // "led the delegation to the U.S.-Thailand Strategic Dialogue with the Thai secretary B"
    let with = context.arguments.with(after: token + 1, words: ArgumentWords.withWords, limit: 3)
    let persons = context.parties(subject.entities + (with?.chain.entities ?? [])).filter {
      context.entities[$0].kind == .person
    }
    return parties.flatMap { party -> [Int] in
      guard context.entities[party].kind == .government,
        let country = context.entities[party].country
      else { return [party] }
      let own = persons.filter { context.entities[$0].country == country }
      return own.isEmpty ? [party] : own
    }
  }

  /// "the fourth U.S.-India 2+2 Ministerial Dialogue", "Australia – U.S. Ministerial Consultations": countries that a hyphen
  /// ties, and words with capitals between them and the noun.
  private func bilateral(_ from: Int, _ token: Int) -> [Int]? {
    let scan = context.scan
    guard !scan.isSpanish else { return nil }
    var at = from
    while at > 0, token - at <= 7,
      !context.arguments.chains.contains(where: { $0.tokens.contains(at) })
    {
      guard
        scan.isCapital(at) || scan.shapes[at].contains(.digit) || scan.shapes[at].contains(.glue)
          || scan.isPossessive(at) || scan.isSign(at, "+") || scan.isOne(at, of: Words.and)
      else { return nil }
      at -= 1
    }
    var found: [Int] = []
    var start = at + 1
    for chain in context.arguments.chains.reversed() where chain.tokens.upperBound <= at + 1 {
      let isTied =
        chain.tokens.upperBound == start
        || !found.isEmpty && chain.tokens.upperBound == start - 1
          && (scan.isSign(start - 1, "-") || scan.isSign(start - 1, "–"))
      guard isTied else { break }
      found = chain.entities.filter { !found.contains($0) } + found
      start = chain.tokens.lowerBound
    }
    let areStates = found.allSatisfy {
      context.entities[$0].kind == .government || context.entities[$0].kind == .organization
    }
    let isTold =
      !context.reading.analysis.dates(in: context.sentence).isEmpty
      || scan.matches.contains { $0.kind == .verb && Int($0.start) > token }
      || takingPart(before: token) != nil
    return found.count > 1 && areStates && isTold ? found : nil
  }
}

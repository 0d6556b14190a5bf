import Gazetteer
import Language

/// Whom a Spanish noun of meeting has for parties that its clause does not name: "le concedió una audiencia", "El encuentro que iba
/// a mantener con B".
extension NounRule {
  /// "El rey le concedió una audiencia": who grants it, and whom the pronoun means.
  func granted(_ support: Int?) -> [Int]? {
    let scan = context.scan
    let arguments = context.arguments
    guard scan.isSpanish, let support, scan.isOne(support, of: NounWords.granting),
      let whom = arguments.clitic(of: support)
    else { return nil }
    let subject = arguments.subjectBehind(support + 1) ?? arguments.subject(of: support)
    // "Allí le concedió una audiencia el rey": the subject behind its object
    let behind = arguments.chains.first {
      $0.tokens.lowerBound > support && !arguments.isGoverned($0)
        && $0.entities.allSatisfy { context.entities[$0].kind == .person }
    }
    let left = context.parties((subject ?? behind)?.entities ?? [])
    guard !left.isEmpty, Set(left).isDisjoint(with: whom) else { return nil }
    return left + context.parties(whom)
  }

  /// "A y B firmaron un acuerdo. Después mantuvieron un encuentro privado": those who were the subject before, where nobody is told
  /// with whom.
  func together(_ support: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    let arguments = context.arguments
    guard scan.isSpanish, arguments.isPlural(support), support < 8,
      arguments.subject(of: support) == nil, arguments.subjectBehind(end) == nil,
      !arguments.hasUnknownSubject(before: support), !arguments.hasOwnSubject(before: support),
      !scan.span(end, end + 9).contains(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
          || scan.isOne($0, of: ArgumentWords.betweenWords)
      }), let last = arguments.lastSubjects(before: context.sentence)
    else { return nil }
    return context.areOfTwoSides(last) ? last : nil
  }

  /// "Este encuentro es el primero entre un director de la OMS y un alto cargo coreano desde 2019": the one that was told of before, with
  /// nobody named anew.
  func isOnlyRanked(_ end: Int, _ parties: [Int]) -> Bool {
    let scan = context.scan
    guard scan.isSpanish, scan.isOne(end, of: RankWords.beings), scan.isDeterminer(end + 1),
      scan.span(end + 2, end + 5).contains(where: { scan.isOne($0, of: RankWords.ordinals) })
    else { return false }
    return parties.allSatisfy {
      context.entities[$0].kind == .person && context.entities[$0].name == context.entities[$0].role
    }
  }

  /// "A pidió respeto a B durante la reunión | que tuvieron en Lima": who says something and to whom, where the verb has no subject of its own.
  func addressed(before end: Int, _ verb: Int) -> [Int]? {
    let scan = context.scan
    let next = verb + 1
    let isBare =
      next >= scan.count || scan.shapes[next].contains(.punctuation)
      || scan.isOne(next, of: PlaceWords.inAt)
      || context.reading.analysis.dates(in: context.sentence).contains {
        $0.tokens.contains(next) || scan.isDeterminer(next) && $0.tokens.contains(next + 1)
      }
    let persons = context.arguments.chains.filter { chain in
      chain.tokens.upperBound < end
        && chain.entities.contains { context.entities[$0].kind == .person }
    }
    guard isBare, persons.count == 2, persons.allSatisfy({ $0.entities.count == 1 }),
      !context.arguments.isGoverned(persons[0])
    else { return nil }
    var marker = persons[1].tokens.lowerBound - 1
    while scan.isFiller(marker) || scan.isDeterminer(marker) { marker -= 1 }
    guard scan.isOne(marker, of: ArgumentWords.objectMarkers) else { return nil }
    return persons.flatMap(\.entities)
  }

  /// "A acompañó a B en su reunión con C", "A accompanied B to a meeting with C": whose meeting it is.
  func accompanied(_ token: Int) -> [Int]? {
    let scan = context.scan
    guard
      let verb = scan.span(token - 24, token).last(where: {
        scan.isOne($0, of: NounWords.accompanying)
      }), !scan.isSpanish || scan.isOne(verb + 1, of: ArgumentWords.objectMarkers),
      let chain = context.arguments.chain(at: scan.isSpanish ? verb + 2 : verb + 1),
      chain.tokens.upperBound <= token,
      !scan.span(chain.tokens.upperBound, token).contains(where: { scan.has(.verb, at: $0) })
    else { return nil }
    let ids = context.parties(chain.entities)
    return ids.isEmpty ? nil : ids
  }

  /// "«Tuve una reunión con B», escribió A": who says it; whom the article goes on about where the sentence does not tell.
  func firstPerson(_ support: Int?) -> [Int]? {
    let scan = context.scan
    guard scan.isSpanish, let support, scan.isOne(support, of: NounWords.firstPerson) else {
      return nil
    }
    if let chain = MeetRule(context: context).speaker(support) {
      return context.parties(chain.entities)
    }
    return context.arguments.lastSubject(before: context.sentence).map(context.parties)
  }

  /// "A fue el anfitrión de una reunión entre B y C"
  func host(of token: Int, besides parties: [Int]) -> [Int] {
    let scan = context.scan
    guard scan.isSpanish,
      let host = scan.span(token - 4, token).first(where: { scan.isOne($0, of: NounWords.hosts) }),
      let subject = context.arguments.subject(of: host)
    else { return [] }
    return context.parties(subject.entities).filter { !parties.contains($0) }
  }

  /// "la cumbre bilateral"
  func isBilateral(_ end: Int) -> Bool {
    context.scan.isOne(end, of: NounWords.alsoAdjectives)
  }

  /// "El encuentro que iba a mantener allí con B hubo de anularse": of whoever was spoken of.
  func relativeOfLast(_ token: Int, _ end: Int) -> [Int]? {
    let scan = context.scan
    let arguments = context.arguments
    guard scan.isSpanish, token < 6, scan.isSign(end, "que"),
      scan.span(end + 1, end + 4).contains(where: { scan.isOne($0, of: NounWords.having) }),
      let found = arguments.with(after: end + 1, words: ArgumentWords.withWords, limit: 10),
      !arguments.chains.contains(where: {
        $0.tokens.lowerBound > end && $0.tokens.upperBound <= found.at
          && $0.entities.contains { context.entities[$0].kind == .person }
      }), let last = arguments.lastSubject(before: context.sentence)
    else { return nil }
    let right = context.parties(found.chain.entities).filter { !last.contains($0) }
    return right.isEmpty ? nil : last + right
  }
}

enum RankWords {
  static let beings = Words.set("es fue era será sería supone marca constituye")
  static let ordinals = Words.set(
    "primero primera segundo segunda tercero tercera último última primer")
}

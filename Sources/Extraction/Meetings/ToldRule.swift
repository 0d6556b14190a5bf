import Gazetteer
import Language
import Records

/// "A told B during a meeting in Paris that ...", "In a phone call, A urged B to ...", "At their meeting, A and B agreed ...":
/// the noun of meeting says where, and the verb that it hangs on says who. The verb is taken from the tree.
struct ToldRule {
  let context: MeetingContext

  /// The parties to the meeting that a noun names without telling them; empty if the sentence does not tell them elsewhere.
  func parties(of noun: Range<Int>, isStrong: Bool) -> [Int] {
    let scan = context.scan
    guard let preposition = preposition(before: noun.lowerBound),
      !scan.isSpanish || !scan.isOne(noun.upperBound, of: ToldWords.companies)
    else { return [] }
    let tree = context.tree
    let governor = governor(noun, tree)
    let teller = teller(before: preposition)
    // The tree is believed where it has a verb of telling; in English also where no such verb stands before.
    let isGoverning = governor.map { isTelling($0) || !scan.isSpanish && teller == nil } ?? false
    guard let verb = isGoverning ? governor : teller ?? governor, verb < scan.count else {
      return []
    }
    let subject = subject(of: verb, tree)
    let left = context.parties(subject?.entities ?? []).filter(isAble)
    if isTelling(verb), let object = object(of: verb, before: preposition) {
      let right = context.parties(object.entities).filter(isAble)
      if !left.isEmpty, !right.isEmpty, Set(left).isDisjoint(with: right) { return left + right }
    }
    // "En una reunión, A le dijo a B": nobody else's meeting.
    if scan.isSpanish { return [] }
    // "At their meeting, A and B agreed": one noun phrase, owned by nobody else.
    // "after a meeting of her cabinet"
    guard !scan.isOne(noun.upperBound, of: ArgumentWords.ofWords) else { return [] }
    guard isStrong || context.scan.isOne(preposition, of: ToldWords.after), left.count > 1,
      context.areOfTwoSides(left),
      isTheirs(noun.lowerBound, preposition)
        || context.scan.isOne(preposition, of: ToldWords.when)
          && !context.scan.isSign(preposition + 1, "the")
    else { return [] }
    return left
  }

  /// The preposition that ties the noun to the clause, over its article and adjectives.
  private func preposition(before noun: Int) -> Int? {
    let scan = context.scan
    var at = noun - 1
    while at >= 0, at >= noun - 5 {
      if scan.isOne(at, of: ToldWords.prepositions) { return at }
      guard
        scan.isDeterminer(at) || scan.isOne(at, of: Words.possessives)
          || scan.isOne(at, of: MeetWords.adjectives) || scan.has(.modifier, at: at)
          || scan.isOne(at, of: ToldWords.adjectives) || scan.has(.noun, at: at)
      else { return nil }
      at -= 1
    }
    return nil
  }

  /// True if a preposition ties the noun to the clause.
  func isGoverned(_ noun: Int) -> Bool { preposition(before: noun) != nil }

  private func isTheirs(_ noun: Int, _ preposition: Int) -> Bool {
    (preposition..<noun).contains { context.scan.isOne($0, of: ToldWords.their) }
  }

  private func governor(_ noun: Range<Int>, _ tree: ClauseTree) -> Int? {
    guard let head = noun.last else { return nil }
    if let verb = tree.governor(of: head), verb < noun.lowerBound || verb >= noun.upperBound {
      return verb
    }
    return nil
  }

  /// "propuso a Putin, durante una llamada, reanudar": the verb of telling right before, with nothing but whom it tells between.
  private func teller(before preposition: Int) -> Int? {
    let scan = context.scan
    guard
      let verb = scan.span(preposition - 14, preposition).last(where: {
        isTelling($0) && !scan.isCapital($0)
      }), !scan.span(verb + 1, preposition).contains(where: { scan.has(.verb, at: $0) }),
      let object = object(of: verb, before: preposition),
      object.tokens.upperBound <= preposition, preposition - object.tokens.upperBound <= 1
    else { return nil }
    return verb
  }

  private func subject(of verb: Int, _ tree: ClauseTree) -> Chain? {
    for head in tree.subjects(of: verb) {
      if let chain = context.arguments.chain(over: head) { return chain }
    }
    return context.arguments.subject(of: verb)
  }

  /// Whom the verb tells: the list directly behind it, or behind "by" ("was told by B").
  private func object(of verb: Int, before preposition: Int) -> Chain? {
    let scan = context.scan
    if scan.isSpanish {
      guard
        let to = scan.span(verb + 1, verb + 8).first(where: {
          scan.isOne($0, of: ArgumentWords.objectMarkers)
        }), !scan.span(verb + 1, to).contains(where: { scan.shapes[$0].contains(.punctuation) }),
        let chain = context.arguments.chain(at: to + 1),
        chain.entities.allSatisfy({ context.entities[$0].kind == .person })
      else { return nil }
      return chain
    }
    var at = verb + 1
    if scan.isOne(verb - 1, of: ModalWords.pastBeings), scan.isOne(at, of: ArgumentWords.byWords) {
      at += 1
    }
    while scan.isOne(at, of: ToldWords.adverbs) { at += 1 }
    guard let chain = context.arguments.chain(at: at), !context.arguments.isOwner(chain) else {
      return nil
    }
    return chain
  }

  private func isTelling(_ verb: Int) -> Bool {
    context.scan.isOne(verb, of: ToldWords.telling)
  }

  /// A body does not talk to itself, and nobody meets a parliament.
  private func isAble(_ id: Int) -> Bool { context.entities[id].kind != .organization }
}

extension ClauseArguments {
  /// The list that holds a token; nil if none does or it owns something.
  func chain(over token: Int) -> Chain? {
    chains.first { $0.tokens.contains(token) && !isOwner($0) }
  }
}

enum ToldWords {
  static let prepositions = Words.set("at during in on after following over tras durante en")
  /// What tells in Spanish whose meeting it is.
  static let companies = Words.set("con de del entre")
  static let after = Words.set("after following tras")
  static let when = Words.set("at during in after following tras durante")
  static let their = Words.set("their")
  static let adjectives = Words.set(
    "long short hour hours hour-long two-hour one-hour three-hour tense frank cordial warm late-night early-morning closed-door secret face one on surprise rare lengthy official one-to-one one-on-one"
  )
  static let adverbs = Words.set("also later then reportedly privately directly")
  /// Verbs whose object is spoken to.
  static let telling = Words.set(
    """
    told tell tells telling assured assure assures informed inform informs warned warn warns briefed briefs urged urge \
    urges asked ask asks thanked thank thanks reassured reassures pressed presses reminded reminds congratulated \
    congratulates notified promised implored lobbied pressured persuaded dijo transmitió informó aseguró expresó manifestó \
    pidió solicitó advirtió planteó explicó reiteró comunicó agradeció trasladó entregó propuso prometió expuso anunció \
    ratificó confirmó
    """)
}

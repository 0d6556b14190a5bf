import Language

/// English verbs that go on with the subject of a verb before them: "A visited B and met C".
extension ClauseArguments {
  /// True if "and" or a comma ties a verb to what stands before it, so that the chain there is no subject of its own.
  func isCoordinated(_ verb: Int, behind chain: Chain) -> Bool {
    guard !scan.isSpanish, !isSent(chain, to: verb) else { return false }
    var at = verb - 1
    while at >= chain.tokens.upperBound, scan.isOne(at, of: VerbWords.small) { at -= 1 }
    guard at >= chain.tokens.upperBound else { return false }
    return scan.isOne(at, of: VerbWords.coordinators) || scan.isSign(at, ",")
  }

  /// "Kenya said it would hold talks with B": the government or body that says so of itself.
  func itself(_ verb: Int) -> Chain? {
    guard
      let it = scan.span(verb - 4, verb).last(where: { scan.isSign($0, "it") }),
      scan.span(it + 1, verb).allSatisfy({
        scan.isOne($0, of: VerbWords.small) || scan.isOne($0, of: VerbWords.auxiliaries)
      })
    else { return nil }
    var say = scan.isSign(it - 1, "that") ? it - 2 : it - 1
    while say > it - 6, scan.isOne(say, of: VerbWords.small) { say -= 1 }
    guard scan.isOne(say, of: ModalWords.sayings) || scan.isOne(say, of: VerbWords.sayings),
      let chain = chains.last(where: { $0.tokens.upperBound <= say }),
      scan.span(chain.tokens.upperBound, say).allSatisfy({
        scan.isOne($0, of: VerbWords.small) || scan.isOne($0, of: VerbWords.auxiliaries)
      }), !isOwner(chain), !isGoverned(chain),
      chain.entities.allSatisfy({ reading.analysis.entities[$0].kind != .person })
    else { return nil }
    return chain
  }

  /// "met B a day after speaking with C": a gerund behind such a word has the subject of the verb before it.
  func isCircumstance(_ verb: Int) -> Bool {
    !scan.isSpanish && verb < scan.count && scan.tokens[verb].form.hasSuffix("ing")
      && scan.isOne(verb - 1, of: VerbWords.circumstances)
  }

  /// "assured Tuvalu of its support after a meeting with B": a noun behind such a word has the subject of the verb before it.
  func isBehindCircumstance(_ noun: Int) -> Bool {
    !scan.isSpanish && scan.has(.noun, at: noun)
      && scan.span(noun - 4, noun).contains { at in
        scan.isOne(at, of: VerbWords.circumstances) && scan.isDeterminer(at + 1)
      }
  }

  /// "A said that Kenya and Mali would open consulates, after meeting B": who says so, not the countries of which he speaks.
  func teller(before chain: Chain) -> Chain? {
    guard chain.entities.allSatisfy({ reading.analysis.entities[$0].kind == .government }) else {
      return nil
    }
    return chains.last { other in
      other.tokens.upperBound < chain.tokens.lowerBound && !isOwner(other) && !isGoverned(other)
        && other.entities.contains { reading.analysis.entities[$0].kind == .person }
        && scan.span(other.tokens.upperBound, other.tokens.upperBound + 5).contains {
          scan.isOne($0, of: ModalWords.sayings)
        }
    }
  }

  /// "ordered his negotiator, B, to travel": who is told or sent to do something does it.
  private func isSent(_ chain: Chain, to verb: Int) -> Bool {
    scan.isSign(verb - 1, "to")
      && scan.span(chain.tokens.lowerBound - 5, chain.tokens.lowerBound).contains {
        scan.isOne($0, of: VerbWords.sending)
      }
  }

  /// "A will visit Washington for talks with B": a country before a noun of meeting is where somebody goes.
  func isVisited(_ chain: Chain, before noun: Int) -> Bool {
    !scan.isSpanish && scan.has(.noun, at: noun) && !scan.has(.verb, at: noun) && isPlace(chain)
  }

  /// "Una comisión visitó Estados Unidos para reunirse con", "left Cairo after meeting": a country behind a verb of travel acts
  /// in nothing.
  func isGoal(_ chain: Chain) -> Bool {
    isPlace(chain)
      && (scan.isOne(chain.tokens.lowerBound - 1, of: DestinationWords.visits)
        || scan.isSpanish && isLeft(chain))
  }

  /// "abandonó la Casa Blanca tras": a house right behind a verb that has a subject before it.
  private func isLeft(_ chain: Chain) -> Bool {
    let end = chain.tokens.upperBound
    guard end < scan.count, !scan.shapes[end].contains(.punctuation) else { return false }
    var at = chain.tokens.lowerBound
    while scan.isDeterminer(at), at < chain.tokens.upperBound { at += 1 }
    if at == chain.tokens.lowerBound { at -= 1 } else { at = chain.tokens.lowerBound - 1 }
    while at > 0, scan.isDeterminer(at) { at -= 1 }
    return at > 0 && scan.isOne(at, of: VerbWords.leaving)
  }

  /// True for what a verb has right before it: "praised Sanchez", "visited the capital of Spain".
  func isObject(_ chain: Chain) -> Bool {
    var at = chain.tokens.lowerBound - 1
    while at >= 0, scan.isFiller(at) || scan.isDeterminer(at) || scan.isPossessive(at) {
      if scan.isPossessive(at), let owner = chains.last(where: { $0.tokens.upperBound == at }) {
        at = owner.tokens.lowerBound - 1
      } else {
        at -= 1
      }
    }
    guard at > 0, scan.shapes[at].contains(.lower) else { return false }
    if scan.has(.verb, at: at) { return true }
    let form = scan.tokens[at].form
    // "A, president of B": a word before a name that is no verb.
    return Annotator().commonClass(form, isSpanish: false) == .verb || form.hasSuffix("ed")
  }

  /// The nearest list before an object that is itself neither object, owned nor governed.
  func actor(before object: Chain) -> Chain? {
    var barrier = object.tokens.lowerBound
    for chain in chains.reversed() where chain.tokens.upperBound <= object.tokens.lowerBound {
      if isBroken(chain.tokens.upperBound, barrier) { return nil }
      barrier = chain.tokens.lowerBound
      if isOwner(chain) || isGoverned(chain) || isObject(chain) { continue }
      return chain
    }
    return nil
  }
}

enum VerbWords {
  static let leaving = Words.set(
    "abandonó abandonaron dejó dejaron recorrió recorrieron pisó visitó visitaron visitará visitarán"
  )
  static let sending = Words.set(
    "ordered ordering orders told instructed instructing directed dispatched dispatching sent sends sending tasked asked appointed authorized authorised"
  )
  static let auxiliaries = Words.set("be been planned plans expected due to soon not n't")
  static let sayings = Words.set("confirmed denied agreed hoped")
  static let circumstances = Words.set("after before while since without following")
  static let coordinators = Words.set("and but")
  /// What may stand between "and" and its verb.
  static let small = Words.set(
    """
    then later also afterwards afterward before earlier separately subsequently has have had will would is was were \
    are to on monday tuesday wednesday thursday friday saturday sunday today yesterday last next month week year
    """)
}

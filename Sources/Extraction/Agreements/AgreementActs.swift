import Language

/// Finds what is said to be done to an agreement: the verb or noun that governs the noun phrase, or the verb behind it.
struct AgreementActs {
  let sentence: AgreementSentence
  /// The tokens of dates, over which a preposition still governs ("since the June 2023 accord").
  var dated: Set<Int> = []
  var lexicon: AgreementLexicon { sentence.lexicon }

  /// The act on the agreement that a noun phrase names; nil if none of the lexicon is there.
  func act(on phrase: Range<Int>, head: Int) -> AgreementAct? {
    let behind = fromWhich(phrase) ?? behind(phrase, head: head)
    let before = before(phrase)
    guard let behind, behind.act.status != .wish else {
      guard var act = before?.act else { return nil }
      // "The signing of the pact, planned for March"
      if act.status == .signed, !sentence.isVerb(act.token), isPutOff(behind: phrase.upperBound) {
        act.isReal = false
      }
      if act.status == .proposed, let signed = signedThen(behind: phrase.upperBound) {
        return signed
      }
      return act
    }
    guard let before else { return behind.act }
    // What has ended stays ended, what was signed stays signed; talk ("welcomed the deal signed in …") gives way.
    for act in [before.act, behind.act] where act.status == .ended && act.isReal { return act }
    if before.act.status == .talk || before.act.status == .wish { return behind.act }
    if behind.act.status == .talk { return before.act }
    if behind.act.status == .signed, behind.act.isReal, before.act.status == .proposed {
      return behind.act
    }
    // "Reached a deal mediated by Oman"
    if before.act.status == .signed, before.act.isReal, behind.act.status == .proposed,
      sentence.isA(.mediate, behind.act.token)
    {
      return before.act
    }
    // "Will denounce the treaty that it signed with B in 2002"
    if before.act.status == .ended, !before.act.isReal, behind.act.status == .signed,
      behind.act.isReal
    {
      var act = behind.act
      act.isKept = true
      act.isTold = false
      return act
    }
    // "They signed an accord that provides for …, that will come into force in May"
    if before.act.status == .signed, before.act.isReal, before.act.isTold,
      behind.act.status == .inForce
    {
      return before.act
    }
    // "To honour the truce reached in October": it is kept, and was signed then.
    if behind.act.status == .signed, behind.act.isReal, before.act.status == .inForce {
      var act = behind.act
      act.isKept = true
      if sentence.isRelative(phrase.upperBound) { act.isTold = false }
      return act
    }
    return behind.distance < before.distance ? behind.act : before.act
  }

  struct Found {
    var act: AgreementAct
    var distance: Int
  }
}

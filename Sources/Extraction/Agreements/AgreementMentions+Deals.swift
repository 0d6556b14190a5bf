import Language
import Records

/// Deals that a price or a year tells from others, and truces that are no more than an aim.
extension AgreementMentions {
  /// "Canada bought 88 jets from Lockheed, a $14 billion deal", "agreed to buy 50 helicopters in a 2 billion euro deal": what is
  /// bought for a sum has been agreed, by those whom the clause before names.
  func priced(_ phrase: Range<Int>, _ found: AgreementFinder.Found) -> AgreementAct? {
    guard found.kind == .agreement || found.kind == .contract, isPriced(phrase),
      ["a", "an", "un", "una"].contains(sentence.word(phrase.lowerBound - 1)),
      [",", "in", "under", "en", "-", "–", "—"].contains(sentence.word(phrase.lowerBound - 2)),
      let verb = (0..<phrase.lowerBound - 2).last(where: {
        sentence.isA(.trading, $0) && (sentence.isVerb($0) || sentence.upos($0) == .noun)
      })
    else { return nil }
    let acts = AgreementActs(sentence: sentence, dated: dated)
    // "The decision to purchase", "agreed to buy"
    let isDecided =
      ["to", "de", "a"].contains(sentence.word(verb - 1))
      && (max(0, verb - 8)..<verb).contains {
        sentence.isA(.agree, $0) || sentence.isA(.decided, $0)
      }
    guard isDecided || acts.hasHappened(verb) else { return nil }
    var act = AgreementAct(
      status: .signed, token: verb, isReal: true, isNegated: false,
      parties: sides(of: verb, before: phrase.lowerBound - 2))
    act.isTold = sentence.isFinite(verb)
    return act
  }

  /// Who buys and who sells: all that the clause names, if they are two, else the subject.
  private func sides(of verb: Int, before end: Int) -> [AgreementParty] {
    let start = (0..<verb).last { [";", ":"].contains(sentence.word($0)) }.map { $0 + 1 } ?? 0
    let named = parties.named(in: start..<end, of: sentence, capitals: true).filter {
      $0.record.kind == .government || $0.record.kind == .organization
    }.uniquedParties
    if named.count == 2 { return named }
    let subject = parties.parties(parties.subject(of: verb, in: sentence), sentence.language)
    return subject.parties.filter { $0.record.kind != .person }
  }

  /// "A $4.5 billion deal", "un acuerdo de 300 millones de euros".
  private func isPriced(_ phrase: Range<Int>) -> Bool {
    phrase.contains { at in
      sentence.tokens[at].form.unicodeScalars.contains {
        $0.properties.generalCategory == .currencySymbol
      }
        || ["dollar", "dollars", "euro", "euros", "dolares", "yuan", "pounds", "libras", "rubles"]
          .contains(sentence.word(at))
    }
  }

  /// "Under a 1994 agreement", "según un acuerdo de 2008": an agreement of which its year and what holds by it is told.
  func isRuleOfYear(_ phrase: Range<Int>) -> Bool {
    var before = phrase.lowerBound - 1
    guard ["a", "an", "un", "una"].contains(sentence.word(before)) else { return false }
    before -= 1
    return isUnder(phrase)
      || ["in", "by", "en", "por", "through", "mediante"].contains(
        sentence.word(before))
  }

  /// "In a 1994 agreement it was extended", as against "under a 2009 agreement they enjoy": what the agreement did when it was made.
  func isMadeThen(_ phrase: Range<Int>) -> Bool {
    guard ["in", "en"].contains(sentence.word(phrase.lowerBound - 2)),
      let verb =
        (phrase.upperBound..<max(phrase.upperBound, min(sentence.count, phrase.upperBound + 8)))
        .first(where: { sentence.isFinite($0) })
        ?? (0..<phrase.lowerBound).last(where: { sentence.isFinite($0) })
    else { return false }
    return sentence.features(verb).contains(.past)
  }

  /// "Ukraine's effort to reach a ceasefire", "the importance of achieving a truce": a truce that nobody negotiates yet.
  func isAimOnly(_ act: AgreementAct, _ phrase: Range<Int>) -> Bool {
    guard act.status == .signed, !act.isReal, !act.isNegated, act.token < phrase.lowerBound,
      !phrase.contains(where: { ["between", "entre"].contains(sentence.word($0)) }),
      !(0..<sentence.count).contains(where: {
        sentence.isA(.negotiating, $0) || sentence.isA(.encounter, $0)
          || ["mediator", "mediador"].contains(sentence.lemma($0))
      })
    else { return false }
    return (max(0, act.token - 6)..<act.token).contains {
      sentence.isA(.effort, $0) || sentence.isA(.stress, $0)
    } || ["about", "including"].contains(sentence.word(act.token - 1))
  }
}

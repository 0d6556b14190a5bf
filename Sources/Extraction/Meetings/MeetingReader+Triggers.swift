import Gazetteer
import Language
import Records

/// The words of a sentence that can tell of a meeting.
extension MeetingReader {
  /// Words that by themselves can tell who was there, or who stood for a side.
  private static let telling = [
    DelegationWords.leads, DelegationWords.representing, DelegationWords.composing,
    DelegationWords.composed, AttendanceWords.participants, AttendanceWords.briefed,
    ChairWords.leading,
  ].reduce(AttendanceWords.all) { $0.union($1) }

  func hasTrigger(_ scan: Scan) -> Bool {
    scan.matches.contains { $0.kind == .noun || $0.kind == .verb }
      || (0..<scan.count).contains {
        scan.isOne($0, of: Self.telling) || AttendanceRule.isCompany($0, scan)
          || DelegationRule.isOfMembers($0, scan)
      } || TellingRule.isIn(scan) || !scan.isSpanish && EnglishTelling.isIn(scan)
      || SummonRule.isIn(scan) || SequelRule.isIn(scan)
      || CommissionRule.tellsSession(scan) || SigningRule.isIn(scan) || SinceRule.isIn(scan)
      || AccordRule.isIn(scan) || HandingRule.isIn(scan)
  }

  /// Verbs and nouns of meeting, longest first at each word, none inside another.
  func triggers(_ scan: Scan) -> [Scan.Match] {
    var out: [Scan.Match] = []
    var end = 0
    for token in 0..<scan.count where token >= end {
      let verb = scan.match(.verb, at: token)
      let noun = scan.match(.noun, at: token)
      // "a new round of ceasefire talks" is one.
      if noun != nil, let last = out.last, last.kind == .noun,
        SequelRule.isRound(last.range, of: token, scan), var whole = noun
      {
        whole.start = last.start
        out[out.count - 1] = whole
        end = Int(whole.end)
        continue
      }
      // A word that is both ("call", "meeting", "entrevista") is tried as both.
      // "a call on Monday" is no verb "call on".
      // "said so after meeting B": a gerund.
      let isGerund =
        verb != nil && !scan.isSpanish && scan.isOne(token, of: TriggerWords.gerunds)
        && scan.isOne(token - 1, of: VerbWords.circumstances)
      if let noun, !isGerund, noun.end >= verb?.end ?? 0 || scan.isDeterminer(token - 1) {
        out.append(noun)
        end = Int(noun.end)
      }
      if let verb, verb.end >= noun?.end ?? 0, !isUnmarked(verb, scan) {
        out.append(verb)
        end = Int(verb.end)
      }
    }
    return out
  }

  /// "diálogo", "intercambio": no past tense, which has its mark on the last letter.
  func isUnmarked(_ verb: Scan.Match, _ scan: Scan) -> Bool {
    scan.isSpanish && Gazetteer.shared.verbs[Int(verb.index)].form.hasSuffix("ó")
      && scan.tokens[Int(verb.end) - 1].form.hasSuffix("o")
  }
}

enum TriggerWords {
  static let gerunds = Words.set("meeting")
}

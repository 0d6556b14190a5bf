import Gazetteer
import Language
import Records

/// Forms of verbs of meeting that are something else: nouns ("a Kremlin meeting"), participles, time that is spent.
extension MeetRule {
  /// "se vieron obligados", "se vio afectado".
  func isParticiple(_ at: Int) -> Bool {
    guard at < context.scan.count else { return false }
    let form = context.scan.tokens[at].form
    return ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"].contains(
      where: form.hasSuffix)
  }

  /// "spent three hours with B", "spent an hour on Monday with B"; but "spent years with the firm", "spent hours debating the treaty
  /// with B".
  func isTimeSpent(_ after: Int) -> Bool {
    let scan = context.scan
    guard
      let unit = scan.span(after, after + 5).first(where: {
        scan.isOne($0, of: MeetWords.durations)
          || scan.isOne($0, of: DaterWords.weekdays)
      }),
      let with = scan.span(unit + 1, unit + 8).first(where: {
        scan.isOne($0, of: ArgumentWords.withWords)
      })
    else { return false }
    return !scan.span(unit + 1, with).contains { scan.tokens[$0].form.hasSuffix("ing") }
  }

  /// "resume talks", "held peace talks": no third person.
  func isObject(_ token: Int) -> Bool {
    let tokens = context.tree.tokens
    return token < tokens.count
      && (tokens[token].upos == .noun || tokens[token].relation == .obj)
  }

  /// "the meeting", "a call": the verb's form used as a noun is left to the rule of nouns.
  func isNoun(_ token: Int) -> Bool {
    let scan = context.scan
    // "bring A and B to the negotiating table"
    if !scan.isSpanish, scan.isSign(token + 1, "table") { return true }
    // "open to talks with B"
    if !scan.isSpanish, scan.isSign(token, "talks"), isObject(token) || scan.isSign(token - 1, "to")
    {
      return true
    }
    guard scan.has(.noun, at: token) else { return false }
    if scan.isSpanish {
      return scan.isDeterminer(token - 1)
        || scan.isOne(token - 1, of: Words.possessives) || scan.isOne(token - 1, of: Words.of)
    }
    let form = scan.tokens[token].form.lowercased()
    if form == "meeting" {
      // "A and B are meeting in Oslo today"
      if context.isAwaited(token) || scan.isOne(token - 1, of: ModalWords.beings) { return false }
      return
        !(scan.isOne(token + 1, of: ArgumentWords.withWords)
        || context.arguments.chain(at: token + 1) != nil)
        || scan.isDeterminer(token - 1) || scan.isPossessive(token - 1)
        || scan.has(.portfolio, at: token - 1)
        || scan.isOne(token - 1, of: MeetWords.adjectives)
        || scan.isOne(token - 1, of: Words.possessives)
        // "a technical meeting with B", not "the minister meeting with B"
        || token > 1 && scan.isOne(token - 2, of: NounWords.indefinite)
          && scan.shapes[token - 1].contains(.lower)
          && Annotator().commonClass(scan.tokens[token - 1].form, isSpanish: false) == .adj
        || isOfPlace(token)
    }
    return scan.isDeterminer(token - 1) || scan.isPossessive(token - 1)
      || scan.isOne(token - 1, of: MeetWords.adjectives)
      || scan.isOne(token - 1, of: Words.possessives)
      || scan.isOne(token - 1, of: MeetWords.nounPrepositions)
  }
}

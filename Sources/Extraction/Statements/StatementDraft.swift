import Records

/// A statement before its record is written: words of the passage, or a quotation.
struct StatementDraft {
  var kind: StatementRecord.Kind
  /// Code points of the article's text, trimmed.
  var range: Range<Int>
  var speaker: Speaker
  /// The rule that made it.
  var rule: String
  /// The word at which it is told that it was said; -1 where no word tells.
  var verb: Int
}

/// What the rules have found in one paragraph.
struct StatementDrafts {
  var drafts: [StatementDraft] = []
  /// By index of quotation: who said it, by which rule, told at which word.
  var owners: [Int: (speaker: Speaker, rule: String, verb: Int)] = [:]

  mutating func own(_ quote: Int, _ speaker: Speaker, rule: String, verb: Int) {
    if owners[quote] == nil { owners[quote] = (speaker, rule, verb) }
  }
}

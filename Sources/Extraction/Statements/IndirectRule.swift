import Records

/// Turns a range of reported words into drafts: one of indirect speech, unless the words are nothing but a
/// quotation, and the quotations within, which belong to the same speaker.
struct IndirectRule {
  let passage: Passage

  /// Adds the statement that the words are.
  func add(
    _ words: Range<Int>, _ speaker: Speaker, rule: String, verb: Int,
    to drafts: inout StatementDrafts
  ) {
    guard !words.isEmpty else { return }
    for index in words where passage.words[index].quote >= 0 {
      drafts.own(passage.words[index].quote, speaker, rule: rule, verb: verb)
    }
    var first = words.lowerBound
    var last = words.upperBound - 1
    // A sentence that begins or ends inside a quotation which goes on elsewhere is the quotation's own.
    while first <= last, isOutsidePiece(first, words) { first += 1 }
    while last >= first, isOutsidePiece(last, words) { last -= 1 }
    while first <= last, passage.isPunctuation(first), passage.words[first].quote < 0,
      !["$", "¿", "¡", "(", "["].contains(passage.words[first].key)
    {
      first += 1
    }
    while last >= first, passage.isPunctuation(last), passage.words[last].quote < 0,
      ![")", "]", "%"].contains(passage.words[last].key)
    {
      last -= 1
    }
    while first < last, ["and", "y", "but", "pero"].contains(passage.words[first].key) {
      first += 1
    }
    guard first <= last, first < last || !isEmpty(first) else { return }
    let quote = passage.words[first].quote
    if quote >= 0, (first...last).allSatisfy({ passage.words[$0].quote == quote }) { return }
    var onlyQuotes = true
    // What stands between dashes within a quotation is no part of what was said.
    var isInsertion = false
    for index in first...last {
      if passage.words[index].quote >= 0 {
        isInsertion = false
      } else if index > first, passage.words[index - 1].quote >= 0, passage.isDash(index) {
        isInsertion = true
      } else if !isInsertion, !passage.isPunctuation(index) {
        onlyQuotes = false
      }
    }
    if onlyQuotes { return }
    drafts.drafts.append(
      StatementDraft(
        kind: .indirect, range: passage.words[first].start..<passage.words[last].end,
        speaker: speaker, rule: rule, verb: verb))
  }

  /// "'…,' Lund said" before "according to the Post": a quotation and nothing but who said it, which is told already.
  func isTagged(_ words: Range<Int>, _ lexicon: SpeechLexicon) -> Bool {
    guard
      let first = words.first(where: { passage.words[$0].quote >= 0 || !passage.isPunctuation($0) }
      ),
      passage.words[first].quote >= 0
    else { return false }
    let outside = words.filter { passage.words[$0].quote < 0 && !passage.isPunctuation($0) }
    guard (2...9).contains(outside.count), let lead = outside.first else { return false }
    let isVerb = { (index: Int) in
      lexicon.forms[passage.language(at: index)]?[passage.words[index].key] != nil
    }
    return isVerb(lead) || outside.last.map(isVerb) == true
  }

  /// A pronoun alone says nothing.
  private func isEmpty(_ index: Int) -> Bool {
    passage.isRelative(index) || passage.words[index].upos == .pron
      || PlainWords.pronouns.contains(passage.words[index].key)
  }

  /// True for words of a quotation that reaches beyond the range.
  private func isOutsidePiece(_ index: Int, _ words: Range<Int>) -> Bool {
    let quote = passage.words[index].quote
    guard quote >= 0 else { return false }
    let all = passage.quoteWords[quote]
    return all.lowerBound < words.lowerBound || all.upperBound > words.upperBound
  }
}

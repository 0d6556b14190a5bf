import Records

/// Reads a post given in full with its signature: "… pic.twitter.com/x — Name (@handle) October 16, 2023".
struct PostRule {
  let passage: Passage

  /// True if the paragraph is a post; then it has been added.
  func read(_ paragraph: Range<Int>, into drafts: inout StatementDrafts) -> Bool {
    guard let first = paragraph.first, let last = paragraph.last else { return false }
    let start = passage.words[first].start
    let end = passage.words[last].end
    let scalars = passage.scalars
    guard let handle = (start..<end).first(where: { isHandle($0, end) }),
      let dash = (start..<handle).last(where: { scalars[$0] == "—" || scalars[$0] == "–" }),
      handle - dash < 120
    else { return false }
    var textEnd = dash
    // Links to pictures at the end of the post are no words of it.
    while true {
      while textEnd > start, QuoteMark.isSpace(scalars[textEnd - 1]) { textEnd -= 1 }
      var word = textEnd
      while word > start, !QuoteMark.isSpace(scalars[word - 1]) { word -= 1 }
      guard word < textEnd, isLink(word..<textEnd) else { break }
      textEnd = word
    }
    guard textEnd > start, let speaker = signer(dash + 1..<handle, paragraph) else { return false }
    var from = start
    if textEnd - from > 2, QuoteMark.read(scalars[from]) != nil,
      QuoteMark.read(scalars[textEnd - 1]) != nil
    {
      from += 1
      textEnd -= 1
    }
    drafts.drafts.append(
      StatementDraft(
        kind: .direct, range: from..<textEnd, speaker: speaker, rule: "PostRule",
        verb: paragraph.last { passage.words[$0].isDate } ?? -1))
    return true
  }

  /// "(@" opens the handle.
  private func isHandle(_ index: Int, _ end: Int) -> Bool {
    passage.scalars[index] == "(" && index + 1 < end && passage.scalars[index + 1] == "@"
  }

  private func isLink(_ range: Range<Int>) -> Bool {
    let word = passage.text(range)
    return word.hasPrefix("pic.twitter.com/") || word.hasPrefix("pic.x.com/")
      || word.hasPrefix("http://") || word.hasPrefix("https://") || word.hasPrefix("t.co/")
  }

  private func signer(_ range: Range<Int>, _ paragraph: Range<Int>) -> Speaker? {
    var first = range.lowerBound
    var last = range.upperBound
    while first < last, QuoteMark.isSpace(passage.scalars[first]) { first += 1 }
    while last > first, QuoteMark.isSpace(passage.scalars[last - 1]) { last -= 1 }
    guard first < last else { return nil }
    let words = paragraph.filter {
      passage.words[$0].start >= first && passage.words[$0].end <= last
    }
    for index in words where passage.words[index].mention >= 0 {
      let mention = passage.words[index].mention
      let phrases = NounPhrases(passage: passage, lexicon: .builtIn)
      if let found = phrases.speaker(of: mention) { return found }
    }
    guard let from = words.first, let to = words.last else { return nil }
    return Speaker(
      entities: [], phrase: passage.text(first..<last), kind: .person, words: from..<to + 1)
  }
}

extension Passage {
  /// The network that a post signed at a word is from: it was called Twitter until 2023-07-23, X since.
  func postMedium(at word: Int) -> String? {
    for index in datesOfSentence[words[word].sentence] ?? [] {
      guard let edtf = analysis.dates[index].date else { continue }
      return edtf.earliest.description >= "2023-07-24" ? "X" : "Twitter"
    }
    return nil
  }
}

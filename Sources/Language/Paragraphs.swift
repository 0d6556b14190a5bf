/// Cuts a text into paragraphs: at empty lines, and at line ends except where a text is wrapped at a width.
enum Paragraphs {
  /// Ranges of code points in order, without white space at either end, none empty.
  static func split(_ text: CodePoints) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var block: [Range<Int>] = []
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, text.classify(end) != .newline { end += 1 }
      let line = trim(index..<end, text)
      if line.isEmpty {
        close(&block, text, into: &paragraphs)
      } else {
        block.append(line)
      }
      // A line feed after a carriage return ends the same line.
      index = end + (end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A ? 2 : 1)
    }
    close(&block, text, into: &paragraphs)
    return paragraphs
  }

  private static func trim(_ range: Range<Int>, _ text: CodePoints) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text.classify(start).isGap { start += 1 }
    while end > start, text.classify(end - 1).isGap { end -= 1 }
    return start..<end
  }

  private static func close(
    _ block: inout [Range<Int>], _ text: CodePoints, into paragraphs: inout [Range<Int>]
  ) {
    guard let first = block.first, let last = block.last else { return }
    if isWrapped(block, text) {
      paragraphs.append(first.lowerBound..<last.upperBound)
    } else {
      paragraphs.append(contentsOf: block)
    }
    block.removeAll(keepingCapacity: true)
  }

  /// True if the lines are those of one paragraph broken at a width: no line could have taken the next one's first word.
  private static func isWrapped(_ lines: [Range<Int>], _ text: CodePoints) -> Bool {
    guard lines.count > 1, let width = lines.map(\.count).max(), (40...120).contains(width) else {
      return false
    }
    for (line, next) in zip(lines, lines.dropFirst()) {
      var word = next.lowerBound
      if Characters.isBullet(text[word]), text.classify(word + 1).isGap { return false }
      while word < next.upperBound, !text.classify(word).isGap { word += 1 }
      if line.count + 1 + (word - next.lowerBound) <= width { return false }
    }
    // Two lines are as likely a headline and what follows it, unless the second goes on in small letters.
    return lines.count > 2 || text.classify(lines[1].lowerBound) == .lower
  }
}

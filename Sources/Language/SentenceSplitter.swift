/// Finds where sentences end among the raw tokens of a paragraph.
struct SentenceSplitter {
  let text: CodePoints
  let tokens: [RawToken]
  /// For an opening bracket the index of its closing one, within reach; else -1.
  private var partners: [Int]

  /// A sentence is cut after this many tokens even without a stop, so that reading it takes bounded time.
  static let longest = 400

  /// A splitter of one paragraph.
  init(_ text: CodePoints, _ tokens: [RawToken]) {
    self.text = text
    self.tokens = tokens
    partners = [Int](repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .open, let closing = closing(of: text[token.start]),
        closing == 0x29 || closing == 0x5D
      {
        open.append(index)
      } else if token.kind == .close, let last = open.last,
        closing(of: text[tokens[last].start]) == text[token.start]
      {
        open.removeLast()
        if index - last <= 60 { partners[last] = index }
      }
    }
  }

  private func closing(of point: UInt32) -> UInt32? {
    switch point {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    default: nil
    }
  }

  /// The sentences as ranges of tokens, in order, together all of them.
  func split() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    // Inside brackets, up to which token no sentence ends.
    var shelter = 0
    func close(_ end: Int) {
      if end > start { sentences.append(start..<end) }
      start = end
    }
    let dateline = datelineEnd()
    if dateline > 0 { close(dateline) }
    index = start
    while index < tokens.count {
      if index - start >= Self.longest { close(softEnd(start, index)) }
      if partners[index] > index, index > start { shelter = max(shelter, partners[index] + 1) }
      if index > start, beginsNew(index) { close(index) }
      let end = endOfSentence(at: index)
      if end > index, end > shelter || end >= tokens.count {
        close(end)
        index = end
      } else {
        index += 1
      }
    }
    close(tokens.count)
    return sentences
  }

  /// Where to cut a sentence that is too long: after the last semicolon, else comma, in its later part.
  private func softEnd(_ start: Int, _ end: Int) -> Int {
    for kind in [RawToken.Kind.semicolon, .comma] {
      for index in stride(from: end - 1, to: start + Self.longest / 2, by: -1)
      where tokens[index].kind == kind {
        return index + 1
      }
    }
    return end
  }

  /// True if a new sentence begins here whatever came before: a bullet, a picture's address or a tweet's signature.
  private func beginsNew(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .bullet: return true
    case .url:
      let last = tokens[index - 1].kind
      return last == .ellipsis || last == .stop
    case .dash:
      // "— Name (@handle) October 16, 2023", but not after an address, which belongs to it.
      guard spaced(index), tokens[index - 1].kind != .url else { return false }
      var next = index + 1
      while next < tokens.count, next - index <= 8 {
        if tokens[next].kind == .open, next + 1 < tokens.count, tokens[next + 1].kind == .handle {
          return true
        }
        next += 1
      }
      return false
    default: return false
    }
  }

  /// If a sentence ends with this token and what closes after it, the index after that; else the token's own index.
  private func endOfSentence(at index: Int) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .stop, .ellipsis:
      // "The talks .... failed", "(...)".
      var end = index + 1
      while end < tokens.count, end - index < 6, closes(end) { end += 1 }
      return isBoundary(before: end, after: token, at: index) ? end : index
    case .acronym, .plain, .month, .last:
      var end = index + 1
      while end < tokens.count, end - index < 4, closes(end) { end += 1 }
      guard end < tokens.count else { return end }
      if end > index + 1, isQuote(end - 1), startsCapital(end) || opens(end) { return end }
      let next = tokens[end]
      if token.kind == .last, startsCapital(end) { return end }
      // "a.m. El", "U.S. The", but "U.S. Secretary", and "EE.UU. “" is too little.
      if next.kind == .word, SentenceOpeners.shared.contains(text, next.range),
        next.start > tokens[end - 1].end
      {
        return end
      }
      return index
    default: return index
    }
  }

  private func isQuote(_ index: Int) -> Bool {
    tokens[index].kind == .quote || tokens[index].kind == .close
  }

  /// True if the token ends what is quoted or bracketed before it.
  private func closes(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .close: return true
    case .quote, .apostrophe:
      let sticks = token.start == tokens[index - 1].end
      guard sticks else { return false }
      if text[token.start] == 0x201D || text[token.start] == 0x2019 { return true }
      // A straight mark with no space on either side: by the marks before it in the paragraph.
      let spaceAfter = index + 1 >= tokens.count || tokens[index + 1].start > token.end
      if spaceAfter || index + 1 < tokens.count && tokens[index + 1].kind != .word { return true }
      return isOdd(index)
    case .open:
      // A note: "agreement.[1]".
      return text[token.start] == 0x5B && index + 2 < tokens.count
        && token.start == tokens[index - 1].end && tokens[index + 1].kind == .number
        && tokens[index + 2].kind == .close
    case .number:
      return index + 1 < tokens.count && tokens[index + 1].kind == .close
        && tokens[index - 1].kind == .open
    default: return false
    }
  }

  /// True if an odd number of straight quotation marks stands before the token, within reach.
  private func isOdd(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    var count = 0
    var before = index - 1
    while before >= 0, index - before < 200 {
      if tokens[before].kind == kind { count += 1 }
      before -= 1
    }
    return count % 2 == 1
  }

  /// True if what follows a stop can begin a sentence.
  private func isBoundary(before end: Int, after stop: RawToken, at index: Int) -> Bool {
    guard end < tokens.count else { return true }
    let next = tokens[end]
    let last = tokens[end - 1]
    let spaced = next.start > last.end
    switch next.kind {
    case .word, .title, .initial, .acronym, .month, .plain, .last, .number:
      if next.kind == .number {
        return spaced && stop.kind == .stop || end > index + 1
      }
      let kind = text.classify(next.start)
      if kind == .lower { return false }
      if stop.kind == .ellipsis, !spaced, end == index + 1 { return false }
      // "What now?" Smith asked.
      if end > index + 1, text[stop.start] != 0x2E, saysSoon(end) { return false }
      return true
    case .handle, .url: return spaced
    case .open:
      if text[next.start] == 0x28, partners[end] > end {
        // A bracket is a sentence of its own if it ends like one.
        let inner = tokens[partners[end] - 1].kind
        return startsCapital(end + 1) && (inner == .stop || inner == .ellipsis)
      }
      if text[next.start] == 0x28 || text[next.start] == 0x5B { return false }
      return !spaced && stop.kind == .ellipsis ? false : !startsSmall(end + 1)
    case .quote, .apostrophe: return spaced && !startsSmall(end + 1)
    case .bullet, .item: return true
    case .dash:
      // "Gracias. —El ministro", "talks.” — Name", but not ".-" within a dateline.
      return spaced && startsCapital(end + 1)
    case .other: return spaced && stop.kind == .stop
    default: return false
    }
  }

  private func startsCapital(_ index: Int) -> Bool {
    index < tokens.count && text.classify(tokens[index].start) == .upper
  }

  private func startsSmall(_ index: Int) -> Bool {
    index < tokens.count && text.classify(tokens[index].start) == .lower
  }

  private func opens(_ index: Int) -> Bool {
    tokens[index].kind == .open || tokens[index].kind == .quote
  }

  private func spaced(_ index: Int) -> Bool {
    tokens[index].start > tokens[index - 1].end
      && (index + 1 >= tokens.count || tokens[index + 1].start > tokens[index].end)
  }

  /// True if a verb of saying is among the next few words, after a name.
  private func saysSoon(_ from: Int) -> Bool {
    var index = from
    while index < tokens.count, index - from < 4 {
      if text.classify(tokens[index].start) == .lower {
        return Self.saying.contains(text.foldedHash(tokens[index].range))
      }
      index += 1
    }
    return false
  }

  private static let saying: Set<UInt64> = Set(
    [
      "said", "says", "asked", "asks", "told", "added", "wrote", "tweeted", "replied", "shouted",
      "cried", "dijo", "preguntó", "añadió", "agregó", "escribió", "respondió", "exclamó",
    ].map { WordHash.of($0) })
}

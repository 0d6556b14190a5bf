import Language
import Testing

/// Any text is read without a crash, and nothing of it is lost.
@Suite struct FuzzTests {
  private static let pieces: [String] = [
    "a", "A", "é", "ñ", "Ñ", ".", ". ", "...", "…", ",", ";", ":", "!", "?", "¿", "¡", "\"", "'",
    "“",
    "”", "‘", "’", "«", "»", "(", ")", "[", "]", "-", "—", "–", "--", "/", "@", "#", "%", "$", "&",
    "*",
    "•", "1", "23", "4.5", "6,7", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\u{A0}", "\u{200B}",
    "\u{FEFF}", "\u{AD}", "\u{200D}", "\u{301}", "\u{0}", "\u{85}", "\u{2028}", "𝕏", "🇵🇪", "👩‍🚀",
    "北京", "Москва", "العربية", "U.S.", "EE. UU.", "Mr.", "Gen.", "p.m.", "can't", "del", "al",
    "reunirse", "dárselo", "ándose", "rse", "http://", "https://a.b/c", "www.", "x@y.org", "@a",
    "the ",
    "of ", "and ", "que ", "de ", "los ", " met ", " dijo ", "Kft", "n't", "'s", "ª", "º",
    "\u{10FFFF}",
    "ﬁ", "İ", "ß", "ǅ",
  ]

  static func text(_ seed: UInt64) -> String {
    var generator = Seeded(state: seed)
    let length = Int(generator.next() % 120)
    var text = ""
    for _ in 0..<length {
      if generator.next() % 8 == 0 {
        let point = UInt32(truncatingIfNeeded: generator.next() % 0x11_0000)
        if let scalar = Unicode.Scalar(point) { text.unicodeScalars.append(scalar) }
      } else {
        text += pieces[Int(generator.next() % UInt64(pieces.count))]
      }
    }
    return text
  }

  @Test(arguments: 0..<20)
  func nothingIsLost(_ round: UInt64) {
    for seed in round * 50..<(round + 1) * 50 {
      let text = Self.text(seed)
      let document = Annotator().segment(text)
      check(document, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<4)
  func everythingIsParsed(_ round: UInt64) {
    for seed in 10_000 + round * 100..<10_000 + (round + 1) * 100 {
      var document = Annotator().segment(Self.text(seed))
      for index in document.sentences.indices {
        // Also what neither language claims.
        document.sentences[index].language = seed % 2 == 0 ? .english : .spanish
        Annotator().parse(&document.sentences[index])
        checkTree(document.sentences[index], "seed \(seed)")
      }
    }
  }

  private func check(_ document: Document, _ comment: Comment) {
    let points = Array(document.text.unicodeScalars)
    var covered = [Bool](repeating: false, count: points.count)
    var last = 0
    for sentence in document.sentences {
      #expect(sentence.start >= last && sentence.end <= points.count, comment)
      #expect(!sentence.tokens.isEmpty, comment)
      #expect(sentence.tokens.first?.start == sentence.start, comment)
      #expect(sentence.tokens.last?.end == sentence.end, comment)
      last = sentence.end
      var previous = sentence.start
      for token in sentence.tokens {
        #expect(token.start >= previous && token.end > token.start, comment)
        // Words of one contraction share their place; others do not overlap.
        if token.start > previous || !covered[token.start] {
          for place in token.start..<token.end { covered[place] = true }
        }
        previous = token.start
      }
    }
    for (place, point) in points.enumerated() where !covered[place] {
      let properties = point.properties
      let isGap =
        properties.isWhitespace || properties.generalCategory == .control
        || properties.generalCategory == .format || properties.generalCategory == .unassigned
      #expect(isGap, "\(comment): lost U+\(String(point.value, radix: 16)) at \(place)")
    }
  }

  private func checkTree(_ sentence: Sentence, _ comment: Comment) {
    #expect(sentence.isTagged && sentence.isParsed, comment)
    #expect(sentence.tokens.filter { $0.head == -1 }.count == 1, comment)
    for (index, token) in sentence.tokens.enumerated() {
      #expect(token.head < sentence.tokens.count && token.head != index, comment)
      #expect((token.head == -1) == (token.relation == .root), comment)
      #expect(!token.lemma.isEmpty, comment)
      // Every word hangs on the root.
      var steps = 0
      var place = index
      while place >= 0, steps <= sentence.tokens.count {
        place = sentence.tokens[place].head
        steps += 1
      }
      #expect(place == -1, comment)
    }
  }
}

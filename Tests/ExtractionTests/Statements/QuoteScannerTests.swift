import Testing

@testable import Extraction

/// Quotations by their marks alone. In the texts, `|` divides paragraphs.
@Suite struct QuoteScannerTests {
  static func inner(_ text: String, depth: Int = 0) -> [String] {
    let scalars = Array(text.replacing("|", with: "\n\n").unicodeScalars)
    let found = QuoteScanner.scan(scalars, paragraphs: QuoteScanner.paragraphs(of: scalars))
    return found.filter { $0.depth == depth }.map { quote in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[quote.inner])
      return String(view)
    }
  }

  @Test(arguments: [
    ("He said “we are ready” today.", ["we are ready"]),
    ("He said \"we are ready\" today.", ["we are ready"]),
    ("Dijo «estamos listos» hoy.", ["estamos listos"]),
    ("Er sagte „wir sind bereit“ dazu.", ["wir sind bereit"]),
    ("Il a dit ‹ nous sommes prêts › hier.", ["nous sommes prêts"]),
    ("He said 'we are ready' today.", ["we are ready"]),
    ("He said ‘we’re ready’ today.", ["we’re ready"]),
    ("\"One,\" she said. \"Two.\"", ["One,", "Two."]),
    ("(\"in brackets\")", ["in brackets"]),
    ("the so-called \"plan\"—\"a trap\"", ["plan", "a trap"]),
    ("¿\"Qué hacer\"? preguntó.", ["Qué hacer"]),
  ])
  func typographies(text: String, expected: [String]) {
    #expect(Self.inner(text) == expected)
  }

  @Test(arguments: [
    "It's the ministers' plan, isn't it?", "the '90s and the '80s", "Rock 'n' roll isn’t talks",
    "d'Ivoire, O'Brien, l’Élysée", "the allies’ plan and the rebels’ answer", "5'10\" tall",
    "get 'em out", "nothing here",
  ])
  func apostrophesAreNoMarks(text: String) {
    #expect(Self.inner(text).filter { $0.contains(" ") }.isEmpty)
  }

  @Test func possessiveInsideSingleMarks() {
    #expect(
      Self.inner("He said 'the allies' plan is ready' today.") == ["the allies' plan is ready"])
  }

  @Test func nested() {
    let text = "“He told me ‘never again’ and left,” she said."
    #expect(Self.inner(text) == ["He told me ‘never again’ and left,"])
    #expect(Self.inner(text, depth: 1) == ["never again"])
    #expect(Self.inner("«Dijo “nunca más” y salió»") == ["Dijo “nunca más” y salió"])
    #expect(Self.inner("“outer “inner” outer”") == ["outer “inner” outer"])
  }

  @Test func everyParagraphOpensAnew() {
    let text = "“First part.|“Second part.|“Last part,” he said."
    #expect(Self.inner(text) == ["First part.", "Second part.", "Last part,"])
    let scalars = Array("“First part.\n\n“Last part,” he said.".unicodeScalars)
    let found = QuoteScanner.scan(scalars, paragraphs: QuoteScanner.paragraphs(of: scalars))
    #expect(found.map(\.continues) == [false, true])
    #expect(found.map(\.isClosed) == [false, true])
  }

  @Test func closedInTheNextParagraph() {
    #expect(Self.inner("“First part.|Second part”, he said.") == ["First part.\n\nSecond part"])
  }

  @Test func missingMarks() {
    #expect(Self.inner("\"Never closed here.|Another paragraph.") == ["Never closed here."])
    #expect(Self.inner("Never opened here\", he said.") == ["Never opened here"])
    #expect(
      Self.inner("\"First one. \"Second one\", she said.") == ["First one.", "Second one"])
    #expect(Self.inner("").isEmpty)
    #expect(Self.inner("\"") == [""])
    #expect(Self.inner("”") == [""])
  }

  @Test func wordsAreCounted() {
    let scalars = Array("“don't re-open it, it’s 5 o’clock”".unicodeScalars)
    let found = QuoteScanner.scan(scalars, paragraphs: [0..<scalars.count])
    #expect(found.first?.wordCount(in: scalars) == 6)
  }

  @Test func linesAreParagraphsWhereNoLineIsBlank() {
    let scalars = Array("one\ntwo\n".unicodeScalars)
    #expect(QuoteScanner.paragraphs(of: scalars) == [0..<3, 4..<7])
    let blank = Array("one\ntwo\n \nthree".unicodeScalars)
    #expect(QuoteScanner.paragraphs(of: blank) == [0..<7, 10..<15])
  }

  /// Whatever the marks, spans lie in the text, in order, and do not cross.
  @Test(arguments: 0..<200) func anyText(seed: UInt64) {
    var random = SplitMix(state: seed)
    let alphabet = Array("ab s ,.\n\n“”\"'‘’«»„‹›—(é😀".unicodeScalars)
    let scalars = (0..<Int(random.next() % 300)).map { _ in
      alphabet[Int(random.next() % UInt64(alphabet.count))]
    }
    let found = QuoteScanner.scan(scalars, paragraphs: QuoteScanner.paragraphs(of: scalars))
    for quote in found {
      #expect(quote.outer.lowerBound >= 0 && quote.outer.upperBound <= scalars.count)
      #expect(quote.inner.lowerBound >= quote.outer.lowerBound)
      #expect(quote.inner.upperBound <= quote.outer.upperBound || !quote.isClosed)
    }
    let tops = found.filter { $0.depth == 0 }
    for (left, right) in zip(tops, tops.dropFirst()) {
      #expect(left.outer.upperBound <= right.outer.lowerBound)
    }
  }
}

/// A generator with a seed (Sebastiano Vigna's SplitMix64), so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

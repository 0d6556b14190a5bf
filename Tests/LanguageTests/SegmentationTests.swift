import Language
import Testing

@Suite struct SegmentationTests {
  @Test func theCasesAreThere() {
    #expect(CaseFile.rows("sentences.tsv").count >= 40)
    #expect(CaseFile.rows("tokens.tsv").count >= 20)
    #expect(CaseFile.rows("languages.tsv").count >= 10)
  }

  @Test(arguments: CaseFile.rows("sentences.tsv"))
  func sentences(_ row: [String]) throws {
    try #require(row.count == 2)
    let marked = row[1]
    // With its surroundings a bar stands for the space between two sentences, alone for none.
    let text = marked.split(separator: " | ", omittingEmptySubsequences: false)
      .joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false).joined()
    let expected = marked.split(separator: "|").map { $0.trimmed }
    let document = Annotator().segment(text)
    #expect(document.sentences.map { text.points($0.start..<$0.end) } == expected, "\(row[0])")
  }

  @Test(arguments: CaseFile.rows("tokens.tsv"))
  func tokens(_ row: [String]) throws {
    try #require(row.count == 3)
    // The language is that of the text's first paragraph, as short pieces cannot tell their own.
    let lead =
      row[0] == "en"
      ? "The two of them met and it was said that they were there.\n\n"
      : "Los dos se reunieron en la capital y no se dijo más que eso.\n\n"
    let document = Annotator().segment(lead + row[1])
    let tokens = document.sentences.filter { $0.paragraph == 1 }.flatMap { $0.tokens.map(\.form) }
    #expect(tokens.joined(separator: " ") == row[2])
  }

  @Test(arguments: CaseFile.rows("languages.tsv"))
  func languages(_ row: [String]) throws {
    try #require(row.count == 2)
    let document = Annotator().segment(row[1])
    #expect(document.language?.rawValue ?? "-" == row[0])
    #expect(document.sentences.allSatisfy { $0.language == document.language })
  }

  @Test func aSpanishTweetInsideAnEnglishArticle() {
    let text = """
      The minister wrote it on the network after the meeting with the president.

      Agradezco a todos por su apoyo; seguimos en la lucha por la paz.

      The post was seen by many of those who had been there.
      """
    let document = Annotator().segment(text)
    #expect(document.language == .english)
    #expect(document.sentences.map(\.language) == [.english, .spanish, .english])
    #expect(document.sentences.map(\.paragraph) == [0, 1, 2])
  }

  @Test func offsetsCountCodePoints() throws {
    let text = "🇵🇪 Señora Núñez\u{A0}habló. Ana e\u{301}l."
    let document = Annotator().segment(text)
    for token in document.sentences.flatMap(\.tokens) {
      #expect(text.points(token.start..<token.end) == token.form)
    }
    let word = try #require(document.sentences.flatMap(\.tokens).first { $0.form == "habló" })
    #expect(word.start == 16)
  }

  @Test func linesWrappedAtAWidthAreOneParagraph() {
    let text = """
      The ministers of the two countries met in the capital on Monday
      morning and spoke of trade, of ports and of fish, in this order,
      before they left.

      Heading
      The second paragraph is not wrapped.
      """
    let document = Annotator().segment(text)
    #expect(document.sentences.map(\.paragraph) == [0, 1, 2])
  }

  @Test func emptyTexts() {
    for text in ["", " ", "\n\n", "\u{FEFF}", "\u{200B}\u{A0}\r\n"] {
      let document = Annotator().segment(text)
      #expect(document.sentences.isEmpty)
      #expect(document.language == nil)
    }
  }

  @Test func aTextWithoutAnyStopIsCutAndStaysLinear() {
    let text = String(repeating: "palabra y otra ", count: 20_000)
    let document = Annotator().segment(text)
    #expect(document.sentences.allSatisfy { $0.tokens.count <= 400 })
    #expect(document.sentences.reduce(0) { $0 + $1.tokens.count } == 60_000)
    let letters = String(repeating: "x", count: 100_000)
    #expect(
      Annotator().segment(letters).sentences.flatMap(\.tokens).allSatisfy { $0.form.count <= 256 })
  }

  @Test func tablesHaveNoMistakes() {
    #expect(LanguageTables.problems == [])
  }
}

extension StringProtocol {
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// A piece by offsets in code points.
  func points(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
    return String(view)
  }
}

import Extraction
import Records
import Testing

/// Texts put together at random from words, marks and verbs of saying.
@Suite struct StatementFuzzTests {
  private static let pieces = [
    "said", "dijo", "que", "that", "\"", "“", "”", "«", "»", "'", ",", ".", ":", ";", "\n\n", "and",
    "y", "the", "la", "minister", "presidenta", "Kofi", "Mensah", "Ghana", "according", "to",
    "según", "he", "they", "condemned", "pidió", "called", "for", "who", "quien", "in", "a",
    "statement", "(@x)", "—", "2021", "was", "by", "not", "é", "😀", "Marta Zelaya", "on Monday",
  ]

  /// Every record's words stand where it says, are not empty, and have a speaker; the same text gives the same records.
  @Test(arguments: 0..<60) func anyText(seed: UInt64) {
    var random = SplitMix(state: seed &* 7919 &+ 3)
    var text = ""
    for _ in 0..<Int(random.next() % 90) {
      text += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      if random.next() % 5 != 0 { text += " " }
    }
    let article = Article(id: "x", text: text, language: seed % 2 == 0 ? "en" : "es")
    let statements = Extractor().extract(article).statements
    let scalars = Array(text.unicodeScalars)
    for statement in statements {
      guard let start = statement.start, let end = statement.end else {
        Issue.record("no offsets in \(text)")
        continue
      }
      #expect(start >= 0 && start < end && end <= scalars.count)
      #expect(!statement.speakers.isEmpty)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      #expect(String(view) == statement.text)
    }
    #expect(Extractor().extract(article).statements == statements)
  }

  /// Four times the quotations in one paragraph must not take sixteen times as long.
  @Test func manyQuotationsTakeLinearTime() {
    func time(_ count: Int) -> Duration {
      let text = String(
        repeating: "\"We will not leave,\" he said, \"ever at all\" and ", count: count)
      return ContinuousClock().measure {
        _ = Extractor().extract(Article(id: "x", text: text, language: "en"))
      }
    }
    _ = time(10)
    let small = time(60)
    let large = time(240)
    #expect(large < small * 12)
  }
}

import Records
import Testing

@testable import Questions

/// Time expressions and the days they mean, in `Cases/times.tsv`: language, today, expression, meaning.
@Suite struct TimeTests {
  @Test func readsTimes() throws {
    let lexicon = try #require(TimeLexicon.standard)
    for (line, fields) in try Cases.rows("times.tsv") {
      try #require(fields.count == 4, "times.tsv:\(line)")
      let words = WordSplitter.words(of: fields[2])
      let today = try #require(Day(iso: fields[1]))
      let reader = TimeReader(
        words: words, lexicon: lexicon, today: today, dayFirst: fields[0] == "es")
      let found = reader.read(at: 0)
      let whole = found.flatMap { $0.end == words.count ? $0.time.description : nil } ?? "none"
      #expect(whole == fields[3], "times.tsv:\(line): \(fields[2])")
    }
  }
}

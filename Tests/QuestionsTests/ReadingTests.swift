import CResources
import Records
import Testing

@testable import Questions

/// Questions and what is read of them, in `Cases/questions.tsv`; `today` is 2023-12-01.
@Suite struct ReadingTests {
  @Test func readsQuestions() throws {
    let names = try FixtureNames()
    let today = try #require(Day(iso: "2023-12-01"))
    let rows = try Cases.rows("questions.tsv")
    #expect(rows.count >= 300)
    for (line, fields) in rows {
      try #require(fields.count == 2, "questions.tsv:\(line)")
      let read = try names.read(fields[0], today: today)
      #expect(read == fields[1], "questions.tsv:\(line): \(fields[0])")
    }
  }

  /// Case, accents and punctuation change nothing.
  @Test func readsPlainForms() throws {
    let names = try FixtureNames()
    let today = try #require(Day(iso: "2023-12-01"))
    for (line, fields) in try Cases.rows("questions.tsv") where line % 3 == 0 {
      guard !fields[0].contains("\""), !fields[0].contains("«"), !fields[0].contains("content=")
      else { continue }
      guard !fields[1].contains("content="), fields[1] != "refused" else { continue }
      let plain = WordSplitter.words(of: fields[0]).map(\.folded).joined(separator: " ")
        .replacing(" 's", with: "'s")
      #expect(try names.read(plain, today: today) == fields[1], "questions.tsv:\(line): \(plain)")
    }
  }

  @Test func refusesLongQuestions() throws {
    let question = "who met " + String(repeating: "Maduro and ", count: 200)
    let today = try #require(Day(iso: "2023-12-01"))
    #expect(try FixtureNames().read(question, today: today) == "refused")
  }
}

@Suite struct DataFileTests {
  @Test func embeddedFilesAreRead() {
    #expect(Grammar.standard != nil)
    #expect(TimeLexicon.standard != nil)
    #expect(Offices.standard != nil)
    #expect(WordSets.standard != nil)
  }

  @Test(arguments: [
    ("a en: who (met", 1), ("# x\nb en: MISSING", 2), ("c xx: who", 1), ("d en: <x:thing>", 1),
    ("e en: who )", 1),
    ("f en: {broken}", 1), ("ok en: who\ng en who", 2),
  ])
  func grammarErrorsNameTheLine(_ text: String, _ line: Int) {
    #expect {
      _ = try Grammar(bytes: Array(text.utf8), file: "g.txt")
    } throws: { error in
      (error as? DataFileError)?.line == line
    }
  }

  /// Words are compared by their codes alone.
  @Test func noTwoWordsOfTheGrammarShareACode() {
    let text = Resources.text(
      chancery_questions_grammar, chancery_questions_grammar_length)
    let words = Set(text.split { " \n()|?=:<>{}".contains($0) })
    #expect(words.count > 500)
    #expect(Set(words.map { WordCode(String($0)) }).count == words.count)
  }

  @Test func tableErrorsNameTheLine() {
    #expect(throws: DataFileError.self) { try TimeLexicon(text: "month\tx\tjune", file: "t.tsv") }
    #expect(throws: DataFileError.self) { try WordSets(text: "stop", file: "w.tsv") }
  }
}

@Suite struct FuzzTests {
  /// Words of real questions in any order are read or refused, never more; and what is read accounts for every word.
  @Test func anyWordsAreReadOrRefused() throws {
    let names = try FixtureNames()
    let today = try #require(Day(iso: "2023-12-01"))
    let vocabulary = try Cases.rows("questions.tsv").flatMap {
      WordSplitter.words(of: $0.1[0]).map(\.text)
    }
    try #require(!vocabulary.isEmpty)
    var state: UInt64 = 20_231_016
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<60 {
      let words = (0...next(9)).map { _ in vocabulary[next(vocabulary.count)] }
      let question = words.joined(separator: " ")
      let first = try names.read(question, today: today)
      #expect(first == "refused" || first.contains("-"))
    }
  }

  @Test(arguments: [
    "", " ", "?", "\u{0}", "\"", "'", "«", "who met \"", "🙂 met 🙂", "who met 北京", "((((", "%s%n",
    "; DROP TABLE meetings",
    "who met ' OR 1=1 --", "\u{202E}who met Maduro", "who said \"\"", "¿", "99999999999999999999",
    "in 0000 who met Maduro",
    "who met Maduro on 31 February 2023", "between 2014 and 2013 who met Maduro",
  ])
  func oddTextsDoNoHarm(_ question: String) throws {
    let today = try #require(Day(iso: "2023-12-01"))
    _ = try FixtureNames().read(question, today: today)
  }
}

import Extraction
import Records
import Testing

/// Sentences and short texts of our own with the statements that they report (`Cases/statements-*.tsv`).
@Suite struct StatementCaseTests {
  static func cases(_ name: String) -> [CaseLine] {
    (try? CaseLine.read(name, columns: 2)) ?? []
  }

  static func found(_ text: String, _ language: String) -> String {
    let article = Article(id: "case", text: text.replacing("¶", with: "\n\n"), language: language)
    let statements = Extractor().extract(article).statements.map { statement in
      let who = statement.speakers.map(\.name).joined(separator: " & ")
      return
        "\(statement.kind == .direct ? "d" : "i")=\(who)=\(statement.text.replacing("\n\n", with: "¶"))"
    }
    return statements.isEmpty ? "-" : statements.joined(separator: " || ")
  }

  @Test(arguments: cases("statements-en.tsv")) func english(_ line: CaseLine) {
    #expect(Self.found(line.fields[0], "en") == line.fields[1])
  }

  @Test(arguments: cases("statements-es.tsv")) func spanish(_ line: CaseLine) {
    #expect(Self.found(line.fields[0], "es") == line.fields[1])
  }

  @Test func theFilesAreThere() throws {
    let all = try ["statements-en.tsv", "statements-es.tsv"].map {
      try CaseLine.read($0, columns: 2).count
    }
    #expect(all.reduce(0, +) >= 120)
  }

  /// Offsets and text agree, whatever stands before.
  @Test func offsetsCountCodePoints() {
    let text = "😀 «Ñandú»: “We will not leave,” President Kofi Mensah of Ghana said."
    for statement in Extractor().extract(Article(id: "x", text: text)).statements {
      let scalars = Array(text.unicodeScalars)
      guard let start = statement.start, let end = statement.end else {
        Issue.record("no offsets")
        continue
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      #expect(String(view) == statement.text)
    }
  }

  /// Medium and date of a text and of what a paragraph goes on quoting.
  @Test(arguments: [
    (
      "Sweden and Norway issued a joint statement on 3 May 2022. The statement condemned the attack.",
      ["joint statement 2022-05-03"]
    ),
    (
      "President Kofi Mensah of Ghana said in a letter on 3 May 2022 that the road was shut. \"We are ready to go,\" he added.",
      ["letter 2022-05-03", "letter 2022-05-03"]
    ),
    (
      "President Kofi Mensah of Ghana said on 3 May 2022 the road was shut.\n\n\"We are ready to go,\" he added.",
      ["- 2022-05-03", "- -"]
    ),
  ]) func mediumAndDate(_ text: String, _ expected: [String]) {
    let statements = Extractor().extract(Article(id: "x", text: text, language: "en")).statements
    #expect(statements.map { "\($0.medium ?? "-") \($0.date ?? "-")" } == expected)
  }
}

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
      return "\(statement.kind == .direct ? "d" : "i")=\(who)=\(statement.text)"
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
}

import Foundation
import Testing

@Suite struct SearchCommandTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = try Fixture.database(scratch)
  }

  private func search(_ arguments: [String]) throws -> Program.Result {
    try Program.run(["search", "--db", path, "--format", "ndjson"] + arguments)
  }

  @Test func hitsComeWithSnippetAndSource() throws {
    let result = try search(["bridge", "accord"])
    #expect(result.status == 0)
    #expect(result.text.contains("\"words\":\"") && result.text.contains("[Bridge] [Accord]"))
    #expect(result.text.contains("\"source\":\"https://example.org/1\""))
  }

  @Test func theBestComesFirst() throws {
    let lines = try search(["berg"]).text.split(separator: "\n")
    // The word is in the title of the second article.
    #expect(lines.first?.contains("a000000000002") == true)
  }

  @Test func searchesNarrow() throws {
    #expect(try search(["--in", "statements", "puente"]).text.contains("\"what\":\"statement\""))
    #expect(try !search(["--in", "statements", "puente"]).text.contains("\"what\":\"article\""))
    #expect(try search(["nunez", "--since", "2023-06"]).text.contains("a000000000002"))
    #expect(try !search(["nunez", "--since", "2023-06"]).text.contains("a000000000001"))
    #expect(try search(["nunez", "--person", "li wei"]).text.contains("a000000000003"))
  }

  @Test func nothingFoundIsNoFailure() throws {
    let result = try search(["zebra"])
    #expect(result.status == 0 && result.text == "" && result.errors == "")
  }

  @Test func mistakesAreTold() throws {
    #expect(try search(["***"]).status == 64)
    #expect(try search(["a", "--since", "soon"]).status == 64)
    #expect(try search(["a", "--limit", "0"]).status == 64)
    #expect(try search([]).status == 64)
    let nobody = try search(["nunez", "--person", "Nobody"])
    #expect(nobody.status == 3 && nobody.errors.contains("Nobody"))
  }

  @Test(arguments: ["\"", "(", "AND", "a AND", "NEAR(", "a:b", "^", "*", "a\"b'c", "-a", "{x}"])
  func noWordIsASyntaxError(_ word: String) throws {
    let result = try search(["--", word])
    #expect(result.status == 0 || result.errors.contains("no word to search for"))
  }
}

import Foundation
import Records
import Testing

@testable import Reading

/// Inputs of every format as they come: `Cases/inputs/NAME` and what is read of it, `NAME.expected`.
@Suite struct InputTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases/inputs")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { !$0.hasSuffix(".expected") }.sorted()
  }()

  @Test func thereAreInputs() { #expect(Self.names.count >= 15) }

  @Test(arguments: names)
  func whatIsRead(name: String) throws {
    let bytes = try Array(Data(contentsOf: Self.folder.appending(path: name)))
    let expected = try String(
      contentsOf: Self.folder.appending(path: name + ".expected"), encoding: .utf8)
    let lines = expected.split(separator: "\n").map(String.init)
    var reader = ArticleReader(bytes: bytes, name: name)
    var found: [String] = []
    while let event = reader.next() {
      switch event {
      case .article(let article): found.append(article.json)
      case .noted(let note): found.append("note: \(note)")
      case .refused(let refusal): found.append("refused: \(refusal)")
      }
    }
    #expect(found == lines)
  }
}

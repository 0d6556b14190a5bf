import Foundation
import Records
import Testing

@testable import Reading

@Suite struct PageTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases/pages")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreFifteenLayouts() { #expect(Self.names.count >= 15) }

  @Test(arguments: names)
  func theArticleOfThePageIsRead(name: String) throws {
    let path = Self.folder.appending(path: name + ".html").path
    var reader = ArticleReader(paths: [path])
    guard case .article(let article)? = reader.next() else {
      Issue.record("no article in \(name)")
      return
    }
    let expected = try JSONValue(
      parsing: Array(Data(contentsOf: Self.folder.appending(path: name + ".json"))))
    let found = try JSONValue(parsing: Array(article.json.utf8))
    for field in ["published", "title", "language", "url", "outlet", "author", "text"] {
      #expect(found[field] == expected[field], "\(field) of \(name)")
    }
    #expect(reader.next() == nil)
  }

  @Test func theRulesAreWithoutError() {
    #expect(PageRules.builtIn.errors == [])
    #expect(PageRules.builtIn.body.count > 10)
    #expect(PageRules("bodyx\ty\n\nbody").errors.map { $0.prefix(2) } == ["1:", "3:"])
  }

  @Test(arguments: ["tags", "attributes", "behind a mark", "without blanks"])
  func whatNoPageIsIsRefused(kind: String) {
    let names = (0..<4_001).map { "a\($0)" }
    let page =
      switch kind {
      case "tags": String(repeating: "<p>a", count: 400_001)
      case "attributes": "<p " + names.joined(separator: " ") + ">They met."
      case "behind a mark": "<p a\" " + names.joined(separator: " ") + ">They met."
      default: "<p " + names.map { $0 + "='1'" }.joined() + ">They met."
      }
    #expect(throws: Refusal.self) {
      try HTMLArticle.read(
        Array(page.utf8), builder: ArticleBuilder(path: "x", name: "x", options: ReadingOptions()))
    }
  }

  @Test func longValuesAreNoAttributes() throws {
    let page =
      "<p title='" + String(repeating: "a b = / ", count: 5_000)
      + "'>The ministers met in Oslo on Monday.</p>"
    let events = try HTMLArticle.read(
      Array(page.utf8), builder: ArticleBuilder(path: "x", name: "x", options: ReadingOptions()))
    #expect(events.count == 1)
  }

  @Test func aHundredThousandElementsDeepIsRead() throws {
    let depth = 100_000
    let page =
      String(repeating: "<div>", count: depth) + "<p>The ministers met in Oslo on Monday.</p>"
      + String(repeating: "</div>", count: depth)
    let started = Date()
    let events = try HTMLArticle.read(
      Array(page.utf8), builder: ArticleBuilder(path: "x", name: "x", options: ReadingOptions()))
    guard case .article(let article)? = events.first else {
      Issue.record("not read")
      return
    }
    #expect(article.text == "The ministers met in Oslo on Monday.")
    #expect(Date().timeIntervalSince(started) < 20)
  }
}

extension ReadingEvent: Equatable {
  public static func == (left: ReadingEvent, right: ReadingEvent) -> Bool {
    switch (left, right) {
    case (.article(let a), .article(let b)): a == b
    case (.refused(let a), .refused(let b)), (.noted(let a), .noted(let b)): a == b
    default: false
    }
  }
}

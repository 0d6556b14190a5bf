import Foundation
import Testing

@Suite struct ExtractTests {
  @Test func articlesComeBackInOrderOnAnyNumberOfThreads() throws {
    let scratch = try Scratch()
    let lines = (1...500).map {
      #"{"id":"n\#($0)","text":"The minister met her counterpart in Oslo. \#($0)"}"#
    }
    let path = try scratch.write("articles.jsonl", lines.joined(separator: "\n"))
    let one = try Program.run(["extract", "--jobs", "1", path])
    let four = try Program.run(["extract", "--jobs", "4", path])
    #expect(one.status == 0)
    #expect(one.text.split(separator: "\n").count == 500)
    #expect(one.text.split(separator: "\n").last?.hasPrefix(#"{"id":"n500""#) == true)
    #expect(one.text == four.text)
  }

  @Test func badLinesAreNamedAndTheOthersRead() throws {
    let scratch = try Scratch()
    let text = """
      {"id":"a","text":"One."}
      {"id":"b","text":
      {"id":"c"}
      {"id":"d","text":"Two.","published":"some day"}
      """
    try scratch.write("articles.ndjson", text)
    let result = try Program.run(
      ["extract", "articles.ndjson", "missing.txt"], folder: scratch.folder)
    #expect(result.status == 2)
    #expect(result.text.split(separator: "\n").count == 2)
    for words in [
      "articles.ndjson:2: not JSON", "articles.ndjson:3: no text",
      "note: articles.ndjson:4: the date of publication is left open",
      "missing.txt: no such file or folder",
    ] {
      #expect(result.errors.contains(words))
    }
  }

  @Test func standardInputIsRead() throws {
    let result = try Program.run(
      ["extract", "--articles", "-"], input: Data("A text without a head.".utf8))
    #expect(result.status == 0)
    #expect(result.text == "{\"id\":\"-\",\"text\":\"A text without a head.\"}\n")
  }

  @Test func wrongUseIsTold() throws {
    #expect(try Program.run(["extract"]).status == 64)
    #expect(try Program.run(["extract", "--format", "nonsense", "x"]).status == 64)
    #expect(try Program.run(["extract", "--date", "tomorrow", "x"]).status == 64)
  }
}

extension Scratch {
  /// Writes a file into the folder, and the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  /// Writes a file into the folder, and the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let url = file(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }
}

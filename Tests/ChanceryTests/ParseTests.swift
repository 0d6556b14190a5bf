import Foundation
import Testing

/// `chancery parse` as people call it.
@Suite struct ParseTests {
  private let sentence = Data("The minister met the president in Lima.".utf8)

  @Test func treesOfAFile() throws {
    let scratch = try Scratch()
    try sentence.write(to: scratch.file("a.txt"))
    let result = try Program.run(["parse", scratch.file("a.txt").path])
    #expect(result.status == 0 && result.errors.isEmpty)
    let rows = result.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count == 8)
    #expect(rows.allSatisfy { $0.split(separator: "\t").count == 10 })
    #expect(result.text.hasSuffix("\n\n"))
  }

  @Test(arguments: ["conllu", "tree", "sentences"])
  func everyFormatTakesStandardInput(_ format: String) throws {
    let result = try Program.run(["parse", "--format", format], input: sentence)
    #expect(result.status == 0)
    #expect(result.text.contains("minister"))
  }

  /// What an odd input holds, the sentences that come of it, and what is said of it.
  @Test(arguments: [
    ("", "", 2, "an empty file"),
    (" \n\t\n", "", 2, "nothing but blanks"),
    ("The minister of it left", "0\t23\ten\t0\tThe minister of it left\n", 0, ""),
    (
      "The minister met him.\r\nShe left.\r\n",
      "0\t21\ten\t0\tThe minister met him.\n23\t9\ten\t1\tShe left.\n", 0, ""
    ),
    ("\u{FEFF}The minister met him.", "0\t21\ten\t0\tThe minister met him.\n", 0, ""),
  ])
  func oddInputs(_ text: String, _ output: String, _ status: Int32, _ error: String) throws {
    let result = try Program.run(
      ["parse", "--format", "sentences", "--input-format", "text"], input: Data(text.utf8))
    #expect(result.status == status)
    #expect(result.text == output)
    #expect(error.isEmpty ? result.errors.isEmpty : result.errors.contains(error))
  }

  @Test func aFileThatIsNotThereIsToldAndTheRestIsRead() throws {
    let scratch = try Scratch()
    try sentence.write(to: scratch.file("a.txt"))
    let paths = [scratch.file("none.txt").path, scratch.file("a.txt").path]
    let result = try Program.run(["parse", "--format", "tree"] + paths)
    #expect(result.status == 2)
    #expect(result.errors.contains("none.txt: no such file or folder"))
    #expect(result.text.contains("minister"))
  }

  @Test func anUnknownFormatIsAMatterOfUsage() throws {
    let result = try Program.run(["parse", "--format", "wrong"], input: sentence)
    #expect(result.status == 64)
    #expect(result.errors.contains("conllu"))
  }

  /// A guard against work at start that grows unseen; `make bench` measures the release build against 30 ms.
  @Test func startsAndParsesOneSentenceAtOnce() throws {
    let times = try (0..<5).map { _ in
      let start = Date()
      _ = try Program.run(["parse"], input: sentence)
      return Date().timeIntervalSince(start)
    }
    #expect((times.min() ?? 0) < 2)
  }
}

import Glibc
import Language
import Testing

/// Time and memory stay bounded however long a text is.
@Suite(.serialized) struct LengthTests {
  private func seconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  @Test(arguments: [
    "the minister of trade and the president of the republic ", "palabra", "¿", "(", "\"", "...",
    "1.", "a-", "@a ", "«(", "\n-",
  ])
  func noStopAtAll(_ piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let sentences = Annotator().segment(text).sentences
    #expect(!sentences.isEmpty)
    // A few words more than the longest sentence, where a contraction is several.
    #expect(sentences.allSatisfy { $0.tokens.count <= 1_000 })
  }

  @Test func timeGrowsWithTheLength() {
    let words = "the minister of trade and the president of the republic "
    let short = String(repeating: words, count: 4_000)
    let long = String(repeating: words, count: 16_000)
    func time(_ text: String) -> Double {
      seconds { #expect(!Annotator().segment(text).sentences.isEmpty) }
    }
    let few = (0..<3).map { _ in time(short) }.min() ?? 0
    let many = (0..<3).map { _ in time(long) }.min() ?? 0
    #expect(many < few * 12, "four times the text took \(many / few) times as long")
  }
}

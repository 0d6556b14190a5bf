import CResources
import Testing

@testable import Questions

@Suite struct GrammarImageTests {
  private let text = UnsafeBufferPointer(
    start: chancery_questions_grammar, count: chancery_questions_grammar_length)
  private let image = UnsafeBufferPointer(
    start: chancery_questions_grammar_image, count: chancery_questions_grammar_image_length)

  @Test func theImageIsOfTheText() throws {
    let made = try GrammarImage.make(text: Array(text))
    #expect(made == Array(image), "grammar.txt has changed: run scripts/compile-grammar")
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let written = try Grammar(bytes: Array(text), file: "g.txt")
    let read = try #require(GrammarImage.read(image, text: text))
    #expect(read.parts == written.parts)
    #expect(read.definitions == written.definitions)
    #expect(read.names == written.names)
    #expect(read.closed == written.closed)
    #expect(read.slots == written.slots)
    #expect(read.settings.map(\.key) == written.settings.map(\.key))
    #expect(read.settings.map(\.value) == written.settings.map(\.value))
    for (one, other) in [
      (read.rules, written.rules), (read.adjuncts, written.adjuncts), (read.frames, written.frames),
    ] {
      #expect(one.map(\.head) == other.map(\.head))
      #expect(one.map(\.language) == other.map(\.language))
      #expect(one.map(\.pattern) == other.map(\.pattern))
      #expect(one.map(\.line) == other.map(\.line))
    }
  }

  @Test func anImageOfAnotherTextIsNotTaken() {
    let other = UnsafeBufferPointer(rebasing: text.dropLast())
    #expect(GrammarImage.read(image, text: other) == nil)
  }

  @Test func anImageThatIsCutShortIsNotTaken() {
    for count in stride(from: 0, to: image.count, by: 1009) {
      #expect(GrammarImage.read(UnsafeBufferPointer(rebasing: image[..<count]), text: text) == nil)
    }
  }
}

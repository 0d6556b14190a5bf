import Language
import Testing

@testable import Extraction

/// Filters say yes to their words however they are written, and to hardly any others.
@Suite struct WordFilterTests {
  private static let words = ["agreement", "pact", "mou", "según", "u.s.", "día"]

  private var filter: WordFilter {
    var filter = WordFilter()
    Self.words.forEach { filter.insert($0) }
    return filter
  }

  @Test func everyWordIsLetThrough() {
    let filter = filter
    for word in Self.words {
      #expect(filter.mayContain(WordCode(word)))
      #expect(filter.mayContain(WordCode(word.uppercased())))
    }
    #expect(filter.mayContain(WordCode("US")))
  }

  @Test func otherWordsAreNot() {
    let filter = filter
    let others = (0..<20_000).map { "word\($0)" } + ["agreements", "pacts", "pac", ""]
    #expect(!others.contains { filter.mayContain(WordCode($0)) })
  }

  @Test func stemsAreOfFiveLetters() {
    var filter = WordFilter()
    filter.insert(stem: "agreement")
    filter.insert(stem: "mou")
    #expect(filter.mayContain(stem: WordCode("Agreed")))
    #expect(filter.mayContain(stem: WordCode("MoU")))
    #expect(!filter.mayContain(stem: WordCode("mountain")))
    #expect(!filter.mayContain(stem: WordCode("agre")))
  }

  /// Only sentences in which someone may be told to have said something are worth their tags.
  @Test(arguments: [
    ("They met in Lima to rest.", false), ("Mexico's president left.", false),
    ("In the words of the minister, it failed.", true), ("The leaders' \"plan\" failed.", true),
    ("She said so.", true), ("It was an 'error'.", true), ("A letter was sent.", true),
  ])
  func sentencesOfInterest(_ text: String, _ isOfInterest: Bool) throws {
    let sentence = try #require(Annotator().segment(text, language: .english).sentences.first)
    #expect(SpeechLexicon.builtIn.isOfInterest(sentence.tokens, .english) == isOfInterest)
  }
}

import Gazetteer
import Testing

@testable import Extraction

@Suite struct WordSetTests {
  private let words = "el la los met received se Él Ñandú presidente U.S. 42"

  @Test func hasItsWordsAndNoOthers() {
    let set = WordSet(words)
    for key in WordKeys.keys(words) { #expect(set.contains(key)) }
    for key in WordKeys.keys("las meet receive ellos 43 presidenta") { #expect(!set.contains(key)) }
    #expect(!set.contains(0))
  }

  @Test func aUnionHasTheWordsOfBoth() {
    let set = WordSet("met").union(WordSet("received los"))
    for key in WordKeys.keys("met received los") { #expect(set.contains(key)) }
    for key in WordKeys.keys("se la") { #expect(!set.contains(key)) }
    #expect(!WordSet("").contains(WordKeys.keys("met")[0]))
  }
}

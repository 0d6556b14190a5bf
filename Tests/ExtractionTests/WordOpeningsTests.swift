import Testing

@testable import Extraction

@Suite struct WordOpeningsTests {
  @Test func wordsThatBeginAlikeMayOpen() {
    var openings = WordOpenings(length: 3)
    openings.insert("treaty")
    openings.insert("ñandú")
    #expect(openings.mayOpen("treaties"))
    #expect(openings.mayOpen("tre"))
    #expect(!openings.mayOpen("trade"))
    #expect(!openings.mayOpen("tr"))
    #expect(!openings.mayOpen(""))
    #expect(openings.mayOpen("ñanco"))
    #expect(!openings.mayOpen("ñu"))
  }

  @Test func aShortWordLetsAllThrough() {
    var openings = WordOpenings(length: 3)
    openings.insert("to")
    #expect(openings.mayOpen("trade"))
  }

  /// Notes are a function of the bytes of a word, also of words that Unicode counts as the same.
  @Test func wordsAreNotedByTheirBytes() {
    let notes = WordNotes<Int>()
    for word in ["nin\u{303}o", "ni\u{f1}o", "a\u{323}\u{301}", "a\u{301}\u{323}", "nin\u{303}o"] {
      #expect(
        notes.note(of: word) { $0.unicodeScalars.count * 100 + $0.utf8.count }
          == word.unicodeScalars.count * 100 + word.utf8.count)
    }
    #expect(notes.note(of: "twice") { _ in 1 } == 1)
    #expect(notes.note(of: "twice") { _ in 2 } == 1)
  }
}

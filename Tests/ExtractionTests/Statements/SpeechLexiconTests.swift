import Testing

@testable import Extraction

@Suite struct SpeechLexiconTests {
  @Test func theBuiltInLexiconIsRead() {
    let lexicon = SpeechLexicon.builtIn
    #expect(lexicon.verbs.count >= 280)
    #expect(lexicon.verbs.filter { $0.language == .spanish }.count >= 120)
    #expect(lexicon.forms[.english]?["said"]?.count == 2)
    #expect(lexicon.forms[.spanish]?["dijo"]?.count == 1)
    #expect(lexicon.speakers[.spanish]?["fuentes"] == .person)
  }

  @Test(arguments: [
    ("verb\ten\tsay\tsays\tsaid\tsaying\tsay", 1, "a verb needs 8 columns, not 7"),
    ("# fine\nverb\ten\tsay\tsays\tsaid\tsaying\tsay\tthis", 2, "'this' is no frame"),
    ("verb\tfr\tdire\tdit\tdit\tdisant\tdire\tthat", 1, "'fr' is not en or es"),
    (
      "noun\ten\tword", 1,
      "'noun' is no sort of line"
    ),
    ("speaker\ten\tcat\tcats", 1, "a speaker needs a kind (person, government …) and words"),
    ("verb\ten", 1, "fewer than three columns"),
  ])
  func errorsNameTheirLine(text: String, line: Int, message: String) {
    #expect(throws: SpeechLexiconError(line: line, message: message)) {
      try SpeechLexicon(text)
    }
  }

  /// A form that stands twice with one verb, or a verb that stands twice, is a mistake in the file.
  @Test func nothingStandsTwice() {
    let lexicon = SpeechLexicon.builtIn
    var seen: Set<String> = []
    for verb in lexicon.verbs {
      let key = "\(verb.language) \(verb.lemma) \(verb.tail) \(verb.required ?? "")"
      #expect(seen.insert(key).inserted, "\(key)")
    }
  }
}

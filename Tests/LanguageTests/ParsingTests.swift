import Language
import Testing

@Suite struct ParsingTests {
  private func read(_ text: String, _ language: LanguageCode) throws -> Sentence {
    let document = Annotator().segment(text)
    var sentence = try #require(document.sentences.first)
    #expect(document.sentences.count == 1)
    sentence.language = language
    Annotator().parse(&sentence)
    return sentence
  }

  @Test(arguments: CaseFile.rows("trees.tsv"))
  func relationsThatRulesRelyOn(_ row: [String]) throws {
    try #require(row.count == 3)
    let sentence = try read(row[1], try #require(LanguageCode(rawValue: row[0])))
    let tokens = sentence.tokens
    let arcs = Set(
      tokens.map { "\($0.form)<\($0.relation.name)<\($0.head < 0 ? "" : tokens[$0.head].form)" })
    for arc in row[2].split(separator: " ") {
      #expect(arcs.contains(String(arc)), "\(arc) in \(arcs.sorted())")
    }
  }

  @Test func tagsLemmasAndMorphology() throws {
    let english = try read("The ministers were meeting them.", .english).tokens
    #expect(english.map(\.upos) == [.det, .noun, .aux, .verb, .pron, .punct])
    #expect(english.map(\.lemma) == ["the", "minister", "be", "meet", "they", "."])
    #expect(english[1].features.contains(.plural))
    #expect(english[2].features.isSuperset(of: [.past, .finite, .plural]))
    let spanish = try read("Las ministras firmaron los acuerdos.", .spanish).tokens
    #expect(spanish.map(\.upos) == [.det, .noun, .verb, .det, .noun, .punct])
    #expect(spanish.map(\.lemma) == ["el", "ministro", "firmar", "el", "acuerdo", "."])
    #expect(spanish[2].features.isSuperset(of: [.past, .finite, .plural, .thirdPerson]))
  }

  @Test func aSentenceInNeitherLanguageIsLeftAlone() throws {
    var sentence = try #require(Annotator().segment("Xyz zyx.").sentences.first)
    sentence.language = nil
    Annotator().parse(&sentence)
    #expect(!sentence.isTagged && !sentence.isParsed)
    #expect(sentence.tokens.allSatisfy { $0.upos == .x && $0.head == -1 })
  }

  @Test func theSameTextGivesTheSameTrees() throws {
    let text = "The two ministers said on Monday that they had agreed to meet again in the spring."
    let one = try read(text, .english)
    let two = try read(text, .english)
    #expect(one.tokens == two.tokens)
  }

  @Test func aSentenceOfTheGreatestLengthIsParsed() throws {
    let text = String(repeating: "the minister of trade and ", count: 100)
    for var sentence in Annotator().segment(text).sentences {
      Annotator().parse(&sentence)
      #expect(sentence.isParsed)
    }
  }
}

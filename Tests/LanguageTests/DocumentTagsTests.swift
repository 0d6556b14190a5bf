import CResources
import Testing

@testable import Language

@Suite struct DocumentTagsTests {
  private static let text = """
    The Foreign Minister of Mexico, Alicia Bárcena, met her counterpart in Caracas on 16 October 2023. They had agreed to \
    sign a memorandum of understanding, which “will be a first step”, she said.

    El canciller peruano dijo que su país no firmará el acuerdo. Nos veremos en Lima, añadió.
    """

  /// Whatever is asked for first, and however little: each word has what reading its whole sentence gives it.
  @Test func theOrderOfQuestionsMakesNoDifference() throws {
    let annotator = Annotator()
    let document = annotator.segment(Self.text)
    var whole = document.sentences
    for index in whole.indices { annotator.tag(&whole[index]) }
    let words = whole.indices.flatMap { sentence in
      whole[sentence].tokens.indices.map { (sentence: sentence, token: $0) }
    }
    for step in [1, 3, 7, words.count - 1] {
      let tags = DocumentTags(document.sentences) { _ in true }
      for number in words.indices {
        let (sentence, token) = words[number * step % words.count]
        let word = tags.starts[sentence] + token
        let expected = whole[sentence].tokens[token]
        switch number % 3 {
        case 0:
          #expect(tags.features(word, in: sentence) == expected.features)
          #expect(tags.upos(word, in: sentence) == expected.upos)
        case 1: #expect(tags.lemma(word, in: sentence) == expected.lemma)
        default: #expect(tags.upos(word, in: sentence) == expected.upos)
        }
      }
    }
  }

  @Test func sentencesThatAreNotToBeTaggedHaveNoTags() throws {
    let document = Annotator().segment(Self.text)
    let tags = DocumentTags(document.sentences) { $0 == 1 }
    #expect(tags.upos(0, in: 0) == .x)
    #expect(tags.features(3, in: 0) == [])
    #expect(tags.lemma(1, in: 0) == "Foreign")
    var first = document.sentences[0]
    tags.write(to: &first, at: 0)
    #expect(!first.isTagged)
    var second = document.sentences[1]
    tags.write(to: &second, at: 1)
    #expect(second.isTagged)
    var expected = document.sentences[1]
    Annotator().tag(&expected, lemmas: false)
    #expect(second.tokens == expected.tokens)
  }

  /// The kernel adds the rows of tables of many classes, of which no dense rows are made, as they are written.
  @Test func theKernelAddsRowsOfManyClasses() throws {
    let bytes = UnsafeRawBufferPointer(start: chancery_model_en, count: chancery_model_en_length)
    let model = try #require(ModelFile(bytes))
    let tagger = try #require(Tagger(model))
    let table = try #require(SparseTable(model.section("MORF")))
    let slots = try #require(SlotTable(model.section("MORF")))
    let words = "The ministers of both countries have signed no agreement in Lima on Zxqv".split(
      separator: " "
    ).map { tagger.lexicon.attributes(String($0)) }
    let tags = tagger.tags(words)
    var found = 0
    for index in words.indices {
      var features = [UInt64](repeating: 0, count: TaggerFeatures.count)
      var sums = [Int32](repeating: 0, count: table.classes)
      var expected = sums
      let count = features.withUnsafeMutableBufferPointer { features in
        let count = words.withUnsafeBufferPointer { words in
          tags.withUnsafeBufferPointer { tags in
            guard let out = features.baseAddress, let tags = tags.baseAddress else { return 0 }
            return TaggerFeatures.fillMorphology(words, index, tags: tags, last: 5, into: out)
          }
        }
        table.add(features, count, &sums)
        return count
      }
      for feature in features.prefix(count) {
        let key = UInt32(truncatingIfNeeded: feature >> 32) | 1
        guard let place = slots.value(key, home: Int(truncatingIfNeeded: feature) >> 1) else {
          continue
        }
        found += 1
        let row = slots.end.assumingMemoryBound(to: UInt8.self) + Int(place >> 8) * 2
        for entry in 0..<Int(place & 0xFF) {
          expected[Int(row[entry * 2])] += Int32(Int8(bitPattern: row[entry * 2 + 1]))
        }
      }
      #expect(sums == expected)
    }
    #expect(found > 60)
  }
}

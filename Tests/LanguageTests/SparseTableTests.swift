import CResources
import Testing

@testable import Language

@Suite struct SparseTableTests {
  /// The kernel that asks for all rows at once finds the class that going through them one by one finds.
  @Test func theKernelFindsTheClassOfTheHighestSum() throws {
    let bytes = UnsafeRawBufferPointer(start: chancery_model_en, count: chancery_model_en_length)
    let model = try #require(ModelFile(bytes))
    let tagger = try #require(Tagger(model))
    let table = try #require(SparseTable(model.section("TAGS")))
    let slots = try #require(SlotTable(model.section("TAGS")))
    let text =
      "The Foreign Minister of Mexico, Alicia Bárcena, met Zxqv in Caracas on 16 October 2023."
    var words = text.split(separator: " ").map { tagger.lexicon.attributes(String($0)) }
    words += words.reversed()
    var found = 0
    for index in words.indices {
      var features = [UInt64](repeating: 0, count: TaggerFeatures.count)
      var sums = [Int32](repeating: 0, count: table.classes)
      var expected = [Int32](repeating: 0, count: table.classes)
      let (best, count) = features.withUnsafeMutableBufferPointer { features in
        let count = words.withUnsafeBufferPointer { words in
          features.baseAddress.map {
            TaggerFeatures.fill(words, index, last: 3, beforeLast: UInt32(index % 5), into: $0)
          } ?? 0
        }
        table.add(features, count, &sums)
        return (SparseTable.best(&sums, of: table.classes), count)
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
      #expect(best == expected.firstIndex(of: expected.max() ?? 0))
    }
    #expect(found > 200)
  }

  /// What is remembered of words makes no difference, whatever was read before, and at both ends of a sentence.
  @Test func aMemoryOfWordsChangesNothing() throws {
    for bytes in [
      UnsafeRawBufferPointer(start: chancery_model_en, count: chancery_model_en_length),
      UnsafeRawBufferPointer(start: chancery_model_es, count: chancery_model_es_length),
    ] {
      let tagger = try #require(ModelFile(bytes).flatMap { Tagger($0) })
      let text =
        "The President of Peru met the President of Chile in Lima . He said : « gracias » , nin\u{303}o niño x"
      let forms = text.split(separator: " ").map(String.init)
      for round in 0..<60 {
        let length = 1 + round % forms.count
        let tokens = (0..<length).map {
          Token(
            form: forms[($0 * 7 + round) % forms.count], start: $0, end: $0 + 1, spaceAfter: true)
        }
        let words = tagger.attributes(tokens)
        let (seen, tags) = tagger.read(tokens)
        #expect(tags == tagger.tags(words))
        #expect(seen.map(\.lower) == words.map(\.lower))
        #expect(seen.map(\.fineCluster) == words.map(\.fineCluster))
      }
    }
  }
}

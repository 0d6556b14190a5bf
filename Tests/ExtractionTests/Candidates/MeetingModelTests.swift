import Records
import Testing

@testable import Extraction

/// The model of meetings: its format, its features, and that it says the same every time.
@Suite struct MeetingModelTests {
  @Test func builtInFitsTheFeatures() { #expect(MeetingModel.builtIn != nil) }

  @Test func cuesHaveNoErrors() { #expect(MeetingCues.builtIn.errors.isEmpty) }

  @Test func cuesReportTheLine() {
    let cues = MeetingCues("# comment\nen\tvisit\ttrip\nfr\tvisit\tvoyage\nen\tnothing\tword\n")
    #expect(cues.errors.count == 2)
    #expect(cues.errors.first?.hasPrefix("meeting-cues.tsv:3:") == true)
  }

  /// One question: feature 1 at most 4 gives the first leaf, more gives the second.
  @Test func forestFollowsItsQuestions() throws {
    var numbers: ArraySlice<Int32> = [1, 2, 1, 1, 4, ~0, ~1, -300, 500, 0]
    let forest = try #require(Forest(&numbers))
    #expect(numbers.isEmpty)
    #expect(forest.score([9, 4]) == -300)
    #expect(forest.score([9, 5]) == 500)
    #expect(forest.width == 2)
  }

  @Test(arguments: [
    [1, 2, 1, 1, 4, ~0, ~1, -300, 500],  // a root is missing
    [1, 2, 1, 1, 4, ~0, ~2, -300, 500, 0],  // a leaf that is not there
    [1, 2, 1, 1, 4, 0, ~1, -300, 500, 0],  // a node that leads to itself
    [1, 2, 1, -1, 4, ~0, ~1, -300, 500, 0],  // a feature below zero
    [-1, 2, 1],
  ])
  func brokenForestsAreRefused(numbers: [Int]) {
    var slice = numbers.map { Int32($0) }[...]
    #expect(Forest(&slice) == nil)
  }

  @Test func truncatedModelIsRefused() {
    for count in [0, 3, 4, 16] {
      let bytes = [UInt8](repeating: 0x48, count: count)
      #expect(bytes.withUnsafeBufferPointer { MeetingModel(bytes: $0) } == nil)
    }
  }

  @Test func samplesHaveOneNumberForEachFeature() throws {
    let article = Article(
      id: "a",
      text: """
        Foreign Minister Ana Petrova of Bulgaria met her Chilean counterpart, Luis Soto, in Sofia on Monday. \
        The two ministers discussed trade. On Tuesday Soto will hold talks with President Ivan Dimitrov.
        """, published: EDTF("2021-03-04"), language: "en")
    let samples = Extractor().meetingSamples(article)
    #expect(!samples.isEmpty)
    for sample in samples {
      #expect(sample.features.count == MeetingCandidates.eventFeatures.count)
      for party in sample.parties {
        #expect(party.features.count == MeetingCandidates.argumentFeatures.count)
      }
    }
    let model = try #require(MeetingModel.builtIn)
    let told = Extractor().samples(article, model: model)
    for choice in told.places.flatMap({ $0.places }) {
      #expect(choice.features.count == PlaceCandidates.features.count)
    }
    for pair in told.pairs { #expect(pair.features.count == OccasionPair.features.count) }
    #expect(Extractor().extract(article) == Extractor().extract(article))
  }

  /// A sentence that ends in its auxiliary and verb: a range beyond its end stopped the program (2026-11).
  @Test func verbsAtTheEndOfASentence() {
    for text in [
      "Juan Guaidó, a quien antes había llamado", "Juan Guaidó, con quien se había reunido",
    ] {
      let article = Article(id: "a", text: text, language: "es")
      #expect(Extractor().extract(article).meetings.isEmpty)
    }
  }
}

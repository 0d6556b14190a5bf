/// A sentence as far as a tagger has read it: what the models see of its words, parts of speech, morphology.
package struct TaggerReading: Sendable {
  /// What the models see of the first words, at least of those that are tagged.
  var words: [WordAttributes] = []
  /// The parts of speech of the first words, as raw values of `UPOS`.
  var tags: [UInt8] = []
  /// The morphology of each word, as the index of a bundle of the tagger.
  var bundles: [UInt16]

  /// What stands for a morphology that has not been asked for.
  static let unknown = UInt16.max

  /// A sentence of so many words of which nothing has been read.
  init(count: Int) {
    words.reserveCapacity(count)
    tags.reserveCapacity(count)
    bundles = [UInt16](repeating: Self.unknown, count: count)
  }
}

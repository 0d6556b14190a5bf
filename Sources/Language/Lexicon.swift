/// What is known of single words: the parts of speech that they had in the treebank, and their clusters.
package struct Lexicon: Sendable {
  private let ambiguity: HashMap
  private let clusters: HashMap

  /// The lexicon of a model; nil if the model lacks a table.
  package init?(_ model: ModelFile) {
    guard let ambiguity = HashMap(model.section("AMBI")),
      let clusters = HashMap(model.section("CLUS"))
    else { return nil }
    self.ambiguity = ambiguity
    self.clusters = clusters
  }

  /// A word that opens a sentence: one that is no name in the treebank is in the cluster of its small letters, as its
  /// capital tells nothing there.
  package func opening(_ word: WordAttributes) -> WordAttributes {
    let usual = UInt8(truncatingIfNeeded: word.ambiguity >> 17 & 0x1F)
    guard word.flags & 1 != 0, word.ambiguity != 0, usual != UPOS.propn.rawValue,
      let cluster = clusters.value(word.lower)
    else { return word }
    var result = word
    result.cluster = cluster & 0x7F
    result.fineCluster = cluster
    return result
  }

  /// The parts of speech that a frequent word had in the treebank, as in `WordAttributes`.
  func ambiguity(_ form: String) -> UInt32 {
    ambiguity.value(WordAttributes.lower(form)).map { $0 & 0xFF_FFFF } ?? 0
  }

  /// What the models see of a word.
  @inline(__always)
  package func attributes(_ form: String) -> WordAttributes {
    var word = WordAttributes(form: form)
    if let known = ambiguity.value(word.lower) {
      word.ambiguity = known & 0xFF_FFFF
      word.common = min(known >> 24, UInt32(NeuralExtras.commonWords))
    }
    if let cluster = clusters.value(word.form) ?? clusters.value(word.lower) {
      // The lower bits are the upper part of the tree.
      word.cluster = cluster & 0x7F
      word.fineCluster = cluster
    }
    return word
  }
}

/// Gives words their part of speech and morphology: an averaged perceptron, from left to right.
package struct Tagger: Sendable {
  private let tags: SparseTable
  private let morphology: SparseTable
  private let bundles: [Morphology]
  /// The index of the bundle without any feature.
  private let noFeatures: Int?
  package let lexicon: Lexicon
  private let memories = WordMemory.Pool()

  /// The tagger of a model; nil if the model lacks a table.
  package init?(_ model: ModelFile) {
    guard let tags = SparseTable(model.section("TAGS")),
      let morphology = SparseTable(model.section("MORF")), let lexicon = Lexicon(model)
    else { return nil }
    self.tags = tags
    self.morphology = morphology
    self.lexicon = lexicon
    let section = model.section("BUND")
    bundles = stride(from: 0, to: section.count - 3, by: 4).map {
      Morphology(rawValue: section.load(fromByteOffset: $0, as: UInt32.self))
    }
    noFeatures = bundles.firstIndex(of: [])
  }

  /// What the models see of the words of a sentence.
  package func attributes(_ tokens: [Token]) -> [WordAttributes] {
    var words = tokens.map { lexicon.attributes($0.form) }
    if let first = words.first { words[0] = lexicon.opening(first) }
    return words
  }

  /// What the models see of the words of a sentence, and their parts of speech, as raw values of `UPOS`.
  package func read(_ tokens: [Token]) -> (words: [WordAttributes], tags: [UInt8]) {
    guard !tokens.isEmpty else { return ([], []) }
    return memories.with(tags) { read(tokens, $0) }
  }

  private func read(_ tokens: [Token], _ memory: WordMemory) -> ([WordAttributes], [UInt8]) {
    var words: [WordAttributes] = []
    words.reserveCapacity(tokens.count)
    var result: [UInt8] = []
    result.reserveCapacity(tokens.count)
    let width = memory.width
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: tokens.count * width) { rows in
      guard let rows = rows.baseAddress else { return }
      for index in tokens.indices {
        words.append(
          memory.look(up: tokens[index].form, lexicon, tags, into: rows + index * width))
      }
      words[0] = lexicon.opening(words[0])
      func row(_ index: Int) -> UnsafeMutablePointer<Int32>? {
        index >= 0 && index < tokens.count ? rows + index * width : nil
      }
      words.withUnsafeBufferPointer { words in
        forEachTag(words.count) { features, sums, index, last, beforeLast in
          guard let out = features.baseAddress else { return }
          var list = TaggerFeatures.List(out)
          let around = TaggerFeatures.Neighbours(words, index)
          if index == 0 {
            TaggerFeatures.own(around.word, isFirst: true, &list)
          } else {
            memory.add(.own, row(index), to: sums)
          }
          memory.add(.before, row(index - 1), to: sums)
          memory.add(.twoBefore, row(index - 2), to: sums)
          memory.add(.next, row(index + 1), to: sums)
          memory.add(.twoNext, row(index + 2), to: sums)
          TaggerFeatures.together(
            around, isFirst: index == 0, last: last, beforeLast: beforeLast, &list)
          tags.add(features, list.count, sums)
        } body: {
          result.append($0)
        }
      }
    }
    return (words, result)
  }

  /// The parts of speech of words, as raw values of `UPOS`.
  package func tags(_ words: [WordAttributes]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(words.count)
    words.withUnsafeBufferPointer { words in
      forEachTag(words.count) { features, sums, index, last, beforeLast in
        guard let out = features.baseAddress else { return }
        let count = TaggerFeatures.fill(
          words, index, last: last, beforeLast: beforeLast, into: out)
        tags.add(features, count, sums)
      } body: {
        result.append($0)
      }
    }
    return result
  }

  /// Goes from left to right: `score` adds up the classes of a word, by the two parts of speech before it; `body` is
  /// called with the best.
  @inline(__always)
  private func forEachTag(
    _ count: Int,
    score: (UnsafeMutableBufferPointer<UInt64>, UnsafeMutablePointer<Int32>, Int, UInt32, UInt32)
      -> Void,
    body: (UInt8) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.count) { features in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: tags.classes) { scores in
        guard let sums = scores.baseAddress else { return }
        var last: UInt32 = 99
        var beforeLast: UInt32 = 99
        for index in 0..<count {
          sums.update(repeating: 0, count: tags.classes)
          score(features, sums, index, last, beforeLast)
          let best = SparseTable.best(sums, of: tags.classes)
          body(UInt8(best))
          beforeLast = last
          last = UInt32(best)
        }
      }
    }
  }

  /// The morphology of words whose parts of speech are known.
  package func morphology(_ words: [WordAttributes], _ tags: [UInt8]) -> [Morphology] {
    var result: [Morphology] = []
    result.reserveCapacity(words.count)
    forEachMorphology(words, tags, 0..<words.count) { result.append($0) }
    return result
  }

  /// The morphology of one word whose neighbours' parts of speech are known.
  package func morphology(_ words: [WordAttributes], _ tags: [UInt8], at index: Int) -> Morphology {
    var result: Morphology = []
    forEachMorphology(words, tags, index..<index + 1) { result = $0 }
    return result
  }

  /// True for the parts of speech whose words have none of the features that are kept.
  @inline(__always)
  private static func isUninflected(_ tag: UInt8) -> Bool {
    uninflected >> UInt32(tag) & 1 != 0
  }

  private static let uninflected: UInt32 = [UPOS.adp, .cconj, .punct, .sconj, .sym]
    .reduce(0) { $0 | 1 << UInt32($1.rawValue) }

  private func forEachMorphology(
    _ words: [WordAttributes], _ tags: [UInt8], _ range: Range<Int>, _ body: (Morphology) -> Void
  ) {
    let classes = bundles.count
    guard classes > 0 else { return range.forEach { _ in body([]) } }
    words.withUnsafeBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.count) { features in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: classes) { scores in
          tags.withUnsafeBufferPointer { tags in
            guard let out = features.baseAddress, let sums = scores.baseAddress,
              let tags = tags.baseAddress
            else { return }
            var last = TaggerFeatures.noBundle
            for index in range {
              if let noFeatures, Tagger.isUninflected(tags[index]) {
                body([])
                last = UInt32(noFeatures)
                continue
              }
              let count = TaggerFeatures.fillMorphology(
                words, index, tags: tags, last: last, into: out)
              sums.update(repeating: 0, count: classes)
              morphology.add(features, count, sums)
              let best = SparseTable.best(sums, of: classes)
              body(bundles[best])
              last = UInt32(best)
            }
          }
        }
      }
    }
  }
}

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

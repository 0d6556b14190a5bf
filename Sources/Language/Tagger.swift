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
    var reading = TaggerReading(count: tokens.count)
    read(tokens, &reading, to: tokens.count)
    return (reading.words, reading.tags)
  }

  /// Goes on with a reading of a sentence up to a word (exclusive): what a word is depends on those before it and on the two
  /// behind it only.
  package func read(_ tokens: [Token], _ reading: inout TaggerReading, to end: Int) {
    guard reading.tags.count < end else { return }
    memories.with(tags) { read(tokens, &reading, to: end, $0) }
  }

  private func read(
    _ tokens: [Token], _ reading: inout TaggerReading, to end: Int, _ memory: WordMemory
  ) {
    let start = reading.tags.count
    let vectors = memory.vectors
    withUnsafeTemporaryAllocation(
      of: WordMemory.Vector.self, capacity: (end - start) * vectors
    ) { sums in
      guard let sums = sums.baseAddress else { return }
      sums.initialize(repeating: .zero, count: (end - start) * vectors)
      /// Adds what a word brings to one that it has a place beside.
      func add(_ place: WordMemory.Place, of row: UnsafePointer<WordMemory.Vector>, to index: Int) {
        guard index >= start, index < end else { return }
        memory.add(place, of: row, to: sums + (index - start) * vectors)
      }
      for index in max(0, start - 2)..<min(tokens.count, end + 2) {
        let (row, attributes) = memory.look(up: tokens[index].form, lexicon, tags)
        if index == reading.words.count {
          reading.words.append(index == 0 ? lexicon.opening(attributes) : attributes)
        }
        if index > 0 { add(.own, of: row, to: index) }
        add(.before, of: row, to: index + 1)
        add(.twoBefore, of: row, to: index + 2)
        add(.next, of: row, to: index - 1)
        add(.twoNext, of: row, to: index - 2)
      }
      add(.before, of: memory.none, to: 0)
      add(.twoBefore, of: memory.none, to: 0)
      add(.twoBefore, of: memory.none, to: 1)
      add(.next, of: memory.none, to: tokens.count - 1)
      add(.twoNext, of: memory.none, to: tokens.count - 1)
      add(.twoNext, of: memory.none, to: tokens.count - 2)
      decide(&reading, from: start, to: end) { index in
        UnsafeMutableRawPointer(sums + (index - start) * vectors)
          .assumingMemoryBound(to: Int32.self)
      }
    }
  }

  /// Tells the parts of speech from left to right, on top of the sums of what single words bring.
  @inline(__always)
  private func decide(
    _ reading: inout TaggerReading, from start: Int, to end: Int,
    sums: (Int) -> UnsafeMutablePointer<Int32>
  ) {
    var last: UInt32 = start > 0 ? UInt32(reading.tags[start - 1]) : Self.noTag
    var beforeLast: UInt32 = start > 1 ? UInt32(reading.tags[start - 2]) : Self.noTag
    reading.words.withUnsafeBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.count) { features in
        guard let out = features.baseAddress else { return }
        for index in start..<end {
          let sums = sums(index)
          var list = TaggerFeatures.List(out)
          let around = TaggerFeatures.Neighbours(words, index)
          if index == 0 { TaggerFeatures.own(around.word, isFirst: true, &list) }
          TaggerFeatures.together(
            around, isFirst: index == 0, last: last, beforeLast: beforeLast, &list)
          tags.add(features, list.count, sums)
          let best = SparseTable.best(sums, of: tags.classes)
          reading.tags.append(UInt8(best))
          beforeLast = last
          last = UInt32(best)
        }
      }
    }
  }

  /// What stands for the part of speech before the first word.
  private static let noTag: UInt32 = 99

  /// The parts of speech of words, as raw values of `UPOS`.
  package func tags(_ words: [WordAttributes]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(words.count)
    words.withUnsafeBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.count) { features in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: tags.classes) { scores in
          guard let out = features.baseAddress, let sums = scores.baseAddress else { return }
          var last = Self.noTag
          var beforeLast = Self.noTag
          for index in words.indices {
            sums.update(repeating: 0, count: tags.classes)
            let count = TaggerFeatures.fill(
              words, index, last: last, beforeLast: beforeLast, into: out)
            tags.add(features, count, sums)
            let best = SparseTable.best(sums, of: tags.classes)
            result.append(UInt8(best))
            beforeLast = last
            last = UInt32(best)
          }
        }
      }
    }
    return result
  }

  /// The morphology of words whose parts of speech are known.
  package func morphology(_ words: [WordAttributes], _ tags: [UInt8]) -> [Morphology] {
    var result: [Morphology] = []
    result.reserveCapacity(words.count)
    forEachBundle(words, tags, 0..<words.count) { result.append(features(of: $0)) }
    return result
  }

  /// The morphology of one word whose neighbours' parts of speech are known.
  package func morphology(_ words: [WordAttributes], _ tags: [UInt8], at index: Int) -> Morphology {
    var result: Morphology = []
    forEachBundle(words, tags, index..<index + 1) { result = features(of: $0) }
    return result
  }

  /// The morphology of a word, as reading the sentence from its first word on would give it: it depends on that of the word
  /// before, so that one goes back to a word whose morphology is known or has none.
  package func morphology(_ tokens: [Token], _ reading: inout TaggerReading, at index: Int)
    -> Morphology
  {
    read(tokens, &reading, to: min(index + 2, tokens.count))
    if reading.bundles[index] != TaggerReading.unknown {
      return features(of: Int(reading.bundles[index]))
    }
    var first = index
    var last = TaggerFeatures.noBundle
    while first > 0 {
      let before = reading.bundles[first - 1]
      if before != TaggerReading.unknown {
        last = UInt32(before)
        break
      }
      if let noFeatures, Tagger.isUninflected(reading.tags[first - 1]) {
        last = UInt32(noFeatures)
        break
      }
      first -= 1
    }
    var at = first
    var bundle = TaggerFeatures.noBundle
    var found: [UInt16] = []
    forEachBundle(reading.words, reading.tags, first..<index + 1, last: last) {
      bundle = UInt32($0)
      found.append(UInt16(truncatingIfNeeded: $0))
    }
    for one in found {
      reading.bundles[at] = one
      at += 1
    }
    return features(of: Int(bundle))
  }

  /// The features of a bundle by its index; none for what is no index.
  private func features(of bundle: Int) -> Morphology {
    bundle < bundles.count ? bundles[bundle] : []
  }

  /// True for the parts of speech whose words have none of the features that are kept.
  @inline(__always)
  private static func isUninflected(_ tag: UInt8) -> Bool {
    uninflected >> UInt32(tag) & 1 != 0
  }

  private static let uninflected: UInt32 = [UPOS.adp, .cconj, .punct, .sconj, .sym]
    .reduce(0) { $0 | 1 << UInt32($1.rawValue) }

  /// Calls `body` with the index of the bundle of each word of a range, before which `last` stands.
  private func forEachBundle(
    _ words: [WordAttributes], _ tags: [UInt8], _ range: Range<Int>,
    last: UInt32 = TaggerFeatures.noBundle, _ body: (Int) -> Void
  ) {
    let classes = bundles.count
    guard classes > 0 else { return range.forEach { _ in body(0) } }
    words.withUnsafeBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.count) { features in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: classes) { scores in
          tags.withUnsafeBufferPointer { tags in
            guard let out = features.baseAddress, let sums = scores.baseAddress,
              let tags = tags.baseAddress
            else { return }
            var last = last
            for index in range {
              if let noFeatures, Tagger.isUninflected(tags[index]) {
                body(noFeatures)
                last = UInt32(noFeatures)
                continue
              }
              let count = TaggerFeatures.fillMorphology(
                words, index, tags: tags, last: last, into: out)
              sums.update(repeating: 0, count: classes)
              morphology.add(features, count, sums)
              let best = SparseTable.best(sums, of: classes)
              body(best)
              last = UInt32(best)
            }
          }
        }
      }
    }
  }
}

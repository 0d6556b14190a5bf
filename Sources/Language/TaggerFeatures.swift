/// The features of the tagger: the word, its neighbours, and the parts of speech already given on its left.
package enum TaggerFeatures {
  package static let count = 56
  /// What stands for the morphology before the first word.
  package static let noBundle: UInt32 = 9999

  /// Fills in the features for the word at an index; returns how many there are.
  @inline(__always)
  package static func fill(
    _ words: UnsafeBufferPointer<WordAttributes>, _ index: Int, last: UInt32, beforeLast: UInt32,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let around = Neighbours(words, index)
    var list = List(out)
    own(around.word, isFirst: index == 0, &list)
    before(around.before, &list)
    twoBefore(around.twoBefore, &list)
    next(around.next, &list)
    twoNext(around.twoNext, &list)
    together(around, isFirst: index == 0, last: last, beforeLast: beforeLast, &list)
    return list.count
  }

  /// A word and those around it.
  struct Neighbours {
    let word: WordAttributes
    let before: WordAttributes
    let twoBefore: WordAttributes
    let next: WordAttributes
    let twoNext: WordAttributes

    @inline(__always)
    init(_ words: UnsafeBufferPointer<WordAttributes>, _ index: Int) {
      let none = WordAttributes.none
      word = words[index]
      before = index > 0 ? words[index - 1] : none
      twoBefore = index > 1 ? words[index - 2] : none
      next = index + 1 < words.count ? words[index + 1] : none
      twoNext = index + 2 < words.count ? words[index + 2] : none
    }
  }

  /// Features as they are filled in, each with the number of its template.
  struct List {
    private let out: UnsafeMutablePointer<UInt64>
    private(set) var count = 0

    @inline(__always)
    init(_ out: UnsafeMutablePointer<UInt64>) { self.out = out }

    @inline(__always)
    mutating func put(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      out[count] = FeatureHash.mix(template, a, b, c)
      count &+= 1
    }
  }

  // Those of single words come first, apart from each other: their weights are the same wherever the word stands.

  /// What the word itself tells.
  @inline(__always)
  static func own(_ w: WordAttributes, isFirst: Bool, _ list: inout List) {
    let first: UInt32 = isFirst ? 1 : 0
    list.put(1, w.form, first)
    list.put(2, w.lower)
    list.put(3, w.suffix1)
    list.put(4, w.suffix2)
    list.put(5, w.suffix3)
    list.put(6, w.suffix4)
    list.put(7, w.prefix1, w.suffix2)
    list.put(8, w.prefix2)
    list.put(9, w.prefix3)
    list.put(10, w.shape, first)
    list.put(12, w.cluster)
    list.put(13, w.fineCluster)
    list.put(14, w.ambiguity)
    list.put(41, w.suffix3, w.flags, first)
    list.put(46, w.lower, w.domain)
    list.put(47, w.suffix3, w.domain)
    list.put(50, w.flags, w.domain)
  }

  /// What the word before tells, and the one before that.
  @inline(__always)
  static func before(_ p: WordAttributes, _ list: inout List) { list.put(21, p.lower) }
  @inline(__always)
  static func twoBefore(_ pp: WordAttributes, _ list: inout List) { list.put(25, pp.lower) }

  /// What the next word tells, and the one behind that.
  @inline(__always)
  static func next(_ n: WordAttributes, _ list: inout List) {
    list.put(27, n.lower)
    list.put(29, n.suffix3)
    list.put(32, n.cluster)
  }
  @inline(__always)
  static func twoNext(_ nn: WordAttributes, _ list: inout List) { list.put(37, nn.lower) }

  /// What several words tell together, with the parts of speech on the left.
  @inline(__always)
  static func together(
    _ around: Neighbours, isFirst: Bool, last: UInt32, beforeLast: UInt32, _ list: inout List
  ) {
    let (w, p, pp) = (around.word, around.before, around.twoBefore)
    let (n, nn) = (around.next, around.twoNext)
    list.put(11, w.flags, isFirst ? 1 : 0, last)
    list.put(15, last)
    list.put(16, last, beforeLast)
    list.put(17, last, w.lower)
    list.put(18, last, w.suffix3)
    list.put(19, last, beforeLast, w.ambiguity)
    list.put(20, last, w.cluster)
    list.put(22, p.lower, w.lower)
    list.put(23, p.suffix3, w.suffix3)
    list.put(24, p.cluster, w.cluster)
    list.put(26, pp.lower, last)
    list.put(28, n.lower, w.lower)
    list.put(30, n.suffix2, w.suffix2)
    list.put(31, n.shape, w.shape, p.shape)
    list.put(33, n.cluster, w.cluster)
    list.put(34, n.ambiguity, w.ambiguity)
    list.put(35, n.ambiguity, w.ambiguity, last)
    list.put(36, n.ambiguity, w.lower)
    list.put(38, nn.ambiguity, n.ambiguity)
    list.put(39, nn.cluster, n.cluster, w.ambiguity)
    list.put(40, n.flags, w.flags, p.flags)
    list.put(42, n.fineCluster, last)
    list.put(43, p.fineCluster, w.fineCluster)
    list.put(44, n.lower, last)
    list.put(45, n.suffix3, last, w.suffix3)
    list.put(48, last, w.domain, w.ambiguity)
    list.put(49, w.lower, w.domain, n.ambiguity)
  }

  /// The features of the morphology of a word whose part of speech is known.
  @inline(__always)
  package static func fillMorphology(
    _ words: UnsafeBufferPointer<WordAttributes>, _ index: Int, tags: UnsafePointer<UInt8>,
    last: UInt32, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let none = WordAttributes.none
    let w = words[index]
    let p = index > 0 ? words[index - 1] : none
    let n = index + 1 < words.count ? words[index + 1] : none
    let tag = UInt32(tags[index]) + 1
    let next = index + 1 < words.count ? UInt32(tags[index + 1]) + 1 : 0
    let before = index > 0 ? UInt32(tags[index - 1]) + 1 : 0
    var count = 0
    @inline(__always) func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      out[count] = FeatureHash.mix(UInt32(truncatingIfNeeded: count &+ 101), a, b, c)
      count &+= 1
    }
    put(tag)
    put(tag, w.lower)
    put(tag, w.suffix1)
    put(tag, w.suffix2)
    put(tag, w.suffix3)
    put(tag, w.suffix4)
    put(tag, w.flags)
    put(tag, w.shape)
    put(tag, last)
    put(tag, last, w.suffix2)
    put(tag, last, w.lower)
    put(tag, p.lower)
    put(tag, p.lower, w.suffix2)
    put(tag, n.lower)
    put(tag, before, next)
    put(tag, next, w.suffix2)
    put(tag, n.suffix2)
    put(tag, n.suffix2, w.lower)
    put(tag, p.suffix2, w.suffix2)
    put(tag, w.cluster)
    put(tag, p.suffix1, n.suffix1)
    put(tag, w.lower, w.domain)
    put(tag, w.suffix2, w.domain)
    put(tag, w.domain)
    return count
  }
}

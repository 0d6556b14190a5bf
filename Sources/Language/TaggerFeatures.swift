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
    let none = WordAttributes.none
    let w = words[index]
    let p = index > 0 ? words[index - 1] : none
    let pp = index > 1 ? words[index - 2] : none
    let n = index + 1 < words.count ? words[index + 1] : none
    let nn = index + 2 < words.count ? words[index + 2] : none
    var count = 0
    @inline(__always) func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      out[count] = FeatureHash.mix(UInt32(truncatingIfNeeded: count &+ 1), a, b, c)
      count &+= 1
    }
    let first: UInt32 = index == 0 ? 1 : 0
    put(w.form, first)
    put(w.lower)
    put(w.suffix1)
    put(w.suffix2)
    put(w.suffix3)
    put(w.suffix4)
    put(w.prefix1, w.suffix2)
    put(w.prefix2)
    put(w.prefix3)
    put(w.shape, first)
    put(w.flags, first, last)
    put(w.cluster)
    put(w.fineCluster)
    put(w.ambiguity)
    put(last)
    put(last, beforeLast)
    put(last, w.lower)
    put(last, w.suffix3)
    put(last, beforeLast, w.ambiguity)
    put(last, w.cluster)
    put(p.lower)
    put(p.lower, w.lower)
    put(p.suffix3, w.suffix3)
    put(p.cluster, w.cluster)
    put(pp.lower)
    put(pp.lower, last)
    put(n.lower)
    put(n.lower, w.lower)
    put(n.suffix3)
    put(n.suffix2, w.suffix2)
    put(n.shape, w.shape, p.shape)
    put(n.cluster)
    put(n.cluster, w.cluster)
    put(n.ambiguity, w.ambiguity)
    put(n.ambiguity, w.ambiguity, last)
    put(n.ambiguity, w.lower)
    put(nn.lower)
    put(nn.ambiguity, n.ambiguity)
    put(nn.cluster, n.cluster, w.ambiguity)
    put(n.flags, w.flags, p.flags)
    put(w.suffix3, w.flags, first)
    put(n.fineCluster, last)
    put(p.fineCluster, w.fineCluster)
    put(n.lower, last)
    put(n.suffix3, last, w.suffix3)
    put(w.lower, w.domain)
    put(w.suffix3, w.domain)
    put(last, w.domain, w.ambiguity)
    put(w.lower, w.domain, n.ambiguity)
    put(w.flags, w.domain)
    return count
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

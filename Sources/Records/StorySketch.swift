/// A sketch of a text by which near copies are told: the smallest hashes of its runs of five words (bottom-k sketch,
/// A. Broder, "On the resemblance and containment of documents", 1997). Letters and digits count, in lower case;
/// marks, punctuation and blanks do not.
public struct StorySketch: Sendable, Equatable {
  /// How many words a run has.
  static let run = 5
  /// How many hashes are kept.
  static let size = 64
  /// How many of these serve to find other articles by.
  static let keyCount = 8
  /// Texts with fewer runs are too short to be told apart from set phrases.
  static let minimumRuns = 20
  /// Two texts that share so much of their runs, of all that either has, are near copies.
  static let threshold = 0.6

  /// The smallest hashes, ascending, at most `size`; none for a text that is too short.
  public let hashes: [UInt64]

  /// The sketch of a text.
  public init(_ text: String) {
    var text = text
    let all = text.withUTF8 { StorySketch.runs(of: $0) }
    hashes = all.count < StorySketch.minimumRuns ? [] : Array(all.prefix(StorySketch.size))
  }

  /// A sketch from the bytes that `bytes` gave; empty where they are something else.
  public init(bytes: [UInt8]) {
    hashes = stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
      bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// Eight bytes for each hash, the highest first.
  public var bytes: [UInt8] {
    hashes.flatMap { hash in
      (0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * UInt64($0))) }
    }
  }

  /// Numbers that near copies share at least one of, nearly always.
  public var keys: [Int64] { hashes.prefix(StorySketch.keyCount).map { Int64(bitPattern: $0) } }

  /// True if two texts are near copies. Symmetric.
  public func resembles(_ other: StorySketch) -> Bool {
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return false }
    // Of the smallest hashes of both together, how many are in both.
    var (left, right, shared, seen) = (0, 0, 0, 0)
    while seen < StorySketch.size, left < hashes.count, right < other.hashes.count {
      let (a, b) = (hashes[left], other.hashes[right])
      if a == b { shared += 1 }
      if a <= b { left += 1 }
      if b <= a { right += 1 }
      seen += 1
    }
    return Double(shared) >= StorySketch.threshold * Double(max(seen, 1))
  }

  /// The hashes of all runs, ascending, each once.
  private static func runs(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = offset
    var inWord = false
    for byte in bytes {
      // ASCII letters in lower case, digits, and all that is beyond ASCII but for general punctuation (E2 80 xx).
      let isWord =
        byte >= 0x80
        ? byte != 0xE2 : (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      if isWord {
        hash = (hash ^ UInt64(byte < 0x80 ? byte | 0x20 : byte)) &* prime
        inWord = true
      } else if inWord {
        words.append(hash)
        hash = offset
        inWord = false
      }
    }
    if inWord { words.append(hash) }
    guard words.count >= run else { return [] }
    var runs: [UInt64] = []
    runs.reserveCapacity(words.count)
    for start in 0...(words.count - run) {
      var value: UInt64 = offset
      for word in words[start..<start + run] { value = (value ^ word) &* prime }
      // FNV alone leaves the high bits of short inputs alike (finalizer of MurmurHash3).
      value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
      value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
      runs.append(value ^ value >> 33)
    }
    runs.sort()
    var unique: [UInt64] = []
    unique.reserveCapacity(runs.count)
    for value in runs where value != unique.last { unique.append(value) }
    return unique
  }

  /// FNV-1a, 64 bits.
  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3
}

import Synchronization

/// What a tagger knows of the words that it met: their attributes, and the sums of the weights that they bring by
/// themselves, as a word and as a neighbour on each side.
///
/// Words come again: nine of ten are known after some articles. What is kept is a function of the word alone, so that a
/// sentence is read alike whatever was read before.
final class WordMemory: @unchecked Sendable {
  // Used by one thread at a time: `Pool` gives it to one that gives it back; hence unchecked Sendable.

  /// Where a word stands to the one that is tagged.
  enum Place: Int, CaseIterable { case own, before, twoBefore, next, twoNext }

  private struct Word {
    var hash: UInt64 = 0
    var form = ""
    var attributes = WordAttributes.none
  }

  private static let size = 8192
  private var words = [Word](repeating: Word(), count: WordMemory.size)
  private let sums: UnsafeMutablePointer<Vector>
  /// What no word brings, before the first and after the last.
  let none: UnsafePointer<Vector>
  /// How many vectors hold the sums of all classes.
  let vectors: Int

  /// The sums of eight classes.
  typealias Vector = SIMD8<Int32>

  init(_ table: SparseTable) {
    vectors = (table.classes + Vector.scalarCount - 1) / Vector.scalarCount
    let width = vectors * Place.allCases.count
    sums = .allocate(capacity: WordMemory.size * width)
    sums.initialize(repeating: .zero, count: WordMemory.size * width)
    let none = UnsafeMutablePointer<Vector>.allocate(capacity: width)
    none.initialize(repeating: .zero, count: width)
    self.none = UnsafePointer(none)
    fill(none, .none, table)
  }

  deinit {
    sums.deallocate()
    none.deallocate()
  }

  /// What a form brings, read anew if it is not known. The sums are there until the next word is looked up.
  @inline(__always)
  func look(up form: String, _ lexicon: Lexicon, _ table: SparseTable)
    -> (sums: UnsafePointer<Vector>, attributes: WordAttributes)
  {
    let hash = form.withBytes { WordMemory.hash($0) }
    let slot = Int(truncatingIfNeeded: hash >> 1) & (WordMemory.size - 1)
    if words[slot].hash != hash || words[slot].form != form {
      remember(form, hash, slot, lexicon, table)
    }
    return (UnsafePointer(sums + slot * vectors * Place.allCases.count), words[slot].attributes)
  }

  @inline(never)
  private func remember(
    _ form: String, _ hash: UInt64, _ slot: Int, _ lexicon: Lexicon, _ table: SparseTable
  ) {
    let attributes = lexicon.attributes(form)
    words[slot] = Word(hash: hash, form: form, attributes: attributes)
    let width = vectors * Place.allCases.count
    let here = sums + slot * width
    here.update(repeating: .zero, count: width)
    fill(here, attributes, table)
  }

  /// A number for the bytes of a word, eight at a time; never 0, which marks a slot without a word.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    if at + 4 <= raw.count {
      hash = mix(hash ^ UInt64(raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
      at += 4
    }
    while at < raw.count {
      hash = (hash ^ UInt64(raw[at])) &* 0x100_0000_01b3
      at += 1
    }
    return mix(hash) | 1
  }

  @inline(__always)
  private static func mix(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }

  private func fill(
    _ row: UnsafeMutablePointer<Vector>, _ word: WordAttributes, _ table: SparseTable
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.count) { features in
      guard let out = features.baseAddress else { return }
      for place in Place.allCases {
        var list = TaggerFeatures.List(out)
        switch place {
        case .own: TaggerFeatures.own(word, isFirst: false, &list)
        case .before: TaggerFeatures.before(word, &list)
        case .twoBefore: TaggerFeatures.twoBefore(word, &list)
        case .next: TaggerFeatures.next(word, &list)
        case .twoNext: TaggerFeatures.twoNext(word, &list)
        }
        let sums = UnsafeMutableRawPointer(row + place.rawValue * vectors)
        table.add(features, list.count, sums.assumingMemoryBound(to: Int32.self))
      }
    }
  }

  /// Adds what a word brings from its place, by its sums.
  @inline(__always)
  func add(
    _ place: Place, of row: UnsafePointer<Vector>, to scores: UnsafeMutablePointer<Vector>
  ) {
    let source = row + place.rawValue * vectors
    for index in 0..<vectors { scores[index] &+= source[index] }
  }

  /// Memories that no thread uses at the moment.
  final class Pool: Sendable {
    private let idle = Mutex<[WordMemory]>([])

    /// Calls `body` with a memory that is given back afterwards.
    func with<Result>(_ table: SparseTable, _ body: (WordMemory) -> Result) -> Result {
      let memory = idle.withLock { $0.popLast() } ?? WordMemory(table)
      let result = body(memory)
      idle.withLock { $0.append(memory) }
      return result
    }
  }
}

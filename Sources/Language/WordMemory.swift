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
  private let sums: UnsafeMutablePointer<Int32>
  private let none: UnsafeMutablePointer<Int32>
  private let classes: Int
  /// How many numbers there are for a word: one for each class and place.
  let width: Int

  init(_ table: SparseTable) {
    classes = table.classes
    width = classes * Place.allCases.count
    sums = .allocate(capacity: WordMemory.size * width)
    sums.initialize(repeating: 0, count: WordMemory.size * width)
    none = .allocate(capacity: width)
    none.initialize(repeating: 0, count: width)
    fill(none, .none, table)
  }

  deinit {
    sums.deallocate()
    none.deallocate()
  }

  /// What a form brings, read anew if it is not known; its sums are copied to `row`.
  func look(
    up form: String, _ lexicon: Lexicon, _ table: SparseTable, into row: UnsafeMutablePointer<Int32>
  ) -> WordAttributes {
    var form = form
    let hash = form.withUTF8 { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return (hash ^ hash >> 32) | 1
    }
    let slot = Int(truncatingIfNeeded: hash >> 1) & (WordMemory.size - 1)
    let here = sums + slot * width
    if words[slot].hash != hash || words[slot].form != form {
      let attributes = lexicon.attributes(form)
      words[slot] = Word(hash: hash, form: form, attributes: attributes)
      here.update(repeating: 0, count: width)
      fill(here, attributes, table)
    }
    row.update(from: here, count: width)
    return words[slot].attributes
  }

  private func fill(
    _ row: UnsafeMutablePointer<Int32>, _ word: WordAttributes, _ table: SparseTable
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
        table.add(features, list.count, row + place.rawValue * classes)
      }
    }
  }

  /// Adds to `scores` what a word brings from its place, by its row; nil stands for no word.
  @inline(__always)
  func add(
    _ place: Place, _ row: UnsafeMutablePointer<Int32>?, to scores: UnsafeMutablePointer<Int32>
  ) {
    let source = (row ?? none) + place.rawValue * classes
    for index in 0..<classes { scores[index] &+= source[index] }
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

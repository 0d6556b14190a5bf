import CResources

/// Tells English, Spanish and other languages apart by their frequent small words.
struct LanguageIdentifier: Sendable {
  /// How many words of a text speak for each language.
  struct Evidence: Sendable {
    fileprivate(set) var words = 0
    fileprivate(set) var counts = [Int32](repeating: 0, count: 16)

    /// Adds what another piece of the text says.
    mutating func add(_ other: Evidence) {
      words += other.words
      for index in counts.indices { counts[index] += other.counts[index] }
    }
  }

  /// What the evidence says.
  enum Verdict: Equatable, Sendable {
    case language(LanguageCode)
    /// A language that is not read.
    case other
    /// Too little to tell.
    case unknown
  }

  /// Bit per language: 0 English, 1 Spanish, then the others in the order of the list.
  private let masks: [UInt64: UInt16]
  /// A bit for each word of the list, by its hash: it answers for most words.
  private let filter: [UInt64]
  /// What is wrong with the list.
  let problems: [String]

  static let shared = LanguageIdentifier(
    WordTable(
      chancery_language_languages, chancery_language_languages_length, name: "languages.tsv",
      columns: 2))

  /// An identifier from a list of words.
  init(_ table: WordTable) {
    var masks: [UInt64: UInt16] = [:]
    var names: [Substring] = ["en", "es"]
    var table = table
    for row in table.rows {
      var bit = names.firstIndex(of: row.fields[0])
      if bit == nil, names.count < 16 {
        bit = names.count
        names.append(row.fields[0])
      }
      guard let bit else {
        table.complain("languages.tsv", row.line, "more than 16 languages")
        continue
      }
      for word in row.fields[1].split(separator: " ") {
        masks[WordHash.of(word), default: 0] |= 1 << UInt16(bit)
      }
    }
    self.masks = masks
    var filter = [UInt64](repeating: 0, count: 256)
    for hash in masks.keys { filter[Self.place(hash)] |= Self.bit(hash) }
    self.filter = filter
    problems = table.problems
  }

  /// Counts the words of a range of code points.
  func weigh(_ text: CodePoints, _ range: Range<Int>) -> Evidence {
    var evidence = Evidence()
    var index = range.lowerBound
    while index < range.upperBound {
      let kind = text.classify(index)
      guard kind.isLetter else {
        // Only Spanish opens a question or an exclamation with a mark of its own.
        if text[index] == 0xBF || text[index] == 0xA1 { evidence.counts[1] += 2 }
        index += 1
        continue
      }
      var hash = WordHash.seed
      let start = index
      while index < range.upperBound {
        let point = text[index]
        guard text.classify(index).isWord else { break }
        let small = Characters.lowercase(point)
        if small == 0xF1 { evidence.counts[1] += 1 }
        if small == 0xE3 || small == 0xF5 || small == 0xE7 { evidence.counts[2] += 1 }
        hash = WordHash.add(small, to: hash)
        index += 1
      }
      evidence.words += 1
      guard index - start <= 12, filter[Self.place(hash)] & Self.bit(hash) != 0,
        var mask = masks[hash]
      else { continue }
      while mask != 0 {
        evidence.counts[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
    return evidence
  }

  private static func place(_ hash: UInt64) -> Int { Int(hash >> 8 & 255) }
  private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 16 & 63) }

  /// What the counts say about a whole text or a paragraph.
  func judge(_ evidence: Evidence) -> Verdict {
    let english = evidence.counts[0]
    let spanish = evidence.counts[1]
    let best = max(english, spanish)
    let rival = evidence.counts.dropFirst(2).max() ?? 0
    let second = min(english, spanish)
    if best > rival, best > second, best >= 2, Int(best) * 8 >= evidence.words {
      return .language(english > spanish ? .english : .spanish)
    }
    // Neighbours share many small words: a short text must speak clearly for another language.
    if rival >= best + 2, rival >= 3, Int(rival) * 8 >= evidence.words { return .other }
    if evidence.words >= 12, Int(best) * 20 < evidence.words { return .other }
    return .unknown
  }
}

/// Short and careless forms of the words that questions are made of, written out: "who's", "whos", "q".
struct Expansions: Sendable {
  /// By the short form, with blanks between its words.
  private let table: [String: [String]]

  /// The short forms that are compiled into the program.
  static let standard = WordSets.standard.map { Expansions($0) }

  /// Takes the phrases `short = long` of a word set.
  init(_ sets: WordSets, of set: String = "expansion") {
    var table: [String: [String]] = [:]
    for phrase in sets.phrases(of: set) {
      let sides = phrase.split(separator: "=", maxSplits: 1).map(Array.init)
      if sides.count == 2 { table[sides[0].joined(separator: " ")] = sides[1] }
    }
    self.table = table
  }

  /// The words with every short form of one or two words written out; what stands in quotation marks stays.
  func expand(_ words: [Word]) -> [Word] {
    var out: [Word] = []
    var index = 0
    while index < words.count {
      let long = [2, 1].lazy.compactMap { count in
        self.match(words[index...].prefix(count), count).map { ($0, count) }
      }.first
      if let (long, count) = long {
        out += long.map { Word(text: $0, folded: $0) }
        index += count
      } else {
        out.append(words[index])
        index += 1
      }
    }
    return out
  }

  /// What words stand for; nil where they are no short form.
  func long(_ short: String) -> [String]? { table[short] }

  private func match(_ words: ArraySlice<Word>, _ count: Int) -> [String]? {
    guard words.count == count, !words.contains(where: \.isQuote) else { return nil }
    return table[words.map(\.folded).joined(separator: " ")]
  }
}

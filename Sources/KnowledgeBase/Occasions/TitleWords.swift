import Gazetteer
import Records

/// The words of an agreement's title, in a form that is the same in both languages as far as that goes: countries by
/// code, common words by a table, others by their first letters, since "protection" and "protección" begin alike.
struct TitleWords: Hashable {
  /// Without those that any title may have.
  let words: Set<String>
  /// The same, the rarer ones first.
  let ordered: [String]
  /// How many of them are proper to the title: no country and no common word.
  private let proper: Int

  init(_ title: String, _ gazetteer: Gazetteer) {
    var words: Set<String> = []
    var proper = 0
    for piece in Phrases(title, gazetteer).pieces {
      if let entry = piece.entries.first(where: { [.country, .demonym].contains($0.kind) }) {
        words.insert("@" + gazetteer.countries[Int(entry.index)].code)
        continue
      }
      for word in piece.text.split(separator: " ").map(String.init)
      where !TitleWords.empty.contains(word) {
        let table = Synonyms.titleWords
        if let common = table[word] ?? table[TitleWords.singular(word)]
          ?? table[String(word.dropLast())]
        {
          words.insert("=" + common)
        } else {
          words.insert(TitleWords.stem(word))
          proper += 1
        }
      }
    }
    self.words = words
    self.proper = proper
    ordered = words.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }
  }

  /// Words of the title's own come first, then countries, then those that many titles have.
  private static func rank(_ word: String) -> Int {
    word.hasPrefix("=") ? 2 : word.hasPrefix("@") ? 1 : 0
  }

  /// How much two titles are alike: 3 for the same words, 2 for three in five; nil for less.
  func likeness(_ other: TitleWords) -> Int? {
    if words == other.words { return proper > 0 ? 3 : 2 }
    let both = words.intersection(other.words).count
    let all = words.union(other.words).count
    return both * 5 >= all * 3 && both >= 2 ? 2 : nil
  }

  private static func singular(_ word: String) -> String {
    word.hasSuffix("es") && word.utf8.count > 5
      ? String(word.dropLast(2)) : word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// The first five letters, spelled as in both languages.
  private static func stem(_ word: String) -> String {
    var out: [UInt8] = []
    for byte in word.utf8 {
      var byte = byte
      if byte == UInt8(ascii: "k") || byte == UInt8(ascii: "q") { byte = UInt8(ascii: "c") }
      if byte == UInt8(ascii: "y") { byte = UInt8(ascii: "i") }
      if byte == UInt8(ascii: "h") || byte == out.last { continue }
      out.append(byte)
    }
    return String(decoding: out.prefix(5), as: UTF8.self)
  }

  private static let empty: Set<String> = [
    "the", "of", "and", "a", "an", "de", "la", "el", "los", "las", "del", "y", "e", "for", "to",
    "in", "on",
    "en", "para", "por", "sobre", "con", "with", "between", "entre", "al", "new", "nuevo", "nueva",
    "its", "su",
  ]
}

import Gazetteer
import Records

/// The words of a name or a role, and what the gazetteer knows of them.
struct Phrases {
  /// One or more words that the gazetteer knows as one, or a word that it does not know.
  struct Piece {
    /// Folded, with blanks between.
    var text: String
    var entries: [Entry]
    /// True if the first letter is a capital.
    var isCapital: Bool

    func has(_ kinds: Entry.Kind...) -> Bool {
      entries.contains { kinds.contains($0.kind) }
    }
  }

  private(set) var pieces: [Piece] = []

  /// Cuts at white space, commas and hyphens; the longest phrase known in either language first.
  init(_ text: String, _ gazetteer: Gazetteer) {
    let words = text.split { " \u{A0}-,\t\n()".contains($0) }
    let keys = words.map { WordKeys.keys(String($0)) }
    let folded = words.map { Folding.fold(Phrases.joined($0)) }
    var at = 0
    while at < words.count {
      var best = at + 1
      var entries: [Entry] = []
      for lexicon in [gazetteer.english, gazetteer.spanish] {
        var state = Phrasebook.State()
        var end = at
        scan: while end < words.count, end < at + 8 {
          for key in keys[end] {
            guard let next = lexicon.advance(state, key) else { break scan }
            state = next
          }
          end += 1
          guard state.entries >= 0 else { continue }
          if end > best { (best, entries) = (end, []) }
          if end == best { lexicon.forEach(state.entries) { entries.append($0) } }
        }
      }
      let text = folded[at..<best].filter { !$0.isEmpty }.joined(separator: " ")
      if !text.isEmpty {
        pieces.append(Piece(text: text, entries: entries, isCapital: Phrases.isCapital(words[at])))
      }
      at = best
    }
  }

  /// `O’Brien` -> `OBrien`, `U.S.` -> `US`, `China's` -> `China`.
  static func joined(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "'", "\u{2019}", "\u{2BC}", "`":
        let rest = scalars[(index + 1)...]
        if index > 0, rest.isEmpty || rest.elementsEqual(["s"]) { return String(out) }
      case ".": continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isCapital(_ word: Substring) -> Bool {
    word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase ?? false
  }
}

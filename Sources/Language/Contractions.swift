import CResources

/// Takes apart words that Universal Dependencies counts as several: can't, Maduro's, del, reunirse.
struct Contractions: Sendable {
  private var english: [UInt64: [String]] = [:]
  private var spanish: [UInt64: [String]] = [:]
  /// What is wrong with the list.
  private(set) var problems: [String]

  static let shared = Contractions(
    WordTable(
      chancery_language_contractions, chancery_language_contractions_length,
      name: "contractions.tsv", columns: 3))

  /// Contractions from a list.
  init(_ table: WordTable) {
    problems = table.problems
    for row in table.rows {
      let parts = row.fields[2].split(separator: " ").map(String.init)
      guard parts.count > 1 else {
        problems.append("contractions.tsv:\(row.line): one part only")
        continue
      }
      switch row.fields[0] {
      case "en": english[WordHash.of(row.fields[1])] = parts
      case "es": spanish[WordHash.of(row.fields[1])] = parts
      default: problems.append("contractions.tsv:\(row.line): no such language: \(row.fields[0])")
      }
    }
  }

  /// Adds the tokens of a word.
  func add(
    _ raw: RawToken, _ text: CodePoints, _ language: LanguageCode?, spaceAfter: Bool,
    to tokens: inout [Token]
  ) {
    if raw.kind == .word {
      if language == .spanish {
        if addSpanish(raw, text, spaceAfter, &tokens) { return }
      } else if addEnglish(raw, text, spaceAfter, &tokens) {
        return
      }
    }
    tokens.append(
      Token(form: text.string(raw.range), start: raw.start, end: raw.end, spaceAfter: spaceAfter))
  }

  private func addPieces(
    _ cuts: [Int], _ raw: RawToken, _ text: CodePoints, _ spaceAfter: Bool, _ tokens: inout [Token]
  ) {
    var start = raw.start
    for cut in cuts + [raw.end] {
      tokens.append(
        Token(
          form: text.string(start..<cut), start: start, end: cut,
          spaceAfter: cut == raw.end && spaceAfter))
      start = cut
    }
  }

  private func addEnglish(
    _ raw: RawToken, _ text: CodePoints, _ spaceAfter: Bool, _ tokens: inout [Token]
  ) -> Bool {
    // Apostrophe and what follows: 's, 're, 've, 'll, 'd, 'm; n't.
    let size = raw.end - raw.start
    var mark = raw.end - 1
    while mark > raw.start, raw.end - mark <= 3, !Characters.isApostrophe(text[mark]) { mark -= 1 }
    if mark > raw.start, Characters.isApostrophe(text[mark]) {
      var ending: [UInt32] = []
      for index in (mark + 1)..<max(raw.end, mark + 1) {
        ending.append(Characters.lowercase(text[index]))
      }
      switch ending {
      case [0x74]:  // t
        let before = Characters.lowercase(text[mark - 1])
        guard before == 0x6E, mark - 1 > raw.start else { return false }
        addPieces([mark - 1], raw, text, spaceAfter, &tokens)
        return true
      case [0x73], [0x64], [0x6D], [0x72, 0x65], [0x76, 0x65], [0x6C, 0x6C]:
        addPieces([mark], raw, text, spaceAfter, &tokens)
        return true
      default: return false
      }
    }
    guard size >= 4, size <= 8, let parts = english[text.foldedHash(raw.range)] else {
      return false
    }
    var cuts: [Int] = []
    var position = raw.start
    for part in parts.dropLast() {
      position += part.unicodeScalars.count
      cuts.append(position)
    }
    addPieces(cuts, raw, text, spaceAfter, &tokens)
    return true
  }

  /// True for a word with one capital behind a word of small letters, and before another capital.
  private func isInside(_ raw: RawToken, _ text: CodePoints) -> Bool {
    raw.start > 1 && raw.end + 1 < text.count
      && text.classify(raw.start + 1) == .lower
      && text[raw.start - 1] == 0x20 && text.classify(raw.start - 2) == .lower
      && text[raw.end] == 0x20 && text.classify(raw.end + 1) == .upper
  }

  private func addSpanish(
    _ raw: RawToken, _ text: CodePoints, _ spaceAfter: Bool, _ tokens: inout [Token]
  ) -> Bool {
    let size = raw.end - raw.start
    if size <= 3 {
      guard let parts = spanish[text.foldedHash(raw.range)] else { return false }
      // "al-Assad" is a name.
      if raw.end < text.count, Characters.isHyphen(text[raw.end]) { return false }
      let capital = text.classify(raw.start) == .upper
      // "el presidente Al Sisi", "el ministro Del Castillo": a capital inside of a sentence is part of a name.
      if capital, isInside(raw, text) { return false }
      let all = size > 1 && text.classify(raw.start + 1) == .upper
      for (index, part) in parts.enumerated() {
        var form = part
        if all {
          form = part.uppercased()
        } else if capital, index == 0 {
          form = part.prefix(1).uppercased() + part.dropFirst()
        }
        tokens.append(
          Token(form: form, start: raw.start, end: raw.end, spaceAfter: spaceAfter))
      }
      return true
    }
    guard size >= 5, let parts = Clitics.split(text, raw.range) else { return false }
    for form in parts {
      tokens.append(Token(form: form, start: raw.start, end: raw.end, spaceAfter: spaceAfter))
    }
    return true
  }
}

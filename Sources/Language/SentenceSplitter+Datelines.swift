/// Datelines: "HAVANA, May 10 (ACN) —", "Caracas, 5 mayo (AVN).-", "Madrid. El presidente" is a plain stop.
extension SentenceSplitter {
  /// The index after the dateline that opens the paragraph; 0 if there is none. It is a sentence of its own.
  func datelineEnd() -> Int {
    guard let first = tokens.first, text.classify(first.start) == .upper else { return 0 }
    var index = 0
    // What sets a dateline apart from a name before a dash: capitals throughout, a bracket, a date, a comma.
    var marks = isAllCapitals(first) ? 1 : 0
    while index < tokens.count, index < 16 {
      let token = tokens[index]
      switch token.kind {
      case .dash:
        guard index > 0, index + 1 < tokens.count else { return 0 }
        let before = token.start > tokens[index - 1].end
        let after = tokens[index + 1].start > token.end
        // "Sur-Norte" and "1-2" go on; " - " and "—" end it.
        if !before, !after, text[token.start] == 0x2D { break }
        return marks > 0 ? index + 1 : 0
      case .stop:
        // "(AVN).-"
        guard index + 1 < tokens.count, tokens[index + 1].kind == .dash,
          tokens[index + 1].start == token.end, token.end == token.start + 1
        else { return 0 }
        return index + 2
      case .comma:
        marks += 1
      case .open:
        guard text[token.start] == 0x28 else { return 0 }
        marks += 1
      case .close, .number, .month, .acronym, .initial: break
      case .colon, .url, .handle, .quote: return 0
      case .word, .title, .plain, .last:
        if text.classify(token.start) != .upper,
          !Self.linking.contains(text.foldedHash(token.range))
        {
          return 0
        }
      case .other:
        guard text[token.start] == 0x2F else { return 0 }
      default: return 0
      }
      index += 1
    }
    return 0
  }

  private func isAllCapitals(_ token: RawToken) -> Bool {
    token.end - token.start >= 3 && token.range.allSatisfy { text.classify($0) == .upper }
  }

  /// Small words and months that datelines have in small letters.
  private static let linking: Set<UInt64> = Set(
    [
      "de", "del", "la", "el", "los", "las", "y", "of", "and", "the", "via", "xinhua", "afp", "ap",
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "setiembre", "octubre", "noviembre", "diciembre", "ene", "feb", "mar", "abr", "may", "jun",
      "jul", "ago", "sep", "sept", "oct", "nov", "dic",
    ].map { WordHash.of($0) })
}

/// Words: abbreviations and acronyms with their stops, hyphens, apostrophes.
extension Tokenizer {
  /// Cuts a word that begins at the position.
  mutating func scanWord() {
    let end = wordEnd(position)
    let next = point(end)
    if next == 0x2E, let stop = acronymEnd(end) { return emit(stop, .acronym) }
    if next == 0x2E, let abbreviation = abbreviationKind(end) {
      return emit(end + 1, abbreviation)
    }
    if next == 0x29, tokens.isEmpty, end - position == 1, kind(end + 1).isGap {
      return emit(end + 1, .item)
    }
    if Characters.isHyphen(next), kind(end + 1).isWord { return scanHyphenated(end) }
    if next == 0x26, kind(position) == .upper, kind(end + 1) == .upper {
      return emit(wordEnd(end + 1), .word)
    }
    emit(end, .word)
  }

  /// The end of a run of letters, digits and marks, with apostrophes, middle dots and invisible signs inside it.
  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while end < limit, end - start < Self.longest {
      let kind = text.classify(end)
      if kind.isWord || text[end] == 0x5F {
        end += 1
      } else if Characters.isApostrophe(text[end]) || text[end] == 0xB7 || kind == .format,
        end > start, self.kind(end + 1).isLetter
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Where an acronym with stops ends, given where its first letters end: U.S., EE.UU., Ph.D., a.m.; nil if it is none.
  private func acronymEnd(_ firstEnd: Int) -> Int? {
    let length = firstEnd - position
    guard length <= 2, kind(position).isLetter else { return nil }
    var end = firstEnd + 1
    var groups = 1
    while kind(end).isLetter {
      var letters = end
      while kind(letters).isLetter, letters - end <= 3 { letters += 1 }
      let size = letters - end
      let capitals = kind(end) == .upper
      guard size <= 2, length == 1 || capitals else { break }
      // A longer word after the stop is the next sentence's: "in the U.S.The".
      guard point(letters) == 0x2E || !kind(letters).isWord else { break }
      // "a.m" without its last stop, but not "x.No".
      if point(letters) != 0x2E {
        guard size == 1 || capitals, groups >= 1, size == 1 else { break }
        return letters
      }
      groups += 1
      end = letters + 1
    }
    if groups == 1, length == 2, kind(position) == .upper, kind(position + 1) == .upper,
      point(end) == 0x20 || point(end) == 0xA0, kind(end + 1) == .upper,
      kind(end + 2) == .upper, point(end + 3) == 0x2E, point(position) == point(position + 1),
      point(end + 1) == point(end + 2)
    {
      // "EE. UU." and "FF. AA.": the first half is an abbreviation that ends nothing.
      return end
    }
    // Its second half.
    if groups == 1, length == 2, let last = tokens.last, last.kind == .acronym,
      last.end - last.start == 3, point(position) == point(position + 1)
    {
      return end
    }
    return groups > 1 ? end : nil
  }

  /// What a stop after the word that ends here makes of it; nil if it is a full stop.
  private func abbreviationKind(_ end: Int) -> RawToken.Kind? {
    let length = end - position
    let after = end + 1
    if length == 1, kind(position) == .upper { return isInitial(after) ? .initial : nil }
    guard let found = abbreviations.kind(text, position..<end, language) else { return nil }
    // A stop at the end of the paragraph, or before a closing quote, ends the sentence with most of them.
    let isLast = after >= limit
    switch found {
    case .title: return isLast || kind(after).isLetter && length > 3 ? nil : .title
    case .number: return kind(skipSpaces(after)) == .digit ? .title : nil
    case .month: return isLast ? nil : .month
    case .plain: return .plain
    case .last: return .last
    }
  }

  /// "J." before a name or another initial.
  private func isInitial(_ after: Int) -> Bool {
    let next = skipSpaces(after)
    guard kind(next) == .upper, next - after <= 2 else { return false }
    if text[position] == 0x49, let last = tokens.last, kind(last.start) != .upper { return false }
    if text[position] == 0x58, let last = tokens.last,
      NetworkLeads.shared.contains(text.foldedHash(last.start..<last.end))
    {
      // "posted on X. Vera replied": the network, no initial.
      return false
    }
    if !kind(next + 1).isWord { return point(next + 1) == 0x2E }
    var end = next
    while kind(end).isWord, end - next < 16 { end += 1 }
    return !SentenceOpeners.shared.contains(text, next..<end)
  }

  private func skipSpaces(_ from: Int) -> Int {
    var index = from
    while index < limit, index - from < 4, kind(index).isGap { index += 1 }
    return index
  }

  /// Hyphens stand alone between words, as the treebanks have them, save after prefixes ("re-elected").
  private mutating func scanHyphenated(_ firstEnd: Int) {
    if HyphenPrefixes.shared.contains(text.foldedHash(position..<firstEnd)),
      kind(firstEnd + 1).isLetter
    {
      return emit(wordEnd(firstEnd + 1), .word)
    }
    emit(firstEnd, .word)
    emit(firstEnd + 1, .dash)
  }
}

/// Words behind which "X" is the network.
struct NetworkLeads: Sendable {
  private let hashes: Set<UInt64>

  static let shared = NetworkLeads(
    hashes: Set(
      ["on", "en", "via", "vía", "de", "media", "network", "platform", "social", "plataforma"]
        .map { WordHash.of($0) }))

  /// True if the word with this folded hash is one of them.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}

/// Prefixes that a hyphen does not part from their word.
struct HyphenPrefixes: Sendable {
  private let hashes: Set<UInt64>

  static let shared = HyphenPrefixes(
    hashes: Set(
      [
        "e", "non", "re", "anti", "pro", "co", "pre", "mid", "post", "ex", "multi", "counter",
        "sub",
        "semi", "mini", "neo", "inter", "intra", "micro", "un", "vice", "contra", "narco", "auto",
        "super",
      ].map { WordHash.of($0) }))

  /// True if the word with this folded hash is one of them.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}

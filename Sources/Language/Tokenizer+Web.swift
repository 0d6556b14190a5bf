/// Addresses of the web, of mail and of social media, which are one token each.
extension Tokenizer {
  /// Cuts a web or mail address that begins at the position; false if there is none.
  mutating func scanWebAddress() -> Bool {
    // Only where a word can begin an address, so that the look ahead stays linear.
    guard tokens.last.map({ $0.end < position || $0.kind == .open || $0.kind == .quote }) ?? true
    else { return false }
    var end = position
    var dots = 0
    var at = -1
    var slash = -1
    var scheme = false
    while end < limit, end - position < 2048 {
      let next = text[end]
      if next == 0x2E {
        dots += 1
      } else if next == 0x40 {
        at = at < 0 ? end : Int.max
      } else if next == 0x2F {
        if slash < 0 { slash = end }
        if end > position, text[end - 1] == 0x3A { scheme = true }
      } else if next == 0x22 || next == 0x3C || next == 0x3E || next == 0x201D || next == 0x29
        || next == 0x2019 || next == 0xBB || next == 0x28 || next == 0x5D
        || text.classify(end).isGap
      {
        break
      } else if next > 0x7F || (next == 0x2C && slash < 0) {
        break
      }
      end += 1
    }
    guard dots > 0 || scheme else { return false }
    while end > position + 1, isTrailing(text[end - 1]) { end -= 1 }
    // An ellipsis that a shortened address ends in belongs to it.
    let isAddress: Bool
    if scheme {
      isAddress = true
    } else if at > position, at < end - 3 {
      isAddress = kind(at + 1).isWord && hasDomainEnding((at + 1)..<end)
    } else if slash > position, slash < end {
      isAddress = hasDomainEnding(position..<slash)
    } else {
      isAddress = hasDomainEnding(position..<end)
    }
    guard isAddress else { return false }
    if scheme, end < limit, text[end] == 0x2026 { end += 1 }
    emit(end, .url)
    return true
  }

  /// "@name" and "#subject".
  mutating func scanHandle() -> Bool {
    var end = position + 1
    while end < limit, end - position < Self.longest, kind(end).isWord || text[end] == 0x5F {
      end += 1
    }
    guard end > position + 1, text[position] == 0x40 || kind(position + 1).isLetter else {
      return false
    }
    emit(end, .handle)
    return true
  }

  private func isTrailing(_ point: UInt32) -> Bool {
    switch point {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x27: return true
    default: return false
    }
  }

  /// True if the last label of a host name is a usual one, and what stands before it is a name.
  private func hasDomainEnding(_ range: Range<Int>) -> Bool {
    var label = range.upperBound
    while label > range.lowerBound, text[label - 1] != 0x2E {
      guard range.upperBound - label < 6, kind(label - 1) == .lower else { return false }
      label -= 1
    }
    guard label > range.lowerBound + 1, label < range.upperBound else { return false }
    // A host has letters, digits and hyphens, and no capital straight after a stop ("fin.El").
    for index in range.lowerBound..<label {
      let next = text[index]
      guard kind(index).isWord || next == 0x2E || next == 0x2D || next == 0x5F || next == 0x25
      else { return false }
    }
    if range.count > 4, text.foldedHash(range.lowerBound..<range.lowerBound + 4) == Self.www {
      return true
    }
    return Self.domains.contains(text.foldedHash(label..<range.upperBound))
  }

  private static let www = WordHash.of("www.")
  private static let domains: Set<UInt64> = Set(
    [
      "com", "org", "net", "gov", "edu", "mil", "int", "info", "es", "mx", "ve", "cu", "ar", "cl",
      "co", "pe", "uk", "eu", "us", "de", "fr", "it", "br", "ru", "cn", "ca", "ch", "ly", "tv",
      "io", "me", "html", "htm", "pdf", "doc", "php", "jpg", "png", "gob",
    ].map { WordHash.of($0) })
}

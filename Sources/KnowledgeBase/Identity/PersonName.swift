import Records

/// A person's name, cut for comparison.
struct PersonName: Hashable {
  /// Folded words in order, without particles, honorifics and suffixes; initials are single letters.
  let words: [String]
  /// `jr`, `ii` …; they tell a father from his son.
  let suffix: String?

  /// Cuts a name; nil if no word is left.
  init?(_ name: String) {
    var words: [String] = []
    var suffix: String?
    let parts = name.split { " \u{A0}-,\t\n()".contains($0) }
    for (index, part) in parts.enumerated() {
      for piece in Folding.fold(PersonName.joined(part)).split(separator: " ").map(String.init) {
        if index > 0, PersonName.suffixes.contains(piece) {
          if piece != "sr" { suffix = piece == "hijo" ? "jr" : piece }
        } else if PersonName.particles.contains(piece) {
          continue
        } else if words.isEmpty, parts.count > 1, PersonName.honorifics.contains(piece) {
          continue
        } else if let last = words.last, PersonName.prefixes.contains(last) {
          // "Abdel Fattah" is one name, written in two words or in one.
          words[words.count - 1] = last + piece
        } else {
          words.append(piece)
        }
      }
    }
    if words.isEmpty { words = Folding.fold(name).split(separator: " ").map(String.init) }
    guard !words.isEmpty else { return nil }
    self.words = words
    self.suffix = suffix
  }

  /// Takes a name apart that `slug` made.
  init(slug: some StringProtocol) {
    var words = String(slug).split(separator: Character("-")).map { String($0) }
    var suffix: String?
    if words.count > 1, let last = words.last, PersonName.suffixes.contains(last) {
      suffix = words.removeLast()
    }
    self.words = words
    self.suffix = suffix
  }

  /// True for a surname (or a given name) alone.
  var isPartial: Bool { words.count == 1 }

  /// The words with hyphens between, and the suffix.
  var slug: String { (words + (suffix.map { [$0] } ?? [])).joined(separator: "-") }

  private static func joined(_ part: Substring) -> String {
    var out = String.UnicodeScalarView()
    for scalar in part.unicodeScalars where !["'", "\u{2019}", "\u{2BC}", "`"].contains(scalar) {
      out.append(scalar)
    }
    return String(out)
  }

  private static let particles: Set<String> = [
    "de", "del", "la", "las", "los", "le", "da", "das", "do", "dos", "di", "du", "van", "von",
    "der", "den",
    "zu", "al", "el", "bin", "ibn", "ben", "bint", "abu", "y", "e", "ul", "ur", "ter", "ten", "san",
  ]
  private static let prefixes: Set<String> = ["abdel", "abdul", "abd"]
  private static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "hijo", "vi", "vii", "viii",
  ]
  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "dr", "dra", "sir", "sra", "madam", "madame", "dame", "lord", "hon", "prof",
  ]
}

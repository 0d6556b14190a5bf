import Records

/// A person's name, cut for comparison.
struct PersonName: Hashable {
  /// Folded words in order, without particles, honorifics and suffixes; initials are single letters.
  let words: [String]
  /// `jr`, `ii` …; they tell a father from his son.
  let suffix: String?

  /// Cuts a name; nil if no word is left.
  ///
  /// The country tells what a first word is that elsewhere is a particle: "Ben Rhodes", "Al Gore", "Du Qinglin".
  init?(_ name: String, country: String? = nil) {
    var words: [String] = []
    var suffix: String?
    let parts = name.split { " \u{A0}-,\t\n()".contains($0) }
    for (index, part) in parts.enumerated() {
      for piece in Folding.fold(PersonName.joined(part)).split(separator: " ").map(String.init) {
        if index > 0, PersonName.suffixes.contains(piece) {
          if piece != "sr" { suffix = piece == "hijo" ? "jr" : piece }
        } else if PersonName.particles.contains(piece) {
          guard index == 0, parts.count > 1, PersonName.isGiven(piece, country) else { continue }
          words.append(piece)
        } else if words.isEmpty, parts.count > 1, PersonName.honorifics.contains(piece) {
          continue
        } else if let last = words.last, PersonName.prefixes.contains(last) {
          // "Abdel Fattah" is one name, written in two words or in one.
          words[words.count - 1] = last + piece
        } else {
          let isLast = index > 0 || parts.count == 1
          words.append(isLast ? PersonName.withoutArticle(piece, country) : piece)
        }
      }
    }
    if words.isEmpty { words = Folding.fold(name).split(separator: " ").map(String.init) }
    guard !words.isEmpty else { return nil }
    (self.words, self.suffix) = PersonName.regnal(words, suffix)
  }

  /// Takes a name apart that `slug` made.
  init(slug: some StringProtocol) {
    var words = String(slug).split(separator: Character("-")).map { String($0) }
    var suffix: String?
    if words.count > 1, let last = words.last, PersonName.suffixes.contains(last) {
      suffix = words.removeLast()
    }
    (self.words, self.suffix) = PersonName.regnal(words, suffix)
  }

  /// True for a name that `slug` made and that ends with a suffix, or with a numeral.
  static func hasSuffix(slug: Substring) -> Bool {
    guard let hyphen = slug.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
    return suffixes.contains(String(slug[slug.utf8.index(after: hyphen)...]))
  }

  /// With a numeral behind it one word is a whole name: "Felipe VI", and two names of popes are: "John Paul II".
  private static func regnal(_ words: [String], _ suffix: String?) -> ([String], String?) {
    guard let suffix, numerals.contains(suffix),
      words.count == 1 || words.allSatisfy({ Synonyms.regnalNames[$0] != nil })
    else { return (words, suffix) }
    return (words + [suffix], nil)
  }

  /// True for the name of a monarch or a pope with its numeral.
  var isRegnal: Bool {
    words.count > 1
      && words.last.map { PersonName.numerals.contains($0) || ["i", "v", "x"].contains($0) }
        ?? false
  }

  /// The name as English writes it, for a monarch or a pope who is told by it alone.
  var asRegnal: PersonName {
    PersonName(slug: words.map { Synonyms.regnalNames[$0] ?? $0 }.joined(separator: "-"))
  }

  /// The words that one of the name may stand for.
  func meanings(of word: String) -> [String] {
    (isRegnal ? Synonyms.regnalNames : Synonyms.givenNames).meanings(of: word)
  }

  /// True for a particle that is the given name, or the family name, where people of this country begin with it.
  private static func isGiven(_ word: String, _ country: String?) -> Bool {
    guard let country else { return false }
    return ["al", "ben"].contains(word)
      && ["US", "GB", "CA", "AU", "NZ", "IE", "ZA"].contains(country)
      || ["du", "le", "la", "van", "den", "di", "da", "do", "ter"].contains(word)
        && ["CN", "HK", "KH", "KP", "KR", "MM", "SG", "TH", "TW", "VN"].contains(country)
  }

  /// "Albusaidi" is "Al Busaidi", where family names have the Arabic article.
  private static func withoutArticle(_ word: String, _ country: String?) -> String {
    guard let country, arabic.contains(country), word.utf8.count > 6,
      word.hasPrefix("al") || word.hasPrefix("el")
    else { return word }
    return String(word.dropFirst(2))
  }

  /// The members of the Arab League, but for those where other languages come first (ISO 3166-1 alpha-2).
  private static let arabic: Set<String> = [
    "AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY",
    "TN", "YE",
  ]

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
  static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "hijo", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv",
    "xv",
    "xvi", "xxiii",
  ]
  /// Those of monarchs and popes that are more than one letter.
  static let numerals = suffixes.subtracting(["jr", "sr", "hijo"])
  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "dr", "dra", "sir", "sra", "madam", "madame", "dame", "lord", "hon", "prof",
  ]
}

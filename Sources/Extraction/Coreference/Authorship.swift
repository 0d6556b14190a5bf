import Records

/// Who an article comes from, by its address, its author and its title.
enum Authorship {
  /// The country whose government runs the site that an article is from: `whitehouse.gov`, `gob.mx`, `gov.uk`; nil for others.
  static func country(of url: String?) -> String? {
    let slash = UInt8(ascii: "/")
    let colon = UInt8(ascii: ":")
    guard
      let pieces = url?.utf8.split(
        separator: slash, maxSplits: 3, omittingEmptySubsequences: false),
      pieces.count > 2, pieces[0].last == colon, pieces[1].isEmpty
    else { return nil }
    let host = String(Substring(pieces[2].prefix { $0 != colon })).lowercased()
    let labels = host.split(separator: ".").map(String.init)
    guard let last = labels.last else { return nil }
    if last == "gov" || last == "mil" { return "US" }
    if host == "europa.eu" || host.hasSuffix(".europa.eu") { return "EU" }
    guard last.utf8.count == 2,
      labels.dropLast().contains(where: { ["gov", "gob", "gouv", "go", "gv", "govt"].contains($0) })
        || Authorship.palaces.contains(labels.suffix(2).joined(separator: "."))
    else { return nil }
    return last == "uk" ? "GB" : last.uppercased()
  }

  /// Sites of heads of state and government under the plain domain of their country.
  private static let palaces: Set<String> = [
    "kremlin.ru", "elysee.fr", "quirinale.it", "governo.it", "mid.ru", "bundesregierung.de",
    "bundeskanzler.de", "auswaertiges-amt.de", "casareal.es", "admin.ch", "regjeringen.no",
  ]

  /// The words that tell who wrote an article in the first person, with capitals: the author, or "Statement by ..." in the
  /// title, which some sites print without capitals; nil where neither tells a person.
  static func name(_ article: Article) -> String? {
    if let author = article.author, author.contains(" ") { return author }
    guard let title = article.title?.lowercased() else { return nil }
    for opening in openings where title.hasPrefix(opening) {
      var words: [String] = []
      for word in title.dropFirst(opening.count).split(separator: " ") {
        if ends.contains(String(word)) { break }
        words.append(small.contains(String(word)) ? String(word) : capitalized(word))
      }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
    return nil
  }

  private static func capitalized(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static let openings = [
    "statement by ", "statement from ", "statement of ", "remarks by ", "remarks of ",
    "message from ",
    "message by ", "letter from ", "op-ed by ", "press statement by ",
  ]
  private static let ends: Set<String> = [
    "on", "at", "regarding", "about", "following", "after", "before", "in", "to", "marking", "upon",
    "during", "concerning", "as",
  ]
  private static let small: Set<String> = [
    "of", "the", "and", "for", "de", "van", "von", "bin", "al",
  ]
}

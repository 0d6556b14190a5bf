/// A country, or what counts as one in diplomatic news.
public struct Country: Sendable, Equatable {
  /// What it is to the United Nations.
  public enum Status: String, Sendable, CaseIterable { case un, observer, other, bloc }

  /// ISO 3166-1 alpha-2, or `EU`, or `XK` for Kosovo.
  public let code: String
  public let status: Status
  /// The first is the usual one.
  public let englishNames: [String]
  /// Adjectives and people; the first is the usual one.
  public let englishDemonyms: [String]
  /// The first is the usual one.
  public let spanishNames: [String]
  /// Masculine singular; the first is the usual one.
  public let spanishDemonyms: [String]
  public let englishCapitals: [String]
  public let spanishCapitals: [String]

  init?(row: DataFile.Row, file: inout DataFile) {
    code = row.field(0)
    guard code.utf8.count == 2,
      code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else {
      file.report(row.line, "'\(code)' is no code of two capital letters")
      return nil
    }
    guard let status = Status(rawValue: row.field(1)) else {
      file.report(row.line, "'\(row.field(1))' is none of un, observer, other, bloc")
      return nil
    }
    self.status = status
    englishNames = row.alternatives(2)
    englishDemonyms = row.alternatives(3)
    spanishNames = row.alternatives(4)
    spanishDemonyms = row.alternatives(5)
    englishCapitals = row.alternatives(6)
    spanishCapitals = row.alternatives(7)
  }

  /// The English plural of a word for a people; nil where it has none of its own ("French", "Japanese").
  static func englishPlural(_ word: String) -> String? {
    let unchanging = ["ese", "ish", "ch", "wiss", "ss"]
    if unchanging.contains(where: word.hasSuffix) { return nil }
    if word.hasSuffix("man") { return String(word.dropLast(2)) + "en" }
    return word + "s"
  }

  /// The four Spanish forms of an adjective, from its masculine singular ("mexicano", "francés", "iraní", "belga").
  static func spanishForms(_ word: String) -> [String] {
    guard let last = word.unicodeScalars.last else { return [] }
    let stem = word.dropLast()
    switch last {
    case "o": return [word, "\(stem)a", "\(stem)os", "\(stem)as"]
    case "a", "e", "u": return [word, word + "s"]
    case "í", "ú": return [word, word + "es", word + "s"]
    default:
      // A final consonant: an accent on the last vowel goes when a syllable follows ("francés", "francesa").
      var base = word
      if let vowel = stem.last, let bare = plain(vowel) {
        base = "\(stem.dropLast())\(bare)\(last)"
      }
      return [word, base + "a", base + "es", base + "as"]
    }
  }

  /// A vowel without its accent; nil where it has none.
  private static func plain(_ vowel: Character) -> Character? {
    switch vowel {
    case "á": "a"
    case "é": "e"
    case "í": "i"
    case "ó": "o"
    case "ú": "u"
    default: nil
    }
  }
}

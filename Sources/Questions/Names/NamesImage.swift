import Gazetteer
import Records

/// The names that questions need as bytes that are used where they lie: `names.image`, made by `scripts/compile-grammar`.
///
/// Layout, little-endian: the header (`Header`); slots of 16 bytes of phrases (key, first entry, number of entries) and of
/// words of countries (key, codes of the name in English and Spanish, the adjective, the capital); entries of 8 bytes (kind,
/// index); countries (code, offsets of six lists); bodies (offset of a list); lists (number, then length and UTF-8 of each).
public enum NamesImage {
  /// The lists of names of a country.
  enum List: Int, CaseIterable {
    case englishNames, englishDemonyms, spanishNames, spanishDemonyms, englishCapitals,
      spanishCapitals
  }

  /// Bytes of a country: its code in two, two that are free, and an offset for each list.
  static let countryLength = 4 + 4 * List.allCases.count

  /// Where the parts of an image begin (offsets in bytes) and how many there are of each.
  struct Header {
    static let length = 48
    var digest: UInt64 = 0
    var phrases = 0
    var phraseSlots = 0
    var words = 0
    var wordSlots = 0
    var entries = 0
    var countries = 0
    var countryCount = 0
    var bodies = 0
    var longest = 0
    var end = 0

    init() {}

    /// Reads a header; `word` gives the 32 bits at an offset.
    init(_ word: (Int) -> UInt32) {
      digest = UInt64(word(0)) | UInt64(word(4)) << 32
      var at = 8
      for field in Header.fields {
        self[keyPath: field] = Int(word(at))
        at += 4
      }
    }

    static var fields: [WritableKeyPath<Header, Int>] {
      [
        \.phrases, \.phraseSlots, \.words, \.wordSlots, \.entries, \.countries, \.countryCount,
        \.bodies,
        \.longest, \.end,
      ]
    }
  }

  /// The image of the data files that are compiled into the program.
  public static func make() -> [UInt8] { make(.shared, digest: DataTexts.digestOfNames) }

  static func make(_ gazetteer: Gazetteer, digest: UInt64) -> [UInt8] {
    var writer = NamesImageWriter()
    return writer.write(gazetteer, digest: digest)
  }

  /// The key of folded words: 64-bit FNV-1a, never 0.
  static func key(_ folded: String) -> UInt64 {
    folded.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } | 1
  }

  /// A code of two letters as a number; 0 for none.
  static func number(_ code: String?) -> UInt16 {
    guard let letters = code.map({ Array($0.utf8) }), letters.count == 2 else { return 0 }
    return UInt16(letters[0]) | UInt16(letters[1]) << 8
  }
}

import CResources
import Language

/// The words that date expressions are made of, in both languages (`Sources/CResources/dates/dates.tsv`).
struct DateWords: Sendable {
  /// What a word may be in a date. The names are those of the data file.
  enum Class: UInt8, CaseIterable, Sendable {
    case month, monthShort, weekday, weekdayShort, cardinal, vague, ordinal, decadeWord, decade
    case unit, deictic, lastNight, dayPart, last, this, next, following, previously, same, ago, hace
    case dentro, later, earlier, after, before, early, season, to, and, between, from, of, the, `in`
    case comma, since, until, about, yearCue, monthCue, monthCueWeak, nameBefore, nameAfter
    case planAfter, planBefore, counted, dateline
    case future, planning, past, be, infinitive, complementizer, conjunction, notPast, open

    /// The classes by their names in the file.
    static let byName = Dictionary(
      uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })
    /// A bit for the class in a set of classes.
    var bit: UInt64 { 1 << UInt64(rawValue) }
  }

  /// One thing that a word may be, with its number (month 1...12, days of a unit, offset in days).
  struct Entry: Sendable, Equatable {
    var kind: Class
    var value: Int
  }

  /// A line of the data file that cannot be read.
  struct Failure: Error, Equatable, CustomStringConvertible {
    var line: Int
    var reason: String
    var description: String { "dates.tsv:\(line): \(reason)" }
  }

  private var english: [String: [Entry]] = [:]
  private var spanish: [String: [Entry]] = [:]
  private var englishPlanning: [String] = []
  private var spanishPlanning: [String] = []
  private var planningOpenings = WordOpenings(length: 3)
  /// The words without which a sentence holds no date.
  private var triggers = WordFilter()
  /// All words of the table.
  private var known = WordFilter()

  /// Reads the four columns language, class, value, forms; throws `Failure` with the line that is wrong.
  init(tsv: String) throws {
    var number = 0
    for line in tsv.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4 else {
        throw Failure(line: number, reason: "four columns are needed, \(fields.count) found")
      }
      guard let language = LanguageCode(rawValue: String(fields[0])) else {
        throw Failure(line: number, reason: "unknown language \(fields[0])")
      }
      guard let kind = Class.byName[String(fields[1])] else {
        throw Failure(line: number, reason: "unknown class \(fields[1])")
      }
      guard let value = Int(fields[2]) else {
        throw Failure(line: number, reason: "\(fields[2]) is no number")
      }
      for form in fields[3].split(separator: " ") {
        guard DateWords.fold(String(form)) == form else {
          throw Failure(line: number, reason: "\(form) is not folded")
        }
        add(String(form), Entry(kind: kind, value: value), language)
      }
    }
  }

  private init() {}

  private mutating func add(_ form: String, _ entry: Entry, _ language: LanguageCode) {
    switch language {
    case .english: english[form, default: []].append(entry)
    case .spanish: spanish[form, default: []].append(entry)
    }
    known.insert(form)
    switch entry.kind {
    case .planning:
      if language == .english { englishPlanning.append(form) } else { spanishPlanning.append(form) }
      planningOpenings.insert(form)
    case .month, .monthShort, .weekday, .weekdayShort, .unit, .deictic, .lastNight, .dayPart,
      .decade:
      triggers.insert(form)
    default: break
    }
  }

  /// True if a word may begin or make a date: a word of a calendar (also a compound with one), or four digits in a row.
  func isTrigger(_ token: Token) -> Bool {
    if triggers.mayContain(token.code) { return true }
    var digits = 0
    var isPlain = true
    for byte in token.form.utf8 {
      if byte >= 0x30 && byte <= 0x39 {
        digits += 1
        if digits == 4 { return true }
      } else {
        digits = 0
        if byte >= 0xC3 && byte <= 0xCF || byte == 0x2D || byte == 0xE2 { isPlain = false }
      }
    }
    if isPlain { return false }
    // Accents and hyphens: look the folded parts up one by one.
    return DateWords.fold(token.form)
      .split(whereSeparator: { $0 == "-" || $0 == "–" || $0 == "’" })
      .contains { triggers.mayContain(WordCode($0)) }
  }

  /// The words compiled into the program; the tests read the file strictly.
  static let builtIn: DateWords = {
    let bytes = UnsafeBufferPointer(
      start: chancery_dates_tsv, count: chancery_dates_tsv_length)
    return (try? DateWords(tsv: String(decoding: bytes, as: UTF8.self))) ?? DateWords()
  }()

  /// What a folded word may be; empty for a word that no date has.
  func entries(_ folded: String, _ language: LanguageCode) -> [Entry] {
    entries(folded, WordCode(folded), language)
  }

  /// What a folded word may be, by its code first.
  func entries(_ folded: String, _ code: WordCode, _ language: LanguageCode) -> [Entry] {
    guard known.mayContain(code) else { return [] }
    switch language {
    case .english: return english[folded] ?? []
    case .spanish: return spanish[folded] ?? []
    }
  }

  /// True if a folded word begins like a verb or an adjective of planning ("scheduled", "acordaron").
  func isPlanning(_ folded: String, _ language: LanguageCode) -> Bool {
    guard planningOpenings.mayOpen(folded) else { return false }
    for prefix in language == .english ? englishPlanning : spanishPlanning
    where folded.hasPrefix(prefix) {
      return true
    }
    return false
  }

  /// Lower case without the accents of Spanish, without final full stops: the form in which words are looked up.
  static func fold(_ word: String) -> String {
    if isFolded(word) { return word }
    return String(unsafeUninitializedCapacity: word.utf8.count) { out in
      var count = 0
      func put(_ byte: UInt8) {
        out[count] = byte
        count += 1
      }
      var lead: UInt8 = 0
      for byte in word.utf8 {
        if lead == 0xC3 {
          lead = 0
          if let base = DateWords.base(byte) {
            put(base)
          } else {
            put(0xC3)
            put(byte)
          }
        } else if byte == 0xC3 {
          lead = byte
        } else if byte >= 0x41 && byte <= 0x5A {
          put(byte | 0x20)
        } else {
          put(byte)
        }
      }
      while count > 1, out[count - 1] == UInt8(ascii: ".") { count -= 1 }
      return count
    }
  }

  /// True for a word without capitals, accents of Spanish and full stops, which most are.
  private static func isFolded(_ word: String) -> Bool {
    word.utf8.allSatisfy { byte in
      byte != 0xC3 && byte != UInt8(ascii: ".") && !(byte >= 0x41 && byte <= 0x5A)
    }
  }

  /// The letter under the accent, for the second byte of U+00C0...U+00FF.
  private static func base(_ byte: UInt8) -> UInt8? {
    switch byte | 0x20 {
    case 0xA0...0xA5: UInt8(ascii: "a")
    case 0xA8...0xAB: UInt8(ascii: "e")
    case 0xAC...0xAF: UInt8(ascii: "i")
    case 0xB1: UInt8(ascii: "n")
    case 0xB2...0xB6: UInt8(ascii: "o")
    case 0xB9...0xBC: UInt8(ascii: "u")
    default: nil
    }
  }
}

import Records

/// Reads the dates that stand beside articles: ISO 8601, RFC 822, Unix time, and dates written out in English or
/// Spanish. The day is the one that is written; hours and time zones are not looked at.
enum PublishedDate {
  /// The date, or nil where the text is none or leaves open which (`03/04/2023`).
  static func read(_ text: some StringProtocol) -> EDTF? {
    let trimmed = text.trimmingBlanks()
    guard trimmed.utf8.count <= 100 else { return nil }
    if let date = EDTF(trimmed) { return date }
    if let day = isoDay(trimmed) ?? unixTime(trimmed) { return EDTF(day) }
    return inWords(trimmed) ?? inNumbers(trimmed)
  }

  /// `2023-10-16…`, `2023/10/16…`, `20231016…` at the start, followed by no other digit.
  private static func isoDay(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), bytes.count >= 8 else { return nil }
    if let month = number(4..<6), let day = number(6..<8) {
      if bytes.count > 8, isDigit(bytes[8]) { return nil }
      return Day(year: year, month: month, day: day)
    }
    guard "-/.".utf8.contains(bytes[4]), let month = number(5..<7), bytes.count >= 10,
      bytes[7] == bytes[4], let day = number(8..<10), bytes.count == 10 || !isDigit(bytes[10])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Seconds, or milliseconds, since 1970 (of the years 1973 to 2286); the day in UTC.
  private static func unixTime(_ text: String) -> Day? {
    guard text.utf8.allSatisfy(isDigit), let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 9, 10: return Day(number: number / 86_400)
    case 12, 13: return Day(number: number / 86_400_000)
    default: return nil
    }
  }

  /// `16 October 2023`, `October 16, 2023`, `16 de octubre de 2023`, `October 2023`, with a weekday and a time or not.
  private static func inWords(_ text: String) -> EDTF? {
    let words = self.words(text)
    guard let at = words.firstIndex(where: { month($0) != nil }), let month = month(words[at])
    else { return nil }
    var day: Int?
    var year: Int?
    // Behind the month: day and year, or the year alone.
    var next = at + 1
    if next < words.count, let number = dayNumber(words[next]) {
      day = number
      next += 1
    }
    while next < words.count, ["de", "del", "of"].contains(words[next]) { next += 1 }
    if next < words.count, words[next].utf8.count == 4 { year = Int(words[next]) }
    // Before it: the day.
    var before = at - 1
    while before >= 0, ["de", "of"].contains(words[before]) { before -= 1 }
    if day == nil, before >= 0 { day = dayNumber(words[before]) }
    guard let year, (1000...9999).contains(year) else { return nil }
    guard let day else { return EDTF(year: year, month: month) }
    return Day(year: year, month: month, day: day).map { EDTF($0) }
  }

  /// `16/10/2023` or `10/16/2023` where only one reading is a date, or both are the same; `16.10.2023`.
  private static func inNumbers(_ text: String) -> EDTF? {
    let first = text.split(separator: " ").first ?? ""
    let parts = first.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
      parts[1].utf8.count <= 2, let one = Int(parts[0]), let two = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    let dayFirst = Day(year: year, month: two, day: one)
    // With full stops the day is always first.
    if first.contains(".") { return dayFirst.map { EDTF($0) } }
    let monthFirst = Day(year: year, month: one, day: two)
    guard dayFirst == nil || monthFirst == nil || dayFirst == monthFirst else { return nil }
    return (dayFirst ?? monthFirst).map { EDTF($0) }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func dayNumber(_ word: String) -> Int? {
    var digits = word[...]
    for ending in ["st", "nd", "rd", "th", "º"] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
      break
    }
    guard digits.utf8.count <= 2, let number = Int(digits), (1...31).contains(number) else {
      return nil
    }
    return number
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex { $0.contains(word) }.map { $0 + 1 }
  }

  private static let months: [[String]] = [
    ["january", "jan", "enero", "ene"], ["february", "feb", "febrero"],
    ["march", "mar", "marzo"], ["april", "apr", "abril", "abr"], ["may", "mayo"],
    ["june", "jun", "junio"], ["july", "jul", "julio"], ["august", "aug", "agosto", "ago"],
    ["september", "sep", "sept", "septiembre", "setiembre", "set"],
    ["october", "oct", "octubre"], ["november", "nov", "noviembre"],
    ["december", "dec", "diciembre", "dic"],
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension StringProtocol {
  /// Without the blanks and line ends at both ends.
  func trimmingBlanks() -> String {
    var view = Substring(self).unicodeScalars
    while let first = view.first, first.properties.isWhitespace || first == "\u{FEFF}" {
      view.removeFirst()
    }
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// With every run of blanks and line ends as one blank, none at the ends.
  func collapsingBlanks() -> String {
    if isPlainLine { return String(self) }
    var text = ""
    var pending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        pending = !text.isEmpty
      } else {
        if pending { text.unicodeScalars.append(" ") }
        pending = false
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// True for ASCII without control characters, with single blanks and none at the ends, which most lines are.
  private var isPlainLine: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }
}

import Records

/// What the head of a clipping tells of the article. The head stays in the text; offsets count from its start.
enum ClippingHeader {
  /// Lines looked at; a head is short.
  private static let lineCount = 8

  /// Reads date, title, author and the fields that are named from the first lines of a text.
  static func read(_ text: String, into fields: inout ArticleFields) {
    // Metadata of the first lines only: 4 KB hold them.
    let head = Array(
      String(decoding: text.utf8.prefix(4096), as: UTF8.self)
        .split(omittingEmptySubsequences: false) { $0.isNewline })
    var isHead = true
    var seen = 0
    for (index, raw) in head.enumerated() {
      let line = raw.collapsingBlanks()
      if line.isEmpty { continue }
      seen += 1
      guard seen <= lineCount, isHead else { return }
      if let (field, value) = named(line) {
        fields.set(field, value)
      } else if let date = leadingDate(line) {
        fields.set(.published, date)
        // Seeds have " date 2023-10-16 TEXT…" on the line of the text itself.
        isHead = line.utf8.count < 60
      } else if let author = byline(line) {
        fields.set(.author, author)
      } else if line.utf8.count <= 60, let date = PublishedDate.read(line),
        date.earliest == date.latest
      {
        fields.set(.published, line)
      } else if seen <= 2, fields[.author] == nil,
        BareAuthor.isOne(line, followedBy: head.dropFirst(index + 1))
      {
        fields.set(.author, line)
      } else if seen <= 3, fields[.title] == nil,
        isTitle(line, followedBy: head.dropFirst(index + 1))
          || seen == 1 && isShortTitle(line, followedBy: head.dropFirst(index + 1))
      {
        fields.set(.title, line)
      } else {
        if let date = dateline(line) { fields.set(.published, date) }
        isHead = false
      }
    }
  }

  /// `Title: …`, `Author: …`, `Date: …`: a known field name, a colon, and a value.
  private static func named(_ line: String) -> (Field, String)? {
    guard let colon = line.firstIndex(of: ":"), line.utf8.count <= 400 else { return nil }
    let name = line[..<colon]
    let value = line[line.index(after: colon)...].trimmingBlanks()
    guard !value.isEmpty, let field = names[name.lowercased()] else { return nil }
    if field == .published, PublishedDate.read(value) == nil { return nil }
    if field == .url, !value.hasPrefix("http") { return nil }
    return (field, value)
  }

  private static let names: [String: Field] = [
    "title": .title, "headline": .title, "título": .title, "titular": .title, "author": .author,
    "byline": .author,
    "autor": .author, "date": .published, "published": .published, "publication date": .published,
    "fecha": .published, "publicado": .published, "source": .outlet, "outlet": .outlet,
    "publication": .outlet,
    "fuente": .outlet, "medio": .outlet, "url": .url, "link": .url, "language": .language,
    "lang": .language,
    "idioma": .language,
  ]

  /// `date 2023-10-16 …`, or a line that begins with an ISO date.
  private static func leadingDate(_ line: String) -> String? {
    var rest = line[...]
    for word in ["date ", "published ", "fecha ", "publicado "]
    where rest.lowercased().hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { $0 == " " || $0 == ":" }
      break
    }
    let date = rest.prefix(10)
    guard Day(iso: date) != nil else { return nil }
    let next = rest.dropFirst(10).first
    guard next == nil || next == " " || next == "T" || next == "\t" else { return nil }
    return String(date)
  }

  /// `By NAME`, `Por NOMBRE`: two to six words that begin with capitals, connecting words apart.
  private static func byline(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard (3...9).contains(words.count), ["by", "por"].contains(words[0].lowercased()),
      let last = line.unicodeScalars.last, !".!?:;".unicodeScalars.contains(last)
    else { return nil }
    let connecting: Set<Substring> = [
      "and", "y", "e", "de", "del", "la", "von", "van", "da", "in", "en", "for",
    ]
    let isName = words.dropFirst().allSatisfy { word in
      connecting.contains(word) || word.first?.isUppercase == true
    }
    return isName ? words.dropFirst().joined(separator: " ") : nil
  }

  /// One line of four to thirty words, no sentence, and a longer text behind it: not a name, not a sentence.
  private static func isTitle(_ line: String, followedBy rest: ArraySlice<Substring>) -> Bool {
    let words = line.split(separator: " ")
    guard (4...30).contains(words.count), let last = line.unicodeScalars.last,
      line.utf8.count <= 250,
      !".:;,\"”»…".unicodeScalars.contains(last), line.first?.isLowercase == false
    else { return false }
    return rest.contains { $0.utf8.count > line.utf8.count || $0.utf8.count > 120 }
  }

  /// Up to three words that begin with a capital, and a line of a head behind them: a byline, a date.
  private static func isShortTitle(_ line: String, followedBy rest: ArraySlice<Substring>) -> Bool {
    guard line.split(separator: " ").count < 4, line.first?.isUppercase == true,
      let last = line.unicodeScalars.last, !".:;,\"”»…".unicodeScalars.contains(last),
      let next = rest.lazy.map({ $0.collapsingBlanks() }).first(where: { !$0.isEmpty })
    else { return false }
    if byline(next) != nil || named(next) != nil { return true }
    guard next.utf8.count < 60 else { return false }
    return leadingDate(next) != nil
      || PublishedDate.read(next).map { $0.earliest == $0.latest } == true
  }

  /// `CARACAS, October 16, 2023 (Agency) -`: the date of a dateline that tells the year.
  private static func dateline(_ line: String) -> String? {
    let head = String(line.unicodeScalars.prefix(80))
    for separator in [" — ", " – ", " - ", " -- ", ".- ", "—"] {
      guard let end = head.range(of: separator) else { continue }
      var place = String(head[..<end.lowerBound])
      if let bracket = place.firstIndex(of: "(") { place = String(place[..<bracket]) }
      guard let comma = place.firstIndex(of: ","), place.first?.isUppercase == true else {
        return nil
      }
      let date = place[place.index(after: comma)...].trimmingBlanks()
      guard let read = PublishedDate.read(date), read.earliest == read.latest else { return nil }
      return date
    }
    return nil
  }
}

extension StringProtocol {
  /// Where `other` stands for the first time.
  func range(of other: some StringProtocol) -> Range<Index>? {
    let needle = Array(other.unicodeScalars)
    let view = unicodeScalars
    var start = view.startIndex
    while start < view.endIndex {
      if view[start...].starts(with: needle) {
        return start..<view.index(start, offsetBy: needle.count)
      }
      start = view.index(after: start)
    }
    return nil
  }
}

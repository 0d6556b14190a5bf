import Records

/// Makes articles of the fields that the readers find.
struct ArticleBuilder {
  /// The path as given or found.
  let path: String
  /// What ids are made from where the input gives none.
  let name: String
  let options: ReadingOptions

  /// The article, with a note where one of its fields could not be read; or why it is none.
  ///
  /// `place` is the line or the number of the article in its input; nil for an input of one article.
  func build(_ fields: ArticleFields, place: Place?) -> [ReadingEvent] {
    let source = path + (place?.suffix ?? "")
    func refuse(_ reason: String) -> [ReadingEvent] {
      [
        .refused(
          Refusal(source: path + (place?.hashSuffix ?? ""), line: place?.line, reason: reason))
      ]
    }
    guard var text = fields[.text] ?? fields[.markup] else {
      return refuse("no text: one of the fields text, body, content, articleBody … is needed")
    }
    if fields[.text] == nil || fields.rank(of: .text) != 0 && HTMLText.looksLikeMarkup(text) {
      guard text.utf8.count <= options.limits.page else {
        return refuse(tooLong(options.limits.page))
      }
      if let reason = MarkupMeasure.excess(in: text.utf8) { return refuse(reason) }
      text = HTMLText.plain(text)
      guard text.utf8.contains(where: { $0 > 0x20 }) else { return refuse("no text but markup") }
    }
    guard text.utf8.count <= options.limits.text else {
      return refuse(tooLong(options.limits.text))
    }
    guard !text.utf8.contains(0) else {
      return refuse("NUL characters in the text: no article has any")
    }

    var events: [ReadingEvent] = []
    var published = options.date
    if let written = fields[.published] {
      published = PublishedDate.read(written)
      if published == nil {
        events.append(
          .noted(
            Refusal(
              source: path + (place?.hashSuffix ?? ""), line: place?.line,
              reason:
                "the date of publication is left open, for it cannot be read: \(Self.shown(written))"
            )))
      }
    }
    events.append(
      .article(
        Article(
          id: line(fields[.id]) ?? name + (place?.suffix ?? ""), text: text, published: published,
          title: line(fields[.title]),
          language: Self.language(fields[.language]) ?? options.language,
          url: line(fields[.url]).flatMap(Self.canonical), outlet: line(fields[.outlet]),
          author: author(fields[.author]),
          source: source)))
    return events
  }

  /// Where an article stands in its input.
  struct Place {
    /// The line that it begins on, counted from 1.
    var line: Int?
    /// Which of the articles of the input it is, counted from 1, where lines do not tell them apart.
    var number: Int?

    var suffix: String {
      if let number { return "#\(number)" }
      return line.map { ":\($0)" } ?? ""
    }
    /// Behind the path in messages that tell the line besides.
    var hashSuffix: String { line == nil ? suffix : "" }
  }

  private func tooLong(_ limit: Int) -> String {
    "the article is longer than \(limit >> 10) KiB; news articles are not: split it"
  }

  /// One line of text without markup or character references; nil for none.
  private func line(_ value: String?) -> String? {
    guard let value else { return nil }
    let plain = value.utf8.contains(UInt8(ascii: "&")) ? HTMLText.plain(value) : value
    let line = plain.collapsingBlanks()
    return line.isEmpty || line.utf8.contains(0) ? nil : line
  }

  /// An address without its fragment and without the parameters by which visits are counted; nil for one that says where
  /// on its site a page is, but not on which: it may be the address of many.
  static func canonical(_ url: String) -> String? {
    if let first = url.first, "/?#.".contains(first), !url.hasPrefix("//") { return nil }
    // Most have neither a fragment nor parameters.
    guard url.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }) else {
      return url
    }
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first, let mark = address.firstIndex(of: "?") else {
      return parts.first.map(String.init) ?? url
    }
    let counted = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "cmpid=", "ocid="]
    let kept = address[address.index(after: mark)...].split(separator: "&").filter { parameter in
      !counted.contains { parameter.hasPrefix($0) }
    }
    return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private func author(_ value: String?) -> String? {
    guard let name = line(value).map(Self.unlisted) else { return nil }
    for prefix in ["By ", "by ", "BY ", "Por ", "POR ", "por "] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  /// `['Jane Doe', "Joe Roe"]`, as Python writes a list, with commas between the names.
  private static func unlisted(_ value: String) -> String {
    guard value.utf8.count < 1000, value.hasPrefix("['") || value.hasPrefix("[\""),
      value.hasSuffix("']") || value.hasSuffix("\"]")
    else { return value }
    let names = value.dropFirst().dropLast().split(separator: ",").map { part in
      part.trimmingBlanks().trimmingPrefix { $0 == "'" || $0 == "\"" }
    }
    return names.map { String($0.reversed().drop { $0 == "'" || $0 == "\"" }.reversed()) }
      .joined(separator: ", ")
  }

  /// Two letters of ISO 639-1 from `en-US`, `es_MX`, `eng`, `Spanish`; nil for what is none of a language known here.
  static func language(_ value: String?) -> String? {
    guard let value else { return nil }
    let word = value.trimmingBlanks().lowercased()
    switch word {
    case "english", "eng", "inglés", "ingles": return "en"
    case "spanish", "spa", "español", "espanol", "castellano": return "es"
    default: break
    }
    let code = word.split { $0 == "-" || $0 == "_" }.first ?? ""
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    return String(code)
  }

  private static func shown(_ value: String) -> String {
    let line = value.collapsingBlanks()
    return line.count > 40 ? line.prefix(40) + "…" : line
  }
}

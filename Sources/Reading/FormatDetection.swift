/// Tells formats by the first bytes of an input. File names are looked at only where the content leaves it open.
enum FormatDetection {
  /// The format of an input whose first bytes, decompressed and without byte order mark, are `head`.
  static func format(of head: ArraySlice<UInt8>, name: String) -> InputFormat {
    let lower = name.lowercased()
    func named(_ endings: String...) -> Bool { endings.contains { lower.hasSuffix($0) } }
    let text = head.drop { $0 <= 0x20 }
    switch text.first {
    case UInt8(ascii: "{"):
      guard let second = text.dropFirst().first(where: { $0 > 0x20 }),
        second == 0x22 || second == 0x7D
      else { break }
      if named(".jsonl", ".ndjson") { return .ndjson }
      return isOpenAtLineEnd(text, orIf: named(".json")) ? .json : .ndjson
    case UInt8(ascii: "["):
      let second = text.dropFirst().first { $0 > 0x20 }
      if second == UInt8(ascii: "{") || second == UInt8(ascii: "]") || named(".json") {
        return .json
      }
    case UInt8(ascii: "<"):
      if let format = markup(text) { return format }
    case UInt8(ascii: "-"):
      if isFrontMatter(text) { return .markdown }
    default: break
    }
    if named(".jsonl", ".ndjson") { return .ndjson }
    if named(".json") { return .json }
    if named(".md", ".markdown") { return .markdown }
    if named(".html", ".htm", ".xhtml") { return .html }
    if named(".csv", ".tsv") || isCSVHeader(text) { return .csv }
    if named(".rss", ".atom") { return .feed }
    return .text
  }

  /// True if the first line ends within a JSON object that goes on below, as one written for people does. A line that
  /// ends in a string is a broken one. `unknown` is the answer where the line is longer than what is at hand.
  private static func isOpenAtLineEnd(_ text: ArraySlice<UInt8>, orIf unknown: Bool) -> Bool {
    var depth = 0
    var inString = false
    var isEscaped = false
    for byte in text {
      switch byte {
      case 0x0A: return depth > 0 && !inString
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = inString
      case UInt8(ascii: "\""): inString.toggle()
      case UInt8(ascii: "{"), UInt8(ascii: "["): if !inString { depth += 1 }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): if !inString { depth -= 1 }
      default: break
      }
    }
    return unknown
  }

  /// HTML, or a feed, or nil for other XML and for text that begins with "<".
  private static func markup(_ text: ArraySlice<UInt8>) -> InputFormat? {
    let head = String(decoding: text.prefix(8192), as: UTF8.self).lowercased()
    let tags = head.split(separator: "<").map {
      $0.prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "!" }
    }
    let names = head.split(separator: "<").map {
      $0.split { $0 == " " || $0 == "\n" || $0 == ">" }.dropFirst().first ?? ""
    }
    for (tag, name) in zip(tags, names) {
      switch tag {
      // Feeds of version 0.91 have one.
      case "!doctype" where ["rss", "feed", "rdf:rdf"].contains(name): return .feed
      case "rss", "feed", "rdf:rdf", "atom:feed": return .feed
      case "html", "!doctype", "head", "body", "article", "div", "p", "meta", "main", "section",
        "title", "h1":
        return .html
      default: continue
      }
    }
    return nil
  }

  /// True for XML of which neither a page nor a feed is known: drawings, site maps, data.
  static func isOtherMarkup(_ head: ArraySlice<UInt8>) -> Bool {
    let text = head.drop { $0 <= 0x20 }
    guard text.starts(with: "<?xml".utf8) || text.starts(with: "<svg".utf8) else { return false }
    return markup(text) == nil
  }

  /// `---`, lines of YAML, `---`.
  private static func isFrontMatter(_ text: ArraySlice<UInt8>) -> Bool {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    guard let first = lines.first, first.elementsEqual("---".utf8) else { return false }
    return lines.dropFirst().contains {
      $0.elementsEqual("---".utf8) || $0.elementsEqual("...".utf8)
    }
  }

  /// Names with one delimiter between them, and one of them is the text.
  private static func isCSVHeader(_ text: ArraySlice<UInt8>) -> Bool {
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count <= 4096 else { return false }
    return ",;\t".utf8.contains { delimiter in
      let names = line.split(separator: delimiter, omittingEmptySubsequences: false).map { name in
        String(decoding: name, as: UTF8.self).filter { $0 != "\"" }.trimmingBlanks()
      }
      guard names.count >= 2,
        names.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 40 && !$0.contains(" ") })
      else { return false }
      return names.contains { Field.named($0)?.field == .text || Field.named($0)?.field == .markup }
    }
  }

  /// What an input is that holds no text, and what helps; nil for text.
  static func unreadable(_ head: ArraySlice<UInt8>, path: String) -> String? {
    func starts(_ bytes: UInt8...) -> Bool { head.starts(with: bytes) }
    func starts(_ text: String) -> Bool { head.starts(with: text.utf8) }
    func holds(_ text: String) -> Bool { head.prefix(4096).containsSequence(text.utf8) }
    if starts("%PDF-") {
      return "a PDF: convert it first, for example with pdftotext -layout (poppler-utils)"
    }
    if starts("PK\u{3}\u{4}") || starts("PK\u{5}\u{6}") {
      if holds("word/") || holds("xl/") || holds("ppt/") || holds("opendocument")
        || holds("[Content_Types].xml")
      {
        return
          "an Office document: convert it first, for example with libreoffice --headless --convert-to txt:Text, "
          + "or pandoc -t plain"
      }
      return holds("epub")
        ? "an EPUB: convert it first with pandoc -t plain"
        : "a ZIP archive: unpack it first with unzip"
    }
    if starts(0xD0, 0xCF, 0x11, 0xE0) {
      return
        "an old Office document: convert it first, for example with libreoffice --headless --convert-to txt:Text"
    }
    if starts("{\\rtf") {
      return
        "an RTF document: convert it first, for example with libreoffice --headless --convert-to txt:Text"
    }
    if starts("SQLite format 3") { return "an SQLite database, no article" }
    if starts("BZh") { return "compressed with bzip2: unpack it first with bunzip2" }
    if starts(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00) {
      return "compressed with xz: unpack it first with unxz"
    }
    if head.count > 262,
      head[head.startIndex + 257..<head.startIndex + 262].elementsEqual("ustar".utf8)
    {
      return "a tar archive: unpack it first with tar -x"
    }
    if head.count > 7, head.allSatisfy({ $0 == 0 }) { return "nothing but NUL bytes" }
    guard let zero = head.firstIndex(of: 0) else {
      let controls = head.count {
        $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains($0) || $0 == 0x7F
      }
      return controls * 20 > head.count ? "a binary file, no text" : nil
    }
    let zeros = head.count { $0 == 0 }
    if zeros * 3 > head.count, head.count > 3 {
      let order = (zero - head.startIndex) % 2 == 0 ? "UTF-16BE" : "UTF-16LE"
      return
        "a binary file, or UTF-16 without a byte order mark: then convert it with iconv -f \(order) -t UTF-8"
    }
    return "a binary file, no text"
  }
}

/// Turns Markdown into plain paragraphs: the signs of headings, emphasis, links, images, quotations and code go, their
/// words stay.
enum MarkdownText {
  /// The paragraphs, with an empty line between them, and the heading of the first level that stands before them.
  static func plain(_ markdown: String) -> (title: String?, text: String) {
    var title: String?
    var paragraphs: [String] = []
    var current: [String] = []
    var inCode = false
    var inComment = false
    func finish() {
      let text = current.joined(separator: "\n")
      if !text.isEmpty { paragraphs.append(text) }
      current = []
    }
    for raw in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = raw.trimmingBlanks()
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        inCode.toggle()
        finish()
        continue
      }
      if inCode { continue }
      if inComment || line.hasPrefix("<!--") {
        inComment = line.range(of: "-->") == nil
        continue
      }
      while line.hasPrefix(">") { line = line.dropFirst().trimmingBlanks() }
      let hashes = line.prefix { $0 == "#" }.count
      if (1...6).contains(hashes), line.dropFirst(hashes).first == " " {
        finish()
        let heading = inline(line.dropFirst(hashes).trimmingBlanks().trimmingSuffix("#"))
        if hashes == 1, title == nil, paragraphs.isEmpty {
          title = heading
        } else {
          paragraphs.append(heading)
        }
        continue
      }
      if let heading = current.first, current.count == 1, let level = underline(line) {
        current = []
        if level == 1, title == nil, paragraphs.isEmpty {
          title = heading
        } else {
          paragraphs.append(heading)
        }
        continue
      }
      if line.isEmpty || isRule(line) || isReference(line) {
        finish()
        continue
      }
      for bullet in ["- ", "* ", "+ "] where line.hasPrefix(bullet) {
        finish()
        line = String(line.dropFirst(2))
      }
      let text = inline(line)
      if !text.isEmpty { current.append(text) }
    }
    finish()
    return (title, paragraphs.joined(separator: "\n\n"))
  }

  /// The level of the heading above a line of nothing but `=` or `-`; nil for another line.
  private static func underline(_ line: String) -> Int? {
    guard let first = line.first, line.count > 1, line.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first == "=" ? 1 : first == "-" ? 2 : nil
  }

  /// A line of text without the signs of emphasis, links, images and code.
  static func inline(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\\" where "\\`*_{}[]()#+-.!>~|".unicodeScalars.contains(next):
        text.append(next)
        index += 2
        continue
      case "!" where next == "[":
        if let link = self.link(scalars, at: index + 1) {
          index = link.end
          continue
        }
      case "[":
        if let link = self.link(scalars, at: index) {
          text.append(
            contentsOf: inline(String(String.UnicodeScalarView(link.words))).unicodeScalars)
          index = link.end
          continue
        }
      case "`":
        index += 1
        continue
      case "*", "~":
        guard scalar == "*" || next == "~" else { break }
        index += 1
        continue
      case "_":
        // Inside a word it is a letter of a name (snake_case, a handle).
        let before = index > 0 ? scalars[index - 1] : " "
        if !(isWord(before) && isWord(next)), !(before == "@") {
          index += 1
          continue
        }
      default: break
      }
      text.append(scalar)
      index += 1
    }
    return String(text).trimmingBlanks()
  }

  /// `[words](address)`, and where it ends; nil for brackets that are none. Looks no further than 2,000 scalars.
  private static func link(_ scalars: [Unicode.Scalar], at start: Int) -> (
    words: ArraySlice<Unicode.Scalar>, end: Int
  )? {
    let limit = min(scalars.count, start + 2000)
    guard let close = scalars[start..<limit].firstIndex(of: "]"), close + 1 < limit,
      scalars[close + 1] == "(",
      let end = scalars[(close + 2)..<limit].firstIndex(of: ")")
    else { return nil }
    return (scalars[(start + 1)..<close], end + 1)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }

  /// `---`, `***`, `===`.
  private static func isRule(_ line: String) -> Bool {
    line.utf8.count >= 3
      && (line.allSatisfy { $0 == "-" } || line.allSatisfy { $0 == "*" }
        || line.allSatisfy { $0 == "=" })
  }

  /// `[name]: https://…`
  private static func isReference(_ line: String) -> Bool {
    line.hasPrefix("[") && line.range(of: "]: http") != nil
  }
}

extension String {
  /// Without the characters at the end that are `character`, and the blanks before them.
  func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return text.trimmingBlanks()
  }
}

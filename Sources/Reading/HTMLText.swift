/// Turns markup into paragraphs: blocks with an empty line between them, line breaks kept, blanks as one blank.
struct HTMLText {
  private(set) var paragraphs: [Paragraph] = []
  private var current = ""
  private var linked = 0
  private var linkDepth = 0
  private var pendingBlank = false
  private var element = ""

  /// A block of text.
  struct Paragraph {
    var text: String
    /// How many of its Unicode scalars stand in links.
    var linked: Int
    /// The name of the block's element: `p`, `h2`, `li` …
    var element: String
  }

  /// True if the text of a field is HTML and not plain.
  static func looksLikeMarkup(_ text: String) -> Bool {
    ["</", "<p>", "<p ", "<br", "<div", "<img "].contains { text.utf8.containsSequence($0.utf8) }
  }

  /// The text of a piece of HTML.
  static func plain(_ markup: String) -> String {
    guard let root = MarkupDocument.html(markup)?.root else { return "" }
    var text = HTMLText()
    text.add(root) { _ in false }
    return text.paragraphs.map(\.text).joined(separator: "\n\n")
  }

  /// Elements whose content is never text of the article.
  static let unread: Set<String> = [
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math",
    "canvas",
    "audio", "video", "button", "select", "input", "textarea", "form", "label", "nav", "aside",
    "footer", "figure",
    "dialog", "menu",
  ]

  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li",
    "ul", "ol", "dl",
    "dt", "dd", "blockquote", "pre", "table", "tr", "td", "th", "caption", "address", "hr", "body",
    "html", "center",
    "details", "summary", "figcaption",
  ]

  /// Adds the text below a node, without the elements that `isLeftOut` names.
  mutating func add(_ node: MarkupNode, leavingOut isLeftOut: (MarkupNode) -> Bool) {
    // The walk cannot be given a mutating closure of self, so the state is moved through it.
    var state = self
    node.walk(
      enter: { node in
        switch node.kind {
        case .text: state.append(node.text)
        case .other: return .over
        case .element:
          let name = node.name
          if Self.unread.contains(name) || isLeftOut(node) { return .over }
          if name == "br" { state.breakLine() }
          if name == "a" { state.linkDepth += 1 }
          if Self.blocks.contains(name) { state.endParagraph(next: name) }
        }
        return .into
      },
      leave: { node in
        guard node.kind == .element else { return }
        let name = node.name
        if name == "a" { state.linkDepth -= 1 }
        if Self.blocks.contains(name) { state.endParagraph(next: "") }
      })
    state.endParagraph(next: "")
    self = state
  }

  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar == " "
        || scalar.properties.isWhitespace && scalar != "\u{00A0}" && scalar != "\u{202F}"
      {
        pendingBlank = true
        continue
      }
      if scalar == "\u{00AD}" || scalar == "\u{200B}" || scalar == "\u{FEFF}" { continue }
      if pendingBlank {
        if !current.isEmpty, current.utf8.last != 0x0A { current.unicodeScalars.append(" ") }
        pendingBlank = false
      }
      current.unicodeScalars.append(scalar == "\u{00A0}" ? " " : scalar)
      if linkDepth > 0 { linked += 1 }
    }
  }

  private mutating func breakLine() {
    pendingBlank = false
    // Two of them part paragraphs.
    if current.utf8.last == 0x0A {
      endParagraph(next: element)
    } else if !current.isEmpty {
      current.unicodeScalars.append("\n")
    }
  }

  private mutating func endParagraph(next: String) {
    let text = current.trimmingBlanks()
    if !text.isEmpty { paragraphs.append(Paragraph(text: text, linked: linked, element: element)) }
    current = ""
    linked = 0
    pendingBlank = false
    element = next
  }
}

extension Sequence where Element == UInt8 {
  /// True if the bytes of `needle` stand in these, one after the other.
  func containsSequence(_ needle: some Collection<UInt8>) -> Bool {
    let needle = Array(needle)
    guard let first = needle.first else { return true }
    let bytes = Array(self)
    guard bytes.count >= needle.count else { return false }
    for start in 0...(bytes.count - needle.count) where bytes[start] == first {
      if bytes[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}

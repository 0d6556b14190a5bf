import Records

/// Reads RSS (0.9 to 2.0) and Atom feeds.
enum Feed {
  /// The articles of a feed. Throws `Refusal`.
  static func read(_ bytes: [UInt8], builder: ArticleBuilder) throws -> [ReadingEvent] {
    let text = try MarkupEncoding.decode(bytes, path: builder.path)
    guard let root = MarkupDocument.xml(text)?.root else {
      let (line, reason) = MarkupDocument.lastError
      throw Refusal(
        source: builder.path, line: line, reason: "the feed is not well-formed XML: \(reason)")
    }
    let items = root.elements { $0.name == "item" || $0.name == "entry" }
    guard !items.isEmpty else {
      throw Refusal(source: builder.path, reason: "no articles in the feed")
    }
    var common = ArticleFields()
    readChannel(root, into: &common)
    return items.enumerated().flatMap { index, item in
      var fields = common
      readItem(item, into: &fields)
      return builder.build(fields, place: .init(number: index + 1))
    }
  }

  private static func readChannel(_ root: MarkupNode, into fields: inout ArticleFields) {
    if let language = root.attribute("lang") { fields.set(.language, language, rank: 9) }
    let channel = root.elements { $0.name == "channel" }.first ?? root
    for node in channel.children where node.kind == .element {
      switch node.name {
      case "title": fields.set(.outlet, node.innerText, rank: 9)
      case "language": fields.set(.language, node.innerText, rank: 8)
      default: break
      }
    }
  }

  private static func readItem(_ item: MarkupNode, into fields: inout ArticleFields) {
    if let language = item.attribute("lang") { fields.set(.language, language) }
    for node in item.children where node.kind == .element {
      switch (node.prefix, node.name) {
      case ("", "title"), ("atom", "title"): fields.set(.title, node.innerText)
      case ("content", "encoded"): fields.set(.text, markup(node), rank: 1)
      case (_, "content") where node.prefix != "media": fields.set(.text, markup(node), rank: 2)
      case ("", "description"), (_, "summary"): fields.set(.text, markup(node), rank: 3)
      case (_, "pubDate"), (_, "published"): fields.set(.published, node.innerText)
      case ("dc", "date"), (_, "issued"): fields.set(.published, node.innerText, rank: 1)
      case (_, "updated"): fields.set(.published, node.innerText, rank: 2)
      case (_, "guid"), ("", "id"), ("atom", "id"): fields.set(.id, node.innerText)
      case ("dc", "creator"): fields.set(.author, node.innerText)
      case (_, "author"):
        let name = node.children.first { $0.name == "name" }?.innerText ?? node.innerText
        fields.set(.author, personName(name), rank: 1)
      case ("dc", "language"): fields.set(.language, node.innerText)
      case ("", "source"): fields.set(.outlet, sourceTitle(node))
      case (_, "link"):
        if let address = node.attribute("href") {
          let relation = node.attribute("rel") ?? "alternate"
          if relation == "alternate" { fields.set(.url, address) }
        } else {
          fields.set(.url, node.innerText)
        }
      default: break
      }
    }
  }

  /// `jane@example.org (Jane Doe)` is how RSS writes an author.
  private static func personName(_ text: String) -> String {
    guard let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")"), start < end,
      text[..<start].contains("@")
    else { return text }
    return String(text[text.index(after: start)..<end])
  }

  private static func sourceTitle(_ node: MarkupNode) -> String {
    node.children.first { $0.name == "title" }?.innerText ?? node.innerText
  }

  /// The markup that stands in an element as text, or the text of its elements (Atom's xhtml).
  private static func markup(_ node: MarkupNode) -> String {
    if node.children.contains(where: { $0.kind == .element }) {
      var text = HTMLText()
      text.add(node) { _ in false }
      return text.paragraphs.map(\.text).joined(separator: "\n\n")
    }
    let raw = node.children.map(\.text).joined()
    return HTMLText.looksLikeMarkup(raw) || raw.utf8.contains(UInt8(ascii: "&"))
      ? HTMLText.plain(raw) : raw.trimmingBlanks()
  }
}

extension MarkupNode {
  /// The nodes right below this one.
  var children: [MarkupNode] {
    var nodes: [MarkupNode] = []
    var child = firstChild
    while let node = child {
      nodes.append(node)
      child = node.next
    }
    return nodes
  }
}

import Records

/// Reads RSS (0.9 to 2.0) and Atom feeds.
enum Feed {
  /// The articles of a feed. Throws `Refusal`.
  static func read(_ bytes: [UInt8], builder: ArticleBuilder) throws -> [ReadingEvent] {
    let text = try MarkupEncoding.decode(bytes, path: builder.path)
    if let reason = MarkupMeasure.excess(in: text.utf8) {
      throw Refusal(source: builder.path, reason: reason)
    }
    guard let root = MarkupDocument.xml(text)?.root else {
      return try readBroken(text, error: MarkupDocument.lastError, builder: builder)
    }
    let items = root.elements(where: isItem)
    guard !items.isEmpty else {
      throw Refusal(source: builder.path, reason: "no articles in the feed")
    }
    let common = channel(root)
    let base = root.attribute("base")
    return items.enumerated().flatMap { index, item in
      article(item, common: common, base: base, number: index + 1, builder: builder)
    }
  }

  /// A feed that is not well-formed, item by item: those that can be read are.
  private static func readBroken(
    _ text: String, error: (line: Int, reason: String), builder: ArticleBuilder
  ) throws -> [ReadingEvent] {
    let feed = FeedItems(text)
    guard !feed.items.isEmpty else {
      throw Refusal(
        source: builder.path, line: error.line,
        reason: "the feed is not well-formed XML: \(error.reason)")
    }
    let head = MarkupDocument.recovered(XMLRepair.repaired(feed.head))?.root
    let common = head.map(channel) ?? ArticleFields()
    var events: [ReadingEvent] = [
      .noted(
        Refusal(
          source: builder.path, line: error.line,
          reason: "the feed is not well-formed XML (\(error.reason)): read item by item"))
    ]
    for (index, item) in feed.items.enumerated() {
      events += readBroken(item, of: feed, common: common, number: index + 1, builder: builder)
    }
    return events
  }

  private static func readBroken(
    _ item: FeedItems.Item, of feed: FeedItems, common: ArticleFields, number: Int,
    builder: ArticleBuilder
  ) -> [ReadingEvent] {
    func said(_ reason: String) -> Refusal {
      Refusal(source: builder.path, line: item.line, reason: "item \(number): \(reason)")
    }
    // What is cut short would be taken for the whole.
    guard item.isWhole else { return [.refused(said("cut short: the feed ends within it"))] }
    let document = feed.document(of: item)
    if let read = MarkupDocument.xml(document)?.root?.elements(where: isItem).first {
      return article(read, common: common, number: number, builder: builder)
    }
    let (_, reason) = MarkupDocument.lastError
    guard let read = MarkupDocument.recovered(document)?.root?.elements(where: isItem).first else {
      return [.refused(said("not well-formed XML: \(reason)"))]
    }
    return [.noted(said("not well-formed XML (\(reason)): read as well as could be"))]
      + article(read, common: common, number: number, builder: builder)
  }

  private static func isItem(_ node: MarkupNode) -> Bool {
    ["item", "entry"].contains(node.qualifiedName.local)
  }

  private static func article(
    _ item: MarkupNode, common: ArticleFields, base: String? = nil, number: Int,
    builder: ArticleBuilder
  ) -> [ReadingEvent] {
    var fields = common
    readItem(item, into: &fields)
    if let url = fields[.url]?.trimmingBlanks(), url.hasPrefix("/"), !url.hasPrefix("//"), let base
    {
      // `xml:base`, of which the site is taken.
      let site = base.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
      fields.remove(.url)
      if site.count == 3 { fields.set(.url, site.joined(separator: "/") + url) }
    }
    return builder.build(fields, place: .init(number: number))
  }

  /// What the feed tells of all its items.
  private static func channel(_ root: MarkupNode) -> ArticleFields {
    var fields = ArticleFields()
    if let language = root.attribute("lang") { fields.set(.language, language, rank: 9) }
    let channel = root.elements { $0.name == "channel" }.first ?? root
    for node in channel.children where node.kind == .element {
      switch node.name {
      case "title": fields.set(.outlet, node.innerText, rank: 9)
      case "language": fields.set(.language, node.innerText, rank: 8)
      default: break
      }
    }
    return fields
  }

  private static func readItem(_ item: MarkupNode, into fields: inout ArticleFields) {
    if let language = item.attribute("lang") { fields.set(.language, language) }
    for node in item.children where node.kind == .element {
      let (prefix, name) = node.qualifiedName
      switch (prefix, name) {
      case ("", "title"), ("atom", "title"): fields.set(.title, words(node))
      case ("content", "encoded"): fields.set(.text, markup(node), rank: 1)
      case (_, "content") where prefix != "media": fields.set(.text, markup(node), rank: 2)
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

  /// The text of an element in which markup may stand as text ("Talks in &lt;b&gt;Lisbon&lt;/b&gt;").
  private static func words(_ node: MarkupNode) -> String {
    let text = node.innerText
    return HTMLText.looksLikeMarkup(text) ? HTMLText.plain(text) : text
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

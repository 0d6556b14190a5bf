import Records

/// What a page says of itself in its head, in JSON-LD and in marked elements.
struct PageMetadata {
  private(set) var fields = ArticleFields()
  /// `articleBody` of JSON-LD, which often has no paragraphs.
  private(set) var articleBody: String?
  private var rules: PageRules

  /// Ranks of where a field was found; the lowest is kept.
  private enum Rank {
    static let linked = 0
    static let meta = 100
    static let marked = 200
    static let heading = 300
    static let title = 400
  }

  /// Reads all of a page.
  init(_ root: MarkupNode, rules: PageRules) {
    self.rules = rules
    var state = self
    var articleDepth = 0
    if let language = root.attribute("lang") ?? root.attribute("xml:lang") {
      state.fields.set(.language, language, rank: Rank.meta)
    }
    root.walk(
      enter: { node in
        guard node.kind == .element else { return .over }
        let name = node.name
        switch name {
        case "script":
          if node.attribute("type")?.lowercased().hasPrefix("application/ld+json") == true {
            state.readLinkedData(node)
          }
          return .over
        case "style", "noscript", "template", "svg": return .over
        case "meta": state.readMeta(node)
        case "link":
          if PageMetadata.hasWord(node.attribute("rel"), "canonical") {
            state.setAddress(node.attribute("href"), rank: Rank.meta - 1)
          }
        case "title" where node.parent?.name == "head":
          state.fields.set(.title, state.pageTitle(node.innerText), rank: Rank.title)
        case "h1":
          state.fields.set(.title, node.innerText, rank: Rank.heading + (articleDepth > 0 ? 0 : 1))
        case "time":
          let rank =
            Rank.heading + (articleDepth > 0 ? 0 : 2) + (node.attribute("pubdate") == nil ? 1 : 0)
          state.setDate(node.attribute("datetime") ?? node.innerText, rank: rank)
        case "article": articleDepth += 1
        default: break
        }
        state.readMarked(node, name: name)
        return .into
      },
      leave: { if $0.kind == .element, $0.name == "article" { articleDepth -= 1 } })
    self = state
  }

  // MARK: Meta elements

  private mutating func readMeta(_ node: MarkupNode) {
    guard let content = node.attribute("content"), content.utf8.count <= 4096,
      let key = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop")
        ?? node.attribute("http-equiv")
    else { return }
    let name = key.lowercased()
    switch name {
    case "og:title": fields.set(.title, content, rank: Rank.meta)
    case "twitter:title", "dc.title", "citation_title", "headline":
      fields.set(.title, content, rank: Rank.meta + 1)
    case "og:url": setAddress(content, rank: Rank.meta + 1)
    case "og:locale": fields.set(.language, content, rank: Rank.meta + 1)
    case "content-language", "dc.language", "dcterms.language", "language", "inlanguage":
      fields.set(.language, content, rank: Rank.meta + 2)
    default: break
    }
    if let rank = rules.date.firstIndex(of: name) { setDate(content, rank: Rank.meta + rank) }
    if let rank = rules.author.firstIndex(of: name) { setAuthor(content, rank: Rank.meta + rank) }
    if let rank = rules.outlet.firstIndex(of: name) {
      fields.set(.outlet, content, rank: Rank.meta + rank)
    }
  }

  // MARK: Marked elements

  private mutating func readMarked(_ node: MarkupNode, name: String) {
    guard name != "meta" else { return }
    switch node.attribute("itemprop") {
    case "datePublished":
      setDate(
        node.attribute("content") ?? node.attribute("datetime") ?? node.innerText, rank: Rank.marked
      )
    case "author": setAuthor(node.innerText, rank: Rank.marked)
    case "publisher":
      let name = node.elements { $0.attribute("itemprop") == "name" }.first ?? node
      fields.set(.outlet, name.attribute("content") ?? name.innerText, rank: Rank.marked)
    case "headline": fields.set(.title, node.innerText, rank: Rank.marked)
    case "inLanguage":
      fields.set(.language, node.attribute("content") ?? node.innerText, rank: Rank.marked)
    default: break
    }
    if name == "a", PageMetadata.hasWord(node.attribute("rel"), "author") {
      setAuthor(node.innerText, rank: Rank.marked + 1)
    }
    let names = ["class", "data-component", "data-testid"].compactMap(node.attribute)
    guard !names.isEmpty else { return }
    let words = names.flatMap(PageRules.words)
    if words.contains("byline") || words.contains("author") || words.contains("autor") {
      let text = Self.firstBlock(of: node)
      // A byline is short; a box about the author is not.
      if text.utf8.count <= 80 {
        setByline(text, rank: Rank.marked + (words.contains("byline") ? 2 : 3))
      }
    } else if words.contains("date") || words.contains("fecha") || words.contains("published") {
      let text = node.innerText
      if text.utf8.count <= 80 { setDate(text, rank: Rank.heading + 10) }
    }
  }

  /// The text of an element, or of the first of the blocks in it; a label such as "By" goes with the next.
  private static func firstBlock(of node: MarkupNode) -> String {
    var text = HTMLText()
    text.add(node) { _ in false }
    var blocks = text.paragraphs.map { $0.text.collapsingBlanks() }
    if blocks.count > 1, blocks[0].utf8.count < 5 { blocks.removeFirst() }
    return blocks.first ?? ""
  }

  private mutating func setByline(_ text: String, rank: Int) {
    var name = text
    for separator in [" | ", " · ", " • ", " – ", " — ", " - ", ", ", "Updated", "Published"] {
      if let range = name.range(of: separator), range.lowerBound > name.startIndex {
        name = String(name[..<range.lowerBound])
      }
    }
    setAuthor(name, rank: rank)
  }

  // MARK: JSON-LD

  private static let types: Set<String> = [
    "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle", "Report", "LiveBlogPosting", "AdvertiserContentArticle",
    "PressRelease",
  ]

  private mutating func readLinkedData(_ node: MarkupNode) {
    let text = node.children.map(\.text).joined()
    guard text.utf8.count <= 4 << 20 else { return }
    // Sites wrap it in comments or CDATA now and then; a page is not refused for its bad JSON-LD.
    let bytes = Array(text.utf8)
    for bracket in [UInt8(ascii: "{"), UInt8(ascii: "[")] {
      guard let first = bytes.firstIndex(of: bracket) else { continue }
      if bracket == UInt8(ascii: "{"),
        bytes[..<first].last(where: { $0 > 0x20 }) == UInt8(ascii: "["),
        !bytes[..<first].containsSequence("CDATA".utf8)
      {
        continue
      }
      var parser = JSONParser(bytes[first...])
      if let value = try? parser.value() { return readLinkedData(value, depth: 0) }
    }
  }

  private mutating func readLinkedData(_ value: JSONValue, depth: Int) {
    guard depth <= 4 else { return }
    if case .array(let values) = value {
      for value in values { readLinkedData(value, depth: depth + 1) }
      return
    }
    if let graph = value["@graph"] { readLinkedData(graph, depth: depth + 1) }
    if let entity = value["mainEntity"] { readLinkedData(entity, depth: depth + 1) }
    let type = value["@type"]
    let types: [String] =
      switch type {
      case .string(let name): [name]
      case .array(let names): names.compactMap { JSONArticles.plain($0, of: .id) }
      default: []
      }
    guard types.contains(where: Self.types.contains) else { return }
    func set(_ field: Field, _ name: String) {
      if let inner = value[name], let text = JSONArticles.plain(inner, of: field) {
        fields.set(field, text, rank: Rank.linked)
      }
    }
    set(.title, "headline")
    set(.title, "name")
    set(.outlet, "publisher")
    set(.language, "inLanguage")
    if let published = value["datePublished"],
      let text = JSONArticles.plain(published, of: .published)
    {
      setDate(text, rank: Rank.linked)
    }
    if let author = value["author"] ?? value["creator"],
      let text = JSONArticles.plain(author, of: .author)
    {
      // A paper as its own author says less than a byline.
      setAuthor(text, rank: Self.isOrganization(author) ? Rank.title : Rank.linked)
    }
    setAddress(value["url"].flatMap { JSONArticles.plain($0, of: .url) }, rank: Rank.meta + 2)
    setAddress(
      value["mainEntityOfPage"].flatMap { JSONArticles.plain($0, of: .url) }, rank: Rank.meta + 3)
    if articleBody == nil, case .string(let body)? = value["articleBody"] { articleBody = body }
  }

  private static func isOrganization(_ value: JSONValue) -> Bool {
    if case .array(let values) = value { return values.allSatisfy(isOrganization) }
    guard case .string(let type)? = value["@type"] else { return false }
    return type.hasSuffix("Organization")
  }

  // MARK: Checks

  /// Absolute addresses only.
  private mutating func setAddress(_ address: String?, rank: Int) {
    guard let address = address?.trimmingBlanks(),
      address.hasPrefix("http://") || address.hasPrefix("https://"),
      !address.contains(" ")
    else { return }
    fields.set(.url, address, rank: rank)
  }

  /// Dates that can be read only, so that a better place further down is not shadowed.
  private mutating func setDate(_ text: String, rank: Int) {
    guard let date = PublishedDate.read(Self.withoutLabel(text)) else { return }
    fields.set(.published, date.description, rank: rank)
  }

  /// Names only: no addresses of profiles, no paragraphs.
  private mutating func setAuthor(_ text: String, rank: Int) {
    let name = text.collapsingBlanks()
    guard !name.contains("://"), !name.contains("@"), !name.isEmpty, name.utf8.count <= 160 else {
      return
    }
    fields.set(.author, name, rank: rank)
  }

  /// `Published: …`, `Publicado el …`.
  private static func withoutLabel(_ text: String) -> String {
    let line = text.collapsingBlanks()
    let lower = line.lowercased()
    for label in [
      "published on", "published:", "published", "posted on", "publicado el", "publicado:",
      "publicado",
    ] {
      if lower.hasPrefix(label) { return line.dropFirst(label.count).trimmingBlanks() }
    }
    return line
  }

  /// The title of the window ends in the name of the paper as a rule: `Headline | The Paper`.
  private func pageTitle(_ text: String) -> String {
    for separator in [" | ", " – ", " — ", " - ", " :: ", " • "] {
      var end: String.Index?
      var rest = text[...]
      while let range = rest.range(of: separator) {
        end = range.lowerBound
        rest = rest[range.upperBound...]
      }
      if let end, rest.count <= 40, text[..<end].count >= rest.count { return String(text[..<end]) }
    }
    return text
  }

  private static func hasWord(_ list: String?, _ word: String) -> Bool {
    list?.lowercased().split(separator: " ").contains { $0 == word } ?? false
  }
}

import Records

/// Reads the article of an HTML page.
enum HTMLArticle {
  /// The article of a page. Throws `Refusal`.
  static func read(_ bytes: [UInt8], builder: ArticleBuilder) throws -> [ReadingEvent] {
    let text = try MarkupEncoding.decode(bytes, path: builder.path)
    if let reason = MarkupMeasure.excess(in: text.utf8) {
      throw Refusal(source: builder.path, reason: reason)
    }
    guard let root = MarkupDocument.html(text)?.root else {
      throw Refusal(source: builder.path, reason: "no element of HTML in it")
    }
    let rules = PageRules.builtIn
    let metadata = PageMetadata(root, rules: rules)
    var fields = metadata.fields
    var body = PageBody(root, rules: rules).text(title: fields[.title]?.collapsingBlanks())
    // Pages that are filled in by scripts tell their text in JSON-LD only.
    if let linked = metadata.articleBody, body.utf8.count * 5 < linked.utf8.count * 2 {
      body = HTMLText.looksLikeMarkup(linked) ? HTMLText.plain(linked) : linked.trimmingBlanks()
    }
    guard !body.isEmpty else {
      throw Refusal(source: builder.path, reason: "no text of an article on the page")
    }
    fields.set(.text, body)
    readHead(of: body, into: &fields)
    if fields[.author] == fields[.outlet] { fields.remove(.author) }
    return builder.build(fields, place: nil)
  }

  /// What the first lines tell where the page itself is silent, as old pages are.
  private static func readHead(of body: String, into fields: inout ArticleFields) {
    var head = ArticleFields()
    ClippingHeader.read(body, into: &head)
    for field in [Field.published, .author, .title] {
      if let value = head[field] { fields.set(field, value, rank: 1000) }
    }
    // "The Paper - Headline" as the title of the window, and the headline above the text.
    let first = body.split(separator: "\n").first.map(String.init) ?? ""
    if let title = fields[.title], title != first, title.hasSuffix(first), first.utf8.count >= 15 {
      fields.set(.title, first, rank: -1)
    }
  }
}

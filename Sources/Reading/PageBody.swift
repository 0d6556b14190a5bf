/// Finds the text of the article on a page.
struct PageBody {
  private let rules: PageRules
  private let root: MarkupNode
  /// Scalars of text below the root that are no script.
  private var total = 0

  init(_ root: MarkupNode, rules: PageRules) {
    self.root = root
    self.rules = rules
    total = Self.measure(root)
  }

  /// The paragraphs, with an empty line between them; the title is not among them.
  func text(title: String?) -> String {
    var paragraphs: [HTMLText.Paragraph] = []
    for container in containers() {
      var text = HTMLText()
      text.add(container) { node in
        node.pointer != container.pointer && isLeftOut(node, in: container)
      }
      paragraphs += text.paragraphs
    }
    paragraphs = withoutLabels(paragraphs, title: title)
    var text = ""
    for paragraph in paragraphs {
      // The signature of an embedded post belongs to its words: "— Name (@handle) October 16, 2023".
      let isSignature = paragraph.text.hasPrefix("—") && paragraph.text.range(of: "(@") != nil
      if !text.isEmpty { text += isSignature ? " " : "\n\n" }
      text += paragraph.text
    }
    return text
  }

  /// What is text; and no headings that have nothing behind them but links.
  private func withoutLabels(
    _ paragraphs: [HTMLText.Paragraph], title: String?
  ) -> [HTMLText.Paragraph] {
    let mostlyParagraphs = paragraphs.count { $0.element == "p" } >= 2
    var kept: [HTMLText.Paragraph] = []
    func removeHeadings() {
      while let last = kept.last, Self.headings.contains(last.element) { kept.removeLast() }
    }
    for paragraph in paragraphs {
      if !kept.isEmpty, Self.headings.contains(paragraph.element),
        rules.end.contains(where: paragraph.text.lowercased().hasPrefix)
      {
        break
      }
      if isText(paragraph, title: title), !(mostlyParagraphs && Self.isLabel(paragraph)) {
        kept.append(paragraph)
      } else if Self.isLink(paragraph) {
        removeHeadings()
      }
    }
    removeHeadings()
    return kept
  }

  private static let headings: Set<String> = ["h2", "h3", "h4", "h5", "h6"]

  /// A few words in a box of their own, no sentence, among paragraphs: "Other stories", "Diplomatic correspondent".
  private static func isLabel(_ paragraph: HTMLText.Paragraph) -> Bool {
    guard ["div", "section", "header", "li"].contains(paragraph.element),
      paragraph.text.utf8.count <= 60,
      let last = paragraph.text.unicodeScalars.last
    else { return false }
    return !".!?…\"”»".unicodeScalars.contains(last)
  }

  // MARK: Where the text is

  /// The elements that hold the text: what the page marks as such, else what holds most of its paragraphs.
  private func containers() -> [MarkupNode] {
    let marked = root.elements { node in
      ["itemprop", "name", "property"].contains {
        Self.words(node.attribute($0)).contains("articlebody")
      }
    }
    if isEnough(marked) { return marked }
    let byName = bodyElements()
    if isEnough(byName) { return byName }
    let articles = root.elements { $0.name == "article" }
    if let longest = articles.max(by: { $0.mark < $1.mark }), isEnough([longest]) {
      return [densest(in: longest, climb: 1.2)]
    }
    let main = root.elements { $0.name == "main" || $0.attribute("role") == "main" }
    if let main = main.first, isEnough([main]) { return [densest(in: main, climb: 1.5)] }
    return [densest(in: root, climb: 2)]
  }

  /// At least a few sentences, and what the page has most of is not somewhere else.
  private func isEnough(_ nodes: [MarkupNode]) -> Bool {
    let length = nodes.reduce(0) { $0 + $1.mark }
    return length >= 200 || length > 40 && length * 3 >= total
  }

  private func bodyElements() -> [MarkupNode] {
    var best: (rank: Int, nodes: [MarkupNode]) = (Int.max, [])
    let ranks = Dictionary(rules.body.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    root.walk(enter: { node in
      guard node.kind == .element, !HTMLText.unread.contains(node.name) else { return .over }
      let names = Self.words(node.attribute("class")) + Self.words(node.attribute("id"))
      guard let rank = names.compactMap({ ranks[$0] }).min() else { return .into }
      if rank < best.rank, node.mark >= 40 {
        best = (rank, [node])
      } else if rank == best.rank {
        best.nodes.append(node)
      }
      return .over
    })
    // The body of the article is longer than that of the teasers that are made alike.
    guard let longest = best.nodes.map(\.mark).max() else { return [] }
    return best.nodes.filter { $0.mark * 3 >= longest }
  }

  /// The element below `node` whose own paragraphs hold most text; or one around it, where each paragraph stands in a
  /// box of its own. `climb` is how many times the text of the boxes below it an element around them must have.
  private func densest(in node: MarkupNode, climb: Double) -> MarkupNode {
    var tally = ParagraphTally()
    node.walk(
      enter: { element in
        guard element.kind == .element else {
          if element.kind == .text { tally.addLoose(element) }
          return .over
        }
        guard !HTMLText.unread.contains(element.name) else { return .over }
        if element.pointer != node.pointer, isLeftOut(element, in: node) { return .over }
        guard ParagraphTally.isParagraph(element) else {
          tally.open(element)
          return .into
        }
        tally.add(element)
        return .over
      },
      leave: { tally.close($0) })
    return tally.best(below: node, climb: climb) ?? node
  }

  // MARK: What is left out

  private func isLeftOut(_ node: MarkupNode, in container: MarkupNode) -> Bool {
    if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
    if let role = node.attribute("role"),
      ["navigation", "complementary", "banner", "contentinfo", "search", "dialog"].contains(role)
    {
      return true
    }
    if let style = node.attribute("style")?.lowercased(),
      style.utf8.containsSequence("display:none".utf8)
        || style.utf8.containsSequence("display: none".utf8)
    {
      return true
    }
    if node.name == "h1" || node.name == "time" && node.parent?.name != "p" { return true }
    // An element that holds much of the text is kept whatever it is called.
    guard node.mark * 2 < max(container.mark, 1) || node.mark < 60 else { return false }
    let names = ["class", "id", "data-component", "data-testid"].compactMap(node.attribute)
    guard !names.isEmpty else { return false }
    return names.contains { PageRules.words($0).contains(where: rules.drop.contains) }
  }

  private func isText(_ paragraph: HTMLText.Paragraph, title: String?) -> Bool {
    let text = paragraph.text
    if let title, text == title { return false }
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return false }
    let lower = text.lowercased()
    if text.utf8.count <= 300, rules.tail.contains(where: lower.hasPrefix) { return false }
    return !Self.isLink(paragraph)
  }

  /// A link that stands alone, or one of a list of links, perhaps with a date beside it.
  private static func isLink(_ paragraph: HTMLText.Paragraph) -> Bool {
    let length = paragraph.text.unicodeScalars.count
    if paragraph.element == "li", length < 200, paragraph.linked * 10 > length * 5 { return true }
    return paragraph.linked * 10 > length * 8 && (length < 200 || paragraph.element == "li")
  }

  private static func words(_ list: String?) -> [String] {
    guard let list else { return [] }
    return list.lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
  }

  /// Marks every element with the number of scalars of its text, scripts and the like apart.
  private static func measure(_ root: MarkupNode) -> Int {
    var open: [Int] = []
    root.walk(
      enter: { node in
        switch node.kind {
        case .text:
          let count = node.text.collapsingBlanks().unicodeScalars.count
          if !open.isEmpty { open[open.count - 1] += count }
          return .over
        case .other: return .over
        case .element:
          guard !HTMLText.unread.contains(node.name) else { return .over }
          open.append(0)
          return .into
        }
      },
      leave: { node in
        let count = open.popLast() ?? 0
        node.mark = count
        if !open.isEmpty { open[open.count - 1] += count }
      })
    return root.mark
  }
}

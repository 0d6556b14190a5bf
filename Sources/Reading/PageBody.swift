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
    let mostlyParagraphs = paragraphs.count { $0.element == "p" } >= 2
    paragraphs = paragraphs.filter {
      isText($0, title: title) && !(mostlyParagraphs && Self.isLabel($0))
    }
    // A heading with nothing behind it was that of a list of links.
    while let last = paragraphs.last, Self.headings.contains(last.element) {
      paragraphs.removeLast()
    }
    var text = ""
    for paragraph in paragraphs {
      // The signature of an embedded post belongs to its words: "— Name (@handle) October 16, 2023".
      let isSignature = paragraph.text.hasPrefix("—") && paragraph.text.range(of: "(@") != nil
      if !text.isEmpty { text += isSignature ? " " : "\n\n" }
      text += paragraph.text
    }
    return text
  }

  private static let headings: Set<String> = ["h2", "h3", "h4", "h5", "h6"]

  /// A few words in a box of their own, no sentence, among paragraphs: "Other stories", "Diplomatic correspondent".
  private static func isLabel(_ paragraph: HTMLText.Paragraph) -> Bool {
    guard ["div", "section", "header"].contains(paragraph.element), paragraph.text.utf8.count <= 60,
      let last = paragraph.text.unicodeScalars.last
    else { return false }
    return !".!?…\"”»".unicodeScalars.contains(last)
  }

  // MARK: Where the text is

  /// The elements that hold the text: what the page marks as such, else what holds most of its paragraphs.
  private func containers() -> [MarkupNode] {
    let marked = root.elements { Self.words($0.attribute("itemprop")).contains("articlebody") }
    if isEnough(marked) { return marked }
    let byName = bodyElements()
    if isEnough(byName) { return byName }
    let articles = root.elements { $0.name == "article" }
    if let longest = articles.max(by: { $0.mark < $1.mark }), isEnough([longest]) {
      return [densest(in: longest)]
    }
    let main = root.elements { $0.name == "main" || $0.attribute("role") == "main" }
    if let main = main.first, isEnough([main]) { return [densest(in: main)] }
    return [densest(in: root)]
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

  /// The element below `node` whose own paragraphs hold most text.
  private func densest(in node: MarkupNode) -> MarkupNode {
    var scores: [UnsafeMutableRawPointer: (node: MarkupNode, score: Int)] = [:]
    node.walk(enter: { element in
      guard element.kind == .element, !HTMLText.unread.contains(element.name) else { return .over }
      if element.pointer != node.pointer, isLeftOut(element, in: node) { return .over }
      guard ["p", "blockquote", "pre"].contains(element.name), element.mark >= 40,
        let parent = element.parent
      else { return .into }
      scores[UnsafeMutableRawPointer(parent.pointer), default: (parent, 0)].score += element.mark
      if let grandparent = parent.parent, grandparent.kind == .element {
        scores[UnsafeMutableRawPointer(grandparent.pointer), default: (grandparent, 0)].score +=
          element.mark / 2
      }
      return .over
    })
    let best = scores.values.max { left, right in
      left.score != right.score ? left.score < right.score : left.node.line > right.node.line
    }
    guard let best, best.score >= 100 else { return node }
    return best.node
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
    let length = text.unicodeScalars.count
    // A list of links, or a link that stands alone.
    return !(paragraph.linked * 10 > length * 8 && (length < 200 || paragraph.element == "li"))
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

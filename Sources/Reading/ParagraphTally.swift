/// Counts, in a walk through a page, how much text the paragraphs below each element hold.
struct ParagraphTally {
  /// An element that is gone into, with the scalars of the paragraphs below it.
  private struct Open {
    var node: MarkupNode
    var total = 0
    /// Of text that stands in no paragraph, as in pages that part them with `<br>`.
    var loose = 0
  }

  private var stack: [Open] = []
  /// Of paragraphs right below an element, half of those one level further down.
  private var scores: [UnsafeMutableRawPointer: (node: MarkupNode, score: Int)] = [:]
  private var totals: [UnsafeMutableRawPointer: Int] = [:]
  private var loosest: (node: MarkupNode, length: Int)?

  static func isParagraph(_ element: MarkupNode) -> Bool {
    ["p", "blockquote", "pre"].contains(element.name) && element.mark >= 40
  }

  mutating func open(_ element: MarkupNode) { stack.append(Open(node: element)) }

  mutating func add(_ paragraph: MarkupNode) {
    guard !stack.isEmpty, let parent = paragraph.parent else { return }
    stack[stack.count - 1].total += paragraph.mark
    scores[key(parent), default: (parent, 0)].score += paragraph.mark
    if let grandparent = parent.parent, grandparent.kind == .element {
      scores[key(grandparent), default: (grandparent, 0)].score += paragraph.mark / 2
    }
  }

  /// Text of an element that is no paragraph; that of links does not count.
  mutating func addLoose(_ text: MarkupNode) {
    guard !stack.isEmpty else { return }
    stack[stack.count - 1].loose += text.text.collapsingBlanks().unicodeScalars.count
  }

  mutating func close(_ element: MarkupNode) {
    guard element.kind == .element, let closed = stack.popLast() else { return }
    if closed.total > 0 { totals[key(closed.node)] = closed.total }
    if closed.loose > loosest?.length ?? 0, !Self.inline.contains(closed.node.name) {
      loosest = (closed.node, closed.loose)
    }
    guard !stack.isEmpty else { return }
    stack[stack.count - 1].total += closed.total
    // Inline elements are part of the block that they stand in.
    if Self.inline.contains(closed.node.name) { stack[stack.count - 1].loose += closed.loose }
  }

  private static let inline: Set<String> = ["b", "strong", "i", "em", "u", "span", "font", "big"]

  /// The element that holds the text; nil if nowhere is enough of it.
  func best(below node: MarkupNode, climb: Double) -> MarkupNode? {
    let best = scores.values.max { left, right in
      left.score != right.score ? left.score < right.score : left.node.line > right.node.line
    }
    guard let best, best.score >= 100 else {
      return loosest.flatMap { $0.length >= 100 ? $0.node : nil }
    }
    // The outermost that has as much more as asked than what is within it.
    var found = best.node
    var around = best.node
    while around.pointer != node.pointer, let parent = around.parent, parent.kind == .element {
      around = parent
      if Double(totals[key(around)] ?? 0) >= Double(totals[key(found)] ?? 0) * climb {
        found = around
      }
    }
    return found
  }

  private func key(_ node: MarkupNode) -> UnsafeMutableRawPointer { .init(node.pointer) }
}

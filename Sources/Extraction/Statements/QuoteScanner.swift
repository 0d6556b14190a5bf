/// Finds quotations in a text by their marks alone: “ ”, " ", ‘ ’, ' ', « », „ “, ‹ ›, one within another, over
/// several paragraphs of which each opens anew, and with a mark missing. Apostrophes are no marks.
///
/// One pass over the text; every search ahead stops at the paragraph's end.
public struct QuoteScanner: Sendable {
  private let scalars: [Unicode.Scalar]
  private var found: [Quotation] = []
  /// Index in `found` of a double quotation that the paragraph before left open.
  private var pending: Int?

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The quotations of a text in the order in which they open; `paragraphs` in order, without overlap.
  public static func scan(_ scalars: [Unicode.Scalar], paragraphs: [Range<Int>]) -> [Quotation] {
    var scanner = QuoteScanner(QuoteScanner.withoutPairs(scalars))
    for paragraph in paragraphs { scanner.read(paragraph) }
    return scanner.found
  }

  /// Two single marks side by side ("''so it is''") as one double mark and a blank: in front of what they open, behind
  /// what they close.
  private static func withoutPairs(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    func isSingle(_ index: Int) -> Bool {
      switch scalars[index] {
      case "'", "‘", "’", "`": true
      default: false
      }
    }
    var out = scalars
    var index = 0
    while index + 1 < scalars.count {
      guard QuoteMark.mayBe(scalars[index]), isSingle(index),
        scalars[index] == scalars[index + 1] || scalars[index] == "‘" && scalars[index + 1] == "’"
      else {
        index += 1
        continue
      }
      let before = index > 0 ? scalars[index - 1] : " "
      if QuoteMark.isSpace(before) || QuoteMark.isOpener(before) || QuoteMark.read(before) != nil {
        out[index] = " "
        out[index + 1] = "\""
      } else {
        out[index] = "\""
        out[index + 1] = " "
      }
      index += 2
    }
    return out
  }

  /// The paragraphs of a text: what blank lines divide, or lines where there is no blank line.
  public static func paragraphs(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in 0...scalars.count where index == scalars.count || scalars[index] == "\n" {
      lines.append(start..<index)
      start = index + 1
    }
    let isBlank = lines.map { $0.allSatisfy { QuoteMark.isSpace(scalars[$0]) } }
    let byLine = !isBlank.dropLast().contains(true)
    var paragraphs: [Range<Int>] = []
    var open: Range<Int>?
    for (line, blank) in zip(lines, isBlank) {
      if blank || byLine, let whole = open {
        paragraphs.append(whole)
        open = nil
      }
      if !blank { open = (open?.lowerBound ?? line.lowerBound)..<line.upperBound }
    }
    if let whole = open { paragraphs.append(whole) }
    return paragraphs
  }

  /// A mark at an offset, and what it may be taken for.
  private struct Mark {
    var family: QuoteMark.Family
    var canOpen: Bool
    var canClose: Bool
  }

  private struct Open {
    var family: QuoteMark.Family
    var index: Int
  }

  private func mark(at index: Int, in paragraph: Range<Int>) -> Mark? {
    guard let (family, role) = QuoteMark.read(scalars[index]) else { return nil }
    let before = index > paragraph.lowerBound ? scalars[index - 1] : " "
    let after = index + 1 < paragraph.upperBound ? scalars[index + 1] : " "
    let spaceBefore = QuoteMark.isSpace(before)
    let spaceAfter = QuoteMark.isSpace(after)
    let startShaped =
      (spaceBefore || QuoteMark.isOpener(before) || QuoteMark.read(before) != nil) && !spaceAfter
    let endShaped = !spaceBefore && !QuoteMark.isWord(after)
    if family == .single {
      let opens = role != .closes && startShaped && QuoteMark.isWord(after)
      return Mark(family: family, canOpen: opens, canClose: role != .opens && endShaped)
    }
    switch role {
    case .opens: return Mark(family: family, canOpen: true, canClose: endShaped && !startShaped)
    case .closes: return Mark(family: family, canOpen: startShaped && !endShaped, canClose: true)
    case .either:
      let neither = startShaped == endShaped
      return Mark(
        family: family, canOpen: neither || startShaped, canClose: neither || endShaped)
    }
  }

  private mutating func read(_ paragraph: Range<Int>) {
    var stack: [Open] = []
    let carried = pending
    pending = nil
    var isFirst = true
    var singleUntil = paragraph.lowerBound
    let foundBefore = found.count
    for index in paragraph {
      guard QuoteMark.mayBe(scalars[index]), let mark = mark(at: index, in: paragraph) else {
        continue
      }
      if mark.family == .single {
        readSingle(at: index, mark, paragraph, &stack, &singleUntil)
        continue
      }
      defer { isFirst = false }
      let level = stack.lastIndex { $0.family == mark.family }
      if let level, mark.canClose, !(mark.canOpen && isReopening(index, paragraph)) {
        close(&stack, to: level, at: index)
      } else if let level, mark.canOpen {
        if opensWithin(mark, at: index) {
          open(mark.family, at: index, &stack)
        } else {
          // A mark was forgotten: the open one ends where the new one begins.
          end(&stack, to: level, at: index)
          open(mark.family, at: index, &stack)
        }
      } else if mark.canOpen {
        let startsParagraph = (paragraph.lowerBound..<index).allSatisfy {
          QuoteMark.isSpace(scalars[$0])
        }
        open(mark.family, at: index, &stack)
        if let carried, isFirst, startsParagraph, !found.isEmpty {
          found[found.count - 1].continues = true
          found[carried].isClosed = false
        }
      } else if mark.canClose, isFirst, found.count == foundBefore {
        closeWithoutOpening(at: index, paragraph, carried)
      }
    }
    if let first = stack.first, first.family != .single { pending = first.index }
    end(&stack, to: 0, at: paragraph.upperBound)
  }

  /// True if a mark that could close stands where only an opening one makes sense: after a sentence's end and a blank.
  private func isReopening(_ index: Int, _ paragraph: Range<Int>) -> Bool {
    guard index > paragraph.lowerBound, index + 1 < paragraph.upperBound else { return false }
    return QuoteMark.isSpace(scalars[index - 1]) && !QuoteMark.isSpace(scalars[index + 1])
  }

  /// Curly marks and guillemets nest; a straight mark within straight marks begins a new quotation.
  private func opensWithin(_ mark: Mark, at index: Int) -> Bool {
    scalars[index] != "\"" && scalars[index] != "＂"
  }

  private mutating func open(
    _ family: QuoteMark.Family, at index: Int, _ stack: inout [Open]
  ) {
    guard stack.count < 4 else { return }
    stack.append(Open(family: family, index: found.count))
    found.append(
      Quotation(
        outer: index..<index + 1, inner: index + 1..<index + 1, depth: stack.count - 1,
        continues: false, isClosed: false, isOpened: true))
  }

  private mutating func close(_ stack: inout [Open], to level: Int, at index: Int) {
    end(&stack, to: level + 1, at: index)
    let open = stack.removeLast()
    finish(open.index, innerEnd: index, outerEnd: index + 1, closed: true)
  }

  /// Ends what is open from `level` up without a closing mark.
  private mutating func end(_ stack: inout [Open], to level: Int, at index: Int) {
    while stack.count > level {
      let open = stack.removeLast()
      finish(open.index, innerEnd: index, outerEnd: index, closed: false)
    }
  }

  private mutating func finish(_ which: Int, innerEnd: Int, outerEnd: Int, closed: Bool) {
    var inner = found[which].outer.lowerBound + (found[which].isOpened ? 1 : 0)
    var last = max(inner, innerEnd)
    while inner < last, QuoteMark.isSpace(scalars[inner]) { inner += 1 }
    while last > inner, QuoteMark.isSpace(scalars[last - 1]) { last -= 1 }
    found[which].inner = inner..<last
    found[which].outer =
      found[which].outer.lowerBound..<(closed ? outerEnd : max(last, inner))
    found[which].isClosed = closed
  }

  /// A closing mark with nothing open: the end of the quotation of the paragraph before, if that was left open, else
  /// of one that begins with this paragraph and whose opening mark is missing.
  private mutating func closeWithoutOpening(at index: Int, _ paragraph: Range<Int>, _ carried: Int?)
  {
    if let carried {
      finish(carried, innerEnd: index, outerEnd: index + 1, closed: true)
      return
    }
    let which = found.count
    found.append(
      Quotation(
        outer: paragraph.lowerBound..<index, inner: paragraph.lowerBound..<index, depth: 0,
        continues: false, isClosed: true, isOpened: false))
    finish(which, innerEnd: index, outerEnd: index + 1, closed: true)
  }

  // MARK: single marks

  private mutating func readSingle(
    at index: Int, _ mark: Mark, _ paragraph: Range<Int>, _ stack: inout [Open], _ until: inout Int
  ) {
    if index < until { return }
    if let level = stack.lastIndex(where: { $0.family == .single }), level == stack.count - 1 {
      if mark.canClose { close(&stack, to: level, at: index) }
      return
    }
    guard mark.canOpen, !stack.contains(where: { $0.family == .single }),
      let end = closingSingle(after: index, paragraph, inDouble: !stack.isEmpty)
    else { return }
    open(.single, at: index, &stack)
    // What lies between is apostrophes.
    until = end
  }

  /// Where the quotation that a single mark opens ends; nil if the mark is an apostrophe ("'em", "the '90s").
  ///
  /// A mark after a plain "s" may be a possessive ("the allies' plan"): it closes only if no better one follows.
  private func closingSingle(after index: Int, _ paragraph: Range<Int>, inDouble: Bool) -> Int? {
    var possessive: Int?
    let limit = min(paragraph.upperBound, index + 4000)
    var at = index + 1
    while at < limit {
      defer { at += 1 }
      guard QuoteMark.mayBe(scalars[at]), let mark = mark(at: at, in: paragraph) else { continue }
      if mark.family == .double && inDouble && mark.canClose { break }
      guard mark.family == .single else { continue }
      if mark.canOpen && !mark.canClose { break }
      guard mark.canClose else { continue }
      let before = scalars[at - 1]
      if before == "s" || before == "z", at + 1 < limit, QuoteMark.isSpace(scalars[at + 1]) {
        possessive = possessive ?? at
        continue
      }
      return at
    }
    return possessive
  }
}

/// Breaking a text into lines of a given number of columns.
enum Wrapping {
  /// One line and the columns it takes.
  struct Line: Equatable {
    var text: String
    var width: Int
  }

  /// Breaks at blanks, inside words only where one is longer than a line, never inside a grapheme cluster.
  ///
  /// `width` is at least 2. If there are more than `limit` lines, the last one kept ends in `…`.
  static func lines(_ text: String, width: Int, limit: Int) -> [Line] {
    var lines: [Line] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapped(paragraph, width: width, limit: limit + 1 - lines.count)
      if lines.count > limit { break }
    }
    guard lines.count > limit, limit > 0 else { return lines }
    lines.removeLast(lines.count - limit)
    lines[limit - 1] = ellipted(lines[limit - 1], width: width)
    return lines
  }

  /// The line with `…` at its end, shortened as far as that needs.
  static func ellipted(_ line: Line, width: Int) -> Line {
    var line = line
    while line.width > width - 1, let last = line.text.popLast() {
      line.width -= DisplayWidth.of(last)
    }
    return Line(text: line.text + "…", width: line.width + 1)
  }

  private static func wrapped(_ paragraph: Substring, width: Int, limit: Int) -> [Line] {
    let whole = DisplayWidth.of(paragraph)
    if whole <= width { return [Line(text: String(paragraph), width: whole)] }
    var lines: [Line] = []
    var line = Line(text: "", width: 0)
    /// Where in `line` the last blank is, and the width before it.
    var blank: (index: String.Index, width: Int)?
    for character in paragraph {
      if lines.count >= limit { return lines }
      let columns = DisplayWidth.of(character)
      if line.width + columns > width {
        if character == " " {
          lines.append(line)
          line = Line(text: "", width: 0)
          blank = nil
          continue
        }
        if let at = blank {
          let rest = String(line.text[line.text.index(after: at.index)...])
          lines.append(Line(text: String(line.text[..<at.index]), width: at.width))
          line = Line(text: rest, width: line.width - at.width - 1)
        } else {
          lines.append(line)
          line = Line(text: "", width: 0)
        }
        blank = nil
      }
      if character == " ", line.width > 0 { blank = (line.text.endIndex, line.width) }
      if character == " ", line.width == 0, !lines.isEmpty { continue }
      line.text.append(character)
      line.width += columns
    }
    if !line.text.isEmpty { lines.append(line) }
    return lines
  }
}

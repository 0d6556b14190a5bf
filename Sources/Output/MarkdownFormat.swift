import SQLite

/// A table in GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-).
struct MarkdownFormat: RowFormat {
  private var results = 0

  mutating func begin(_ columns: [String], _ sink: ByteSink) {
    if results > 0 { sink.append(0x0A) }
    results += 1
    for column in columns {
      sink.append("| " as StaticString)
      sink.append(Self.escaped(column))
      sink.append(0x20)
    }
    sink.append("|\n" as StaticString)
    for _ in columns { sink.append("| --- " as StaticString) }
    sink.append("|\n" as StaticString)
  }

  mutating func row(_ cells: [Cell], _ sink: ByteSink) {
    for cell in cells {
      sink.append("| " as StaticString)
      sink.append(Self.escaped(cell.visibleText()))
      sink.append(0x20)
    }
    sink.append("|\n" as StaticString)
  }

  mutating func end(_ sink: ByteSink) {}

  /// The text with all that Markdown would read as markup escaped, line ends as `<br>`.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\n": out.append(contentsOf: "<br>".unicodeScalars)
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case "\\", "|", "`", "*", "[", "]", "~":
        out.append("\\")
        out.append(scalar)
      case "_":
        // Inside a word it is no emphasis, and names of columns are full of it.
        let isInside =
          before.properties.isAlphabetic && (next?.properties.isAlphabetic ?? false)
        if !isInside { out.append("\\") }
        out.append(scalar)
      default: out.append(scalar)
      }
      before = scalar
    }
    return String(out)
  }
}

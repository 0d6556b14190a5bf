import SQLite

/// An HTML document with one table a result. Texts are escaped; controls, which HTML forbids, become pictures.
struct HTMLFormat: RowFormat {
  private var hasBegun = false

  mutating func begin(_ columns: [String], _ sink: ByteSink) {
    prologue(sink)
    sink.append("<table>\n<thead>\n<tr>" as StaticString)
    for column in columns {
      sink.append("<th>" as StaticString)
      Self.append(column, to: sink)
      sink.append("</th>" as StaticString)
    }
    sink.append("</tr>\n</thead>\n<tbody>\n" as StaticString)
  }

  mutating func row(_ cells: [Cell], _ sink: ByteSink) {
    sink.append("<tr>" as StaticString)
    for cell in cells {
      sink.append("<td>" as StaticString)
      Self.append(cell.visibleText(), to: sink)
      sink.append("</td>" as StaticString)
    }
    sink.append("</tr>\n" as StaticString)
  }

  mutating func end(_ sink: ByteSink) { sink.append("</tbody>\n</table>\n" as StaticString) }

  mutating func finish(_ sink: ByteSink) {
    prologue(sink)
    sink.append("</body>\n</html>\n" as StaticString)
  }

  private mutating func prologue(_ sink: ByteSink) {
    guard !hasBegun else { return }
    hasBegun = true
    sink.append("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n" as StaticString)
    sink.append("<title>Chancery</title>\n</head>\n<body>\n" as StaticString)
  }

  private static func append(_ text: String, to sink: ByteSink) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): sink.append("&amp;" as StaticString)
      case UInt8(ascii: "<"): sink.append("&lt;" as StaticString)
      case UInt8(ascii: ">"): sink.append("&gt;" as StaticString)
      case UInt8(ascii: "\""): sink.append("&quot;" as StaticString)
      case 0x0A: sink.append("<br>" as StaticString)
      default: sink.append(byte)
      }
    }
  }
}
